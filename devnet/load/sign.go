package load

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// A generator must cost little beside what it measures. ECDSA with one nonce k for all signatures needs no curve operation: r is that of k·G, and s = k⁻¹·(hash + r·key). It gives away the
// keys, which belong to nobody here; whoever checks the signatures does the same work as for any other.
type signer struct {
	order, half  *big.Int
	r, kInverse  *big.Int
	odd          byte // parity of the point k·G
	rBytes       uint256.Int
	hash, s, tmp big.Int
}

func newSigner() *signer {
	curve := crypto.S256()
	k := new(big.Int).SetBytes(crypto.Keccak256([]byte("a nonce for loads")))
	x, y := curve.ScalarBaseMult(k.Bytes())
	n := curve.Params().N
	g := &signer{order: n, half: new(big.Int).Rsh(n, 1), r: new(big.Int).Mod(x, n), kInverse: new(big.Int).ModInverse(k, n), odd: byte(y.Bit(0))}
	g.rBytes = *uint256.MustFromBig(g.r)
	return g
}

// sign gives parity and s of the signature (r, s) with s in the lower half.
func (g *signer) sign(hash []byte, key *big.Int) (parity byte, s uint256.Int) {
	g.hash.SetBytes(hash)
	g.tmp.Mul(g.r, key)
	g.tmp.Add(&g.tmp, &g.hash)
	g.s.Mul(&g.tmp, g.kInverse)
	g.s.Mod(&g.s, g.order)
	parity = g.odd
	if g.s.Cmp(g.half) > 0 {
		g.s.Sub(g.order, &g.s)
		parity ^= 1
	}
	s.SetFromBig(&g.s)
	return parity, s
}

// call is what a transaction does.
type call struct {
	chainID uint64
	gas     uint64
	to      common.Address
	value   uint64
	data    []byte
}

// transaction is the raw EIP-1559 transaction and its hash.
func (g *signer) transaction(from *sender, c *call) ([]byte, common.Hash) {
	unsigned := rlp.NewEncoderBuffer(nil)
	list := unsigned.List()
	c.fields(&unsigned, from.nonce)
	unsigned.ListEnd(list)
	parity, s := g.sign(crypto.Keccak256(unsigned.AppendToBytes([]byte{types.DynamicFeeTxType})), from.key)

	signed := rlp.NewEncoderBuffer(nil)
	list = signed.List()
	c.fields(&signed, from.nonce)
	signed.WriteUint64(uint64(parity))
	signed.WriteUint256(&g.rBytes)
	signed.WriteUint256(&s)
	signed.ListEnd(list)
	raw := signed.AppendToBytes([]byte{types.DynamicFeeTxType})
	return raw, crypto.Keccak256Hash(raw)
}

func (c *call) fields(w *rlp.EncoderBuffer, nonce uint64) {
	w.WriteUint64(c.chainID)
	w.WriteUint64(nonce)
	w.WriteUint64(tipWei)
	w.WriteUint64(feeCapWei)
	w.WriteUint64(c.gas)
	w.WriteBytes(c.to[:])
	w.WriteUint64(c.value)
	w.WriteBytes(c.data)
	w.ListEnd(w.List()) // no access list
}

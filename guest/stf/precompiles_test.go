package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"math/big"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bn254"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestPrecompilesInTheMachine spends a transaction's gas on one precompile, for each of them. The machine has to agree with the native run, and to do it within a share of its
// cycles: a block full of the same must still fit, or anybody could make a block that no batch can hold.
func TestPrecompilesInTheMachine(t *testing.T) {
	p := program(t)
	config := genesis.Default(777).Chain
	most := float64(rv64.DefaultMaxCycles) / float64(config.BlockGasLimit)
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("caller")))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range precompileCalls(t) {
		w := callInALoop(t, config, key, c.address, c.input)
		o, err := runBoth(p, w.Encode(), rv64.Limits{})
		if err != nil || o.err != nil {
			t.Errorf("%s: %v, %v", c.name, err, o.err)
			continue
		}
		gas := o.native.Batch.Blocks[0].Header.GasUsed
		perGas := float64(o.cycles) / float64(gas)
		t.Logf("%-20s %6.1f cycles per gas", c.name, perGas)
		if perGas > most {
			t.Errorf("%s: %.0f cycles per gas, a full block has %.0f", c.name, perGas, most)
		}
	}
}

// callInALoop is the witness of one transaction to a contract that calls the address with the input until its gas is spent.
func callInALoop(t *testing.T, config rollup.ChainConfig, key *ecdsa.PrivateKey, address uint16, input []byte) *witness.Witness {
	t.Helper()
	const gas, codeSize = 200_000, 32
	push := func(n int) []byte { return []byte{0x61, byte(n >> 8), byte(n)} }
	code := append(append(append(push(len(input)), push(codeSize)...), 0x5f, 0x39, 0x5b), push(0x200)...) // CODECOPY(0, codeSize, len); JUMPDEST; output size
	code = append(append(append(code, push(len(input))...), push(len(input))...), 0x5f)
	code = append(append(code, push(int(address))...), 0x5a, 0xfa, 0x50, 0x60, 8, 0x56) // STATICCALL(all gas, address, 0, len, len, output size); POP; JUMP(8)
	code = append(append(code, make([]byte, codeSize-len(code))...), input...)
	to := common.Address{0xc0, 19: 1}
	alloc := statetest.Alloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: *uint256.NewInt(ether)}, to: {Nonce: 1, Code: code}}
	state, err := witnesstest.Tree(alloc)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := types.MustSignNewTx(key, types.NewPragueSigner(big.NewInt(777)), &types.DynamicFeeTx{
		ChainID: big.NewInt(777), GasFeeCap: big.NewInt(10), GasTipCap: new(big.Int), Gas: gas, To: &to,
	}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	env := rollup.BlockEnv{Number: 1, Timestamp: 1, GasLimit: gas, BaseFee: *uint256.NewInt(10)}
	w := &witness.Witness{Config: config, DA: validium, SettlementChainID: 1}
	if _, err := witness.Collect(w, alloc, witnesstest.Prover{Tree: state}, []*rollup.Block{{Env: env, Txs: [][]byte{raw}}}); err != nil {
		t.Fatal(err)
	}
	return w
}

type precompileCall struct {
	name    string
	address uint16
	input   []byte
}

func join(parts ...[]byte) (out []byte) {
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func ones(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = 0xff
	}
	return b
}

func number(n int) []byte { return common.LeftPadBytes(big.NewInt(int64(n)).Bytes(), 32) }

// precompileCalls is a valid call, heavy for its gas, of every precompile.
func precompileCalls(t *testing.T) []precompileCall {
	modexp := func(base, exponent, modulus int, last byte) []byte {
		m := ones(modulus)
		m[modulus-1] = last
		return join(number(base), number(exponent), number(modulus), ones(base), ones(exponent), m)
	}
	blake := make([]byte, 213)
	blake[2] = 0x10 // 4,096 rounds
	g1, g2 := blsGenerators()
	b1, b2 := bnGenerators()
	small := common.LeftPadBytes([]byte{5}, 64)
	return []precompileCall{
		{"ecrecover", 1, recoverInput(t)},
		{"sha256", 2, make([]byte, 0x2000)},
		{"ripemd160", 3, make([]byte, 0x2000)},
		{"identity", 4, make([]byte, 0x2000)},
		{"modexp 32", 5, modexp(32, 32, 32, 0xff)},
		{"modexp 32, even", 5, modexp(32, 32, 32, 0xf8)},
		{"modexp 8", 5, modexp(8, 1, 8, 0xff)},
		{"modexp 256, even", 5, modexp(256, 8, 256, 0xf0)},
		{"bn254 add", 6, join(b1, b1)},
		{"bn254 mul", 7, join(b1, ones(32))},
		{"bn254 pairing", 8, join(b1, b2)},
		{"blake2f", 9, blake},
		{"point evaluation", 10, openingInput(t)},
		{"bls12-381 g1 add", 11, join(g1, g1)},
		{"bls12-381 g1 msm", 12, join(g1, ones(32), g1, number(7))},
		{"bls12-381 g2 add", 13, join(g2, g2)},
		{"bls12-381 g2 msm", 14, join(g2, ones(32), g2, number(7))},
		{"bls12-381 pairing", 15, join(g1, g2)},
		{"bls12-381 map g1", 16, small},
		{"bls12-381 map g2", 17, join(small, small)},
		{"p256 verify", 0x100, p256Input(t)},
	}
}

func blsGenerators() (first, second []byte) {
	_, _, g1, g2 := bls12381.Generators()
	word := func(b [48]byte) []byte { return common.LeftPadBytes(b[:], 64) }
	return join(word(g1.X.Bytes()), word(g1.Y.Bytes())), join(word(g2.X.A0.Bytes()), word(g2.X.A1.Bytes()), word(g2.Y.A0.Bytes()), word(g2.Y.A1.Bytes()))
}

func bnGenerators() (first, second []byte) {
	_, _, g1, g2 := bn254.Generators()
	word := func(b [32]byte) []byte { return b[:] }
	return join(word(g1.X.Bytes()), word(g1.Y.Bytes())), join(word(g2.X.A1.Bytes()), word(g2.X.A0.Bytes()), word(g2.Y.A1.Bytes()), word(g2.Y.A0.Bytes()))
}

func recoverInput(t *testing.T) []byte {
	key, err := crypto.ToECDSA(number(7))
	if err != nil {
		t.Fatal(err)
	}
	hash := crypto.Keccak256([]byte("message"))
	signature, err := crypto.Sign(hash, key)
	if err != nil {
		t.Fatal(err)
	}
	return join(hash, number(27+int(signature[64])), signature[:64])
}

func openingInput(t *testing.T) []byte {
	var blob kzg4844.Blob
	for i := 1; i < len(blob); i += 32 {
		blob[i] = byte(i / 32)
	}
	point := kzg4844.Point{31: 5}
	commitment, err := kzg4844.BlobToCommitment(&blob)
	if err != nil {
		t.Fatal(err)
	}
	proof, claim, err := kzg4844.ComputeProof(&blob, point)
	if err != nil {
		t.Fatal(err)
	}
	hash := kzg4844.CalcBlobHashV1(sha256.New(), &commitment)
	return join(hash[:], point[:], claim[:], commitment[:], proof[:])
}

func p256Input(t *testing.T) []byte {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	hash := crypto.Keccak256([]byte("message"))
	r, s, err := ecdsa.Sign(rand.Reader, key, hash)
	if err != nil {
		t.Fatal(err)
	}
	word := func(n *big.Int) []byte { return common.LeftPadBytes(n.Bytes(), 32) }
	return join(hash, word(r), word(s), word(key.X), word(key.Y))
}

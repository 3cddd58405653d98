package load

import (
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// sender is an account that sends. Its nonce belongs to one connection.
type sender struct {
	key     *big.Int
	address common.Address
	nonce   uint64
	sent    []common.Hash // accepted transactions in the order of their nonces
}

// makeSenders are the accounts with the keys from 2^64 on.
func makeSenders(n int) []*sender {
	curve := crypto.S256()
	out := make([]*sender, n)
	for i := range out {
		key := new(big.Int).Lsh(big.NewInt(1), 64)
		key.Add(key, big.NewInt(int64(i)))
		x, y := curve.ScalarBaseMult(key.Bytes())
		var public [64]byte
		x.FillBytes(public[:32])
		y.FillBytes(public[32:])
		out[i] = &sender{key: key, address: common.Address(crypto.Keccak256(public[:])[12:])}
	}
	return out
}

// holder is the address of account i of the state. The addresses are spread over all of them and differ from one another: the first eight bytes are a permutation of i.
func holder(i uint64) (a common.Address) {
	x := i*0x9e3779b97f4a7c15 + 1 // odd factor: a permutation
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	binary.BigEndian.PutUint64(a[:], x)
	binary.BigEndian.PutUint64(a[8:], i)
	a[19] = 0xaa
	return a
}

// random is a stream of numbers that depends on its seed alone.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

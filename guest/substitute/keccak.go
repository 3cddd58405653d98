//go:build ashlar_guest && riscv64

package substitute

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/guest/accel"
)

// The signatures agree, and the functions are linked.
var (
	_ = same(crypto.Keccak256Hash, keccak256Hash)
	_ = same(crypto.Keccak256, keccak256)
	_ = same(func(*[25]uint64) {}, keccakF1600) // the original is not exported
)

// same does nothing with two functions of one type, but the linker must keep them.
//
//go:noinline
func same[F any](_, _ F) bool { return true }

// keccak256Hash is crypto.Keccak256Hash.
func keccak256Hash(data ...[]byte) (h common.Hash) {
	hashAll((*[32]byte)(&h), data)
	return h
}

// keccak256 is crypto.Keccak256.
func keccak256(data ...[]byte) []byte {
	h := new([32]byte)
	hashAll(h, data)
	return h[:]
}

// hashAll hashes the concatenation of data.
func hashAll(out *[32]byte, data [][]byte) {
	if len(data) == 1 {
		accel.Keccak256To(out, data[0])
		return
	}
	var short [256]byte // enough for addresses, words and what stands before them
	all := short[:0]
	for _, b := range data {
		all = append(all, b...)
	}
	accel.Keccak256To(out, all)
}

// keccakF1600 is keccak.keccakF1600.
func keccakF1600(a *[25]uint64) { accel.KeccakF1600(a) }

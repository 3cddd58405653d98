package rollup

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

func keccak(parts ...[]byte) common.Hash { return crypto.Keccak256Hash(parts...) }

// word is x as a 32-byte big-endian word.
func word(x uint64) []byte {
	var w [32]byte
	binary.BigEndian.PutUint64(w[24:], x)
	return w[:]
}

// RollingHash folds item hashes as the priority operations hash does: h_0 = keccak(""), h_i = keccak(h_{i-1} ‖ item_i).
func RollingHash(items []common.Hash) common.Hash {
	h := EmptyRollingHash
	for i := range items {
		h = keccak(h[:], items[i][:])
	}
	return h
}

// EmptyRollingHash is keccak(""), the priority operations hash of a batch without any.
var EmptyRollingHash = keccak()

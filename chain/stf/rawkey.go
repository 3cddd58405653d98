package stf

import (
	"cmp"
	"encoding/binary"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
)

// rawKey is an address or a slot number as words in the order of its bytes in memory (little-endian), zeros behind an address. Byte arrays are copied and compared byte
// by byte on the guest's machine; this form is made by a few loads there.
type rawKey [4]uint64

func rawAddress(a *common.Address) (k rawKey) {
	k.setAddress(a)
	return k
}

func rawHash(h *common.Hash) (k rawKey) {
	k.setHash(h)
	return k
}

// hash returns the slot number.
func (k *rawKey) hash() (h common.Hash) {
	for i, w := range k {
		binary.LittleEndian.PutUint64(h[8*i:], w)
	}
	return h
}

// compare orders keys as their bytes.
func (k *rawKey) compare(o *rawKey) int {
	for i := range k {
		if k[i] != o[i] {
			return cmp.Compare(bits.ReverseBytes64(k[i]), bits.ReverseBytes64(o[i]))
		}
	}
	return 0
}

// byteLen is the number of bytes of a slot number without leading zeros.
func (k *rawKey) byteLen() int {
	for i, w := range k {
		if w != 0 {
			return 8*(len(k)-i) - bits.TrailingZeros64(w)/8
		}
	}
	return 0
}

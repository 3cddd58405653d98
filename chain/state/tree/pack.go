package tree

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/stark/field"
)

const (
	limbBits = 30
	limbMask = 1<<limbBits - 1
)

// packLimbs cuts the big-endian integer w[0] w[1] ... (64 bits each) into len(out)
// limbs of 30 bits, the most significant first. The integer must fit into them.
func packLimbs(out []field.Element, w []uint64) {
	low := len(w) - 1 // the word that holds the next bit
	shift := uint(0)  // the place of that bit in it
	for i := len(out) - 1; i >= 0; i-- {
		var limb uint64
		if low >= 0 {
			limb = w[low] >> shift
			if shift > 64-limbBits && low > 0 {
				limb |= w[low-1] << (64 - shift)
			}
		}
		out[i] = field.New(limb & limbMask)
		if shift += limbBits; shift >= 64 {
			shift -= 64
			low--
		}
	}
}

func packAddress(out []field.Element, a *[20]byte) {
	packLimbs(out, []uint64{
		uint64(binary.BigEndian.Uint32(a[0:4])), binary.BigEndian.Uint64(a[4:12]), binary.BigEndian.Uint64(a[12:20]),
	})
}

func packWord(out []field.Element, b *[32]byte) {
	packLimbs(out, []uint64{
		binary.BigEndian.Uint64(b[0:8]), binary.BigEndian.Uint64(b[8:16]),
		binary.BigEndian.Uint64(b[16:24]), binary.BigEndian.Uint64(b[24:32]),
	})
}

func packUint64(out []field.Element, v uint64) { packLimbs(out, []uint64{v}) }

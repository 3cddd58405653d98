//go:build !(ashlar_guest && riscv64)

package tree

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// loadDigest reads four little-endian words; their range is the caller's matter.
func loadDigest(d *poseidon2.Packed, b []byte) {
	for i := range d {
		d[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
}

// loadKey reads eight little-endian words; their range is the caller's matter.
func loadKey(k *Key, b []byte) {
	for i := range k {
		k[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
}

// loadWords reads five little-endian words.
func loadWords(w *[5]uint64, b []byte) {
	for i := range w {
		w[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
}

//go:build ashlar_guest && riscv64

package tree

import (
	"unsafe"

	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// The machine is little-endian: the words are the bytes. Only our own values are seen
// as bytes here; what is read keeps its bounds.

// loadDigest reads four little-endian words; their range is the caller's matter.
func loadDigest(d *poseidon2.Packed, b []byte) { copy((*[32]byte)(unsafe.Pointer(d))[:], b) }

// loadKey reads eight little-endian words; their range is the caller's matter.
func loadKey(k *Key, b []byte) { copy((*[32]byte)(unsafe.Pointer(k))[:], b) }

// loadWords reads five little-endian words.
func loadWords(w *[5]uint64, b []byte) { copy((*[40]byte)(unsafe.Pointer(w))[:], b) }

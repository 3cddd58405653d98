package tree

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Limbs have 30 bits; x[n] of the package doc is a big-endian integer in n of them.
const (
	limbBits = 30
	limbMask = 1<<limbBits - 1
)

// element is the field element of v, below 2^32: its Montgomery form by definition.
func element(v uint64) field.Element { return field.Element(v << 32 % field.Modulus) }

func limb(v uint64) field.Element { return element(v & limbMask) }

// pack256 is w[9] of the integer of four words, the most significant first.
func pack256(out *[9]field.Element, w0, w1, w2, w3 uint64) {
	out[0] = element(w0 >> 48)
	out[1] = limb(w0 >> 18)
	out[2] = limb(w1>>52 | w0<<12)
	out[3] = limb(w1 >> 22)
	out[4] = limb(w2>>56 | w1<<8)
	out[5] = limb(w2 >> 26)
	out[6] = limb(w3>>60 | w2<<4)
	out[7] = limb(w3 >> 30)
	out[8] = limb(w3)
}

func packWord(out *[9]field.Element, b *[32]byte) {
	pack256(out, binary.BigEndian.Uint64(b[0:8]), binary.BigEndian.Uint64(b[8:16]),
		binary.BigEndian.Uint64(b[16:24]), binary.BigEndian.Uint64(b[24:32]))
}

// packAddress is the six lowest limbs of an address.
func packAddress(out *[6]field.Element, a *[20]byte) {
	w1, w2, w3 := uint64(binary.BigEndian.Uint32(a[0:4])), binary.BigEndian.Uint64(a[4:12]), binary.BigEndian.Uint64(a[12:20])
	out[0] = limb(w1 >> 22)
	out[1] = limb(w2>>56 | w1<<8)
	out[2] = limb(w2 >> 26)
	out[3] = limb(w3>>60 | w2<<4)
	out[4] = limb(w3 >> 30)
	out[5] = limb(w3)
}

func packUint64(out *[3]field.Element, v uint64) {
	out[0], out[1], out[2] = limb(v>>60), limb(v>>30), limb(v)
}

func packUint32(out *[2]field.Element, v uint32) {
	out[0], out[1] = limb(uint64(v)>>30), limb(uint64(v))
}

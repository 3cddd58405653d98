package transcript

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// Kind says what an item of the stream is.
type Kind uint8

// The kinds of items. They are part of every header and must never be renumbered.
const (
	KindProtocol   Kind = 1 // text: the name given to New
	KindLabel      Kind = 2 // text: the name of the statement field that follows
	KindElements   Kind = 3
	KindDigests    Kind = 4
	KindBytes      Kind = 5
	KindUint64     Kind = 6 // limbs of 24, 24 and 16 bits, low first
	KindNonce      Kind = 7 // the nonce of a proof of work, one element
	KindExtensions Kind = 8
	kindContinues       = 64

	// KindChallenge and KindIndices occur in recordings only.
	KindChallenge Kind = 128
	KindIndices   Kind = 129
)

const (
	maxPiece       = 1<<16 - 1 // a multiple of bytesPerPacked
	bytesPerPacked = 3         // 2^24 < p
	lengthBits     = 24        // (64 + 63) * 2^24 <= p - 1: a header is an element
)

// Elements absorbs a list of elements, also an empty one.
func (t *Transcript) Elements(xs ...field.Element) {
	t.record(KindElements, "", xs)
	for len(xs) > maxPiece {
		t.header(KindElements|kindContinues, maxPiece)
		t.pushAll(xs[:maxPiece])
		xs = xs[maxPiece:]
	}
	t.header(KindElements, len(xs))
	t.pushAll(xs)
}

// Extensions absorbs a list of extension elements, such as claimed evaluations, lowest
// coordinate first.
func (t *Transcript) Extensions(xs ...ext.E6) {
	if t.recorder != nil {
		var all []field.Element
		for i := range xs {
			all = append(all, xs[i][:]...)
		}
		t.record(KindExtensions, "", all)
	}
	for len(xs) > maxPiece {
		t.header(KindExtensions|kindContinues, maxPiece)
		t.pushExtensions(xs[:maxPiece])
		xs = xs[maxPiece:]
	}
	t.header(KindExtensions, len(xs))
	t.pushExtensions(xs)
}

// Digests absorbs a list of digests, such as the cap of a commitment.
func (t *Transcript) Digests(ds ...sponge.Digest) {
	if t.recorder != nil {
		var all []field.Element
		for _, d := range ds {
			all = append(all, d[:]...)
		}
		t.record(KindDigests, "", all)
	}
	for len(ds) > maxPiece {
		t.header(KindDigests|kindContinues, maxPiece)
		t.pushDigests(ds[:maxPiece])
		ds = ds[maxPiece:]
	}
	t.header(KindDigests, len(ds))
	t.pushDigests(ds)
}

// Bytes absorbs a byte string, also an empty one.
func (t *Transcript) Bytes(b []byte) {
	if t.recorder != nil {
		t.record(KindBytes, string(b), nil)
	}
	t.packed(KindBytes, b)
}

// Uint64 absorbs a number.
func (t *Transcript) Uint64(v uint64) {
	limbs := [3]field.Element{
		field.New(v & (1<<24 - 1)), field.New(v >> 24 & (1<<24 - 1)), field.New(v >> 48),
	}
	t.record(KindUint64, "", limbs[:])
	t.header(KindUint64, 1)
	t.pushAll(limbs[:])
}

// Label absorbs the name of the statement field that follows, so that a statement which
// leaves out, adds or reorders a field is another statement.
func (t *Transcript) Label(name string) { t.absorbText(KindLabel, name) }

func (t *Transcript) absorbText(kind Kind, s string) {
	t.record(kind, s, nil)
	t.packed(kind, []byte(s))
}

func (t *Transcript) packed(kind Kind, b []byte) {
	for len(b) > maxPiece {
		t.header(kind|kindContinues, maxPiece)
		t.pushBytes(b[:maxPiece])
		b = b[maxPiece:]
	}
	t.header(kind, len(b))
	t.pushBytes(b)
}

func (t *Transcript) header(kind Kind, length int) {
	t.push(field.New(uint64(kind)<<lengthBits | uint64(length)))
}

func (t *Transcript) pushAll(xs []field.Element) {
	for _, x := range xs {
		t.push(x)
	}
}

func (t *Transcript) pushExtensions(xs []ext.E6) {
	for i := range xs {
		t.pushAll(xs[i][:])
	}
}

func (t *Transcript) pushDigests(ds []sponge.Digest) {
	for i := range ds {
		t.pushAll(ds[i][:])
	}
}

func (t *Transcript) pushBytes(b []byte) {
	for len(b) > 0 {
		n := min(bytesPerPacked, len(b))
		var v uint64
		for i, x := range b[:n] {
			v |= uint64(x) << (8 * i)
		}
		t.push(field.New(v))
		b = b[n:]
	}
}

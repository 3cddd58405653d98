package proof

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/merkle"
)

func TestWireRoundTrip(t *testing.T) {
	for _, shape := range []Shape{{8, 7, 8}, {0, 0, 7}, {0, 7, 0}, {7, 0, 10}} {
		l := newLayout(t, shape...)
		b := randomBytes(l, 1)
		if len(b) != l.ProofBytes() {
			t.Fatalf("%v: %d bytes is no number of elements", shape, l.ProofBytes())
		}
		p, err := l.DecodeProof(b)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.CheckForm(p); err != nil {
			t.Errorf("%v: a decoded proof is refused: %v", shape, err)
		}
		if !bytes.Equal(l.AppendProof([]byte("head"), p)[4:], b) {
			t.Errorf("%v: encoded proof differs", shape)
		}
	}
}

func TestWireRefuses(t *testing.T) {
	l := newLayout(t, 8, 7, 8)
	good := randomBytes(l, 2)
	for _, n := range []int{0, 1, len(good) - 4, len(good) - 1} {
		if _, err := l.DecodeProof(good[:n]); !errors.Is(err, ErrInvalidProof) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	if _, err := l.DecodeProof(append(slices.Clone(good), 0)); !errors.Is(err, ErrInvalidProof) {
		t.Errorf("one byte more: %v", err)
	}
	// Every word in turn is p: a second zero.
	for at := 0; at < len(good); at += field.Bytes {
		bad := slices.Clone(good)
		binary.BigEndian.PutUint32(bad[at:], field.Modulus)
		if _, err := l.DecodeProof(bad); !errors.Is(err, ErrInvalidProof) {
			t.Fatalf("word at %d is p: %v", at, err)
		}
		at += field.Bytes * (at / 4000) // all of the head, samples of the openings
	}
}

func TestCheckForm(t *testing.T) {
	l := newLayout(t, 8, 7, 8)
	for name, spoil := range map[string]func(p *Proof){
		"shared cap":         func(p *Proof) { p.Shared.Cap = nil },
		"pins":               func(p *Proof) { p.Shared.Pins = p.Shared.Pins[1:] },
		"unreduced pin":      func(p *Proof) { p.Shared.Pins[0][5] = field.Modulus },
		"main cap":           func(p *Proof) { p.MainCap = append(p.MainCap, p.MainCap[0]) },
		"permutation cap":    func(p *Proof) { p.PermutationCap = p.PermutationCap[1:] },
		"quotient cap":       func(p *Proof) { p.QuotientCap = nil },
		"unreduced cap":      func(p *Proof) { p.QuotientCap[0][0] = ^field.Element(0) },
		"exposed values":     func(p *Proof) { p.Exposed = append(p.Exposed, ext.E6{}) },
		"claims":             func(p *Proof) { p.Claims = p.Claims[1:] },
		"unreduced claim":    func(p *Proof) { p.Claims[3][1] = field.Modulus },
		"opening":            func(p *Proof) { p.Openings[Main] = nil },
		"fixed tree opening": func(p *Proof) { p.Openings[Fixed] = nil },
	} {
		p, err := l.DecodeProof(randomBytes(l, 3))
		if err != nil {
			t.Fatal(err)
		}
		spoil(p)
		if err := l.CheckForm(p); !errors.Is(err, ErrInvalidProof) {
			t.Errorf("%s: %v", name, err)
		}
	}
	small := newLayout(t, 0, 0, 7)
	p, err := small.DecodeProof(randomBytes(small, 3))
	if err != nil {
		t.Fatal(err)
	}
	p.Openings[Shared] = &merkle.Opening{}
	if err := small.CheckForm(p); !errors.Is(err, ErrInvalidProof) {
		t.Errorf("opening of an absent tree: %v", err)
	}
	if err := l.CheckForm(nil); !errors.Is(err, ErrInvalidProof) {
		t.Errorf("no proof: %v", err)
	}
}

// Inputs are changes of a proof, which is too long for a fuzzer to find its way in: another piece, and another length.
func FuzzDecodeProof(f *testing.F) {
	l := newLayout(f, 7, 7, 0)
	good := randomBytes(l, 4)
	f.Add(uint32(0), []byte(nil), int16(0))
	f.Add(uint32(8), []byte{0x7f, 0, 0, 0}, int16(0))
	f.Add(uint32(8), []byte{0x7f, 0, 0, 1}, int16(0)) // p
	f.Add(uint32(0), make([]byte, 100), int16(-1))
	f.Add(uint32(len(good)-4), []byte{0xff}, int16(4))
	f.Fuzz(func(t *testing.T, at uint32, piece []byte, longer int16) {
		b := append(bytes.Clone(good), make([]byte, max(0, longer))...)
		b = b[:max(0, len(good)+int(longer))]
		if len(b) > 0 {
			copy(b[int(at)%len(b):], piece)
		}
		p, err := l.DecodeProof(b)
		if err != nil {
			if !errors.Is(err, ErrInvalidProof) {
				t.Errorf("%v does not wrap ErrInvalidProof", err)
			}
			return
		}
		if longer != 0 || !bytes.Equal(l.AppendProof(nil, p), b) {
			t.Error("another encoding of the same proof")
		}
	})
}

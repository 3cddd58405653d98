package proof

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/fri"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
)

// ErrInvalidProof is wrapped by every rejection of a proof. It is the one of package
// merkle, whose rejections pass through.
var ErrInvalidProof = merkle.ErrInvalidProof

// Proof is what a prover sends.
type Proof struct {
	Shared         SharedPart
	MainCap        merkle.Cap // caps of absent trees are empty
	PermutationCap merkle.Cap
	Exposed        []ext.E6 // by table, then in the order of logup.Argument
	QuotientCap    merkle.Cap
	Claims         []ext.E6
	Openings       [NumTrees]*merkle.Opening // nil for absent trees
	FRI            *fri.Proof
}

// Cap is the commitment to a tree: the key's for Fixed.
func (p *Proof) Cap(key *Key, id TreeID) merkle.Cap {
	return [...]merkle.Cap{key.FixedCap, p.Shared.Cap, p.MainCap, p.PermutationCap, p.QuotientCap}[id]
}

// ProofBytes is the length of every encoded proof of the layout.
func (l *Layout) ProofBytes() int {
	n := (l.NumPins+l.NumExposed+l.NumClaims)*ext.Bytes + l.Plan.ProofBytes()
	for id := range NumTrees {
		if id != Fixed {
			n += l.CapLen(id) * sponge.DigestBytes
		}
		if s := l.Trees[id].Scheme; s != nil {
			n += s.OpeningBytes(l.Plan.Queries())
		}
	}
	return n
}

// AppendProof appends the wire form of a proof that CheckForm accepts.
func (l *Layout) AppendProof(b []byte, p *Proof) []byte {
	b = merkle.AppendCap(b, p.Shared.Cap)
	b = appendExtensions(b, p.Shared.Pins)
	b = merkle.AppendCap(b, p.MainCap)
	b = merkle.AppendCap(b, p.PermutationCap)
	b = appendExtensions(b, p.Exposed)
	b = merkle.AppendCap(b, p.QuotientCap)
	b = appendExtensions(b, p.Claims)
	for id, t := range l.Trees {
		if t.Scheme != nil {
			b = t.Scheme.AppendOpening(b, p.Openings[id])
		}
	}
	return l.Plan.AppendProof(b, p.FRI)
}

func appendExtensions(b []byte, xs []ext.E6) []byte {
	for _, x := range xs {
		w := x.Bytes()
		b = append(b, w[:]...)
	}
	return b
}

// DecodeProof reads a proof. The length has to be ProofBytes, which bounds what is
// allocated, and every word canonical: a proof has exactly one encoding.
func (l *Layout) DecodeProof(b []byte) (*Proof, error) {
	if want := l.ProofBytes(); len(b) != want {
		return nil, fmt.Errorf("decode proof: %d bytes, want %d: %w", len(b), want, ErrInvalidProof)
	}
	r, p := &reader{layout: l, rest: b}, &Proof{}
	p.Shared.Cap = r.cap(Shared)
	p.Shared.Pins = r.extensions("pin", l.NumPins)
	p.MainCap = r.cap(Main)
	p.PermutationCap = r.cap(Permutation)
	p.Exposed = r.extensions("exposed value", l.NumExposed)
	p.QuotientCap = r.cap(Quotient)
	p.Claims = r.extensions("claim", l.NumClaims)
	for id := range NumTrees {
		p.Openings[id] = r.opening(id)
	}
	if r.err == nil {
		p.FRI, r.err = l.Plan.DecodeProof(r.rest)
	}
	if r.err != nil {
		return nil, fmt.Errorf("decode proof: %w", r.err)
	}
	return p, nil
}

// reader cuts pieces of known length off a string of known length. It reads nothing more
// after an error.
type reader struct {
	layout *Layout
	rest   []byte
	err    error
}

func (r *reader) take(n int) []byte {
	head := r.rest[:n]
	r.rest = r.rest[n:]
	return head
}

func (r *reader) cap(id TreeID) merkle.Cap {
	s := r.layout.Trees[id].Scheme
	if s == nil || r.err != nil {
		return nil
	}
	c, err := s.DecodeCap(r.take(s.CapBytes()))
	if err != nil {
		r.err = fmt.Errorf("%v cap: %w", id, err)
	}
	return c
}

func (r *reader) opening(id TreeID) *merkle.Opening {
	s := r.layout.Trees[id].Scheme
	if s == nil || r.err != nil {
		return nil
	}
	queries := r.layout.Plan.Queries()
	o, err := s.DecodeOpening(r.take(s.OpeningBytes(queries)), queries)
	if err != nil {
		r.err = fmt.Errorf("%v opening: %w", id, err)
	}
	return o
}

func (r *reader) extensions(what string, n int) []ext.E6 {
	if r.err != nil || n == 0 {
		return nil
	}
	out := make([]ext.E6, n)
	for i := range out {
		var err error
		if out[i], err = ext.Decode([ext.Bytes]byte(r.take(ext.Bytes))); err != nil {
			r.err = fmt.Errorf("%s %d: %w: %w", what, i, err, ErrInvalidProof)
			return nil
		}
	}
	return out
}

// CheckForm refuses a proof that is not of the layout's sizes or that holds words of p
// and more, as no decoder makes. The insides of openings and of the FRI proof are checked
// by their packages.
func (l *Layout) CheckForm(p *Proof) error {
	if p == nil {
		return fmt.Errorf("no proof: %w", ErrInvalidProof)
	}
	caps := [NumTrees]merkle.Cap{Shared: p.Shared.Cap, Main: p.MainCap, Permutation: p.PermutationCap, Quotient: p.QuotientCap}
	for id := Shared; id < NumTrees; id++ {
		if len(caps[id]) != l.CapLen(id) {
			return fmt.Errorf("%v cap of %d digests, want %d: %w", id, len(caps[id]), l.CapLen(id), ErrInvalidProof)
		}
		for i := range caps[id] {
			if !reduced(caps[id][i][:]...) {
				return fmt.Errorf("%v cap: digest %d: %w: %w", id, i, field.ErrNotCanonical, ErrInvalidProof)
			}
		}
	}
	for id, t := range l.Trees {
		if (t.Scheme == nil) != (p.Openings[id] == nil) {
			return fmt.Errorf("%v tree: an opening too few or too many: %w", TreeID(id), ErrInvalidProof)
		}
	}
	for _, list := range []struct {
		name string
		xs   []ext.E6
		want int
	}{{"pins", p.Shared.Pins, l.NumPins}, {"exposed values", p.Exposed, l.NumExposed}, {"claims", p.Claims, l.NumClaims}} {
		if len(list.xs) != list.want {
			return fmt.Errorf("%d %s, want %d: %w", len(list.xs), list.name, list.want, ErrInvalidProof)
		}
		for i := range list.xs {
			if !reduced(list.xs[i][:]...) {
				return fmt.Errorf("%s: value %d: %w: %w", list.name, i, field.ErrNotCanonical, ErrInvalidProof)
			}
		}
	}
	return nil
}

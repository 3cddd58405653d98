package machine

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// Proof is the proof of a run.
type Proof struct {
	Profile    string
	Program    ProgramID
	Output     [abi.OutputBytes]byte
	Segments   []SegmentProof
	Boundaries []BoundaryProof
	// ProgramProof matches what the others use of the program.
	ProgramProof *proof.Proof
}

// SegmentProof is the proof of a segment. Its index is its place, counted from one; it
// starts where the one before ended.
type SegmentProof struct {
	Shape          int
	PCOut, TimeOut uint32
	Proof          *proof.Proof
}

// BoundaryProof is the proof of some cells, above those of the one before.
type BoundaryProof struct {
	Shape int
	Last  uint32
	Proof *proof.Proof
}

// Bounds on the numbers of proofs in a run. Segment numbers are range-checked against
// 2^16 by the chips.
const (
	maxSegments   = 1<<16 - 1
	maxBoundaries = 1 << 12
)

// item is one part of a proof with what its verification needs.
type item struct {
	First
	key      *proof.Key
	proof    *proof.Proof
	segment  int // place, for segments
	external [3]uint32
}

// items lists all parts in the order of the global challenge, with their keys and public
// values: the chain of states and of cells is made here.
func (p *Proof) items(k *Keys) ([]item, error) {
	out := make([]item, 0, len(p.Segments)+len(p.Boundaries)+1)
	add := func(it item, err error) error {
		out = append(out, it)
		return err
	}
	pc := p.Program.Entry
	for i := range p.Segments {
		s := &p.Segments[i]
		key, err := k.Key(Segment, s.Shape)
		it := item{key: key, proof: s.Proof, external: [3]uint32{pc, s.PCOut, s.TimeOut}}
		it.First = First{Part{Segment, i, s.Shape}, SegmentPublics(uint32(i+1), pc, s.PCOut, s.TimeOut), s.Proof.Shared}
		if err := add(it, err); err != nil {
			return nil, err
		}
		pc = s.PCOut
	}
	above := uint32(0)
	for i := range p.Boundaries {
		b := &p.Boundaries[i]
		key, err := k.Key(Boundary, b.Shape)
		it := item{key: key, proof: b.Proof}
		it.First = First{Part{Boundary, i, b.Shape}, BoundaryPublics(above, b.Last), b.Proof.Shared}
		if err := add(it, err); err != nil {
			return nil, err
		}
		above = b.Last
	}
	key, err := k.ProgramKey(&p.Program)
	it := item{key: key, proof: p.ProgramProof, First: First{Part{Kind: Program}, nil, p.ProgramProof.Shared}}
	return out, add(it, err)
}

// checkChain refuses what the public values of the parts do not allow together.
func (p *Proof) checkChain() error {
	if len(p.Segments) == 0 || len(p.Segments) > maxSegments {
		return refuse("%d segments, allowed are 1 to %d", len(p.Segments), maxSegments)
	}
	if len(p.Boundaries) == 0 || len(p.Boundaries) > maxBoundaries {
		return refuse("%d boundary proofs, allowed are 1 to %d", len(p.Boundaries), maxBoundaries)
	}
	for i := range p.Segments {
		s := &p.Segments[i]
		switch last := i == len(p.Segments)-1; {
		case last && s.PCOut != bus.Halted:
			return refuse("the run ends at pc %#x and has not halted", s.PCOut)
		case !last && s.PCOut >= bus.Halted:
			return refuse("segment %d ends at pc %#x, and others follow", i+1, s.PCOut)
		case s.TimeOut <= bus.StartTime || s.TimeOut >= 1<<bus.TimeBits:
			return refuse("segment %d ends at time %d", i+1, s.TimeOut)
		}
	}
	above := uint32(0)
	for i := range p.Boundaries {
		b := &p.Boundaries[i]
		if b.Last <= above || b.Last >= 1<<30 {
			return refuse("boundary proof %d: last cell %d, after %d", i+1, b.Last, above)
		}
		above = b.Last
	}
	return nil
}

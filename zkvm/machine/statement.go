package machine

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// Statement is what a run claims.
type Statement struct {
	Program    Digest
	Output     [abi.OutputBytes]byte
	Segments   int
	Boundaries int
}

// Digested is the part of every context that is common to the proofs of a run.
func (k *Keys) Digested(s *Statement) (sponge.Digest, error) {
	machine, err := k.Digest()
	if err != nil {
		return sponge.Digest{}, err
	}
	layer, err := k.Profile.Layer(Layer)
	if err != nil {
		return sponge.Digest{}, err
	}
	tr := transcript.New("ashlar-run-v1")
	tr.Uint64(Version)
	tr.Label("parameters")
	var words []field.Element
	for _, w := range k.Profile.Words(layer) {
		words = append(words, field.New(uint64(w)))
	}
	tr.Elements(words...)
	tr.Label("machine")
	tr.Digests(machine)
	tr.Label("program")
	tr.Bytes(s.Program[:])
	tr.Label("output")
	tr.Bytes(s.Output[:])
	tr.Label("segments")
	tr.Uint64(uint64(s.Segments))
	tr.Label("boundary proofs")
	tr.Uint64(uint64(s.Boundaries))
	return squeeze(tr), nil
}

// Part names a proof of a run: its kind, its place among the proofs of the kind, counted
// from zero, and its shape (zero for the program, whose key is in the statement).
type Part struct {
	Kind         Kind
	Index, Shape int
}

func (p Part) elements() []field.Element {
	return []field.Element{field.New(uint64(p.Kind)), field.New(uint64(p.Index)), field.New(uint64(p.Shape))}
}

// Context is what the transcripts of a proof absorb first.
func Context(statement sponge.Digest, p Part) []field.Element {
	return append(append([]field.Element{}, statement[:]...), p.elements()...)
}

// First is a proof's part in the global challenge: all of its first pass.
type First struct {
	Part
	Publics []field.Element
	Shared  proof.SharedPart
}

// Global derives the global challenge from the first passes of all proofs, in the order of
// kinds and places.
func Global(statement sponge.Digest, all []First) (g proof.Global) {
	tr := transcript.New("ashlar-global-v1")
	tr.Label("statement")
	tr.Digests(statement)
	tr.Uint64(uint64(len(all)))
	for i := range all {
		f := &all[i]
		tr.Label("proof")
		tr.Elements(f.elements()...)
		tr.Label("public values")
		tr.Elements(f.Publics...)
		tr.Label("shared cap")
		tr.Digests(f.Shared.Cap...)
		tr.Label("pins")
		tr.Extensions(f.Shared.Pins...)
	}
	g.Digest = squeeze(tr)
	g.Alpha, g.Beta = tr.Extension(), tr.Extension()
	return g
}

// SegmentPublics are the public values of a segment, SegmentExternal the messages that they
// stand for: the first and the last state, and the output at a halt.
func SegmentPublics(index, pcIn, pcOut, timeOut uint32) []field.Element {
	return elements(index, pcIn, pcOut, timeOut)
}

// SegmentExternal returns the external terms of a segment.
func SegmentExternal(pcIn, pcOut, timeOut uint32, output *[abi.OutputBytes]byte) []logup.Message {
	out := []logup.Message{
		{Bus: bus.State, Direction: air.Put, Multiplicity: field.One, Tuple: elements(pcIn, bus.StartTime)},
		{Bus: bus.State, Direction: air.Take, Multiplicity: field.One, Tuple: elements(pcOut, timeOut)},
	}
	if pcOut == bus.Halted {
		limbs := make([]uint32, len(output)/2)
		for i := range limbs {
			limbs[i] = uint32(binary.LittleEndian.Uint16(output[2*i:]))
		}
		out = append(out, logup.Message{Bus: bus.Output, Direction: air.Take, Multiplicity: field.One, Tuple: elements(limbs...)})
	}
	return out
}

// BoundaryPublics are the public values of a boundary proof: its cells are above the first
// number, and the second is the last of them.
func BoundaryPublics(above, last uint32) []field.Element { return elements(above, last) }

func elements(values ...uint32) []field.Element {
	out := make([]field.Element, len(values))
	for i, v := range values {
		out[i] = field.New(uint64(v))
	}
	return out
}

package machine

import (
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// What the digests of a run hash, written down a second time: each is recomputed here item by item from docs/proving.md.
// An item that is left out, cut short or moved makes another digest.

func squeezed(tr *transcript.Transcript) (d sponge.Digest) {
	for i := range d {
		d[i] = tr.Element()
	}
	return d
}

func fields(xs ...uint64) (out []field.Element) {
	for _, x := range xs {
		out = append(out, field.New(x))
	}
	return out
}

// decoder reads back what the encoding of a chip wrote.
type decoder struct {
	t    *testing.T
	rest []byte
}

func (d *decoder) word() int {
	if len(d.rest) < 4 {
		d.t.Fatal("the encoding ends early")
	}
	x := binary.LittleEndian.Uint32(d.rest)
	d.rest = d.rest[4:]
	return int(int32(x))
}

func (d *decoder) name() string {
	n := d.word()
	if n < 0 || n > len(d.rest) {
		d.t.Fatal("the encoding ends early")
	}
	s := string(d.rest[:n])
	d.rest = d.rest[n:]
	return s
}

// chip is the chip but for names of constraints and columns, and the ranges that columns are said to have.
func (d *decoder) chip() *air.Chip {
	c := &air.Chip{Name: d.name(), Shared: d.word() == 1, Main: make([]air.Column, d.word()), Fixed: make([]air.Column, d.word())}
	for range d.word() {
		c.Nodes = append(c.Nodes, air.Node{Op: air.Op(d.word()), Index: int32(d.word()), Rotation: int32(d.word()),
			A: air.NodeID(d.word()), B: air.NodeID(d.word()), Value: field.Element(d.word())})
	}
	for range d.word() {
		c.Constraints = append(c.Constraints, air.Constraint{When: air.When(d.word()), Node: air.NodeID(d.word())})
	}
	for range d.word() {
		x := air.Interaction{Bus: air.Bus{ID: uint32(d.word()), Kind: air.BusKind(d.word()), Global: d.word() == 1, Width: d.word()}, Direction: air.Put}
		if d.word() == 1 {
			x.Direction = air.Take
		}
		x.Multiplicity, x.Tuple = air.NodeID(d.word()), make([]air.NodeID, d.word())
		for i := range x.Tuple {
			x.Tuple[i] = air.NodeID(d.word())
		}
		c.Interactions = append(c.Interactions, x)
	}
	return c
}

// The encoding of a chip is injective, because it can be decoded: all that a proof means of a chip comes back.
func TestChipsComeBack(t *testing.T) {
	for _, s := range Machine().Systems {
		for _, c := range s.Chips {
			want := *c
			want.Main, want.Fixed = make([]air.Column, len(c.Main)), make([]air.Column, len(c.Fixed))
			want.Constraints, want.Interactions = slices.Clone(c.Constraints), slices.Clone(c.Interactions)
			for i := range want.Constraints {
				want.Constraints[i].Name = ""
			}
			for i := range want.Interactions {
				want.Interactions[i].Bus.Name = ""
			}
			d := &decoder{t, chip(c)}
			got := d.chip()
			if len(d.rest) != 0 || !reflect.DeepEqual(*got, want) {
				t.Errorf("chip %s: %d bytes are left, or another chip comes back", c.Name, len(d.rest))
			}
		}
	}
}

func TestMachineDigestByDefinition(t *testing.T) {
	d := Machine()
	var all []byte
	number := func(x int) { all = binary.LittleEndian.AppendUint32(all, uint32(x)) }
	for _, s := range d.Systems {
		number(len(s.Name))
		all = append(all, s.Name...)
		number(s.Publics)
		number(len(s.Chips))
		for _, c := range s.Chips {
			all = append(all, chip(c)...)
		}
	}
	chips := sha256.Sum256(all)
	tr := transcript.New("ashlar-machine-v1")
	tr.Uint64(Version)
	tr.Label("chips")
	tr.Bytes(chips[:])
	var shapes []proof.Shape
	for _, s := range d.Shapes {
		shapes = append(shapes, s.Heights)
	}
	left := caps
	for i, list := range [][]proof.Shape{shapes, d.Boundaries} {
		tr.Label([]string{"ashlar-segment-v1", "ashlar-boundary-v1"}[i])
		for _, heights := range list {
			var logs []field.Element
			for _, log := range heights {
				logs = append(logs, field.New(uint64(log)))
			}
			tr.Elements(logs...)
			tr.Digests(rootOf(t, left[:32<<7]))
			left = left[32<<7:]
		}
	}
	if got, err := d.digest(); err != nil || got != squeezed(tr) || len(left) != 0 {
		t.Errorf("the digest of the machine is another, %v; %d bytes of caps are of no shape", err, len(left))
	}
}

// rootOf is the root above a cap of 2^7 digests, a node being the compression of its children.
func rootOf(t *testing.T, encoded []byte) sponge.Digest {
	t.Helper()
	var level []sponge.Digest
	for at := 0; at < len(encoded); at += 32 {
		var d sponge.Digest
		for j := range d {
			x, err := field.Decode([4]byte(encoded[at+4*j:]))
			if err != nil {
				t.Fatal(err)
			}
			d[j] = x
		}
		level = append(level, d)
	}
	for len(level) > 1 {
		var up []sponge.Digest
		for i := 0; i < len(level); i += 2 {
			left, right, parent := [8]field.Element(level[i]), [8]field.Element(level[i+1]), [8]field.Element{}
			poseidon2.CompressPair(&parent, &left, &right)
			up = append(up, parent)
		}
		level = up
	}
	return level[0]
}

func TestProgramDigestByDefinition(t *testing.T) {
	p := &ProgramID{Logs: [programParts]int{8, 9, 10}, Entry: 0x4321, Cap: make(merkle.Cap, 1<<7)}
	for i := range p.Cap {
		p.Cap[i] = sponge.Digest{field.Element(i), 7: field.Element(2 * i)}
	}
	tr := transcript.New("ashlar-program-v1")
	tr.Uint64(Version)
	for _, x := range []uint64{8, 9, 10, 0x4321} {
		tr.Uint64(x)
	}
	tr.Digests(p.Cap...)
	var want Digest
	for i, x := range squeezed(tr) {
		binary.BigEndian.PutUint32(want[4*i:], x.Uint32())
	}
	if got, err := p.Digest(); err != nil || got != want {
		t.Errorf("%v, want %v; %v", got, want, err)
	}
}

func TestStatementByDefinition(t *testing.T) {
	k := NewKeys(params.InsecureDev())
	machine, err := k.Digest()
	if err != nil {
		t.Fatal(err)
	}
	s := &Statement{Segments: 5, Boundaries: 3}
	for i := range s.Program {
		s.Program[i], s.Output[i] = byte(i), byte(100+i)
	}
	layer, err := k.Profile.Layer(params.LeafHalf)
	if err != nil {
		t.Fatal(err)
	}
	var words []field.Element
	for _, w := range k.Profile.Words(layer) {
		words = append(words, field.New(uint64(w)))
	}
	tr := transcript.New("ashlar-run-v1")
	tr.Uint64(Version)
	tr.Label("parameters")
	tr.Elements(words...)
	tr.Label("machine")
	tr.Digests(machine)
	tr.Label("program")
	tr.Bytes(s.Program[:])
	tr.Label("output")
	tr.Bytes(s.Output[:])
	tr.Label("segments")
	tr.Uint64(5)
	tr.Label("boundary proofs")
	tr.Uint64(3)
	got, err := k.Digested(s)
	want := squeezed(tr)
	if err != nil || got != want {
		t.Errorf("%v, want %v; %v", got, want, err)
	}
	context := append(append([]field.Element{}, want[:]...), fields(1, 7, 4)...)
	if got := Context(want, Part{Kind: Boundary, Index: 7, Shape: 4}); !slices.Equal(got, context) {
		t.Errorf("context %v, want %v", got, context)
	}
}

func TestGlobalChallengeByDefinition(t *testing.T) {
	statement := sponge.Digest{1, 2, 3, 4, 5, 6, 7, 8}
	all := []First{
		{Part{Segment, 0, 4}, []field.Element{1, 2, 3, 4}, proof.SharedPart{Cap: merkle.Cap{{7}, {8}}, Pins: []ext.E6{{9}, {10}}}},
		{Part{Boundary, 0, 2}, []field.Element{0, 9}, proof.SharedPart{Cap: merkle.Cap{{11}}, Pins: []ext.E6{{12}}}},
		{Part{Kind: Program}, nil, proof.SharedPart{Cap: merkle.Cap{{13}}}},
	}
	tr := transcript.New("ashlar-global-v1")
	tr.Label("statement")
	tr.Digests(statement)
	tr.Uint64(3)
	for i, part := range [][]uint64{{0, 0, 4}, {1, 0, 2}, {2, 0, 0}} {
		tr.Label("proof")
		tr.Elements(fields(part...)...)
		tr.Label("public values")
		tr.Elements(all[i].Publics...)
		tr.Label("shared cap")
		tr.Digests(all[i].Shared.Cap...)
		tr.Label("pins")
		tr.Extensions(all[i].Shared.Pins...)
	}
	digest := squeezed(tr)
	want := proof.Global{Digest: digest, Alpha: tr.Extension(), Beta: tr.Extension()}
	if got := Global(statement, all); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// What a verifier derives from a part of a run: its public values, and the messages that they stand for.
func TestMessagesByDefinition(t *testing.T) {
	if got := SegmentPublics(5, 6, 7, 8); !slices.Equal(got, fields(5, 6, 7, 8)) {
		t.Errorf("segment: %v", got)
	}
	if got := BoundaryPublics(5, 6); !slices.Equal(got, fields(5, 6)) {
		t.Errorf("boundary: %v", got)
	}
	var output [abi.OutputBytes]byte
	for i := range output {
		output[i] = byte(200 + i)
	}
	const halted, stateBus, outputBus = 1<<30 + 1<<29, 1, 9
	for _, pcOut := range []uint32{9, halted} {
		got := SegmentExternal(6, pcOut, 77, &output)
		var words [][]uint32 // bus, one if it is taken, multiplicity, tuple
		for _, m := range got {
			w := []uint32{m.Bus.ID, uint32(bit(m.Direction == air.Take)), m.Multiplicity.Uint32()}
			for _, x := range m.Tuple {
				w = append(w, x.Uint32())
			}
			words = append(words, w)
		}
		want := [][]uint32{{stateBus, 0, 1, 6, 1}, {stateBus, 1, 1, pcOut, 77}}
		if pcOut == halted {
			out := []uint32{outputBus, 1, 1}
			for i := 0; i < len(output); i += 2 {
				out = append(out, uint32(output[i])+uint32(output[i+1])<<8)
			}
			want = append(want, out)
		}
		if !reflect.DeepEqual(words, want) {
			t.Errorf("pc %d: %v, want %v", pcOut, words, want)
		}
	}
}

package conformance

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// run is a recorded run.
type run struct {
	program  *rom.Program
	segments []*record.Segment
	cells    []record.Boundary
	output   [32]byte
}

// roomy is a shape in which every run of these tests is one segment.
func roomy() (c record.Counts) {
	for i := range c {
		c[i] = 1 << 20
	}
	return c
}

// shape is a shape of the machine, by name.
func shape(t testing.TB, name string) int {
	t.Helper()
	for i, s := range machine.Machine().Shapes {
		if s.Name == name {
			return i
		}
	}
	t.Fatalf("no shape %s", name)
	return 0
}

func loaded(t testing.TB, img *rv64.Image) *rv64.Program {
	t.Helper()
	p, err := rv64.Load(img, rv64.Symbols{{Addr: img.TextAddr, Bytes: img.TextBytes, Name: "program"}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// recorded records a run in segments of one shape.
func recorded(t testing.TB, img *rv64.Image, input []byte, capacity record.Counts) *run {
	t.Helper()
	out, err := tryRecord(loaded(t, img), input, capacity)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// maxSegments ends a program that runs on.
const maxSegments = 16

func tryRecord(p *rv64.Program, input []byte, capacity record.Counts) (*run, error) {
	program, err := rom.Build(p.Image())
	if err != nil {
		return nil, err
	}
	return recordRows(p, program, input, capacity)
}

// recordRows records a run of the rows of a program, whether they are those of the image or not.
func recordRows(p *rv64.Program, program *rom.Program, input []byte, capacity record.Counts) (*run, error) {
	r, err := record.New(p, program, input)
	if err != nil {
		return nil, err
	}
	var cuts []record.Cut
	for !r.Halted() {
		if len(cuts) == maxSegments {
			return nil, errors.New("the program does not end")
		}
		cut, err := r.Next([]record.Counts{capacity}, func([]uint64) int { return 0 }, new(record.Segment))
		if err != nil {
			return nil, err
		}
		cuts = append(cuts, cut)
	}
	r.Reset()
	out := &run{program: program}
	for _, cut := range cuts {
		seg := new(record.Segment)
		if err := r.Record(cut, seg); err != nil {
			return nil, err
		}
		out.segments, out.output = append(out.segments, seg), seg.Output
	}
	for b := range r.Boundary {
		out.cells = append(out.cells, b)
	}
	return out, nil
}

// last is memory from an address on as the boundary proof says that it ends.
func (r *run) last(addr uint64, n int) []byte {
	out := make([]byte, n)
	for _, c := range r.cells {
		if at := int64(c.Cell)*8 - int64(addr); at >= 0 && at < int64(n) {
			binary.LittleEndian.PutUint64(out[at:], c.Last)
		}
	}
	return out
}

// differ names the first result that is not QEMU's.
func differ(got, want []byte) error {
	for i := 0; i < len(want); i += 8 {
		if !bytes.Equal(got[i:i+8], want[i:i+8]) {
			return fmt.Errorf("result %d is %#x, qemu has %#x", i/8, binary.LittleEndian.Uint64(got[i:]), binary.LittleEndian.Uint64(want[i:]))
		}
	}
	return nil
}

// compare runs the program in qemu, the executor and the recorder and compares the results,
// and returns the record and what qemu has.
func (p *test) compare(t *testing.T, capacity record.Counts) (*run, []byte) {
	t.Helper()
	want := p.oracle(t)
	img := p.image(false)
	h := rv64.NewHart(loaded(t, img))
	if stop := h.Run(1 << 30); stop.Kind != rv64.StopEcall {
		t.Fatalf("%s: stopped at %#x: %v", p.name, h.PC, stop)
	}
	got := make([]byte, len(want))
	h.Read(results, got)
	if err := differ(got, want); err != nil {
		t.Fatalf("%s: executor: %v", p.name, err)
	}
	r := recorded(t, img, nil, capacity)
	if err := differ(r.last(results, len(want)), want); err != nil {
		t.Fatalf("%s: recorder: %v", p.name, err)
	}
	return r, want
}

// checked is compare with the constraints as a fourth opinion.
func (p *test) checked(t *testing.T) {
	t.Helper()
	r, _ := p.compare(t, roomy())
	if err := r.check(); err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	t.Logf("%s: %d results, %d instructions in the program", p.name, p.count, len(p.code))
}

// proven proves the program, verifies the proof, and wants the output to be that of qemu's
// results.
func (p *test) proven(t *testing.T, prover *prove.Prover) {
	t.Helper()
	ctx := context.Background()
	want := folded(p.oracle(t))
	program, err := prove.Load(ctx, loaded(t, p.image(true)), 2)
	if err != nil {
		t.Fatal(err)
	}
	proof, stats, err := prover.Prove(ctx, program, nil, prove.Options{Workers: 2, Shapes: []string{"tiny", "small"}})
	if err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	encoded, err := prover.Keys().Encode(proof)
	if err != nil {
		t.Fatal(err)
	}
	if err := prover.Keys().Verify(ctx, program.Digest, want, encoded); err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	want[3] ^= 1
	if err := prover.Keys().Verify(ctx, program.Digest, want, encoded); err == nil {
		t.Errorf("%s: another output is accepted", p.name)
	}
	t.Logf("%s: %d results, %d cycles in %d segments proven", p.name, p.count, stats.Cycles, stats.Segments)
}

func devProver() *prove.Prover { return prove.New(params.InsecureDev()) }

// pairs are all pairs of values.
func pairs(a, b []uint64) (out [][]uint64) {
	for _, x := range a {
		for _, y := range b {
			out = append(out, []uint64{x, y})
		}
	}
	return out
}

// operands loads x5 and x6 from the data.
func operands() []uint32 {
	return []uint32{asm.I(rv64.Ld, 5, regData, 0), asm.I(rv64.Ld, 6, regData, 8)}
}

// kept stores a register as result k of a body.
func kept(reg uint32, k int) uint32 { return asm.S(rv64.Sd, reg, regResults, int32(8*k)) }

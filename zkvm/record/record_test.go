package record

import (
	"context"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func recorder(t testing.TB, img *rv64.Image, input []byte) (*Recorder, *rv64.Program) {
	t.Helper()
	loaded, err := rv64.Load(img, rv64.Symbols{{Addr: img.TextAddr, Bytes: img.TextBytes, Name: "main"}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := rom.Build(img)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(loaded, p, input)
	if err != nil {
		t.Fatal(err)
	}
	return r, loaded
}

// capacity offers n of everything.
func capacity(n uint32) (c Counts) {
	for i := range c {
		c[i] = n
	}
	return c
}

func first([]uint64) int { return 0 }

// longest takes the shape that holds most.
func longest(steps []uint64) int {
	best := 0
	for i, s := range steps {
		if s > steps[best] {
			best = i
		}
	}
	return best
}

// whole runs both passes and returns the segments of the second.
func whole(t testing.TB, r *Recorder, shapes []Counts, choose func([]uint64) int) []*Segment {
	t.Helper()
	var cuts []Cut
	var counted []*Segment
	for !r.Halted() {
		seg := new(Segment)
		cut, err := r.Next(shapes, choose, seg)
		if err != nil {
			t.Fatal(err)
		}
		if !cut.Counts.fits(&shapes[cut.Shape]) {
			t.Fatalf("segment %d: %v does not fit %v", seg.Index, cut.Counts, shapes[cut.Shape])
		}
		cuts, counted = append(cuts, cut), append(counted, seg)
	}
	var out []*Segment
	r.Reset()
	for i, cut := range cuts {
		seg := new(Segment)
		if err := r.Record(cut, seg); err != nil {
			t.Fatal(err)
		}
		again := *seg
		again.Steps, again.Calls = counted[i].Steps, nil
		if !reflect.DeepEqual(&again, counted[i]) {
			t.Fatalf("segment %d: the second run differs from the first", i+1)
		}
		out = append(out, seg)
	}
	if !r.Halted() {
		t.Fatal("the second run does not halt")
	}
	return out
}

// The recorder and the executor agree on registers, memory, cycles and output after
// programs of all instructions.
func TestAgainstMachine(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		data := make([]byte, 4096)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		img := asm.Image(asm.Random(rng, 400), data)
		r, loaded := recorder(t, img, nil)
		segments := whole(t, r, []Counts{capacity(1 << 20)}, first)
		h := rv64.NewHart(loaded)
		if stop := h.Run(1 << 30); stop.Kind != rv64.StopEcall || h.X[17] != abi.EcallHalt {
			t.Fatalf("seed %d: %v", seed, stop)
		}
		for i := range 32 {
			if h.X[i] != r.x[i] {
				t.Errorf("seed %d: x%d is %#x, want %#x", seed, i, r.x[i], h.X[i])
			}
		}
		result, err := loaded.Run(context.Background(), nil, rv64.Limits{})
		if err != nil || result.Cycles != r.Cycles() || segments[0].Output != result.Output {
			t.Errorf("seed %d: %d cycles, output %x, want %+v, %v", seed, r.Cycles(), segments[0].Output, result, err)
		}
		got, want := make([]byte, 4096), make([]byte, 4096)
		h.Read(asm.Data, want)
		for i := range got {
			cell := uint32(asm.Data/8 + i/8)
			got[i] = byte(r.mem.page(cell).value[cell%pageCells] >> (8 * (i % 8)))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d: memory differs", seed)
		}
		checkRun(t, r, segments)
	}
}

// All cuts, down to the smallest shapes, give the same run.
func TestCuts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	img := asm.Image(asm.Random(rng, 600), make([]byte, 4096))
	r, _ := recorder(t, img, nil)
	want := whole(t, r, []Counts{capacity(1 << 20)}, first)
	for _, sizes := range [][]uint32{{45}, {60}, {128}, {45, 60, 50}, {128, 64}} {
		var shapes []Counts
		for i, n := range sizes {
			c := capacity(n)
			c[Programs] = 40 + 100*uint32(i)
			shapes = append(shapes, c)
		}
		for _, choose := range []func([]uint64) int{first, longest} {
			r.Reset()
			got := whole(t, r, shapes, choose)
			if len(got) < 3 || got[len(got)-1].Output != want[0].Output {
				t.Errorf("%v: %d segments, output %x", sizes, len(got), got[len(got)-1].Output)
			}
			checkRun(t, r, got)
		}
	}
	r.Reset()
	if _, err := r.Next([]Counts{{}}, first, new(Segment)); err != ErrNoShape {
		t.Errorf("a shape without room: %v", err)
	}
}

// A segment ends before its time would no longer fit.
func TestTimeLimit(t *testing.T) {
	code := asm.Join(asm.Li(5, 700_000), []uint32{asm.I(rv64.Addi, 5, 5, -1), asm.B(rv64.Bne, 5, 0, -4)}, asm.Halt())
	r, _ := recorder(t, asm.Image(code, nil), nil)
	segments := whole(t, r, []Counts{capacity(1 << 24)}, first)
	if len(segments) != 3 || segments[0].TimeOut != 1<<bus.TimeBits-1 || r.Cycles() != 1_400_005 {
		t.Errorf("%d segments, the first ends at %d, %d cycles", len(segments), segments[0].TimeOut, r.Cycles())
	}
}

func TestInput(t *testing.T) {
	input := []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	code := asm.Join(asm.Li(5, abi.InputBase), []uint32{
		asm.I(rv64.Ld, 11, 5, -8), asm.I(rv64.Ld, 12, 5, 0), asm.I(rv64.Ld, 13, 5, 8), asm.I(rv64.Ld, 14, 5, 16),
	}, asm.Halt())
	r, loaded := recorder(t, asm.Image(code, nil), input)
	segments := whole(t, r, []Counts{capacity(1 << 10)}, first)
	result, err := loaded.Run(context.Background(), input, rv64.Limits{})
	if err != nil || segments[0].Output != result.Output {
		t.Errorf("output %x, want %x, %v", segments[0].Output, result.Output, err)
	}
	if _, err := New(loaded, r.program, make([]byte, abi.MaxInputBytes+1)); err == nil {
		t.Error("an input that is too large is accepted")
	}
}

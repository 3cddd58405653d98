//go:build unix

package prover

import (
	"context"
	"fmt"
	"math/rand/v2"
	"syscall"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// benchChip is shaped like an instruction chip: 30 main columns, 43 constraints, 8
// permutation messages of six elements and 9 lookups. The buses are not balanced, which a
// prover does not notice.
func benchChip(name string) *air.Chip {
	b := air.NewBuilder(name)
	var free, bits, derived []air.Expr
	for i := range 16 {
		free = append(free, b.Main(fmt.Sprint("f", i), "field"))
	}
	for i := range 4 {
		bits = append(bits, b.Main(fmt.Sprint("b", i), "bit"))
		b.Bool(fmt.Sprint("b", i), bits[i])
	}
	for i := range 10 {
		d := b.Main(fmt.Sprint("d", i), "field")
		x, y, z := free[i], free[i+3], free[i+6]
		b.Zero(fmt.Sprint("product ", i), d.Sub(x.Mul(y)))
		b.Zero(fmt.Sprint("select ", i), bits[i%4].Mul(d.Sub(x.Mul(y))))
		b.Zero(fmt.Sprint("carry ", i), d.Add(z.Scale(1<<16)).Sub(x.Mul(y)).Sub(z.Scale(65536)).Mul(bits[1].Sub(bits[2])))
		derived = append(derived, d)
	}
	for i := range 9 {
		b.ZeroWhen(air.Transition, fmt.Sprint("next ", i), derived[i].Next().Sub(free[i].Next().Mul(free[i+3].Next())))
	}
	mem := air.Bus{ID: 1, Name: "MEM", Kind: air.Permutation, Width: 6}
	wide := air.Bus{ID: 2, Name: "ROM", Kind: air.Lookup, Width: 9}
	triple := air.Bus{ID: 3, Name: "BYTES", Kind: air.Lookup, Width: 3}
	single := air.Bus{ID: 4, Name: "RANGE", Kind: air.Lookup, Width: 1}
	for i := range 4 {
		tuple := append(append([]air.Expr{}, free[i:i+5]...), derived[i])
		b.Receive(mem, tuple...)
		b.Send(mem, append(append([]air.Expr{}, derived[i:i+4]...), free[i], derived[i+5].Add(bits[i]))...)
	}
	b.Demand(wide, bits[0], free[:9]...)
	b.Demand(triple, bits[1], free[9:12]...)
	b.Demand(triple, bits[1], free[12:15]...)
	for i := range 6 {
		b.Demand(single, bits[i%4], derived[i].Sub(free[i].Scale(1<<16)))
	}
	return b.Must()
}

func benchInput(l *proof.Layout) *Input {
	in := &Input{}
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range l.Tables {
		n := l.Tables[i].Height()
		main := newColumns(30, n)
		for j := range n {
			for c := range 16 {
				main[c][j] = field.New(rng.Uint64() & 0xffff)
			}
			for c := range 4 {
				main[16+c][j] = field.New(rng.Uint64() & 1)
			}
			for c := range 10 {
				main[20+c][j] = main[c][j].Mul(main[c+3][j])
			}
		}
		in.Main = append(in.Main, main)
	}
	return in
}

// BenchmarkProve proves twelve tables at rate 1/2 and reports nanoseconds per committed base
// cell: of all cores, elapsed (ns/cell/core), and of processor time, in all and by stage,
// which says more on a machine that does other things as well. Cells are those of main,
// permutation and quotient columns on the trace.
func BenchmarkProve(b *testing.B) {
	for _, top := range []int{14, 16, 19} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("top=%d/workers=%d", top, workers), func(b *testing.B) { benchProve(b, top, workers) })
		}
	}
}

func benchProve(b *testing.B, top, workers int) {
	s := &proof.System{Name: "bench"}
	var shape proof.Shape
	for i, below := range []int{0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 5, 5} {
		s.Chips = append(s.Chips, benchChip(fmt.Sprint("chip", i)))
		shape = append(shape, max(top-below, 10))
	}
	l, err := proof.NewLayout(params.InsecureDev(), params.LeafHalf, s, shape)
	if err != nil {
		b.Fatal(err)
	}
	p, err := Setup(context.Background(), l, make(Columns, len(l.Tables)), Options{Workers: workers})
	if err != nil {
		b.Fatal(err)
	}
	in := benchInput(l)
	cells := 0
	for id := range proof.NumTrees {
		cells += p.cells(id)
	}
	spent, last := map[Stage]time.Duration{}, time.Duration(0)
	o := Options{Workers: workers, Observer: func(e Event) {
		now := processorTime()
		if e.Done {
			spent[e.Stage] += now - last
		}
		last = now
	}}
	b.ResetTimer()
	start := processorTime()
	for range b.N {
		if _, err := p.Prove(context.Background(), in, o); err != nil {
			b.Fatal(err)
		}
	}
	scale := 1 / float64(b.N*cells)
	for _, stage := range Stages {
		b.ReportMetric(float64(spent[stage])*scale, string(stage)+"-ns/cell")
	}
	b.ReportMetric(float64(processorTime()-start)*scale, "processor-ns/cell")
	b.ReportMetric(float64(workers)*float64(b.Elapsed())*scale, "ns/cell/core")
	b.ReportMetric(float64(cells), "cells")
}

// processorTime is what the process has used, of all processors.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

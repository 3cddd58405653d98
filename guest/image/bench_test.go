package image

import (
	"context"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// BenchmarkRun is the speed of the executor on SHA-256, Keccak, sorting and maps.
func BenchmarkRun(b *testing.B) {
	_, p := mix(b)
	cycles := uint64(0)
	for b.Loop() {
		r, err := p.Run(context.Background(), command(cmdMix, 200), rv64.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		cycles += r.Cycles
	}
	b.ReportMetric(float64(cycles)/b.Elapsed().Seconds()/1e6, "MHz")
}

// BenchmarkProfile is the same with counting.
func BenchmarkProfile(b *testing.B) {
	_, p := mix(b)
	m, cycles := rv64.NewMachine(p), uint64(0)
	for b.Loop() {
		r, _, err := m.Profile(context.Background(), command(cmdMix, 50), rv64.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		cycles += r.Cycles
	}
	b.ReportMetric(float64(cycles)/b.Elapsed().Seconds()/1e6, "MHz")
}

// BenchmarkShortRun is what a run costs that does almost nothing: reset and input.
func BenchmarkShortRun(b *testing.B) {
	_, p := mix(b)
	for b.Loop() {
		if _, err := p.Run(context.Background(), command(cmdExact, 0), rv64.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoad is predecoding and the page table.
func BenchmarkLoad(b *testing.B) {
	g, _ := mix(b)
	for b.Loop() {
		if _, err := g.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

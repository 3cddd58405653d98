package record

import (
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// loop is code that runs long and touches some memory.
func loop(rounds uint64) []uint32 {
	body := []uint32{
		asm.R(rv64.Add, 7, 7, 8), asm.R(rv64.Xor, 8, 8, 7), asm.I(rv64.Slli, 9, 7, 3), asm.I(rv64.Andi, 9, 9, 0x7f8),
		asm.R(rv64.Add, 9, 9, 6), asm.S(rv64.Sd, 8, 9, 0), asm.I(rv64.Lbu, 11, 9, 3), asm.R(rv64.Mul, 12, 11, 7),
		asm.I(rv64.Addi, 5, 5, -1), asm.B(rv64.Bne, 5, 0, -36),
	}
	return asm.Join(asm.Li(5, rounds), asm.Li(6, asm.Data), asm.Li(7, 1), asm.Li(8, 2), body, asm.Halt())
}

func BenchmarkRecorder(b *testing.B) {
	r, _ := recorder(b, asm.Image(loop(65_000), nil), nil)
	shapes := []Counts{capacity(1 << 20), capacity(1 << 18)}
	var cuts []Cut
	seg := new(Segment)
	b.Run("pass1", func(b *testing.B) {
		for b.Loop() {
			r.Reset()
			for cuts = cuts[:0]; !r.Halted(); {
				cut, err := r.Next(shapes, longest, seg)
				if err != nil {
					b.Fatal(err)
				}
				cuts = append(cuts, cut)
			}
		}
		b.ReportMetric(float64(r.Rows())*float64(b.N)/b.Elapsed().Seconds()/1e6, "Msteps/s")
	})
	b.Run("pass2", func(b *testing.B) {
		for b.Loop() {
			r.Reset()
			for _, cut := range cuts {
				if err := r.Record(cut, seg); err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(r.Rows())*float64(b.N)/b.Elapsed().Seconds()/1e6, "Msteps/s")
	})
}

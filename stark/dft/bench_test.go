package dft

import (
	"fmt"
	"testing"
	"unsafe"

	"github.com/consensys/gnark-crypto/field/koalabear"
	"github.com/consensys/gnark-crypto/field/koalabear/fft"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

var benchLogs = []int{10, 16, 20}

// eachSize runs a benchmark with each back end that there is here and of each size.
func eachSize(b *testing.B, f func(b *testing.B, log int)) {
	was := use
	defer func() { use = was }()
	for _, use = range backend.Available() {
		for _, log := range benchLogs {
			b.Run(fmt.Sprintf("%s/%d", use, log), func(b *testing.B) {
				b.SetBytes(4 << log)
				f(b, log)
			})
		}
	}
}

// BenchmarkForward and BenchmarkPeerForward are the same transform (natural to
// bit-reversed, one goroutine) by this package and by gnark-crypto.
func BenchmarkForward(b *testing.B) {
	eachSize(b, func(b *testing.B, log int) {
		a := random(1<<log, 1)
		forward(a, log) // the tables
		for b.Loop() {
			forward(a, log)
		}
	})
}

func BenchmarkPeerForward(b *testing.B) {
	for _, log := range benchLogs {
		b.Run(fmt.Sprint(log), func(b *testing.B) {
			d := fft.NewDomain(1 << log)
			e := random(1<<log, 1)
			a := unsafe.Slice((*koalabear.Element)(unsafe.Pointer(&e[0])), len(e))
			b.SetBytes(4 << log)
			for b.Loop() {
				d.FFT(a, fft.DIF, fft.WithNbTasks(1))
			}
		})
	}
}

func BenchmarkLDE(b *testing.B) {
	eachSize(b, func(b *testing.B, log int) {
		c, err := NewCoset(log, 1, field.Generator)
		if err != nil {
			b.Fatal(err)
		}
		in, out := random(c.In(), 1), make([]field.Element, c.Out())
		for b.Loop() {
			if err := c.LDE(out, in); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N<<log), "ns/cell")
	})
}

func BenchmarkBitReverse(b *testing.B) {
	for _, log := range benchLogs {
		b.Run(fmt.Sprint(log), func(b *testing.B) {
			a := random(1<<log, 1)
			b.SetBytes(4 << log)
			for b.Loop() {
				bitReverse(a, log)
			}
		})
	}
}

func BenchmarkBitReverseTo(b *testing.B) {
	eachSize(b, func(b *testing.B, log int) {
		a, to := random(1<<log, 1), make([]field.Element, 1<<log)
		for b.Loop() {
			bitReverseTo(to, a, log)
		}
	})
}

package dft

import (
	"fmt"
	"testing"
	"unsafe"

	"github.com/consensys/gnark-crypto/field/koalabear"
	"github.com/consensys/gnark-crypto/field/koalabear/fft"

	"github.com/ashlar-labs/ashlar/stark/field"
)

var benchLogs = []int{10, 16, 20}

// BenchmarkForward and BenchmarkPeerForward are the same transform (natural to
// bit-reversed, one goroutine) by this package and by gnark-crypto.
func BenchmarkForward(b *testing.B) {
	for _, log := range benchLogs {
		b.Run(fmt.Sprint(log), func(b *testing.B) {
			a := random(1<<log, 1)
			forward(a, log) // the tables
			b.SetBytes(4 << log)
			for b.Loop() {
				forward(a, log)
			}
		})
	}
}

func BenchmarkForwardPortable(b *testing.B) {
	was := useWide
	defer func() { useWide = was }()
	useWide = false
	BenchmarkForward(b)
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
	for _, log := range benchLogs {
		b.Run(fmt.Sprint(log), func(b *testing.B) {
			c, err := NewCoset(log, 1, field.Generator)
			if err != nil {
				b.Fatal(err)
			}
			in, out := random(c.In(), 1), make([]field.Element, c.Out())
			b.SetBytes(4 << log)
			for b.Loop() {
				if err := c.LDE(out, in); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N<<log), "ns/cell")
		})
	}
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
	for _, log := range benchLogs {
		b.Run(fmt.Sprint(log), func(b *testing.B) {
			a, to := random(1<<log, 1), make([]field.Element, 1<<log)
			b.SetBytes(4 << log)
			for b.Loop() {
				bitReverseTo(to, a, log)
			}
		})
	}
}

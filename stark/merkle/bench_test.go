package merkle

import (
	"fmt"
	"testing"
)

// BenchmarkCommit is one committed matrix of 2^16 rows and 32 columns.
func BenchmarkCommit(b *testing.B) {
	shape := Shape{Matrices: []Matrix{{16, 32}}, CapLog: 4}
	s, err := New(shape)
	if err != nil {
		b.Fatal(err)
	}
	ms := randomMatrices(shape, 1)
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Commit(b.Context(), ms, workers); err != nil {
					b.Fatal(err)
				}
			}
			cells := float64(b.N) * 32 * (1 << 16)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/cells, "ns/cell")
		})
	}
}

// BenchmarkVerify is 82 queries into 2^12 rows of 40 elements.
func BenchmarkVerify(b *testing.B) {
	shape := Shape{Matrices: []Matrix{{12, 40}}, CapLog: 4}
	indices := make([]int, 82)
	for i := range indices {
		indices[i] = i * 49
	}
	s, tree, o := commit(b, shape, indices)
	c := tree.Cap()
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Verify(c, indices, o); err != nil {
			b.Fatal(err)
		}
	}
}

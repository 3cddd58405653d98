package sponge

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

func randomRow(rng *rand.Rand, n int) []field.Element {
	row := make([]field.Element, n)
	for i := range row {
		row[i] = field.Element(rng.Uint32N(field.Modulus))
	}
	return row
}

// plainHash is the definition of the package comment, written down a second time.
func plainHash(row []field.Element) (d Digest) {
	var s [Width]field.Element
	s[16], s[17] = field.New(2), field.New(uint64(len(row)))
	padded := append([]field.Element(nil), row...)
	for len(padded) == 0 || len(padded)%16 != 0 {
		padded = append(padded, 0)
	}
	for ; len(padded) > 0; padded = padded[16:] {
		copy(s[:], padded[:16])
		poseidon2.Permute24(&s)
	}
	copy(d[:], s[:])
	return d
}

func TestHashesAgreeWithDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, width := range []int{0, 1, 7, 15, 16, 17, 31, 32, 33, 50} {
		const rows = 37 // no multiple of the block
		columns := make([][]field.Element, width)
		for i := range columns {
			columns[i] = randomRow(rng, rows)
		}
		const first = 3
		got := make([]Digest, rows-first)
		HashColumns(got, columns, first)
		for i := range got {
			row := make([]field.Element, width)
			for j := range row {
				row[j] = columns[j][first+i]
			}
			want := plainHash(row)
			if got[i] != want || HashRow(row) != want {
				t.Fatalf("width %d, row %d: hashes differ", width, first+i)
			}
			pieces := NewRow(width)
			for rest := row; len(rest) > 0; {
				n := 1 + rng.IntN(len(rest))
				pieces.Write(rest[:n])
				rest = rest[n:]
			}
			if !pieces.Full() || pieces.Sum() != want {
				t.Fatalf("width %d: a row in pieces has another hash", width)
			}
		}
	}
}

func TestEveryElementAndTheWidthCount(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	row := randomRow(rng, 40)
	want := HashRow(row)
	for i := range row {
		row[i] = row[i].Add(field.One)
		if HashRow(row) == want {
			t.Errorf("element %d does not count", i)
		}
		row[i] = row[i].Sub(field.One)
	}
	seen := map[Digest]int{}
	for n := range 50 { // rows of zeros differ by width alone
		d := HashRow(make([]field.Element, n))
		if m, dup := seen[d]; dup {
			t.Errorf("rows of %d and %d zeros collide", m, n)
		}
		seen[d] = n
	}
}

func TestPieceCountIsReported(t *testing.T) {
	for _, n := range []int{4, 6} {
		r := NewRow(5)
		r.Write(make([]field.Element, n))
		if r.Full() {
			t.Errorf("%d elements pass as a row of 5", n)
		}
	}
}

func TestGolden(t *testing.T) {
	row := make([]field.Element, 20)
	for i := range row {
		row[i] = field.New(uint64(i))
	}
	got := HashRow(row)
	want := [8]uint32{540640983, 358524298, 1815223067, 1945896751, 137977272, 1731126956, 1417657434, 811138582}
	for i, w := range want {
		if got[i].Uint32() != w {
			t.Fatalf("element %d: got %d, want %d", i, got[i].Uint32(), w)
		}
	}
}

func BenchmarkHashColumns32(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	const rows = 1 << 10
	columns := make([][]field.Element, 32)
	for i := range columns {
		columns[i] = randomRow(rng, rows)
	}
	dst := make([]Digest, rows)
	b.ReportAllocs()
	for b.Loop() {
		HashColumns(dst, columns, 0)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows*32), "ns/element")
}

package proof

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
)

var (
	busA = air.Bus{ID: 1, Name: "A", Kind: air.Permutation, Width: 2}
	busB = air.Bus{ID: 2, Name: "B", Kind: air.Lookup, Width: 1}
	busG = air.Bus{ID: 3, Name: "G", Kind: air.Lookup, Global: true, Width: 1}
)

func el(v int) field.Element { return field.New(uint64(v)) }

// walker is a chip with rotations, a fixed column, a public value and two buses.
func walker() *air.Chip {
	b := air.NewBuilder("walker")
	x, y, k := b.Main("x", "field"), b.Main("y", "field"), b.Fixed("k")
	b.ZeroWhen(air.First, "starts", x.Sub(b.Public(0)))
	b.Zero("product", x.Next().Sub(x.Mul(y)))
	b.Send(busA, x, k)
	b.Receive(busA, y, k.Next())
	b.Demand(busB, b.One(), y)
	return b.Must()
}

func store() *air.Chip {
	b := air.NewBuilder("store")
	b.Shared()
	x, m := b.Main("x", "field"), b.Main("m", "field")
	b.Supply(busB, m, x)
	b.Supply(busG, b.One(), x.Next())
	return b.Must()
}

// bare has neither fixed columns nor interactions.
func bare() *air.Chip {
	b := air.NewBuilder("bare")
	b.Bool("x", b.Main("x", "bit"))
	return b.Must()
}

func newSystem() *System {
	return &System{Name: "test", Chips: []*air.Chip{walker(), store(), bare()}, Publics: 1}
}

func newLayout(t testing.TB, shape ...int) *Layout {
	t.Helper()
	l, err := NewLayout(params.InsecureDev(), params.LeafQuarter, newSystem(), shape)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func fill(xs []field.Element, rng *rand.Rand) {
	for i := range xs {
		xs[i] = field.New(rng.Uint64())
	}
}

func randomCap(n int, rng *rand.Rand) merkle.Cap {
	if n == 0 {
		return nil
	}
	c := make(merkle.Cap, n)
	for i := range c {
		fill(c[i][:], rng)
	}
	return c
}

func randomE6s(n int, rng *rand.Rand) []ext.E6 {
	if n == 0 {
		return nil
	}
	out := make([]ext.E6, n)
	for i := range out {
		fill(out[i][:], rng)
	}
	return out
}

// randomBytes is a proof of the layout with random words: well formed and false.
func randomBytes(l *Layout, seed uint64) (out []byte) {
	rng := rand.New(rand.NewPCG(seed, 8))
	for range l.ProofBytes() / field.Bytes {
		w := field.New(rng.Uint64()).Bytes()
		out = append(out, w[:]...)
	}
	return out
}

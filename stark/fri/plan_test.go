package fri

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/dft"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// TestEveryHeightEntersOneLayer goes through all tops with all lower heights.
func TestEveryHeightEntersOneLayer(t *testing.T) {
	for _, layer := range layerNames {
		l := layerOf(t, params.P100Name, layer)
		for top := l.LogHeightMin + l.LogBlowup; top <= l.LogHeightMax+l.LogBlowup; top++ {
			var heights []int
			for h := top; h >= l.LogHeightMin+l.LogBlowup; h-- {
				heights = append(heights, h)
			}
			p := newPlan(t, l, heights...)
			var entered []int
			for i, at := range p.layers {
				if at.logHeight != top-logArity*i {
					t.Errorf("top %d: layer %d of 2^%d", top, i, at.logHeight)
				}
				for _, h := range p.heights[at.first:at.end] {
					if lift := at.logHeight - h; lift < 0 || lift >= logArity {
						t.Errorf("top %d: height %d lifted by %d", top, h, lift)
					}
					entered = append(entered, h)
				}
			}
			if !slices.Equal(entered, heights) {
				t.Errorf("top %d: %v entered", top, entered)
			}
			if p.finalLog < 4 || p.finalLog > 6 || p.finalHeight != p.finalLog+l.LogBlowup {
				t.Errorf("top %d: final polynomial of 2^%d over 2^%d", top, p.finalLog, p.finalHeight)
			}
		}
	}
}

func TestNewPlanRefuses(t *testing.T) {
	good := layerOf(t, params.P100Name, params.LeafHalf)
	for name, c := range map[string]struct {
		reason  string
		change  func(*params.Layer)
		heights []int
	}{
		"no heights":         {"no heights", nil, nil},
		"too small":          {"allowed are", nil, []int{12, 7}},
		"too great":          {"allowed are", nil, []int{25, 8}},
		"negative":           {"allowed are", nil, []int{-1}},
		"twice":              {"descending", nil, []int{12, 12}},
		"ascending":          {"descending", nil, []int{11, 12}},
		"other arity":        {"arity", func(l *params.Layer) { l.LogArity = 4 }, []int{12}},
		"smaller arity":      {"arity", func(l *params.Layer) { l.LogArity = 2 }, []int{12}},
		"greatest, twice":    {"descending", nil, []int{24, 24, 8}},
		"twice at the end":   {"descending", nil, []int{12, 8, 8}},
		"short final":        {"final polynomial", func(l *params.Layer) { l.LogFinalPolyLen = 2 }, []int{12}},
		"least enters none":  {"enter no layer", func(l *params.Layer) { l.LogFinalPolyLen = 7 }, []int{12}},
		"too much work":      {"grinding", func(l *params.Layer) { l.GrindingBits = 25 }, []int{12}},
		"nonsense in params": {"queries", func(l *params.Layer) { l.Queries = 0 }, []int{12}},
	} {
		l := good
		if c.change != nil {
			c.change(&l)
		}
		if _, err := NewPlan(l, c.heights); err == nil || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A plan is fixed when it is made, also for who has the list that it was made of or asks it for its own.
func TestPlanIsFixed(t *testing.T) {
	l := layerOf(t, params.P100Name, params.LeafHalf)
	heights := []int{12, 10, 8}
	p := newPlan(t, l, heights...)
	heights[0], heights[2] = 20, 9
	p.Heights()[1] = 11
	if got := p.Heights(); !slices.Equal(got, []int{12, 10, 8}) || p.Top() != 12 {
		t.Errorf("heights %v, top %d", got, p.Top())
	}
	if p.Queries() != l.Queries || p.grinding != l.GrindingBits {
		t.Errorf("%d queries, %d bits of work", p.Queries(), p.grinding)
	}
}

// The cap of a layer has 2^floor(log2 Q) digests, or its rows if they are less.
func TestCapsFollowTheQueries(t *testing.T) {
	l := layerOf(t, params.P100Name, params.LeafHalf)
	for queries, want := range map[int]int{1: 0, 2: 1, 3: 1, 4: 2, 127: 6, 128: 7, 165: 7, 255: 7, 256: 8, 1024: 10} {
		l.Queries = queries
		if got := CapLog(l); got != want {
			t.Errorf("%d queries: cap of 2^%d, want 2^%d", queries, got, want)
		}
		for i, at := range newPlan(t, l, 14, 8).layers {
			if rows := at.logHeight - logArity; at.scheme.CapLen() != 1<<min(want, rows) {
				t.Errorf("%d queries: layer %d of 2^%d rows has a cap of %d", queries, i, rows, at.scheme.CapLen())
			}
		}
	}
}

func TestCommitRefuses(t *testing.T) {
	p, words, _ := sample(t, layerOf(t, params.InsecureDevName, params.LeafHalf))
	short := append([]ext.Vector(nil), words...)
	short[2] = short[2].Slice(0, 1<<(p.heights[2]-1))
	ragged := append([]ext.Vector(nil), words...)
	ragged[1][4] = ragged[1][4][1:]
	for name, bad := range map[string][]ext.Vector{"missing": words[1:], "short": short, "ragged": ragged, "none": nil} {
		if _, err := p.Commit(context.Background(), newTranscript(), bad, 1); err == nil {
			t.Errorf("%s word accepted", name)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Commit(ctx, newTranscript(), words, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("ended context: %v", err)
	}
}

// TestDomains checks what folding and the caller's extensions build on.
func TestDomains(t *testing.T) {
	x, err := dft.NewCoset(5, 2, Shift(7))
	if err != nil {
		t.Fatal(err)
	}
	points := make([]field.Element, 1<<7)
	if err := x.Extend(points, append([]field.Element{0, field.One}, make([]field.Element, 30)...)); err != nil {
		t.Fatal(err)
	}
	for i, point := range points {
		if Point(7, i) != point {
			t.Fatalf("index %d is another point than in package dft", i)
		}
	}
	rng := rand.New(rand.NewPCG(4, 4))
	for h := 1; h <= field.TwoAdicity; h++ {
		if Shift(h).Square() != Shift(h-1) {
			t.Errorf("shift of 2^%d squared is not that of 2^%d", h, h-1)
		}
		for range 20 {
			i := rng.IntN(1 << h)
			if Point(h, i).Square() != Point(h-1, i>>1) {
				t.Errorf("2^%d: index %d does not square to index %d", h, i, i>>1)
			}
			if Point(h, i).Exp(1<<field.TwoAdicity) == field.One {
				t.Errorf("2^%d: index %d lies in a subgroup of order 2^24", h, i)
			}
		}
	}
}

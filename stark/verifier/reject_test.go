package verifier

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// rejected demands a rejection that wraps ErrInvalidProof and names the place.
func rejected(t *testing.T, name string, err error, where string) {
	t.Helper()
	switch {
	case err == nil:
		t.Errorf("%s: accepted", name)
	case !errors.Is(err, ErrInvalidProof):
		t.Errorf("%s: %v does not wrap ErrInvalidProof", name, err)
	case !strings.Contains(err.Error(), where):
		t.Errorf("%s: rejected for another reason: %v, want %q", name, err, where)
	}
}

func (s *statement) verify(p *proof.Proof, global proof.Global) error {
	_, err := Verify(s.key, s.context, s.publics, global, s.external, p)
	return err
}

// leaf is the layer of most tests.
const leaf = params.LeafQuarter

func bump(x *ext.E6) { *x = x.AddBase(field.One) }

// departure is a prover that departs from the protocol in one place, and is right in all
// others.
type departure struct {
	name, where string
	cheat       func(s *statement)
}

func TestCheatingProvers(t *testing.T) {
	for _, c := range slices.Concat(falseTables, falseSums, falseAccumulators) {
		s := everything(t, insecure(), leaf)
		c.cheat(s)
		p, global, _ := s.prove(t)
		rejected(t, c.name, s.verify(p, global), c.where)
	}
}

// falseTables are false columns, messages and claims.
var falseTables = []departure{
	{"cell of a constraint", "chips of height 2^8 do not hold", func(s *statement) { s.main[1][3][9] = el(1) }},
	{"first row", "chips of height 2^9 do not hold", func(s *statement) { s.publics[0] = el(4) }},
	{"last row", "chips of height 2^9 do not hold", func(s *statement) { s.publics[2] = el(4) }},
	{"fixed column of another key", "chips of height 2^9 do not hold", func(s *statement) {
		s.fixed[0] = columns{slices.Clone(s.fixed[0][0])}
		s.fixed[0][0][17] = el(99)
	}},
	{"fixed columns that satisfy all constraints", "fixed tree", func(s *statement) {
		s.fixed[0] = columns{slices.Clone(s.fixed[0][0])}
		for r := range s.fixed[0][0] {
			s.fixed[0][0][r] = el(r + 1)
		}
	}},
	{"lookup multiplicity", "local lookups do not add up", func(s *statement) { s.main[3][0][5] = s.main[3][0][5].Add(field.One) }},
	{"value out of range", "local lookups do not add up", func(s *statement) {
		s.main[1][2][200], s.main[1][3][200] = el(128), el(128*128)
	}},
	{"message", "permutations do not multiply", func(s *statement) { s.main[1][1][3] = el(1) }},
	{"no external permutation", "permutations do not multiply", func(s *statement) { s.external = s.external[1:] }},
	{"external permutation twice", "permutations do not multiply", func(s *statement) { s.external = append(s.external, s.external[0]) }},
	{"external permutation turned round", "permutations do not multiply", func(s *statement) { s.external[0].Direction = air.Take }},
	{"no external lookup", "local lookups do not add up", func(s *statement) { s.external = s.external[:4] }},
	{"other external lookup", "local lookups do not add up", func(s *statement) { s.external[4].Tuple[1] = el(11) }},
	{"other external multiplicity", "local lookups do not add up", func(s *statement) { s.external[4].Multiplicity = el(3) }},
	{"permutation column", "chips of height 2^8 do not hold", func(s *statement) {
		s.cheat.perm = func(table int, c [][]ext.E6) {
			if table == 2 {
				bump(&c[1][30])
			}
		}
	}},
	{"pin", "verify fri", func(s *statement) { s.cheat.pins = func(x []ext.E6) { bump(&x[2]) } }},
	{"lambda", "chips of height 2^9 do not hold", func(s *statement) { s.cheat.lambda = bump }},
	{"the same powers of lambda for two chips of a height", "chips of height 2^8 do not hold", func(s *statement) { s.cheat.samePowers = true }},
}

// falseSums are exposed values that are not those of the columns.
var falseSums = []departure{
	{"sums that cancel", "chips of height 2^8 do not hold", func(s *statement) {
		s.cheat.exposed = func(x []ext.E6) { // local sums of counter and ranges
			d := ext.E6{1, 2, 3}
			a, b := s.exposedAt(1, logup.Local), s.exposedAt(3, logup.Local)
			x[a], x[b] = x[a].Add(d), x[b].Sub(d)
		}
	}},
	{"global sum", "chips of height 2^8 do not hold", func(s *statement) {
		s.cheat.exposed = func(x []ext.E6) { bump(&x[s.exposedAt(2, logup.Global)]) }
	}},
	{"global sum beside a permutation", "chips of height 2^7 do not hold", func(s *statement) {
		s.cheat.exposed = func(x []ext.E6) { bump(&x[s.exposedAt(5, logup.Global)]) }
	}},
	{"products that cancel", "chips of height 2^8 do not hold", func(s *statement) {
		s.cheat.exposed = func(x []ext.E6) {
			a, b := s.exposedAt(1, logup.Product), s.exposedAt(5, logup.Product)
			x[a], x[b] = x[a].Double(), x[b].Mul(ext.One.Double().Inv())
		}
	}},
	{"one product", "permutations do not multiply", func(s *statement) {
		s.cheat.exposed = func(x []ext.E6) { bump(&x[s.exposedAt(1, logup.Product)]) }
	}},
	{"product zero", "permutations do not multiply", func(s *statement) {
		s.cheat.exposed = func(x []ext.E6) { x[s.exposedAt(1, logup.Product)] = ext.E6{} }
	}},
}

// falseAccumulators end at what is exposed, which adds up, and start at something else.
var falseAccumulators = []departure{
	{"accumulator that does not start at zero", "chips of height 2^8 do not hold", func(s *statement) {
		s.cheat.perm = func(table int, c [][]ext.E6) {
			if table == 1 {
				_, to := s.key.Tables[table].ColumnsOf(logup.Local)
				for r := range c[to-1] {
					bump(&c[to-1][r])
				}
			}
		}
		s.cheat.exposed = func(x []ext.E6) { // ends where it says, and the sums add up
			a, b := s.exposedAt(1, logup.Local), s.exposedAt(3, logup.Local)
			x[a], x[b] = x[a].Add(ext.One), x[b].Sub(ext.One)
		}
	}},
	{"global accumulator that does not start at zero", "chips of height 2^7 do not hold", func(s *statement) {
		s.cheat.perm = func(table int, c [][]ext.E6) {
			if table == 5 {
				_, to := s.key.Tables[table].ColumnsOf(logup.Global)
				for r := range c[to-1] {
					bump(&c[to-1][r])
				}
			}
		}
		s.cheat.exposed = func(x []ext.E6) { bump(&x[s.exposedAt(5, logup.Global)]) }
	}},
	{"products that start at two and a half", "chips of height 2^8 do not hold", func(s *statement) {
		two := ext.One.Double()
		scale := map[int]ext.E6{1: two, 5: two.Inv()}
		s.cheat.perm = func(table int, c [][]ext.E6) {
			from, to := s.key.Tables[table].ColumnsOf(logup.Product)
			for k := from; k < to && scale[table] != (ext.E6{}); k++ {
				for r := range c[k] {
					c[k][r] = c[k][r].Mul(scale[table])
				}
			}
		}
		s.cheat.exposed = func(x []ext.E6) {
			for table, by := range scale {
				at := s.exposedAt(table, logup.Product)
				x[at] = x[at].Mul(by)
			}
		}
	}},
}

func (s *statement) exposedAt(table int, a logup.Argument) int {
	return s.key.Tables[table].ExposedAt + s.key.Tables[table].Exposed[a]
}

// Every claim is tied to the committed columns: a claim that no constraint reads, of the
// multiplicity of a table that is not used, is caught by the DEEP word.
func TestFalseClaims(t *testing.T) {
	loose := func() *statement {
		b := air.NewBuilder("loose")
		x, y := b.Main("x", "bit"), b.Main("y", "field (free)")
		b.Bool("x", x)
		b.Zero("y is read on the next row, times nothing", y.Next().Sub(y.Next().AddInt(1)).AddInt(1))
		f := filled{chip: b.Must(), log: 7}
		f.main = columns{f.column(func(r int) field.Element { return el(r & 1) }), f.column(el)}
		return stateOf(t, layoutOf(t, insecure(), leaf, 0, f), nil, nil, f)
	}
	for claim := range 5 {
		s := loose()
		if claim > 0 {
			s.cheat.claims = func(c []ext.E6) { c[claim] = c[claim].AddBase(field.One) }
		}
		p, global, _ := s.prove(t)
		switch err := s.verify(p, global); claim {
		case 0:
			if err != nil {
				t.Errorf("true claims: %v", err)
			}
		case 1, 2: // y at zeta, y at the next row
			rejected(t, fmt.Sprint("claim ", claim), err, "layer 0")
		default: // quotient
			rejected(t, fmt.Sprint("claim ", claim), err, "do not hold")
		}
	}
}

// proven is one good proof of everything, as bytes.
func proven(t testing.TB) (*statement, []byte, proof.Global) {
	t.Helper()
	s := everything(t, insecure(), leaf)
	p, global, _ := s.prove(t)
	return s, s.key.AppendProof(nil, p), global
}

func (s *statement) verifyBytes(b []byte, global proof.Global) error {
	p, err := s.key.DecodeProof(b)
	if err != nil {
		return err
	}
	return s.verify(p, global)
}

func TestFlippedBytes(t *testing.T) {
	s, good, global := proven(t)
	if err := s.verifyBytes(good, global); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	places := []int{0, 1, 2, 3, len(good) - 1, len(good) - 2, len(good) - 3, len(good) - 4}
	for range 400 {
		places = append(places, rng.IntN(len(good)))
	}
	for _, i := range places {
		bad := slices.Clone(good)
		bad[i] ^= byte(1 << rng.IntN(8))
		rejected(t, fmt.Sprintf("byte %d of %d", i, len(good)), s.verifyBytes(bad, global), "")
	}
}

func TestWrongLengths(t *testing.T) {
	s, good, global := proven(t)
	for name, bad := range map[string][]byte{
		"nothing": nil, "one byte less": good[:len(good)-1], "one more": append(slices.Clone(good), 0), "half": good[:len(good)/2],
	} {
		rejected(t, name, s.verifyBytes(bad, global), "bytes, want")
	}
}

// The statement is bound: another one refuses the same proof.
func TestOtherStatements(t *testing.T) {
	s, good, global := proven(t)
	for name, change := range map[string]func(s *statement, g *proof.Global){
		"context":          func(s *statement, _ *proof.Global) { s.context = []field.Element{el(11), el(13)} },
		"shorter context":  func(s *statement, _ *proof.Global) { s.context = s.context[:1] },
		"longer context":   func(s *statement, _ *proof.Global) { s.context = append(slices.Clone(s.context), 0) },
		"public value":     func(s *statement, _ *proof.Global) { s.publics = []field.Element{el(3), el(5), s.publics[2]} },
		"global digest":    func(_ *statement, g *proof.Global) { g.Digest[3] = g.Digest[3].Add(field.One) },
		"global alpha":     func(_ *statement, g *proof.Global) { g.Alpha = g.Alpha.AddBase(field.One) },
		"global beta":      func(_ *statement, g *proof.Global) { g.Beta = g.Beta.AddBase(field.One) },
		"external message": func(s *statement, _ *proof.Global) { s.external = s.external[:3] },
		"fixed cap": func(s *statement, _ *proof.Global) {
			cap := slices.Clone(s.key.FixedCap)
			cap[0], cap[1] = cap[1], cap[0]
			s.key, _ = proof.NewKey(s.key.Layout, cap)
		},
		"name of the system": func(s *statement, _ *proof.Global) {
			layout := *s.key.Layout
			layout.System = "other toys"
			s.key, _ = proof.NewKey(&layout, s.key.FixedCap)
		},
		"profile": func(s *statement, _ *proof.Global) {
			layout := *s.key.Layout
			layout.Profile.Name = params.P100Name
			s.key, _ = proof.NewKey(&layout, s.key.FixedCap)
		},
	} {
		other, g := *s, global
		change(&other, &g)
		rejected(t, name, other.verifyBytes(good, g), "")
	}
}

// A proof does not fit a key of other parameters or another shape, by its length.
func TestOtherKeys(t *testing.T) {
	s, good, global := proven(t)
	for _, layer := range layers {
		if layer == leaf {
			continue
		}
		other := everything(t, insecure(), layer)
		rejected(t, layer, other.verifyBytes(good, global), "bytes, want")
	}
	other := *s
	fib, publics := fibonacci(9)
	other.key = stateOf(t, layoutOf(t, insecure(), leaf, 3, fib), publics, nil, fib).key
	rejected(t, "other system", other.verifyBytes(good, global), "bytes, want")
}

// Proofs that no decoder made: wrong sizes, words of p and more, missing parts.
func TestMalformedProofs(t *testing.T) {
	s, good, global := proven(t)
	for name, spoil := range map[string]func(p *proof.Proof){
		"no main cap":           func(p *proof.Proof) { p.MainCap = nil },
		"short main cap":        func(p *proof.Proof) { p.MainCap = p.MainCap[1:] },
		"swapped caps":          func(p *proof.Proof) { p.MainCap, p.PermutationCap = p.PermutationCap, p.MainCap },
		"shared cap":            func(p *proof.Proof) { p.Shared.Cap = p.MainCap },
		"swapped digests":       func(p *proof.Proof) { p.QuotientCap[0], p.QuotientCap[1] = p.QuotientCap[1], p.QuotientCap[0] },
		"unreduced digest":      func(p *proof.Proof) { p.MainCap[0][0] += field.Modulus },
		"no pins":               func(p *proof.Proof) { p.Shared.Pins = nil },
		"no exposed values":     func(p *proof.Proof) { p.Exposed = nil },
		"one exposed too many":  func(p *proof.Proof) { p.Exposed = append(p.Exposed, ext.E6{}) },
		"claims without a next": func(p *proof.Proof) { p.Claims = p.Claims[:len(p.Claims)-1] },
		"unreduced claim":       func(p *proof.Proof) { p.Claims[7][3] = field.Modulus },
		"swapped claims":        func(p *proof.Proof) { p.Claims[0], p.Claims[1] = p.Claims[1], p.Claims[0] },
		"no opening":            func(p *proof.Proof) { p.Openings[proof.Main] = nil },
		"short rows":            func(p *proof.Proof) { p.Openings[proof.Main].Rows = p.Openings[proof.Main].Rows[1:] },
		"short paths":           func(p *proof.Proof) { p.Openings[proof.Fixed].Paths = p.Openings[proof.Fixed].Paths[1:] },
		"other opening":         func(p *proof.Proof) { p.Openings[proof.Main] = p.Openings[proof.Quotient] },
		"no fri proof":          func(p *proof.Proof) { p.FRI = nil },
		"fri without layers":    func(p *proof.Proof) { p.FRI.Caps, p.FRI.Openings = nil, nil },
		"fri without openings":  func(p *proof.Proof) { clear(p.FRI.Openings) },
	} {
		p, err := s.key.DecodeProof(good)
		if err != nil {
			t.Fatal(err)
		}
		spoil(p)
		rejected(t, name, s.verify(p, global), "")
	}
	rejected(t, "no proof", s.verify(nil, global), "no proof")
}

// Mistakes of the caller are errors, but not rejections of the proof.
func TestCallerMistakes(t *testing.T) {
	s, good, global := proven(t)
	for name, change := range map[string]func(s *statement){
		"too few public values":  func(s *statement) { s.publics = s.publics[:2] },
		"unreduced public value": func(s *statement) { s.publics = []field.Element{field.Modulus, 0, 0} },
		"unreduced context":      func(s *statement) { s.context = []field.Element{field.Modulus} },
		"global message": func(s *statement) {
			s.external = []logup.Message{{Bus: busWide, Direction: air.Put, Multiplicity: field.One, Tuple: make([]field.Element, 2)}}
		},
		"bus of another kind": func(s *statement) {
			s.external = slices.Clone(s.external)
			s.external[0].Bus.Kind = air.Lookup
		},
		"more messages than a bus may have": func(s *statement) {
			layout := *s.key.Layout
			layout.Layer.BusEntriesMax = int(layout.LocalEntries)
			key := *s.key
			key.Layout = &layout
			s.key = &key
		},
		"short tuple": func(s *statement) {
			s.external = slices.Clone(s.external)
			s.external[0].Tuple = s.external[0].Tuple[:1]
		},
	} {
		other := *s
		change(&other)
		if err := other.verifyBytes(good, global); err == nil || errors.Is(err, ErrInvalidProof) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzVerify(f *testing.F) {
	s := plain(f, insecure(), params.Last)
	p, global, _ := s.prove(f)
	good := s.key.AppendProof(nil, p)
	f.Add(uint32(0), uint32(0), byte(0))
	f.Add(uint32(5), uint32(900), byte(0x80))
	f.Fuzz(func(t *testing.T, at, length uint32, mask byte) {
		bad := slices.Clone(good)
		bad[int(at)%len(bad)] ^= mask
		bad = bad[:len(bad)-int(length)%len(bad)]
		err := s.verifyBytes(bad, global)
		if same := slices.Equal(bad, good); same != (err == nil) || err != nil && !errors.Is(err, ErrInvalidProof) {
			t.Errorf("equal %v: %v", same, err)
		}
	})
}

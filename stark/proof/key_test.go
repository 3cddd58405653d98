package proof

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// Whatever a proof means is in the digest: each change gives another one.
func TestDigestBindsEverything(t *testing.T) {
	type input struct {
		profile params.Profile
		layer   string
		system  *System
		shape   Shape
		cap     func(c merkle.Cap)
	}
	chip := func(i int, change func(c *air.Chip)) func(in *input) {
		return func(in *input) { change(in.system.Chips[i]) }
	}
	seen := map[sponge.Digest]string{}
	for name, change := range map[string]func(in *input){
		"nothing":        func(*input) {},
		"profile":        func(in *input) { in.profile = params.P100() },
		"layer":          func(in *input) { in.layer = params.Last },
		"queries":        func(in *input) { in.profile.Layers[1].Queries++ },
		"system":         func(in *input) { in.system.Name = "other" },
		"public values":  func(in *input) { in.system.Publics = 2 },
		"height":         func(in *input) { in.shape[0] = 9 },
		"absent table":   func(in *input) { in.shape[2] = 0 },
		"order of chips": func(in *input) { in.system.Chips[1], in.system.Chips[2] = in.system.Chips[2], in.system.Chips[1] },
		"chip left out": func(in *input) {
			in.system.Chips, in.shape = append(in.system.Chips[:1:1], bare(), store()), Shape{8, 0, 8}
		},
		"fixed cap":         func(in *input) { in.cap = func(c merkle.Cap) { c[1][7] = c[1][7].Add(field.One) } },
		"name of a chip":    chip(0, func(c *air.Chip) { c.Name = "runner" }),
		"shared":            chip(2, func(c *air.Chip) { c.Shared = true }),
		"main column":       chip(2, func(c *air.Chip) { c.Main = append(c.Main, air.Column{Name: "free", Range: "field"}) }),
		"unused node":       chip(2, func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpConst, Value: 99}) }),
		"rotation":          chip(2, func(c *air.Chip) { c.Nodes[0].Rotation = 1 }),
		"constraint":        chip(2, func(c *air.Chip) { c.Constraints = nil }),
		"rows":              chip(2, func(c *air.Chip) { c.Constraints[0].When = air.Last }),
		"order":             chip(0, func(c *air.Chip) { c.Constraints[0], c.Constraints[1] = c.Constraints[1], c.Constraints[0] }),
		"bus":               chip(0, func(c *air.Chip) { c.Interactions[0].Bus.ID, c.Interactions[1].Bus.ID = 9, 9 }),
		"direction":         chip(0, func(c *air.Chip) { c.Interactions[2].Direction = air.Put }),
		"tuple":             chip(0, func(c *air.Chip) { x := c.Interactions[0].Tuple; x[0], x[1] = x[1], x[0] }),
		"interaction":       chip(0, func(c *air.Chip) { c.Interactions = c.Interactions[:2] }),
		"multiplicity":      chip(1, func(c *air.Chip) { c.Interactions[0].Multiplicity = c.Interactions[1].Multiplicity }),
		"order of messages": chip(1, func(c *air.Chip) { x := c.Interactions; x[0], x[1] = x[1], x[0] }),
	} {
		in := input{params.InsecureDev(), params.LeafQuarter, newSystem(), Shape{8, 7, 8}, func(merkle.Cap) {}}
		change(&in)
		layout, err := NewLayout(in.profile, in.layer, in.system, in.shape)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c := make(merkle.Cap, layout.CapLen(Fixed))
		in.cap(c)
		key, err := NewKey(layout, c)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if other, ok := seen[key.Digest]; ok {
			t.Errorf("%s and %s have one digest", name, other)
		}
		seen[key.Digest] = name
		if again, _ := NewKey(layout, c); again.Digest != key.Digest {
			t.Errorf("%s: the digest changes", name)
		}
	}
}

func TestRefusedCaps(t *testing.T) {
	layout := newLayout(t, 8, 7, 8)
	good := make(merkle.Cap, layout.CapLen(Fixed))
	bad := make(merkle.Cap, layout.CapLen(Fixed))
	bad[1][2] = field.Modulus
	for name, c := range map[string]merkle.Cap{"none": nil, "short": good[1:], "long": append(good, sponge.Digest{}), "unreduced": bad} {
		if _, err := NewKey(layout, c); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// Each challenge depends on everything that comes before it.
func TestTranscriptsBindEverything(t *testing.T) {
	layout := newLayout(t, 8, 7, 8)
	base, err := NewKey(layout, make(merkle.Cap, layout.CapLen(Fixed)))
	if err != nil {
		t.Fatal(err)
	}
	type input struct {
		key              *Key
		context, publics []field.Element
		p                Proof
		global           Global
	}
	fresh := func() *input {
		rng := rand.New(rand.NewPCG(3, 3))
		in := &input{key: &Key{Layout: layout, Digest: base.Digest}, context: []field.Element{el(1), el(2)}, publics: []field.Element{el(3)}}
		in.p.Shared = SharedPart{randomCap(layout.CapLen(Shared), rng), randomE6s(layout.NumPins, rng)}
		in.p.MainCap, in.p.PermutationCap = randomCap(layout.CapLen(Main), rng), randomCap(layout.CapLen(Permutation), rng)
		in.p.QuotientCap = randomCap(layout.CapLen(Quotient), rng)
		in.p.Exposed, in.p.Claims = randomE6s(layout.NumExposed, rng), randomE6s(layout.NumClaims, rng)
		in.global = Global{Alpha: randomE6s(1, rng)[0], Beta: randomE6s(1, rng)[0]}
		return in
	}
	draw := func(in *input) [6]any {
		tr := NewPass2(in.key, in.context, in.publics, in.p.Shared, in.global)
		return [6]any{
			Pass1(in.key, in.context, in.publics, in.p.Shared.Cap), tr.Main(in.p.MainCap),
			tr.Permutation(in.p.PermutationCap, in.p.Exposed), tr.Quotient(in.p.QuotientCap), tr.Claims(in.p.Claims), tr.FRI().Element(),
		}
	}
	want := draw(fresh())
	bump := func(x *field.Element) { *x = x.Add(field.One) }
	for _, c := range []struct {
		name   string
		first  int // the first of the challenges to change
		pass1  bool
		change func(in *input)
	}{
		{"key", 1, true, func(in *input) { bump(&in.key.Digest[7]) }},
		{"context", 1, true, func(in *input) { bump(&in.context[1]) }},
		{"longer context", 1, true, func(in *input) { in.context = append(in.context, 0) }},
		{"cut between context and public values", 1, true, func(in *input) {
			in.context, in.publics = in.context[:1], append(in.context[1:2:2], in.publics...)
		}},
		{"public value", 1, true, func(in *input) { bump(&in.publics[0]) }},
		{"shared cap", 1, true, func(in *input) { bump(&in.p.Shared.Cap[0][0]) }},
		{"pin", 1, false, func(in *input) { bump(&in.p.Shared.Pins[1][5]) }},
		{"global digest", 1, false, func(in *input) { bump(&in.global.Digest[1]) }},
		{"global alpha", 1, false, func(in *input) { bump(&in.global.Alpha[1]) }},
		{"global beta", 1, false, func(in *input) { bump(&in.global.Beta[1]) }},
		{"main cap", 1, false, func(in *input) { bump(&in.p.MainCap[1][1]) }},
		{"permutation cap", 2, false, func(in *input) { bump(&in.p.PermutationCap[1][1]) }},
		{"exposed value", 2, false, func(in *input) { bump(&in.p.Exposed[3][5]) }},
		{"quotient cap", 3, false, func(in *input) { bump(&in.p.QuotientCap[0][1]) }},
		{"claim", 4, false, func(in *input) { bump(&in.p.Claims[len(in.p.Claims)-1][5]) }},
	} {
		in := fresh()
		c.change(in)
		got := draw(in)
		if (got[0] != want[0]) != c.pass1 {
			t.Errorf("%s: pass 1 changes %v", c.name, got[0] != want[0])
		}
		for i := 1; i < len(got); i++ {
			if (got[i] != want[i]) != (i >= c.first) {
				t.Errorf("%s: challenge %d changes %v", c.name, i, got[i] != want[i])
			}
		}
	}
}

func TestOutsideTheBaseField(t *testing.T) {
	for z, in := range map[[6]field.Element]bool{{}: true, {5}: true, {0, 1}: false, {5, 0, 0, 0, 0, 9}: false} {
		if inBase(z) != in {
			t.Errorf("%v: %v", z, !in)
		}
	}
}

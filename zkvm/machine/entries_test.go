package machine

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// The global messages of a run stay below p: a proof alone cannot know, so the verifier of
// the run counts. Equal tuples that are taken p times would need no put.
func TestGlobalEntriesOfARun(t *testing.T) {
	k := NewKeys(params.InsecureDev())
	shape := len(k.machine.Boundaries) - 1
	key, err := k.Key(Boundary, shape)
	if err != nil {
		t.Fatal(err)
	}
	limit := uint64(key.Layer.GlobalEntriesMax)
	if key.GlobalEntries == 0 || limit >= 1<<31 {
		t.Fatalf("%d entries of at most %d", key.GlobalEntries, limit)
	}
	most := int(limit / key.GlobalEntries)
	if most >= maxBoundaries {
		t.Errorf("%d boundary proofs of the greatest shape are never too many", most)
	}
	items := make([]item, most)
	for i := range items {
		items[i].key = key
	}
	if err := checkEntries(items); err != nil {
		t.Errorf("%d proofs: %v", most, err)
	}
	err = checkEntries(append(items, item{key: key}))
	if !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), "messages on global buses") {
		t.Errorf("%d proofs: %v", most+1, err)
	}
}

// Cells of public values are below 2^30, which the chip of the boundary relies on.
func TestLastCellIsBounded(t *testing.T) {
	chain := func(last uint32) error {
		return (&Proof{
			Segments:   []SegmentProof{{PCOut: bus.Halted, TimeOut: bus.StartTime + bus.StepTime}},
			Boundaries: []BoundaryProof{{Last: last}},
		}).checkChain()
	}
	if err := chain(1<<30 - 1); err != nil {
		t.Error(err)
	}
	for _, last := range []uint32{0, 1 << 30, field.Modulus, field.Modulus + 1, 1<<32 - 1} {
		if err := chain(last); !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), "last cell") {
			t.Errorf("last cell %d: %v", last, err)
		}
	}
}

// The chain of a run has its limits exactly where they are said to be: numbers of proofs, which the chips count in 16
// bits, times, and states between segments.
func TestChainIsBounded(t *testing.T) {
	chain := func(segments, boundaries int, pc, time uint32) error {
		p := &Proof{Segments: make([]SegmentProof, segments), Boundaries: make([]BoundaryProof, boundaries)}
		for i := range p.Segments {
			p.Segments[i] = SegmentProof{PCOut: pc, TimeOut: time}
		}
		if segments > 0 {
			p.Segments[segments-1].PCOut = bus.Halted
		}
		for i := range p.Boundaries {
			p.Boundaries[i].Last = uint32(i + 1)
		}
		return p.checkChain()
	}
	const pc, time, longest = 5, bus.StartTime + bus.StepTime, 1<<bus.TimeBits - 1
	for _, c := range []struct {
		segments, boundaries int
		pc, time             uint32
		want                 string // empty: accepted
	}{
		{1, 1, pc, time, ""},
		{1<<16 - 1, 1 << 12, pc, time, ""},
		{1 << 16, 1, pc, time, "65536 segments"},
		{0, 1, pc, time, "0 segments"},
		{1, 1<<12 + 1, pc, time, "4097 boundary proofs"},
		{1, 0, pc, time, "0 boundary proofs"},
		{2, 1, bus.Halted - 1, longest, ""},
		{2, 1, bus.Halted, time, "others follow"},
		{2, 1, field.Modulus + pc, time, "others follow"},
		{2, 1, pc, bus.StartTime, "ends at time 1"},
		{2, 1, pc, 0, "ends at time 0"},
		{2, 1, pc, longest + 1, "ends at time"},
		{2, 1, pc, field.Modulus + time, "ends at time"},
	} {
		err := chain(c.segments, c.boundaries, c.pc, c.time)
		if c.want == "" && err != nil || c.want != "" && (!errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// A program has a digest only within the limits that its key has, and a digest one form.
func TestProgramsAreBounded(t *testing.T) {
	good := func() *ProgramID {
		return &ProgramID{Logs: [programParts]int{minLog, minLog, maxLog}, Entry: bus.MicroPC - 1, Cap: make(merkle.Cap, 1<<embeddedCapLog)}
	}
	d, err := good().Digest()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(p *ProgramID){
		"low":               func(p *ProgramID) { p.Logs[1] = minLog - 1 },
		"negative":          func(p *ProgramID) { p.Logs[1] = -1 },
		"high":              func(p *ProgramID) { p.Logs[0] = maxLog + 1 },
		"entry in a micro":  func(p *ProgramID) { p.Entry = bus.MicroPC },
		"entry at the halt": func(p *ProgramID) { p.Entry = bus.Halted },
		"entry above p":     func(p *ProgramID) { p.Entry = field.Modulus + 4 },
		"short cap":         func(p *ProgramID) { p.Cap = p.Cap[1:] },
		"long cap":          func(p *ProgramID) { p.Cap = append(p.Cap, sponge.Digest{}) },
		"no cap":            func(p *ProgramID) { p.Cap = nil },
	} {
		p := good()
		change(p)
		if _, err := p.Digest(); !errors.Is(err, errProgram) {
			t.Errorf("%s: %v", name, err)
		}
	}
	text := d.String()
	if again, err := ParseDigest(text); err != nil || again != d {
		t.Errorf("%v, %v", again, err)
	}
	for _, bad := range []string{"", text[2:], text + "00", text[1:], "0x" + text, text[:62] + "zz", text + "\n"} {
		if d, err := ParseDigest(bad); err == nil {
			t.Errorf("%q is the digest %v", bad, d)
		}
	}
}

// The machine is in the statement: two machines have different ones.
func TestStatementHasTheMachine(t *testing.T) {
	seen := map[sponge.Digest]bool{}
	for i := range uint32(3) {
		k := NewKeys(params.InsecureDev())
		k.digest = &sponge.Digest{field.Element(i)}
		d, err := k.Digested(&Statement{Segments: 1, Boundaries: 1})
		if err != nil || seen[d] {
			t.Errorf("machine %d: statement known %v, %v", i, seen[d], err)
		}
		seen[d] = true
	}
}

// Whatever chips, shapes or fixed columns two builds do not have in common is in the digest.
func TestMachineDigestBindsEverything(t *testing.T) {
	saved := caps
	defer func() { caps = saved }()
	chip := func(kind Kind, change func(c *air.Chip)) func(d *Definition) {
		return func(d *Definition) {
			s := &d.Systems[kind]
			c := *s.Chips[0]
			c.Constraints, c.Interactions, c.Nodes = slices.Clone(c.Constraints), slices.Clone(c.Interactions), slices.Clone(c.Nodes)
			change(&c)
			s.Chips = slices.Clone(s.Chips)
			s.Chips[0] = &c
		}
	}
	seen := map[sponge.Digest]string{}
	for name, change := range map[string]func(d *Definition){
		"nothing":              func(*Definition) {},
		"name of a chip":       chip(Segment, func(c *air.Chip) { c.Name += "s" }),
		"column":               chip(Segment, func(c *air.Chip) { c.Main = c.Main[1:] }),
		"constant":             chip(Segment, func(c *air.Chip) { c.Nodes[len(c.Nodes)-1].Value++ }),
		"constraint left out":  chip(Segment, func(c *air.Chip) { c.Constraints = c.Constraints[1:] }),
		"rows of a constraint": chip(Segment, func(c *air.Chip) { c.Constraints[0].When = air.First }),
		"message left out":     chip(Segment, func(c *air.Chip) { c.Interactions = c.Interactions[1:] }),
		"bus":                  chip(Segment, func(c *air.Chip) { c.Interactions[0].Bus.ID++ }),
		"boundary chip":        chip(Boundary, func(c *air.Chip) { c.Constraints = c.Constraints[1:] }),
		"program chip":         chip(Program, func(c *air.Chip) { c.Interactions[0].Bus.ID++ }),
		"public values":        func(d *Definition) { d.Systems[Segment].Publics++ },
		"order of chips": func(d *Definition) {
			c := slices.Clone(d.Systems[Segment].Chips)
			c[0], c[1] = c[1], c[0]
			d.Systems[Segment].Chips = c
		},
		"height": func(d *Definition) {
			d.Shapes = slices.Clone(d.Shapes)
			d.Shapes[3].Heights = slices.Clone(d.Shapes[3].Heights)
			d.Shapes[3].Heights[0]++
		},
		"order of shapes": func(d *Definition) {
			d.Shapes = slices.Clone(d.Shapes)
			d.Shapes[0].Heights, d.Shapes[1].Heights = d.Shapes[1].Heights, d.Shapes[0].Heights
		},
		"shape left out":           func(d *Definition) { d.Shapes = d.Shapes[:len(d.Shapes)-1] },
		"boundary shape left out":  func(d *Definition) { d.Boundaries = d.Boundaries[:len(d.Boundaries)-1] },
		"height of a boundary":     func(d *Definition) { d.Boundaries = append([]proof.Shape{{11}}, d.Boundaries[1:]...) },
		"fixed columns of a shape": func(*Definition) { caps = slices.Clone(saved); caps[3] ^= 1 },
	} {
		d := *Machine()
		change(&d)
		digest, err := d.digest()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		caps = saved
		if other, ok := seen[digest]; ok {
			t.Errorf("%s and %s have one digest", name, other)
		}
		seen[digest] = name
	}
	for _, profile := range []params.Profile{params.P100(), params.InsecureDev()} {
		if d, err := NewKeys(profile).Digest(); err != nil || seen[d] != "nothing" {
			t.Errorf("%s: the keys have the digest of %q, %v", profile.Name, seen[d], err)
		}
	}
}

// The global sums of a run's parts add up to zero in every coordinate; it does not matter in which part one is missing.
func TestSumsCancel(t *testing.T) {
	var a ext.E6
	for i := range a {
		a[i] = field.New(uint64(i + 1))
	}
	b := a.Neg()
	for _, sums := range [][]ext.E6{nil, {{}}, {a, b}, {a, {}, b}, {a, a, b, b}} {
		if err := checkSums(sums); err != nil {
			t.Errorf("%v: %v", sums, err)
		}
	}
	for at := range 2 {
		for i := range a {
			sums := []ext.E6{a, b}
			sums[at][i] = sums[at][i].Add(field.New(1))
			if err := checkSums(sums); !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), "global sum") {
				t.Errorf("coordinate %d of part %d: %v", i, at, err)
			}
		}
	}
	for _, sums := range [][]ext.E6{{a}, {a, a}, {b, {}}} {
		if err := checkSums(sums); !errors.Is(err, ErrInvalidProof) {
			t.Errorf("%v: %v", sums, err)
		}
	}
}

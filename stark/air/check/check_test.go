package check

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

var (
	busState = air.Bus{ID: 1, Name: "STATE", Kind: air.Permutation, Width: 2}
	busRange = air.Bus{ID: 2, Name: "RANGE", Kind: air.Lookup, Width: 1}
)

func el(v int) field.Element { return field.New(uint64(v)) }

// counter walks: on every row it takes (pc, x) and puts (pc+1, x+d), with d in range.
func counter() *air.Chip {
	b := air.NewBuilder("counter")
	pc, x, d := b.Main("pc", "pc (STATE)"), b.Main("x", "field"), b.Main("d", "below 16 (RANGE)")
	square := b.Main("square", "field (constraint)")
	b.Zero("square", square.Sub(d.Mul(d)))
	b.ZeroWhen(air.First, "starts at zero", pc)
	b.Zero("gamma sees the square too", b.Challenge(air.Gamma).Mul(square.Sub(d.Mul(d))))
	b.Receive(busState, pc, x)
	b.Send(busState, pc.AddInt(1), x.Add(d))
	b.Demand(busRange, b.One(), d)
	return b.Must()
}

func rangeTable() *air.Chip {
	b := air.NewBuilder("range")
	m, v := b.Main("multiplicity", "field (free)"), b.Fixed("value")
	b.Supply(busRange, m, v)
	return b.Must()
}

// run is eight rows of the counter, of which the last is dead, and its range table.
func run() ([]Instance, []Message) {
	const n = 8
	main := make([][]field.Element, 4)
	multiplicities, values := make([]field.Element, 16), make([]field.Element, 16)
	for v := range values {
		values[v] = el(v)
	}
	x := 5
	for r := range n {
		d := (r*r + 1) % 16
		for i, v := range []int{r, x, d, d * d} {
			main[i] = append(main[i], el(v))
		}
		if r < n-1 {
			x += d
			multiplicities[d] = multiplicities[d].Add(field.One)
		}
	}
	return []Instance{
			{Chip: counter(), Main: main},
			{Chip: rangeTable(), Main: [][]field.Element{multiplicities}, Fixed: [][]field.Element{values}},
		}, []Message{
			{Bus: busState, Direction: air.Put, Multiplicity: field.One, Tuple: []field.Element{el(0), el(5)}},
			{Bus: busState, Direction: air.Take, Multiplicity: field.One, Tuple: []field.Element{el(n - 1), el(x)}},
		}
}

func TestRightInstances(t *testing.T) {
	instances, external := run()
	if err := All(instances, external); err != nil {
		t.Fatal(err)
	}
}

func TestViolationIsNamed(t *testing.T) {
	instances, external := run()
	instances[0].Main[3][4] = el(7)
	got, err := Constraints(instances)
	if err != nil || len(got) != 2 || got[0].String() != `chip counter: constraint "square" violated on row 4 (1 rows)` || got[1].Constraint != 2 {
		t.Fatalf("%v, %v", got, err)
	}
	if err := All(instances, external); err == nil || !strings.Contains(err.Error(), "row 4") {
		t.Fatal(err)
	}
}

func TestBalanceNamesTuples(t *testing.T) {
	instances, external := run()
	got, err := Balance(instances, external[:1])
	if err != nil || len(got) != 1 || got[0].Net != 1 || got[0].Tuple[0] != 7 || got[0].Bus != "STATE" {
		t.Fatalf("missing external term: %v, %v", got, err)
	}
	instances[1].Main[0][3] = instances[1].Main[0][3].Sub(field.One)
	got, err = Balance(instances, external)
	if err != nil || len(got) != 1 || got[0].Net != -1 || got[0].Tuple[0] != 3 || got[0].Bus != "RANGE" {
		t.Fatalf("wrong multiplicity: %v, %v", got, err)
	}
	external[0].Multiplicity = el(2)
	if _, err := Balance(instances, external); err == nil {
		t.Error("multiplicity two on a permutation bus")
	}
}

// The last row of a permutation chip takes part in nothing; of another chip in all.
func TestDeadRow(t *testing.T) {
	instances, external := run()
	last := len(instances[0].Main[0]) - 1
	instances[0].Main[0][last] = el(1234)
	if err := All(instances, external); err != nil {
		t.Errorf("dead row counts: %v", err)
	}
	instances[1].Main[0][15] = field.One
	if got, _ := Balance(instances, external); len(got) != 1 || got[0].Tuple[0] != 15 {
		t.Errorf("last row of the range table does not count: %v", got)
	}
}

func TestGlobalBusesAreApart(t *testing.T) {
	global := air.Bus{ID: 9, Name: "GLOBAL", Kind: air.Lookup, Global: true, Width: 1}
	b := air.NewBuilder("shared")
	b.Shared()
	b.Supply(global, b.One(), b.Main("x", "field"))
	in := []Instance{{Chip: b.Must(), Main: [][]field.Element{{el(3), el(4)}}}}
	if got, err := Balance(in, nil); err != nil || len(got) != 0 {
		t.Errorf("local balance: %v, %v", got, err)
	}
	if got, err := GlobalBalance(in, nil); err != nil || len(got) != 2 {
		t.Errorf("global balance: %v, %v", got, err)
	}
}

func TestNonsenseIsAnError(t *testing.T) {
	for name, spoil := range map[string]func(in []Instance){
		"missing column": func(in []Instance) { in[0].Main = in[0].Main[1:] },
		"short column":   func(in []Instance) { in[0].Main[2] = in[0].Main[2][1:] },
		"six rows": func(in []Instance) {
			for i := range in[0].Main {
				in[0].Main[i] = in[0].Main[i][:6]
			}
		},
		"unreduced": func(in []Instance) { in[0].Main[2][2] = field.Modulus },
	} {
		instances, external := run()
		spoil(instances)
		if All(instances, external) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestCorruptFindsTheFreeColumn(t *testing.T) {
	instances, external := run()
	survivors, err := Corrupt(instances, external, Corruption{})
	if err != nil || len(survivors) != 0 {
		t.Fatalf("%v, %v", survivors, err)
	}
	b := air.NewBuilder("loose")
	x, _ := b.Main("x", "bit"), b.Main("forgotten", "u16")
	b.Bool("x", x)
	loose := Instance{Chip: b.Must(), Main: [][]field.Element{
		{el(1), el(0), el(1), el(1)}, {el(1), el(2), el(3), el(4)},
	}}
	survivors, err = Corrupt(append(instances, loose), external, Corruption{})
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string]int{}
	for _, s := range survivors {
		columns[s.Column]++
	}
	// Swapping two bits and setting one are lawful changes of x.
	if columns["forgotten"] != len(mutations) || columns["x"] != 2 || len(columns) != 2 {
		t.Errorf("%v", survivors)
	}
	if err := All(append(instances, loose), external); err != nil {
		t.Errorf("instances were not restored: %v", err)
	}
}

// With a patch a change that one constraint ties to another cell goes unnoticed.
func TestCorruptWithPatch(t *testing.T) {
	b := air.NewBuilder("double")
	x, y := b.Main("x", "field"), b.Main("y", "field")
	b.Zero("y = 2x", y.Sub(x.Scale(2)))
	in := []Instance{{Chip: b.Must(), Main: [][]field.Element{{el(1), el(2)}, {el(2), el(4)}}}}
	if survivors, err := Corrupt(in, nil, Corruption{}); err != nil || len(survivors) != 0 {
		t.Fatalf("without a patch: %v, %v", survivors, err)
	}
	survivors, err := Corrupt(in, nil, Corruption{Rows: map[string][]int{"double": {1}}, Patch: func(in []Instance, _, _, _ int) {
		for r, x := range in[0].Main[0] {
			in[0].Main[1][r] = x.Double()
		}
	}})
	if err != nil || len(survivors) != len(mutations) {
		t.Fatalf("%v, %v", survivors, err)
	}
	for _, s := range survivors {
		if s.Column != "x" || s.Row != 1 {
			t.Errorf("%v: the patch undoes changes of y", s)
		}
	}
	if in[0].Main[0][1] != el(2) || in[0].Main[1][1] != el(4) {
		t.Error("instances were not restored")
	}
}

func TestCorruptRefusesWrongInstances(t *testing.T) {
	instances, external := run()
	instances[0].Main[1][2] = el(1)
	if _, err := Corrupt(instances, external, Corruption{}); err == nil {
		t.Error("accepted")
	}
}

func TestDeletions(t *testing.T) {
	bad := func(name string, spoil func(in []Instance, external []Message)) Case {
		instances, external := run()
		spoil(instances, external)
		return Case{Name: name, Instances: instances, External: external}
	}
	outOfRange := bad("d out of range", func(in []Instance, external []Message) {
		in[0].Main[2][6], in[0].Main[3][6] = el(20), el(400)
		external[1].Tuple[1] = in[0].Main[1][6].Add(el(20))
	})
	late := bad("starts late", func(in []Instance, external []Message) {
		for r := range in[0].Main[0] {
			in[0].Main[0][r] = el(r + 1)
		}
		external[0].Tuple[0], external[1].Tuple[0] = el(1), el(8)
	})
	left, err := Deletions([]Case{outOfRange, late})
	if err != nil {
		t.Fatal(err)
	}
	// Two cases show two pieces; the doubled square needs none of its copies.
	var names []string
	for _, d := range left {
		names = append(names, d.Name)
	}
	if got := strings.Join(names, ", "); got != "square, gamma sees the square too, STATE, STATE, RANGE" {
		t.Errorf("unneeded: %s", got)
	}
	instances, external := run()
	if _, err := Deletions([]Case{{Name: "good", Instances: instances, External: external}}); err == nil {
		t.Error("a good example among the bad ones was accepted")
	}
}

func TestDescribe(t *testing.T) {
	const want = `chip counter: 4 main, 0 fixed, 11 nodes
main 0 pc: pc (STATE)
main 1 x: field
main 2 d: below 16 (RANGE)
main 3 square: field (constraint)
constraint always, degree 2: square
constraint first, degree 1: starts at zero
constraint always, degree 2: gamma sees the square too
receive STATE (1), tuple of 2, multiplicity 1
send STATE (1), tuple of 2, multiplicity 1
demand RANGE (2), tuple of 1, multiplicity 1
`
	if got := Describe(counter()); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestChallengesAreNotConstants(t *testing.T) {
	e := newEvaluator(counter())
	if e.challenges[air.Gamma] == (ext.E6{}) || e.challenges == newEvaluator(counter()).challenges {
		t.Error("challenges repeat")
	}
}

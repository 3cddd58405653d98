package params

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// The promise of the project: every layer of p100 has 100 provable bits, also when all errors are added up.
func TestP100HasAHundredBits(t *testing.T) {
	p := P100()
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	if p.Insecure() || len(p.Layers) != 4 {
		t.Fatalf("p100 is insecure or has %d layers", len(p.Layers))
	}
	for _, l := range p.Layers {
		report := analyze(t, l)
		if bits := report.Bits(); bits < 100 {
			t.Errorf("%s: %s has %.2f bits", l.Name, report.Worst().Name, bits)
		}
		if bits := report.UnionBits(); bits < 100 {
			t.Errorf("%s: %.2f bits over all parts", l.Name, bits)
		}
	}
}

func TestInsecureDevSaysSo(t *testing.T) {
	p := InsecureDev()
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	if !p.Insecure() {
		t.Error("insecure-dev claims security")
	}
	for _, l := range p.Layers {
		if bits := analyze(t, l).Bits(); bits > 10 {
			t.Errorf("%s: %.2f bits: too many for a profile of fast tests", l.Name, bits)
		}
	}
	p.TargetBits = secureTargetBits
	wantError(t, p.Check(), "queries has")
}

// Every profile has the same layers, so that a caller chooses a profile by name alone.
func TestProfilesHaveTheSameLayers(t *testing.T) {
	a, b := P100(), InsecureDev()
	for _, l := range a.Layers {
		other, err := b.Layer(l.Name)
		if err != nil {
			t.Error(err)
		} else if other.LogBlowup != l.LogBlowup {
			t.Errorf("%s: blowups differ", l.Name)
		}
	}
	if _, err := a.Layer("leaf"); err == nil {
		t.Error("unknown layer found")
	}
}

func TestByName(t *testing.T) {
	for _, name := range []string{P100Name, InsecureDevName} {
		if p, err := ByName(name); err != nil || p.Name != name {
			t.Errorf("%s: got %q, %v", name, p.Name, err)
		}
	}
	for _, name := range []string{"", "P100", "p100 ", "p128"} {
		if _, err := ByName(name); !errors.Is(err, ErrUnknownProfile) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// One change in the wrong direction takes a part of a layer down, and touches no other part.
func TestMonotone(t *testing.T) {
	cases := []struct {
		name   string
		change func(*Layer)
		parts  []string
	}{
		{"fewer queries", func(l *Layer) { l.Queries-- }, []string{PartQueries}},
		{"less grinding", func(l *Layer) { l.GrindingBits-- }, []string{PartQueries}},
		{"more columns", func(l *Layer) { l.ColumnsMax *= 2 }, []string{PartBatching}},
		{"more constraints", func(l *Layer) { l.ConstraintsMax *= 2 }, []string{PartALI}},
		{"higher degree", func(l *Layer) { l.ConstraintDegree++ }, []string{PartDEEP}},
		{"higher traces", func(l *Layer) { l.LogHeightMax++ }, []string{PartBatching, PartRollIn, PartFolds, PartDEEP, PartPin}},
		{"shorter traces", func(l *Layer) { l.LogHeightMin-- }, []string{PartALI, PartDEEP, PartLogUp, PartProduct, PartPin}},
		{"larger arity", func(l *Layer) { l.LogArity++ }, []string{PartFolds, PartRollIn}},
		{"more bus entries", func(l *Layer) { l.BusEntriesMax += 1000 }, []string{PartLogUp, PartProduct}},
		{"wider tuples", func(l *Layer) { l.TupleWidthMax++ }, []string{PartLogUp, PartProduct, PartGlobal}},
		{"more segments", func(l *Layer) { l.GlobalEntriesMax += 1000 }, []string{PartGlobal}},
		{"smaller digest", func(l *Layer) { l.DigestElements-- }, []string{PartCollision}},
		{"smaller capacity", func(l *Layer) { l.CapacityElements-- }, []string{PartSponge}},
		{"further from Johnson", func(l *Layer) { l.JohnsonM-- }, []string{PartQueries}},
	}
	for _, c := range cases {
		base := roomyLayer()
		before := analyze(t, base)
		c.change(&base)
		after := analyze(t, base)
		for _, part := range before.Parts {
			now, _ := after.Part(part.Name)
			if falls := slices.Contains(c.parts, part.Name); falls && now >= part.Bits {
				t.Errorf("%s: %s went from %.4f to %.4f bits", c.name, part.Name, part.Bits, now)
			} else if !falls && c.name != "further from Johnson" && now != part.Bits {
				t.Errorf("%s: %s changed from %.4f to %.4f bits", c.name, part.Name, part.Bits, now)
			}
		}
	}
}

// roomyLayer passes Check with any one number moved.
func roomyLayer() Layer {
	l := newLayer("roomy", 2, 82, 20)
	l.LogHeightMax--
	l.LogHeightMin = 8
	l.BusEntriesMax /= 2
	l.GlobalEntriesMax /= 2
	l.DigestElements, l.CapacityElements = 9, 9
	return l
}

// A larger multiplicity is not free: it costs commit error.
func TestMultiplicityTrades(t *testing.T) {
	l := roomyLayer()
	before := analyze(t, l)
	l.JohnsonM *= 2
	after := analyze(t, l)
	for _, name := range []string{PartBatching, PartFolds, PartALI, PartDEEP, PartPin} {
		a, _ := before.Part(name)
		b, _ := after.Part(name)
		if b >= a {
			t.Errorf("%s rises from %.2f to %.2f bits", name, a, b)
		}
	}
}

// Three queries fewer are refused in every layer.
func TestP100HasLittleSlack(t *testing.T) {
	for i := range P100().Layers {
		p := P100()
		p.Layers[i].Queries -= 3
		wantError(t, p.Check(), PartQueries+" has")
	}
}

// The older theorem is never better than the newer, and unique decoding needs more queries than p100 has.
func TestOtherRegimes(t *testing.T) {
	for _, l := range P100().Layers {
		claimed := analyze(t, l).Bits()
		for _, regime := range []Regime{UniqueDecoding, JohnsonBCIKS20} {
			other, err := UnderRegime(l, regime)
			if err != nil {
				t.Fatal(err)
			}
			if other.Bits() >= claimed || other.Bits() < 50 {
				t.Errorf("%s: %s gives %.2f bits, claimed %.2f", l.Name, regime, other.Bits(), claimed)
			}
		}
		best, err := UnderRegime(l, Johnson)
		if err != nil {
			t.Fatal(err)
		}
		if best.Bits() < claimed {
			t.Errorf("%s: the best multiplicity gives %.2f bits, %d gives %.2f", l.Name, best.Bits(), l.JohnsonM, claimed)
		}
	}
	if _, err := UnderRegime(Layer{}, Johnson); err == nil {
		t.Error("empty layer analysed")
	}
}

// Values that can be worked out by hand.
func TestKnownValues(t *testing.T) {
	p := NewProximity(UniqueDecoding, 0.5, 3)
	if p.Radius() != 0.25 || p.ListSize() != 1 {
		t.Errorf("unique decoding at rate 1/2: radius %v, list %v", p.Radius(), p.ListSize())
	}
	near(t, "queries, unique", p.QueryBits(100, 20), 100*math.Log2(4.0/3)+20)
	near(t, "batching, unique", p.BatchingBits(100, 8, 5), 100-math.Log2(5*4)) // 0.25*16+1 = 5

	j := NewProximity(Johnson, 0.25, 5)
	near(t, "gap", j.Gap, 0.05)
	near(t, "radius", j.Radius(), 0.45)
	near(t, "list size", j.ListSize(), 20)
	near(t, "queries, Johnson", j.QueryBits(10, 0), -10*math.Log2(0.55))
	// (2*5.5^5 + 3*5.5*0.45*0.25)*32/(3*0.125) + 5.5/0.5
	near(t, "exceptions", j.exceptions(8), (2*5032.84375+1.85625)*32/0.375+11)
	// max(5.5^7*32^2/(3*0.125), 11*(32^2+1)/0.5)
	old := NewProximity(JohnsonBCIKS20, 0.25, 5)
	near(t, "exceptions, older bound", old.exceptions(8), 152243.5234375*1024/0.375)
	near(t, "digest", CollisionBits(8), 4*math.Log2(2130706433))
	near(t, "lookups", LogUpBits(100, 4, 1024, 8), 85)
	near(t, "pinning", PinBits(100, 8, 1024), 100-5-10)
	// 64 rows at two points: 65 roots; the order of the field less 64 + 256.
	near(t, "lifts", j.LiftBits(100, 8, 64), math.Log2(math.Exp2(100)-320)-3-math.Log2(65))
	near(t, "added", added(85, 85), 84)
	near(t, "opened list", j.OpenedListSize(64), 1/(2*(0.55-math.Sqrt(0.25*66/64))*math.Sqrt(0.25*66/64)))
	if list := j.OpenedListSize(8); !math.IsInf(list, 1) {
		t.Errorf("8 rows at two points: list of %v, want none", list)
	}
	if bits := p.BatchingBits(100, 8, 1); !math.IsInf(bits, 1) {
		t.Errorf("one function alone has a batching error: %v bits", bits)
	}
}

// Every proof of a run is one more chance, up to the parts that all proofs share.
func TestRunBits(t *testing.T) {
	l := roomyLayer()
	near(t, "one proof", runBits(t, l, 1), analyze(t, l).Bits())
	near(t, "64 proofs", runBits(t, l, 64), analyze(t, l).Bits()-6)
	l.Queries = 130 // now batching is the worst part of a proof
	near(t, "1024 proofs", runBits(t, l, 1024), analyze(t, l).Bits()-10)
	// Now the hash is the worst part, and as bad for many proofs.
	l.Queries, l.ColumnsMax, l.JohnsonM, l.DigestElements = 400, 1, 3, 8
	near(t, "shared parts", runBits(t, l, 1024), CollisionBits(8)-floatSlack)
	for _, proofs := range []int{0, -1} {
		_, err := RunBits(l, proofs)
		wantError(t, err, "run bits")
	}
	_, err := RunBits(Layer{}, 1)
	wantError(t, err, "analyze")
}

func runBits(t *testing.T, l Layer, proofs int) float64 {
	t.Helper()
	bits, err := RunBits(l, proofs)
	if err != nil {
		t.Fatal(err)
	}
	return bits
}

func analyze(t *testing.T, l Layer) Report {
	t.Helper()
	report, err := Analyze(l)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func near(t *testing.T, name string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9*math.Abs(want) {
		t.Errorf("%s: %v, want %v", name, got, want)
	}
}

func wantError(t *testing.T, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Errorf("error %v, want one with %q", err, part)
	}
}

// FieldBits is the order of E6: p^6.
func TestFieldBits(t *testing.T) {
	near(t, "field", FieldBits, 6*math.Log2(float64(field.Modulus)))
	if FieldBits < 185.9 || FieldBits > 186 {
		t.Errorf("E6 has %v bits", FieldBits)
	}
}

// The sum of all errors is above the greatest of them, and at most their number times it.
func TestUnionBits(t *testing.T) {
	for _, l := range P100().Layers {
		report := analyze(t, l)
		if union := report.UnionBits(); union >= report.Bits() || union < report.Bits()-0.02 {
			t.Errorf("%s: %.6f bits over all parts, %.6f for the worst", l.Name, union, report.Bits())
		}
	}
}

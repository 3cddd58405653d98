package params

import (
	"reflect"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

func TestLayerCheckRefuses(t *testing.T) {
	cases := []struct {
		change func(*Layer)
		reason string
	}{
		{func(l *Layer) { l.Name = "" }, "without a name"},
		{func(l *Layer) { l.LogBlowup = 0 }, "log blowup is 0"},
		{func(l *Layer) { l.LogBlowup = 9 }, "log blowup is 9"},
		{func(l *Layer) { l.Queries = 0 }, "queries is 0"},
		{func(l *Layer) { l.Queries = -1 }, "queries is -1"},
		{func(l *Layer) { l.GrindingBits = -1 }, "grinding bits is -1"},
		{func(l *Layer) { l.GrindingBits = 31 }, "grinding bits is 31"},
		{func(l *Layer) { l.LogArity = 0 }, "log arity is 0"},
		{func(l *Layer) { l.LogArity = 5 }, "log arity is 5"},
		{func(l *Layer) { l.LogFinalPolyLen = 1 }, "log final polynomial length is 1"},
		{func(l *Layer) { l.LogHeightMax = 24 }, "domain of 2^25 points"},
		{func(l *Layer) { l.LogHeightMax = 25 }, "log greatest height is 25"},
		{func(l *Layer) { l.LogHeightMax = 6 }, "out of order"},
		{func(l *Layer) { l.LogFinalPolyLen = 8 }, "out of order"},
		{func(l *Layer) { l.LogHeightMin = 0 }, "log least height is 0"},
		{func(l *Layer) { l.LogHeightMin = 6 }, "too short to open two points"},
		{func(l *Layer) { l.ColumnsMax = 0 }, "greatest number of columns is 0"},
		{func(l *Layer) { l.ConstraintsMax = 0 }, "greatest number of constraints is 0"},
		{func(l *Layer) { l.ConstraintDegree = 1 }, "constraint degree is 1"},
		{func(l *Layer) { l.ConstraintDegree = 4 }, "does not fit blowup 2"},
		{func(l *Layer) { l.BusEntriesMax = field.Modulus }, "bus entries is"},
		{func(l *Layer) { l.GlobalEntriesMax = field.Modulus }, "global bus entries is"},
		{func(l *Layer) { l.TupleWidthMax = 1 }, "tuple width is 1"},
		{func(l *Layer) { l.DigestElements = 7 }, "digest elements is 7"},
		{func(l *Layer) { l.CapacityElements = 0 }, "capacity elements is 0"},
		{func(l *Layer) { l.Regime = 0 }, "regime is 0"},
		{func(l *Layer) { l.Regime = 4 }, "regime is 4"},
		{func(l *Layer) { l.JohnsonM = 2 }, "Johnson multiplicity is 2"},
		{func(l *Layer) { l.LogFinalPolyLen, l.LogHeightMin, l.Regime = 2, 2, UniqueDecoding }, "too short to open two points"},
	}
	for _, c := range cases {
		l := newLayer("x", 1, 165, 20)
		if err := l.Check(); err != nil {
			t.Fatal(err)
		}
		c.change(&l)
		wantError(t, l.Check(), c.reason)
		if _, err := Analyze(l); err == nil {
			t.Errorf("%s: analysed", c.reason)
		}
	}
}

func TestProfileCheckRefuses(t *testing.T) {
	cases := []struct {
		change func(*Profile)
		reason string
	}{
		{func(p *Profile) { p.Name = "" }, "needs a name"},
		{func(p *Profile) { p.Layers = nil }, "needs a name and layers"},
		{func(p *Profile) { p.TargetBits = 99 }, "target of 99 bits"},
		{func(p *Profile) { p.TargetBits = 0 }, "target of 0 bits"},
		{func(p *Profile) { p.Name, p.TargetBits = InsecureDevName, 50 }, "target of 50 bits"},
		{func(p *Profile) { p.TargetBits = 101 }, "queries has 100."},
		{func(p *Profile) { p.Layers[1].Name = p.Layers[0].Name }, "twice"},
		{func(p *Profile) { p.Layers[2].Queries = 0 }, "queries is 0"},
		{func(p *Profile) { p.Layers[0].GrindingBits = 19 }, "queries has 99."},
		{func(p *Profile) { p.Layers[0].Regime = UniqueDecoding }, "queries has"},
		{func(p *Profile) { p.Layers[0].Regime = JohnsonBCIKS20 }, "batching has"},
	}
	for _, c := range cases {
		p := P100()
		c.change(&p)
		wantError(t, p.Check(), c.reason)
	}
}

// Words names profile, layer and every field of Layer: a change anywhere changes the
// words, and a new field cannot be forgotten.
func TestWordsBindEverything(t *testing.T) {
	p := P100()
	l := p.Layers[0]
	base := p.Words(l)
	for i, w := range base {
		if w >= field.Modulus {
			t.Errorf("word %d is %d, not a field element", i, w)
		}
	}
	for i := range reflect.TypeFor[Layer]().NumField() {
		changed := l
		f := reflect.ValueOf(&changed).Elem().Field(i)
		switch f.Kind() {
		case reflect.String:
			f.SetString(f.String() + "x")
		case reflect.Int:
			f.SetInt(f.Int() + 1)
		case reflect.Uint8:
			f.SetUint(f.Uint() + 1)
		default:
			t.Fatalf("field %d has kind %s", i, f.Kind())
		}
		if reflect.DeepEqual(base, p.Words(changed)) {
			t.Errorf("%s is not in the words", reflect.TypeFor[Layer]().Field(i).Name)
		}
		if f.Kind() == reflect.Int {
			f.SetInt(f.Int() - 1 + 1<<16)
			if reflect.DeepEqual(base, p.Words(changed)) {
				t.Errorf("the upper half of %s is not in the words", reflect.TypeFor[Layer]().Field(i).Name)
			}
		}
	}
	other := p
	other.Name = "p10"
	if reflect.DeepEqual(base, other.Words(l)) {
		t.Error("the profile's name is not in the words")
	}
	other = p
	other.TargetBits++
	if reflect.DeepEqual(base, other.Words(l)) {
		t.Error("the target is not in the words")
	}
	// Moving a letter from one string to the next must show.
	a, b := Profile{Name: "ab"}, Profile{Name: "a"}
	if reflect.DeepEqual(a.Words(Layer{Name: "c"}), b.Words(Layer{Name: "bc"})) {
		t.Error("names are not separated")
	}
}

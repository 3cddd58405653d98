package memory

import (
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
)

// byHand are rows of padding that one constraint alone refuses, and that the search does
// not find: it changes cells one after the other as constraints break.
var byHand = []struct {
	chip, constraint string
	cells            map[string]int64
}{
	{"load_double", "is_ld is a bit", map[string]int64{"is_ld": 2}},
	{"store_double", "is_sd is a bit", map[string]int64{"is_sd": 2}},
	{"store_byte", "is_sb is a bit", map[string]int64{"is_sb": 2}},
	{"load_byte", "real is a bit", map[string]int64{"is_lb": 1, "is_lbu": 1}},
	{"load_word", "real is a bit", map[string]int64{"is_lh": 1, "is_lhu": 1}},
	{"store_word", "real is a bit", map[string]int64{"is_sw": 1, "is_sh": 1}},
	{"store_word", "mem: padding keeps limb 1", map[string]int64{"offset2": 1, "base0": 2, "b0": 5, "new1": 5}},
	{"store_word", "mem: padding keeps limb 2", map[string]int64{"offset4": 1, "base0": 4, "b0": 5, "new2": 5}},
	{"store_word", "mem: padding keeps limb 3", map[string]int64{"offset4": 1, "offset2": 1, "base0": 6, "b0": 5, "new3": 5}},
	{"store_byte", "mem: padding keeps limb 1", map[string]int64{"offset2": 1, "base0": 2, "b0": 5, "change": 5, "new1": 5}},
	{"store_byte", "mem: padding keeps limb 2", map[string]int64{"offset4": 1, "base0": 4, "b0": 5, "change": 5, "new2": 5}},
	{"store_byte", "mem: padding keeps limb 3", map[string]int64{"offset4": 1, "offset2": 1, "base0": 6, "b0": 5, "change": 5, "new3": 5}},
}

// Every constraint and lookup has a row that nothing else refuses, and no row was found that
// sends something wrong.
func TestEveryPartIsNeeded(t *testing.T) {
	m := few()
	for _, in := range steptest.Fill(Tables(), m.Segment, 4) {
		name := in.Chip.Name
		shown := map[string]bool{}
		for _, h := range byHand {
			if h.chip == name {
				c := &steptest.Cases{Chip: in.Chip}
				c.Add(h.constraint, make([]field.Element, len(in.Chip.Main)), func(r steptest.Row) {
					for cell, v := range h.cells {
						r.Set(cell, v)
					}
				})
				left, err := c.Unneeded()
				if err != nil {
					t.Fatal(err)
				}
				shown[h.constraint] = !slices.ContainsFunc(left, func(d check.Deletion) bool { return d.Name == h.constraint })
			}
		}
		var kept []string
		for constraint, ok := range shown {
			if ok {
				kept = append(kept, constraint)
			}
		}
		missing, _ := forge.Missing(&in, kept)
		for _, d := range missing {
			t.Error(d)
		}
		for _, f := range forge.Attack(&in, 3) {
			t.Error(f)
		}
	}
}

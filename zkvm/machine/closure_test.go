package machine

import (
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// sides are who puts on a bus and who takes off it.
type sides struct{ put, take string }

func (s *sides) add(d air.Direction, who string) {
	if d == air.Put {
		s.put = who
	} else {
		s.take = who
	}
}

// present are the chips of a shape.
func present(system *proof.System, heights proof.Shape) (out []*air.Chip) {
	for i, log := range heights {
		if log > 0 {
			out = append(out, system.Chips[i])
		}
	}
	return out
}

// In every shape each local bus has both sides, counting the external terms; over the three
// systems each global bus has.
func TestBusesAreClosed(t *testing.T) {
	d, global := Machine(), map[string]*sides{}
	for _, kind := range []Kind{Segment, Boundary} {
		for shape := range d.count(kind) {
			local := map[string]*sides{}
			note := func(b air.Bus, dir air.Direction, who string) {
				to := local
				if b.Global {
					to = global
				}
				if to[b.Name] == nil {
					to[b.Name] = new(sides)
				}
				to[b.Name].add(dir, who)
			}
			if kind == Segment {
				for _, m := range SegmentExternal(1, bus.Halted, 4, new([abi.OutputBytes]byte)) {
					note(m.Bus, m.Direction, "verifier")
				}
			}
			for _, c := range present(&d.Systems[kind], d.heights(kind, shape)) {
				for _, x := range c.Interactions {
					note(x.Bus, x.Direction, c.Name)
				}
			}
			for name, s := range local {
				// A table of fixed lookups may have more buses than a boundary proof asks for.
				if s.put == "" || s.take == "" && s.put != d.Lookups.Chip.Name {
					t.Errorf("%v shape %d: bus %s is put by %q and taken by %q", kind, shape, name, s.put, s.take)
				}
			}
		}
	}
	for _, c := range d.Systems[Program].Chips {
		for _, x := range c.Interactions {
			global[x.Bus.Name].add(x.Direction, c.Name)
		}
	}
	for name, s := range global {
		if s.put == "" || s.take == "" {
			t.Errorf("global bus %s is put by %q and taken by %q", name, s.put, s.take)
		}
	}
	if len(global) != 4 {
		t.Errorf("%d global buses", len(global))
	}
}

// One bus has one definition, and every list of package bus that a chip uses is that one.
func TestBusesAreOne(t *testing.T) {
	ids := map[uint32]air.Bus{}
	for _, s := range Machine().Systems {
		for _, c := range s.Chips {
			for _, x := range c.Interactions {
				if known, ok := ids[x.Bus.ID]; ok && known != x.Bus {
					t.Errorf("bus %d is both %+v and %+v", x.Bus.ID, known, x.Bus)
				}
				ids[x.Bus.ID] = x.Bus
			}
		}
	}
}

// STATE is one path and no cycle because time cannot go around the field: the sum of all
// steps of a segment is below p.
func TestTimeCannotWrap(t *testing.T) {
	d := Machine()
	for _, s := range d.Shapes {
		total := uint64(0)
		for i, log := range s.Heights {
			if log > 0 {
				total += greatestStep(t, d.Tables[d.Places[i].Table].Chip) << log
			}
		}
		if total == 0 || total >= field.Modulus {
			t.Errorf("shape %s: steps add up to %d", s.Name, total)
		}
	}
}

// Every shape has a key in every profile, and holds at least one step and one cell.
func TestShapes(t *testing.T) {
	names := map[string]bool{}
	for i, s := range Machine().Shapes {
		if names[s.Name] {
			t.Errorf("two shapes are called %s", s.Name)
		}
		names[s.Name] = true
		t.Logf("%2d %-20s %6.1f M cells", i, s.Name, float64(s.Cells)/1e6)
	}
	for _, profile := range []params.Profile{params.P100(), params.InsecureDev()} {
		k := NewKeys(profile)
		for _, kind := range []Kind{Segment, Boundary} {
			for shape := range k.machine.count(kind) {
				if key, err := k.Key(kind, shape); err != nil {
					t.Errorf("%v shape %d: %v", kind, shape, err)
				} else {
					checkKey(t, k, kind, shape, key)
				}
			}
			for _, bad := range []int{-1, k.machine.count(kind), 255} {
				if _, err := k.Key(kind, bad); err == nil {
					t.Errorf("%v shape %d has a key", kind, bad)
				}
			}
		}
	}
}

// checkKey: a key is of the system of its kind, of the heights of its shape, and of the commitment that is embedded for
// it: that of segment shapes first, then those of boundary proofs.
func checkKey(t *testing.T, k *Keys, kind Kind, shape int, key *proof.Key) {
	t.Helper()
	if again, err := k.Key(kind, shape); err != nil || again != key {
		t.Errorf("%v shape %d: another key the second time, %v", kind, shape, err)
	}
	var heights proof.Shape
	at := shape
	if kind == Segment {
		heights = k.machine.Shapes[shape].Heights
	} else {
		heights, at = k.machine.Boundaries[shape], len(k.machine.Shapes)+shape
	}
	got := make(proof.Shape, len(heights))
	for _, table := range key.Tables {
		got[table.Index] = table.LogHeight
	}
	if key.System != k.machine.Systems[kind].Name || key.Profile.Name != k.Profile.Name || !slices.Equal(got, heights) {
		t.Errorf("%v shape %d: key of system %q, profile %q and heights %v", kind, shape, key.System, key.Profile.Name, got)
	}
	embedded, err := decodeCap(caps[at<<12:][:1<<12])
	if err != nil || !slices.Equal(key.FixedCap, shorten(embedded, len(key.FixedCap))) {
		t.Errorf("%v shape %d: the fixed cap is another, %v", kind, shape, err)
	}
}

// Some shape holds every call by itself, however long, so that no program is stuck.
func TestEveryCallFitsAShape(t *testing.T) {
	call := record.Counts{}
	call[record.Locals] = 2*abi.MaxAccelCells + rom.Registers + 1
	call[record.Programs], call[record.BlockCalls], call[record.BlockCells] = 1, 1, abi.MaxAccelCells
	call[record.Keccak], call[record.Mod256], call[record.Curve], call[record.Poseidon16], call[record.Poseidon24] = 1, 1, 1, 1, 1
	for i := range rom.NumTables {
		call[i] = 1
	}
	call[rom.NoTable] = 0
	for _, s := range Machine().Shapes {
		fits := true
		for i, n := range call {
			fits = fits && n <= s.Capacity[i]
		}
		if fits {
			return
		}
	}
	t.Error("a program that copies the most at once cannot be proven")
}

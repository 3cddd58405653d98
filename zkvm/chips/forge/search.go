package forge

import (
	"cmp"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// none is the index of no constraint and of no interaction.
const none = -1

// search looks for a row of a chip near a row that is right.
type search struct {
	chip    *air.Chip
	support [][]int                     // columns by node, rising
	orders  map[air.NodeID][]int        // see order
	cones   map[air.NodeID][]air.NodeID // what a node is computed from, itself included

	withoutConstraint, withoutInteraction int
	frozen                                []bool // columns that keep their values
	// accept decides on rows on which every constraint and every lookup holds.
	accept func(values []field.Element) bool

	row    []field.Element
	values []field.Element
	probe  []field.Element
	budget int // evaluations left for this start
}

func newSearch(chip *air.Chip) *search {
	s := &search{
		chip: chip, cones: map[air.NodeID][]air.NodeID{}, orders: map[air.NodeID][]int{},
		withoutConstraint: none, withoutInteraction: none, frozen: make([]bool, len(chip.Main)),
		values: make([]field.Element, len(chip.Nodes)), probe: make([]field.Element, len(chip.Nodes)),
		support: make([][]int, len(chip.Nodes)),
	}
	for i, n := range chip.Nodes {
		switch n.Op {
		case air.OpMain:
			s.support[i] = []int{int(n.Index)}
		case air.OpAdd, air.OpSub, air.OpMul:
			both := slices.Concat(s.support[n.A], s.support[n.B])
			slices.Sort(both)
			s.support[i] = slices.Compact(both)
		}
	}
	return s
}

// aliases are differences that cheats in prime fields are made of: small numbers, powers of
// limbs, and their quotients, which are far from all small numbers.
func aliases() []field.Element {
	small := []field.Element{1, 2, 3, 4, 5, 8, 16, 32, 64, 128, 255, 256, 32512, 32767, 1 << 15, 65535, 1 << 16, 1 << 17}
	var out []field.Element
	for _, v := range small {
		e := field.New(uint64(v))
		out = append(out, e, e.Neg(), e.Inv(), e.Inv().Neg())
	}
	return out
}

// from starts with a row and a changed column and returns the row it finds.
func (s *search) from(start []field.Element, column, budget int) []field.Element {
	targets := []field.Element{0, field.One, field.New(2), field.One.Neg()}
	for _, a := range aliases() {
		targets = append(targets, start[column].Add(a))
	}
	for _, v := range targets {
		if v == start[column] {
			continue
		}
		s.row, s.budget = slices.Clone(start), budget
		s.row[column] = v
		changed := make([]bool, len(s.row))
		changed[column] = true
		if s.repair(changed, 16) {
			return s.row
		}
	}
	return nil
}

// repair solves the first violated constraint, or lookup that computes, for one column after
// the other.
func (s *search) repair(changed []bool, depth int) bool {
	s.budget--
	if s.budget < 0 {
		return false
	}
	evalInto(s.values, s.chip, s.row)
	node, want, ok := s.broken()
	if !ok {
		return false
	}
	if node < 0 {
		return s.accept(s.values)
	}
	if depth == 0 {
		return false
	}
	return s.solve(node, want, changed, depth)
}

// solve gives a node a value by changing one column, and goes on. A product becomes zero by
// one of its factors.
func (s *search) solve(node air.NodeID, want field.Element, changed []bool, depth int) bool {
	if n := s.chip.Nodes[node]; n.Op == air.OpMul && want == 0 {
		if s.solve(n.B, 0, changed, depth) {
			return true
		}
		evalInto(s.values, s.chip, s.row)
		if s.solve(n.A, 0, changed, depth) {
			return true
		}
		evalInto(s.values, s.chip, s.row)
	}
	now := s.values[node]
	for _, c := range s.order(node) {
		if changed[c] || s.frozen[c] {
			continue
		}
		old := s.row[c]
		slope, linear := s.slope(node, c, now)
		if linear && slope != 0 {
			s.row[c] = old.Add(want.Sub(now).Mul(slope.Inv()))
			changed[c] = true
			if s.repair(changed, depth-1) {
				return true
			}
			changed[c], s.row[c] = false, old
		}
	}
	return false
}

// order is the support of a node, columns of few constraints first, then the last ones: they
// tend to be computed from the others.
func (s *search) order(node air.NodeID) []int {
	if o, ok := s.orders[node]; ok {
		return o
	}
	uses := make([]int, len(s.chip.Main))
	for _, c := range s.chip.Constraints {
		for _, column := range s.support[c.Node] {
			uses[column]++
		}
	}
	o := slices.Clone(s.support[node])
	slices.SortFunc(o, func(a, b int) int { return cmp.Or(uses[a]-uses[b], b-a) })
	s.orders[node] = o
	return o
}

// slope is the change of a node with a column, and whether it is the same everywhere.
func (s *search) slope(node air.NodeID, column int, now field.Element) (field.Element, bool) {
	old := s.row[column]
	s.row[column] = old.Add(field.One)
	one := s.at(node).Sub(now)
	s.row[column] = old.Add(field.New(2))
	two := s.at(node).Sub(now)
	s.row[column] = old
	return one, two == one.Double()
}

// at evaluates one node.
func (s *search) at(node air.NodeID) field.Element {
	cone, ok := s.cones[node]
	if !ok {
		in := make([]bool, node+1)
		in[node] = true
		for i := node; i >= 0; i-- {
			if n := s.chip.Nodes[i]; in[i] && (n.Op == air.OpAdd || n.Op == air.OpSub || n.Op == air.OpMul) {
				in[n.A], in[n.B] = true, true
			}
		}
		for i, used := range in {
			if used {
				cone = append(cone, air.NodeID(i))
			}
		}
		s.cones[node] = cone
	}
	for _, i := range cone {
		s.probe[i] = evalNode(s.probe, s.chip.Nodes[i], s.row)
	}
	return s.probe[node]
}

// broken returns a node that has another value than wanted, none when all is well, or not ok
// when a lookup fails for good.
func (s *search) broken() (air.NodeID, field.Element, bool) {
	for i, c := range s.chip.Constraints {
		if i != s.withoutConstraint && s.values[c.Node] != 0 {
			return c.Node, 0, true
		}
	}
	var buffer [16]uint32
	for i := range s.chip.Interactions {
		x := &s.chip.Interactions[i]
		if i == s.withoutInteraction || s.values[x.Multiplicity] == 0 || x.Bus.Kind == air.Permutation {
			continue
		}
		t := appendTuple(buffer[:0], s.values, x)
		switch x.Bus.ID {
		case bus.ROM.ID:
			continue
		case bus.And.ID:
			if t[0] < 256 && t[1] < 256 && t[2] != t[0]&t[1] {
				return x.Tuple[2], field.New(uint64(t[0] & t[1])), true
			}
		case bus.Pow2.ID:
			if t[0] < 16 && t[1] != 1<<t[0] {
				return x.Tuple[1], field.New(1 << t[0]), true
			}
		}
		if _, _, ok := tables.Row(x.Bus, t); !ok {
			return 0, 0, false
		}
	}
	return none, 0, true
}

// honest says whether what the rest of the machine gives to the row is possible: rows of
// the ROM of the table, memory with u16 limbs at a time before the end, unless the row only
// gets back what it sends.
func (s *search) honest(values []field.Element) bool {
	sent := map[string]bool{}
	for i := range s.chip.Interactions {
		x := &s.chip.Interactions[i]
		if x.Direction == air.Put && x.Bus.Kind == air.Permutation {
			sent[key(x.Bus, tuple(values, x))] = true
		}
	}
	for i := range s.chip.Interactions {
		x := &s.chip.Interactions[i]
		t := tuple(values, x)
		ok := true
		switch {
		case x.Direction != air.Take || sent[key(x.Bus, t)]:
		case x.Bus.ID == bus.State.ID:
			ok = t[0] < bus.Halted && t[1] > 0 && t[1] < 1<<bus.TimeBits
		case x.Bus.ID == bus.Memory.ID:
			ok = (t[0] < 1<<29 || t[0] >= bus.RegisterCell && t[0] < bus.RegisterCell+rom.Registers) && t[5] < 1<<bus.TimeBits &&
				t[1]|t[2]|t[3]|t[4] < 1<<16
		case x.Bus.ID == bus.ROM.ID && values[x.Multiplicity] != 0:
			ok = inROM(t)
		}
		if !ok {
			return false
		}
	}
	return true
}

func inROM(t []uint32) bool {
	if t[1] > 255 || t[2] > 255 || t[3] > 255 {
		return false
	}
	r := rom.Row{PC: t[0], Op: rv64.Op(t[1]), Rd: uint8(t[2]), Rs1: uint8(t[3]), Rs2: t[4], Imm: [4]uint32(t[5:])}
	return r.PC < bus.Halted && r.Check() == nil
}

func key(b air.Bus, t []uint32) string {
	out := []byte{byte(b.ID)}
	for _, v := range t {
		out = append(out, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
	}
	return string(out)
}

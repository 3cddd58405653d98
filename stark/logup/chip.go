package logup

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// checkChip repeats what air.Builder ensures: a chip is a plain value, and everything
// after it relies on these rules.
func checkChip(chip *air.Chip) error {
	if err := checkNodes(chip); err != nil {
		return err
	}
	infos := air.Analyze(chip.Nodes)
	for i, c := range chip.Constraints {
		if !has(chip, c.Node) || c.When > air.Transition {
			return fmt.Errorf("constraint %d (%s): node %d on rows %d", i, c.Name, c.Node, c.When)
		}
	}
	for i := range chip.Interactions {
		if err := checkInteraction(chip, infos, &chip.Interactions[i]); err != nil {
			return fmt.Errorf("interaction %d (%s): %w", i, chip.Interactions[i].Bus.Name, err)
		}
	}
	return nil
}

func has(chip *air.Chip, id air.NodeID) bool { return id >= 0 && int(id) < len(chip.Nodes) }

func checkNodes(chip *air.Chip) error {
	below := func(n air.Node, limit int) bool {
		return n.Index >= 0 && int(n.Index) < limit && (n.Rotation == 0 || n.Rotation == 1)
	}
	for i, n := range chip.Nodes {
		ok := false
		switch n.Op {
		case air.OpConst:
			ok = n.Value < field.Modulus
		case air.OpPublic:
			ok = n.Index >= 0
		case air.OpChallenge:
			// The global challenges may be known before main columns are committed.
			ok = n.Index == air.LocalAlpha || n.Index == air.LocalBeta || n.Index == air.Gamma
		case air.OpMain:
			ok = below(n, len(chip.Main))
		case air.OpFixed:
			ok = below(n, len(chip.Fixed))
		case air.OpAdd, air.OpSub, air.OpMul:
			ok = n.A >= 0 && int(n.A) < i && n.B >= 0 && int(n.B) < i
		}
		if !ok {
			return fmt.Errorf("node %d: %+v is not a node of a chip", i, n)
		}
	}
	return nil
}

func checkInteraction(chip *air.Chip, infos []air.Info, x *air.Interaction) error {
	if err := CheckBus(x.Bus); err != nil {
		return err
	}
	if x.Direction != air.Put && x.Direction != air.Take {
		return fmt.Errorf("direction %d", x.Direction)
	}
	if x.Bus.Global && !chip.Shared {
		return fmt.Errorf("a global bus and a chip that is not shared")
	}
	if len(x.Tuple) != x.Bus.Width {
		return fmt.Errorf("tuple of %d, want %d", len(x.Tuple), x.Bus.Width)
	}
	for j, id := range x.Tuple {
		if !has(chip, id) || infos[id].Degree > 1 || infos[id].Ext {
			return fmt.Errorf("element %d is not a base expression of degree one", j)
		}
	}
	m := x.Multiplicity
	if !has(chip, m) || infos[m].Degree > 2 || infos[m].Ext {
		return fmt.Errorf("multiplicity is not a base expression of degree two")
	}
	if one := chip.Nodes[m]; x.Bus.Kind == air.Permutation && (one.Op != air.OpConst || one.Value != field.One) {
		return fmt.Errorf("multiplicity on a permutation bus is not one")
	}
	return nil
}

// CheckBus refuses a bus that no fingerprint can have.
func CheckBus(bus air.Bus) error {
	switch {
	case bus.ID == 0 || bus.ID >= field.Modulus:
		return fmt.Errorf("bus %q: id %d is not in [1, p)", bus.Name, bus.ID)
	case bus.Kind != air.Permutation && bus.Kind != air.Lookup:
		return fmt.Errorf("bus %q: kind %d", bus.Name, bus.Kind)
	case bus.Global && bus.Kind != air.Lookup:
		return fmt.Errorf("bus %q: global, and not a lookup", bus.Name)
	case bus.Width < 1:
		return fmt.Errorf("bus %q: tuples of %d", bus.Name, bus.Width)
	}
	return nil
}

func checkDegrees(t *Table) error {
	for i, c := range t.Constraints {
		limit := air.MaxDegree
		if c.When == air.First || c.When == air.Last {
			limit-- // their selectors have the degree of a column
		}
		if d := t.Infos[c.Node].Degree; d > limit {
			return fmt.Errorf("constraint %d (%s, %s): degree %d, at most %d is possible", i, c.Name, c.When, d, limit)
		}
	}
	return nil
}

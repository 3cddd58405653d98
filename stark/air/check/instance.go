package check

import (
	"fmt"
	"math/bits"
	"math/rand/v2"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// Instance is a filled table.
type Instance struct {
	Chip    *air.Chip
	Main    [][]field.Element // by column, then row
	Fixed   [][]field.Element
	Publics []field.Element
}

// Height is the number of rows.
func (in *Instance) Height() int {
	for _, c := range [][][]field.Element{in.Main, in.Fixed} {
		if len(c) > 0 {
			return len(c[0])
		}
	}
	return 0
}

// liveRows is the number of rows that take part in interactions.
func (in *Instance) liveRows() int {
	if in.Chip.HasPermutation() {
		return in.Height() - 1
	}
	return in.Height()
}

func (in *Instance) check() error {
	n := in.Height()
	if n == 0 || bits.OnesCount(uint(n)) != 1 {
		return fmt.Errorf("chip %s: %d rows, a power of two is needed", in.Chip.Name, n)
	}
	if len(in.Main) != len(in.Chip.Main) || len(in.Fixed) != len(in.Chip.Fixed) {
		return fmt.Errorf("chip %s: %d main and %d fixed columns, want %d and %d",
			in.Chip.Name, len(in.Main), len(in.Fixed), len(in.Chip.Main), len(in.Chip.Fixed))
	}
	columns := append(append([][]field.Element{}, in.Main...), in.Fixed...)
	names := append(append([]air.Column{}, in.Chip.Main...), in.Chip.Fixed...)
	for i, c := range columns {
		if len(c) != n {
			return fmt.Errorf("chip %s: column %s has %d rows, others %d", in.Chip.Name, names[i].Name, len(c), n)
		}
		for r, x := range c {
			if x >= field.Modulus {
				return fmt.Errorf("chip %s: column %s, row %d: %w", in.Chip.Name, names[i].Name, r, field.ErrNotCanonical)
			}
		}
	}
	for _, node := range in.Chip.Nodes {
		if node.Op == air.OpPublic && (node.Index < 0 || int(node.Index) >= len(in.Publics)) {
			return fmt.Errorf("chip %s: public value %d of %d", in.Chip.Name, node.Index, len(in.Publics))
		}
	}
	return nil
}

func checkAll(instances []Instance) error {
	for i := range instances {
		if err := instances[i].check(); err != nil {
			return fmt.Errorf("instance %d: %w", i, err)
		}
	}
	return nil
}

// evaluator computes all nodes of a chip on one row; nodes over E6 are in wide, the
// others in base.
type evaluator struct {
	chip       *air.Chip
	infos      []air.Info
	challenges [air.NumChallenges]ext.E6
	base       []field.Element
	wide       []ext.E6
}

func newEvaluator(chip *air.Chip) *evaluator {
	e := &evaluator{
		chip: chip, infos: air.Analyze(chip.Nodes),
		base: make([]field.Element, len(chip.Nodes)), wide: make([]ext.E6, len(chip.Nodes)),
	}
	for i := range e.challenges {
		for k := range e.challenges[i] {
			e.challenges[i][k] = field.New(rand.Uint64())
		}
	}
	return e
}

func (e *evaluator) run(in *Instance, row int) {
	next := (row + 1) % in.Height()
	rows := [2]int{row, next}
	for i, n := range e.chip.Nodes {
		if e.infos[i].Ext {
			e.wide[i] = e.extended(n)
			continue
		}
		switch n.Op {
		case air.OpConst:
			e.base[i] = n.Value
		case air.OpPublic:
			e.base[i] = in.Publics[n.Index]
		case air.OpMain:
			e.base[i] = in.Main[n.Index][rows[n.Rotation]]
		case air.OpFixed:
			e.base[i] = in.Fixed[n.Index][rows[n.Rotation]]
		case air.OpAdd:
			e.base[i] = e.base[n.A].Add(e.base[n.B])
		case air.OpSub:
			e.base[i] = e.base[n.A].Sub(e.base[n.B])
		case air.OpMul:
			e.base[i] = e.base[n.A].Mul(e.base[n.B])
		}
	}
}

// extended is a node over E6. Chips have no permutation columns and exposed values:
// those belong to the extended graph.
func (e *evaluator) extended(n air.Node) ext.E6 {
	switch n.Op {
	case air.OpChallenge:
		return e.challenges[n.Index]
	case air.OpAdd:
		return e.value(n.A).Add(e.value(n.B))
	case air.OpSub:
		return e.value(n.A).Sub(e.value(n.B))
	case air.OpMul:
		return e.value(n.A).Mul(e.value(n.B))
	}
	return ext.E6{}
}

func (e *evaluator) value(id air.NodeID) ext.E6 {
	if e.infos[id].Ext {
		return e.wide[id]
	}
	return ext.FromBase(e.base[id])
}

func (e *evaluator) isZero(id air.NodeID) bool {
	if e.infos[id].Ext {
		return e.wide[id].IsZero()
	}
	return e.base[id] == 0
}

package check

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
)

// Case is an example that has to be refused.
type Case struct {
	Name      string
	Instances []Instance
	External  []Message
}

// Deletion is a constraint or an interaction of a chip that can be dropped without any
// case being accepted: nothing shows that it is needed.
type Deletion struct {
	Chip        string
	Interaction bool
	Index       int
	Name        string // of the constraint, or of the bus
}

func (d Deletion) String() string {
	what := "constraint"
	if d.Interaction {
		what = "interaction with"
	}
	return fmt.Sprintf("chip %s: without %s %q (%d) every bad example is still refused", d.Chip, what, d.Name, d.Index)
}

// Deletions drops every constraint and every interaction of the chips of the cases in
// turn, and returns those without which every case is still refused: each needs a case
// that breaks nothing else. A case that is accepted to begin with is an error.
//
// Multiplicities that a prover may choose freely count as chosen well: a tuple of
// a local lookup bus is fine, however often it is demanded, when it is supplied with a
// column that nothing else reads. So a case for a range check needs a value out of range
// and no care for the multiplicities.
func Deletions(cases []Case) ([]Deletion, error) {
	var all []Deletion
	needed := map[Deletion]bool{}
	for i := range cases {
		c := &cases[i]
		r, err := refusalOf(c)
		if err != nil {
			return nil, fmt.Errorf("case %q: %w", c.Name, err)
		}
		if len(r.violated) == 0 && r.balancedWithout(Deletion{}) {
			return nil, fmt.Errorf("case %q is accepted", c.Name)
		}
		for j := range c.Instances {
			for _, d := range deletionsOf(c.Instances[j].Chip) {
				if !slices.Contains(all, d) {
					all = append(all, d)
				}
				if !needed[d] {
					needed[d] = r.acceptedWithout(d)
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(d Deletion) bool { return needed[d] }), nil
}

func deletionsOf(chip *air.Chip) []Deletion {
	var out []Deletion
	for i, c := range chip.Constraints {
		out = append(out, Deletion{Chip: chip.Name, Index: i, Name: c.Name})
	}
	for i, x := range chip.Interactions {
		if !x.Bus.Global {
			out = append(out, Deletion{Chip: chip.Name, Interaction: true, Index: i, Name: x.Bus.Name})
		}
	}
	return out
}

// refusal is why a case is refused.
type refusal struct {
	violated map[Deletion]bool
	sums     ledger
	parts    map[Deletion]ledger          // of the sums, by interaction
	supplied map[Deletion]map[string]bool // keys, by interaction with a free multiplicity
}

func refusalOf(c *Case) (*refusal, error) {
	violations, err := Constraints(c.Instances)
	if err != nil {
		return nil, err
	}
	r := &refusal{
		violated: map[Deletion]bool{}, sums: ledger{},
		parts: map[Deletion]ledger{}, supplied: map[Deletion]map[string]bool{},
	}
	for _, v := range violations {
		r.violated[Deletion{Chip: v.Chip, Index: v.Constraint, Name: v.Name}] = true
	}
	if err := r.sums.addExternal(c.External, false); err != nil {
		return nil, err
	}
	for i := range c.Instances {
		r.addInstance(&c.Instances[i])
	}
	return r, nil
}

func (r *refusal) addInstance(in *Instance) {
	e := newEvaluator(in.Chip)
	for row := range in.liveRows() {
		e.run(in, row)
		for i := range in.Chip.Interactions {
			x := &in.Chip.Interactions[i]
			if x.Bus.Global {
				continue
			}
			d := Deletion{Chip: in.Chip.Name, Interaction: true, Index: i, Name: x.Bus.Name}
			if r.parts[d] == nil {
				r.parts[d], r.supplied[d] = ledger{}, map[string]bool{}
			}
			r.sums.addRow(e, x, in.Chip.Name, row, false)
			r.parts[d].addRow(e, x, in.Chip.Name, row, false)
			if isFree(in.Chip, i) {
				r.supplied[d][keyOf(x.Bus, e.tuple(x))] = true
			}
		}
	}
}

// isFree says whether an interaction supplies with a column that nothing else reads.
func isFree(chip *air.Chip, interaction int) bool {
	x := chip.Interactions[interaction]
	m := chip.Nodes[x.Multiplicity]
	if x.Bus.Kind != air.Lookup || x.Direction != air.Put || m.Op != air.OpMain {
		return false
	}
	for _, n := range chip.Nodes {
		operand := n.Op == air.OpAdd || n.Op == air.OpSub || n.Op == air.OpMul
		if operand && (n.A == x.Multiplicity || n.B == x.Multiplicity) {
			return false
		}
		if n.Op == air.OpMain && n.Index == m.Index && n.Rotation != m.Rotation {
			return false
		}
	}
	for _, c := range chip.Constraints {
		if c.Node == x.Multiplicity {
			return false
		}
	}
	for i, other := range chip.Interactions {
		if slices.Contains(other.Tuple, x.Multiplicity) || i != interaction && other.Multiplicity == x.Multiplicity {
			return false
		}
	}
	return true
}

func (r *refusal) acceptedWithout(d Deletion) bool {
	for v := range r.violated {
		if v != d {
			return false
		}
	}
	return r.balancedWithout(d)
}

func (r *refusal) balancedWithout(d Deletion) bool {
	part := r.parts[d]
	for key, e := range r.sums {
		if e.net != part[key].net && !r.suppliedWithout(d, key) {
			return false
		}
	}
	return true
}

func (r *refusal) suppliedWithout(d Deletion, key string) bool {
	for supplier, keys := range r.supplied {
		if supplier != d && keys[key] {
			return true
		}
	}
	return false
}

package steptest

import (
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// buses are those that Answers knows.
var buses = []air.Bus{bus.State, bus.Memory, bus.ROM, bus.Range16, bus.Range5, bus.Bytes, bus.And, bus.Pow2}

// Answers is a rest of the machine that agrees with everything that an instance puts on
// local buses, except that range tables have only what they have.
func Answers(in *check.Instance) (out []check.Message, err error) {
	unbalanced, err := check.Balance([]check.Instance{*in}, nil)
	if err != nil {
		return nil, err
	}
	for _, u := range unbalanced {
		b := buses[slices.IndexFunc(buses, func(b air.Bus) bool { return b.Name == u.Bus })]
		if b.ID >= bus.Range16.ID && !contains(u.Bus, u.Tuple) {
			continue
		}
		d, n := air.Take, u.Net
		if n < 0 {
			d, n = air.Put, -n
		}
		m := Message(b, d, u.Tuple...)
		if b.Kind == air.Lookup {
			m.Multiplicity, n = field.New(uint64(n)), 1
		}
		for range n {
			out = append(out, m)
		}
	}
	return out, nil
}

// Solve sets a column of a row so that a constraint holds, which has to be linear in it and
// read one row only.
func (r Row) Solve(constraint, column string) {
	i := slices.IndexFunc(r.In.Chip.Constraints, func(c air.Constraint) bool { return c.Name == constraint })
	if i < 0 {
		panic("no constraint " + constraint)
	}
	cell := r.cell(column)
	value := func(v field.Element) field.Element {
		*cell = v
		return r.values()[r.In.Chip.Constraints[i].Node]
	}
	at0, at1 := value(0), value(field.One)
	if at1 == at0 {
		panic("constraint " + constraint + " does not depend on " + column)
	}
	*cell = at0.Mul(at0.Sub(at1).Inv())
}

// values are those of all nodes on the row.
func (r Row) values() []field.Element {
	out := make([]field.Element, len(r.In.Chip.Nodes))
	for i, n := range r.In.Chip.Nodes {
		switch n.Op {
		case air.OpConst:
			out[i] = n.Value
		case air.OpMain:
			out[i] = r.In.Main[n.Index][r.At]
		case air.OpAdd:
			out[i] = out[n.A].Add(out[n.B])
		case air.OpSub:
			out[i] = out[n.A].Sub(out[n.B])
		case air.OpMul:
			out[i] = out[n.A].Mul(out[n.B])
		}
	}
	return out
}

// Cases collects rows that a chip has to refuse, one thing wrong with each.
type Cases struct {
	Chip  *air.Chip
	All   []check.Case
	Wrong []error
}

// Add makes a table of a copy of a row, after a change, in a machine that agrees with it.
func (c *Cases) Add(name string, row []field.Element, change func(Row)) {
	in := check.Instance{Chip: c.Chip}
	for _, v := range row {
		in.Main = append(in.Main, []field.Element{v, 0})
	}
	r := Row{&in, 0}
	change(r)
	// The last row takes part in nothing; it is padding of zeros.
	external, err := Answers(&in)
	if err != nil {
		c.Wrong = append(c.Wrong, err)
		return
	}
	c.All = append(c.All, check.Case{Name: name, Instances: []check.Instance{in}, External: external})
}

// Unanswered adds a right row once for everything that it puts or takes, which nobody
// answers.
func (c *Cases) Unanswered(row []field.Element) {
	c.Add("unanswered", row, func(Row) {})
	right := c.All[len(c.All)-1]
	c.All = c.All[:len(c.All)-1]
	for i, m := range right.External {
		external := slices.Clone(right.External)
		if m.Multiplicity == field.One {
			external = append(external[:i], external[i+1:]...)
		} else {
			external[i].Multiplicity = m.Multiplicity.Sub(field.One)
		}
		c.All = append(c.All, check.Case{Name: right.Name, Instances: right.Instances, External: external})
	}
}

// Unneeded returns the constraints and interactions without which every case is refused.
// Lookups in range tables are needed when a value out of range shows it.
func (c *Cases) Unneeded() ([]check.Deletion, error) {
	if len(c.Wrong) > 0 {
		return nil, c.Wrong[0]
	}
	var lookups []check.Case
	for _, one := range c.All {
		if one.Name != "unanswered" {
			lookups = append(lookups, one)
		}
	}
	left, err := check.Deletions(c.All)
	if err != nil {
		return nil, err
	}
	strict, err := check.Deletions(lookups)
	if err != nil {
		return nil, err
	}
	for _, d := range strict {
		if d.Interaction && c.Chip.Interactions[d.Index].Bus.ID >= bus.Range16.ID && !slices.Contains(left, d) {
			left = append(left, d)
		}
	}
	return left, nil
}

// RowOf is a row of an instance.
func RowOf(in *check.Instance, at int) (out []field.Element) {
	for _, c := range in.Main {
		out = append(out, c[at])
	}
	return out
}

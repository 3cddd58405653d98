package conformance

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/boundary"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// check tries the run against all constraints and buses, in tables as small as they can be.
// An error says what refuses it.
func (r *run) check() error {
	var all []check.Instance
	pc := r.program.Entry
	for i, seg := range r.segments {
		publics := machine.SegmentPublics(uint32(i+1), pc, seg.PCOut, seg.TimeOut)
		instances := segmentInstances(seg, publics, nil)
		external := machine.SegmentExternal(pc, seg.PCOut, seg.TimeOut, &r.output)
		if err := checkPart(instances, external); err != nil {
			return fmt.Errorf("segment %d: %w", i+1, err)
		}
		all, pc = append(all, instances...), seg.PCOut
	}
	cells, err := r.boundaryInstance()
	if err != nil {
		return err
	}
	if err := checkPart([]check.Instance{cells}, nil); err != nil {
		return fmt.Errorf("boundary: %w", err)
	}
	program, err := r.programInstances()
	if err != nil {
		return err
	}
	if err := checkPart(program, nil); err != nil {
		return fmt.Errorf("program: %w", err)
	}
	unbalanced, err := check.GlobalBalance(append(append(all, cells), program...), nil)
	if err != nil {
		return err
	}
	if len(unbalanced) > 0 {
		return fmt.Errorf("run: %v and %d more", unbalanced[0], len(unbalanced)-1)
	}
	return nil
}

// checkPart checks the tables of one proof. What is demanded of the fixed lookups is
// supplied when they have it.
func checkPart(instances []check.Instance, external []check.Message) error {
	violations, err := check.Constraints(instances)
	if err != nil {
		return err
	}
	if len(violations) > 0 {
		return fmt.Errorf("%v and %d more", violations[0], len(violations)-1)
	}
	unbalanced, err := check.Balance(instances, external)
	if err != nil {
		return err
	}
	unbalanced = slices.DeleteFunc(unbalanced, func(u check.Unbalanced) bool {
		_, _, ok := lookup(u)
		return ok
	})
	if len(unbalanced) > 0 {
		return fmt.Errorf("%v and %d more", unbalanced[0], len(unbalanced)-1)
	}
	return nil
}

// lookup is the place of a demanded tuple in the fixed lookups.
func lookup(u check.Unbalanced) (column, row int, ok bool) {
	at := slices.IndexFunc(tables.Buses, func(b air.Bus) bool { return b.Name == u.Bus })
	if at < 0 || u.Net > 0 {
		return 0, 0, false
	}
	return tables.Row(tables.Buses[at], u.Tuple)
}

// segmentInstances fills the tables of a segment but the fixed lookups: at the heights of a
// shape, or, without one, all that have rows at the least heights.
func segmentInstances(seg *record.Segment, publics []field.Element, heights []int) (out []check.Instance) {
	d := machine.Machine()
	for i, chip := range d.Systems[machine.Segment].Chips {
		t, share, log := &d.Tables[d.Places[i].Table], seg, 0
		switch {
		case chip.Name == d.Lookups.Chip.Name:
		case heights != nil:
			t, share = d.Share(heights, i, seg)
			log = heights[i]
		case !d.Places[i].Second:
			log = least(*t, seg)
		}
		if log == 0 {
			continue
		}
		in := instance(chip, log)
		in.Publics = publics
		if t.Fixed != nil {
			in.Fixed = t.Fixed(log)
		}
		t.Fill(share, in.Main)
		out = append(out, in)
	}
	return out
}

// least is the least height that holds the rows of a segment and one row of padding; zero
// when there are none.
func least(t chips.Table, seg *record.Segment) int {
	rows := t.Rows(seg)
	if rows == 0 {
		return 0
	}
	log := 1
	for machine.Room(t, log) <= rows {
		log++
	}
	return log
}

func instance(chip *air.Chip, log int) check.Instance {
	in := check.Instance{Chip: chip, Main: make([][]field.Element, len(chip.Main))}
	for i := range in.Main {
		in.Main[i] = make([]field.Element, 1<<log)
	}
	return in
}

func logOf(rows int) int {
	log := 1
	for 1<<log < rows {
		log++
	}
	return log
}

func (r *run) boundaryInstance() (check.Instance, error) {
	c := machine.Machine().Cells
	in := instance(c.Chip, logOf(len(r.cells)+1))
	in.Publics = machine.BoundaryPublics(0, r.cells[len(r.cells)-1].Cell)
	return in, c.Fill(0, r.cells, r.program.Intervals, in.Main)
}

func (r *run) programInstances() (out []check.Instance, err error) {
	usage := r.usage()
	for i := range machine.Machine().Parts {
		part := &machine.Machine().Parts[i]
		log := logOf(part.Rows(r.program) + 1)
		in := instance(part.Chip, log)
		if in.Fixed, err = part.Columns(r.program, log); err != nil {
			return nil, err
		}
		part.Fill(usage, in.Main)
		out = append(out, in)
	}
	return out, nil
}

// usage counts what the run uses of the program, as far as the program has it.
func (r *run) usage() *boundary.Usage {
	u := boundary.NewUsage(r.program)
	for _, seg := range r.segments {
		for _, used := range seg.Program {
			if at := r.program.Index(used.Row.PC); at >= 0 && r.program.Rows[at] == *used.Row {
				u.Rows[at]++
			}
		}
	}
	for _, c := range r.cells {
		if c.Interval >= 0 {
			u.Intervals[c.Interval]++
		} else if at := r.program.Find(c.Cell); at < len(r.program.Cells) && r.program.Cells[at] == (rom.Cell{Cell: c.Cell, Value: c.Initial}) {
			u.Cells[at]++
		}
	}
	return u
}

package steptest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Fill makes instances of tables, each of the least height from 2^log on that holds its
// rows.
func Fill(tables []chips.Table, seg *record.Segment, log int) []check.Instance {
	var out []check.Instance
	for _, t := range tables {
		rows, h := t.Rows(seg), log
		if t.Chip.HasPermutation() {
			rows++
		}
		for 1<<h < rows {
			h++
		}
		in := check.Instance{Chip: t.Chip, Main: Columns(t.Chip, h)}
		if t.Fixed != nil {
			in.Fixed = t.Fixed(h)
		}
		t.Fill(seg, in.Main)
		out = append(out, in)
	}
	return out
}

// Columns are main columns of height 2^log.
func Columns(chip *air.Chip, log int) [][]field.Element {
	out := make([][]field.Element, len(chip.Main))
	for i := range out {
		out[i] = make([]field.Element, 1<<log)
	}
	return out
}

// Row gives access to a row of an instance by the names of columns. A name that does not
// exist panics: it is a mistake of the test.
type Row struct {
	In *check.Instance
	At int
}

func (r Row) cell(name string) *field.Element {
	i := slices.IndexFunc(r.In.Chip.Main, func(c air.Column) bool { return c.Name == name })
	if i < 0 {
		panic("no column " + name)
	}
	return &r.In.Main[i][r.At]
}

// Get returns a cell.
func (r Row) Get(name string) field.Element { return *r.cell(name) }

// Set sets a cell to a value, which may be negative.
func (r Row) Set(name string, v int64) {
	if v < 0 {
		*r.cell(name) = field.New(uint64(-v)).Neg()
		return
	}
	*r.cell(name) = field.New(uint64(v))
}

// SetElement sets a cell.
func (r Row) SetElement(name string, v field.Element) { *r.cell(name) = v }

// SetWord sets the limbs name0 to name3.
func (r Row) SetWord(name string, v uint64) {
	for i := range 4 {
		r.Set(name+string(rune('0'+i)), int64(v>>(16*i)&0xffff))
	}
}

// isInput says whether the rest of the machine determines a column: it comes from the ROM, from
// memory or from the state. Times of previous accesses do, too.
func isInput(c air.Column) bool {
	for _, source := range []string{"(MEM", "(ROM", "(STATE", "(GMEM", "(GROM", "(GIMAGE"} {
		if strings.Contains(c.Range, source) {
			return true
		}
	}
	for _, access := range []string{"rs1", "rs2", "rd", "mem", "a7", "a0", "a1", "a2", "a3", "a4"} {
		if c.Name == access+".lo" || c.Name == access+".hi" {
			return true
		}
	}
	return strings.HasPrefix(c.Name, "is_") || c.Name == "real"
}

// Corrupt changes the cells of a row of an instance, one at a time, and returns the changes
// that are accepted. A column that the chip computes has to be determined by constraints
// and lookups alone: what memory says of a result does not count, because a cheating
// prover would have the wrong result in memory as well.
func Corrupt(in []check.Instance, which, row int, external []check.Message) (survivors []string) {
	one := in[which]
	for c, column := range one.Chip.Main {
		old := one.Main[c][row]
		changes := []field.Element{
			old.Add(field.One), old.Sub(field.One), old.Neg(), old.Add(field.New(1 << 16)), old.Sub(field.New(1 << 16)),
			old.Add(field.New(1 << 8)), old.Sub(field.New(1 << 8)), 0, field.One, field.New(0xffff), field.New(0x8000), field.New(0x1234567),
		}
		for _, v := range changes {
			if v == old {
				continue
			}
			one.Main[c][row] = v
			if !refused(in, external, isInput(column)) {
				survivors = append(survivors, fmt.Sprintf("%s.%s row %d: %d to %d", one.Chip.Name, column.Name, row, old.Uint32(), v.Uint32()))
			}
		}
		one.Main[c][row] = old
	}
	return survivors
}

// CorruptSteps makes tables of two rows for each step of a segment, alone, and corrupts it.
func CorruptSteps(tables []chips.Table, seg *record.Segment) (survivors []string, err error) {
	for _, steps := range seg.Steps {
		for i := range steps {
			in, external := Alone(tables, &steps[i])
			if err := Accept(in, external); err != nil {
				return nil, err
			}
			survivors = append(survivors, Corrupt(in, 0, 0, external)...)
		}
	}
	return survivors, nil
}

// Alone is the table of a step with nothing else in it, and what the rest of the machine
// puts on the buses.
func Alone(tables []chips.Table, s *record.Step) ([]check.Instance, []check.Message) {
	t := rom.TableOf(s.Row.Op)
	seg := &record.Segment{}
	seg.Steps[t] = []record.Step{*s}
	var in []check.Instance
	for _, table := range tables {
		if table.Rows(seg) == 1 {
			in = append(in, Fill([]chips.Table{table}, seg, 1)...)
		}
	}
	return in, ExternalOf(s)
}

func refused(in []check.Instance, external []check.Message, byAnything bool) bool {
	why, err := Refusals(in, external)
	if err != nil {
		return true
	}
	for _, r := range why {
		if byAnything || r.Bus != bus.Memory.Name && r.Bus != bus.State.Name && r.Bus != bus.ROM.Name {
			return true
		}
	}
	return false
}

package prove

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
)

// The fixed lookups are supplied by one table of 2^16 rows. How often each row is demanded
// is counted when all other tables are filled, by evaluating their demands.

// keyBits are, by the place of the bus in tables.Buses, the bits of each element of the
// tuple that make the row. What follows in a tuple is a function of these.
var keyBits = [][]uint{{16}, {5, 5, 5}, {8, 8}, {8, 8}, {4}}

// demand is one interaction that demands a fixed lookup.
type demand struct {
	bus    int // in tables.Buses
	always bool
	times  int   // root of the multiplicity, unless always
	key    []int // roots of the elements of the key
}

// counter counts the demands of one chip.
type counter struct {
	demands []demand
	program *batch.Program
	last    bool // whether the last row counts
}

// newCounter compiles the demands of a chip; nil when it has none.
func newCounter(chip *air.Chip) (*counter, error) {
	c := &counter{last: !chip.HasPermutation()}
	var roots []air.NodeID
	root := func(id air.NodeID) int {
		roots = append(roots, id)
		return len(roots) - 1
	}
	for _, x := range chip.Interactions {
		at := indexOf(x.Bus)
		if at < 0 || x.Direction != air.Take {
			continue
		}
		n := chip.Nodes[x.Multiplicity]
		d := demand{bus: at, always: n.Op == air.OpConst && n.Value == field.One}
		if !d.always {
			d.times = root(x.Multiplicity)
		}
		for i := range keyBits[at] {
			d.key = append(d.key, root(x.Tuple[i]))
		}
		c.demands = append(c.demands, d)
	}
	if len(roots) == 0 {
		return nil, nil
	}
	var err error
	c.program, err = batch.Compile(chip.Nodes, roots)
	return c, err
}

func indexOf(b air.Bus) int {
	for i, x := range tables.Buses {
		if x == b {
			return i
		}
	}
	return -1
}

// counts are the numbers of demands by bus and row.
type counts [][]uint32

func newCounts() counts {
	out := make(counts, len(tables.Buses))
	for i := range out {
		out[i] = make([]uint32, 1<<tables.LogHeight)
	}
	return out
}

// add counts the demands of a filled table.
func (c *counter) add(to counts, t *proof.Table, main, fixed [][]field.Element, publics []field.Element) error {
	bound, err := c.program.Bind(batch.Scalars{Public: publics})
	if err != nil {
		return err
	}
	m := bound.Machine()
	columns := &batch.Columns{Main: main, Fixed: fixed, Log: t.LogHeight}
	var scratch [4][batch.ChunkRows]field.Element
	for from := 0; from < t.Height(); from += batch.ChunkRows {
		n := min(batch.ChunkRows, t.Height()-from)
		if err := m.Run(columns, from, n); err != nil {
			return err
		}
		if from+n == t.Height() && !c.last {
			n--
		}
		for i := range c.demands {
			d := &c.demands[i]
			if row := d.count(to[d.bus], m, n, &scratch); row >= 0 {
				return fmt.Errorf("table %s, row %d: demand %d: %s has no such tuple", t.Chip.Name, from+row, i, tables.Buses[d.bus].Name)
			}
		}
	}
	return nil
}

// count counts one demand on n rows. It returns a row whose key no row of the table has,
// or -1.
func (d *demand) count(to []uint32, m *batch.Machine, n int, scratch *[4][batch.ChunkRows]field.Element) int {
	if !d.always {
		canonical(scratch[3][:n], m.Base(d.times))
	}
	bits := keyBits[d.bus]
	for k, root := range d.key {
		canonical(scratch[k][:n], m.Base(root))
	}
	for i := range n {
		key, shift, over := uint32(0), uint(0), uint32(0)
		for k, width := range bits {
			v := uint32(scratch[k][i])
			over |= v >> width
			key |= v << shift
			shift += width
		}
		times := uint32(1)
		if !d.always {
			if times = uint32(scratch[3][i]); times == 0 {
				continue
			}
		}
		if over != 0 {
			return i
		}
		to[key] += times
	}
	return -1
}

// canonical sets dst to the values of elements as words: a product with the word one takes
// the Montgomery factor away.
func canonical(dst, src []field.Element) { vec.Scale(dst, src[:len(dst)], 1) }

// lookups counts the demands of all tables of a layout and fills the table that supplies
// them.
func (s *setup) lookups(ctx context.Context, columns [][][]field.Element, publics []field.Element, workers int) error {
	all := make([]counts, workers)
	err := each(ctx, workers, len(s.layout.Tables), func(worker, i int) error {
		if s.counters[i] == nil {
			return nil
		}
		if all[worker] == nil {
			all[worker] = newCounts()
		}
		return s.counters[i].add(all[worker], &s.layout.Tables[i], columns[i], s.fixed[i], publics)
	})
	if err != nil {
		return err
	}
	into := columns[s.lookup]
	for b := range into {
		for row := range into[b] {
			n := uint64(0)
			for _, c := range all {
				if c != nil {
					n += uint64(c[b][row])
				}
			}
			into[b][row] = field.New(n)
		}
	}
	return nil
}

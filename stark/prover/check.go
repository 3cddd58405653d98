package prover

import (
	"context"
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/logup"
)

// checkConstraints evaluates every constraint of a table on its trace and names the first
// one that is violated, in the order of constraints.
func checkConstraints(ctx context.Context, t *logup.Table, trace batch.Columns, s batch.Scalars, workers int) error {
	trace.Log, trace.Order = t.LogHeight, batch.Natural
	roots := make([]air.NodeID, len(t.Constraints))
	for i, c := range t.Constraints {
		roots[i] = c.Node
	}
	program, err := batch.Compile(t.Nodes, roots)
	if err != nil {
		return err
	}
	bound, err := program.Bind(s)
	if err != nil {
		return err
	}
	var mutex sync.Mutex
	rows := make([]int, len(roots)) // first bad row, plus one
	err = bound.Each(ctx, &trace, 0, t.Height(), workers, func(m *batch.Machine, at, n int) {
		for i, c := range t.Constraints {
			from, to := rowsWhen(c.When, at, n, t.Height())
			for j := from; j < to; j++ {
				if isZero(program, m, i, j) {
					continue
				}
				mutex.Lock()
				if row := at + j + 1; rows[i] == 0 || row < rows[i] {
					rows[i] = row
				}
				mutex.Unlock()
				break
			}
		}
	})
	if err != nil {
		return err
	}
	for i, row := range rows {
		if row > 0 {
			c := t.Constraints[i]
			return fmt.Errorf("table %s: constraint %q (%s) is violated on row %d", t.Chip.Name, c.Name, c.When, row-1)
		}
	}
	return nil
}

// rowsWhen is the part of a chunk on which a constraint holds.
func rowsWhen(w air.When, at, n, height int) (from, to int) {
	to = n
	switch {
	case w == air.First:
		to = 0
		if at == 0 {
			to = 1
		}
	case w == air.Last:
		from = n
		if at+n == height {
			from = n - 1
		}
	case w == air.Transition && at+n == height:
		to = n - 1
	}
	return from, to
}

func isZero(p *batch.Program, m *batch.Machine, root, row int) bool {
	if p.IsExt(root) {
		return m.Ext(root).At(row).IsZero()
	}
	return m.Base(root)[row] == 0
}

// ledger counts what is put on local buses less what is taken off them.
type ledger struct {
	buses   map[uint32]string
	entries map[string]*entry
	order   []*entry
}

type entry struct {
	bus   uint32
	tuple []field.Element
	net   field.Element
	where string // of the first time
}

func newLedger() *ledger {
	return &ledger{buses: map[uint32]string{}, entries: map[string]*entry{}}
}

func (l *ledger) add(bus air.Bus, d air.Direction, times field.Element, tuple []field.Element, table string, row int) {
	if times == 0 {
		return
	}
	if d == air.Take {
		times = times.Neg()
	}
	key := make([]byte, 0, field.Bytes*(len(tuple)+1))
	for _, x := range append([]field.Element{field.Element(bus.ID)}, tuple...) {
		key = append(key, byte(x), byte(x>>8), byte(x>>16), byte(x>>24))
	}
	e, ok := l.entries[string(key)]
	if !ok {
		e = &entry{bus: bus.ID, tuple: append([]field.Element(nil), tuple...), where: fmt.Sprintf("%s row %d", table, row)}
		l.buses[bus.ID] = bus.Name
		l.entries[string(key)] = e
		l.order = append(l.order, e)
	}
	e.net = e.net.Add(times)
}

// addTable enters all local interactions of a table.
func (l *ledger) addTable(t *logup.Table, trace batch.Columns, s batch.Scalars) error {
	trace.Log, trace.Order = t.LogHeight, batch.Natural
	var roots []air.NodeID
	for _, x := range t.Chip.Interactions {
		roots = append(append(roots, x.Multiplicity), x.Tuple...)
	}
	program, err := batch.Compile(t.Nodes, roots)
	if err != nil {
		return err
	}
	bound, err := program.Bind(s)
	if err != nil {
		return err
	}
	m, step := bound.Machine(), min(batch.ChunkRows, t.Height())
	for at := 0; at < t.Height(); at += step {
		if err := m.Run(&trace, at, step); err != nil {
			return err
		}
		rows := step
		if !t.Cyclic && at+step == t.Height() {
			rows-- // the last row is outside
		}
		l.addChunk(t, m, at, rows)
	}
	return nil
}

func (l *ledger) addChunk(t *logup.Table, m *batch.Machine, at, rows int) {
	root := 0
	for _, x := range t.Chip.Interactions {
		tuple := make([]field.Element, len(x.Tuple))
		for j := range rows {
			if x.Bus.Global {
				break
			}
			for k := range tuple {
				tuple[k] = m.Base(root + 1 + k)[j]
			}
			l.add(x.Bus, x.Direction, m.Base(root)[j], tuple, t.Chip.Name, at+j)
		}
		root += 1 + len(tuple)
	}
}

// balance names the first tuple that is not balanced.
func (l *ledger) balance() error {
	for _, e := range l.order {
		if e.net == 0 {
			continue
		}
		tuple := make([]uint32, len(e.tuple))
		for k, x := range e.tuple {
			tuple[k] = x.Uint32()
		}
		net := int64(e.net.Uint32())
		if net > field.Modulus/2 {
			net -= field.Modulus
		}
		return fmt.Errorf("bus %s: tuple %v, first seen in %s, is put %d times more than taken",
			l.buses[e.bus], tuple, e.where, net)
	}
	return nil
}

package prover

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/logup"
)

// posting is one interaction of one row, or an external message.
type posting struct {
	bus   air.Bus
	side  air.Direction
	times field.Element
	tuple []field.Element
	table string
	row   int
}

// checkBuses adds up what is put on local buses less what is taken off them, by a hash of
// the tuple, and then looks for the tuples that are left.
func (w *work) checkBuses() error {
	net := map[uint64]field.Element{}
	err := w.postings(func(p *posting) {
		key, times := p.key(), p.times
		if p.side == air.Take {
			times = times.Neg()
		}
		if sum := net[key].Add(times); sum != 0 {
			net[key] = sum
		} else {
			delete(net, key)
		}
	})
	if err != nil || len(net) == 0 {
		return err
	}
	const most = 5
	found := make([]error, 0, most)
	err = w.postings(func(p *posting) {
		key := p.key()
		sum, ok := net[key]
		if !ok || len(found) == most {
			return
		}
		delete(net, key)
		found = append(found, p.unbalanced(sum))
	})
	if err != nil {
		return err
	}
	return errors.Join(found...)
}

func (p *posting) unbalanced(sum field.Element) error {
	tuple := make([]uint32, len(p.tuple))
	for k, x := range p.tuple {
		tuple[k] = x.Uint32()
	}
	times := int64(sum.Uint32())
	if times > field.Modulus/2 {
		times -= field.Modulus
	}
	return fmt.Errorf("bus %s: tuple %v, first seen in %s row %d, is put %d times more than taken",
		p.bus.Name, tuple, p.table, p.row, times)
}

// key is a hash of bus and tuple: good enough to find mistakes.
func (p *posting) key() uint64 {
	const prime = 0x9e3779b97f4a7c15
	h := uint64(p.bus.ID)
	for _, x := range p.tuple {
		h = (h ^ uint64(x)) * prime
		h ^= h >> 29
	}
	return h
}

// postings shows everything on local buses, table by table.
func (w *work) postings(show func(*posting)) error {
	for i := range w.key.Tables {
		if err := tablePostings(w.key.Tables[i].Table, w.trace(i), w.scalars(i), show); err != nil {
			return fmt.Errorf("table %s: %w", w.key.Tables[i].Chip.Name, err)
		}
	}
	for i := range w.in.External {
		if m := &w.in.External[i]; !m.Bus.Global {
			show(&posting{m.Bus, m.Direction, m.Multiplicity, m.Tuple, "external messages", i})
		}
	}
	return nil
}

func tablePostings(t *logup.Table, trace batch.Columns, s batch.Scalars, show func(*posting)) error {
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
		chunkPostings(t, m, at, rows, show)
	}
	return nil
}

func chunkPostings(t *logup.Table, m *batch.Machine, at, rows int, show func(*posting)) {
	root := 0
	for _, x := range t.Chip.Interactions {
		p := posting{bus: x.Bus, side: x.Direction, tuple: make([]field.Element, len(x.Tuple)), table: t.Chip.Name}
		for j := range rows {
			if p.times = m.Base(root)[j]; p.times == 0 || x.Bus.Global {
				continue
			}
			p.row = at + j
			for k := range p.tuple {
				p.tuple[k] = m.Base(root + 1 + k)[j]
			}
			show(&p)
		}
		root += 1 + len(x.Tuple)
	}
}

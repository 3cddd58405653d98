package prove

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// traces keeps columns between segments: they are large, and the same few sizes.
type traces struct {
	free map[int][][]field.Element // by log height
}

// column returns a column with any content.
func (t *traces) column(log int) []field.Element {
	if list := t.free[log]; len(list) > 0 {
		c := list[len(list)-1]
		t.free[log] = list[:len(list)-1]
		return c
	}
	return make([]field.Element, 1<<log)
}

// columns makes the main columns of the tables of a layout; those that shared does not ask
// for stay nil.
func (t *traces) columns(l *proof.Layout, sharedOnly bool) [][][]field.Element {
	out := make([][][]field.Element, len(l.Tables))
	for i := range l.Tables {
		table := &l.Tables[i]
		if sharedOnly && !table.Chip.Shared {
			continue
		}
		out[i] = make([][]field.Element, len(table.Chip.Main))
		for c := range out[i] {
			out[i][c] = t.column(table.LogHeight)
		}
	}
	return out
}

// release takes columns back.
func (t *traces) release(l *proof.Layout, columns [][][]field.Element) {
	for i := range columns {
		log := l.Tables[i].LogHeight
		t.free[log] = append(t.free[log], columns[i]...)
	}
}

// fillSegment fills the columns that exist, one table after the other on every worker,
// largest first.
func fillSegment(ctx context.Context, l *proof.Layout, shape *machine.Shape, seg *record.Segment, columns [][][]field.Element, workers int) error {
	var order []int
	tables, shares := make([]*chips.Table, len(l.Tables)), make([]*record.Segment, len(l.Tables))
	for i := range l.Tables {
		t := &l.Tables[i]
		table, share := machine.Machine().Share(shape.Heights, t.Index, seg)
		tables[i], shares[i] = table, share
		room := t.Height()
		if t.Chip.HasPermutation() {
			room--
		}
		if rows := table.Rows(share); rows > room {
			return fmt.Errorf("segment %d: table %s has %d rows, its height 2^%d holds %d", seg.Index, t.Chip.Name, rows, t.LogHeight, room)
		}
		if columns[i] != nil {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Compare(len(columns[b])<<l.Tables[b].LogHeight, len(columns[a])<<l.Tables[a].LogHeight)
	})
	return each(ctx, workers, len(order), func(_, k int) error {
		i := order[k]
		tables[i].Fill(shares[i], columns[i])
		return nil
	})
}

// each calls do(worker, i) for every i below n on some goroutines, which have ended when it
// returns. It gives the first error.
func each(ctx context.Context, workers, n int, do func(worker, i int) error) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	errs := make([]error, max(1, min(workers, n)))
	for w := range errs {
		wg.Go(func() {
			for errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[w] = ctx.Err(); errs[w] == nil {
					errs[w] = do(w, i)
				}
			}
		})
	}
	wg.Wait()
	return cmp.Or(errs...)
}

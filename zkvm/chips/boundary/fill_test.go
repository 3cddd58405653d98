package boundary

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

func TestFillRefuses(t *testing.T) {
	c := NewCells()
	intervals := []rom.Interval{{First: 100, Last: 200}}
	image := func(cell uint32) record.Boundary { return record.Boundary{Cell: cell, Interval: -1} }
	for _, bad := range []struct {
		above  uint32
		cells  []record.Boundary
		reason string
	}{
		{0, nil, "0 cells"},
		{0, []record.Boundary{image(1), image(2), image(3)}, "3 cells in 2 rows"},
		{0, []record.Boundary{image(2), image(1)}, "cell 1 follows cell 2"},
		{0, []record.Boundary{image(2), image(2)}, "cell 2 follows cell 2"},
		{5, []record.Boundary{image(5)}, "cell 5 follows cell 5"},
		{0, []record.Boundary{image(maxDistance + 1)}, "follows cell 0"},
		{0, []record.Boundary{{Cell: 99}}, "cell 99 is not in interval 0"},
		{0, []record.Boundary{{Cell: 201}}, "cell 201 is not in interval 0"},
		{0, []record.Boundary{{Cell: 150, Interval: 1}}, "cell 150 is not in interval 1"},
	} {
		err := c.Fill(bad.above, bad.cells, intervals, steptest.Columns(c.Chip, 1))
		if err == nil || !strings.Contains(err.Error(), bad.reason) {
			t.Errorf("want %q, got %v", bad.reason, err)
		}
	}
	for _, f := range Programs() {
		if _, err := f.Columns(&rom.Program{Rows: make([]rom.Row, 9), Cells: make([]rom.Cell, 9), Intervals: make([]rom.Interval, 9)}, 3); err == nil {
			t.Errorf("chip %s: nine rows fit eight", f.Chip.Name)
		}
	}
}

package forge

import (
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// BenchmarkFill reports the time that a table takes to be filled, by row, at a height of
// 2^16 with the cases repeated.
func BenchmarkFill(b *testing.B, table chips.Table, id rom.Table, cases []Case) {
	const rows = 1<<16 - 1
	steps := Steps(cases)
	seg := &record.Segment{}
	for len(seg.Steps[id]) < rows {
		seg.Steps[id] = append(seg.Steps[id], steps[:min(len(steps), rows-len(seg.Steps[id]))]...)
	}
	cols := make([][]field.Element, len(table.Chip.Main))
	for i := range cols {
		cols[i] = make([]field.Element, rows+1)
	}
	for b.Loop() {
		table.Fill(seg, cols)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
}

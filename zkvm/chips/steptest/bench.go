package steptest

import (
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// BenchmarkFill measures the filling of tables by rows, with the steps of a segment repeated
// to 2^14 rows of each table.
func BenchmarkFill(b *testing.B, tables []chips.Table, seg *record.Segment) {
	const log = 14
	for _, table := range tables {
		b.Run(table.Chip.Name, func(b *testing.B) {
			var full record.Segment
			for t, steps := range seg.Steps {
				one := &record.Segment{}
				one.Steps[t] = steps
				if table.Rows(one) == 0 {
					continue
				}
				for len(full.Steps[t]) < 1<<log-1 {
					full.Steps[t] = append(full.Steps[t], steps[len(full.Steps[t])%len(steps)])
				}
			}
			cols := Columns(table.Chip, log)
			for b.Loop() {
				table.Fill(&full, cols)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(table.Rows(&full)), "ns/row")
		})
	}
}

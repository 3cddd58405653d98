package rv64

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// WriteHistogram prints the cycles by class and by function, most first, at most
// top functions.
func (p *Profile) WriteHistogram(w io.Writer, top int) error {
	total := uint64(0)
	type row struct {
		name string
		n    uint64
	}
	var classes []row
	for c, n := range p.Classes() {
		if total += n; n > 0 {
			classes = append(classes, row{Class(c).String(), n})
		}
	}
	slices.SortStableFunc(classes, func(a, b row) int { return cmp.Compare(b.n, a.n) })
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(n uint64, name string) {
		fmt.Fprintf(tw, "%d\t%.1f %%\t  %s\n", n, 100*float64(n)/float64(max(total, 1)), name)
	}
	fmt.Fprintf(w, "%d cycles, %d of %d instructions of the text executed\n\nby class\n",
		total, p.DistinctInstructions(), len(p.counts))
	for _, r := range classes {
		line(r.n, r.name)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	functions := p.Functions()
	fmt.Fprintf(w, "\nby function (%d of %d)\n", min(top, len(functions)), len(functions))
	for _, f := range functions[:min(top, len(functions))] {
		line(f.Cycles, f.Name)
	}
	return tw.Flush()
}

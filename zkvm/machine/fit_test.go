package machine

import (
	"context"
	"flag"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// How the mixes of shapes.go were found. TestFit looks for heights with which measured runs
// cost few cells, by annealing over the heights of some shapes:
//
//	go test ./zkvm/machine -run TestFit -v -fit stf.img,batch1.input:stf.img,batch2.input -fit-shapes 6 -fit-time 60s
var (
	fitRuns   = flag.String("fit", "", "programs and their inputs to fit shapes to: `image,input:...`")
	fitShapes = flag.Int("fit-shapes", 6, "number of shapes to look for")
	fitTime   = flag.Duration("fit-time", time.Minute, "how long to look")
)

const (
	fitChunk = 4096 // steps
	// fitMost is the most chunks of a segment: its time is below 2^21 and a step takes 3.
	fitMost = (1<<21 - 2) / 3 / fitChunk
	// fitOther is the cells of tables that are not fitted, and of a proof as such.
	fitOther = 8 << 20
)

// fitted is a table whose height is looked for.
type fitted struct {
	name     string
	resource record.Resource
	columns  int
	rows     int // for one unit of the resource
}

// fitter has, for every run, sums of what its first chunks use.
type fitter struct {
	tables []fitted
	runs   [][]record.Counts
}

func newFitter(t *testing.T) *fitter {
	f := &fitter{}
	empty := probe(record.NumResources)
	for res := range record.BlockCalls {
		for _, table := range Machine().Tables {
			rows := table.Rows(probe(res)) - table.Rows(empty)
			if rows == 0 {
				continue
			}
			extended, err := logup.Extend(table.Chip, minLog)
			if err != nil {
				t.Fatal(err)
			}
			f.tables = append(f.tables, fitted{table.Chip.Name, res, len(table.Chip.Main) + ext.Degree*len(extended.Columns) + quotientCells, rows})
		}
	}
	for _, run := range strings.Split(*fitRuns, ":") {
		f.runs = append(f.runs, survey(t, run))
	}
	return f
}

func survey(t *testing.T, run string) []record.Counts {
	t.Helper()
	imageName, inputName, _ := strings.Cut(run, ",")
	m, err := image.ReadFile(imageName)
	if err != nil {
		t.Fatal(err)
	}
	var input []byte
	if inputName != "" {
		if input, err = os.ReadFile(inputName); err != nil {
			t.Fatal(err)
		}
	}
	loaded, err := rv64.Load(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := loaded.Run(context.Background(), input, rv64.Limits{}); err != nil {
		t.Fatal(err)
	}
	program, err := rom.Build(m)
	if err != nil {
		t.Fatal(err)
	}
	r, err := record.New(loaded, program, input)
	if err != nil {
		t.Fatal(err)
	}
	sums := []record.Counts{{}}
	err = r.Survey(fitChunk, func(c record.Counts) {
		next := sums[len(sums)-1]
		for i := range next {
			next[i] += c[i]
		}
		sums = append(sums, next)
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

// heights are those of the fitted tables.
type heights []int

func (f *fitter) cost(h heights) float64 {
	cells := fitOther
	for i, t := range f.tables {
		cells += t.columns << h[i]
	}
	return float64(cells)
}

// hold is how many chunks from at on fit.
func (f *fitter) hold(h heights, sums []record.Counts, at int) int {
	end := min(len(sums)-1, at+fitMost)
	for i, t := range f.tables {
		most := sums[at][t.resource] + uint32((1<<h[i]-1)/t.rows)
		if sums[end][t.resource] > most {
			end = at + sort.Search(end-at, func(k int) bool { return sums[at+k+1][t.resource] > most })
		}
	}
	return end - at
}

// cells is the cells for a step over all runs when every segment takes the best shape.
func (f *fitter) cells(shapes []heights) float64 {
	total, chunks := 0.0, 0
	for _, sums := range f.runs {
		for at := 0; at < len(sums)-1; {
			best, step := math.Inf(1), 0
			for _, h := range shapes {
				if n := f.hold(h, sums, at); n > 0 && f.cost(h)/float64(n) < best {
					best, step = f.cost(h)/float64(n), n
				}
			}
			if step == 0 {
				return math.Inf(1)
			}
			total += best * float64(step)
			at += step
		}
		chunks += len(sums) - 1
	}
	return total / float64(chunks) / fitChunk
}

// tight are the least heights for a random part of a random run.
func (f *fitter) tight(rng *rand.Rand) heights {
	sums := f.runs[rng.IntN(len(f.runs))]
	at := rng.IntN(len(sums) - 1)
	end := min(len(sums)-1, at+fitMost/2+rng.IntN(fitMost/2))
	h := make(heights, len(f.tables))
	for i, t := range f.tables {
		h[i] = max(minLog, bits.Len32(uint32(t.rows)*(sums[end][t.resource]-sums[at][t.resource])))
	}
	return h
}

func (f *fitter) change(rng *rand.Rand, shapes []heights) []heights {
	out := slices.Clone(shapes)
	k := rng.IntN(len(out))
	out[k] = slices.Clone(out[k])
	if rng.IntN(25) == 0 {
		out[k] = f.tight(rng)
		return out
	}
	for range 1 + rng.IntN(4) {
		i := rng.IntN(len(out[k]))
		out[k][i] = min(20, max(minLog, out[k][i]+2*rng.IntN(2)-1))
	}
	return out
}

func TestFit(t *testing.T) {
	if *fitRuns == "" {
		t.Skip("a tool: -fit names no programs")
	}
	f, rng := newFitter(t), rand.New(rand.NewPCG(1, uint64(*fitShapes)))
	now := make([]heights, *fitShapes)
	for i := range now {
		now[i] = f.tight(rng)
	}
	cost := f.cells(now)
	best, least := now, cost
	for start := time.Now(); time.Since(start) < *fitTime; {
		left := 1 - time.Since(start).Seconds()/fitTime.Seconds()
		temperature := 2*left*left + 0.003
		next := f.change(rng, now)
		if c := f.cells(next); c < cost || rng.Float64() < math.Exp((cost-c)/temperature) {
			now, cost = next, c
		}
		if cost < least {
			best, least = now, cost
		}
	}
	t.Logf("%.1f cells for a step", least)
	for _, h := range best {
		var b strings.Builder
		for i, table := range f.tables {
			fmt.Fprintf(&b, "%q: %d, ", table.name, h[i])
		}
		t.Logf("%.1f M cells: %s", f.cost(h)/1e6, b.String())
	}
}

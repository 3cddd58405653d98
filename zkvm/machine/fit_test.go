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
			if rows == 0 || divided(table) != res {
				continue
			}
			extended, err := logup.Extend(table.Chip, minLog)
			if err != nil {
				t.Fatal(err)
			}
			f.tables = append(f.tables, fitted{table.Chip.Name, res, len(table.Chip.Main) + ext.Degree*len(extended.Columns), rows})
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

// size is the height of a fitted table, or of two: 3k is 2^k, 3k+1 is 2^k + 2^(k-2), 3k+2 is
// 2^k + 2^(k-1).
type size int

func (s size) logs() []int {
	k := int(s) / 3
	return [][]int{{k}, {k, k - 2}, {k, k - 1}}[s%3]
}

// next is a neighbour in the order of sizes that both tables can have.
func (s size) next(up bool) size {
	for {
		if s--; up {
			s += 2
		}
		logs := s.logs()
		if logs[0] < minLog || logs[0] > 20 {
			return max(3*minLog, min(3*20, s))
		}
		if logs[len(logs)-1] >= minLog {
			return s
		}
	}
}

func (s size) String() string {
	return strings.ReplaceAll(strings.Trim(fmt.Sprint(s.logs()), "[]"), " ", "+")
}

// candidate is a shape: the sizes of the fitted tables, its cells, and by run and chunk how
// many chunks it holds from there on, or -1 as long as nobody asked.
type candidate struct {
	sizes []size
	cells float64
	holds [][]int16
}

func (f *fitter) candidate(sizes []size) *candidate {
	c := &candidate{sizes: sizes}
	cells, heights := fitOther, 0
	for i, t := range f.tables {
		for _, log := range sizes[i].logs() {
			cells += t.columns << log
			heights |= 1 << log // of the quotients: one for each height
		}
	}
	c.cells = float64(cells + quotientCells*heights)
	for _, sums := range f.runs {
		c.holds = append(c.holds, slices.Repeat([]int16{-1}, len(sums)))
	}
	return c
}

// hold is how many chunks from at on fit.
func (f *fitter) hold(c *candidate, run, at int) int {
	if n := c.holds[run][at]; n >= 0 {
		return int(n)
	}
	sums := f.runs[run]
	end := min(len(sums)-1, at+fitMost)
	for i, t := range f.tables {
		most := sums[at][t.resource]
		for _, log := range c.sizes[i].logs() {
			most += uint32((1<<log - 1) / t.rows)
		}
		if sums[end][t.resource] > most {
			end = at + sort.Search(end-at, func(k int) bool { return sums[at+k+1][t.resource] > most })
		}
	}
	c.holds[run][at] = int16(end - at)
	return end - at
}

// cells is the cells for a step over all runs when every segment takes the best shape.
func (f *fitter) cells(shapes []*candidate) float64 {
	total, chunks := 0.0, 0
	for run, sums := range f.runs {
		for at := 0; at < len(sums)-1; {
			best, step := math.Inf(1), 0
			for _, c := range shapes {
				if n := f.hold(c, run, at); n > 0 && c.cells/float64(n) < best {
					best, step = c.cells/float64(n), n
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

// tight has the least single tables for a random part of a random run.
func (f *fitter) tight(rng *rand.Rand) *candidate {
	sums := f.runs[rng.IntN(len(f.runs))]
	at := rng.IntN(len(sums) - 1)
	end := min(len(sums)-1, at+fitMost/2+rng.IntN(fitMost/2))
	sizes := make([]size, len(f.tables))
	for i, t := range f.tables {
		sizes[i] = size(3 * max(minLog, bits.Len32(uint32(t.rows)*(sums[end][t.resource]-sums[at][t.resource]))))
	}
	return f.candidate(sizes)
}

func (f *fitter) change(rng *rand.Rand, shapes []*candidate) []*candidate {
	out := slices.Clone(shapes)
	k := rng.IntN(len(out))
	if rng.IntN(25) == 0 {
		out[k] = f.tight(rng)
		return out
	}
	sizes := slices.Clone(out[k].sizes)
	for range 1 + rng.IntN(4) {
		i := rng.IntN(len(sizes))
		sizes[i] = sizes[i].next(rng.IntN(2) == 0)
	}
	out[k] = f.candidate(sizes)
	return out
}

func TestFit(t *testing.T) {
	if *fitRuns == "" {
		t.Skip("a tool: -fit names no programs")
	}
	f, rng := newFitter(t), rand.New(rand.NewPCG(1, uint64(*fitShapes)))
	now := make([]*candidate, *fitShapes)
	for i := range now {
		now[i] = f.tight(rng)
	}
	cost := f.cells(now)
	best, least := now, cost
	for start := time.Now(); time.Since(start) < *fitTime; {
		left := 1 - time.Since(start).Seconds()/fitTime.Seconds()
		temperature := left*left + 0.003
		next := f.change(rng, now)
		if c := f.cells(next); c < cost || rng.Float64() < math.Exp((cost-c)/temperature) {
			now, cost = next, c
		}
		if cost < least {
			best, least = now, cost
		}
	}
	t.Logf("%.1f cells for a step", least)
	for _, c := range best {
		var list []string
		for i, table := range f.tables {
			list = append(list, fmt.Sprintf("%s %v", table.name, c.sizes[i]))
		}
		t.Logf("%.1f M cells: %s", c.cells/1e6, strings.Join(list, ", "))
	}
}

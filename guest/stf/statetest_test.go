package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// vectors is where the public state tests lie beside the repository.
const vectors = "../../../shared/vectors/state-tests"

const (
	// maxStateTestCycles stops a case that runs away, maxHeavyCycles one of heavyCases.
	maxStateTestCycles = 1 << 32
	maxHeavyCycles     = 1 << 40
	// shortEvery is of how many fixture files -short takes one.
	shortEvery = 20
)

// stateTests counts what a worker did.
type stateTests struct {
	sync.Mutex
	cases, ran, refused, failed int
	cycles                      uint64
	heaviest                    []caseCycles
	skipped                     map[string]int
}

type caseCycles struct {
	name   string
	cycles uint64
}

// TestPublicStateTests runs every public state test in the machine and compares with the native run, whose own results chain/stf/statetest compares with the fixtures.
func TestPublicStateTests(t *testing.T) {
	if _, err := os.Stat(vectors); err != nil {
		t.Skipf("no public state tests at %s", vectors)
	}
	files, err := statetest.Files(vectors)
	if err != nil {
		t.Fatal(err)
	}
	p := program(t)
	sums := &stateTests{skipped: map[string]int{}}
	queue := make(chan string)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for file := range queue {
				sums.file(t, p, file)
			}
		})
	}
	for i, file := range files {
		if !testing.Short() || i%shortEvery == 0 {
			queue <- file
		}
	}
	close(queue)
	workers.Wait()
	sums.report(t, len(files))
	if testing.Short() {
		t.Logf("-short: only one file in %d ran", shortEvery)
	}
}

// skip says why a case does not run, "" when it does.
func skip(c *statetest.Case) string {
	if reason := c.Skip(); reason != "" || *heavy {
		return reason
	}
	return heavyCases[c.Name]
}

func (s *stateTests) file(t *testing.T, p *rv64.Program, file string) {
	cases, err := statetest.Load(vectors, file)
	if err != nil {
		t.Error(err)
		return
	}
	for _, c := range cases {
		if !strings.Contains(c.Name, *only) {
			continue
		}
		reason := skip(c)
		s.Lock()
		if s.cases++; reason != "" {
			s.skipped[reason]++
		}
		s.Unlock()
		if reason != "" {
			t.Logf("skip %s: %s", c.Name, reason)
			continue
		}
		cycles, err := runCase(p, c)
		s.add(t, c, cycles, err)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
}

func runCase(p *rv64.Program, c *statetest.Case) (uint64, error) {
	w, err := witnesstest.StateTest(c)
	if err != nil {
		return 0, err
	}
	limit := uint64(maxStateTestCycles)
	if heavyCases[c.Name] != "" {
		limit = maxHeavyCycles
	}
	o, err := runBoth(p, w.Encode(), rv64.Limits{MaxCycles: limit})
	switch {
	case err != nil:
		return o.cycles, err
	case c.Refused == "" && o.err != nil:
		return o.cycles, o.err
	case c.Refused != "" && o.err == nil:
		return o.cycles, fmt.Errorf("accepted, expected %s", c.Refused)
	}
	return o.cycles, nil
}

func (s *stateTests) add(t *testing.T, c *statetest.Case, cycles uint64, err error) {
	s.Lock()
	defer s.Unlock()
	s.ran++
	s.cycles += cycles
	if c.Refused != "" {
		s.refused++
	}
	if err != nil {
		s.failed++
	}
	s.heaviest = append(s.heaviest, caseCycles{c.Name, cycles})
	if s.ran%500 == 0 {
		t.Logf("%d ran, %.2f G cycles", s.ran, float64(s.cycles)/1e9)
	}
}

func (s *stateTests) report(t *testing.T, files int) {
	t.Logf("%d cases of %d files: %d ran in the guest (%d refusals), %d failed, %.2f G cycles", s.cases, files, s.ran, s.refused, s.failed, float64(s.cycles)/1e9)
	for reason, n := range s.skipped {
		t.Logf("%d skipped: %s", n, reason)
	}
	slices.SortFunc(s.heaviest, func(a, b caseCycles) int { return int(b.cycles>>1) - int(a.cycles>>1) })
	for _, c := range s.heaviest[:min(10, len(s.heaviest))] {
		t.Logf("%8.1f M cycles: %s", float64(c.cycles)/1e6, c.name)
	}
	if s.ran == 0 {
		t.Errorf("no cases in %s", vectors)
	}
}

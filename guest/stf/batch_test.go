package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var histogram = flag.Int("histogram", 0, "print the cycles of each batch by class and by its `n` largest functions")

var dump = flag.String("dump", "", "write the input of each batch to this `directory`")

// batches are realistic batches over the test chain. The empty one is what a batch costs before its first transaction.
var batches = []struct {
	name string
	make func(*testChain) (*witness.Witness, error)
}{
	{"empty", func(c *testChain) (*witness.Witness, error) { return c.collect(validium, c.blocks(nil, 1)) }},
	{"100 transfers", func(c *testChain) (*witness.Witness, error) {
		return c.collect(validium, c.blocks(c.each(100, 0, transfer), 100))
	}},
	{"100 token transfers", func(c *testChain) (*witness.Witness, error) {
		return c.collect(validium, c.blocks(c.each(100, 0, tokenTransfer), 100))
	}},
	{"mixed, blobs", mixedBatch},
	{"mixed, calldata", func(c *testChain) (*witness.Witness, error) {
		w, err := mixedBatch(c)
		if err == nil {
			w.DA = witness.DA{Scheme: rollup.DACalldata}
		}
		return w, err
	}},
}

var validium = witness.DA{Scheme: rollup.DAValidium}

// mixedBatch is ten deposits, then transfers, token transfers and withdrawals, in blocks of ten, published in one blob.
func mixedBatch(c *testChain) (*witness.Witness, error) {
	var raws [][]byte
	for i := range 10 {
		raws = append(raws, deposit(i))
	}
	raws = append(raws, c.each(20, 0, transfer)...)
	raws = append(raws, c.each(20, 1, tokenTransfer)...)
	raws = append(raws, c.each(10, 2, withdrawal)...)
	return c.collect(witness.DA{Scheme: rollup.DABlobs, VersionedHashes: []common.Hash{{1, 0xb1}}}, c.blocks(raws, 10))
}

// TestBatch: a batch comes to the same statement natively and in the machine.
func TestBatch(t *testing.T) {
	p := program(t)
	for _, b := range batches {
		w, err := b.make(chain(t))
		if err != nil {
			t.Fatalf("%s: %v", b.name, err)
		}
		input := w.Encode()
		o, err := runBoth(p, input, rv64.Limits{})
		if err != nil || o.err != nil {
			t.Errorf("%s: %v, %v", b.name, err, o.err)
			continue
		}
		t.Logf("%-20s %8.2f M cycles, %d blocks, %d transactions, witness %d kB", b.name, float64(o.cycles)/1e6, len(w.Blocks), transactions(w), len(input)/1000)
		if *dump != "" {
			name := filepath.Join(*dump, strings.NewReplacer(" ", "-", ",", "").Replace(b.name)+".input")
			if err := os.WriteFile(name, input, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if *histogram > 0 {
			printHistogram(t, p, input)
		}
	}
}

func transactions(w *witness.Witness) (n int) {
	for _, b := range w.Blocks {
		n += len(b.Txs)
	}
	return n
}

func printHistogram(t *testing.T, p *rv64.Program, input []byte) {
	t.Helper()
	_, profile, err := rv64.NewMachine(p).Profile(context.Background(), input, rv64.Limits{})
	if err == nil {
		err = profile.WriteHistogram(os.Stdout, *histogram)
	}
	if err != nil {
		t.Error(err)
	}
}

// BenchmarkBatch is the executor's speed on real batches, and their cycles.
func BenchmarkBatch(b *testing.B) {
	p := program(b)
	for _, x := range batches {
		w, err := x.make(chain(b))
		if err != nil {
			b.Fatal(err)
		}
		input := w.Encode()
		b.Run(x.name, func(b *testing.B) {
			var cycles uint64
			var spent time.Duration
			for b.Loop() {
				start := time.Now()
				r, err := p.Run(context.Background(), input, rv64.Limits{})
				if err != nil {
					b.Fatal(err)
				}
				spent += time.Since(start)
				cycles += r.Cycles
			}
			b.ReportMetric(float64(cycles)/float64(b.N)/float64(max(1, transactions(w))), "cycles/tx")
			b.ReportMetric(float64(cycles)/spent.Seconds()/1e6, "MHz")
		})
	}
}

// BenchmarkNative is the same batches without the machine: decoding, execution and the tree.
func BenchmarkNative(b *testing.B) {
	for _, x := range batches {
		w, err := x.make(chain(b))
		if err != nil {
			b.Fatal(err)
		}
		input := w.Encode()
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				run(input)
			}
			b.ReportMetric(float64(b.N*transactions(w))/b.Elapsed().Seconds(), "tx/s")
		})
	}
}

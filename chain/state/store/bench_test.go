package store

import (
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/stark/field"
)

const (
	benchLeavesEnv     = "ASHLAR_BENCH_LEAVES" // size of the tree
	benchLeavesDefault = 200_000
	benchWrites        = 10_000 // leaves updated per version
)

// sortedLeaves yields n slot leaves with uniformly random keys in order: the gaps between
// sorted uniform values are exponential, so nothing has to be kept and sorted. Every
// stride-th key is added to sample.
func sortedLeaves(n, stride int, sample *[]tree.Key) iter.Seq[tree.Entry] {
	return func(yield func(tree.Entry) bool) {
		rng := rand.New(rand.NewPCG(42, uint64(n)))
		scale := math.Ldexp(1, 61) / float64(n)
		var at uint64 // the first word of the key and 30 bits of the second
		for i := range n {
			at += 1 + uint64(rng.ExpFloat64()*scale)
			e := tree.Entry{Kind: tree.SlotLeaf, Value: [32]byte{24: 1}}
			e.Key[0], e.Key[1] = uint32(at>>30), uint32(at)&(1<<30-1)
			if e.Key[0] >= field.Modulus {
				return
			}
			for w := 2; w < len(e.Key); w++ {
				e.Key[w] = rng.Uint32N(field.Modulus)
			}
			if i%stride == 0 {
				*sample = append(*sample, e.Key)
			}
			if !yield(e) {
				return
			}
		}
	}
}

// BenchmarkApply updates 10,000 random leaves per version in a tree of ASHLAR_BENCH_LEAVES
// leaves (200,000 if not set), on disk, durably. The size is
//
//	ASHLAR_BENCH_LEAVES=10000000 go test ./chain/state/store -run '^$' -bench Apply -benchtime 20x -timeout 30m
func BenchmarkApply(b *testing.B) {
	n := benchLeavesDefault
	if v := os.Getenv(benchLeavesEnv); v != "" {
		var err error
		if n, err = strconv.Atoi(v); err != nil {
			b.Fatalf("%s: %v", benchLeavesEnv, err)
		}
	}
	dir := b.TempDir()
	options := &pebble.Options{Logger: quiet{}}
	Tune(options)
	db, err := pebble.Open(dir, options)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	s, err := Open(db, DefaultConfig())
	if err != nil {
		b.Fatal(err)
	}
	var keys []tree.Key
	start := time.Now()
	if _, err := s.Load(0, sortedLeaves(n, max(1, n/500_000), &keys)); err != nil {
		b.Fatal(err)
	}
	if err := db.Flush(); err != nil {
		b.Fatal(err)
	}
	loaded := time.Since(start)
	b.Logf("load of %d leaves: %.1f s (%.0f ns/leaf), %d MB on disk", n, loaded.Seconds(),
		float64(loaded.Nanoseconds())/float64(n), diskMB(b, dir))

	rng := rand.New(rand.NewPCG(1, 2))
	version := uint64(0)
	heapMB := uint64(0)
	b.ResetTimer()
	for b.Loop() {
		b.StopTimer()
		version++
		writes := benchUpdate(rng, keys, version)
		b.StartTimer()
		if _, err := s.Apply(version, writes); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		heapMB = max(heapMB, m.HeapSys>>20)
		b.StartTimer()
	}
	b.StopTimer()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchWrites, "ns/leaf")
	b.ReportMetric(float64(heapMB), "heap-MB")
	b.ReportMetric(0, "ns/op")
}

// benchUpdate returns new values for distinct random keys.
func benchUpdate(rng *rand.Rand, keys []tree.Key, version uint64) []tree.Entry {
	for i := range min(benchWrites, len(keys)) {
		j := i + rng.IntN(len(keys)-i)
		keys[i], keys[j] = keys[j], keys[i]
	}
	writes := make([]tree.Entry, 0, benchWrites)
	for i := range min(benchWrites, len(keys)) {
		writes = append(writes, tree.Entry{Key: keys[i], Kind: tree.SlotLeaf, Value: [32]byte{1, 23: byte(version), 31: byte(i)}})
	}
	return writes
}

func diskMB(b *testing.B, dir string) (mb int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			mb += info.Size()
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return mb >> 20
}

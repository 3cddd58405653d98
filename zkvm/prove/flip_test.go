package prove

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

// proven is a proof of a run, and what checks an encoded one.
func proven(t testing.TB) (good []byte, verify func([]byte) error) {
	t.Helper()
	p := New(params.InsecureDev())
	program := load(t, twoSegments(0))
	made, _, err := p.Prove(context.Background(), program, []byte{7}, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	if good, err = p.Keys().Encode(made); err != nil {
		t.Fatal(err)
	}
	verify = func(b []byte) error {
		return p.Keys().Verify(context.Background(), program.Digest, made.Output, b)
	}
	if err := verify(good); err != nil { // which makes all keys
		t.Fatal(err)
	}
	return good, verify
}

// Every byte of a proof of a run counts: one that is changed is refused. The normal test
// takes a sample; -every takes all of them, about an hour of processor time.
func TestFlippedBytes(t *testing.T) {
	good, verify := proven(t)
	step := 2 * len(good) / 150
	if *every {
		step = 1
	} else {
		t.Logf("a sample of %d bytes; all of them with -every", len(good))
	}
	var wg sync.WaitGroup
	var flipped atomic.Int64
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(3, uint64(w)))
			bad := bytes.Clone(good)
			from, to := w*len(good)/workers, (w+1)*len(good)/workers
			for at := from; at < to; at += 1 + rng.IntN(step) {
				bad[at] ^= 1 << rng.IntN(8)
				if err := verify(bad); !errors.Is(err, machine.ErrInvalidProof) {
					t.Errorf("byte %d of %d: %v", at, len(good), err)
				}
				bad[at] = good[at]
				if n := flipped.Add(1); *every && n%int64(len(good)/20) == 0 {
					t.Logf("%d of %d bytes", n, len(good))
				}
			}
		})
	}
	wg.Wait()
	t.Logf("%d of %d bytes flipped, one at a time", flipped.Load(), len(good))
}

// What decoding allocates follows from the bytes at hand, whatever counts they claim.
func TestDecodingAllocatesLittle(t *testing.T) {
	good, verify := proven(t)
	header, err := machine.Header(good)
	if err != nil {
		t.Fatal(err)
	}
	counts := bytes.Index(good, header.Output[:]) + len(header.Output)
	for name, change := range map[string]func(b []byte) []byte{
		"all there":                func(b []byte) []byte { return b[:len(b)-1] },
		"most segments, none here": func(b []byte) []byte { copy(b[counts:], []byte{0xff, 0xff}); return b[:counts+8] },
		"most segments, one here":  func(b []byte) []byte { copy(b[counts:], []byte{0xff, 0xff}); return b },
		"most boundary proofs":     func(b []byte) []byte { copy(b[counts+4:], []byte{0, 0x10}); return b },
	} {
		b := change(bytes.Clone(good))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := verify(b)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("%s: %v", name, err)
		}
		// The key of the program is made anew every time.
		if got := after.TotalAlloc - before.TotalAlloc; got > uint64(3*len(b)+1<<20) {
			t.Errorf("%s: %d bytes of %d allocated", name, got, len(b))
		} else {
			t.Logf("%s: %d bytes allocated for %d", name, got, len(b))
		}
	}
}

package flat

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ashlar-labs/ashlar/chain/state"
)

// A mirror that is built without blocks reads as one that had them, begins where it is told, and goes on as any other.
func TestBuild(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	rng, m, im := rand.New(rand.NewPCG(1, 2)), New(db), image{}
	for range 30 {
		d := randomDiff(rng)
		batched(t, db, func(b *pebble.Batch) error { return m.Build(d, b) })
		if im = im.with(d); im.check(m) != nil {
			t.Fatal(im.check(m))
		}
	}
	if _, err := m.At(7); !errors.Is(err, ErrUnknownBlock) {
		t.Errorf("a block of a mirror that has none: %v", err)
	}
	batched(t, db, func(b *pebble.Batch) error { return m.Begin(7, b) })
	m.Committed(7)
	first, next := im, randomDiff(rng)
	batched(t, db, func(b *pebble.Batch) error { return m.Commit(8, next, b) })
	m.Committed(8)
	for number, want := range map[uint64]image{7: first, 8: im.with(next)} {
		r, err := m.At(number)
		if err == nil {
			err = want.check(r)
		}
		if err != nil {
			t.Errorf("block %d: %v", number, err)
		}
	}
	if _, err := m.At(6); !errors.Is(err, ErrUnknownBlock) {
		t.Errorf("before the first block: %v", err)
	}
	b := db.NewBatch()
	defer b.Close()
	if err := m.Build(&state.Diff{}, b); !errors.Is(err, ErrOrder) {
		t.Errorf("built on a block: %v", err)
	}
	if err := m.Begin(9, b); !errors.Is(err, ErrOrder) {
		t.Errorf("begun twice: %v", err)
	}
	batched(t, db, func(b *pebble.Batch) error { return m.Rollback(7, b) })
	if err := first.check(m); err != nil {
		t.Error(err)
	}
	if err := m.Rollback(6, b); !errors.Is(err, ErrUnknownBlock) {
		t.Errorf("rolled back behind the beginning: %v", err)
	}
}

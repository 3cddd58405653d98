package flat

import (
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// history is what blocks left behind, for readers beside the writer.
type history struct {
	mu     sync.Mutex
	images map[uint64]image
	last   uint64
}

func (h *history) add(n uint64, im image) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.images[n], h.last = im, n
}

func (h *history) pick(random *rand.Rand) (uint64, image) {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := h.last - min(h.last, uint64(random.IntN(3)))
	return n, h.images[n]
}

// TestCachedReads reads the newest blocks while others are committed: every value is that of the block that was asked for, whether from memory or not.
func TestCachedReads(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	rng := rand.New(rand.NewPCG(3, 3))
	first := randomDiff(rng)
	m, im, h := New(db), image{}.with(first), &history{images: map[uint64]image{}}
	batched(t, db, func(b *pebble.Batch) error { return m.Commit(0, first, b) })
	m.Committed(0)
	h.add(0, im)

	stop, readers := make(chan struct{}), sync.WaitGroup{}
	end := sync.OnceFunc(func() { close(stop); readers.Wait() })
	defer end()
	for w := range uint64(3) {
		readers.Go(func() {
			random := rand.New(rand.NewPCG(4, w))
			for {
				select {
				case <-stop:
					return
				default:
				}
				n, want := h.pick(random)
				r, err := m.At(n)
				if err == nil {
					err = want.check(r)
				}
				if err != nil {
					t.Errorf("block %d: %v", n, err)
					return
				}
			}
		})
	}
	for n := uint64(1); n <= 400; n++ {
		d := randomDiff(rng)
		batched(t, db, func(b *pebble.Batch) error { return m.Commit(n, d, b) })
		if n%7 != 0 { // a caller may leave it out
			m.Committed(n)
		}
		im = im.with(d)
		if err := im.check(m); err != nil {
			t.Fatalf("last block %d: %v", n, err)
		}
		h.add(n, im)
	}
	end()

	batched(t, db, func(b *pebble.Batch) error { return m.Rollback(390, b) })
	m.Committed(390)
	if err := h.images[390].check(m); err != nil {
		t.Fatalf("after the rollback: %v", err)
	}
	if _, err := m.At(391); !errors.Is(err, ErrUnknownBlock) {
		t.Fatalf("a rolled back block can be read: %v", err)
	}
}

// TestCacheIsUsed changes the database behind the mirror's back, which only values in memory survive.
func TestCacheIsUsed(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, _, rng := grown(t, db, 30)
	d := randomDiff(rng)
	for len(d.Accounts) == 0 || d.Accounts[0].Account.IsEmpty() {
		d = randomDiff(rng)
	}
	batched(t, db, func(b *pebble.Batch) error { return m.Commit(35, d, b) })
	m.Committed(35)
	changed := d.Accounts[0]
	batched(t, db, func(b *pebble.Batch) error { return b.Delete(append([]byte("sa"), changed.Addr[:]...), nil) })
	at, err := m.At(35)
	if err != nil {
		t.Fatal(err)
	}
	before, err := m.At(34)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := at.Account(changed.Addr); err != nil || a != changed.Account.Normal() {
		t.Fatalf("block 35 from memory: %v, %v", a, err)
	}
	if a, err := before.Account(changed.Addr); err != nil || a == changed.Account.Normal() {
		t.Fatalf("block 34 was answered with what block 35 wrote: %v, %v", a, err)
	}
}

func TestGenerationsAreBounded(t *testing.T) {
	var g generations[int, int]
	for i := range 1000 {
		g.put(i, cached[int]{i, 0}, 10)
		if _, ok := g.get(0, 10); !ok {
			t.Fatalf("an entry that is used was lost after %d", i)
		}
		if n := len(g.young) + len(g.old); n > 20 {
			t.Fatalf("%d entries", n)
		}
	}
	if _, ok := g.get(500, 10); ok {
		t.Fatal("an entry that is not used was kept")
	}
}

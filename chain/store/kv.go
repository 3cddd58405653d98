package store

import (
	"errors"
	"fmt"
	"iter"

	"github.com/cockroachdb/pebble/v2"
)

// View is an ordered key-value space of one component. Views with different names never see each other's keys.
type View struct {
	db     *pebble.DB
	prefix []byte
}

// KV is the view with the name, 1 to 255 bytes; views need no creation.
func (s *Store) KV(name string) *View {
	if len(name) == 0 || len(name) > 255 {
		panic(fmt.Sprintf("store: view name of %d bytes", len(name))) // names are constants of the program
	}
	return &View{db: s.db, prefix: append([]byte{tabView[0], byte(len(name))}, name...)}
}

func (v *View) key(key []byte) []byte { return append(v.prefix[:len(v.prefix):len(v.prefix)], key...) }

// Get is the value of key, or an error that wraps [ErrNotFound].
func (v *View) Get(key []byte) ([]byte, error) {
	value, closer, err := v.db.Get(v.key(key))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, fmt.Errorf("key %x: %w", key, ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	return append([]byte(nil), value...), nil
}

// Set writes one value, synced.
func (v *View) Set(key, value []byte) error { return v.db.Set(v.key(key), value, pebble.Sync) }

// Entry is a key and its value.
type Entry struct{ Key, Value []byte }

// Range iterates over the keys from start (inclusive, nil: the first) to end (exclusive, nil: no bound), ascending. It sees the view as it is when
// the iteration begins. An error ends it.
func (v *View) Range(start, end []byte) iter.Seq2[Entry, error] { return v.scan(start, end, false) }

// RangeReverse is Range from the last key to the first.
func (v *View) RangeReverse(start, end []byte) iter.Seq2[Entry, error] {
	return v.scan(start, end, true)
}

func (v *View) scan(start, end []byte, reverse bool) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		upper := prefixEnd(v.prefix)
		if end != nil {
			upper = v.key(end)
		}
		it, err := v.db.NewIter(&pebble.IterOptions{LowerBound: v.key(start), UpperBound: upper})
		if err != nil {
			yield(Entry{}, err)
			return
		}
		defer it.Close()
		first, next := it.First, it.Next
		if reverse {
			first, next = it.Last, it.Prev
		}
		for ok := first(); ok; ok = next() {
			e := Entry{append([]byte(nil), it.Key()[len(v.prefix):]...), append([]byte(nil), it.Value()...)}
			if !yield(e, nil) {
				return
			}
		}
		if err := it.Error(); err != nil {
			yield(Entry{}, err)
		}
	}
}

// ViewBatch collects writes to one view.
type ViewBatch struct {
	view  *View
	batch *pebble.Batch
}

// Batch is an empty batch. It holds nothing but memory until [ViewBatch.Commit].
func (v *View) Batch() *ViewBatch { return &ViewBatch{view: v, batch: v.db.NewBatch()} }

// Put sets key.
func (b *ViewBatch) Put(key, value []byte) *ViewBatch {
	_ = b.batch.Set(b.view.key(key), value, nil) // fails only on a closed batch
	return b
}

// Delete removes key, if it is there.
func (b *ViewBatch) Delete(key []byte) *ViewBatch {
	_ = b.batch.Delete(b.view.key(key), nil) // fails only on a closed batch
	return b
}

// Commit writes everything at once, synced. The batch cannot be used again.
func (b *ViewBatch) Commit() error {
	return errors.Join(b.batch.Commit(pebble.Sync), b.batch.Close())
}

package durable

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
)

// Pebble is a KV in a Pebble database that the caller opens and closes.
type Pebble struct{ DB *pebble.DB }

// Get implements KV.
func (p Pebble) Get(key []byte) ([]byte, bool, error) {
	value, closer, err := p.DB.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("durable: get: %w", err)
	}
	out := append([]byte{}, value...)
	return out, true, closer.Close()
}

// Scan implements KV.
func (p Pebble) Scan(from, to []byte, visit func(key, value []byte) bool) error {
	if len(from) == 0 {
		from = nil // Pebble takes no bound by nil alone: an empty one is a key to it
	}
	it, err := p.DB.NewIter(&pebble.IterOptions{LowerBound: from, UpperBound: to})
	if err != nil {
		return fmt.Errorf("durable: scan: %w", err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		if !visit(bytes.Clone(it.Key()), append([]byte{}, it.Value()...)) {
			break
		}
	}
	return errors.Join(it.Error(), it.Close())
}

// Write implements KV.
func (p Pebble) Write(changes ...Change) (err error) {
	b := p.DB.NewBatch()
	defer func() { err = errors.Join(err, b.Close()) }()
	for _, c := range changes {
		if c.Value == nil {
			err = b.Delete(c.Key, nil)
		} else {
			err = b.Set(c.Key, c.Value, nil)
		}
		if err != nil {
			return fmt.Errorf("durable: write: %w", err)
		}
	}
	return b.Commit(pebble.Sync)
}

// Package durable is what settlement asks of a store: a small ordered map from bytes to bytes whose writes are atomic and survive a crash.
//
// [KV] is the interface; [Memory] and [Pebble] implement it; [Prefix] gives a component its own part of a map. Keys ascend as bytes.Compare orders them.
// Values returned are the caller's to keep. A write that returned is on disk; one that did not return happened wholly or not at all.
//
// Not here: transactions that read, and more than one process on the same store.
package durable

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sync"
)

// Change sets a key; a nil Value deletes it.
type Change struct{ Key, Value []byte }

// KV is an ordered map with atomic durable writes.
type KV interface {
	// Get returns nil, false for a key that is not there.
	Get(key []byte) ([]byte, bool, error)
	// Scan calls visit for the keys in [from, to) in ascending order until visit returns false; to = nil is the end.
	Scan(from, to []byte, visit func(key, value []byte) bool) error
	Write(changes ...Change) error
}

// Memory is a KV that lives as long as the process: for tests.
type Memory struct {
	mu   sync.Mutex
	data map[string][]byte
}

// Get implements KV.
func (m *Memory) Get(key []byte) ([]byte, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.data[string(key)]
	return bytes.Clone(v), ok, nil
}

// Scan implements KV.
func (m *Memory) Scan(from, to []byte, visit func(key, value []byte) bool) error {
	m.mu.Lock()
	var keys []string
	for k := range m.data {
		if k >= string(from) && (to == nil || k < string(to)) {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	found := make([]Change, len(keys))
	for i, k := range keys {
		found[i] = Change{Key: []byte(k), Value: bytes.Clone(m.data[k])}
	}
	m.mu.Unlock()
	for _, c := range found {
		if !visit(c.Key, c.Value) {
			break
		}
	}
	return nil
}

// Write implements KV.
func (m *Memory) Write(changes ...Change) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.data == nil {
		m.data = make(map[string][]byte)
	}
	for _, c := range changes {
		if c.Value == nil {
			delete(m.data, string(c.Key))
		} else {
			m.data[string(c.Key)] = bytes.Clone(c.Value)
		}
	}
	return nil
}

type prefixed struct {
	kv     KV
	prefix []byte
}

// Prefix is the part of kv whose keys begin with prefix; its own keys are without it.
func Prefix(kv KV, prefix string) KV { return prefixed{kv, []byte(prefix)} }

func (p prefixed) key(k []byte) []byte { return append(bytes.Clone(p.prefix), k...) }

func (p prefixed) Get(key []byte) ([]byte, bool, error) { return p.kv.Get(p.key(key)) }

func (p prefixed) Scan(from, to []byte, visit func(key, value []byte) bool) error {
	end := After(p.prefix)
	if to != nil {
		end = p.key(to)
	}
	return p.kv.Scan(p.key(from), end, func(k, v []byte) bool { return visit(k[len(p.prefix):], v) })
}

func (p prefixed) Write(changes ...Change) error {
	moved := make([]Change, len(changes))
	for i, c := range changes {
		moved[i] = Change{Key: p.key(c.Key), Value: c.Value}
	}
	return p.kv.Write(moved...)
}

// After is the first key that is above all keys with the prefix; nil when there is none.
func After(prefix []byte) []byte {
	end := bytes.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

// Uint64Key is prefix followed by n, big-endian: ascending with n.
func Uint64Key(prefix string, n uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(prefix), n)
}

// Package store keeps the versions of the state tree in Pebble. A version is the state
// after one batch and has the batch's number.
//
// In: [Store.Apply] adds the next version from the writes of a batch (or [Store.Load] the
// first one from a sorted stream of leaves). Out: [Store.Root], [Store.Prove], [Store.Witness]
// and [Store.Tree] at any version in the window of [Config.Window] versions; pages that only
// older versions need are deleted in the commit that makes them so.
//
// Four levels of the tree are one page, stored under its path and the version that
// wrote it; a page holds the digests of its nodes, its leaves, and for each subtree
// below it the digest and the version of that subtree's page. So a version shares all
// pages that it did not change. Keys are listed in package keyspace.
//
// A version is one Pebble batch, committed with a sync (unless [Config.NoSync]): a crash leaves it whole or
// absent. Applying the last version again with the same writes changes nothing and
// returns its root; so a caller may replay. Digests are not recomputed on reading: the
// database is trusted, and page checksums are Pebble's.
//
// Methods may be called from several goroutines. A tree from [Store.Tree] is for one
// goroutine and reads the database while its version is in the window.
package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

var (
	// ErrUnknownVersion says that a version is not in the window.
	ErrUnknownVersion = errors.New("unknown state version")
	// ErrOrder says that a version is not the one after the last.
	ErrOrder = errors.New("state version out of order")
	// ErrConflict says that the version is there, but from other writes.
	ErrConflict = errors.New("state version exists with other writes")
	// ErrCorrupt says that the database holds what this package never writes.
	ErrCorrupt = errors.New("state tree is corrupt")
)

// Config is the configuration of a store.
type Config struct {
	Window uint64 // number of versions that stay provable, at least 1
	NoSync bool   // a version is on disk with the next synced write to the database, and after a crash with everything that was written before it
}

// DefaultConfig keeps 1024 versions.
func DefaultConfig() Config { return Config{Window: 1024} }

// Check refuses a configuration that cannot work.
func (c Config) Check() error {
	if c.Window == 0 {
		return errors.New("state window: must be at least 1 version")
	}
	return nil
}

// Store is the versions of the state tree in a database.
type Store struct {
	db  *pebble.DB
	cfg Config

	writing sync.Mutex   // held by what adds or removes versions
	view    sync.RWMutex // held for writing while a commit removes pages that may be read
}

// Open returns the store kept in db, which may be empty.
func Open(db *pebble.DB, cfg Config) (*Store, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	return &Store{db: db, cfg: cfg}, nil
}

// publish commits a batch durably, between readers.
func (s *Store) publish(batch *pebble.Batch) error {
	s.view.Lock()
	defer s.view.Unlock()
	return batch.Commit(&pebble.WriteOptions{Sync: !s.cfg.NoSync})
}

// rootRecord is what is stored for each version.
type rootRecord struct {
	root    tree.Digest
	page    uint64   // version of the page at the root
	applied [32]byte // hash of the writes that made the version
}

const rootRecordBytes = tree.DigestBytes + 8 + 32

func (r *rootRecord) encode() []byte {
	root := r.root.Bytes()
	b := binary.BigEndian.AppendUint64(root[:], r.page)
	return append(b, r.applied[:]...)
}

func decodeRootRecord(b []byte) (r rootRecord, err error) {
	if len(b) != rootRecordBytes {
		return r, fmt.Errorf("%w: root record of %d bytes", ErrCorrupt, len(b))
	}
	if r.root, err = tree.DecodeDigest([32]byte(b[:32])); err != nil {
		return r, fmt.Errorf("%w: root record: %w", ErrCorrupt, err)
	}
	r.page = binary.BigEndian.Uint64(b[32:40])
	r.applied = [32]byte(b[40:])
	return r, nil
}

// Versions returns the oldest and the last version, and false when there is none.
func (s *Store) Versions() (oldest, last uint64, ok bool, err error) {
	iter, err := s.db.NewIter(&pebble.IterOptions{
		LowerBound: []byte(keyspace.Root),
		UpperBound: keyspace.End([]byte(keyspace.Root)),
	})
	if err != nil {
		return 0, 0, false, fmt.Errorf("read state versions: %w", err)
	}
	if iter.First() {
		oldest, ok = keyspace.Number(iter.Key())
	}
	if ok && iter.Last() {
		last, ok = keyspace.Number(iter.Key())
	}
	if err := iter.Close(); err != nil {
		return 0, 0, false, fmt.Errorf("read state versions: %w", err)
	}
	return oldest, last, ok, nil
}

// Root returns the root of a version.
func (s *Store) Root(version uint64) (tree.Digest, error) {
	r, err := s.record(version)
	return r.root, err
}

func (s *Store) record(version uint64) (rootRecord, error) {
	b, err := s.get(keyspace.Numbered(keyspace.Root, version))
	if errors.Is(err, pebble.ErrNotFound) {
		return rootRecord{}, fmt.Errorf("%w: %d", ErrUnknownVersion, version)
	}
	if err != nil {
		return rootRecord{}, err
	}
	return decodeRootRecord(b)
}

func (s *Store) get(key []byte) ([]byte, error) {
	v, closer, err := s.db.Get(key)
	if err != nil {
		return nil, fmt.Errorf("read state tree: %w", err)
	}
	out := append([]byte{}, v...)
	return out, closer.Close()
}

// Tree returns a version as a tree that loads its pages when they are needed.
func (s *Store) Tree(version uint64) (*tree.Tree, error) {
	r, err := s.record(version)
	if err != nil {
		return nil, err
	}
	root, err := s.rootNode(&r)
	if err != nil {
		return nil, err
	}
	return tree.FromNode(root, source{s}), nil
}

// rootNode loads the page at the root, which alone may hold less than two leaves.
func (s *Store) rootNode(r *rootRecord) (*tree.Node, error) {
	root, err := source{s}.Load(0, &tree.Key{}, r.page)
	if err != nil {
		return nil, err
	}
	if root.IsBranch() {
		root.SetRef(r.page)
	}
	return root, nil
}

// Prove returns the proof of a key at a version.
func (s *Store) Prove(version uint64, key tree.Key) (*tree.Proof, error) {
	s.view.RLock()
	defer s.view.RUnlock()
	t, err := s.Tree(version)
	if err != nil {
		return nil, err
	}
	return t.Prove(key)
}

// Witness returns the part of a version from which the reads can be answered and to
// which the writes can be applied, in one [tree.Tree.Update].
func (s *Store) Witness(version uint64, reads []tree.Key, writes []tree.Entry) (*tree.Tree, error) {
	s.view.RLock()
	defer s.view.RUnlock()
	t, err := s.Tree(version)
	if err != nil {
		return nil, err
	}
	if err := s.warm(t.RootNode(), append(keysOf(writes), reads...)); err != nil {
		return nil, fmt.Errorf("load pages: %w", err)
	}
	for i := range reads {
		if _, _, err := t.Get(reads[i]); err != nil {
			return nil, fmt.Errorf("read %d: %w", i, err)
		}
	}
	if err := t.Clone().Update(writes); err != nil {
		return nil, fmt.Errorf("apply writes: %w", err)
	}
	return t.Visited()
}

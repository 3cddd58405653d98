package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// loadBatchBytes bounds the memory of a bulk load; its pages are committed in batches
// of this size, without a sync, and mean nothing before the root record.
const loadBatchBytes = 4 << 20

// Load makes the first version from leaves in strictly increasing order of their keys.
// It is much faster than [Store.Apply] and needs memory for one path only. After a crash
// no version is there, and the same Load overwrites the pages that were left. A caller who
// may be replayed asks [Store.Versions] first: a second Load is [ErrOrder].
func (s *Store) Load(version uint64, leaves iter.Seq[tree.Entry]) (tree.Digest, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, _, ok, err := s.Versions(); err != nil {
		return tree.Digest{}, err
	} else if ok {
		return tree.Digest{}, fmt.Errorf("%w: load into a tree that has versions", ErrOrder)
	}
	next, stop := iter.Pull(leaves)
	defer stop()
	l := &loader{store: s, next: next, change: change{version: version, batch: s.db.NewBatch()}}
	defer func() { l.change.batch.Close() }()
	l.advance()
	l.advance()
	var path tree.Key
	root, err := l.subtree(0, &path)
	if err == nil {
		err = l.err
	}
	if err != nil {
		return tree.Digest{}, fmt.Errorf("load leaf %d: %w", l.count, err)
	}
	return l.finish(root)
}

type loader struct {
	store  *Store
	change change
	next   func() (tree.Entry, bool)
	window [2]*tree.Entry // the next two leaves
	count  int
	err    error // leaves out of order; ends the stream
}

// advance drops the first leaf of the window.
func (l *loader) advance() {
	l.window[0], l.window[1] = l.window[1], nil
	e, ok := l.next()
	if !ok || l.err != nil {
		return
	}
	if l.err = e.Check(); l.err == nil && e.IsDeletion() {
		l.err = errors.New("leaf holds nothing")
	} else if p := l.window[0]; p != nil && p.Key.Compare(&e.Key) >= 0 {
		l.err = errors.New("leaves are out of order")
	}
	if l.err != nil {
		return
	}
	l.window[1] = &e
	l.count++
}

// subtree makes the subtree at a path from the leaves that stand below it.
func (l *loader) subtree(depth int, path *tree.Key) (*tree.Node, error) {
	first, second := l.window[0], l.window[1]
	if first == nil || !first.Key.HasPrefix(path, depth) {
		return nil, nil
	}
	if second == nil || !second.Key.HasPrefix(path, depth) {
		l.advance()
		return tree.OwnedLeaf(first), nil
	}
	left, err := l.subtree(depth+1, path)
	if err != nil {
		return nil, err
	}
	setBit(path, depth)
	right, err := l.subtree(depth+1, path)
	clearBit(path, depth)
	if err != nil {
		return nil, err
	}
	n := tree.Join(left, right)
	if depth%pageLevels != 0 || depth == 0 {
		return n, nil
	}
	return l.written(n, depth, path)
}

// written writes the page of a subtree and returns a node that holds only its digest.
func (l *loader) written(n *tree.Node, depth int, path *tree.Key) (*tree.Node, error) {
	digest := n.Hash()
	if err := l.change.page(n, depth, path); err != nil {
		return nil, err
	}
	if l.change.batch.Len() >= loadBatchBytes {
		if err := l.change.batch.Commit(pebble.NoSync); err != nil {
			return nil, err
		}
		l.change.batch.Close()
		l.change.batch = l.store.db.NewBatch()
	}
	return tree.Unloaded(digest, l.change.version), nil
}

func (l *loader) finish(root *tree.Node) (tree.Digest, error) {
	c := &l.change
	var path tree.Key
	if err := c.page(root, 0, &path); err != nil {
		return tree.Digest{}, err
	}
	// The root stands for the writes: a load is replayed by finding the version there.
	digest := root.Hash()
	id := digest.Bytes()
	record := rootRecord{root: digest, page: c.version, applied: sha256.Sum256(id[:])}
	if err := c.batch.Set(keyspace.Numbered(keyspace.Stale, c.version), nil, nil); err != nil {
		return tree.Digest{}, err
	}
	if err := c.batch.Set(keyspace.Numbered(keyspace.Root, c.version), record.encode(), nil); err != nil {
		return tree.Digest{}, err
	}
	if err := l.store.publish(c.batch); err != nil {
		return tree.Digest{}, fmt.Errorf("commit version %d: %w", c.version, err)
	}
	return digest, nil
}

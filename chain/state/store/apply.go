package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// Apply adds a version: the last one with the writes applied, or the empty tree with
// them if it is the first, which may have any number. It is durable when Apply returns.
// The last version with the same writes again returns its root; with other writes it is
// [ErrConflict]; any other number is [ErrOrder].
func (s *Store) Apply(version uint64, writes []tree.Entry) (tree.Digest, error) {
	next, err := s.Prepare(version, writes)
	if err != nil {
		return tree.Digest{}, err
	}
	return next.Root, next.Commit()
}

// Next is a version that was computed by [Store.Prepare] and is not kept yet.
type Next struct {
	Root tree.Digest

	store  *Store
	change *change // nil: the version is there already
	old    *tree.Node
	tree   *tree.Tree
}

// Prepare is [Store.Apply] without keeping the version: that is for Commit.
func (s *Store) Prepare(version uint64, writes []tree.Entry) (*Next, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	writes = slices.Clone(writes)
	slices.SortFunc(writes, func(a, b tree.Entry) int { return a.Key.Compare(&b.Key) })
	applied := hashWrites(writes)
	oldest, last, ok, err := s.Versions()
	if err != nil {
		return nil, err
	}
	if !ok {
		return s.compute(&change{version: version, oldest: version, applied: applied, first: true}, writes)
	}
	record, err := s.record(last)
	if err != nil {
		return nil, err
	}
	switch {
	case version == last && record.applied == applied:
		return &Next{Root: record.root, store: s}, nil
	case version == last:
		return nil, fmt.Errorf("%w: %d", ErrConflict, version)
	case version != last+1:
		return nil, fmt.Errorf("%w: %d, last is %d", ErrOrder, version, last)
	}
	return s.compute(&change{version: version, oldest: oldest, applied: applied, base: record}, writes)
}

// hashWrites identifies a sorted list of writes.
func hashWrites(writes []tree.Entry) [32]byte {
	var b []byte
	h := sha256.New()
	for i := range writes {
		b = tree.AppendEntry(b[:0], &writes[i])
		h.Write(b)
	}
	return [32]byte(h.Sum(nil))
}

// change is a version being made.
type change struct {
	version uint64
	oldest  uint64 // oldest version before pruning
	applied [32]byte
	first   bool
	base    rootRecord // of the version before, unless first

	batch *pebble.Batch
	stale []byte // keys of replaced pages, see appendStale
	buf   []byte
}

func (s *Store) compute(c *change, writes []tree.Entry) (*Next, error) {
	var old *tree.Node
	if !c.first {
		var err error
		if old, err = s.rootNode(&c.base); err != nil {
			return nil, err
		}
	}
	t := tree.FromNode(old, source{s})
	if err := s.warm(old, keysOf(writes)); err != nil {
		return nil, fmt.Errorf("load pages for version %d: %w", c.version, err)
	}
	if err := t.Update(writes); err != nil {
		return nil, fmt.Errorf("apply version %d: %w", c.version, err)
	}
	hash(t.RootNode())
	return &Next{Root: t.Root(), store: s, change: c, old: old, tree: t}, nil
}

// Commit makes the version the last one, durably. It is called once; [ErrOrder] says that another version has come meanwhile.
func (n *Next) Commit() error {
	c, s := n.change, n.store
	if c == nil {
		return nil
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	_, last, ok, err := s.Versions()
	if err != nil {
		return err
	}
	if ok == c.first || (ok && last+1 != c.version) {
		return fmt.Errorf("%w: %d, last is %d", ErrOrder, c.version, last)
	}
	c.batch = s.db.NewBatch()
	defer c.batch.Close()
	if err := c.write(n.old, n.tree.RootNode(), n.Root); err != nil {
		return fmt.Errorf("write version %d: %w", c.version, err)
	}
	if err := s.prune(c); err != nil {
		return fmt.Errorf("prune at version %d: %w", c.version, err)
	}
	if err := s.publish(c.batch); err != nil {
		return fmt.Errorf("commit version %d: %w", c.version, err)
	}
	return nil
}

// write adds the new pages, the list of replaced ones and the root record.
func (c *change) write(old, root *tree.Node, digest tree.Digest) error {
	record := rootRecord{root: digest, page: c.version, applied: c.applied}
	var path tree.Key
	if old == root && !c.first {
		record.page = c.base.page
	} else {
		if !c.first && !old.IsBranch() { // the page of a tree without a branch has no node to tell
			c.stale = appendStale(c.stale, pageKey(0, &path, c.base.page))
		}
		c.replaced(old, root, 0, &path)
		if err := c.page(root, 0, &path); err != nil {
			return err
		}
	}
	if err := c.batch.Set(keyspace.Numbered(keyspace.Stale, c.version), c.stale, nil); err != nil {
		return err
	}
	return c.batch.Set(keyspace.Numbered(keyspace.Root, c.version), record.encode(), nil)
}

// page writes the pages of a subtree whose root is new, lowest first.
func (c *change) page(n *tree.Node, depth int, path *tree.Key) error {
	if err := c.below(n, depth, depth+pageLevels, path); err != nil {
		return err
	}
	c.buf = appendPage(c.buf[:0], n, 0)
	if err := c.batch.Set(pageKey(depth, path, c.version), c.buf, nil); err != nil {
		return err
	}
	if n.IsBranch() {
		n.SetRef(c.version)
	}
	return nil
}

// below writes the new pages that start at the lower edge of a page.
func (c *change) below(n *tree.Node, depth, edge int, path *tree.Key) error {
	if !n.IsBranch() {
		return nil
	}
	if depth == edge {
		if _, stored := n.Ref(); stored {
			return nil
		}
		return c.page(n, depth, path)
	}
	left, right, _ := n.Children()
	if err := c.below(left, depth+1, edge, path); err != nil {
		return err
	}
	setBit(path, depth)
	err := c.below(right, depth+1, edge, path)
	clearBit(path, depth)
	return err
}

// replaced lists the pages of the old tree that the new one does not have. Equal nodes
// are the same pointer, and what was never loaded was not touched.
func (c *change) replaced(old, now *tree.Node, depth int, path *tree.Key) {
	if old == now || !old.IsBranch() {
		return
	}
	if version, stored := old.Ref(); stored {
		c.stale = appendStale(c.stale, pageKey(depth, path, version))
	}
	oldLeft, oldRight, _ := old.Children()
	var left, right *tree.Node
	if now.IsBranch() {
		left, right, _ = now.Children()
	}
	c.replaced(oldLeft, left, depth+1, path)
	setBit(path, depth)
	c.replaced(oldRight, right, depth+1, path)
	clearBit(path, depth)
}

func setBit(k *tree.Key, i int)   { k[i/31] |= 1 << (30 - i%31) }
func clearBit(k *tree.Key, i int) { k[i/31] &^= 1 << (30 - i%31) }

// appendStale adds a page key to a list: two bytes of length, then the key.
func appendStale(b, key []byte) []byte {
	return append(binary.BigEndian.AppendUint16(b, uint16(len(key))), key...)
}

// staleKeys reads a list made by appendStale.
func staleKeys(b []byte) ([][]byte, error) {
	var keys [][]byte
	for len(b) > 0 {
		if len(b) < 2 {
			return nil, fmt.Errorf("%w: list of replaced pages", ErrCorrupt)
		}
		n := int(binary.BigEndian.Uint16(b))
		if b = b[2:]; n == 0 || len(b) < n {
			return nil, fmt.Errorf("%w: list of replaced pages", ErrCorrupt)
		}
		keys = append(keys, b[:n])
		b = b[n:]
	}
	return keys, nil
}

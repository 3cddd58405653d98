package tree

import (
	"errors"
	"fmt"
	"slices"
)

var (
	// ErrOpaque says that a read or write needs a subtree of which only the digest is known.
	ErrOpaque = errors.New("subtree is opaque")
	// ErrDuplicate says that two writes of one update have the same key.
	ErrDuplicate = errors.New("two writes to one key")
	// ErrKind says that a leaf is of neither kind, or not of the expected one.
	ErrKind = errors.New("wrong kind of leaf")
)

// Tree is a state tree of which some subtrees may be opaque. The zero Tree is empty.
// A Tree is not safe for concurrent use.
type Tree struct {
	root   *Node
	source Source
}

// FromNode returns the tree below root, whose unloaded parts source provides. A nil
// source is right for a tree without unloaded parts.
func FromNode(root *Node, source Source) *Tree { return &Tree{root: root, source: source} }

// RootNode returns the node at the root; nil is the empty tree.
func (t *Tree) RootNode() *Node { return t.root }

// Root returns the digest of the tree. It hashes what changed since the last call.
func (t *Tree) Root() Digest { return t.root.Hash() }

// Get returns the leaf of a key, and false when there is none.
func (t *Tree) Get(key Key) (Entry, bool, error) {
	n := t.root
	for depth := 0; ; depth++ {
		if n == nil {
			return Entry{}, false, nil
		}
		n.visited = true
		switch n.kind {
		case nodeLeaf:
			if n.leaf.Key != key {
				return Entry{}, false, nil
			}
			return *n.leaf, true, nil
		case nodeOpaque:
			return Entry{}, false, fmt.Errorf("read at depth %d: %w", depth, ErrOpaque)
		}
		if err := n.Expand(t.source, depth, &key); err != nil {
			return Entry{}, false, err
		}
		n = n.child(key.Bit(depth))
	}
}

// Update applies writes, in any order, to distinct keys. On an error the tree is unchanged.
func (t *Tree) Update(writes []Entry) error {
	sorted := writes
	if !slices.IsSortedFunc(writes, compareEntries) {
		sorted = slices.Clone(writes)
		sortEntries(sorted)
	}
	for i := range sorted {
		if err := sorted[i].Check(); err != nil {
			return fmt.Errorf("write %d: %w", i, err)
		}
		if i > 0 && sorted[i-1].Key == sorted[i].Key {
			return fmt.Errorf("write %d: %w", i, ErrDuplicate)
		}
	}
	root, err := t.update(t.root, 0, sorted)
	if err != nil {
		return err
	}
	t.root = root
	return nil
}

// update returns the subtree n at depth after the writes, which are sorted, distinct
// and all below n. It changes no node, so the tree before stays readable.
func (t *Tree) update(n *Node, depth int, writes []Entry) (*Node, error) {
	if len(writes) == 0 {
		return n, nil
	}
	if n == nil {
		return build(depth, leaves(nil, writes)), nil
	}
	n.visited = true
	switch n.kind {
	case nodeLeaf:
		return build(depth, leaves(n, writes)), nil
	case nodeOpaque:
		return nil, fmt.Errorf("write at depth %d: %w", depth, ErrOpaque)
	}
	if err := n.Expand(t.source, depth, &writes[0].Key); err != nil {
		return nil, err
	}
	at := split(depth, len(writes), func(i int) *Key { return &writes[i].Key })
	left, err := t.update(n.left, depth+1, writes[:at])
	if err != nil {
		return nil, err
	}
	right, err := t.update(n.right, depth+1, writes[at:])
	if err != nil {
		return nil, err
	}
	if left == n.left && right == n.right {
		return n, nil
	}
	return join(depth, left, right)
}

// join returns the node of two subtrees at depth+1, or what they collapse into. A lone
// sibling collapses if it is a leaf, so it must not be opaque.
func join(depth int, left, right *Node) (*Node, error) {
	lone := left
	if left == nil {
		lone = right
	}
	if left == nil || right == nil {
		if lone == nil {
			return nil, nil
		}
		lone.visited = true
		if lone.kind == nodeOpaque {
			return nil, fmt.Errorf("deletion beside depth %d: %w", depth+1, ErrOpaque)
		}
		if lone.kind == nodeLeaf {
			return lone, nil
		}
	}
	return &Node{kind: nodeBranch, left: left, right: right}, nil
}

// leaves returns the leaves that a leaf (or nothing) becomes under sorted writes.
func leaves(old *Node, writes []Entry) []*Node {
	out := make([]*Node, 0, len(writes)+1)
	for i := range writes {
		w := &writes[i]
		if old != nil {
			switch c := old.leaf.Key.Compare(&w.Key); {
			case c < 0:
				out, old = append(out, old), nil
			case c == 0:
				if *old.leaf == *w {
					out, old = append(out, old), nil
					continue
				}
				old = nil
			}
		}
		if !w.IsDeletion() {
			out = append(out, newLeaf(w))
		}
	}
	if old != nil {
		out = append(out, old)
	}
	return out
}

// build returns the subtree at depth with the given leaves, sorted and distinct.
func build(depth int, ls []*Node) *Node {
	switch len(ls) {
	case 0:
		return nil
	case 1:
		return ls[0]
	}
	at := split(depth, len(ls), func(i int) *Key { return &ls[i].leaf.Key })
	return &Node{kind: nodeBranch, left: build(depth+1, ls[:at]), right: build(depth+1, ls[at:])}
}

// split returns how many of n sorted keys that agree up to depth have a zero bit there.
func split(depth, n int, key func(int) *Key) int {
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi) / 2
		if key(mid).Bit(depth) == 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func compareEntries(a, b Entry) int { return a.Key.Compare(&b.Key) }

func sortEntries(e []Entry) { slices.SortFunc(e, compareEntries) }

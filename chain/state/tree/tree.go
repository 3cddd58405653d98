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
	e, err := t.find(&key)
	if e == nil {
		return Entry{}, false, err
	}
	return *e, true, nil
}

// find is Get without a copy; nil says that there is no leaf.
func (t *Tree) find(key *Key) (*Entry, error) {
	n, c := t.root, top
	for depth := 0; n != nil; depth++ {
		n.visited = true
		switch n.kind {
		case nodeLeaf:
			if n.leaf.Key != *key {
				return nil, nil
			}
			return n.leaf, nil
		case nodeOpaque:
			return nil, fmt.Errorf("read at depth %d: %w", depth, ErrOpaque)
		}
		if n.unloaded {
			if err := n.Expand(t.source, depth, key); err != nil {
				return nil, err
			}
		}
		if key.bit(c) {
			n = n.right
		} else {
			n = n.left
		}
		c = c.next()
	}
	return nil, nil
}

// Update applies writes, in any order, to distinct keys. On an error the tree is unchanged.
func (t *Tree) Update(writes []Entry) error {
	order := inOrder(writes)
	for i, w := range order {
		if err := w.Check(); err != nil {
			return fmt.Errorf("write %d: %w", i, err)
		}
		if i > 0 && order[i-1].Key == w.Key {
			return fmt.Errorf("write %d: %w", i, ErrDuplicate)
		}
	}
	root, err := t.update(t.root, 0, top, order)
	if err != nil {
		return err
	}
	t.root = root
	return nil
}

// update returns the subtree n at depth, the one of c, after the writes, which are sorted,
// distinct and all below n. It changes no node, so the tree before stays readable.
func (t *Tree) update(n *Node, depth int, c cursor, writes []*Entry) (*Node, error) {
	switch len(writes) {
	case 0:
		return n, nil
	case 1:
		return t.write(n, depth, c, writes[0])
	}
	if n == nil {
		return build(c, leaves(nil, writes)), nil
	}
	n.visited = true
	switch n.kind {
	case nodeLeaf:
		return build(c, leaves(n, writes)), nil
	case nodeOpaque:
		return nil, fmt.Errorf("write at depth %d: %w", depth, ErrOpaque)
	}
	if n.unloaded {
		if err := n.Expand(t.source, depth, &writes[0].Key); err != nil {
			return nil, err
		}
	}
	at := 0 // writes to the left
	for at < len(writes) && !writes[at].Key.bit(c) {
		at++
	}
	left, right, below := n.left, n.right, c.next()
	var err error
	if at > 0 {
		if left, err = t.update(left, depth+1, below, writes[:at]); err != nil {
			return nil, err
		}
	}
	if at < len(writes) {
		if right, err = t.update(right, depth+1, below, writes[at:]); err != nil {
			return nil, err
		}
	}
	if left == n.left && right == n.right {
		return n, nil
	}
	if left != nil && right != nil {
		return &Node{kind: nodeBranch, left: left, right: right}, nil
	}
	return lift(depth, left, right)
}

// write is update with one write, as most subtrees see it.
func (t *Tree) write(n *Node, depth int, c cursor, w *Entry) (*Node, error) {
	if n == nil || n.kind == nodeLeaf {
		return writeLeaf(n, c, w), nil
	}
	n.visited = true
	if n.kind == nodeOpaque {
		return nil, fmt.Errorf("write at depth %d: %w", depth, ErrOpaque)
	}
	if n.unloaded {
		if err := n.Expand(t.source, depth, &w.Key); err != nil {
			return nil, err
		}
	}
	out := &Node{kind: nodeBranch, left: n.left, right: n.right}
	side := &out.left
	if w.Key.bit(c) {
		side = &out.right
	}
	old := *side
	child, err := t.write(old, depth+1, c.next(), w)
	if err != nil {
		return nil, err
	}
	if child == old {
		return n, nil
	}
	if *side = child; out.left == nil || out.right == nil {
		return lift(depth, out.left, out.right)
	}
	return out, nil
}

// writeLeaf is what nothing or a leaf at the depth of c becomes by one write.
func writeLeaf(n *Node, c cursor, w *Entry) *Node {
	if n != nil {
		n.visited = true
	}
	if n == nil || n.leaf.Key != w.Key {
		one := [1]*Entry{w}
		return build(c, leaves(n, one[:]))
	}
	switch {
	case *n.leaf == *w:
		return n
	case w.IsDeletion():
		return nil
	}
	return newLeaf(w)
}

// lift returns what a branch of one subtree or none, at depth, collapses into. A lone
// sibling takes its place if it is a leaf, so it must not be opaque.
func lift(depth int, left, right *Node) (*Node, error) {
	lone := left
	if left == nil {
		lone = right
	}
	if lone == nil {
		return nil, nil
	}
	lone.visited = true
	switch lone.kind {
	case nodeOpaque:
		return nil, fmt.Errorf("deletion beside depth %d: %w", depth+1, ErrOpaque)
	case nodeLeaf:
		return lone, nil
	}
	return &Node{kind: nodeBranch, left: left, right: right}, nil
}

// leaves returns the leaves that a leaf (or nothing) becomes under sorted writes.
func leaves(old *Node, writes []*Entry) []*Node {
	out := make([]*Node, 0, len(writes)+1)
	for _, w := range writes {
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

// build returns the subtree at the depth of c with the given leaves, sorted and distinct.
func build(c cursor, ls []*Node) *Node {
	switch len(ls) {
	case 0:
		return nil
	case 1:
		return ls[0]
	}
	at := 0
	for at < len(ls) && !ls[at].leaf.Key.bit(c) {
		at++
	}
	return &Node{kind: nodeBranch, left: build(c.next(), ls[:at]), right: build(c.next(), ls[at:])}
}

// inOrder returns the entries in the order of the tree.
func inOrder(e []Entry) []*Entry {
	out := make([]*Entry, len(e))
	sorted := true
	for i := range e {
		out[i] = &e[i]
		sorted = sorted && (i == 0 || e[i-1].Key.Compare(&e[i].Key) <= 0)
	}
	if !sorted {
		slices.SortFunc(out, func(a, b *Entry) int { return a.Key.Compare(&b.Key) })
	}
	return out
}

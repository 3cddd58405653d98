package tree

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

type nodeKind uint8

const (
	nodeLeaf nodeKind = iota
	nodeBranch
	nodeOpaque
)

// Node is a subtree; nil is the empty one. What it means never changes: an update
// makes new nodes beside it. A branch may be unloaded: its digest and the reference
// under which a [Source] has it are known, its children not yet.
type Node struct {
	left, right *Node
	leaf        *Entry
	hash        poseidon2.Packed
	ref         uint64
	kind        nodeKind
	hashed      bool // hash is valid
	stored      bool // ref is valid
	unloaded    bool // left and right are not yet known
	visited     bool // was read, written, or looked at for a collapse
}

// leafNode is a leaf and its content in one piece.
type leafNode struct {
	node  Node
	entry Entry
}

// Source loads the children of unloaded branches.
type Source interface {
	// Load returns the node that stands at depth on the path to key, as stored under
	// ref. Its own children must be known.
	Load(depth int, key *Key, ref uint64) (*Node, error)
}

// Branch returns a node with known digest and children.
func Branch(hash Digest, left, right *Node) *Node {
	return &Node{kind: nodeBranch, hash: hash.packed(), hashed: true, left: left, right: right}
}

// Unloaded returns a branch that a [Source] has under ref.
func Unloaded(hash Digest, ref uint64) *Node {
	return &Node{kind: nodeBranch, hash: hash.packed(), hashed: true, ref: ref, stored: true, unloaded: true}
}

// OwnedLeaf returns the node of an entry, which it keeps; its digest is computed when needed.
func OwnedLeaf(e *Entry) *Node { return &Node{kind: nodeLeaf, leaf: e} }

// Join returns the branch of two subtrees that hold at least two leaves.
func Join(left, right *Node) *Node { return &Node{kind: nodeBranch, left: left, right: right} }

// newLeaf copies the entry, so that the caller may reuse it.
func newLeaf(e *Entry) *Node {
	l := new(leafNode)
	l.entry = *e
	l.node.leaf = &l.entry
	return &l.node
}

func opaque(hash Digest) *Node { return &Node{kind: nodeOpaque, hash: hash.packed(), hashed: true} }

// Hash returns the digest of the subtree.
func (n *Node) Hash() Digest { return n.digest().Unpack() }

// emptyDigest is the digest of the empty tree; nobody writes it.
var emptyDigest poseidon2.Packed

// digest is the packed Hash, not to be changed.
func (n *Node) digest() *poseidon2.Packed {
	if n != nil && n.hashed {
		return &n.hash
	}
	return n.compute()
}

// compute is digest for a node that is empty or was not hashed yet. It is apart so that
// the usual case costs no call.
func (n *Node) compute() *poseidon2.Packed {
	switch {
	case n == nil:
		return &emptyDigest
	case n.kind == nodeLeaf:
		n.leaf.hash(&n.hash)
	default:
		poseidon2.CompressPacked16(&n.hash, n.left.digest(), n.right.digest())
	}
	n.hashed = true
	return &n.hash
}

// IsBranch reports whether n has two subtrees, loaded or not.
func (n *Node) IsBranch() bool { return n != nil && n.kind == nodeBranch }

// Entry returns the content of a leaf and nil for any other node.
func (n *Node) Entry() *Entry {
	if n == nil {
		return nil
	}
	return n.leaf
}

// Ref returns the reference under which the branch is stored, and false if it is new.
func (n *Node) Ref() (uint64, bool) { return n.ref, n.stored }

// SetRef records that the branch is stored under ref.
func (n *Node) SetRef(ref uint64) { n.ref, n.stored = ref, true }

// Children returns the subtrees of a branch and false if they are not loaded.
func (n *Node) Children() (left, right *Node, loaded bool) {
	return n.left, n.right, !n.unloaded
}

func (n *Node) child(bit uint32) *Node {
	if bit == 0 {
		return n.left
	}
	return n.right
}

// Expand makes the children of a branch known; depth and key say where it stands. It
// fills n in place: the subtree is the same, and a second path through it need not load
// it again.
func (n *Node) Expand(source Source, depth int, key *Key) error {
	if !n.unloaded {
		return nil
	}
	full, err := source.Load(depth, key, n.ref)
	if err != nil {
		return fmt.Errorf("load depth %d: %w", depth, err)
	}
	n.left, n.right, n.unloaded = full.left, full.right, false
	return nil
}

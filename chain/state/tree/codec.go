package tree

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// The wire form of a partial tree is its nodes in pre-order, left before right, each
// with a first byte:
//
//	0       empty subtree
//	1, 2    leaf, in the form of AppendEntry
//	3       branch; its two subtrees follow
//	4       opaque subtree; its digest (32 bytes) follows
//
// Each tree has one encoding and each encoding one tree.
const (
	tagEmpty  = 0
	tagBranch = 3
	tagOpaque = 4
)

// Encode returns the wire form of the tree. Unloaded branches become opaque.
func (t *Tree) Encode() []byte { return appendNode(nil, t.root) }

func appendNode(b []byte, n *Node) []byte {
	switch {
	case n == nil:
		return append(b, tagEmpty)
	case n.kind == nodeLeaf:
		return AppendEntry(b, n.leaf)
	case n.kind == nodeOpaque || n.unloaded:
		digest := n.Hash().Bytes()
		return append(append(b, tagOpaque), digest[:]...)
	}
	return appendNode(appendNode(append(b, tagBranch), n.left), n.right)
}

// Decode reads the wire form of a tree. It refuses anything that is not the encoding
// of a part of some canonical tree, as far as that shows without hashing: leaves off
// their path, branches that should have collapsed, empty subtrees given as opaque,
// trailing bytes. Memory is linear in len(b). The caller compares [Tree.Root].
func Decode(b []byte) (*Tree, error) {
	d := decoder{rest: b}
	var path Key
	root, err := d.node(0, &path)
	if err != nil {
		return nil, fmt.Errorf("decode partial tree: byte %d: %w", len(b)-len(d.rest), err)
	}
	if len(d.rest) != 0 {
		return nil, fmt.Errorf("decode partial tree: %w: %d bytes after the end", ErrNotCanonical, len(d.rest))
	}
	return &Tree{root: root}, nil
}

type decoder struct{ rest []byte }

// node reads the subtree at depth; the first depth bits of path lead to it.
func (d *decoder) node(depth int, path *Key) (*Node, error) {
	if len(d.rest) == 0 {
		return nil, fmt.Errorf("%w: tree is cut off", ErrNotCanonical)
	}
	switch tag := d.rest[0]; tag {
	case tagEmpty:
		d.rest = d.rest[1:]
		return nil, nil
	case byte(AccountLeaf), byte(SlotLeaf):
		return d.leaf(depth, path)
	case tagBranch:
		d.rest = d.rest[1:]
		return d.branch(depth, path)
	case tagOpaque:
		return d.opaque()
	default:
		return nil, fmt.Errorf("%w: node tag %d", ErrNotCanonical, tag)
	}
}

func (d *decoder) leaf(depth int, path *Key) (*Node, error) {
	e, rest, err := ConsumeEntry(d.rest)
	if err != nil {
		return nil, err
	}
	if !e.Key.HasPrefix(path, depth) {
		return nil, fmt.Errorf("%w: leaf is off its path", ErrNotCanonical)
	}
	d.rest = rest
	return &Node{kind: nodeLeaf, leaf: e}, nil
}

func (d *decoder) branch(depth int, path *Key) (*Node, error) {
	if depth >= KeyBits {
		return nil, fmt.Errorf("%w: branch below the last bit", ErrNotCanonical)
	}
	left, err := d.node(depth+1, path)
	if err != nil {
		return nil, err
	}
	path.flip(depth)
	right, err := d.node(depth+1, path)
	if err != nil {
		return nil, err
	}
	path.flip(depth)
	if collapses(left, right) || collapses(right, left) {
		return nil, fmt.Errorf("%w: branch with less than two leaves", ErrNotCanonical)
	}
	return &Node{kind: nodeBranch, left: left, right: right}, nil
}

func (d *decoder) opaque() (*Node, error) {
	if len(d.rest) < 1+DigestBytes {
		return nil, fmt.Errorf("%w: digest is cut off", ErrNotCanonical)
	}
	digest, err := DecodeDigest([DigestBytes]byte(d.rest[1 : 1+DigestBytes]))
	if err != nil {
		return nil, err
	}
	if digest.IsZero() {
		return nil, fmt.Errorf("%w: empty subtree given as opaque", ErrNotCanonical)
	}
	d.rest = d.rest[1+DigestBytes:]
	return opaque(digest), nil
}

// collapses reports whether a subtree beside an empty one takes its parent's place.
func collapses(lone, empty *Node) bool {
	return empty == nil && (lone == nil || lone.kind == nodeLeaf)
}

// HasPrefix reports whether k and o agree in their first n bits.
func (k *Key) HasPrefix(o *Key, n int) bool {
	full := n / field.Bits
	for i := range full {
		if k[i] != o[i] {
			return false
		}
	}
	if n%field.Bits == 0 {
		return true
	}
	return (k[full]^o[full])>>(field.Bits-n%field.Bits) == 0
}

// flip inverts bit i. The result may leave the range of a key: it is a path.
func (k *Key) flip(i int) { k[i/field.Bits] ^= 1 << (field.Bits - 1 - i%field.Bits) }

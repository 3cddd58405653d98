package tree

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// The wire form of a partial tree is made for the guest: everything that is more than a
// byte stands at a multiple of 8, integers are little-endian.
//
//	nTags u32 ‖ nOpaque u32 ‖ tags, then zeros up to a multiple of 8 ‖ digests ‖ leaves
//
// A tag says what a node is; the nodes are in pre-order, left before right:
//
//	0       empty subtree
//	1       account: key ‖ nonce u64 ‖ balance 4·u64 ‖ code hash (32 bytes) ‖ code length u64
//	2       slot: key ‖ value (32 bytes)
//	3       branch; its two subtrees follow
//	4       opaque subtree
//
// Leaves and the digests of opaque subtrees are in the order of their tags. A key is its
// eight words; a digest is the eight words of its elements in Montgomery form. Each tree
// has one encoding and each encoding one tree.
const (
	tagEmpty  = 0
	tagBranch = 3
	tagOpaque = 4

	headBytes    = 8
	keyBytes     = 32
	accountBytes = keyBytes + 8 + 32 + 32 + 8
	slotBytes    = keyBytes + 32
)

// Encode returns the wire form of the tree. Unloaded branches become opaque.
func (t *Tree) Encode() []byte {
	var e encoder
	e.node(t.root)
	opaque := len(e.digests) / DigestBytes
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(e.tags)))
	out = binary.LittleEndian.AppendUint32(out, uint32(opaque))
	out = append(out, e.tags...)
	out = append(out, make([]byte, -len(e.tags)&7)...)
	return append(append(out, e.digests...), e.leaves...)
}

type encoder struct{ tags, digests, leaves []byte }

func (e *encoder) node(n *Node) {
	switch {
	case n == nil:
		e.tags = append(e.tags, tagEmpty)
	case n.kind == nodeLeaf:
		e.tags = append(e.tags, byte(n.leaf.Kind))
		e.leaf(n.leaf)
	case n.kind == nodeOpaque || n.unloaded:
		e.tags = append(e.tags, tagOpaque)
		for _, w := range n.digest() {
			e.digests = binary.LittleEndian.AppendUint64(e.digests, w)
		}
	default:
		e.tags = append(e.tags, tagBranch)
		e.node(n.left)
		e.node(n.right)
	}
}

func (e *encoder) leaf(l *Entry) {
	for _, w := range &l.Key {
		e.leaves = binary.LittleEndian.AppendUint32(e.leaves, w)
	}
	if l.Kind == SlotLeaf {
		e.leaves = append(e.leaves, l.Value[:]...)
		return
	}
	e.leaves = binary.LittleEndian.AppendUint64(e.leaves, l.Account.Nonce)
	for _, w := range &l.Account.Balance {
		e.leaves = binary.LittleEndian.AppendUint64(e.leaves, w)
	}
	e.leaves = append(e.leaves, l.Account.CodeHash[:]...)
	e.leaves = binary.LittleEndian.AppendUint64(e.leaves, uint64(l.Account.CodeLen))
}

// Decode reads the wire form of a tree. It refuses anything that is not the encoding
// of a part of some canonical tree, as far as that shows without a root: leaves off
// their path, branches that should have collapsed, empty subtrees given as opaque, bytes
// that belong to nothing. Memory is linear in len(b). The caller compares [Tree.Root].
func Decode(b []byte) (*Tree, error) {
	d, err := newDecoder(b)
	if err != nil {
		return nil, fmt.Errorf("decode partial tree: %w", err)
	}
	root, err := d.node(top)
	if err != nil {
		return nil, fmt.Errorf("decode partial tree: node %d: %w", d.read-1, err)
	}
	if n := len(d.tags) - d.read + len(d.digests) + len(d.leaves); n != 0 {
		return nil, fmt.Errorf("decode partial tree: %w: %d bytes belong to no node", ErrNotCanonical, n)
	}
	return &Tree{root: root}, nil
}

type decoder struct {
	tags            []byte
	read            int    // how many of the tags
	nodes           []Node // one for each tag, allocated together
	digests, leaves []byte // what is left of each
	path            Key    // leads to the present node; zero below it
}

func newDecoder(b []byte) (*decoder, error) {
	if len(b) < headBytes {
		return nil, fmt.Errorf("%w: head is cut off", ErrNotCanonical)
	}
	nTags, nOpaque := uint64(binary.LittleEndian.Uint32(b)), uint64(binary.LittleEndian.Uint32(b[4:]))
	rest := b[headBytes:]
	padded := (nTags + 7) &^ 7
	if uint64(len(rest)) < padded+nOpaque*DigestBytes {
		return nil, fmt.Errorf("%w: %d tags and %d digests in %d bytes", ErrNotCanonical, nTags, nOpaque, len(b))
	}
	var zeros [8]byte
	if !bytes.Equal(rest[nTags:padded], zeros[:padded-nTags]) {
		return nil, fmt.Errorf("%w: tags are not padded with zeros", ErrNotCanonical)
	}
	digests := rest[padded:]
	d := &decoder{tags: rest[:nTags], digests: digests[:nOpaque*DigestBytes], leaves: digests[nOpaque*DigestBytes:]}
	d.nodes = make([]Node, nTags)
	return d, nil
}

// node reads the subtree at the depth of c.
func (d *decoder) node(c cursor) (*Node, error) {
	if d.read >= len(d.tags) {
		return nil, fmt.Errorf("%w: tree is cut off", ErrNotCanonical)
	}
	tag := d.tags[d.read]
	d.read++
	switch tag {
	case tagEmpty:
		return nil, nil
	case byte(AccountLeaf):
		return d.account(c)
	case byte(SlotLeaf):
		return d.slot(c)
	case tagBranch:
		return d.branch(c)
	case tagOpaque:
		return d.opaque()
	default:
		return nil, fmt.Errorf("%w: node tag %d", ErrNotCanonical, tag)
	}
}

func (d *decoder) branch(c cursor) (*Node, error) {
	if c.ended() {
		return nil, fmt.Errorf("%w: branch below the last bit", ErrNotCanonical)
	}
	n := &d.nodes[d.read-1]
	n.kind = nodeBranch
	below := c.next()
	var err error
	if n.left, err = d.node(below); err != nil {
		return nil, err
	}
	word := &d.path[c.word%uint32(len(d.path))]
	*word |= c.mask
	if n.right, err = d.node(below); err != nil {
		return nil, err
	}
	*word &^= c.mask
	if collapses(n.left, n.right) || collapses(n.right, n.left) {
		return nil, fmt.Errorf("%w: branch with less than two leaves", ErrNotCanonical)
	}
	// Here and not when the root is asked for: that saves the guest a second walk.
	poseidon2.CompressPacked16(&n.hash, n.left.digest(), n.right.digest())
	n.hashed = true
	return n, nil
}

func (d *decoder) opaque() (*Node, error) {
	if len(d.digests) == 0 {
		return nil, fmt.Errorf("%w: digest is missing", ErrNotCanonical)
	}
	n := &d.nodes[d.read-1]
	n.kind, n.hashed = nodeOpaque, true
	loadDigest(&n.hash, d.digests[:DigestBytes])
	d.digests = d.digests[DigestBytes:]
	if !n.hash.InRange() {
		return nil, fmt.Errorf("%w: digest element is not below p", ErrNotCanonical)
	}
	if n.hash[0]|n.hash[1]|n.hash[2]|n.hash[3] == 0 {
		return nil, fmt.Errorf("%w: empty subtree given as opaque", ErrNotCanonical)
	}
	return n, nil
}

// leaf reads the key of a leaf of size bytes at the depth of c and returns the rest.
func (d *decoder) leaf(c cursor, kind Kind, size int) (*leafNode, []byte, error) {
	if len(d.leaves) < size {
		return nil, nil, fmt.Errorf("%w: leaf is cut off", ErrNotCanonical)
	}
	b := d.leaves[:size]
	d.leaves = d.leaves[size:]
	l := new(leafNode)
	l.node.leaf, l.entry.Kind = &l.entry, kind
	key := &l.entry.Key
	loadKey(key, b[:keyBytes])
	for i, w := range key {
		if w >= field.Modulus {
			return nil, nil, fmt.Errorf("%w: key element %d", ErrNotCanonical, i)
		}
	}
	// Equal in the words above, and in the bits above c of its word; path is zero from c on.
	for i := range min(c.word, uint32(len(key))) {
		if key[i] != d.path[i] {
			return nil, nil, fmt.Errorf("%w: leaf is off its path", ErrNotCanonical)
		}
	}
	if !c.ended() && (key[c.word]^d.path[c.word])&^(c.mask<<1-1) != 0 {
		return nil, nil, fmt.Errorf("%w: leaf is off its path", ErrNotCanonical)
	}
	return l, b[keyBytes:], nil
}

func (d *decoder) slot(c cursor) (*Node, error) {
	l, b, err := d.leaf(c, SlotLeaf, slotBytes)
	if err != nil {
		return nil, err
	}
	copy(l.entry.Value[:], b)
	if l.entry.IsDeletion() {
		return nil, fmt.Errorf("%w: leaf holds nothing", ErrNotCanonical)
	}
	return &l.node, nil
}

func (d *decoder) account(c cursor) (*Node, error) {
	l, b, err := d.leaf(c, AccountLeaf, accountBytes)
	if err != nil {
		return nil, err
	}
	var w [5]uint64 // nonce and balance
	loadWords(&w, b[:40])
	a := &l.entry.Account
	a.Nonce, a.Balance = w[0], [4]uint64(w[1:])
	copy(a.CodeHash[:], b[40:72])
	length := binary.LittleEndian.Uint64(b[72:])
	if a.CodeLen = uint32(length); uint64(a.CodeLen) != length {
		return nil, fmt.Errorf("%w: code of %d bytes", ErrNotCanonical, length)
	}
	if err := l.entry.Check(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotCanonical, err)
	}
	if l.entry.IsDeletion() {
		return nil, fmt.Errorf("%w: leaf holds nothing", ErrNotCanonical)
	}
	return &l.node, nil
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

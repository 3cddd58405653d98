package tree

// Visited returns the part of the tree that [Tree.Get] and [Tree.Update] have looked
// at since it was made, everything else opaque: what another holder of the root needs
// to do the same reads and the same single update. Call it on a tree that had the reads
// and a clone that had the update; the marks are shared.
func (t *Tree) Visited() (*Tree, error) {
	var path Key
	root, err := t.visited(t.root, 0, &path)
	if err != nil {
		return nil, err
	}
	return &Tree{root: root}, nil
}

// Clone returns a tree with the same content. An update of one leaves the other as it is.
func (t *Tree) Clone() *Tree {
	c := *t
	return &c
}

func (t *Tree) visited(n *Node, depth int, path *Key) (*Node, error) {
	if n == nil {
		return nil, nil
	}
	if !n.visited || n.kind == nodeOpaque {
		return opaque(n.Hash()), nil
	}
	if n.kind == nodeLeaf {
		return newLeaf(n.leaf), nil
	}
	if err := n.Expand(t.source, depth, path); err != nil {
		return nil, err
	}
	left, err := t.visited(n.left, depth+1, path)
	if err != nil {
		return nil, err
	}
	path.flip(depth)
	right, err := t.visited(n.right, depth+1, path)
	if err != nil {
		return nil, err
	}
	path.flip(depth)
	return Branch(n.Hash(), left, right), nil
}

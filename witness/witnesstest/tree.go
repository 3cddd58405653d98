package witnesstest

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
)

// Tree is the state tree of a whole state, hashed.
func Tree(alloc statetest.Alloc) (*tree.Tree, error) {
	d := &state.Diff{}
	for address, x := range alloc {
		a, err := alloc.Account(address)
		if err != nil {
			return nil, err
		}
		d.Accounts = append(d.Accounts, state.AccountChange{Addr: address, Account: a})
		for slot, value := range x.Storage {
			d.Slots = append(d.Slots, state.SlotChange{Addr: address, Slot: slot, Value: value})
		}
	}
	t := &tree.Tree{}
	if err := t.Update(tree.Entries(d)); err != nil {
		return nil, fmt.Errorf("state tree: %w", err)
	}
	t.Root()
	return t, nil
}

// Prover is a witness.Prover over a tree in memory, which it leaves as it is.
type Prover struct{ Tree *tree.Tree }

// Witness implements witness.Prover.
func (p Prover) Witness(reads []tree.Key, writes []tree.Entry) (*tree.Tree, error) {
	source := &memory{}
	t := tree.FromNode(source.reference(p.Tree.RootNode()), source)
	for _, k := range reads {
		if _, _, err := t.Get(k); err != nil {
			return nil, err
		}
	}
	if err := t.Clone().Update(writes); err != nil {
		return nil, err
	}
	return t.Visited()
}

// memory hands out nodes of a tree one level at a time, so that what one witness looks at does not show in the next one.
type memory struct{ nodes []*tree.Node }

// reference stands for a node whose children are loaded when they are asked for.
func (m *memory) reference(n *tree.Node) *tree.Node {
	switch {
	case n == nil:
		return nil
	case !n.IsBranch():
		return tree.OwnedLeaf(n.Entry())
	}
	m.nodes = append(m.nodes, n)
	return tree.Unloaded(n.Hash(), uint64(len(m.nodes)-1))
}

// Load implements tree.Source.
func (m *memory) Load(_ int, _ *tree.Key, ref uint64) (*tree.Node, error) {
	n := m.nodes[ref]
	left, right, _ := n.Children()
	return tree.Branch(n.Hash(), m.reference(left), m.reference(right)), nil
}

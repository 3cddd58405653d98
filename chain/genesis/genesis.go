package genesis

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Genesis is the genesis as the node's store takes it; its Header method gives the header of block 0.
func (c *Config) Genesis() (*store.Genesis, error) {
	alloc, err := c.Alloc()
	if err != nil {
		return nil, err
	}
	return &store.Genesis{
		Config: c.Chain, Timestamp: c.Timestamp, BaseFee: c.BaseFee, GasPerPubdata: c.GasPerPubdata, Coinbase: c.Coinbase, Alloc: alloc,
	}, nil
}

// ChainState is the chain after block 0 with its tree root.
func ChainState(g *store.Genesis) (*rollup.ChainState, error) {
	t := new(tree.Tree)
	if err := t.Update(tree.Entries(state.DiffOf(g.Diff()))); err != nil {
		return nil, fmt.Errorf("genesis tree: %w", err)
	}
	s := g.ChainState()
	s.TreeRoot = t.Root().Bytes()
	return s, nil
}

// StateCommitment is the commitment of batch 0, which the creation of the chain on L1 takes as argument.
func StateCommitment(g *store.Genesis) (common.Hash, error) {
	s, err := ChainState(g)
	if err != nil {
		return common.Hash{}, err
	}
	return s.Commitment(), nil
}

package sequencer

import (
	"bytes"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Follower is the chain that Follow extends; *store.Store is one.
type Follower interface {
	Genesis() *store.Genesis
	Head() store.BlockRef
	Block(number uint64) (*rollup.Block, error)
	ChainStateAt(number uint64) (*rollup.ChainState, error)
	HeadState() stf.State
	AppendBlock(*stf.BlockResult) error
}

// Follow executes a block that another node made and appends it. A block that is already there has no effect (nil result); a different one with its
// number is store.ErrConflict, one after a gap store.ErrOrder, an invalid one stf.ErrInvalidBlock.
func Follow(chain Follower, block *rollup.Block) (*stf.BlockResult, error) {
	head, number := chain.Head(), block.Env.Number
	if number <= head.Number {
		have, err := chain.Block(number)
		if err == nil && !bytes.Equal(rollup.AppendBlock(nil, have), rollup.AppendBlock(nil, block)) {
			err = fmt.Errorf("follow block %d: %w", number, store.ErrConflict)
		}
		return nil, err
	}
	if number != head.Number+1 {
		return nil, fmt.Errorf("follow block %d: the last one is %d: %w", number, head.Number, store.ErrOrder)
	}
	before, err := chain.ChainStateAt(head.Number)
	if err != nil {
		return nil, fmt.Errorf("follow block %d: %w", number, err)
	}
	res, err := stf.ExecuteBlock(&chain.Genesis().Config, before, chain.HeadState(), block)
	if err != nil {
		return nil, fmt.Errorf("follow block %d: %w", number, err)
	}
	if err := chain.AppendBlock(res); err != nil {
		return nil, fmt.Errorf("follow: %w", err)
	}
	return res, nil
}

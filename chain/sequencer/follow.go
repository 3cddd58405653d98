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
	Tip() store.BlockRef
	Block(number uint64) (*rollup.Block, error)
	ChainStateAt(number uint64) (*rollup.ChainState, error)
	HeadState() stf.State
	BeginBlock(*stf.BlockResult) error
}

// Follow executes a block that another node made and begins to append it, as [store.Store.BeginBlock] does. A block that is already there has no effect (nil result); a different one with its
// number is store.ErrConflict, one after a gap store.ErrOrder, an invalid one stf.ErrInvalidBlock. check, if there is one, sees what the block gives before anything is kept; its error is the result.
func Follow(chain Follower, block *rollup.Block, check func(*stf.BlockResult) error) (*stf.BlockResult, error) {
	tip, number := chain.Tip(), block.Env.Number
	if number <= tip.Number {
		have, err := chain.Block(number)
		if err == nil && !bytes.Equal(rollup.AppendBlock(nil, have), rollup.AppendBlock(nil, block)) {
			err = fmt.Errorf("follow block %d: %w", number, store.ErrConflict)
		}
		return nil, err
	}
	if number != tip.Number+1 {
		return nil, fmt.Errorf("follow block %d: the last one is %d: %w", number, tip.Number, store.ErrOrder)
	}
	before, err := chain.ChainStateAt(tip.Number)
	if err != nil {
		return nil, fmt.Errorf("follow block %d: %w", number, err)
	}
	res, err := stf.ExecuteBlock(&chain.Genesis().Config, before, chain.HeadState(), block)
	if err == nil && check != nil {
		err = check(res)
	}
	if err != nil {
		return nil, fmt.Errorf("follow block %d: %w", number, err)
	}
	if err := chain.BeginBlock(res); err != nil {
		return nil, fmt.Errorf("follow: %w", err)
	}
	return res, nil
}

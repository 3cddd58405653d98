package sequencer

import (
	"bytes"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Follower is the chain that Following extends; *store.Store is one.
type Follower interface {
	Genesis() *store.Genesis
	Tip() store.BlockRef
	Block(number uint64) (*rollup.Block, error)
	ChainStateAt(number uint64) (*rollup.ChainState, error)
	HeadState() stf.State
	BeginBlock(*stf.BlockResult) error
}

// Following executes the blocks that another node made. One goroutine uses it, and nobody else extends the chain meanwhile.
type Following struct {
	chain  Follower
	before *rollup.ChainState // after the last block; nil: to be read
}

// Follow extends chain.
func Follow(chain Follower) *Following { return &Following{chain: chain} }

// Block executes a block and begins to append it, as [store.Store.BeginBlock] does. A block that is already there has no effect (nil result); a different one with its
// number is store.ErrConflict, one after a gap store.ErrOrder, an invalid one stf.ErrInvalidBlock. check, if there is one, sees what the block gives before anything is kept; its error is the result.
func (f *Following) Block(p *stf.Prepared, check func(*stf.BlockResult) error) (*stf.BlockResult, error) {
	chain, block := f.chain, p.Block
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
	if f.before == nil || f.before.LastBlock != tip.Number {
		before, err := chain.ChainStateAt(tip.Number)
		if err != nil {
			return nil, fmt.Errorf("follow block %d: %w", number, err)
		}
		f.before = before
	}
	res, err := p.Execute(f.before, chain.HeadState())
	if err == nil && check != nil {
		err = check(res)
	}
	if err != nil {
		return nil, fmt.Errorf("follow block %d: %w", number, err)
	}
	if err := chain.BeginBlock(res); err != nil {
		return nil, fmt.Errorf("follow: %w", err)
	}
	f.before.Push(number, block.Env.Timestamp, res.Hash)
	return res, nil
}

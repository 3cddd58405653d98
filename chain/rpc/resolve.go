package rpc

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// number is the number of the block that tag or number n means; it may not exist.
func (a *api) number(n gethrpc.BlockNumber) (uint64, error) {
	switch n {
	case gethrpc.LatestBlockNumber, gethrpc.PendingBlockNumber:
		return a.back.Chain.Head()
	case gethrpc.SafeBlockNumber, gethrpc.FinalizedBlockNumber:
		p, err := a.back.Batches.Progress()
		if err != nil {
			return 0, err
		}
		if n == gethrpc.SafeBlockNumber {
			return a.lastBlockOf(p.Committed)
		}
		return a.lastBlockOf(p.Executed)
	}
	if n < 0 && n != gethrpc.EarliestBlockNumber {
		return 0, invalidParams("unknown block tag %d", n)
	}
	if n == gethrpc.EarliestBlockNumber {
		return a.back.Chain.Oldest(), nil
	}
	return uint64(n), nil
}

// find gives the number of the block that id means, ok false when there is none.
func (a *api) find(id BlockID) (number uint64, ok bool, err error) {
	if hash, is := id.Hash(); is {
		return a.back.Chain.BlockNumber(hash)
	}
	n, is := id.Number()
	if !is {
		return 0, false, invalidParams("invalid arguments; neither block nor hash specified")
	}
	if number, err = a.number(n); err != nil {
		return 0, false, err
	}
	head, err := a.back.Chain.Head()
	return number, number <= head, err
}

// header is the header that id means; a block that is not there is an error, as it is for everything that reads state.
func (a *api) header(id BlockID) (*types.Header, error) {
	number, ok, err := a.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		_, byHash := id.Hash()
		return nil, unknown(byHash)
	}
	h, err := a.back.Chain.Header(number)
	if err == nil && h == nil {
		err = errHeaderNotFound
	}
	return h, err
}

// stateAt needs no header: where the history begins there is none.
func (a *api) stateAt(id BlockID) (State, error) {
	number, ok, err := a.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		_, byHash := id.Hash()
		return nil, unknown(byHash)
	}
	return a.back.State.StateAt(number)
}

func unknown(byHash bool) error {
	if byHash {
		return errUnknownHash
	}
	return errHeaderNotFound
}

// envOf is the environment of an existing block.
func envOf(h *types.Header) rollup.BlockEnv {
	env := rollup.BlockEnv{
		Number: h.Number.Uint64(), Timestamp: h.Time, GasLimit: h.GasLimit, GasPerPubdata: gasPerPubdata(h), Coinbase: h.Coinbase, PrevRandao: h.MixDigest,
	}
	if h.BaseFee != nil {
		env.BaseFee = *uint256.MustFromBig(new(big.Int).Set(h.BaseFee))
	}
	return env
}

// position is where a call on id runs: in the block itself on the state after it, as in geth. The pending block is the next one.
func (a *api) position(id BlockID) (*Position, error) {
	if n, ok := id.Number(); ok && n == gethrpc.PendingBlockNumber {
		return a.nextPosition()
	}
	h, err := a.header(id)
	if err != nil {
		return nil, err
	}
	number := h.Number.Uint64()
	state, err := a.back.State.StateAt(number)
	if err != nil {
		return nil, err
	}
	chain, err := a.back.State.ChainStateAt(max(number, 1) - 1)
	if err != nil {
		return nil, err
	}
	return &Position{Env: envOf(h), Chain: chain, State: state}, nil
}

// nextPosition is where the next block will run.
func (a *api) nextPosition() (*Position, error) {
	head, err := a.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	state, err := a.back.State.StateAt(head)
	if err != nil {
		return nil, err
	}
	chain, err := a.back.State.ChainStateAt(head)
	if err != nil {
		return nil, err
	}
	env, err := a.back.Fees.NextBlock()
	if err != nil {
		return nil, err
	}
	env.Number = head + 1 // the environment may have been made a moment before or after head was read
	return &Position{Env: env, Chain: chain, State: state}, nil
}

// positionBefore is where the transactions of block number ran; nil when there is no such block or it is the genesis.
func (a *api) positionBefore(number uint64) (*Position, *Block, error) {
	b, err := a.back.Chain.Block(number)
	if err != nil {
		return nil, nil, err
	}
	if b == nil {
		return nil, nil, fmt.Errorf("block %d: %w", number, errUnknownBlock)
	}
	if number == 0 {
		return nil, nil, errGenesisNoTraces
	}
	at, err := a.positionAfter(b.Header, number-1)
	return at, b, err
}

// positionAfter is where a block with this header runs on top of block parent.
func (a *api) positionAfter(h *types.Header, parent uint64) (*Position, error) {
	if h.BaseFee != nil && h.BaseFee.BitLen() > 256 {
		return nil, invalidParams("base fee does not fit 256 bits")
	}
	state, err := a.back.State.StateAt(parent)
	if err != nil {
		return nil, err
	}
	chain, err := a.back.State.ChainStateAt(parent)
	if err != nil {
		return nil, err
	}
	return &Position{Env: envOf(h), Chain: chain, State: state}, nil
}

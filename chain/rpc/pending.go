package rpc

import (
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// isPending says whether id is the tag of the pending block.
func isPending(id BlockID) bool {
	n, ok := id.Number()
	return ok && n == gethrpc.PendingBlockNumber
}

// pendingBlock is the block that would be made now, without transactions: those of the pool that can run are in a block before anybody could look at them here, and the others are in no block.
// Its hash is that of no block of the chain; geth has null in the place of hash, nonce and miner, which the Execution API Specification does not allow.
func (a *api) pendingBlock() (*Block, error) {
	at, err := a.nextPosition()
	if err != nil {
		return nil, err
	}
	parent, err := a.header(byNumber(BlockNumber{gethrpc.BlockNumber(at.Env.Number - 1)})) // the head may have moved on
	if err != nil {
		return nil, err
	}
	h := stf.GenesisHeader(at.Env)
	h.ParentHash, h.ParentBeaconRoot = parent.Hash(), nil
	return &Block{Header: h, Hash: h.Hash()}, nil
}

// blockAt is the block that id means, nil when there is none.
func (a *api) blockAt(id BlockID) (*Block, error) {
	if isPending(id) {
		return a.pendingBlock()
	}
	number, ok, err := a.find(id)
	if err != nil || !ok {
		return nil, err
	}
	return a.back.Chain.Block(number)
}

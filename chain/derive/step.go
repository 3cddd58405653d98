package derive

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ErrMismatch says that pubdata lead to another state than L1 holds.
var ErrMismatch = errors.New("derived state differs from the one on L1")

// historySlots is how many block hashes the EIP-2935 contract keeps.
const historySlots = params.HistoryServeWindow

// Result of one batch.
type Result struct {
	Pubdata *rollup.Pubdata
	After   rollup.ChainState // TreeRoot is that of before: the tree is the caller's
}

// Step reads the pubdata of the batch that follows before, whose state is pre. Pure, but for the errors of pre.
func Step(before *rollup.ChainState, pre rollup.PreState, data []byte) (*Result, error) {
	p, err := rollup.DecodePubdata(data, pre)
	if err != nil {
		return nil, err
	}
	if p.FirstBlock != before.LastBlock+1 {
		return nil, fmt.Errorf("pubdata begin with block %d after block %d: %w", p.FirstBlock, before.LastBlock, ErrMismatch)
	}
	if p.LastTimestamp < before.LastTimestamp {
		return nil, fmt.Errorf("time goes back from %d s to %d s: %w", before.LastTimestamp, p.LastTimestamp, ErrMismatch)
	}
	r := &Result{Pubdata: p, After: rollup.ChainState{TreeRoot: before.TreeRoot, LastBlock: p.LastBlock, LastTimestamp: p.LastTimestamp}}
	return r, window(&r.After, p, pre)
}

// window fills in the hashes of the last 256 blocks. Those before genesis stay zero.
func window(after *rollup.ChainState, p *rollup.Pubdata, pre rollup.PreState) error {
	changed := make(map[common.Hash]common.Hash)
	for i := range p.Diff.Accounts {
		if d := &p.Diff.Accounts[i]; d.Address == params.HistoryStorageAddress {
			for _, s := range d.Slots {
				changed[s.Slot] = s.After
			}
		}
	}
	const newest = rollup.BlockHashWindow - 1
	after.BlockHashes[newest] = p.LastBlockHash
	for back := uint64(1); back <= newest && back <= p.LastBlock; back++ {
		slot := historySlot(p.LastBlock - back)
		hash, ok := changed[slot]
		if !ok {
			var err error
			if hash, err = pre.Storage(params.HistoryStorageAddress, slot); err != nil {
				return fmt.Errorf("hash of block %d: %w", p.LastBlock-back, err)
			}
		}
		after.BlockHashes[newest-back] = hash
	}
	return nil
}

// historySlot is where the EIP-2935 contract keeps the hash of a block.
func historySlot(block uint64) (slot common.Hash) {
	binary.BigEndian.PutUint64(slot[24:], block%historySlots)
	return slot
}

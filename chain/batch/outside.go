package batch

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
)

// Outside is a chain's state that is not in a node's stores: one that was derived from L1.
type Outside struct {
	Chain  *rollup.ChainConfig
	Before *rollup.ChainState
	Pre    stf.State
	Tree   witness.Prover
}

// SealOutside makes batch number of blocks that follow such a state, in the way of a node: the witness is cut, node and guest execute it and have to agree. Nothing is stored. Without a machine
// (nil) the guest is left out.
func SealOutside(ctx context.Context, cfg Config, at Outside, da DataAvailability, m Machine, number uint64, blocks []*rollup.Block) (*store.SealedBatch, *stf.BatchResult, error) {
	w := &witness.Witness{Config: *at.Chain, Before: *at.Before, SettlementChainID: cfg.SettlementChainID, DA: witness.DA{Scheme: cfg.Scheme}}
	result, err := witness.Collect(w, at.Pre, at.Tree, blocks)
	if err != nil {
		return nil, nil, fmt.Errorf("batch %d: %w", number, err)
	}
	made := &work{witness: w, batch: result, pubdata: result.Pubdata.Encode(), writes: tree.Entries(state.DiffOf(&result.Diff))}
	if uint64(len(made.pubdata)) > cfg.Scheme.Capacity() {
		return nil, nil, fmt.Errorf("batch %d: %d bytes: %w", number, len(made.pubdata), ErrTooLarge)
	}
	if w.DA.VersionedHashes, err = da.VersionedHashes(made.pubdata); err != nil {
		return nil, nil, fmt.Errorf("batch %d: %w", number, err)
	}
	sealer := &Sealer{cfg: cfg, machine: m}
	sealed, err := sealer.execute(ctx, number, made)
	if err != nil {
		return nil, nil, fmt.Errorf("batch %d: %w", number, err)
	}
	sealed.FirstBlock, sealed.LastBlock, sealed.Reason = blocks[0].Env.Number, blocks[len(blocks)-1].Env.Number, "outside"
	return sealed, result, nil
}

package witness

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// ErrEmptyBatch refuses a batch without blocks.
var ErrEmptyBatch = errors.New("a batch needs at least one block")

// Result is what a batch comes to.
type Result struct {
	Batch       *stf.BatchResult
	Before      common.Hash        // state commitment
	After       rollup.ChainState  // with the tree root
	Output      rollup.BatchOutput // complete
	Pubdata     []byte
	PublicInput common.Hash
}

// Execute runs the batch on the witness and computes its statement. It changes w.Tree to the state after the batch.
func Execute(w *Witness) (*Result, error) {
	if err := w.Config.Check(); err != nil {
		return nil, err
	}
	if len(w.Blocks) == 0 {
		return nil, ErrEmptyBatch
	}
	w.Before.TreeRoot = w.Tree.Root().Bytes()
	batch, err := stf.ExecuteBatch(&w.Config, &w.Before, w.preState(), w.Blocks)
	if err != nil {
		return nil, fmt.Errorf("execute batch: %w", err)
	}
	if err := w.Tree.Update(tree.Writes(state.DiffOf(&batch.Diff))); err != nil {
		return nil, fmt.Errorf("update tree: %w", err)
	}
	return Conclude(w, batch, w.Tree.Root().Bytes())
}

// Conclude computes the statement of a batch from its execution and the tree root after it. Of w it uses configuration, chain state before, data availability and settlement chain.
func Conclude(w *Witness, batch *stf.BatchResult, rootAfter common.Hash) (*Result, error) {
	r := &Result{Batch: batch, Before: w.Before.Commitment(), After: batch.After, Output: batch.Output, Pubdata: batch.Pubdata.Encode()}
	r.After.TreeRoot = rootAfter
	var err error
	if r.Output.DACommitment, err = w.DA.commitment(r.Pubdata); err != nil {
		return nil, err
	}
	r.Output.DAScheme = w.DA.Scheme
	r.Output.SettlementChainID = w.SettlementChainID
	r.PublicInput = rollup.PublicInput(r.Before, r.After.Commitment(), w.Config.Hash(), r.Output.Hash())
	return r, nil
}

func (d *DA) commitment(pubdata []byte) (common.Hash, error) {
	hash := rollup.PubdataHash(pubdata)
	switch d.Scheme {
	case rollup.DAValidium, rollup.DACalldata:
		return hash, nil
	case rollup.DABlobs:
		openings, err := OpenBlobs(pubdata, d.VersionedHashes)
		if err != nil {
			return common.Hash{}, err
		}
		return rollup.BlobsCommitment(hash, openings), nil
	default:
		return common.Hash{}, fmt.Errorf("data availability scheme %d: %w", d.Scheme, rollup.ErrEncoding)
	}
}

// preState is the state before the batch, as far as the witness holds it. The copy of the tree keeps it so while w.Tree moves on.
func (w *Witness) preState() stf.State {
	return tree.NewReader(w.Tree.Clone(), func(hash common.Hash) ([]byte, error) {
		i, ok := slices.BinarySearchFunc(w.Codes, hash, func(c rollup.Code, h common.Hash) int { return c.Hash.Cmp(h) })
		if !ok {
			return nil, fmt.Errorf("code %v is not in the witness: %w", hash, state.ErrUnknownCode)
		}
		return w.Codes[i].Bytes, nil
	})
}

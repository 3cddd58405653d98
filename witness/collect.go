package witness

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Prover cuts the part out of the state tree before the batch that reading these keys and applying these writes needs.
type Prover interface {
	Witness(reads []tree.Key, writes []tree.Entry) (*tree.Tree, error)
}

// Recorder is a state that remembers what was read through it. It is not for concurrent use.
type Recorder struct {
	pre   stf.State
	keys  map[tree.Key]struct{}
	codes map[common.Hash][]byte
}

// NewRecorder records reads of pre.
func NewRecorder(pre stf.State) *Recorder {
	return &Recorder{pre: pre, keys: map[tree.Key]struct{}{}, codes: map[common.Hash][]byte{}}
}

// Account implements stf.State.
func (r *Recorder) Account(a common.Address) (rollup.Account, error) {
	r.keys[tree.AccountKey(a)] = struct{}{}
	return r.pre.Account(a)
}

// Storage implements stf.State.
func (r *Recorder) Storage(a common.Address, slot common.Hash) (common.Hash, error) {
	r.keys[tree.SlotKey(a, slot)] = struct{}{}
	return r.pre.Storage(a, slot)
}

// Code implements stf.State.
func (r *Recorder) Code(hash common.Hash) ([]byte, error) {
	code, err := r.pre.Code(hash)
	if err == nil {
		r.codes[hash] = code
	}
	return code, err
}

// Collect executes the blocks on pre, the state before the batch, and returns what happened and the witness for it. w gives configuration, chain state, settlement chain and data
// availability; its tree, codes and blocks are filled in. The versioned hashes may still be missing: Collect does not look at them.
func Collect(w *Witness, pre stf.State, prover Prover, blocks []*rollup.Block) (*stf.BatchResult, error) {
	if len(blocks) == 0 {
		return nil, ErrEmptyBatch
	}
	recorder := NewRecorder(pre)
	batch, err := stf.ExecuteBatch(&w.Config, &w.Before, recorder, blocks)
	if err != nil {
		return nil, err
	}
	reads := make([]tree.Key, 0, len(recorder.keys))
	for k := range recorder.keys {
		reads = append(reads, k)
	}
	slices.SortFunc(reads, func(a, b tree.Key) int { return a.Compare(&b) })
	if w.Tree, err = prover.Witness(reads, tree.Entries(state.DiffOf(&batch.Diff))); err != nil {
		return nil, err
	}
	w.Codes = w.Codes[:0]
	for h, c := range recorder.codes {
		w.Codes = append(w.Codes, rollup.Code{Hash: h, Bytes: c})
	}
	slices.SortFunc(w.Codes, func(a, b rollup.Code) int { return bytes.Compare(a.Hash[:], b.Hash[:]) })
	w.Blocks = blocks
	return batch, nil
}

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
	batch, err := stf.ExecuteBatch(&w.Config, &w.Before, newPreState(w), w.Blocks)
	if err != nil {
		return nil, fmt.Errorf("execute batch: %w", err)
	}
	if err := w.Tree.Update(tree.Entries(TreeDiff(&batch.Diff))); err != nil {
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

// TreeDiff is the diff as the tree takes it: the values after.
func TreeDiff(d *rollup.StateDiff) *state.Diff {
	out := &state.Diff{}
	for i := range d.Accounts {
		a := &d.Accounts[i]
		if a.Before != a.After {
			out.Accounts = append(out.Accounts, state.AccountChange{Addr: a.Address, Account: treeAccount(&a.After)})
		}
		for k := range a.Slots {
			out.Slots = append(out.Slots, state.SlotChange{Addr: a.Address, Slot: a.Slots[k].Slot, Value: a.Slots[k].After})
		}
	}
	return out
}

func treeAccount(a *rollup.Account) state.Account {
	return state.Account{Nonce: a.Nonce, Balance: a.Balance, CodeHash: a.CodeHash, CodeLen: a.CodeLen}
}

// preState reads the state before the batch from a partial tree.
type preState struct {
	tree  *tree.Tree
	codes []rollup.Code
}

func newPreState(w *Witness) *preState { return &preState{tree: w.Tree.Clone(), codes: w.Codes} }

// Account implements stf.State.
func (p *preState) Account(a common.Address) (rollup.Account, error) {
	e, ok, err := p.tree.Get(tree.AccountKey(a))
	if err != nil || !ok {
		return rollup.EmptyAccount(), err
	}
	acc := &e.Account
	return rollup.Account{Nonce: acc.Nonce, Balance: acc.Balance, CodeHash: acc.CodeHash, CodeLen: acc.CodeLen}, nil
}

// Storage implements stf.State.
func (p *preState) Storage(a common.Address, slot common.Hash) (common.Hash, error) {
	e, _, err := p.tree.Get(tree.SlotKey(a, slot))
	return e.Value, err
}

// Code implements stf.State.
func (p *preState) Code(hash common.Hash) ([]byte, error) {
	i, ok := slices.BinarySearchFunc(p.codes, hash, func(c rollup.Code, h common.Hash) int { return c.Hash.Cmp(h) })
	if !ok {
		return nil, fmt.Errorf("the witness lacks code %v", hash)
	}
	return p.codes[i].Bytes, nil
}

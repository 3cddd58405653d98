package sequencer

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/rollup"
)

// poolCandidates is the pool's transactions in the form that the state transition takes.
type poolCandidates struct {
	pending *txpool.Pending
	chain   *rollup.ChainConfig
}

// Next decodes the pool's next transaction. The pool decoded it before with go-ethereum; that the two disagree is a defect, not bad input.
func (c *poolCandidates) Next() (*stf.Tx, error) {
	tx := c.pending.Peek()
	if tx == nil {
		return nil, nil
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("transaction %s: %w", tx.Hash(), err)
	}
	out, err := stf.DecodeTx(raw, c.chain)
	if err != nil {
		return nil, fmt.Errorf("transaction %s: %w", tx.Hash(), err)
	}
	from, err := c.pending.Sender(tx)
	if err != nil {
		return nil, fmt.Errorf("transaction %s: %w", tx.Hash(), err)
	}
	out.AssumeSender(from)
	return out, nil
}

func (c *poolCandidates) Shift() { c.pending.Shift() }
func (c *poolCandidates) Pop()   { c.pending.Pop() }

// lastSealed is the last block that is in a sealed batch.
func lastSealed(chain Chain) (uint64, error) {
	b, err := chain.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return b.LastBlock, nil
}

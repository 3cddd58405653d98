//go:build !(ashlar_guest && riscv64)

package stf

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Prepared is a block whose transactions were decoded and whose senders were recovered, as far as they can be. That needs no state and takes longer than most executions: it can be done ahead, for several blocks
// and for parts of one block at the same time.
type Prepared struct {
	Block *rollup.Block
	cfg   *rollup.ChainConfig
	txs   []*Tx // nil where errs says why
	errs  []error
}

// Prepare begins to prepare a block; [Prepared.Do] has to be called for all of its transactions.
func Prepare(cfg *rollup.ChainConfig, block *rollup.Block) *Prepared {
	return &Prepared{Block: block, cfg: cfg, txs: make([]*Tx, len(block.Txs)), errs: make([]error, len(block.Txs))}
}

// Do decodes the transactions from first up to, not including, end, and recovers their senders. Calls for different transactions may run at the same time.
func (p *Prepared) Do(first, end int) {
	for i := first; i < end; i++ {
		tx, err := DecodeTx(p.Block.Txs[i], p.cfg)
		if err == nil {
			tx.recoverAhead()
		}
		p.txs[i], p.errs[i] = tx, err
	}
}

// recoverAhead is Sender by go-ethereum's code, which takes half the time where it is C. What that one refuses, Sender decides.
func (t *Tx) recoverAhead() {
	if t.hasSender {
		return
	}
	hash := crypto.Keccak256(t.signed...)
	var signature [crypto.SignatureLength]byte
	r, s := t.r.Bytes32(), t.s.Bytes32()
	copy(signature[:], r[:])
	copy(signature[32:], s[:])
	signature[64] = t.recovery
	if public, err := crypto.Ecrecover(hash, signature[:]); err == nil {
		t.sender, t.hasSender = common.Address(crypto.Keccak256(public[1:])[12:]), true
	}
}

// Execute is [ExecuteBlock].
func (p *Prepared) Execute(chain *rollup.ChainState, pre State) (*BlockResult, error) {
	env := &p.Block.Env
	b, err := NewBuilder(p.cfg, *env, chain, pre)
	if err != nil {
		return nil, err
	}
	for i, tx := range p.txs {
		if err = p.errs[i]; err == nil {
			_, err = b.Apply(tx)
		}
		if b.x.db.err != nil {
			return nil, fmt.Errorf("block %d: transaction %d: %w", env.Number, i, b.x.db.err)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %d: transaction %d: %w", ErrInvalidBlock, env.Number, i, err)
		}
	}
	return b.Finish()
}

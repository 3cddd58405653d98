package txpool

import (
	"github.com/ethereum/go-ethereum/common"
	gethpool "github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/txpool/txorder"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// Pending is executable transactions in the order in which a block should take them: the highest tip first, the nonces of one sender ascending, the
// earlier of equal tips first. It is a snapshot; use it from one goroutine.
type Pending struct {
	order  *txorder.TransactionsByPriceAndNonce
	signer types.Signer
}

// Pending is what can be included at the base fee (wei per gas). Of each sender it ends before the first transaction that pays too little or was refused.
func (p *Pool) Pending(baseFee *uint256.Int) *Pending {
	txs, _ := p.legacy.Pending(gethpool.PendingFilter{MinTip: uint256.NewInt(p.config.MinTip), BaseFee: baseFee})
	p.cutRefused(txs)
	return &Pending{txorder.NewTransactionsByPriceAndNonce(p.signer, txs, baseFee.ToBig()), p.signer}
}

func (p *Pool) cutRefused(bySender map[common.Address][]*gethpool.LazyTransaction) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.refused) == 0 {
		return
	}
	for sender, txs := range bySender {
		for i, tx := range txs {
			if p.refused[tx.Hash] == nil {
				continue
			}
			if bySender[sender] = txs[:i]; i == 0 {
				delete(bySender, sender)
			}
			break
		}
	}
}

// Peek is the next transaction, nil when there is none.
func (q *Pending) Peek() *types.Transaction {
	tx, _ := q.order.Peek()
	if tx == nil {
		return nil
	}
	return tx.Tx
}

// Sender is the sender of a transaction that Peek gave; the pool recovered it on admission.
func (q *Pending) Sender(tx *types.Transaction) (common.Address, error) {
	return types.Sender(q.signer, tx)
}

// Shift goes on with the sender's next transaction: the current one is in the block, or its nonce is used.
func (q *Pending) Shift() { q.order.Shift() }

// Pop leaves out the rest of the sender's transactions: the current one is not in the block.
func (q *Pending) Pop() { q.order.Pop() }

package tour

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Batch is what one batch of the tour came to.
type Batch struct {
	Number       hexutil.Uint64 `json:"number"`
	L1Txs        hexutil.Uint64 `json:"l1Transactions"`
	L2Txs        hexutil.Uint64 `json:"l2Transactions"`
	PubdataBytes hexutil.Uint64 `json:"pubdataBytes"`
	GuestCycles  hexutil.Uint64 `json:"guestCycles"`
	Proof        string         `json:"proof"`
	Commit       *common.Hash   `json:"commitTxHash"`
	Prove        *common.Hash   `json:"proveTxHash"`
	Execute      *common.Hash   `json:"executeTxHash"`
}

// CyclesPerTx is the guest's cycles for each transaction.
func (b *Batch) CyclesPerTx() uint64 { return uint64(b.GuestCycles) / max(uint64(b.L1Txs+b.L2Txs), 1) }

// noteBatches adds the L1 transactions that settled the batches of the tour, up to last.
func (t *tour) noteBatches(ctx context.Context, last uint64) error {
	for n := uint64(t.sealed) + 1; n <= last; n++ {
		var b *Batch
		if err := t.L2.CallContext(ctx, &b, "ashlar_batch", hexutil.Uint64(n)); err != nil {
			return err
		}
		if b == nil || b.Commit == nil || b.Prove == nil || b.Execute == nil {
			return fmt.Errorf("batch %d is not settled, although a later one is executed", n)
		}
		t.batches = append(t.batches, *b)
		for _, step := range []struct {
			name string
			hash common.Hash
		}{{"commit", *b.Commit}, {"prove", *b.Prove}, {"execute", *b.Execute}} {
			r, err := t.bridge.L1.TransactionReceipt(ctx, step.hash)
			if err != nil {
				return fmt.Errorf("%s transaction of batch %d: %w", step.name, n, err)
			}
			fee := new(big.Int).Mul(r.EffectiveGasPrice, new(big.Int).SetUint64(r.GasUsed))
			if r.BlobGasPrice != nil {
				fee.Add(fee, new(big.Int).Mul(r.BlobGasPrice, new(big.Int).SetUint64(r.BlobGasUsed)))
			}
			t.rows = append(t.rows, Row{Step: fmt.Sprintf("%s batch %d", step.name, n), Layer: "L1", Hash: step.hash, Gas: r.GasUsed, Fee: fee})
		}
	}
	return nil
}

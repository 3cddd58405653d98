package operator

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
)

// Caller simulates calls; l1.Client is one.
type Caller interface {
	CallContract(ctx context.Context, call ethereum.CallMsg, number *big.Int) ([]byte, error)
}

// Contract reads a chain's contract on L1 and its ValidatorTimelock.
type Contract struct {
	L1       Caller
	Chain    common.Address
	Timelock common.Address
}

// Totals are how far L1 is with the chain's batches: Committed ≥ Verified ≥ Executed.
type Totals struct{ Committed, Verified, Executed, PriorityOps uint64 }

// Totals reads the counters at a block; nil is the head.
func (c Contract) Totals(ctx context.Context, block *big.Int) (t Totals, err error) {
	for _, f := range []struct {
		name string
		to   *uint64
	}{
		{"getTotalBatchesCommitted", &t.Committed}, {"getTotalBatchesVerified", &t.Verified}, {"getTotalBatchesExecuted", &t.Executed},
		{"getTotalPriorityTxs", &t.PriorityOps},
	} {
		w, err := c.word(ctx, c.Chain, block, f.name)
		if err != nil {
			return t, err
		}
		*f.to = w.Big().Uint64()
	}
	return t, nil
}

// StoredBatchHash is what L1 keeps of a batch, zero when there is none.
func (c Contract) StoredBatchHash(ctx context.Context, batch uint64, block *big.Int) (common.Hash, error) {
	return c.word(ctx, c.Chain, block, "storedBatchHash", word(batch))
}

// ConfigHash is chainConfigHash as L1 has it.
func (c Contract) ConfigHash(ctx context.Context) (common.Hash, error) {
	return c.word(ctx, c.Chain, nil, "chainConfigHash")
}

// ChainID is the L2 chain id.
func (c Contract) ChainID(ctx context.Context) (uint64, error) {
	w, err := c.word(ctx, c.Chain, nil, "getChainId")
	return w.Big().Uint64(), err
}

// ExecutableAt is the L1 time from which the timelock lets a committed batch be executed, in seconds.
func (c Contract) ExecutableAt(ctx context.Context, batch uint64) (uint64, error) {
	delay, err := c.word(ctx, c.Timelock, nil, "executionDelay")
	if err != nil {
		return 0, err
	}
	committed, err := c.word(ctx, c.Timelock, nil, "getCommittedBatchTimestamp", c.Chain, word(batch))
	return committed.Big().Uint64() + delay.Big().Uint64(), err
}

func (c Contract) word(ctx context.Context, to common.Address, block *big.Int, name string, args ...any) (common.Hash, error) {
	input, err := contract.Pack(name, args...)
	if err != nil {
		return common.Hash{}, fmt.Errorf("encode %s: %w", name, err)
	}
	out, err := c.L1.CallContract(ctx, ethereum.CallMsg{To: &to, Data: input}, block)
	if err != nil {
		return common.Hash{}, fmt.Errorf("%s of %v: %w", name, to, err)
	}
	if len(out) != 32 {
		return common.Hash{}, fmt.Errorf("%s of %v: answer of %d bytes (is the address right, is the L1 node synced, was the contract there at L1's final block?): %w", name, to, len(out), ethereum.NotFound)
	}
	return common.Hash(out), nil
}

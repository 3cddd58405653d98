package operator

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// HeadCaller is an L1 that knows its newest block and answers about a block by its hash; l1.Client is one.
type HeadCaller interface {
	Caller
	Head(ctx context.Context) (l1.Ref, error)
	CallContractAtHash(ctx context.Context, call ethereum.CallMsg, block common.Hash) ([]byte, error)
}

// View is a chain's contract as it was in one block, by hash: its answers fit together, whichever of several L1 nodes gives them. A node that does not have the block, or on whose
// chain it is not any more, gives an error that passes.
type View struct {
	contract Contract
	block    l1.Ref
}

// Look is the contract at the head of L1.
func Look(ctx context.Context, client HeadCaller, chain, timelock common.Address) (View, error) {
	head, err := client.Head(ctx)
	return View{contract: Contract{L1: pinned{client, head.Hash}, Chain: chain, Timelock: timelock}, block: head}, err
}

// Block is the one that the view is of.
func (v View) Block() l1.Ref { return v.block }

// Totals are the counters.
func (v View) Totals(ctx context.Context) (Totals, error) { return v.contract.Totals(ctx, nil) }

// StoredBatchHash is what L1 keeps of a batch, zero when there is none.
func (v View) StoredBatchHash(ctx context.Context, batch uint64) (common.Hash, error) {
	return v.contract.StoredBatchHash(ctx, batch, nil)
}

// ExecutableAt is the L1 time, in seconds, from which the batch may be executed.
func (v View) ExecutableAt(ctx context.Context, batch uint64) (uint64, error) {
	return v.contract.ExecutableAt(ctx, batch)
}

// pinned answers every call at one block.
type pinned struct {
	HeadCaller
	block common.Hash
}

// CallContract implements Caller.
func (p pinned) CallContract(ctx context.Context, call ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	return p.HeadCaller.CallContractAtHash(ctx, call, p.block)
}

package operator

import (
	"bytes"
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Queue is the priority queue of a chain and whether the chain is in priority mode.
type Queue struct {
	PriorityMode bool
	First        uint64 // number of the operation that waits longest
	Count        uint64 // operations that were ever requested: the number of the next one
	ExpiresAt    uint64 // of First, seconds; 0 when none waits
}

// Waiting is how many operations wait.
func (q *Queue) Waiting() uint64 { return q.Count - q.First }

// Overdue reports whether anybody may activate priority mode at this L1 time.
func (q *Queue) Overdue(now uint64) bool { return q.Waiting() > 0 && q.ExpiresAt < now }

// Queue reads the priority queue at a block; nil is the head.
func (c Contract) Queue(ctx context.Context, block *big.Int) (q Queue, err error) {
	mode, err := c.word(ctx, c.Chain, block, "isPriorityMode")
	if err != nil {
		return q, err
	}
	q.PriorityMode = mode != common.Hash{}
	first, err := c.word(ctx, c.Chain, block, "getFirstUnprocessedPriorityTx")
	if err != nil {
		return q, err
	}
	count, err := c.word(ctx, c.Chain, block, "getTotalPriorityTxs")
	if err != nil {
		return q, err
	}
	if q.First, q.Count = first.Big().Uint64(), count.Big().Uint64(); q.First > q.Count { // two calls, and L1 went on in between
		q.Count = q.First
	}
	if q.Waiting() == 0 {
		return q, nil
	}
	expires, err := c.word(ctx, c.Chain, block, "getPriorityTxExpiration", word(q.First))
	q.ExpiresAt = expires.Big().Uint64()
	return q, err
}

// Activate is the call that activates priority mode, made to the chain contract.
func Activate() []byte { return contract.Methods[activateCall].ID }

// Settle is the call that commits, proves and executes batches after last in priority mode, made to the chain contract.
func Settle(last *rollup.StoredBatchInfo, batches []Committed, proof []*big.Int) ([]byte, error) {
	if len(batches) == 0 {
		return nil, errNoBatches
	}
	list := make([]abiCommit, len(batches))
	for i := range batches {
		list[i] = toCommit(&batches[i])
	}
	return permissionless.Pack(settleCall, toStored(last), list, proof)
}

// DecodeSettle reads the call data of a transaction to the chain contract that settles batches in priority mode. Only what Settle would write is accepted, and the contract accepts nothing else.
func DecodeSettle(chain common.Address, callData []byte) (*Commitment, error) {
	method := permissionless.Methods[settleCall]
	if len(callData) < 4 || !bytes.Equal(callData[:4], method.ID) {
		return nil, fmt.Errorf("not a settlement in priority mode: %w", rollup.ErrEncoding)
	}
	var call struct {
		Stored  abiStored
		Batches []abiCommit
		Proof   []*big.Int
	}
	if err := unpack(method.Inputs, callData[4:], &call); err != nil {
		return nil, fmt.Errorf("settlement in priority mode: %w", err)
	}
	c, err := fromABI(chain, &call.Stored, call.Batches)
	if err != nil {
		return nil, err
	}
	again, err := Settle(&c.Last, c.Batches, call.Proof)
	if err != nil || !bytes.Equal(again, callData) {
		return nil, fmt.Errorf("settlement in priority mode: not canonical: %w", rollup.ErrEncoding)
	}
	return c, nil
}

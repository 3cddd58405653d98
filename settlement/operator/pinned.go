package operator

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// HeadCaller is an L1 that knows its newest block; l1.Client is one.
type HeadCaller interface {
	Caller
	Head(ctx context.Context) (l1.Ref, error)
}

// Head is a contract read at the head of L1, with the head itself.
type Head struct {
	Contract
	Client HeadCaller
}

// AtHead reads a chain's contract over a client.
func AtHead(client HeadCaller, chain, timelock common.Address) Head {
	return Head{Contract: Contract{L1: client, Chain: chain, Timelock: timelock}, Client: client}
}

// Totals are the counters now.
func (h Head) Totals(ctx context.Context) (Totals, error) { return h.Contract.Totals(ctx, nil) }

// StoredBatchHash is what L1 keeps of a batch now.
func (h Head) StoredBatchHash(ctx context.Context, batch uint64) (common.Hash, error) {
	return h.Contract.StoredBatchHash(ctx, batch, nil)
}

// Head is the newest block of L1.
func (h Head) Head(ctx context.Context) (l1.Ref, error) { return h.Client.Head(ctx) }

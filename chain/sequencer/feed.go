package sequencer

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"
)

// NewBlock is a block that became durable. Its contents are shared: nobody may change them.
type NewBlock struct {
	Ref      store.BlockRef
	Header   *types.Header
	Receipts []*stf.Receipt // logs with their places
}

// FeedChain is what a feed reads; *store.Store is one.
type FeedChain interface {
	Head() store.BlockRef
	Wait(ctx context.Context, after uint64) (store.BlockRef, error)
	Ref(number uint64) (store.BlockRef, error)
	Header(number uint64) (*types.Header, error)
	Receipts(number uint64) ([]*stf.Receipt, error)
}

// Feed tells subscribers of every block in order. Each subscriber has its own place in the chain and reads on from there: a slow one holds up neither
// block production nor the others, and misses nothing.
type Feed struct {
	ctx    context.Context // of the subscriptions, which outlive the calls that make them
	chain  FeedChain
	recent *lru.Cache[uint64, *NewBlock]
}

// recentBlocks is how many blocks are kept decoded for subscribers that are about equally far.
const recentBlocks = 64

// NewFeed is a feed of chain; its subscriptions end with ctx.
func NewFeed(ctx context.Context, chain FeedChain) *Feed {
	return &Feed{ctx: ctx, chain: chain, recent: lru.NewCache[uint64, *NewBlock](recentBlocks)}
}

// Subscribe sends every block above the present head to ch. It ends when it is unsubscribed, with the feed's context, or with an error of the chain.
func (f *Feed) Subscribe(ch chan<- *NewBlock) event.Subscription {
	after := f.chain.Head().Number
	return event.NewSubscription(func(quit <-chan struct{}) error {
		ctx, cancel := context.WithCancel(f.ctx)
		defer cancel()
		go func() {
			defer cancel()
			select {
			case <-quit:
			case <-ctx.Done():
			}
		}()
		err := f.follow(ctx, after, ch)
		if ctx.Err() != nil {
			return nil
		}
		return err
	})
}

func (f *Feed) follow(ctx context.Context, after uint64, ch chan<- *NewBlock) error {
	for {
		head, err := f.chain.Wait(ctx, after)
		if err != nil {
			return err
		}
		for ; after < head.Number; after++ {
			block, err := f.read(after + 1)
			if err != nil {
				return fmt.Errorf("feed: %w", err)
			}
			select {
			case ch <- block:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

func (f *Feed) read(number uint64) (*NewBlock, error) {
	ref, err := f.chain.Ref(number)
	if err != nil {
		return nil, err
	}
	if b, ok := f.recent.Get(number); ok && b.Ref == ref {
		return b, nil
	}
	header, err1 := f.chain.Header(number)
	receipts, err2 := f.chain.Receipts(number)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	b := &NewBlock{ref, header, receipts}
	f.recent.Add(number, b)
	return b, nil
}

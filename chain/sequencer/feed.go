package sequencer

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
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
	Wait(ctx context.Context, after uint64) (store.BlockRef, error)
	Ref(number uint64) (store.BlockRef, error)
	Header(number uint64) (*types.Header, error)
	Receipts(number uint64) ([]*stf.Receipt, error)
}

// Feed tells subscribers of every block in order. It reads the chain after the fact, so block production never waits for a subscriber.
type Feed struct {
	chain FeedChain
	feed  event.FeedOf[*NewBlock]
}

// NewFeed is a feed of chain; Run moves it.
func NewFeed(chain FeedChain) *Feed { return &Feed{chain: chain} }

// Subscribe sends new blocks to ch until the subscription ends. Subscribers wait for each other.
func (f *Feed) Subscribe(ch chan<- *NewBlock) event.Subscription { return f.feed.Subscribe(ch) }

// Run tells of every block above after until ctx ends.
func (f *Feed) Run(ctx context.Context, after uint64) error {
	for {
		head, err := f.chain.Wait(ctx, after)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		for ; after < head.Number; after++ {
			block, err := f.read(after + 1)
			if err != nil {
				return fmt.Errorf("feed: %w", err)
			}
			f.feed.Send(block)
		}
	}
}

func (f *Feed) read(number uint64) (*NewBlock, error) {
	ref, err1 := f.chain.Ref(number)
	header, err2 := f.chain.Header(number)
	receipts, err3 := f.chain.Receipts(number)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	return &NewBlock{ref, header, receipts}, nil
}

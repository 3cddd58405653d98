package batch

import (
	"context"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// A follower comes to the batches that the sequencer sealed, and to nothing else.
func TestFollowBatches(t *testing.T) {
	leader := newChain(t)
	s := leader.sealer(&native{})
	var published []*record.Batch
	s.cfg.Publish = func(_ context.Context, b *store.SealedBatch) error {
		if last, err := leader.store.LastBatch(); err == nil && last.Number >= b.Number {
			t.Errorf("batch %d is kept before it is published", b.Number)
		}
		published = append(published, Record(b))
		return nil
	}
	follower := newChain(t)
	for _, c := range []*chain{leader, follower} {
		c.block(c.deposit(0), c.tx(common.HexToAddress("0xaa"), 1))
		c.block(c.tx(counterAddress, 0))
	}
	mustSeal(t, s)
	for _, c := range []*chain{leader, follower} {
		c.block(c.tx(counterAddress, 0))
	}
	mustSeal(t, s)
	f := follower.sealer(nil)
	for what, change := range map[string]func(*record.Batch){
		"another state": func(b *record.Batch) { b.StateAfter[0]++ }, "another public input": func(b *record.Batch) { b.PublicInput[0]++ }, "another guest": func(b *record.Batch) { b.GuestOutput[0]++ },
		"fewer blocks": func(b *record.Batch) { b.LastBlock-- },
	} {
		bad := *published[0]
		change(&bad)
		if err := f.Follow(t.Context(), &bad); !errors.Is(err, ErrDisagreement) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := f.Follow(t.Context(), published[1]); !errors.Is(err, store.ErrOrder) {
		t.Errorf("a gap: %v", err)
	}
	for _, b := range []*record.Batch{published[0], published[0], published[1], published[0]} {
		if err := f.Follow(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	other := *published[0]
	other.StateAfter[0]++
	if err := f.Follow(t.Context(), &other); !errors.Is(err, ErrDisagreement) {
		t.Errorf("a sealed batch becomes another: %v", err)
	}
	for n := uint64(1); n <= 2; n++ {
		want, err1 := leader.store.Batch(n)
		got, err2 := follower.store.Batch(n)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if got.StateAfter != want.StateAfter || got.PublicInput != want.PublicInput || got.Output != want.Output || got.GuestCycles != want.GuestCycles || got.SealedAt != want.SealedAt || got.Reason != want.Reason {
			t.Errorf("batch %d: %+v, want %+v", n, got.Batch, want.Batch)
		}
	}
}

// A batch that cannot be published is not sealed.
func TestUnpublishedIsNotSealed(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	deposed := errors.New("deposed")
	s.cfg.Publish = func(context.Context, *store.SealedBatch) error { return deposed }
	c.block(c.tx(counterAddress, 0))
	if _, err := s.Seal(t.Context(), true); !errors.Is(err, deposed) {
		t.Fatal(err)
	}
	if _, err := c.store.LastBatch(); !errors.Is(err, store.ErrNotFound) {
		t.Fatal(err)
	}
	s.cfg.Publish = nil
	mustSeal(t, s)
}

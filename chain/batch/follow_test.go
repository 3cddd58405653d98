package batch

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// A follower comes to the batches that the sequencer sealed, and to nothing else, whether it still has what its blocks gave or executes them again.
func TestFollowBatches(t *testing.T) {
	for name, again := range map[string]bool{"results": false, "executed again": true} {
		t.Run(name, func(t *testing.T) { followBatches(t, again) })
	}
}

func followBatches(t *testing.T, again bool) {
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
	var results []*stf.BlockResult
	both := func(txs func(*chain) [][]byte) {
		leader.block(txs(leader)...)
		results = append(results, follower.block(txs(follower)...))
	}
	both(func(c *chain) [][]byte { return [][]byte{c.deposit(0), c.tx(common.HexToAddress("0xaa"), 1)} })
	both(func(c *chain) [][]byte { return [][]byte{c.tx(counterAddress, 0)} })
	mustSeal(t, s)
	both(func(c *chain) [][]byte { return [][]byte{c.tx(counterAddress, 0)} })
	mustSeal(t, s)
	f := follower.sealer(nil)
	follow := func(b *record.Batch) error {
		if again || b.LastBlock > uint64(len(results)) {
			return f.Follow(b, nil)
		}
		return f.Follow(b, results[b.FirstBlock-1:b.LastBlock])
	}
	for what, change := range map[string]func(*record.Batch){
		"another state": func(b *record.Batch) { b.StateAfter[0]++ }, "another public input": func(b *record.Batch) { b.PublicInput[0]++ }, "another guest": func(b *record.Batch) { b.GuestOutput[0]++ },
		"fewer blocks": func(b *record.Batch) { b.LastBlock-- },
	} {
		bad := *published[0]
		change(&bad)
		if err := follow(&bad); !errors.Is(err, ErrDisagreement) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := f.Follow(published[0], results); !errors.Is(err, store.ErrOrder) {
		t.Errorf("results of other blocks: %v", err)
	}
	if err := follow(published[1]); !errors.Is(err, store.ErrOrder) {
		t.Errorf("a gap: %v", err)
	}
	for _, b := range []*record.Batch{published[0], published[0], published[1], published[0]} {
		if err := follow(b); err != nil {
			t.Fatal(err)
		}
	}
	other := *published[0]
	other.StateAfter[0]++
	if err := follow(&other); !errors.Is(err, ErrDisagreement) {
		t.Errorf("a sealed batch becomes another: %v", err)
	}
	for n := uint64(1); n <= 2; n++ {
		want, err1 := leader.store.Batch(n)
		got, err2 := follower.store.Batch(n)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("batch %d: %+v, want %+v", n, got, want)
		}
		root, err := f.tree.Root(n)
		if err != nil || common.Hash(root.Bytes()) != want.TreeRoot {
			t.Errorf("batch %d: the tree is at %v, %v", n, root, err)
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

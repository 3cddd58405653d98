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

// A batch that another node has cut is sealed as it was cut and as nothing else, and the next one is cut after it.
func TestSealAs(t *testing.T) {
	leader, other := newChain(t), newChain(t)
	both := func(txs func(*chain) [][]byte) {
		for _, c := range []*chain{leader, other} {
			c.block(txs(c)...)
		}
	}
	both(func(c *chain) [][]byte { return [][]byte{c.deposit(0), c.tx(common.HexToAddress("0xaa"), 1)} })
	both(func(c *chain) [][]byte { return [][]byte{c.tx(counterAddress, 0)} })
	s := leader.sealer(&native{})
	mustSeal(t, s)
	both(func(c *chain) [][]byte { return [][]byte{c.tx(counterAddress, 0)} })
	mustSeal(t, s)
	var batches []*store.SealedBatch
	for n := uint64(1); n <= 2; n++ {
		b, err := leader.store.Batch(n)
		if err != nil {
			t.Fatal(err)
		}
		batches = append(batches, b)
	}
	o := other.sealer(&native{})
	for what, bad := range map[string]struct {
		change func(*record.Batch)
		want   error
	}{
		"another state":        {func(b *record.Batch) { b.StateAfter[0]++ }, ErrDisagreement},
		"another public input": {func(b *record.Batch) { b.PublicInput[0]++ }, ErrDisagreement},
		"another guest":        {func(b *record.Batch) { b.GuestOutput[0]++ }, ErrDisagreement},
		"fewer blocks":         {func(b *record.Batch) { b.LastBlock-- }, ErrDisagreement},
		"more blocks":          {func(b *record.Batch) { b.LastBlock++ }, ErrDisagreement},
		"no block":             {func(b *record.Batch) { b.LastBlock = 0 }, store.ErrOrder},
		"the genesis":          {func(b *record.Batch) { b.FirstBlock-- }, store.ErrOrder},
		"a gap":                {func(b *record.Batch) { b.FirstBlock++ }, store.ErrOrder},
		"the second first":     {func(b *record.Batch) { b.Number++ }, store.ErrOrder},
		"blocks to come":       {func(b *record.Batch) { b.LastBlock = 9 }, store.ErrNotFound},
	} {
		r := Record(batches[0])
		bad.change(r)
		if err := o.SealAs(t.Context(), r); !errors.Is(err, bad.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	liar := other.sealer(&native{fault: func(_ int, output common.Hash) (common.Hash, error) { output[0]++; return output, nil }})
	if err := liar.SealAs(t.Context(), Record(batches[0])); !errors.Is(err, ErrDisagreement) {
		t.Errorf("another guest here: %v", err)
	}
	if _, err := other.store.LastBatch(); !errors.Is(err, store.ErrNotFound) {
		t.Fatal(err)
	}
	if err := o.SealAs(t.Context(), Record(batches[0])); err != nil {
		t.Fatal(err)
	}
	if err := o.SealAs(t.Context(), Record(batches[0])); !errors.Is(err, store.ErrOrder) {
		t.Errorf("once more: %v", err)
	}
	if err := o.Recover(); err != nil {
		t.Fatal(err)
	}
	mustSeal(t, o)
	for _, want := range batches {
		got, err := other.store.Batch(want.Number)
		if err != nil {
			t.Fatal(err)
		}
		if got.SealedAt = want.SealedAt; !reflect.DeepEqual(got, want) {
			t.Errorf("batch %+v, want %+v", got, want)
		}
		root, err := o.tree.Root(want.Number)
		if err != nil || common.Hash(root.Bytes()) != want.TreeRoot {
			t.Errorf("batch %d: the tree is at %v, %v", want.Number, root, err)
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

package batch

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// outside is the state of the chain's genesis, without its stores.
func (c *chain) outside() (Outside, *derive.Memory) {
	c.t.Helper()
	before, err := c.store.ChainStateAt(0)
	if err != nil {
		c.t.Fatal(err)
	}
	state, root, err := derive.NewMemory(c.genesis().Diff())
	if err != nil {
		c.t.Fatal(err)
	}
	before.TreeRoot = root
	cfg := c.genesis().Config
	return Outside{Chain: &cfg, Before: before, Pre: state, Tree: state}, state
}

func (c *chain) blocks(first, last uint64) (blocks []*rollup.Block) {
	c.t.Helper()
	for n := first; n <= last; n++ {
		b, err := c.store.Block(n)
		if err != nil {
			c.t.Fatal(err)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// Batches that are made outside of a node are those that the node makes, and their guest is given the same input.
func TestSealOutsideIsWhatTheNodeSeals(t *testing.T) {
	c := newChain(t)
	inside, outside := &keeper{}, &keeper{}
	s := c.sealer(inside)
	at, state := c.outside()
	for n := range uint64(3) {
		c.block(c.deposit(n), c.tx(counterAddress, 0))
		c.block(c.tx(common.Address{0xaa, byte(n)}, 5), c.tx(counterAddress, 0))
		mustSeal(t, s)
		want, err := c.store.Batch(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		got, result, err := SealOutside(t.Context(), s.cfg, at, noBlobs{}, outside, n+1, c.blocks(2*n+1, 2*n+2))
		if err != nil {
			t.Fatal(err)
		}
		want.Reason, want.SealedAt = got.Reason, got.SealedAt
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("batch %d:\n%+v\nwant\n%+v", n+1, got, want)
		}
		if !reflect.DeepEqual(inside.inputs, outside.inputs) {
			t.Fatalf("batch %d: another input", n+1)
		}
		after := result.After
		if after.TreeRoot, err = state.Apply(n+1, &result.Diff); err != nil || after.Commitment() != want.StateAfter {
			t.Fatalf("batch %d: state after it %v, %v", n+1, after.Commitment(), err)
		}
		at.Before = &after
	}
}

func TestSealOutsideWithoutMachine(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	c.block(c.deposit(0))
	at, _ := c.outside()
	got, _, err := SealOutside(t.Context(), s.cfg, at, noBlobs{}, nil, 1, c.blocks(1, 1))
	if want := mustSeal(t, s); err != nil || got.PublicInput != want.PublicInput || got.GuestCycles != 0 {
		t.Fatalf("%+v, %v", got, err)
	}
}

type badBlobs struct{}

func (badBlobs) VersionedHashes([]byte) ([]common.Hash, error) { return nil, errNoHashes }

var errNoHashes = errors.New("no hashes")

func TestSealOutsideRefuses(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	c.block(c.deposit(0))
	c.block(c.deposit(1))
	for name, test := range map[string]struct {
		change  func(at *Outside, cfg *Config)
		machine Machine
		da      DataAvailability
		blocks  []*rollup.Block
		want    error
	}{
		"guest disagrees": {machine: &native{fault: func(_ int, o common.Hash) (common.Hash, error) { o[0] ^= 1; return o, nil }}, want: ErrDisagreement},
		"guest too long":  {machine: &native{fault: func(_ int, o common.Hash) (common.Hash, error) { return o, ErrTooLong }}, want: ErrTooLong},
		"no blobs":        {da: badBlobs{}, want: errNoHashes},
		"no blocks":       {blocks: []*rollup.Block{}},
		"wrong block":     {blocks: c.blocks(2, 2)},
		"unknown scheme":  {change: func(_ *Outside, cfg *Config) { cfg.Scheme = 0 }, want: rollup.ErrEncoding},
		"other tree":      {change: func(at *Outside, _ *Config) { at.Tree = &derive.Memory{} }},
	} {
		at, _ := c.outside()
		cfg := s.cfg
		if test.change != nil {
			test.change(&at, &cfg)
		}
		if test.machine == nil {
			test.machine = &native{}
		}
		if test.da == nil {
			test.da = noBlobs{}
		}
		if test.blocks == nil {
			test.blocks = c.blocks(1, 1)
		}
		sealed, _, err := SealOutside(context.Background(), cfg, at, test.da, test.machine, 1, test.blocks)
		if err == nil || sealed != nil || (test.want != nil && !errors.Is(err, test.want)) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if _, err := c.store.LastBatch(); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("something was stored: %v", err)
	}
}

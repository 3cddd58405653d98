package rejoin

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/escape"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

var timelock = common.Address{0x77}

// unsealed is a node that has the block of the operator's batch on L1, and has not heard of the batch.
func unsealed(t *testing.T, e *ethereum1) *Config {
	t.Helper()
	c := empty(t, e)
	if err := c.Store.AppendBlock(e.made); err != nil {
		t.Fatal(err)
	}
	return c
}

// hasBatch reports whether the node has L1's batch; anything else than that or no batch at all is a failure.
func hasBatch(t *testing.T, c *Config, e *ethereum1) bool {
	t.Helper()
	b, err := c.Store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return false
	}
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := b.Stored(), e.batch.Stored()
	root, err := c.Tree.Root(1)
	if err != nil || ours.Hash() != theirs.Hash() || b.FirstBlock != 1 || b.LastBlock != 1 || b.PublicInput != e.batch.PublicInput || root.Bytes() != e.batch.TreeRoot {
		t.Fatalf("batch %+v, L1 has %+v, root %v, %v", b, e.batch, root, err)
	}
	return true
}

// The operator's last batch is on L1, whatever L1 has done with it since, and its blocks are here: it is sealed, and the node may go on.
func TestAdopt(t *testing.T) {
	for executed := range uint64(2) {
		e := settledL1(t, timelock, nil)
		e.executed = executed
		c := unsealed(t, e)
		head := c.Store.Head()
		for range 2 { // the second time there is nothing to do
			if err := Rejoin(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			if !hasBatch(t, c, e) || c.Store.Head() != head {
				t.Fatalf("head %+v, it was %+v", c.Store.Head(), head)
			}
		}
	}
}

// What L1 has is not what the node's blocks give, or L1 cannot show it: the node does not start, and is as it was.
func TestAdoptRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		node   func(*testing.T, *ethereum1) *Config
		block  func(*rollup.Block)
		change func(*testing.T, *ethereum1)
	}{
		"the block is not here": {node: empty},
		"another block":         {node: unsealed, block: func(b *rollup.Block) { b.Env.PrevRandao = common.Hash{1} }},
		"a block of our own": {node: func(t *testing.T, e *ethereum1) *Config {
			c := empty(t, e)
			before, err := c.Store.ChainStateAt(0)
			if err != nil {
				t.Fatal(err)
			}
			made, err := escape.Block(c.Store.Genesis(), rollup.DACalldata, before, c.Store.HeadState(), 5000, rescuer, []rollup.CanonicalTx{*operation(0)})
			if err == nil {
				err = c.Store.AppendBlock(made)
			}
			if err != nil {
				t.Fatal(err)
			}
			return c
		}},
		"L1 stores another": {node: unsealed, change: func(_ *testing.T, e *ethereum1) { e.stored[1] = common.Hash{9} }},
		"a forged call": {node: unsealed, change: func(t *testing.T, e *ethereum1) {
			told := operator.Describe(&e.batch.Batch, e.batch.Pubdata)
			told.StateAfter[0] ^= 1
			data, err := operator.Commit(contract, &e.genesis, []operator.Committed{told})
			if err != nil {
				t.Fatal(err)
			}
			e.tx = types.NewTx(&types.DynamicFeeTx{To: &timelock, Data: data})
			stored := told.Stored()
			e.stored[1] = stored.Hash() // the contract would have taken it
		}},
		"another call": {node: unsealed, change: func(_ *testing.T, e *ethereum1) {
			e.tx = types.NewTx(&types.DynamicFeeTx{To: &timelock, Data: []byte{1, 2, 3, 4}})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			e := settledL1(t, timelock, test.block)
			e.executed = 0
			c := test.node(t, e)
			if test.change != nil {
				test.change(t, e)
			}
			head := c.Store.Head()
			if err := Rejoin(t.Context(), c); !errors.Is(err, ErrOvertaken) {
				t.Errorf("error %v", err)
			}
			if b, err := c.Store.LastBatch(); c.Store.Head() != head || !errors.Is(err, store.ErrNotFound) {
				t.Errorf("head %+v, batch %+v, %v", c.Store.Head(), b, err)
			}
		})
	}
}

// Whichever question L1 does not answer: either nothing is known of the batch, and the node knows that it could not ask, or the batch is here.
func TestAdoptWhileL1FallsSilent(t *testing.T) {
	e := settledL1(t, timelock, nil)
	e.executed = 0
	for n, unasked := 1, true; ; n++ {
		c := unsealed(t, e)
		l := &silent{ethereum1: e, not: n}
		c.L1 = l
		err := Rejoin(t.Context(), c)
		if l.asked < n {
			if n < 8 || err != nil {
				t.Fatalf("after %d questions: %v", l.asked, err)
			}
			return
		}
		if errors.Is(err, ErrUnasked) && unasked && !hasBatch(t, c, e) {
			continue
		}
		unasked = false
		if err != nil || !hasBatch(t, c, e) {
			t.Fatalf("question %d: %v", n, err)
		}
	}
}

package sequencer

import (
	"errors"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Where the history begins with a state whose block nobody knows, the first block is made at once, empty, on the hash that L1 tells; the next ones only hold what there is.
func TestFirstBlockOfARebuiltChain(t *testing.T) {
	disk, genesis := vfs.NewMem(), testGenesis(2)
	r, err := store.StartRebuild(store.Config{Dir: "chain", FS: disk}, genesis)
	if err != nil {
		t.Fatal(err)
	}
	after, last := genesis.ChainState(), common.Hash{0xb5}
	for n := uint64(1); n <= 5; n++ {
		after.Push(n, 1_700_000_100, common.Hash{0xb0 + byte(n)})
	}
	if after.TreeRoot, err = r.Apply(1, &rollup.StateDiff{}); err != nil {
		t.Fatal(err)
	}
	b := &store.SealedBatch{Batch: rollup.Batch{Number: 1, FirstBlock: 1, LastBlock: 5, Output: rollup.BatchOutput{LastBlockTimestamp: 1_700_000_100, NumL1Txs: 3}}}
	if err := errors.Join(r.Keep(b, after), r.Finish(store.L1Progress{Executed: 1, Proven: 1, Committed: 1}), r.Close()); err != nil {
		t.Fatal(err)
	}
	n := newNode(t, disk, genesis, nil)
	defer n.close(t)
	first, err := n.Step()
	if err != nil || first == nil {
		t.Fatalf("no first block: %v", err)
	}
	if h := first.Header; h.Number.Uint64() != 6 || h.ParentHash != last || h.Time != 1_700_000_100 || len(first.Block.Txs) != 0 || h.BaseFee.Uint64() < minBaseFee {
		t.Errorf("the first block is %+v", h)
	}
	n.step(t, 0)
	n.send(t, 0, 0, nil)
	n.step(t, 1)
	if head := n.store.Head(); head.Number != 7 || head.PriorityOps != 3 {
		t.Errorf("head %+v", head)
	}
}

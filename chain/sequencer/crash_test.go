package sequencer

import (
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

const crashBlocks = 5

// drive makes n produce the test chain: every block has one priority operation and one transfer of account 0. What is still to do follows from the chain.
func drive(t *testing.T, n *node, after func()) {
	t.Helper()
	for len(n.queue.ops) < crashBlocks {
		n.queue.deposit(nil)
	}
	n.config.Limits.Txs = 2
	for n.store.Head().Number < crashBlocks {
		// One operation at a time, so that a chain that is interrupted has the same blocks.
		whole := n.queue.ops
		n.queue.ops = whole[:n.store.Head().PriorityOps+1]
		n.send(t, 0, n.store.Head().Number, nil)
		n.step(t, 2)
		n.queue.ops = whole
		after()
	}
}

// The machine may stop before any disk operation, losing what was not synced or keeping it; afterwards the chain goes on to the same end: no operation
// is lost or repeated, no acknowledged block is missing.
func TestCrashAnywhereAndGoOn(t *testing.T) {
	whole := newNode(t, vfs.NewMem(), testGenesis(1), nil)
	drive(t, whole, func() {})
	want := whole.store.Head()
	whole.close(t)
	for _, unsynced := range []int{0, 100} {
		for stop := 0; ; stop += 3 {
			disk, acknowledged := crash(t, stop, unsynced)
			if disk == nil {
				break
			}
			n := newNode(t, disk, testGenesis(1), nil)
			if got := n.store.Head().Number; got < acknowledged {
				t.Fatalf("stop at %d: block %d was acknowledged, the head is %d", stop, acknowledged, got)
			}
			drive(t, n, func() {})
			if got := n.store.Head(); got != want {
				t.Fatalf("stop at %d: the chain ends in %+v, without a crash in %+v", stop, got, want)
			}
			n.close(t)
		}
	}
}

// crash runs the test chain and returns the disk as it is before write operation number stop; nil when there are fewer.
func crash(t *testing.T, stop, unsynced int) (disk *vfs.MemFS, acknowledged uint64) {
	t.Helper()
	base := vfs.NewCrashableMem()
	var mu sync.Mutex
	at, head := 0, uint64(0)
	fs := errorfs.Wrap(base, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() != errorfs.OpIsWrite {
			return nil
		}
		mu.Lock()
		defer mu.Unlock()
		if at == stop {
			disk, acknowledged = base.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: unsynced, RNG: rand.New(rand.NewPCG(1, uint64(stop)))}), head
		}
		at++
		return nil
	}))
	n := newNode(t, fs, testGenesis(1), nil)
	drive(t, n, func() {
		mu.Lock()
		defer mu.Unlock()
		head = n.store.Head().Number
	})
	n.close(t)
	return disk, acknowledged
}

var errInjected = errors.New("injected")

// faultyChain fails an append before or after it takes effect.
type faultyChain struct {
	*store.Store
	failBefore, failAfter bool
}

func (c *faultyChain) BeginBlock(res *stf.BlockResult) error {
	if c.failBefore {
		return errInjected
	}
	err := c.Store.BeginBlock(res)
	if c.failAfter && err == nil {
		err = errInjected
	}
	return err
}

// An append whose outcome is unknown is not repeated blindly: the next block follows what is durable, and the pool offers nothing twice.
func TestAppendFails(t *testing.T) {
	n := startNode(t, 1, nil)
	chain := &faultyChain{Store: n.store, failBefore: true}
	n.Chain = chain
	n.queue.deposit(nil)
	n.send(t, 0, 0, nil)
	if _, err := n.Step(); !errors.Is(err, errInjected) || n.store.Head().Number != 0 {
		t.Fatalf("head %+v, %v", n.store.Head(), err)
	}
	chain.failBefore, chain.failAfter = false, true
	if _, err := n.Step(); !errors.Is(err, errInjected) || n.store.Head().Number != 1 {
		t.Fatalf("head %+v, %v", n.store.Head(), err)
	}
	chain.failAfter = false
	n.step(t, 0)
	n.queue.deposit(nil)
	n.send(t, 0, 1, nil)
	n.step(t, 2)
	if head := n.store.Head(); head.PriorityOps != 2 || head.Txs != 4 {
		t.Fatalf("head %+v", head)
	}
}

package sequencer

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// step makes a block with want transactions; 0 means that there must be none.
func (n *node) step(t *testing.T, want int) *stf.BlockResult {
	t.Helper()
	res, err := n.Step()
	if err != nil {
		t.Fatal(err)
	}
	if res == nil && want == 0 {
		return nil
	}
	if res == nil {
		t.Fatalf("no block, want %d transactions", want)
	}
	if len(res.Block.Txs) != want {
		for _, r := range res.Receipts {
			t.Logf("type %d status %d gas %d pubdata %d %s", r.Type, r.Status, r.GasUsed, r.PubdataBytes, r.Failure)
		}
		t.Fatalf("block with %d transactions, want %d", len(res.Block.Txs), want)
	}
	return res
}

func balance(t *testing.T, s *store.Store, number uint64, addr common.Address) *uint256.Int {
	t.Helper()
	state, err := s.StateAt(number)
	if err != nil {
		t.Fatal(err)
	}
	a, err := state.Account(addr)
	if err != nil {
		t.Fatal(err)
	}
	return &a.Balance
}

func TestTransfersToBlocksToHistory(t *testing.T) {
	n := startNode(t, 3, nil)
	n.step(t, 0)
	for nonce := range uint64(3) {
		for account := range 3 {
			n.send(t, account, nonce, nil)
		}
		n.step(t, 3)
	}
	n.step(t, 0)
	for number := uint64(0); number <= 3; number++ {
		if got := balance(t, n.store, number, sink).Uint64(); got != 3*number {
			t.Errorf("block %d: the sink has %d wei", number, got)
		}
	}
	if n.pool.Nonce(addressOf(testKey(0))) != 3 {
		t.Errorf("pending nonce %d", n.pool.Nonce(addressOf(testKey(0))))
	}
	if n.store.Head().Timestamp != 1_700_000_000 {
		t.Errorf("time %d", n.store.Head().Timestamp)
	}
	if balance(t, n.store, 3, operator).IsZero() {
		t.Error("the operator earned nothing")
	}
}

func TestTimeNeverGoesBack(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.EmptyBlocks = true })
	n.clock = n.clock.Add(9 * time.Second)
	n.step(t, 0)
	n.clock = n.clock.Add(-5 * time.Second)
	n.step(t, 0)
	if head := n.store.Head(); head.Number != 2 || head.Timestamp != 1_700_000_009 {
		t.Fatalf("head %+v", head)
	}
}

func TestPriorityOperationsComeFirstAndInOrder(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.Limits.Txs = 3 })
	n.send(t, 0, 0, nil)
	for range 4 {
		n.queue.deposit(nil)
	}
	first := n.step(t, 3)
	second := n.step(t, 2)
	for i, r := range append(first.Receipts, second.Receipts[:1]...) {
		if r.TxHash != n.queue.ops[i].Hash() || r.Status != 1 {
			t.Errorf("operation %d: status %d, %s", i, r.Status, r.Failure)
		}
	}
	if second.Receipts[1].Type != types.DynamicFeeTxType {
		t.Error("the user's transaction is not last")
	}
	if head := n.store.Head(); head.PriorityOps != 4 || head.L2ToL1Logs != 4 {
		t.Errorf("head %+v", head)
	}
}

func TestPriorityQueueMustHaveNoGap(t *testing.T) {
	n := startNode(t, 1, nil)
	n.queue.deposit(func(op *rollup.CanonicalTx) { op.Nonce = 1 })
	if _, err := n.Step(); err == nil || !strings.Contains(err.Error(), "priority operation 1 where 0 is next") {
		t.Fatalf("error %v", err)
	}
	n.queue.err = errors.New("no L1")
	if _, err := n.Step(); !errors.Is(err, n.queue.err) {
		t.Fatalf("error %v", err)
	}
	if n.store.Head().Number != 0 {
		t.Fatal("a block was made")
	}
}

func TestTransactionThatFitsNoBlockIsRefused(t *testing.T) {
	n := startNode(t, 3, func(c *Config) { c.Limits.PubdataBytes = 10_000 })
	large := n.send(t, 0, 0, writes(300)) // 300 slots of 35 bytes are more than a block holds
	n.send(t, 0, 1, nil)
	n.send(t, 1, 0, nil)
	n.send(t, 2, 0, nil)
	n.step(t, 2)
	if !errors.Is(n.pool.Refused(large), ErrTooMuchPubdata) {
		t.Errorf("reason for refusing: %v", n.pool.Refused(large))
	}
	n.step(t, 0)
	n.send(t, 0, 0, func(tx *types.DynamicFeeTx) { tx.GasTipCap, tx.GasFeeCap = big.NewInt(1), big.NewInt(3*minBaseFee) })
	n.step(t, 2)
}

func TestBlockLimits(t *testing.T) {
	t.Run("gas", func(t *testing.T) {
		n := startNode(t, 2, func(c *Config) { c.Limits.Gas = 150_000 })
		n.send(t, 0, 0, nil)
		n.send(t, 1, 0, nil)
		// Each asks for 100,000 gas and uses less than half: the second fits only a block that has 100,000 left.
		first := n.step(t, 2)
		if first.Header.GasUsed > 150_000 {
			t.Fatalf("gas used %d", first.Header.GasUsed)
		}
		n.send(t, 0, 1, func(tx *types.DynamicFeeTx) { tx.Gas = 150_000 })
		n.send(t, 1, 1, func(tx *types.DynamicFeeTx) { tx.Gas = 150_000 })
		n.step(t, 1)
		n.step(t, 1)
	})
	t.Run("transactions", func(t *testing.T) {
		n := startNode(t, 5, func(c *Config) { c.Limits.Txs = 2 })
		for i := range 5 {
			n.send(t, i, 0, nil)
		}
		n.step(t, 2)
		n.step(t, 2)
		n.step(t, 1)
	})
	t.Run("pubdata", func(t *testing.T) {
		n := startNode(t, 3, func(c *Config) { c.Limits.PubdataBytes = 10_000 })
		for i := range 3 {
			n.send(t, i, 0, writes(100)) // some 3,700 bytes each
		}
		if first := n.step(t, 2); first.PubdataBytes > 10_000 || first.PubdataBytes < 7000 {
			t.Errorf("pubdata %d", first.PubdataBytes)
		}
		n.step(t, 1)
	})
}

// An operation from L1 cannot be refused. If it would write more than a block can publish, it gets a block whose price makes it fail.
func TestPriorityOperationWithTooMuchPubdata(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.Limits.PubdataBytes = 10_000 })
	n.queue.deposit(nil)
	n.queue.deposit(func(op *rollup.CanonicalTx) { op.To, op.Data, op.GasLimit = writer, make([]byte, 300), 8_000_000 })
	n.queue.deposit(nil)
	n.send(t, 0, 0, nil)
	n.step(t, 1)
	alone := n.step(t, 1)
	if r := alone.Receipts[0]; r.Status != 0 || r.Failure != stf.FailurePubdata || r.TxHash != n.queue.ops[1].Hash() {
		t.Fatalf("receipt %+v", r)
	}
	if alone.Block.Env.GasPerPubdata <= 5 {
		t.Fatalf("price %d", alone.Block.Env.GasPerPubdata)
	}
	n.step(t, 2)
}

func TestPausesWhileSealingIsBehind(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.MaxUnsealedBlocks = 2 })
	for nonce := range uint64(3) {
		n.send(t, 0, nonce, nil)
		n.step(t, []int{1, 1, 0}[nonce])
	}
	if err := n.store.PutBatch(&store.SealedBatch{Batch: rollup.Batch{Number: 1, FirstBlock: 1, LastBlock: 1}}); err != nil {
		t.Fatal(err)
	}
	n.step(t, 1)
}

func TestHeldFromOutside(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.EmptyBlocks = true })
	n.send(t, 0, 0, nil)
	reason, broken := "a deposit is gone", error(nil)
	n.Hold = func() (string, error) { return reason, broken }
	for range 2 {
		if made, err := n.Step(); made != nil || err != nil {
			t.Fatalf("made %v, %v", made, err)
		}
	}
	broken = errors.New("disk")
	if _, err := n.Step(); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	reason, broken = "", nil
	n.step(t, 1)
}

func TestPricesFollowL1(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.EmptyBlocks = true })
	n.fees.Sample(fees.L1Prices{BlobBaseFee: *uint256.NewInt(10 * minBaseFee)})
	for want := uint64(6); want <= 13; want++ {
		n.step(t, 0)
		block, err := n.store.Block(n.store.Head().Number)
		if err != nil || block.Env.GasPerPubdata != min(want, 13) {
			t.Fatalf("price %+v, want %d, %v", block.Env, want, err)
		}
	}
}

func TestRestartGoesOn(t *testing.T) {
	disk := vfs.NewMem()
	n := newNode(t, disk, testGenesis(2), nil)
	n.queue.deposit(nil)
	n.send(t, 0, 0, nil)
	n.step(t, 2)
	head := n.store.Head()
	n.close(t)
	again := newNode(t, disk, testGenesis(2), nil)
	defer again.close(t)
	if again.store.Head() != head {
		t.Fatalf("head %+v, before %+v", again.store.Head(), head)
	}
	again.queue.ops = n.queue.ops
	again.queue.deposit(nil)
	again.send(t, 0, 1, nil)
	again.step(t, 2)
	if again.store.Head().PriorityOps != 2 {
		t.Fatalf("head %+v", again.store.Head())
	}
}

func TestFollow(t *testing.T) {
	n := startNode(t, 1, nil)
	follower := startNode(t, 1, nil)
	for nonce := range uint64(2) {
		n.queue.deposit(nil)
		n.send(t, 0, nonce, nil)
		n.step(t, 2)
	}
	first, _ := n.store.Block(1)
	second, _ := n.store.Block(2)
	following := Follow(follower.store)
	follow := func(b *rollup.Block, check func(*stf.BlockResult) error) (*stf.BlockResult, error) {
		p := stf.Prepare(&follower.store.Genesis().Config, b)
		p.Do(0, len(b.Txs))
		return following.Block(p, check)
	}
	if _, err := follow(second, nil); !errors.Is(err, store.ErrOrder) {
		t.Fatalf("a gap: %v", err)
	}
	for _, b := range []*rollup.Block{first, second, first} {
		if _, err := follow(b, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := follower.store.Flush(); err != nil {
		t.Fatal(err)
	}
	if follower.store.Head() != n.store.Head() {
		t.Fatalf("follower at %+v, sequencer at %+v", follower.store.Head(), n.store.Head())
	}
	other := *first
	other.Env.Timestamp++
	if _, err := follow(&other, nil); !errors.Is(err, store.ErrConflict) {
		t.Fatalf("another block 1: %v", err)
	}
	third := rollup.Block{Env: second.Env}
	third.Env.Number = 3
	wrong := errors.New("another state")
	if _, err := follow(&third, func(*stf.BlockResult) error { return wrong }); !errors.Is(err, wrong) || follower.store.Tip().Number != 2 {
		t.Fatalf("a block that gives something else: %v, last block %d", err, follower.store.Tip().Number)
	}
	invalid := rollup.Block{Env: second.Env, Txs: [][]byte{signed(t, 0, 9, nil)}}
	invalid.Env.Number = 3
	if _, err := follow(&invalid, nil); !errors.Is(err, stf.ErrInvalidBlock) {
		t.Fatalf("an invalid block: %v", err)
	}
}

// A block is published before it is kept; one that cannot be published was never made.
func TestPublishFirst(t *testing.T) {
	n := startNode(t, 1, nil)
	var published []uint64
	fail := errors.New("deposed")
	var answer error
	n.Publish = func(b *stf.BlockResult) error {
		if n.store.Tip().Number != b.Block.Env.Number-1 {
			t.Errorf("block %d is published when the chain is at %d", b.Block.Env.Number, n.store.Tip().Number)
		}
		published = append(published, b.Block.Env.Number)
		return answer
	}
	n.send(t, 0, 0, nil)
	n.step(t, 1)
	n.send(t, 0, 1, nil)
	answer = fail
	if _, err := n.Step(); !errors.Is(err, fail) || n.store.Tip().Number != 1 {
		t.Fatalf("last block %d, %v", n.store.Tip().Number, err)
	}
	answer = nil
	n.step(t, 1)
	if !slices.Equal(published, []uint64{1, 2, 2}) {
		t.Fatal(published)
	}
}

func TestRunOnDemandAndFeed(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.OnDemand, c.BlockTime = true, time.Hour })
	blocks := make(chan *NewBlock)
	sub := NewFeed(t.Context(), n.store).Subscribe(blocks)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	before := n.send(t, 0, 0, nil)
	go func() { done <- n.Run(ctx) }()
	if b := <-blocks; b.Ref.Number != 1 || b.Receipts[0].TxHash != before || b.Header.Hash() != b.Ref.Hash {
		t.Fatalf("block %+v", b.Ref)
	}
	n.send(t, 0, 1, nil)
	if b := <-blocks; b.Ref.Number != 2 {
		t.Fatalf("block %+v", b.Ref)
	}
	n.queue.deposit(nil)
	n.Wake()
	if b := <-blocks; b.Ref.PriorityOps != 1 {
		t.Fatalf("block %+v", b.Ref)
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	sub.Unsubscribe()
	if err := <-sub.Err(); err != nil {
		t.Fatal(err)
	}
}

// A subscriber that does not read holds up nobody, and gets every block once it does.
func TestSlowSubscriberMissesNothing(t *testing.T) {
	n := startNode(t, 1, nil)
	ctx, cancel := context.WithCancel(t.Context())
	feed := NewFeed(ctx, n.store)
	slow, stuck := make(chan *NewBlock), make(chan *NewBlock)
	slowSub, stuckSub := feed.Subscribe(slow), feed.Subscribe(stuck)
	defer slowSub.Unsubscribe()
	for nonce := range uint64(5) {
		n.send(t, 0, nonce, nil)
		n.step(t, 1)
	}
	for want := uint64(1); want <= 5; want++ {
		if b := <-slow; b.Ref.Number != want {
			t.Fatalf("block %d, want %d", b.Ref.Number, want)
		}
	}
	cancel()
	if err := <-stuckSub.Err(); err != nil {
		t.Fatal(err)
	}
}

// Users send from several goroutines, in any order of nonces, while blocks are made: everything is included once.
func TestConcurrentUsers(t *testing.T) {
	const users, each = 8, 20
	n := startNode(t, users, func(c *Config) { c.BlockTime, c.Limits.Txs = time.Millisecond, 7 })
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- n.Run(ctx) }()
	var wg sync.WaitGroup
	for user := range users {
		wg.Go(func() {
			for i := range uint64(each) {
				n.send(t, user, i^1, nil) // the second of each pair first
			}
		})
	}
	wg.Wait()
	head, err := n.store.Head(), error(nil)
	for head.Txs < users*each {
		if head, err = n.store.Wait(t.Context(), head.Number); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got := balance(t, n.store, head.Number, sink).Uint64(); got != users*each || head.Txs != users*each {
		t.Fatalf("the sink has %d wei after %d transactions", got, head.Txs)
	}
	if pending, queued := n.pool.Status(); pending+queued != 0 {
		t.Fatalf("%d pending, %d queued", pending, queued)
	}
}

func TestRunAtBlockTime(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.BlockTime = time.Millisecond })
	n.send(t, 0, 0, nil)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- n.Run(ctx) }()
	if _, err := n.store.Wait(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestConfigCheckRejects(t *testing.T) {
	chain := testGenesis(0).Config
	for _, tc := range []struct {
		want string
		edit func(*Config)
	}{
		{"block time", func(c *Config) { c.BlockTime = 0 }},
		{"block gas limit", func(c *Config) { c.Limits.Gas = chain.BlockGasLimit + 1 }},
		{"transactions", func(c *Config) { c.Limits.Txs = 0 }},
		{"logs to L1", func(c *Config) { c.Limits.L2ToL1Logs = rollup.MaxBatchLogs + 1 }},
		{"bytes of pubdata", func(c *Config) { c.Limits.PubdataBytes = leastPubdata - 1 }},
		{"no priority operations", func(c *Config) { c.Limits.PriorityOps = 0 }},
	} {
		c := DefaultConfig(&chain, rollup.DACalldata)
		if err := c.Check(&chain); err != nil {
			t.Fatal(err)
		}
		tc.edit(&c)
		if err := c.Check(&chain); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("want %q, got %v", tc.want, err)
		}
	}
}

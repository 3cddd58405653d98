package settlement

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/fault"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/stage"
)

const patience = 5 * time.Minute

// await polls until cond holds.
func (f *fixture) await(what string, cond func() bool) {
	f.t.Helper()
	for end := time.Now().Add(patience); !cond(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			f.t.Fatalf("%s: not within %v; L1: %+v", what, patience, f.totals())
		}
	}
}

// through is a client of the L1 behind a proxy.
func (f *fixture) through(proxy *fault.Proxy, finality int64) *l1.Client {
	f.t.Helper()
	cfg := l1.DefaultConfig()
	cfg.URL, cfg.FinalityBlocks = proxy.URL(), finality
	client, err := l1.Dial(f.t.Context(), cfg)
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(client.Close)
	return client
}

// growing are batches of which the settlement sees one more at a time.
type growing struct {
	mu sync.Mutex
	*sealed
	shown int
}

func (g *growing) LastSealed() (uint64, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return uint64(g.shown), nil
}

func (g *growing) show(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shown = n
}

// run lets a settlement work until stop is called, which fails the test when it has ended by itself.
func (f *fixture) run(s *Settlement) (stop func()) {
	ctx, cancel := context.WithCancel(f.t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	var once sync.Once
	stop = func() {
		once.Do(func() {
			cancel()
			if err := <-done; err != nil {
				f.t.Errorf("settlement ended: %v", err)
			}
		})
	}
	f.t.Cleanup(stop)
	return stop
}

// Whatever the L1 node does for a while, every batch is settled once, and the settlement does not end.
func TestSettlesThroughFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("many faults of L1 take minutes under the race detector: not in short mode")
	}
	f := setUp(t, rollup.DACalldata)
	proxy := fault.Start(f.node.HTTPURL())
	t.Cleanup(proxy.Close)
	passing := map[string]fault.Fault{ // settles afterwards
		"down": fault.Down, "busy": fault.Busy, "page": fault.Page, "cut": fault.Cut, "ahead": fault.Ahead(1e6), "forget": fault.Forget, "late": fault.Late(3),
		"nonces too high": fault.Nonces(2), "nonces too low": fault.Nonces(-2),
	}
	lasting := map[string]fault.Fault{ // settles meanwhile
		"flaky": fault.Flaky(1, 30), "two nodes": fault.Mixed(2, 3), "dear": fault.Dear(50), "slow": fault.Slow(20 * time.Millisecond),
	}
	batches := &growing{sealed: f.batches(rollup.DACalldata, 1+2*len(passing)+len(lasting))}
	s := f.new(f.through(proxy, 0), &durable.Memory{}, batches, f.archive(), func(c *Config) { c.ResendAfter = 50 * time.Millisecond })
	stop := f.run(s)
	next := 0
	settle := func(name string) {
		next++
		batches.show(next)
		f.await(name, func() bool { return f.totals().Executed == uint64(next) })
	}
	settle("before all faults") // the very first nonce of an account has to be believed, see txmgr
	for name, bad := range passing {
		next++
		batches.show(next) // the fault comes at any point of its way
		proxy.Set(bad)
		before := proxy.Calls()
		f.await(name, func() bool { return proxy.Calls() > before+60 })
		proxy.Set(nil)
		f.await("after "+name, func() bool { return f.totals().Executed == uint64(next) })
		settle("again after " + name)
	}
	for name, bad := range lasting {
		proxy.Set(bad)
		settle(name)
		proxy.Set(nil)
	}
	stop()
	f.checkWatched(uint64(next))
	for _, role := range []string{devl1.Committer, devl1.Prover, devl1.Executor} {
		if sent, err := f.client.NonceAt(t.Context(), devl1.Operators()[role].Address, nil); err != nil || sent != uint64(next) {
			t.Errorf("the %s sent %d transactions for %d batches, %v", role, sent, next, err)
		}
	}
}

// L1 undoes up to 20 blocks again and again while batches are on their way; what is undone is sent again, the same bytes.
func TestReorganisationsWhileSettling(t *testing.T) {
	if testing.Short() {
		t.Skip("many faults of L1 take minutes under the race detector: not in short mode")
	}
	t.Run("calldata", func(t *testing.T) { reorganiseWhileSettling(t, rollup.DACalldata, 20) })
	t.Run("blobs", func(t *testing.T) { reorganiseWhileSettling(t, rollup.DABlobs, 5) }) // each time a blob is sent, it is checked
}

// reorganiseWhileSettling settles batches while L1 undoes blocks, rounds times.
func reorganiseWhileSettling(t *testing.T, scheme rollup.DAScheme, rounds int) {
	f := setUp(t, scheme)
	const deepest = 20
	proxy := fault.Start(f.node.HTTPURL())
	t.Cleanup(proxy.Close)
	seal := func(n int) {
		for range n {
			if _, err := f.node.Seal(); err != nil {
				t.Fatal(err)
			}
		}
	}
	head := func() uint64 {
		ref, err := f.client.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return ref.Number
	}
	seal(2 * deepest) // the contracts stay
	top := head()
	batches := &growing{sealed: f.batches(scheme, rounds)}
	s := f.new(f.through(proxy, deepest+1), &durable.Memory{}, batches, f.archive(), func(c *Config) { c.ResendAfter = 20 * time.Millisecond })
	stop := f.run(s)
	random := rand.New(rand.NewPCG(7, 0))
	for _, depth := range random.Perm(deepest)[:rounds] {
		depth++
		batches.show(batches.shown + 1)
		for range random.IntN(12) { // somewhere on its way
			seal(1)
			time.Sleep(time.Duration(random.IntN(8)) * time.Millisecond)
		}
		for head() < top { // below what was the head once, a reorganisation is deeper than it looks
			seal(1)
		}
		top = head()
		if err := f.node.Rewind(top - uint64(depth)); err != nil {
			t.Fatal(err)
		}
	}
	f.await("settlement", func() bool {
		seal(1)
		return f.totals().Executed == uint64(rounds)
	})
	seal(2 * deepest)
	stop()
	f.checkWatched(uint64(rounds))
}

// The operator reverts batches at random moments, and each time they are committed again.
func TestOperatorRevertsAgainAndAgain(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	const n = 12
	batches := &growing{sealed: f.batches(rollup.DACalldata, n)}
	stop := f.run(f.new(f.client, &durable.Memory{}, batches, f.archive(), nil))
	random := rand.New(rand.NewPCG(3, 0))
	reverted := 0
	for last := 1; last <= n; last++ {
		batches.show(last)
		want := random.IntN(2) // after the commitment, or after the proof as well
		f.await("a batch to revert", func() bool {
			now := f.totals()
			return now.Executed == uint64(last) || (now.Committed == uint64(last) && (want == 0 || now.Verified == uint64(last)))
		})
		if now := f.totals(); now.Executed < uint64(last) {
			data, err := operator.Revert(f.d.Chain, now.Executed)
			if err != nil {
				t.Fatal(err)
			}
			if f.trySend(devl1.Deployer, data) {
				reverted++
			}
		}
		if last%2 == 0 { // otherwise several wait. Three reverts that meet the execution of one batch each time would stop the stage, as they should
			f.await("settlement", func() bool { return f.totals().Executed == uint64(last) })
		}
	}
	f.await("settlement", func() bool { return f.totals().Executed == n })
	stop()
	if reverted == 0 {
		t.Error("nothing was reverted")
	}
	t.Logf("%d reverts", reverted)
	for i, b := range batches.list {
		stored, err := operator.Contract{L1: f.client, Chain: f.d.Chain, Timelock: f.d.Timelock}.StoredBatchHash(t.Context(), uint64(i+1), nil)
		ours := b.Stored()
		if err != nil || stored != ours.Hash() {
			t.Errorf("batch %d: L1 has %v, %v", i+1, stored, err)
		}
	}
}

// A batch whose time L1 has not reached is refused, waited for, and settled when L1's clock gets there.
func TestL1ClockIsBehind(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	batches := f.batches(rollup.DACalldata, 1)
	b := &batches.list[0].Batch
	b.Output.LastBlockTimestamp += 2 * 3600
	b.PublicInput = rollup.PublicInput(b.StateBefore, b.StateAfter, b.ConfigHash, b.Output.Hash())
	var mu sync.Mutex
	var said []string
	stop := f.run(f.new(f.client, &durable.Memory{}, batches, f.archive(), func(c *Config) {
		c.OnWait = func(part string, reason error) {
			mu.Lock()
			defer mu.Unlock()
			if reason == nil {
				said = append(said, part+" goes on")
			} else {
				said = append(said, part+": "+reason.Error())
			}
		}
	}))
	says := func(text string) func() bool {
		return func() bool {
			mu.Lock()
			defer mu.Unlock()
			return slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, text) })
		}
	}
	f.await("a reason to wait", says("BatchInFuture"))
	if err := f.node.AdvanceTime(2 * time.Hour); err != nil {
		t.Fatal(err)
	}
	f.await("settlement", func() bool { return f.totals().Executed == 1 })
	f.await("that it goes on", says("commit goes on"))
	stop()
}

// Another batch on L1 than here is not settled over: the settlement ends once L1 has said so for long enough.
func TestStopsWhenL1HasAnotherBatch(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	f.settle(f.new(f.client, &durable.Memory{}, f.batches(rollup.DACalldata, 1), f.archive(), nil), 1)
	other := f.batches(rollup.DACalldata, 2)
	other.list[0].StateAfter = common.Hash{1}
	s := f.new(f.client, &durable.Memory{}, other, f.archive(), func(c *Config) { c.Patience = 50 * time.Millisecond })
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := s.Run(ctx); !errors.Is(err, stage.ErrDiverged) || !strings.Contains(err.Error(), "batch 1") {
		t.Errorf("error %v", err)
	}
	if got := f.totals(); got.Committed != 1 {
		t.Errorf("%+v", got)
	}
}

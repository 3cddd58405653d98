package settlement

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

func (f *fixture) operator(chain Chain, kv durable.KV, signers ...txmgr.Signer) *Operator {
	return &Operator{Chain: chain, KV: kv, Archive: f.archive(), Config: f.settings(nil), Signers: signers}
}

func (f *fixture) signer(role string) txmgr.Signer {
	return txmgr.KeySigner(devl1.Operators()[role].Key, f.client.ID())
}

// reverts counts what L1 has reverted.
func (f *fixture) reverts() (n int) {
	f.t.Helper()
	cfg := watch.DefaultConfig(f.d.Chain)
	cfg.StartBlock = f.d.StartBlock
	cfg.OnBatch = func(e watch.BatchEvent) error {
		if e.Kind == operator.BatchesReverted {
			n++
		}
		return nil
	}
	w, err := watch.New(f.client, &durable.Memory{}, cfg)
	if err == nil {
		err = w.Poll(f.t.Context())
	}
	if err != nil {
		f.t.Fatal(err)
	}
	return n
}

// commit commits a batch and nothing else.
func (f *fixture) commit(kv durable.KV, batches *sealed, number uint64) {
	f.t.Helper()
	s := f.new(f.client, kv, batches, f.archive(), nil)
	f.await("the commitment", func() bool {
		if _, err := s.stages[0].Step(f.t.Context()); err != nil {
			f.t.Fatal(err)
		}
		if err := s.managers[0].Tick(f.t.Context()); err != nil {
			f.t.Fatal(err)
		}
		return f.totals().Committed == number
	})
}

// The process dies at any effect of a revert: called again, it has reverted once.
func TestRevertOnceWhereverItIsKilled(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	kv := &durable.Memory{}
	batches := f.batches(rollup.DACalldata, 1)
	for kill, finished := 0, false; !finished; kill++ {
		f.commit(kv, batches, 1)
		fuse := &crash.Fuse{Left: kill, Happens: kill%2 == 0}
		err := f.operator(fuse.Client(f.client), fuse.KV(kv)).Revert(t.Context(), f.signer(devl1.Deployer), 0)
		finished = !fuse.Blown()
		if finished != (err == nil) {
			t.Fatalf("kill at effect %d: %v", kill, err)
		}
		for range 2 { // the second time there is nothing to do
			if err := f.operator(f.client, kv).Revert(t.Context(), f.signer(devl1.Deployer), 0); err != nil {
				t.Fatal(err)
			}
		}
		if got := f.totals().Committed; got != 0 || f.reverts() != kill+1 {
			t.Fatalf("kill at effect %d: %d batches are committed, %d reverts", kill, got, f.reverts())
		}
		if finished && kill < 3 {
			t.Errorf("a revert has %d effects", kill)
		}
	}
}

func TestRevertRefuses(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	kv := &durable.Memory{}
	batches := f.batches(rollup.DACalldata, 2)
	only := &sealed{first: batches.first, list: batches.list[:1]}
	f.settle(f.new(f.client, kv, only, f.archive(), nil), 1)
	f.commit(kv, batches, 2)
	o := f.operator(f.client, kv)
	if err := o.Revert(t.Context(), f.signer(devl1.Deployer), 0); !errors.Is(err, ErrExecuted) {
		t.Errorf("an executed batch: %v", err)
	}
	if err := o.Revert(t.Context(), f.signer(devl1.Executor), 1); !errors.Is(err, ErrRevert) || !strings.Contains(err.Error(), "RoleMissing") {
		t.Errorf("without the role: %v", err)
	}
	if got := f.totals(); got.Committed != 2 || f.reverts() != 0 {
		t.Errorf("%+v, %d reverts", got, f.reverts())
	}
}

// unsent is an L1 that takes no transaction.
type unsent struct{ *l1.Client }

func (unsent) SendTransaction(context.Context, *types.Transaction) error {
	return context.DeadlineExceeded
}

// What is signed is brought to its end without a key; what has to be signed needs it.
func TestFinish(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	kv := &durable.Memory{}
	batches := f.batches(rollup.DACalldata, 1)
	if err := f.operator(f.client, kv).Finish(t.Context()); err != nil {
		t.Errorf("with nothing under way: %v", err)
	}
	s := f.new(unsent{f.client}, kv, batches, f.archive(), nil)
	if _, err := s.stages[0].Step(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := f.operator(f.client, kv, f.signer(devl1.Executor)).Finish(ctx); !errors.Is(err, ErrKeyMissing) || !strings.Contains(err.Error(), f.signer(devl1.Committer).Address().Hex()) {
		t.Errorf("an intent that is not signed: %v", err)
	}
	if err := s.managers[0].Tick(ctx); err == nil { // signs it
		t.Error("it was sent")
	}
	if err := f.operator(f.client, kv).Finish(ctx); err != nil {
		t.Errorf("signed: %v", err)
	}
	if got := f.totals(); got.Committed != 1 {
		t.Errorf("%+v", got)
	}
	if keys, err := s.managers[0].UnderWay(); err != nil || len(keys) != 0 {
		t.Errorf("under way: %v, %v", keys, err)
	}
	strange := &durable.Memory{}
	if err := strange.Write(durable.Change{Key: []byte("x"), Value: []byte{1}}); err != nil {
		t.Fatal(err)
	}
	if err := f.operator(f.client, strange).Finish(ctx); err == nil {
		t.Error("a store of something else is taken")
	}
}

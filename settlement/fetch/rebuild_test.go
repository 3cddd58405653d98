package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// whole is the disk of a machine that stops between two writes.
var whole = vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 2))}

// process is a Derivation on a disk, with what it says.
type process struct {
	Derivation
	said []string
}

// process starts one; the test ends it.
func (w *world) process(t *testing.T, fs vfs.FS) *process {
	p := &process{Derivation: Derivation{Dir: onMem(fs), Genesis: w.genesis}}
	p.Say = func(text string) { p.said = append(p.said, text) }
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func (w *world) update(ctx context.Context, p *process) (*Rebuilt, error) {
	return p.Update(ctx, w, Config{Chain: chainAddress, StartBlock: 7, Blobs: w.archive})
}

// derived updates and compares everything with the world.
func (w *world) derived(t *testing.T, p *process) *Rebuilt {
	t.Helper()
	r, err := w.update(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	w.same(t, r)
	return r
}

func (w *world) same(t *testing.T, r *Rebuilt) {
	t.Helper()
	if n := uint64(len(w.batches)); r.Batch != n || r.PriorityOps != n || r.ChainState != w.chain || (n > 0 && r.Last.Hash() != w.batches[n-1].stored) {
		t.Fatalf("%+v, want batch %d", r, n)
	}
	accounts := uint64(0)
	w.state.Each(func(address common.Address, want rollup.Account) {
		accounts++
		if got, err := r.State.Account(address); err != nil || got != want {
			t.Errorf("account %v is %+v, want %+v, %v", address, got, want, err)
		}
		for slot := range byte(3) {
			want, _ := w.state.Storage(address, common.Hash{31: slot})
			if got, err := r.State.Storage(address, common.Hash{31: slot}); err != nil || got != want {
				t.Errorf("slot %d of %v is %v, want %v, %v", slot, address, got, want, err)
			}
		}
		if _, err := r.State.Code(want.CodeHash); err != nil {
			t.Errorf("code of %v: %v", address, err)
		}
	})
	if got, _, err := r.State.Count(); err != nil || got != accounts {
		t.Errorf("%d accounts, want %d, %v", got, accounts, err)
	}
	if a, err := r.State.Account(common.Address{0xff}); err != nil || !a.IsEmpty() {
		t.Errorf("nobody's account: %+v, %v", a, err)
	}
}

// What was derived is not read again: not by the next call, and not by the next process. Events are asked for from where the last batch is.
func TestDerivation(t *testing.T) {
	for name, scheme := range schemes {
		t.Run(name, func(t *testing.T) {
			w, fs := newWorld(t, scheme), vfs.NewMem()
			p := w.process(t, fs)
			if r := w.derived(t, p); r.Before != 0 {
				t.Errorf("%+v", r)
			}
			for _, blocks := range []uint64{1, 300, 2} {
				w.seal(t, blocks, 20)
			}
			w.derived(t, p)
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
			p = w.process(t, fs)
			w.seal(t, 2, 20)
			for before := uint64(3); before <= 4; before++ {
				clear(w.asked)
				w.from = nil
				if r := w.derived(t, p); r.Before != before || len(w.asked) != int(4-before) || fmt.Sprint(w.from) != fmt.Sprintf("[%d]", 100*before) {
					t.Errorf("from batch %d, %d transactions were read, events from %v", r.Before, len(w.asked), w.from)
				}
			}
			if len(p.said) != 0 {
				t.Errorf("said %q", p.said)
			}
		})
	}
}

// A process that is killed at any write to its disk, with none, some or all of what was not synced, leaves a directory from which the next one comes to the same state.
func TestDerivationKilledAtEveryWrite(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	for range 4 {
		w.seal(t, 2, 10)
	}
	step := 1
	if testing.Short() {
		step = 7
	}
	for _, unsynced := range []int{0, 50, 100} {
		resumed, anew, stops := 0, 0, 0
		for stop := 0; ; stop += step {
			disk := w.runUntil(t, stop, unsynced)
			if disk == nil {
				stops = stop
				break
			}
			p := w.process(t, disk)
			if r := w.derived(t, p); r.Before > 0 {
				resumed++
			}
			anew += len(p.said)
			w.derived(t, p)
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if t.Logf("%d %% kept: %d stops, %d went on from a batch, %d began anew", unsynced, stops, resumed, anew); stops < 20 || (unsynced == 100 && resumed == 0 && step == 1) {
			t.Errorf("%d stops, %d went on", stops, resumed)
		}
	}
}

// runUntil derives and gives the disk as it was before write number stop; nil when there were fewer.
func (w *world) runUntil(t *testing.T, stop, unsynced int) (disk *vfs.MemFS) {
	t.Helper()
	var lock sync.Mutex
	base, at := vfs.NewCrashableMem(), 0
	count := errorfs.InjectorFunc(func(op errorfs.Op) error {
		lock.Lock()
		defer lock.Unlock()
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			if at == stop {
				disk = base.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: unsynced, RNG: rand.New(rand.NewPCG(uint64(stop), uint64(unsynced)))})
			}
			at++
		}
		return nil
	})
	p := &process{Derivation: Derivation{Dir: onMem(errorfs.Wrap(base, count)), Genesis: w.genesis}}
	w.derived(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	lock.Lock()
	defer lock.Unlock()
	return disk
}

// A process that is killed at a batch leaves those before it, with what was put beside them and nothing else.
func TestDerivationKilledAtABatch(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	for range 4 {
		w.seal(t, 2, 10)
	}
	for left := range 5 {
		disk := vfs.NewCrashableMem()
		f := &crash.Fuse{Left: left}
		p := w.process(t, disk)
		p.Visit = func(b *Published) error {
			p.Beside("test", []byte{byte(b.Number)}, []byte("old"))
			return f.Effect(func() error { return nil })
		}
		if _, err := w.update(t.Context(), p); f.Blown() != errors.Is(err, crash.Err) || (err != nil) != (left < 4) {
			t.Fatal(err)
		}
		next := w.process(t, disk.CrashClone(whole))
		next.Visit = func(b *Published) error {
			next.Beside("test", []byte{byte(b.Number)}, []byte("new"))
			return nil
		}
		r := w.derived(t, next)
		if r.Before != uint64(left) || len(next.said) != 0 {
			t.Errorf("killed at batch %d: went on from %d, said %q", left+1, r.Before, next.said)
		}
		for number := byte(1); number <= 4; number++ {
			want := "new"
			if int(number) <= left {
				want = "old"
			}
			if value, err := next.KV("test").Get([]byte{number}); err != nil || string(value) != want {
				t.Errorf("killed at batch %d: %q beside batch %d, %v", left+1, value, number, err)
			}
		}
	}
}

// What L1 does not have any more is not used: everything is read anew, after one sentence that says so.
func TestDerivationOtherHistory(t *testing.T) {
	for name, c := range map[string]struct {
		change func(t *testing.T, w *world)
		want   string
	}{
		"the last batch is another one": {func(t *testing.T, w *world) {
			w.batches, w.chain, w.state = nil, newWorld(t, w.scheme).chain, newWorld(t, w.scheme).state
			for range 3 {
				w.seal(t, 3, 10)
			}
		}, "batch 3: L1 has other batches"},
		"the last batches are gone": {func(t *testing.T, w *world) {
			other := newWorld(t, w.scheme)
			w.batches, w.chain, w.state, w.rng = nil, other.chain, other.state, other.rng
			w.seal(t, 2, 10)
		}, "3 batches are here, L1 has 1"},
	} {
		t.Run(name, func(t *testing.T) {
			w, fs := newWorld(t, rollup.DACalldata), vfs.NewMem()
			for range 3 {
				w.seal(t, 2, 10)
			}
			p := w.process(t, fs)
			w.derived(t, p)
			c.change(t, w)
			if r := w.derived(t, p); r.Before != 0 {
				t.Errorf("%+v", r)
			}
			if len(p.said) != 1 || !strings.HasPrefix(p.said[0], "chain cannot be gone on from and is made anew from L1: ") || !strings.Contains(p.said[0], c.want) {
				t.Errorf("said %q", p.said)
			}
			w.seal(t, 1, 10)
			if r := w.derived(t, p); r.Before == 0 || len(p.said) != 1 {
				t.Errorf("%+v, said %q", r, p.said)
			}
		})
	}
}

// An L1 that was reorganised may have a batch in an earlier block than it had the one before.
func TestDerivationEarlierBlock(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.seal(t, 1, 10)
	w.seal(t, 1, 10)
	p := w.process(t, vfs.NewMem())
	w.derived(t, p)
	w.seal(t, 1, 10).block = 150
	w.batches[1].block = 140
	w.from = nil
	if r := w.derived(t, p); r.Before != 2 || fmt.Sprint(w.from) != "[200 7]" {
		t.Errorf("%+v, events from %v", r, w.from)
	}
}

// An L1 node that has not come as far as another one is no reason to begin anew.
func TestDerivationBehind(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.seal(t, 1, 10)
	w.seal(t, 1, 10)
	p := w.process(t, vfs.NewMem())
	w.derived(t, p)
	w.final, w.executed = 150, 1
	if _, err := w.update(t.Context(), p); !errors.Is(err, ErrBehind) || !strings.Contains(err.Error(), "2 batches are here, L1's node has 1 by its block 150") {
		t.Error(err)
	}
	w.final, w.executed = 10_000, 2
	if r := w.derived(t, p); r.Before != 2 || len(p.said) != 0 {
		t.Errorf("%+v, said %q", r, p.said)
	}
}

// The directory of another chain, a node's and one in use are refused and stay as they are.
func TestDerivationRefuses(t *testing.T) {
	w, fs := newWorld(t, rollup.DACalldata), vfs.NewMem()
	w.seal(t, 1, 10)
	p := w.process(t, fs)
	w.derived(t, p)
	if _, err := w.update(t.Context(), w.process(t, fs)); !errors.Is(err, store.ErrLocked) {
		t.Errorf("in use: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	other := newWorld(t, rollup.DACalldata)
	genesis := *other.genesis
	genesis.Timestamp++
	other.genesis = &genesis
	if _, err := other.update(t.Context(), other.process(t, fs)); !errors.Is(err, store.ErrWrongChain) {
		t.Errorf("another chain: %v", err)
	}
	if r := w.derived(t, p); r.Before != 1 || len(p.said) != 0 {
		t.Errorf("%+v, said %q", r, p.said)
	}
	node := vfs.NewMem()
	if _, err := w.restore(t, t.Context(), onMem(node), Executed, nil, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := w.update(t.Context(), w.process(t, node)); !errors.Is(err, store.ErrConflict) {
		t.Errorf("a node's: %v", err)
	}
	w.check(t, node)
}

// What L1 says is wrong is wrong with a directory and without one; nothing is lost by it.
func TestDerivationWrongL1(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.seal(t, 1, 10)
	p := w.process(t, vfs.NewMem())
	w.derived(t, p)
	b := w.seal(t, 1, 10)
	right := b.committed.DAInput
	b.committed.DAInput = bytes.Clone(right)
	b.committed.DAInput[5] ^= 1
	republish(t, b)
	if _, err := w.update(t.Context(), p); !errors.Is(err, da.ErrMismatch) || len(p.said) != 0 {
		t.Errorf("%v, said %q", err, p.said)
	}
	b.committed.DAInput = right
	republish(t, b)
	if r := w.derived(t, p); r.Before != 1 {
		t.Errorf("%+v", r)
	}
}

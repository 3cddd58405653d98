package escape

import (
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// TestKilledAnywhere goes the whole way out again and again. Each time the process is killed at another write or send, before or after it took effect, and a new process on the same directory
// goes on, with the state that the one before has kept. Every time exactly one withdrawal is requested, settled and paid.
func TestKilledAnywhere(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.deposit(user(0), oneEther)
	w.deposit(user(0), oneEther)
	kv, blobs, disk := &durable.Memory{}, w.config().Archive, vfs.NewCrashableMem()
	with := func(c *Config) { c.Archive, c.State.FS = blobs, disk }
	leaves := func(r *rescuer) {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	w.rescuer(user(0), nil, kv, nil) // its first start writes, too
	way := func(f *crash.Fuse, amount *big.Int, tell func(*Requested)) error {
		var client L1 = w.client
		var store durable.KV = kv
		if f != nil {
			client, store = f.Client(w.client), f.KV(kv)
		}
		r := w.rescuer(user(0), client, store, with)
		defer func() {
			if f != nil && f.Blown() { // whoever was killed still has the disk open: the next one gets it as it is
				disk = disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 2))})
			}
			leaves(r)
		}()
		if _, err := r.Withdraw(t.Context(), Withdrawal{Token: Ether, To: receiver, Amount: amount}, tell); err != nil {
			return err
		}
		return w.onwards(r)
	}
	crashes := 0
	for i := range 100 {
		before, paid, amount := w.look(), w.wei(receiver), big.NewInt(1e14+int64(i))
		f, told := &crash.Fuse{Left: i / 2, Happens: i%2 == 1}, false
		err := way(f, amount, func(*Requested) { told = true })
		if err != nil && !errors.Is(err, crash.Err) {
			t.Fatalf("round %d: %v", i, err)
		}
		if f.Blown() {
			crashes++
			if told { // who has seen that it is requested goes on with the rest, who has not asks again
				r := w.rescuer(user(0), nil, kv, with)
				err = w.onwards(r)
				leaves(r)
			} else {
				err = way(nil, amount, nil)
			}
			if err != nil {
				t.Fatalf("round %d, again: %v", i, err)
			}
		}
		if now := w.look(); now.Count != before.Count+1 || now.Waiting() != 0 {
			t.Fatalf("round %d: operations %d, before it %d; %d wait", i, now.Count, before.Count, now.Waiting())
		}
		if got := new(big.Int).Sub(w.wei(receiver), paid); got.Cmp(amount) != 0 {
			t.Fatalf("round %d: %v wei paid", i, got)
		}
		if !f.Blown() && i%2 == 1 {
			break
		}
	}
	if crashes < 20 {
		t.Errorf("only %d crashes", crashes)
	}
	w.conserved()
	t.Logf("%d crashes survived", crashes)
}

// onwards is what comes after the request.
func (w *world) onwards(r *rescuer) error {
	if s := w.look(); !s.PriorityMode && !s.Overdue() {
		w.later(expiration)
	}
	if err := r.Activate(w.t.Context()); err != nil {
		return err
	}
	if _, err := r.Settle(w.t.Context()); err != nil {
		return err
	}
	_, err := r.Claim(w.t.Context(), receiver)
	return err
}

// counting is an L1 that counts the transactions it is asked for.
type counting struct {
	*l1.Client
	asked int
}

// TransactionByHash implements L1.
func (c *counting) TransactionByHash(ctx context.Context, hash common.Hash) (*types.Transaction, bool, error) {
	c.asked++
	return c.Client.TransactionByHash(ctx, hash)
}

// TestGoesOn: what one call has read from L1 the next one does not read again, and what L1 undoes is read anew.
func TestGoesOn(t *testing.T) {
	w, disk := newWorld(t, rollup.DACalldata), vfs.NewMem()
	w.deposit(user(0), oneEther)
	top := must(w.client.Head(t.Context()))(t)
	w.operate(1, executed(1))
	call := func(run func(r *rescuer)) (asked int, said []string) {
		t.Helper()
		client := &counting{Client: w.client}
		r := w.rescuer(user(0), client, nil, func(c *Config) { c.State.FS = disk })
		run(r)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		return client.asked, r.said
	}
	if asked, _ := call(func(r *rescuer) {
		must(r.Withdraw(t.Context(), Withdrawal{Token: Ether, To: receiver, Amount: milliEther}, nil))(t)
	}); asked == 0 {
		t.Error("nothing was read")
	}
	w.later(expiration)
	other := w.rescuer(user(1), nil, nil, nil)
	if err := other.Activate(t.Context()); err != nil {
		t.Fatal(err)
	}
	must(other.Settle(t.Context()))(t)
	list := func(want int) func(r *rescuer) {
		return func(r *rescuer) {
			for range 2 {
				if got := must(r.Withdrawals(t.Context(), receiver))(t); len(got) != want || (want > 0 && got[0].Amount.Cmp(milliEther) != 0) {
					t.Errorf("withdrawals: %+v", got)
				}
			}
		}
	}
	if asked, _ := call(list(1)); asked != 1 {
		t.Errorf("%d transactions were read for one new batch", asked)
	}
	if asked, said := call(list(1)); asked != 0 || len(said) != 0 {
		t.Errorf("%d transactions were read for nothing new, said %q", asked, said)
	}
	had := must(w.client.Head(t.Context()))(t)
	if err := w.node.Rewind(top.Number); err != nil {
		t.Fatal(err)
	}
	for must(w.client.Head(t.Context()))(t).Number <= had.Number {
		if _, err := w.node.Seal(); err != nil {
			t.Fatal(err)
		}
	}
	if _, said := call(list(0)); len(said) != 1 || !strings.Contains(said[0], "is made anew from L1") {
		t.Errorf("said %q", said)
	}
}

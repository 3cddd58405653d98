package escape

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

var errCrash = errors.New("crash")

// fuse lets effects happen until it blows, at the n-th; the one at which it blows happens or not.
type fuse struct {
	left    int
	happens bool
	blown   bool
}

func (f *fuse) effect(do func() error) error {
	if f.blown {
		return errCrash
	}
	if f.left--; f.left >= 0 {
		return do()
	}
	f.blown = true
	if f.happens {
		if err := do(); err != nil {
			return err
		}
	}
	return errCrash
}

type mortalKV struct {
	durable.KV
	f *fuse
}

func (m mortalKV) Write(changes ...durable.Change) error {
	return m.f.effect(func() error { return m.KV.Write(changes...) })
}

type mortalL1 struct {
	*l1.Client
	f *fuse
}

func (m mortalL1) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	return m.f.effect(func() error { return m.Client.SendTransaction(ctx, tx) })
}

// TestKilledAnywhere goes the whole way out again and again. Each time the process is killed at another write or send, before or after it took effect, and a new process on the same directory
// goes on. Every time exactly one withdrawal is requested, settled and paid.
func TestKilledAnywhere(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.deposit(user(0), oneEther)
	w.deposit(user(0), oneEther)
	kv, blobs := &durable.Memory{}, w.config().Archive
	w.rescuer(user(0), nil, kv, nil) // its first start writes, too
	way := func(f *fuse, amount *big.Int, tell func(*Requested)) error {
		var client L1 = w.client
		var store durable.KV = kv
		if f != nil {
			client, store = mortalL1{w.client, f}, mortalKV{kv, f}
		}
		r := w.rescuer(user(0), client, store, func(c *Config) { c.Archive = blobs })
		if _, err := r.Withdraw(t.Context(), Withdrawal{Token: Ether, To: receiver, Amount: amount}, tell); err != nil {
			return err
		}
		return w.onwards(r)
	}
	crashes := 0
	for i := range 100 {
		before, paid, amount := w.look(), w.wei(receiver), big.NewInt(1e14+int64(i))
		f, told := &fuse{left: i / 2, happens: i%2 == 1}, false
		err := way(f, amount, func(*Requested) { told = true })
		if err != nil && !errors.Is(err, errCrash) {
			t.Fatalf("round %d: %v", i, err)
		}
		if f.blown {
			crashes++
			if told { // who has seen that it is requested goes on with the rest, who has not asks again
				err = w.onwards(w.rescuer(user(0), nil, kv, func(c *Config) { c.Archive = blobs }))
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
		if !f.blown && i%2 == 1 {
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

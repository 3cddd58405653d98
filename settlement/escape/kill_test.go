package escape

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// TestKilledAnywhere goes the whole way out again and again. Each time the process is killed at another write or send, before or after it took effect, and a new process on the same directory
// goes on. Every time exactly one withdrawal is requested, settled and paid.
func TestKilledAnywhere(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.deposit(user(0), oneEther)
	w.deposit(user(0), oneEther)
	kv, blobs := &durable.Memory{}, w.config().Archive
	w.rescuer(user(0), nil, kv, nil) // its first start writes, too
	way := func(f *crash.Fuse, amount *big.Int, tell func(*Requested)) error {
		var client L1 = w.client
		var store durable.KV = kv
		if f != nil {
			client, store = f.Client(w.client), f.KV(kv)
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
		f, told := &crash.Fuse{Left: i / 2, Happens: i%2 == 1}, false
		err := way(f, amount, func(*Requested) { told = true })
		if err != nil && !errors.Is(err, crash.Err) {
			t.Fatalf("round %d: %v", i, err)
		}
		if f.Blown() {
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

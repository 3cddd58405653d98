package txmgr

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// TestCrashAnywhere kills the manager before and after every write and every send of a run with two intents, of which the first needs a fee bump,
// and lets a new manager finish. Each payment must arrive exactly once.
func TestCrashAnywhere(t *testing.T) {
	node, client := startL1(t, 0)
	crashes := 0
	for _, before := range []bool{true, false} {
		for n := 0; ; n++ {
			start, kv, clock := received(t, client), &durable.Memory{}, start()
			f := &crash.Fuse{Left: n, Happens: !before}
			err := runTwo(t.Context(), f.Client(client), f.KV(kv), clock, func() { seal(t, node) })
			if err != nil && !errors.Is(err, crash.Err) {
				t.Fatalf("effect %d: %v", n, err)
			}
			if err := runTwo(t.Context(), client, kv, clock, func() { seal(t, node) }); err != nil {
				t.Fatalf("effect %d, after restart: %v", n, err)
			}
			if got := received(t, client) - start; got != 14 {
				t.Fatalf("effect %d, before %v: received %d instead of 14", n, before, got)
			}
			if !f.Blown() {
				break
			}
			crashes++
		}
	}
	if crashes < 20 {
		t.Errorf("only %d crashes: the run is shorter than it should be", crashes)
	}
	t.Logf("%d crashes survived", crashes)
}

// runTwo submits two intents and works until both are final.
func runTwo(ctx context.Context, chain Chain, kv durable.KV, clock *testClock, seal func()) error {
	cfg := testConfig(clock)
	m, err := New(chain, kv, KeySigner(devl1.Accounts()[0].Key, cfg.ChainID), cfg)
	if err != nil {
		return err
	}
	for _, key := range []string{"one", "two"} {
		if err := m.Submit(ctx, pay(key)); err != nil {
			return err
		}
	}
	for round := range 6 {
		if err := m.Tick(ctx); err != nil {
			return err
		}
		clock.now = clock.now.Add(time.Minute)
		if round > 0 { // the first attempt stays unmined and is replaced
			seal()
		}
	}
	for _, key := range []string{"one", "two"} {
		if s, err := m.Status(key); err != nil || s.State != Final {
			return fmt.Errorf("%s is %v: %w", key, s.State, err)
		}
	}
	return nil
}

// TestRecordsThatCannotBeRead: damage is reported, not worked around.
func TestRecordsThatCannotBeRead(t *testing.T) {
	_, client := startL1(t, 0)
	kv := &durable.Memory{}
	m := newManager(t, client, kv, start())
	if err := m.Submit(t.Context(), pay("a")); err != nil {
		t.Fatal(err)
	}
	if err := kv.Write(durable.Change{Key: []byte(recordPrefix + "a"), Value: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Status("a"); !errors.Is(err, errRecord) {
		t.Errorf("status: %v", err)
	}
	if err := m.Tick(t.Context()); !errors.Is(err, errRecord) {
		t.Errorf("tick: %v", err)
	}
	if err := kv.Write(durable.Change{Key: []byte(recordPrefix + "a")}); err != nil {
		t.Fatal(err)
	}
	if err := m.Tick(t.Context()); !errors.Is(err, errRecord) {
		t.Errorf("missing record: %v", err)
	}
}

func FuzzDecodeRecord(f *testing.F) {
	f.Add(encodeRecord(&record{Key: "a", State: Intended, ValueWei: pay("a").ValueWei}))
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, enc []byte) {
		r, err := decodeRecord(enc)
		if err != nil {
			if !errors.Is(err, errRecord) {
				t.Fatal(err)
			}
			return
		}
		if again, err := decodeRecord(encodeRecord(r)); err != nil || again.Key != r.Key || again.Nonce != r.Nonce {
			t.Fatalf("does not survive a round trip: %v", err)
		}
	})
}

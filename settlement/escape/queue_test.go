package escape

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// reading is an L1 that notes which blocks' logs it is asked for, and may hide logs.
type reading struct {
	*l1.Client
	lowest uint64 // 0: none
	hide   bool
}

func (r *reading) note(from uint64) {
	if r.lowest == 0 || from < r.lowest {
		r.lowest = from
	}
}

// Logs implements L1.
func (r *reading) Logs(ctx context.Context, query ethereum.FilterQuery, from, to uint64, visit func(uint64, []types.Log) error) error {
	r.note(from)
	return r.Client.Logs(ctx, query, from, to, func(upTo uint64, logs []types.Log) error {
		if r.hide {
			logs = nil
		}
		return visit(upTo, logs)
	})
}

// BlockLogs implements L1.
func (r *reading) BlockLogs(ctx context.Context, query ethereum.FilterQuery, block l1.Ref) ([]types.Log, error) {
	r.note(block.Number)
	if r.hide {
		return nil, nil
	}
	return r.Client.BlockLogs(ctx, query, block)
}

// waits asks a new process over kv how many operations there are from number 0 on, and returns the lowest L1 block of which it read the logs, and whether that one had been read before. L1 makes blocks
// meanwhile, in which there is nothing.
func (w *world) waits(client *reading, kv durable.KV, want int) (lowest uint64, again bool, said []string) {
	w.t.Helper()
	r := w.rescuer(user(0), client, kv, nil)
	before := must(r.watcher.Cursor())(w.t)
	client.lowest = 0
	ops, err := r.waiting(w.t.Context(), 0, DefaultMaxOps)
	if err != nil {
		w.t.Fatal(err)
	}
	for i := range ops {
		if ops[i].Nonce != uint64(i) {
			w.t.Errorf("operation %d has number %d", i, ops[i].Nonce)
		}
	}
	if len(ops) != want {
		w.t.Errorf("%d operations, want %d", len(ops), want)
	}
	return client.lowest, client.lowest != 0 && client.lowest <= before.Number, r.said
}

// TestQueueIsKept: the operations that one process has read from L1 the next one does not read again; what L1 undoes is forgotten, damage and hidden logs are noticed.
func TestQueueIsKept(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	client, kv := &reading{Client: w.client}, &durable.Memory{}
	w.deposit(user(0), oneEther)
	if lowest, _, _ := w.waits(client, kv, 1); lowest != w.d.StartBlock {
		t.Errorf("the first process reads from block %d, the chain is there from %d", lowest, w.d.StartBlock)
	}
	top := must(w.client.Head(t.Context()))(t)
	if lowest, again, said := w.waits(client, kv, 1); again || len(said) != 0 {
		t.Errorf("nothing is new, and block %d is read; said %q", lowest, said)
	}
	w.deposit(user(0), oneEther)
	w.deposit(user(0), oneEther)
	if lowest, again, said := w.waits(client, kv, 3); again || lowest == 0 || len(said) != 0 {
		t.Errorf("read from block %d, again %v; said %q", lowest, again, said)
	}
	had := must(w.client.Head(t.Context()))(t)
	if err := w.node.Rewind(top.Number); err != nil {
		t.Fatal(err)
	}
	for w.deposit(user(1), milliEther); must(w.client.Head(t.Context()))(t).Number <= had.Number; {
		must(w.node.Seal())(t)
	}
	if lowest, _, said := w.waits(client, kv, 2); lowest <= w.d.StartBlock || len(said) != 0 {
		t.Errorf("after a reorganisation to block %d read from %d; said %q", top.Number, lowest, said)
	}

	if err := durable.Prefix(kv, "queue/").Write(durable.Change{Key: durable.Uint64Key("op/", 1), Value: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if lowest, _, said := w.waits(client, kv, 2); lowest != w.d.StartBlock || len(said) != 1 || !strings.Contains(said[0], "is read from the beginning") {
		t.Errorf("damaged: read from block %d, said %q", lowest, said)
	}

	kv, client.hide = &durable.Memory{}, true
	if _, err := w.rescuer(user(0), client, kv, nil).waiting(t.Context(), 0, 1); !errors.Is(err, ErrOtherL1) {
		t.Errorf("logs are hidden: %v", err)
	}
	client.hide = false
	if _, _, said := w.waits(client, kv, 2); len(said) != 1 {
		t.Errorf("logs are not hidden any more: said %q", said)
	}
}

// TestQueueOfANodeThatIsBehind: what was read stays when another L1 node, which is behind, is asked.
func TestQueueOfANodeThatIsBehind(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	client, kv := &reading{Client: w.client}, &durable.Memory{}
	before := must(w.client.Head(t.Context()))(t)
	w.deposit(user(0), oneEther)
	w.waits(client, kv, 1)
	late := w.rescuer(user(0), behind{client, before}, kv, nil)
	if ops, err := late.waiting(t.Context(), 0, 1); err != nil || len(ops) != 1 {
		t.Errorf("%d operations, %v", len(ops), err)
	}
	if lowest, again, said := w.waits(client, kv, 1); again || len(said) != 0 {
		t.Errorf("read from block %d again; said %q", lowest, said)
	}
}

// behind is an L1 whose final block is an old one.
type behind struct {
	*reading
	at l1.Ref
}

// Final implements L1.
func (b behind) Final(context.Context) (l1.Ref, error) { return b.at, nil }

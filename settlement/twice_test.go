package settlement

import (
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// A batch is committed by another process with the same keys and the same batch (a second node, or this one before it was restored), after this one has intended to. The intent goes out with another nonce,
// the contract refuses the batch the second time, and settlement goes on.
func TestCommittedTwice(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	batches, kv := f.batches(rollup.DACalldata, 2), &durable.Memory{}
	ours := f.new(f.client, kv, batches, f.archive(), nil)
	if _, err := ours.stages[0].Step(t.Context()); err != nil { // intended, and not sent
		t.Fatal(err)
	}
	other := f.new(f.client, &durable.Memory{}, &sealed{batches.first, batches.list[:1]}, f.archive(), nil)
	f.await("the commitment of the other process", func() bool {
		if _, err := other.stages[0].Step(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := other.managers[0].Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		return f.totals().Committed == 1
	})
	f.await("the second commitment of the same batch", func() bool {
		if err := ours.managers[0].Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		s, err := ours.managers[0].Status("commit/1/0")
		if err != nil {
			t.Fatal(err)
		}
		return s.State == txmgr.Final
	})
	s, err := ours.managers[0].Status("commit/1/0")
	if err != nil || !s.Reverted || f.totals().Committed != 1 {
		t.Fatalf("%+v, %v; %d batches committed", s, err, f.totals().Committed)
	}
	stop := f.run(ours)
	f.await("settlement", func() bool { return f.totals().Executed == 2 })
	stop()
	for i, b := range batches.list {
		stored, err := operator.Contract{L1: f.client, Chain: f.d.Chain, Timelock: f.d.Timelock}.StoredBatchHash(t.Context(), uint64(i+1), nil)
		want := b.Stored()
		if err != nil || stored != want.Hash() {
			t.Errorf("batch %d: L1 has %v, %v", i+1, stored, err)
		}
	}
}

package store

import (
	"errors"
	"reflect"
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
)

func makeBatch(number, first, last uint64) *SealedBatch {
	b := &SealedBatch{Pubdata: []byte{1, byte(number)}, LogLeaves: []common.Hash{{1}, {2}}, GuestCycles: 5, GuestOutput: common.Hash{6}, SealedAt: 7, Reason: "age"}
	b.Batch = rollup.Batch{
		Number: number, FirstBlock: first, LastBlock: last, StateBefore: common.Hash{1}, StateAfter: common.Hash{2}, TreeRoot: common.Hash{3},
		ConfigHash: common.Hash{4}, PublicInput: common.Hash{5},
		Output: rollup.BatchOutput{ChainID: 271, DAScheme: rollup.DABlobs, NumL1Txs: 1, L2LogsRoot: common.Hash{9}, SettlementChainID: 1},
	}
	return b
}

func TestBatches(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 6, 1)
	if _, err := s.LastBatch(); !errors.Is(err, ErrNotFound) {
		t.Fatalf("last batch of a new chain: %v", err)
	}
	for _, b := range []*SealedBatch{makeBatch(1, 1, 2), makeBatch(2, 3, 5)} {
		for range 2 {
			if err := s.PutBatch(b); err != nil {
				t.Fatal(err)
			}
		}
	}
	if b, err := s.Batch(2); err != nil || !reflect.DeepEqual(b, makeBatch(2, 3, 5)) {
		t.Fatalf("batch %+v %v", b, err)
	}
	if n, err := s.PubdataBytes(2); err != nil || n != 2 {
		t.Fatalf("pubdata of %d bytes, error %v", n, err)
	}
	if _, err := s.PubdataBytes(3); !errors.Is(err, ErrNotFound) {
		t.Fatalf("pubdata of no batch: %v", err)
	}
	last, err := s.LastBatch()
	if err != nil || last.Number != 2 {
		t.Fatalf("last batch %+v %v", last, err)
	}
	for block, want := range []uint64{0, 1, 1, 2, 2, 2} {
		if n, err := s.BatchOfBlock(uint64(block)); err != nil || n != want {
			t.Errorf("batch of block %d: %d %v", block, n, err)
		}
	}
	if _, err := s.BatchOfBlock(6); !errors.Is(err, ErrNotFound) {
		t.Errorf("block 6 is in no batch: %v", err)
	}
	// Blocks have two transactions and two L2→L1 logs, one of each: block 4 is the second of the batch.
	at := TxPlace{Block: 4, Index: 1}
	if n, err := s.TxNumberInBatch(last, at); err != nil || n != 3 {
		t.Errorf("transaction number %d %v", n, err)
	}
	receipts, err := s.Receipts(4)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := s.LogNumberInBatch(last, at, receipts); err != nil || n != 3 {
		t.Errorf("log number %d %v", n, err)
	}
	if _, err := s.TxNumberInBatch(last, TxPlace{Block: 6}); !errors.Is(err, ErrNotFound) {
		t.Errorf("a block outside the batch: %v", err)
	}
}

func TestPutBatchRejects(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 4, 0)
	if err := s.PutBatch(makeBatch(1, 1, 2)); err != nil {
		t.Fatal(err)
	}
	other := makeBatch(1, 1, 2)
	other.Pubdata = []byte{9}
	for name, tc := range map[string]struct {
		batch *SealedBatch
		want  error
	}{
		"number gap":      {makeBatch(3, 3, 3), ErrOrder},
		"block gap":       {makeBatch(2, 4, 4), ErrOrder},
		"overlap":         {makeBatch(2, 2, 3), ErrOrder},
		"no blocks":       {makeBatch(2, 3, 2), ErrOrder},
		"above the head":  {makeBatch(2, 3, 5), ErrOrder},
		"another batch 1": {makeBatch(1, 1, 1), ErrConflict},
		"other pubdata":   {other, ErrConflict},
	} {
		if err := s.PutBatch(tc.batch); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestL1Status(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 2, 0)
	if err := s.PutBatch(makeBatch(1, 1, 1)); err != nil {
		t.Fatal(err)
	}
	status := BatchL1Status{Commit: L1Step{common.Hash{1}, 2, 3}}
	if err := s.UpdateL1(L1Progress{Committed: 1}, map[uint64]BatchL1Status{1: status}); err != nil {
		t.Fatal(err)
	}
	if p, err := s.L1Progress(); err != nil || p != (L1Progress{Committed: 1}) {
		t.Fatalf("progress %+v %v", p, err)
	}
	if st, err := s.BatchL1Status(1); err != nil || st != status || !st.Commit.Done() || st.Prove.Done() {
		t.Fatalf("status %+v %v", st, err)
	}
	if st, err := s.BatchL1Status(2); err != nil || st != (BatchL1Status{}) {
		t.Fatalf("status of an unknown batch %+v %v", st, err)
	}
	if safe, finalized, err := s.L1Heads(); err != nil || safe.Number != 1 || finalized.Number != 0 {
		t.Fatalf("safe %+v, finalized %+v, %v", safe, finalized, err)
	}
	for _, p := range []L1Progress{{Executed: 1}, {Committed: 1, Proven: 1, Executed: 2}, {Committed: 2}} {
		if err := s.UpdateL1(p, nil); !errors.Is(err, ErrOrder) {
			t.Errorf("progress %+v: %v", p, err)
		}
	}
}

func TestRollbackOfBatches(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 6, 0)
	for _, b := range []*SealedBatch{makeBatch(1, 1, 2), makeBatch(2, 3, 4), makeBatch(3, 5, 6)} {
		if err := s.PutBatch(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.UpdateL1(L1Progress{Committed: 1}, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Rollback(1); !errors.Is(err, ErrCommitted) {
		t.Fatalf("rollback into a committed batch: %v", err)
	}
	if s.Head().Number != 6 {
		t.Fatal("a refused rollback moved the head")
	}
	if err := s.Rollback(3); err != nil {
		t.Fatal(err)
	}
	if b, err := s.LastBatch(); err != nil || b.Number != 1 {
		t.Fatalf("last batch %+v %v", b, err)
	}
	if _, err := s.Batch(2); !errors.Is(err, ErrNotFound) {
		t.Fatalf("removed batch: %v", err)
	}
}

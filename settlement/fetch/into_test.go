package fetch

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// restore makes a directory of the world on a disk.
func (w *world) restore(t testing.TB, ctx context.Context, cfg store.Config, until Until, blobs da.Source, archive *da.Archive) (*Restored, error) {
	t.Helper()
	s, err := store.StartRebuild(cfg, w.genesis)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}()
	return Into(ctx, w, Config{Chain: chainAddress, Until: until, Blobs: blobs}, Destination{Store: s, Genesis: w.genesis, Archive: archive})
}

func onMem(fs vfs.FS) store.Config { return store.Config{Dir: "chain", FS: fs} }

// check compares a directory with the world.
func (w *world) check(t *testing.T, fs vfs.FS) {
	t.Helper()
	s, err := store.Open(onMem(fs), w.genesis)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	chain, err := s.ChainStateAt(w.chain.LastBlock)
	if err != nil {
		t.Fatal(err)
	}
	chain.TreeRoot = w.chain.TreeRoot
	last, err := s.LastBatch()
	if err != nil || *chain != w.chain || last.StateAfter != w.chain.Commitment() || last.TreeRoot != w.chain.TreeRoot {
		t.Fatalf("chain state %v, want %v, %v", chain.Commitment(), w.chain.Commitment(), err)
	}
	at, err := s.StateAt(w.chain.LastBlock)
	if err != nil {
		t.Fatal(err)
	}
	accounts := 0
	w.state.Each(func(address common.Address, want rollup.Account) {
		accounts++
		if got, err := at.Account(address); err != nil || got != want {
			t.Errorf("account %v is %+v, want %+v, %v", address, got, want, err)
		}
		for slot := range byte(3) {
			want, _ := w.state.Storage(address, common.Hash{31: slot})
			if got, err := at.Storage(address, common.Hash{31: slot}); err != nil || got != want {
				t.Errorf("slot %d of %v is %v, want %v, %v", slot, address, got, want, err)
			}
		}
		if _, err := at.Code(want.CodeHash); err != nil {
			t.Errorf("code of %v: %v", address, err)
		}
	})
	for range s.Accounts(w.chain.LastBlock, common.Address{}) {
		accounts--
	}
	if accounts != 0 {
		t.Errorf("%d accounts too few", accounts)
	}
	before := common.Hash{}
	for i, b := range w.batches {
		got, err := s.Batch(uint64(i) + 1)
		if err != nil {
			t.Fatal(err)
		}
		if info := got.Stored(); info.Hash() != b.stored || string(got.Pubdata) != string(b.pubdata) || (i > 0 && got.StateBefore != before) ||
			got.PublicInput != rollup.PublicInput(got.StateBefore, got.StateAfter, w.genesis.Config.Hash(), got.Output.Hash()) || len(got.LogLeaves) != 1 {
			t.Errorf("batch %d is %+v", i+1, got)
		}
		before = got.StateAfter
	}
	if head := s.Head(); head.PriorityOps != uint64(len(w.batches)) || head.L2ToL1Logs != uint64(len(w.batches)) {
		t.Errorf("head %+v", head)
	}
}

var schemes = map[string]rollup.DAScheme{"calldata": rollup.DACalldata, "blobs": rollup.DABlobs}

func TestInto(t *testing.T) {
	for name, scheme := range schemes {
		t.Run(name, func(t *testing.T) {
			w, fs := newWorld(t, scheme), vfs.NewMem()
			for _, blocks := range []uint64{1, 3, 300, 2} {
				w.seal(t, blocks, 20)
			}
			w.executed, w.later = 3, 5
			kept, err := da.OpenArchive("")
			if err != nil {
				t.Fatal(err)
			}
			r, err := w.restore(t, t.Context(), onMem(fs), Committed, w.archive, kept)
			if err != nil {
				t.Fatal(err)
			}
			if want := (store.L1Progress{Committed: 4, Proven: 3, Executed: 3}); r.Batch != 4 || r.Before != 0 || r.L1 != want || r.Committed != 5 || r.Block.Number != w.chain.LastBlock || r.Chain != w.chain {
				t.Errorf("%+v", r)
			}
			w.check(t, fs)
			for _, b := range w.batches {
				for _, hash := range b.tx.BlobHashes() {
					if blob, err := kept.Blob(t.Context(), hash); err != nil || !da.IsBlob(blob, hash) {
						t.Errorf("blob %v: %v", hash, err)
					}
				}
			}
			if _, err := w.restore(t, t.Context(), onMem(fs), Committed, w.archive, nil); !errors.Is(err, store.ErrConflict) {
				t.Errorf("once more: %v", err)
			}
		})
	}
}

// Only what L1 cannot revert is taken when that is wanted; without any batch the directory begins with the genesis.
func TestIntoExecutedOnly(t *testing.T) {
	w := newWorld(t, rollup.DACalldata)
	w.seal(t, 2, 5)
	w.seal(t, 2, 5)
	for executed := range uint64(2) {
		fs := vfs.NewMem()
		w.executed = executed
		r, err := w.restore(t, t.Context(), onMem(fs), Executed, nil, nil)
		if err != nil || r.Batch != executed || r.L1 != (store.L1Progress{Committed: executed, Proven: executed, Executed: executed}) || r.Committed != 2 {
			t.Fatalf("%+v, %v", r, err)
		}
		s, err := store.Open(onMem(fs), w.genesis)
		if err != nil {
			t.Fatal(err)
		}
		if s.FirstBatch() != executed || s.Head().Number != 2*executed || s.First() != 2*executed {
			t.Errorf("history from block %d, batch %d", s.First(), s.FirstBatch())
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// missing lacks one blob.
type missing struct {
	da.Source
	hash common.Hash
}

func (m missing) Blob(ctx context.Context, hash common.Hash) ([]byte, error) {
	if hash == m.hash {
		return nil, da.ErrNoBlob
	}
	return m.Source.Blob(ctx, hash)
}

// What was interrupted goes on after the last batch, and reads no earlier one again.
func TestIntoGoesOn(t *testing.T) {
	w, fs := newWorld(t, rollup.DABlobs), vfs.NewMem()
	for range 5 {
		w.seal(t, 2, 10)
	}
	if _, err := w.restore(t, t.Context(), onMem(fs), Executed, missing{w.archive, w.batches[3].tx.BlobHashes()[0]}, nil); !errors.Is(err, da.ErrNoBlob) || !strings.Contains(err.Error(), "batch 4") {
		t.Fatal(err)
	}
	if _, err := store.Open(onMem(fs), w.genesis); !errors.Is(err, store.ErrUnfinished) {
		t.Errorf("not whole: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.restore(t, ended, onMem(fs), Executed, w.archive, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	clear(w.asked)
	r, err := w.restore(t, t.Context(), onMem(fs), Executed, w.archive, nil)
	if err != nil || r.Before != 3 || r.Batch != 5 {
		t.Fatalf("%+v, %v", r, err)
	}
	if len(w.asked) != 2 {
		t.Errorf("%d commit transactions were read", len(w.asked))
	}
	w.check(t, fs)
}

func TestIntoRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(t *testing.T, w *world, b *onL1) // the second of three batches
		want   error
		text   string
	}{
		"another state": {func(t *testing.T, w *world, b *onL1) {
			b.committed.StateAfter[0] ^= 1
			w.publish(t, b)
		}, derive.ErrMismatch, "batch 2: state commitment"},
		"other pubdata": {func(t *testing.T, w *world, b *onL1) {
			b.pubdata[len(b.pubdata)-1] ^= 1
			w.publish(t, b)
		}, nil, "batch 2"},
		"not what L1 stores": {func(_ *testing.T, _ *world, b *onL1) { b.stored[0] ^= 1 }, ErrOtherCall, "batch 2"},
		"other data than committed": {func(t *testing.T, w *world, b *onL1) {
			b.committed.DAInput[5] ^= 1
			republish(t, b)
		}, da.ErrMismatch, "batch 2"},
		"another root of logs": {func(t *testing.T, w *world, b *onL1) {
			b.committed.Output.L2LogsRoot[0] ^= 1
			w.publish(t, b)
		}, derive.ErrMismatch, "root of logs"},
		"other blocks than the pubdata have": {func(t *testing.T, w *world, b *onL1) {
			b.committed.LastBlock++
			w.publish(t, b)
		}, derive.ErrMismatch, "commit call: blocks 3 to 5"},
		"another genesis": {func(_ *testing.T, w *world, _ *onL1) {
			other := *w.genesis
			other.Timestamp++
			w.genesis = &other
		}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w, fs := newWorld(t, rollup.DACalldata), vfs.NewMem()
			for range 3 {
				w.seal(t, 2, 5)
			}
			right := *w.genesis
			c.change(t, w, w.batches[1])
			if name == "another genesis" { // the world answers with the other one
				s, err := store.StartRebuild(onMem(fs), &right)
				if err != nil {
					t.Fatal(err)
				}
				defer s.Close()
				_, err = Into(t.Context(), w, Config{Chain: chainAddress}, Destination{Store: s, Genesis: &right})
				if !errors.Is(err, derive.ErrMismatch) || !strings.Contains(err.Error(), "batch 0") {
					t.Error(err)
				}
				return
			}
			_, err := w.restore(t, t.Context(), onMem(fs), Executed, nil, nil)
			if err == nil || (c.want != nil && !errors.Is(err, c.want)) || !strings.Contains(err.Error(), c.text) {
				t.Fatalf("error %v", err)
			}
			if _, err := store.Open(onMem(fs), w.genesis); !errors.Is(err, store.ErrUnfinished) {
				t.Errorf("what is left opens: %v", err)
			}
		})
	}
}

// L1 may revert and replace batches between two runs.
func TestIntoOtherHistory(t *testing.T) {
	w, fs := newWorld(t, rollup.DABlobs), vfs.NewMem()
	for range 3 {
		w.seal(t, 2, 5)
	}
	if _, err := w.restore(t, t.Context(), onMem(fs), Committed, missing{w.archive, w.batches[2].tx.BlobHashes()[0]}, nil); !errors.Is(err, da.ErrNoBlob) {
		t.Fatal(err)
	}
	stored := w.batches[1].stored
	w.batches[1].stored[0] ^= 1
	if _, err := w.restore(t, t.Context(), onMem(fs), Committed, w.archive, nil); !errors.Is(err, ErrOtherHistory) {
		t.Errorf("replaced: %v", err)
	}
	w.batches[1].stored, w.committed = stored, 1
	if _, err := w.restore(t, t.Context(), onMem(fs), Committed, w.archive, nil); !errors.Is(err, ErrOtherHistory) {
		t.Errorf("reverted: %v", err)
	}
	w.committed = 3
	if _, err := w.restore(t, t.Context(), onMem(fs), Committed, w.archive, nil); err != nil {
		t.Error(err)
	}
	w.check(t, fs)
}

// A chain of many batches comes back from an L1 that answers at once, onto the disk. Blobs are checked against their hashes.
func BenchmarkInto(b *testing.B) {
	for name, scheme := range schemes {
		b.Run(name, func(b *testing.B) {
			const batches, accounts = 200, 500
			w := newWorld(b, scheme)
			bytes := 0
			for range batches {
				bytes += len(w.seal(b, 20, accounts).pubdata)
			}
			b.SetBytes(int64(bytes))
			took := time.Duration(0)
			for b.Loop() {
				began := time.Now()
				r, err := w.restore(b, b.Context(), store.Config{Dir: b.TempDir()}, Executed, w.archive, nil)
				if err != nil || r.Batch != batches {
					b.Fatal(r, err)
				}
				took += time.Since(began)
			}
			b.ReportMetric(float64(b.N*batches)/took.Seconds(), "batches/s")
			b.ReportMetric(float64(b.N*batches*accounts)/took.Seconds(), "accounts/s")
		})
	}
}

// republish makes the commit transaction again of what the batch says, without making the data anew.
func republish(t *testing.T, b *onL1) {
	t.Helper()
	call, err := operator.Commit(chainAddress, &rollup.StoredBatchInfo{}, []operator.Committed{b.committed})
	if err != nil {
		t.Fatal(err)
	}
	b.tx = types.NewTx(&types.DynamicFeeTx{To: &timelockAddress, Data: call})
}

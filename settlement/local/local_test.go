package local

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

func event(kind operator.Kind, first, last uint64) watch.BatchEvent {
	return watch.BatchEvent{Event: operator.Event{Kind: kind, First: first, Last: last}, Tx: common.Hash{byte(kind)}, L1Block: 5, L1Time: 6}
}

func TestAdvanced(t *testing.T) {
	p := store.L1Progress{}
	for i, step := range []struct {
		kind operator.Kind
		last uint64
		want store.L1Progress
	}{
		{operator.BatchCommitted, 2, store.L1Progress{Committed: 2}},
		{operator.BatchCommitted, 1, store.L1Progress{Committed: 2}}, // an old event again
		{operator.BatchesProven, 1, store.L1Progress{Committed: 2, Proven: 1}},
		{operator.BatchesProven, 9, store.L1Progress{Committed: 2, Proven: 2}}, // not all of them are here
		{operator.BatchExecuted, 1, store.L1Progress{Committed: 2, Proven: 2, Executed: 1}},
	} {
		if p = advanced(p, step.kind, step.last); p != step.want {
			t.Errorf("step %d: %+v, want %+v", i, p, step.want)
		}
	}
}

func TestWith(t *testing.T) {
	var s store.BatchL1Status
	for _, kind := range []operator.Kind{operator.BatchCommitted, operator.BatchesProven, operator.BatchExecuted} {
		s = with(s, event(kind, 1, 1))
	}
	if s.Commit.Tx != (common.Hash{1}) || s.Prove.Tx != (common.Hash{2}) || s.Execute.Tx != (common.Hash{3}) || s.Execute.Time != 6 || s.Prove.Block != 5 {
		t.Errorf("%+v", s)
	}
}

func openStore(t *testing.T) *store.Store {
	t.Helper()
	genesis := &store.Genesis{Config: rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000}}
	s, err := store.Open(store.Config{Dir: t.TempDir()}, genesis)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestKV(t *testing.T) {
	s := openStore(t)
	var kv durable.KV = KV{s.KV("settlement")}
	if _, ok, err := kv.Get([]byte("a")); ok || err != nil {
		t.Fatalf("empty view: %v, %v", ok, err)
	}
	if err := kv.Write(durable.Change{Key: []byte("a"), Value: []byte("1")}, durable.Change{Key: []byte("b"), Value: []byte("2")}, durable.Change{Key: []byte("c"), Value: []byte("3")}); err != nil {
		t.Fatal(err)
	}
	if err := kv.Write(durable.Change{Key: []byte("b")}); err != nil {
		t.Fatal(err)
	}
	list := func(from, to []byte, limit int) (out string) {
		if err := kv.Scan(from, to, func(k, v []byte) bool { out += fmt.Sprintf("%s=%s ", k, v); limit--; return limit > 0 }); err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got := list(nil, nil, 9); got != "a=1 c=3 " {
		t.Errorf("all: %s", got)
	}
	if got := list([]byte("b"), nil, 9); got != "c=3 " {
		t.Errorf("from b: %s", got)
	}
	if got := list(nil, nil, 1); got != "a=1 " {
		t.Errorf("first: %s", got)
	}
	if v, ok, err := kv.Get([]byte("c")); !ok || string(v) != "3" || err != nil {
		t.Errorf("c: %s, %v", v, err)
	}
	var other durable.KV = KV{s.KV("watch")}
	if _, ok, _ := other.Get([]byte("a")); ok {
		t.Error("views share keys")
	}
}

// TestBatchesThatAreNotHere: a node without batches sees them on L1 and records nothing.
func TestBatchesThatAreNotHere(t *testing.T) {
	s := openStore(t)
	b := Batches{Store: s}
	if last, err := b.LastSealed(); last != 0 || err != nil {
		t.Fatalf("last %d, %v", last, err)
	}
	if _, err := b.Sealed(1); err == nil {
		t.Error("batch 1 of an empty store")
	}
	r := Recorder{s}
	for _, e := range []watch.BatchEvent{event(operator.BatchCommitted, 1, 1), event(operator.BatchesProven, 1, 1), event(operator.BatchExecuted, 1, 1), event(operator.BatchesReverted, 0, 0)} {
		if err := r.OnBatch(e); err != nil {
			t.Errorf("%v: %v", e.Kind, err)
		}
	}
	if p, err := s.L1Progress(); p != (store.L1Progress{}) || err != nil {
		t.Errorf("%+v, %v", p, err)
	}
}

// sealed is a store with a batch of one empty block.
func sealed(t *testing.T) (*store.Store, *store.SealedBatch) {
	t.Helper()
	s := openStore(t)
	state, err1 := s.ChainStateAt(0)
	pre, err2 := s.StateAt(0)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	cfg := s.Genesis().Config
	result, err := stf.ExecuteBlock(&cfg, state, pre, &rollup.Block{Env: rollup.BlockEnv{Number: 1, Timestamp: 1, GasLimit: 100_000_000}})
	if err != nil {
		t.Fatal(err)
	}
	b := &store.SealedBatch{Batch: rollup.Batch{Number: 1, FirstBlock: 1, LastBlock: 1, StateAfter: common.Hash{7}, Output: rollup.BatchOutput{ChainID: 271}}}
	if err := errors.Join(s.AppendBlock(result), s.PutBatch(b)); err != nil {
		t.Fatal(err)
	}
	return s, b
}

func TestCompare(t *testing.T) {
	s, b := sealed(t)
	r := Recorder{s}
	same := event(operator.BatchCommitted, 1, 1)
	same.StateCommitment, same.OutputHash = b.StateAfter, b.Output.Hash()
	state, output, later, proven, genesis := same, same, same, same, same
	state.StateCommitment, output.OutputHash, output.Kind = common.Hash{8}, common.Hash{9}, operator.BatchExecuted
	later.Last, later.StateCommitment = 2, common.Hash{8}
	proven.Kind, proven.StateCommitment, proven.OutputHash = operator.BatchesProven, common.Hash{}, common.Hash{}
	genesis.Last, genesis.StateCommitment = 0, common.Hash{8}
	for name, c := range map[string]struct {
		event watch.BatchEvent
		want  error
	}{"same": {same, nil}, "state": {state, ErrDisagrees}, "output": {output, ErrDisagrees}, "not here": {later, nil}, "proof": {proven, nil}, "genesis": {genesis, nil}} {
		if err := r.Compare(c.event); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// chainL1 is an L1 whose contract has committed so many batches, the last of them with this hash.
type chainL1 struct {
	committed uint64
	hash      common.Hash
	err       error
}

func (c chainL1) Head(context.Context) (l1.Ref, error) {
	return l1.Ref{Number: 9, Hash: common.Hash{9}}, c.err
}

func (c chainL1) CallContract(context.Context, ethereum.CallMsg, *big.Int) ([]byte, error) {
	return nil, errors.New("a call that names no block by hash")
}

func (c chainL1) CallContractAtHash(_ context.Context, call ethereum.CallMsg, block common.Hash) ([]byte, error) {
	if block != (common.Hash{9}) {
		return nil, errors.New("another block")
	}
	if bytes.HasPrefix(call.Data, crypto.Keccak256([]byte("storedBatchHash(uint256)"))[:4]) {
		return c.hash[:], nil
	}
	return common.BigToHash(new(big.Int).SetUint64(c.committed)).Bytes(), nil
}

func TestSuperseded(t *testing.T) {
	s, b := sealed(t)
	ours := b.Stored()
	down := errors.New("L1 is down")
	for name, c := range map[string]struct {
		l1   chainL1
		want bool
		err  error
	}{
		"reverted":                        {chainL1{0, common.Hash{1}, nil}, true, nil}, // the hash is left behind
		"reverted, and committed as here": {chainL1{1, ours.Hash(), nil}, true, nil},
		"still there":                     {chainL1{1, common.Hash{1}, nil}, false, nil},
		"none where one should be":        {chainL1{1, common.Hash{}, nil}, false, nil},
		"no answer":                       {chainL1{0, ours.Hash(), down}, false, down},
	} {
		got, err := (Recorder{s}).Superseded(t.Context(), c.l1, common.Address{1}, event(operator.BatchCommitted, 1, 1))
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if _, err := (Recorder{s}).Superseded(t.Context(), chainL1{}, common.Address{1}, event(operator.BatchCommitted, 2, 2)); !errors.Is(err, store.ErrNotFound) {
		t.Error("a batch that is not here:", err)
	}
}

func TestForget(t *testing.T) {
	s, _ := sealed(t)
	if err := errors.Join((Recorder{s}).OnBatch(event(operator.BatchCommitted, 1, 1)), (Recorder{s}).OnBatch(event(operator.BatchesProven, 1, 1))); err != nil {
		t.Fatal(err)
	}
	for _, kv := range []KV{Watched(s), Intents(s), Costs(s), {s.KV("other")}} {
		if err := kv.Write(durable.Change{Key: []byte("a"), Value: []byte("1")}, durable.Change{Key: []byte("b"), Value: []byte("2")}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := Forget(s); err != nil {
			t.Fatal(err)
		}
	}
	for name, left := range map[string]struct {
		kv   KV
		want int
	}{"watched": {Watched(s), 0}, "intents": {Intents(s), 0}, "costs": {Costs(s), 0}, "other": {KV{s.KV("other")}, 2}} {
		n := 0
		if err := left.kv.Scan(nil, nil, func(_, _ []byte) bool { n++; return true }); err != nil || n != left.want {
			t.Errorf("%s: %d entries left, %v", name, n, err)
		}
	}
	status, err1 := s.BatchL1Status(1)
	progress, err2 := s.L1Progress()
	if err := errors.Join(err1, err2); err != nil || status != (store.BatchL1Status{}) || progress != (store.L1Progress{}) {
		t.Errorf("left: %+v, %+v, %v", status, progress, err)
	}
}

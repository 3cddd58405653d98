package watch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

var contract = common.Address{0xcc}

// chain is a made-up L1: block i+1 has the hash of its salt and the logs listed.
type chain struct {
	blocks []block
	depth  uint64 // blocks below the head that are not final
	hidden uint64 // newest blocks whose logs are not shown, as by a node that is late
}

type block struct {
	salt string
	logs []types.Log
}

func (c *chain) head() uint64 { return uint64(len(c.blocks)) }

func (c *chain) ref(n uint64) l1.Ref {
	if n == 0 {
		return l1.Ref{Hash: common.Hash{0xff}}
	}
	parent := c.ref(n - 1).Hash
	return l1.Ref{Number: n, Hash: crypto.Keccak256Hash(parent[:], []byte(c.blocks[n-1].salt)), Parent: parent, Time: 1000 + n}
}

func (c *chain) Final(context.Context) (l1.Ref, error) {
	return c.ref(c.head() - min(c.head(), c.depth)), nil
}

func (c *chain) Block(_ context.Context, n uint64) (l1.Ref, error) {
	if n > c.head() {
		return l1.Ref{}, ethereum.NotFound
	}
	return c.ref(n), nil
}

func (c *chain) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	return &types.Header{Number: new(big.Int).SetUint64(c.head()), BaseFee: big.NewInt(5)}, nil
}

func (c *chain) BlobBaseFee(context.Context) (*big.Int, error)      { return big.NewInt(6), nil }
func (c *chain) SuggestGasTipCap(context.Context) (*big.Int, error) { return big.NewInt(7), nil }

func (c *chain) Logs(_ context.Context, q ethereum.FilterQuery, from, to uint64, visit func(uint64, []types.Log) error) error {
	if len(q.Addresses) != 1 || q.Addresses[0] != contract {
		return errors.New("logs of another contract")
	}
	for ; from <= to; from += 2 { // ranges of two blocks
		last := min(to, from+1)
		var logs []types.Log
		for n := max(from, 1); n <= last; n++ {
			if n+c.hidden <= c.head() {
				logs = append(logs, c.logs(n)...)
			}
		}
		if err := visit(last, logs); err != nil {
			return err
		}
	}
	return nil
}

func (c *chain) BlockLogs(_ context.Context, _ ethereum.FilterQuery, b l1.Ref) ([]types.Log, error) {
	if b.Number+c.hidden > c.head() || c.ref(b.Number) != b {
		return nil, ethereum.NotFound
	}
	return c.logs(b.Number), nil
}

func (c *chain) logs(n uint64) (logs []types.Log) {
	for _, log := range c.blocks[n-1].logs {
		log.BlockNumber, log.TxHash = n, common.Hash{byte(n)}
		logs = append(logs, log)
	}
	return logs
}

func operation(id uint64, data string) types.Log {
	tx := &rollup.CanonicalTx{Type: rollup.PriorityTxType, Nonce: id, GasLimit: 1, Value: *uint256.NewInt(1), Data: []byte(data)}
	return operator.PriorityRequestLog(tx, 77)
}

func batchCommitted(n uint64) types.Log {
	return types.Log{Topics: []common.Hash{crypto.Keccak256Hash([]byte("BlockCommit(uint256,bytes32,bytes32)")), common.BigToHash(new(big.Int).SetUint64(n)), {1}, {2}}}
}

func newWatcher(t *testing.T, c *chain, kv durable.KV, change func(*Config)) *Watcher {
	t.Helper()
	cfg := DefaultConfig(contract)
	cfg.Log = slog.New(slog.DiscardHandler)
	if change != nil {
		change(&cfg)
	}
	w, err := New(c, kv, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func poll(t *testing.T, w *Watcher) {
	t.Helper()
	if err := w.Poll(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func queue(t *testing.T, w *Watcher, from uint64, limit int) (out string) {
	t.Helper()
	ops, err := w.Next(from, limit)
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range ops {
		out += fmt.Sprintf("%d:%s ", op.ID, op.Tx.Data)
	}
	return out
}

func TestMirrorAndRestart(t *testing.T) {
	c := &chain{depth: 1, blocks: []block{{logs: []types.Log{operation(0, "a"), operation(1, "b")}}, {}, {logs: []types.Log{operation(2, "c")}}, {logs: []types.Log{operation(3, "d")}}}}
	kv := &durable.Memory{}
	notified := uint64(0)
	w := newWatcher(t, c, kv, func(cfg *Config) { cfg.OnPriority = func(next uint64) { notified = next } })
	poll(t, w)
	if got := queue(t, w, 0, 10); got != "0:a 1:b 2:c " || notified != 3 {
		t.Fatalf("%s, notified %d (block 4 is not final)", got, notified)
	}
	if got := queue(t, w, 1, 1); got != "1:b " {
		t.Errorf("from 1: %s", got)
	}
	c.blocks = append(c.blocks, block{}, block{logs: []types.Log{operation(4, "e")}}, block{})
	w = newWatcher(t, c, kv, nil)
	poll(t, w)
	if got := queue(t, w, 2, 10); got != "2:c 3:d 4:e " {
		t.Errorf("after restart: %s", got)
	}
	if n, err := w.Count(); n != 5 || err != nil {
		t.Errorf("count %d, %v", n, err)
	}
	ops, _ := w.Next(4, 1)
	if ops[0].L1Block != 6 || ops[0].Expiration != 77 || ops[0].L1Tx != (common.Hash{6}) {
		t.Errorf("%+v", ops[0])
	}
	if p, ok := w.Prices(); !ok || p.BaseFeeWei.Int64() != 5 || p.BlobBaseFeeWei.Int64() != 6 || p.TipWei.Int64() != 7 {
		t.Errorf("prices %+v", p)
	}
}

func TestGap(t *testing.T) {
	for name, logs := range map[string][]types.Log{
		"first is missing": {operation(1, "b")}, "hole": {operation(0, "a"), operation(2, "c")},
	} {
		w := newWatcher(t, &chain{blocks: []block{{logs: logs}}}, &durable.Memory{}, nil)
		for range maxAgain { // the node may only be late
			if err := w.Poll(t.Context()); l1.KindOf(err) != l1.Rewind {
				t.Fatalf("%s: error %v", name, err)
			}
		}
		if err := w.Poll(t.Context()); !errors.Is(err, ErrGap) || l1.KindOf(err) != l1.Critical {
			t.Errorf("%s: error %v", name, err)
		}
		if got := queue(t, w, 0, 9); got != "" {
			t.Errorf("%s: kept %s", name, got)
		}
	}
}

func TestReorganisation(t *testing.T) {
	c := &chain{blocks: []block{{logs: []types.Log{operation(0, "a")}}, {}, {logs: []types.Log{operation(1, "b")}}, {logs: []types.Log{operation(2, "c")}}}}
	included := uint64(1)
	w := newWatcher(t, c, &durable.Memory{}, func(cfg *Config) { cfg.Included = func() uint64 { return included } })
	poll(t, w)
	c.blocks = append(c.blocks[:2], block{salt: "other"}, block{salt: "other", logs: []types.Log{operation(1, "B")}})
	poll(t, w)
	if got := queue(t, w, 0, 9); got != "0:a 1:B " {
		t.Errorf("after the reorganisation: %s", got)
	}
	included = 2
	c.blocks = append(c.blocks[:2], block{salt: "third", logs: []types.Log{operation(1, "x")}}, block{})
	if err := w.Poll(t.Context()); !errors.Is(err, ErrQueueChanged) {
		t.Errorf("an included operation changed: %v", err)
	}
	c.blocks = append(c.blocks[:2], block{salt: "fourth", logs: []types.Log{operation(1, "B"), operation(2, "y")}})
	poll(t, w)
	if got := queue(t, w, 0, 9); got != "0:a 1:B 2:y " {
		t.Errorf("an included operation moved: %s", got)
	}
}

func TestReorganisationBelowEverythingKnown(t *testing.T) {
	c := &chain{blocks: []block{{logs: []types.Log{operation(0, "a")}}, {}}}
	w := newWatcher(t, c, &durable.Memory{}, nil)
	poll(t, w)
	c.blocks = []block{{salt: "new", logs: []types.Log{operation(0, "z")}}, {}}
	poll(t, w)
	if got := queue(t, w, 0, 9); got != "0:z " {
		t.Errorf("queue %s", got)
	}
}

func TestBatchEventsAreReported(t *testing.T) {
	c := &chain{blocks: []block{{}, {logs: []types.Log{batchCommitted(1), operation(0, "a")}}}}
	var seen []BatchEvent
	refuse := errors.New("store is full")
	fail := true
	kv := &durable.Memory{}
	onBatch := func(e BatchEvent) error {
		if fail {
			return refuse
		}
		seen = append(seen, e)
		return nil
	}
	w := newWatcher(t, c, kv, func(cfg *Config) { cfg.OnBatch = onBatch })
	if err := w.Poll(t.Context()); !errors.Is(err, refuse) {
		t.Fatalf("error %v", err)
	}
	if cursor, _ := w.Cursor(); cursor.Number >= 2 {
		t.Fatal("the cursor passed an event that was not taken")
	}
	fail = false
	poll(t, newWatcher(t, c, kv, func(cfg *Config) { cfg.OnBatch = onBatch }))
	if len(seen) != 1 || seen[0].Kind != operator.BatchCommitted || seen[0].First != 1 || seen[0].L1Time != 1002 || seen[0].Tx != (common.Hash{2}) {
		t.Fatalf("%+v", seen)
	}
}

func TestTrailIsBounded(t *testing.T) {
	c := &chain{}
	w := newWatcher(t, c, &durable.Memory{}, nil)
	for range trailLength + 20 {
		c.blocks = append(c.blocks, block{})
		poll(t, w)
	}
	refs, err := w.trail()
	if err != nil || len(refs) != trailLength {
		t.Fatalf("%d entries, %v", len(refs), err)
	}
}

func TestStoreOfAnotherContract(t *testing.T) {
	kv := &durable.Memory{}
	newWatcher(t, &chain{}, kv, nil)
	cfg := DefaultConfig(common.Address{1})
	if _, err := New(&chain{}, kv, cfg); err == nil {
		t.Error("accepted")
	}
	if _, err := New(&chain{}, kv, Config{}); err == nil {
		t.Error("empty configuration accepted")
	}
}

func FuzzDecodeOp(f *testing.F) {
	f.Add([]byte{0xc4, 0x80, 0x80, 0x80, 0x80})
	f.Fuzz(func(t *testing.T, enc []byte) {
		if _, err := decodeOp(enc); err != nil && !errors.Is(err, errStored) {
			t.Fatal(err)
		}
	})
}

// TestUndone: what L1 has done with batches and reverted since is not told any more when both are read together; the same batches later are.
func TestUndone(t *testing.T) {
	log := func(signature string, topics []common.Hash, words ...uint64) types.Log {
		l := types.Log{Topics: append([]common.Hash{crypto.Keccak256Hash([]byte(signature))}, topics...)}
		for _, w := range words {
			l.Data = append(l.Data, common.LeftPadBytes(new(big.Int).SetUint64(w).Bytes(), 32)...)
		}
		return l
	}
	number := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	proven := log("BlocksVerification(uint256,uint256)", []common.Hash{number(1), number(2)})
	reverted := log("BlocksRevert(uint256,uint256,uint256)", nil, 1, 1, 1)
	c := &chain{blocks: []block{{logs: []types.Log{batchCommitted(1), batchCommitted(2)}}, {logs: []types.Log{proven, batchCommitted(3)}}, {logs: []types.Log{reverted, batchCommitted(2)}}}}
	var told string
	tell := func(cfg *Config) {
		cfg.OnBatch = func(e BatchEvent) error { told += fmt.Sprintf("%d:%v:%d ", e.L1Block, e.Kind, e.Last); return nil }
	}
	poll(t, newWatcher(t, c, &durable.Memory{}, tell))
	if want := "1:batch committed:1 3:batches reverted:1 3:batch committed:2 "; told != want {
		t.Errorf("told %q, want %q", told, want)
	}
	told, c.depth = "", 1
	w := newWatcher(t, c, &durable.Memory{}, tell)
	poll(t, w)
	c.depth = 0
	poll(t, w)
	if want := "1:batch committed:1 1:batch committed:2 2:batches proven:2 2:batch committed:3 3:batches reverted:1 3:batch committed:2 "; told != want {
		t.Errorf("one after the other it told %q, want %q", told, want)
	}
}

package settlement

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/deploy"
	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/chaintest"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// fixture is an L1 with all contracts and one chain on it. Blocks are made by seal.
type fixture struct {
	t       *testing.T
	node    *devl1.L1
	client  *l1.Client
	d       *deploy.Deployment
	config  rollup.ChainConfig
	genesis common.Hash
}

func setUp(t *testing.T, scheme rollup.DAScheme) *fixture {
	t.Helper()
	f := &fixture{t: t, genesis: common.Hash{0x6e}, config: rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000}}
	f.node = l1test.Start(t, 0)
	f.client = l1test.Attach(t, f.node, 0)
	f.d = chaintest.Put(t, f.client, f.config, scheme, func(*deploy.Deployment) (common.Hash, error) { return f.genesis, nil })
	return f
}

// sealed are batches made up for the test: what they say is consistent, and L1 cannot tell that no blocks stand behind them.
type sealed struct {
	first rollup.StoredBatchInfo
	list  []*stage.Batch
}

func (s *sealed) LastSealed() (uint64, error)           { return uint64(len(s.list)), nil }
func (s *sealed) Sealed(n uint64) (*stage.Batch, error) { return s.list[n-1], nil }
func (s *sealed) Genesis() rollup.StoredBatchInfo       { return s.first }

func (f *fixture) batches(scheme rollup.DAScheme, n int) *sealed {
	f.t.Helper()
	s := &sealed{first: rollup.GenesisBatch(f.genesis)}
	head, err := f.client.Head(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	before := f.genesis
	for i := uint64(1); i <= uint64(n); i++ {
		b := &stage.Batch{Pubdata: bytes.Repeat([]byte{byte(i)}, 100*int(i))}
		data, err := da.Prepare(scheme, b.Pubdata)
		if err != nil {
			f.t.Fatal(err)
		}
		b.Batch = rollup.Batch{
			Number: i, FirstBlock: 2*i - 1, LastBlock: 2 * i, StateBefore: before, StateAfter: crypto.Keccak256Hash(before[:]), ConfigHash: f.config.Hash(),
			Output: rollup.BatchOutput{
				ChainID: f.config.ChainID, FirstBlockTimestamp: head.Time, LastBlockTimestamp: head.Time, DAScheme: scheme, DACommitment: data.Commitment, NumL2Txs: i,
				PriorityOpsHash: rollup.EmptyRollingHash, L2LogsRoot: rollup.L2LogsRoot(nil), SettlementChainID: f.client.ID(),
			},
		}
		b.PublicInput = rollup.PublicInput(b.StateBefore, b.StateAfter, b.ConfigHash, b.Output.Hash())
		before = b.StateAfter
		s.list = append(s.list, b)
	}
	return s
}

func (f *fixture) settings(change func(*Config)) Config {
	cfg := DefaultConfig()
	cfg.Chain, cfg.Timelock, cfg.Log = f.d.Chain, f.d.Timelock, slog.New(slog.DiscardHandler)
	cfg.Committer, cfg.Prover, cfg.Executor = chaintest.Signers(f.client.ID())
	cfg.Poll = 3 * time.Millisecond
	if change != nil {
		change(&cfg)
	}
	return cfg
}

// totals asks again when the connection to L1 breaks, as it does on a machine that is busy enough.
func (f *fixture) totals() operator.Totals {
	f.t.Helper()
	ask := operator.Contract{L1: f.client, Chain: f.d.Chain, Timelock: f.d.Timelock}.Totals
	t, err := ask(f.t.Context(), nil)
	for range 100 {
		if err == nil || l1.KindOf(err) != l1.Temporary {
			break
		}
		time.Sleep(20 * time.Millisecond)
		t, err = ask(f.t.Context(), nil)
	}
	if err != nil {
		f.t.Fatal(err)
	}
	return t
}

// settle runs until L1 has executed this many batches.
func (f *fixture) settle(s *Settlement, executed uint64) {
	f.t.Helper()
	ctx, cancel := context.WithTimeout(f.t.Context(), patience)
	defer cancel()
	done := make(chan error, 1)
	run, stop := context.WithCancel(ctx)
	go func() { done <- s.Run(run) }()
	for f.totals().Executed < executed && ctx.Err() == nil && len(done) == 0 {
		time.Sleep(2 * time.Millisecond)
	}
	stop()
	if err := <-done; err != nil {
		f.t.Fatal(err)
	}
	if got := f.totals(); got.Executed != executed {
		f.t.Fatalf("L1: %+v", got)
	}
}

func (f *fixture) archive() *da.Archive {
	f.t.Helper()
	archive, err := da.OpenArchive(f.t.TempDir())
	if err != nil {
		f.t.Fatal(err)
	}
	return archive
}

func (f *fixture) new(chain Chain, kv durable.KV, batches stage.Batches, archive *da.Archive, change func(*Config)) *Settlement {
	f.t.Helper()
	s, err := New(chain, kv, batches, archive, prove.PublicInputs{}, f.settings(change))
	if err != nil {
		f.t.Fatal(err)
	}
	return s
}

// TestEverySchemeAndBack settles batches and reads their pubdata back from L1.
func TestEverySchemeAndBack(t *testing.T) {
	for scheme, perTx := range map[rollup.DAScheme]uint64{rollup.DABlobs: 1, rollup.DACalldata: 3, rollup.DAValidium: 2} {
		t.Run(fmt.Sprint("scheme ", scheme), func(t *testing.T) {
			f := setUp(t, scheme)
			batches, archive := f.batches(scheme, 4), f.archive()
			f.settle(f.new(f.client, &durable.Memory{}, batches, archive, func(c *Config) { c.MaxBatches = perTx }), 4)
			f.checkWatched(4)
			source, err := fetch.Open(t.Context(), f.client, fetch.Config{Chain: f.d.Chain, StartBlock: f.d.StartBlock, Blobs: da.Any{archive, da.Remote{URL: f.node.HTTPURL() + "/blobs"}}})
			if err != nil || source.Total() != 4 {
				t.Fatal(err)
			}
			if err := source.CheckGenesis(t.Context(), f.genesis); err != nil {
				t.Error(err)
			}
			if source.CheckGenesis(t.Context(), common.Hash{1}) == nil {
				t.Error("another genesis accepted")
			}
			if scheme == rollup.DAValidium {
				if _, err := source.Next(t.Context()); !errors.Is(err, da.ErrNotPublished) {
					t.Fatalf("validium: %v", err)
				}
				return
			}
			for _, b := range batches.list {
				got, err := source.Next(t.Context())
				if err != nil || !bytes.Equal(got.Pubdata, b.Pubdata) || got.StateCommitment != b.StateAfter {
					t.Fatalf("batch %d: %v", b.Number, err)
				}
			}
			if _, err := source.Next(t.Context()); !errors.Is(err, io.EOF) {
				t.Errorf("after the last: %v", err)
			}
		})
	}
}

// checkWatched reads the events of the real contracts: every batch committed, proven and executed once.
func (f *fixture) checkWatched(n uint64) {
	f.t.Helper()
	seen := make(map[string]int)
	cfg := watch.DefaultConfig(f.d.Chain)
	cfg.StartBlock = f.d.StartBlock
	cfg.OnBatch = func(e watch.BatchEvent) error {
		for b := e.First; b <= e.Last; b++ {
			seen[fmt.Sprint(e.Kind, b)]++
		}
		return nil
	}
	w, err := watch.New(f.client, &durable.Memory{}, cfg)
	if err != nil {
		f.t.Fatal(err)
	}
	if err := w.Poll(f.t.Context()); err != nil {
		f.t.Fatal(err)
	}
	for b := uint64(1); b <= n; b++ {
		for _, kind := range []operator.Kind{operator.BatchCommitted, operator.BatchesProven, operator.BatchExecuted} {
			if seen[fmt.Sprint(kind, b)] != 1 {
				f.t.Errorf("%v %d: %d times", kind, b, seen[fmt.Sprint(kind, b)])
			}
		}
	}
}

// TestKilledAnywhere settles batch after batch; each is killed at another write or send, before or after it took effect, and settled by a new
// process on the same store. Nothing is lost, nothing happens twice.
func TestKilledAnywhere(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	const perBatch = 12 // effects of settling one: three times intended, signed, sent, final with their sends
	batches, kv, archive := f.batches(rollup.DACalldata, 2*(perBatch+4)), &durable.Memory{}, f.archive()
	all := batches.list
	crashes := 0
	for i := range all {
		batches.list = all[:i+1]
		bomb := &crash.Fuse{Left: i % (perBatch + 4), Happens: i >= perBatch+4}
		for _, mortal := range []bool{true, false} {
			var chain Chain = f.client
			var store durable.KV = kv
			if mortal {
				chain, store = bomb.Client(f.client), bomb.KV(kv)
			}
			cfg := f.settings(nil)
			s, err := New(chain, store, batches, archive, prove.PublicInputs{}, cfg)
			for deadline := time.Now().Add(patience); err == nil && !f.finished(kv, uint64(i+1)); {
				if err = s.Step(t.Context()); err != nil && l1.KindOf(err) == l1.Temporary {
					err = nil // as Run does
				}
				if time.Now().After(deadline) {
					t.Fatalf("batch %d: stuck at %+v", i+1, f.totals())
				}
				time.Sleep(time.Millisecond)
			}
			if err != nil && !(mortal && errors.Is(err, crash.Err)) {
				t.Fatalf("batch %d: %v", i+1, err)
			}
		}
		if bomb.Blown() {
			crashes++
		}
	}
	if crashes < 2*perBatch {
		t.Errorf("only %d crashes", crashes)
	}
	f.checkWatched(uint64(len(all)))
	t.Logf("%d crashes survived", crashes)
}

// finished reports whether a batch is executed and its last intent is final.
func (f *fixture) finished(kv durable.KV, batch uint64) bool {
	f.t.Helper()
	if f.totals().Executed < batch {
		return false
	}
	inFlight := 0
	for _, a := range []string{devl1.Committer, devl1.Prover, devl1.Executor} {
		prefix := devl1.Operators()[a].Address.Hex() + "/flight/"
		err := kv.Scan([]byte(prefix), durable.After([]byte(prefix)), func(_, _ []byte) bool { inFlight++; return true })
		if err != nil {
			f.t.Fatal(err)
		}
	}
	return inFlight == 0
}

// TestL1RevertsBatches: the operator undoes batches on L1, and settlement commits them again.
func TestL1RevertsBatches(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	batches, kv, archive := f.batches(rollup.DACalldata, 2), &durable.Memory{}, f.archive()
	all := batches.list
	batches.list = all[:1]
	f.settle(f.new(f.client, kv, batches, archive, nil), 1)
	// Commit batch 2 without letting anybody prove it, then revert it.
	batches.list = all
	s := f.new(f.client, kv, batches, archive, nil)
	for f.totals().Committed < 2 {
		if _, err := s.stages[0].Step(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.managers[0].Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	data, err := operator.Revert(f.d.Chain, 1)
	if err != nil {
		t.Fatal(err)
	}
	f.send(devl1.Deployer, data)
	if got := f.totals(); got.Committed != 1 {
		t.Fatalf("%+v", got)
	}
	f.settle(f.new(f.client, kv, batches, archive, nil), 2)
}

// send makes a call to the timelock from an operator's account, which has to succeed.
func (f *fixture) send(from string, data []byte) {
	f.t.Helper()
	if !f.trySend(from, data) {
		f.t.Fatal("failed on L1")
	}
}

// trySend reports whether the call succeeded.
func (f *fixture) trySend(from string, data []byte) bool {
	f.t.Helper()
	account := devl1.Operators()[from]
	nonce, err := f.client.NonceAt(f.t.Context(), account.Address, nil)
	if err != nil {
		f.t.Fatal(err)
	}
	id := new(big.Int).SetUint64(f.client.ID())
	tx := types.MustSignNewTx(account.Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: 1_000_000, To: &f.d.Timelock, Data: data,
	})
	if err := f.client.SendTransaction(f.t.Context(), tx); err != nil {
		f.t.Fatal(err)
	}
	r, err := bridge.Mined(f.t.Context(), f.client, tx.Hash(), time.Millisecond)
	if err != nil {
		f.t.Fatal(err)
	}
	return r.Status == types.ReceiptStatusSuccessful
}

// TestStopsInsteadOfBurningGas: what L1 would refuse is not sent, and the error says why.
func TestStopsInsteadOfBurningGas(t *testing.T) {
	f := setUp(t, rollup.DACalldata)
	for name, c := range map[string]struct {
		change func(b *sealed)
		want   error
		text   string
	}{
		"batch from the future": {func(s *sealed) { s.list[0].Output.LastBlockTimestamp += 1 << 20 }, stage.ErrRefused, "BatchInFuture(lastBlockTimestamp"},
		"other L2 chain":        {func(s *sealed) { s.list[0].Output.ChainID++ }, stage.ErrRefused, "ChainIdMismatch(chainId 272)"},
		"other genesis":         {func(s *sealed) { s.first = rollup.GenesisBatch(common.Hash{1}) }, stage.ErrDiverged, "batch 0"},
		"pubdata of another":    {func(s *sealed) { s.list[0].Pubdata = []byte{9} }, stage.ErrDiverged, "DA commitment"},
	} {
		batches, kv := f.batches(rollup.DACalldata, 1), &durable.Memory{}
		c.change(batches)
		err := f.new(f.client, kv, batches, f.archive(), nil).Step(t.Context())
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: error %v", name, err)
		}
		if got := f.totals(); got.Committed != 0 {
			t.Fatalf("%s: committed", name)
		}
	}
	// A public input that differs from L1's stops at proving: commit works, the verifier refuses.
	batches := f.batches(rollup.DACalldata, 1)
	batches.list[0].PublicInput[31] ^= 1
	s := f.new(f.client, &durable.Memory{}, batches, f.archive(), nil)
	var err error
	for deadline := time.Now().Add(patience); err == nil && time.Now().Before(deadline); {
		if err = s.Step(t.Context()); err != nil && l1.KindOf(err) == l1.Temporary {
			err = nil
		}
	}
	if !errors.Is(err, stage.ErrRefused) || !strings.Contains(err.Error(), "PublicInputMismatch") {
		t.Errorf("wrong public input: %v", err)
	}
}

func TestCheck(t *testing.T) {
	if _, err := New(nil, nil, nil, nil, nil, DefaultConfig()); err == nil {
		t.Error("nothing configured")
	}
}

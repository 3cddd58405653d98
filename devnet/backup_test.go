package devnet_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/node/backup"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// network runs a devnet on an L1 of its own until stop.
func network(t *testing.T, l1 *l1node.L1, dir string) (d *devnet.Devnet, stop func()) {
	t.Helper()
	cfg := devnet.DefaultConfig()
	cfg.DataDir, cfg.L1URL, cfg.BatchAge, cfg.Guest, cfg.Log = dir, l1.WSURL(), time.Hour, guestProgram, slog.New(slog.DiscardHandler)
	return run(t, cfg)
}

// transfers sends transfers until ctx ends, a few in each block, and fewer than fill a batch: batches are sealed when the test wants, however long that takes.
func transfers(ctx context.Context, d *devnet.Devnet) error {
	client, err := ethclient.DialContext(ctx, d.Node.HTTPEndpoint())
	if err != nil {
		return err
	}
	defer client.Close()
	from := l1node.Accounts()[1]
	signer := types.LatestSignerForChainID(d.Genesis.Chain.EVM().ChainID)
	nonce, err := client.PendingNonceAt(ctx, from.Address)
	if err != nil {
		return err
	}
	price, err := client.SuggestGasPrice(ctx)
	if err != nil {
		return err
	}
	for end := nonce + 400; ctx.Err() == nil && nonce < end; nonce++ {
		tx := types.MustSignNewTx(from.Key, signer, &types.LegacyTx{Nonce: nonce, GasPrice: price, Gas: 100_000, To: &common.Address{1}, Value: price})
		if err := client.SendTransaction(ctx, tx); err != nil && ctx.Err() == nil {
			return err
		}
		for mined := uint64(0); ctx.Err() == nil && mined+10 <= nonce; time.Sleep(5 * time.Millisecond) {
			if mined, err = client.NonceAt(ctx, from.Address, nil); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
	return nil
}

// settled waits until a batch is executed as far as the node knows. With seal it is sealed first, when the chain has a block for it.
func settled(t *testing.T, d *devnet.Devnet, batch uint64, seal bool) {
	t.Helper()
	for deadline := time.Now().Add(3 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if last, err := d.Node.Store().LastBatch(); seal && (err != nil || last.Number < batch) {
			d.Node.SealNow()
		}
		p, err := d.Node.Store().L1Progress()
		if err != nil {
			t.Fatal(err)
		}
		if p.Executed >= batch {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("batch %d is not executed: %+v", batch, p)
		}
	}
}

// commits counts on L1 how often each batch was committed.
func commits(t *testing.T, d *devnet.Devnet) map[uint64]int {
	t.Helper()
	logs, err := d.L1().FilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{d.Deployment.Chain}, Topics: [][]common.Hash{operator.Topics()}})
	if err != nil {
		t.Fatal(err)
	}
	n := make(map[uint64]int)
	for i := range logs {
		e, err := operator.DecodeEvent(&logs[i])
		if err != nil {
			t.Fatal(err)
		}
		if e.Kind == operator.BatchCommitted {
			n[e.Last]++
		}
	}
	return n
}

// TestBackup: a node is backed up under load, between a batch's seal and its settlement, and lost. The restored one has the same chain, and settles what was sealed and what comes, each batch once.
func TestBackup(t *testing.T) {
	l1 := l1test.Start(t, 0)
	dir := t.TempDir()
	d, stop := network(t, l1, filepath.Join(dir, "first"))
	if err := d.FundAccounts(t.Context()); err != nil {
		t.Fatal(err)
	}
	settled(t, d, 1, true)
	load, endLoad := context.WithCancel(t.Context())
	loaded := make(chan error, 1)
	go func() { loaded <- transfers(load, d) }()
	before := d.Node.Store().Head().Number
	waitFor(t, "blocks of the load", func() bool { return d.Node.Store().Head().Number > before+5 })
	d.Node.SealNow()
	waitFor(t, "batch 2 is sealed", func() bool { b, err := d.Node.Store().LastBatch(); return err == nil && b.Number >= 2 })
	m := readBackup(t, d, filepath.Join(dir, "backup"))
	settled(t, d, 2, false) // by the first node, after the backup
	endLoad()
	if err := <-loaded; err != nil {
		t.Error(err)
	}
	ref, err := d.Node.Store().Ref(m.Block)
	want, err2 := d.Commitment(2)
	if err := errors.Join(err, err2); err != nil || ref.Hash != m.BlockHash || m.Batch != 2 || m.State != want || m.ChainID != 271 {
		t.Fatalf("%v: the manifest says %+v, the node has block %v, state %v", err, m, ref, want)
	}
	genesis := d.Node.Store().Genesis()
	stop()

	second := filepath.Join(dir, "second")
	if _, err := backup.Restore(filepath.Join(dir, "backup"), second, genesis, nil); err != nil {
		t.Fatal(err)
	}
	d, stop = network(t, l1, second)
	defer stop()
	if head := d.Node.Store().Head(); head.Number < m.Block {
		t.Errorf("the restored node begins at block %d, the backup ends with %d", head.Number, m.Block)
	}
	if got, err := d.Commitment(2); err != nil || got != want {
		t.Errorf("restored state %v (%v), want %v", got, err, want)
	}
	settled(t, d, 2, false)
	if err := d.FundAccounts(t.Context()); err != nil {
		t.Fatal(err)
	}
	load, endLoad = context.WithCancel(t.Context())
	go func() { loaded <- transfers(load, d) }()
	settled(t, d, 3, true)
	endLoad()
	if err := <-loaded; err != nil {
		t.Error(err)
	}
	n := commits(t, d)
	for b := uint64(1); b <= 3; b++ {
		if n[b] != 1 {
			t.Errorf("batch %d was committed %d times", b, n[b])
		}
	}
	refused(t, filepath.Join(dir, "backup"), genesis)
}

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(3 * time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(what)
		}
	}
}

// readBackup takes a backup through the endpoint for operators.
func readBackup(t *testing.T, d *devnet.Devnet, to string) *backup.Manifest {
	t.Helper()
	r, err := http.Post(d.Node.OpsEndpoint()+"/backup", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	stream, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, cut := range []int{0, len(stream) / 2, len(stream) - 2000} { // broken off anywhere
		if _, err := backup.Read(bytes.NewReader(stream[:cut]), to); err == nil {
			t.Errorf("%d of %d bytes are taken for a backup", cut, len(stream))
		}
		if left, _ := filepath.Glob(to + "*"); len(left) > 0 {
			t.Errorf("left after a failure: %v", left)
		}
	}
	m, err := backup.Read(bytes.NewReader(stream), to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := backup.Read(bytes.NewReader(stream), to); err == nil {
		t.Error("a backup was replaced")
	}
	return m
}

// refused: what is not whole, or of another chain, is restored nowhere.
func refused(t *testing.T, from string, genesis *store.Genesis) {
	t.Helper()
	other := *genesis
	other.Config.ChainID++
	later := *genesis
	later.Timestamp++
	m, err := backup.Check(from)
	if err != nil {
		t.Fatal(err)
	}
	largest := slices.MaxFunc(m.Files, func(a, b backup.File) int { return cmp.Compare(a.Bytes, b.Bytes) })
	victim := filepath.Join(from, largest.Path)
	manifest := filepath.Join(from, "manifest.json")
	edit := func(path string, change func([]byte) []byte) func() error {
		return func() error {
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, change(raw), 0o644)
		}
	}
	for _, c := range []struct {
		name    string
		change  func() error
		genesis *store.Genesis
		want    error
	}{
		{"another chain", nil, &other, store.ErrWrongChain},
		{"another genesis", nil, &later, store.ErrWrongChain},
		{"a bit is another", edit(victim, func(b []byte) []byte { b[len(b)/2] ^= 1; return b }), genesis, backup.ErrDamaged},
		{"a file is shorter", edit(victim, func(b []byte) []byte { return b[:len(b)-1] }), genesis, backup.ErrDamaged},
		{"a file is missing", func() error { return os.Remove(victim) }, genesis, backup.ErrDamaged},
		{"a file too many", func() error { return os.WriteFile(filepath.Join(from, "chain", "more"), nil, 0o644) }, genesis, backup.ErrDamaged},
		{"the manifest says another block", edit(manifest, func(b []byte) []byte { return bytes.Replace(b, []byte(`"block": `), []byte(`"block": 1`), 1) }), genesis, backup.ErrDamaged},
		{"another format", edit(manifest, func(b []byte) []byte { return bytes.Replace(b, []byte(`"format": 1`), []byte(`"format": 2`), 1) }), genesis, nil},
		{"no manifest", func() error { return os.Remove(manifest) }, genesis, backup.ErrDamaged},
	} {
		saved := make(map[string][]byte)
		for _, path := range []string{victim, manifest} {
			if saved[path], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
		if c.change != nil {
			if err := c.change(); err != nil {
				t.Fatal(err)
			}
		}
		to := filepath.Join(t.TempDir(), "data")
		_, err := backup.Restore(from, to, c.genesis, nil)
		if err == nil || (c.want != nil && !errors.Is(err, c.want)) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %v in one line", c.name, err, c.want)
		}
		if left, _ := filepath.Glob(to + "*"); len(left) > 0 {
			t.Errorf("%s: left behind: %v", c.name, left)
		}
		for path, raw := range saved {
			if err := os.WriteFile(path, raw, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.RemoveAll(filepath.Join(from, "chain", "more")); err != nil {
			t.Fatal(err)
		}
	}
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "keep"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := backup.Restore(from, full, genesis, nil); err == nil {
		t.Error("restored over a directory that is not empty")
	}
}

package l1

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

func testConfig() Config {
	cfg := DefaultConfig()
	cfg.Period, cfg.Log = 0, slog.New(slog.DiscardHandler)
	return cfg
}

func start(t *testing.T, cfg Config) (*L1, *ethclient.Client) {
	t.Helper()
	l, err := Start(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	client, err := ethclient.Dial(l.WSURL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return l, client
}

// transfer sends one wei from the first account with the given nonce.
func transfer(t *testing.T, client *ethclient.Client, chainID, nonce uint64) *types.Transaction {
	t.Helper()
	id := new(big.Int).SetUint64(chainID)
	tx := types.MustSignNewTx(Accounts()[0].Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(1e11), Gas: 21000, To: &common.Address{0xee}, Value: big.NewInt(1),
	})
	if err := client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	return tx
}

func receipt(t *testing.T, client *ethclient.Client, hash common.Hash) *types.Receipt {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	for {
		r, err := client.TransactionReceipt(ctx, hash)
		if err == nil {
			return r
		}
		if !errors.Is(err, ethereum.NotFound) && !strings.Contains(err.Error(), "indexing") {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func TestAccountsAreTheCustomaryOnes(t *testing.T) {
	want := map[int]string{0: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", 1: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", 9: "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720"}
	for i, address := range want {
		if got := Accounts()[i].Address.Hex(); got != address {
			t.Errorf("account %d is %s", i, got)
		}
	}
}

func TestBlockPerTransaction(t *testing.T) {
	l, client := start(t, testConfig())
	id, err := client.ChainID(t.Context())
	if err != nil || id.Uint64() != l.ChainID() {
		t.Fatalf("chain id %v, %v", id, err)
	}
	for nonce := range uint64(3) {
		r := receipt(t, client, transfer(t, client, l.ChainID(), nonce).Hash())
		if r.Status != types.ReceiptStatusSuccessful {
			t.Fatal("transfer failed")
		}
	}
	var result map[string]any
	if err := client.Client().Call(&result, "debug_traceTransaction", transfer(t, client, l.ChainID(), 3).Hash()); err != nil && !strings.Contains(err.Error(), "not found") {
		t.Fatalf("tracers: %v", err)
	}
	code, err := client.CodeAt(t.Context(), create2Deployer, nil)
	if err != nil || len(code) != 69 {
		t.Fatalf("CREATE2 deployer: %d bytes, %v", len(code), err)
	}
}

func TestPeriod(t *testing.T) {
	cfg := testConfig()
	cfg.Period = time.Second
	l, client := start(t, cfg)
	l.sealing.Lock() // no period ends between the two
	first, second := transfer(t, client, l.ChainID(), 0), transfer(t, client, l.ChainID(), 1)
	l.sealing.Unlock()
	if a, b := receipt(t, client, first.Hash()), receipt(t, client, second.Hash()); a.BlockNumber.Cmp(b.BlockNumber) != 0 {
		t.Errorf("sent together, mined in blocks %v and %v", a.BlockNumber, b.BlockNumber)
	}
}

// A block has what was sent before it, however busy the pool is.
func TestSealHasAllThatWasSent(t *testing.T) {
	cfg := testConfig()
	cfg.Period = 24 * time.Hour
	l, client := start(t, cfg)
	for nonce := uint64(0); nonce < 200; nonce += 4 {
		for i := range uint64(4) {
			transfer(t, client, l.ChainID(), nonce+i)
		}
		block, err := l.Seal()
		if err != nil {
			t.Fatal(err)
		}
		if n := len(block.Transactions()); n != 4 {
			t.Fatalf("%d of 4 transactions, from nonce %d on", n, nonce)
		}
	}
}

func TestEager(t *testing.T) {
	cfg := testConfig()
	cfg.Period = 24 * time.Hour
	l, client := start(t, cfg)
	l.Eager(true)
	receipt(t, client, transfer(t, client, l.ChainID(), 0).Hash())
	l.Eager(false)
	tx := transfer(t, client, l.ChainID(), 1)
	if nonce, err := client.NonceAt(t.Context(), Accounts()[0].Address, nil); nonce != 1 || err != nil {
		t.Errorf("nonce %d though it is not eager any more, %v", nonce, err)
	}
	if _, err := l.Seal(); err != nil {
		t.Fatal(err)
	}
	receipt(t, client, tx.Hash())
}

// From the first block on, and after a start, a transaction that is nowhere is not found; an index that is not ready yet is nobody's business.
func TestUnknownTransaction(t *testing.T) {
	cfg := testConfig()
	cfg.Period, cfg.DataDir = 24*time.Hour, t.TempDir()
	for range 3 {
		l, client := start(t, cfg)
		ask := func() {
			if _, err := client.TransactionReceipt(t.Context(), common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
				t.Error(err)
			}
		}
		if number, err := client.BlockNumber(t.Context()); err != nil {
			t.Fatal(err)
		} else if number > 0 {
			ask()
		}
		if _, err := l.Seal(); err != nil {
			t.Fatal(err)
		}
		ask()
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBlobsAreArchived(t *testing.T) {
	l, client := start(t, testConfig())
	data, err := da.Prepare(rollup.DABlobs, []byte("some pubdata"))
	if err != nil {
		t.Fatal(err)
	}
	sidecar, err := da.Sidecar(data)
	if err != nil {
		t.Fatal(err)
	}
	id := new(big.Int).SetUint64(l.ChainID())
	tx := types.MustSignNewTx(Accounts()[1].Key, types.LatestSignerForChainID(id), &types.BlobTx{
		ChainID: uint256.MustFromBig(id), GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(1e11), Gas: 21000, To: common.Address{1},
		BlobFeeCap: uint256.NewInt(1e10), BlobHashes: sidecar.BlobHashes(), Sidecar: sidecar,
	})
	if err := client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	receipt(t, client, tx.Hash())
	remote := da.Remote{URL: l.HTTPURL() + "/blobs"}
	p := &da.Published{Scheme: data.Scheme, Commitment: data.Commitment, Input: data.Input, VersionedHashes: tx.BlobHashes()}
	if got, err := da.Recover(t.Context(), p, remote); err != nil || string(got) != "some pubdata" {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestResumeAfterKill(t *testing.T) {
	cfg := testConfig()
	cfg.DataDir = t.TempDir()
	l, client := start(t, cfg)
	for nonce := range uint64(5) {
		receipt(t, client, transfer(t, client, l.ChainID(), nonce).Hash())
	}
	l.sealing.Lock()      // the last block is on disk when its sealing is over
	copied := t.TempDir() // what a killed process leaves behind: files as they are, nothing closed
	if err := os.CopyFS(copied, os.DirFS(cfg.DataDir)); err != nil {
		t.Fatal(err)
	}
	l.sealing.Unlock()
	removeLocks(t, copied)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{"closed": cfg.DataDir, "killed": copied} {
		cfg.DataDir = dir
		l, client := start(t, cfg)
		nonce, err := client.NonceAt(t.Context(), Accounts()[0].Address, nil)
		if err != nil || nonce != 5 {
			t.Fatalf("%s: nonce %d, %v", name, nonce, err)
		}
		receipt(t, client, transfer(t, client, l.ChainID(), 5).Hash())
	}
}

func removeLocks(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (d.Name() == "LOCK" || d.Name() == "FLOCK") {
			return os.Remove(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRewindAndTime(t *testing.T) {
	l, client := start(t, testConfig())
	for nonce := range uint64(3) {
		receipt(t, client, transfer(t, client, l.ChainID(), nonce).Hash())
	}
	if err := l.Rewind(1); err != nil {
		t.Fatal(err)
	}
	if nonce, _ := client.NonceAt(t.Context(), Accounts()[0].Address, nil); nonce != 1 {
		t.Errorf("nonce %d after rewinding to block 1", nonce)
	}
	if err := l.Rewind(9); err == nil {
		t.Error("rewound into the future")
	}
	before, err := client.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.AdvanceTime(time.Hour); err != nil {
		t.Fatal(err)
	}
	if after, _ := client.HeaderByNumber(t.Context(), nil); after.Time != before.Time+3600 {
		t.Errorf("time moved by %d s", after.Time-before.Time)
	}
}

func TestOtherGenesisIsRefused(t *testing.T) {
	cfg := testConfig()
	cfg.DataDir = t.TempDir()
	l, _ := start(t, cfg)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	cfg.ChainID++
	if l, err := Start(cfg); err == nil {
		l.Close()
		t.Fatal("directory of another chain accepted")
	} else if !strings.Contains(err.Error(), "belongs to") {
		t.Fatal(err)
	}
}

func TestCheck(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"chain id": func(c *Config) { c.ChainID = 0 },
		"period":   func(c *Config) { c.Period = time.Millisecond },
		"gas":      func(c *Config) { c.GasLimit = 1 },
		"balance":  func(c *Config) { c.BalanceWei = nil },
		"log":      func(c *Config) { c.Log = nil },
	} {
		cfg := testConfig()
		change(&cfg)
		if l, err := Start(cfg); err == nil {
			l.Close()
			t.Errorf("%s: accepted", name)
		}
	}
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		l, err := Start(testConfig())
		if err != nil {
			b.Fatal(err)
		}
		l.Close()
	}
}

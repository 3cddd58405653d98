package deploy

import (
	"context"
	"errors"
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

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/rollup"
)

func startL1(t testing.TB) (*devl1.L1, *ethclient.Client) {
	t.Helper()
	node := l1test.Start(t, 0)
	client, err := ethclient.Dial(node.WSURL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return node, client
}

func testConfig() Config {
	accounts := devl1.Operators()
	operators := Operators{accounts[devl1.Committer].Address, accounts[devl1.Prover].Address, accounts[devl1.Executor].Address, accounts[devl1.Committer].Address}
	chain := rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000}
	return DefaultConfig(devl1.DefaultConfig().ChainID, chain, rollup.DABlobs, accounts[devl1.Deployer].Address, operators)
}

var deployerKey = devl1.Operators()[devl1.Deployer].Key

func genesis(*Deployment) (common.Hash, error) { return common.Hash{0x6e}, nil }

func options(t testing.TB) Options {
	o := DefaultOptions()
	o.Poll, o.Timeout = 3*time.Millisecond, time.Minute
	o.StateFile = filepath.Join(t.TempDir(), "deploy", "state.json")
	return o
}

func TestDeploy(t *testing.T) {
	_, client := startL1(t)
	o := options(t)
	skipped, steps := 0, 0
	o.Progress = func(_ string, done, total int, again bool) {
		if steps++; again {
			skipped++
		}
		if done > total {
			t.Errorf("step %d of %d", done, total)
		}
	}
	begin := time.Now()
	d, err := Deploy(t.Context(), client, deployerKey, testConfig(), genesis, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d steps in %v", steps, time.Since(begin).Round(time.Millisecond))
	if d.Chain == (common.Address{}) || d.StartBlock == 0 || skipped != 0 {
		t.Fatalf("%+v, %d skipped", d, skipped)
	}
	cfg := testConfig()
	predicted, err := Predict(&cfg)
	if err != nil || predicted.AssetRouter != d.AssetRouter {
		t.Fatalf("predicted router %v, deployed %v, %v", predicted.AssetRouter, d.AssetRouter, err)
	}
	total := steps
	steps = 0
	again, err := Deploy(t.Context(), client, deployerKey, testConfig(), genesis, o)
	if err != nil || *again != *d || skipped != total || steps != total {
		t.Fatalf("second run: %v, %d of %d steps skipped", err, skipped, total)
	}
	o.StateFile = "" // what is on L1 counts, not the file
	if again, err = Deploy(t.Context(), client, deployerKey, testConfig(), genesis, o); err != nil || *again != *d {
		t.Fatalf("without state file: %v", err)
	}
	other := func(*Deployment) (common.Hash, error) { return common.Hash{1}, nil }
	if _, err := Deploy(t.Context(), client, deployerKey, testConfig(), other, o); err == nil || !strings.Contains(err.Error(), "another genesis") {
		t.Fatalf("another genesis: %v", err)
	}
}

// behind answers from a head that follows L1's one block at a time, each time that it is asked for the head; receipts it knows at once.
type behind struct {
	*ethclient.Client
	head *big.Int
}

func (b *behind) at(block *big.Int) *big.Int {
	if block == nil {
		return b.head
	}
	return block
}

func (b *behind) HeaderByNumber(ctx context.Context, block *big.Int) (*types.Header, error) {
	if block == nil {
		newest, err := b.Client.BlockNumber(ctx)
		if err != nil {
			return nil, err
		}
		b.head = new(big.Int).SetUint64(min(newest, b.head.Uint64()+1))
	}
	return b.Client.HeaderByNumber(ctx, b.at(block))
}

func (b *behind) CodeAt(ctx context.Context, account common.Address, block *big.Int) ([]byte, error) {
	return b.Client.CodeAt(ctx, account, b.at(block))
}

func (b *behind) NonceAt(ctx context.Context, account common.Address, block *big.Int) (uint64, error) {
	return b.Client.NonceAt(ctx, account, b.at(block))
}

func (b *behind) CallContract(ctx context.Context, call ethereum.CallMsg, block *big.Int) ([]byte, error) {
	return b.Client.CallContract(ctx, call, b.at(block))
}

func TestHeadBehindReceipts(t *testing.T) {
	_, client := startL1(t)
	if _, err := Deploy(t.Context(), &behind{client, new(big.Int)}, deployerKey, testConfig(), genesis, options(t)); err != nil {
		t.Fatal(err)
	}
}

// mortal dies after a number of transactions.
type mortal struct {
	*ethclient.Client
	left int
}

var errKilled = errors.New("killed")

func (m *mortal) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if m.left--; m.left < 0 {
		return errKilled
	}
	return m.Client.SendTransaction(ctx, tx)
}

func TestKilledAndRunAgain(t *testing.T) {
	_, client := startL1(t)
	o := options(t)
	cfg := testConfig()
	cfg.Owner, cfg.Admin = common.Address{0xa}, common.Address{0xb}
	runs := 0
	for lives := 0; ; lives = (lives + 2) % 7 {
		runs++
		d, err := Deploy(t.Context(), &mortal{client, lives}, deployerKey, cfg, genesis, o)
		if err == nil {
			if d.Chain == (common.Address{}) {
				t.Fatal("no chain")
			}
			if err := os.Remove(o.StateFile); err != nil {
				t.Fatal(err)
			}
			if again, err := Deploy(t.Context(), &mortal{client, 0}, deployerKey, cfg, genesis, o); err != nil || *again != *d {
				t.Fatalf("with everything done and the state file lost: %v", err)
			}
			break
		}
		if !errors.Is(err, errKilled) || runs > 100 {
			t.Fatalf("run %d: %v", runs, err)
		}
		if lives == 4 { // the state file is a convenience
			if err := os.Remove(o.StateFile); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d runs", runs)
	if runs < 8 {
		t.Errorf("only %d runs", runs)
	}
}

func TestRefuses(t *testing.T) {
	_, client := startL1(t)
	o := options(t)
	if _, err := Deploy(t.Context(), client, devl1.Accounts()[0].Key, testConfig(), genesis, o); err == nil || !strings.Contains(err.Error(), "configured deployer") {
		t.Errorf("other key: %v", err)
	}
	cfg := testConfig()
	cfg.L1ChainID = 5
	if _, err := Deploy(t.Context(), client, deployerKey, cfg, genesis, o); err == nil || !strings.Contains(err.Error(), "L1 is chain 31337") {
		t.Errorf("other L1: %v", err)
	}
	failing := func(*Deployment) (common.Hash, error) { return common.Hash{}, errKilled }
	if _, err := Deploy(t.Context(), client, deployerKey, testConfig(), failing, o); !errors.Is(err, errKilled) {
		t.Errorf("genesis: %v", err)
	}
	cfg = testConfig()
	cfg.Salt = common.Hash{1}
	if _, err := Deploy(t.Context(), client, deployerKey, cfg, failing, o); err == nil || !strings.Contains(err.Error(), "another configuration") {
		t.Errorf("state file of another configuration: %v", err)
	}
}

func TestCheck(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"L1 id":      func(c *Config) { c.L1ChainID = 0 },
		"same ids":   func(c *Config) { c.L1ChainID = c.Chain.ChainID },
		"owner":      func(c *Config) { c.Owner = common.Address{} },
		"operator":   func(c *Config) { c.Operators.Prover = common.Address{} },
		"scheme":     func(c *Config) { c.DAScheme = 2 },
		"fees":       func(c *Config) { c.Fees.MaxPubdataPerBatch = 1 },
		"gas":        func(c *Config) { c.PriorityTxMaxGas = c.Chain.BlockGasLimit + 1 },
		"expiration": func(c *Config) { c.PriorityExpiration = 0 },
		"chain":      func(c *Config) { c.Chain.Fork = 99 },
	} {
		cfg := testConfig()
		change(&cfg)
		if _, err := Predict(&cfg); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestSaltMovesEverything(t *testing.T) {
	a, b := testConfig(), testConfig()
	b.Salt = common.Hash{1}
	one, err := Predict(&a)
	if err != nil {
		t.Fatal(err)
	}
	two, err := Predict(&b)
	if err != nil || one.Bridgehub == two.Bridgehub || one.Vault == two.Vault {
		t.Fatalf("%+v and %+v, %v", one, two, err)
	}
}

func BenchmarkDeploy(b *testing.B) {
	for b.Loop() {
		_, client := startL1(b)
		if _, err := Deploy(b.Context(), client, deployerKey, testConfig(), genesis, options(b)); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzDecodeState(f *testing.F) {
	f.Add([]byte(`{"configId":"0x0000000000000000000000000000000000000000000000000000000000000000","done":["x"],"startedAtBlock":3}`))
	f.Add([]byte(`{"configId":"0x01"}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if state, err := decodeState(raw, common.Hash{1}); err == nil && state.ConfigID != (common.Hash{1}) {
			t.Fatal("state of another configuration")
		}
	})
}

// Package chaintest puts the contracts of a chain on a development Ethereum (devnet/l1), for tests that settle or leave the chain without a node.
package chaintest

import (
	"crypto/ecdsa"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// ChainID of the chain.
const ChainID = 271

// Roles are the operators of the chain: accounts of devnet/l1, which have ETH.
func Roles() deploy.Operators {
	accounts := devl1.Operators()
	return deploy.Operators{
		Committer: accounts[devl1.Committer].Address, Prover: accounts[devl1.Prover].Address, Executor: accounts[devl1.Executor].Address, Reverter: accounts[devl1.Deployer].Address,
	}
}

// Signers sign for those who settle.
func Signers(l1ChainID uint64) (committer, prover, executor txmgr.Signer) {
	of := func(role string) txmgr.Signer { return txmgr.KeySigner(devl1.Operators()[role].Key, l1ChainID) }
	return of(devl1.Committer), of(devl1.Prover), of(devl1.Executor)
}

// Put deploys contracts from the deployer's account, which are those of deploy.DefaultConfig with these changes.
func Put(t testing.TB, client *l1.Client, chain rollup.ChainConfig, scheme rollup.DAScheme, commitment deploy.Genesis, change ...func(*deploy.Config)) *deploy.Deployment {
	t.Helper()
	deployer := devl1.Operators()[devl1.Deployer]
	cfg := deploy.DefaultConfig(client.ID(), chain, scheme, deployer.Address, Roles())
	for _, f := range change {
		f(&cfg)
	}
	options := deploy.DefaultOptions()
	options.Poll = 2 * time.Millisecond
	d, err := deploy.Deploy(t.Context(), client, deployer.Key, cfg, commitment, options)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Chain is a chain that exists on L1, with the genesis that it was created with.
type Chain struct {
	*deploy.Deployment
	Client  *l1.Client
	Config  genesis.Config
	Genesis *store.Genesis
	State   *rollup.ChainState // after the genesis, with tree root
}

// New ties L1 and L2: addresses on L1 go into the default genesis, and the commitment to the genesis into the creation of the chain.
func New(t testing.TB, client *l1.Client, scheme rollup.DAScheme, change ...func(*deploy.Config)) *Chain {
	t.Helper()
	c := &Chain{Client: client, Config: genesis.Default(ChainID)}
	c.Deployment = Put(t, client, c.Config.Chain, scheme, func(predicted *deploy.Deployment) (common.Hash, error) {
		c.Config.L1ChainID, c.Config.L1AssetRouter = predicted.L1ChainID, predicted.AssetRouter
		if err := c.Config.Check(); err != nil {
			return common.Hash{}, err
		}
		var err error
		if c.Genesis, err = c.Config.Genesis(); err != nil {
			return common.Hash{}, err
		}
		if c.State, err = genesis.ChainState(c.Genesis); err != nil {
			return common.Hash{}, err
		}
		return c.State.Commitment(), nil
	}, change...)
	return c
}

// Cost is what an operation with this gas on L2 costs on L1, wei.
func (c *Chain) Cost(t testing.TB, gas int64) *big.Int {
	t.Helper()
	hub := bindings.NewBridgehub()
	out, err := c.Client.CallContract(t.Context(), ethereum.CallMsg{To: &c.Bridgehub, Data: hub.PackL2TransactionBaseCost(big.NewInt(ChainID), big.NewInt(1e10), big.NewInt(gas), big.NewInt(800))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return new(big.Int).SetBytes(out)
}

// Deposit sends wei of the account to an address on L2; it returns when the request is final on L1.
func (c *Chain) Deposit(t testing.TB, from *ecdsa.PrivateKey, to common.Address, amount *big.Int) {
	t.Helper()
	const gas = 1_000_000
	mint := new(big.Int).Add(c.Cost(t, gas), amount)
	c.Send(t, from, c.Bridgehub, mint, bindings.NewBridgehub().PackRequestL2TransactionDirect(bindings.L2TransactionRequestDirect{
		ChainId: big.NewInt(ChainID), MintValue: mint, L2Contract: to, L2Value: amount, L2GasLimit: big.NewInt(gas), L2GasPerPubdataByteLimit: big.NewInt(800), RefundRecipient: to,
	}))
}

// Send makes a transaction on L1 that has to succeed, and returns when it is final. valueWei may be nil.
func (c *Chain) Send(t testing.TB, from *ecdsa.PrivateKey, to common.Address, valueWei *big.Int, data []byte) {
	t.Helper()
	cfg := txmgr.DefaultConfig()
	cfg.ChainID, cfg.Poll, cfg.Log = c.Client.ID(), time.Millisecond, slog.New(slog.DiscardHandler)
	m, err := txmgr.New(c.Client, &durable.Memory{}, txmgr.KeySigner(from, cfg.ChainID), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Submit(t.Context(), txmgr.Intent{Key: "once", To: to, ValueWei: valueWei, Data: data}); err != nil {
		t.Fatal(operator.Explain(err))
	}
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(time.Millisecond) {
		if err := m.Tick(t.Context()); err != nil && l1.KindOf(err) == l1.Critical {
			t.Fatal(err)
		}
		s, err := m.Status("once")
		if err != nil || s.Reverted {
			t.Fatalf("%+v, %v", s, err)
		}
		if s.State == txmgr.Final {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("an L1 transaction is not final in time: %+v; waits for %q", s, m.Waiting())
		}
	}
}

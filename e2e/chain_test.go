package e2e

import (
	"math/big"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

// chain is a development network in a process of its own over an L1 of the test, and everything that it has promised.
type chain struct {
	t       *testing.T
	l1      *l1Chain
	args    []string
	process *process
	others  []string // data directories of other nodes that have posted blobs
	user    *user
	reverts bool // in this test operators revert batches, or transactions fail on L1, so that some batches are sent again
	promises
}

// promises are what users have seen and what therefore may never change.
type promises struct {
	blocks      map[common.Hash]common.Hash // of transactions with a receipt
	batches     map[uint64]batch
	deposits    []common.Hash // priority operations, in the order of the queue
	withdrawals []common.Hash
}

// batch is what ashlar_batch says about a batch and what cannot change after it is sealed.
type batch struct {
	Number, FirstBlock, LastBlock                                         hexutil.Uint64
	StateBefore, StateAfter, TreeRoot, PublicInput, BatchOutputHash       common.Hash
	DACommitment                                                          common.Hash
	PubdataBytes, L1Transactions, L2Transactions, L2ToL1Logs, GuestCycles hexutil.Uint64
}

// startChain starts a network of its own; ready ones have funded accounts and nothing under way.
func startChain(t *testing.T, flags ...string) *chain {
	t.Helper()
	c := prepareChain(t, flags...)
	c.start()
	c.settle()
	return c
}

// prepareChain is startChain without the start.
func prepareChain(t *testing.T, flags ...string) *chain {
	t.Helper()
	l1 := startL1(t)
	return &chain{
		t: t, l1: l1, args: devnetArgs(t, filepath.Join(t.TempDir(), "data"), append(flags, "--l1", l1.node.WSURL())...),
		promises: promises{blocks: map[common.Hash]common.Hash{}, batches: map[uint64]batch{}},
	}
}

// dataDir is the data directory of the network, which is its chain directory, too.
func (c *chain) dataDir() string { return c.args[slices.Index(c.args, "--data-dir")+1] }

// start starts the process with the same flags as ever and waits until it is ready.
func (c *chain) start() {
	c.t.Helper()
	c.process = ashlar(c.t, c.args...)
	c.process.ready()
	c.user = newUser(c.t, c.process.shows("L2 JSON-RPC"), 0)
}

// deposit makes one and waits for its receipt on L2. L1 may be held: it makes the one block with the deposit.
func (c *chain) deposit() *bridge.Deposit {
	c.t.Helper()
	b := c.user.bridge(c.l1.Client.Client())
	deposited := make(chan error, 1)
	var deposits []*bridge.Deposit
	nonce := must(c.l1.NonceAt(c.t.Context(), c.user.address, nil))(c.t)
	go func() {
		var err error
		deposits, err = b.DepositETHTo(c.t.Context(), []common.Address{{0xde}}, ether)
		deposited <- err
	}()
	await(c.t, "the deposit on L1", func() bool { return must(c.l1.PendingNonceAt(c.t.Context(), c.user.address))(c.t) > nonce })
	if c.l1.isHeld() {
		c.l1.seal()
	}
	if err := <-deposited; err != nil {
		c.t.Fatal(err)
	}
	c.deposits = append(c.deposits, deposits[0].L2Hash)
	c.promise(deposits[0].L2Hash)
	return deposits[0]
}

// work does a bit of everything, so that there is something to settle: a deposit, transfers, a withdrawal. L1 may be held: it makes the one block with the deposit.
func (c *chain) work() {
	c.t.Helper()
	c.deposit()
	for range 3 {
		c.promise(c.user.transfer())
	}
	withdrawal := must(c.user.bridge(c.l1.Client.Client()).Withdraw(c.t.Context(), bridge.Ether, common.Address{0xb0}, gwei))(c.t)
	c.promise(withdrawal.TxHash)
	c.withdrawals = append(c.withdrawals, withdrawal.TxHash)
}

// promise waits for the receipt of a transaction and remembers it.
func (c *chain) promise(hash common.Hash) {
	c.t.Helper()
	r := c.user.receipt(hash)
	if r.Status != types.ReceiptStatusSuccessful {
		c.t.Fatalf("transaction %v failed", hash)
	}
	c.blocks[hash] = r.BlockHash
}

// noteBatches remembers what is sealed.
func (c *chain) noteBatches() {
	c.t.Helper()
	for n := uint64(1); n <= c.sealed(); n++ {
		if b := c.batch(n); b.Number == hexutil.Uint64(n) {
			c.batches[n] = b
		}
	}
}

func (c *chain) batch(n uint64) batch {
	return call[batch](c.t, c.user.Client.Client(), "ashlar_batch", hexutil.Uint64(n))
}

func (c *chain) sealed() uint64 {
	return uint64(call[hexutil.Uint64](c.t, c.user.Client.Client(), "zks_L1BatchNumber"))
}

// settle waits until everything that L2 has is executed on L1. L1 has to be released.
func (c *chain) settle() {
	c.t.Helper()
	await(c.t, "the settlement of everything", func() bool {
		c.process.mustRun()
		s := call[struct {
			Head   hexutil.Uint64
			Stages map[string]struct{ Block hexutil.Uint64 }
		}](c.t, c.user.Client.Client(), "ashlar_status")
		return s.Stages["executed"].Block == s.Head
	})
	c.noteBatches()
}

// finalize claims all withdrawals on L1.
func (c *chain) finalize() {
	c.t.Helper()
	b := c.user.bridge(c.l1.Client.Client())
	for _, hash := range c.withdrawals {
		must(b.Finalize(c.t.Context(), hash, 0))(c.t)
	}
	c.withdrawals = nil
}

// word reads a number from a contract.
func (c *chain) word(on ethereum.ContractCaller, to common.Address, data []byte) *big.Int {
	c.t.Helper()
	return new(big.Int).SetBytes(must(on.CallContract(c.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil))(c.t))
}

package e2e

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/fault"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// deepest is how many blocks L1 undoes at most in these tests; those below are final.
const deepest = 20

// behindProxy prepares a chain whose node reaches L1 through a proxy; its data go into calldata, unless a flag says otherwise.
func behindProxy(t *testing.T, finality int, flags ...string) (*chain, *fault.Proxy) {
	t.Helper()
	l1 := startL1(t)
	proxy := fault.Start(l1.node.HTTPURL())
	t.Cleanup(proxy.Close)
	flags = append([]string{"--da", "calldata", "--l1", proxy.URL(), "--l1-finality", strconv.Itoa(finality)}, flags...)
	return &chain{
		t: t, l1: l1, args: devnetArgs(t, filepath.Join(t.TempDir(), "data"), flags...),
		promises: promises{blocks: map[common.Hash]common.Hash{}, batches: map[uint64]batch{}},
	}, proxy
}

// While L1 cannot be reached, users get their receipts, and the node settles when L1 is back. It may be killed meanwhile.
func TestL1Outage(t *testing.T) { outage(t, "calldata", fault.Down, fault.Page, fault.Busy) }

func outage(t *testing.T, da string, faults ...fault.Fault) {
	t.Parallel()
	c, proxy := behindProxy(t, 0, "--da", da)
	c.start()
	c.settle()
	for _, bad := range faults {
		c.l1.hold()
		c.work()
		c.sent(l1node.Committer)
		proxy.Set(bad)
		c.l1.release()
		for before := proxy.Calls(); proxy.Calls() < before+40; {
			c.promise(c.user.transfer())
		}
		c.checkKept()
		proxy.Set(nil)
		c.settle()
		c.invariants()
	}
}

// A deposit that L2 has executed and L1 undoes, deeper than what counts as final: no block and no batch is made on it. When L1 is back on the branch that has it, the chain goes on.
func TestDeepReorganisation(t *testing.T) {
	t.Parallel()
	c, proxy := behindProxy(t, 0)
	c.start()
	c.work()
	c.settle()
	proxy.Set(noEstimates) // before L1 has undone it, a batch with the deposit may be committed, and would come back
	u := c.undeposit(func() {})
	c.process.says("is not on L1 any more")
	proxy.Set(nil)
	last := must(c.user.BlockNumber(t.Context()))(t)
	waiting := c.user.transfer()
	c.process.kill()
	c.start() // it still knows
	c.process.says("no blocks are made")
	if now := must(c.user.BlockNumber(t.Context()))(t); now != last {
		t.Errorf("block %d was made after %d", now, last)
	}
	for _, log := range c.events() {
		if e := must(operator.DecodeEvent(&log))(t); e.Kind == operator.BatchCommitted && e.Last > u.sealed {
			t.Errorf("batch %d has gone to L1", e.Last)
		}
	}
	c.l1.hold()
	head := must(c.l1.BlockNumber(t.Context()))(t)
	if err := c.l1.node.Rewind(u.block - 1); err != nil {
		t.Fatal(err)
	}
	if err := c.l1.SendTransaction(t.Context(), u.l1); err != nil { // at the same base fee, of which the operation depends, as on the old branch
		t.Fatal(err)
	}
	for range head - u.block + 2 {
		c.l1.seal()
	}
	c.l1.release()
	c.promise(waiting)
	c.goOn()
}

// undone is a deposit that L1 has undone.
type undone struct {
	l1            *types.Transaction
	l2            common.Hash
	block, sealed uint64 // of L1 with the deposit; the last batch of L2 before it
}

// undeposit makes a deposit, waits for its receipt on L2, does what is to be done meanwhile, and undoes the deposit on L1 without giving it back; transactions of the operators come back. L1 may be held.
func (c *chain) undeposit(meanwhile func()) undone {
	c.t.Helper()
	sealed := c.sealed()
	deposit := c.deposit()
	receipt := deposit.L1
	tx, _, err := c.l1.TransactionByHash(c.t.Context(), receipt.TxHash)
	if err != nil {
		c.t.Fatal(err)
	}
	meanwhile()
	head := must(c.l1.BlockNumber(c.t.Context()))(c.t)
	signer := types.LatestSignerForChainID(tx.ChainId())
	c.l1.reorganise(head-receipt.BlockNumber.Uint64()+1, func(tx *types.Transaction) bool {
		from, err := types.Sender(signer, tx)
		return err == nil && from != c.user.address
	})
	c.l1.seal()
	return undone{tx, deposit.L2Hash, receipt.BlockNumber.Uint64(), sealed}
}

// TestFaultsAtRandom goes through a random schedule of everything that may go wrong, a few at a time, while users work. FAULT_SEED=n in the environment is another schedule.
func TestFaultsAtRandom(t *testing.T) { faultsAtRandom(t, "calldata", 12, 20) }

func faultsAtRandom(t *testing.T, da string, rounds int, seed uint64) {
	t.Parallel()
	if testing.Short() {
		rounds = 4
	}
	if given := os.Getenv("FAULT_SEED"); given != "" {
		seed = must(strconv.ParseUint(given, 10, 64))(t)
	}
	t.Logf("seed %d, %d rounds", seed, rounds)
	random := rand.New(rand.NewPCG(seed, 0))
	c, proxy := behindProxy(t, deepest+1, "--da", da)
	c.reverts = true
	c.l1.beat()
	c.start()
	c.settle()
	for round := range rounds {
		c.anyFault(random, proxy)
		for range 1 + random.IntN(4) {
			c.promise(c.user.transfer())
		}
		if random.IntN(3) == 0 {
			c.reorganiseAnywhere(random)
		}
		if random.IntN(3) == 0 {
			c.process.kill()
			proxy.Set(nil) // a node needs L1 to begin
			c.start()
		}
		proxy.Set(nil)
		c.noteBatches()
		c.checkKept()
		if round%4 == 3 {
			c.work()
			c.settle()
			c.invariants()
		}
	}
	c.goOn()
}

// anyFault begins one.
func (c *chain) anyFault(random *rand.Rand, proxy *fault.Proxy) {
	c.t.Helper()
	seed := random.Uint64()
	faults := []struct {
		name string
		f    fault.Fault
	}{
		{"none", nil}, {"down", fault.Down}, {"page", fault.Page}, {"flaky", fault.Flaky(seed, 40)}, {"two nodes", fault.Mixed(seed, 5)}, {"late", fault.Late(8)},
		{"dear", fault.Dear(30)}, {"forget", fault.Forget}, {"nonces", fault.Nonces(3)}, {"ahead", fault.Ahead(1 << 30)},
	}
	chosen := faults[random.IntN(len(faults))]
	c.t.Logf("L1 is %s", chosen.name)
	proxy.Set(chosen.f)
}

// reorganiseAnywhere undoes 1 to deepest blocks; most transactions come back.
func (c *chain) reorganiseAnywhere(random *rand.Rand) {
	c.t.Helper()
	depth := 1 + random.Uint64N(deepest)
	c.t.Logf("L1 undoes %d blocks", depth)
	operators := map[common.Address]bool{}
	for _, a := range l1node.Operators() {
		operators[a.Address] = true
	}
	signer := types.LatestSignerForChainID(must(c.l1.ChainID(c.t.Context()))(c.t))
	c.l1.reorganise(depth, func(tx *types.Transaction) bool {
		from, err := types.Sender(signer, tx)
		return err == nil && (!operators[from] || random.IntN(2) == 0)
	})
}

// A disk that fills up ends the node in order, with a sentence, before it writes anything by halves; with room it goes on.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=700m"); err != nil {
		t.Skipf("needs a file system of its own, which this user may not mount: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	c := prepareChain(t, "--da", "calldata")
	c.args[2] = filepath.Join(disk, "data")
	c.start()
	c.work()
	c.settle()
	filler := filepath.Join(disk, "filler")
	f := must(os.Create(filler))(t)
	var wrong error
	for chunk := make([]byte, 1<<20); c.process.running() && wrong == nil; {
		_, wrong = f.Write(chunk)
		c.user.tryTransfer(c.blocks)
	}
	f.Close()
	if status := c.process.wait(); status != 1 {
		t.Errorf("exit status %d", status)
	}
	if said := c.process.log.String(); !strings.Contains(said, "make room and start again") || strings.Contains(said, "goroutine ") {
		t.Errorf("said %s", said)
	}
	if said := refusal(t, c.args); !strings.Contains(said, "make room and start again") && !strings.Contains(said, "no space left on device") {
		t.Errorf("a start without room said %q", said)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	c.start()
	c.checkKept()
	c.goOn()
}

// tryTransfer makes a transfer and notes its block if the node gives a receipt; it may be ending.
func (u *user) tryTransfer(blocks map[common.Hash]common.Hash) {
	nonce, err := u.PendingNonceAt(u.t.Context(), u.address)
	if err != nil {
		return
	}
	tx := u.signTransfer(nonce)
	if err := u.SendTransaction(u.t.Context(), tx); err != nil {
		return
	}
	if r, err := u.TransactionReceipt(u.t.Context(), tx.Hash()); err == nil {
		blocks[tx.Hash()] = r.BlockHash
	}
}

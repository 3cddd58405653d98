package e2e

import (
	"math/big"
	"path/filepath"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// checkKept compares what the node says now with what it has promised.
func (c *chain) checkKept() {
	c.t.Helper()
	for tx, block := range c.blocks {
		r, err := c.user.TransactionReceipt(c.t.Context(), tx)
		if err != nil {
			c.t.Errorf("transaction %v: %v", tx, err)
		} else if r.BlockHash != block {
			c.t.Errorf("transaction %v is in block %v, was in %v", tx, r.BlockHash, block)
		}
	}
	for n, want := range c.batches {
		if got := c.batch(n); got != want {
			c.t.Errorf("batch %d is %+v, was %+v", n, got, want)
		}
	}
}

// invariants are what holds after every fault, once everything is settled: what users were shown is still so ([chain.checkKept]); each batch was committed, proven and executed once;
// the queue is worked off in order; what the vault holds is what there is on L2 and on the way; and the state that anybody derives from L1 is the node's.
func (c *chain) invariants() {
	c.t.Helper()
	c.checkKept()
	c.checkStages()
	c.checkQueue()
	c.checkFunds()
	c.checkDerived()
}

// checkDerived rebuilds the state from L1 alone.
func (c *chain) checkDerived() {
	c.t.Helper()
	dial := l1.DefaultConfig()
	if c.l1.node != nil {
		dial.URL = c.l1.node.HTTPURL()
	} else {
		dial.URL = c.process.shows("L1 JSON-RPC")
	}
	client := must(l1.Dial(c.t.Context(), dial))(c.t)
	defer client.Close()
	dir := c.args[2] // after --data-dir
	identity := must(node.ReadChain(dir))(c.t)
	blobs := da.Any{must(da.OpenArchive(filepath.Join(dir, "blobs")))(c.t)}
	if c.l1.node == nil {
		blobs = da.Any{must(da.OpenArchive(filepath.Join(dir, "l1", "blobs")))(c.t)}
	}
	for _, other := range c.others {
		blobs = append(blobs, must(da.OpenArchive(filepath.Join(other, "blobs")))(c.t))
	}
	derived := must(node.Rebuild(c.t.Context(), node.Rebuilding{L1: client, Chain: identity, Until: fetch.Executed, Blobs: blobs}))(c.t)
	defer derived.Close()
	last := c.batch(c.sealed())
	if derived.Batch != uint64(last.Number) || derived.ChainState.Commitment() != last.StateAfter || derived.ChainState.TreeRoot != last.TreeRoot {
		c.t.Errorf("derived batch %d with root %v, the node has batch %d with root %v", derived.Batch, derived.ChainState.TreeRoot, last.Number, last.TreeRoot)
	}
}

// checkStages counts what L1 saw of each batch, and the transactions of the operators: one a batch and stage.
func (c *chain) checkStages() {
	c.t.Helper()
	sealed := c.sealed()
	states := map[uint64]common.Hash{}
	seen := map[operator.Kind]map[uint64]int{operator.BatchCommitted: {}, operator.BatchesProven: {}, operator.BatchExecuted: {}}
	for _, log := range c.events() {
		e := must(operator.DecodeEvent(&log))(c.t)
		switch e.Kind {
		case operator.PriorityRequest:
			continue
		case operator.BatchesReverted:
			if !c.reverts {
				c.t.Errorf("L1 block %d reverts batches after %d", log.BlockNumber, e.Last)
			}
			for _, times := range seen {
				for n := range times {
					if n > e.Last {
						delete(times, n)
					}
				}
			}
			continue
		case operator.BatchCommitted:
			states[e.First] = e.StateCommitment // of the newest commitment: one that was reverted may have been another batch
		}
		for n := e.First; n <= e.Last; n++ {
			seen[e.Kind][n]++
		}
	}
	for n, state := range states {
		if want := c.batch(n).StateAfter; state != want {
			c.t.Errorf("batch %d: L1 has state %v, the node %v", n, state, want)
		}
	}
	for kind, times := range seen {
		for n := uint64(1); n <= sealed; n++ {
			if times[n] != 1 {
				c.t.Errorf("%v: batch %d %d times", kind, n, times[n])
			}
		}
		if len(times) != int(sealed) {
			c.t.Errorf("%v: L1 has %d batches, the node sealed %d", kind, len(times), sealed)
		}
	}
	for _, name := range []string{l1node.Committer, l1node.Prover, l1node.Executor} {
		if sent := must(c.l1.NonceAt(c.t.Context(), l1node.Operators()[name].Address, nil))(c.t); sent != sealed && !c.reverts {
			c.t.Errorf("the %s sent %d transactions for %d batches", name, sent, sealed)
		}
	}
}

// events are those of the chain's contract on L1.
func (c *chain) events() []types.Log { return c.eventsOf(c.contract()) }

func (c *chain) eventsOf(contract common.Address) []types.Log {
	c.t.Helper()
	return must(c.l1.FilterLogs(c.t.Context(), ethereum.FilterQuery{
		FromBlock: new(big.Int), Addresses: []common.Address{contract}, Topics: [][]common.Hash{operator.Topics()},
	}))(c.t)
}

func (c *chain) contract() common.Address {
	return call[common.Address](c.t, c.user.Client.Client(), "zks_getMainContract")
}

// checkQueue looks for every priority operation of L1 on L2, in order.
func (c *chain) checkQueue() {
	c.t.Helper()
	var queue []common.Hash
	for _, log := range c.events() {
		if e := must(operator.DecodeEvent(&log))(c.t); e.Kind == operator.PriorityRequest {
			queue = append(queue, e.Operation.Hash)
		}
	}
	place := new(big.Int)
	for i, hash := range queue {
		r, err := c.user.TransactionReceipt(c.t.Context(), hash)
		if err != nil {
			c.t.Errorf("priority operation %d: %v", i, err)
			continue
		}
		here := new(big.Int).Lsh(r.BlockNumber, 32)
		here.Add(here, new(big.Int).SetUint64(uint64(r.TransactionIndex)))
		if here.Cmp(place) < 0 {
			c.t.Errorf("priority operation %d is before the one before it", i)
		}
		place = here
	}
	if done := c.word(c.l1, c.contract(), bindings.NewChain().PackGetFirstUnprocessedPriorityTx()); done.Cmp(big.NewInt(int64(len(queue)))) != 0 {
		c.t.Errorf("L1 has executed %v of %d priority operations", done, len(queue))
	}
}

// genesisSupply is what 0x800a holds at genesis: the money that is not on L2.
var genesisSupply = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))

// checkFunds compares the vault with the claims: what is on L2, and withdrawals that nobody has claimed yet.
func (c *chain) checkFunds() {
	c.t.Helper()
	at := call[struct{ L1NativeTokenVault common.Address }](c.t, c.user.Client.Client(), "zks_getBridgeContracts").L1NativeTokenVault
	vault := bindings.NewL1NativeTokenVault()
	l1ID := new(big.Int).SetUint64(uint64(call[hexutil.Uint64](c.t, c.user.Client.Client(), "zks_L1ChainId")))
	asset := crypto.Keccak256Hash(common.LeftPadBytes(l1ID.Bytes(), 32), common.LeftPadBytes(rollup.L2NativeTokenVaultAddress[:], 32), common.LeftPadBytes([]byte{1}, 32))
	booked := c.word(c.l1, at, vault.PackChainBalance(c.user.chainID, asset))
	held := must(c.l1.BalanceAt(c.t.Context(), at, nil))(c.t)
	claims := new(big.Int).Sub(genesisSupply, must(c.user.BalanceAt(c.t.Context(), rollup.L2BaseTokenAddress, nil))(c.t))
	claims.Add(claims, new(big.Int).Mul(gwei, big.NewInt(int64(len(c.withdrawals)))))
	if booked.Cmp(claims) != 0 || held.Cmp(claims) != 0 || claims.Sign() <= 0 {
		c.t.Errorf("claims of %v wei, the vault holds %v and has booked %v", claims, held, booked)
	}
}

package e2e

import (
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/fault"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// command runs one on the stopped chain and returns what it says, which has to have these words; the first one is the exit status.
func (c *chain) command(words []string, args ...string) string {
	c.t.Helper()
	args = append(args, "--data-dir", c.dataDir(), "--l1", c.l1.node.HTTPURL(), "--l1-finality", "0")
	out, err := exec.Command(must(binary())(c.t), args...).CombinedOutput()
	status := "0"
	if err != nil {
		status = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if status != words[0] {
		c.t.Fatalf("ashlar %s: status %s, want %s\n%s", strings.Join(args, " "), status, words[0], out)
	}
	for _, word := range words[1:] {
		if !strings.Contains(string(out), word) {
			c.t.Errorf("ashlar %s does not say %q:\n%s", strings.Join(args, " "), word, out)
		}
	}
	return string(out)
}

// keyFile is an operator's key as a file.
func keyFile(t *testing.T, operator string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(path, []byte(hexutil.Encode(crypto.FromECDSA(l1node.Operators()[operator].Key))), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// halts lets L1 take another operation in the place of a deposit that it has undone, and waits for the node's end.
func (c *chain) halts() {
	c.t.Helper()
	other := newUser(c.t, c.process.shows("L2 JSON-RPC"), 3)
	bridge := other.bridge(c.l1.Client.Client())
	go func() {
		_, _ = bridge.DepositETHTo(c.t.Context(), []common.Address{{0xdf}}, ether) // its receipt on L2 does not come before the node goes on
	}()
	if status := c.process.wait(); status != 1 {
		c.t.Errorf("exit status %d", status)
	}
	said := c.process.log.String()
	for _, word := range []string{"L1 replaced a priority operation", "ashlar rollback --lost-deposit", "docs/operations.md"} {
		if !strings.Contains(said, word) {
			c.t.Errorf("the node does not say %q: %s", word, said)
		}
	}
}

// goesOn starts the chain whose blocks were taken back. The deposit that L1 has not is gone, everything else that users were shown comes again: other blocks have it.
func (c *chain) goesOn(lost common.Hash, again []common.Hash) {
	c.t.Helper()
	delete(c.blocks, lost)
	for _, hash := range again {
		delete(c.blocks, hash)
	}
	c.start()
	for _, hash := range again {
		c.promise(hash)
	}
	for _, log := range c.events() {
		if e := must(operator.DecodeEvent(&log))(c.t); e.Kind == operator.PriorityRequest {
			c.promise(e.Operation.Hash)
		}
	}
	if r, err := c.user.TransactionReceipt(c.t.Context(), lost); err == nil {
		c.t.Errorf("the deposit that L1 has not is in block %v", r.BlockNumber)
	}
	c.goOn()
}

// noEstimates lets the node make no new L1 transaction.
func noEstimates(c *fault.Call) (fault.Answer, error) {
	if c.Method == "eth_estimateGas" {
		return fault.Answer{Error: json.RawMessage(`{"code":3,"message":"execution reverted"}`)}, nil
	}
	return c.Truth()
}

// A deposit that L1 has replaced: the node ends, the command takes the blocks back, and the chain goes on with what L1 has. Every refusal leaves everything as it is.
func TestRollbackLostDeposit(t *testing.T) {
	t.Parallel()
	c, proxy := behindProxy(t, 0)
	c.start()
	c.work()
	c.settle()
	c.command([]string{"1", "has it open"}, "rollback", "--lost-deposit", "--yes")
	proxy.Set(noEstimates) // no batch with the deposit is committed, however long this takes
	var again []common.Hash
	lost := c.undeposit(func() {
		for range 3 {
			again = append(again, c.user.transfer())
			c.promise(again[len(again)-1])
		}
	}).l2
	c.process.says("is not on L1 any more")
	c.halts()

	c.command([]string{"1", "lost", "take back", "3 transactions of users, 1 priority operations", "nothing was changed"}, "rollback", "--lost-deposit")
	c.command([]string{"1", "L1 has executed a batch with these blocks"}, "rollback", "--to-block", "0", "--yes")
	c.command([]string{"1", "there is no such block"}, "rollback", "--to-block", "1000000", "--yes")
	c.command([]string{"2", "choose --to-block"}, "rollback", "--yes")
	c.command([]string{"1", "genesis.json"}, "rollback", "--lost-deposit", "--yes", "--chain-dir", t.TempDir())
	c.command([]string{"0", "lost", "done: block"}, "rollback", "--lost-deposit", "--yes")
	c.command([]string{"0", "nothing to take back"}, "rollback", "--lost-deposit", "--yes")
	proxy.Set(nil)
	c.goesOn(lost, again)
}

// As before, with a batch that L1 has committed again on the new branch: it is reverted there, by who may.
func TestRollbackCommittedBatch(t *testing.T) {
	t.Parallel()
	c, _ := behindProxy(t, 0)
	c.reverts = true
	c.start()
	c.work()
	c.settle()
	executed := c.sealed()
	c.l1.hold()
	var again []common.Hash
	lost := c.undeposit(func() {
		again = append(again, c.user.transfer())
		c.promise(again[0])
		c.sent(l1node.Committer)
		c.l1.seal()
	}).l2
	c.process.says("is not on L1 any more")
	c.l1.release()
	c.halts()

	c.command([]string{"1", "revert on L1", "which has to be reverted there first", "--revert-key-file"}, "rollback", "--lost-deposit", "--yes")
	c.command([]string{"1", "RoleMissing"}, "rollback", "--lost-deposit", "--yes", "--revert-key-file", keyFile(t, l1node.Executor))
	c.command([]string{"0", "done: block"}, "rollback", "--lost-deposit", "--yes", "--revert-key-file", keyFile(t, l1node.Committer))
	c.command([]string{"0", "nothing to take back"}, "rollback", "--lost-deposit", "--yes")
	maps.DeleteFunc(c.batches, func(n uint64, _ batch) bool { return n > executed }) // the one that was committed, and what may be sealed after it
	c.goesOn(lost, again)
}

// An operator reverts a batch with the command; the node that is started again commits the same batch again.
func TestRevertCommand(t *testing.T) {
	t.Parallel()
	c := startChain(t, "--da", "calldata")
	c.reverts = true
	executed := strconv.FormatUint(c.sealed(), 10)
	c.l1.hold()
	c.work()
	c.mined(l1node.Committer)
	c.process.kill()
	c.l1.release()
	key := keyFile(t, l1node.Committer)
	c.command([]string{"2", "--revert-key-file is missing"}, "revert", "--to-batch", executed, "--yes")
	c.command([]string{"2", "--to-batch is missing"}, "revert", "--revert-key-file", key, "--yes")
	c.command([]string{"1", "L1 has executed that batch"}, "revert", "--to-batch", "0", "--revert-key-file", key, "--yes")
	c.command([]string{"1", "RoleMissing"}, "revert", "--to-batch", executed, "--revert-key-file", keyFile(t, l1node.Prover), "--yes")
	c.command([]string{"1", "nothing was changed"}, "revert", "--to-batch", executed, "--revert-key-file", key)
	for range 2 { // the second time there is nothing to do
		c.command([]string{"0", "done: L1 has no batch after " + executed}, "revert", "--to-batch", executed, "--revert-key-file", key, "--yes")
	}
	reverts := 0
	for _, log := range c.eventsOf(must(node.ReadChain(c.dataDir()))(t).Deployment.Chain) {
		if must(operator.DecodeEvent(&log))(t).Kind == operator.BatchesReverted {
			reverts++
		}
	}
	if reverts != 1 {
		t.Errorf("L1 has reverted %d times", reverts)
	}
	c.start()
	c.costs("revert", 1)
	c.checkKept()
	c.goOn()
}

// costs checks that the node's ledger has this number of transactions of a stage, and what they have cost.
func (c *chain) costs(stage string, transactions uint64) {
	c.t.Helper()
	answer := must(http.Get(c.process.shows("operators") + "/status"))(c.t)
	defer answer.Body.Close()
	var status ops.Status
	if err := json.NewDecoder(answer.Body).Decode(&status); err != nil {
		c.t.Fatal(err)
	}
	i := slices.IndexFunc(status.Costs.Stages, func(s ops.StageCost) bool { return s.Stage == stage })
	if i < 0 {
		c.t.Fatalf("no costs of %s: %+v", stage, status.Costs)
	}
	if s := status.Costs.Stages[i]; s.Transactions != transactions || s.Gas == 0 || s.Wei().Sign() <= 0 || status.Costs.TotalWei.Cmp(s.Wei()) <= 0 {
		c.t.Errorf("costs of %s: %+v, all %v", stage, s, status.Costs.TotalWei)
	}
}

package e2e

import (
	"bytes"
	"context"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/guest/program"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// exit is a chain whose operator is going to be gone, and what somebody needs who wants to leave it: an Ethereum node, the chain's directory, a key.
type exit struct {
	t     *testing.T
	l1    *l1Chain
	dir   string
	chain *node.Chain
	node  *process
	user  *user
	own   *alone // what the commands run with; nil: the binary of all tests

	pubdata string // folder with the data of a validium
}

const expiration = 2 * time.Hour

// startExit deploys a chain, starts its node and gives account 0 ETH and tokens on L2, some of it by way of account 1; all of it is executed on L1.
func startExit(t *testing.T, scheme string) *exit {
	t.Helper()
	x := &exit{t: t, l1: startL1(t), dir: t.TempDir()}
	operators := l1node.Operators()
	for name, a := range operators {
		x.write(name, a)
	}
	for i, a := range l1node.Accounts()[:3] {
		x.write("key"+string(rune('0'+i)), a)
	}
	x.must("deploy", "--l1", x.l1.node.HTTPURL(), "--key-file", x.path(l1node.Deployer), "--chain-dir", x.path("chain"), "--da", scheme, "--priority-expiration", expiration.String(),
		"--committer", operators[l1node.Committer].Address.Hex(), "--prover", operators[l1node.Prover].Address.Hex(), "--executor", operators[l1node.Executor].Address.Hex())
	x.chain = must(node.ReadChain(x.path("chain")))(t)
	x.startNode("0")
	b := x.user.bridge(x.l1.Client.Client())
	x.mint(x.user.address, 600)
	for _, d := range []struct {
		token  common.Address
		amount *big.Int
	}{{bridge.Ether, ether}, {x.chain.Deployment.TestToken, big.NewInt(600)}} {
		deposit := must(b.Deposit(t.Context(), d.token, x.user.address, d.amount))(t)
		x.promised(deposit.L2Hash)
	}
	x.promised(x.user.transfer())
	x.settled()
	return x
}

func (x *exit) path(name string) string { return filepath.Join(x.dir, name) }

func (x *exit) write(name string, a l1node.Account) {
	x.t.Helper()
	if err := os.WriteFile(x.path(name), []byte(hexutil.Encode(crypto.FromECDSA(a.Key))), 0o600); err != nil {
		x.t.Fatal(err)
	}
}

// startNode starts the operator's node, to which L1 blocks count as final at this depth.
func (x *exit) startNode(finality string, more ...string) {
	x.t.Helper()
	x.node = x.newNode(finality, more...)
	await(x.t, "the node", func() bool {
		x.node.mustRun()
		return strings.Contains(x.node.out.String(), "UNPROVEN")
	})
	x.user = newUser(x.t, x.node.shows("JSON-RPC"), 0)
}

func (x *exit) newNode(finality string, more ...string) *process {
	x.t.Helper()
	return ashlar(x.t, x.nodeArgs("data", append([]string{"--l1-finality", finality}, more...)...)...)
}

// nodeArgs are the flags of an operator's node with this data directory.
func (x *exit) nodeArgs(data string, more ...string) []string {
	x.t.Helper()
	return append([]string{"node", "--l1", x.l1.node.WSURL(), "--chain-dir", x.path("chain"), "--data-dir", x.path(data), "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0",
		"--fee-recipient", l1node.Operators()[l1node.Faucet].Address.Hex(), "--commit-key-file", x.path(l1node.Committer), "--prove-key-file", x.path(l1node.Prover),
		"--execute-key-file", x.path(l1node.Executor), "--guest-image", must(guestFile())(x.t), "--batch-age", "1s"}, more...)
}

// promised waits for a transaction on L2.
func (x *exit) promised(hash common.Hash) {
	x.t.Helper()
	if r := x.user.receipt(hash); r.Status != types.ReceiptStatusSuccessful {
		x.t.Fatalf("transaction %v failed", hash)
	}
}

// settled waits until L1 has executed everything.
func (x *exit) settled() {
	x.t.Helper()
	await(x.t, "the settlement of everything", func() bool {
		x.node.mustRun()
		s := call[struct {
			Head   hexutil.Uint64
			Stages map[string]struct{ Block hexutil.Uint64 }
		}](x.t, x.user.Client.Client(), "ashlar_status")
		return s.Stages["executed"].Block == s.Head
	})
}

// mint gives somebody test tokens on L1.
func (x *exit) mint(to common.Address, units int64) {
	x.t.Helper()
	faucet := l1node.Operators()[l1node.Faucet]
	x.send(faucet, x.chain.Deployment.TestToken, nil, bindings.NewTestERC20().PackMint(to, big.NewInt(units)))
}

// send makes a transaction on L1.
func (x *exit) send(from l1node.Account, to common.Address, value *big.Int, data []byte) {
	x.t.Helper()
	ctx := x.t.Context()
	id := must(x.l1.ChainID(ctx))(x.t)
	tx := types.MustSignNewTx(from.Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: must(x.l1.NonceAt(ctx, from.Address, nil))(x.t), GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: 200_000, To: &to, Value: value, Data: data,
	})
	if err := x.l1.SendTransaction(ctx, tx); err != nil {
		x.t.Fatal(err)
	}
	if r := must(bridge.Mined(ctx, x.l1, tx.Hash(), 10*time.Millisecond))(x.t); r.Status != types.ReceiptStatusSuccessful {
		x.t.Fatal("an L1 transaction failed")
	}
}

func (x *exit) units(owner common.Address) int64 {
	x.t.Helper()
	token := bindings.NewTestERC20()
	out := must(x.l1.CallContract(x.t.Context(), ethereum.CallMsg{To: &x.chain.Deployment.TestToken, Data: token.PackBalanceOf(owner)}, nil))(x.t)
	return must(token.UnpackBalanceOf(out))(x.t).Int64()
}

// gone kills the operator's node for good, with its data.
func (x *exit) gone() {
	x.t.Helper()
	x.node.kill()
	if err := os.RemoveAll(x.path("data")); err != nil {
		x.t.Fatal(err)
	}
}

// later lets the operator's time run out on L1.
func (x *exit) later() {
	x.t.Helper()
	x.l1.hold()
	defer x.l1.release()
	await(x.t, "an idle L1", func() bool { return x.l1.node.AdvanceTime(expiration+time.Minute) == nil })
}

// run runs a command and returns its exit status and what it says.
func (x *exit) run(args ...string) (status int, out, talk string) {
	x.t.Helper()
	ctx, cancel := context.WithTimeout(x.t.Context(), 2*patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, must(binary())(x.t), args...)
	cmd.Dir = x.dir
	if x.own != nil {
		cmd = x.own.command(ctx, args...)
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		x.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

// must runs a command that has to succeed and returns its data.
func (x *exit) must(args ...string) string {
	x.t.Helper()
	status, out, talk := x.run(args...)
	if status != 0 {
		x.t.Fatalf("ashlar %s: exit status %d\n%s%s", strings.Join(args, " "), status, talk, out)
	}
	return out
}

// refused runs a command that has to end with status 1 and these words.
func (x *exit) refused(words string, args ...string) {
	x.t.Helper()
	if status, out, talk := x.run(args...); status != 1 || !strings.Contains(talk, words) || out != "" {
		x.t.Errorf("ashlar %s: exit status %d, want 1 and %q\n%s%s", strings.Join(args, " "), status, words, talk, out)
	}
}

// escape are the arguments of an escape command of the owner of a key.
func (x *exit) escape(key, command string, more ...string) []string {
	args := []string{"escape", command, "--l1", x.l1.node.HTTPURL(), "--chain-dir", x.path("chain"), "--data-dir", x.path("escape-" + key)}
	if key != "" {
		args = append(args, "--key-file", x.path(key))
	}
	if x.pubdata != "" {
		args = append(args, "--pubdata", x.pubdata)
	}
	return append(args, more...)
}

func (x *exit) settleArgs(key string) []string {
	if x.own != nil {
		return x.escape(key, "settle")
	}
	return x.escape(key, "settle", "--guest-image", must(guestFile())(x.t))
}

// conserved compares what L1 holds with what L2 claims, by L1 alone.
func (x *exit) conserved() {
	x.t.Helper()
	cfg := l1.DefaultConfig()
	cfg.URL = x.l1.node.WSURL()
	client := must(l1.Dial(x.t.Context(), cfg))(x.t)
	defer client.Close()
	data := da.Any{da.Remote{URL: x.l1.node.HTTPURL() + "/blobs"}}
	if x.pubdata != "" {
		data = append(data, must(da.OpenArchive(x.pubdata))(x.t))
	}
	at := must(node.Rebuild(x.t.Context(), node.Rebuilding{L1: client, Chain: x.chain, Blobs: data}))(x.t)
	defer at.Close()
	base := must(at.State.Account(rollup.L2BaseTokenAddress))(x.t)
	claims := new(big.Int).Sub(genesisSupply, base.Balance.ToBig())
	if held := must(x.l1.BalanceAt(x.t.Context(), x.chain.Deployment.Vault, nil))(x.t); held.Cmp(claims) != 0 || claims.Sign() <= 0 {
		x.t.Errorf("L1 holds %v wei, L2 claims %v", held, claims)
	}
}

// TestEscape: the operator is gone for good with everything it had. A user who has ETH and tokens on L2 asks L1 for them, a stranger with a new key and an empty directory settles, and the money
// arrives on L1. Nothing but the binary, L1 and the chain's directory is there: no sources and no go command. The batch program is in the chain's directory, where the node has put it, or in the binary.
func TestEscape(t *testing.T) {
	identity := []string{"genesis.json", "deployment.json"}
	for scheme, with := range map[string]struct {
		binary func() (string, error)
		files  []string
	}{"blobs": {binary, append(identity, program.File)}, "calldata": {completeBinary, identity}, "validium": {completeBinary, identity}} {
		t.Run(scheme, func(t *testing.T) {
			t.Parallel()
			x := startExit(t, scheme)
			if scheme == "validium" {
				x.keepPubdata()
			}
			x.gone()
			stranger := l1node.Account{Key: must(crypto.GenerateKey())(t)}
			x.write("stranger", stranger)
			x.alone(must(with.binary())(t), with.files...)
			x.send(l1node.Accounts()[2], crypto.PubkeyToAddress(stranger.Key.PublicKey), ether, nil)
			receiver, token := "0x00000000000000000000000000000000000e5ca9", x.chain.Deployment.TestToken.Hex()

			x.refused("the operation would fail on L2", x.escape("key0", "withdraw", "--amount", "1.5")...)
			x.must(x.escape("key0", "withdraw", "--amount", "0.5", "--to", receiver)...)
			x.must(x.escape("key0", "withdraw", "--amount", "250", "--token", token, "--to", receiver)...)
			x.refused("no operation is overdue", x.escape("stranger", "activate")...)
			x.refused("priority mode is not active", x.settleArgs("stranger")...)
			if out := x.must(x.escape("", "status")...); !strings.Contains(out, "mode                normal") || !strings.Contains(out, "not overdue") {
				t.Error(out)
			}
			x.later()
			if out := x.must(x.escape("", "status")...); !strings.Contains(out, "ashlar escape activate") {
				t.Error(out)
			}
			x.must(x.escape("stranger", "activate")...)
			x.withoutPubdata()
			x.killedWhileSettling("stranger")
			x.must(x.settleArgs("stranger")...)
			if out := x.must(x.escape("", "withdrawals", "--to", receiver)...); strings.Count(out, "to be claimed") != 2 {
				t.Error(out)
			}
			if out := x.must(x.escape("stranger", "claim", "--to", receiver)...); strings.Count(out, "paid") != 2 {
				t.Error(out)
			}
			wei := must(x.l1.BalanceAt(t.Context(), common.HexToAddress(receiver), nil))(t)
			if units := x.units(common.HexToAddress(receiver)); wei.Cmp(big.NewInt(5e17)) != 0 || units != 250 {
				t.Errorf("%v wei and %d units arrived", wei, units)
			}
			if out := x.must(x.escape("stranger", "claim", "--to", receiver)...); out != "" {
				t.Errorf("paid twice: %s", out)
			}
			x.conserved()
		})
	}
}

// killedWhileSettling kills a settlement at two points.
func (x *exit) killedWhileSettling(key string) {
	x.t.Helper()
	x.l1.hold()
	p := started(x.t, x.own.command(context.Background(), x.settleArgs(key)...))
	p.says("executing 2 operations")
	p.kill()
	p = started(x.t, x.own.command(context.Background(), x.settleArgs(key)...))
	address := crypto.PubkeyToAddress(must(crypto.LoadECDSA(x.bare(key)))(x.t).PublicKey)
	await(x.t, "the settlement in the pool", func() bool {
		p.mustRun()
		mined := must(x.l1.NonceAt(x.t.Context(), address, nil))(x.t)
		return must(x.l1.PendingNonceAt(x.t.Context(), address))(x.t) > mined
	})
	p.kill()
	x.l1.release()
}

// bare is a key file in the form that go-ethereum reads.
func (x *exit) bare(key string) string {
	x.t.Helper()
	raw := must(os.ReadFile(x.path(key)))(x.t)
	if err := os.WriteFile(x.path(key+".bare"), bytes.TrimPrefix(raw, []byte("0x")), 0o600); err != nil {
		x.t.Fatal(err)
	}
	return x.path(key + ".bare")
}

// documented are the commands of a section of a document, without the settings before them.
func documented(t *testing.T, file, section string) (commands []string) {
	t.Helper()
	_, text, ok := strings.Cut(string(must(os.ReadFile(filepath.Join("..", "docs", file)))(t)), "\n## "+section+"\n")
	if !ok {
		t.Fatalf("%s has no section %q", file, section)
	}
	text, _, _ = strings.Cut(text, "\n## ")
	for line := range strings.Lines(text) {
		if command, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ashlar "); ok {
			commands = append(commands, command)
		}
	}
	return commands
}

// TestEscapeAsDocumented runs the commands of docs/bridge.md, as they are there.
func TestEscapeAsDocumented(t *testing.T) {
	t.Parallel()
	x := startExit(t, "calldata")
	x.gone()
	path := filepath.Dir(must(binary())(t)) + string(os.PathListSeparator) + os.Getenv("PATH")
	env := append(os.Environ(), "PATH="+path, "ASHLAR_L1="+x.l1.node.HTTPURL(), "ASHLAR_CHAIN_DIR="+x.path("chain"), "ASHLAR_KEY_FILE="+x.path("key0"),
		"ASHLAR_GUEST_IMAGE="+must(guestFile())(t), "TOKEN="+x.chain.Deployment.TestToken.Hex())
	said := ""
	for _, command := range documented(t, "bridge.md", "Leaving without an operator") {
		if command == "escape activate" {
			x.later()
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*patience)
		cmd := exec.CommandContext(ctx, "sh", "-c", "ashlar "+command)
		cmd.Env, cmd.Dir = env, x.dir
		out, err := cmd.CombinedOutput()
		cancel()
		if err != nil {
			t.Fatalf("ashlar %s: %v\n%s", command, err, out)
		}
		said += string(out)
	}
	for _, words := range []string{"operation 2", "priority mode is active", ": 2 operations\n", "to be claimed", "250 " + x.chain.Deployment.TestToken.Hex() + "  paid"} {
		if !strings.Contains(said, words) {
			t.Errorf("nothing says %q in\n%s", words, said)
		}
	}
	if units := x.units(x.user.address); units != 250 {
		t.Errorf("%d units arrived", units)
	}
	x.conserved()
}

// ended waits for the end of a node and looks for the reason.
func (x *exit) ended(p *process, words string) {
	x.t.Helper()
	if status := p.wait(); status != 1 || !strings.Contains(p.log.String(), words) {
		x.t.Errorf("exit status %d, and nothing says %q", status, words)
	}
}

// TestForcedInclusion: the operator works and leaves what L1 asks for waiting (to its node, no block of L1 is ever final). When it is overdue, anybody settles it, and the node ends with the reason.
func TestForcedInclusion(t *testing.T) {
	t.Parallel()
	x := startExit(t, "calldata")
	x.node.kill()
	x.startNode("1000000")
	x.must(x.escape("key0", "withdraw", "--amount", "0.5")...)
	x.promised(x.user.transfer()) // others are served
	x.later()
	x.must(x.escape("key1", "activate")...)
	x.ended(x.node, "the chain is in priority mode")
	if out := x.must(x.settleArgs("key1")...); !strings.Contains(out, ": 1 operations") {
		t.Error(out)
	}
	if out := x.must(x.escape("key1", "claim", "--to", x.user.address.Hex())...); strings.Count(out, "paid") != 1 {
		t.Error(out)
	}
	x.conserved()
}

// TestOperatorReturns: a node that was away comes back during priority mode and after it. It stops, then takes from L1 what others have settled, gives back to the pool what L1 has forgotten, and goes on.
func TestOperatorReturns(t *testing.T) {
	t.Parallel()
	x := startExit(t, "calldata")
	x.l1.hold()
	x.node.mark()
	forgotten := x.user.transfer()
	x.promised(forgotten)
	x.node.says("batch sealed")
	x.node.kill()
	x.l1.release()
	x.must(x.escape("key1", "withdraw", "--amount", "0.0000000000000005", "--no-check")...)
	request := strings.Fields(x.must(x.escape("key0", "withdraw", "--amount", "0.25")...))
	x.later()
	x.must(x.escape("key2", "activate")...)
	x.ended(x.newNode("0"), "the chain is in priority mode")
	x.must(x.settleArgs("key2")...)
	x.refused("Unauthorized", x.escape("key2", "deactivate")...)
	x.must(x.escape(l1node.Deployer, "deactivate")...)

	p := x.newNode("0")
	p.says("kept in files")
	p.kill() // anywhere in taking the batch
	x.startNode("0")
	x.promised(common.HexToHash(request[slices.Index(request, "L2")+2]))
	x.promised(forgotten)
	x.promised(x.user.transfer())
	b := x.user.bridge(x.l1.Client.Client())
	x.promised(must(b.Deposit(t.Context(), bridge.Ether, x.user.address, gwei))(t).L2Hash)
	x.settled()
	x.node.kill() // and it can be killed as ever
	x.startNode("0")
	x.promised(x.user.transfer())
	x.settled()
	for _, a := range l1node.Accounts()[:2] {
		x.must(x.escape("key2", "claim", "--to", a.Address.Hex())...)
	}
	x.conserved()
	// An empty directory is no way to begin the chain anew.
	x.node.kill()
	if err := os.Rename(x.path("data"), x.path("kept")); err != nil {
		t.Fatal(err)
	}
	x.ended(x.newNode("0"), "batch 1: the batch cannot be made again from L1 alone")
}

package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// deployFlags say what is put on L1 and who may do what there.
type deployFlags struct {
	l1, chainDir, keyFile, da, salt, guest    string
	owner, admin, committer, prover, executor string
	chainID                                   uint64
	delay, expiration                         time.Duration
}

func newDeploy() *cobra.Command {
	var f deployFlags
	cmd := &cobra.Command{
		Use:   "deploy",
		Short: "Put the contracts and a chain on L1",
		Long: `Put all contracts and one chain on L1 and write the chain's directory that 'ashlar node' takes: genesis.json, deployment.json and, when it is at hand, the batch program (program.img.gz), for those who leave
the chain without its operator.
It can be stopped at any point and run again with the same flags: what is on L1 already is checked and skipped.
The verifier is UnprovenVerifier, which works on local development chain ids only: no contract verifies the validity proofs of 'ashlar prove-batch' yet.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd) },
	}
	p := cmd.Flags()
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node")
	p.StringVar(&f.chainDir, "chain-dir", "chain", "directory that the chain's files are written to")
	p.StringVar(&f.keyFile, "key-file", "", "file with the deployer's private key in hexadecimal")
	p.Uint64Var(&f.chainID, "chain-id", 271, "chain id of the L2")
	p.StringVar(&f.da, "da", "blobs", "where the chain's data goes: blobs, calldata or validium")
	p.StringVar(&f.owner, "owner", "", "owner of the ecosystem in the end (default: the deployer)")
	p.StringVar(&f.admin, "admin", "", "administrator of the chain in the end (default: the deployer)")
	p.StringVar(&f.committer, "committer", "", "account that commits batches (default: the deployer)")
	p.StringVar(&f.prover, "prover", "", "account that submits proofs (default: the deployer)")
	p.StringVar(&f.executor, "executor", "", "account that executes batches (default: the deployer)")
	p.StringVar(&f.salt, "salt", "", "another salt gives other addresses")
	p.StringVar(&f.guest, "guest-image", "", guestUsage)
	p.DurationVar(&f.delay, "execution-delay", 0, "time between proof and execution of a batch, in whole seconds")
	p.DurationVar(&f.expiration, "priority-expiration", 14*24*time.Hour, "how long an operation from L1 may wait before anybody may activate priority mode, in whole seconds")
	return cmd
}

func (f *deployFlags) run(cmd *cobra.Command) error {
	ctx := cmd.Context()
	key, err := readKey(cmd.ErrOrStderr(), "key-file", f.keyFile)
	if err != nil {
		return err
	}
	if err := checkDir("chain-dir", f.chainDir); err != nil {
		return err
	}
	if f.guest != "" {
		if err := checkGuest(f.guest, f.chainDir); err != nil {
			return err
		}
	}
	base := genesis.Default(f.chainID)
	cfg, err := f.config(base, crypto.PubkeyToAddress(key.PublicKey))
	if err != nil {
		return err
	}
	client, err := dialL1(ctx, f.l1, 0)
	if err != nil {
		return err
	}
	defer client.Close()
	local := slices.Contains(devnet.LocalChainIDs, client.ID())
	cfg.L1ChainID, cfg.TestToken = client.ID(), local
	warnUnproven(cmd.ErrOrStderr(), client.ID())
	options := deploy.DefaultOptions()
	if local { // where blocks come when they are asked for
		options.Poll = 50 * time.Millisecond
	}
	progress := deployProgress{w: cmd.ErrOrStderr()}
	options.Progress = progress.step
	chain, err := node.Launch(ctx, client, key, f.chainDir, cfg, base, options)
	progress.end()
	if err == nil {
		err = f.keepProgram(ctx, cmd.ErrOrStderr())
	}
	if err != nil {
		if ctx.Err() != nil {
			return hintError{fmt.Errorf("stopped: %w", err), "the same command goes on where it stopped"}
		}
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "chain      %d\nL1 chain   %d\nbridgehub  %v\ncontract   %v\ndirectory  %s\nproofs     UNPROVEN\n",
		f.chainID, client.ID(), chain.Deployment.Bridgehub, chain.Deployment.Chain, f.chainDir)
	return nil
}

// keepProgram puts the batch program into the chain's directory. The chain is on L1 by then: when the program is not at hand there is only a warning, since the first node puts it there too.
// It fails when --guest-image cannot be read, or when it was stopped.
func (f *deployFlags) keepProgram(ctx context.Context, progress io.Writer) error {
	g, err := batchProgram(ctx, f.guest, f.chainDir, progress)
	if err == nil {
		keepProgram(f.chainDir, g, progress)
		return nil
	}
	if ctx.Err() != nil || f.guest != "" {
		return err
	}
	fmt.Fprintf(progress, "warning: the batch program is not in %s, where the first node puts it: %v\n", f.chainDir, err)
	return nil
}

// config is what the flags ask for, except for what L1 says.
func (f *deployFlags) config(base genesis.Config, deployer common.Address) (cfg deploy.Config, err error) {
	scheme, err := parseScheme(f.da)
	if err != nil {
		return cfg, err
	}
	salt, err := parseSalt(f.salt)
	if err != nil {
		return cfg, err
	}
	if err := checkChainID(f.chainID); err != nil {
		return cfg, err
	}
	if f.delay < 0 || f.delay%time.Second != 0 || f.delay/time.Second > math.MaxUint32 {
		return cfg, usage("--execution-delay %v: whole seconds are needed", f.delay)
	}
	if f.expiration < time.Second || f.expiration%time.Second != 0 {
		return cfg, usage("--priority-expiration %v: whole seconds are needed, at least one", f.expiration)
	}
	var owner, admin common.Address
	var operators deploy.Operators
	for _, a := range []struct {
		flag, text string
		to         *common.Address
	}{
		{"owner", f.owner, &owner}, {"admin", f.admin, &admin}, {"committer", f.committer, &operators.Committer}, {"prover", f.prover, &operators.Prover},
		{"executor", f.executor, &operators.Executor},
	} {
		if *a.to = deployer; a.text != "" {
			if *a.to, err = parseAddress(a.flag, a.text); err != nil {
				return cfg, err
			}
		}
	}
	if c := operators.Committer; scheme == rollup.DABlobs && (c == operators.Prover || c == operators.Executor) {
		return cfg, usage("with --da blobs --committer has to be another account than --prover and --executor: L1 nodes keep blob transactions of an account apart from others")
	}
	operators.Reverter = operators.Committer
	cfg = deploy.DefaultConfig(0, base.Chain, scheme, deployer, operators)
	cfg.Owner, cfg.Admin, cfg.Salt, cfg.ExecutionDelay = owner, admin, salt, uint32(f.delay/time.Second)
	cfg.PriorityExpiration = uint64(f.expiration / time.Second)
	return cfg, nil
}

const l1Hint = "is an Ethereum node listening there? 'ashlar devnet' prints the URL of its own"

// dialL1 connects to L1; blocks that are this far below the head count as not final.
func dialL1(ctx context.Context, url string, finality int64) (*l1.Client, error) {
	if url == "" {
		return nil, usage("--l1 is missing: the URL of an Ethereum node")
	}
	if err := checkEndpoint("l1", url); err != nil {
		return nil, err
	}
	cfg := l1.DefaultConfig()
	cfg.URL, cfg.FinalityBlocks = url, finality
	client, err := l1.Dial(ctx, cfg)
	if err != nil {
		return nil, hintError{err, l1Hint}
	}
	return client, nil
}

func warnUnproven(w io.Writer, l1ChainID uint64) {
	if !slices.Contains(devnet.LocalChainIDs, l1ChainID) {
		fmt.Fprintf(w, "warning: L1 chain %d is not a local development chain: UnprovenVerifier will refuse every batch there\n", l1ChainID)
	}
}

// deployProgress shows the steps of a deployment.
type deployProgress struct {
	w   io.Writer
	bar *bar
}

func (p *deployProgress) step(step string, done, total int, skipped bool) {
	if p.bar == nil {
		p.bar = newBar(p.w, total)
	}
	if skipped {
		step += " (is there)"
	}
	p.bar.set(done, step)
}

func (p *deployProgress) end() {
	if p.bar != nil {
		p.bar.end()
	}
}

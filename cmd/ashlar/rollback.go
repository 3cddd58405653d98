package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/rollback"
)

// rollbackFlags are those of rollback and revert.
type rollbackFlags struct {
	dataDir, chainDir, l1 string
	finality              int64
	keys                  []string
	revertKey             string
	yes                   bool
}

func (f *rollbackFlags) add(p *pflag.FlagSet) {
	p.StringVar(&f.dataDir, "data-dir", "", "the node's database; the node must not run")
	p.StringVar(&f.chainDir, "chain-dir", "", "directory with genesis.json and deployment.json (default: the data directory, which is right for a devnet)")
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node")
	p.Int64Var(&f.finality, "l1-finality", l1.FinalizedTag, "L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	p.StringArrayVar(&f.keys, "key-file", nil, "file with an operator's key, for L1 transactions under way that need higher fees (repeatable)")
	p.BoolVar(&f.yes, "yes", false, "do not ask")
}

// open reads the keys and opens the directory. The function that comes with it releases everything.
func (f *rollbackFlags) open(cmd *cobra.Command) (_ *node.Rollback, release func() error, err error) {
	if f.dataDir == "" {
		return nil, nil, usage("--data-dir is missing: the folder of the node's database")
	}
	if err := checkFinality(f.finality); err != nil {
		return nil, nil, err
	}
	cfg := node.RollbackConfig{DataDir: f.dataDir, Process: cmd.CommandPath()}
	for _, file := range f.keys {
		key, err := readKey(cmd.ErrOrStderr(), "key-file", file)
		if err != nil {
			return nil, nil, err
		}
		cfg.Keys = append(cfg.Keys, key)
	}
	if f.revertKey != "" {
		if cfg.Revert, err = readKey(cmd.ErrOrStderr(), "revert-key-file", f.revertKey); err != nil {
			return nil, nil, err
		}
	}
	if cfg.Log, err = newLogger(cmd, cmd.ErrOrStderr()); err != nil {
		return nil, nil, err
	}
	if f.chainDir == "" {
		f.chainDir = f.dataDir
	}
	if cfg.Chain, err = readChain(f.chainDir); err != nil {
		return nil, nil, err
	}
	if cfg.L1, err = dialL1(cmd.Context(), f.l1, f.finality); err != nil {
		return nil, nil, err
	}
	if err = cfg.Chain.CheckL1(cmd.Context(), cfg.L1); err != nil {
		cfg.L1.Close()
		return nil, nil, err
	}
	r, err := node.OpenRollback(cfg)
	if err != nil {
		cfg.L1.Close()
		return nil, nil, err
	}
	return r, func() error { cfg.L1.Close(); return r.Close() }, nil
}

func newRollback() *cobra.Command {
	var f rollbackFlags
	var lost bool
	var to uint64
	cmd := &cobra.Command{
		Use:   "rollback",
		Short: "Take L2 blocks of a stopped node back",
		Long: `Take L2 blocks back: for a chain that has executed a deposit which L1 has undone for good. It shows what would be taken back, and asks.
The blocks are kept in files (removed/ of the data directory), and the transactions of users in them wait in the pool again. The command can be killed at any moment: it goes on when it is called again, and so does the node.
Batches that L1 has executed cannot be taken back. Those that it has committed are reverted with --revert-key-file. --lost-deposit finds the first block with an operation that L1 does not have.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if byNumber := cmd.Flags().Changed("to-block"); byNumber == lost {
				return usage("choose --to-block: the last block that stays, or --lost-deposit")
			}
			r, release, err := f.open(cmd)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, release()) }()
			if lost {
				l, err := r.Lost(cmd.Context())
				if err != nil {
					return err
				}
				if l == nil {
					fmt.Fprintln(cmd.OutOrStdout(), "nothing to take back: L1 has every priority operation that the chain has included")
					return nil
				}
				printLost(cmd.OutOrStdout(), l)
				to = l.Block - 1
			}
			return f.rollback(cmd, r, to)
		},
	}
	p := cmd.Flags()
	f.add(p)
	p.Uint64Var(&to, "to-block", 0, "the last block that stays")
	p.BoolVar(&lost, "lost-deposit", false, "take back from the first block on with a priority operation that L1 does not have")
	p.StringVar(&f.revertKey, "revert-key-file", "", "revert committed batches on L1, with the key in this file (its account has the role REVERTER; 'ashlar deploy' gives it to the committer)")
	return cmd
}

func (f *rollbackFlags) rollback(cmd *cobra.Command, r *node.Rollback, to uint64) error {
	plan, err := r.Look(cmd.Context(), to)
	if plan == nil {
		return err
	}
	if plan.Nothing() {
		fmt.Fprintf(cmd.OutOrStdout(), "nothing to take back: block %d is the last one\n", to)
		return nil
	}
	printPlan(cmd.OutOrStdout(), plan)
	switch {
	case errors.Is(err, rollback.ErrCommitted) && f.revertKey == "":
		return hintError{err, "--revert-key-file FILE with the key of the account that has the role REVERTER"}
	case err != nil && !errors.Is(err, rollback.ErrCommitted):
		return err
	}
	if err := f.confirm(cmd, "Users see these blocks disappear. Take them back?"); err != nil {
		return err
	}
	if err := r.To(cmd.Context(), to); err != nil {
		return explainKey(err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "done: block %d is the last one\n", to)
	return nil
}

// explainKey adds what to do about a key that is missing.
func explainKey(err error) error {
	if errors.Is(err, settlement.ErrKeyMissing) {
		return hintError{err, "--key-file FILE with that account's key"}
	}
	return err
}

// confirm asks for a yes.
func (f *rollbackFlags) confirm(cmd *cobra.Command, question string) error {
	if f.yes {
		return nil
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s Type yes: ", question)
	answer, err := readLine(cmd.Context(), cmd.InOrStdin())
	if err != nil {
		return err
	}
	if strings.TrimSpace(answer) != "yes" {
		return hintError{errors.New("nothing was changed"), "--yes, if nobody can answer"}
	}
	return nil
}

// readLine is a line of what is typed, as far as it comes before ctx ends.
func readLine(ctx context.Context, in io.Reader) (string, error) {
	typed := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(in).ReadString('\n') // no line is no yes
		typed <- line
	}()
	select {
	case line := <-typed:
		return line, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func printLost(w io.Writer, l *rollback.Lost) {
	if l.Theirs == (common.Hash{}) {
		fmt.Fprintf(w, "lost           priority operation %d, transaction %v in block %d: L1 does not have it; if L1 may come back to the branch that had it, wait\n", l.ID, l.Ours, l.Block)
		return
	}
	fmt.Fprintf(w, "lost           priority operation %d, transaction %v in block %d: L1 has %v in its place\n", l.ID, l.Ours, l.Block, l.Theirs)
}

func printPlan(w io.Writer, p *rollback.Plan) {
	fmt.Fprintf(w, "take back      blocks %d to %d: %d transactions of users, %d priority operations\n", p.To.Number+1, p.Head.Number, p.UserTxs, p.Operations)
	if p.Sealed > p.Batch {
		fmt.Fprintf(w, "batches        %d to %d\n", p.Batch+1, p.Sealed)
	}
	fmt.Fprintf(w, "L1             has committed batch %d, proven %d, executed %d\n", p.L1.Committed, p.L1.Verified, p.L1.Executed)
	if p.Reverts() {
		fmt.Fprintf(w, "revert on L1   batches %d to %d\n", p.Batch+1, p.L1.Committed)
	}
	fmt.Fprintf(w, "stay           block %d (%v), batch %d\n", p.To.Number, p.To.Hash, p.Batch)
}

func newRevert() *cobra.Command {
	var f rollbackFlags
	var to uint64
	cmd := &cobra.Command{
		Use:   "revert",
		Short: "Make L1 forget committed batches of a stopped node",
		Long: `Revert batches on L1 that are committed or proven, and not executed. L2 keeps its blocks and batches: a node that is started again commits the same batches. To take blocks back as well, use 'ashlar rollback'.
The account of --revert-key-file needs the role REVERTER at the ValidatorTimelock; 'ashlar deploy' gives it to the committer.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			switch {
			case !cmd.Flags().Changed("to-batch"):
				return usage("--to-batch is missing: the last batch that L1 keeps")
			case f.revertKey == "":
				return usage("--revert-key-file is missing: a file with the private key in hexadecimal")
			}
			r, release, err := f.open(cmd)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, release()) }()
			if err := f.confirm(cmd, fmt.Sprintf("Revert all batches after %d on L1?", to)); err != nil {
				return err
			}
			if err := r.Revert(cmd.Context(), to); err != nil {
				return explainKey(err)
			}
			fmt.Fprintf(cmd.OutOrStdout(), "done: L1 has no batch after %d\n", to)
			return nil
		},
	}
	p := cmd.Flags()
	f.add(p)
	p.Uint64Var(&to, "to-batch", 0, "the last batch that L1 keeps")
	p.StringVar(&f.revertKey, "revert-key-file", "", "file with the key of the account that reverts")
	return cmd
}

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// deriveFlags say what is rebuilt from where.
type deriveFlags struct {
	l1, chainDir, blobs, to string
	pubdata, keep           string
	finality                int64
}

func newDerive() *cobra.Command {
	var f deriveFlags
	cmd := &cobra.Command{
		Use:   "derive",
		Short: "Rebuild a chain's state from L1 alone and compare it with L1's commitments",
		Long: `Read every batch that the chain published on L1, apply it to the genesis, and compare the state commitment after each with the one L1 holds.
No node of the chain is asked. Blobs older than what L1 nodes keep come from --blobs: a folder that a node wrote, or the URL of a blob server.
With --data-dir the state and the blobs are kept, and the next call reads what L1 has got since. It can be killed at any time.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd) },
	}
	p := cmd.Flags()
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node")
	p.StringVar(&f.chainDir, "chain-dir", "chain", "directory with genesis.json and deployment.json")
	p.StringVar(&f.blobs, "blobs", "", "folder or URL that has the chain's blobs (default: /blobs of --l1 over HTTP)")
	pubdataFlag(p, &f.pubdata)
	p.StringVar(&f.keep, "data-dir", "", "directory that keeps what was derived, for the next call to go on from (default: a temporary one)")
	p.StringVar(&f.to, "to", "executed", "how far: executed (final) or committed (may still be reverted)")
	p.Int64Var(&f.finality, "l1-finality", 0, "L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	return cmd
}

func (f *deriveFlags) run(cmd *cobra.Command) error {
	until, ok := untils[f.to]
	if !ok {
		return usageError{fmt.Errorf("--to %q: choose executed or committed", f.to)}
	}
	if err := checkFinality(f.finality); err != nil {
		return err
	}
	if f.l1 == "" {
		return usage("--l1 is missing: the URL of an Ethereum node")
	}
	chain, err := readChain(f.chainDir)
	if err != nil {
		return err
	}
	client, err := dialL1(cmd.Context(), f.l1, f.finality)
	if err != nil {
		return err
	}
	defer client.Close()
	blobs, err := dataSource(f.blobs, f.pubdata, f.l1)
	if err != nil {
		return err
	}
	progress := newDeriveProgress(cmd.ErrOrStderr())
	say := func(text string) { fmt.Fprintln(cmd.ErrOrStderr(), text) }
	r, err := node.Rebuild(cmd.Context(), node.Rebuilding{L1: client, Chain: chain, Until: until, Blobs: blobs, DataDir: f.keep, Say: say, Progress: progress.batch})
	progress.end()
	if err != nil {
		return explainDerive(err)
	}
	return errors.Join(f.print(cmd, chain, r), r.Close())
}

func (f *deriveFlags) print(cmd *cobra.Command, chain *node.Chain, r *node.Rebuilt) error {
	accounts, slots, err := r.State.Count()
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "chain             %d\nbatch             %d (%s)\nblock             %d\nstate commitment  %v\ntree root         %v\naccounts          %d\nstorage slots     %d\n",
		chain.Genesis.Chain.ChainID, r.Batch, f.to, r.ChainState.LastBlock, r.ChainState.Commitment(), r.ChainState.TreeRoot, accounts, slots)
	switch w := cmd.ErrOrStderr(); {
	case r.Batch == 0:
		fmt.Fprintf(w, "L1 has no %s batch yet: this is the genesis, which is the one on L1\n", f.to)
	case r.Before > 0:
		fmt.Fprintf(w, "went on from batch %d, which %s has and L1 still has; the state commitments after it are the ones on L1\n", r.Before, f.keep)
	default:
		fmt.Fprintf(w, "all %d state commitments are the ones on L1\n", r.Batch)
	}
	return nil
}

// pubdataHint says how a validium's users come by its data.
const pubdataHint = "ashlar pubdata --rpc URL --to DIR, while a node of the chain answers; then --pubdata DIR"

func pubdataFlag(f *pflag.FlagSet, to *string) {
	f.StringVar(to, "pubdata", "", "of a validium: folder that ashlar pubdata has filled")
}

// dataSource is where a chain's data come from: blobs, and those of a validium from a folder when one is given.
func dataSource(blobs, pubdata, l1 string) (da.Source, error) {
	source, err := blobSource(blobs, l1)
	if err != nil || pubdata == "" {
		return source, err
	}
	if info, err := os.Stat(pubdata); err != nil || !info.IsDir() {
		return nil, usage("--pubdata %q is no folder", pubdata)
	}
	folder, err := da.OpenArchive(pubdata)
	return da.Any{folder, source}, err
}

// blobSource is where blobs come from. An L1 of a development network serves them beside JSON-RPC.
func blobSource(name, l1 string) (da.Source, error) {
	if name == "" && strings.HasPrefix(l1, "http") {
		name = strings.TrimSuffix(l1, "/") + "/blobs"
	}
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return da.Remote{URL: name}, nil
	}
	if name == "" {
		return da.Any{}, nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return nil, usageError{fmt.Errorf("--blobs %q is neither a folder nor an http URL", name)}
	}
	return da.OpenArchive(name)
}

// deriveProgress draws a bar with the rate in batches.
type deriveProgress struct {
	w              io.Writer
	began          time.Time
	bar            *bar
	batches, bytes int
}

func newDeriveProgress(w io.Writer) *deriveProgress { return &deriveProgress{w: w, began: time.Now()} }

func (p *deriveProgress) batch(b *derive.Batch, total uint64, _ *derive.Result) {
	if p.bar == nil {
		p.bar = newBar(p.w, int(total))
	}
	p.batches, p.bytes = p.batches+1, p.bytes+len(b.Pubdata)
	p.bar.set(int(b.Number), fmt.Sprintf("batch %d", b.Number))
}

func (p *deriveProgress) end() {
	if p.bar == nil {
		return
	}
	p.bar.end()
	seconds := time.Since(p.began).Seconds()
	fmt.Fprintf(p.w, "%d batches, %d bytes of pubdata, %.1f s: %.1f batches/s\n", p.batches, p.bytes, seconds, float64(p.batches)/seconds)
}

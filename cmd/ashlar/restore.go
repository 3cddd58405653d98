package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/backup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
)

// restoreFlags say what a data directory is made of.
type restoreFlags struct {
	from, chainDir, dataDir, origin string
	l1, blobs, pubdata, to          string
	finality                        int64
}

func newRestore() *cobra.Command {
	var f restoreFlags
	cmd := &cobra.Command{
		Use:   "restore",
		Short: "Make a data directory of a backup, or of L1 alone",
		Long: `Make a node's data directory.

Of a backup (--from), after every file was compared with the manifest. A backup of another chain is refused. With --replica-of, a backup of that node or of one of its replicas becomes the data directory
of a new replica, up to its last batch: blocks, state and its commitment are computed and compared first, and 'ashlar node --replica-of' goes on from there.

Of L1 alone (--l1), when nothing else is left or nobody else is to be asked: every batch that the chain has published is applied to the genesis, and the state commitment after each is compared with L1.
The history of the directory begins where the last of these batches ends: state and batches are there, earlier blocks, transactions and receipts are not, because L1 does not have them. Transactions
that were in no batch on L1 yet are lost with the nodes that had them. The command can be killed and repeated; it goes on where it was. 'ashlar node' and 'ashlar node --replica-of' start in the directory.

Only one node may settle a chain: restore when the data directory is lost, and never run both.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd) },
	}
	p := cmd.Flags()
	p.StringVar(&f.from, "from", "", "directory that ashlar backup has made")
	p.StringVar(&f.chainDir, "chain-dir", "", "directory with the genesis.json of the chain; of L1, with deployment.json, too")
	p.StringVar(&f.dataDir, "data-dir", "", "directory to make")
	p.StringVar(&f.origin, "replica-of", "", "make a replica of the node with this URL of JSON-RPC, which says what the chain is, instead of --chain-dir")
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node, instead of --from: make the directory of what the chain has published there")
	p.StringVar(&f.blobs, "blobs", "", "with --l1: folder or URL that has the chain's blobs (default: /blobs of --l1 over HTTP)")
	pubdataFlag(p, &f.pubdata)
	p.StringVar(&f.to, "to", "committed", "with --l1: how far; committed, which an operator's node has to go on from, or executed, which cannot be reverted any more")
	p.Int64Var(&f.finality, "l1-finality", 0, "with --l1: L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	return cmd
}

func (f *restoreFlags) run(cmd *cobra.Command) error {
	switch {
	case f.from == "" && f.l1 == "":
		return usage("--from is missing: the directory that ashlar backup has made; or --l1: the URL of an Ethereum node")
	case f.from != "" && f.l1 != "":
		return usage("--from and --l1: a directory is made of a backup or of L1")
	case f.dataDir == "":
		return usage("--data-dir is missing: the directory to make")
	case f.l1 != "":
		return f.fromL1(cmd)
	case f.origin != "":
		if f.chainDir != "" {
			return usage("--replica-of says what the chain is: leave out --chain-dir")
		}
		if err := checkEndpoint("replica-of", f.origin); err != nil {
			return err
		}
		return restoreReplica(cmd, f.from, f.dataDir, f.origin)
	case f.chainDir == "":
		return usage("--chain-dir is missing: the directory with the genesis.json of the chain; or, for a replica, --replica-of")
	}
	if err := checkDir("data-dir", f.dataDir); err != nil {
		return err
	}
	chain, err := readChain(f.chainDir)
	if err != nil {
		return err
	}
	g, err := chain.Genesis.Genesis()
	if err != nil {
		return err
	}
	m, err := backup.Restore(f.from, f.dataDir, g, nil)
	if err != nil {
		return err
	}
	printBackup(cmd.OutOrStdout(), f.dataDir, m)
	return nil
}

func (f *restoreFlags) fromL1(cmd *cobra.Command) error {
	until, ok := untils[f.to]
	switch {
	case !ok:
		return usage("--to %q: choose executed or committed", f.to)
	case f.origin != "":
		return usage("--replica-of is for --from: of L1, give --chain-dir, and start the node with --replica-of")
	case f.chainDir == "":
		return usage("--chain-dir is missing: the directory with genesis.json and deployment.json of the chain")
	}
	if err := errors.Join(checkFinality(f.finality), checkDir("data-dir", f.dataDir)); err != nil {
		return err
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
	log, err := newLogger(cmd, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	progress := &restoreProgress{w: cmd.ErrOrStderr(), began: time.Now()}
	r, err := node.RestoreFromL1(cmd.Context(), node.Restoring{L1: client, Chain: chain, Until: until, Blobs: blobs, DataDir: f.dataDir, Log: log, Applied: progress.batch})
	progress.end()
	if err != nil {
		return explainDerive(err)
	}
	f.report(cmd, log, r)
	return nil
}

// report says what is there and what is not.
func (f *restoreFlags) report(cmd *cobra.Command, log *slog.Logger, r *node.Restored) {
	w := cmd.OutOrStdout()
	if r.Batch == 0 {
		fmt.Fprintf(w, "%s: L1 has no batch of the chain yet: the directory begins with the genesis\n", f.dataDir)
	} else {
		fmt.Fprintf(w, "%s: batch %d, block %d %v, state %v; on L1 %d committed, %d proven, %d executed\n",
			f.dataDir, r.Batch, r.Block.Number, r.Block.Hash, r.Chain.Commitment(), r.L1.Committed, r.L1.Proven, r.L1.Executed)
		fmt.Fprintf(w, "blocks from %d on will be here; what older blocks held is in the state, their transactions and receipts are not here\n", r.Block.Number+1)
	}
	if r.Before > 0 {
		log.Info("went on in a directory that was not whole", "after batch", r.Before)
	}
	if r.Committed > r.Batch {
		log.Warn("L1 has batches that were not taken. An operator's node cannot settle before they are reverted ('ashlar revert'), or the directory is made anew with them (--to committed, when they are final)",
			"taken", r.Batch, "committed", r.Committed)
	}
}

var untils = map[string]fetch.Until{"executed": fetch.Executed, "committed": fetch.Committed}

// explainDerive adds to an error of deriving a chain from L1 what to do about it.
func explainDerive(err error) error {
	switch {
	case errors.Is(err, da.ErrNotPublished):
		return hintError{fmt.Errorf("the chain is a validium: %w", err), pubdataHint}
	case errors.Is(err, da.ErrNoBlob):
		return hintError{err, "give --blobs the folder of blobs in a node's --data-dir, or the URL of a blob server"}
	}
	return err
}

// restoreProgress draws a bar and measures rates, without the batches that were there before.
type restoreProgress struct {
	w                        io.Writer
	began                    time.Time
	bar                      *bar
	batches, bytes, accounts int
	slots                    int
}

func (p *restoreProgress) batch(b *derive.Batch, total uint64, result *derive.Result) {
	if p.bar == nil {
		p.bar = newBar(p.w, int(total))
	}
	p.batches, p.bytes, p.accounts = p.batches+1, p.bytes+len(b.Pubdata), p.accounts+len(result.Pubdata.Diff.Accounts)
	for i := range result.Pubdata.Diff.Accounts {
		p.slots += len(result.Pubdata.Diff.Accounts[i].Slots)
	}
	p.bar.set(int(b.Number), fmt.Sprintf("batch %d", b.Number))
}

func (p *restoreProgress) end() {
	if p.bar == nil {
		return
	}
	p.bar.end()
	seconds := time.Since(p.began).Seconds()
	fmt.Fprintf(p.w, "%d batches, %d bytes of pubdata, %d changes of accounts, %d of slots in %.1f s: %.1f batches/s, %.3f MB/s, %.0f accounts/s\n",
		p.batches, p.bytes, p.accounts, p.slots, seconds, float64(p.batches)/seconds, float64(p.bytes)/1e6/seconds, float64(p.accounts)/seconds)
}

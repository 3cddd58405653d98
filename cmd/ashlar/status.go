package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
)

// defaultOps is where a node's endpoint for operators is, unless it is told otherwise.
const defaultOps = "127.0.0.1:3051"

// freePort is an address of the loopback interface whose port the system chooses.
const freePort = "127.0.0.1:0"

// checkOps refuses an address of the endpoint for operators that cannot be listened on, and stamps the version. The default is used by a node that is there already: then a free port is taken, with a
// warning, so that a second node on a machine does not need a setting for it. An address that somebody has chosen is never changed.
func checkOps(cmd *cobra.Command, cfg *ops.Config) error {
	cfg.Version, _ = buildInfo()
	if cfg.Addr == "" {
		return nil
	}
	err := checkListen("ops-addr", cfg.Addr)
	if errors.Is(err, syscall.EADDRINUSE) && !cmd.Flags().Changed("ops-addr") {
		fmt.Fprintf(cmd.ErrOrStderr(), "warning: another process listens on %s, so the endpoint for operators gets a free port: ashlar status --data-dir DIR finds it, --ops-addr chooses one\n", cfg.Addr)
		cfg.Addr = freePort
		return nil
	}
	return err
}

func newStatus() *cobra.Command {
	var url, dataDir string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Show on one screen what a running node does, and what is wrong",
		Long: `Show what a running node does: chain, batches by stage, L1 costs, lag, pool, proofs, and every problem with what to do about it.
Exit status: 0 healthy, 1 there is a problem or no answer.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dataDir != "" && !cmd.Flags().Changed("ops") {
				var err error
				if url, err = opsURL(dataDir); err != nil {
					return err
				}
			}
			status, err := askStatus(cmd, url)
			if err != nil {
				return err
			}
			if asJSON {
				enc := json.NewEncoder(cmd.OutOrStdout())
				enc.SetIndent("", "  ")
				err = enc.Encode(status)
			} else {
				err = printStatus(cmd.OutOrStdout(), status)
			}
			if n := len(status.Problems); err == nil && n > 0 {
				err = fmt.Errorf("%d of the node's problems need somebody: see docs/operations.md", n)
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&url, "ops", "http://"+defaultOps, "URL of the node's endpoint for operators")
	f.StringVar(&dataDir, "data-dir", "", "find the endpoint by the data directory of a running node instead")
	f.BoolVar(&asJSON, "json", false, "one JSON object")
	return cmd
}

// opsURL is what a running node has left in its data directory.
func opsURL(dataDir string) (string, error) {
	raw, err := os.ReadFile(filepath.Join(dataDir, node.OpsFile))
	if errors.Is(err, os.ErrNotExist) {
		return "", hintError{fmt.Errorf("no node runs on data directory %s", dataDir), "start it with --data-dir " + dataDir + ": ashlar node, or ashlar devnet for a development network"}
	}
	if url := strings.TrimSpace(string(raw)); err != nil || url != "" {
		return url, err
	}
	return "", hintError{fmt.Errorf("the node on data directory %s has no endpoint for operators", dataDir), "start it with an --ops-addr"}
}

func askStatus(cmd *cobra.Command, url string) (*ops.Status, error) {
	if err := checkHTTP("ops", url); err != nil {
		return nil, err
	}
	client := http.Client{Timeout: 30 * time.Second}
	request, err := http.NewRequestWithContext(cmd.Context(), http.MethodGet, strings.TrimSuffix(url, "/")+"/status", nil)
	if err != nil {
		return nil, usage("--ops %q: %w", url, err)
	}
	answer, err := client.Do(request)
	if err != nil {
		return nil, hintError{fmt.Errorf("the node does not answer: %w", err), "is it running? --ops or --data-dir say which one: a node prints its endpoint for operators when it starts"}
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, noOps(url, answer.Status)
	}
	status := new(ops.Status)
	if err := json.NewDecoder(io.LimitReader(answer.Body, 1<<20)).Decode(status); err != nil {
		return nil, noOps(url, err.Error())
	}
	return status, nil
}

// noOps is about a server that is none for operators.
func noOps(url, answer string) error {
	return hintError{fmt.Errorf("%s is no node's endpoint for operators: it answers %s", url, answer), "a node prints that endpoint when it starts, beside its JSON-RPC; --data-dir DIR finds it"}
}

func printStatus(w io.Writer, s *ops.Status) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(cells ...any) {
		for i, c := range cells {
			if i > 0 {
				fmt.Fprint(t, "\t")
			}
			fmt.Fprint(t, c)
		}
		fmt.Fprintln(t)
	}
	b, waits := &s.Batches, func(w ops.Waiting, one, many string) string {
		if w.Count == 0 {
			return "nothing waits"
		}
		return fmt.Sprintf("%s, the first for %s", ops.Count(w.Count, one+" waits", many+" wait"), ops.Age(w.AgeSeconds))
	}
	row("node", fmt.Sprintf("%s, up %s, version %s", s.State, ops.Age(s.Uptime), s.Version))
	row("chain", fmt.Sprintf("%d, block %d %s, %s old", s.Chain.ID, s.Chain.Block, s.Chain.Hash.TerminalString(), ops.Age(s.Chain.AgeSeconds)))
	row("", fmt.Sprintf("%.1f tx/s, %.0f gas/s over %.0f s; %d transactions, %d of them from L1", s.Chain.TxsPerSecond, s.Chain.GasPerSecond, s.Chain.Window, s.Chain.Txs, s.Chain.PriorityOps))
	if o := s.Origin; o != nil {
		row("origin", fmt.Sprintf("block %d, %d behind, since %s; answered %s ago", o.Block, o.LagBlocks, ops.Age(o.LagSeconds), ops.Age(o.AnsweredAge)))
	}
	row("pool", fmt.Sprintf("%d executable, %d wait for another one", s.Pool.Pending, s.Pool.Queued))
	row("L1", fmt.Sprintf("chain %d, head %d, final %d, read to %d (%d behind), answered %s ago", s.L1.ChainID, s.L1.Head, s.L1.Final, s.L1.Read, s.L1.LagBlocks, ops.Age(s.L1.LookedAge)))
	row("", fmt.Sprintf("gas %.3f gwei, blob gas %.3f gwei; %d priority operations wait", float64(s.L1.BaseFeeWei)/1e9, float64(s.L1.BlobBaseFeeWei)/1e9, s.L1.WaitingPriorityOps))
	row("proofs", s.Proofs+"; "+s.ProofsMade.Text())
	row("disk", fmt.Sprintf("%.1f MiB used, %.1f GiB free", float64(s.Disk.UsedBytes)/(1<<20), float64(s.Disk.FreeBytes)/(1<<30)))
	row("\nBATCHES", "LAST", "AGE", "WAITING")
	for _, st := range []struct {
		name  string
		of    ops.Stage
		waits string
	}{
		{"sealed", b.Sealed, waits(b.Unsealed, "block", "blocks")}, {"committed", b.Committed, waits(b.Committed.Waiting, "batch", "batches")},
		{"proven", b.Proven, waits(b.Proven.Waiting, "batch", "batches")}, {"executed", b.Executed, waits(b.Executed.Waiting, "batch", "batches")},
	} {
		row(st.name, st.of.Last, ops.Age(st.of.AgeSeconds), st.waits)
	}
	row("\nL1 COSTS", "TRANSACTIONS", "GAS", "BLOB GAS", "ETH")
	for i := range s.Costs.Stages {
		c := &s.Costs.Stages[i]
		if c.Stage == ops.Revert && c.Transactions == 0 {
			continue // nobody has reverted anything
		}
		row(c.Stage, c.Transactions, c.Gas, c.BlobGas, ops.Ether(c.Wei()))
	}
	row("all", "", "", "", ops.Ether(s.Costs.TotalWei))
	row("per batch", "", "", "", ops.Ether(s.Costs.PerBatchWei))
	row("per transaction", "", "", "", ops.Ether(s.Costs.PerTransaction))
	row("\nOPERATORS", "ADDRESS", "BALANCE ETH", "SPENT ETH", "LASTS FOR")
	for _, o := range s.Costs.Operators {
		row(strings.Join(o.Roles, ", "), o.Address, ops.Ether(o.BalanceWei), ops.Ether(o.SpentWei), ops.Age(o.LastsForSec))
	}
	if len(s.Problems) == 0 {
		row("\nhealthy")
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, p := range s.Problems {
		fmt.Fprintf(w, "\n%s: %s.\n  %s.\n", p.Name, p.Text, p.Do)
	}
	return nil
}

package main

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"text/tabwriter"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/tour"
	"github.com/ashlar-labs/ashlar/rollup"
)

// tourTimeout bounds a tour; most of it is room for the first build of the batch program.
const tourTimeout = 10 * time.Minute

func runTour(ctx context.Context, cmd *cobra.Command, d *devnet.Devnet, say func(string)) error {
	ctx, cancel := context.WithTimeout(ctx, tourTimeout)
	defer cancel()
	l2, err := rpc.DialContext(ctx, d.Node.WSEndpoint())
	if err != nil {
		return err
	}
	defer l2.Close()
	cfg := tour.Config{
		L1: d.L1().Client.Client(), L2: l2, Key: l1node.Accounts()[0].Key, Token: d.Deployment.TestToken, Progress: say,
		Derive: d.Derive, Commitment: d.Commitment,
	}
	if d.Deployment.DAScheme == rollup.DAValidium {
		say("a validium: its data are not on L1, so the state cannot be rebuilt from there")
		cfg.Derive = nil
	}
	report, err := tour.Run(ctx, cfg)
	printTour(cmd.OutOrStdout(), report)
	if err == nil {
		fmt.Fprintln(cmd.OutOrStdout(), "\nBatches were settled UNPROVEN: L1 checked the public input of each, but no validity proof: `ashlar prove-batch` makes one, which contracts cannot verify yet.")
	}
	return err
}

func printTour(w io.Writer, report *tour.Report) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nSTEP\tLAYER\tTRANSACTION\tTIME\tGAS\tFEE (gwei)")
	for _, r := range report.Rows {
		gwei := new(big.Rat).SetFrac(r.Fee, big.NewInt(1e9))
		fmt.Fprintf(table, "%s\t%s\t%v\t%s\t%d\t%s\n", r.Step, r.Layer, r.Hash, seconds(r.Took), r.Gas, gwei.FloatString(3))
	}
	fmt.Fprintln(table, "\nBATCH\tTRANSACTIONS\tPUBDATA\tGUEST CYCLES\tPER TRANSACTION\tPROOF")
	for _, b := range report.Batches {
		fmt.Fprintf(table, "%d\t%d from L1, %d\t%d bytes\t%d\t%d\t%s\n", b.Number, b.L1Txs, b.L2Txs, b.PubdataBytes, b.GuestCycles, b.CyclesPerTx(), b.Proof)
	}
	table.Flush()
}

// seconds is empty for what the tour did not wait for.
func seconds(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%.2fs", d.Seconds())
}

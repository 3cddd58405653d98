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
	rows, err := tour.Run(ctx, tour.Config{
		L1: d.L1().Client.Client(), L2: l2, Key: l1node.Accounts()[0].Key, Token: d.Deployment.TestToken, Progress: say,
		Derive: d.Derive, Commitment: d.Commitment,
	})
	printTour(cmd.OutOrStdout(), rows)
	if err == nil {
		fmt.Fprintln(cmd.OutOrStdout(), "\nBatches were settled UNPROVEN: L1 checked the public input of each, but there is no validity proof yet.")
	}
	return err
}

func printTour(w io.Writer, rows []tour.Row) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nSTEP\tLAYER\tTRANSACTION\tTIME\tGAS\tFEE (gwei)")
	for _, r := range rows {
		gwei := new(big.Rat).SetFrac(r.Fee, big.NewInt(1e9))
		fmt.Fprintf(table, "%s\t%s\t%v\t%.2fs\t%d\t%s\n", r.Step, r.Layer, r.Hash, r.Took.Seconds(), r.Gas, gwei.FloatString(3))
	}
	table.Flush()
}

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/escape"
)

func newPubdata() *cobra.Command {
	var url, to string
	cmd := &cobra.Command{
		Use:   "pubdata",
		Short: "Keep the data of a validium, to be able to leave it without its operator",
		Long: `Fetch what the batches of a validium publish from a node of the chain, as far as L1 has the batches, into a folder for --pubdata of 'ashlar escape' and 'ashlar derive', which compare
it with the commitments on L1. L1 does not have these data: who relies on nobody fetches them from time to time. What is there already is not fetched again. Of other chains the data are on L1.`,
		Args:    noArgs,
		Example: "  ashlar pubdata --rpc http://127.0.0.1:3050 --to pubdata\n  ashlar derive --l1 http://127.0.0.1:8545 --chain-dir chain --pubdata pubdata",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if url == "" || to == "" {
				return usage("--rpc and --to are needed: the JSON-RPC of a node of the chain, and a folder")
			}
			if err := errors.Join(checkEndpoint("rpc", url), checkDir("to", to)); err != nil {
				return err
			}
			client, err := rpc.DialContext(cmd.Context(), url)
			if err != nil {
				return hintError{fmt.Errorf("--rpc: %w", err), "--rpc is the URL of the JSON-RPC of a node of the chain"}
			}
			defer client.Close()
			_, err = os.Stat(to)
			made := errors.Is(err, fs.ErrNotExist)
			archive, err := da.OpenArchive(to)
			if err != nil {
				return err
			}
			var b *bar
			saved, err := escape.SavePubdata(cmd.Context(), client, archive, func(batch, total uint64) {
				if b == nil {
					b = newBar(cmd.ErrOrStderr(), int(total))
				}
				b.set(int(batch), fmt.Sprintf("batch %d", batch))
			})
			if b != nil {
				b.end()
			}
			if made && err != nil {
				_ = os.Remove(to) // unless something is in it
			}
			if errors.Is(err, escape.ErrOnL1) {
				return hintError{err, "ashlar derive rebuilds the state from there, ashlar escape leaves the chain"}
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "batches  %d\nfetched  %d, %d bytes\nfolder   %s\n", saved.Batches, saved.New, saved.Bytes, to)
			return nil
		},
	}
	cmd.Flags().StringVar(&url, "rpc", "", "URL of the JSON-RPC of a node of the chain")
	cmd.Flags().StringVar(&to, "to", "", "folder to keep the data in")
	return cmd
}

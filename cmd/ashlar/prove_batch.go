package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
)

func newProveBatch() *cobra.Command {
	var f proveFlags
	var dataDir, chainDir, guest, write string
	cmd := &cobra.Command{
		Use:   "prove-batch N",
		Short: "Prove a sealed batch of a chain",
		Long: `Read batch N from the data directory of a node or development network that is not running, make the input of the batch program anew, execute the
program and prove the run. The proof is checked before it is written, and its output is the batch's public input. What was measured is kept in the data directory (proofs/), where 'ashlar status' and
the metrics of a node find it.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			number, err := strconv.ParseUint(args[0], 10, 64)
			if err != nil || number == 0 {
				return usage("%q is not the number of a batch: they count from 1", args[0])
			}
			profile, err := f.check()
			if err != nil {
				return err
			}
			if dataDir == "" {
				return usage("--data-dir is missing: the directory of a node")
			}
			if chainDir == "" {
				chainDir = dataDir
			}
			if guest != "" {
				if err := checkGuest(guest, chainDir); err != nil {
					return err
				}
			}
			if write == "" {
				err = f.ready(cmd)
			}
			if err != nil {
				return err
			}
			input, sealed, err := batchInput(cmd, dataDir, chainDir, number)
			if err != nil {
				return err
			}
			if write != "" {
				return writeWhole(write, input)
			}
			program, err := loadBatchProgram(cmd, guest, chainDir, f.workers)
			if err != nil {
				return err
			}
			result, err := program.Loaded.Run(cmd.Context(), input, f.limits())
			if err != nil {
				return explained(fmt.Errorf("batch %d: %w", number, err))
			}
			if result.Output != sealed.PublicInput {
				return hintError{fmt.Errorf("the program gives %x for batch %d, which was sealed with %v: it is another program", result.Output, number, sealed.PublicInput),
					"give --guest-image the image that the node ran with"}
			}
			f.made = func(r *ops.ProofRecord) error {
				r.Batch = number
				return ops.WriteProof(dataDir, r)
			}
			return f.prove(cmd, profile, program, input)
		},
	}
	f.add(cmd)
	p := cmd.Flags()
	p.StringVar(&dataDir, "data-dir", "", "data directory of a node or development network that is stopped")
	p.StringVar(&chainDir, "chain-dir", "", "directory with genesis.json and deployment.json (default: that of --data-dir)")
	p.StringVar(&guest, "guest-image", "", guestUsage)
	p.StringVar(&write, "write-input", "", "write the program's input to this file and prove nothing")
	return cmd
}

// loadBatchProgram prepares the batch program.
func loadBatchProgram(cmd *cobra.Command, file, chainDir string, workers int) (*prove.Program, error) {
	g, err := batchProgram(cmd.Context(), file, chainDir, cmd.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	return loadProgram(cmd.Context(), g, workers)
}

func batchInput(cmd *cobra.Command, dataDir, chainDir string, number uint64) ([]byte, *store.SealedBatch, error) {
	chain, err := readChain(chainDir)
	if err != nil {
		return nil, nil, err
	}
	input, sealed, err := node.BatchInput(dataDir, chain, number, nil)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, nil, fmt.Errorf("there is no sealed batch %d in %s", number, dataDir)
	case err != nil:
		return nil, nil, err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "batch %d: blocks %d to %d, %d + %d transactions, input of %d bytes, %d cycles\n",
		number, sealed.FirstBlock, sealed.LastBlock, sealed.Output.NumL1Txs, sealed.Output.NumL2Txs, len(input), sealed.GuestCycles)
	return input, sealed, nil
}

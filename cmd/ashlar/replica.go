package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

const originHint = "--replica-of is the URL of the JSON-RPC of a node of the chain, which has to answer when a replica is started for the first time"

// replica runs a node that follows another one. What it needs to know of the chain it learns there, once; the data directory then is a chain directory too.
func (f *nodeFlags) replica(cmd *cobra.Command) (err error) {
	ctx, cfg := cmd.Context(), &f.cfg
	if err := f.checkReplica(cmd); err != nil {
		return err
	}
	chain, stream, err := node.Learn(ctx, cfg.Origin, cfg.DataDir, cfg.Log)
	if err != nil {
		return hintError{err, originHint}
	}
	if cfg.Stream.URL == "" {
		cfg.Stream.URL, cfg.Stream.ByOrigin = stream, true
	}
	cfg.Process = "ashlar node --replica-of"
	cfg.UseChain(chain)
	if f.l1 == "" {
		fmt.Fprintln(cmd.ErrOrStderr(), "warning: without --l1 batches are not compared with L1: what the origin publishes is executed and checked, but not whether it settles the same")
	} else {
		check := func(ctx context.Context, client *l1.Client) error {
			if err := chain.CheckL1(ctx, client); err != nil {
				return err
			}
			return chain.CheckGenesis(ctx, client)
		}
		if err := f.awaitL1(ctx, check); err != nil || cfg.L1 == nil {
			return err
		}
		defer cfg.L1.Close()
	}
	return f.serve(cmd, func(n *node.Node) {
		fmt.Fprintf(cmd.OutOrStdout(), "JSON-RPC   %s\nWebSocket  %s\noperators  %s\nchain id   %d\nreplica of %s\nstream     %s\n", n.HTTPEndpoint(), n.WSEndpoint(), n.OpsEndpoint(), chain.Genesis.Chain.ChainID, cfg.Origin, cfg.Stream.URL)
	})
}

// checkReplica reads everything that can be wrong without asking anybody.
func (f *nodeFlags) checkReplica(cmd *cobra.Command) (err error) {
	cfg := &f.cfg
	switch {
	case cfg.Stream.Standby || f.promote:
		return usage("--replica-of only follows: leave out --standby and --promote")
	}
	if err := f.checkCommon(); err != nil {
		return err
	}
	if cfg.Log, err = newLogger(cmd, cmd.ErrOrStderr()); err != nil {
		return err
	}
	return errors.Join(checkListen("rpc", cfg.RPC.Addr), checkOps(cmd, &cfg.Ops))
}

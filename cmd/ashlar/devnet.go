package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

func newDevnet() *cobra.Command {
	var tour bool
	var guest, da, rpcAddr string
	var tracing tracingFlags
	cfg := devnet.DefaultConfig()
	cmd := &cobra.Command{
		Use:   "devnet",
		Short: "Run an Ethereum and an L2 in this process",
		Long: `Run a development network: an Ethereum in this process (or --l1 URL), all contracts deployed, one L2 chain with its node.
It prints endpoints, addresses and funded accounts, and runs until Ctrl-C. With --data-dir everything is kept and goes on at the next start.
Batches are settled UNPROVEN: L1 checks the public input, but no validity proof yet; "ashlar prove-batch" makes one for anyone to verify.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if cfg.Scheme, err = parseScheme(da); err != nil {
				return err
			}
			if cfg.Log, err = devnetLogger(cmd, tour); err != nil {
				return err
			}
			traced, closeTracing, err := tracing.open(cmd.Context(), cfg.Log)
			if err != nil {
				return err
			}
			defer closeTracing()
			cfg.Tracing = traced
			if err := checkDevnet(cmd, &cfg, rpcAddr, guest); err != nil {
				return err
			}
			if tour && !cmd.Flags().Changed("batch-age") {
				cfg.BatchAge = 3 * time.Second
			}
			cfg.RPC.Addr = rpcAddr
			cfg.Guest = guestLoader(guest, cfg.DataDir, true, cmd.ErrOrStderr())
			return runDevnet(cmd, cfg, tour)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&tour, "tour", false, "show every step of the main job once, print a table, and exit")
	f.StringVar(&cfg.DataDir, "data-dir", "", "keep everything here and go on from it (default: a temporary directory)")
	f.StringVar(&cfg.L1URL, "l1", "", "use this L1 (WebSocket or HTTP URL, a local chain id) instead of an embedded one")
	f.IntVar(&cfg.L1Port, "l1-port", 0, "port of the embedded L1 on 127.0.0.1 (0: a free one)")
	f.DurationVar(&cfg.L1Period, "l1-block-time", cfg.L1Period, "time between blocks of the embedded L1; 0: a block per transaction")
	f.Int64Var(&cfg.L1Final, "l1-finality", 0, "L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	f.StringVar(&rpcAddr, "rpc", "127.0.0.1:0", "address of the L2's JSON-RPC, HTTP and WebSocket on one port (port 0: a free one)")
	f.StringVar(&cfg.Ops.Addr, "ops-addr", cfg.Ops.Addr, "address of /metrics, /healthz, /readyz and /status, for operators (port 0: a free one)")
	f.BoolVar(&cfg.RPC.Otterscan, "otterscan", cfg.RPC.Otterscan, "make an index of addresses, for the searches of the explorer Otterscan")
	tracing.add(f)
	rpcFlags(f, &cfg.RPC)
	f.Uint64Var(&cfg.ChainID, "chain-id", cfg.ChainID, "chain id of the L2")
	f.DurationVar(&cfg.BlockTime, "block-time", cfg.BlockTime, "least time between L2 blocks")
	f.DurationVar(&cfg.BatchAge, "batch-age", cfg.BatchAge, "seal a batch when its first block is this old")
	f.StringVar(&da, "da", "blobs", "where the chain's data goes: blobs, calldata or validium")
	f.StringVar(&cfg.Stream.URL, "stream", "", "URL of a NATS server for the block stream (default: embedded), so that a standby can take over")
	f.DurationVar(&cfg.Stream.Lease, "lease", 5*time.Second, "how long the leading sequencer may be silent before another one takes over")
	f.StringVar(&guest, "guest-image", "", guestUsage)
	return cmd
}

// checkDevnet refuses what cannot work before anything is started.
func checkDevnet(cmd *cobra.Command, cfg *devnet.Config, rpcAddr, guest string) error {
	if err := errors.Join(checkPace(cfg.BlockTime, cfg.BatchAge), checkFinality(cfg.L1Final), cfg.RPC.Check()); err != nil {
		return usageError{err}
	}
	if err := errors.Join(checkChainID(cfg.ChainID), checkLease(cfg.Stream.Lease)); err != nil {
		return err
	}
	switch {
	case cfg.L1Period != 0 && cfg.L1Period < time.Second:
		return usage("--l1-block-time %v: at least 1s, or 0 for a block per transaction", cfg.L1Period)
	case cfg.L1Port < 0 || cfg.L1Port > 65535:
		return usage("--l1-port %d is no port", cfg.L1Port)
	case cfg.L1URL != "" && cfg.L1Port != 0:
		return usage("--l1-port is of the embedded L1, and --l1 uses another")
	}
	if cfg.L1URL == "" {
		if err := checkListen("l1-port", fmt.Sprintf("127.0.0.1:%d", cfg.L1Port)); err != nil {
			return err
		}
	} else if err := checkEndpoint("l1", cfg.L1URL); err != nil {
		return err
	}
	if cfg.Stream.URL != "" {
		if err := checkStream(cfg.Stream.URL); err != nil {
			return err
		}
	}
	if cfg.DataDir != "" {
		if err := checkDir("data-dir", cfg.DataDir); err != nil {
			return err
		}
	}
	if err := checkListen("rpc", rpcAddr); err != nil {
		return err
	}
	if err := checkOps(cmd, &cfg.Ops); err != nil {
		return err
	}
	return checkGuest(guest, cfg.DataDir)
}

// devnetLogger keeps quiet during a tour, whose table is what matters, unless --log-level was given.
func devnetLogger(cmd *cobra.Command, tour bool) (*slog.Logger, error) {
	if tour && !cmd.Flags().Changed("log-level") {
		return slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelError})), nil
	}
	return newLogger(cmd, cmd.ErrOrStderr())
}

// runDevnet starts the network and keeps it up until Ctrl-C, a failure, or the end of the tour. Being stopped is what a network is for, but a tour that was stopped has shown
// nothing.
func runDevnet(cmd *cobra.Command, cfg devnet.Config, tour bool) error {
	err := serveDevnet(cmd, cfg, tour)
	if cmd.Context().Err() == nil {
		return err
	}
	if tour {
		return errors.New("the tour was stopped")
	}
	fmt.Fprintln(cmd.ErrOrStderr(), "stopped")
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

func serveDevnet(cmd *cobra.Command, cfg devnet.Config, tour bool) (err error) {
	logSettings(cmd, cfg.Log)
	began := time.Now()
	cfg.Progress = func(text string) { fmt.Fprintf(cmd.ErrOrStderr(), "%5.1fs  %s\n", time.Since(began).Seconds(), text) }
	d, err := devnet.Start(cmd.Context(), cfg)
	if err != nil && cfg.L1URL != "" && l1.KindOf(err) == l1.Temporary {
		return hintError{err, "is an Ethereum node listening there? Without --l1 the network has one of its own"}
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	ctx, cancel := context.WithCancel(cmd.Context())
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	work := func(ctx context.Context) error { return d.FundAccounts(ctx) }
	if tour {
		work = func(ctx context.Context) error { return runTour(ctx, cmd, d, cfg.Progress) }
	}
	worked := make(chan error, 1)
	go func() { worked <- work(ctx) }()
	select {
	case err := <-done: // a part failed, or Ctrl-C: the work ends with it
		cancel()
		<-worked
		return err
	case err = <-worked:
	}
	if err == nil && !tour {
		cfg.Progress("ready, Ctrl-C stops")
		printDevnet(cmd.OutOrStdout(), d)
		return <-done
	}
	cancel()
	if stopped := <-done; stopped != nil {
		return stopped // what stopped the network also ended the work
	}
	return err
}

func printDevnet(w io.Writer, d *devnet.Devnet) {
	p := d.Deployment
	for _, row := range [][2]any{
		{"L2 JSON-RPC", d.Node.HTTPEndpoint()}, {"L2 WebSocket", d.Node.WSEndpoint()}, {"L2 chain id", d.Genesis.Chain.ChainID},
		{"operators", d.Node.OpsEndpoint()}, {"L1 JSON-RPC", d.L1URL()}, {"L1 chain id", d.Genesis.L1ChainID}, {"proofs", "UNPROVEN: batches are settled without a validity proof"},
		{"Bridgehub", p.Bridgehub}, {"Chain", p.Chain}, {"L1AssetRouter", p.AssetRouter}, {"L1NativeTokenVault", p.Vault}, {"L1Nullifier", p.Nullifier},
		{"ValidatorTimelock", p.Timelock}, {"Verifier", p.Verifier}, {"test ERC-20 (L1)", p.TestToken},
	} {
		fmt.Fprintf(w, "%-20s %v\n", row[0], row[1])
	}
	fmt.Fprintln(w, "\nDevelopment accounts, with ETH on both layers. Everybody knows these keys.")
	for _, a := range l1node.Accounts() {
		fmt.Fprintf(w, "%v  %s\n", a.Address, hexutil.Encode(crypto.FromECDSA(a.Key)))
	}
}

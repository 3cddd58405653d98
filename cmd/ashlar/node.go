package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// nodeFlags are the flags of node that are not fields of its configuration.
type nodeFlags struct {
	chainDir, l1, guest, coinbase   string
	commitKey, proveKey, executeKey string
	finality                        int64
	tracing                         tracingFlags
	promote                         bool
	originLag                       time.Duration
	cfg                             node.Config
}

func newNode() *cobra.Command {
	f := nodeFlags{cfg: node.DefaultConfig(0)}
	cmd := &cobra.Command{
		Use:   "node",
		Short: "Run a chain's main node",
		Long: `Run the main node of a chain that 'ashlar deploy' has put on L1: sequencer, batches, settlement and JSON-RPC.
Everything is in --data-dir; the node can be killed at any moment and started again.
With --replica-of it is a replica instead, which needs nothing else: it follows the block stream of that node, executes and checks every block, compares batches with L1 (--l1), serves the same JSON-RPC and sends
transactions on. With --stream, several nodes are sequencers of one chain, of which one leads; when it is gone, another one takes over.
The three keys are of three accounts: L1 nodes do not let one account have blob and other transactions pending at once.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd) },
	}
	p := cmd.Flags()
	p.StringVar(&f.chainDir, "chain-dir", "chain", "directory with genesis.json and deployment.json")
	p.StringVar(&f.cfg.DataDir, "data-dir", "data", "the node's database")
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node")
	p.Int64Var(&f.finality, "l1-finality", l1.FinalizedTag, "L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	p.Uint64Var(&f.cfg.L1MaxFee, "l1-max-fee", f.cfg.L1MaxFee, "gwei per gas, and per blob gas, that is offered to L1 at most; settlement waits while L1 asks for more")
	p.StringVar(&f.cfg.RPC.Addr, "rpc", "127.0.0.1:3050", "address of JSON-RPC, HTTP and WebSocket on one port")
	p.StringVar(&f.cfg.Ops.Addr, "ops-addr", defaultOps, "address of /metrics, /healthz, /readyz and /status, for operators (empty: none)")
	p.BoolVar(&f.cfg.RPC.Otterscan, "otterscan", false, "make an index of addresses, for the searches of the explorer Otterscan")
	f.tracing.add(p)
	p.DurationVar(&f.cfg.StopTimeout, "stop-timeout", f.cfg.StopTimeout, "after SIGTERM, give up on parts that have not ended by then")
	rpcFlags(p, &f.cfg.RPC)
	p.DurationVar(&f.cfg.BlockTime, "block-time", f.cfg.BlockTime, "least time between blocks")
	p.DurationVar(&f.cfg.Limits.Age, "batch-age", f.cfg.Limits.Age, "seal a batch when its first block is this old")
	p.StringVar(&f.coinbase, "fee-recipient", "", "account that gets the fees")
	p.StringVar(&f.commitKey, "commit-key-file", "", "file with the key that commits batches")
	p.StringVar(&f.proveKey, "prove-key-file", "", "file with the key that submits proofs")
	p.StringVar(&f.executeKey, "execute-key-file", "", "file with the key that executes batches")
	p.StringVar(&f.cfg.Origin, "replica-of", "", "URL of the JSON-RPC of a node to follow")
	p.StringVar(&f.cfg.Stream.URL, "stream", "", "URL of the NATS server with the block stream (default: embedded; of a replica: as the origin says)")
	p.StringVar(&f.cfg.Stream.Listen, "stream-listen", f.cfg.Stream.Listen, "address of the embedded NATS server, for replicas")
	p.IntVar(&f.cfg.Stream.Replicas, "stream-copies", 1, "copies of the block stream that a NATS cluster keeps")
	p.BoolVar(&f.cfg.Stream.Standby, "standby", false, "take over from a sequencer that is gone, but do not begin a chain; needs --stream")
	p.DurationVar(&f.cfg.Stream.Lease, "lease", f.cfg.Stream.Lease, "how long the leading sequencer may be silent before another one takes over")
	p.DurationVar(&f.originLag, "origin-lag", time.Duration(f.cfg.Ops.Limits.OriginLag*float64(time.Second)), "how far a node that follows may be behind before it is not ready (/readyz) and says that it is syncing")
	p.StringVar(&f.cfg.Stream.PublicURL, "public-rpc", "", "URL at which others reach --rpc, for transactions while this node leads")
	p.BoolVar(&f.promote, "promote", false, "make a sequencer of a replica's --data-dir; only when the origin is gone for good")
	p.StringVar(&f.guest, "guest-image", "", guestUsage)
	return cmd
}

// checkLag is --origin-lag.
func (f *nodeFlags) checkLag() error {
	if f.originLag < time.Second {
		return usage("--origin-lag %v: at least 1s", f.originLag)
	}
	f.cfg.Ops.Limits.OriginLag = f.originLag.Seconds()
	return nil
}

// checkLease is --lease.
func checkLease(lease time.Duration) error {
	if lease < node.MinLease {
		return usage("--lease %v: at least %v", lease, node.MinLease)
	}
	return nil
}

// checkCommon is what a replica and a main node have in common.
func (f *nodeFlags) checkCommon() error {
	cfg := &f.cfg
	if err := errors.Join(checkFinality(f.finality), f.checkLag(), checkLease(cfg.Stream.Lease), checkDir("data-dir", cfg.DataDir)); err != nil {
		return err
	}
	if err := cfg.RPC.Check(); err != nil {
		return usageError{err}
	}
	if cfg.StopTimeout <= 0 {
		return usage("--stop-timeout %v: it has to be more than zero", cfg.StopTimeout)
	}
	for _, endpoint := range [][2]string{{"l1", f.l1}, {"replica-of", cfg.Origin}, {"public-rpc", cfg.Stream.PublicURL}} {
		if endpoint[1] == "" {
			continue
		}
		if err := checkEndpoint(endpoint[0], endpoint[1]); err != nil {
			return err
		}
	}
	if cfg.Stream.URL != "" {
		return checkStream(cfg.Stream.URL)
	}
	return nil
}

// checkStream is what only sequencers ask of the stream.
func (f *nodeFlags) checkStream() error {
	s := &f.cfg.Stream
	switch {
	case s.Standby && s.URL == "":
		return usage("--standby needs --stream: the URL of a NATS server that outlives the leader")
	case s.Replicas < 1 || s.Replicas > stream.MaxReplicas:
		return usage("--stream-copies %d: from 1 to %d", s.Replicas, stream.MaxReplicas)
	case s.URL == "":
		return checkListen("stream-listen", s.Listen)
	}
	return nil
}

// check reads everything that can be wrong without asking anybody.
func (f *nodeFlags) check(cmd *cobra.Command) (chain *node.Chain, err error) {
	cfg := &f.cfg
	if err := errors.Join(checkPace(cfg.BlockTime, cfg.Limits.Age), f.checkCommon()); err != nil {
		return nil, err
	}
	if cfg.Log, err = newLogger(cmd, cmd.ErrOrStderr()); err != nil {
		return nil, err
	}
	for _, k := range []struct {
		flag, file string
		key        **ecdsa.PrivateKey
	}{{"commit-key-file", f.commitKey, &cfg.Keys.Commit}, {"prove-key-file", f.proveKey, &cfg.Keys.Prove}, {"execute-key-file", f.executeKey, &cfg.Keys.Execute}} {
		if *k.key, err = readKey(cmd.ErrOrStderr(), k.flag, k.file); err != nil {
			return nil, err
		}
	}
	if f.coinbase == "" {
		return nil, usage("--fee-recipient is missing: the account that gets the fees")
	}
	if cfg.Coinbase, err = parseAddress("fee-recipient", f.coinbase); err != nil {
		return nil, err
	}
	if f.l1 == "" {
		return nil, usage("--l1 is missing: the URL of an Ethereum node")
	}
	if err := checkListen("rpc", cfg.RPC.Addr); err != nil {
		return nil, err
	}
	if err := f.checkStream(); err != nil {
		return nil, err
	}
	if err := checkOps(cmd, &cfg.Ops); err != nil {
		return nil, err
	}
	if chain, err = readChain(f.chainDir); err != nil {
		return nil, err
	}
	return chain, checkGuest(f.guest, f.chainDir)
}

func (f *nodeFlags) run(cmd *cobra.Command) error {
	ctx, cfg := cmd.Context(), &f.cfg
	if cfg.Origin != "" {
		return f.replica(cmd)
	}
	chain, err := f.check(cmd)
	if err != nil {
		return err
	}
	logSettings(cmd, cfg.Log)
	tracing, closeTracing, err := f.tracing.open(ctx, cfg.Log)
	if err != nil {
		return err
	}
	defer closeTracing()
	cfg.Tracing = tracing
	cfg.UseScheme(chain.Deployment.DAScheme)
	if k := &cfg.Keys; cfg.Scheme == rollup.DABlobs && (k.Commit.Equal(k.Prove) || k.Commit.Equal(k.Execute)) {
		return usage("the chain posts blobs: --commit-key-file has to hold another key than --prove-key-file and --execute-key-file")
	}
	if err := node.Promote(ctx, cfg.DataDir, f.promote); err != nil {
		return err
	}
	cfg.Process = "ashlar node"
	cfg.UseChain(chain)
	if err := f.awaitL1(ctx, func(ctx context.Context, client *l1.Client) error { return chain.CheckL1(ctx, client) }); err != nil || cfg.L1 == nil {
		return err
	}
	defer cfg.L1.Close()
	warnUnproven(cmd.ErrOrStderr(), cfg.L1.ID())
	if cfg.Blobs, err = da.OpenArchive(filepath.Join(cfg.DataDir, "blobs")); err != nil {
		return err
	}
	cfg.Guest = guestLoader(f.guest, f.chainDir, true, cmd.ErrOrStderr())
	return f.serve(cmd, func(n *node.Node) {
		fmt.Fprintf(cmd.OutOrStdout(), "JSON-RPC   %s\nWebSocket  %s\noperators  %s\nchain id   %d\nproofs     UNPROVEN\n", n.HTTPEndpoint(), n.WSEndpoint(), n.OpsEndpoint(), chain.Genesis.Chain.ChainID)
	})
}

// serve runs the node, and again when its chain goes back. show is called once.
func (f *nodeFlags) serve(cmd *cobra.Command, show func(*node.Node)) error {
	cfg := &f.cfg
	for first := true; ; first = false {
		n, err := node.New(cmd.Context(), *cfg)
		if err != nil {
			return err
		}
		if first {
			show(n)
		}
		cfg.RPC.Addr, cfg.Ops.Addr = samePort(cfg.RPC.Addr, n.HTTPEndpoint()), samePort(cfg.Ops.Addr, n.OpsEndpoint())
		err = errors.Join(n.Run(cmd.Context()), n.Close())
		if !errors.Is(err, node.ErrHistory) || cmd.Context().Err() != nil {
			return err
		}
		cfg.Log.Warn("starting again", "reason", err)
	}
}

// samePort is an address to listen on with the port that was found free.
func samePort(address, endpoint string) string {
	host, port, err := net.SplitHostPort(address)
	u, err2 := url.Parse(endpoint)
	if err != nil || err2 != nil || port != "0" {
		return address
	}
	return net.JoinHostPort(host, u.Port())
}

// awaitL1 connects to L1, which check then has to accept. A node that has run before waits until L1 answers, so that machines may start in any order; at its first start no answer is an error, because the
// URL may be wrong. Without an error and without a client the node was stopped while it waited.
func (f *nodeFlags) awaitL1(ctx context.Context, check func(context.Context, *l1.Client) error) error {
	_, err := os.Stat(filepath.Join(f.cfg.DataDir, "chain"))
	first := err != nil
	var said time.Time
	for {
		client, err := dialL1(ctx, f.l1, f.finality)
		if err == nil {
			if err = check(ctx, client); err == nil {
				f.cfg.L1 = client
				return nil
			}
			client.Close()
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case first || l1.KindOf(err) != l1.Temporary:
			return err
		case time.Since(said) >= time.Minute:
			f.cfg.Log.Warn("L1 does not answer, waiting for it", "err", err)
			said = time.Now()
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
	}
}

package main

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// readKey reads a private key, hexadecimal, from a file that only its owner should be able to read.
func readKey(flag, path string) (*ecdsa.PrivateKey, error) {
	if path == "" {
		return nil, usageError{fmt.Errorf("--%s is missing: a file with the private key in hexadecimal", flag)}
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--%s: %w", flag, err)
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(string(raw)), "0x"))
	if err != nil {
		return nil, fmt.Errorf("--%s: %s does not hold a private key in hexadecimal", flag, path)
	}
	return key, nil
}

func parseAddress(flag, text string) (common.Address, error) {
	if !common.IsHexAddress(text) {
		return common.Address{}, usageError{fmt.Errorf("--%s %q is not an address", flag, text)}
	}
	return common.HexToAddress(text), nil
}

// dialL1 connects to L1; blocks that are this far below the head count as final.
func dialL1(ctx context.Context, url string, finality int64) (*l1.Client, error) {
	if url == "" {
		return nil, usageError{fmt.Errorf("--l1 is missing: the URL of an Ethereum node")}
	}
	cfg := l1.DefaultConfig()
	cfg.URL, cfg.FinalityBlocks = url, finality
	return l1.Dial(ctx, cfg)
}

func newDeploy() *cobra.Command {
	var l1URL, dir, keyFile, da, owner, admin, committer, prover, executor, salt string
	var chainID uint64
	var delay time.Duration
	cmd := &cobra.Command{
		Use:   "deploy",
		Short: "Put the contracts and a chain on L1",
		Long: `Put all contracts and one chain on L1 and write the chain's directory (genesis.json, deployment.json) that 'ashlar node' takes.
It can be stopped at any point and run again with the same flags: what is on L1 already is checked and skipped.
The verifier is UnprovenVerifier, which works on local development chain ids only: there is no proof system yet.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			scheme, err := parseScheme(da)
			if err != nil {
				return err
			}
			key, err := readKey("key-file", keyFile)
			if err != nil {
				return err
			}
			client, err := dialL1(ctx, l1URL, 0)
			if err != nil {
				return err
			}
			defer client.Close()
			warnUnproven(cmd.ErrOrStderr(), client.ID())
			deployer := crypto.PubkeyToAddress(key.PublicKey)
			addresses := map[string]*common.Address{}
			for flag, text := range map[string]string{"owner": owner, "admin": admin, "committer": committer, "prover": prover, "executor": executor} {
				a := deployer
				if text != "" {
					if a, err = parseAddress(flag, text); err != nil {
						return err
					}
				}
				addresses[flag] = &a
			}
			base := genesis.Default(chainID)
			cfg := deploy.DefaultConfig(client.ID(), base.Chain, scheme, deployer, deploy.Operators{
				Committer: *addresses["committer"], Prover: *addresses["prover"], Executor: *addresses["executor"], Reverter: *addresses["committer"],
			})
			cfg.Owner, cfg.Admin, cfg.Salt = *addresses["owner"], *addresses["admin"], common.HexToHash(salt)
			cfg.ExecutionDelay, cfg.TestToken = uint32(delay.Seconds()), slices.Contains(devnet.LocalChainIDs, client.ID())
			options := deploy.DefaultOptions()
			options.Progress = deployProgress(cmd.ErrOrStderr())
			chain, err := node.Launch(ctx, client, key, dir, cfg, base, options)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "chain      %d\nbridgehub  %v\ncontract   %v\ndirectory  %s\n", chainID, chain.Deployment.Bridgehub, chain.Deployment.Chain, dir)
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&l1URL, "l1", "", "URL of an Ethereum node")
	f.StringVar(&dir, "chain-dir", "chain", "directory that the chain's files are written to")
	f.StringVar(&keyFile, "key-file", "", "file with the deployer's private key in hexadecimal")
	f.Uint64Var(&chainID, "chain-id", 271, "chain id of the L2")
	f.StringVar(&da, "da", "blobs", "where the chain's data goes: blobs, calldata or validium")
	f.StringVar(&owner, "owner", "", "owner of the ecosystem in the end (default: the deployer)")
	f.StringVar(&admin, "admin", "", "administrator of the chain in the end (default: the deployer)")
	f.StringVar(&committer, "committer", "", "account that commits batches (default: the deployer)")
	f.StringVar(&prover, "prover", "", "account that submits proofs (default: the deployer)")
	f.StringVar(&executor, "executor", "", "account that executes batches (default: the deployer)")
	f.StringVar(&salt, "salt", "", "another salt gives other addresses")
	f.DurationVar(&delay, "execution-delay", 0, "time between proof and execution of a batch")
	return cmd
}

func warnUnproven(w io.Writer, l1ChainID uint64) {
	if !slices.Contains(devnet.LocalChainIDs, l1ChainID) {
		fmt.Fprintf(w, "warning: L1 chain %d is not a local development chain: UnprovenVerifier will refuse every batch there\n", l1ChainID)
	}
}

func deployProgress(w io.Writer) deploy.Progress {
	var bar *progressbar.ProgressBar
	return func(step string, done, total int, _ bool) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetWidth(30), progressbar.OptionShowCount(), progressbar.OptionOnCompletion(func() { fmt.Fprintln(w) }))
		}
		bar.Describe(step)
		_ = bar.Set(done) // a bar that cannot be drawn is no reason to stop
	}
}

func newNode() *cobra.Command {
	var chainDir, l1URL, guest, coinbase, commitKey, proveKey, executeKey string
	var finality int64
	cfg := node.DefaultConfig(0)
	cmd := &cobra.Command{
		Use:   "node",
		Short: "Run a chain's main node",
		Long: `Run the main node of a chain that 'ashlar deploy' has put on L1: sequencer, batches, settlement and JSON-RPC.
Everything is in --data-dir; the node can be killed at any moment and started again.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			chain, err := node.ReadChain(chainDir)
			if err != nil {
				return hintError{err, "ashlar deploy --chain-dir " + chainDir}
			}
			if cfg.Log, err = newLogger(cmd, cmd.ErrOrStderr()); err != nil {
				return err
			}
			cfg.UseScheme(chain.Deployment.DAScheme)
			cfg.Genesis, cfg.Contracts, cfg.Process = chain.Genesis, node.ContractsOf(&chain.Deployment), "ashlar node"
			for _, k := range []struct {
				flag, file string
				key        **ecdsa.PrivateKey
			}{{"commit-key-file", commitKey, &cfg.Keys.Commit}, {"prove-key-file", proveKey, &cfg.Keys.Prove}, {"execute-key-file", executeKey, &cfg.Keys.Execute}} {
				if *k.key, err = readKey(k.flag, k.file); err != nil {
					return err
				}
			}
			if cfg.Coinbase, err = parseAddress("fee-recipient", coinbase); err != nil {
				return err
			}
			if cfg.L1, err = dialL1(ctx, l1URL, finality); err != nil {
				return err
			}
			defer cfg.L1.Close()
			if cfg.Blobs, err = da.OpenArchive(filepath.Join(cfg.DataDir, "blobs")); err != nil {
				return err
			}
			cfg.Guest = guestLoader(guest, cmd.ErrOrStderr())
			n, err := node.New(cfg)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "JSON-RPC   %s\nWebSocket  %s\nchain id   %d\nproofs     UNPROVEN\n", n.HTTPEndpoint(), n.WSEndpoint(), chain.Genesis.Chain.ChainID)
			runErr := n.Run(ctx)
			if err := n.Close(); runErr == nil {
				return err
			}
			return runErr
		},
	}
	f := cmd.Flags()
	f.StringVar(&chainDir, "chain-dir", "chain", "directory with genesis.json and deployment.json")
	f.StringVar(&cfg.DataDir, "data-dir", "data", "the node's database")
	f.StringVar(&l1URL, "l1", "", "URL of an Ethereum node")
	f.Int64Var(&finality, "l1-finality", l1.FinalizedTag, "L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	f.StringVar(&cfg.RPC.Addr, "rpc", "127.0.0.1:3050", "address of JSON-RPC, HTTP and WebSocket on one port")
	f.DurationVar(&cfg.BlockTime, "block-time", cfg.BlockTime, "least time between blocks")
	f.DurationVar(&cfg.Limits.Age, "batch-age", cfg.Limits.Age, "seal a batch when its first block is this old")
	f.StringVar(&coinbase, "fee-recipient", "", "account that gets the fees")
	f.StringVar(&commitKey, "commit-key-file", "", "file with the key that commits batches")
	f.StringVar(&proveKey, "prove-key-file", "", "file with the key that submits proofs")
	f.StringVar(&executeKey, "execute-key-file", "", "file with the key that executes batches")
	f.StringVar(&guest, "guest-image", "", "image of the batch program (default: built from the sources in this module, cached)")
	return cmd
}

package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

// bridgeFlags are what every bridge command needs.
type bridgeFlags struct {
	l1, l2, keyFile, token, to, amount string
	index                              int
	wait                               bool
}

func newBridge() *cobra.Command {
	cmd := &cobra.Command{Use: "bridge", Short: "Move tokens between L1 and L2", Args: groupArgs, RunE: helpOnly}
	var f bridgeFlags
	p := cmd.PersistentFlags()
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node")
	p.StringVar(&f.l2, "l2", "http://127.0.0.1:3050", "URL of the chain's JSON-RPC")
	p.StringVar(&f.keyFile, "key-file", "", "file with your private key in hexadecimal")
	cmd.AddCommand(f.deposit(), f.withdraw(), f.finalize(), f.status())
	return cmd
}

// connect dials both layers. The key may be nil for a command that only looks.
func (f *bridgeFlags) connect(ctx context.Context, key *ecdsa.PrivateKey) (*bridge.Client, error) {
	if f.l1 == "" {
		return nil, usage("--l1 is missing: the URL of an Ethereum node")
	}
	if err := errors.Join(checkEndpoint("l1", f.l1), checkEndpoint("l2", f.l2)); err != nil {
		return nil, err
	}
	l1, err := rpc.DialContext(ctx, f.l1)
	if err != nil {
		return nil, fmt.Errorf("L1 at %s: %w", f.l1, err)
	}
	l2, err := rpc.DialContext(ctx, f.l2)
	if err != nil {
		return nil, fmt.Errorf("L2 at %s: %w", f.l2, err)
	}
	c, err := bridge.New(ctx, l1, l2, key)
	if err != nil {
		return nil, hintError{err, "--l1 is an Ethereum node, --l2 the JSON-RPC of the chain: 'ashlar devnet' prints both"}
	}
	return c, nil
}

func (f *bridgeFlags) transferFlags(cmd *cobra.Command, token string) {
	cmd.Flags().StringVar(&f.token, "token", "", token)
	cmd.Flags().StringVar(&f.to, "to", "", "receiver (default: yourself)")
	cmd.Flags().StringVar(&f.amount, "amount", "", "amount: ETH as a decimal number, tokens in their smallest unit")
}

// transfer is what is to be moved, by whom and to whom.
type transfer struct {
	key       *ecdsa.PrivateKey
	token, to common.Address
	amount    *big.Int
}

func (f *bridgeFlags) transfer(cmd *cobra.Command) (t transfer, err error) {
	if t.key, err = readKey(cmd.ErrOrStderr(), "key-file", f.keyFile); err != nil {
		return t, err
	}
	t.token, t.to = bridge.Ether, crypto.PubkeyToAddress(t.key.PublicKey)
	if f.token != "" {
		if t.token, err = parseAddress("token", f.token); err != nil {
			return t, err
		}
	}
	if f.to != "" {
		if t.to, err = parseAddress("to", f.to); err != nil {
			return t, err
		}
	}
	t.amount, err = parseAmount(f.amount, t.token == bridge.Ether)
	return t, err
}

func (f *bridgeFlags) deposit() *cobra.Command {
	cmd := &cobra.Command{
		Use: "deposit", Short: "Move ETH or an ERC-20 from L1 to L2, and wait until it is there", Args: noArgs,
		Example: "  ashlar bridge deposit --l1 http://127.0.0.1:8545 --key-file key --amount 0.5",
		RunE: func(cmd *cobra.Command, _ []string) error {
			t, err := f.transfer(cmd)
			if err != nil {
				return err
			}
			c, err := f.connect(cmd.Context(), t.key)
			if err != nil {
				return err
			}
			d, err := c.Deposit(cmd.Context(), t.token, t.to, t.amount)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "L1 transaction  %v\nL2 transaction  %v\n", d.L1.TxHash, d.L2Hash)
			fmt.Fprintln(cmd.ErrOrStderr(), "waiting for L2")
			r, err := c.WaitL2(cmd.Context(), d.L2Hash)
			if err != nil {
				return err
			}
			if r.Status != 1 {
				return fmt.Errorf("the operation failed on L2; the value went to the refund recipient")
			}
			fmt.Fprintf(cmd.OutOrStdout(), "L2 block        %v\n", r.BlockNumber)
			return nil
		},
	}
	f.transferFlags(cmd, "ERC-20 on L1 (default: ETH)")
	return cmd
}

func (f *bridgeFlags) withdraw() *cobra.Command {
	cmd := &cobra.Command{
		Use: "withdraw", Short: "Take ETH or a bridged ERC-20 out of L2; finalise it on L1 later", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t, err := f.transfer(cmd)
			if err != nil {
				return err
			}
			c, err := f.connect(cmd.Context(), t.key)
			if err != nil {
				return err
			}
			r, err := c.Withdraw(cmd.Context(), t.token, t.to, t.amount)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "L2 transaction  %v\n", r.TxHash)
			fmt.Fprintf(cmd.ErrOrStderr(), "when its batch is executed on L1: ashlar bridge finalize %v --l1 %s --l2 %s --key-file %s\n", r.TxHash, f.l1, f.l2, f.keyFile)
			return nil
		},
	}
	f.transferFlags(cmd, "L2 address of the ERC-20 (default: ETH)")
	return cmd
}

func (f *bridgeFlags) finalize() *cobra.Command {
	cmd := &cobra.Command{
		Use: "finalize L2-TRANSACTION", Short: "Claim a withdrawal on L1", Args: exactArgs(1),
		Long: `Claim a withdrawal on L1 when its batch is executed there. Anybody can do that for anybody: the money goes to the receiver that the withdrawal names.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			hash, err := parseHash(args[0])
			if err != nil {
				return err
			}
			key, err := readKey(cmd.ErrOrStderr(), "key-file", f.keyFile)
			if err != nil {
				return err
			}
			c, err := f.connect(cmd.Context(), key)
			if err != nil {
				return err
			}
			if err := f.awaitExecuted(cmd, c, hash); err != nil {
				return err
			}
			r, err := c.Finalize(cmd.Context(), hash, f.index)
			if err != nil {
				return hintError{err, fmt.Sprintf("ashlar bridge status %v --l1 %s --l2 %s", hash, f.l1, f.l2)}
			}
			fmt.Fprintf(cmd.OutOrStdout(), "L1 transaction  %v\n", r.TxHash)
			return nil
		},
	}
	cmd.Flags().IntVar(&f.index, "index", 0, "which withdrawal of the transaction, from 0")
	cmd.Flags().BoolVar(&f.wait, "wait", false, "wait until the batch is executed on L1 first")
	return cmd
}

func (f *bridgeFlags) status() *cobra.Command {
	cmd := &cobra.Command{
		Use: "status L2-TRANSACTION", Short: "Say how far a withdrawal is", Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			hash, err := parseHash(args[0])
			if err != nil {
				return err
			}
			c, err := f.connect(cmd.Context(), nil)
			if err != nil {
				return err
			}
			w, err := c.Status(cmd.Context(), hash, f.index)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "stage   %s\n", w.Stage)
			if w.Batch != 0 {
				fmt.Fprintf(cmd.OutOrStdout(), "batch   %d\n", w.Batch)
			}
			fmt.Fprintln(cmd.OutOrStdout(), "proofs  UNPROVEN")
			return nil
		},
	}
	cmd.Flags().IntVar(&f.index, "index", 0, "which withdrawal of the transaction, from 0")
	return cmd
}

// awaitExecuted waits, if --wait was given, until the withdrawal can be claimed.
func (f *bridgeFlags) awaitExecuted(cmd *cobra.Command, c *bridge.Client, hash common.Hash) error {
	ticker := time.NewTicker(c.Poll)
	defer ticker.Stop()
	for last := bridge.Stage(""); f.wait; {
		w, err := c.Status(cmd.Context(), hash, f.index)
		if err != nil {
			return err
		}
		if w.Stage == bridge.Executed || w.Stage == bridge.Finalized {
			return nil
		}
		if w.Stage != last {
			last = w.Stage
			fmt.Fprintf(cmd.ErrOrStderr(), "the withdrawal is %s\n", last)
		}
		select {
		case <-ticker.C:
		case <-cmd.Context().Done():
			return fmt.Errorf("stopped while the withdrawal was %s", last)
		}
	}
	return nil
}

package main

import (
	"errors"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/escape"
)

// escapeFlags are what the commands need that do without the chain's operator.
type escapeFlags struct {
	deriveFlags
	keyFile, dataDir, guest string
	noGuest, noCheck        bool
	token, to, amount       string
}

func newEscape() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "escape",
		Short: "Leave a chain, or settle it, without its operator",
		Long: `Take money out of a chain whose operator is gone or does not include what L1 asks for. Only an Ethereum node, the chain's directory and a key with ETH on L1 are needed.

  ashlar escape withdraw     ask L1 for a withdrawal; the operator has to include it
  ashlar escape status       until when, and what can be done now
  ashlar escape activate     priority mode, when the operator has not included it in time
  ashlar escape settle       settle what waits: anybody can, for everybody
  ashlar escape claim        be paid on L1

Every command can be killed and run again: what it has sent is remembered in --data-dir, and nothing is sent twice. What it has read from L1 is kept there, too: the next command reads what is new.`,
		Args: groupArgs, RunE: helpOnly,
	}
	var f escapeFlags
	p := cmd.PersistentFlags()
	p.StringVar(&f.l1, "l1", "", "URL of an Ethereum node")
	p.StringVar(&f.chainDir, "chain-dir", "chain", "directory with genesis.json and deployment.json")
	p.StringVar(&f.blobs, "blobs", "", "folder or URL that has the chain's blobs (default: /blobs of --l1 over HTTP)")
	pubdataFlag(p, &f.pubdata)
	p.Int64Var(&f.finality, "l1-finality", 0, "L1 blocks below the head that count as not final; -1 asks the node for its finalized block")
	p.StringVar(&f.keyFile, "key-file", "", "file with your private key in hexadecimal")
	p.StringVar(&f.dataDir, "data-dir", "escape", "where transactions under way, blobs, and the state that was derived from L1 are kept")
	cmd.AddCommand(f.status(), f.withdraw(), f.activate(), f.settle(), f.withdrawals(), f.claim(), f.deactivate())
	return cmd
}

// escaping is an escape with what has to be closed after it.
type escaping struct {
	*escape.Escape
	address common.Address // of the key
	close   func()
}

// open connects to L1 and opens the directory; without key nothing is sent.
func (f *escapeFlags) open(cmd *cobra.Command, withKey bool) (*escaping, error) {
	if err := checkFinality(f.finality); err != nil {
		return nil, err
	}
	cfg := node.Escaping{DataDir: f.dataDir, Poll: 100 * time.Millisecond, Guest: guestLoader(f.guest, f.chainDir, false, cmd.ErrOrStderr())}
	if f.noGuest {
		cfg.Guest = nil
	}
	e := &escaping{}
	var err error
	if withKey {
		if cfg.Key, err = readKey(cmd.ErrOrStderr(), "key-file", f.keyFile); err != nil {
			return nil, err
		}
		e.address = crypto.PubkeyToAddress(cfg.Key.PublicKey)
	}
	if f.l1 == "" {
		return nil, usage("--l1 is missing: the URL of an Ethereum node")
	}
	if cfg.Chain, err = readChain(f.chainDir); err != nil {
		return nil, err
	}
	if cfg.Blobs, err = dataSource(f.blobs, f.pubdata, f.l1); err != nil {
		return nil, err
	}
	if cfg.L1, err = dialL1(cmd.Context(), f.l1, f.finality); err != nil {
		return nil, err
	}
	if err := cfg.Chain.CheckL1(cmd.Context(), cfg.L1); err != nil {
		cfg.L1.Close()
		return nil, err
	}
	var b *bar
	var began time.Time
	first := uint64(0)
	cfg.Say = func(text string) { fmt.Fprintln(cmd.ErrOrStderr(), text) }
	cfg.Tx = func(what string, hash common.Hash) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: L1 transaction %v\n", what, hash)
	}
	cfg.Derived = func(done, total uint64) {
		if b == nil { // the first batch is there; the rate is that of the others
			b, began, first = newBar(cmd.ErrOrStderr(), int(total)), time.Now(), done
		}
		if b.set(int(done), fmt.Sprintf("batch %d read from L1", done)); done == total {
			b.end()
			b = nil
			if seconds := time.Since(began).Seconds(); total > first && seconds > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "state derived from L1: %d batches, %.1f batches/s\n", total-first+1, float64(total-first)/seconds)
			}
		}
	}
	made, closeDir, err := node.NewEscape(cfg)
	if err != nil {
		cfg.L1.Close()
		return nil, err
	}
	e.Escape = made
	e.close = func() {
		_ = closeDir() // everything that counts was written with sync
		cfg.L1.Close()
	}
	return e, nil
}

// explain adds what to do to an error.
func (f *escapeFlags) explain(err error) error {
	same := fmt.Sprintf("--l1 %s --chain-dir %s", f.l1, f.chainDir)
	switch {
	case errors.Is(err, escape.ErrNotOverdue):
		return hintError{err, "ashlar escape status " + same}
	case errors.Is(err, escape.ErrNotActive):
		return hintError{err, fmt.Sprintf("ashlar escape activate %s --key-file %s, when an operation is overdue (ashlar escape status)", same, f.keyFile)}
	case errors.Is(err, da.ErrNotPublished):
		return hintError{fmt.Errorf("the chain is a validium: %w", err), pubdataHint}
	case errors.Is(err, da.ErrNoBlob):
		return hintError{err, "give --blobs the folder of blobs in a node's --data-dir, or the URL of a blob server"}
	}
	return err
}

func (f *escapeFlags) guestFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.guest, "guest-image", "", guestUsage)
	cmd.Flags().BoolVar(&f.noGuest, "no-guest", false, "settle on this program's own execution alone, without running the batch program on it")
}

// command makes a command that needs a key.
func (f *escapeFlags) command(use, short, long string, run func(cmd *cobra.Command, e *escaping) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Long: long, Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error {
		e, err := f.open(cmd, true)
		if err != nil {
			return err
		}
		defer e.close()
		return f.explain(run(cmd, e))
	}}
}

func (f *escapeFlags) status() *cobra.Command {
	return &cobra.Command{
		Use: "status", Short: "Say what waits, until when, and what can be done", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.dataDir = "" // nothing is kept of a look
			e, err := f.open(cmd, false)
			if err != nil {
				return err
			}
			defer e.close()
			s, err := e.Look(cmd.Context())
			if err != nil {
				return err
			}
			printEscape(cmd.OutOrStdout(), s)
			return nil
		},
	}
}

func printEscape(w io.Writer, s *escape.Status) {
	at := func(seconds uint64) string { return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339) }
	mode, next := "normal", "nothing to do: no operation waits"
	switch {
	case s.Frozen:
		next = "nothing can be done: the owner of the ChainTypeManager has frozen the chain"
	case s.PriorityMode && s.Waiting() > 0:
		next = "ashlar escape settle"
	case s.PriorityMode:
		next = "ashlar escape claim"
	case s.Overdue():
		next = "ashlar escape activate"
	case s.Waiting() > 0:
		next = fmt.Sprintf("wait: the operator has %v more to include operation %d", time.Duration(s.ExpiresAt-s.L1Time+1)*time.Second, s.First)
	}
	if s.PriorityMode {
		mode = "priority"
	}
	fmt.Fprintf(w, "mode                %s\nL1                  block %d, %s\nbatches             %d committed, %d proven, %d executed\noperations waiting  %d\n",
		mode, s.L1Block, at(s.L1Time), s.Committed, s.Verified, s.Executed, s.Waiting())
	if s.Waiting() > 0 {
		overdue := "not overdue"
		if s.Overdue() {
			overdue = "overdue"
		}
		fmt.Fprintf(w, "first of them       %d, expires %s: %s\n", s.First, at(s.ExpiresAt), overdue)
	}
	fmt.Fprintf(w, "next                %s\nproofs              UNPROVEN\n", next)
}

func (f *escapeFlags) withdraw() *cobra.Command {
	cmd := f.command("withdraw", "Ask L1 for a withdrawal, without any node of the chain",
		`Put a withdrawal into the chain's queue on L1. The operator has to include it; when it does not in time, anybody can (activate, settle).
Before that the withdrawal is tried on the state that L1 has: one that would fail is not requested.`,
		func(cmd *cobra.Command, e *escaping) error {
			w := escape.Withdrawal{Token: escape.Ether, To: e.address, Unproven: f.noCheck}
			var err error
			if f.token != "" {
				if w.Token, err = parseAddress("token", f.token); err != nil {
					return err
				}
			}
			if f.to != "" {
				if w.To, err = parseAddress("to", f.to); err != nil {
					return err
				}
			}
			if w.Amount, err = parseAmount(f.amount, w.Token == escape.Ether); err != nil {
				return err
			}
			r, err := e.Withdraw(cmd.Context(), w, func(r *escape.Requested) {
				fmt.Fprintf(cmd.OutOrStdout(), "operation       %d\nL1 transaction  %v\nL2 transaction  %v\nfee             %v wei\nexpires         %s\n",
					r.Operation, r.L1Tx, r.Hash, r.Fee, time.Unix(int64(r.ExpiresAt), 0).UTC().Format(time.RFC3339))
			})
			if r != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "when a batch with it is executed: ashlar escape claim; when it is overdue: ashlar escape activate, ashlar escape settle")
			}
			return err
		})
	cmd.Example = "  ashlar escape withdraw --l1 http://127.0.0.1:8545 --key-file key --amount 0.5"
	cmd.Flags().StringVar(&f.token, "token", "", "ERC-20 on L1 (default: ETH)")
	cmd.Flags().StringVar(&f.to, "to", "", "receiver on L1 (default: yourself)")
	cmd.Flags().StringVar(&f.amount, "amount", "", "amount: ETH as a decimal number, tokens in their smallest unit")
	cmd.Flags().BoolVar(&f.noCheck, "no-check", false, "do not try the withdrawal on the state that L1 has")
	return cmd
}

func (f *escapeFlags) activate() *cobra.Command {
	return f.command("activate", "Turn priority mode on: an operation is overdue",
		`Turn priority mode on, when an operation waits that the operator should have included. What the operator has committed and not executed is forgotten, and from then on anybody settles.`,
		func(cmd *cobra.Command, e *escaping) error {
			if err := e.Activate(cmd.Context()); err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), "priority mode is active")
			return nil
		})
}

func (f *escapeFlags) settle() *cobra.Command {
	cmd := f.command("settle", "Settle the operations that wait, in priority mode",
		`Rebuild the state from L1, put the operations that wait into batches, execute them, have the batch program confirm it, and settle the batches on L1, until nothing waits.
The fees that the operations pay on L2 go to your account there. Somebody else may do the same at the same time: who comes second goes on from the new state.`,
		func(cmd *cobra.Command, e *escaping) error {
			list, err := e.Settle(cmd.Context())
			for _, s := range list {
				fmt.Fprintf(cmd.OutOrStdout(), "batch %d: %d operations\n", s.Batch, s.Operations)
			}
			if err == nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "nothing waits any more; proofs: UNPROVEN")
			}
			return err
		})
	f.guestFlags(cmd)
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !f.noGuest {
			if err := checkGuest(f.guest, f.chainDir); err != nil {
				return err
			}
		}
		return run(cmd, args)
	}
	return cmd
}

// receiver is the account that the flags mean.
func (f *escapeFlags) receiver(own common.Address) (common.Address, error) {
	if f.to == "" {
		return own, nil
	}
	return parseAddress("to", f.to)
}

func printMessages(w io.Writer, list []escape.Message, state func(*escape.Message) string) {
	for i := range list {
		m := &list[i]
		token := "ETH (wei)"
		if m.Token != escape.Ether {
			token = m.Token.String()
		}
		fmt.Fprintf(w, "batch %d  leaf %d  %v  %v %s  %s\n", m.Batch, m.Leaf, m.Receiver, new(big.Int).Set(m.Amount), token, state(m))
	}
}

func (f *escapeFlags) withdrawals() *cobra.Command {
	cmd := &cobra.Command{
		Use: "withdrawals", Short: "List the withdrawals of executed batches, from L1 alone", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			to, err := f.receiver(common.Address{})
			if err != nil {
				return err
			}
			e, err := f.open(cmd, false)
			if err != nil {
				return err
			}
			defer e.close()
			list, err := e.Withdrawals(cmd.Context(), to)
			printMessages(cmd.OutOrStdout(), list, func(m *escape.Message) string {
				if m.Claimed {
					return "claimed"
				}
				return "to be claimed"
			})
			return f.explain(err)
		},
	}
	cmd.Flags().StringVar(&f.to, "to", "", "receiver on L1 (default: everybody)")
	return cmd
}

func (f *escapeFlags) claim() *cobra.Command {
	cmd := f.command("claim", "Pay out the withdrawals of executed batches",
		`Rebuild the chain's messages from L1, prove those that pay the receiver, and claim what nobody has claimed yet. Anybody can do that for anybody.`,
		func(cmd *cobra.Command, e *escaping) error {
			to, err := f.receiver(e.address)
			if err != nil {
				return err
			}
			paid, err := e.Claim(cmd.Context(), to)
			printMessages(cmd.OutOrStdout(), paid, func(*escape.Message) string { return "paid" })
			if err == nil && len(paid) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "no executed batch has a withdrawal for %v that is not paid\n", to)
			}
			return err
		})
	cmd.Flags().StringVar(&f.to, "to", "", "receiver on L1 (default: yourself)")
	return cmd
}

func (f *escapeFlags) deactivate() *cobra.Command {
	return f.command("deactivate", "End priority mode: for the owner of the ChainTypeManager",
		`End priority mode, so that an operator settles again. Only the owner of the ChainTypeManager can, and only while no operation is overdue.`,
		func(cmd *cobra.Command, e *escaping) error {
			err := e.Deactivate(cmd.Context())
			if errors.Is(err, escape.ErrNotActive) {
				return fmt.Errorf("%v: there is nothing to end", err) // the hint of the other commands is to activate it
			}
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), "priority mode has ended")
			return nil
		})
}

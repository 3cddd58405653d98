package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/devnet/load"
)

// benchSequencerFlags say what is measured.
type benchSequencerFlags struct {
	load.Config
	asJSON     bool
	only       string
	dataDir    string
	cpuProfile string
}

func newBenchSequencer() *cobra.Command {
	f := benchSequencerFlags{Config: load.DefaultConfig()}
	cmd := &cobra.Command{
		Use:   "sequencer",
		Short: "Send the same transactions to this chain and to go-ethereum and say how many each takes",
		Long: `Send ETH transfers, then ERC-20 transfers, as fast as they are taken, through HTTP JSON-RPC: first to the sequencing part of a node (pool, sequencer, embedded block stream, store, server; no batches), then to
an embedded go-ethereum development chain. Each runs in a process of its own, together with the generator, and every transaction that was accepted must be in a block with status 1.
Then ETH transfers are sent one by one at --rate, and each is timed until its receipt has arrived.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.Check(); err != nil {
				return usageError{err}
			}
			if f.only != "" {
				return f.one(cmd)
			}
			return f.both(cmd)
		},
	}
	p := cmd.Flags()
	p.DurationVar(&f.Duration, "duration", f.Duration, "how long each kind of transfer is sent")
	p.DurationVar(&f.Paced, "paced-duration", f.Paced, "how long transfers are sent at --rate")
	p.IntVar(&f.Rate, "rate", f.Rate, "transfers per second whose latency is measured")
	p.IntVar(&f.Accounts, "accounts", f.Accounts, "accounts in the state; go-ethereum gets at most 250,000")
	p.IntVar(&f.Senders, "senders", f.Senders, "accounts that send")
	p.IntVar(&f.Connections, "connections", f.Connections, "HTTP connections that send")
	p.IntVar(&f.Batch, "batch", f.Batch, "transactions in a JSON-RPC request")
	p.IntVar(&f.InFlight, "in-flight", f.InFlight, "transactions that may wait for a block")
	p.BoolVar(&f.Stream, "stream", f.Stream, "with the embedded block stream, as in every node; --stream=false shows what it costs")
	p.BoolVar(&f.Otterscan, "otterscan", false, "with the index of addresses")
	p.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	p.StringVar(&f.only, "only", "", "measure only ashlar or geth")
	p.StringVar(&f.dataDir, "data-dir", "", "directory for the two chains, emptied afterwards (default: the system's for temporary files)")
	p.StringVar(&f.cpuProfile, "cpuprofile", "", "with --only: write a profile of the throughput measurements to this file")
	return cmd
}

// sequencerResult is one system.
type sequencerResult struct {
	Accounts             int     `json:"accounts"`
	TransfersPerSecond   float64 `json:"transfers_per_second"`
	TransferSeconds      float64 `json:"transfer_seconds"`
	Transfers            uint64  `json:"transfers"`
	TransferBlocks       uint64  `json:"transfer_blocks"`
	ERC20PerSecond       float64 `json:"erc20_per_second"`
	ERC20Seconds         float64 `json:"erc20_seconds"`
	ERC20Transfers       uint64  `json:"erc20_transfers"`
	ERC20Blocks          uint64  `json:"erc20_blocks"`
	Rate                 int     `json:"rate"`
	SubmitToReceiptMsP50 float64 `json:"submit_to_receipt_ms_p50"`
	SubmitToReceiptMsP99 float64 `json:"submit_to_receipt_ms_p99"`
	CPUSeconds           float64 `json:"cpu_seconds"`
	PeakMemoryBytes      uint64  `json:"peak_memory_bytes"` // generator included
}

// sequencerReport is what --json prints.
type sequencerReport struct {
	OS                       string           `json:"os"`
	Arch                     string           `json:"arch"`
	CPUs                     int              `json:"cpus"`
	Senders                  int              `json:"senders"`
	AshlarTransfersPerSecond float64          `json:"ashlar_transfers_per_second"`
	GethTransfersPerSecond   float64          `json:"geth_transfers_per_second"`
	AshlarERC20PerSecond     float64          `json:"ashlar_erc20_per_second"`
	GethERC20PerSecond       float64          `json:"geth_erc20_per_second"`
	Rate                     int              `json:"rate"`
	SubmitToReceiptMsP50     float64          `json:"submit_to_receipt_ms_p50"`
	SubmitToReceiptMsP99     float64          `json:"submit_to_receipt_ms_p99"`
	PeakMemoryBytes          uint64           `json:"peak_memory_bytes"`
	Ashlar                   *sequencerResult `json:"ashlar,omitempty"`
	Geth                     *sequencerResult `json:"geth,omitempty"`
}

func (f *benchSequencerFlags) report(ashlar, geth *sequencerResult) *sequencerReport {
	r := &sequencerReport{OS: runtime.GOOS, Arch: runtime.GOARCH, CPUs: runtime.GOMAXPROCS(0), Senders: f.Senders, Rate: f.Rate, Ashlar: ashlar, Geth: geth}
	if ashlar != nil {
		r.AshlarTransfersPerSecond, r.AshlarERC20PerSecond = ashlar.TransfersPerSecond, ashlar.ERC20PerSecond
		r.SubmitToReceiptMsP50, r.SubmitToReceiptMsP99, r.PeakMemoryBytes = ashlar.SubmitToReceiptMsP50, ashlar.SubmitToReceiptMsP99, ashlar.PeakMemoryBytes
	}
	if geth != nil {
		r.GethTransfersPerSecond, r.GethERC20PerSecond = geth.TransfersPerSecond, geth.ERC20PerSecond
	}
	return r
}

// both measures each system in a child, whose memory is then its own.
func (f *benchSequencerFlags) both(cmd *cobra.Command) error {
	var got [2]*sequencerResult
	for i, name := range []string{"ashlar", "geth"} {
		raw, err := f.child(cmd, name)
		if err != nil {
			return fmt.Errorf("bench %s: %w", name, err)
		}
		var one sequencerReport
		if err := json.Unmarshal(raw, &one); err != nil {
			return fmt.Errorf("bench %s: its report is not readable: %w", name, err)
		}
		if got[i] = one.Ashlar; i == 1 {
			got[i] = one.Geth
		}
	}
	return f.print(cmd.OutOrStdout(), f.report(got[0], got[1]))
}

// benchLevel is the least level that is logged: a line for each transaction, as go-ethereum logs it, would be part of what is measured.
func benchLevel(cmd *cobra.Command) string {
	if level, _ := cmd.Flags().GetString("log-level"); cmd.Flags().Changed("log-level") {
		return level
	}
	return "warn"
}

func (f *benchSequencerFlags) child(cmd *cobra.Command, name string) ([]byte, error) {
	ctx := cmd.Context()
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	n := strconv.Itoa
	args := []string{
		"bench", "sequencer", "--json", "--only", name, "--duration", f.Duration.String(), "--paced-duration", f.Paced.String(), "--rate", n(f.Rate), "--accounts", n(f.Accounts),
		"--senders", n(f.Senders), "--connections", n(f.Connections), "--batch", n(f.Batch), "--in-flight", n(f.InFlight), "--data-dir", f.dataDir, fmt.Sprintf("--stream=%t", f.Stream),
		fmt.Sprintf("--otterscan=%t", f.Otterscan),
		"--log-level", benchLevel(cmd),
	}
	child := exec.CommandContext(ctx, self, args...)
	child.Cancel, child.WaitDelay = func() error { return child.Process.Signal(os.Interrupt) }, 30*time.Second // it removes what it has made
	var out bytes.Buffer
	child.Stdout, child.Stderr = &out, cmd.ErrOrStderr()
	err = child.Run()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return out.Bytes(), err
}

// one measures one system in this process.
func (f *benchSequencerFlags) one(cmd *cobra.Command) (err error) {
	dir, err := os.MkdirTemp(f.dataDir, "ashlar-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	talk := cmd.ErrOrStderr()
	log, err := newLoggerAt(benchLevel(cmd), "text", talk)
	if err != nil {
		return err
	}
	senders := load.MakeSenders(&f.Config)
	var system load.System
	switch f.only {
	case "ashlar":
		system, err = load.StartAshlar(&f.Config, senders, filepath.Join(dir, "ashlar"), log, newBar(talk, f.Accounts).accounts)
	case "geth":
		system, err = load.StartGeth(&f.Config, senders, filepath.Join(dir, "geth"), log)
	default:
		return usage("--only %q: ashlar or geth", f.only)
	}
	if err != nil {
		return err
	}
	result, err := f.measure(cmd.Context(), system, senders, talk)
	if err = errors.Join(err, system.Close()); err != nil {
		return err
	}
	report := f.report(result, nil)
	if f.only == "geth" {
		report = f.report(nil, result)
	}
	return f.print(cmd.OutOrStdout(), report)
}

func (b *bar) accounts(n int) { b.set(n, "accounts") }

func (f *benchSequencerFlags) measure(ctx context.Context, system load.System, senders *load.Senders, talk io.Writer) (*sequencerResult, error) {
	l, err := load.New(ctx, f.Config, system, senders)
	if err != nil {
		return nil, err
	}
	tell := func(what string) load.Progress {
		return func(elapsed time.Duration, sent, included uint64) {
			fmt.Fprintf(talk, "%s %s: %3.0f s, %d sent, %d in blocks, %.0f per second\n", f.only, what, elapsed.Seconds(), sent, included, float64(included)/elapsed.Seconds())
		}
	}
	if f.cpuProfile != "" {
		file, err := os.Create(f.cpuProfile)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return nil, err
		}
	}
	eth, err := l.Saturate(ctx, load.ETH, tell("ETH transfers"))
	if err != nil {
		return nil, err
	}
	tokens, err := l.Saturate(ctx, load.ERC20, tell("ERC-20 transfers"))
	if err != nil {
		return nil, err
	}
	pprof.StopCPUProfile()
	paced, err := l.Paced(ctx, tell("latency"))
	if err != nil {
		return nil, err
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return &sequencerResult{
		Accounts: system.Holders() + f.Senders, TransfersPerSecond: eth.PerSecond(), TransferSeconds: eth.Elapsed.Seconds(), Transfers: eth.Transactions, TransferBlocks: eth.Blocks,
		ERC20PerSecond: tokens.PerSecond(), ERC20Seconds: tokens.Elapsed.Seconds(), ERC20Transfers: tokens.Transactions, ERC20Blocks: tokens.Blocks,
		Rate: f.Rate, SubmitToReceiptMsP50: ms(paced.P50), SubmitToReceiptMsP99: ms(paced.P99), CPUSeconds: cpuTime().Seconds(), PeakMemoryBytes: peakMemory(),
	}, nil
}

func (f *benchSequencerFlags) print(w io.Writer, r *sequencerReport) error {
	if f.asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "chain\taccounts\tETH transfers/s\tERC-20 transfers/s\tp50 ms at %d/s\tp99 ms\tmemory MiB\t\n", r.Rate)
	for _, one := range []struct {
		name string
		of   *sequencerResult
	}{{"ashlar", r.Ashlar}, {"go-ethereum", r.Geth}} {
		if s := one.of; s != nil {
			fmt.Fprintf(tw, "%s\t%d\t%.0f\t%.0f\t%.1f\t%.1f\t%d\t\n", one.name, s.Accounts, s.TransfersPerSecond, s.ERC20PerSecond, s.SubmitToReceiptMsP50, s.SubmitToReceiptMsP99, s.PeakMemoryBytes>>20)
		}
	}
	return tw.Flush()
}

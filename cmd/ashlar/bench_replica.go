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

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/devnet/load"
	"github.com/ashlar-labs/ashlar/node"
)

// benchReplicaFlags say what is measured.
type benchReplicaFlags struct {
	load.History
	asJSON     bool
	dataDir    string
	cpuProfile string

	// Of the children that are measured.
	only, origin, dir string
	blocks, batches   uint64
}

func newBenchReplica() *cobra.Command {
	f := benchReplicaFlags{History: load.DefaultHistory()}
	cmd := &cobra.Command{
		Use:   "replica",
		Short: "Make a chain and say how fast a replica gets to its end, by replay and from a backup",
		Long: `Make a chain of ETH and ERC-20 transfers in a temporary directory and serve its block stream. A replica that begins with nothing follows it: every block is executed and compared, every
batch sealed and compared, everything is on disk in the end. Then a backup is made of the replica's data, and a new replica of the backup: every header, transaction, receipt and code is checked, and
the state tree of all accounts is computed. Each is measured in a process of its own, on the same processors as the stream.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.Check(); err != nil {
				return usageError{err}
			}
			switch f.only {
			case "":
				return f.all(cmd)
			case "replay":
				return f.replay(cmd)
			case "restore":
				return f.restore(cmd)
			}
			return usage("--only %q: replay or restore", f.only)
		},
	}
	p := cmd.Flags()
	p.IntVar(&f.Transfers, "transfers", f.Transfers, "ETH transfers")
	p.IntVar(&f.ERC20, "erc20", f.ERC20, "ERC-20 transfers")
	p.IntVar(&f.BlockTxs, "block-txs", f.BlockTxs, "transactions in a block")
	p.IntVar(&f.Senders, "senders", f.Senders, "accounts that send")
	p.IntVar(&f.Recipients, "recipients", f.Recipients, "accounts that get ETH, and as many that get tokens")
	p.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	p.StringVar(&f.dataDir, "data-dir", "", "directory for the chains, emptied afterwards (default: the system's for temporary files)")
	p.StringVar(&f.cpuProfile, "cpuprofile", "", "write a profile of the replay to this file")
	p.StringVar(&f.only, "only", "", "")
	p.StringVar(&f.origin, "origin", "", "")
	p.StringVar(&f.dir, "dir", "", "")
	p.Uint64Var(&f.blocks, "blocks", 0, "")
	p.Uint64Var(&f.batches, "batches", 0, "")
	for _, name := range []string{"only", "origin", "dir", "blocks", "batches"} {
		_ = p.MarkHidden(name) // it is there
	}
	return cmd
}

// replicaReport is what --json prints. MB are 10^6 bytes.
type replicaReport struct {
	OS           string `json:"os"`
	Arch         string `json:"arch"`
	CPUs         int    `json:"cpus"`
	Blocks       uint64 `json:"blocks"`
	Batches      uint64 `json:"batches"`
	Transactions uint64 `json:"transactions"`
	Gas          uint64 `json:"gas"`

	ReplaySeconds         float64 `json:"replay_seconds"`
	ReplayBlocksPerSecond float64 `json:"replay_blocks_per_second"`
	ReplayTxsPerSecond    float64 `json:"replay_transactions_per_second"`
	ReplayGasPerSecond    float64 `json:"replay_gas_per_second"`
	ReplayCPUSeconds      float64 `json:"replay_cpu_seconds"`
	ReplayPeakMemoryBytes uint64  `json:"replay_peak_memory_bytes"`

	BackupBytes            int64   `json:"backup_bytes"`
	BackupSeconds          float64 `json:"backup_seconds"`
	BackupMBPerSecond      float64 `json:"backup_mb_per_second"`
	RestoreSeconds         float64 `json:"restore_seconds"`
	RestoreMBPerSecond     float64 `json:"restore_mb_per_second"`
	RestoreAccounts        uint64  `json:"restore_accounts"`
	RestoreSlots           uint64  `json:"restore_slots"`
	RestoreLeavesPerSecond float64 `json:"restore_leaves_per_second"` // accounts and slots
	RestoreBlocksPerSecond float64 `json:"restore_blocks_per_second"`
	RestoreCPUSeconds      float64 `json:"restore_cpu_seconds"`
	RestorePeakMemoryBytes uint64  `json:"restore_peak_memory_bytes"`
}

// replicaPart is what a child reports.
type replicaPart struct {
	Seconds         float64 `json:"seconds"`
	CPUSeconds      float64 `json:"cpu_seconds"`
	PeakMemoryBytes uint64  `json:"peak_memory_bytes"`
	Accounts        uint64  `json:"accounts"`
	Slots           uint64  `json:"slots"`
}

func (f *benchReplicaFlags) all(cmd *cobra.Command) (err error) {
	ctx, talk := cmd.Context(), cmd.ErrOrStderr()
	dir, err := os.MkdirTemp(f.dataDir, "ashlar-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	log, err := newLoggerAt(benchLevel(cmd), "text", talk)
	if err != nil {
		return err
	}
	progress := newBar(talk, f.Transfers+f.ERC20+f.Senders+1)
	origin, err := load.MakeOrigin(ctx, f.History, filepath.Join(dir, "origin"), log, func(n int) { progress.set(n, "transactions made") })
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, origin.Close()) }()
	progress.end()
	r := &replicaReport{OS: runtime.GOOS, Arch: runtime.GOARCH, CPUs: runtime.GOMAXPROCS(0), Blocks: origin.Blocks, Batches: origin.Batches, Transactions: origin.Transactions, Gas: origin.Gas}
	f.origin, f.blocks, f.batches, f.dir = origin.URL(), origin.Blocks, origin.Batches, dir
	replay, err := f.child(cmd, "replay")
	if err != nil {
		return fmt.Errorf("bench replay: %w", err)
	}
	r.ReplaySeconds, r.ReplayCPUSeconds, r.ReplayPeakMemoryBytes = replay.Seconds, replay.CPUSeconds, replay.PeakMemoryBytes
	r.ReplayBlocksPerSecond, r.ReplayTxsPerSecond = float64(r.Blocks)/replay.Seconds, float64(r.Transactions)/replay.Seconds
	r.ReplayGasPerSecond = float64(r.Gas) / replay.Seconds
	if err := f.backup(cmd, r); err != nil {
		return fmt.Errorf("bench backup: %w", err)
	}
	restore, err := f.child(cmd, "restore")
	if err != nil {
		return fmt.Errorf("bench restore: %w", err)
	}
	r.RestoreSeconds, r.RestoreCPUSeconds, r.RestorePeakMemoryBytes = restore.Seconds, restore.CPUSeconds, restore.PeakMemoryBytes
	r.RestoreAccounts, r.RestoreSlots = restore.Accounts, restore.Slots
	r.RestoreMBPerSecond, r.RestoreLeavesPerSecond = float64(r.BackupBytes)/1e6/restore.Seconds, float64(restore.Accounts+restore.Slots)/restore.Seconds
	r.RestoreBlocksPerSecond = float64(r.Blocks) / restore.Seconds
	return f.print(cmd.OutOrStdout(), r)
}

// child measures one part in a process of its own, whose memory is then its own.
func (f *benchReplicaFlags) child(cmd *cobra.Command, part string) (*replicaPart, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	args := []string{
		"bench", "replica", "--only", part, "--origin", f.origin, "--dir", f.dir, "--blocks", strconv.FormatUint(f.blocks, 10), "--batches", strconv.FormatUint(f.batches, 10),
		"--cpuprofile", f.cpuProfile, "--log-level", benchLevel(cmd),
	}
	child := exec.CommandContext(cmd.Context(), self, args...)
	child.Cancel, child.WaitDelay = func() error { return child.Process.Signal(os.Interrupt) }, 30*time.Second // it removes what it has made
	var out bytes.Buffer
	child.Stdout, child.Stderr = &out, cmd.ErrOrStderr()
	if err := child.Run(); err != nil {
		return nil, errors.Join(cmd.Context().Err(), err)
	}
	p := new(replicaPart)
	return p, json.Unmarshal(out.Bytes(), p)
}

func (f *benchReplicaFlags) report(cmd *cobra.Command, p replicaPart) error {
	p.CPUSeconds, p.PeakMemoryBytes = cpuTime().Seconds(), peakMemory()
	return json.NewEncoder(cmd.OutOrStdout()).Encode(p)
}

// followed is the data directory of the replica that replays.
func (f *benchReplicaFlags) followed() string { return filepath.Join(f.dir, "replica") }

func (f *benchReplicaFlags) saved() string { return filepath.Join(f.dir, "backup") }

// replay is the child that follows from zero.
func (f *benchReplicaFlags) replay(cmd *cobra.Command) error {
	ctx := cmd.Context()
	log, err := newLoggerAt(benchLevel(cmd), "text", cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if f.cpuProfile != "" {
		file, err := os.Create(f.cpuProfile)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	began := time.Now()
	chain, at, err := node.Learn(ctx, f.origin, f.followed(), log)
	if err != nil {
		return err
	}
	cfg := node.DefaultConfig(chain.Deployment.DAScheme)
	cfg.DataDir, cfg.Process, cfg.Origin, cfg.Stream.URL, cfg.Log = f.followed(), "ashlar bench", f.origin, at, log
	cfg.RPC.Addr, cfg.Ops.Addr = "127.0.0.1:0", ""
	cfg.UseChain(chain)
	n, err := node.New(ctx, cfg)
	if err != nil {
		return err
	}
	running, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- n.Run(running) }()
	err = f.followUntil(running, n.Store(), ended)
	took := time.Since(began)
	stop()
	if err = errors.Join(err, <-ended, n.Close()); err != nil {
		return err
	}
	return f.report(cmd, replicaPart{Seconds: took.Seconds()})
}

// followUntil waits until the last block and batch are durable.
func (f *benchReplicaFlags) followUntil(ctx context.Context, s *store.Store, ended chan error) error {
	for {
		if s.Head().Number >= f.blocks {
			b, err := s.LastBatch()
			if err == nil && b.Number >= f.batches {
				return nil
			}
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return err
			}
		}
		select {
		case err := <-ended:
			ended <- nil
			return errors.Join(errors.New("the replica ended before the chain does"), err)
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func (f *benchReplicaFlags) backup(cmd *cobra.Command, r *replicaReport) error {
	began := time.Now()
	m, err := makeBackup(cmd, f.followed(), "", "", f.saved())
	if err != nil {
		return err
	}
	r.BackupSeconds = time.Since(began).Seconds()
	for _, file := range m.Files {
		r.BackupBytes += file.Bytes
	}
	r.BackupMBPerSecond = float64(r.BackupBytes) / 1e6 / r.BackupSeconds
	return nil
}

// restore is the child that makes a replica of the backup.
func (f *benchReplicaFlags) restore(cmd *cobra.Command) error {
	ctx := cmd.Context()
	log, err := newLoggerAt(benchLevel(cmd), "text", cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	to := filepath.Join(f.dir, "restored")
	began := time.Now()
	m, end, err := node.RestoreReplica(ctx, f.saved(), to, f.origin, log)
	if err != nil {
		return err
	}
	part := replicaPart{Seconds: time.Since(began).Seconds()}
	if m.Block != f.blocks || end.Number != f.blocks {
		return fmt.Errorf("the backup ends with block %d and the replica with %d, the chain with %d", m.Block, end.Number, f.blocks)
	}
	if err := part.count(to, end); err != nil {
		return err
	}
	return f.report(cmd, part)
}

// count counts the leaves of the state.
func (p *replicaPart) count(dir string, end store.BlockRef) (err error) {
	chain, err := node.ReadChain(dir)
	if err != nil {
		return err
	}
	g, err := chain.Genesis.Genesis()
	if err != nil {
		return err
	}
	s, err := store.Open(store.Config{Dir: filepath.Join(dir, "chain"), Process: "ashlar bench"}, g)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for address, err := range s.Accounts(end.Number, common.Address{}) {
		if err != nil {
			return err
		}
		p.Accounts++
		for _, err := range s.Slots(end.Number, address, common.Hash{}) {
			if err != nil {
				return err
			}
			p.Slots++
		}
	}
	return nil
}

func (f *benchReplicaFlags) print(w io.Writer, r *replicaReport) error {
	if f.asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "chain\t%d blocks, %d batches, %d transactions, %d gas\n", r.Blocks, r.Batches, r.Transactions, r.Gas)
	fmt.Fprintf(tw, "replay\t%.1f s, %.0f blocks/s, %.0f transactions/s, %.0f Mgas/s, %d MiB\n", r.ReplaySeconds, r.ReplayBlocksPerSecond, r.ReplayTxsPerSecond, r.ReplayGasPerSecond/1e6, r.ReplayPeakMemoryBytes>>20)
	fmt.Fprintf(tw, "backup\t%.1f MB in %.1f s, %.1f MB/s\n", float64(r.BackupBytes)/1e6, r.BackupSeconds, r.BackupMBPerSecond)
	fmt.Fprintf(tw, "restore\t%.1f s, %.1f MB/s, %d accounts and %d slots, %.0f leaves/s, %.0f blocks/s, %d MiB\n", r.RestoreSeconds, r.RestoreMBPerSecond, r.RestoreAccounts, r.RestoreSlots, r.RestoreLeavesPerSecond, r.RestoreBlocksPerSecond, r.RestorePeakMemoryBytes>>20)
	return tw.Flush()
}

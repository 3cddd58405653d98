package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/stark/params"
)

func newBench() *cobra.Command {
	cmd := &cobra.Command{Use: "bench", Short: "Measure this machine", Args: groupArgs, RunE: helpOnly}
	cmd.AddCommand(newBenchProve(), newBenchSequencer(), newBenchReplica())
	return cmd
}

// benchFlags say what is measured.
type benchFlags struct {
	proveFlags
	asJSON      bool
	only, batch string
	rounds      uint64
}

func newBenchProve() *cobra.Command {
	var f benchFlags
	cmd := &cobra.Command{
		Use:   "prove",
		Short: "Prove a fixed set of programs and say what it takes",
		Long: `Prove the programs of examples/ on fixed inputs, each in a process of its own, and print speed, cells, memory, proof size and verification time.
It builds them with the Go toolchain and has to run inside this module. With --batch it also proves the batch program on that input (a witness, as
"ashlar prove-batch --write-input" makes it). Speed per core is by processor time, so that it means something on a busy machine.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := f.check(); err != nil {
				return err
			}
			if f.only == "batch" && f.batch == "" {
				return hintError{usage("--only batch needs --batch: the input of the batch program"), "ashlar prove-batch N --data-dir DIR --write-input FILE"}
			}
			if f.batch != "" { // its turn is after the programs, minutes later
				if _, err := os.Stat(f.batch); err != nil {
					return hintError{usage("--batch: %w", err), "ashlar prove-batch N --data-dir DIR --write-input FILE"}
				}
			}
			if f.only != "" {
				return f.one(cmd)
			}
			return f.all(cmd)
		},
	}
	p := cmd.Flags()
	p.StringVar(&f.profile, "profile", params.P100Name, "p100 or insecure-dev")
	p.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "threads")
	p.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	p.StringVar(&f.only, "only", "", "only this program: "+benchNames())
	p.Uint64Var(&f.rounds, "fib-rounds", 400_000, "rounds of the loop of fib, five cycles each")
	p.StringVar(&f.batch, "batch", "", "file with the input of the batch program")
	return cmd
}

// benchReport is what --json prints.
type benchReport struct {
	OS       string        `json:"os"`
	Arch     string        `json:"arch"`
	CPUs     int           `json:"cpus"`
	Workers  int           `json:"workers"`
	Profile  string        `json:"profile"`
	Programs []benchResult `json:"programs"`
}

func (f *benchFlags) report() benchReport {
	return benchReport{OS: runtime.GOOS, Arch: runtime.GOARCH, CPUs: runtime.NumCPU(), Workers: f.workers, Profile: f.profile}
}

// all runs every program in a child, whose memory is then its own.
func (f *benchFlags) all(cmd *cobra.Command) error {
	report := f.report()
	for _, p := range benchPrograms {
		if p.name == "batch" && f.batch == "" {
			continue
		}
		out, err := f.child(cmd.Context(), p.name, cmd.ErrOrStderr())
		if err != nil {
			return fmt.Errorf("bench %s: %w", p.name, err)
		}
		var one benchReport
		if err := json.Unmarshal(out, &one); err != nil || len(one.Programs) != 1 {
			return fmt.Errorf("bench %s: its report is not readable: %w", p.name, err)
		}
		report.Programs = append(report.Programs, one.Programs...)
	}
	return f.print(cmd.OutOrStdout(), &report)
}

func (f *benchFlags) child(ctx context.Context, name string, talk io.Writer) ([]byte, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	args := []string{"bench", "prove", "--json", "--only", name, "--profile", f.profile, "--workers", strconv.Itoa(f.workers), "--fib-rounds", strconv.FormatUint(f.rounds, 10)}
	if f.batch != "" {
		args = append(args, "--batch", f.batch)
	}
	child := exec.CommandContext(ctx, self, args...)
	var out bytes.Buffer
	child.Stdout, child.Stderr = &out, talk
	err = child.Run()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return out.Bytes(), err
}

func (f *benchFlags) print(w io.Writer, r *benchReport) error {
	if f.asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "program\tcycles\tsegments\tseconds\tcycles/s\tcycles/s/core\tcells/cycle\tmemory MiB\tproof kB\tverify ms\t")
	for _, p := range r.Programs {
		fmt.Fprintf(tw, "%s\t%d\t%d\t%.1f\t%.0f\t%.0f\t%.0f\t%d\t%d\t%.0f\t\n", p.Name, p.Cycles, p.Segments, p.Seconds, p.CyclesPerSecond, p.CyclesPerSecondPerCore,
			float64(p.Cells)/float64(p.Cycles), p.PeakMemoryBytes>>20, p.ProofBytes/1000, p.VerifyMs)
	}
	return tw.Flush()
}

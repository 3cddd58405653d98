package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// proveFlags say how a proof is made and where it goes.
type proveFlags struct {
	input, out, profile string
	workers             int
	limit               uint64
	made                func(*ops.ProofRecord) error // is told of a proof that was made, without its batch; may be nil
}

func (f *proveFlags) add(cmd *cobra.Command) {
	p := cmd.Flags()
	p.StringVarP(&f.out, "output", "o", "", "write the proof to this file")
	p.StringVar(&f.profile, "profile", params.P100Name, "p100, or insecure-dev: fast, and its proofs are worth nothing")
	p.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "threads")
	p.Uint64Var(&f.limit, "max-cycles", 0, "stop after this many cycles (0: 2^36)")
}

func (f *proveFlags) check() (params.Profile, error) {
	profile, err := params.ByName(f.profile)
	switch {
	case err != nil:
		return profile, usage("--profile %q: choose %s or %s", f.profile, params.P100Name, params.InsecureDevName)
	case f.workers < 1:
		return profile, usage("--workers %d: at least 1", f.workers)
	}
	return profile, nil
}

// ready says before anything is computed what would be a pity to learn after it.
func (f *proveFlags) ready(cmd *cobra.Command) error {
	if f.out == "" {
		fmt.Fprintln(cmd.ErrOrStderr(), "without --output the proof is made and checked, but not written")
	}
	return checkOutput(f.out)
}

func (f *proveFlags) limits() rv64.Limits { return rv64.Limits{MaxCycles: f.limit} }

func newZKVMProve() *cobra.Command {
	var f proveFlags
	cmd := &cobra.Command{
		Use:   "prove PROGRAM",
		Short: "Prove that a program gives its output on some input",
		Long: `Execute PROGRAM (an image file, or a Go main package that is built first) on a private input and prove the run.
Prints the digest of the program and the public output, which "ashlar zkvm verify" wants. A run that traps has no proof: exit status 1 with the reason.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			profile, err := f.check()
			if err != nil {
				return err
			}
			if err := f.ready(cmd); err != nil {
				return err
			}
			g, err := loadGuest(cmd.Context(), args[0], cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			data, err := readInput(f.input)
			if err != nil {
				return err
			}
			program, err := loadProgram(cmd.Context(), g, f.workers)
			if err != nil {
				return err
			}
			return f.prove(cmd, profile, program, data)
		},
	}
	cmd.Flags().StringVar(&f.input, "input", "", "file with the private input; - is standard input; none is an empty input")
	f.add(cmd)
	return cmd
}

// prove proves a run, checks the proof as a verifier will, and writes it.
func (f *proveFlags) prove(cmd *cobra.Command, profile params.Profile, program *prove.Program, input []byte) error {
	talk := cmd.ErrOrStderr()
	if profile.Insecure() {
		fmt.Fprintf(talk, "profile %s: this proof is worth nothing outside of tests\n", profile.Name)
	}
	start := time.Now()
	prover := prove.New(profile)
	proof, stats, err := prover.Prove(cmd.Context(), program, input, prove.Options{
		Workers: f.workers, Limits: f.limits(), Observer: newProveProgress(talk).event,
	})
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("stopped after %.0f s", time.Since(start).Seconds())
	case err != nil:
		return explained(err)
	}
	encoded, err := prover.Keys().Encode(proof)
	if err != nil {
		return err
	}
	took := time.Since(start)
	start = time.Now()
	if err := prover.Keys().Verify(cmd.Context(), program.Digest, proof.Output, encoded); err != nil {
		return fmt.Errorf("the proof that was made is refused: %w", err)
	}
	verify := time.Since(start)
	reportProof(talk, &stats, took, verify, len(encoded))
	if f.out != "" {
		if err := writeWhole(f.out, encoded); err != nil {
			return err
		}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "program  %v\noutput   %x\n", program.Digest, proof.Output)
	if f.made == nil {
		return nil
	}
	return f.made(&ops.ProofRecord{
		PublicInput: proof.Output, Program: program.Digest.String(), Profile: profile.Name, Made: time.Now().UTC(), Cycles: stats.Cycles, Segments: stats.Segments, Cells: stats.Cells, Bytes: len(encoded),
		Seconds: took.Seconds(), VerifySeconds: verify.Seconds(), PhaseSeconds: inSeconds(stats.Phases), StageSeconds: inSeconds(stats.Stages), PeakMemoryBytes: peakMemory(),
	})
}

func reportProof(w io.Writer, s *prove.Stats, took, verify time.Duration, size int) {
	fmt.Fprintf(w, "%d cycles in %d segments, %d cells touched, %d cells committed\n", s.Cycles, s.Segments, s.TouchedCells, s.Cells)
	for _, name := range prove.PhaseNames {
		if d := s.Phases[name]; d > 0 {
			fmt.Fprintf(w, "  %-12s %9.3f s  %5.1f %%\n", name, d.Seconds(), 100*d.Seconds()/took.Seconds())
		}
	}
	fmt.Fprintln(w, "of which")
	for _, name := range prove.StageNames {
		if d := s.Stages[name]; d > 0 {
			fmt.Fprintf(w, "  %-12s %9.3f s  %5.1f %%\n", name, d.Seconds(), 100*d.Seconds()/took.Seconds())
		}
	}
	fmt.Fprintf(w, "%.1f s, %.0f cycles/s, at most %d MiB of memory; proof of %d bytes, verified in %.0f ms\n",
		took.Seconds(), float64(s.Cycles)/took.Seconds(), peakMemory()>>20, size, float64(verify.Microseconds())/1000)
}

// proveProgress shows phases as they end and segments as a bar.
type proveProgress struct {
	w   io.Writer
	bar *bar
}

func newProveProgress(w io.Writer) *proveProgress { return &proveProgress{w: w} }

func (p *proveProgress) event(e prove.Event) {
	if e.Phase == "segment" {
		if p.bar == nil {
			p.bar = newBar(p.w, e.Count)
			p.bar.set(0, "segments")
		}
		if e.Done {
			p.bar.set(e.Index, fmt.Sprintf("segments, %.1f s, %d MiB", e.Elapsed.Seconds(), peakMemory()>>20))
		}
		if e.Done && e.Index == e.Count {
			p.bar.end()
		}
		return
	}
	if e.Done {
		fmt.Fprintf(p.w, "%s  %.2f s, %d MiB\n", e.Phase, e.Elapsed.Seconds(), peakMemory()>>20)
	}
}

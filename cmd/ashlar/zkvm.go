package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func newZKVM() *cobra.Command {
	cmd := &cobra.Command{Use: "zkvm", Short: "Build, run and prove programs of the RV64 machine", Args: groupArgs, RunE: helpOnly}
	cmd.AddCommand(newZKVMBuild(), newZKVMRun(), newZKVMProve(), newZKVMVerify())
	return cmd
}

func newZKVMRun() *cobra.Command {
	var input string
	var histogram bool
	var top int
	var limit uint64
	cmd := &cobra.Command{
		Use:   "run PROGRAM",
		Short: "Execute a program and print its public output and cycles",
		Long:  "Execute PROGRAM (an image file, or a Go main package that is built first) on a private input. A trap is exit status 1 with the reason.",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := loadGuest(cmd.Context(), args[0], cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			data, err := readInput(input)
			if err != nil {
				return err
			}
			return runProgram(cmd, g, data, rv64.Limits{MaxCycles: limit}, histogram, top)
		},
	}
	cmd.Flags().StringVar(&input, "input", "", "file with the private input; - is standard input; none is an empty input")
	cmd.Flags().BoolVar(&histogram, "histogram", false, "also print cycles by instruction class and by function")
	cmd.Flags().IntVar(&top, "top", 20, "functions that the histogram lists")
	cmd.Flags().Uint64Var(&limit, "max-cycles", 0, "stop after this many cycles (0: 2^36)")
	return cmd
}

func runProgram(cmd *cobra.Command, g *image.Guest, input []byte, limits rv64.Limits, histogram bool, top int) error {
	program, err := g.Load()
	if err != nil {
		return err
	}
	machine := rv64.NewMachine(program)
	var result rv64.Result
	var profile *rv64.Profile
	start := time.Now()
	if histogram {
		result, profile, err = machine.Profile(cmd.Context(), input, limits)
	} else {
		result, err = machine.Run(cmd.Context(), input, limits)
	}
	took := time.Since(start)
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("stopped after %d cycles", result.Cycles)
	}
	if err != nil {
		return explained(err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "output  %x\ncycles  %d\n", result.Output, result.Cycles)
	fmt.Fprintf(cmd.ErrOrStderr(), "%.3f s, %.0f MHz, %d KiB touched\n", took.Seconds(), float64(result.Cycles)/took.Seconds()/1e6, result.TouchedBytes>>10)
	if profile != nil {
		printProfile(cmd.OutOrStdout(), profile, result.Cycles, top)
	}
	return nil
}

// explained adds to a trap what to do about it, where that is known.
func explained(err error) error {
	var trap *rv64.Trap
	if !errors.As(err, &trap) {
		return err
	}
	switch {
	case trap.Kind == rv64.TrapIllegal && trap.Value&3 != 3:
		return hintError{err, "compressed instructions are not part of the machine: compile with -march=rv64ima -mabi=lp64"}
	case trap.Kind == rv64.TrapCycleLimit:
		return hintError{err, fmt.Sprintf("--max-cycles %d", 10*trap.Value)}
	case trap.Kind == rv64.TrapSyscall:
		return hintError{err, "there is no operating system in the machine: what a program may do is in docs/zkvm.md"}
	}
	return err
}

func printProfile(w io.Writer, p *rv64.Profile, cycles uint64, top int) {
	share := func(n uint64) float64 { return 100 * float64(n) / float64(max(cycles, 1)) }
	fmt.Fprintln(w, "\nby instruction class")
	for c, n := range p.Classes() {
		if n > 0 {
			fmt.Fprintf(w, "%14d  %5.1f %%  %s\n", n, share(n), rv64.Class(c))
		}
	}
	fmt.Fprintln(w, "\nby function")
	for i, f := range p.Functions() {
		if i == top {
			break
		}
		fmt.Fprintf(w, "%14d  %5.1f %%  %s\n", f.Cycles, share(f.Cycles), cmp.Or(f.Name, "(no function has this address)"))
	}
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// batchGuest is the program that executes batches.
const batchGuest = "github.com/ashlar-labs/ashlar/guest/stf"

func newGuest() *cobra.Command {
	cmd := &cobra.Command{Use: "guest", Short: "Build and inspect programs for the machine", Args: noArgs, RunE: helpOnly}
	cmd.AddCommand(newGuestBuild(), newGuestInspect())
	return cmd
}

func newGuestBuild() *cobra.Command {
	var out, lock string
	var update bool
	cmd := &cobra.Command{
		Use:   "build [PACKAGE]",
		Short: "Compile a Go main package into an image",
		Long: `Compile a Go main package with the stock toolchain into an image: memory and registers at main.main.
Without PACKAGE it builds the batch program. Run it inside the module that holds the package. The result is cached.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := buildGuest(cmd.Context(), guestPackage(args), cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			if err := checkLock(g, lock, update); err != nil {
				return err
			}
			if out != "" {
				if err := image.WriteFile(out, g.Image); err != nil {
					return err
				}
			}
			fmt.Fprintln(cmd.OutOrStdout(), g.Info.Digest)
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the image to this file")
	cmd.Flags().StringVar(&lock, "lock", "", "compare the result with this image.lock")
	cmd.Flags().BoolVar(&update, "update-lock", false, "write the lock file instead of comparing")
	return cmd
}

func checkLock(g *image.Guest, path string, update bool) error {
	if path == "" {
		return nil
	}
	if update {
		_, err := image.UpdateLock(path, g)
		return err
	}
	l, err := image.ReadLock(path)
	if err != nil {
		return err
	}
	if err := l.Check(g); err != nil {
		return hintError{err, "ashlar guest build --lock " + path + " --update-lock"}
	}
	return nil
}

func newGuestInspect() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "inspect [PACKAGE | FILE.img]",
		Short: "Say what an image holds: size, text, digest, entry",
		Args:  maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := loadGuest(cmd.Context(), guestPackage(args), cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			s := image.Inspect(g)
			if asJSON {
				enc := json.NewEncoder(cmd.OutOrStdout())
				enc.SetIndent("", "  ")
				return enc.Encode(s)
			}
			printSummary(cmd.OutOrStdout(), &s)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func printSummary(w io.Writer, s *image.Summary) {
	for _, row := range [][2]string{
		{"digest", s.Digest}, {"package", s.Package}, {"toolchain", s.Toolchain},
		{"size", fmt.Sprintf("%d bytes, %d pages", s.FileBytes, s.Pages)},
		{"text", fmt.Sprintf("%#x, %d bytes, %d functions", s.TextAddr, s.TextBytes, s.Functions)},
		{"entry", fmt.Sprintf("%#x %s", s.Entry, s.EntryFunc)},
		{"boot cycles", fmt.Sprintf("%d, run once when the image is built", s.BootCycles)},
	} {
		if row[1] != "" {
			fmt.Fprintf(w, "%-12s %s\n", row[0], row[1])
		}
	}
}

func guestPackage(args []string) string {
	if len(args) == 0 {
		return batchGuest
	}
	return args[0]
}

// loadGuest takes an image file as it is and builds anything else.
func loadGuest(ctx context.Context, name string, progress io.Writer) (*image.Guest, error) {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		m, err := image.ReadFile(name)
		if err != nil {
			return nil, err
		}
		return &image.Guest{Image: m, Info: image.Info{Digest: image.DigestOf(m).String()}}, nil
	}
	return buildGuest(ctx, name, progress)
}

func buildGuest(ctx context.Context, pkg string, progress io.Writer) (*image.Guest, error) {
	start := time.Now()
	g, err := image.Build(ctx, image.Options{Package: pkg, Progress: func(step string) {
		fmt.Fprintf(progress, "guest: %s (%.0fs)\n", step, time.Since(start).Seconds())
	}})
	if err != nil {
		return nil, fmt.Errorf("build guest %s: %w", pkg, err)
	}
	return g, nil
}

func newZKVM() *cobra.Command {
	cmd := &cobra.Command{Use: "zkvm", Short: "Run programs on the RV64 machine", Args: noArgs, RunE: helpOnly}
	cmd.AddCommand(newZKVMRun())
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

func readInput(path string) ([]byte, error) {
	switch path {
	case "":
		return nil, nil
	case "-":
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(path)
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
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "output  %x\ncycles  %d\n", result.Output, result.Cycles)
	fmt.Fprintf(cmd.ErrOrStderr(), "%.3f s, %.0f MHz, %d KiB touched\n", took.Seconds(), float64(result.Cycles)/took.Seconds()/1e6, result.TouchedBytes>>10)
	if profile != nil {
		printProfile(cmd.OutOrStdout(), profile, result.Cycles, top)
	}
	return nil
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
		fmt.Fprintf(w, "%14d  %5.1f %%  %s\n", f.Cycles, share(f.Cycles), f.Name)
	}
}

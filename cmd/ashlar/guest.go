package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/guest/program"
)

// batchGuest is the program that executes batches.
const batchGuest = program.Package

func newGuest() *cobra.Command {
	cmd := &cobra.Command{Use: "guest", Short: "Build and inspect programs for the machine", Args: groupArgs, RunE: helpOnly}
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
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the image to this file, compressed when its name ends in .gz")
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
		Long:  "Say what the image of a file or of a Go main package holds; without either, the batch program that this binary works with.",
		Args:  maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := inspected(cmd, args)
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

// inspected is what the arguments name.
func inspected(cmd *cobra.Command, args []string) (*image.Guest, error) {
	if len(args) == 0 {
		return batchProgram(cmd.Context(), "", "", cmd.ErrOrStderr())
	}
	return loadGuest(cmd.Context(), args[0], cmd.ErrOrStderr())
}

func printSummary(w io.Writer, s *image.Summary) {
	for _, row := range [][2]string{
		{"image digest", s.Digest}, {"package", s.Package}, {"toolchain", s.Toolchain},
		{"size", fmt.Sprintf("%d bytes, %d pages", s.FileBytes, s.Pages)},
		{"text", fmt.Sprintf("%#x, %d bytes, %d functions", s.TextAddr, s.TextBytes, s.Functions)},
		{"entry", fmt.Sprintf("%#x %s", s.Entry, s.EntryFunc)},
		{"boot cycles", fmt.Sprintf("%d, run once when the image is built", s.BootCycles)},
	} {
		if row[1] != "" {
			fmt.Fprintf(w, "%-13s %s\n", row[0], row[1])
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
	info, err := os.Stat(name)
	if err == nil && info.Mode().IsRegular() {
		m, err := image.ReadFile(name)
		if err != nil {
			return nil, hintError{fmt.Errorf("%s: %w", name, err), "ashlar zkvm build PACKAGE -o FILE makes an image, with --elf of an ELF file"}
		}
		g := &image.Guest{Image: m, Info: image.Info{Digest: image.DigestOf(m).String()}}
		return g, readSymbols(name, g)
	}
	if err != nil && (filepath.Ext(name) == ".img" || strings.HasSuffix(name, ".img.gz")) {
		return nil, hintError{err, "ashlar zkvm build PACKAGE -o " + name}
	}
	return buildGuest(ctx, name, progress)
}

func buildGuest(ctx context.Context, pkg string, progress io.Writer) (*image.Guest, error) {
	g, err := image.Build(ctx, image.Options{Package: pkg, Progress: guestSteps(progress)})
	if err != nil {
		return nil, hintError{fmt.Errorf("build guest %s: %w", pkg, err), "run it in the module that holds the package: go list " + pkg}
	}
	return g, nil
}

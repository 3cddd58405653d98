package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func newZKVMBuild() *cobra.Command {
	var out string
	var elf bool
	cmd := &cobra.Command{
		Use:   "build PACKAGE",
		Short: "Make an image of a Go main package, or with --elf of a bare RV64IM program",
		Long: `Compile a Go main package with the stock toolchain into an image, or take a static RV64 ELF file with --elf, and print the digest of the
program that proofs name. Function names go into a second file beside the image, for messages and histograms; proofs do not depend on it.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkOutput(out); err != nil {
				return err
			}
			g, err := buildProgram(cmd, args[0], elf)
			if err != nil {
				return err
			}
			program, err := loadProgram(cmd.Context(), g, 1)
			if err != nil {
				return err
			}
			if out != "" {
				if err := errors.Join(writeWhole(out, image.Encode(g.Image)), writeSymbols(out, g)); err != nil {
					return err
				}
			}
			fmt.Fprintln(cmd.OutOrStdout(), program.Digest)
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the image to this file")
	cmd.Flags().BoolVar(&elf, "elf", false, "the argument is an ELF file")
	return cmd
}

func buildProgram(cmd *cobra.Command, name string, elf bool) (*image.Guest, error) {
	if !elf {
		return buildGuest(cmd.Context(), name, cmd.ErrOrStderr())
	}
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	m, symbols, err := image.FromELF(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &image.Guest{Image: m, Symbols: symbols, Info: image.Info{Digest: image.DigestOf(m).String()}}, nil
}

// symbolFile is what lies beside an image: names of functions, for an image with this digest.
type symbolFile struct {
	Digest  string       `json:"digest"`
	Symbols rv64.Symbols `json:"symbols"`
}

func symbolsOf(imageName string) string { return imageName + ".symbols" }

func writeSymbols(imageName string, g *image.Guest) error {
	if isSpecial(imageName) {
		return nil // nothing lies beside a device or a pipe
	}
	b, err := json.Marshal(symbolFile{image.DigestOf(g.Image).String(), g.Symbols})
	if err != nil {
		return err
	}
	return writeWhole(symbolsOf(imageName), b)
}

// readSymbols adds the names that belong to an image, if they are there.
func readSymbols(imageName string, g *image.Guest) error {
	b, err := os.ReadFile(symbolsOf(imageName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var file symbolFile
	if err := json.Unmarshal(b, &file); err != nil {
		return hintError{fmt.Errorf("%s: %w", symbolsOf(imageName), err), "rm " + symbolsOf(imageName)}
	}
	if file.Digest == g.Info.Digest {
		g.Symbols = file.Symbols
	}
	return nil
}

// loadProgram prepares a program for proofs.
func loadProgram(ctx context.Context, g *image.Guest, workers int) (*prove.Program, error) {
	loaded, err := g.Load()
	if err != nil {
		return nil, err
	}
	return prove.Load(ctx, loaded, workers)
}

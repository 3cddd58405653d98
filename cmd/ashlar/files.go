package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

const (
	// proofHeaderBytes is more than what a proof says about itself before its parts.
	proofHeaderBytes = 64 << 10
	// maxProofBytes is more than the proof of the longest run that was ever tried; without a bound a wrong file name fills the memory.
	maxProofBytes = 4 << 30
)

// readInput reads a program's private input: a file, standard input for "-", nothing for "".
func readInput(path string) ([]byte, error) {
	f := os.Stdin
	switch path {
	case "":
		return nil, nil
	case "-":
	default:
		var err error
		if f, err = os.Open(path); err != nil {
			return nil, fmt.Errorf("--input: %w", err)
		}
		defer f.Close()
	}
	b, err := readAtMost(f, f, abi.MaxInputBytes)
	if err != nil {
		return nil, fmt.Errorf("--input %s: %w", path, err)
	}
	return b, nil
}

// readProof reads a proof file. What does not begin like a proof is refused before the rest is read.
func readProof(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, proofHeaderBytes))
	if err != nil {
		return nil, err
	}
	if _, err := machine.Header(head); err != nil {
		return nil, refused(path, err)
	}
	b, err := readAtMost(f, io.MultiReader(bytes.NewReader(head), f), maxProofBytes)
	if err != nil {
		return nil, refused(path, err)
	}
	return b, nil
}

func refused(path string, err error) error { return fmt.Errorf("%s is refused: %w", path, err) }

// readAtMost reads what r has of f; a file that says that it is too large is not read at all.
func readAtMost(f *os.File, r io.Reader, limit int64) ([]byte, error) {
	tooLarge := fmt.Errorf("larger than %d bytes", limit)
	if info, err := f.Stat(); err == nil && info.Size() > limit {
		return nil, tooLarge
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, tooLarge
	}
	return b, err
}

// checkOutput finds out before a long work whether its result can be written.
func checkOutput(path string) error {
	if path == "" || isSpecial(path) {
		return nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return hintError{fmt.Errorf("--output: %s is a directory", path), "give the name of a file: --output " + filepath.Join(path, "NAME")}
	}
	f, err := temporary(path)
	if errors.Is(err, fs.ErrNotExist) {
		return hintError{fmt.Errorf("--output: there is no directory %s", filepath.Dir(path)), "mkdir -p " + filepath.Dir(path)}
	}
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// writeWhole writes a file whole or not at all. Devices and pipes are written as they are.
func writeWhole(path string, b []byte) error {
	if isSpecial(path) {
		return os.WriteFile(path, b, 0o644)
	}
	return file.Write(path, b)
}

func temporary(path string) (*os.File, error) {
	return os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".tmp-")
}

func isSpecial(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

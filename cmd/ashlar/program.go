package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/guest/program"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

const guestHint = "use a binary that has it (in the source tree: make ashlar), or a --chain-dir that a node has run with, or --guest-image FILE (made in the source tree by: ashlar guest build -o FILE)"

// guestUsage is the help of --guest-image.
const guestUsage = "image of the batch program (default: the one in this binary, or built from the source tree, or from the cache or the chain's directory)"

// guestSteps tells the steps of building a program.
func guestSteps(progress io.Writer) func(step string) {
	start := time.Now()
	return func(step string) { fmt.Fprintf(progress, "guest: %s (%.0fs)\n", step, time.Since(start).Seconds()) }
}

// checkGuest says before any work is done that the batch program cannot be had.
func checkGuest(file, chainDir string) error {
	if file != "" {
		info, err := os.Stat(file)
		if err != nil {
			return usage("--guest-image: %w", err)
		}
		if info.Mode().IsRegular() { // otherwise a package that is built when it is needed
			if _, err := image.ReadFile(file); err != nil {
				return hintError{usage("--guest-image %s: %w", file, err), "ashlar guest build -o FILE makes an image of the batch program"}
			}
		}
		return nil
	}
	err := program.Check(program.Options{ChainDir: chainDir})
	if errors.Is(err, program.ErrNone) {
		return hintError{usageError{err}, guestHint}
	}
	return err
}

// batchProgram is the batch program: an image file, or wherever it is at hand.
func batchProgram(ctx context.Context, file, chainDir string, progress io.Writer) (*image.Guest, error) {
	if file != "" {
		if _, err := os.Stat(file); err != nil {
			return nil, err
		}
		return loadGuest(ctx, file, progress)
	}
	g, _, err := program.Find(ctx, program.Options{ChainDir: chainDir, Progress: guestSteps(progress)})
	if err != nil {
		return nil, hintError{err, guestHint}
	}
	return g, nil
}

// guestLoader loads the batch program when it is needed. With keep the program is put into the chain's directory, for those who have that directory and no other way to the program.
func guestLoader(file, chainDir string, keep bool, progress io.Writer) node.GuestLoader {
	return func(ctx context.Context) (*rv64.Program, error) {
		g, err := batchProgram(ctx, file, chainDir, progress)
		if err != nil {
			return nil, err
		}
		if keep && chainDir != "" {
			keepProgram(chainDir, g, progress)
		}
		return g.Load()
	}
}

// keepProgram puts the batch program into a chain's directory; it warns when it cannot.
func keepProgram(chainDir string, g *image.Guest, progress io.Writer) {
	if err := program.Keep(chainDir, g.Image); err != nil {
		fmt.Fprintf(progress, "warning: the batch program is not in %s, for those who leave the chain with that directory: %v\n", chainDir, err)
	}
}

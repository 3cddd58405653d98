package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/guest/program"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// patience is how long a test waits for one condition; it is long because a test fails by it only when something is wrong.
const patience = 5 * time.Minute

var buildDir string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "ashlar-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	buildDir = dir
	return m.Run()
}

// binary builds cmd/ashlar, once.
var binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(buildDir, "ashlar")
	out, err := exec.Command("go", "build", "-o", path, "github.com/ashlar-labs/ashlar/cmd/ashlar").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build ashlar: %w\n%s", err, out)
	}
	return path, nil
})

// completeBinary builds cmd/ashlar with the batch program in it, once: what `make ashlar` does, without writing into the source tree.
var completeBinary = sync.OnceValues(func() (string, error) {
	g, err := guest()
	if err != nil {
		return "", err
	}
	inTree, err := filepath.Abs(filepath.Join("..", "guest", "program", program.File))
	if err != nil {
		return "", err
	}
	packed, overlay, path := filepath.Join(buildDir, program.File), filepath.Join(buildDir, "overlay.json"), filepath.Join(buildDir, "ashlar-complete")
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {inTree: packed}})
	if err != nil {
		return "", err
	}
	if err := errors.Join(image.WriteFile(packed, g.Image), os.WriteFile(overlay, replace, 0o644)); err != nil {
		return "", err
	}
	out, err := exec.Command("go", "build", "-tags", "ashlar_program", "-overlay", overlay, "-o", path, "github.com/ashlar-labs/ashlar/cmd/ashlar").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build ashlar with the batch program: %w\n%s", err, out)
	}
	return path, nil
})

// guest builds the batch program, once; the image cache makes that quick the second time.
var guest = sync.OnceValues(func() (*image.Guest, error) {
	return image.Build(context.Background(), image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
})

// guestFile is the batch program as a file for --guest-image.
var guestFile = sync.OnceValues(func() (string, error) {
	g, err := guest()
	if err != nil {
		return "", err
	}
	path := filepath.Join(buildDir, "guest.img")
	return path, image.WriteFile(path, g.Image)
})

// loadGuest is a node.GuestLoader.
func loadGuest(context.Context) (*rv64.Program, error) {
	g, err := guest()
	if err != nil {
		return nil, err
	}
	return g.Load()
}

// await polls until cond holds. cond may fail the test itself.
func await(t *testing.T, what string, cond func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !cond(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: not within %v", what, patience)
		}
	}
}

// must gives the value of a call that has to succeed: must(f(x))(t).
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

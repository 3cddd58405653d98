package guest

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The test binary is also the guest program, when this variable is set.
const asProgram = "ASHLAR_GUEST_TEST"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) == "" {
		os.Exit(m.Run())
	}
	Main(func(input []byte) [32]byte { return sha256.Sum256(input) })
}

func program(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

func TestNative(t *testing.T) {
	sum := sha256.Sum256([]byte("input"))
	want := hex.EncodeToString(sum[:]) + "\n"
	stdin := program()
	stdin.Stdin = strings.NewReader("input")
	name := filepath.Join(t.TempDir(), "input")
	if err := os.WriteFile(name, []byte("input"), 0o644); err != nil {
		t.Fatal(err)
	}
	for from, cmd := range map[string]*exec.Cmd{"standard input": stdin, "file": program(name)} {
		if out, err := cmd.Output(); err != nil || string(out) != want {
			t.Errorf("%s: got %q, %v, want %q", from, out, err, want)
		}
	}
}

func TestNativeMissingFile(t *testing.T) {
	out, err := program(filepath.Join(t.TempDir(), "none")).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "guest: read input: open") {
		t.Errorf("got %q, %v", out, err)
	}
}

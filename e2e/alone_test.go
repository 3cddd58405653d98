package e2e

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// alone is who has nothing but a binary: no go command, no sources, no cache of images.
type alone struct{ binary string }

func (a *alone) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, a.binary, args...)
	cmd.Env, cmd.Dir = []string{"PATH=" + filepath.Dir(a.binary)}, filepath.Dir(a.binary)
	return cmd
}

// alone copies a binary, files of the chain's directory and keys into a new folder, which is all that there is from then on.
func (x *exit) alone(binary string, files ...string) {
	x.t.Helper()
	dir := x.t.TempDir()
	copied := func(from, to string, mode os.FileMode) {
		if err := os.WriteFile(filepath.Join(dir, to), must(os.ReadFile(from))(x.t), mode); err != nil {
			x.t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "chain"), 0o755); err != nil {
		x.t.Fatal(err)
	}
	copied(binary, "ashlar", 0o755)
	for _, name := range files {
		copied(filepath.Join(x.path("chain"), name), filepath.Join("chain", name), 0o644)
	}
	for _, key := range []string{"key0", "stranger"} {
		copied(x.path(key), key, 0o600)
	}
	x.dir, x.own = dir, &alone{filepath.Join(dir, "ashlar")}
}

// keepPubdata fetches the data of a validium from the operator's node while that is there, and has them checked against L1.
func (x *exit) keepPubdata() {
	x.t.Helper()
	dir := x.t.TempDir()
	save := []string{"pubdata", "--rpc", x.node.shows("JSON-RPC"), "--to", dir}
	first := x.must(save...)
	if again := x.must(save...); !strings.Contains(again, "fetched  0, 0 bytes") || strings.Contains(first, "fetched  0") {
		x.t.Errorf("first\n%sagain\n%s", first, again)
	}
	derive := []string{"derive", "--l1", x.l1.node.HTTPURL(), "--chain-dir", x.path("chain")}
	x.refused("the chain is a validium", derive...)
	if out := x.must(append(derive, "--pubdata", dir)...); !strings.Contains(out, "state commitment") {
		x.t.Error(out)
	}
	// An operator who has lost the data directory would begin again with them.
	restore := []string{"restore", "--l1", x.l1.node.HTTPURL(), "--chain-dir", x.path("chain"), "--data-dir", x.path("restored")}
	x.refused("the chain is a validium", restore...)
	if out := x.must(append(restore, "--pubdata", dir)...); !strings.Contains(out, "executed") {
		x.t.Error(out)
	}
	x.pubdata = dir
}

// withoutPubdata: a settler who does not have the data of a validium is told what is missing.
func (x *exit) withoutPubdata() {
	if kept := x.pubdata; kept != "" {
		x.pubdata = ""
		x.refused("the chain is a validium", x.settleArgs("stranger")...)
		x.pubdata = x.t.TempDir()
		x.refused(".pubdata is missing", x.settleArgs("stranger")...)
		x.pubdata = kept
	}
}

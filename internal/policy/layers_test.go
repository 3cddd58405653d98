package policy

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const geth = "github.com/ethereum/go-ethereum"

// mayNotReach is the lattice of ARCHITECTURE.md: a package whose path starts with the key may not depend, directly or not, on a package that starts with one of the
// values. Paths are relative to the module unless they have a dot in their first element. Do not change this table to make a build pass: change the build.
var mayNotReach = map[string][]string{
	"internal": {"rollup", "chain", "witness", "guest", "zkvm", "stark", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	"rollup":   {"chain", "witness", "guest", "zkvm", "stark", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	"stark":    {geth, "rollup", "chain", "witness", "guest", "zkvm", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	// Who verifies needs no prover, and the two sides of a proof share nothing but its form.
	"stark/verifier": {"stark/prover"},
	"stark/prover":   {"stark/verifier"},
	"stark/proof":    {"stark/prover", "stark/verifier"},
	"zkvm/chips":     {"zkvm/machine", "zkvm/prove", "stark/prover"},
	"zkvm/machine":   {"zkvm/prove", "stark/prover"},

	"zkvm":        {geth, "rollup", "chain", "witness", "guest/stf", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	"guest/abi":   {geth, "rollup", "chain", "witness", "zkvm", "stark", "settlement", "contracts", "node", "devnet"},
	"chain/stf":   {"witness", "guest", "zkvm", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	"chain/state": {"witness", "guest", "zkvm", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	"witness":     {"guest/image", "guest/overlay", "zkvm", "settlement", "contracts", "node", "devnet", "cmd", "e2e"},
	"guest/stf":   {"zkvm", "settlement", "contracts", "node", "devnet", "github.com/cockroachdb/pebble", "cmd", "e2e"},
	"chain":       {"settlement", "node", "devnet", "cmd", "e2e"},
	"contracts":   {"settlement", "node", "cmd", "e2e"},
	"settlement":  {"node", "devnet", "cmd", "e2e"},
	"node":        {"devnet", "cmd", "e2e"},
	"devnet":      {"cmd", "e2e"},
}

// layerExceptions names pairs "package -> forbidden prefix" that are allowed, with the reason.
var layerExceptions = map[string]string{}

type listed struct {
	ImportPath string
	Deps       []string
}

func goList(t *testing.T, env []string, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Deps"}, args...)...)
	cmd.Dir = root(t)
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func within(path, prefix string) bool {
	if first, _, _ := strings.Cut(prefix, "/"); !strings.Contains(first, ".") {
		prefix = module + "/" + prefix
	}
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}

func TestLayers(t *testing.T) {
	for _, p := range goList(t, nil, "./...") {
		for layer, forbidden := range mayNotReach {
			if !within(p.ImportPath, layer) {
				continue
			}
			for _, dep := range p.Deps {
				for _, f := range forbidden {
					if within(dep, f) && layerExceptions[strings.TrimPrefix(p.ImportPath, module+"/")+" -> "+f] == "" {
						t.Errorf("%s is in layer %s and may not depend on %s", p.ImportPath, layer, dep)
					}
				}
			}
		}
	}
}

// TestGuestDependencies keeps the list of everything that is linked into the guest under review.
func TestGuestDependencies(t *testing.T) {
	var got []string
	for _, p := range goList(t, []string{"GOOS=linux", "GOARCH=riscv64", "CGO_ENABLED=0"}, "-deps", "-tags=ashlar_guest", "./guest/stf") {
		got = append(got, p.ImportPath)
	}
	slices.Sort(got)
	path := filepath.Join(root(t), "guest/stf/deps.txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("%v\nmake it with: UPDATE=1 go test ./internal/policy -run GuestDependencies", err)
	}
	defer f.Close()
	var want []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		want = append(want, lines.Text())
	}
	for _, p := range got {
		if !slices.Contains(want, p) {
			t.Errorf("the guest now links %s; when that is intended: UPDATE=1 go test ./internal/policy -run GuestDependencies", p)
		}
	}
	for _, p := range want {
		if !slices.Contains(got, p) {
			t.Errorf("guest/stf/deps.txt lists %s, which the guest does not link", p)
		}
	}
}

package artifacts

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// maxCode is the limit of EIP-170.
const maxCode = 24_576

// TestFresh needs no compiler: solc puts the hash of every source into the metadata.
func TestFresh(t *testing.T) {
	for _, name := range Names() {
		a, err := Get(name)
		if err != nil {
			t.Fatal(err)
		}
		for source, want := range a.Metadata.Sources {
			if !strings.HasPrefix(source, "src/") {
				continue // OpenZeppelin: pinned by package-lock.json
			}
			raw, err := os.ReadFile(filepath.Join("..", source))
			if err != nil {
				t.Errorf("%s: %v; run make -C contracts build", name, err)
				continue
			}
			if got := hexutil.Encode(crypto.Keccak256(raw)); got != want {
				t.Errorf("%s is older than %s; run make -C contracts build", name, source)
			}
		}
	}
}

var contractLine = regexp.MustCompile(`(?m)^contract (\w+)`)

func TestEveryContractHasAnArtifact(t *testing.T) {
	err := filepath.WalkDir("../src", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".sol" {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range contractLine.FindAllSubmatch(raw, -1) {
			if _, err := Get(string(m[1])); err != nil {
				t.Errorf("%s: %v; run make -C contracts build", path, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var errorLine = regexp.MustCompile(`(?m)^[ \t]*(?:// (0x[0-9a-f]{8})\n[ \t]*)?error (\w+)\(([^)]*)\);`)

// TestErrorSelectors keeps a revert findable: grep for its first four bytes leads to the error.
func TestErrorSelectors(t *testing.T) {
	err := filepath.WalkDir("../src", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".sol" {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range errorLine.FindAllSubmatch(raw, -1) {
			if want := selector(string(m[2]), string(m[3])); string(m[1]) != want {
				t.Errorf("%s: error %s needs the comment %s; run node tool/selectors.js --write", path, m[2], want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func selector(name, parameters string) string {
	var types []string
	for _, p := range strings.Split(parameters, ",") {
		if fields := strings.Fields(p); len(fields) > 0 {
			types = append(types, fields[0])
		}
	}
	return hexutil.Encode(crypto.Keccak256([]byte(name + "(" + strings.Join(types, ",") + ")"))[:4])
}

func TestLoad(t *testing.T) {
	if len(Names()) == 0 {
		t.Fatal("no artifacts")
	}
	for _, name := range Names() {
		parsed, code, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(code) == 0 || len(parsed.Methods)+len(parsed.Constructor.Inputs) == 0 {
			t.Errorf("%s: empty", name)
		}
		a, err := Get(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.DeployedBytecode) > maxCode {
			t.Errorf("%s: %d bytes of code, the limit is %d", name, len(a.DeployedBytecode), maxCode)
		}
	}
}

func TestLoadUnknown(t *testing.T) {
	for _, name := range []string{"", "NoSuchContract", "../artifacts/Chain", "artifacts.go"} {
		if _, _, err := Load(name); err == nil || !strings.Contains(err.Error(), "unknown contract") {
			t.Errorf("Load(%q): %v", name, err)
		}
	}
}

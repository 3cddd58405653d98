package statetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// vectors is where the public state tests lie beside the repository.
const vectors = "../../../../shared/vectors/state-tests"

func TestPublicStateTests(t *testing.T) {
	if _, err := os.Stat(vectors); err != nil {
		t.Skipf("no public state tests at %s", vectors)
	}
	files, err := Files(vectors)
	if err != nil {
		t.Fatal(err)
	}
	ran, refused, failed := 0, 0, 0
	skipped := make(map[string]int)
	for _, file := range files {
		cases, err := Load(vectors, file)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, c := range cases {
			if reason := c.Skip(); reason != "" {
				skipped[reason]++
				t.Logf("skip %s: %s", c.Name, reason)
				continue
			}
			ran++
			if c.Refused != "" {
				refused++
			}
			if _, err := c.Run(); err != nil {
				failed++
				t.Errorf("%s: %v", c.Name, err)
			}
		}
	}
	t.Logf("%d cases of %d files: %d ran (%d refusals), %d failed", ran+sum(skipped), len(files), ran, refused, failed)
	for reason, n := range skipped {
		t.Logf("%d skipped: %s", n, reason)
	}
	if ran == 0 {
		t.Errorf("no cases in %s", vectors)
	}
}

func sum(m map[string]int) (n int) {
	for _, v := range m {
		n += v
	}
	return n
}

func TestLoadRejects(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"not json": "{", "bad account": `{"x":{"pre":{"zz":{}}}}`, "bad balance": `{"x":{"pre":{"00000000000000000000000000000000000000aa":{"balance":"0xzz"}}}}`,
	} {
		path := filepath.Join(dir, strings.ReplaceAll(name, " ", "_")+".json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(dir, path); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	if _, err := Load(dir, filepath.Join(dir, "absent.json")); err == nil {
		t.Error("absent file was accepted")
	}
}

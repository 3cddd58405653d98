package calltest

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
)

// longest is how many lines of a golden file are kept as they are.
const longest = 2000

// Golden compares columns, constraints, degrees and interactions of chips with testdata,
// or writes them. Of a chip with too many lines all but the first and the interactions are
// a hash.
func Golden(t testing.TB, update bool, tables []chips.Table) {
	t.Helper()
	for _, table := range tables {
		name := filepath.Join("testdata", table.Chip.Name+".golden")
		got := check.Describe(table.Chip)
		if lines := strings.SplitAfter(got, "\n"); len(lines) > longest {
			n := len(lines) - 1 - len(table.Chip.Interactions)
			middle := strings.Join(lines[1:n], "")
			got = fmt.Sprintf("%s%d lines with SHA-256 %x\n%s", lines[0], n-1, sha256.Sum256([]byte(middle)), strings.Join(lines[n:], ""))
		}
		if update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s has changed; write it with -update", name)
		}
	}
}

package ops

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// TestProofRecords: what was measured comes back, of the newest batch; what is no record of a proof that is worth something does not count, and damage is told.
func TestProofRecords(t *testing.T) {
	dir := t.TempDir()
	read := func() *Proofs {
		t.Helper()
		p, err := ReadProofs(dir)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := read(); p.Made != 0 || p.Last != nil || p.Text() != "none made here" || p.last().Batch != 0 {
		t.Errorf("nothing: %+v", p)
	}
	record := func(batch uint64, profile string) *ProofRecord {
		r := &ProofRecord{
			Batch: batch, Profile: profile, PublicInput: common.Hash{7}, Program: "ab", Made: time.Unix(1_700_000_000, 0).UTC(), Cycles: 5_000_000, Segments: 3, Cells: 9, Bytes: 102 << 20, Seconds: 22.6,
			VerifySeconds: 0.21, PhaseSeconds: map[string]float64{"segment": 20.5}, StageSeconds: map[string]float64{"trace": 3}, PeakMemoryBytes: 4 << 30,
		}
		if err := WriteProof(dir, r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	record(2, "p100")
	want := record(11, "p100")
	record(9, "p100")
	record(11, "p100") // again
	record(12, "insecure-dev")
	for _, name := range []string{"x.p100.json", "13.p100.json.new", "-1.p100.json", "14.json"} {
		if err := os.WriteFile(filepath.Join(dir, proofsDir, name), []byte("{}"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := read()
	if p.Made != 3 || !reflect.DeepEqual(p.Last, want) {
		t.Errorf("%+v, last %+v", p, p.Last)
	}
	if text := p.Text(); text != "3 were made here, which L1 does not look at; batch 11: 5000000 cycles in 22.6s, 102.0 MiB, verified in 0.21 s" {
		t.Error(text)
	}
	for content, words := range map[string]string{"{": "unexpected end", `{"batch": 10, "profile": "p100"}`: "is of batch 10", `{"batch": 11, "profile": "insecure-dev"}`: `profile "insecure-dev"`} {
		if err := os.WriteFile(filepath.Join(dir, proofsDir, "11.p100.json"), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := ReadProofs(dir)
		if err == nil || !strings.Contains(err.Error(), words) || p.Made != 3 || p.Last != nil || !strings.Contains(p.Text(), "cannot be read") {
			t.Errorf("%s: %+v, %v", content, p, err)
		}
	}
	if err := WriteProof(filepath.Join(dir, proofsDir, "14.json"), want); err == nil {
		t.Error("a record is written below a file")
	}
}

package main

import (
	"errors"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
)

// TestProofIsMeasured: who proves is told what it took, and a record that cannot be kept is an error.
func TestProofIsMeasured(t *testing.T) {
	g, err := loadGuest(t.Context(), bare(t, "halt.img", asm.Halt()), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	program, err := loadProgram(t.Context(), g, 2)
	if err != nil {
		t.Fatal(err)
	}
	profile, err := params.ByName(params.InsecureDevName)
	if err != nil {
		t.Fatal(err)
	}
	cmd := &cobra.Command{}
	cmd.SetOut(io.Discard)
	cmd.SetErr(io.Discard)
	cmd.SetContext(t.Context())
	full := errors.New("disk full")
	var r *ops.ProofRecord
	f := proveFlags{workers: 2, made: func(made *ops.ProofRecord) error { r = made; return full }}
	if err := f.prove(cmd, profile, program, nil); !errors.Is(err, full) {
		t.Errorf("a record that is not kept: %v", err)
	}
	if r == nil || r.Profile != params.InsecureDevName || r.Program != program.Digest.String() || r.Cycles == 0 || r.Segments == 0 || r.Cells == 0 || r.Bytes == 0 || r.Seconds <= 0 || r.VerifySeconds <= 0 || r.PeakMemoryBytes == 0 || r.Made.IsZero() {
		t.Fatalf("%+v", r)
	}
	for _, c := range []struct {
		names []string
		of    map[string]float64
		sum   float64
	}{{prove.PhaseNames, r.PhaseSeconds, 0}, {prove.StageNames, r.StageSeconds, 0}} {
		for name, seconds := range c.of {
			if c.sum += seconds; !slices.Contains(c.names, name) || seconds < 0 {
				t.Errorf("%s: %g s", name, seconds)
			}
		}
		if c.sum == 0 {
			t.Errorf("no time in %v", slices.Sorted(maps.Keys(c.of)))
		}
	}
}

package machine_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

func TestVerify(t *testing.T) {
	for _, run := range fixture(t) {
		if err := run.keys.Verify(context.Background(), run.program, run.proof.Output, run.bytes); err != nil {
			t.Error(err)
		}
	}
}

// Parts that are true by themselves but do not belong together are refused, and so is every
// change of what a proof says about itself.
func TestVerifyRefuses(t *testing.T) {
	runs := fixture(t)
	run, other := runs[0], runs[1]
	for name, c := range map[string]struct {
		change func(*machine.Proof)
		want   string
	}{
		"segment of another run":       {func(p *machine.Proof) { p.Segments[0] = other.proof.Segments[0] }, "segment proof 1"},
		"two segments exchanged":       {func(p *machine.Proof) { p.Segments[0], p.Segments[1] = p.Segments[1], p.Segments[0] }, "and others follow"},
		"a segment missing":            {func(p *machine.Proof) { p.Segments = p.Segments[1:] }, "proof 1"},
		"a segment twice":              {func(p *machine.Proof) { p.Segments = append(p.Segments[:1:1], p.Segments...) }, "proof 1"},
		"no segment":                   {func(p *machine.Proof) { p.Segments = nil }, "0 segments"},
		"no boundary":                  {func(p *machine.Proof) { p.Boundaries = nil }, "0 boundary proofs"},
		"boundary of another run":      {func(p *machine.Proof) { p.Boundaries[0] = other.proof.Boundaries[0] }, "proof 1"},
		"boundary twice":               {func(p *machine.Proof) { p.Boundaries = append(p.Boundaries, p.Boundaries[0]) }, "last cell"},
		"another last cell":            {func(p *machine.Proof) { p.Boundaries[0].Last++ }, "proof 1"},
		"program proof of another run": {func(p *machine.Proof) { p.ProgramProof = other.proof.ProgramProof }, "proof 1"},
		"not halted":                   {func(p *machine.Proof) { p.Segments[len(p.Segments)-1].PCOut = p.Program.Entry }, "has not halted"},
		"halted before the end":        {func(p *machine.Proof) { p.Segments[0].PCOut = bus.Halted }, "and others follow"},
		"another pc between":           {func(p *machine.Proof) { p.Segments[0].PCOut++ }, "proof 1"},
		"another time":                 {func(p *machine.Proof) { p.Segments[0].TimeOut++ }, "proof 1"},
		"time too large":               {func(p *machine.Proof) { p.Segments[0].TimeOut = 1 << bus.TimeBits }, "ends at time"},
		"time zero":                    {func(p *machine.Proof) { p.Segments[0].TimeOut = 0 }, "ends at time"},
		"another shape":                {func(p *machine.Proof) { p.Segments[0].Shape++ }, "proof 1"},
		"shape that is none":           {func(p *machine.Proof) { p.Segments[0].Shape = 255 }, "no shape 255"},
		"another output":               {func(p *machine.Proof) { p.Output[3]++ }, "is of output"},
		"another entry":                {func(p *machine.Proof) { p.Program.Entry++ }, "is of program"},
		"another height":               {func(p *machine.Proof) { p.Program.Logs[0]++ }, "is of program"},
		"another cap":                  {func(p *machine.Proof) { p.Program.Cap[0][0]++ }, "is of program"},
		"height out of range":          {func(p *machine.Proof) { p.Program.Logs[0] = 60 }, "out of range"},
		"another profile":              {func(p *machine.Proof) { p.Profile = params.P100Name }, "is of profile"},
	} {
		p := run.again(t)
		c.change(p)
		err := run.keys.VerifyProof(context.Background(), run.program, run.proof.Output, p)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if err != nil && name != "shape that is none" && !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("%s: %v is no ErrInvalidProof", name, err)
		}
	}
}

// Every part is verified, and what is wrong in one alone is said of that one. Its second pass is changed, which the others
// do not depend on.
func TestVerifyRefusesEveryPart(t *testing.T) {
	run := fixture(t)[0]
	parts := func(p *machine.Proof) (names []string, proofs []*proof.Proof) {
		for i := range p.Segments {
			names, proofs = append(names, fmt.Sprintf("segment proof %d: ", i+1)), append(proofs, p.Segments[i].Proof)
		}
		for i := range p.Boundaries {
			names, proofs = append(names, fmt.Sprintf("boundary proof %d: ", i+1)), append(proofs, p.Boundaries[i].Proof)
		}
		return append(names, "program proof 1: "), append(proofs, p.ProgramProof)
	}
	names, _ := parts(run.proof)
	for i, name := range names {
		for what, change := range map[string]func(p *proof.Proof){
			"exposed value": func(p *proof.Proof) { p.Exposed[0][5] ^= 1 },
			"claim":         func(p *proof.Proof) { p.Claims[len(p.Claims)-1][0] ^= 1 },
		} {
			p := run.again(t)
			_, proofs := parts(p)
			change(proofs[i])
			err := run.keys.VerifyProof(context.Background(), run.program, run.proof.Output, p)
			if !errors.Is(err, machine.ErrInvalidProof) || !strings.HasPrefix(err.Error(), name) {
				t.Errorf("%s of %s%v", what, name, err)
			}
		}
	}
}

// A verifier who expects something else refuses a right proof.
func TestVerifyRefusesOtherStatements(t *testing.T) {
	runs := fixture(t)
	run := runs[0]
	output, program := run.proof.Output, run.program
	output[31]++
	if err := run.keys.Verify(context.Background(), program, output, run.bytes); !errors.Is(err, machine.ErrInvalidProof) {
		t.Errorf("another output: %v", err)
	}
	program[0]++
	if err := run.keys.Verify(context.Background(), program, run.proof.Output, run.bytes); !errors.Is(err, machine.ErrInvalidProof) {
		t.Errorf("another program: %v", err)
	}
	if err := machine.NewKeys(params.P100()).Verify(context.Background(), run.program, run.proof.Output, run.bytes); !errors.Is(err, machine.ErrInvalidProof) {
		t.Errorf("another profile: %v", err)
	}
	// The same with everything that the proof says about itself changed along: only the
	// transcripts notice.
	p := run.again(t)
	p.Output[0]++
	if err := run.keys.VerifyProof(context.Background(), run.program, p.Output, p); !errors.Is(err, machine.ErrInvalidProof) {
		t.Errorf("a proof that claims another output: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := run.keys.Verify(ctx, run.program, run.proof.Output, run.bytes); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

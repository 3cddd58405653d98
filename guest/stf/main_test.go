package main

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

type built struct {
	guest   *image.Guest
	program *rv64.Program
}

// buildGuest makes the image once for all tests; guest/image keeps it between runs.
var buildGuest = sync.OnceValues(func() (*built, error) {
	g, err := image.Build(context.Background(), image.Options{Package: "."})
	if err != nil {
		return nil, err
	}
	p, err := g.Load()
	return &built{g, p}, err
})

func program(t testing.TB) *rv64.Program {
	t.Helper()
	b, err := buildGuest()
	if err != nil {
		t.Fatal(err)
	}
	return b.program
}

// errGuest reports that guest and native run disagree.
var errGuest = errors.New("the guest differs from the native run")

// outcome is what both runs of one input came to.
type outcome struct {
	native *witness.Result
	err    error // of the native run, and of the guest
	cycles uint64
}

// runBoth executes an input natively and in the machine. Both must give the same public input, or fail for the same reason.
func runBoth(p *rv64.Program, input []byte, limits rv64.Limits) (outcome, error) {
	var o outcome
	w, err := witness.Decode(input)
	if err == nil {
		o.native, err = witness.Execute(w)
	}
	o.err = err
	r, err := p.Run(context.Background(), input, limits)
	o.cycles = r.Cycles
	var trap *rv64.Trap
	switch {
	case o.err == nil && err != nil:
		return o, errors.Join(errGuest, err)
	case o.err == nil && r.Output != o.native.PublicInput:
		return o, errGuest
	case o.err != nil && err == nil:
		return o, errors.Join(errGuest, o.err)
	case o.err != nil && (!errors.As(err, &trap) || trap.Kind != rv64.TrapSyscall || !strings.Contains(trap.Said, o.err.Error())):
		return o, errors.Join(errGuest, o.err, err)
	}
	return o, nil
}

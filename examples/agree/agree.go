// Package agree is for the tests of the examples: it runs a guest program natively and in the
// machine, and compares.
//
// The program is the main package in the test's directory. Its image is built once for all
// tests of a process, by the stock toolchain (package guest/image), which keeps it in the
// user's cache. Nothing is proven here: package zkvm/prove has its own tests.
package agree

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Run is what a guest program gives to guest.Main.
type Run func(input []byte) (output [32]byte)

var build = sync.OnceValues(func() (*rv64.Program, error) {
	g, err := image.Build(context.Background(), image.Options{Package: "."})
	if err != nil {
		return nil, err
	}
	return g.Load()
})

func program(t testing.TB) *rv64.Program {
	t.Helper()
	p, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// On runs the program both ways on an input, fails the test unless the outputs are the same,
// and returns what the machine did.
func On(t testing.TB, run Run, input []byte) rv64.Result {
	t.Helper()
	r, err := program(t).Run(t.Context(), input, rv64.Limits{})
	if err != nil {
		t.Fatalf("in the machine: %v", err)
	}
	if native := run(input); native != r.Output {
		t.Fatalf("output %x in the machine, %x natively", r.Output, native)
	}
	return r
}

// Refused fails the test unless the program panics on an input and its run in the machine
// ends with a trap that says so.
func Refused(t testing.TB, run Run, input []byte) {
	t.Helper()
	reason := panicOf(run, input)
	if reason == "" {
		t.Error("accepted natively")
	}
	var trap *rv64.Trap
	if _, err := program(t).Run(t.Context(), input, rv64.Limits{}); !errors.As(err, &trap) {
		t.Errorf("in the machine: %v, want a trap", err)
	} else if !strings.Contains(trap.Said, reason) {
		t.Errorf("in the machine it said %q, natively %q", trap.Said, reason)
	}
}

func panicOf(run Run, input []byte) (reason string) {
	defer func() {
		if v := recover(); v != nil {
			reason = fmt.Sprint(v)
		}
	}()
	run(input)
	return ""
}

var cyclesLine = regexp.MustCompile(`(?m)^ *cycles  ([0-9]+)$`)

// Readme fails the test unless README.md shows the output, and cycles no further away than a
// quarter: they change with the toolchain and with the library.
func Readme(t testing.TB, r rv64.Result) {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if line := fmt.Sprintf("output  %x\n", r.Output); !strings.Contains(string(b), line) {
		t.Errorf("README.md has no %q", line)
	}
	m := cyclesLine.FindSubmatch(b)
	if m == nil {
		t.Fatal("README.md does not show cycles")
	}
	shown, err := strconv.ParseUint(string(m[1]), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	if 4*max(shown, r.Cycles) > 5*min(shown, r.Cycles) {
		t.Errorf("README.md shows %d cycles, measured are %d", shown, r.Cycles)
	}
}

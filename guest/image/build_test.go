package image

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/guest/overlay"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
	"github.com/ashlar-labs/ashlar/zkvm/rv64/linux"
)

const mixPackage = "./testdata/mix"

var buildMix = sync.OnceValues(func() (*Guest, error) {
	return Build(context.Background(), Options{Package: mixPackage, NoCache: true})
})

func mix(t testing.TB) (*Guest, *rv64.Program) {
	t.Helper()
	g, err := buildMix()
	if err != nil {
		t.Fatal(err)
	}
	p, err := g.Load()
	if err != nil {
		t.Fatal(err)
	}
	return g, p
}

// Commands of testdata/mix.
const (
	cmdMix = iota
	cmdMemory
	cmdIndex
	cmdExit
	cmdMarker
	cmdDepth
	cmdLoop
	cmdExact
	cmdFused
	cmdTime
	cmdSpawn
)

func command(cmd byte, n uint32) []byte { return binary.LittleEndian.AppendUint32([]byte{cmd}, n) }

// TestSameAsNative: the guest computes what the same program computes natively.
func TestSameAsNative(t *testing.T) {
	_, p := mix(t)
	bin := filepath.Join(t.TempDir(), "mix")
	if out, err := exec.Command("go", "build", "-o", bin, mixPackage).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, in := range [][]byte{command(cmdMix, 1), command(cmdMix, 7), append(command(cmdMix, 3), make([]byte, 99999)...),
		command(cmdMemory, 50), command(cmdDepth, 100), command(cmdDepth, 300_000), command(cmdExact, 0), command(cmdSpawn, 500)} {
		compareRun(t, p, in, bin)
	}
}

// TestSameAsQemu compares the builder's floating point with an independent one:
// the same program as an ordinary riscv64 executable.
func TestSameAsQemu(t *testing.T) {
	qemu, err := exec.LookPath("qemu-riscv64")
	if err != nil {
		t.Skip("qemu-riscv64 is not installed (Debian: apt-get install qemu-user): no independent oracle for floating point")
	}
	_, p := mix(t)
	bin := filepath.Join(t.TempDir(), "mix")
	cmd := exec.Command("go", "build", "-o", bin, mixPackage)
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=riscv64", "CGO_ENABLED=0", "GORISCV64=rva20u64")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, cmd := range []byte{cmdExact, cmdFused, cmdMix} {
		compareRun(t, p, command(cmd, 2), qemu, bin)
	}
}

func compareRun(t *testing.T, p *rv64.Program, input []byte, command ...string) {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin = bytes.NewReader(input)
	want, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Run(context.Background(), input, rv64.Limits{})
	if err != nil {
		t.Fatalf("command %d: %v", input[0], err)
	}
	if got := hex.EncodeToString(r.Output[:]); got != strings.TrimSpace(string(want)) {
		t.Errorf("command %d: got %s, want %s", input[0], got, want)
	}
}

func TestGuestTraps(t *testing.T) {
	_, p := mix(t)
	for _, c := range []struct {
		name  string
		input []byte
		kind  rv64.TrapKind
		text  string
	}{
		{"panic", nil, rv64.TrapSyscall, "panic: mix: short input"},
		{"index", command(cmdIndex, 10), rv64.TrapSyscall, "index out of range [10] with length 5"},
		{"exit", command(cmdExit, 7), rv64.TrapExit, "non-zero exit code 7"},
		{"second marker", command(cmdMarker, 0), rv64.TrapMarker, "in github.com/ashlar-labs/ashlar/guest.snapshot"},
		{"heap full", command(cmdMemory, 2000), rv64.TrapOutOfMemory, "guest out of memory"},
		{"endless loop", command(cmdLoop, 0), rv64.TrapCycleLimit, "in main.run"},
		{"too many goroutines", command(cmdSpawn, 5000), rv64.TrapOutOfMemory, "guest out of memory"},
	} {
		_, err := p.Run(context.Background(), c.input, rv64.Limits{MaxCycles: 1 << 27})
		var trap *rv64.Trap
		if !errors.As(err, &trap) || trap.Kind != c.kind || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: got %v, want %v: %s", c.name, err, c.kind, c.text)
		}
	}
}

func TestExitZeroHasNoOutput(t *testing.T) {
	_, p := mix(t)
	r, err := p.Run(context.Background(), command(cmdExit, 0), rv64.Limits{})
	if err != nil || r.Output != [32]byte{} {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestClockStandsStill(t *testing.T) {
	_, p := mix(t)
	r, err := p.Run(context.Background(), command(cmdTime, 0), rv64.Limits{})
	if err != nil || r.Output != [32]byte{} {
		t.Errorf("%x, %v", r.Output, err)
	}
}

// TestStripped: symbols do not change what is loaded, so the image is that of a
// build stripped with -s -w.
func TestStripped(t *testing.T) {
	g, _ := mix(t)
	ctx, o := context.Background(), Options{Package: mixPackage, NoCache: true}
	if err := o.Check(); err != nil {
		t.Fatal(err)
	}
	tc, err := newToolchain(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	file, err := tc.compile(ctx, t.TempDir(), mixPackage, "-ldflags=-s -w -buildid=")
	if err != nil {
		t.Fatal(err)
	}
	start, symbols, err := FromELF(file)
	if err != nil || len(symbols) > 0 {
		t.Fatalf("%d symbols, %v", len(symbols), err)
	}
	boot, err := linux.Start(ctx, start, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d := DigestOf(boot.Image).String(); d != g.Info.Digest {
		t.Errorf("stripped image has digest %s, want %s", d, g.Info.Digest)
	}
}

func TestInspect(t *testing.T) {
	g, _ := mix(t)
	s := Inspect(g)
	if s.FileBytes != len(Encode(g.Image)) || s.Digest != DigestOf(g.Image).String() {
		t.Errorf("%+v", s)
	}
	if s.EntryFunc != "github.com/ashlar-labs/ashlar/guest.snapshot.abi0" || s.Functions < 1000 ||
		s.Toolchain != overlay.GoVersion || s.Package != "github.com/ashlar-labs/ashlar/guest/image/testdata/mix" {
		t.Errorf("%+v", s)
	}
	for _, page := range g.Image.Pages {
		if page.Addr >= abi.InputLenPage && page.Addr < abi.InputEnd {
			t.Errorf("input page %#x in the image", page.Addr)
		}
	}
}

func TestBuildErrors(t *testing.T) {
	broken := t.TempDir()
	write(t, filepath.Join(broken, "go.mod"), "module broken\n\ngo 1.26.8\n")
	write(t, filepath.Join(broken, "main.go"), "package main\n\nfunc main() { undefined() }\n")
	for want, o := range map[string]Options{
		"no package given":              {},
		"not a main package":            {Package: "github.com/ashlar-labs/ashlar/guest"},
		"undefined: undefined":          {Package: ".", Dir: broken},
		"is not in a Go module":         {Package: ".", Dir: os.TempDir()},
		"before the snapshot marker":    {Package: "./testdata/nomarker"},
		"the program wrote \"no marker": {Package: "./testdata/nomarker"},
		"all goroutines are asleep":     {Package: "./testdata/blocks"},
	} {
		o.NoCache = true
		if _, err := Build(context.Background(), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// TestOtherToolchain: a go command of another version is refused before it builds.
func TestOtherToolchain(t *testing.T) {
	fake := filepath.Join(t.TempDir(), "go")
	write(t, fake, "#!/bin/sh\necho '{\"GOVERSION\": \"go1.27.0\", \"GOROOT\": \"/\", \"GOMOD\": \"/go.mod\"}'\n")
	if err := os.Chmod(fake, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(context.Background(), Options{Package: mixPackage, Go: fake, NoCache: true}); !errors.Is(err, overlay.ErrToolchain) {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Build(ctx, Options{Package: mixPackage, NoCache: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

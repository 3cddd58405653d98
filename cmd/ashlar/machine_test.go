package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// outcome is what a command said and how it ended.
type outcome struct {
	out, talk string
	status    int
}

func command(t *testing.T, args ...string) outcome {
	t.Helper()
	var out, talk bytes.Buffer
	root := newRoot()
	root.SetOut(&out)
	root.SetErr(&talk)
	status := run(t.Context(), root, args)
	return outcome{out.String(), talk.String(), status}
}

// refusal checks that a command ended with a status, one sentence that holds words, and no data.
func refusal(t *testing.T, o outcome, status int, words ...string) {
	t.Helper()
	if o.status != status || o.out != "" {
		t.Errorf("exit status %d, want %d; it printed %q", o.status, status, o.out)
	}
	_, sentence, ok := strings.Cut("\n"+o.talk, "\nashlar: ")
	for _, w := range words {
		if !ok || !strings.Contains(sentence, w) {
			t.Errorf("%q does not say %q", o.talk, w)
		}
	}
}

// bare writes an image of code with the symbol "main".
func bare(t *testing.T, name string, code []uint32) string {
	t.Helper()
	m := asm.Image(code, nil)
	g := &image.Guest{Image: m, Symbols: rv64.Symbols{{Addr: m.TextAddr, Bytes: m.TextBytes, Name: "main"}}}
	path := filepath.Join(t.TempDir(), name)
	if err := image.WriteFile(path, m); err != nil {
		t.Fatal(err)
	}
	if err := writeSymbols(path, g); err != nil {
		t.Fatal(err)
	}
	return path
}

func put(t *testing.T, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func names(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// TestProofFiles proves once over a file that exists, and shows the verifier the proof and everything that is not it.
func TestProofFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "halt.proof")
	if err := os.WriteFile(file, []byte("what was there before"), 0o644); err != nil {
		t.Fatal(err)
	}
	halt := bare(t, "halt.img", asm.Halt())
	made := command(t, "zkvm", "prove", halt, "--profile", "insecure-dev", "-o", file)
	m := said.FindStringSubmatch(made.out)
	if made.status != 0 || m == nil || len(names(t, dir)) != 1 {
		t.Fatalf("%+v; files %v", made, names(t, dir))
	}
	proof, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	verify := func(file, program, output string, more ...string) outcome {
		return command(t, append([]string{"zkvm", "verify", file, "--profile", "insecure-dev", "--program", program, "--output", output}, more...)...)
	}
	for _, prefix := range []string{"", "0x"} {
		if o := verify(file, prefix+m[1], prefix+m[2]); o.status != 0 || o.out != "accepted\n" {
			t.Errorf("%+v", o)
		}
	}
	wrong := strings.Repeat("ab", 32)
	refusal(t, verify(file, wrong, m[2]), 1, file+" is refused", "not of "+wrong)
	refusal(t, verify(file, m[1], wrong), 1, file+" is refused", "is of output")
	refusal(t, verify(file, m[1], m[2], "--profile", "p100"), 1, file+" is refused", `profile "insecure-dev", not of "p100"`)
	refusal(t, verify(file, "", m[2]), 2, "--program", "hint: ashlar zkvm build")
	refusal(t, verify(file, m[1], "12"), 2, "--output")

	for name, b := range map[string][]byte{
		"empty": {}, "text": []byte("a proof, on my word"), "header alone": proof[:20], "half": proof[:len(proof)/2],
		"last byte gone": proof[:len(proof)-1], "one byte more": append(slices.Clone(proof), 0), "twice": append(slices.Clone(proof), proof...),
	} {
		t.Log(name)
		refusal(t, verify(put(t, b), m[1], m[2]), 1, "is refused: decode proof")
	}
	for i := 0; i < len(proof); i += 1 + len(proof)/16 {
		b := slices.Clone(proof)
		b[i] ^= 1
		refusal(t, verify(put(t, b), m[1], m[2]), 1, "is refused")
	}
	refusal(t, verify(halt, m[1], m[2]), 1, "not a proof file")
	refusal(t, verify(dir, m[1], m[2]), 1, "is a directory")
	refusal(t, verify(file+"x", m[1], m[2]), 1, "no such file")
	for _, b := range [][]byte{nil, proof} {
		huge := put(t, b)
		if err := os.Truncate(huge, maxProofBytes+1); err != nil {
			t.Fatal(err)
		}
		refusal(t, verify(huge, m[1], m[2]), 1, "is refused")
	}
}

// TestTrapsOfBarePrograms runs and proves small programs that may not be proven: each error names the place, and no file appears.
func TestTrapsOfBarePrograms(t *testing.T) {
	load := func(addr uint64, op rv64.Op) []uint32 { return append(asm.Li(5, addr), asm.I(op, 6, 5, 0)) }
	ecall := func(a0, number uint64) []uint32 {
		return asm.Join(asm.Li(10, a0), asm.Li(17, number), []uint32{asm.Ecall})
	}
	for want, code := range map[string][]uint32{
		"misaligned access, address 0x1000001 at pc 0x100008 in main":                        load(asm.Data+1, rv64.Lw),
		"access outside memory, address 0x8 at pc 0x100008 in main":                          load(8, rv64.Ld),
		"address 0x100000 at pc 0x100008 in main":                                            append(asm.Li(5, asm.Text), asm.S(rv64.Sd, 6, 5, 0)),
		"address 0x1000000 at pc 0x100008 in main":                                           append(asm.Li(5, asm.Data), asm.I(rv64.Jalr, 1, 5, 0)),
		"illegal instruction 0xffffffff at pc 0x100000 in main":                              {0xffffffff},
		"ebreak at pc 0x100000 in main":                                                      {0x00100073},
		"unknown ecall 4500 at pc 0x100010 in main":                                          ecall(0, 4500),
		"Linux system call 64 at pc 0x100010 in main":                                        ecall(1, 64),
		"non-zero exit code 7 at pc 0x100010 in main":                                        ecall(7, abi.EcallHalt),
		"snapshot marker executed twice at pc 0x100010 in main":                              ecall(0, abi.EcallSnapshot),
		"accelerator refused: KECCAK_ABSORB: state and block overlap at pc 0x100010 in main": ecall(4, abi.EcallKeccakAbsorb),
		"cycle limit reached 5000 at pc 0x100000 in main":                                    {asm.Jal(0, 0)},
		"jump outside the text, address 0x100004 at pc 0x100004 after":                       {asm.I(rv64.Addi, 1, 1, 1)},
	} {
		file, dir := bare(t, "trap.img", code), t.TempDir()
		refusal(t, command(t, "zkvm", "run", file, "--max-cycles", "5000"), 1, want)
		refusal(t, command(t, "zkvm", "prove", file, "--max-cycles", "5000", "--profile", "insecure-dev", "-o", filepath.Join(dir, "p")), 1, want)
		if found := names(t, dir); found != nil {
			t.Errorf("%s: files %v", want, found)
		}
	}
}

// TestTrapsOfGoPrograms does in a Go program what a guest may not do, and some things that it may.
func TestTrapsOfGoPrograms(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mischief.img")
	if o := command(t, "zkvm", "build", "./testdata/mischief", "-o", file); o.status != 0 {
		t.Fatal(o.talk)
	}
	do := func(deed string, args ...string) outcome {
		return command(t, append([]string{"zkvm", "run", file, "--input", put(t, []byte(deed+"\n"))}, args...)...)
	}
	for deed, words := range map[string][]string{
		"panic":      {"mischief of purpose", "main.run"},
		"exit":       {"Linux system call 94", "in runtime.exit", "hint: there is no operating system"},
		"guest-exit": {"non-zero exit code 4", "guest.halt"},
		"divide":     {"integer divide by zero", "main.run"},
		"nil":        {"access outside memory, address 0x0", "in main."},
		"index":      {"index out of range", "main.run"},
		"print":      {"Linux system call 64", "at pc"},
		"file":       {"Linux system call 56", "at pc"},
		"getpid":     {"Linux system call 172", "at pc"},
		"sleep":      {"Linux system call 98", "in runtime.futex"},
		"random":     {"Linux system call", "at pc"},
		"deadlock":   {"all goroutines are asleep"},
		"gc":         {"wait for GC cycle"},
		"memory":     {"guest out of memory", "at pc"},
		"snapshot":   {"snapshot marker executed twice", "guest.snapshot"},
		"wild":       {"access outside memory, address 0x5", "in main."},
		"odd":        {"misaligned access", "in main."},
		"float":      {"illegal instruction", "in main."},
		"loop":       {"cycle limit reached 1000000", "in main.", "hint: --max-cycles 10000000"},
	} {
		refusal(t, do(deed, "--max-cycles", "1000000"), 1, words...)
	}
	if o := do("long-panic"); len(o.talk) > 2000 || !strings.Contains(o.talk, "long long") || !strings.Contains(o.talk, "main.run") {
		t.Errorf("%+v", o)
	}
	for _, deed := range []string{"goroutine", "recover", "clock", "map", "input"} {
		if o := do(deed); o.status != 0 || !strings.HasPrefix(o.out, "output  01") {
			t.Errorf("%s: %+v", deed, o)
		}
	}
	dir := t.TempDir()
	o := command(t, "zkvm", "prove", file, "--input", put(t, []byte("panic\n")), "--profile", "insecure-dev", "-o", filepath.Join(dir, "p"))
	refusal(t, o, 1, "mischief of purpose")
	if found := names(t, dir); found != nil {
		t.Errorf("files %v", found)
	}
}

// TestImagesThatAreNone changes every part of an image: it is refused by name, or it is another program.
func TestImagesThatAreNone(t *testing.T) {
	file := bare(t, "halt.img", asm.Halt())
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	named := func(b []byte, words ...string) {
		t.Helper()
		name := put(t, b)
		refusal(t, command(t, "zkvm", "run", name), 1, append(words, name+": decode image: ")...)
		refusal(t, command(t, "zkvm", "prove", name, "--profile", "insecure-dev"), 1, words...)
	}
	changed := func(at int) []byte {
		b := slices.Clone(good)
		b[at] ^= 0x40
		return b
	}
	named(nil, "not an image file", "hint: ashlar zkvm build")
	named(changed(3), "not an image file")
	named(changed(8), "format version 65, want 1")
	named(changed(12), "abi version")
	named(good[:100], "not an image file")
	named(good[:len(good)-1], "pages")
	named(append(slices.Clone(good), 0), "pages")
	named(changed(16+5), "")  // text address
	named(changed(24+5), "")  // text bytes
	named(changed(32+5), "")  // pc
	named(changed(288+2), "") // number of pages
	named(changed(292+2), "") // address of a page
	other := command(t, "zkvm", "run", put(t, changed(296)), "--max-cycles", "100")
	if other.status == 0 {
		t.Errorf("another instruction: %+v", other)
	}
	if err := os.WriteFile(symbolsOf(file), []byte("junk"), 0o644); err != nil {
		t.Fatal(err)
	}
	refusal(t, command(t, "zkvm", "run", file), 1, symbolsOf(file), "hint: rm ")
	if err := os.Remove(symbolsOf(file)); err != nil {
		t.Fatal(err)
	}
	huge := put(t, nil)
	if err := os.Truncate(huge, 64<<30); err != nil {
		t.Fatal(err)
	}
	refusal(t, command(t, "zkvm", "run", huge), 1, huge)
	refusal(t, command(t, "zkvm", "run", "./nopackage"), 1, "nopackage", "hint: ")
	refusal(t, command(t, "bench", "prove", "--only", "batch"), 2, "--batch")
	refusal(t, command(t, "zkvm", "run", file+"x.img"), 1, "no such file", "hint: ashlar zkvm build")
	refusal(t, command(t, "zkvm", "run", file, "--input", huge), 1, "--input "+huge+": larger than 536870912 bytes")
	refusal(t, command(t, "zkvm", "run", file, "--input", "nofile"), 1, "nofile: no such file")
	refusal(t, command(t, "zkvm", "run", file, "--input", "."), 1, "is a directory")
}

// elf64 is a static executable with one segment of code.
func elf64(machine uint16, code []uint32) []byte {
	var b bytes.Buffer
	text := new(bytes.Buffer)
	for _, part := range []any{
		[16]byte{0x7f, 'E', 'L', 'F', 2, 1, 1}, uint16(2), machine, uint32(1), uint64(asm.Text), uint64(64), uint64(0), uint32(0),
		[6]uint16{64, 56, 1, 64, 0, 0}, uint32(1), uint32(5), uint64(120), [2]uint64{asm.Text, asm.Text}, [2]uint64{uint64(4 * len(code)), uint64(4 * len(code))}, uint64(8),
	} {
		_ = binary.Write(&b, binary.LittleEndian, part) // memory takes everything
	}
	_ = binary.Write(text, binary.LittleEndian, code)
	return append(b.Bytes(), text.Bytes()...)
}

func TestBareELF(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bare.img")
	code := asm.Join(asm.Li(11, 0x0102), asm.Halt())
	built := command(t, "zkvm", "build", "--elf", put(t, elf64(243, code)), "-o", file)
	if built.status != 0 || len(built.out) != 65 {
		t.Fatalf("%+v", built)
	}
	if o := command(t, "zkvm", "run", file, "--histogram"); o.status != 0 || !strings.HasPrefix(o.out, "output  0201000") || !strings.Contains(o.out, "by function") {
		t.Errorf("%+v", o)
	}
	good := elf64(243, code)
	for want, b := range map[string][]byte{
		"not an ELF file": nil, "segment 0": good[:len(good)-1], "EM_X86_64": elf64(62, code), "bad magic": []byte("#!/bin/sh and much more that is no ELF file, by far no ELF file"),
	} {
		name := put(t, b)
		refusal(t, command(t, "zkvm", "build", "--elf", name, "-o", file+"2"), 1, name+": ", want)
	}
	if _, err := os.Stat(file + "2"); err == nil {
		t.Error("an image of no program")
	}
	refusal(t, command(t, "zkvm", "run", put(t, good)), 1, "not an image file", "--elf")
	if o := command(t, "zkvm", "build", "--elf", put(t, elf64(243, []uint32{0x0001_0001})), "-o", file); o.status != 0 {
		t.Fatalf("%+v", o)
	}
	refusal(t, command(t, "zkvm", "run", file), 1, "illegal instruction", "hint: compressed instructions are not part of the machine")
}

// TestPlacesOfResults are learnt before the work, and what was there stays when it is stopped.
func TestPlacesOfResults(t *testing.T) {
	halt, dir := bare(t, "halt.img", asm.Halt()), t.TempDir()
	file := filepath.Join(dir, "p")
	prove := func(out string) outcome {
		return command(t, "zkvm", "prove", halt, "--profile", "insecure-dev", "-o", out)
	}
	refusal(t, prove(filepath.Join(dir, "none", "p")), 1, "there is no directory "+filepath.Join(dir, "none"), "hint: mkdir -p ")
	refusal(t, prove(dir), 1, "is a directory", "hint: ")
	refusal(t, command(t, "zkvm", "build", "./testdata/mischief", "-o", filepath.Join(dir, "none", "p")), 1, "there is no directory")
	if _, err := os.Stat("/dev/full"); err == nil {
		if err := writeWhole("/dev/full", []byte("anything")); err == nil {
			t.Error("a full disk is no error")
		}
	}
	if err := os.WriteFile(file, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, lines := range []int{1, 2, 4} {
		ctx, cancel := context.WithCancel(t.Context())
		var talk bytes.Buffer
		root := newRoot()
		root.SetOut(io.Discard)
		root.SetErr(io.MultiWriter(&talk, &stopAfter{lines, cancel}))
		status := run(ctx, root, []string{"zkvm", "prove", halt, "--profile", "insecure-dev", "-o", file})
		cancel()
		if status != 1 || !strings.Contains(talk.String(), "ashlar: stopped") {
			t.Errorf("after line %d: exit status %d, %q", lines, status, talk.String())
		}
		if b, err := os.ReadFile(file); err != nil || string(b) != "before" || len(names(t, dir)) != 1 {
			t.Errorf("after line %d: %q, %v, files %v", lines, b, err, names(t, dir))
		}
	}
	if err := writeWhole(file, []byte("after")); err != nil || fmt.Sprint(names(t, dir)) != "[p]" {
		t.Errorf("%v, files %v", err, names(t, dir))
	}
}

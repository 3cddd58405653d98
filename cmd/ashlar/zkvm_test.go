package main

import (
	"path/filepath"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// images writes small programs into a script's folder: one that halts, one that traps.
func images(env *testscript.Env) error {
	for name, code := range map[string][]uint32{
		"halt.img": asm.Halt(),
		"trap.img": append(asm.Li(5, asm.Data+1), asm.I(rv64.Lw, 6, 5, 0)),
	} {
		m := asm.Image(code, nil)
		g := &image.Guest{Image: m, Symbols: rv64.Symbols{{Addr: m.TextAddr, Bytes: m.TextBytes, Name: "main"}}}
		path := filepath.Join(env.WorkDir, name)
		if err := image.WriteFile(path, m); err != nil {
			return err
		}
		if err := writeSymbols(path, g); err != nil {
			return err
		}
	}
	return nil
}

var said = regexp.MustCompile(`(?m)^program  ([0-9a-f]{64})\noutput   ([0-9a-f]{64})$`)

// digests adds "digests FILE": it sets $PROGRAM and $OUTPUT to what a proof was said to be of.
func digests(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: digests file")
	}
	m := said.FindStringSubmatch(ts.ReadFile(args[0]))
	if m == nil {
		ts.Fatalf("%s names no program and output", args[0])
	}
	ts.Setenv("PROGRAM", m[1])
	ts.Setenv("OUTPUT", m[2])
}

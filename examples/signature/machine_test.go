package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/ashlar-labs/ashlar/examples/agree"
)

var update = flag.Bool("update", false, "write testdata/signatures.bin")

// signatures are by three keys.
func signatures(t *testing.T) (in []byte) {
	t.Helper()
	for _, seed := range []string{"a", "b", "c"} {
		one, _ := input(t, seed, "message of "+seed)
		in = append(in, one...)
	}
	return in
}

func TestMachine(t *testing.T) {
	in := signatures(t)
	const name = "testdata/signatures.bin"
	if *update {
		if err := os.WriteFile(name, in, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if file, err := os.ReadFile(name); err != nil || !bytes.Equal(file, in) {
		t.Fatalf("%s is stale: go test ./examples/signature -update (%v)", name, err)
	}
	agree.On(t, run, in[:inputBytes])
	agree.Readme(t, agree.On(t, run, in))
}

func TestMachineRefuses(t *testing.T) {
	in := signatures(t)
	wrong := bytes.Clone(in)
	wrong[inputBytes+32] = 2 // no recovery bit
	for _, bad := range [][]byte{nil, in[:inputBytes-1], append(bytes.Clone(in), 0), wrong} {
		agree.Refused(t, run, bad)
	}
}

package main

import (
	"encoding/hex"
	"testing"
)

func TestRun(t *testing.T) {
	// The example of FIPS 180-4.
	out := run([]byte("abc"))
	if got := hex.EncodeToString(out[:]); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Error(got)
	}
}

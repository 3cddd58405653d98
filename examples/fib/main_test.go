package main

import (
	"encoding/binary"
	"math/big"
	"testing"
)

func TestRun(t *testing.T) {
	a, b := big.NewInt(0), big.NewInt(1)
	for range 200 {
		a, b = b, new(big.Int).Add(a, b)
	}
	want := new(big.Int).And(a, new(big.Int).SetUint64(1<<64-1)).Uint64()
	out := run([]byte("200\n"))
	if got := binary.BigEndian.Uint64(out[24:]); got != want || out[23] != 0 {
		t.Errorf("%x, want %x", out, want)
	}
	if run(nil) != run([]byte("90")) {
		t.Error("without input it is not the 90th")
	}
}

func TestRunRefuses(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("letters are accepted")
		}
	}()
	run([]byte("ninety"))
}

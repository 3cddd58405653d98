package main

import (
	"os"
	"testing"
)

func TestFileIsWhatGenWrites(t *testing.T) {
	got, err := os.ReadFile("../wide_amd64.s")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != source() {
		t.Fatal("wide_amd64.s is not what gen writes; go generate ./stark/hash/poseidon2")
	}
}

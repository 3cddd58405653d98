package main

import (
	"os"
	"testing"
)

func TestFilesAreWhatGenWrites(t *testing.T) {
	for name, want := range files() {
		got, err := os.ReadFile("../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not what gen writes; go generate ./stark/hash/poseidon2", name)
		}
	}
}

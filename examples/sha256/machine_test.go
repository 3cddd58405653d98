package main

import (
	"os"
	"testing"

	"github.com/ashlar-labs/ashlar/examples/agree"
)

func TestMachine(t *testing.T) {
	for _, n := range []int{0, 1, 55, 56, 64, 1000} {
		agree.On(t, run, make([]byte, n))
	}
	file, err := os.ReadFile("../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	agree.Readme(t, agree.On(t, run, file))
}

package main

import (
	"testing"

	"github.com/ashlar-labs/ashlar/examples/agree"
)

func TestMachine(t *testing.T) {
	for _, n := range []string{"", "0", "1", "93", "94", "5000\n"} {
		agree.On(t, run, []byte(n))
	}
	agree.Readme(t, agree.On(t, run, []byte("1000000")))
}

func TestMachineRefuses(t *testing.T) {
	for _, n := range []string{"ninety", "-1", "1.5", "18446744073709551616"} {
		agree.Refused(t, run, []byte(n))
	}
}

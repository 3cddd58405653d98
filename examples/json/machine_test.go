package main

import (
	"os"
	"testing"

	"github.com/ashlar-labs/ashlar/examples/agree"
)

func TestMachine(t *testing.T) {
	for _, in := range []string{"[]", "null", `[{"account":"\u00e4\n","amount":-9223372036854775808}]`} {
		agree.On(t, run, []byte(in))
	}
	ledger, err := os.ReadFile("testdata/ledger.json")
	if err != nil {
		t.Fatal(err)
	}
	agree.Readme(t, agree.On(t, run, ledger))
}

func TestMachineRefuses(t *testing.T) {
	for _, in := range []string{"", "{}", "[", `[{"account":"a","amount":1.5}]`, `[{"account":"a","amount":1e3}]`, `[]x`} {
		agree.Refused(t, run, []byte(in))
	}
}

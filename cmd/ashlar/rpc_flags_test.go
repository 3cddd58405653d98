package main

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/ashlar-labs/ashlar/chain/rpc"
)

// Every field of the configuration has a flag, and docs/operations.md names every flag with its default.
func TestRPCFlags(t *testing.T) {
	docs, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	base, set := rpc.DefaultConfig(), rpc.DefaultConfig()
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	rpcFlags(flags, &set)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name != "rpc-executions" && !strings.Contains(string(docs), fmt.Sprintf("| `--%s` | %s |", f.Name, strings.Trim(f.DefValue, "[]"))) {
			t.Errorf("docs/operations.md has no row that begins | `--%s` | %s |", f.Name, f.DefValue)
		}
		value := map[string]string{"bool": "false", "duration": "7s", "stringSlice": "https://wallet.example"}[f.Value.Type()]
		if value == "" {
			value = "7"
		}
		if err := flags.Set(f.Name, value); err != nil {
			t.Error(err)
		}
	})
	before, after := reflect.ValueOf(base), reflect.ValueOf(set)
	for i := range before.NumField() {
		switch name := before.Type().Field(i).Name; name {
		case "Addr", "ClientVersion", "Otterscan": // --rpc and --otterscan of the command; the program's own name
		default:
			if reflect.DeepEqual(before.Field(i).Interface(), after.Field(i).Interface()) {
				t.Errorf("no flag sets %s", name)
			}
		}
	}
}

// web3_clientVersion is of the customary form, whatever the toolchain has stamped into the binary.
func TestClientVersion(t *testing.T) {
	c := rpc.DefaultConfig()
	rpcFlags(pflag.NewFlagSet("", pflag.ContinueOnError), &c)
	if !regexp.MustCompile(`^ashlar/[0-9A-Za-z.+-]+/[a-z0-9]+-[a-z0-9]+/go[0-9.]+$`).MatchString(c.ClientVersion) {
		t.Error(c.ClientVersion)
	}
}

func TestOriginLagIsChecked(t *testing.T) {
	for _, args := range [][]string{nil, {"--replica-of", "http://127.0.0.1:1"}} {
		root := newRoot()
		root.SetArgs(append([]string{"node", "--origin-lag", "10ms", "--data-dir", t.TempDir()}, args...))
		root.SilenceErrors, root.SilenceUsage = true, true
		if err := root.Execute(); err == nil || !strings.Contains(err.Error(), "--origin-lag 10ms: at least 1s") {
			t.Errorf("%v: %v", args, err)
		}
	}
}

// What cannot work is refused before anything is opened.
func TestRPCFlagsAreChecked(t *testing.T) {
	for _, args := range [][]string{{"--rpc-batch-items", "0"}, {"--rpc-body-bytes", "1000"}, {"--rpc-rate-limit", "-1"}, {"--rpc-trace-timeout", "1h"}} {
		for _, command := range []string{"node", "devnet"} {
			root := newRoot()
			root.SetArgs(append([]string{command}, args...))
			root.SilenceErrors, root.SilenceUsage = true, true
			if err := root.Execute(); err == nil || !strings.Contains(err.Error(), "rpc config: ") {
				t.Errorf("%s %v: %v", command, args, err)
			}
		}
	}
}

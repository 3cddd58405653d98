package main

import (
	"bytes"
	"net"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/node"
)

// TestSecondNode: the default address of the endpoint for operators may be taken, by a node that runs already; one that was chosen must be free.
func TestSecondNode(t *testing.T) {
	if l, err := net.Listen("tcp", defaultOps); err == nil { // else another process has it, which is as good
		defer l.Close()
	}
	busy, err := net.Listen("tcp", freePort)
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	check := func(args ...string) (addr, said string, err error) {
		t.Helper()
		cmd := newNode()
		var talk bytes.Buffer
		cmd.SetErr(&talk)
		if err := cmd.ParseFlags(args); err != nil {
			t.Fatal(err)
		}
		cfg := node.DefaultConfig(0)
		if cfg.Ops.Addr, err = cmd.Flags().GetString("ops-addr"); err != nil {
			t.Fatal(err)
		}
		err = checkOps(cmd, &cfg.Ops)
		return cfg.Ops.Addr, talk.String(), err
	}
	if addr, said, err := check(); err != nil || addr != freePort || !strings.Contains(said, "warning: another process listens on "+defaultOps) || !strings.Contains(said, "--data-dir") {
		t.Errorf("default: %s, %q, %v", addr, said, err)
	}
	for _, chosen := range []string{busy.Addr().String(), defaultOps} {
		if addr, said, err := check("--ops-addr", chosen); err == nil || addr != chosen || said != "" || !strings.Contains(err.Error(), "--ops-addr") || !strings.Contains(err.Error(), "in use") {
			t.Errorf("chosen: %s, %q, %v", addr, said, err)
		}
	}
	if addr, said, err := check("--ops-addr", ""); err != nil || addr != "" || said != "" {
		t.Errorf("none: %s, %q, %v", addr, said, err)
	}
	if addr, said, err := check("--ops-addr", "nowhere"); err == nil || said != "" {
		t.Errorf("no address: %s, %q, %v", addr, said, err)
	}
}

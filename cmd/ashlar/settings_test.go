package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// settle loads the settings of devnet and returns the value of --block-time.
func settle(t *testing.T, file string, environment map[string]string, args ...string) (value, talk string, err error) {
	t.Helper()
	for name, v := range environment {
		t.Setenv(name, v)
	}
	if file != "" {
		path := filepath.Join(t.TempDir(), "ashlar.toml")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--config", path)
	}
	root := newRoot()
	var stderr bytes.Buffer
	root.SetErr(&stderr)
	for _, c := range root.Commands() {
		if c.Name() == "devnet" {
			c.RunE = func(cmd *cobra.Command, _ []string) error {
				value = cmd.Flags().Lookup("block-time").Value.String()
				return nil
			}
		}
	}
	root.SetArgs(append([]string{"devnet"}, args...))
	err = root.Execute()
	return value, stderr.String(), err
}

// TestSettingsOrder: flag, then environment, then file, then default.
func TestSettingsOrder(t *testing.T) {
	environment := map[string]string{"ASHLAR_BLOCK_TIME": "2s"}
	for _, c := range []struct {
		name, file  string
		environment map[string]string
		args        []string
		want        string
	}{
		{"default", "", nil, nil, "250ms"},
		{"file", `block-time = "1s"`, nil, nil, "1s"},
		{"environment", `block-time = "1s"`, environment, nil, "2s"},
		{"flag", `block-time = "1s"`, environment, []string{"--block-time", "3s"}, "3s"},
		{"flag with the default value", `block-time = "1s"`, environment, []string{"--block-time", "250ms"}, "250ms"},
		{"setting of another command", `fee-recipient = "0x01"`, nil, nil, "250ms"},
		{"number and truth value", "chain-id = 300\ntour = true", nil, nil, "250ms"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _, err := settle(t, c.file, c.environment, c.args...); err != nil || got != c.want {
				t.Errorf("block time %s, %v, want %s", got, err, c.want)
			}
		})
	}
}

func TestSettingsRefused(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"unknown key", `blok-time = "1s"`, `unknown key "blok-time"`},
		{"table", "[devnet]\nblock-time = \"1s\"", `unknown key "devnet.block-time"`},
		{"wrong value", `block-time = "soon"`, `setting block-time = "soon"`},
		{"no TOML", `block-time 1s`, "read settings"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := settle(t, c.file, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	t.Run("environment", func(t *testing.T) {
		got, talk, err := settle(t, "", map[string]string{"ASHLAR_BLOK_TIME": "9s"})
		if err != nil || got != "250ms" || !strings.Contains(talk, "ASHLAR_BLOK_TIME in the environment is no setting") {
			t.Errorf("%s, %q, %v", got, talk, err)
		}
	})
	t.Run("no such file", func(t *testing.T) {
		if _, _, err := settle(t, "", map[string]string{"ASHLAR_CONFIG": "/nowhere/ashlar.toml"}); err == nil {
			t.Error("a settings file that is not there was passed over")
		}
	})
}

// TestWithoutSecrets: keys that providers put into URLs are not logged, and what is no URL is.
func TestWithoutSecrets(t *testing.T) {
	for value, want := range map[string]string{
		"https://user:pass@host:8545/": "https://host:8545/…", "wss://host/v3/0123456789abcdef": "wss://host/…", "http://host?key=1": "http://host/…", "http://[::1": "(a URL that cannot be read)",
		"http://127.0.0.1:8545": "http://127.0.0.1:8545", "http://host/": "http://host", "data/chain": "data/chain", "127.0.0.1:3050": "127.0.0.1:3050", "250ms": "250ms",
	} {
		if got := withoutSecrets(value); got != want {
			t.Errorf("%s is logged as %s, want %s", value, got, want)
		}
	}
}

package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/knadh/koanf/parsers/toml/v2"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const envPrefix = "ASHLAR_"

// loadSettings gives every flag of cmd that was not typed its value from the environment or, failing that, from the file. A key that is no flag of any command is
// refused, so that a typing error does not pass silently.
func loadSettings(cmd *cobra.Command) error {
	k := koanf.New("\x00") // flag names hold no such byte: keys stay flat
	path, _ := cmd.Flags().GetString("config")
	if path == "" {
		path = os.Getenv(envPrefix + "CONFIG")
	}
	if path != "" {
		if err := k.Load(file.Provider(path), toml.Parser()); err != nil {
			return usageError{fmt.Errorf("read settings %s: %w", path, err)}
		}
	}
	known := allFlags(cmd.Root())
	for _, key := range k.Keys() {
		if !known[key] {
			return hintError{usageError{fmt.Errorf("settings %s: unknown key %q", path, key)}, cmd.CommandPath() + " --help"}
		}
	}
	toKey := func(name, value string) (string, any) {
		return strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, envPrefix)), "_", "-"), value
	}
	if err := k.Load(env.Provider("\x00", env.Opt{Prefix: envPrefix, TransformFunc: toKey}), nil); err != nil {
		return fmt.Errorf("read environment: %w", err)
	}
	return applySettings(cmd, k)
}

func applySettings(cmd *cobra.Command, k *koanf.Koanf) (err error) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Changed || !k.Exists(f.Name) || err != nil {
			return
		}
		if e := f.Value.Set(k.String(f.Name)); e != nil {
			err = usageError{fmt.Errorf("setting %s: %w", f.Name, e)}
		}
		f.Changed = true
	})
	return err
}

// allFlags are the names of all flags of all commands.
func allFlags(cmd *cobra.Command) map[string]bool {
	names := map[string]bool{}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		add := func(f *pflag.Flag) { names[f.Name] = true }
		c.Flags().VisitAll(add)
		c.PersistentFlags().VisitAll(add)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(cmd)
	return names
}

// newLogger logs to w at the level that --log-level names.
func newLogger(cmd *cobra.Command, w io.Writer) (*slog.Logger, error) {
	name, _ := cmd.Flags().GetString("log-level")
	var level slog.Level
	if err := level.UnmarshalText([]byte(name)); err != nil {
		return nil, usageError{fmt.Errorf("--log-level %q: choose debug, info, warn or error", name)}
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level})), nil
}

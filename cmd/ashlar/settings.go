package main

import (
	"fmt"
	"io"
	"log/slog"
	"net/url"
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

// loadSettings gives every flag of cmd that was not typed its value from the environment or, failing that, from the file. A key of the file that is no flag of any command is
// refused, so that a typing error does not pass silently; in the environment it is only mentioned, because other programs may use the prefix.
func loadSettings(cmd *cobra.Command) error {
	k := koanf.New("\x00") // flag names hold no such byte: keys stay flat
	known := allFlags(cmd.Root())
	if err := loadFile(k, cmd, known); err != nil {
		return err
	}
	toKey := func(name, value string) (string, any) {
		key := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, envPrefix)), "_", "-")
		if !known[key] {
			fmt.Fprintf(cmd.ErrOrStderr(), "warning: %s in the environment is no setting\n", name)
			return "", nil
		}
		return key, value
	}
	if err := k.Load(env.Provider("\x00", env.Opt{Prefix: envPrefix, TransformFunc: toKey}), nil); err != nil {
		return fmt.Errorf("read environment: %w", err)
	}
	return applySettings(cmd, k)
}

// loadFile reads the settings file, when one is named.
func loadFile(k *koanf.Koanf, cmd *cobra.Command, known map[string]bool) error {
	path, _ := cmd.Flags().GetString("config")
	if path == "" {
		path = os.Getenv(envPrefix + "CONFIG")
	}
	if path == "" {
		return nil
	}
	if err := k.Load(file.Provider(path), toml.Parser()); err != nil {
		return usage("read settings %s: %w", path, err)
	}
	for _, key := range k.Keys() {
		if key = strings.ReplaceAll(key, "\x00", "."); !known[key] {
			return hintError{usage("settings %s: unknown key %q", path, key), cmd.CommandPath() + " --help lists the keys: they are named like the flags"}
		}
	}
	return nil
}

func applySettings(cmd *cobra.Command, k *koanf.Koanf) (err error) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Changed || !k.Exists(f.Name) || err != nil {
			return
		}
		if e := f.Value.Set(k.String(f.Name)); e != nil {
			err = usageError{wrongValue("setting "+f.Name+" =", k.String(f.Name), f, e)}
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
	format, _ := cmd.Flags().GetString("log-format")
	return newLoggerAt(name, format, w)
}

func newLoggerAt(name, format string, w io.Writer) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(name)); err != nil {
		return nil, usage("--log-level %q: choose debug, info, warn or error", name)
	}
	switch options := (&slog.HandlerOptions{Level: level}); format {
	case "text":
		return slog.New(slog.NewTextHandler(w, options)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, options)), nil
	}
	return nil, usage("--log-format %q: choose text or json", format)
}

// logSettings says with what a long-running command works, one attribute for each flag. What could be a secret in a URL is left out.
func logSettings(cmd *cobra.Command, log *slog.Logger) {
	var settings []any
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" && f.Value.String() != "" {
			settings = append(settings, slog.String(f.Name, withoutSecrets(f.Value.String())))
		}
	})
	log.Info("settings", settings...)
}

// withoutSecrets leaves scheme and host of a URL: providers put keys into user, path and query. Anything else stays as it is.
func withoutSecrets(value string) string {
	u, err := url.Parse(value)
	if err != nil && strings.Contains(value, "://") {
		return "(a URL that cannot be read)"
	}
	if err != nil || u.Host == "" {
		return value
	}
	if rest := u.User != nil || (u.Path != "" && u.Path != "/") || u.RawQuery != "" || u.Fragment != ""; rest {
		return u.Scheme + "://" + u.Host + "/…"
	}
	return u.Scheme + "://" + u.Host
}

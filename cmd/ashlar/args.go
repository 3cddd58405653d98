package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpOnly is what a command does that only groups others.
func helpOnly(cmd *cobra.Command, _ []string) error { return cmd.Help() }

func wrongArgs(cmd *cobra.Command, format string, args ...any) error {
	return hintError{usageError{fmt.Errorf("%s "+format, append([]any{cmd.CommandPath()}, args...)...)}, cmd.CommandPath() + " --help"}
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongArgs(cmd, "takes no argument, got %q", args[0])
	}
	return nil
}

// groupArgs is for commands that only group others: an argument is the name of a command that is not there.
func groupArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := cmd.CommandPath() + " --help"
	cmd.SuggestionsMinimumDistance = 2
	if like := cmd.SuggestionsFor(args[0]); len(like) > 0 {
		hint = cmd.CommandPath() + " " + like[0]
	}
	return hintError{usageError{fmt.Errorf("%s has no command %q", cmd.CommandPath(), args[0])}, hint}
}

func exactArgs(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			_, names, _ := strings.Cut(cmd.Use, " ")
			return wrongArgs(cmd, "takes %s, got %s", names, count(len(args)))
		}
		return nil
	}
}

func maxArgs(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			_, names, _ := strings.Cut(cmd.Use, " ")
			return wrongArgs(cmd, "takes %s, got %s", names, count(len(args)))
		}
		return nil
	}
}

func count(n int) string {
	switch n {
	case 0:
		return "no argument"
	case 1:
		return "1 argument"
	}
	return fmt.Sprintf("%d arguments", n)
}

// wrongFlag says what is wrong with a flag that was typed.
func wrongFlag(cmd *cobra.Command, err error) error {
	if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) {
		err = wrongValue("--"+bad.GetFlag().Name, bad.GetValue(), bad.GetFlag(), bad)
	}
	return hintError{usageError{err}, cmd.CommandPath() + " --help"}
}

// wrongValue says what a flag or setting takes.
func wrongValue(name, value string, f *pflag.Flag, err error) error {
	takes, ok := map[string]string{
		"uint": "a whole number from 0", "uint64": "a whole number from 0", "int": "a whole number", "int64": "a whole number", "float64": "a number", "bool": "true or false",
		"duration": "a time like 250ms, 10s or 1h30m",
	}[f.Value.Type()]
	if !ok {
		return fmt.Errorf("%s %q: %w", name, value, err)
	}
	return fmt.Errorf("%s %q: %s is needed", name, value, takes)
}

// newHelp takes the place of cobra's own command, which ends with 0 when there is no such command.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]...",
		Short: "Show the help of a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil {
				return wrongArgs(cmd, "%s: %w", strings.Join(args, " "), err)
			}
			if len(rest) > 0 {
				return groupArgs(about, rest)
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// addCompletion adds cobra's scripts for shells, with this program's exit status.
func addCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd("completion")
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Short, c.Args, c.RunE = "Print the script that lets a shell complete commands and flags", groupArgs, helpOnly
		for _, shell := range c.Commands() {
			shell.Args = noArgs
		}
	}
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"
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

func exactArgs(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return wrongArgs(cmd, "takes %d argument(s), got %d", n, len(args))
		}
		return nil
	}
}

func maxArgs(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return wrongArgs(cmd, "takes at most %d argument(s), got %d", n, len(args))
		}
		return nil
	}
}

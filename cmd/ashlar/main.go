// Command ashlar is an Ethereum Layer 2 in one binary: node, settlement, guest tools and bridge client.
//
// Exit status: 0 done, 1 failed or refused, 2 wrong use. Data goes to standard output, talk and progress to standard error.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A later signal ends the process at once. One that comes directly after the first is the same one: supervisors and terminals often deliver it twice.
	context.AfterFunc(ctx, func() { time.AfterFunc(time.Second, stop) })
	os.Exit(run(ctx, newRoot(), os.Args[1:]))
}

// usageError marks what the caller typed wrong.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// hintError carries one line that the user can paste.
type hintError struct {
	error
	hint string
}

func (e hintError) Unwrap() error { return e.error }

// run executes the command and returns the exit status.
func run(ctx context.Context, root *cobra.Command, args []string) int {
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return 0
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = errors.New("stopped") // where it was is of no interest to who stopped it
	}
	fmt.Fprintln(root.ErrOrStderr(), "ashlar:", withoutBlankLines(err.Error()))
	var hint hintError
	var usage usageError
	wrongUse := errors.As(err, &usage)
	if !errors.As(err, &hint) && wrongUse {
		hint.hint = cmd.CommandPath() + " --help"
	}
	if hint.hint != "" {
		fmt.Fprintln(root.ErrOrStderr(), "hint:", hint.hint)
	}
	if wrongUse {
		return 2
	}
	return 1
}

// withoutBlankLines is text as it fits into a message: what servers answer ends in blank lines.
func withoutBlankLines(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "ashlar",
		Short: "An Ethereum Layer 2 in one binary",
		Long: `Ashlar runs EVM transactions off chain, bundles them into batches and settles the batches on Ethereum.

Start here:
  ashlar devnet          an Ethereum and an L2 in this process, until Ctrl-C
  ashlar devnet --tour   the same, shows every step once and exits

Every flag can also be set in the environment (--block-time is ASHLAR_BLOCK_TIME) and in the TOML file named by --config
(block-time = "250ms"). A flag wins over the environment, the environment over the file.`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return loadSettings(cmd) },
		Args:              groupArgs,
		RunE:              helpOnly,
	}
	root.PersistentFlags().String("config", "", "TOML file with settings, keys named like the flags")
	root.PersistentFlags().String("log-level", "info", "debug, info, warn or error")
	root.PersistentFlags().String("log-format", "text", "text or json, one object a line")
	root.SetFlagErrorFunc(wrongFlag)
	root.AddCommand(newDevnet(), newNode(), newDeploy(), newBridge(), newDerive(), newPubdata(), newEscape(), newGuest(), newZKVM(), newProveBatch(), newStatus(), newBackup(), newRestore(), newRollback(), newRevert(), newBench(), newVersion())
	root.SetHelpCommand(newHelp())
	addCompletion(root)
	return root
}

package main

import (
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestHelp: every command and every flag says what it does, in one style, and every command refuses arguments and flags that it does not take with exit status 2, one sentence and a hint.
func TestHelp(t *testing.T) {
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		path := strings.Fields(c.CommandPath())[1:]
		asked := command(t, append([]string{"help"}, path...)...)
		told := command(t, append(path, "--help")...)
		if asked.status != 0 || asked.talk != "" || asked.out != told.out || told.status != 0 || told.talk != "" || !strings.Contains(told.out, "Usage:") {
			t.Errorf("%s: help %+v, --help %+v", c.CommandPath(), asked, told)
		}
		if !sentence(c.Short, unicode.IsUpper) {
			t.Errorf("%s: %q is no style for a command", c.CommandPath(), c.Short)
		}
		c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !f.Hidden && !sentence(f.Usage, func(r rune) bool { return r < unicode.MaxASCII }) {
				t.Errorf("%s --%s: %q is no style for a flag", c.CommandPath(), f.Name, f.Usage)
			}
		})
		refusal(t, command(t, append(path, "--no-such-flag")...), 2, "--no-such-flag", "hint: "+c.CommandPath()+" --help")
		refusal(t, command(t, append(path, "a", "b", "c", "d")...), 2, "hint: ashlar")
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(newRoot())
}

// sentence says whether text begins as it should and ends without a full stop.
func sentence(text string, begins func(rune) bool) bool {
	return text != "" && begins([]rune(text)[0]) && !strings.HasSuffix(text, ".") && strings.TrimSpace(text) == text
}

// TestNoSuchCommand: the name of a command that is not there is exit status 2, with the name that may have been meant.
func TestNoSuchCommand(t *testing.T) {
	for typed, words := range map[string][2]string{
		"devnett":           {`ashlar has no command "devnett"`, "hint: ashlar devnet\n"},
		"nothing":           {`ashlar has no command "nothing"`, "hint: ashlar --help\n"},
		"bridge depositt":   {`ashlar bridge has no command "depositt"`, "hint: ashlar bridge deposit\n"},
		"escape nothing":    {`ashlar escape has no command "nothing"`, "hint: ashlar escape --help\n"},
		"help nothing":      {`ashlar has no command "nothing"`, "hint: ashlar --help\n"},
		"help bridge wait":  {`ashlar bridge has no command "wait"`, "hint: ashlar bridge --help\n"},
		"completion csh":    {`ashlar completion has no command "csh"`, "hint: ashlar completion"},
		"bridge finalize":   {"ashlar bridge finalize takes L2-TRANSACTION, got no argument", "hint: ashlar bridge finalize --help\n"},
		"guest build a b":   {"ashlar guest build takes [PACKAGE], got 2 arguments", "hint: ashlar guest build --help\n"},
		"completion bash x": {`ashlar completion bash takes no argument, got "x"`, "hint: ashlar completion bash --help\n"},
	} {
		refusal(t, command(t, strings.Fields(typed)...), 2, words[0], words[1])
	}
}

// TestWrongValues: a flag or setting of the wrong type is refused with what it takes.
func TestWrongValues(t *testing.T) {
	for typed, words := range map[string]string{
		"devnet --chain-id x":     `--chain-id "x": a whole number from 0 is needed`,
		"devnet --chain-id=-1":    `--chain-id "-1": a whole number from 0 is needed`,
		"devnet --l1-finality x":  `--l1-finality "x": a whole number is needed`,
		"node --lease 5":          `--lease "5": a time like 250ms, 10s or 1h30m is needed`,
		"devnet --tour=maybe":     `--tour "maybe": true or false is needed`,
		"devnet --otlp-calls all": `--otlp-calls "all": a number is needed`,
		"devnet --chain-id":       "flag needs an argument: --chain-id",
	} {
		refusal(t, command(t, strings.Fields(typed)...), 2, words, "hint: ashlar "+strings.Fields(typed)[0]+" --help")
	}
	t.Setenv("ASHLAR_BLOCK_TIME", "5")
	refusal(t, command(t, "devnet"), 2, `setting block-time = "5": a time like 250ms, 10s or 1h30m is needed`)
}

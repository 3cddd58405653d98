package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/guest/program"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, the commit it was built from, the toolchain and the batch program",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			version, revision := buildInfo()
			lock, err := program.Lock()
			if err != nil {
				return err
			}
			where := "not in this binary"
			if program.Embedded() {
				where = "in this binary"
			}
			fmt.Fprintf(cmd.OutOrStdout(), "ashlar %s\ncommit %s\n%s %s/%s\nbatch program %s, %s\n", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH, lock.Digest, where)
			return nil
		},
	}
}

// clientVersion is the build as web3_clientVersion and explorers have it: name, version, platform and toolchain, as go-ethereum writes them.
func clientVersion() string {
	version, _ := buildInfo()
	return fmt.Sprintf("ashlar/%s/%s-%s/%s", strings.Trim(version, "()"), runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// buildInfo is what the toolchain stamped into the binary; "unknown" when it did not.
func buildInfo() (version, revision string) {
	version, revision = "unknown", "unknown"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version, revision
	}
	version = info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			revision = s.Value
		}
	}
	return version, revision
}

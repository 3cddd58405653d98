package main

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

func newZKVMVerify() *cobra.Command {
	var program, output, profileName string
	cmd := &cobra.Command{
		Use:   "verify PROOF",
		Short: "Check a proof against a program and an output",
		Long: `Check that PROOF proves: the program with this digest, on some input, halts with this output. Exit status 0 says that it does, 1 that it is refused,
with the reason. The digest of a program comes from "ashlar zkvm build", from a source the verifier trusts and not from the proof.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if program == "" || output == "" {
				return hintError{usage("--program and --output are needed: what the proof has to be of"), "ashlar zkvm build PACKAGE prints the one, ashlar zkvm run PACKAGE the other"}
			}
			digest, err := machine.ParseDigest(strings.TrimPrefix(program, "0x"))
			if err != nil {
				return usage("--program: %w", err)
			}
			out, err := hex.DecodeString(strings.TrimPrefix(output, "0x"))
			if err != nil || len(out) != abi.OutputBytes {
				return usage("--output: %q is not %d bytes in hexadecimal", output, abi.OutputBytes)
			}
			profile, err := params.ByName(profileName)
			if err != nil {
				return usage("--profile %q: choose %s or %s", profileName, params.P100Name, params.InsecureDevName)
			}
			encoded, err := readProof(args[0])
			if err != nil {
				return err
			}
			start := time.Now()
			if err := machine.NewKeys(profile).Verify(cmd.Context(), digest, [abi.OutputBytes]byte(out), encoded); err != nil {
				return refused(args[0], err)
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "verified in %.0f ms, profile %s\n", float64(time.Since(start).Microseconds())/1000, profile.Name)
			fmt.Fprintln(cmd.OutOrStdout(), "accepted")
			return nil
		},
	}
	p := cmd.Flags()
	p.StringVar(&program, "program", "", "digest of the program, hexadecimal")
	p.StringVar(&output, "output", "", "the public output, hexadecimal")
	p.StringVar(&profileName, "profile", params.P100Name, "the profile that the proof has to be of: p100 or insecure-dev")
	return cmd
}

//go:build !(ashlar_guest && riscv64)

package guest

import (
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// Snapshot does nothing outside the machine.
func Snapshot() {}

// ReadInput reads the file named by the first argument, or standard input. It
// ends the process with status 1 when it cannot be read or is too large.
func ReadInput() []byte {
	in := io.Reader(os.Stdin)
	if len(os.Args) > 1 {
		f, err := os.Open(os.Args[1])
		if err != nil {
			fatal(err)
		}
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, abi.MaxInputBytes+1))
	if err != nil {
		fatal(err)
	}
	if len(b) > abi.MaxInputBytes {
		fatal(fmt.Errorf("input larger than %d bytes", abi.MaxInputBytes))
	}
	return b
}

// Commit prints the public output in hexadecimal and ends the process.
func Commit(output [32]byte) {
	fmt.Println(hex.EncodeToString(output[:]))
	os.Exit(0)
}

// Exit ends the process.
func Exit(code int) { os.Exit(code) }

func fatal(err error) {
	fmt.Fprintln(os.Stderr, "guest: read input:", err)
	os.Exit(1)
}

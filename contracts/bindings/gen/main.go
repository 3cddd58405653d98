// Command gen writes the Go bindings of all contracts from their artifacts.
//
// Run from the contracts folder: go run ./bindings/gen
package main

import (
	"fmt"
	"os"

	"github.com/ashlar-labs/ashlar/contracts/bindings/source"
)

const target = "bindings/bindings.go"

func main() {
	code, err := source.Generate()
	if err == nil {
		err = os.WriteFile(target, []byte(code), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bindings:", err)
		os.Exit(1)
	}
}

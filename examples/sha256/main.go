// Command sha256 hashes a file.
//
//	in   any bytes
//	out  their SHA-256
package main

import (
	"crypto/sha256"

	"github.com/ashlar-labs/ashlar/guest"
)

func main() { guest.Main(run) }

func run(input []byte) [32]byte { return sha256.Sum256(input) }

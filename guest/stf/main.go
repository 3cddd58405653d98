// Command stf is the program that is proven: it executes one batch on its witness and commits to the batch's public input.
//
//	in   the encoded witness (package witness), as the machine's private input
//	out  the public input of docs/spec.md section 6, as the machine's public output
//
// An invalid witness or batch is a panic, hence a trap: there is no output and no proof.
package main

import (
	"github.com/ashlar-labs/ashlar/guest"
	"github.com/ashlar-labs/ashlar/witness"
)

func main() { guest.Main(run) }

func run(input []byte) [32]byte {
	w, err := witness.Decode(input)
	if err != nil {
		panic(err)
	}
	result, err := witness.Execute(w)
	if err != nil {
		panic(err)
	}
	return result.PublicInput
}

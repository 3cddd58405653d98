//go:build !ashlar_program

package program

// embedded is empty: the program is not in this binary.
var embedded []byte

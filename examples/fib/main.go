// Command fib computes a Fibonacci number modulo 2^64.
//
//	in   n as decimal digits, 90 without any
//	out  F(n) mod 2^64, big-endian in the last eight bytes
package main

import (
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/ashlar-labs/ashlar/guest"
)

func main() { guest.Main(run) }

func run(input []byte) (output [32]byte) {
	n := uint64(90)
	if text := strings.TrimSpace(string(input)); text != "" {
		var err error
		if n, err = strconv.ParseUint(text, 10, 64); err != nil {
			panic(err)
		}
	}
	binary.BigEndian.PutUint64(output[24:], fibonacci(n))
	return output
}

func fibonacci(n uint64) uint64 {
	a, b := uint64(0), uint64(1)
	for range n {
		a, b = b, a+b
	}
	return a
}

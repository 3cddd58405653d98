package main

// In the machine, Keccak and 256-bit division are accelerators.
import _ "github.com/ashlar-labs/ashlar/guest/substitute"

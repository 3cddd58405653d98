package main

import "flag"

var (
	heavy = flag.Bool("heavy", false, "run the public state tests that take the machine minutes as well")
	only  = flag.String("case", "", "run only the public state tests with this `text` in their name")
)

// heavyCases are the public state tests that only run with -heavy, with the reason.
var heavyCases = map[string]string{
	"stQuadraticComplexityTest/Call50000_sha256/Call50000_sha256/Cancun/0": "SHA-256 of 50,000 bytes 50,000 times is 29 G cycles; run it with -args -heavy",
}

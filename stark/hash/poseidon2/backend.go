package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field/backend"

// use is what does the work; only the tests change it.
var use = backend.Best()

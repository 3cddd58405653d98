package poseidon2

// backend is a way to permute many states.
type backend int

const (
	portable backend = iota
	avx2             // eight states at a time
	avx512           // eight states at a time, with 52-bit products (IFMA)
)

var backendNames = [...]string{"portable", "avx2", "avx512"}

func (b backend) String() string { return backendNames[b] }

// chosen is the best of the back ends that the processor has; only the tests change it.
var chosen = available()[0]

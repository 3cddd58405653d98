package vec

// backend is a way to do the work.
type backend int

const (
	portable backend = iota
	avx2             // eight elements at a time
	avx512           // sixteen elements at a time
)

var backendNames = [...]string{"portable", "avx2", "avx512"}

func (b backend) String() string { return backendNames[b] }

// chosen is the best of the back ends that the processor has; only the tests change it.
var chosen = available()[0]

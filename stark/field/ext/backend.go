package ext

// backend is the code that does the work. All give the same words.
type backend string

const (
	portable backend = "portable"
	avx2     backend = "AVX2"
	avx512   backend = "AVX-512"
)

// use is set once at start, to the fastest that runs here, and switched by the tests only.
var use = backends[0]

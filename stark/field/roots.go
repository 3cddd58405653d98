package field

const (
	// TwoAdicity is the largest k such that 2^k divides p-1.
	TwoAdicity = 24

	generatorValue = 3
)

// Generator is the value 3, which generates the multiplicative group: 3 has no
// order dividing (p-1)/2 or (p-1)/127. It is the usual shift of a coset, for 3 lies
// in no two-adic subgroup.
const Generator Element = generatorValue * montR % Modulus

// RootOfUnity returns Generator^((p-1)/2^log), of order exactly 2^log, for log in
// [0, TwoAdicity]. RootOfUnity(k).Square() is RootOfUnity(k-1). A larger log is a
// mistake of the program and panics.
func RootOfUnity(log int) Element {
	if log < 0 || log > TwoAdicity {
		panic("field: no root of unity of that order")
	}
	return Generator.Exp((Modulus - 1) >> log)
}

// Reduce returns x * 2^-32 mod p, for x < p*2^32: the Montgomery reduction of a sum
// of products of raw words. Two products of reduced elements keep below the limit;
// [Fold] brings a longer sum back.
func Reduce(x uint64) Element { return Element(reduce(x)) }

// Fold subtracts p*2^32 once when x is not below it. So x < 2*p*2^32, which holds for
// a sum of four products of reduced elements, gives the same class below p*2^32.
func Fold(x uint64) uint64 {
	const limit = Modulus << 32
	if x >= limit {
		x -= limit
	}
	return x
}

package params

import "math"

// BatchingBits is the bits of combining count functions of one height with the
// powers of one challenge: a curve of degree count-1, so count-1 times the error of a
// line. BCIKS20 Theorem 1.5 (curves from lines), with the line of the regime.
// dimension is the height (the code's dimension), fieldBits log2 of the order of the
// challenge field.
func (p Proximity) BatchingBits(fieldBits, dimension float64, count int) float64 {
	if count <= 1 {
		return math.Inf(1)
	}
	return fieldBits - math.Log2(p.exceptions(dimension)) - math.Log2(float64(count-1))
}

// FoldBits is the bits of one fold of FRI with the given arity. The arity functions
// into which a word splits are combined by powers of the fold's challenge, in the
// code of dimension dimension/arity. BCIKS20 section 8.2, Hab22 section 3.4.
func (p Proximity) FoldBits(fieldBits, dimension float64, arity int) float64 {
	return p.BatchingBits(fieldBits, dimension/float64(arity), arity)
}

// RollInBits is the bits of combining the words of one layer under fresh randomness: the
// folded word and those of the logArity heights that enter there, lifted to one domain. In
// the first layer nothing is folded yet, in later ones the height is less: counting
// logArity+1 words of the greatest height covers both.
func (p Proximity) RollInBits(fieldBits, heightMax float64, logArity int) float64 {
	return p.BatchingBits(fieldBits, heightMax, logArity+1)
}

// QueryBits is the bits of the query phase. A word further than theta from the code
// passes one query with probability at most 1-theta, and each attempt costs the
// prover 2^grinding hashes. BCIKS20 Theorem 8.3 (last term); ethSTARK section 6.3 for
// grinding. Precondition: indices are independent and unbiased.
func (p Proximity) QueryBits(queries, grindingBits int) float64 {
	return -float64(queries)*math.Log2(1-p.Radius()) + float64(grindingBits)
}

package params

import "math"

// rotations is the number of points at which a column is opened: z and its successor in the trace domain.
// Shared columns are opened at a third one, which only [Layer.Functions] has to count: terms
// of a DEEP word divide by one point each, so that the degree of what is listed grows by
// one, however many points there are, and two is more than is needed.
const rotations = 2

// OpenedListSize bounds the traces that agree with the committed words where the
// opened quotients are close to the code: the L+ of Hab22 section 5. Dividing by the
// points opened raises the degree of what is listed, so the rate is
// rho+ = (N+r)/n while the radius stays that of FRI. It is the Johnson bound at
// rho+, infinite when sqrt(rho+) reaches 1-theta. Tables of several heights are
// listed together, as words over the largest domain (f(x) becomes f(x^2^k)), so the
// shortest height decides.
func (p Proximity) OpenedListSize(heightMin float64) float64 {
	if p.Regime == UniqueDecoding {
		return 1
	}
	sqrtRatePlus := math.Sqrt(p.Rate * (1 + rotations/heightMin))
	gap := 1 - p.Radius() - sqrtRatePlus
	if gap <= 0 {
		return math.Inf(1)
	}
	return 1 / (2 * gap * sqrtRatePlus)
}

// ALIBits is the bits of combining the constraints with powers of one challenge, for
// every trace in the list: L * C / |F|. Hab22 Theorem 8, first term.
func ALIBits(fieldBits, list float64, constraints int) float64 {
	return fieldBits - math.Log2(list) - math.Log2(float64(constraints))
}

// DEEPBits is the bits of checking the constraint identity at one point outside the
// domain: L * (d*(N+r-1) + N-1) / (|F| - N - n), with d the degree of the constraints,
// N the height, n the length of the code and r the points opened per column.
// Hab22 Theorem 8, second term. Precondition: the point is sampled outside both domains.
func (p Proximity) DEEPBits(fieldBits, list, height float64, degree int) float64 {
	roots := float64(degree)*(height+rotations-1) + height - 1
	order := math.Exp2(fieldBits) - height - height/p.Rate
	return math.Log2(order) - math.Log2(list) - math.Log2(roots)
}

// LiftBits is the bits of excluding, by the same point, words that agree with committed
// ones of a shorter table only as polynomials that are no lifts. FRI shows that
// the lift u(x) = f(x^(2^k)) of a column is near some F(x) = v + (x^(2^k) - z) P(x). Write
// F(x) = sum over j < 2^k of x^j F_j(x^(2^k)): F takes the value v at all roots of x^(2^k) =
// z, so F_j(z) = 0 for every j > 0. F is on a list that is fixed before z is drawn. If one
// of these F_j is not zero, it has at most N+r-1 roots: L * (N+r-1) / |F|. Otherwise F is the
// lift of F_0, and f is near F_0.
// Precondition: every column that is opened is committed before the point is drawn.
func (p Proximity) LiftBits(fieldBits, list, height float64) float64 {
	order := math.Exp2(fieldBits) - height - height/p.Rate
	return math.Log2(order) - math.Log2(list) - math.Log2(height+rotations-1)
}

// multiPointHolds is the condition under which two points may be opened in one
// quotient: N + r < (1-theta) * n. Hab22 section 4.1.3.
func (p Proximity) multiPointHolds(height float64) bool {
	return height+rotations < (1-p.Radius())*height/p.Rate
}

// PinBits is the bits of pinning a commitment to one word of its list: evaluations of
// all its columns at a point drawn after its root. Two different words of the list
// agree there with probability below N/|F|, and there are fewer than L^2/2 pairs. It is
// the out-of-domain sampling of STIR (eprint 2024/390). Words that are no lifts come on
// top, as for the other point: [Proximity.LiftBits].
func PinBits(fieldBits, list, height float64) float64 {
	return fieldBits - 2*math.Log2(list) + 1 - math.Log2(height)
}

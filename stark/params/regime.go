package params

import (
	"fmt"
	"math"
)

// Regime says up to which distance from the code, and by which theorem, proximity is argued.
type Regime uint8

const (
	// UniqueDecoding argues up to half the minimum distance, BCHKS25 Theorem 1.3 and Corollary 1.4.
	UniqueDecoding Regime = iota + 1
	// Johnson argues up to the Johnson radius, BCHKS25 Theorem 4.2: an error linear in the length.
	Johnson
	// JohnsonBCIKS20 argues up to the Johnson radius with the older bound of BCIKS20
	// Theorem 7.2, quadratic in the length. No profile relies on it; it shows how much
	// a profile owes to the newer theorem.
	JohnsonBCIKS20
)

// String names the regime.
func (r Regime) String() string {
	switch r {
	case UniqueDecoding:
		return "unique decoding"
	case Johnson:
		return "Johnson"
	case JohnsonBCIKS20:
		return "Johnson, BCIKS20"
	}
	return fmt.Sprintf("regime %d", uint8(r))
}

// Proximity is a regime at one rate. It is immutable.
type Proximity struct {
	Regime Regime
	Rate   float64 // rho, in (0, 1)
	Gap    float64 // eta, distance kept from the Johnson radius; 0 when decoding uniquely
	M      float64 // m, multiplicity of the interpolation behind the bound
}

// NewProximity returns the regime at a rate for a multiplicity m >= 3. A larger m
// comes closer to the Johnson radius (queries count more) and costs commit error:
// eta = sqrt(rho) / (2m), BCHKS25 Theorem 4.2 and BCIKS20 Theorem 7.2.
func NewProximity(regime Regime, rate float64, m int) Proximity {
	p := Proximity{Regime: regime, Rate: rate}
	if regime != UniqueDecoding {
		p.M = float64(m)
		p.Gap = math.Sqrt(rate) / (2 * p.M)
	}
	return p
}

// ProximityWithGap is NewProximity from eta: the smallest m >= 3 with sqrt(rho)/(2m) <= eta.
func ProximityWithGap(regime Regime, rate, gap float64) Proximity {
	m := math.Max(math.Ceil(math.Sqrt(rate)/(2*gap)), 3)
	return Proximity{Regime: regime, Rate: rate, Gap: gap, M: m}
}

// Radius is the relative distance theta (or delta) up to which the regime argues.
func (p Proximity) Radius() float64 {
	if p.Regime == UniqueDecoding {
		return (1 - p.Rate) / 2
	}
	return 1 - math.Sqrt(p.Rate) - p.Gap
}

// ListSize bounds the codewords within Radius of a word: one when decoding
// uniquely, else 1 / (2 eta sqrt(rho)), the Johnson bound as in Hab22 section 2.
func (p Proximity) ListSize() float64 {
	if p.Regime == UniqueDecoding {
		return 1
	}
	return 1 / (2 * p.Gap * math.Sqrt(p.Rate))
}

// exceptions bounds the number of values of one challenge for which a line
// u0 + z*u1 comes within Radius of the code of the given dimension although u0 and
// u1 have no correlated agreement. Divided by the field's order it is an error.
func (p Proximity) exceptions(dimension float64) float64 {
	n := dimension / p.Rate // length of the code
	rho15 := p.Rate * math.Sqrt(p.Rate)
	mh := p.M + 0.5
	switch p.Regime {
	case UniqueDecoding:
		// BCHKS25 Corollary 1.4: gamma*n + 1.
		return p.Radius()*n + 1
	case Johnson:
		// BCHKS25 Theorem 4.2.
		return (2*math.Pow(mh, 5)+3*mh*p.Radius()*p.Rate)*n/(3*rho15) + mh/math.Sqrt(p.Rate)
	}
	// BCIKS20 Theorem 7.2 with weights of denominator n, the case of FRI.
	return math.Max(math.Pow(mh, 7)*n*n/(3*rho15), (2*p.M+1)*(n*n+1)/math.Sqrt(p.Rate))
}

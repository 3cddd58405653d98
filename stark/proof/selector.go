package proof

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// Selectors are the values at a point z of what restricts constraints to rows of a trace
// domain of n rows, w its generator.
type Selectors struct {
	Vanishing ext.E6 // v(z) = z^n - 1
	Power     ext.E6 // z^n
	When      [4]ext.E6
}

// SelectorsAt computes selectors at a point outside the domain: always 1, first
// v/(z-1), last v/(z-w^-1), transition z-w^-1.
func SelectorsAt(z ext.E6, logHeight int) (s Selectors) {
	s.Power = z
	for range logHeight {
		s.Power = s.Power.Square()
	}
	s.Vanishing = s.Power.AddBase(field.One.Neg())
	toLast := z.AddBase(field.RootOfUnity(logHeight).Inv().Neg())
	s.When[air.Always] = ext.One
	s.When[air.First] = s.Vanishing.Mul(z.AddBase(field.One.Neg()).Inv())
	s.When[air.Last] = s.Vanishing.Mul(toLast.Inv())
	s.When[air.Transition] = toLast
	return s
}

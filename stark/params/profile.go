package params

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Names of the profiles and of the layers every profile has.
const (
	P100Name        = "p100"
	InsecureDevName = "insecure-dev"

	LeafHalf    = "leaf-1/2"   // rate 1/2: the cheapest for the prover
	LeafQuarter = "leaf-1/4"   // rate 1/4: half the queries, cheaper to verify in a circuit
	Recursion   = "recursion"  // rate 1/8
	Last        = "last-stark" // rate 1/16: the proof that the wrap verifies
)

// ErrUnknownProfile is returned for a name that is no profile's.
var ErrUnknownProfile = errors.New("unknown profile")

// Profile is a named set of layers. A proof of one profile never verifies under
// another: the name and all numbers are absorbed by the transcript ([Profile.Words]).
type Profile struct {
	Name string
	// TargetBits is the least provable bits every layer must have; 0 for the insecure profile.
	TargetBits int
	Layers     []Layer
}

// P100 is the profile for real use: at least 100 provable bits in every layer.
func P100() Profile {
	return Profile{Name: P100Name, TargetBits: secureTargetBits, Layers: []Layer{
		newLayer(LeafHalf, 1, 165, 20),
		newLayer(LeafQuarter, 2, 82, 20),
		newLayer(Recursion, 3, 55, 20),
		newLayer(Last, 4, 41, 20),
	}}
}

// InsecureDev is for fast tests and local networks. Its proofs are worth nothing.
func InsecureDev() Profile {
	return Profile{Name: InsecureDevName, Layers: []Layer{
		newLayer(LeafHalf, 1, 8, 0),
		newLayer(LeafQuarter, 2, 4, 0),
		newLayer(Recursion, 3, 3, 0),
		newLayer(Last, 4, 2, 0),
	}}
}

// newLayer fills in what all layers share. Heights reach the field's two-adicity. The
// maxima leave room over the design's estimates (about 90 cells per cycle over some
// thirty tables), for each of them costs only its logarithm in bits.
func newLayer(name string, logBlowup, queries, grindingBits int) Layer {
	return Layer{
		Name:             name,
		LogBlowup:        logBlowup,
		Queries:          queries,
		GrindingBits:     grindingBits,
		LogArity:         3,
		LogFinalPolyLen:  6,
		LogHeightMin:     7,
		LogHeightMax:     TwoAdicity - logBlowup,
		ColumnsMax:       5 << 12,
		ConstraintsMax:   1 << 14,
		ConstraintDegree: 3,
		BusEntriesMax:    field.Modulus - 1,
		GlobalEntriesMax: field.Modulus - 1,
		TupleWidthMax:    64,
		DigestElements:   8,
		CapacityElements: 8,
		Regime:           Johnson,
		JohnsonM:         50,
	}
}

// ByName returns the profile of that name, or ErrUnknownProfile.
func ByName(name string) (Profile, error) {
	for _, p := range []Profile{P100(), InsecureDev()} {
		if p.Name == name {
			return p, nil
		}
	}
	return Profile{}, fmt.Errorf("%w: %q", ErrUnknownProfile, name)
}

// Layer returns the layer of that name.
func (p Profile) Layer(name string) (Layer, error) {
	for _, l := range p.Layers {
		if l.Name == name {
			return l, nil
		}
	}
	return Layer{}, fmt.Errorf("profile %q has no layer %q", p.Name, name)
}

// Insecure says that the profile claims no security.
func (p Profile) Insecure() bool { return p.TargetBits == 0 }

// Check refuses layers that cannot run, doubled names, and layers below the target.
// Only insecure-dev may have a target below 100 bits.
func (p Profile) Check() error {
	if p.Name == "" || len(p.Layers) == 0 {
		return fmt.Errorf("profile %q: needs a name and layers", p.Name)
	}
	if p.TargetBits < secureTargetBits && (p.Name != InsecureDevName || p.TargetBits != 0) {
		return fmt.Errorf("profile %q: target of %d bits is below %d", p.Name, p.TargetBits, secureTargetBits)
	}
	seen := map[string]bool{}
	for _, l := range p.Layers {
		if seen[l.Name] {
			return fmt.Errorf("profile %q: layer %q twice", p.Name, l.Name)
		}
		seen[l.Name] = true
		report, err := Analyze(l)
		if err != nil {
			return fmt.Errorf("profile %q: %w", p.Name, err)
		}
		if worst := report.Worst(); worst.Bits < float64(p.TargetBits) {
			return fmt.Errorf("profile %q: layer %q: %s has %.2f bits, target %d", p.Name, l.Name, worst.Name, worst.Bits, p.TargetBits)
		}
	}
	return nil
}

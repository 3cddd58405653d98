package params

import (
	"fmt"
	"math"

	"github.com/ashlar-labs/ashlar/stark/field"
)

const (
	// TwoAdicity is the greatest log2 of a domain: trace times blowup lies in a subgroup of order 2^24.
	TwoAdicity = 24
	// ExtensionDegree is the degree of the challenge field E6 over KoalaBear.
	ExtensionDegree = 6

	secureTargetBits = 100
	countLimit       = 1 << 20 // sane bound for counts
)

// log2Modulus is log2 of KoalaBear's modulus.
var log2Modulus = math.Log2(field.Modulus)

// FieldBits is log2 of the order of E6, about 185.93.
var FieldBits = ExtensionDegree * log2Modulus

// Layer is the parameters of one kind of STARK proof. It is a plain value; build
// variants by copying and changing fields, then Check.
type Layer struct {
	Name string

	// LogBlowup is log2 of the inverse rate.
	LogBlowup int
	// Queries is the number of FRI queries; GrindingBits the proof of work before them.
	Queries      int
	GrindingBits int
	// LogArity is log2 of the fold arity, LogFinalPolyLen log2 of the coefficients of
	// the final polynomial.
	LogArity        int
	LogFinalPolyLen int

	// LogHeightMin and LogHeightMax are log2 of the least and greatest trace height.
	// Shorter tables are padded: opening two points of a short trace leaves the Johnson
	// bound (OpenedListSize).
	LogHeightMin int
	LogHeightMax int
	// ColumnsMax is the greatest number of committed base-field columns over all tables
	// and phases; a column over E6 counts six times.
	ColumnsMax int
	// ConstraintsMax is the greatest number of constraints combined in one proof,
	// ConstraintDegree their greatest degree in the columns.
	ConstraintsMax   int
	ConstraintDegree int
	// BusEntriesMax is the greatest sum, over all tables of a proof, of interactions
	// times height. It is below the modulus, which LogUp needs.
	BusEntriesMax int
	// GlobalEntriesMax is the greatest sum, over all tables of all proofs that share a
	// global challenge, of global interactions times height. It is below the modulus for
	// the same reason. No key can check it: the verifier of the whole run does.
	GlobalEntriesMax int
	// TupleWidthMax is the greatest length of a bus tuple with its bus id.
	TupleWidthMax int

	// DigestElements and CapacityElements are counted in base-field elements.
	DigestElements   int
	CapacityElements int

	// Regime and JohnsonM choose the theorem by which the layer claims its bits. They
	// change no proof: JohnsonM is the multiplicity m of the analysis.
	Regime   Regime
	JohnsonM int
}

// Rate is the rate of the code, 2^-LogBlowup.
func (l Layer) Rate() float64 { return math.Exp2(-float64(l.LogBlowup)) }

// Functions is the greatest number of functions combined by one challenge, over all
// heights: every column at both its points and at the point of the pins.
func (l Layer) Functions() int { return (rotations + 1) * l.ColumnsMax }

// Check says whether the layer can be run and analysed at all, not whether it is sound.
func (l Layer) Check() error {
	for _, r := range l.ranges() {
		if r.value < r.least || r.value > r.most {
			return fmt.Errorf("layer %q: %s is %d, not in [%d, %d]", l.Name, r.name, r.value, r.least, r.most)
		}
	}
	if l.Name == "" {
		return fmt.Errorf("layer without a name")
	}
	if l.LogHeightMax+l.LogBlowup > TwoAdicity {
		return fmt.Errorf("layer %q: domain of 2^%d points, the field has 2^%d", l.Name, l.LogHeightMax+l.LogBlowup, TwoAdicity)
	}
	if l.LogFinalPolyLen > l.LogHeightMin || l.LogHeightMin > l.LogHeightMax {
		return fmt.Errorf("layer %q: final polynomial, least and greatest trace of 2^%d, 2^%d, 2^%d are out of order",
			l.Name, l.LogFinalPolyLen, l.LogHeightMin, l.LogHeightMax)
	}
	if l.ConstraintDegree-1 > 1<<l.LogBlowup {
		return fmt.Errorf("layer %q: quotient of degree-%d constraints does not fit blowup %d", l.Name, l.ConstraintDegree, 1<<l.LogBlowup)
	}
	p, heightMin := l.proximity(), math.Exp2(float64(l.LogHeightMin))
	if !p.multiPointHolds(heightMin) || math.IsInf(p.OpenedListSize(heightMin), 1) {
		return fmt.Errorf("layer %q: traces of 2^%d rows are too short to open two points", l.Name, l.LogHeightMin)
	}
	return nil
}

type numberRange struct {
	name               string
	value, least, most int
}

// ranges lists every number of the layer with its bounds.
func (l Layer) ranges() []numberRange {
	return []numberRange{
		{"log blowup", l.LogBlowup, 1, 8},
		{"queries", l.Queries, 1, 1 << 10},
		{"grinding bits", l.GrindingBits, 0, 30},
		{"log arity", l.LogArity, 1, 4},
		{"log final polynomial length", l.LogFinalPolyLen, 2, 10},
		{"log least height", l.LogHeightMin, 1, TwoAdicity},
		{"log greatest height", l.LogHeightMax, 1, TwoAdicity},
		{"greatest number of columns", l.ColumnsMax, 1, countLimit},
		{"greatest number of constraints", l.ConstraintsMax, 1, countLimit},
		{"constraint degree", l.ConstraintDegree, 2, 9},
		{"greatest number of bus entries", l.BusEntriesMax, 1, field.Modulus - 1},
		{"greatest number of global bus entries", l.GlobalEntriesMax, 1, field.Modulus - 1},
		{"greatest tuple width", l.TupleWidthMax, 2, 1 << 10},
		{"digest elements", l.DigestElements, 8, 16},
		{"capacity elements", l.CapacityElements, 8, 16},
		{"regime", int(l.Regime), int(UniqueDecoding), int(JohnsonBCIKS20)},
		{"Johnson multiplicity", l.JohnsonM, 3, 10_000},
	}
}

func (l Layer) proximity() Proximity { return NewProximity(l.Regime, l.Rate(), l.JohnsonM) }

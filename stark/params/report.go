package params

import (
	"fmt"
	"math"
)

// floatSlack covers the rounding of the few float64 operations behind one part,
// whose sum is below 1e-9 bits.
const floatSlack = 1e-6

// Names of the parts of a report.
const (
	PartBatching  = "batching"
	PartRollIn    = "roll-in"
	PartFolds     = "folds"
	PartQueries   = "queries"
	PartALI       = "constraints"
	PartDEEP      = "out of domain"
	PartLogUp     = "lookups"
	PartProduct   = "products"
	PartGlobal    = "global lookups"
	PartPin       = "pinning"
	PartCollision = "Merkle"
	PartSponge    = "transcript"
)

// Part is one source of error with its provable bits.
type Part struct {
	Name string
	Bits float64
}

// Report is the analysis of one layer.
type Report struct {
	Layer Layer
	Parts []Part
}

// Analyze computes the bits of every part at the layer's greatest sizes. No part
// rises with size, so smaller proofs within the layer's bounds have no fewer bits. The error is Check's.
func Analyze(l Layer) (Report, error) {
	if err := l.Check(); err != nil {
		return Report{}, fmt.Errorf("analyze: %w", err)
	}
	p := l.proximity()
	height := math.Exp2(float64(l.LogHeightMax))
	list := p.OpenedListSize(math.Exp2(float64(l.LogHeightMin)))
	width := float64(l.TupleWidthMax)
	entries := float64(l.BusEntriesMax)
	lift := p.LiftBits(FieldBits, list, height)
	report := Report{Layer: l, Parts: []Part{
		{PartBatching, p.BatchingBits(FieldBits, height, l.Functions())},
		{PartRollIn, p.RollInBits(FieldBits, height, l.LogArity)},
		{PartFolds, p.FoldBits(FieldBits, height, 1<<l.LogArity)},
		{PartQueries, p.QueryBits(l.Queries, l.GrindingBits)},
		{PartALI, ALIBits(FieldBits, list, l.ConstraintsMax)},
		{PartDEEP, added(p.DEEPBits(FieldBits, list, height, l.ConstraintDegree), lift)},
		{PartLogUp, LogUpBits(FieldBits, list, entries, width)},
		{PartProduct, ProductBits(FieldBits, list, entries, width)},
		{PartGlobal, LogUpBits(FieldBits, 1, float64(l.GlobalEntriesMax), width)},
		{PartPin, added(PinBits(FieldBits, list, height), lift)},
		{PartCollision, CollisionBits(l.DigestElements)},
		{PartSponge, SpongeBits(l.CapacityElements)},
	}}
	for i := range report.Parts {
		report.Parts[i].Bits -= floatSlack
	}
	return report, nil
}

// added is the bits of the sum of two errors. For one member of a list either of the two
// would do; the sum is simpler and costs a third of a bit.
func added(a, b float64) float64 { return -math.Log2(math.Exp2(-a) + math.Exp2(-b)) }

// Worst is the part with the fewest bits: the provable security of the layer.
func (r Report) Worst() Part {
	worst := r.Parts[0]
	for _, part := range r.Parts[1:] {
		if part.Bits < worst.Bits {
			worst = part
		}
	}
	return worst
}

// Bits is the provable bits of the layer.
func (r Report) Bits() float64 { return r.Worst().Bits }

// UnionBits is the bits when the errors of all parts are added up. A part that may
// occur once per height counts that often.
func (r Report) UnionBits() float64 {
	var sum float64
	for _, part := range r.Parts {
		times := 1.0
		switch part.Name {
		case PartBatching, PartRollIn, PartFolds:
			times = float64(r.Layer.LogHeightMax)
		}
		sum += times * math.Exp2(-part.Bits)
	}
	return -math.Log2(sum)
}

// Part returns the bits of the part of that name.
func (r Report) Part(name string) (float64, bool) {
	for _, part := range r.Parts {
		if part.Name == name {
			return part.Bits, true
		}
	}
	return 0, false
}

// UnderRegime is the layer analysed in another regime, at the multiplicity with the
// most bits. Multiplicity is a matter of the analysis alone, so this is a valid claim.
func UnderRegime(l Layer, regime Regime) (Report, error) {
	var best Report
	var failure error
	for m := 3; m <= 256; m++ {
		l.Regime, l.JohnsonM = regime, m
		report, err := Analyze(l)
		if err != nil {
			failure = err // a larger m may ask for longer traces
			continue
		}
		if best.Parts == nil || report.Bits() > best.Bits() {
			best = report
		}
	}
	if best.Parts == nil {
		return Report{}, failure
	}
	return best, nil
}

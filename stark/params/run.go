package params

import (
	"fmt"
	"math"
)

// RunBits is the provable bits of a run: so many proofs of one layer that are accepted
// together. Every proof is a chance to be wrong, so the errors that occur in each proof are
// added up: log2(proofs) bits less, and never below zero. The global challenge is drawn once, and the errors
// of the hash bound all work of an attacker at once: these parts stay as they are.
//
// This is the error of a verifier who draws the challenges himself. Against a prover who
// has to hash for them the sum counts twice: a hash extends the transcript of one proof only, so
// that T hashes over all proofs succeed with probability about T * 2^-b with the b of
// [Report.Bits]. A run claims no more than RunBits all the same. The error is Check's, or says
// that there is no proof.
func RunBits(l Layer, proofs int) (float64, error) {
	if proofs < 1 {
		return 0, fmt.Errorf("run bits: %d proofs", proofs)
	}
	report, err := Analyze(l)
	if err != nil {
		return 0, err
	}
	bits := math.Inf(1)
	for _, part := range report.Parts {
		switch part.Name {
		case PartGlobal, PartCollision, PartSponge:
			bits = min(bits, part.Bits)
		default:
			bits = min(bits, part.Bits-math.Log2(float64(proofs)))
		}
	}
	return max(bits, 0), nil // an error above one says nothing
}

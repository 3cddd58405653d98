package verifier

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// checkBalance checks that the local lookups add up to zero and the permutations multiply
// to one, with the external messages, and returns the sum of the global lookups.
func checkBalance(key *proof.Key, d *drawn, external []logup.Message, p *proof.Proof) (global ext.E6, err error) {
	sum, put, taken, err := logup.Totals(external, d.challenges[air.LocalAlpha], d.challenges[air.LocalBeta])
	if err != nil {
		// Messages were checked: a denominator is zero.
		return ext.E6{}, fmt.Errorf("%w: %w", err, ErrInvalidProof)
	}
	for i := range key.Tables {
		t := &key.Tables[i]
		exposed := p.Exposed[t.ExposedAt:]
		if t.Has(logup.Local) {
			sum = sum.Add(exposed[t.Exposed[logup.Local]])
		}
		if t.Has(logup.Global) {
			global = global.Add(exposed[t.Exposed[logup.Global]])
		}
		if t.Has(logup.Product) {
			put = put.Mul(exposed[t.Exposed[logup.Product]])
		}
	}
	if !sum.IsZero() {
		return ext.E6{}, fmt.Errorf("balance: local lookups do not add up to zero: %w", ErrInvalidProof)
	}
	if put != taken { // no factor of taken is zero
		return ext.E6{}, fmt.Errorf("balance: permutations do not multiply to one: %w", ErrInvalidProof)
	}
	return global, nil
}

package verifier

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/fri"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// ErrInvalidProof is wrapped by every rejection. It is the one of package proof.
var ErrInvalidProof = proof.ErrInvalidProof

// Verify checks a proof and returns the sum of its global lookups, which is zero in
// a system without shared chips; global is ignored there.
func Verify(key *proof.Key, context, publics []field.Element, global proof.Global, external []logup.Message, p *proof.Proof) (ext.E6, error) {
	return VerifyRecorded(key, context, publics, global, external, p, nil)
}

// VerifyRecorded is Verify with a recorder of the second transcript, for tests that
// compare it with the prover's or a circuit's.
func VerifyRecorded(key *proof.Key, context, publics []field.Element, global proof.Global, external []logup.Message,
	p *proof.Proof, recorder transcript.Recorder,
) (ext.E6, error) {
	if err := checkCaller(key, context, publics, global, external); err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	if err := key.CheckForm(p); err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	d, err := draw(key, context, publics, global, p, recorder)
	if err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	sum, err := checkBalance(key, d, external, p)
	if err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	if err := checkConstraints(key, publics, d, p); err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	if err := checkOpenings(key, d.fri.Indices, p); err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	if err := key.Plan.VerifyQueries(d.fri, p.FRI, deepValues(key, d, p)); err != nil {
		return ext.E6{}, fmt.Errorf("verify: %w", err)
	}
	return sum, nil
}

// drawn is everything the transcripts gave.
type drawn struct {
	zeta0      ext.E6
	challenges [air.NumChallenges]ext.E6
	lambda     ext.E6
	zeta       ext.E6
	mu         ext.E6
	fri        *fri.Challenges
}

func draw(key *proof.Key, context, publics []field.Element, global proof.Global, p *proof.Proof, r transcript.Recorder) (*drawn, error) {
	d := &drawn{}
	if key.HasShared() {
		d.zeta0 = proof.Pass1(key, context, publics, p.Shared.Cap)
	}
	t := proof.NewRecordedPass2(key, context, publics, p.Shared, global, r)
	d.challenges = t.Main(p.MainCap)
	d.lambda = t.Permutation(p.PermutationCap, p.Exposed)
	d.zeta = t.Quotient(p.QuotientCap)
	d.mu = t.Claims(p.Claims)
	var err error
	d.fri, err = key.Plan.VerifyCommit(t.FRI(), p.FRI)
	return d, err
}

// checkCaller refuses statements that no key has. Words of p and more would be second
// representations of values in the transcript.
func checkCaller(key *proof.Key, context, publics []field.Element, global proof.Global, external []logup.Message) error {
	if len(publics) != key.Publics {
		return fmt.Errorf("%d public values, want %d", len(publics), key.Publics)
	}
	values := append(append([]field.Element{}, context...), publics...)
	values = append(append(append(values, global.Digest[:]...), global.Alpha[:]...), global.Beta[:]...)
	for _, x := range values {
		if x >= field.Modulus {
			return fmt.Errorf("statement: %w", field.ErrNotCanonical)
		}
	}
	for i := range external {
		m := &external[i]
		if bus, ok := key.Buses[m.Bus.ID]; !ok || bus != m.Bus || bus.Global {
			return fmt.Errorf("external message %d: %q is not a local bus of the system", i, m.Bus.Name)
		}
		if err := m.Check(); err != nil {
			return fmt.Errorf("external message %d: %w", i, err)
		}
	}
	if n := key.LocalEntries + uint64(len(external)); n > uint64(key.Layer.BusEntriesMax) {
		return fmt.Errorf("%d entries of local buses, at most %d", n, key.Layer.BusEntriesMax)
	}
	return nil
}

package proof

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// SharedPart is the result of the first pass: the commitment to the columns of the shared
// chips and their evaluations at zeta0, in the order of the columns of the tree. Both are
// empty in a system without shared chips.
type SharedPart struct {
	Cap  merkle.Cap
	Pins []ext.E6
}

// Global is what all proofs of a run share. The caller derives it from the statement
// and the Shared of all proofs. It is ignored in a system without shared chips.
type Global struct {
	Digest      sponge.Digest
	Alpha, Beta ext.E6
}

// Pass1 is the first pass: the point zeta0 for the commitment to the shared columns.
// Nothing is drawn after the pins; the second pass and the caller's Global absorb them.
func Pass1(key *Key, context, publics []field.Element, sharedCap merkle.Cap) (zeta0 ext.E6) {
	tr := transcript.New("ashlar-pass1-v1")
	absorbStatement(tr, key, context, publics)
	tr.Label("shared cap")
	tr.Digests(sharedCap...)
	return outside(tr)
}

func absorbStatement(tr *transcript.Transcript, key *Key, context, publics []field.Element) {
	tr.Label("key")
	tr.Digests(key.Digest)
	tr.Label("context")
	tr.Elements(context...)
	tr.Label("public values")
	tr.Elements(publics...)
}

// outside draws a point that is not in the base field, and so in no domain.
func outside(tr *transcript.Transcript) ext.E6 {
	for {
		if z := tr.Extension(); !inBase(z) {
			return z
		}
	}
}

func inBase(z ext.E6) bool { return z == ext.FromBase(z[0]) }

// Pass2 is the transcript of a proof. Its methods are called once each, in the order in
// which they stand here; what they return depends on everything given before.
type Pass2 struct {
	tr     *transcript.Transcript
	global Global
}

// NewPass2 absorbs the statement and, in a system with shared chips, the first pass.
func NewPass2(key *Key, context, publics []field.Element, shared SharedPart, global Global) *Pass2 {
	return newPass2(key, context, publics, shared, global, nil)
}

// NewRecordedPass2 is NewPass2 with a recorder, for tests that compare two sides.
func NewRecordedPass2(key *Key, context, publics []field.Element, shared SharedPart, global Global, r transcript.Recorder) *Pass2 {
	return newPass2(key, context, publics, shared, global, r)
}

func newPass2(key *Key, context, publics []field.Element, shared SharedPart, global Global, r transcript.Recorder) *Pass2 {
	t := &Pass2{tr: transcript.New("ashlar-proof-v1")}
	t.tr.SetRecorder(r)
	absorbStatement(t.tr, key, context, publics)
	if key.HasShared() {
		t.global = global
		t.tr.Label("shared cap")
		t.tr.Digests(shared.Cap...)
		t.tr.Label("pins")
		t.tr.Extensions(shared.Pins...)
		t.tr.Label("global challenge")
		t.tr.Digests(global.Digest)
		t.tr.Extensions(global.Alpha, global.Beta)
	}
	return t
}

// Main absorbs the cap of the main columns and returns the challenges of the graph, by
// air's indices.
func (t *Pass2) Main(mainCap merkle.Cap) (challenges [air.NumChallenges]ext.E6) {
	t.tr.Label("main cap")
	t.tr.Digests(mainCap...)
	challenges[air.LocalAlpha] = t.tr.Extension()
	challenges[air.LocalBeta] = t.tr.Extension()
	challenges[air.Gamma] = t.tr.Extension()
	challenges[air.GlobalAlpha] = t.global.Alpha
	challenges[air.GlobalBeta] = t.global.Beta
	return challenges
}

// Permutation absorbs the cap of the permutation columns and the exposed values and
// returns lambda, which combines the constraints.
func (t *Pass2) Permutation(permutationCap merkle.Cap, exposed []ext.E6) (lambda ext.E6) {
	t.tr.Label("permutation cap")
	t.tr.Digests(permutationCap...)
	t.tr.Label("exposed values")
	t.tr.Extensions(exposed...)
	return t.tr.Extension()
}

// Quotient absorbs the cap of the quotients and returns zeta, outside of all domains.
func (t *Pass2) Quotient(quotientCap merkle.Cap) (zeta ext.E6) {
	t.tr.Label("quotient cap")
	t.tr.Digests(quotientCap...)
	return outside(t.tr)
}

// Claims absorbs the claimed evaluations and returns mu, which combines the columns.
func (t *Pass2) Claims(claims []ext.E6) (mu ext.E6) {
	t.tr.Label("claims")
	t.tr.Extensions(claims...)
	return t.tr.Extension()
}

// FRI returns the transcript for package fri, which goes on with it.
func (t *Pass2) FRI() *transcript.Transcript { return t.tr }

package verifier

import (
	"bytes"
	"context"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/prover"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// Package prover and the slow prover of these tests, written apart from docs/proving.md,
// make the same bytes.
func TestProversAgree(t *testing.T) {
	for _, layer := range layers {
		for name, make := range toys {
			s := make(t, insecure(), layer)
			want, global, log := s.prove(t)
			p, err := prover.New(context.Background(), s.key, s.fixed, prover.Options{Workers: 2})
			if err != nil {
				t.Fatalf("%s, %s: %v", name, layer, err)
			}
			in := &prover.Input{Context: s.context, Publics: s.publics, Main: s.main, External: s.external, Global: global}
			shared, err := p.CommitShared(context.Background(), in, prover.Options{Workers: 2})
			if err != nil {
				t.Fatalf("%s, %s: %v", name, layer, err)
			}
			if s.key.HasShared() && globalOf(shared) != global {
				t.Errorf("%s, %s: first passes differ", name, layer)
			}
			seen := &transcript.Log{}
			got, err := p.Prove(context.Background(), in, prover.Options{Workers: 2, Check: true, Recorder: seen})
			if err != nil {
				t.Fatalf("%s, %s: %v", name, layer, err)
			}
			if err := log.Compare(seen); err != nil {
				t.Errorf("%s, %s: %v", name, layer, err)
			}
			if !bytes.Equal(s.key.AppendProof(nil, got), s.key.AppendProof(nil, want)) {
				t.Errorf("%s, %s: proofs differ", name, layer)
			}
			if _, err := Verify(s.key, s.context, s.publics, global, s.external, got); err != nil {
				t.Errorf("%s, %s: %v", name, layer, err)
			}
		}
	}
}

// A system without shared chips ignores the global challenge, in both roles.
func TestGlobalIsIgnoredWithoutSharedChips(t *testing.T) {
	s := plain(t, insecure(), leaf)
	p, _, _ := s.prove(t)
	other := globalOf(proof.SharedPart{})
	other.Alpha[0]++
	if err := s.verify(p, other); err != nil {
		t.Error(err)
	}
}

// The real profile, with its queries and its proof of work; a nonce that solves none is
// refused.
func TestP100(t *testing.T) {
	s := everything(t, params.P100(), params.Last)
	p, err := prover.New(context.Background(), s.key, s.fixed, prover.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	in := &prover.Input{Context: s.context, Publics: s.publics, Main: s.main, External: s.external}
	shared, err := p.CommitShared(context.Background(), in, prover.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	in.Global = globalOf(shared)
	made, err := p.Prove(context.Background(), in, prover.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.verify(made, in.Global); err != nil {
		t.Fatal(err)
	}
	made.FRI.Nonce = made.FRI.Nonce.Add(field.One)
	rejected(t, "nonce", s.verify(made, in.Global), "proof of work")
}

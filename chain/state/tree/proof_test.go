package tree

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

func proofWorld(t testing.TB) (*world, *Tree) {
	w, tr := newWorld(21), &Tree{}
	for range 10 {
		writes := w.writes(10)
		w.apply(writes)
		mustUpdate(t, tr, writes)
	}
	return w, tr
}

func TestProofs(t *testing.T) {
	w, tr := proofWorld(t)
	root := tr.Root()
	present, absent := 0, 0
	for _, k := range w.keys {
		p, err := tr.Prove(k)
		if err != nil {
			t.Fatal(err)
		}
		wire := p.Encode()
		if len(wire) > MaxProofBytes {
			t.Fatalf("proof of %d bytes", len(wire))
		}
		back, err := DecodeProof(wire)
		if err != nil {
			t.Fatal(err)
		}
		got, ok, err := VerifyProof(root, k, back)
		want, has := w.set[k]
		if err != nil || ok != has || got != want {
			t.Fatalf("verify: %v %v", ok, err)
		}
		if has {
			present++
		} else {
			absent++
		}
	}
	if present == 0 || absent == 0 {
		t.Fatal("one of the two kinds of proof was not met")
	}
}

func TestVerifyRefuses(t *testing.T) {
	w, tr := proofWorld(t)
	root := tr.Root()
	refused := func(what string, root Digest, k Key, p *Proof) {
		t.Helper()
		if _, _, err := VerifyProof(root, k, p); !errors.Is(err, ErrInvalidProof) {
			t.Fatalf("%s: got %v, want ErrInvalidProof", what, err)
		}
	}
	for _, k := range w.keys[:6] {
		p, err := tr.Prove(k)
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Siblings {
			for j := range p.Siblings[i] {
				bad := *p
				bad.Siblings = append([]Digest(nil), p.Siblings...)
				bad.Siblings[i][j] = bad.Siblings[i][j].Add(field.One)
				refused("changed sibling", root, k, &bad)
			}
		}
		for j := range root {
			bad := root
			bad[j] = bad[j].Add(field.One)
			refused("changed root", bad, k, p)
		}
		if n := len(p.Siblings); n > 0 {
			refused("missing sibling", root, k, &Proof{Siblings: p.Siblings[:n-1], Terminal: p.Terminal})
			refused("missing top", root, k, &Proof{Siblings: p.Siblings[1:], Terminal: p.Terminal})
			refused("other key", root, flipped(k, 0), p)
		}
		refused("added sibling", root, k, &Proof{Siblings: append(p.Siblings[:len(p.Siblings):len(p.Siblings)], Digest{}), Terminal: p.Terminal})
		if p.Terminal == nil {
			e := Entry{Key: k, Kind: SlotLeaf, Value: [32]byte{1}}
			refused("claimed leaf", root, k, &Proof{Siblings: p.Siblings, Terminal: &e})
			continue
		}
		refused("hidden leaf", root, k, &Proof{Siblings: p.Siblings})
		changed := *p.Terminal
		changed.Value[31] ^= 1
		changed.Account.Nonce ^= 1
		refused("changed leaf", root, k, &Proof{Siblings: p.Siblings, Terminal: &changed})
	}
	refused("too long", root, w.keys[0], &Proof{Siblings: make([]Digest, KeyBits+1)})
}

func flipped(k Key, bit int) Key {
	k.flip(bit)
	return k
}

func TestDecodeProofRefuses(t *testing.T) {
	w, tr := proofWorld(t)
	p, err := tr.Prove(w.keys[0])
	if err != nil {
		t.Fatal(err)
	}
	good := p.Encode()
	refused := func(what string, b []byte) {
		t.Helper()
		if _, err := DecodeProof(b); !errors.Is(err, ErrNotCanonical) {
			t.Fatalf("%s: got %v, want ErrNotCanonical", what, err)
		}
	}
	for i := range good {
		refused("cut", good[:i])
	}
	refused("trailing byte", append(bytes.Clone(good), 0))
	for i := range p.Siblings {
		bad := bytes.Clone(good)
		copy(bad[2+32*i:], []byte{0x7f, 0, 0, 1})
		refused("element p", bad)
	}
	long := (&Proof{Siblings: make([]Digest, KeyBits+1)}).Encode()
	refused("oversized", long)
	refused("empty last sibling", (&Proof{Siblings: make([]Digest, 1)}).Encode())
}

func FuzzDecodeProof(f *testing.F) {
	w, tr := proofWorld(f)
	for _, k := range w.keys[:6] {
		p, err := tr.Prove(k)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(p.Encode())
	}
	root := tr.Root()
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := DecodeProof(b)
		if err != nil {
			if !errors.Is(err, ErrNotCanonical) {
				t.Fatalf("unexpected error: %v", err)
			}
			return
		}
		if !bytes.Equal(p.Encode(), b) {
			t.Fatal("decoded proof encodes differently")
		}
		if _, _, err := VerifyProof(root, w.keys[0], p); err != nil && !errors.Is(err, ErrInvalidProof) {
			t.Fatalf("unexpected error: %v", err)
		}
	})
}

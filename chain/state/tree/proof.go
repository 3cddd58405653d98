package tree

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrInvalidProof says that a proof does not show what it should.
var ErrInvalidProof = errors.New("invalid proof")

// Proof shows what a tree holds under one key: the leaf, or that there is none because
// the path ends at nothing or at the leaf of another key.
type Proof struct {
	Siblings []Digest // from the root down; the depth is their number
	Terminal *Entry   // where the path ends; nil is the empty subtree
}

// MaxProofBytes bounds the wire form of a proof.
const MaxProofBytes = 2 + KeyBits*DigestBytes + accountEntryBytes

// Prove returns the proof for a key.
func (t *Tree) Prove(key Key) (*Proof, error) {
	p := &Proof{}
	n := t.root
	for depth := 0; n != nil && n.kind != nodeLeaf; depth++ {
		if n.kind == nodeOpaque {
			return nil, fmt.Errorf("prove at depth %d: %w", depth, ErrOpaque)
		}
		if err := n.Expand(t.source, depth, &key); err != nil {
			return nil, err
		}
		bit := key.Bit(depth)
		p.Siblings = append(p.Siblings, n.child(1-bit).Hash())
		n = n.child(bit)
	}
	if n != nil {
		e := *n.leaf
		p.Terminal = &e
	}
	return p, nil
}

// VerifyProof checks a proof against a trusted root. It returns the leaf of the key and
// true, or false when the proof shows that there is none.
func VerifyProof(root Digest, key Key, p *Proof) (Entry, bool, error) {
	depth := len(p.Siblings)
	if depth > KeyBits {
		return Entry{}, false, fmt.Errorf("%w: %d siblings", ErrInvalidProof, depth)
	}
	var digest Digest
	if p.Terminal != nil {
		if err := checkTerminal(p.Terminal, &key, depth); err != nil {
			return Entry{}, false, err
		}
		digest = p.Terminal.Hash()
	}
	for i := depth - 1; i >= 0; i-- {
		if key.Bit(i) == 0 {
			nodeHash(&digest, &digest, &p.Siblings[i])
		} else {
			nodeHash(&digest, &p.Siblings[i], &digest)
		}
	}
	if digest != root {
		return Entry{}, false, fmt.Errorf("%w: root differs", ErrInvalidProof)
	}
	if p.Terminal == nil || p.Terminal.Key != key {
		return Entry{}, false, nil
	}
	return *p.Terminal, true, nil
}

func checkTerminal(e *Entry, key *Key, depth int) error {
	if err := e.Check(); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalidProof, err)
	}
	if e.IsDeletion() {
		return fmt.Errorf("%w: leaf holds nothing", ErrInvalidProof)
	}
	if !e.Key.HasPrefix(key, depth) {
		return fmt.Errorf("%w: leaf is off the path of the key", ErrInvalidProof)
	}
	return nil
}

// Encode returns the wire form: the number of siblings (2 bytes), the siblings, and the
// terminal leaf in the form of [AppendEntry] or one zero byte.
func (p *Proof) Encode() []byte {
	b := binary.BigEndian.AppendUint16(nil, uint16(len(p.Siblings)))
	for _, s := range p.Siblings {
		digest := s.Bytes()
		b = append(b, digest[:]...)
	}
	if p.Terminal == nil {
		return append(b, tagEmpty)
	}
	return AppendEntry(b, p.Terminal)
}

// DecodeProof reads the wire form. It refuses what no tree proves: too many siblings,
// a last sibling that is empty (the path would end above it), words that are not
// canonical, missing and trailing bytes.
func DecodeProof(b []byte) (*Proof, error) {
	p, err := decodeProof(b)
	if err != nil {
		return nil, fmt.Errorf("decode proof: %w", err)
	}
	return p, nil
}

func decodeProof(b []byte) (*Proof, error) {
	if len(b) < 2 {
		return nil, fmt.Errorf("%w: length is cut off", ErrNotCanonical)
	}
	n := int(binary.BigEndian.Uint16(b))
	if b = b[2:]; n > KeyBits || len(b) < n*DigestBytes {
		return nil, fmt.Errorf("%w: %d siblings in %d bytes", ErrNotCanonical, n, len(b))
	}
	p := &Proof{Siblings: make([]Digest, n)}
	for i := range p.Siblings {
		var err error
		if p.Siblings[i], err = DecodeDigest([DigestBytes]byte(b[:DigestBytes])); err != nil {
			return nil, fmt.Errorf("sibling %d: %w", i, err)
		}
		b = b[DigestBytes:]
	}
	if n > 0 && p.Siblings[n-1].IsZero() {
		return nil, fmt.Errorf("%w: last sibling is empty", ErrNotCanonical)
	}
	if len(b) == 1 && b[0] == tagEmpty {
		return p, nil
	}
	terminal, rest, err := ConsumeEntry(b)
	if err != nil {
		return nil, err
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("%w: %d bytes after the end", ErrNotCanonical, len(rest))
	}
	p.Terminal = terminal
	return p, nil
}

package machine

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/stark/air"
)

// chips is the SHA-256 of all that the meaning of a proof depends on in the chips of the three
// systems. It tells builds apart at little cost; what binds chips to a proof are the digests of
// keys, which absorb them with the columns of their interactions.
func (d *Definition) chips() [sha256.Size]byte {
	h := sha256.New()
	for kind := range d.Systems {
		s := &d.Systems[kind]
		h.Write(appendWords(appendName(nil, s.Name), s.Publics, len(s.Chips)))
		for _, c := range s.Chips {
			h.Write(chip(c))
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// chip is an injective encoding: every list stands behind its length.
func chip(c *air.Chip) []byte {
	b := make([]byte, 0, 24*len(c.Nodes)+1<<10)
	b = appendWords(appendName(b, c.Name), bit(c.Shared), len(c.Main), len(c.Fixed), len(c.Nodes))
	for _, n := range c.Nodes {
		b = appendWords(b, int(n.Op), int(n.Index), int(n.Rotation), int(n.A), int(n.B), int(n.Value))
	}
	b = appendWords(b, len(c.Constraints))
	for _, x := range c.Constraints {
		b = appendWords(b, int(x.When), int(x.Node))
	}
	b = appendWords(b, len(c.Interactions))
	for _, x := range c.Interactions {
		b = appendWords(b, int(x.Bus.ID), int(x.Bus.Kind), bit(x.Bus.Global), x.Bus.Width, bit(x.Direction == air.Take), int(x.Multiplicity), len(x.Tuple))
		for _, node := range x.Tuple {
			b = appendWords(b, int(node))
		}
	}
	return b
}

func appendName(b []byte, s string) []byte { return append(appendWords(b, len(s)), s...) }

// appendWords appends numbers of 32 bits.
func appendWords(b []byte, xs ...int) []byte {
	for _, x := range xs {
		b = binary.LittleEndian.AppendUint32(b, uint32(x))
	}
	return b
}

func bit(set bool) int {
	if set {
		return 1
	}
	return 0
}

package fri

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// TestFlippedBytesAreRejected flips a bit in sampled bytes, all regions included: caps, final
// polynomial, nonce, rows and paths of every layer.
func TestFlippedBytesAreRejected(t *testing.T) {
	p, words, proof := sample(t, layerOf(t, params.InsecureDevName, params.LeafHalf))
	wire := encode(p, proof)
	for at := 0; at < len(wire); at += 11 {
		bad := bytes.Clone(wire)
		bad[at] ^= 1 << (at % 8)
		decoded, err := p.DecodeProof(bad)
		if err == nil {
			err = verify(p, newTranscript(), decoded, words)
		}
		rejected(t, err, "")
	}
}

// TestNonCanonicalBytesAreRejected writes p, and the value plus p, over elements.
func TestNonCanonicalBytesAreRejected(t *testing.T) {
	p, _, proof := sample(t, layerOf(t, params.InsecureDevName, params.LeafHalf))
	wire := encode(p, proof)
	for at := 0; at < len(wire); at += 4 * 5 {
		value := binary.BigEndian.Uint32(wire[at:])
		for _, bad := range []uint32{field.Modulus, value + field.Modulus, 0xffffffff} {
			changed := bytes.Clone(wire)
			binary.BigEndian.PutUint32(changed[at:], bad)
			_, err := p.DecodeProof(changed)
			rejected(t, err, "canonical")
		}
	}
}

func TestTruncatedAndLongAreRejected(t *testing.T) {
	p, _, proof := sample(t, layerOf(t, params.InsecureDevName, params.LeafHalf))
	wire := encode(p, proof)
	for n := 0; n < len(wire); n += 97 {
		_, err := p.DecodeProof(wire[:n])
		rejected(t, err, "bytes, want")
	}
	for _, bad := range [][]byte{wire[:len(wire)-1], append(bytes.Clone(wire), 0), nil} {
		_, err := p.DecodeProof(bad)
		rejected(t, err, "bytes, want")
	}
}

// FuzzDecodeProof: whatever decodes encodes to the same bytes, and nothing but the honest
// proof is accepted.
func FuzzDecodeProof(f *testing.F) {
	p, words, proof := sample(f, layerOf(f, params.InsecureDevName, params.Last))
	wire := encode(p, proof)
	f.Add(wire)
	f.Add(make([]byte, len(wire)))
	f.Add(wire[:len(wire)-1])
	f.Add(append(bytes.Repeat([]byte{0x7f}, 40), wire[40:]...))
	f.Fuzz(func(t *testing.T, b []byte) {
		decoded, err := p.DecodeProof(b)
		if err != nil {
			rejected(t, err, "")
			return
		}
		if !bytes.Equal(encode(p, decoded), b) {
			t.Fatal("decoded and encoded to other bytes")
		}
		if err := verify(p, newTranscript(), decoded, words); err != nil {
			rejected(t, err, "")
		} else if !bytes.Equal(b, wire) {
			t.Fatal("another proof is accepted")
		}
	})
}

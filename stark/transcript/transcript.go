// Package transcript is the Fiat-Shamir transcript: a duplex sponge over the width-24
// Poseidon2 permutation P with rate 16 and capacity 8, shared by prover and verifier.
//
// In: statement fields, digests, elements and bytes, in the order of the protocol. Out:
// challenges that depend on everything absorbed before them. Width 24 was taken over 16
// because it moves 16 elements per call instead of 8 at less than twice the cost, and because
// rows are hashed with it anyway, so a circuit needs one chip for both.
//
// # Encoding
//
// Everything absorbed becomes one stream of elements. An item is a header element
// kind*2^24 + length followed by its payload; kinds start at one, so a header is never
// zero. Bytes are packed three to an element, little endian, the last one filled with
// zeros. Items above 65535 units go in several pieces, all but the last with the
// continuation bit in the header. Hence two different lists of items never give the same
// stream, however they are cut.
//
// # Duplex
//
//	start    state = (0^16, TranscriptDomain, 0^7)
//	absorb   16 pending elements and one more to come: state[0..16] = pending; P(state)
//	squeeze  with k pending elements: state[0..16] = pending, 0^(16-k);
//	         state[17] += 1; P(state); state[0..16] are up to 16 challenges
//
// Absorbing throws away challenges that were not taken yet (observe before challenge).
// The one in the capacity tells the two kinds of calls apart; k need not be told, because
// squeezing never happens inside an item and no header is zero, so zeros where a header
// should stand are filling. The sequence of calls is therefore an injective encoding of
// what was absorbed and where it was squeezed. How many challenges of a block were taken
// is not encoded: that is fixed by the protocol.
//
// With P random this is the duplex construction in overwrite mode: telling it from a
// random oracle costs about 2^123 calls. The capacity of 247.9 bits gives half of that
// (Bertoni et al., Duplexing the Sponge, 2011); the one that an attacker may have added or
// not makes three differences of capacities useful instead of one, below 0.8 bits.
//
// Elements are expected in [0, p), which the decoders of the field guarantee. Nothing
// here depends on a clock, a random source or the length claimed by a proof; nothing
// panics on any value. The order of items is the protocol's business, see [Log] for the
// means to compare two sides. A Transcript is not safe for concurrent use.
package transcript

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// separator is the capacity element that a squeezing call adds one to.
const separator = sponge.Rate + 1

// Transcript is the state of one side. The zero value is not ready: use New.
type Transcript struct {
	state   [sponge.Width]field.Element
	pending int // elements in state[:Rate] that wait for a permutation
	ready   int // challenges in state[:Rate] that were not taken yet, at its end

	permutations int
	recorder     Recorder
}

// New starts a transcript of the named protocol, whose name is the first item.
func New(protocol string) *Transcript {
	t := &Transcript{}
	t.state[sponge.Rate] = field.New(sponge.TranscriptDomain)
	t.absorbText(KindProtocol, protocol)
	return t
}

// Clone returns an independent copy, without the recorder.
func (t *Transcript) Clone() *Transcript {
	c := *t
	c.recorder = nil
	return &c
}

// Permutations is the number of calls of P so far, the cost in a circuit.
func (t *Transcript) Permutations() int { return t.permutations }

// push puts one element of the stream into the block.
func (t *Transcript) push(x field.Element) {
	t.ready = 0
	if t.pending == sponge.Rate {
		t.permute()
	}
	t.state[t.pending] = x
	t.pending++
}

// squeeze returns the next challenge element.
func (t *Transcript) squeeze() field.Element {
	if t.ready == 0 {
		clear(t.state[t.pending:sponge.Rate])
		t.state[separator] = t.state[separator].Add(field.One)
		t.permute()
		t.ready = sponge.Rate
	}
	x := t.state[sponge.Rate-t.ready]
	t.ready--
	return x
}

func (t *Transcript) permute() {
	poseidon2.Permute24(&t.state)
	t.pending = 0
	t.permutations++
}

// Command selftest is a guest that makes the accelerator calls its input asks for
// and commits to the SHA-256 of all results. Its tests compare the machine with
// the portable fallback.
//
//	in   calls, one after the other: number of the function (8 bytes), then its arguments as little-endian words
//	out  SHA-256 of all results
package main

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"github.com/ashlar-labs/ashlar/guest"
	"github.com/ashlar-labs/ashlar/guest/accel"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// Functions that a call may name.
const (
	mulMod = iota
	squareMod
	divMod
	invMod
	add
	double
	compress16
	compress24
	keccak
	copyWords
	setWords
	elements
	permute
)

func main() { guest.Main(run) }

func run(input []byte) (out [32]byte) {
	c := &calls{rest: input, results: sha256.New()}
	for len(c.rest) > 0 {
		c.one()
	}
	c.results.Sum(out[:0])
	return out
}

type calls struct {
	rest    []byte
	results hash.Hash
}

func (c *calls) word() uint64 {
	w := binary.LittleEndian.Uint64(c.rest)
	c.rest = c.rest[8:]
	return w
}

func (c *calls) words(n int) []uint64 {
	w := make([]uint64, n)
	for i := range w {
		w[i] = c.word()
	}
	return w
}

func (c *calls) number() *[4]uint64 { return (*[4]uint64)(c.words(4)) }
func (c *calls) point() *[8]uint64  { return (*[8]uint64)(c.words(8)) }

func (c *calls) result(w []uint64) {
	for _, v := range w {
		c.results.Write(binary.LittleEndian.AppendUint64(nil, v))
	}
}

func (c *calls) one() {
	var four [4]uint64
	var eight [8]uint64
	switch c.word() {
	case mulMod:
		accel.MulMod256(&four, c.number(), c.number(), c.number())
		c.result(four[:])
	case squareMod:
		x := c.number()
		accel.SquareMod256(x, c.number(), c.word())
		c.result(x[:])
	case divMod:
		accel.DivMod256(&eight, c.number(), c.number())
		c.result(eight[:])
	case invMod:
		accel.InvMod256(&four, c.number(), c.number())
		c.result(four[:])
	case add:
		accel.Secp256k1Add(&eight, c.point(), c.point())
		c.result(eight[:])
	case double:
		p := c.point()
		accel.Secp256k1Double(p, c.word())
		c.result(p[:])
	default:
		panic("unknown function")
	case compress16:
		accel.Poseidon2Compress16(&four, c.point())
		c.result(four[:])
	case compress24:
		accel.Poseidon2Compress24(&four, (*[12]uint64)(c.words(12)))
		c.result(four[:])
	case keccak:
		c.keccak(int(c.word()), int(c.word()), int(c.word()))
	case copyWords:
		c.copyWords(int(c.word()), int(c.word()), int(c.word()))
	case permute:
		state := [25]uint64(c.words(25))
		accel.KeccakF1600(&state)
		c.result(state[:])
	case elements:
		c.elements(c.word())
	case setWords:
		w := make([]uint64, c.word())
		accel.Set(w, c.word())
		c.result(w)
	}
}

// keccak hashes n bytes that start off bytes into a word, to a place with offset to.
func (c *calls) keccak(n, off, to int) {
	message := make([]byte, off+n)
	copy(message[off:], c.rest)
	c.rest = c.rest[n:]
	out := make([]byte, to+40)
	accel.Keccak256To((*[32]byte)(out[to:to+32]), message[off:])
	c.results.Write(out)
	h := accel.Keccak256(message[off:])
	c.results.Write(h[:])
}

// copyWords copies n words within a buffer of their own.
func (c *calls) copyWords(n, to, from int) {
	w := make([]uint64, n+max(to, from))
	for i := range w {
		w[i] = uint64(i)
	}
	accel.Copy(w[to:], w[from:from+n])
	c.result(w)
}

// elements calls the functions of package poseidon2 on arrays that begin at a cell
// or in the middle of one: bits of odd say which.
func (c *calls) elements(odd uint64) {
	buffer := make([]field.Element, 80)
	place := func(bit, at int) []field.Element { return buffer[at+int(odd>>bit&1):] }
	out, left, right := place(0, 0), place(1, 10), place(2, 20)
	for i, w := range c.words(24) {
		left[i%8], right[i] = field.New(w), field.New(w>>7)
	}
	digest := (*[8]field.Element)(out)
	poseidon2.CompressPair(digest, (*[8]field.Element)(left), (*[8]field.Element)(right))
	c.digest(digest)
	*digest = poseidon2.Compress16((*[16]field.Element)(right))
	c.digest(digest)
	*digest = poseidon2.Compress24((*[24]field.Element)(right))
	c.digest(digest)
	poseidon2.CompressPair(digest, digest, digest)
	c.digest(digest)
}

func (c *calls) digest(d *[8]field.Element) {
	for _, e := range d {
		b := e.Bytes()
		c.results.Write(b[:])
	}
}

package tree

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

const (
	// DigestBytes is the length of the wire form of a digest and of a key.
	DigestBytes = 32
	// KeyBits is the length of a key and the largest depth of a leaf.
	KeyBits = 8 * field.Bits
)

// The last element of each width-24 input.
const (
	tagAccountKey uint64 = iota + 1
	tagSlotKey
	tagRecord
	tagAccountLeaf
	tagSlotLeaf
)

// ErrNotCanonical says that bytes are not the unique encoding of anything.
var ErrNotCanonical = errors.New("encoding is not canonical")

// Digest is a hash of a subtree.
type Digest [8]field.Element

// Key is the position of a leaf: eight canonical words, each below p.
type Key [8]uint32

func (d *Digest) packed() poseidon2.Packed { return poseidon2.Pack((*[8]field.Element)(d)) }

// Bytes returns the wire form.
func (d Digest) Bytes() (out [DigestBytes]byte) {
	for i, e := range d {
		binary.BigEndian.PutUint32(out[4*i:], e.Uint32())
	}
	return out
}

// IsZero reports whether d is the digest of the empty tree.
func (d Digest) IsZero() bool { return d == Digest{} }

// DecodeDigest reads a wire form and refuses words that are not below p.
func DecodeDigest(b [DigestBytes]byte) (d Digest, err error) {
	for i := range d {
		if d[i], err = field.FromCanonical(binary.BigEndian.Uint32(b[4*i:])); err != nil {
			return Digest{}, fmt.Errorf("%w: digest element %d", ErrNotCanonical, i)
		}
	}
	return d, nil
}

// Bytes returns the wire form. Its order as bytes is the order of leaves in the tree.
func (k Key) Bytes() (out [DigestBytes]byte) {
	for i, w := range k {
		binary.BigEndian.PutUint32(out[4*i:], w)
	}
	return out
}

// Bit returns bit i of the path to the key, for i < KeyBits.
func (k *Key) Bit(i int) uint32 { return k[i/field.Bits] >> (field.Bits - 1 - i%field.Bits) & 1 }

// Compare orders keys as leaves stand in the tree.
func (k *Key) Compare(o *Key) int {
	for i := range k {
		if k[i] != o[i] {
			if k[i] < o[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// DecodeKey reads a wire form and refuses words that are not below p.
func DecodeKey(b [DigestBytes]byte) (k Key, err error) {
	for i := range k {
		if k[i] = binary.BigEndian.Uint32(b[4*i:]); k[i] >= field.Modulus {
			return Key{}, fmt.Errorf("%w: key element %d", ErrNotCanonical, i)
		}
	}
	return k, nil
}

// AccountKey returns the key of an account.
func AccountKey(addr [20]byte) (k Key) {
	k.setAccount(&addr)
	return k
}

// SlotKey returns the key of a storage slot.
func SlotKey(addr [20]byte, slot [32]byte) (k Key) {
	k.setSlot(&addr, &slot)
	return k
}

func (k *Key) setAccount(addr *[20]byte) {
	var x [24]field.Element
	packAddress((*[6]field.Element)(x[:6]), addr)
	k.set(&x, tagAccountKey)
}

func (k *Key) setSlot(addr *[20]byte, slot *[32]byte) {
	var x [24]field.Element
	packAddress((*[6]field.Element)(x[:6]), addr)
	packWord((*[9]field.Element)(x[6:15]), slot)
	k.set(&x, tagSlotKey)
}

func (k *Key) set(x *[24]field.Element, tag uint64) {
	x[23] = element(tag)
	out := poseidon2.Compress24(x)
	for i, e := range &out {
		k[i] = e.Uint32()
	}
}

// nodeHash sets out to node(l, r).
func nodeHash(out, l, r *Digest) {
	poseidon2.CompressPair((*[8]field.Element)(out), (*[8]field.Element)(l), (*[8]field.Element)(r))
}

// emptyCodeHash is what most accounts have.
var emptyCodeHash = func() (out [9]field.Element) {
	packWord(&out, (*[32]byte)(&state.EmptyCodeHash))
	return out
}()

func recordHash(a *state.Account) Digest {
	var x [24]field.Element
	packUint64((*[3]field.Element)(x[0:3]), a.Nonce)
	pack256((*[9]field.Element)(x[3:12]), a.Balance[3], a.Balance[2], a.Balance[1], a.Balance[0])
	if a.CodeLen == 0 && a.CodeHash == state.EmptyCodeHash {
		*(*[9]field.Element)(x[12:21]) = emptyCodeHash
	} else {
		packWord((*[9]field.Element)(x[12:21]), (*[32]byte)(&a.CodeHash))
	}
	packUint32((*[2]field.Element)(x[21:23]), a.CodeLen)
	x[23] = element(tagRecord)
	return poseidon2.Compress24(&x)
}

// Hash returns the digest of a leaf.
func (e *Entry) Hash() Digest {
	var out poseidon2.Packed
	e.hash(&out)
	return out.Unpack()
}

func (e *Entry) hash(out *poseidon2.Packed) {
	var x [24]field.Element
	for i, w := range &e.Key {
		x[i] = element(uint64(w))
	}
	tag := tagSlotLeaf
	if e.Kind == AccountLeaf {
		record := recordHash(&e.Account)
		copy(x[8:16], record[:])
		tag = tagAccountLeaf
	} else {
		packWord((*[9]field.Element)(x[8:17]), &e.Value)
	}
	x[23] = element(tag)
	poseidon2.CompressPacked24(out, &x)
}

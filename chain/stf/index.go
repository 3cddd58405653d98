package stf

import (
	"cmp"
	"encoding/binary"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// words is a key as big-endian 64-bit words, so that the order of words is the order of bytes. Addresses and slot numbers are read once into words, because byte arrays are copied and compared byte by byte on the guest's machine.
type words [4]uint64

func addressWords(a *common.Address) words {
	return words{binary.BigEndian.Uint64(a[0:]), binary.BigEndian.Uint64(a[8:]), uint64(binary.BigEndian.Uint32(a[16:]))}
}

func hashWords(h *common.Hash) words {
	return words{binary.BigEndian.Uint64(h[0:]), binary.BigEndian.Uint64(h[8:]), binary.BigEndian.Uint64(h[16:]), binary.BigEndian.Uint64(h[24:])}
}

// hash returns the slot number whose words these are.
func (w *words) hash() (h common.Hash) {
	for i, v := range w {
		binary.BigEndian.PutUint64(h[8*i:], v)
	}
	return h
}

// byteLen is the number of bytes without leading zeros.
func (w *words) byteLen() int {
	for i, v := range w {
		if v != 0 {
			return (bits.Len64(v)+7)/8 + 8*(len(w)-1-i)
		}
	}
	return 0
}

// compare orders keys as their bytes.
func (w *words) compare(v *words) int {
	for i := range w {
		if w[i] != v[i] {
			return cmp.Compare(w[i], v[i])
		}
	}
	return 0
}

// index finds things by words: open addressing with linear probing, at most half full, never shrinking. It replaces Go's map, whose hashing of unaligned keys dominates the guest's
// time. Who does not know the seed cannot choose keys that collide; no result depends on it, since nothing iterates over an index
// but to clear it.
type index[T any] struct {
	seed  uint64
	slots []indexSlot[T]
	used  int
}

type indexSlot[T any] struct {
	key   words
	value *T
}

// seedOf is a seed that no transaction in the blocks can know, and that the guest finds as the node does: a hash of them all, signatures included. A contract that knew it (as it knows every
// past block hash) could fill an index with keys that collide, at a cost that grows with the square of their number.
func seedOf(blocks []*rollup.Block) uint64 {
	var raws [][]byte
	for _, b := range blocks {
		raws = append(raws, b.Txs...)
	}
	sum := crypto.Keccak256Hash(raws...)
	return binary.LittleEndian.Uint64(sum[:])
}

func (x *index[T]) position(key *words) uint64 {
	h := x.seed
	for _, w := range key {
		hi, lo := bits.Mul64(h^w, 0x9e3779b97f4a7c15)
		h = hi ^ lo
	}
	return h
}

// find returns the value of key, nil when there is none.
func (x *index[T]) find(key *words) *T {
	if x.used == 0 {
		return nil
	}
	mask := uint64(len(x.slots) - 1)
	for i := x.position(key) & mask; ; i = (i + 1) & mask {
		s := &x.slots[i]
		if s.value == nil || s.key == *key {
			return s.value
		}
	}
}

// insert adds a value for a key that is not there.
func (x *index[T]) insert(key *words, value *T) {
	if 2*(x.used+1) > len(x.slots) {
		old := x.slots
		x.slots = make([]indexSlot[T], max(8, 2*len(old)))
		for i := range old {
			if old[i].value != nil {
				x.place(&old[i].key, old[i].value)
			}
		}
	}
	x.place(key, value)
	x.used++
}

func (x *index[T]) place(key *words, value *T) {
	mask := uint64(len(x.slots) - 1)
	i := x.position(key) & mask
	for x.slots[i].value != nil {
		i = (i + 1) & mask
	}
	x.slots[i] = indexSlot[T]{*key, value}
}

package stf

import (
	"encoding/binary"
	"math/bits"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// index finds things by their raw key: open addressing with linear probing, at most half full, never shrinking. It replaces Go's map, whose hashing of unaligned keys dominates the guest's
// time. Who does not know the seed cannot choose keys that collide; no result depends on it, since nothing iterates over an index
// but to clear it.
type index[T any] struct {
	seed  uint64
	slots []indexSlot[T]
	used  int
}

type indexSlot[T any] struct {
	key   rawKey
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

func (x *index[T]) position(key *rawKey) uint64 {
	h := x.seed
	for _, w := range key {
		hi, lo := bits.Mul64(h^w, 0x9e3779b97f4a7c15)
		h = hi ^ lo
	}
	return h
}

// find returns the value of key, nil when there is none.
func (x *index[T]) find(key *rawKey) *T {
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
func (x *index[T]) insert(key *rawKey, value *T) {
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

func (x *index[T]) place(key *rawKey, value *T) {
	mask := uint64(len(x.slots) - 1)
	i := x.position(key) & mask
	for x.slots[i].value != nil {
		i = (i + 1) & mask
	}
	x.slots[i] = indexSlot[T]{*key, value}
}

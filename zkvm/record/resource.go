package record

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Resource is what a segment can run out of: rows of an instruction table (its number is
// the table's; that of rom.Ecall counts halts), calls of an accelerator chip, touched
// cells, distinct rows of the ROM.
type Resource uint8

// Resources that are no instruction tables.
const (
	Keccak     Resource = Resource(rom.NumTables) + iota // calls
	Mod256                                               // calls
	Curve                                                // calls
	Poseidon16                                           // calls
	Poseidon24                                           // calls
	BlockCalls                                           // copies and fills
	BlockCells                                           // cells copied or filled
	Locals                                               // touched cells, registers included
	Programs                                             // distinct rows of the ROM

	NumResources
)

// Counts says of every resource how much a segment uses, or how much a shape offers.
type Counts [NumResources]uint32

// resourceOf is the chip of an accelerator.
func resourceOf(number uint64) Resource {
	switch number {
	case abi.EcallKeccakAbsorb:
		return Keccak
	case abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256:
		return Mod256
	case abi.EcallSecp256k1Add, abi.EcallSecp256k1Double:
		return Curve
	case abi.EcallPoseidon2x16:
		return Poseidon16
	case abi.EcallPoseidon2x24:
		return Poseidon24
	case abi.EcallMemcpy, abi.EcallMemset:
		return BlockCalls
	}
	return Resource(rom.Ecall)
}

// limits follow, for a number of shapes at once, how long a segment fits them.
type limits struct {
	shapes []Counts
	alive  []bool
	living int
	// steps is how many steps each shape holds, once it is not alive.
	steps []uint64
	// next is, for the resources that one step can use one more of, the least capacity
	// of a living shape.
	next Counts
}

func (l *limits) start(shapes []Counts) {
	l.shapes, l.living = shapes, len(shapes)
	l.alive, l.steps = make([]bool, len(shapes)), make([]uint64, len(shapes))
	for i := range l.alive {
		l.alive[i] = true
	}
	l.update()
}

// none is for a run of which it is known that it fits.
func (l *limits) none() {
	l.shapes, l.living = nil, 1
	for i := range l.next {
		l.next[i] = ^uint32(0)
	}
}

func (l *limits) update() {
	for res := range l.next {
		l.next[res] = ^uint32(0)
		for i, s := range l.shapes {
			if l.alive[i] {
				l.next[res] = min(l.next[res], s[res])
			}
		}
	}
	l.next[rom.Ecall] = 0 // every call is looked at
}

// check ends the shapes that cannot hold what comes to now, and reports whether one is
// left.
func (l *limits) check(now *Counts, steps uint64) bool {
	if l.shapes == nil {
		return true
	}
	changed := false
	for i := range l.shapes {
		if l.alive[i] && !now.fits(&l.shapes[i]) {
			l.alive[i], l.steps[i], changed = false, steps, true
			l.living--
		}
	}
	if changed {
		l.update()
	}
	return l.living > 0
}

func (c *Counts) fits(capacity *Counts) bool {
	for i, n := range c {
		if n > capacity[i] {
			return false
		}
	}
	return true
}

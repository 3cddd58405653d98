package dft

import (
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// rootOfMinusOne is RootOfUnity(2).
var rootOfMinusOne = field.RootOfUnity(2)

// table holds the first half of the powers of a root of unity of order 2^log.
type table struct {
	once   sync.Once
	powers []field.Element
}

// The tables depend on nothing but log, so one set serves every caller.
var forwardTables, inverseTables [MaxLog + 1]table

func forwardTable(log int) []field.Element {
	t := &forwardTables[log]
	t.once.Do(func() { t.powers = halfPowers(field.RootOfUnity(log), log) })
	return t.powers
}

func inverseTable(log int) []field.Element {
	t := &inverseTables[log]
	t.once.Do(func() { t.powers = halfPowers(field.RootOfUnity(log).Inv(), log) })
	return t.powers
}

func halfPowers(w field.Element, log int) []field.Element {
	out := make([]field.Element, 1<<(log-1))
	powers(out, field.One, w)
	return out
}

// powers sets dst to c, c*x, c*x^2, ... Blocks follow from the first by one product an
// element that does not wait for the one before.
func powers(dst []field.Element, c, x field.Element) {
	const block = 32
	for i := range min(block, len(dst)) {
		dst[i] = c
		c = c.Mul(x)
	}
	step := x.Exp(block)
	for i := block; i < len(dst); i++ {
		dst[i] = dst[i-block].Mul(step)
	}
}

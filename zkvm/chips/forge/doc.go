// Package forge is for the tests of instruction chips. It makes steps with their results,
// says what the rest of the machine puts on the buses for them, and looks for rows that a
// chip should refuse.
//
// [Exec] is a second reading of the ISA, apart from package rv64: a chip is tested against
// it. [Steps] makes a step of every case, independent of the others: what precedes and
// follows a step is external.
//
// [Missing] looks, for every constraint and every lookup of a chip, for a row that violates
// nothing else: evidence that each is needed. It starts from right rows and from padding,
// changes one cell, and repairs the constraints that this breaks by solving them for other
// cells, as a cheating prover would. The rest of the machine is assumed to be honest: what is
// received from memory is u16 limbs, what the ROM supplies is a row that it may have.
//
// [Attack] does the same with nothing left out and with all that a row reads fixed: a row
// that it finds gives a wrong result. Both searches are bounded: what they do not find is
// not proven to be absent.
//
// Chips that read the next row, fixed columns, public values or challenges are not
// supported.
package forge

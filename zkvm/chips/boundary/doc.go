// Package boundary has the chips where a proof of one kind meets those of the others:
// the cells that a segment touches and the rows of the ROM that it uses (chips of the
// segment system), the first and last value of every cell of a run (the boundary system),
// and the program (the program system). docs/proving.md, Segments, says how the messages
// on the global buses balance.
//
// In: what package record noted and the program of package rom. Out: chips and their
// columns, all in canonical field elements.
//
// # Why a cell has one history
//
// On GMEM a segment's row takes (cell, previous, v_in) and puts (cell, segment, v_out)
// with previous < segment; the boundary puts (cell, 0, v_init) and takes (cell, last,
// v_last), once for every cell, as its cells rise strictly. Segments are numbers below
// 2^16 that no two proofs share. Every row of a segment is an edge from a smaller number to a
// larger one; one path from 0 is all that can balance, because a second one would have no
// source. This counts messages in the field, so over all proofs of a run the sum of
// heights times global interactions has to be below p.
//
// Not checked here: that the public values of proofs chain and are below 2^30, the sum just
// said, and that rows, cells and intervals are those of an image (package rom).
package boundary

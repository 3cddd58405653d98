// Package batch evaluates a graph of package air on many rows at a time.
//
// [Compile] turns nodes and roots into a [Program]: a list of operations on chunks of rows
// with a register for every value that is alive. [Program.Bind] folds everything that is
// the same on all rows (challenges, their powers, exposed and public values) into scalars.
// A [Machine], one per goroutine, then runs over chunks of at most [ChunkRows] rows and
// shows the values of the roots; [Bound.Run] does that for a range of rows on several
// goroutines.
//
// # Values
//
// A node without a challenge, exposed value or permutation column is a slice of base
// elements, any other an ext.Vector. Sums of scalar multiples are not computed node by
// node: such a linear form (the fingerprint of a tuple, the random combination of
// constraints) becomes one pass over its columns. An E6 scalar is drawn into a linear
// form as long as that costs no additional multiplication in E6.
//
// # Rows
//
// [Columns] holds the leaves. Its rows are blocks of 2^Log rows, and the next row of a
// block's last one is its first. Order says how a block is arranged: a trace is one block
// in natural order; the evaluations on a coset are blocks in bit-reversed order, whose
// points are multiplied by a root of unity of order 2^Log from one row to the next. In
// bit-reversed order the next rows of an aligned chunk are again an aligned chunk, except
// for the last chunk of a block, which is gathered.
//
// Compile and Bind check what they are given, and Run the columns against the program.
// Elements have to be reduced. All results are exact, so they do not depend on chunks,
// workers or the kernels in use.
package batch

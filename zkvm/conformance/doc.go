// Package conformance tests that the machine executes and proves RV64IMA programs as they
// are meant, and nothing else (docs/soundness.md, rows E, H.1, H.2 and H.5). It has tests
// only.
//
// Every program runs four times: in qemu-riscv64 as the oracle, in zkvm/rv64, in
// zkvm/record, and in the constraints. The results that a program stores are compared with
// QEMU's in three of them; in the last one they are the final values of memory cells, which
// the boundary proof fixes. The constraint check (stark/air/check) looks at every table of
// every segment and at all local and global buses; it is exact and much faster than a
// proof. A part of the programs is proven and verified as well, and folds its results into
// the public output.
//
// Lies are runs that a dishonest recorder made: one step is false, and all that follows
// from it is as it would be if it were true, so that nothing but the lie is there to be
// caught.
//
// Public conformance suites are not part of the repository. With the variable
// ASHLAR_RISCV_TESTS or ASHLAR_ARCH_TEST naming a copy of riscv-tests or riscv-arch-test,
// and a cross compiler installed, their programs are built with the headers in testdata and
// run as well. Their license and what they contain are theirs.
//
// Without qemu-riscv64 the tests that need it are skipped and say so.
package conformance

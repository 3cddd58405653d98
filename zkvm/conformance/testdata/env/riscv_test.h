/* Environment for test programs in the form of riscv-tests: what such a program needs from
   the machine, for a machine without privileged state. It has one hart, no CSRs and no trap
   handlers. A program passes by halting with exit code 0, and fails by halting with twice
   the number of the failed test plus one, which is a trap and cannot be proven.

   The public output (a1 to a4) is 0 and three words of zero, so that it is the same for
   every program that passes. */

#ifndef ASHLAR_RISCV_TEST_H
#define ASHLAR_RISCV_TEST_H

#define TESTNUM gp

#define RVTEST_RV64U
#define RVTEST_RV64M

/* Registers are zero at the start but for sp, and tests expect nothing of sp. */
#define RVTEST_CODE_BEGIN \
	.section .text.init, "ax", @progbits; \
	.globl _start; \
	.type _start, @function; \
_start: \
	li sp, 0; \
	j test_body; \
	.text; \
	.type test_body, @function; \
test_body:

#define RVTEST_CODE_END \
	.size test_body, . - test_body; \
	ebreak

#define RVTEST_HALT \
	li a1, 0; \
	li a2, 0; \
	li a3, 0; \
	li a4, 0; \
	li a7, 93; \
	ecall

#define RVTEST_PASS \
	fence; \
	li TESTNUM, 1; \
	li a0, 0; \
	RVTEST_HALT

#define RVTEST_FAIL \
	fence; \
	slli a0, TESTNUM, 1; \
	ori a0, a0, 1; \
	RVTEST_HALT

#define EXTRA_DATA

#define RVTEST_DATA_BEGIN \
	EXTRA_DATA \
	.balign 16; \
	.globl begin_signature; \
begin_signature:

#define RVTEST_DATA_END \
	.balign 16; \
	.globl end_signature; \
end_signature:

#endif

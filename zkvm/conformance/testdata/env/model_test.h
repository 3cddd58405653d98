/* Model of the machine for programs in the form of riscv-arch-test. At the end the program
   folds its signature into the public output: two words in a1 and a2, the number of bytes in
   a3. With ORACLE defined it is for Linux instead and writes the signature to standard
   output, from which the same words follow. */

#ifndef ASHLAR_MODEL_TEST_H
#define ASHLAR_MODEL_TEST_H

#define RVMODEL_BOOT
#define RVMODEL_IO_INIT
#define RVMODEL_IO_WRITE_STR(_SP, _STR)
#define RVMODEL_IO_CHECK()
#define RVMODEL_IO_ASSERT_GPR_EQ(_SP, _R, _I)
#define RVMODEL_SET_MSW_INT
#define RVMODEL_CLEAR_MSW_INT
#define RVMODEL_CLEAR_MTIMER_INT
#define RVMODEL_CLEAR_MEXT_INT

#define RVMODEL_DATA_BEGIN \
	.balign 16; \
	.globl begin_signature; \
begin_signature:

#define RVMODEL_DATA_END \
	.balign 16; \
	.globl end_signature; \
end_signature:

#ifdef ORACLE
#define RVMODEL_HALT \
	li a0, 1; \
	la a1, begin_signature; \
	la a2, end_signature; \
	sub a2, a2, a1; \
	li a7, 64; \
	ecall; \
	li a0, 0; \
	li a7, 93; \
	ecall
#else
#define RVMODEL_HALT \
	la t0, begin_signature; \
	la t1, end_signature; \
	sub a3, t1, t0; \
	li a1, 0; \
	li a2, 0; \
1:	ld t2, 0(t0); \
	slli t3, a1, 5; \
	add a1, a1, t3; \
	add a1, a1, t2; \
	add a2, a2, a1; \
	addi t0, t0, 8; \
	bne t0, t1, 1b; \
	li a0, 0; \
	li a4, 0; \
	li a7, 93; \
	ecall
#endif

#endif

//go:build ashlar_guest

#include "go_asm.h"
#include "textflag.h"

// func snapshot()
TEXT ·snapshot(SB), NOSPLIT, $0-0
	MOV	$const_ecallSnapshot, A7
	ECALL
	RET

// func halt(code, out0, out1, out2, out3 uint64)
TEXT ·halt(SB), NOSPLIT, $0-40
	MOV	code+0(FP), A0
	MOV	out0+8(FP), A1
	MOV	out1+16(FP), A2
	MOV	out2+24(FP), A3
	MOV	out3+32(FP), A4
	MOV	$const_ecallHalt, A7
	ECALL
	UNDEF // the machine does not come back

// Package rv64 decodes and executes RV64IM programs with the single-hart subset
// of the A extension.
//
// In: an [Image] (initial memory, registers and pc, made by guest/image), the
// private input and [Limits]. Out: the 32-byte public output, the number of
// executed instructions ("cycles", every instruction and every ecall counts one),
// or a [*Trap] that names what went wrong and where. A run that traps, or halts
// with a non-zero exit code, cannot be proven.
//
// The machine is deterministic: no clock, no randomness, no operating system.
// The ecalls, the address map and the register use are those of guest/abi; what the
// accelerators compute is package zkvm/accel's.
//
//   - Words are little-endian. Accesses must be aligned to their size.
//   - Only the text range is executable, and it is never writable; pc moves in it
//     in steps of four bytes. Compressed, floating-point, vector and CSR
//     instructions are illegal.
//   - fence and fence.i do nothing.
//   - lr makes a reservation of its address, in the place of the one before. sc stores
//     and returns zero when there is one of its address and the value there is what
//     the lr has loaded, as in QEMU's user mode; otherwise it stores nothing and
//     returns one. Either way the reservation ends. Nothing else ends it, and there
//     is none at the start. Also an sc that fails traps when its address is misaligned
//     or not memory; in the text only one that would store does.
//   - Memory that was never written reads as zero, in the regions of guest/abi.
//
// An [Image] may be shared by any number of [Machine]s, each used by one goroutine
// at a time. Memory is paged and copied on first write, so a machine is cheap to
// reset between runs.
//
// Reference: The RISC-V Instruction Set Manual, Volume I, 20240411: chapters 2, 4,
// 7, 13, 14 and 34.
package rv64

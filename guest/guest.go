// Package guest is what a program that is proven imports: it reads the private
// input, and commits to 32 bytes of public output. [Main] is the usual entry:
//
//	func main() { guest.Main(run) }
//	func run(input []byte) [32]byte { ... }
//
// Built by guest/image (riscv64, build tag ashlar_guest) it speaks the ecalls of
// guest/abi. In any other build the same program is an ordinary command: input
// from the file named by the first argument or from standard input, the output
// as hexadecimal on standard output. Tests call the run function directly.
//
// Hashing, 256-bit and curve arithmetic go fastest through package guest/accel; a
// program that uses go-ethereum imports guest/substitute for effect as well.
//
// A panic, os.Exit, writing to a file, or any other system call after [Main] has
// begun is a trap in the machine: the run cannot be proven. There is no clock
// (time.Now is always the Unix epoch), no operating-system randomness, and
// memory is never freed.
//
// Not checked here: the input. It is chosen by the prover, so the program must
// treat every byte of it as hostile.
package guest

// Main takes the snapshot, runs the program on the private input and halts with
// its output. It does not return. It must be the first statement of main.main:
// everything before it (package initialisation) is executed once, when the image
// is built, and is part of the image.
func Main(run func(input []byte) (output [32]byte)) {
	Snapshot()
	Commit(run(ReadInput()))
}

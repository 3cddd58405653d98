// Package linux starts a Go program far enough to take its snapshot: the initial
// stack of a Linux process, the few system calls that the edited runtime of
// guest/overlay makes before main.main, and the floating-point instructions that
// package initialisation executes (F and D, round to nearest only).
//
// It exists for the image builder. Nothing of it is in the machine that runs or
// proves a guest, and nothing it answers depends on the host: clock, randomness
// and environment are constants, so that an image is reproducible.
//
// In: the image of an ELF file. Out: the image at the snapshot marker. Errors name
// the pc and what the program tried.
package linux

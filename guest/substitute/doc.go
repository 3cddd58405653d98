// Package substitute holds functions that take the place of others in a guest:
// Keccak-256 and the permutation of go-ethereum, and division and modular
// multiplication of uint256, by the accelerators of package guest/accel.
//
// A program that imports it for effect and is built by guest/image for the machine
// runs these instead; guest/image redirects the originals by name. In any other
// build the package is empty and nothing changes.
//
// In and out: exactly what the originals take and give.
//
// Not checked here: that the originals were found. guest/image lists the redirected
// functions in its Info.
package substitute

// Package program finds the batch program (guest/stf) that belongs to this build of the repository, wherever it is.
//
//	in   the binary itself (build tag ashlar_program), the source tree with its toolchain, a chain's directory, the user's cache
//	out  the program's image
//
// image.lock, which is part of every binary, pins the program by digest: an image from the binary, from a chain's directory or from the cache is taken only when it has that digest. An image that is
// built from the source tree is what the sources give; a test of guest/stf compares it with image.lock.
//
// Errors: [ErrNone] says where the program was looked for.
package program

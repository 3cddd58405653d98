// Package image turns a Go package into a guest image: the program at the moment
// its main function calls guest.Main.
//
// In: a Go main package in a module, or any static RV64 ELF file. Out: a [Guest],
// that is an rv64.Image with its digest, function symbols and how it was made.
//
// [Build] cross-compiles with the pinned toolchain and the runtime edits of
// guest/overlay, redirects functions of released modules to the substitutes that
// the program links (guest/substitute), refuses compressed instructions, starts the program in
// zkvm/rv64/linux up to the snapshot marker, and stores memory, registers and pc.
// The same sources and toolchain give the same digest on every machine; a lock
// file ([Lock]) pins it. Results are cached by the content of everything that went
// in.
//
// [FromELF] takes a bare-metal program: it starts at e_entry with zero registers
// and sp at the top of the stack region of guest/abi.
//
// The file format ([Encode], [Decode]) is canonical: one image has one encoding,
// and its digest is SHA-256 of that.
//
// Not checked here: that the program does anything sensible after the marker.
package image

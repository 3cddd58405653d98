// Package memory has the chips of loads and stores. Each reads one cell of 8 bytes at an
// aligned address; a store merges into its old value.
//
// In: steps of package record. Out: chips and their main columns.
//
// # Addresses
//
// The base register is read as (v0, v1, 0, 0): the base is below 2^32, as a constant of
// the message. With the 12-bit offset i0 - 2^16 s (its low limb and its sign, which the
// ROM gives) the address is v0 + i0 + 2^16 (v1 - s), an integer in (-2^12, 2^32 + 2^12).
// For bits off, the offset in the cell, the one lookup
//
//	(v0 + i0 - off) / 8 = n < 2^16
//
// says that v0 + i0 - off = 8n as integers, for both are below 2^19 in size; so the address
// is 8 cell + off with
//
//	cell = n + 2^13 (v1 - s)
//
// as an integer, in [-2^13, 2^29 + 2^13). No register has a cell there (bus.RegisterCell),
// and of the others only those of the address map exist: the boundary chip refuses a cell
// that is not. So the access is to the cell of the address, which is below 2^32 and
// aligned as far as off says. A base from 2^32 on, negative ones too, is unprovable even
// where the address is not: it would be within 2^11 of 0 or 2^32, where nothing is mapped.
//
// # Values
//
// Values read are u16 limbs already (package adapter); what is written is put together
// from them, from proven bytes and from bits, and needs no lookup of its own.
package memory

// Package keyspace lists every key that the state keeps in a Pebble database, so that
// the flat mirror, the tree and other users of the database do not collide. All keys
// of the state begin with 's' (mirror) or 't' (tree). Integers in keys are 8 bytes
// big-endian, so keys of one table sort by block or version.
//
//	'sa' address                 latest account (state.AppendAccount)
//	'ss' address slot            latest slot value (32 bytes)
//	'sc' keccak256               code
//	'sA' address block           account before the block changed it; empty: none
//	'sS' address slot block      slot value before the block changed it; empty: zero
//	'sb' block                   which accounts and slots the block changed
//	'sh'                         number of the last block
//	'sf'                         the first block whose state can still be read
//
//	'tn' path 0 version          page of tree nodes; path is one byte per four levels,
//	                             the four bits plus one
//	'tr' version                 root, where its page is, what was applied
//	'ts' version                 pages that the version replaced
package keyspace

import "encoding/binary"

// Prefixes of the tables.
const (
	Account        = "sa"
	Slot           = "ss"
	Code           = "sc"
	AccountHistory = "sA"
	SlotHistory    = "sS"
	Changes        = "sb"
	Head           = "sh"
	Floor          = "sf"

	Page  = "tn"
	Root  = "tr"
	Stale = "ts"
)

// Numbered returns the key of a table for a block or version.
func Numbered(prefix string, n uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(prefix), n)
}

// Number returns the last eight bytes of a key made by [Numbered] as a number, and
// false if it is too short.
func Number(key []byte) (uint64, bool) {
	if len(key) < 8 {
		return 0, false
	}
	return binary.BigEndian.Uint64(key[len(key)-8:]), true
}

// End returns the first key after all keys with the prefix. Table prefixes are not
// 0xff, so there is one.
func End(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for end[len(end)-1] == 0xff {
		end = end[:len(end)-1]
	}
	end[len(end)-1]++
	return end
}

package store

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

// schemaVersion is raised when a key or a record changes its form. Version 2 has the log index, which Open adds to a directory of version 1. Version 3 is version 2 with keyFirst, in directories whose
// history begins later than the genesis: programs that do not know of that must not open them.
const (
	schemaVersion    = 2
	schemaWithoutLog = 1
	schemaLater      = 3
)

// Every key of the database. Integers in keys are 8 bytes big-endian, so keys of one table sort by number. Keys that begin with 's' or 't' belong
// to chain/state (its package keyspace lists them). Records are described where they are encoded.
//
//	'cI'                identity: schema, chain configuration hash, genesis hash      identity.go
//	'cH'                head: number of the last block                                8 bytes
//	'cf'                where the history begins, when not with the genesis            first.go
//	'cR'                the directory is being made from L1 and is not whole           no value; rebuild.go
//	'cp' block          position: hash, time, running totals                          position.go
//	'cb' block          header, RLP
//	'cB' block          body, rollup.AppendBlock
//	'cr' block          receipts                                                      receipt.go
//	'cl' block          bloom filter of the block's logs, absent when it has none     256 bytes
//	'ci' digest block   an address or topic that the block's logs have                no value; logindex.go
//	'ch' block hash     block number                                                  8 bytes
//	'ct' tx hash        block number, index in the block                              8 + 4 bytes
//	'bb' batch          sealed batch                                                  batch_codec.go
//	'bp' batch          its pubdata, raw
//	'bl' last block     number of the batch that ends with the block                  8 bytes
//	'bs' batch          what L1 knows about the batch                                 l1.go
//	'bP'                how far L1 has come                                           l1.go
//	'k' len view key    values of a key-value view; len is one byte                   kv.go
const (
	keyIdentity = "cI"
	keyHead     = "cH"
	keyFirst    = "cf"
	keyMaking   = "cR"
	tabPosition = "cp"
	tabHeader   = "cb"
	tabBody     = "cB"
	tabReceipts = "cr"
	tabBloom    = "cl"
	tabLogs     = "ci"
	tabHash     = "ch"
	tabTx       = "ct"

	tabBatch     = "bb"
	tabPubdata   = "bp"
	tabBatchLast = "bl"
	tabL1Status  = "bs"
	keyL1        = "bP"

	tabView = "k"
)

func numbered(table string, n uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(table), n)
}

func hashed(table string, h common.Hash) []byte { return append([]byte(table), h[:]...) }

// keyNumber is the number at the end of a key of a numbered table.
func keyNumber(key []byte) uint64 { return binary.BigEndian.Uint64(key[len(key)-8:]) }

func uint64Value(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// prefixEnd is the first key after all keys with the prefix, whose last byte is not 0xff in any table here; nil means no bound.
func prefixEnd(prefix []byte) []byte {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i] != 0xff {
			end := append([]byte(nil), prefix[:i+1]...)
			end[i]++
			return end
		}
	}
	return nil
}

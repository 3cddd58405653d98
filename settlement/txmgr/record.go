package txmgr

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// State of an intent.
type State uint8

// States in the order in which an intent goes through them. Unknown is the state of a key that was never submitted.
const (
	Unknown State = iota
	Intended
	Signed
	Sent
	Mined
	Final
)

// String names the state.
func (s State) String() string {
	return [...]string{"unknown", "intended", "signed", "sent", "mined", "final"}[s]
}

// record is everything that is known about an intent; its RLP is its durable form.
type record struct {
	Key      string
	State    State
	Nonce    uint64
	To       common.Address
	Data     []byte
	ValueWei *big.Int
	Gas      uint64
	Blobs    []common.Hash // versioned hashes; the sidecar has an entry of its own

	Attempts [][]byte // signed transactions without sidecar, oldest first
	SentAt   uint64   // Unix milliseconds of the last time it was sent

	MinedTx    common.Hash
	MinedBlock uint64
	MinedHash  common.Hash // of that block
	Reverted   bool

	Former []uint64 `rlp:"optional"` // nonces that the intent has given up; see yielded
	Was    *place   `rlp:"optional"` // of a record that was final, and is in flight again; nil otherwise
}

// place is where a transaction was mined.
type place struct {
	Tx       common.Hash
	Block    uint64
	Hash     common.Hash // of that block
	Reverted bool
}

// Layout of the store.
const (
	recordPrefix   = "record/"
	sidecarPrefix  = "sidecar/"
	inFlightPrefix = "flight/" // nonce -> key, until final
	nonceIndex     = "nonce/"  // nonce -> key, for ever
	nextNonceKey   = "next"
)

// errRecord is wrapped by errors about a stored record that cannot be read.
var errRecord = errors.New("damaged intent")

func encodeRecord(r *record) []byte {
	enc, err := rlp.EncodeToBytes(r)
	if err != nil {
		panic(fmt.Sprintf("txmgr: record of %q: %v", r.Key, err)) // a fixed structure without negative numbers
	}
	return enc
}

func decodeRecord(enc []byte) (*record, error) {
	r := new(record)
	if err := rlp.DecodeBytes(enc, r); err != nil {
		return nil, fmt.Errorf("%w: %w", errRecord, err)
	}
	if r.State < Intended || r.State > Final || (r.State >= Signed) != (len(r.Attempts) > 0) {
		return nil, fmt.Errorf("state %d with %d attempts: %w", r.State, len(r.Attempts), errRecord)
	}
	for i := range r.Attempts {
		if _, err := r.attempt(i); err != nil {
			return nil, fmt.Errorf("attempt %d: %w: %w", i, errRecord, err)
		}
	}
	return r, nil
}

// attempt is the i-th signed transaction, without sidecar.
func (r *record) attempt(i int) (*types.Transaction, error) {
	tx := new(types.Transaction)
	return tx, tx.UnmarshalBinary(r.Attempts[i])
}

// same reports whether the intent is the recorded one.
func (r *record) same(in *Intent) bool {
	var blobs []common.Hash
	if in.Sidecar != nil {
		blobs = in.Sidecar.BlobHashes()
	}
	if len(blobs) != len(r.Blobs) {
		return false
	}
	for i := range blobs {
		if blobs[i] != r.Blobs[i] {
			return false
		}
	}
	return r.To == in.To && bytes.Equal(r.Data, in.Data) && r.ValueWei.Cmp(in.value()) == 0
}

func (r *record) change() durable.Change {
	return durable.Change{Key: []byte(recordPrefix + r.Key), Value: encodeRecord(r)}
}

package tree

import (
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
)

// The wire form of a leaf is its kind (1 byte), its key (32) and then
//
//	account: nonce (8), balance (32), code hash (32), code length (4)
//	slot:    value (32)
//
// all integers big-endian.
const (
	accountEntryBytes = 1 + DigestBytes + 8 + 32 + 32 + 4
	slotEntryBytes    = 1 + DigestBytes + 32
)

// AppendEntry appends the wire form of a leaf.
func AppendEntry(b []byte, e *Entry) []byte {
	key := e.Key.Bytes()
	b = append(b, byte(e.Kind))
	b = append(b, key[:]...)
	if e.Kind == SlotLeaf {
		return append(b, e.Value[:]...)
	}
	balance := e.Account.Balance.Bytes32()
	b = binary.BigEndian.AppendUint64(b, e.Account.Nonce)
	b = append(b, balance[:]...)
	b = append(b, e.Account.CodeHash[:]...)
	return binary.BigEndian.AppendUint32(b, e.Account.CodeLen)
}

// ConsumeEntry reads a leaf from the front of b and returns the rest. It refuses what
// no leaf can hold: a key that is not canonical, an empty account, a zero value.
func ConsumeEntry(b []byte) (*Entry, []byte, error) {
	size := slotEntryBytes
	if len(b) > 0 && Kind(b[0]) == AccountLeaf {
		size = accountEntryBytes
	}
	if len(b) < size {
		return nil, nil, fmt.Errorf("%w: leaf is cut off", ErrNotCanonical)
	}
	key, err := DecodeKey([DigestBytes]byte(b[1:33]))
	if err != nil {
		return nil, nil, err
	}
	e := &Entry{Key: key, Kind: Kind(b[0])}
	switch body := b[33:size]; e.Kind {
	case AccountLeaf:
		e.Account = decodeAccount(body)
	case SlotLeaf:
		e.Value = [32]byte(body)
	}
	if err := e.check(); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrNotCanonical, err)
	}
	if e.IsDeletion() {
		return nil, nil, fmt.Errorf("%w: leaf holds nothing", ErrNotCanonical)
	}
	return e, b[size:], nil
}

func decodeAccount(b []byte) (a state.Account) {
	a.Nonce = binary.BigEndian.Uint64(b[0:8])
	a.Balance.SetBytes32(b[8:40])
	a.CodeHash = [32]byte(b[40:72])
	a.CodeLen = binary.BigEndian.Uint32(b[72:76])
	return a
}

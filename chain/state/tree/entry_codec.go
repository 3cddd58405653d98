package tree

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
)

// The wire form of a leaf is its kind (1 byte), its key (32) and then
//
//	account: the form of state.AppendAccount (76)
//	slot:    value (32)
const (
	accountEntryBytes = 1 + DigestBytes + state.AccountBytes
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
	return state.AppendAccount(b, &e.Account)
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
		e.Account, err = state.DecodeAccount([state.AccountBytes]byte(body))
	case SlotLeaf:
		e.Value = [32]byte(body)
	default:
		err = ErrKind
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrNotCanonical, err)
	}
	if e.IsDeletion() {
		return nil, nil, fmt.Errorf("%w: leaf holds nothing", ErrNotCanonical)
	}
	return e, b[size:], nil
}

package tree

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
)

// Reader reads a tree as a [state.Reader]. Code comes from elsewhere: the tree holds
// only its hash.
type Reader struct {
	tree *Tree
	code func(hash [32]byte) ([]byte, error)
}

var _ state.Reader = (*Reader)(nil)

// NewReader returns a reader of t. The caller of [Reader.Code] must be able to trust
// code: it has to return bytes with the given keccak256 or [state.ErrUnknownCode].
func NewReader(t *Tree, code func(hash [32]byte) ([]byte, error)) *Reader {
	return &Reader{tree: t, code: code}
}

// Account implements [state.Reader].
func (r *Reader) Account(addr [20]byte) (state.Account, bool, error) {
	e, ok, err := r.tree.Get(AccountKey(addr))
	if err != nil || !ok {
		return state.Account{}, false, err
	}
	if e.Kind != AccountLeaf {
		return state.Account{}, false, fmt.Errorf("account %x: %w", addr, ErrKind)
	}
	return e.Account, true, nil
}

// Storage implements [state.Reader].
func (r *Reader) Storage(addr [20]byte, slot [32]byte) ([32]byte, error) {
	e, ok, err := r.tree.Get(SlotKey(addr, slot))
	if err != nil || !ok {
		return [32]byte{}, err
	}
	if e.Kind != SlotLeaf {
		return [32]byte{}, fmt.Errorf("slot %x of %x: %w", slot, addr, ErrKind)
	}
	return e.Value, nil
}

// Code implements [state.Reader].
func (r *Reader) Code(hash [32]byte) ([]byte, error) {
	if hash == state.EmptyCodeHash {
		return nil, nil
	}
	return r.code(hash)
}

package tree

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Reader reads a tree as a [state.Reader]. Code comes from elsewhere: the tree holds
// only its hash.
type Reader struct {
	tree *Tree
	code func(hash common.Hash) ([]byte, error)
}

var _ state.Reader = (*Reader)(nil)

// NewReader returns a reader of t. The caller of [Reader.Code] must be able to trust
// code: it has to return bytes with the given keccak256 or [state.ErrUnknownCode].
func NewReader(t *Tree, code func(hash common.Hash) ([]byte, error)) *Reader {
	return &Reader{tree: t, code: code}
}

// Account implements [state.Reader].
func (r *Reader) Account(addr common.Address) (state.Account, error) {
	var key Key
	key.setAccount((*[20]byte)(&addr))
	e, err := r.tree.find(&key)
	if e == nil {
		return rollup.EmptyAccount(), err
	}
	if e.Kind != AccountLeaf {
		return rollup.EmptyAccount(), fmt.Errorf("account %x: %w", addr, ErrKind)
	}
	return e.Account, nil
}

// Storage implements [state.Reader].
func (r *Reader) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	var key Key
	key.setSlot((*[20]byte)(&addr), (*[32]byte)(&slot))
	e, err := r.tree.find(&key)
	if e == nil {
		return common.Hash{}, err
	}
	if e.Kind != SlotLeaf {
		return common.Hash{}, fmt.Errorf("slot %x of %x: %w", slot, addr, ErrKind)
	}
	return e.Value, nil
}

// Code implements [state.Reader].
func (r *Reader) Code(hash common.Hash) ([]byte, error) {
	if hash == state.EmptyCodeHash {
		return nil, nil
	}
	return r.code(hash)
}

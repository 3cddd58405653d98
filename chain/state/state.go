// Package state is the vocabulary of the L2 state: accounts, storage and code as the
// state transition reads them ([Reader]) and changes them ([Diff]).
//
// Accounts are rollup's. Addresses and slots in changes and keys are plain byte arrays,
// to which geth's types convert for free. Balances are in wei. The package holds no
// state and does no I/O; it runs in the guest.
//
// An account is empty when nonce, balance and code length are all zero (EIP-161).
// The state never holds an empty account or a zero slot: writing one is a deletion.
// An account without code has the code hash [EmptyCodeHash]; the zero Account{} is
// accepted as the empty account too.
//
// Below this package: tree is the authenticated tree (guest-safe), store keeps its
// versions in Pebble, flat is the mirror from which blocks are executed.
package state

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Account is everything the state holds about an address, except its storage.
type Account = rollup.Account

// EmptyCodeHash is keccak256 of no bytes.
var EmptyCodeHash = rollup.EmptyCodeHash

var (
	// ErrUnknownCode says that no code with the hash is known.
	ErrUnknownCode = errors.New("unknown code")
	// ErrAccount says that an account breaks the code rule of [rollup.Account.Check].
	ErrAccount = rollup.ErrAccount
)

// Reader is the state at one point. A missing account reads as [rollup.EmptyAccount], a
// missing slot as zero. Code of the empty hash is empty; code of an unknown hash is
// [ErrUnknownCode]. The bytes of code must not be changed.
type Reader interface {
	Account(addr common.Address) (Account, error)
	Storage(addr common.Address, slot common.Hash) (common.Hash, error)
	Code(hash common.Hash) ([]byte, error)
}

// Package state is the vocabulary of the L2 state: accounts, storage and code as the
// state transition reads them ([Reader]) and changes them ([Diff]).
//
// Addresses, slots and hashes are plain byte arrays, so that the address and hash
// types of other packages convert without copying through a codec. Balances are
// in wei. The package holds no state and does no I/O; it runs in the guest.
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

	"github.com/holiman/uint256"
)

// EmptyCodeHash is keccak256 of no bytes.
var EmptyCodeHash = [32]byte{
	0xc5, 0xd2, 0x46, 0x01, 0x86, 0xf7, 0x23, 0x3c, 0x92, 0x7e, 0x7d, 0xb2, 0xdc, 0xc7, 0x03, 0xc0,
	0xe5, 0x00, 0xb6, 0x53, 0xca, 0x82, 0x27, 0x3b, 0x7b, 0xfa, 0xd8, 0x04, 0x5d, 0x85, 0xa4, 0x70,
}

var (
	// ErrUnknownCode says that no code with the hash is known.
	ErrUnknownCode = errors.New("unknown code")
	// ErrAccount says that an account breaks the code rule of [Account.Check].
	ErrAccount = errors.New("code hash and code length disagree")
)

// Account is everything the state holds about an address, except its storage.
type Account struct {
	Nonce    uint64
	Balance  uint256.Int // wei
	CodeHash [32]byte    // keccak256 of the code
	CodeLen  uint32      // bytes
}

// IsEmpty reports whether the account is empty in the sense of EIP-161.
func (a *Account) IsEmpty() bool {
	return a.Nonce == 0 && a.CodeLen == 0 && a.Balance.IsZero()
}

// HasCode reports whether the account has code.
func (a *Account) HasCode() bool { return a.CodeLen != 0 }

// Normal returns the account with the code hash filled in when there is no code.
func (a Account) Normal() Account {
	if a.CodeLen == 0 && a.CodeHash == ([32]byte{}) {
		a.CodeHash = EmptyCodeHash
	}
	return a
}

// Check refuses an account in normal form whose code hash is the empty one but
// whose length is not zero, or the reverse. It makes the encoding of an account unique.
func (a *Account) Check() error {
	if (a.CodeLen == 0) != (a.CodeHash == EmptyCodeHash) {
		return ErrAccount
	}
	return nil
}

// Reader is the state at one point. A missing account reads as Account{} and
// false, a missing slot as zero. Code of the empty hash is empty; code of an
// unknown hash is [ErrUnknownCode]. The bytes of code must not be changed.
type Reader interface {
	Account(addr [20]byte) (Account, bool, error)
	Storage(addr [20]byte, slot [32]byte) ([32]byte, error)
	Code(hash [32]byte) ([]byte, error)
}

package rollup

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// Account is the record of one account. The zero value with CodeHash = EmptyCodeHash is the empty account, which is the same as none (EIP-161).
type Account struct {
	Nonce    uint64
	Balance  uint256.Int // wei
	CodeHash common.Hash // keccak of the code, EmptyCodeHash when there is none
	CodeLen  uint32      // bytes
}

// EmptyCodeHash is keccak of no bytes.
var EmptyCodeHash = types.EmptyCodeHash

// EmptyAccount is the account that is not there.
func EmptyAccount() Account { return Account{CodeHash: EmptyCodeHash} }

// IsEmpty reports emptiness as EIP-161 defines it: no nonce, no balance, no code. The zero Account{} is empty too.
func (a *Account) IsEmpty() bool {
	return a.Nonce == 0 && a.Balance.IsZero() && (a.CodeHash == EmptyCodeHash || a.CodeHash == common.Hash{})
}

// HasCode reports whether the account has code.
func (a *Account) HasCode() bool { return a.CodeLen != 0 }

// Normal is the account with the code hash filled in when there is no code.
func (a Account) Normal() Account {
	if a.CodeLen == 0 && a.CodeHash == (common.Hash{}) {
		a.CodeHash = EmptyCodeHash
	}
	return a
}

// ErrAccount says that an account breaks the code rule of [Account.Check].
var ErrAccount = errors.New("code hash and code length disagree")

// Check refuses an account in normal form whose code hash is the empty one but whose length is not zero, or the reverse. It makes the encoding of an account unique.
func (a *Account) Check() error {
	if (a.CodeLen == 0) != (a.CodeHash == EmptyCodeHash) {
		return ErrAccount
	}
	return nil
}

// SlotDiff is the change of one storage slot. Before and After differ.
type SlotDiff struct {
	Slot          common.Hash
	Before, After common.Hash
}

// AccountDiff is the change of one account and of its storage. Slots ascend and each appears once.
type AccountDiff struct {
	Address       common.Address
	Before, After Account
	Slots         []SlotDiff
}

// StateDiff is the net change of a range of blocks (or of one transaction). Accounts ascend by address, each once; Codes ascend by hash, each once,
// and hold the code of every account whose CodeHash changed to a code that is not empty.
type StateDiff struct {
	Accounts []AccountDiff
	Codes    []Code
}

// Code is a contract's bytecode with its keccak.
type Code struct {
	Hash  common.Hash
	Bytes []byte
}

package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

var rollupEmptyCode = rollup.EmptyCodeHash

// The readers of vm.StateDB.

// Exist reports existence; an account that the running transaction touched or destructed exists.
func (db *stateDB) Exist(address common.Address) bool { return db.read(&address).exists }

// Empty reports emptiness as EIP-161 defines it.
func (db *stateDB) Empty(address common.Address) bool { return db.read(&address).isEmpty() }

// GetBalance must not be changed by the caller.
func (db *stateDB) GetBalance(address common.Address) *uint256.Int { return db.read(&address).balance }

// GetNonce is zero for an account that does not exist.
func (db *stateDB) GetNonce(address common.Address) uint64 { return db.read(&address).nonce }

// GetCodeHash is zero for an account that does not exist.
func (db *stateDB) GetCodeHash(address common.Address) common.Hash {
	a := db.read(&address)
	if !a.exists {
		return common.Hash{}
	}
	return a.codeHash
}

// GetCode must not be changed by the caller.
func (db *stateDB) GetCode(address common.Address) []byte { return db.readCode(db.read(&address)) }

// GetCodeSize needs no code from below.
func (db *stateDB) GetCodeSize(address common.Address) int { return int(db.read(&address).codeLen) }

// GetState is the current value.
func (db *stateDB) GetState(address common.Address, key common.Hash) common.Hash {
	return db.readSlot(db.read(&address), &key).value
}

// GetStateAndCommittedState is the current value and the one at the start of the transaction.
func (db *stateDB) GetStateAndCommittedState(address common.Address, key common.Hash) (current, committed common.Hash) {
	s := db.readSlot(db.read(&address), &key)
	if s.dirty[spanTx] == db.epoch[spanTx] {
		return s.value, s.start[spanTx]
	}
	return s.value, s.value
}

// GetTransientState is EIP-1153's value.
func (db *stateDB) GetTransientState(address common.Address, key common.Hash) common.Hash {
	s := db.slotEntry(db.entry(&address), &key)
	if s.lent != db.epoch[spanTx] {
		return common.Hash{}
	}
	return s.transient
}

// GetRefund is the refund counter.
func (db *stateDB) GetRefund() uint64 { return db.refund }

// HasSelfDestructed reports whether the account will be deleted at the end of the transaction.
func (db *stateDB) HasSelfDestructed(address common.Address) bool {
	return db.entry(&address).destructed
}

// IsNewContract reports whether the account became a contract in this transaction.
func (db *stateDB) IsNewContract(address common.Address) bool { return db.entry(&address).created }

// AddressInAccessList reports whether the account is warm.
func (db *stateDB) AddressInAccessList(address common.Address) bool {
	return db.isWarm(db.entry(&address))
}

func (db *stateDB) isWarm(a *account) bool { return a.permanent || a.warm == db.epoch[spanTx] }

// SlotInAccessList reports whether account and slot are warm.
func (db *stateDB) SlotInAccessList(address common.Address, key common.Hash) (accountWarm, slotWarm bool) {
	a := db.entry(&address)
	return db.isWarm(a), db.slotEntry(a, &key).warm == db.epoch[spanTx]
}

package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// The writers of vm.StateDB. Each records in the journal what it replaces.

// CreateAccount makes the account exist.
func (db *stateDB) CreateAccount(address common.Address) { db.change(&address) }

// CreateContract marks the account as a contract of this transaction (EIP-6780).
func (db *stateDB) CreateContract(address common.Address) {
	a := db.change(&address)
	if !a.created {
		db.journal = append(db.journal, change{kind: changeCreated, account: a})
		a.created = true
	}
}

// AddBalance also touches the account when the amount is zero.
func (db *stateDB) AddBalance(address common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	a := db.change(&address)
	before := a.balance
	if !amount.IsZero() {
		db.setBalance(a, new(uint256.Int).Add(before, amount), reason)
		if reason == tracing.BalanceIncreaseSelfdestruct {
			db.setBurnt(new(uint256.Int).Sub(&db.burnt, amount))
		}
	}
	return *before
}

// SubBalance subtracts; the EVM checks before that there is enough.
func (db *stateDB) SubBalance(address common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	a := db.change(&address)
	before := a.balance
	if !amount.IsZero() {
		db.setBalance(a, new(uint256.Int).Sub(before, amount), reason)
		if reason == tracing.BalanceDecreaseSelfdestruct {
			db.setBurnt(new(uint256.Int).Add(&db.burnt, amount))
		}
	}
	return *before
}

func (db *stateDB) setBalance(a *account, balance *uint256.Int, reason tracing.BalanceChangeReason) {
	db.journal = append(db.journal, change{kind: changeBalance, account: a, amount: a.balance})
	if db.hooks != nil && db.hooks.OnBalanceChange != nil {
		db.hooks.OnBalanceChange(a.address, a.balance.ToBig(), balance.ToBig(), reason)
	}
	a.balance = balance
}

// setBurnt follows the difference between what SELFDESTRUCT took and what it gave.
func (db *stateDB) setBurnt(amount *uint256.Int) {
	before := db.burnt
	db.journal = append(db.journal, change{kind: changeBurnt, amount: &before})
	db.burnt = *amount
}

// SetNonce sets the nonce.
func (db *stateDB) SetNonce(address common.Address, nonce uint64, reason tracing.NonceChangeReason) {
	a := db.change(&address)
	db.journal = append(db.journal, change{kind: changeNonce, account: a, number: a.nonce})
	if db.hooks != nil {
		if db.hooks.OnNonceChangeV2 != nil {
			db.hooks.OnNonceChangeV2(address, a.nonce, nonce, reason)
		} else if db.hooks.OnNonceChange != nil {
			db.hooks.OnNonceChange(address, a.nonce, nonce)
		}
	}
	a.nonce = nonce
}

// SetCode sets the code and returns the one before it.
func (db *stateDB) SetCode(address common.Address, code []byte, reason tracing.CodeChangeReason) []byte {
	a := db.change(&address)
	before, beforeHash := db.readCode(a), a.codeHash
	db.journal = append(db.journal, change{kind: changeCode, account: a, word: a.codeHash, code: before, number: uint64(a.codeLen)})
	a.codeHash, a.code, a.codeLen = rollupEmptyCode, nil, 0
	if len(code) > 0 {
		a.codeHash, a.code, a.codeLen = crypto.Keccak256Hash(code), code, uint32(len(code))
	}
	if db.hooks != nil && beforeHash != a.codeHash {
		if db.hooks.OnCodeChangeV2 != nil {
			db.hooks.OnCodeChangeV2(address, beforeHash, before, a.codeHash, code, reason)
		} else if db.hooks.OnCodeChange != nil {
			db.hooks.OnCodeChange(address, beforeHash, before, a.codeHash, code)
		}
	}
	return before
}

// SetState sets a slot and returns the value before it.
func (db *stateDB) SetState(address common.Address, key, value common.Hash) common.Hash {
	a := db.change(&address)
	s := db.readSlot(a, &key)
	before := s.value
	if before != value {
		db.noteSlot(a, s)
		db.journal = append(db.journal, change{kind: changeSlot, slot: s, word: before})
		s.value = value
		if db.hooks != nil && db.hooks.OnStorageChange != nil {
			db.hooks.OnStorageChange(address, key, before, value)
		}
	}
	return before
}

// SetTransientState sets EIP-1153's value.
func (db *stateDB) SetTransientState(address common.Address, key, value common.Hash) {
	s := db.slotEntry(db.entry(&address), &key)
	if s.lent != db.epoch[spanTx] {
		s.lent, s.transient = db.epoch[spanTx], common.Hash{}
	}
	if s.transient != value {
		db.journal = append(db.journal, change{kind: changeTransient, slot: s, word: s.transient})
		s.transient = value
	}
}

// SelfDestruct marks an existing account for deletion at the end of the transaction. The EVM calls it only where EIP-6780 allows deletion.
func (db *stateDB) SelfDestruct(address common.Address) {
	a := db.read(&address)
	if a.exists && !a.destructed {
		db.note(a)
		db.journal = append(db.journal, change{kind: changeDestructed, account: a})
		a.destructed = true
	}
}

// AddRefund raises the refund counter.
func (db *stateDB) AddRefund(gas uint64) { db.setRefund(db.refund + gas) }

// SubRefund lowers the refund counter; the EVM never takes more than it gave.
func (db *stateDB) SubRefund(gas uint64) { db.setRefund(db.refund - gas) }

func (db *stateDB) setRefund(gas uint64) {
	db.journal = append(db.journal, change{kind: changeRefund, number: db.refund})
	db.refund = gas
}

// AddLog adds a log and gives it its place in the block.
func (db *stateDB) AddLog(log *types.Log) {
	db.journal = append(db.journal, change{kind: changeLog})
	log.TxHash, log.TxIndex, log.Index = db.txHash, uint(db.txIndex), db.logIndex+uint(len(db.logs))
	db.logs = append(db.logs, log)
	if db.hooks != nil && db.hooks.OnLog != nil {
		db.hooks.OnLog(log)
	}
}

// AddAddressToAccessList makes the account warm.
func (db *stateDB) AddAddressToAccessList(address common.Address) { db.warmAccount(db.entry(&address)) }

func (db *stateDB) warmAccount(a *account) {
	if !db.isWarm(a) {
		db.journal = append(db.journal, change{kind: changeWarmAccount, account: a, number: uint64(a.warm)})
		a.warm = db.epoch[spanTx]
	}
}

// AddSlotToAccessList makes account and slot warm.
func (db *stateDB) AddSlotToAccessList(address common.Address, key common.Hash) {
	a := db.entry(&address)
	db.warmAccount(a)
	if s := db.slotEntry(a, &key); s.warm != db.epoch[spanTx] {
		db.journal = append(db.journal, change{kind: changeWarmSlot, slot: s, number: uint64(s.warm)})
		s.warm = db.epoch[spanTx]
	}
}

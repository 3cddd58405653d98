package stf

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/stateless"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/types/bal"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// stateDB is the state as the EVM sees it: a State below, everything read or changed in memory above it. It lives as long as a block or a batch is executed.
//
// It relies on three facts about the state of a chain from genesis on: no empty account is stored (EIP-161), an account that can become a contract has no storage, and storage can only
// disappear with a contract that was created in the same transaction (EIP-6780).
type stateDB struct {
	pre      State
	err      error // the first error of pre; what comes after it is meaningless
	hooks    *tracing.Hooks
	accounts index[account]
	last     *account // the account of the last access

	epoch [spanCount]uint32     // numbers of the running transaction, block and batch, from 1
	dirty [spanCount][]*account // accounts changed in these; values may be back to what they were

	journal []change
	refund  uint64
	logs    []*types.Log // of the transaction
	burnt   uint256.Int  // wei that SELFDESTRUCT to oneself destroyed in the transaction, modulo 2^256

	txHash   common.Hash
	txIndex  int
	logIndex uint // logs of the block before this transaction
}

var _ vm.StateDB = (*stateDB)(nil)

// newStateDB starts a batch. The seed of its indices must be unknown to the transactions that it executes: see seedOf.
func newStateDB(pre State, seed uint64, precompiles []common.Address) *stateDB {
	db := &stateDB{pre: pre, epoch: [spanCount]uint32{1, 1, 1}}
	db.accounts.seed = seed
	for i := range precompiles {
		db.entry(&precompiles[i]).permanent = true
	}
	return db
}

// beginTx starts the next transaction; the one before it was finished by finishTx.
func (db *stateDB) beginTx() {
	db.epoch[spanTx]++
	db.dirty[spanTx] = db.dirty[spanTx][:0]
	db.journal = db.journal[:0]
	db.logs = nil
	db.refund = 0
	db.burnt.Clear()
}

func (db *stateDB) beginBlock() {
	db.beginTx()
	db.epoch[spanBlock]++
	db.dirty[spanBlock] = db.dirty[spanBlock][:0]
	db.logIndex = 0
}

// entry is the account in memory, made when absent, not read from below.
func (db *stateDB) entry(address *common.Address) *account {
	key := rawAddress(address)
	if db.last != nil && db.last.key == key {
		return db.last
	}
	a := db.accounts.find(&key)
	if a == nil {
		a = &account{fields: emptyFields(), address: *address, key: key, order: binary.BigEndian.Uint64(address[:8])}
		a.slots.seed = db.accounts.seed
		db.accounts.insert(&key, a)
	}
	db.last = a
	return a
}

// read is the account with its values.
func (db *stateDB) read(address *common.Address) *account {
	a := db.entry(address)
	if a.loaded {
		return a
	}
	a.loaded = true
	record, err := db.pre.Account(*address)
	if err != nil {
		db.fail(err)
		return a
	}
	a.nonce, a.codeLen = record.Nonce, record.CodeLen
	copy(a.codeHash[:], record.CodeHash[:]) // faster in the guest than an assignment of bytes
	a.balance = &record.Balance
	a.exists = !a.isEmpty()
	return a
}

func (db *stateDB) fail(err error) {
	if db.err == nil {
		db.err = err
	}
}

// change is read for an account that is about to be changed: the account exists from here on.
func (db *stateDB) change(address *common.Address) *account {
	a := db.read(address)
	db.note(a)
	if !a.exists {
		db.journal = append(db.journal, change{kind: changeExists, account: a})
		a.exists = true
	}
	return a
}

// slotEntry is the slot in memory, made when absent, not read from below.
func (db *stateDB) slotEntry(a *account, key *common.Hash) *slot {
	w := rawHash(key)
	s := a.slots.find(&w)
	if s == nil {
		s = &slot{key: w}
		a.slots.insert(&w, s)
	}
	return s
}

// readSlot is the slot with its value.
func (db *stateDB) readSlot(a *account, key *common.Hash) *slot {
	s := db.slotEntry(a, key)
	if !s.loaded {
		value, err := db.pre.Storage(a.address, *key)
		if err != nil {
			db.fail(err)
		}
		s.value, s.loaded = value, true
	}
	return s
}

// readCode is the account's code.
func (db *stateDB) readCode(a *account) []byte {
	if a.code == nil && a.codeHash != rollupEmptyCode {
		code, err := db.pre.Code(a.codeHash)
		if err != nil {
			db.fail(err)
			return nil
		}
		a.code = code
	}
	return a.code
}

// Prepare starts the access list of a transaction (EIP-2929, EIP-2930, EIP-3651). Precompiles are warm always.
func (db *stateDB) Prepare(_ params.Rules, sender, coinbase common.Address, to *common.Address, _ []common.Address, list types.AccessList) {
	db.prepare(&sender, &coinbase, to, list)
}

func (db *stateDB) prepare(sender, coinbase, to *common.Address, list types.AccessList) {
	db.warmAccount(db.entry(sender))
	db.warmAccount(db.entry(coinbase))
	if to != nil {
		db.warmAccount(db.entry(to))
	}
	for i := range list {
		db.AddAddressToAccessList(list[i].Address)
		for _, key := range list[i].StorageKeys {
			db.AddSlotToAccessList(list[i].Address, key)
		}
	}
}

// SetTxContext sets what logs carry.
func (db *stateDB) SetTxContext(hash common.Hash, index int, _ uint32) {
	db.txHash, db.txIndex = hash, index
}

// Finalise ends a transaction.
func (db *stateDB) Finalise(params.Rules) *bal.ConstructionBlockAccessList {
	db.finishTx()
	return nil
}

// Touch, AddPreimage, Witness and AccessEvents serve features of go-ethereum that do not exist here.
func (db *stateDB) Touch(common.Address)              {}
func (db *stateDB) AddPreimage(common.Hash, []byte)   {}
func (db *stateDB) Witness() *stateless.Witness       { return nil }
func (db *stateDB) AccessEvents() *state.AccessEvents { return nil }

package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// fields are the values of an account. The balance pointed to is never changed in place.
type fields struct {
	nonce    uint64
	balance  *uint256.Int
	codeHash common.Hash
	codeLen  uint32
	code     []byte // nil when there is none or it was not read yet
}

var zeroBalance = new(uint256.Int)

func emptyFields() fields { return fields{balance: zeroBalance, codeHash: rollup.EmptyCodeHash} }

func (f *fields) isEmpty() bool {
	return f.nonce == 0 && f.balance.IsZero() && f.codeHash == rollup.EmptyCodeHash
}

func (f *fields) same(g *fields) bool {
	return f.nonce == g.nonce && f.balance.Eq(g.balance) && f.codeHash == g.codeHash
}

func (f *fields) record() rollup.Account {
	return rollup.Account{Nonce: f.nonce, Balance: *f.balance, CodeHash: f.codeHash, CodeLen: f.codeLen}
}

// span is a range of execution over which changes are collected.
type span int

// Spans of execution, each within the next.
const (
	spanTx span = iota
	spanBlock
	spanBatch
	spanCount
)

// account is one account in memory, with what it was at the start of each span. An account may be here without having been read (loaded false): then only warm is meaningful.
type account struct {
	fields
	address common.Address
	key     rawKey
	order   uint64 // the first eight bytes of the address, big-endian
	loaded  bool

	exists     bool // in the sense of EIP-161; within a transaction an empty account can exist
	created    bool // as a contract, in this transaction
	destructed bool // in this transaction
	permanent  bool // warm in every transaction: a precompile

	warm  uint32            // the transaction in which it became warm
	dirty [spanCount]uint32 // the transaction, block and batch in which it was last changed
	start [spanCount]fields // values at the start of these

	slots      index[slot]
	dirtySlots [spanCount][]*slot
}

// slot is one storage slot, of permanent and of transient storage.
type slot struct {
	key       rawKey
	value     common.Hash
	start     [spanCount]common.Hash
	dirty     [spanCount]uint32
	loaded    bool
	warm      uint32
	transient common.Hash
	lent      uint32 // the transaction in which transient was last set
}

// note makes sure that the account's values at the start of the running spans are kept. It precedes every change.
func (db *stateDB) note(a *account) {
	for s := spanTx; s < spanCount && a.dirty[s] != db.epoch[s]; s++ {
		a.dirty[s] = db.epoch[s]
		a.start[s] = a.fields
		a.dirtySlots[s] = a.dirtySlots[s][:0]
		db.dirty[s] = append(db.dirty[s], a)
	}
}

// noteSlot does the same for a slot.
func (db *stateDB) noteSlot(a *account, s *slot) {
	db.note(a)
	for n := spanTx; n < spanCount && s.dirty[n] != db.epoch[n]; n++ {
		s.dirty[n] = db.epoch[n]
		s.start[n] = s.value
		a.dirtySlots[n] = append(a.dirtySlots[n], s)
	}
}

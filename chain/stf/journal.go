package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// changeKind says what an entry of the journal undoes.
type changeKind uint8

const (
	changeRefund changeKind = iota
	changeLog
	changeBurnt
	changeWarmAccount
	changeWarmSlot
	changeTransient
	changeExists
	changeCreated
	changeDestructed
	changeNonce
	changeBalance
	changeCode
	changeSlot
)

// change is one entry of the journal: the value that was there before. Which fields are used depends on the kind.
type change struct {
	kind    changeKind
	flag    bool
	account *account
	slot    *slot
	number  uint64
	amount  *uint256.Int
	word    common.Hash // slot value or code hash
	code    []byte
}

// Snapshot is the length of the journal: what came later can be undone.
func (db *stateDB) Snapshot() int { return len(db.journal) }

// RevertToSnapshot undoes the changes since the snapshot, latest first.
func (db *stateDB) RevertToSnapshot(snapshot int) {
	for i := len(db.journal) - 1; i >= snapshot; i-- {
		db.undo(&db.journal[i])
	}
	db.journal = db.journal[:snapshot]
}

func (db *stateDB) undo(c *change) {
	switch c.kind {
	case changeRefund:
		db.refund = c.number
	case changeLog:
		db.logs = db.logs[:len(db.logs)-1]
	case changeBurnt:
		db.burnt = *c.amount
	case changeWarmAccount:
		c.account.warm = uint32(c.number)
	case changeWarmSlot:
		c.slot.warm = uint32(c.number)
	case changeTransient:
		c.slot.transient = c.word
	case changeExists:
		c.account.exists = c.flag
	case changeCreated:
		c.account.created = c.flag
	case changeDestructed:
		c.account.destructed = c.flag
	case changeNonce:
		c.account.nonce = c.number
	case changeBalance:
		c.account.balance = c.amount
	case changeCode:
		c.account.codeHash, c.account.code, c.account.codeLen = c.word, c.code, uint32(c.number)
	case changeSlot:
		c.slot.value = c.word
	}
}

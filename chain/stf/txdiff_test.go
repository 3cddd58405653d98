package stf

import (
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// txDiff is what the running transaction changed so far, as if it ended here, without the balance of exempt. Neither accounts nor codes are in order: it is for measuring.
func (db *stateDB) txDiff(exempt common.Address) (d rollup.StateDiff) {
	for _, a := range db.dirty[spanTx] {
		after := a.fields
		if a.destructed {
			after = emptyFields()
		}
		before := a.start[spanTx]
		if a.address == exempt {
			after.balance = before.balance
		}
		entry := rollup.AccountDiff{Address: a.address, Before: before.record(), After: after.record()}
		for _, s := range a.dirtySlots[spanTx] {
			value := s.value
			if a.destructed {
				value = common.Hash{}
			}
			if value != s.start[spanTx] {
				entry.Slots = append(entry.Slots, rollup.SlotDiff{Slot: s.key.hash(), Before: s.start[spanTx], After: value})
			}
		}
		if len(entry.Slots) == 0 && before.same(&after) {
			continue
		}
		d.Accounts = append(d.Accounts, entry)
		d.Codes = appendNewCode(d.Codes, &before, &after)
	}
	return d
}

// appendNewCode appends the code of after when it is new and not there yet.
func appendNewCode(codes []rollup.Code, before, after *fields) []rollup.Code {
	if after.codeHash == before.codeHash || after.codeHash == rollupEmptyCode {
		return codes
	}
	for i := range codes {
		if codes[i].Hash == after.codeHash {
			return codes
		}
	}
	return append(codes, rollup.Code{Hash: after.codeHash, Bytes: after.code})
}

// TestTxSize: the size is that of the diff, for random changes of every kind.
func TestTxSize(t *testing.T) {
	rng := rand.New(rand.NewSource(9))
	word := func() (h common.Hash) {
		rng.Read(h[rng.Intn(32):])
		if rng.Intn(3) == 0 {
			h = common.Hash{}
		}
		return h
	}
	for range 300 {
		db := newStateDB(emptyState{}, 1, nil)
		db.beginBlock()
		for n := range 2 {
			db.beginTx()
			for range rng.Intn(12) {
				addr := common.Address{byte(rng.Intn(4)), 1}
				switch rng.Intn(6) {
				case 0:
					db.SetNonce(addr, rng.Uint64()>>rng.Intn(64), 0)
				case 1:
					w := word()
					db.setBalance(db.change(&addr), new(uint256.Int).SetBytes(w[1:]), 0)
				case 2:
					db.SetCode(addr, make([]byte, rng.Intn(3)), 0)
				case 3, 4:
					db.SetState(addr, word(), word())
				default:
					db.CreateContract(addr)
					db.SelfDestruct(addr)
				}
			}
			for _, exempt := range []common.Address{{}, {1, 1}} {
				d := db.txDiff(exempt)
				if got, want := db.txSize(exempt), d.Size(); got != want {
					t.Fatalf("transaction %d: size %d, want %d of %+v", n, got, want, d)
				}
			}
			db.finishTx()
		}
	}
}

type emptyState struct{}

func (emptyState) Account(common.Address) (rollup.Account, error) { return rollup.EmptyAccount(), nil }
func (emptyState) Storage(common.Address, common.Hash) (common.Hash, error) {
	return common.Hash{}, nil
}
func (emptyState) Code(common.Hash) ([]byte, error) { return nil, nil }

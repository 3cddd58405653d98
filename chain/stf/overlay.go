package stf

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Overlay is pre after the diffs, later ones on top. The diffs must not be changed while it is used; it may be read from several goroutines when pre may.
func Overlay(pre State, diffs ...*rollup.StateDiff) State {
	o := &overlay{pre: pre, accounts: make(map[common.Address]rollup.Account), slots: make(map[slotKey]common.Hash), codes: make(map[common.Hash][]byte)}
	for _, d := range diffs {
		for i := range d.Accounts {
			a := &d.Accounts[i]
			o.accounts[a.Address] = a.After
			for _, s := range a.Slots {
				o.slots[slotKey{a.Address, s.Slot}] = s.After
			}
		}
		for _, c := range d.Codes {
			o.codes[c.Hash] = c.Bytes
		}
	}
	return o
}

type slotKey struct {
	address common.Address
	slot    common.Hash
}

type overlay struct {
	pre      State
	accounts map[common.Address]rollup.Account
	slots    map[slotKey]common.Hash
	codes    map[common.Hash][]byte
}

func (o *overlay) Account(address common.Address) (rollup.Account, error) {
	if a, ok := o.accounts[address]; ok {
		return a, nil
	}
	return o.pre.Account(address)
}

func (o *overlay) Storage(address common.Address, slot common.Hash) (common.Hash, error) {
	if v, ok := o.slots[slotKey{address, slot}]; ok {
		return v, nil
	}
	return o.pre.Storage(address, slot)
}

func (o *overlay) Code(hash common.Hash) ([]byte, error) {
	if c, ok := o.codes[hash]; ok {
		return c, nil
	}
	return o.pre.Code(hash)
}

// Override replaces parts of an account for a call. Nil fields keep what is there.
type Override struct {
	Nonce     *uint64
	Balance   *big.Int
	Code      *[]byte
	State     map[common.Hash]common.Hash // the whole storage
	StateDiff map[common.Hash]common.Hash // single slots
}

// WithOverrides is pre with some accounts changed, as the state overrides of eth_call ask for.
func WithOverrides(pre State, overrides map[common.Address]Override) (State, error) {
	o := &overridden{overlay: Overlay(pre).(*overlay), whole: make(map[common.Address]bool)}
	for address, v := range overrides {
		a, err := pre.Account(address)
		if err != nil {
			return nil, err
		}
		if v.Nonce != nil {
			a.Nonce = *v.Nonce
		}
		if v.Balance != nil {
			balance, overflow := uint256.FromBig(v.Balance)
			if overflow || v.Balance.Sign() < 0 {
				balance = new(uint256.Int).SetAllOne()
			}
			a.Balance = *balance
		}
		if v.Code != nil {
			a.CodeHash, a.CodeLen = rollup.EmptyCodeHash, uint32(len(*v.Code))
			if len(*v.Code) > 0 {
				a.CodeHash = crypto.Keccak256Hash(*v.Code)
				o.codes[a.CodeHash] = *v.Code
			}
		}
		o.accounts[address] = a
		o.whole[address] = v.State != nil
		for _, slots := range []map[common.Hash]common.Hash{v.State, v.StateDiff} {
			for slot, value := range slots {
				o.slots[slotKey{address, slot}] = value
			}
		}
	}
	return o, nil
}

// overridden is an overlay in which some accounts' storage is replaced as a whole.
type overridden struct {
	*overlay
	whole map[common.Address]bool
}

func (o *overridden) Storage(address common.Address, slot common.Hash) (common.Hash, error) {
	if v, ok := o.slots[slotKey{address, slot}]; ok || o.whole[address] {
		return v, nil
	}
	return o.pre.Storage(address, slot)
}

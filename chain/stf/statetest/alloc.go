package statetest

import (
	"bytes"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

type bigInt = big.Int

// Alloc is a whole state in memory. It is a stf.State.
type Alloc map[common.Address]*AllocAccount

// AllocAccount is one account with its storage; no slot is zero.
type AllocAccount struct {
	Nonce   uint64
	Balance uint256.Int // wei
	Code    []byte
	Storage map[common.Hash]common.Hash
}

// Account is one account's record.
func (a Alloc) Account(address common.Address) (rollup.Account, error) {
	x := a[address]
	if x == nil {
		return rollup.EmptyAccount(), nil
	}
	return rollup.Account{Nonce: x.Nonce, Balance: x.Balance, CodeHash: crypto.Keccak256Hash(x.Code), CodeLen: uint32(len(x.Code))}, nil
}

// Storage is one slot.
func (a Alloc) Storage(address common.Address, slot common.Hash) (common.Hash, error) {
	if x := a[address]; x != nil {
		return x.Storage[slot], nil
	}
	return common.Hash{}, nil
}

// Code is the code with this hash.
func (a Alloc) Code(hash common.Hash) ([]byte, error) {
	for _, x := range a {
		if crypto.Keccak256Hash(x.Code) == hash {
			return x.Code, nil
		}
	}
	return nil, fmt.Errorf("no code %x", hash)
}

// After is a copy of the state with a diff applied; the diff's before values must be those of the state.
func (a Alloc) After(d *rollup.StateDiff) (Alloc, error) {
	out := maps.Clone(a)
	codes := make(map[common.Hash][]byte)
	for _, c := range d.Codes {
		codes[c.Hash] = c.Bytes
	}
	for i := range d.Accounts {
		if err := out.apply(&d.Accounts[i], codes); err != nil {
			return nil, fmt.Errorf("account %x: %w", d.Accounts[i].Address, err)
		}
	}
	return out, nil
}

func (a Alloc) apply(d *rollup.AccountDiff, codes map[common.Hash][]byte) error {
	if have, _ := a.Account(d.Address); have != d.Before {
		return fmt.Errorf("before: have %v, diff says %v", have, d.Before)
	}
	next := &AllocAccount{Nonce: d.After.Nonce, Balance: d.After.Balance, Storage: make(map[common.Hash]common.Hash)}
	if old := a[d.Address]; old != nil {
		next.Code = old.Code
		maps.Copy(next.Storage, old.Storage)
	}
	if d.After.CodeHash != d.Before.CodeHash {
		if next.Code = codes[d.After.CodeHash]; crypto.Keccak256Hash(next.Code) != d.After.CodeHash {
			return fmt.Errorf("code %x is missing", d.After.CodeHash)
		}
	}
	for _, s := range d.Slots {
		if next.Storage[s.Slot] != s.Before || s.Before == s.After {
			return fmt.Errorf("slot %x: have %x, diff says %x to %x", s.Slot, next.Storage[s.Slot], s.Before, s.After)
		}
		if next.Storage[s.Slot] = s.After; s.After == (common.Hash{}) {
			delete(next.Storage, s.Slot)
		}
	}
	if a[d.Address] = next; d.After.IsEmpty() {
		delete(a, d.Address)
	}
	return nil
}

// Root is Ethereum's state root.
func (a Alloc) Root() (common.Hash, error) {
	leaves := make(map[common.Hash][]byte, len(a))
	for address, x := range a {
		slots := make(map[common.Hash][]byte, len(x.Storage))
		for slot, value := range x.Storage {
			enc, err := rlp.EncodeToBytes(common.TrimLeftZeroes(value[:]))
			if err != nil {
				return common.Hash{}, err
			}
			slots[crypto.Keccak256Hash(slot[:])] = enc
		}
		storageRoot, err := trieRoot(slots)
		if err != nil {
			return common.Hash{}, err
		}
		enc, err := rlp.EncodeToBytes(&types.StateAccount{Nonce: x.Nonce, Balance: &x.Balance, Root: storageRoot, CodeHash: crypto.Keccak256(x.Code)})
		if err != nil {
			return common.Hash{}, err
		}
		leaves[crypto.Keccak256Hash(address[:])] = enc
	}
	return trieRoot(leaves)
}

func trieRoot(leaves map[common.Hash][]byte) (common.Hash, error) {
	t := trie.NewStackTrie(nil)
	for _, key := range slices.SortedFunc(maps.Keys(leaves), func(x, y common.Hash) int { return bytes.Compare(x[:], y[:]) }) {
		if err := t.Update(key[:], leaves[key]); err != nil {
			return common.Hash{}, err
		}
	}
	return t.Hash(), nil
}

// LogsHash is keccak(rlp(logs)).
func LogsHash(logs []*types.Log) (common.Hash, error) {
	enc, err := rlp.EncodeToBytes(logs)
	return crypto.Keccak256Hash(enc), err
}

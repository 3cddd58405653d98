package derive

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Memory is a State in memory: the whole state and its tree.
type Memory struct {
	accounts map[common.Address]rollup.Account
	slots    map[slotKey]common.Hash
	codes    map[common.Hash][]byte
	tree     tree.Tree
}

type slotKey struct {
	address common.Address
	slot    common.Hash
}

// NewMemory is the state after a genesis, given as a change of the empty state, with the root of its tree.
func NewMemory(genesis *rollup.StateDiff) (*Memory, common.Hash, error) {
	m := &Memory{accounts: make(map[common.Address]rollup.Account), slots: make(map[slotKey]common.Hash), codes: make(map[common.Hash][]byte)}
	root, err := m.Apply(0, genesis)
	return m, root, err
}

// Account implements rollup.PreState.
func (m *Memory) Account(address common.Address) (rollup.Account, error) {
	if a, ok := m.accounts[address]; ok {
		return a, nil
	}
	return rollup.EmptyAccount(), nil
}

// Storage implements rollup.PreState.
func (m *Memory) Storage(address common.Address, slot common.Hash) (common.Hash, error) {
	return m.slots[slotKey{address, slot}], nil
}

// Code is the code with a hash.
func (m *Memory) Code(hash common.Hash) ([]byte, error) {
	if code, ok := m.codes[hash]; ok || hash == rollup.EmptyCodeHash {
		return code, nil
	}
	return nil, fmt.Errorf("code %v: %w", hash, state.ErrUnknownCode)
}

// Accounts is the number of accounts that are not empty.
func (m *Memory) Accounts() int { return len(m.accounts) }

// Slots is the number of storage slots that are not zero.
func (m *Memory) Slots() int { return len(m.slots) }

// Each calls visit for every account, in no order.
func (m *Memory) Each(visit func(common.Address, rollup.Account)) {
	for address, a := range m.accounts {
		visit(address, a)
	}
}

// Witness is the part of the tree from which the reads can be answered and to which the writes can be applied (witness.Prover).
func (m *Memory) Witness(reads []tree.Key, writes []tree.Entry) (*tree.Tree, error) {
	for i := range reads {
		if _, _, err := m.tree.Get(reads[i]); err != nil {
			return nil, fmt.Errorf("read %d: %w", i, err)
		}
	}
	if err := m.tree.Clone().Update(writes); err != nil {
		return nil, fmt.Errorf("apply writes: %w", err)
	}
	return m.tree.Visited()
}

// Apply implements State.
func (m *Memory) Apply(_ uint64, diff *rollup.StateDiff) (common.Hash, error) {
	for i := range diff.Accounts {
		m.applyAccount(&diff.Accounts[i])
	}
	for i := range diff.Codes {
		m.codes[diff.Codes[i].Hash] = diff.Codes[i].Bytes
	}
	if err := m.tree.Update(tree.Entries(state.DiffOf(diff))); err != nil {
		return common.Hash{}, fmt.Errorf("state tree: %w", err)
	}
	return m.tree.Root().Bytes(), nil
}

func (m *Memory) applyAccount(d *rollup.AccountDiff) {
	if d.After.IsEmpty() {
		delete(m.accounts, d.Address)
	} else {
		m.accounts[d.Address] = d.After
	}
	for _, s := range d.Slots {
		if key := (slotKey{d.Address, s.Slot}); s.After == (common.Hash{}) {
			delete(m.slots, key)
		} else {
			m.slots[key] = s.After
		}
	}
}

package store

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Genesis is what a chain begins with: its configuration, the prices and time of block 0 and the state after it.
type Genesis struct {
	Config        rollup.ChainConfig `json:"config"`
	Timestamp     uint64             `json:"timestamp"`     // seconds
	BaseFee       uint64             `json:"baseFee"`       // wei per gas
	GasPerPubdata uint64             `json:"gasPerPubdata"` // gas per pubdata byte
	Coinbase      common.Address     `json:"coinbase"`
	Alloc         types.GenesisAlloc `json:"alloc"`
}

// Check says what is wrong with the genesis.
func (g *Genesis) Check() error {
	if err := g.Config.Check(); err != nil {
		return fmt.Errorf("genesis: %w", err)
	}
	if g.GasPerPubdata > g.Config.MaxGasPerPubdata {
		return fmt.Errorf("genesis: gas per pubdata %d above the maximum %d", g.GasPerPubdata, g.Config.MaxGasPerPubdata)
	}
	for addr, a := range g.Alloc {
		if a.Balance != nil && (a.Balance.Sign() < 0 || a.Balance.BitLen() > 256) {
			return fmt.Errorf("genesis: balance of %s is not within 256 bits", addr)
		}
		if len(a.Storage) > 0 && len(a.Code) == 0 && a.Nonce == 0 && (a.Balance == nil || a.Balance.Sign() == 0) {
			return fmt.Errorf("genesis: account %s has storage but is empty", addr)
		}
	}
	return nil
}

// Block is block 0.
func (g *Genesis) Block() *rollup.Block {
	b := &rollup.Block{Env: rollup.BlockEnv{
		Timestamp: g.Timestamp, GasLimit: g.Config.BlockGasLimit, GasPerPubdata: g.GasPerPubdata, Coinbase: g.Coinbase,
	}}
	b.Env.BaseFee.SetUint64(g.BaseFee)
	return b
}

// Header is the header of block 0, in the form of docs/spec.md section 3.
func (g *Genesis) Header() *types.Header { return stf.GenesisHeader(g.Block().Env) }

// result is block 0 with its place.
func (g *Genesis) result() (*BlockRef, *stf.BlockResult) {
	header := g.Header()
	res := &stf.BlockResult{Block: g.Block(), Header: header, Hash: header.Hash(), Diff: *g.Diff()}
	return &BlockRef{Hash: res.Hash, Timestamp: g.Timestamp}, res
}

// Diff is the allocation as a change of the empty state. Zero slots and empty accounts do not appear.
func (g *Genesis) Diff() *rollup.StateDiff {
	diff := &rollup.StateDiff{}
	codes := make(map[common.Hash][]byte)
	for addr, alloc := range g.Alloc {
		d := rollup.AccountDiff{Address: addr, Before: rollup.EmptyAccount(), After: rollup.EmptyAccount()}
		d.After.Nonce = alloc.Nonce
		if alloc.Balance != nil {
			d.After.Balance = *uint256.MustFromBig(alloc.Balance) // Check bounds it
		}
		if len(alloc.Code) > 0 {
			d.After.CodeHash, d.After.CodeLen = crypto.Keccak256Hash(alloc.Code), uint32(len(alloc.Code))
			codes[d.After.CodeHash] = alloc.Code
		}
		for slot, value := range alloc.Storage {
			if value != (common.Hash{}) {
				d.Slots = append(d.Slots, rollup.SlotDiff{Slot: slot, After: value})
			}
		}
		slices.SortFunc(d.Slots, func(a, b rollup.SlotDiff) int { return bytes.Compare(a.Slot[:], b.Slot[:]) })
		if !d.After.IsEmpty() {
			diff.Accounts = append(diff.Accounts, d)
		}
	}
	slices.SortFunc(diff.Accounts, func(a, b rollup.AccountDiff) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	for hash, code := range codes {
		diff.Codes = append(diff.Codes, rollup.Code{Hash: hash, Bytes: code})
	}
	slices.SortFunc(diff.Codes, func(a, b rollup.Code) int { return bytes.Compare(a.Hash[:], b.Hash[:]) })
	return diff
}

// ChainState is the chain after block 0, without the tree root.
func (g *Genesis) ChainState() *rollup.ChainState {
	s := &rollup.ChainState{}
	s.Push(0, g.Timestamp, g.Header().Hash())
	return s
}

// Hash identifies the genesis whole: keccak(header hash ‖ configuration hash ‖ keccak(allocation)). The header alone does not bind the allocation,
// because block hashes do not depend on the state.
func (g *Genesis) Hash() common.Hash {
	header, config := g.Header().Hash(), g.Config.Hash()
	pubdata := rollup.Pubdata{Diff: *g.Diff()} // an injective encoding of a diff of the empty state
	return crypto.Keccak256Hash(header[:], config[:], crypto.Keccak256(pubdata.Encode()))
}

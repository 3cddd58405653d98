//go:build !(ashlar_guest && riscv64)

package stf

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Merge is the net change of consecutive blocks, given the change of each in order: what [ExecuteBatch] finds.
func Merge(diffs ...*rollup.StateDiff) rollup.StateDiff {
	type change struct {
		rollup.AccountDiff
		slots map[common.Hash]*rollup.SlotDiff
	}
	accounts := make(map[common.Address]*change)
	codes := make(map[common.Hash][]byte)
	for _, d := range diffs {
		for i := range d.Codes {
			codes[d.Codes[i].Hash] = d.Codes[i].Bytes
		}
		for i := range d.Accounts {
			a := &d.Accounts[i]
			c := accounts[a.Address]
			if c == nil {
				c = &change{AccountDiff: rollup.AccountDiff{Address: a.Address, Before: a.Before}}
				accounts[a.Address] = c
			}
			c.After = a.After
			if c.slots == nil && len(a.Slots) > 0 {
				c.slots = make(map[common.Hash]*rollup.SlotDiff, len(a.Slots))
			}
			for _, s := range a.Slots {
				if have := c.slots[s.Slot]; have != nil {
					have.After = s.After
				} else {
					c.slots[s.Slot] = &s
				}
			}
		}
	}
	var out rollup.StateDiff
	used := make(map[common.Hash]bool)
	for _, c := range accounts {
		for _, s := range c.slots {
			if s.Before != s.After {
				c.Slots = append(c.Slots, *s)
			}
		}
		slices.SortFunc(c.Slots, func(a, b rollup.SlotDiff) int { return bytes.Compare(a.Slot[:], b.Slot[:]) })
		if len(c.Slots) == 0 && c.Before == c.After {
			continue
		}
		out.Accounts = append(out.Accounts, c.AccountDiff)
		if hash := c.After.CodeHash; hash != c.Before.CodeHash && hash != rollupEmptyCode && !used[hash] {
			used[hash] = true
			out.Codes = append(out.Codes, rollup.Code{Hash: hash, Bytes: codes[hash]})
		}
	}
	slices.SortFunc(out.Accounts, func(a, b rollup.AccountDiff) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	slices.SortFunc(out.Codes, func(a, b rollup.Code) int { return bytes.Compare(a.Hash[:], b.Hash[:]) })
	return out
}

package rpc

import (
	"iter"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// merged gives the slots of an ordered sequence and those of a list that are not below start, in order, each once.
func merged(ordered iter.Seq2[common.Hash, error], more []common.Hash, start common.Hash) iter.Seq2[common.Hash, error] {
	more = slices.DeleteFunc(slices.Clone(more), func(s common.Hash) bool { return s.Cmp(start) < 0 })
	slices.SortFunc(more, common.Hash.Cmp)
	more = slices.Compact(more)
	return func(yield func(common.Hash, error) bool) {
		for slot, err := range ordered {
			if err != nil {
				yield(slot, err)
				return
			}
			for len(more) > 0 && more[0].Cmp(slot) < 0 {
				if !yield(more[0], nil) {
					return
				}
				more = more[1:]
			}
			if len(more) > 0 && more[0] == slot {
				more = more[1:]
			}
			if !yield(slot, nil) {
				return
			}
		}
		for _, slot := range more {
			if !yield(slot, nil) {
				return
			}
		}
	}
}

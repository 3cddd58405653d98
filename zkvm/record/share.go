package record

import (
	"maps"
	"slices"

	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Share is the segment with only the units from to up to end of a resource: steps of an
// instruction table, or calls, which are counted by number and then in the order of time.
// The rest is that of the whole segment.
func (s *Segment) Share(res Resource, from, end int) *Segment {
	out := *s
	if res < Resource(rom.NumTables) && res != Resource(rom.Ecall) {
		out.Steps[res] = part(s.Steps[res], from, end)
		return &out
	}
	out.Calls = maps.Clone(s.Calls)
	for _, n := range slices.Sorted(maps.Keys(s.Calls)) {
		if resourceOf(n) != res {
			continue
		}
		out.Calls[n] = part(s.Calls[n], from, end)
		from, end = max(0, from-len(s.Calls[n])), max(0, end-len(s.Calls[n]))
	}
	return &out
}

// part is list[from:end], as far as the list goes.
func part[T any](list []T, from, end int) []T {
	return list[min(from, len(list)):min(end, len(list))]
}

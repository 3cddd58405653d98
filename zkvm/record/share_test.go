package record

import (
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Shares that meet hold every unit once, whatever lists the units are in, and nothing of
// another resource is cut.
func TestSharesAddUp(t *testing.T) {
	seg := &Segment{Calls: map[uint64][]Call{}, Local: make([]Local, 3)}
	for i := range 10 {
		seg.Steps[0] = append(seg.Steps[0], Step{Time: uint32(i)})
		seg.Steps[1] = append(seg.Steps[1], Step{Time: uint32(i)})
	}
	for _, n := range []uint64{abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256, abi.EcallKeccakAbsorb} {
		for i := range 4 {
			seg.Calls[n] = append(seg.Calls[n], Call{Number: n, Time: uint32(i)})
		}
	}
	times := func(s *Segment, res Resource) (out []uint64) {
		if res == Mod256 {
			for _, n := range []uint64{abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256} {
				for _, c := range s.Calls[n] {
					out = append(out, c.Number<<8+uint64(c.Time))
				}
			}
			return out
		}
		for _, step := range s.Steps[res] {
			out = append(out, uint64(step.Time))
		}
		return out
	}
	for _, res := range []Resource{0, Mod256} {
		whole := times(seg, res)
		for cut := 0; cut <= len(whole)+1; cut++ {
			first, second := seg.Share(res, 0, cut), seg.Share(res, cut, len(whole)+5)
			seen := map[uint64]int{}
			for _, x := range append(times(first, res), times(second, res)...) {
				seen[x]++
			}
			if len(times(first, res)) != min(cut, len(whole)) || len(seen) != len(whole) {
				t.Fatalf("resource %d, cut at %d: %d units before, %d of %d in all", res, cut, len(times(first, res)), len(seen), len(whole))
			}
			for x, n := range seen {
				if n != 1 {
					t.Fatalf("resource %d, cut at %d: unit %#x is there %d times", res, cut, x, n)
				}
			}
			if len(first.Steps[1]) != 10 || len(first.Calls[abi.EcallKeccakAbsorb]) != 4 || len(first.Local) != 3 {
				t.Fatal("another resource was cut")
			}
		}
		if len(times(seg, res)) != len(whole) {
			t.Fatal("the segment itself was cut")
		}
	}
	if n := len(seg.Share(Resource(rom.Ecall), 0, 0).Calls[abi.EcallKeccakAbsorb]); n != 4 {
		t.Errorf("%d calls left after the halts were cut", n)
	}
}

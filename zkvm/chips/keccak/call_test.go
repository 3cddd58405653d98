package keccak

import (
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// complete gives the calls of calls() the registers and times that a recorder finds.
func complete(seg *record.Segment) {
	const state, block = 0x4000_0100, 0x4000_fff8
	all := seg.Calls[abi.EcallKeccakAbsorb]
	for i := range all {
		c := &all[i]
		c.Number, c.PC, c.NextPC, c.TimeStep = abi.EcallKeccakAbsorb, 0x4000, 0x4001, 4
		for k, v := range []uint64{abi.EcallKeccakAbsorb, state, block} {
			c.Accesses[k] = record.Access{Old: v, Value: v, Time: c.Time, Prev: 7}
		}
		for k := 3; k < len(c.Accesses); k++ {
			a := &c.Accesses[k]
			a.Time, a.Prev = c.Time, 0
			if k >= 3+blockLanes {
				a.Time = c.Time + 3
			}
			if a.Value == 0 && k < 3+blockLanes {
				a.Value = a.Old
			}
		}
	}
}

// TestCallMeetsPermutation fills both tables and looks at the bus between them.
func TestCallMeetsPermutation(t *testing.T) {
	seg := calls(5)
	complete(seg)
	var in []check.Instance
	for _, table := range Tables() {
		i := check.Instance{Chip: table.Chip, Main: columns(table.Chip, 7)}
		if table.Fixed != nil {
			i.Fixed = table.Fixed(7)
		}
		if n := table.Rows(seg); n > 1<<7 {
			t.Fatalf("%s: %d rows", table.Chip.Name, n)
		}
		table.Fill(seg, i.Main)
		in = append(in, i)
	}
	bad, err := check.Constraints(in)
	if err != nil || len(bad) != 0 {
		t.Fatal(bad, err)
	}
	unbalanced := func() (n int) {
		all, err := check.Balance(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range all {
			if u.Bus == stateBus.Name {
				n++
			}
		}
		return n
	}
	if n := unbalanced(); n != 0 {
		t.Fatalf("%d tuples between calls and permutations do not balance", n)
	}
	t.Logf("call: %d columns, %d interactions; permutation: %d columns", len(in[0].Chip.Main), len(in[0].Chip.Interactions), len(in[1].Chip.Main))
	in[1].Main[0][23] = 0 // the permutation of the first call is supplied by half
	if n := unbalanced(); n == 0 {
		t.Fatal("half a permutation is enough")
	}
}

package keccak

import (
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

// machine absorbs three blocks into one state.
func machine(t *testing.T) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	for i := range uint64(3 * blockLanes) {
		m.Set(0x4000_0000+8*i, 0x0123456789abcdef*(i+3))
	}
	for i := range uint64(3) {
		if err := m.Call(abi.EcallKeccakAbsorb, [4]uint64{0x9000_0008, 0x4000_0000 + 8*blockLanes*i}); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestCalls(t *testing.T) {
	m := machine(t)
	if err := calltest.Accept(calltest.Fill(Tables(), m.Segment, 3), m.External()); err != nil {
		t.Fatal(err)
	}
}

// TestEveryColumnOfTheCallCounts leaves the permutation to TestPermutationCorruption.
func TestEveryColumnOfTheCallCounts(t *testing.T) {
	m := machine(t)
	in := calltest.Fill(Tables(), m.Segment, 3)
	// The tuples of the permutation as messages: its table is slow to check.
	external := append(m.External(), supplies(m.Segment)...)
	if err := calltest.Accept(in[:1], external); err != nil {
		t.Fatal(err)
	}
	for _, s := range calltest.Corrupt(in[:1], 0, 1, external) {
		t.Error(s)
	}
}

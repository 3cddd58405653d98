package poseidon2

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

// machine makes calls of both widths: on zeros, on the largest words, in place, on words
// that are not below p.
func machine(t *testing.T) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	const in, out, heap = 0x4000_0000, 0x4000_1000, 0x9000_0000
	for i := range uint64(12) {
		m.Set(in+8*i, 0x12345678_9abcdef0*(i+1))
		m.Set(heap+8*i, ^uint64(0)-i)
	}
	for _, number := range []uint64{abi.EcallPoseidon2x16, abi.EcallPoseidon2x24} {
		for _, a := range [][4]uint64{{out, in}, {heap, heap}, {out, heap}, {out + 0x100, 0x5000_0000}} {
			if err := m.Call(number, a); err != nil {
				t.Fatal(err)
			}
		}
	}
	return m
}

func TestCalls(t *testing.T) {
	m := machine(t)
	in := calltest.Fill(Tables(), m.Segment, 3)
	if err := calltest.Accept(in, m.External()); err != nil {
		t.Fatal(err)
	}
	for _, i := range in {
		t.Logf("%s: %d columns, %d interactions", i.Chip.Name, len(i.Chip.Main), len(i.Chip.Interactions))
	}
}

func TestEveryColumnCounts(t *testing.T) {
	m := machine(t)
	in := calltest.Fill(Tables(), m.Segment, 3)
	for which := range in {
		for _, s := range calltest.Corrupt(in, which, 1, m.External()) {
			t.Error(s)
		}
	}
}

// TestOutputIsReduced writes the other representative of an output word, w + p, which fits
// 32 bits, with everything else and the memory adjusted to it.
func TestOutputIsReduced(t *testing.T) {
	c := newCall("poseidon16", abi.EcallPoseidon2x16, poseidon2.Spec16())
	for k := range 8 {
		m := calltest.New()
		m.Set(0x4000_0000, 1, 2, 3)
		if err := m.Call(abi.EcallPoseidon2x16, [4]uint64{0x4000_1000, 0x4000_0000}); err != nil {
			t.Fatal(err)
		}
		a := &m.Segment.Calls[abi.EcallPoseidon2x16][0].Accesses[3+8+k/2]
		shift := 32 * (k % 2)
		if a.Value>>shift&0xffff_ffff+field.Modulus >= 1<<32 {
			t.Fatalf("word %d has no other representative", k)
		}
		a.Value += field.Modulus << shift
		m.Memory[a.Cell] = a.Value
		in := calltest.Fill(Tables()[:1], m.Segment, 3)
		top := c.tops[k].At
		for v := range uint64(3) { // the helper column is the prover's to choose
			if v > 0 {
				in[0].Main[top][0] = field.New(v - 1)
			}
			err := calltest.Accept(in, m.External())
			if err == nil {
				t.Fatalf("word %d above p is accepted", k)
			}
			if !strings.Contains(err.Error(), "below p") && !strings.Contains(err.Error(), "inverse") && !strings.Contains(err.Error(), "RANGE16") {
				t.Fatalf("refused for another reason: %v", err)
			}
		}
	}
}

// TestConstraintsAreNeeded changes cells of a call and of padding and wants every constraint
// to notice some change.
func TestConstraintsAreNeeded(t *testing.T) {
	for _, in := range calltest.Fill(Tables(), machine(t).Segment, 3) {
		needless, err := calltest.Needless(in, 0, 6)
		if err != nil || len(needless) != 0 {
			t.Errorf("%s: no change of a cell violates %q, %v", in.Chip.Name, needless, err)
		}
	}
}

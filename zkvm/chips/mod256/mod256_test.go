package mod256

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

const (
	addrX, addrY, addrM, addrOut = 0x4000_0000, 0x4000_0020, 0x4000_0040, 0x9000_0000
)

var top = word4{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}

// curveOrder is the order of secp256k1.
var curveOrder = word4{0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff}

func set(m *calltest.Machine, x, y, n word4) {
	m.Set(addrX, x[:]...)
	m.Set(addrY, y[:]...)
	m.Set(addrM, n[:]...)
}

// one is a machine with one call on its operands.
func one(t *testing.T, number uint64, x, y, n word4) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	set(m, x, y, n)
	if err := m.Call(number, [4]uint64{addrOut, addrX, addrY, addrM}); err != nil {
		t.Fatal(err)
	}
	return m
}

func accept(m *calltest.Machine) error {
	return calltest.Accept(calltest.Fill(Tables(), m.Segment, 2), m.External())
}

func TestEdges(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	random := func() word4 { return word4{rng.Uint64(), rng.Uint64(), rng.Uint64(), rng.Uint64()} }
	moduli := []word4{{1}, {2}, {3}, {1 << 16}, {0, 0, 0, 1 << 63}, top, curveOrder, random()}
	for _, n := range moduli {
		less := fromBig(new(big.Int).Sub(toBig(&n), big.NewInt(1)))
		for _, x := range []word4{{}, {1}, less, {0xffff}} {
			if toBig(&x).Cmp(toBig(&n)) >= 0 {
				continue
			}
			if err := accept(one(t, abi.EcallMulMod256, x, top, n)); err != nil {
				t.Errorf("%x * 2^256-1 mod %x: %v", x, n, err)
			}
		}
		for _, x := range []word4{{}, {1}, less, n, top, random()} {
			if err := accept(one(t, abi.EcallDivMod256, x, word4{}, n)); err != nil {
				t.Errorf("%x / %x: %v", x, n, err)
			}
		}
	}
	for _, y := range []word4{{1}, {2}, fromBig(new(big.Int).Sub(toBig(&curveOrder), big.NewInt(1))), top, random()} {
		if err := accept(one(t, abi.EcallInvMod256, word4{}, y, curveOrder)); err != nil {
			t.Errorf("1 / %x: %v", y, err)
		}
	}
	if err := accept(one(t, abi.EcallInvMod256, word4{}, word4{1}, word4{2})); err != nil {
		t.Error(err)
	}
}

// machine has one call of each number; the first squares in place.
func machine(t *testing.T) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	set(m, word4{5, 6, 7, 8}, word4{1 << 60, 0xabcdef, 1, 2}, curveOrder)
	for _, c := range []struct {
		number uint64
		a      [4]uint64
	}{
		{abi.EcallMulMod256, [4]uint64{addrX, addrX, addrX, addrM}},
		{abi.EcallDivMod256, [4]uint64{addrOut, addrM, 0, addrY}},
		{abi.EcallInvMod256, [4]uint64{addrOut, 0, addrY, addrM}},
	} {
		if err := m.Call(c.number, c.a); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// free are columns that mean nothing on a row: pointers and values of operands that the
// number does not read. An access that is not made receives what it sends, whatever that is.
func free(row int, survivor string) bool {
	absent := [][]string{{"rest"}, {"a2.", "y"}, {"a1.", "x", "rest"}}[row]
	name := strings.TrimPrefix(survivor, "mod256.")
	for _, p := range absent {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

func TestEveryColumnCounts(t *testing.T) {
	m := machine(t)
	in := calltest.Fill(Tables(), m.Segment, 2)
	t.Logf("%d columns, %d interactions", len(in[0].Chip.Main), len(in[0].Chip.Interactions))
	if err := calltest.Accept(in, m.External()); err != nil {
		t.Fatal(err)
	}
	for row := range 3 {
		for _, s := range calltest.Corrupt(in, 0, row, m.External()) {
			if !free(row, s) {
				t.Error(s)
			} else {
				t.Log("without meaning: " + s)
			}
		}
	}
}

// forge replaces the result of a call, in the trace and in memory, and gives the prover
// its best witness for it.
func forge(t *testing.T, m *calltest.Machine, number uint64, first int, v word4) error {
	t.Helper()
	call := &m.Segment.Calls[number][0]
	for i := range cells {
		a := &call.Accesses[len(call.Accesses)-first+i]
		a.Value = v[i]
		m.Memory[a.Cell] = v[i]
	}
	return accept(m)
}

func TestForgedResults(t *testing.T) {
	n := word4{1000}
	for _, c := range []struct {
		what   string
		number uint64
		x, y   word4
		first  int
		forged word4
	}{
		{"r + m", abi.EcallMulMod256, word4{7}, word4{11}, 4, word4{1077}},
		{"r + 1", abi.EcallMulMod256, word4{7}, word4{11}, 4, word4{78}},
		{"r - m", abi.EcallMulMod256, word4{700}, word4{11}, 4, word4{^uint64(0) - 299, ^uint64(0), ^uint64(0), ^uint64(0)}},
		{"remainder + m", abi.EcallDivMod256, word4{12345}, word4{}, 4, word4{1345}},
		{"quotient - 1", abi.EcallDivMod256, word4{12345}, word4{}, 8, word4{11}},
		{"inverse + m", abi.EcallInvMod256, word4{}, word4{7}, 4, word4{1143}},
		{"no inverse", abi.EcallInvMod256, word4{}, word4{7}, 4, word4{3}},
	} {
		m := one(t, c.number, c.x, c.y, n)
		if err := accept(m); err != nil {
			t.Fatal(c.what, err)
		}
		err := forge(t, m, c.number, c.first, c.forged)
		if err == nil {
			t.Errorf("%s is accepted", c.what)
		} else if !strings.Contains(err.Error(), "below m") && !strings.Contains(err.Error(), "xy = qm + r") {
			t.Errorf("%s is refused for another reason: %v", c.what, err)
		}
	}
}

// TestResultAboveTheModulus: a result with m added, and the quotient to it, where the limbs of the gap are such that
// every constraint holds. Its last limb is negative, and that is all that refuses it.
func TestResultAboveTheModulus(t *testing.T) {
	chip := newCall()
	n := word4{1000, 0, 0, 5}
	for _, c := range []struct {
		number uint64
		x, y   word4
	}{
		{abi.EcallMulMod256, word4{7}, word4{11, 0, 0, 3}},
		{abi.EcallDivMod256, word4{12345, 0, 0, 77}, word4{}},
		{abi.EcallInvMod256, word4{}, word4{7}},
	} {
		m := one(t, c.number, c.x, c.y, n)
		call := &m.Segment.Calls[c.number][0]
		above := word4{}
		for i := range above {
			above[i] = call.Accesses[len(call.Accesses)-cells+i].Value
		}
		above = fromBig(new(big.Int).Add(toBig(&above), toBig(&n)))
		if c.number == abi.EcallDivMod256 { // the quotient is written, too
			q := &call.Accesses[len(call.Accesses)-8]
			q.Value--
			m.Memory[q.Cell]--
		}
		if err := forge(t, m, c.number, cells, above); err == nil {
			t.Fatalf("%#x: accepted", c.number)
		}
		in := calltest.Fill(Tables(), m.Segment, 2)
		before := int64(1)
		for k := range limbs {
			limb := func(v *word4) int64 { return int64(v[k/4] >> (16 * (k % 4)) & 0xffff) }
			gap, borrow := limb(&n)-limb(&above)-before, int64(0)
			if gap < 0 && k < limbs-1 {
				gap, borrow = gap+(1<<16), 1
			}
			if before = borrow; k < limbs-1 {
				in[0].Main[chip.borrows[k].At][0] = field.New(uint64(borrow))
			}
			in[0].Main[chip.gap[k].At][0] = field.New(uint64(gap + field.Modulus))
		}
		if bad, err := check.Constraints(in); err != nil || len(bad) != 0 {
			t.Errorf("%#x: %v, %v", c.number, bad, err)
		}
		if err := calltest.Accept(in, m.External()); err == nil || !strings.Contains(err.Error(), "RANGE16") {
			t.Errorf("%#x: %v", c.number, err)
		}
		in[0].Chip = withoutLastGap(in[0].Chip, chip.gap[limbs-1].ID())
		if err := calltest.Accept(in, m.External()); err != nil {
			t.Errorf("%#x: refused by more than the range of the last limb: %v", c.number, err)
		}
	}
}

// withoutLastGap is the chip without the lookup of a column.
func withoutLastGap(c *air.Chip, column air.NodeID) *air.Chip {
	less := *c
	less.Interactions = slices.DeleteFunc(slices.Clone(c.Interactions), func(x air.Interaction) bool {
		return x.Bus == bus.Range16 && x.Tuple[0] == column
	})
	return &less
}

// TestLargeQuotient: the executor refuses exactly the products that have no row. A quotient
// cut to 256 bits is the prover's best try.
func TestLargeQuotient(t *testing.T) {
	half := word4{0, 0, 0, 1 << 63}
	for _, c := range []struct {
		x, y, n word4
		refused bool
	}{
		{top, top, top, false},
		{top, half, half, false}, // the quotient is 2^256 - 1
		{half, half, word4{1, 0, 0, 1 << 62}, false},
		{half, half, word4{0, 0, 0, 1 << 62}, true}, // 2^256
		{half, half, word4{^uint64(0), ^uint64(0), ^uint64(0), 1<<62 - 1}, true},
		{top, top, fromBig(new(big.Int).Sub(toBig(&top), big.NewInt(1))), true}, // 2^256, and a rest of one
		{top, word4{2}, word4{1}, true},
		{top, word4{1}, word4{1}, false},
	} {
		m := calltest.New()
		set(m, c.x, c.y, c.n)
		err := m.Call(abi.EcallMulMod256, [4]uint64{addrOut, addrX, addrY, addrM})
		if !c.refused {
			if err == nil {
				err = accept(m)
			}
			if err != nil {
				t.Errorf("%x * %x mod %x: %v", c.x, c.y, c.n, err)
			}
			continue
		}
		if err != accel.LargeQuotient {
			t.Errorf("%x * %x mod %x: %v", c.x, c.y, c.n, err)
		}
		m = one(t, abi.EcallMulMod256, word4{}, c.y, c.n)
		call := &m.Segment.Calls[abi.EcallMulMod256][0]
		rest := new(big.Int).Mul(toBig(&c.x), toBig(&c.y))
		out := fromBig(rest.Mod(rest, toBig(&c.n)))
		for i := range cells {
			x, to := &call.Accesses[atX+i], &call.Accesses[atOut+i]
			x.Old, x.Value, to.Value = c.x[i], c.x[i], out[i]
		}
		bad, err := check.Constraints(calltest.Fill(Tables(), m.Segment, 1))
		if err != nil || len(bad) == 0 || !strings.Contains(bad[0].Name, "xy = qm + r") {
			t.Errorf("%x * %x mod %x: %v, %v", c.x, c.y, c.n, bad, err)
		}
	}
}

// TestConstraintsAreNeeded changes cells and wants every constraint to notice some change.
func TestConstraintsAreNeeded(t *testing.T) {
	in := calltest.Fill(Tables(), machine(t).Segment, 2)
	needless, err := calltest.Needless(in[0], 0, 1, 2)
	if err != nil || len(needless) != 0 {
		t.Errorf("no change of a cell violates %q, %v", needless, err)
	}
}

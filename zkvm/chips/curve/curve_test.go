package curve

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

const addrP, addrQ, addrOut = 0x4000_0000, 0x4000_0040, 0x9000_0000

type point = [2 * cells]uint64

// generator is G of SEC 2, section 2.4.1.
var generator = point{
	0x59f2815b16f81798, 0x029bfcdb2dce28d9, 0x55a06295ce870b07, 0x79be667ef9dcbbac,
	0x9c47d08ffb10d4b8, 0xfd17b448a6855419, 0x5da4fbfc0e1108a8, 0x483ada7726a3c465,
}

// multiples are G, 2G, 4G, ... and sums of neighbours.
func multiples(t *testing.T, n int) []point {
	t.Helper()
	out := []point{generator}
	for len(out) < n {
		p := out[len(out)-1]
		d, why := accel.SecpDouble(&p)
		if why != accel.OK {
			t.Fatal(why)
		}
		s, why := accel.SecpAdd(&p, &d)
		if why != accel.OK {
			t.Fatal(why)
		}
		out = append(out, s, d)
	}
	return out
}

func number(v *big.Int) word4 { return fromBig(v) }

func at(x, y *big.Int) (p point) {
	a, b := number(x), number(y)
	copy(p[:cells], a[:])
	copy(p[cells:], b[:])
	return p
}

func one(t *testing.T, number uint64, p, q point) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	m.Set(addrP, p[:]...)
	m.Set(addrQ, q[:]...)
	if err := m.Call(number, [4]uint64{addrOut, addrP, addrQ}); err != nil {
		t.Fatal(err)
	}
	return m
}

func accept(m *calltest.Machine) error {
	return calltest.Accept(calltest.Fill(Tables(), m.Segment, 1), m.External())
}

func TestAddAndDouble(t *testing.T) {
	less := new(big.Int).Sub(prime, big.NewInt(1))
	points := append(multiples(t, 7),
		// Not on the curve, but with extreme coordinates.
		at(big.NewInt(0), big.NewInt(1)), at(less, less), at(big.NewInt(1), less), at(less, big.NewInt(1)))
	for i, p := range points {
		if err := accept(one(t, abi.EcallSecp256k1Double, p, point{})); err != nil {
			t.Errorf("2 * %x: %v", p, err)
		}
		for _, q := range points[:i] {
			if [cells]uint64(q[:cells]) == [cells]uint64(p[:cells]) {
				continue
			}
			if err := accept(one(t, abi.EcallSecp256k1Add, p, q)); err != nil {
				t.Errorf("%x + %x: %v", p, q, err)
			}
		}
	}
}

// machine adds and doubles, in place and with one operand in the place of the result.
func machine(t *testing.T) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	p := multiples(t, 3)
	m.Set(addrP, p[1][:]...)
	m.Set(addrQ, p[2][:]...)
	for _, c := range []struct {
		number uint64
		a      [4]uint64
	}{
		{abi.EcallSecp256k1Add, [4]uint64{addrP, addrP, addrQ}},
		{abi.EcallSecp256k1Double, [4]uint64{addrP, addrP}},
	} {
		if err := m.Call(c.number, c.a); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// free are columns without meaning on a row: the operand Q, which a doubling does not read,
// and the inverses that prove a number below p when it is small.
func free(row int, survivor string) bool {
	name := strings.TrimPrefix(survivor, "curve.")
	if strings.Contains(name, ".inverse") {
		return true
	}
	for _, p := range []string{"a2.", "q", "x2", "y2"} {
		if row == 1 && strings.HasPrefix(name, p) {
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
	for row := range 2 {
		for _, s := range calltest.Corrupt(in, 0, row, m.External()) {
			if !free(row, s) {
				t.Error(s)
			}
		}
	}
}

// replace puts other coordinates where a call wrote, in the trace and in memory.
func replace(m *calltest.Machine, number uint64, v point) {
	call := &m.Segment.Calls[number][0]
	for i := range v {
		a := &call.Accesses[len(call.Accesses)-len(v)+i]
		a.Value = v[i]
		m.Memory[a.Cell] = v[i]
	}
}

func TestForgedResults(t *testing.T) {
	p := multiples(t, 3)
	m := one(t, abi.EcallSecp256k1Add, p[0], p[1])
	negative := func(v point) point {
		y := word4(v[cells:])
		return at(toBig((*word4)(v[:cells])), new(big.Int).Sub(prime, toBig(&y)))
	}
	right, _ := accel.SecpAdd(&p[0], &p[1])
	for what, v := range map[string]point{"the negative": negative(right), "another point": p[2], "zero": {}} {
		replace(m, abi.EcallSecp256k1Add, v)
		if err := accept(m); err == nil {
			t.Errorf("%s is accepted as a sum", what)
		}
	}
	replace(m, abi.EcallSecp256k1Add, right)
	if err := accept(m); err != nil {
		t.Error(err)
	}
}

// TestResultIsReduced looks for doublings whose x is below 2^32 + 977, so that x + p fits:
// (0, y) has l = 0 and x3 = 0, y3 = -y.
func TestResultIsReduced(t *testing.T) {
	y := big.NewInt(5)
	m := one(t, abi.EcallSecp256k1Double, at(big.NewInt(0), new(big.Int).Sub(prime, y)), point{})
	if err := accept(m); err != nil {
		t.Fatal(err)
	}
	for what, v := range map[string]point{
		"x + p": at(prime, y), "y + p": at(big.NewInt(0), new(big.Int).Add(prime, y)),
	} {
		replace(m, abi.EcallSecp256k1Double, v)
		err := accept(m)
		if err == nil {
			t.Errorf("%s is accepted", what)
		} else if !strings.Contains(err.Error(), "is below p") {
			t.Errorf("%s is refused for another reason: %v", what, err)
		}
	}
}

// TestExceptionalCases: with equal x the first identity is 0 = 1 + k p for any inverse.
func TestExceptionalCases(t *testing.T) {
	m := one(t, abi.EcallSecp256k1Add, generator, multiples(t, 2)[1])
	call := &m.Segment.Calls[abi.EcallSecp256k1Add][0]
	for i := range cells { // x2 := x1, as the trace and memory have it
		a := &call.Accesses[atQ+i]
		a.Old, a.Value = generator[i], generator[i]
	}
	in := calltest.Fill(Tables(), m.Segment, 1)
	bad, err := check.Constraints(in)
	if err != nil || len(bad) == 0 || !strings.Contains(bad[0].Name, names[0]) {
		t.Errorf("equal x: %v, %v", bad, err)
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

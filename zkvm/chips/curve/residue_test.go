package curve

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

// operand makes a call see other words at an address, from the first moment on: in its
// accesses and in the messages of memory.
func operand(m *calltest.Machine, number uint64, external []check.Message, addr uint64, v []uint64) {
	values := map[uint32]uint64{}
	for i, w := range v {
		values[uint32(addr/8)+uint32(i)] = w
	}
	call := &m.Segment.Calls[number][0]
	for i := range call.Accesses {
		a := &call.Accesses[i]
		if w, ok := values[a.Cell]; ok {
			a.Old, a.Value = w, w
		}
	}
	for _, x := range external {
		if w, ok := values[x.Tuple[0].Uint32()]; ok && x.Bus.ID == bus.Memory.ID {
			for k := range 4 {
				x.Tuple[1+k] = field.New(w >> (16 * k) & 0xffff)
			}
		}
	}
}

// TestCoordinatesCountModuloP: the executor refuses coordinates that are not below p; the
// chip computes with their residues, and adds no point to another with the same x modulo p.
func TestCoordinatesCountModuloP(t *testing.T) {
	plus := func(v int64) *big.Int { return new(big.Int).Add(prime, big.NewInt(v)) }
	small, large := at(big.NewInt(1), big.NewInt(5)), at(plus(1), plus(5))
	if _, why := accel.SecpAdd(&large, &generator); why != accel.Coordinate {
		t.Fatal(why)
	}
	for _, number := range []uint64{abi.EcallSecp256k1Add, abi.EcallSecp256k1Double} {
		m := one(t, number, small, generator)
		external := m.External()
		operand(m, number, external, addrP, large[:])
		if err := calltest.Accept(calltest.Fill(Tables(), m.Segment, 1), external); err != nil {
			t.Errorf("%s of residues: %v", accel.Name(number), err)
		}
	}
	for what, other := range map[string]point{"equal": at(plus(1), big.NewInt(7)), "opposite": at(plus(1), new(big.Int).Sub(prime, big.NewInt(5)))} {
		m := one(t, abi.EcallSecp256k1Add, small, generator)
		external := m.External()
		operand(m, abi.EcallSecp256k1Add, external, addrQ, other[:])
		err := calltest.Accept(calltest.Fill(Tables(), m.Segment, 1), external)
		if err == nil || !strings.Contains(err.Error(), names[0]) {
			t.Errorf("%s x: %v", what, err)
		}
	}
	m := one(t, abi.EcallSecp256k1Double, small, point{})
	external := m.External()
	zero := at(big.NewInt(1), prime)
	operand(m, abi.EcallSecp256k1Double, external, addrP, zero[:])
	if err := calltest.Accept(calltest.Fill(Tables(), m.Segment, 1), external); err == nil || !strings.Contains(err.Error(), names[0]) {
		t.Errorf("y = p: %v", err)
	}
}

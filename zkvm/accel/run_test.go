package accel

import (
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// cells is memory that keeps the order of accesses.
type cells struct {
	m     map[uint64]uint64
	trace []uint64 // addresses; stores have bit 63 set
}

func (c *cells) Load(a uint64) uint64 { c.trace = append(c.trace, a); return c.m[a] }
func (c *cells) Store(a, v uint64)    { c.trace = append(c.trace, a|1<<63); c.m[a] = v }

func filled() *cells {
	c := &cells{m: map[uint64]uint64{}}
	for a := uint64(0x1000); a < 0x1400; a += 8 {
		c.m[a] = rng.Uint64()
	}
	return c
}

func (c *cells) at(addr uint64, n int) (out []uint64) {
	for i := range uint64(n) {
		out = append(out, c.m[addr+8*i])
	}
	return out
}

func (c *cells) put(addr uint64, v []uint64) {
	for i, w := range v {
		c.m[addr+8*uint64(i)] = w
	}
}

// TestRun: each call puts the pure function's result where the ABI says, also when
// output and inputs are the same cells.
func TestRun(t *testing.T) {
	g, g2, g3 := multiples(t)
	for _, out := range []uint64{0x1200, 0x1000, 0x1010} {
		c := filled()
		a := [4]uint64{out, 0x1000, 0x1020, 0x1040}
		c.m[0x1058] |= c.m[0x1018] + 1 // so that x < m
		x, y, m := [4]uint64(c.at(a[1], 4)), [4]uint64(c.at(a[2], 4)), [4]uint64(c.at(a[3], 4))
		want, _ := MulMod(&x, &y, &m)
		run(t, c, abi.EcallMulMod256, a)
		equal(t, "mulmod", c.at(out, 4), want[:])

		c = filled()
		x, m = [4]uint64(c.at(a[1], 4)), [4]uint64(c.at(a[3], 4))
		q, r, _ := DivMod(&x, &m)
		run(t, c, abi.EcallDivMod256, a)
		equal(t, "divmod", c.at(out, 8), append(q[:], r[:]...))

		c = filled()
		c.put(a[3], SecpPrime[:])
		y = [4]uint64(c.at(a[2], 4))
		want, _ = InvMod(&y, &SecpPrime)
		run(t, c, abi.EcallInvMod256, a)
		equal(t, "invmod", c.at(out, 4), want[:])

		c = filled()
		c.put(0x1000, g[:])
		c.put(0x1040, g2[:])
		run(t, c, abi.EcallSecp256k1Add, [4]uint64{out, 0x1000, 0x1040})
		equal(t, "add", c.at(out, 8), g3[:])
		c.put(0x1000, g[:])
		run(t, c, abi.EcallSecp256k1Double, [4]uint64{out, 0x1000})
		equal(t, "double", c.at(out, 8), g2[:])

		c = filled()
		in := c.at(0x1000, 12)
		want = Compress24((*[12]uint64)(in))
		run(t, c, abi.EcallPoseidon2x24, [4]uint64{out, 0x1000})
		equal(t, "width 24", c.at(out, 4), want[:])
		c.put(0x1000, in)
		want = Compress16((*[8]uint64)(in[:8]))
		run(t, c, abi.EcallPoseidon2x16, [4]uint64{out, 0x1000})
		equal(t, "width 16", c.at(out, 4), want[:])
	}
	c := filled()
	state, block := [25]uint64(c.at(0x1000, 25)), [17]uint64(c.at(0x1200, 17))
	KeccakAbsorb(&state, &block)
	run(t, c, abi.EcallKeccakAbsorb, [4]uint64{0x1000, 0x1200})
	equal(t, "keccak", c.at(0x1000, 25), state[:])
}

func run(t *testing.T, c *cells, number uint64, a [4]uint64) {
	t.Helper()
	c.trace = nil
	regions, why := Regions(nil, number, a)
	if why == OK {
		why = Run(number, a, c)
	}
	if why != OK {
		t.Fatalf("%s: %v", Name(number), why)
	}
	stored := false
	for _, at := range c.trace {
		write := at>>63 == 1
		if stored = stored || write; stored && !write && number != abi.EcallMemcpy {
			t.Errorf("%s loads %#x after a store", Name(number), at)
		}
		if !slices.ContainsFunc(regions, func(r Region) bool {
			return at<<1>>1-r.Addr < 8*r.Cells && (r.Write || !write)
		}) {
			t.Errorf("%s touches %#x outside its regions", Name(number), at)
		}
	}
}

func equal(t *testing.T, what string, got, want []uint64) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %x, want %x", what, got, want)
	}
}

func TestCopyAndSet(t *testing.T) {
	c := filled()
	from := c.at(0x1000, 10)
	run(t, c, abi.EcallMemcpy, [4]uint64{0x1200, 0x1000, 10})
	equal(t, "copy", c.at(0x1200, 10), from)
	run(t, c, abi.EcallMemcpy, [4]uint64{0x1000, 0x1010, 8})
	equal(t, "copy down", c.at(0x1000, 8), from[2:])
	c.put(0x1000, from)
	run(t, c, abi.EcallMemcpy, [4]uint64{0x1010, 0x1000, 8})
	equal(t, "copy up repeats", c.at(0x1000, 10), []uint64{from[0], from[1], from[0], from[1], from[0], from[1],
		from[0], from[1], from[0], from[1]})
	end := c.m[0x1018+24]
	run(t, c, abi.EcallMemset, [4]uint64{0x1018, 0xfedcba9876543210, 3})
	equal(t, "set", c.at(0x1018, 4), []uint64{0xfedcba9876543210, 0xfedcba9876543210, 0xfedcba9876543210, end})
	for _, number := range []uint64{abi.EcallMemcpy, abi.EcallMemset} {
		for _, n := range []uint64{0, abi.MaxAccelCells + 1, 1 << 63, ^uint64(0)} {
			if _, why := Regions(nil, number, [4]uint64{0x1000, 0x1000, n}); why != Count {
				t.Errorf("%s of %d cells: %v", Name(number), n, why)
			}
		}
		if _, why := Regions(nil, number, [4]uint64{0x1000, 0x1000, abi.MaxAccelCells}); why != OK {
			t.Errorf("%s of the most cells: %v", Name(number), why)
		}
	}
}

// TestRefusedCallsWriteNothing: memory is as before, and the reason is right.
func TestRefusedCallsWriteNothing(t *testing.T) {
	g, _, _ := multiples(t)
	zero := make([]uint64, 4)
	for _, x := range []struct {
		number uint64
		a      [4]uint64
		put    map[uint64][]uint64
		want   Refusal
	}{
		{abi.EcallMulMod256, [4]uint64{0x1100, 0x1000, 0x1020, 0x1040}, map[uint64][]uint64{0x1040: zero}, ZeroModulus},
		{abi.EcallDivMod256, [4]uint64{0x1100, 0x1000, 0, 0x1040}, map[uint64][]uint64{0x1040: zero}, ZeroModulus},
		{abi.EcallInvMod256, [4]uint64{0x1100, 0, 0x1020, 0x1040}, map[uint64][]uint64{0x1040: {1, 0, 0, 0}}, SmallModulus},
		{abi.EcallInvMod256, [4]uint64{0x1100, 0, 0x1020, 0x1040}, map[uint64][]uint64{0x1020: zero}, NotInvertible},
		{abi.EcallSecp256k1Add, [4]uint64{0x1100, 0x1000, 0x1040}, map[uint64][]uint64{0x1000: g[:], 0x1040: g[:]}, EqualX},
		{abi.EcallSecp256k1Add, [4]uint64{0x1100, 0x1000, 0x1040}, map[uint64][]uint64{0x1000: SecpPrime[:]}, Coordinate},
		{abi.EcallSecp256k1Double, [4]uint64{0x1100, 0x1000}, map[uint64][]uint64{0x1000: append(g[:4:4], zero...)}, ZeroY},
	} {
		c := filled()
		for at, v := range x.put {
			c.put(at, v)
		}
		before := c.at(0x1000, 0x80)
		if why := Run(x.number, x.a, c); why != x.want {
			t.Errorf("%s: got %v, want %v", Name(x.number), why, x.want)
		}
		if !slices.Equal(c.at(0x1000, 0x80), before) {
			t.Errorf("%s wrote although it refused", Name(x.number))
		}
	}
}

func TestKeccakOverlap(t *testing.T) {
	for _, c := range []struct {
		block uint64
		want  Refusal
	}{
		{0x1000, Overlap}, {0x1000 + 8*24, Overlap}, {0x1000 + 8*25, OK}, {0x1000 - 8*16, Overlap}, {0x1000 - 8*17, OK},
	} {
		if _, why := Regions(nil, abi.EcallKeccakAbsorb, [4]uint64{0x1000, c.block}); why != c.want {
			t.Errorf("block at %#x: got %v, want %v", c.block, why, c.want)
		}
	}
}

func TestKnown(t *testing.T) {
	for number, want := range map[uint64]bool{
		abi.EcallAccelBase - 1: false, abi.EcallAccelBase: true, abi.EcallMemset: true, abi.EcallMemset + 1: false,
		abi.EcallHalt: false, ^uint64(0): false,
	} {
		if Known(number) != want || (Name(number) == "unknown accelerator") == want {
			t.Errorf("%#x: %v, %s", number, Known(number), Name(number))
		}
	}
	if OK.Error() == "" || Refusal(255).Error() != "unknown refusal" || EqualX.Error() != "points have the same x" {
		t.Error("refusals are not named")
	}
}

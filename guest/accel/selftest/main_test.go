package main

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	guestaccel "github.com/ashlar-labs/ashlar/guest/accel"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var program = sync.OnceValues(func() (*rv64.Program, error) {
	g, err := image.Build(context.Background(), image.Options{Package: "."})
	if err != nil {
		return nil, err
	}
	return g.Load()
})

// both runs an input in the machine and natively.
func both(t *testing.T, input []byte) (native [32]byte, panicked string, machine rv64.Result, err error) {
	t.Helper()
	p, err := program()
	if err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() {
			if r := recover(); r != nil {
				panicked, _ = r.(string)
			}
		}()
		native = run(input)
	}()
	machine, err = p.Run(context.Background(), input, rv64.Limits{MaxCycles: 1 << 28})
	return native, panicked, machine, err
}

type input []byte

func (b input) words(w ...uint64) input {
	for _, v := range w {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	return b
}

var (
	rng   = rand.New(rand.NewPCG(3, 4))
	prime = accel.SecpPrime[:]
	zero  = []uint64{0, 0, 0, 0}
	one   = []uint64{1, 0, 0, 0}
	full  = []uint64{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
	gen   = words("9817f8165b81f259d928ce2ddbfc9b02070b87ce9562a055acbbdcf97e66be79b8d410fb8fd0479c195485a648b417fda808110efcfba45d65c4a32677da3a48")
	gen2  = words("e59e705cb909acaba73cef8c4b8e775cd87cc0956e4045306d7ded41947f04c62ae5cf50a9316423e1d066326532f6f7eeea6c461984c5a339c33da6fe68e11a")
)

func words(s string) (w []uint64) {
	b, err := hex.DecodeString(s)
	if err != nil {
		panic(err)
	}
	for ; len(b) > 0; b = b[8:] {
		w = append(w, binary.LittleEndian.Uint64(b))
	}
	return w
}

func random(n int) (w []uint64) {
	for range n {
		w = append(w, rng.Uint64())
	}
	return w
}

func (b input) call(function uint64, args ...[]uint64) input {
	b = b.words(function)
	for _, a := range args {
		b = b.words(a...)
	}
	return b
}

func same(t *testing.T, b input) {
	t.Helper()
	native, panicked, machine, err := both(t, b)
	if panicked != "" || err != nil || machine.Output != native {
		t.Errorf("native %x %s, machine %x, %v", native, panicked, machine.Output, err)
	}
}

func TestIntegers(t *testing.T) {
	numbers := [][]uint64{zero, one, full, prime, {0, 1, 0, 0}, random(4), random(4), append(random(2), 0, 0)}
	var b input
	for _, x := range numbers {
		for _, m := range numbers[1:] {
			for _, y := range numbers {
				b = b.call(mulMod, x, y, m)
			}
			b = b.call(divMod, x, m).call(squareMod, x, m, []uint64{rng.Uint64N(5)})
		}
	}
	for range 50 {
		b = b.call(invMod, random(4), prime).call(invMod, []uint64{rng.Uint64() | 1}, random(3), []uint64{0, 0, 0, 1 << 63})
	}
	same(t, b.call(invMod, full, prime).call(invMod, one, []uint64{2, 0, 0, 0}))
}

func TestCurve(t *testing.T) {
	var b input
	for n := range uint64(40) {
		b = b.call(double, gen, []uint64{n}).call(double, gen2, []uint64{n})
	}
	same(t, b.call(add, gen, gen2).call(add, gen2, gen))
}

func TestPoseidon2(t *testing.T) {
	var b input
	for range 20 {
		b = b.call(compress16, random(8)).call(compress24, random(12))
	}
	same(t, b.call(compress16, full, full).call(compress24, zero, one, full))
}

// TestElements: package poseidon2 in the machine, for arrays at any address.
func TestElements(t *testing.T) {
	var b input
	for odd := range uint64(8) {
		b = b.words(elements, odd).words(random(24)...)
	}
	same(t, b)
}

func TestKeccak(t *testing.T) {
	for off := range 8 {
		var b input
		for n := range 300 {
			if n > 20 && n < 120 && n%7 != 0 {
				continue
			}
			b = b.words(keccak, uint64(n), uint64(off), rng.Uint64N(8))
			for range n {
				b = append(b, byte(rng.Uint32()))
			}
		}
		same(t, b)
	}
}

// TestPermutation also compares with package zkvm/accel, whose code is another.
func TestPermutation(t *testing.T) {
	state := [25]uint64(random(25))
	same(t, input{}.call(permute, state[:]).call(permute, make([]uint64, 25)))
	want := state
	accel.KeccakAbsorb(&want, new([17]uint64))
	if guestaccel.KeccakF1600(&state); state != want {
		t.Errorf("got %x, want %x", state, want)
	}
}

func TestCopyAndSet(t *testing.T) {
	var b input
	for _, n := range []uint64{0, 1, 2, 31, 4095, 4096, 4097, 8192, 8195} {
		b = b.words(copyWords, n, n, 0).words(copyWords, n, 0, 3).words(copyWords, n, 2, 0).words(setWords, n, rng.Uint64())
	}
	same(t, b)
}

// TestRefusals: what panics natively is a trap in the machine, which names the
// accelerator and the reason.
func TestRefusals(t *testing.T) {
	sameX := append(append([]uint64{}, gen[:4]...), 1, 2, 3, 4)
	for name, c := range map[string]struct {
		in     input
		native string
		why    accel.Refusal
	}{
		"product modulo zero":    {input{}.call(mulMod, one, one, zero), "modulus is zero", accel.ZeroModulus},
		"square modulo zero":     {input{}.call(squareMod, one, zero, one), "modulus is zero", accel.ZeroModulus},
		"division by zero":       {input{}.call(divMod, one, zero), "modulus is zero", accel.ZeroModulus},
		"inverse modulo zero":    {input{}.call(invMod, one, zero), "modulus is below two", accel.SmallModulus},
		"inverse modulo one":     {input{}.call(invMod, one, one), "modulus is below two", accel.SmallModulus},
		"inverse of zero":        {input{}.call(invMod, zero, prime), "not invertible", accel.NotInvertible},
		"inverse of the modulus": {input{}.call(invMod, prime, prime), "not invertible", accel.NotInvertible},
		"sum of equal points":    {input{}.call(add, gen, gen), "same x", accel.EqualX},
		"sum of equal x":         {input{}.call(add, gen, sameX), "same x", accel.EqualX},
		"x is p":                 {input{}.call(add, append(prime[:4:4], one...), gen), "not below p", accel.Coordinate},
		"y is p":                 {input{}.call(add, gen, append(one[:4:4], prime...)), "not below p", accel.Coordinate},
		"double of a large x":    {input{}.call(double, full, one, one), "not below p", accel.Coordinate},
		"double of y zero":       {input{}.call(double, one, zero, one), "y is zero", accel.ZeroY},
	} {
		_, panicked, _, err := both(t, c.in)
		var trap *rv64.Trap
		if !errors.As(err, &trap) || trap.Kind != rv64.TrapRefused || trap.Why != c.why ||
			!strings.HasPrefix(trap.Func, "github.com/ashlar-labs/ashlar/guest/accel.") {
			t.Errorf("%s: machine: %v", name, err)
		}
		if !strings.Contains(panicked, c.native) {
			t.Errorf("%s: native: %q", name, panicked)
		}
	}
}

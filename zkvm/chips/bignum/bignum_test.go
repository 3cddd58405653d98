package bignum

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

// square is the chip of a^2 = b (b of 64 bytes as two numbers).
type square struct {
	*adapter.Builder
	a, low, high Number
	carries      Carries
}

func difference[T Ring[T]](zero T, a, low, high []T) []T {
	d := Zeros(zero, 2*Bytes)
	AddProduct(d, a, a, 1)
	AddShifted(d, low, 0, -1)
	AddShifted(d, high, Bytes, -1)
	return d
}

func newSquare() *square {
	s := &square{Builder: adapter.New("square")}
	s.a, s.low, s.high = Witness(s.Builder, "a"), Witness(s.Builder, "low"), Witness(s.Builder, "high")
	s.carries = Zero(s.Builder, "a a", difference(s.Const(0), s.a.Bytes, s.low.Bytes, s.high.Bytes))
	return s
}

// try fills one row and asks whether it is accepted.
func try(a, low, high [4]uint64) error {
	s := newSquare()
	chip := s.Done()
	in := check.Instance{Chip: chip, Main: make([][]field.Element, len(chip.Main))}
	for i := range in.Main {
		in.Main[i] = make([]field.Element, 2)
	}
	adapter.Fill(in.Main, 1, func(row []uint32, _ int) {
		s.a.Put(row, &a)
		s.low.Put(row, &low)
		s.high.Put(row, &high)
		s.carries.Put(row, difference(0, Ints(&a), Ints(&low), Ints(&high)))
	})
	return calltest.Accept([]check.Instance{in}, nil)
}

func TestSquares(t *testing.T) {
	top := ^uint64(0)
	// (2^256 - 1)^2 = 2^512 - 2^257 + 1: every digit as large as it gets.
	if err := try([4]uint64{top, top, top, top}, [4]uint64{1}, [4]uint64{top - 1, top, top, top}); err != nil {
		t.Error(err)
	}
	if err := try([4]uint64{1 << 32}, [4]uint64{0, 1}, [4]uint64{}); err != nil {
		t.Error(err)
	}
}

func TestOtherSquaresAreRefused(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		a := [4]uint64{rng.Uint64()}
		low := [4]uint64{a[0] * a[0], rng.Uint64()}
		if try(a, low, [4]uint64{}) == nil {
			t.Fatalf("%x squared is not %x", a, low)
		}
	}
}

// TestCarriesAreBounded takes the carries that the field gives, where a number that is a
// multiple of p passes for zero: every constraint holds and only the ranges refuse it.
func TestCarriesAreBounded(t *testing.T) {
	s := newSquare()
	chip := s.Done()
	for _, x := range []struct {
		a, low [4]uint64
		zero   bool
	}{
		{[4]uint64{}, [4]uint64{field.Modulus}, true},
		{[4]uint64{1 << 40}, [4]uint64{5 * field.Modulus, 1 << 16}, true},
		{[4]uint64{3}, [4]uint64{10}, false},
	} {
		in := check.Instance{Chip: chip, Main: make([][]field.Element, len(chip.Main))}
		for i := range in.Main {
			in.Main[i] = make([]field.Element, 2)
		}
		adapter.Fill(in.Main, 1, func(row []uint32, _ int) {
			s.a.Put(row, &x.a)
			s.low.Put(row, &x.low)
			carry, by := field.Element(0), field.New(256).Inv()
			for k, d := range difference(0, Ints(&x.a), Ints(&x.low), Ints(&[4]uint64{}))[:len(s.carries)] {
				carry = carry.Add(field.New(uint64(d + field.Modulus))).Mul(by)
				s.carries[k].Put(row, carry.Uint32())
			}
		})
		bad, err := check.Constraints([]check.Instance{in})
		if err != nil || (len(bad) == 0) != x.zero {
			t.Errorf("%x, %x: %v, %v", x.a, x.low, bad, err)
		}
		if err := calltest.Accept([]check.Instance{in}, nil); err == nil || x.zero && !strings.Contains(err.Error(), bus.Range16.Name) {
			t.Errorf("%x, %x: %v", x.a, x.low, err)
		}
	}
}

// TestDigitBound repeats the arithmetic of the package's precondition.
func TestDigitBound(t *testing.T) {
	if largest := MaxDigit/255 + 1; largest > carryOffset {
		t.Errorf("a carry may be %d", largest)
	}
	if most := MaxDigit + carryOffset + 256*carryOffset; most >= field.Modulus {
		t.Errorf("a digit of the chain may be %d", most)
	}
}

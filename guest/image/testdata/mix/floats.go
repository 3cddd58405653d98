package main

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
)

// Computed by package initialisation, so by the builder's floating point: exact
// has only operations that every architecture rounds alike, fused also those that
// the riscv64 compiler and library do in their own way.
var exact, fused = floats()

var samples = []float64{0, 1, -1, 0.1, 1.5, 2.5, -2.5, 3.99, -1e-3, 1e10, -1e10, 1e19, -1e19, 1e300, -1e300, 5e-324,
	math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), math.MaxInt32, math.MaxUint32, math.MaxInt64}

func floats() (exact, fused [32]byte) {
	a, b := []byte{}, []byte{}
	put := func(to *[]byte, v float64) {
		if v != v {
			v = math.NaN() // architectures differ in the sign of a fresh NaN
		}
		*to = binary.LittleEndian.AppendUint64(*to, math.Float64bits(v))
	}
	for _, x := range samples {
		put(&a, math.Floor(x))
		put(&a, math.Ceil(x))
		put(&a, math.Trunc(x))
		put(&a, math.RoundToEven(x))
		put(&a, float64(float32(x)))
		put(&a, math.Abs(x))
		a = append(a, strconv.FormatFloat(x, 'g', -1, 64)...)
		a = append(a, fmt.Sprintf("%v %.3e", float32(x)/3, x)...)
		if x == x && math.Abs(x) <= math.MaxInt64/2 { // others convert as the architecture likes
			put(&a, float64(int64(x)))
			put(&a, float64(int32(int64(x))))
			put(&a, float64(uint32(int64(x))))
		}
		put(&b, math.Exp(x))
		put(&b, math.Log(math.Abs(x)))
		put(&b, math.Sqrt(x))
		for _, y := range samples {
			put(&a, float64(x*y)+1)
			put(&a, x-y)
			if y != 0 && x == x && y == y && !math.IsInf(x, 0) {
				put(&a, x/y)
			}
			a = append(a, fmt.Sprint(x < y, x <= y, x == y, math.Max(x, y) == x, math.Signbit(math.Copysign(x, y)))...)
			put(&b, x*y+x)
			put(&b, x*y-y)
			put(&b, math.FMA(x, y, -x))
			put(&b, math.Pow(x, y))
			put(&b, math.Max(x, y))
			put(&b, math.Min(x, y))
			f, g := float32(x), float32(y)
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f*g))
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f-g))
			b = strconv.AppendBool(b, f < g)
		}
	}
	return sha256.Sum256(a), sha256.Sum256(b)
}

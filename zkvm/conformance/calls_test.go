package conformance

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func accelName(number uint64) string { return accel.Name(number) }

// callsImage calls every accelerator once.
func callsImage() *rv64.Image {
	call := func(number uint64, a ...uint64) []uint32 {
		code := asm.Li(17, number)
		for i, v := range a {
			code = append(code, asm.Li(uint32(10+i), v)...)
		}
		return append(code, asm.Ecall)
	}
	const d = asm.Data
	code := asm.Join(
		call(abi.EcallKeccakAbsorb, d+1024, d), call(abi.EcallMulMod256, d+1280, d, d+32, d+64),
		call(abi.EcallDivMod256, d+1344, d, 0, d+64), call(abi.EcallInvMod256, d+1408, 0, d, d+96),
		call(abi.EcallPoseidon2x16, d+1472, d), call(abi.EcallPoseidon2x24, d+1536, d),
		call(abi.EcallMemcpy, d+1600, d, 5), call(abi.EcallMemset, d+1664, 77, 4),
		call(abi.EcallSecp256k1Double, d+1728, d+128), call(abi.EcallSecp256k1Add, d+1792, d+1728, d+128),
		asm.Li(5, d+1280), []uint32{asm.I(rv64.Ld, 11, 5, 0), asm.I(rv64.Ld, 12, 5, 64)}, asm.Halt())
	rng := rand.New(rand.NewPCG(5, 6))
	data := make([]byte, 1024)
	for i := range data {
		data[i] = byte(rng.Uint32())
	}
	data[96] = 97 // a prime, which has inverses
	clear(data[97:128])
	data[128+31], data[128+63] = 0, 0 // coordinates below the prime
	return asm.Image(code, data)
}

// The honest run of all calls is accepted.
func TestCalls(t *testing.T) {
	r := recorded(t, callsImage(), nil, roomy())
	if n := len(r.segments[0].Calls); n != 11 {
		t.Errorf("%d kinds of calls", n)
	}
	if err := r.check(); err != nil {
		t.Fatal(err)
	}
	r.rethread()
	r.outputOfHalt()
	if err := r.check(); err != nil {
		t.Fatalf("threaded anew: %v", err)
	}
}

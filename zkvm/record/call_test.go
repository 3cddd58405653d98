package record

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// calls is code that calls every accelerator, some with operands that overlap, and then
// halts with words of what they wrote.
func calls() []uint32 {
	call := func(number uint64, a ...uint64) []uint32 {
		code := asm.Li(17, number)
		for i, v := range a {
			code = append(code, asm.Li(uint32(10+i), v)...)
		}
		return append(code, asm.Ecall)
	}
	const d = asm.Data
	return asm.Join(
		call(abi.EcallKeccakAbsorb, d, d+256), call(abi.EcallKeccakAbsorb, d, d+200),
		call(abi.EcallMulMod256, d+64, d, d+32, d+64), call(abi.EcallMulMod256, d, d, d, d),
		call(abi.EcallDivMod256, d+512, d+32, 0, d+64), call(abi.EcallInvMod256, d+600, 0, d+8, d+96),
		call(abi.EcallPoseidon2x16, d+640, d+640), call(abi.EcallPoseidon2x24, d+700&^7, d+512),
		call(abi.EcallMemcpy, d+808, d+800, 40), call(abi.EcallMemcpy, d+1600, d, 100), call(abi.EcallMemset, d+2400, 77, 9),
		call(abi.EcallSecp256k1Double, d+64, d+3072), call(abi.EcallSecp256k1Add, d+64, d+64, d+3072),
		asm.Li(5, d+600), []uint32{
			asm.I(rv64.Ld, 11, 5, 0), asm.I(rv64.Ld, 12, 5, 48), asm.I(rv64.Ld, 13, 5, 300&^7), asm.I(rv64.Ld, 14, 5, 1000),
		}, asm.Halt())
}

func TestCalls(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	data := make([]byte, 4096)
	for i := range data {
		data[i] = byte(rng.Uint32())
	}
	// The modulus of the inverse is a prime.
	data[96] = 97
	for i := 97; i < 128; i++ {
		data[i] = 0
	}
	data[3072+31], data[3072+63] = 0, 0 // coordinates below the prime
	img := asm.Image(calls(), data)
	r, loaded := recorder(t, img, nil)
	segments := whole(t, r, []Counts{capacity(1 << 14)}, first)
	result, err := loaded.Run(context.Background(), nil, rv64.Limits{})
	if err != nil || segments[0].Output != result.Output || r.Cycles() != result.Cycles {
		t.Fatalf("output %x after %d cycles, want %+v, %v", segments[0].Output, r.Cycles(), result, err)
	}
	checkRun(t, r, segments)
	for number, want := range map[uint64][]int{ // calls, accesses of the first
		abi.EcallKeccakAbsorb: {2, 3 + 17 + 25}, abi.EcallMulMod256: {2, 5 + 12 + 4}, abi.EcallDivMod256: {1, 4 + 8 + 8},
		abi.EcallInvMod256: {1, 4 + 8 + 4}, abi.EcallPoseidon2x16: {1, 3 + 8 + 4}, abi.EcallPoseidon2x24: {1, 3 + 12 + 4},
		abi.EcallMemcpy: {2, 4 + 80}, abi.EcallMemset: {1, 4 + 9}, abi.EcallSecp256k1Double: {1, 3 + 8 + 8}, abi.EcallSecp256k1Add: {1, 4 + 16 + 8},
		abi.EcallHalt: {1, 6},
	} {
		c := segments[0].Calls[number]
		if len(c) != want[0] || len(c[0].Accesses) != want[1] {
			t.Errorf("%#x: %d calls, %d accesses", number, len(c), len(c[0].Accesses))
		}
	}
	mul := segments[0].Calls[abi.EcallMulMod256][1]
	for i, slot := range []uint32{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3} {
		if got := mul.Accesses[i].Time - mul.Time; got != slot {
			t.Errorf("access %d of MULMOD256 is at %d", i, got)
		}
	}
	if c := segments[0].Calls[abi.EcallMemset][0]; c.TimeStep != 18 || c.Accesses[5].Time != c.Time+3 {
		t.Errorf("fill: %+v", c)
	}
	// Small shapes cut between the calls.
	shape := capacity(260)
	shape[Keccak], shape[BlockCalls], shape[BlockCells], shape[Programs] = 1, 1, 120, 1<<10
	r.Reset()
	checkRun(t, r, whole(t, r, []Counts{shape}, first))
	shape[Keccak] = 0
	r.Reset()
	for err = nil; err == nil && !r.Halted(); {
		_, err = r.Next([]Counts{shape}, first, new(Segment))
	}
	if err != ErrNoShape {
		t.Errorf("no shape has the chip: %v", err)
	}
}

// The time of calls counts, too.
func TestTimeLimitOfCalls(t *testing.T) {
	loop := []uint32{asm.Ecall, asm.I(rv64.Addi, 5, 5, -1), asm.B(rv64.Bne, 5, 0, -8)}
	code := asm.Join(asm.Li(5, 400), asm.Li(17, abi.EcallMemset), asm.Li(10, asm.Data), asm.Li(12, abi.MaxAccelCells), loop, asm.Halt())
	r, _ := recorder(t, asm.Image(code, nil), nil)
	segments := whole(t, r, []Counts{capacity(1 << 24)}, first)
	if len(segments) != 2 {
		t.Errorf("%d segments", len(segments))
	}
	for _, seg := range segments {
		if seg.TimeOut >= 1<<bus.TimeBits || seg.TimeOut < 1<<20 {
			t.Errorf("segment %d ends at %d", seg.Index, seg.TimeOut)
		}
	}
}

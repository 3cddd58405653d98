package record

import (
	"context"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Every trap is the executor's, to the pc, the function and the cycle.
func TestTraps(t *testing.T) {
	at := func(addr uint64, word uint32) []uint32 { return append(asm.Li(5, addr), word) }
	call := func(number uint64, a0 uint64) []uint32 {
		return asm.Join(asm.Li(10, a0), asm.Li(17, number), []uint32{asm.Ecall})
	}
	for name, code := range map[string][]uint32{
		"illegal":           {0xffff_ffff},
		"ebreak":            {0x0010_0073},
		"misaligned load":   at(asm.Data+4, asm.I(rv64.Ld, 6, 5, 0)),
		"misaligned store":  at(asm.Data+1, asm.S(rv64.Sh, 6, 5, 0)),
		"misaligned atomic": at(asm.Data+2, asm.R(rv64.AmoAddW, 6, 5, 6)),
		"misaligned sc":     at(asm.Data+4, asm.R(rv64.ScD, 6, 5, 6)),
		"sc at zero":        {asm.R(rv64.ScW, 6, 0, 6)},
		"lr at zero":        {asm.R(rv64.LrW, 6, 0, 0)},
		"sc to the text":    append(at(asm.Text, asm.R(rv64.LrW, 6, 5, 0)), asm.R(rv64.ScW, 6, 5, 6)),
		"sc that fails":     append(at(asm.Text, asm.R(rv64.ScW, 6, 5, 6)), 0), // illegal
		"null":              {asm.I(rv64.Lb, 6, 0, 0)},
		"beyond memory":     at(abi.StackTop, asm.S(rv64.Sb, 0, 5, 0)),
		"beyond addresses":  at(1<<32, asm.S(rv64.Sb, 0, 5, 0)),
		"negative":          {asm.I(rv64.Ld, 6, 0, -8)},
		"register cells":    at(8*bus.RegisterCell, asm.S(rv64.Sd, 0, 5, 0)),
		"store to the text": at(asm.Text, asm.S(rv64.Sd, 0, 5, 0)),
		"atomic on text":    at(asm.Text, asm.R(rv64.AmoMinW, 6, 5, 6)),
		"computed jump":     at(asm.Text+2, asm.I(rv64.Jalr, 1, 5, 0)),
		"jump to data":      at(asm.Data, asm.I(rv64.Jalr, 1, 5, 0)),
		"jump out":          {asm.Jal(0, 4096)},
		"branch out":        {asm.B(rv64.Beq, 0, 0, -8)},
		"end of the text":   {asm.I(rv64.Addi, 5, 0, 0)},
		"exit code":         call(abi.EcallHalt, 3),
		"marker":            call(abi.EcallSnapshot, 0),
		"out of memory":     call(exitGroup, abi.ExitOutOfMemory),
		"unknown ecall":     call(0x2000, 0),
		"system call":       call(exitGroup, 0),
		"odd keccak":        call(abi.EcallKeccakAbsorb, 4),
		"refused":           call(abi.EcallInvMod256, asm.Data),
		"text as result":    asm.Join(asm.Li(11, asm.Data), call(abi.EcallPoseidon2x16, asm.Text)),
		"no memory":         asm.Join(asm.Li(11, asm.Data), call(abi.EcallKeccakAbsorb, 64)),
		"inside of a copy":  asm.Join(asm.Li(11, asm.Data), asm.Li(12, 8), call(abi.EcallMemcpy, abi.StackTop-32)),
	} {
		r, loaded := recorder(t, asm.Image(code, make([]byte, 8)), nil)
		_, want := loaded.Run(context.Background(), nil, rv64.Limits{})
		_, got := r.Next([]Counts{capacity(1 << 14)}, first, new(Segment))
		var a, b *rv64.Trap
		if !errors.As(got, &a) || !errors.As(want, &b) {
			t.Errorf("%s: %v, the executor says %v", name, got, want)
			continue
		}
		b.Said = ""
		if a.Error() != b.Error() {
			t.Errorf("%s: %v, the executor says %v", name, a, b)
		}
	}
}

package prove

import (
	"context"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// accept proves a run with all checks on and verifies the encoded proof.
func accept(t *testing.T, program *Program, input []byte) Stats {
	t.Helper()
	prover := New(params.InsecureDev())
	p, stats, err := prover.Prove(context.Background(), program, input, Options{Workers: 2, Check: true})
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := prover.Keys().Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := prover.Keys().Verify(context.Background(), program.Digest, p.Output, encoded); err != nil {
		t.Fatal(err)
	}
	return stats
}

// call is code that makes one call.
func call(number uint64, a ...uint64) []uint32 {
	code := asm.Li(17, number)
	for i, v := range a {
		code = append(code, asm.Li(uint32(10+i), v)...)
	}
	return append(code, asm.Ecall)
}

// Every accelerator is proven in one program, with results over operands, a copy that
// repeats itself and the longest copy.
func TestAccelerators(t *testing.T) {
	const d = asm.Data
	data := make([]byte, 4096)
	for i := range data {
		data[i] = byte(i*i%251 + i/7)
	}
	word := func(at int, v ...uint64) {
		for i, x := range v {
			binary.LittleEndian.PutUint64(data[at+8*i:], x)
		}
	}
	modulus := 1024
	word(modulus, 0xffff_ffff_0000_0001, 7, 1<<40, 1<<62|5)
	word(modulus+32, 3, 1<<63, 5, 1<<60) // below the modulus, as is what follows
	word(modulus+64, 1<<63, 9, 0, 1<<59)
	word(modulus+96, 97, 0, 0, 0)
	point := 2048
	word(point+24, 1<<60)
	word(point+56, 1<<61)
	code := asm.Join(
		call(abi.EcallKeccakAbsorb, d, d+256), call(abi.EcallKeccakAbsorb, d, d+3000),
		call(abi.EcallMulMod256, d+1200, d+1056, d+1088, d+1024), call(abi.EcallMulMod256, d+1056, d+1056, d+1056, d+1024),
		call(abi.EcallDivMod256, d+1280, d+1088, 0, d+1120), call(abi.EcallInvMod256, d+1360, 0, d+1088, d+1120),
		call(abi.EcallPoseidon2x16, d+640, d+640), call(abi.EcallPoseidon2x24, d+704, d+512),
		call(abi.EcallSecp256k1Double, d+2112, d+2048), call(abi.EcallSecp256k1Add, d+2112, d+2112, d+2048),
		call(abi.EcallMemcpy, d+808, d+800, 40), call(abi.EcallMemset, d+2400, 77, 9),
		call(abi.EcallMemcpy, abi.HeapBase, abi.InputBase, abi.MaxAccelCells),
		asm.Li(5, d), []uint32{asm.I(rv64.Ld, 11, 5, 0), asm.I(rv64.Ld, 12, 5, 1200), asm.I(rv64.Ld, 13, 5, 640), asm.I(rv64.Ld, 14, 5, 2000)},
		asm.Halt())
	accept(t, load(t, asm.Image(code, data)), []byte("copied from the input"))
}

// Go programs are proven: one without accelerators, and one with curve and Keccak.
func TestGoPrograms(t *testing.T) {
	signature := make([]byte, 0, 97)
	for _, w := range []uint64{
		0xdaba8c984363447d, 0x18bf8210079973ac, 0x8fc1ce76864315b5, 0xbaacf246bf6e72f6,
	} {
		signature = binary.BigEndian.AppendUint64(signature, w)
	}
	signature = append(signature, 1)
	for _, w := range []uint64{
		0x97dc7c2067956cc0, 0xa7c1760d751d56fd, 0x0100d8cb18459d8a, 0x758b88741c008e7e,
		0x113182d49425df80, 0x0649cdbed795d966, 0x99a40a504c67fbc8, 0x6501742ef2cf7a23,
	} {
		signature = binary.BigEndian.AppendUint64(signature, w)
	}
	for name, input := range map[string][]byte{"fib": []byte("50"), "signature": signature} {
		g, err := image.Build(context.Background(), image.Options{Package: "github.com/ashlar-labs/ashlar/examples/" + name})
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := g.Load()
		if err != nil {
			t.Fatal(err)
		}
		program, err := Load(context.Background(), loaded, 2)
		if err != nil {
			t.Fatal(err)
		}
		stats := accept(t, program, input)
		t.Logf("%s: %d cycles in %d segments", name, stats.Cycles, stats.Segments)
	}
}

// A run that traps has no proof, and the error names pc and function.
func TestTraps(t *testing.T) {
	prover := New(params.InsecureDev())
	for name, c := range map[string]struct {
		code  []uint32
		input int
		kind  rv64.TrapKind
	}{
		"exit code":     {code: call(abi.EcallHalt, 1), kind: rv64.TrapExit},
		"misaligned":    {code: append(asm.Li(5, asm.Data+1), asm.I(rv64.Lw, 6, 5, 0)), kind: rv64.TrapMisaligned},
		"no memory":     {code: []uint32{asm.S(rv64.Sd, 0, 0, 0)}, kind: rv64.TrapAccess},
		"ecall":         {code: call(0x3000), kind: rv64.TrapEcall},
		"refused":       {code: call(abi.EcallMulMod256, asm.Data, asm.Data, asm.Data, asm.Data), kind: rv64.TrapRefused},
		"illegal":       {code: []uint32{0}, kind: rv64.TrapIllegal},
		"never ends":    {code: []uint32{asm.Jal(0, 0)}, kind: rv64.TrapCycleLimit},
		"large input":   {code: asm.Halt(), input: abi.MaxInputBytes + 1, kind: rv64.TrapInputTooLong},
		"runtime error": {code: call(94, abi.ExitOutOfMemory), kind: rv64.TrapOutOfMemory},
	} {
		program := load(t, asm.Image(c.code, nil))
		p, _, err := prover.Prove(context.Background(), program, make([]byte, c.input), Options{Limits: rv64.Limits{MaxCycles: 1000}})
		var trap *rv64.Trap
		switch {
		case p != nil || !errors.As(err, &trap) || trap.Kind != c.kind:
			t.Errorf("%s: %v", name, err)
		case c.kind != rv64.TrapInputTooLong && (trap.Func != "main" || trap.PC < asm.Text):
			t.Errorf("%s: %v does not say where", name, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	program := load(t, asm.Image(asm.Halt(), nil))
	stop := func(e Event) {
		if e.Phase == "segment" {
			cancel()
		}
	}
	p, _, err := New(params.InsecureDev()).Prove(ctx, program, nil, Options{Workers: 2, Observer: stop})
	if p != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

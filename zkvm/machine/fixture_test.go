package machine_test

import (
	"context"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// proven is a proof of a run with what it is a proof of.
type proven struct {
	keys    *machine.Keys
	program machine.Digest
	proof   *machine.Proof
	bytes   []byte
}

// runs proves a program that adds up its input, on two inputs: two runs of several segments.
var runs = sync.OnceValues(func() ([2]proven, error) {
	var out [2]proven
	rng := rand.New(rand.NewPCG(1, 2))
	loop := []uint32{asm.I(rv64.Addi, 5, 5, -1), asm.R(rv64.Add, 11, 11, 5), asm.S(rv64.Sd, 11, 6, 0), asm.B(rv64.Bne, 5, 0, -12)}
	code := asm.Join(asm.Li(7, 0xa000_0000), []uint32{asm.I(rv64.Ld, 11, 7, 0)}, asm.Li(5, 5000), asm.Li(6, asm.Data), loop, asm.Halt())
	loaded, err := rv64.Load(asm.Image(code, []byte{1, 2, 3}), nil)
	if err != nil {
		return out, err
	}
	program, err := prove.Load(context.Background(), loaded, 2)
	if err != nil {
		return out, err
	}
	prover := prove.New(params.InsecureDev())
	for i := range out {
		input := []byte{byte(rng.Uint32()), byte(i)}
		p, _, err := prover.Prove(context.Background(), program, input, prove.Options{Workers: 2, Shapes: []string{"tiny", "small"}})
		if err != nil {
			return out, err
		}
		b, err := prover.Keys().Encode(p)
		if err != nil {
			return out, err
		}
		out[i] = proven{prover.Keys(), program.Digest, p, b}
	}
	return out, nil
})

func fixture(t testing.TB) [2]proven {
	t.Helper()
	out, err := runs()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(out[0].proof.Segments); n < 2 {
		t.Fatalf("%d segments, the tests want several", n)
	}
	return out
}

// again decodes the proof anew, so that a test may change it.
func (p *proven) again(t testing.TB) *machine.Proof {
	t.Helper()
	out, err := p.keys.Decode(p.bytes, p.program)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

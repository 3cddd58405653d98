package prove

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func load(t testing.TB, img *rv64.Image) *Program {
	t.Helper()
	loaded, err := rv64.Load(img, rv64.Symbols{{Addr: img.TextAddr, Bytes: img.TextBytes, Name: "main"}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load(context.Background(), loaded, 2)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Random programs of all instructions are proven and verified.
func TestRandomPrograms(t *testing.T) {
	prover := New(params.InsecureDev())
	for seed := range uint64(2) {
		rng := rand.New(rand.NewPCG(seed, 9))
		data := make([]byte, 4096)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		program := load(t, asm.Image(asm.Random(rng, 300), data))
		p, stats, err := prover.Prove(context.Background(), program, nil, Options{Workers: 2, Check: true})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		t.Logf("%+v", stats)
		encoded, err := prover.Keys().Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d bytes", len(encoded))
		if err := prover.Keys().Verify(context.Background(), program.Digest, p.Output, encoded); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

package prove

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
)

var update = flag.Bool("update", false, "write the golden digest of a proof")

const proofGolden = "testdata/proof.sha256"

// TestSameBytesEverywhere compares the digest of a proof with the one that every build has:
// one worker or two, AVX-512, AVX2 or the build tag purego. It changes with every change of the
// proof system, of a chip or of a shape: -update.
func TestSameBytesEverywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	program := load(t, asm.Image(asm.Random(rng, 200), make([]byte, 4096)))
	var digest string
	for workers := 1; workers <= 2; workers++ {
		prover := New(params.InsecureDev())
		p, _, err := prover.Prove(context.Background(), program, nil, Options{Workers: workers})
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
		sum := sha256.Sum256(encoded)
		if got := hex.EncodeToString(sum[:]); digest == "" {
			digest = got
		} else if got != digest {
			t.Errorf("%d workers make another proof", workers)
		}
	}
	if *update {
		if err := os.WriteFile(proofGolden, []byte(digest+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(proofGolden)
	if err != nil || strings.TrimSpace(string(want)) != digest {
		t.Errorf("the proof is %s, expected %s (%v); when that is intended: go test ./zkvm/prove -run SameBytes -update", digest, want, err)
	}
}

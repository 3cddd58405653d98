package prove

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

// Every byte of a proof of a run counts: one that is changed is refused. The normal test
// takes a sample; -every takes all of them, about an hour.
func TestFlippedBytes(t *testing.T) {
	p := New(params.InsecureDev())
	program := load(t, twoSegments(0))
	made, _, err := p.Prove(context.Background(), program, []byte{7}, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	good, err := p.Keys().Encode(made)
	if err != nil {
		t.Fatal(err)
	}
	verify := func(b []byte) error {
		return p.Keys().Verify(context.Background(), program.Digest, made.Output, b)
	}
	if err := verify(good); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	step := 2 * len(good) / 150
	if *every {
		step = 1
	} else {
		t.Logf("a sample of %d bytes; all of them with -every", len(good))
	}
	bad := bytes.Clone(good)
	for at := 0; at < len(good); at += 1 + rng.IntN(step) {
		bad[at] ^= 1 << rng.IntN(8)
		if err := verify(bad); !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("byte %d of %d: %v", at, len(good), err)
		}
		bad[at] = good[at]
	}
}

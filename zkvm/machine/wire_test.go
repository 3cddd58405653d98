package machine_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

func TestWireIsCanonical(t *testing.T) {
	for _, run := range fixture(t) {
		b, err := run.keys.Encode(run.again(t))
		if err != nil || !bytes.Equal(b, run.bytes) {
			t.Errorf("another encoding, %v", err)
		}
		h, err := machine.Header(run.bytes)
		if err != nil || h.Output != run.proof.Output || h.Profile != params.InsecureDevName {
			t.Errorf("header %+v, %v", h, err)
		}
		if d, err := h.Program.Digest(); err != nil || d != run.program {
			t.Errorf("header names program %v, %v", d, err)
		}
	}
}

// Every byte counts: a proof with one changed is refused. The normal test takes a sample
// with all of the header, which is not covered by the parts' own tests.
func TestFlippedBytes(t *testing.T) {
	run := fixture(t)[0]
	rng := rand.New(rand.NewPCG(5, 6))
	header := bytes.Index(run.bytes, run.proof.Output[:]) + 32 + 8 + 9
	at := []int{0, 8, 9, 24, 40, 41, 42, 53, 54, 55, 56, 57, 58, 59, 60, len(run.bytes) - 1}
	for i := header - 60; i < header; i++ {
		at = append(at, i)
	}
	for range 100 {
		at = append(at, rng.IntN(len(run.bytes)))
	}
	for _, i := range at {
		b := bytes.Clone(run.bytes)
		b[i] ^= 1 << rng.IntN(8)
		if err := run.keys.Verify(context.Background(), run.program, run.proof.Output, b); !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("byte %d of %d: %v", i, len(b), err)
		}
	}
}

// The proof of another build is refused as that, whatever else is wrong with it.
func TestOtherBuilds(t *testing.T) {
	run := fixture(t)[0]
	const version, digest, behind = 8, 9, 9 + 32
	change := func(at int, b []byte) []byte {
		b = bytes.Clone(b)
		b[at]++
		return b
	}
	for name, c := range map[string]struct {
		bytes []byte
		want  string
	}{
		"older format":                     {change(version, run.bytes), "has format"},
		"older format, nothing else":       {change(version, run.bytes[:digest]), "has format"},
		"other machine":                    {change(digest, run.bytes), "of another build"},
		"other machine, last byte":         {change(behind-1, run.bytes), "of another build"},
		"other machine, nothing else":      {change(digest, run.bytes[:behind]), "of another build"},
		"other machine and profile":        {change(behind+1, change(digest, run.bytes)), "of another build"},
		"other format and machine":         {change(version, change(digest, run.bytes)), "has format"},
		"this machine, half of its digest": {run.bytes[:behind-16], "ends 16 bytes early"},
		"this machine, nothing else":       {run.bytes[:behind], "early"},
		"other profile":                    {change(behind+1, run.bytes), "of profile"},
	} {
		_, err := run.keys.Decode(c.bytes, run.program)
		if !errors.Is(err, machine.ErrInvalidProof) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if _, again := machine.Header(c.bytes); c.want != "of profile" && (again == nil || again.Error() != err.Error()) {
			t.Errorf("%s: the header says %v, the proof %v", name, again, err)
		}
	}
}

func TestDecodeRefusesLengths(t *testing.T) {
	run := fixture(t)[0]
	for _, n := range []int{0, 7, 8, 9, 30, 1000, len(run.bytes) / 2, len(run.bytes) - 1} {
		if _, err := run.keys.Decode(run.bytes[:n], run.program); !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	if _, err := run.keys.Decode(append(bytes.Clone(run.bytes), 0), run.program); !errors.Is(err, machine.ErrInvalidProof) {
		t.Errorf("a byte more: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	run := fixture(f)[0]
	header := bytes.Index(run.bytes, run.proof.Output[:]) + 32
	f.Add(run.bytes[:header+8])
	f.Add(run.bytes)
	f.Add(run.bytes[:41+13])
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := run.keys.Decode(b, run.program)
		if err != nil {
			if !errors.Is(err, machine.ErrInvalidProof) {
				t.Errorf("%v is no ErrInvalidProof", err)
			}
			return
		}
		if again, err := run.keys.Encode(p); err != nil || !bytes.Equal(again, b) {
			t.Errorf("two encodings of a proof, %v", err)
		}
	})
}

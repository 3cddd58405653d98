package machine_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
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
		"newer format":                     {change(version, run.bytes), "has format"},
		"older format":                     {append(append(bytes.Clone(run.bytes[:version]), machine.Version-1), run.bytes[digest:]...), "has format"},
		"newer format, nothing else":       {change(version, run.bytes[:digest]), "has format"},
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

// emptyFile is a file of right form without any proof in it: of a program of nothing, with one segment, one
// boundary proof and the program proof, all of whose elements are zero.
func emptyFile(t testing.TB, k *machine.Keys) (b []byte, program machine.Digest) {
	t.Helper()
	digest, err := k.Digest()
	if err != nil {
		t.Fatal(err)
	}
	id := machine.ProgramID{Logs: [3]int{7, 7, 7}, Entry: 0x4000, Cap: make(merkle.Cap, 1<<7)}
	if program, err = id.Digest(); err != nil {
		t.Fatal(err)
	}
	zeros := func(key *proof.Key, err error) []byte {
		if err != nil {
			t.Fatal(err)
		}
		return make([]byte, key.ProofBytes())
	}
	le := binary.LittleEndian
	b = append([]byte("ashlarpf"), machine.Version)
	b = merkle.AppendCap(b, merkle.Cap{digest})
	b = append(append(b, byte(len(k.Profile.Name))), k.Profile.Name...)
	b = le.AppendUint32(append(b, 7, 7, 7), id.Entry)
	b = append(merkle.AppendCap(b, id.Cap), make([]byte, 32)...)
	b = le.AppendUint32(le.AppendUint32(b, 1), 1)
	b = append(append(b, make([]byte, 9)...), zeros(k.Key(machine.Segment, 0))...)
	b = append(append(b, make([]byte, 5)...), zeros(k.Key(machine.Boundary, 0))...)
	return append(b, zeros(k.ProgramKey(&id))...), program
}

// What is refused is refused before anything costly: what the header says before keys and proofs, counts before the
// parts that they count.
func TestDecodeRefusesEarly(t *testing.T) {
	keys := machine.NewKeys(params.InsecureDev())
	file, program := emptyFile(t, keys)
	if _, err := keys.Decode(file, program); err != nil {
		t.Fatal(err)
	}
	const (
		logs   = 9 + 32 + 1 + len(params.InsecureDevName)
		entry  = logs + 3
		caps   = entry + 4
		counts = caps + 32<<7 + 32
	)
	segment, err := keys.Key(machine.Segment, 0)
	if err != nil {
		t.Fatal(err)
	}
	boundary := counts + 8 + 9 + segment.ProofBytes()
	modulus := binary.BigEndian.AppendUint32(nil, field.Modulus)
	for name, c := range map[string]struct {
		at    int
		piece []byte
		want  string
	}{
		"magic":                         {0, []byte("A"), "not a proof file"},
		"end of the magic":              {7, []byte("F"), "not a proof file"},
		"no name of a profile":          {logs - 1 - len(params.InsecureDevName), []byte{0}, "is of profile"},
		"height":                        {logs, []byte{8}, "is of program"},
		"height out of range":           {logs + 2, []byte{24}, "out of range"},
		"height zero":                   {logs + 1, []byte{0}, "out of range"},
		"entry":                         {entry, []byte{1}, "is of program"},
		"entry out of range":            {entry, []byte{0, 0, 0, 0x40}, "out of range"},
		"cap":                           {caps + 32<<7 - 1, []byte{1}, "is of program"},
		"zero of the cap as p":          {caps, modulus, "not canonical"},
		"last zero of the cap as p":     {caps + 32<<7 - 4, modulus, "not canonical"},
		"segments":                      {counts, []byte{0, 0, 1, 0}, "65536 segments"},
		"segments, most":                {counts, []byte{255, 255, 255, 255}, "4294967295 segments"},
		"segments without proofs":       {counts, []byte{255, 255, 0, 0}, "bytes early"},
		"boundary proofs":               {counts + 4, []byte{1, 16, 0, 0}, "4097 boundary proofs"},
		"boundary proofs, most":         {counts + 4, []byte{255, 255, 255, 255}, "4294967295 boundary proofs"},
		"shape of a segment":            {counts + 8, []byte{255}, "no shape 255 of a segment"},
		"first shape that there is not": {counts + 8, []byte{byte(len(machine.Machine().Shapes))}, "of a segment"},
		"shape of a boundary proof":     {boundary, []byte{255}, "no shape 255 of a boundary"},
	} {
		b := bytes.Clone(file)
		copy(b[c.at:], c.piece)
		if _, err := keys.Decode(b, program); !errors.Is(err, machine.ErrInvalidProof) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	other := program
	other[0]++
	if _, err := keys.Decode(file, other); !errors.Is(err, machine.ErrInvalidProof) || !strings.Contains(err.Error(), "is of program") {
		t.Errorf("another program: %v", err)
	}
}

// What is decoded has one encoding and is never a proof; what is not is refused as an invalid proof. Inputs are
// changes of a file, which is too long for a fuzzer to find its way in: another beginning, another piece, a cut.
func FuzzDecode(f *testing.F) {
	keys := machine.NewKeys(params.InsecureDev())
	file, program := emptyFile(f, keys)
	const header = 9 + 32 + 1 + len(params.InsecureDevName) + 3 + 4 + 32<<7 + 32
	f.Add(file[:header+17], uint32(0), []byte{}, uint32(0))
	f.Add(file[:41], uint32(header), []byte{255, 255, 0, 0, 255, 15, 0, 0, 33}, uint32(0))
	f.Add([]byte{}, uint32(header+4), []byte{0, 0, 0, 0}, uint32(len(file)-header-8))
	f.Add([]byte{}, uint32(len(file)-3), []byte{1}, uint32(1))
	f.Fuzz(func(t *testing.T, head []byte, at uint32, piece []byte, less uint32) {
		b := bytes.Clone(file)
		copy(b, head)
		copy(b[int(at)%len(b):], piece)
		b = b[:len(b)-int(less)%len(b)]
		p, err := keys.Decode(b, program)
		if err != nil {
			if !errors.Is(err, machine.ErrInvalidProof) {
				t.Errorf("%v is no ErrInvalidProof", err)
			}
			return
		}
		if again, err := keys.Encode(p); err != nil || !bytes.Equal(again, b) {
			t.Errorf("two encodings of a proof, %v", err)
		}
		if err := keys.VerifyProof(context.Background(), program, p.Output, p); !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("verified: %v", err)
		}
	})
}

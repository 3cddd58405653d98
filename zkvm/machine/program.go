package machine

import (
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/transcript"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// programParts is the number of tables of the program system.
const programParts = 3

// ProgramID is what a verifier needs to know of a program: the commitment to its rows, cells
// and intervals, and where it starts. The cap has the length of an embedded one, whatever
// the profile.
type ProgramID struct {
	Logs  [programParts]int
	Entry uint32
	Cap   merkle.Cap
}

// Digest identifies a program. It does not depend on the profile, because all profiles
// commit to the fixed columns at one rate.
type Digest [32]byte

func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// ParseDigest reads the form that String writes.
func ParseDigest(s string) (d Digest, err error) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(d) {
		return d, fmt.Errorf("%q is not a digest of %d bytes in hexadecimal", s, len(d))
	}
	return Digest(b), nil
}

// minLog and maxLog bound the heights of a program's tables.
const minLog, maxLog = 7, 23

var errProgram = errors.New("program: table heights or entry out of range")

// Digest is the digest of the program.
func (p *ProgramID) Digest() (Digest, error) {
	for _, log := range p.Logs {
		if log < minLog || log > maxLog {
			return Digest{}, errProgram
		}
	}
	if p.Entry >= bus.MicroPC || len(p.Cap) != 1<<embeddedCapLog {
		return Digest{}, errProgram
	}
	tr := transcript.New("ashlar-program-v1")
	tr.Uint64(Version)
	for _, log := range p.Logs {
		tr.Uint64(uint64(log))
	}
	tr.Uint64(uint64(p.Entry))
	tr.Digests(p.Cap...)
	var out Digest
	for i, e := range squeeze(tr) {
		b := e.Bytes()
		copy(out[field.Bytes*i:], b[:])
	}
	return out, nil
}

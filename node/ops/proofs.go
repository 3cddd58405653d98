package ops

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// proofsDir is the folder of a data directory with the records of proofs that were made of its batches.
const proofsDir = "proofs"

// ProofRecord is what was measured when a batch was proven. The proof was verified then; it is not in the record, and nobody verifies it again when the record is read.
type ProofRecord struct {
	Batch           uint64             `json:"batch"`
	PublicInput     common.Hash        `json:"publicInput"` // the output that is proven
	Program         string             `json:"program"`     // digest that a verifier wants
	Profile         string             `json:"profile"`     // of stark/params
	Made            time.Time          `json:"made"`
	Cycles          uint64             `json:"cycles"`
	Segments        int                `json:"segments"`
	Cells           uint64             `json:"cells"` // base cells committed to
	Bytes           int                `json:"bytes"` // of the proof
	Seconds         float64            `json:"seconds"`
	VerifySeconds   float64            `json:"verifySeconds"`
	PhaseSeconds    map[string]float64 `json:"phaseSeconds"` // by prove.PhaseNames
	StageSeconds    map[string]float64 `json:"stageSeconds"` // by prove.StageNames, over all phases
	PeakMemoryBytes uint64             `json:"peakMemoryBytes"`
}

// Proofs are the proofs of this chain's batches that were made with this data directory, at the profile that is worth something.
type Proofs struct {
	Made uint64       `json:"made"`
	Last *ProofRecord `json:"last,omitempty"` // of the newest batch; nil when none was made, or when its record cannot be read
}

// WriteProof keeps a record in a data directory; one of the same batch and profile is replaced.
func WriteProof(dataDir string, r *ProofRecord) error {
	dir := filepath.Join(dataDir, proofsDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("record of a proof: %w", err)
	}
	raw, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("record of a proof: %w", err)
	}
	return file.Write(filepath.Join(dir, fmt.Sprintf("%d.%s.json", r.Batch, r.Profile)), append(raw, '\n'))
}

// ReadProofs reads what WriteProof has kept. Proofs of other profiles, which are worth nothing outside of tests, do not count.
func ReadProofs(dataDir string) (*Proofs, error) {
	entries, err := os.ReadDir(filepath.Join(dataDir, proofsDir))
	if errors.Is(err, os.ErrNotExist) {
		return &Proofs{}, nil
	}
	if err != nil {
		return nil, err
	}
	out, last := &Proofs{}, uint64(0)
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), "."+params.P100Name+".json")
		if batch, err := strconv.ParseUint(name, 10, 64); ok && err == nil {
			out.Made++
			last = max(last, batch)
		}
	}
	if out.Made == 0 {
		return out, nil
	}
	path := filepath.Join(dataDir, proofsDir, fmt.Sprintf("%d.%s.json", last, params.P100Name))
	raw, err := os.ReadFile(path)
	if err != nil {
		return out, err
	}
	r := new(ProofRecord)
	if err := json.Unmarshal(raw, r); err != nil {
		return out, fmt.Errorf("%s: %w", path, err)
	}
	if r.Batch != last || r.Profile != params.P100Name {
		return out, fmt.Errorf("%s is of batch %d, profile %q", path, r.Batch, r.Profile)
	}
	out.Last = r
	return out, nil
}

// last is an empty record when there is none.
func (p *Proofs) last() *ProofRecord {
	if p.Last == nil {
		return new(ProofRecord)
	}
	return p.Last
}

// Text says for people what was made, and what it is worth.
func (p *Proofs) Text() string {
	switch r := p.Last; {
	case p.Made == 0:
		return "none made here"
	case r == nil:
		return Count(p.Made, "was", "were") + " made here; the last record cannot be read"
	default:
		return fmt.Sprintf("%s made here, which L1 does not look at; batch %d: %d cycles in %s, %s, verified in %.2f s", Count(p.Made, "was", "were"), r.Batch, r.Cycles, Age(r.Seconds),
			bytesText(uint64(r.Bytes)), r.VerifySeconds)
	}
}

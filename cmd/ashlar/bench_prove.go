package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
)

const examples = "github.com/ashlar-labs/ashlar/examples/"

// benchPrograms are the programs in their order, with inputs that do not change unless a flag says so.
var benchPrograms = []struct {
	name, pkg string
	input     func(*benchFlags) ([]byte, error)
}{
	{"fib", examples + "fib", func(f *benchFlags) ([]byte, error) { return strconv.AppendUint(nil, f.rounds, 10), nil }},
	{"sha256", examples + "sha256", fixedInput(bytes.Repeat([]byte("0123456789abcdef"), 2048))},
	{"json", examples + "json", fixedInput(ledger())},
	{"signature", examples + "signature", fixedInput(signature())},
	{"batch", batchGuest, func(f *benchFlags) ([]byte, error) { return os.ReadFile(f.batch) }},
}

func fixedInput(b []byte) func(*benchFlags) ([]byte, error) {
	return func(*benchFlags) ([]byte, error) { return b, nil }
}

func benchNames() string {
	var names []string
	for _, p := range benchPrograms {
		names = append(names, p.name)
	}
	return strings.Join(names, ", ")
}

func ledger() []byte {
	var b bytes.Buffer
	for i := range 500 {
		fmt.Fprintf(&b, `,{"account":"account-%d","amount":%d}`, i%37, i*i%1009-500)
	}
	return append(append([]byte("["), b.Bytes()[1:]...), ']')
}

// signature is one by a development key: hash, recovery bit, r, s.
func signature() []byte {
	b, err := hex.DecodeString("daba8c984363447d18bf8210079973ac8fc1ce76864315b5baacf246bf6e72f6" + "01" +
		"97dc7c2067956cc0a7c1760d751d56fd0100d8cb18459d8a758b88741c008e7e" + "113182d49425df800649cdbed795d96699a40a504c67fbc86501742ef2cf7a23")
	if err != nil {
		panic(err) // part of the program
	}
	return b
}

// benchResult is one program. Per core means by processor time: cycles over CPUSeconds.
type benchResult struct {
	Name                   string             `json:"name"`
	Profile                string             `json:"profile"`
	ProvableBits           float64            `json:"provable_bits"`
	RunBits                float64            `json:"run_bits"` // provable_bits less log2 of the proofs of the run
	Cycles                 uint64             `json:"cycles"`
	Segments               int                `json:"segments"`
	Seconds                float64            `json:"seconds"`
	CPUSeconds             float64            `json:"cpu_seconds"`
	CyclesPerSecond        float64            `json:"cycles_per_second"`
	CyclesPerSecondPerCore float64            `json:"cycles_per_second_per_core"`
	Cells                  uint64             `json:"cells"`
	CellsPerSecond         float64            `json:"cells_per_second"`
	PeakMemoryBytes        uint64             `json:"peak_memory_bytes"`
	ProofBytes             int                `json:"proof_bytes"`
	VerifyMs               float64            `json:"verify_ms"`
	VerifyMsPerProof       float64            `json:"verify_ms_per_proof"`
	PhaseSeconds           map[string]float64 `json:"phase_seconds"`
	StageSeconds           map[string]float64 `json:"stage_seconds"`
}

// one measures one program in this process.
func (f *benchFlags) one(cmd *cobra.Command) error {
	for _, p := range benchPrograms {
		if p.name != f.only {
			continue
		}
		input, err := p.input(f)
		if err != nil {
			return err
		}
		result, err := f.measure(cmd, p.name, p.pkg, input)
		if err != nil {
			return err
		}
		report := f.report()
		report.Programs = []benchResult{*result}
		return f.print(cmd.OutOrStdout(), &report)
	}
	return usage("--only %q: choose one of %s", f.only, benchNames())
}

func (f *benchFlags) measure(cmd *cobra.Command, name, pkg string, input []byte) (*benchResult, error) {
	ctx, talk := cmd.Context(), cmd.ErrOrStderr()
	profile, err := f.check()
	if err != nil {
		return nil, err
	}
	g, err := buildGuest(ctx, pkg, talk)
	if err != nil {
		return nil, err
	}
	program, err := loadProgram(ctx, g, f.workers)
	if err != nil {
		return nil, err
	}
	prover := prove.New(profile)
	start, cpu := time.Now(), cpuTime()
	proof, stats, err := prover.Prove(ctx, program, input, prove.Options{Workers: f.workers, Observer: newProveProgress(talk).event})
	if err != nil {
		return nil, err
	}
	r := &benchResult{
		Name: name, Profile: profile.Name, Cycles: stats.Cycles, Segments: stats.Segments, Cells: stats.Cells,
		Seconds: time.Since(start).Seconds(), CPUSeconds: (cpuTime() - cpu).Seconds(), PeakMemoryBytes: peakMemory(),
		PhaseSeconds: inSeconds(stats.Phases), StageSeconds: inSeconds(stats.Stages),
	}
	r.CyclesPerSecond, r.CyclesPerSecondPerCore = float64(r.Cycles)/r.Seconds, float64(r.Cycles)/r.CPUSeconds
	r.CellsPerSecond = float64(r.Cells) / r.Seconds
	encoded, err := prover.Keys().Encode(proof)
	if err != nil {
		return nil, err
	}
	r.ProofBytes = len(encoded)
	proofs := len(proof.Segments) + len(proof.Boundaries) + 1
	if err := r.verify(cmd, prover.Keys(), program.Digest, proof.Output, encoded, proofs); err != nil {
		return nil, err
	}
	return r, r.bits(profile, proofs)
}

// verify measures the best of three verifications with keys at hand.
func (r *benchResult) verify(cmd *cobra.Command, keys *machine.Keys, program machine.Digest, output [32]byte, encoded []byte, proofs int) error {
	for i := range 3 {
		start := time.Now()
		if err := keys.Verify(cmd.Context(), program, output, encoded); err != nil {
			return fmt.Errorf("the proof that was made is refused: %w", err)
		}
		if ms := float64(time.Since(start).Microseconds()) / 1000; i == 0 || ms < r.VerifyMs {
			r.VerifyMs = ms
		}
	}
	r.VerifyMsPerProof = r.VerifyMs / float64(proofs)
	return nil
}

func (r *benchResult) bits(profile params.Profile, proofs int) error {
	layer, err := profile.Layer(machine.Layer)
	if err != nil {
		return err
	}
	report, err := params.Analyze(layer)
	if err != nil {
		return err
	}
	r.ProvableBits = report.Bits()
	r.RunBits, err = params.RunBits(layer, proofs)
	return err
}

func inSeconds(from map[string]time.Duration) map[string]float64 {
	out := map[string]float64{}
	for name, d := range from {
		out[name] = d.Seconds()
	}
	return out
}

// cpuTime is the processor time of the process so far.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(errors.Join(errors.New("the system does not tell its processor time"), err))
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

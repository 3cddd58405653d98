package conformance

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// unsupported are public programs that need what the machine does not have, with the trap
// that they end in.
var unsupported = map[string]rv64.TrapKind{
	"rv64ui/ma_data": rv64.TrapMisaligned, // misaligned access works
	"rv64ui/fence_i": rv64.TrapJump,       // a program writes its own text
}

const compiler = "riscv64-linux-gnu-gcc"

// sources are the programs of a public suite, from the directory that a variable names.
func sources(t *testing.T, variable, under string, dirs ...string) (root string, files []string) {
	t.Helper()
	root = os.Getenv(variable)
	if root == "" {
		t.Skipf("%s does not name a copy of the public suite", variable)
	}
	if _, err := exec.LookPath(compiler); err != nil {
		t.Skipf("%s is not installed (Debian: apt-get install gcc-riscv64-linux-gnu)", compiler)
	}
	for _, dir := range dirs {
		some, err := filepath.Glob(filepath.Join(root, under, dir, "*.S"))
		if err != nil || len(some) == 0 {
			t.Fatalf("no programs in %s: %v", filepath.Join(root, under, dir), err)
		}
		files = append(files, some...)
	}
	return root, files
}

// compile makes a static executable with the headers and the linker script of testdata.
func compile(t *testing.T, source, out string, options ...string) []byte {
	t.Helper()
	const env = "testdata/env"
	args := append([]string{
		"-march=rv64ima_zicsr_zifencei", "-mabi=lp64", "-static", "-fno-pic", "-mcmodel=medany", "-nostdlib", "-nostartfiles",
		"-Wl,--build-id=none", "-I" + env, "-T" + filepath.Join(env, "link.ld"), source, "-o", out,
	}, options...)
	if b, err := exec.Command(compiler, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %.400s", source, err, b)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// linked is an executable as `ashlar zkvm build --elf` reads it.
func linked(t *testing.T, file []byte) *rv64.Program {
	t.Helper()
	img, symbols, err := image.FromELF(file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := rv64.Load(img, symbols)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Programs of riscv-tests end by themselves with exit code zero or the number of the test
// that failed. All that pass are checked and proven.
func TestRiscvTests(t *testing.T) {
	root, files := sources(t, "ASHLAR_RISCV_TESTS", "isa", "rv64ui", "rv64um", "rv64ua")
	prover, passed := devProver(), 0
	for _, source := range files {
		name := filepath.Base(filepath.Dir(source)) + "/" + strings.TrimSuffix(filepath.Base(source), ".S")
		t.Run(name, func(t *testing.T) {
			elf := filepath.Join(t.TempDir(), "program")
			p := linked(t, compile(t, source, elf, "-I"+filepath.Join(root, "isa", "macros", "scalar")))
			if kind, ok := unsupported[name]; ok {
				var trap *rv64.Trap
				if _, err := p.Run(context.Background(), nil, rv64.Limits{}); !errors.As(err, &trap) || trap.Kind != kind {
					t.Errorf("%v, want %v", err, kind)
				}
				t.Skipf("not supported: %v", trap)
			}
			if b, err := exec.Command(qemu(t), elf).CombinedOutput(); err != nil {
				t.Errorf("qemu: %v %s", err, b)
			}
			r, err := tryRecord(p, nil, roomy())
			if err == nil {
				err = r.check()
			}
			if err != nil {
				t.Fatal(err)
			}
			provenRun(t, prover, p)
			passed++
		})
	}
	t.Logf("%d of %d programs pass, are checked and proven", passed, len(files))
}

// Programs of riscv-arch-test leave a signature, which is to be QEMU's.
func TestArchTests(t *testing.T) {
	root, files := sources(t, "ASHLAR_ARCH_TEST", "riscv-test-suite/rv64i_m", "I/src", "M/src", "A/src")
	passed := 0
	for _, source := range files {
		name := strings.TrimSuffix(filepath.Base(source), ".S")
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			options := []string{"-DXLEN=64", "-DFLEN=0", "-DTEST_CASE_1=True", "-I" + filepath.Join(root, "riscv-test-suite", "env"), "-Wl,-e,rvtest_entry_point"}
			oracle := filepath.Join(dir, "oracle")
			compile(t, source, oracle, append(slices.Clone(options), "-DORACLE")...)
			signature, err := exec.Command(qemu(t), oracle).Output()
			if err != nil || len(signature) == 0 {
				t.Fatalf("qemu: %v, %d bytes of signature", err, len(signature))
			}
			p := linked(t, compile(t, source, filepath.Join(dir, "program"), options...))
			r, err := tryRecord(p, nil, roomy())
			if err != nil {
				t.Fatal(err)
			}
			if want := signatureOutput(signature); r.output != want {
				t.Fatalf("output %x, qemu's signature is %x", r.output, want)
			}
			if err := r.check(); err != nil {
				t.Fatal(err)
			}
			passed++
		})
	}
	t.Logf("%d of %d programs have QEMU's signature and are checked", passed, len(files))
}

// signatureOutput is what the header of testdata makes of a signature.
func signatureOutput(b []byte) (out [32]byte) {
	x, y := uint64(0), uint64(0)
	for i := 0; i < len(b); i += 8 {
		x = x*33 + binary.LittleEndian.Uint64(b[i:])
		y += x
	}
	for i, v := range []uint64{x, y, uint64(len(b))} {
		binary.LittleEndian.PutUint64(out[8*i:], v)
	}
	return out
}

// provenRun proves a run and verifies it.
func provenRun(t *testing.T, prover *prove.Prover, p *rv64.Program) {
	t.Helper()
	ctx := context.Background()
	program, err := prove.Load(ctx, p, 2)
	if err != nil {
		t.Fatal(err)
	}
	proof, _, err := prover.Prove(ctx, program, nil, prove.Options{Workers: 2, Shapes: []string{"tiny", "small"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := prover.Keys().VerifyProof(ctx, program.Digest, proof.Output, proof); err != nil {
		t.Fatal(err)
	}
}

package conformance

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// trapping is an instruction that traps, with x30 set before, and one that a liar executes
// in its place.
type trapping struct {
	name      string
	kind      rv64.TrapKind
	x30       uint64
	word, lie uint32
}

// jumpOffset is from the start of the text to the word behind the instruction.
const jumpOffset = 164

func trappingInstructions() []trapping {
	const outside = 1 << 40
	ld, sd := asm.I(rv64.Ld, 11, 7, 0), asm.S(rv64.Sd, 5, 7, 0)
	jump := asm.I(rv64.Jalr, 1, 28, jumpOffset)
	return []trapping{
		{"lh at an odd address", rv64.TrapMisaligned, 0, asm.I(rv64.Lh, 11, 7, 1), asm.I(rv64.Lh, 11, 7, 0)},
		{"lhu across cells", rv64.TrapMisaligned, 0, asm.I(rv64.Lhu, 11, 7, 7), asm.I(rv64.Lhu, 11, 7, 6)},
		{"lw at 2", rv64.TrapMisaligned, 0, asm.I(rv64.Lw, 11, 7, 2), asm.I(rv64.Lw, 11, 7, 0)},
		{"lwu across cells", rv64.TrapMisaligned, 0, asm.I(rv64.Lwu, 11, 7, 6), asm.I(rv64.Lwu, 11, 7, 4)},
		{"ld at 4", rv64.TrapMisaligned, 0, asm.I(rv64.Ld, 11, 7, 4), ld},
		{"ld at 1", rv64.TrapMisaligned, 0, asm.I(rv64.Ld, 11, 7, 1), ld},
		{"sh at an odd address", rv64.TrapMisaligned, 0, asm.S(rv64.Sh, 5, 7, 1), asm.S(rv64.Sh, 5, 7, 0)},
		{"sw at 2", rv64.TrapMisaligned, 0, asm.S(rv64.Sw, 5, 7, 2), asm.S(rv64.Sw, 5, 7, 0)},
		{"sd at 4", rv64.TrapMisaligned, 0, asm.S(rv64.Sd, 5, 7, 4), sd},
		{"amoadd.w at 2", rv64.TrapMisaligned, asm.Data + 66, asm.R(rv64.AmoAddW, 11, 30, 5), asm.R(rv64.AmoAddW, 11, 7, 5)},
		{"lr.d at 4", rv64.TrapMisaligned, asm.Data + 68, asm.R(rv64.LrD, 11, 30, 0), asm.R(rv64.LrD, 11, 7, 0)},
		{"sc.d at 4", rv64.TrapMisaligned, asm.Data + 68, asm.R(rv64.ScD, 11, 30, 5), asm.R(rv64.ScD, 11, 7, 5)},
		{"sc.w at 2", rv64.TrapMisaligned, asm.Data + 66, asm.R(rv64.ScW, 11, 30, 5), asm.R(rv64.ScW, 11, 7, 5)},
		{"sc to null", rv64.TrapAccess, 0, asm.R(rv64.ScD, 11, 0, 5), asm.R(rv64.ScD, 11, 7, 5)},
		{"sc behind the stack", rv64.TrapAccess, abi.StackTop, asm.R(rv64.ScW, 11, 30, 5), asm.R(rv64.ScW, 11, 7, 5)},
		{"lr of null", rv64.TrapAccess, 0, asm.R(rv64.LrD, 11, 0, 0), asm.R(rv64.LrD, 11, 7, 0)},
		{"load of null", rv64.TrapAccess, 0, asm.I(rv64.Ld, 11, 0, 0), ld},
		{"store to null", rv64.TrapAccess, 0, asm.S(rv64.Sd, 5, 0, 8), sd},
		{"load below zero", rv64.TrapAccess, 0, asm.I(rv64.Ld, 11, 0, -8), ld},
		{"load above 2^32", rv64.TrapAccess, outside + asm.Data + 64, asm.I(rv64.Ld, 11, 30, 0), ld},
		{"load at the end of the addresses", rv64.TrapAccess, 1<<32 - 8, asm.I(rv64.Ld, 11, 30, 8), ld},
		{"load of a register's cell", rv64.TrapAccess, 1<<32 + 1<<17, asm.I(rv64.Ld, 11, 30, 0), ld},
		{"load behind the stack", rv64.TrapAccess, abi.StackTop, asm.I(rv64.Lb, 11, 30, 0), asm.I(rv64.Lb, 11, 7, 0)},
		{"store behind the stack", rv64.TrapAccess, abi.StackTop, asm.S(rv64.Sb, 5, 30, 0), asm.S(rv64.Sb, 5, 7, 0)},
		{"store to the text", rv64.TrapTextWrite, 0, asm.S(rv64.Sd, 5, 28, 0), sd},
		{"jump to half a word", rv64.TrapJump, asm.Text + jumpOffset + 2, asm.I(rv64.Jalr, 1, 30, 0), jump},
		{"jump to half a word by the offset", rv64.TrapJump, 0, asm.I(rv64.Jalr, 1, 28, jumpOffset+2), jump},
		{"jump outside of the text", rv64.TrapJump, asm.Data, asm.I(rv64.Jalr, 1, 30, 0), jump},
		{"jump above 2^32", rv64.TrapJump, outside + asm.Text + jumpOffset, asm.I(rv64.Jalr, 1, 30, 0), jump},
		{"jump to a micro-sequence", rv64.TrapJump, 1 << 32, asm.I(rv64.Jalr, 1, 30, 0), jump},
		{"jump to zero", rv64.TrapJump, 0, asm.I(rv64.Jalr, 1, 0, 0), jump},
		{"jal to half a word", rv64.TrapJump, 0, asm.Jal(1, 6), asm.Jal(1, 4)},
		{"branch to half a word", rv64.TrapJump, 0, asm.B(rv64.Beq, 0, 0, 6), asm.B(rv64.Beq, 0, 0, 4)},
		{"illegal instruction", rv64.TrapIllegal, 0, 0, asm.I(rv64.Addi, 11, 5, 0)},
		{"compressed instruction", rv64.TrapIllegal, 0, 0x4501_4501, asm.I(rv64.Addi, 11, 5, 0)},
		{"csrrw", rv64.TrapIllegal, 0, 0x3052_9073, asm.I(rv64.Addi, 11, 5, 0)},
		{"mret", rv64.TrapIllegal, 0, 0x3020_0073, asm.I(rv64.Addi, 11, 5, 0)},
		{"floating point", rv64.TrapIllegal, 0, 0x0000_7053, asm.I(rv64.Addi, 11, 5, 0)},
		{"ebreak", rv64.TrapEbreak, 0, 0x0010_0073, asm.I(rv64.Addi, 11, 5, 0)},
	}
}

// image sets x30, executes the word and halts. It returns the place of the word, too.
func (c *trapping) image(word uint32) (*rv64.Image, uint64) {
	li := append(asm.Li(30, c.x30), make([]uint32, 12)...)[:12] // as long for every constant
	for i := range li {
		if li[i] == 0 {
			li[i] = asm.I(rv64.Addi, 0, 0, 0)
		}
	}
	code, at := around(append(li, word)...)
	data := make([]byte, 256)
	for i := range data {
		data[i] = byte(7*i + 0x91)
	}
	return asm.Image(code, data), asm.Text + 4*uint64(at+len(li))
}

// What traps is not proven, and the error names the place.
func TestTraps(t *testing.T) {
	prover := devProver()
	for _, c := range trappingInstructions() {
		img, at := c.image(c.word)
		p := loaded(t, img)
		program, err := prove.Load(context.Background(), p, 2)
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = prover.Prove(context.Background(), program, nil, prove.Options{})
		for who, err := range map[string]error{"prover": err, "recorder": second(tryRecord(p, nil, roomy()))} {
			var trap *rv64.Trap
			if !errors.As(err, &trap) || trap.Kind != c.kind || trap.PC != at || trap.Func != "program" {
				t.Errorf("%s: %s: %v, want %v at %#x", c.name, who, err, c.kind, at)
			}
			if err != nil && !strings.Contains(err.Error(), "in program") {
				t.Errorf("%s: %v does not name the function", c.name, err)
			}
		}
	}
}

func second[T any](_ T, err error) error { return err }

// Nor by a liar, who executes something that does not trap and claims that it was this, or
// that it went where it cannot go.
func TestTrapsClaimed(t *testing.T) {
	for _, c := range trappingInstructions() {
		truth, at := c.image(c.word)
		lie, _ := c.image(c.lie)
		if err := lying(t, truth, lie, roomy(), nil).check(); err == nil {
			t.Errorf("%s: claimed", c.name)
		}
		if c.kind != rv64.TrapMisaligned && c.kind != rv64.TrapAccess {
			continue
		}
		// The access is confessed: register, cell and boundary are those of the true address.
		r := lying(t, truth, lie, roomy(), nil)
		s := r.step(uint32(at / 4))
		if s.Cell == 0 {
			continue // a micro-sequence
		}
		base := r.baseOf(s.Row.Rs1)
		s.Cell = uint32((base + s.Row.Word()) / 8)
		r.rethread()
		r.outputOfHalt()
		if err := r.check(); err == nil {
			t.Errorf("%s: confessed and claimed", c.name)
		}
	}
}

// baseOf is what the base registers of these programs hold.
func (r *run) baseOf(reg uint8) uint64 {
	for _, c := range r.cells {
		if c.Cell == registerCell(reg) {
			return c.Last
		}
	}
	return 0
}

func TestJumpOffset(t *testing.T) {
	c := trapping{}
	if _, at := c.image(0); at+4 != asm.Text+jumpOffset {
		t.Errorf("the word behind is at %d", at+4-asm.Text)
	}
}

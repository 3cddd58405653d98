package conformance

import (
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// around is a program with one instruction at a known place: registers and memory are set
// before it, and much of what it can change is the output.
func around(words ...uint32) (code []uint32, at int) {
	code = asm.Join(
		asm.Li(5, 0xfedc_ba98_7654_3210), asm.Li(6, 0x8000_0000_0000_0013), asm.Li(7, asm.Data+64), asm.Li(12, 0x1111), asm.Li(13, 7),
		asm.Li(28, asm.Text), asm.Li(17, 93), asm.Li(10, 0),
	)
	at = len(code)
	code = append(code, words...)
	return asm.Join(code, []uint32{
		asm.I(rv64.Addi, 13, 13, 1), asm.I(rv64.Ld, 14, 7, 0), asm.I(rv64.Addi, 13, 13, 16), asm.Ecall,
	}, asm.Halt()), at
}

func aroundImage(words ...uint32) *rv64.Image {
	code, _ := around(words...)
	data := make([]byte, 256)
	for i := range data {
		data[i] = byte(7*i + 0x91)
	}
	return asm.Image(code, data)
}

// replacements are pairs of instructions of which a liar executes the second and claims the
// first. With a group, each member is claimed for the one behind it.
func replacements() (out [][2]uint32) {
	ring := func(words ...uint32) {
		for i, w := range words {
			out = append(out, [2]uint32{w, words[(i+1)%len(words)]}, [2]uint32{w, words[(i+2)%len(words)]})
		}
	}
	forms := func(ops []rv64.Op, form func(op rv64.Op) uint32) (words []uint32) {
		for _, op := range ops {
			words = append(words, form(op))
		}
		return words
	}
	ring(forms(registerOps, func(op rv64.Op) uint32 { return asm.R(op, 11, 5, 6) })...)
	ring(forms(registerOps, func(op rv64.Op) uint32 { return asm.R(op, 11, 6, 13) })...)
	ring(forms(slices.Concat(immediateOps, shiftOps, shiftWOps), func(op rv64.Op) uint32 { return asm.I(op, 11, 5, 9) })...)
	ring(forms([]rv64.Op{rv64.Lb, rv64.Lbu, rv64.Lh, rv64.Lhu, rv64.Lw, rv64.Lwu, rv64.Ld}, func(op rv64.Op) uint32 { return asm.I(op, 11, 7, 0) })...)
	ring(forms([]rv64.Op{rv64.Sb, rv64.Sh, rv64.Sw, rv64.Sd}, func(op rv64.Op) uint32 { return asm.S(op, 5, 7, 0) })...)
	ring(forms(branchOps, func(op rv64.Op) uint32 { return asm.B(op, 5, 12, 8) })...)
	ring(forms(branchOps, func(op rv64.Op) uint32 { return asm.B(op, 12, 12, 8) })...)
	ring(forms(atomicOps[:5], func(op rv64.Op) uint32 { return asm.R(op, 11, 7, 5) })...)
	ring(forms(atomicOps[5:9], func(op rv64.Op) uint32 { return asm.R(op, 11, 7, 5) })...)
	ring(forms(atomicOps[10:14], func(op rv64.Op) uint32 { return asm.R(op, 11, 7, 5) })...)
	ring(asm.R(rv64.LrW, 11, 7, 0), asm.R(rv64.LrD, 11, 7, 0), asm.R(rv64.LrW, 12, 7, 0), asm.R(rv64.LrD, 11, 28, 0))
	// Other registers, immediates, places and targets.
	ring(asm.R(rv64.Add, 11, 5, 6), asm.R(rv64.Add, 11, 6, 12), asm.R(rv64.Add, 12, 5, 6), asm.R(rv64.Add, 0, 5, 6), asm.R(rv64.Add, 11, 0, 6))
	ring(asm.I(rv64.Addi, 11, 5, 1), asm.I(rv64.Addi, 11, 5, -1), asm.I(rv64.Addi, 11, 6, 1), asm.I(rv64.Addi, 12, 5, 1), asm.I(rv64.Addi, 0, 0, 0))
	ring(asm.I(rv64.Lb, 11, 7, 0), asm.I(rv64.Lb, 11, 7, 1), asm.I(rv64.Lb, 11, 7, 7), asm.I(rv64.Lb, 11, 7, 8))
	ring(asm.I(rv64.Lh, 11, 7, 0), asm.I(rv64.Lh, 11, 7, 2), asm.I(rv64.Lh, 11, 7, 6), asm.I(rv64.Lh, 11, 7, -8))
	ring(asm.I(rv64.Lw, 11, 7, 0), asm.I(rv64.Lw, 11, 7, 4), asm.I(rv64.Lwu, 11, 7, 4), asm.I(rv64.Lw, 11, 7, 16))
	ring(asm.I(rv64.Ld, 11, 7, 0), asm.I(rv64.Ld, 11, 7, 8), asm.I(rv64.Ld, 12, 7, 0), asm.I(rv64.Ld, 11, 28, 0))
	ring(asm.S(rv64.Sb, 5, 7, 0), asm.S(rv64.Sb, 5, 7, 1), asm.S(rv64.Sb, 12, 7, 0), asm.S(rv64.Sb, 5, 7, 8))
	ring(asm.S(rv64.Sh, 5, 7, 0), asm.S(rv64.Sh, 5, 7, 6), asm.S(rv64.Sh, 12, 7, 0))
	ring(asm.S(rv64.Sw, 5, 7, 0), asm.S(rv64.Sw, 5, 7, 4), asm.S(rv64.Sw, 12, 7, 0))
	ring(asm.S(rv64.Sd, 5, 7, 0), asm.S(rv64.Sd, 5, 7, 8), asm.S(rv64.Sd, 12, 7, 0))
	ring(asm.Jal(11, 4), asm.Jal(11, 8), asm.Jal(12, 4), asm.Lui(11, 5), asm.Auipc(11, 5), asm.Lui(11, 6), asm.Lui(0, 6))
	ring(asm.I(rv64.Slli, 11, 5, 9), asm.I(rv64.Slli, 11, 5, 8), asm.I(rv64.Slli, 11, 5, 41), asm.I(rv64.Slli, 11, 5, 0))
	return out
}

// A liar executes one instruction and claims another, for instructions of all kinds: wrong
// results, registers, memory and branches.
func TestWrongInstructions(t *testing.T) {
	lies := replacements()
	told := 0
	for _, pair := range lies {
		truth, lie := aroundImage(pair[0]), aroundImage(pair[1])
		honest, told2 := recorded(t, truth, nil, roomy()), recorded(t, lie, nil, roomy())
		if sameEffect(honest, told2) {
			continue // the operands do not tell these two apart
		}
		told++
		if err := lying(t, truth, lie, roomy(), nil).check(); err == nil {
			t.Errorf("%+v passes for %+v", rv64.Decode(pair[1]), rv64.Decode(pair[0]))
		}
	}
	t.Logf("%d lies of %d pairs", told, len(lies))
	if told < len(lies)*3/4 {
		t.Errorf("too few pairs differ")
	}
}

// sameEffect says whether two runs have the same output and leave the same cells.
func sameEffect(a, b *run) bool { return a.output == b.output && slices.Equal(a.cells, b.cells) }

// The relabelled run of the truth itself is fine, so what refuses a lie is the lie.
func TestHonestRelabelled(t *testing.T) {
	for _, pair := range replacements() {
		img := aroundImage(pair[0])
		r := lying(t, img, img, roomy(), nil)
		if len(r.segments) == 1 {
			r.rethread()
			r.outputOfHalt()
		}
		if err := r.check(); err != nil {
			t.Fatalf("%+v: %v", rv64.Decode(pair[0]), err)
		}
	}
}

//go:build amd64 && !purego

package poseidon2

import (
	"fmt"
	"math/bits"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestAVX2Bounds runs the AVX2 assembly itself on intervals, for inputs from 0 to p-1. It
// fails where what makes a result could have left 64 bits or become negative, where a factor
// could have had more than 32 bits, and where a result could be above p-1.
func TestAVX2Bounds(t *testing.T) {
	text, err := os.ReadFile("avx2_amd64.s")
	if err != nil {
		t.Fatal(err)
	}
	for name, rc := range map[string][][4]uint64{"permute16": avx2RC16, "permute24": avx2RC24} {
		m := newAVX2Machine(string(text), name, rc)
		if err := m.run(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s: largest word %d bits", name, bits.Len64(m.largest))
		if want, _ := strconv.Atoi(name[7:]); m.results != want {
			t.Errorf("%s: %d results", name, m.results)
		}
	}
}

// Multiples of p that are missing in the constants must be found: those of a full round, of
// a partial round, behind the partial rounds and of the end.
func TestAVX2BoundsSeeMissingMultiples(t *testing.T) {
	text, err := os.ReadFile("avx2_amd64.s")
	if err != nil {
		t.Fatal(err)
	}
	for _, from := range []int{0, 16, 5 * 16, 5*16 + 7, 5*16 + 19, len(avx2RC16) - 16} {
		rc := slices.Clone(avx2RC16)
		for i := from; i < min(from+16, len(rc)); i++ {
			rc[i][0] %= p
		}
		if err := newAVX2Machine(string(text), "permute16", rc).run(); err == nil || !strings.Contains(err.Error(), "may be negative") {
			t.Errorf("constants from %d on reduced mod p: %v", from, err)
		}
	}
}

// bound is what a 64-bit lane can hold; wrong says why it can hold anything.
type bound struct {
	lo, hi uint64
	wrong  string
}

var whole = bound{0, 1<<64 - 1, ""}

type avx2Machine struct {
	rc        [][4]uint64
	code      []string
	label     map[string]int
	constants map[string]uint64
	reg       map[string]bound
	mem       map[int]bound
	num       map[string]int // SI and R13 count bytes of scratch memory, R8 of constants
	largest   uint64
	results   int
}

var (
	dataLine = regexp.MustCompile(`(?m)^DATA (constants<>\+\d+\(SB\))/8, \$(0x[0-9a-f]+)$`)
	operand  = regexp.MustCompile(`^(\d*)\((SI|R13|R8|DI)\)$`)
)

func newAVX2Machine(text, name string, rc [][4]uint64) *avx2Machine {
	m := &avx2Machine{rc: rc, label: map[string]int{}, constants: map[string]uint64{},
		reg: map[string]bound{"Y14": {p, p, ""}}, mem: map[int]bound{}, num: map[string]int{}}
	for _, d := range dataLine.FindAllStringSubmatch(text, -1) {
		m.constants[d[1]], _ = strconv.ParseUint(d[2], 0, 64)
	}
	_, body, _ := strings.Cut(text, "TEXT ·"+name+"AVX2")
	body, _, _ = strings.Cut(body, "\tRET\n")
	for _, line := range strings.Split(body, "\n")[1:] {
		line = strings.TrimSpace(line)
		m.code = append(m.code, line)
		if at, found := strings.CutPrefix(line, "LEAQ "); found && strings.HasSuffix(at, "(SI), R13") {
			m.num["R13"], _ = strconv.Atoi(strings.TrimSuffix(at, "(SI), R13"))
		}
		if l, isLabel := strings.CutSuffix(line, ":"); isLabel {
			m.label[l] = len(m.code)
		}
	}
	return m
}

func (m *avx2Machine) run() error {
	flag := 0
	for pc := m.label["lanes"]; pc < len(m.code); {
		line := m.code[pc]
		pc++
		op, rest, _ := strings.Cut(line, " ")
		args := strings.Split(rest, ", ")
		last := args[len(args)-1]
		n, err := strconv.Atoi(strings.TrimPrefix(args[0], "$"))
		switch {
		case strings.HasSuffix(op, ":"):
		case op == "JMP", op == "JNZ" && flag != 0:
			pc = m.label[last]
		case op == "JNZ":
		case strings.HasPrefix(op, "V"):
			if err := m.vector(op, args); err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
		case line == "ADDQ $32, DI":
			return nil
		case line == "MOVQ R9, R8", line == "XORQ R12, R12":
			m.num[last] = 0
		case op == "MOVQ" && err == nil:
			m.num[last] = n
		case op == "ADDQ" && err == nil:
			m.num[last] += n
		case op == "DECQ":
			m.num[last]--
			flag = m.num[last]
		case line == "TESTQ R12, R12":
			flag = m.num[last]
		case op == "XCHGQ":
			m.num[last], m.num[args[0]] = m.num[args[0]], m.num[last]
		default:
			return fmt.Errorf("%s: unknown instruction", line)
		}
	}
	return fmt.Errorf("ran off the end")
}

func (m *avx2Machine) load(arg string) (bound, error) {
	if strings.HasPrefix(arg, "Y") {
		return m.reg[arg], nil
	}
	if c, found := m.constants[arg]; found {
		return bound{c, c, ""}, nil
	}
	at := operand.FindStringSubmatch(arg)
	if at == nil {
		return whole, fmt.Errorf("unknown operand %s", arg)
	}
	offset, _ := strconv.Atoi("0" + at[1])
	switch at[2] {
	case "DI":
		return bound{0, p - 1, ""}, nil
	case "R8":
		c := m.rc[(m.num["R8"]+offset)/32][0]
		return bound{c, c, ""}, nil
	}
	v, written := m.mem[m.num[at[2]]+offset]
	if !written {
		return whole, fmt.Errorf("%s was not written", arg)
	}
	return v, nil
}

func (m *avx2Machine) vector(op string, args []string) (err error) {
	last := args[len(args)-1]
	var in [2]bound
	shift := 0
	for i, arg := range args[:len(args)-1] {
		switch {
		case strings.HasPrefix(arg, "$"):
			shift, err = strconv.Atoi(arg[1:])
		case strings.HasPrefix(arg, "forward"):
			in[i] = whole
		default:
			in[i], err = m.load(arg)
		}
		if err != nil {
			return err
		}
	}
	out := m.compute(op, args, in[0], in[1], shift)
	if out.wrong == "" {
		m.largest = max(m.largest, out.hi)
	}
	if strings.HasPrefix(last, "Y") {
		m.reg[last] = out
		return nil
	}
	at := operand.FindStringSubmatch(last)
	if at == nil || op != "VMOVDQU" {
		return fmt.Errorf("unknown store")
	}
	offset, _ := strconv.Atoi("0" + at[1])
	if at[2] == "DI" {
		m.results++
		if out.wrong != "" || out.hi >= p {
			return fmt.Errorf("a result reaches %d %s", out.hi, out.wrong)
		}
		return nil
	}
	m.mem[m.num[at[2]]+offset] = out
	return nil
}

// compute is the result of an instruction on x and y, in the order of the text.
func (m *avx2Machine) compute(op string, args []string, x, y bound, shift int) bound {
	wrong := func(why string) bound {
		return bound{0, 1<<64 - 1, op + " " + strings.Join(args, ", ") + ": " + why}
	}
	if op == "VPXOR" && args[0] == args[1] && args[1] == args[2] {
		return bound{}
	}
	if x.wrong != "" {
		return x
	} else if y.wrong != "" {
		return y
	}
	switch op {
	case "VMOVDQU", "VMOVDQA", "VMOVSHDUP", "VPBROADCASTQ":
		return x
	case "VPAND":
		return bound{0, min(x.hi, y.hi), ""}
	case "VPSRLQ":
		return bound{y.lo >> shift, y.hi >> shift, ""}
	case "VPSLLQ":
		if bits.Len64(y.hi)+shift <= 64 {
			return bound{y.lo << shift, y.hi << shift, ""}
		}
		return wrong("a shift overflows")
	case "VPOR": // of odd lanes, in their place, and even ones
		if y.hi < 1<<32 {
			return bound{0, max(x.hi>>32, y.hi), ""}
		}
	case "VPADDQ":
		if hi, carry := bits.Add64(x.hi, y.hi, 0); carry == 0 {
			return bound{x.lo + y.lo, hi, ""}
		}
		return wrong("a sum overflows")
	case "VPADDD":
		if x.hi+y.hi < 1<<32 {
			return bound{x.lo + y.lo, x.hi + y.hi, ""}
		}
	case "VPSUBQ":
		if y.lo >= x.hi {
			return bound{y.lo - x.hi, y.hi - x.lo, ""}
		}
		return wrong(fmt.Sprintf("%d - %d may be negative", y.lo, x.hi))
	case "VPSUBD": // v-p, for VPMINUD; v stands in the next operand
		if m.constants[args[0]] == p<<32|p {
			return y
		}
	case "VPMINUD": // of v and v-p
		if x == y {
			return bound{0, max(p-1, max(p, x.hi)-p), ""}
		}
	case "VPMULUDQ":
		if args[0] == "Y15" { // the low half of this is a factor
			return bound{0, 1<<32 - 1, ""}
		}
		if x.hi < 1<<32 && y.hi < 1<<32 {
			return bound{x.lo * y.lo, x.hi * y.hi, ""}
		}
		return wrong("a factor is too large")
	}
	return wrong("unknown instruction")
}

//go:build amd64 && !purego

package poseidon2

import (
	"fmt"
	"math/bits"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestWideBounds runs the assembly itself on intervals, for inputs from 0 to p-1. It
// fails where a word could leave 64 bits or become negative, where a factor could have
// more than 52 bits, where the low half of a product that is not a reduction could lose
// bits, and where a reduced word could be above p-1.
func TestWideBounds(t *testing.T) {
	text, err := os.ReadFile("wide_amd64.s")
	if err != nil {
		t.Fatal(err)
	}
	for name, rc := range map[string][]uint64{"permute16": wideRC16, "permute24": wideRC24} {
		_, body, found := strings.Cut(string(text), "TEXT ·"+name+"AVX512")
		if !found {
			t.Fatalf("no function %sAVX512", name)
		}
		body, _, _ = strings.Cut(body, "\tRET\n")
		m := &machine{rc: rc, stack: map[string]interval{}, label: map[string]int{}}
		for _, line := range strings.Split(body, "\n")[1:] {
			m.code = append(m.code, strings.TrimSpace(line))
			if l, isLabel := strings.CutSuffix(m.code[len(m.code)-1], ":"); isLabel {
				m.label[l] = len(m.code)
			}
		}
		if err := m.run(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s: largest factor %d bits, largest word %d bits", name, bits.Len64(m.factor), bits.Len64(m.word))
	}
}

type interval struct{ lo, hi uint64 }

type machine struct {
	rc           []uint64
	code         []string
	label        map[string]int
	stack        map[string]interval
	z            [32]interval
	r8, cx, r12  int
	flag         int
	factor, word uint64
}

func (m *machine) run() error {
	for pc := m.label["lanes"]; pc < len(m.code); {
		line := m.code[pc]
		pc++
		op, rest, _ := strings.Cut(line, " ")
		args := strings.Split(rest, ", ")
		switch {
		case op == "" || strings.HasSuffix(op, ":"):
		case op == "JMP", op == "JZ" && m.flag == 0, op == "JNZ" && m.flag != 0:
			pc = m.label[args[0]]
		case op == "JZ", op == "JNZ":
		case strings.HasPrefix(op, "V"):
			if err := m.vector(strings.TrimSuffix(op, ".BCST"), args); err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
		case op == "ADDQ" && args[1] == "DI":
			return nil
		default:
			if err := m.scalar(op, args); err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
		}
	}
	return fmt.Errorf("ran off the end")
}

func (m *machine) scalar(op string, args []string) error {
	to := map[string]*int{"R8": &m.r8, "CX": &m.cx, "R12": &m.r12}[args[len(args)-1]]
	if to == nil {
		return fmt.Errorf("unknown register")
	}
	n, err := strconv.Atoi(strings.TrimPrefix(args[0], "$"))
	switch {
	case op == "MOVQ" && args[0] == "R9":
		*to = 0
	case op == "MOVQ" && err == nil:
		*to = n
	case op == "ADDQ" && err == nil:
		*to += n
	case op == "DECQ":
		*to--
		m.flag = *to
	case op == "XORQ" && args[0] == args[1]:
		*to = 0
	case op == "TESTQ" && args[0] == args[1]:
		m.flag = *to
	default:
		return fmt.Errorf("unknown instruction")
	}
	return nil
}

var memory = regexp.MustCompile(`^(\d*)\((\w+)\)$`)

func (m *machine) load(arg string) interval {
	if n, err := strconv.Atoi(strings.TrimPrefix(arg, "Z")); err == nil {
		return m.z[n]
	}
	at := memory.FindStringSubmatch(arg)
	if at == nil {
		return interval{0, 1<<64 - 1} // the mask forward and shift counts
	}
	offset, _ := strconv.Atoi("0" + at[1])
	switch at[2] {
	case "R8":
		c := m.rc[(m.r8+offset)/8]
		return interval{c, c}
	case "R10":
		c := wideTable[offset/8]
		return interval{c, c}
	case "DI":
		return interval{0, p - 1}
	}
	return m.stack[arg]
}

func (m *machine) vector(op string, args []string) error {
	last := args[len(args)-1]
	x := m.load(args[0])
	if !strings.HasPrefix(last, "Z") {
		m.stack[last] = x
		if op == "VPMOVQD" && x.hi >= p {
			return fmt.Errorf("a result reaches %d", x.hi)
		}
		return nil
	}
	n, err := strconv.Atoi(last[1:])
	if err != nil {
		return err
	}
	y := m.load(args[len(args)-2])
	if m.z[n], err = m.compute(op, args, x, y, m.z[n]); err != nil {
		return err
	}
	m.word = max(m.word, m.z[n].hi)
	return nil
}

// compute is the result of an instruction whose operands, in the order of the text, are x
// and y; acc is what the last one held.
func (m *machine) compute(op string, args []string, x, y, acc interval) (interval, error) {
	switch op {
	case "VMOVDQU64", "VMOVDQA64", "VPBROADCASTQ", "VPMOVZXDQ":
		return x, nil
	case "VPXORQ":
		if args[0] != args[1] || args[1] != args[2] {
			return x, fmt.Errorf("not a zero")
		}
		return interval{}, nil
	case "VPANDQ":
		return interval{0, min(x.hi, y.hi)}, nil
	case "VPSRLQ":
		shift, err := strconv.Atoi(args[0][1:])
		return interval{y.lo >> shift, y.hi >> shift}, err
	case "VPSLLQ":
		shift, err := strconv.Atoi(args[0][1:])
		if bits.Len64(y.hi)+shift > 64 {
			return x, fmt.Errorf("a shift overflows")
		}
		return interval{y.lo << shift, y.hi << shift}, err
	case "VPMINUQ": // of v and v-p, in either order
		return interval{0, max(p-1, max(x.hi, y.hi)-p)}, nil
	case "VPADDQ":
		hi, carry := bits.Add64(x.hi, y.hi, 0)
		if carry != 0 {
			return x, fmt.Errorf("a sum overflows")
		}
		return interval{x.lo + y.lo, hi}, nil
	case "VPSUBQ":
		if args[0] == "0(R10)" { // v-p, for VPMINUQ; v stands in the next operand
			return y, nil
		}
		if y.lo < x.hi {
			return x, fmt.Errorf("%d - %d may be negative", y.lo, x.hi)
		}
		return interval{y.lo - x.hi, y.hi - x.lo}, nil
	case "VPMADD52LUQ", "VPMADD52HUQ":
		return m.multiplyAdd(op, x, y, acc)
	}
	return x, fmt.Errorf("unknown instruction")
}

func (m *machine) multiplyAdd(op string, x, y, acc interval) (interval, error) {
	m.factor = max(m.factor, x.hi, y.hi)
	if x.hi|y.hi > low52 {
		return x, fmt.Errorf("a factor has %d bits", bits.Len64(x.hi|y.hi))
	}
	high, low := bits.Mul64(x.hi, y.hi)
	product := interval{hi: min(low, low52)}
	switch {
	case op == "VPMADD52HUQ":
		product.hi = high<<12 | low>>52
	case high == 0 && low <= low52:
		product.lo = x.lo * y.lo
	case acc.hi != 0:
		return x, fmt.Errorf("a product loses bits")
	default:
		product.hi = low52
	}
	hi, carry := bits.Add64(acc.hi, product.hi, 0)
	if carry != 0 {
		return x, fmt.Errorf("a sum overflows")
	}
	return interval{acc.lo + product.lo, hi}, nil
}

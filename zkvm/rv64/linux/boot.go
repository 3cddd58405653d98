package linux

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// maxBootCycles bounds package initialisation; geth's takes 8 million.
const maxBootCycles = 4 << 30

// sliceCycles is how often the context is looked at.
const sliceCycles = 4 << 20

// ErrNoMarker reports a program that ended without reaching the marker.
var ErrNoMarker = errors.New("program ended before the snapshot marker: main.main must call guest.Main first")

// Boot is the outcome of a start.
type Boot struct {
	Image  *rv64.Image // state after the marker
	Cycles uint64      // instructions before it
	Floats uint64      // floating-point instructions among them
}

// process is a hart with the state Linux would hold for it.
type process struct {
	hart   *rv64.Hart
	f      [32]uint64 // floating-point registers
	floats uint64
	stderr []byte
}

// Start runs the program as a process until the marker.
func Start(ctx context.Context, img *rv64.Image, symbols rv64.Symbols) (*Boot, error) {
	prog, err := rv64.Load(img, symbols)
	if err != nil {
		return nil, err
	}
	p := &process{hart: rv64.NewHart(prog)}
	p.initStack()
	for p.hart.Cycles < maxBootCycles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		marker, err := p.slice()
		if err != nil {
			return nil, fmt.Errorf("boot: pc %#x (%s): %w%s", p.hart.PC, symbols.Find(p.hart.PC), err, p.said())
		}
		if marker {
			p.hart.PC += 4
			return &Boot{Image: p.hart.Snapshot(), Cycles: p.hart.Cycles, Floats: p.floats}, nil
		}
	}
	return nil, fmt.Errorf("boot: no snapshot marker within %d cycles", uint64(maxBootCycles))
}

func (p *process) said() string {
	if len(p.stderr) == 0 {
		return ""
	}
	return fmt.Sprintf("; the program wrote %q", p.stderr)
}

// slice runs for a while. It reports whether the marker was reached.
func (p *process) slice() (bool, error) {
	h := p.hart
	end := h.Cycles + sliceCycles
	for h.Cycles < end {
		stop := h.Run(end)
		switch stop.Kind {
		case rv64.StopLimit:
			return false, nil
		case rv64.StopEcall:
			if h.X[17] == abi.EcallSnapshot {
				return true, nil
			}
			if h.AtAccelerator() { // package initialisation may hash
				if refused := h.Accelerate(); refused != nil {
					return false, fmt.Errorf("%v", *refused)
				}
				continue
			}
			if err := p.syscall(); err != nil {
				return false, err
			}
		case rv64.StopIllegal:
			if err := p.float(h.Program().Word(h.PC)); err != nil {
				return false, err
			}
		default:
			return false, fmt.Errorf("%v", stop)
		}
		h.PC += 4
		h.Cycles++
	}
	return false, nil
}

// initStack lays out what the Linux kernel hands to a new process: argc, argv,
// environment, auxiliary vector.
func (p *process) initStack() {
	const (
		top     = abi.StackTop - 4096
		strings = top - 4096
	)
	text, at := []byte{}, func(s *[]byte, str string) uint64 {
		a := strings + uint64(len(*s))
		*s = append(append(*s, str...), 0)
		return a
	}
	name := at(&text, "guest")
	env := []uint64{at(&text, "GOGC=off"), at(&text, "GOMAXPROCS=1")}
	for len(text)%8 != 0 {
		text = append(text, 0)
	}
	random := strings + uint64(len(text))
	text = append(text, "ashlar guest rng"...) // AT_RANDOM, 16 bytes

	words := []uint64{1, name, 0, env[0], env[1], 0}
	const (
		atPageSize, atHwcap, atRandom = 6, 16, 25
		hwcapIMAFD                    = 0x1129
	)
	words = append(words, atPageSize, 4096, atHwcap, hwcapIMAFD, atRandom, random, 0, 0)
	sp := uint64(strings-8*len(words)) &^ 15
	var b []byte
	for _, w := range words {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	p.hart.Put(strings, text)
	p.hart.Put(sp, b)
	p.hart.X[2] = sp
}

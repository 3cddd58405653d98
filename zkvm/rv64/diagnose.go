package rv64

// A Go guest that panics writes to standard error and exits; both are Linux system
// calls and so a trap. The run is lost, but its message is wanted: lastWords goes
// on a little after the trap and collects what is written.

const (
	sysWrite        = 64
	sysExit         = 93
	sysExitGroup    = 94
	maxSaidBytes    = 16 << 10
	maxSaidCycles   = 8 << 20
	stderrFd        = 2
	maxSaidSyscalls = 4096
)

func (h *Hart) lastWords() string {
	var said []byte
	end := h.Cycles + maxSaidCycles
	for range maxSaidSyscalls {
		switch nr := h.X[17]; {
		case h.AtAccelerator():
			if h.Accelerate() != nil {
				return string(said)
			}
			h.PC -= 4 // Accelerate has moved on, and so does what follows
		case nr == sysExit || nr == sysExitGroup || len(said) >= maxSaidBytes:
			return string(said)
		case nr == sysWrite:
			if h.X[10] == stderrFd {
				said = AppendMemory(said, h, h.X[11], h.X[12])
			}
			h.X[10] = h.X[12]
		default:
			h.X[10] = 0
		}
		h.PC += 4
		if h.Run(end).Kind != StopEcall {
			break
		}
	}
	return string(said)
}

// AppendMemory appends n bytes at addr, at most what a diagnosis may hold.
func AppendMemory(to []byte, h *Hart, addr, n uint64) []byte {
	b := make([]byte, min(n, uint64(max(0, maxSaidBytes-len(to)))))
	h.Read(addr, b)
	return append(to, b...)
}

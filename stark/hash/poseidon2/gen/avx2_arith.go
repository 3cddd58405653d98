package main

import "fmt"

// Registers of the AVX2 code that hold the same value all the time.
const (
	prime    = "Y14" // p
	negPrime = "Y15" // -1/p mod 2^32
)

const p = 127<<24 + 1

// pool is the constants of the AVX2 code in memory, each four times over.
type pool struct {
	values []uint64
	at     map[uint64]int
}

func newPool() *pool { return &pool{at: map[uint64]int{}} }

// word returns the operand with the value v.
func (c *pool) word(v uint64) string {
	if _, known := c.at[v]; !known {
		c.at[v] = len(c.values)
		c.values = append(c.values, v)
	}
	return fmt.Sprintf("constants<>+%d(SB)", 32*c.at[v])
}

func (c *pool) data() (s stream) {
	s.put("")
	for i, v := range c.values {
		for lane := range 4 {
			s.put("DATA constants<>+%d(SB)/8, $%#x", 32*i+8*lane, v)
		}
	}
	s.put("GLOBL constants<>(SB), RODATA|NOPTR, $%d", 32*len(c.values))
	return s
}

// lockstep takes the streams' instructions in turn.
func lockstep(streams ...stream) (out stream) {
	for i, more := 0, true; more; i++ {
		more = false
		for _, s := range streams {
			if i < len(s) {
				out, more = append(out, s[i]), true
			}
		}
	}
	return out
}

// reduce sets q to q*2^-32, in [q>>32, (q>>32) + p]: adding m*p with m = -q/p mod 2^32 clears
// the low half.
func reduce(q, m string) (s stream) {
	s.put("VPMULUDQ %s, %s, %s", negPrime, q, m)
	s.put("VPMULUDQ %s, %s, %s", prime, m, m)
	s.put("VPADDQ %s, %s, %s", m, q, q)
	s.put("VPSRLQ $32, %s, %s", q, q)
	return s
}

// divideBy sets out to z/2^k less a multiple of p: the high part of z less the low k bits times
// 127*2^(24-k) = -2^-k. It lies between z>>k less p-1 and z>>k; start, if there is one, is added
// first, to keep words positive. z is scratch.
func (c *pool) divideBy(k int, z, low, start string) (s stream) {
	s.put("VPAND %s, %s, %s", c.word(1<<k-1), z, low)
	s.put("VPMULUDQ %s, %s, %s", c.word(127<<(24-k)), low, low)
	s.put("VPSRLQ $%d, %s, %s", k, z, z)
	if start != "" {
		s.put("VPADDQ %s, %s, %s", start, z, z)
	}
	s.put("VPSUBQ %s, %s, %s", low, z, z)
	return s
}

// timesFolded sets z to z*c + start for z < 2^63 and small c: with z = a + b*2^31 it is
// a*c + b*c*(2^24-1).
func (c *pool) timesFolded(factor uint64, z, high, start string) (s stream) {
	s.put("VPSRLQ $31, %s, %s", z, high)
	s.put("VPAND %s, %s, %s", c.word(1<<31-1), z, z)
	s.put("VPMULUDQ %s, %s, %s", c.word(factor*(1<<24-1)), high, high)
	if factor > 1 {
		s.put("VPMULUDQ %s, %s, %s", c.word(factor), z, z)
	}
	s.put("VPADDQ %s, %s, %s", high, z, z)
	if start != "" {
		s.put("VPADDQ %s, %s, %s", start, z, z)
	}
	return s
}

// shrink makes of z, at least p*2^16, the word z*2^-16 of 32 bits.
func (c *pool) shrink(z, low string) stream { return c.divideBy(16, z, low, "") }

// cubeAVX2 sets q to (z*2^-16)^3 * 2^-64 for z as shrink needs it; z and m are scratch.
func (c *pool) cubeAVX2(z, q, m string) (s stream) {
	s = append(s, c.shrink(z, q)...)
	s.put("VPMULUDQ %s, %s, %s", z, z, q)
	s = append(s, reduce(q, m)...)
	s.put("VPMULUDQ %s, %s, %s", z, q, q)
	return append(s, reduce(q, m)...)
}

package dft

import (
	"context"
	"fmt"
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// Coset is a way to evaluate polynomials of fewer than 2^log coefficients on s*H', with
// H' of size 2^(log+blowupLog). It holds the powers of the shift, so one Coset serves
// many columns; it is not changed after NewCoset and may be shared by goroutines.
type Coset struct {
	log, blowupLog int
	// shifts[j] holds c*x^i for block j of the result, where x is the shift of that
	// block and c is 1/2^log (scaled, for LDE) or one.
	plain, scaled [][]field.Element
}

// NewCoset prepares extensions by 2^blowupLog. It holds 2 * 2^(log+blowupLog) words.
func NewCoset(log, blowupLog int, shift field.Element) (*Coset, error) {
	if log < 0 || blowupLog < 0 || log > MaxLog || blowupLog > MaxLog-log {
		return nil, fmt.Errorf("2^%d extended by 2^%d: %w", log, blowupLog, ErrSize)
	}
	if shift == 0 {
		return nil, ErrShift
	}
	c := &Coset{log: log, blowupLog: blowupLog}
	root, inv := field.RootOfUnity(log+blowupLog), sizeInv(log)
	for j := range 1 << blowupLog {
		// H' is the union of root^r * H. Index k = r + 2^blowupLog*m of H' sits at
		// rev(k) = rev(r)*2^log + rev(m): block j = rev(r), bit-reversed within.
		r := bits.Reverse32(uint32(j)) >> 1 >> (31 - blowupLog)
		x := shift.Mul(root.Exp(uint64(r)))
		plain, scaled := make([]field.Element, 1<<log), make([]field.Element, 1<<log)
		powers(plain, field.One, x)
		powers(scaled, inv, x)
		c.plain, c.scaled = append(c.plain, plain), append(c.scaled, scaled)
	}
	return c, nil
}

// In is the length of a column to extend.
func (c *Coset) In() int { return 1 << c.log }

// Out is the length of an extended column.
func (c *Coset) Out() int { return 1 << (c.log + c.blowupLog) }

// Extend writes to dst the evaluations on s*H' (bit-reversed) of the polynomial with
// the given coefficients (natural). dst and coeffs must not overlap.
func (c *Coset) Extend(dst, coeffs []field.Element) error {
	if len(coeffs) != c.In() || len(dst) != c.Out() {
		return fmt.Errorf("extend %d to %d, want %d to %d: %w", len(coeffs), len(dst), c.In(), c.Out(), ErrSize)
	}
	c.extend(dst, coeffs, c.plain)
	return nil
}

func (c *Coset) extend(dst, coeffs []field.Element, shifts [][]field.Element) {
	n := c.In()
	for j, s := range shifts {
		block := dst[j*n : (j+1)*n]
		vec.Mul(block, coeffs, s)
		forward(block, c.log)
	}
}

// LDE writes to dst the evaluations on s*H' (bit-reversed) of the polynomial of degree
// below 2^log with the given evaluations on H (natural). evals is left as it was; dst and
// evals must not overlap.
func (c *Coset) LDE(dst, evals []field.Element) error {
	if len(evals) != c.In() || len(dst) != c.Out() {
		return fmt.Errorf("extend %d to %d, want %d to %d: %w", len(evals), len(dst), c.In(), c.Out(), ErrSize)
	}
	// The last block holds the coefficients until it is itself computed, in place.
	n := c.In()
	coeffs := dst[len(dst)-n:]
	interpolate(coeffs, evals, c.log)
	c.extend(dst, coeffs, c.scaled)
	return nil
}

// LDEBatch is LDE for every column, on up to workers goroutines that end before it
// returns. It stops early, with the cause, when ctx ends; dst is then unspecified.
func (c *Coset) LDEBatch(ctx context.Context, dst, evals [][]field.Element, workers int) error {
	if len(dst) != len(evals) || workers < 1 {
		return fmt.Errorf("%d columns to %d by %d workers: %w", len(evals), len(dst), workers, ErrSize)
	}
	return eachColumn(ctx, len(dst), workers, func(i int) error {
		if err := c.LDE(dst[i], evals[i]); err != nil {
			return fmt.Errorf("column %d: %w", i, err)
		}
		return nil
	})
}

// Package dft is the number-theoretic transform over KoalaBear and the low-degree
// extension of columns on cosets.
//
// The domain of size n = 2^log is H = {1, w, w^2, ...} with w = field.RootOfUnity(log),
// or a coset s*H. Two orders occur: natural (index i is coefficient X^i, or the point
// w^i) and bit-reversed (index i holds what belongs to rev(i), the log bits of i turned
// round). Names say which:
//
//	Forward       coefficients, natural      -> evaluations on H, bit-reversed
//	Inverse       evaluations, bit-reversed  -> coefficients, natural
//	Interpolate   evaluations, natural       -> coefficients, natural
//	Extend        coefficients, natural      -> evaluations on s*H', bit-reversed
//	LDE           evaluations, natural       -> evaluations on s*H', bit-reversed
//
// In bit-reversed order the points x and -x are neighbours (2j, 2j+1), and so are the
// 2^k points that share x^(2^k): what a FRI fold needs. A column of extension elements is
// transformed as its six coefficient columns.
//
// Lengths are powers of two up to 2^24; anything else is [ErrSize], and the data is left
// as it was. Shifts must not be zero ([ErrShift]). That a shift lies outside the
// subgroup is the choice of the caller and not checked.
//
// Transforms work in place, on one goroutine, and share read-only tables of twiddle
// factors that are computed on the first use of a size and kept: at most 2 * 4 * 2^24
// bytes when the largest size is used in both directions. All functions may be called
// from several goroutines on different data.
//
// On amd64 the layers run in assembly, for AVX-512 (F) or else for AVX2, use at run time;
// elsewhere, and with the build tag purego, in portable Go. All give the same words.
//
// References: W. Gentleman, G. Sande, Fast Fourier Transforms for Fun and Profit, 1966
// (decimation in frequency); J. Cooley, J. Tukey, An Algorithm for the Machine
// Calculation of Complex Fourier Series, 1965 (its transpose, used by Inverse).
package dft

import (
	"errors"
	"fmt"
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// MaxLog is the log of the largest domain.
const MaxLog = field.TwoAdicity

var (
	// ErrSize says that a length is not a power of two in [1, 2^24], or that lengths
	// which belong together do not agree.
	ErrSize = errors.New("not a domain size")
	// ErrShift says that a coset shift is zero.
	ErrShift = errors.New("coset shift is zero")
)

// Forward evaluates the polynomial with coefficients a (natural) on H; the evaluations
// replace them in bit-reversed order.
func Forward(a []field.Element) error {
	log, err := logOf(len(a))
	if err != nil {
		return err
	}
	forward(a, log)
	return nil
}

// Inverse undoes Forward: evaluations on H (bit-reversed) become coefficients (natural).
func Inverse(a []field.Element) error {
	log, err := logOf(len(a))
	if err != nil {
		return err
	}
	inverse(a, log)
	vec.Scale(a, a, sizeInv(log))
	return nil
}

// Interpolate turns evaluations on H (natural) into coefficients (natural).
func Interpolate(a []field.Element) error {
	log, err := logOf(len(a))
	if err != nil {
		return err
	}
	bitReverse(a, log)
	inverse(a, log)
	vec.Scale(a, a, sizeInv(log))
	return nil
}

// BitReverse moves between natural and bit-reversed order.
func BitReverse(a []field.Element) error {
	log, err := logOf(len(a))
	if err != nil {
		return err
	}
	bitReverse(a, log)
	return nil
}

// logOf accepts 1, 2, 4, ..., 2^24.
func logOf(n int) (int, error) {
	if n < 1 || n > 1<<MaxLog || n&(n-1) != 0 {
		return 0, fmt.Errorf("length %d: %w", n, ErrSize)
	}
	return bits.TrailingZeros(uint(n)), nil
}

// sizeInv is 2^-log.
func sizeInv(log int) field.Element { return field.New(1 << log).Inv() }

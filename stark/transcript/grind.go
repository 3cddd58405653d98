package transcript

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// MaxGrindingBits bounds the proof of work: with 2^31 nonces a solution of 24 bits is
// missed with probability e^-127.
const MaxGrindingBits = 24

// nonceBlock is the number of nonces a worker tries between two looks at the context.
const nonceBlock = 1 << 12

var (
	// ErrWork says that a nonce does not solve the proof of work.
	ErrWork = errors.New("proof of work is not solved")
	// ErrNoNonce says that no nonce of the field solves the proof of work.
	ErrNoNonce = errors.New("no nonce solves the proof of work")
)

// CheckWork absorbs the nonce, takes one challenge element and returns ErrWork unless
// its low bits are all zero. The transcript goes on from there in both cases.
//
// A random nonce passes with probability at most 2^-bits: of the values 0..p-2 exactly
// that share has zero low bits, and p - 1 is refused.
func (t *Transcript) CheckWork(nonce field.Element, bits int) error {
	if err := checkGrindingBits(bits); err != nil {
		return err
	}
	t.record(KindNonce, "", []field.Element{nonce})
	t.header(KindNonce, 1)
	t.push(nonce)
	if !solved(t.squeeze(), bits) {
		return ErrWork
	}
	return nil
}

// SolveWork finds the smallest nonce that passes CheckWork, which does not depend on
// the number of workers, and absorbs it as CheckWork does. When the context ends or no
// nonce exists, the transcript is left as it was.
func (t *Transcript) SolveWork(ctx context.Context, bits, workers int) (field.Element, error) {
	if err := checkGrindingBits(bits); err != nil {
		return 0, err
	}
	base := t.Clone()
	base.header(KindNonce, 1)
	workers = max(1, workers)
	found := make([]uint64, workers)
	for start := uint64(0); start < field.Modulus; start += uint64(workers) * nonceBlock {
		if err := ctx.Err(); err != nil {
			return 0, fmt.Errorf("solve proof of work: %w", err)
		}
		var group sync.WaitGroup
		for w := range workers {
			group.Go(func() { found[w] = base.search(start+uint64(w)*nonceBlock, bits) })
		}
		group.Wait()
		for _, n := range found {
			if n < field.Modulus {
				nonce := field.New(n)
				return nonce, t.CheckWork(nonce, bits)
			}
		}
	}
	return 0, ErrNoNonce
}

// search returns the first solution of the block that starts at the given nonce, or
// the modulus if there is none. It works on copies and leaves t alone.
func (t *Transcript) search(start uint64, bits int) uint64 {
	base := *t
	if base.pending == sponge.Rate {
		base.permute() // the call all nonces have in common
	}
	end := min(start+nonceBlock, field.Modulus)
	for ; start+poseidon2.Lanes <= end; start += poseidon2.Lanes {
		for l, x := range base.tryLanes(start) {
			if solved(x, bits) {
				return start + uint64(l)
			}
		}
	}
	for ; start < end; start++ {
		try := base
		try.push(field.New(start))
		if solved(try.squeeze(), bits) {
			return start
		}
	}
	return field.Modulus
}

// tryLanes returns what squeeze does after push, for each of the nonces from the first
// on. The block has room for one more element.
func (t *Transcript) tryLanes(first uint64) [poseidon2.Lanes]field.Element {
	words := t.state
	clear(words[t.pending:sponge.Rate])
	words[separator] = words[separator].Add(field.One)
	var x [sponge.Width][poseidon2.Lanes]field.Element
	for i, w := range words {
		for l := range x[i] {
			x[i][l] = w
		}
	}
	for l := range x[t.pending] {
		x[t.pending][l] = field.New(first + uint64(l))
	}
	poseidon2.PermuteLanes24(&x)
	return x[0]
}

func solved(x field.Element, bits int) bool {
	v := x.Uint32()
	return v != field.Modulus-1 && v&(1<<bits-1) == 0
}

func checkGrindingBits(bits int) error {
	if bits < 0 || bits > MaxGrindingBits {
		return fmt.Errorf("proof of work: %d bits, allowed are 0 to %d", bits, MaxGrindingBits)
	}
	return nil
}

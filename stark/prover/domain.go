package prover

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/ashlar-labs/ashlar/stark/dft"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
	"github.com/ashlar-labs/ashlar/stark/fri"
)

// chunkRows is the number of rows that a goroutine takes at a time in loops over rows.
const chunkRows = 512

// domain is everything about one height that all its tables share. It is read-only.
//
// In bit-reversed order the first 2^log points of the evaluation domain are the coset
// s<w> of the trace domain, and the first 2^(log+1) are the coset of twice the size on
// which quotients are computed.
type domain struct {
	log, logSize int // of the trace, of the evaluation domain
	shift        field.Element
	coset        *dft.Coset
	points       []field.Element // of the evaluation domain
}

func newDomain(log, logBlowup int) (*domain, error) {
	d := &domain{log: log, logSize: log + logBlowup, shift: fri.Shift(log + logBlowup)}
	var err error
	if d.coset, err = dft.NewCoset(log, logBlowup, d.shift); err != nil {
		return nil, fmt.Errorf("domain of 2^%d: %w", log, err)
	}
	d.points = make([]field.Element, 1<<d.logSize)
	d.points[0] = d.shift
	root := field.RootOfUnity(d.logSize)
	for k := range d.logSize { // bit k of an index is bit logSize-1-k of the exponent
		vec.Scale(d.points[1<<k:2<<k], d.points[:1<<k], root.Exp(1<<(d.logSize-1-k)))
	}
	return d, nil
}

func (d *domain) rows() int { return 1 << d.log }

// root is w, of the trace domain.
func (d *domain) root() field.Element { return field.RootOfUnity(d.log) }

// vanishing is X^n - 1 on each of the two cosets of the trace domain that make up the
// coset of 2n points: it is constant on both. Neither value is zero.
func (d *domain) vanishing() (v [2]field.Element) {
	for b := range v {
		v[b] = d.points[b<<d.log].Exp(1 << d.log).Sub(field.One)
	}
	return v
}

// inverses sets out to 1/(x - a) for base elements x, none of which is a.
func inverses(out, x []field.Element, a field.Element) {
	product := field.One
	for i := range x {
		out[i] = product
		product = product.Mul(x[i].Sub(a))
	}
	inv := product.Inv()
	for i := len(x) - 1; i >= 0; i-- {
		out[i] = out[i].Mul(inv)
		inv = inv.Mul(x[i].Sub(a))
	}
}

// firstInverses is 1/(x - 1) on the first 2^(log+1) points.
func (d *domain) firstInverses(ctx context.Context, workers int) ([]field.Element, error) {
	out := make([]field.Element, 2<<d.log)
	err := eachChunk(ctx, len(out), workers, func(from, to int) {
		inverses(out[from:to], d.points[from:to], field.One)
	})
	return out, err
}

// weights are the W_i for which sum W_i f(x_i) = f(z), for polynomials f of degree below n
// and the first n points x_i: with s the shift,
//
//	f(z) = (z^n - s^n) / (n s^n) * sum f(x_i) x_i / (z - x_i)
func (d *domain) weights(ctx context.Context, z ext.E6, workers int) (ext.Vector, error) {
	w := ext.NewVector(d.rows())
	n := field.New(uint64(d.rows()))
	sn := d.shift.Exp(uint64(d.rows()))
	// The poles are x/(x - z), hence the other sign.
	scale := ext.FromBase(sn).Sub(z.Exp(uint64(d.rows()))).MulBase(n.Mul(sn).Inv())
	p := newPoles(z, scale, 1)
	pool := sync.Pool{New: func() any { return newPoleScratch(chunkRows) }}
	err := eachChunk(ctx, d.rows(), workers, func(from, to int) {
		scratch := pool.Get().(*poleScratch)
		defer pool.Put(scratch)
		p.at(w.Slice(from, to), d.points[from:to], scratch)
	})
	return w, err
}

// fill sets all of dst to v.
func fill(dst []field.Element, v field.Element) {
	head := min(16, len(dst))
	for i := range head {
		dst[i] = v
	}
	for n := head; n < len(dst); n *= 2 {
		copy(dst[n:], dst[:n])
	}
}

// eachChunk runs work on disjoint chunks of 0..n on up to that many goroutines and waits
// for them.
func eachChunk(ctx context.Context, n, workers int, work func(from, to int)) error {
	return each(ctx, (n+chunkRows-1)/chunkRows, workers, func(_, i int) error {
		work(i*chunkRows, min((i+1)*chunkRows, n))
		return nil
	})
}

// each runs do for 0..n-1, with the number of the goroutine, on up to that many
// goroutines and waits for them. It returns the error of the lowest index that failed.
func each(ctx context.Context, n, workers int, do func(worker, i int) error) error {
	var next atomic.Int64
	var group sync.WaitGroup
	errs := make([]error, max(1, min(workers, n)))
	failed := make([]int, len(errs))
	for w := range errs {
		group.Go(func() {
			for errs[w] == nil && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				failed[w] = i
				errs[w] = do(w, i)
			}
		})
	}
	group.Wait()
	first := -1
	for w, err := range errs {
		if err != nil && (first < 0 || failed[w] < failed[first]) {
			first = w
		}
	}
	if first >= 0 {
		return errs[first]
	}
	return context.Cause(ctx)
}

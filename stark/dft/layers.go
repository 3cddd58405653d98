package dft

import (
	"github.com/ashlar-labs/ashlar/stark/field"
)

// forward applies the layers of the decimation in frequency from the widest to the
// narrowest. After a pair of layers the four quarters are independent; each is finished
// before the next is begun, so that from some depth on the work stays in the cache,
// whatever its size.
func forward(a []field.Element, log int) {
	switch {
	case forwardWide(a, log):
	case log == 0:
	case log == 1:
		a[0], a[1] = a[0].Add(a[1]), a[0].Sub(a[1])
	case log == 2:
		forward4(a)
	default:
		forwardPair(a, forwardTable(log), forwardTable(log-1))
		q := len(a) / 4
		for i := range 4 {
			forward(a[i*q:(i+1)*q], log-2)
		}
	}
}

// forwardPair does the two widest layers in one pass over the data. With quarters
// a, b, c, d: first (a, c) and (b, d) with the powers w of the n-th root, then
// (a, b) and (c, d) with the powers v of its square.
func forwardPair(a, w, v []field.Element) {
	q := len(a) / 4
	x0, x1, x2, x3 := a[:q:q], a[q:2*q:2*q], a[2*q:3*q:3*q], a[3*q:4*q:4*q]
	w0, w1, v0 := w[:q:q], w[q:2*q:2*q], v[:q:q]
	for i := range x0 {
		a, b, c, d := x0[i], x1[i], x2[i], x3[i]
		a, c = a.Add(c), a.Sub(c).Mul(w0[i])
		b, d = b.Add(d), b.Sub(d).Mul(w1[i])
		x0[i], x1[i] = a.Add(b), a.Sub(b).Mul(v0[i])
		x2[i], x3[i] = c.Add(d), c.Sub(d).Mul(v0[i])
	}
}

// forward4 is forward for four elements: the only twiddle that is not one is a root of -1.
func forward4(x []field.Element) {
	x = x[:4:4]
	a, b, c, d := x[0], x[1], x[2], x[3]
	a, c = a.Add(c), a.Sub(c)
	b, d = b.Add(d), b.Sub(d).Mul(rootOfMinusOne)
	x[0], x[1], x[2], x[3] = a.Add(b), a.Sub(b), c.Add(d), c.Sub(d)
}

// inverse is the transpose: the same layers backwards with inverse roots. The result is
// len(a) times the coefficients.
func inverse(a []field.Element, log int) {
	switch {
	case inverseWide(a, log):
	case log == 0:
	case log == 1:
		a[0], a[1] = a[0].Add(a[1]), a[0].Sub(a[1])
	case log == 2:
		inverse4(a)
	default:
		q := len(a) / 4
		for i := range 4 {
			inverse(a[i*q:(i+1)*q], log-2)
		}
		inversePair(a, inverseTable(log), inverseTable(log-1))
	}
}

func inversePair(a, w, v []field.Element) {
	q := len(a) / 4
	x0, x1, x2, x3 := a[:q:q], a[q:2*q:2*q], a[2*q:3*q:3*q], a[3*q:4*q:4*q]
	w0, w1, v0 := w[:q:q], w[q:2*q:2*q], v[:q:q]
	for i := range x0 {
		a, b, c, d := x0[i], x1[i].Mul(v0[i]), x2[i], x3[i].Mul(v0[i])
		a, b = a.Add(b), a.Sub(b)
		c, d = c.Add(d).Mul(w0[i]), c.Sub(d).Mul(w1[i])
		x0[i], x1[i], x2[i], x3[i] = a.Add(c), b.Add(d), a.Sub(c), b.Sub(d)
	}
}

func inverse4(x []field.Element) {
	x = x[:4:4]
	a, b, c, d := x[0], x[1], x[2], x[3]
	a, b = a.Add(b), a.Sub(b)
	c, d = c.Add(d), c.Sub(d).Mul(rootOfMinusOne.Neg()) // -i = 1/i
	x[0], x[1], x[2], x[3] = a.Add(c), b.Add(d), a.Sub(c), b.Sub(d)
}

// interpolate sets dst to len(src) times the coefficients of the values src (natural).
func interpolate(dst, src []field.Element, log int) {
	if !interpolateWide(dst, src, log) {
		bitReverseTo(dst, src, log)
		inverse(dst, log)
	}
}

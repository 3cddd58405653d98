package ext

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// Vector is a sequence of E6 as structure of arrays: v[k][i] is coefficient k of
// element i. All six slices have one length.
type Vector [Degree][]field.Element

// NewVector returns n zeros in one allocation.
func NewVector(n int) Vector {
	var v Vector
	words := make([]field.Element, Degree*n)
	for k := range v {
		v[k] = words[k*n : (k+1)*n : (k+1)*n]
	}
	return v
}

// Len is the number of elements.
func (v Vector) Len() int { return len(v[0]) }

// At returns element i.
func (v Vector) At(i int) E6 {
	return E6{v[0][i], v[1][i], v[2][i], v[3][i], v[4][i], v[5][i]}
}

// Set writes element i.
func (v Vector) Set(i int, a E6) {
	v[0][i], v[1][i], v[2][i] = a[0], a[1], a[2]
	v[3][i], v[4][i], v[5][i] = a[3], a[4], a[5]
}

// Slice returns elements lo to hi, sharing storage.
func (v Vector) Slice(lo, hi int) (out Vector) {
	for k := range v {
		out[k] = v[k][lo:hi:hi]
	}
	return out
}

// Copy writes a to v.
func (v Vector) Copy(a Vector) {
	mustMatch(v, a.Len())
	for k := range v {
		copy(v[k], a[k])
	}
}

// Add sets v to a + b, element by element.
func (v Vector) Add(a, b Vector) {
	mustMatch(v, a.Len(), b.Len())
	for k := range v {
		vec.Add(v[k], a[k], b[k])
	}
}

// Sub sets v to a - b, element by element.
func (v Vector) Sub(a, b Vector) {
	mustMatch(v, a.Len(), b.Len())
	for k := range v {
		vec.Sub(v[k], a[k], b[k])
	}
}

// Mul sets v to a * b, element by element.
func (v Vector) Mul(a, b Vector) {
	mustMatch(v, a.Len(), b.Len())
	for i := mulWide(v, a, b); i < v.Len(); i++ {
		v.Set(i, a.At(i).Mul(b.At(i)))
	}
}

// MulBase sets v to a * b with base elements b, element by element.
func (v Vector) MulBase(a Vector, b []field.Element) {
	mustMatch(v, a.Len(), len(b))
	for k := range v {
		vec.Mul(v[k], a[k], b)
	}
}

// Scale sets v to a * s.
func (v Vector) Scale(a Vector, s E6) {
	mustMatch(v, a.Len())
	var f factor
	f.set(&s)
	for i := scaleWide(v, a, s); i < v.Len(); i++ {
		x := a.At(i)
		v.Set(i, f.mul(&x))
	}
}

// ScaleBase sets v to a * s.
func (v Vector) ScaleBase(a Vector, s field.Element) {
	mustMatch(v, a.Len())
	for k := range v {
		vec.Scale(v[k], a[k], s)
	}
}

// AddScaled adds s * a to v: one step of a random combination of columns over E6.
func (v Vector) AddScaled(a Vector, s E6) {
	mustMatch(v, a.Len())
	const chunk = 256 // of a scratch vector that stays in the first-level cache
	var words [Degree][chunk]field.Element
	var tmp Vector
	for k := range tmp {
		tmp[k] = words[k][:]
	}
	for at := 0; at < v.Len(); at += chunk {
		end := min(at+chunk, v.Len())
		part, dst := tmp.Slice(0, end-at), v.Slice(at, end)
		part.Scale(a.Slice(at, end), s)
		dst.Add(dst, part)
	}
}

// AddScaledBase adds s * a to v for a column a of base elements.
func (v Vector) AddScaledBase(a []field.Element, s E6) {
	mustMatch(v, len(a))
	for k := range v {
		vec.AddScaled(v[k], a, s[k])
	}
}

// Powers sets v to c, c*x, c*x^2, ...
func (v Vector) Powers(c, x E6) {
	var f factor
	f.set(&x)
	for i := range v.Len() {
		v.Set(i, c)
		c = f.mul(&c)
	}
}

// InnerProduct returns the sum of a_i * b_i: the eleven sums c_k of products of
// coefficients are taken first and reduced, as in [E6.Mul], once.
func InnerProduct(a, b Vector) E6 {
	mustMatch(a, b.Len())
	mustMatch(b)
	var c [2*Degree - 1]field.Element
	for i := range Degree {
		for j := range Degree {
			c[i+j] = c[i+j].Add(vec.Dot(a[i], b[j]))
		}
	}
	return reduced(&c)
}

// InnerProductBase returns the sum of a_i * b_i for base elements b.
func InnerProductBase(a Vector, b []field.Element) (sum E6) {
	mustMatch(a, len(b))
	for k := range a {
		sum[k] = vec.Dot(a[k], b)
	}
	return sum
}

// mustMatch panics when v is ragged or a length differs from that of v.
func mustMatch(v Vector, lengths ...int) {
	for k := range v {
		if len(v[k]) != len(v[0]) {
			panic("ext: coefficient slices of a vector differ in length")
		}
	}
	for _, n := range lengths {
		if n != len(v[0]) {
			panic("ext: vectors differ in length")
		}
	}
}

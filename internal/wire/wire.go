// Package wire reads and writes the values that the byte forms of this repository are made of.
//
//	in   bytes from anybody
//	out  values; or the first error, which wraps the error that the format's owner names
//
// Integers are big-endian, lengths and counts u32 unless said otherwise. A Reader never panics and allocates nothing. What the values mean is the format's business: package rollup and its
// docs/spec.md, chain/store.
package wire

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Reader takes values from the front of Rest; after the first error it returns zero values.
type Reader struct {
	Rest []byte // what has not been read
	Err  error  // the first one
	bad  error
}

// NewReader reads data; errors wrap malformed.
func NewReader(data []byte, malformed error) Reader { return Reader{Rest: data, bad: malformed} }

// Fail notes an error of the format unless there is one already.
func (r *Reader) Fail(format string, args ...any) {
	if r.Err == nil {
		r.Err = fmt.Errorf(format+": %w", append(args, r.bad)...)
	}
}

// Take returns the next n bytes, which alias the input; nil after an error.
func (r *Reader) Take(n int) []byte {
	if r.Err == nil && n > len(r.Rest) {
		r.Fail("need %d bytes, have %d", n, len(r.Rest))
	}
	if r.Err != nil {
		return nil
	}
	out := r.Rest[:n:n]
	r.Rest = r.Rest[n:]
	return out
}

// Uint8 reads a byte.
func (r *Reader) Uint8() byte {
	if b := r.Take(1); b != nil {
		return b[0]
	}
	return 0
}

// Uint16 reads two bytes.
func (r *Reader) Uint16() uint16 {
	if b := r.Take(2); b != nil {
		return binary.BigEndian.Uint16(b)
	}
	return 0
}

// Uint32 reads four bytes.
func (r *Reader) Uint32() uint32 {
	if b := r.Take(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

// Uint64 reads eight bytes.
func (r *Reader) Uint64() uint64 {
	if b := r.Take(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

// Flag reads a byte that has to be 0 or 1.
func (r *Reader) Flag() bool {
	b := r.Uint8()
	if b > 1 {
		r.Fail("flag %#x", b)
	}
	return b == 1
}

// Version reads the byte that begins a record.
func (r *Reader) Version(want byte) {
	if v := r.Uint8(); r.Err == nil && v != want {
		r.Fail("version %d, this program reads %d", v, want)
	}
}

// Hash reads 32 bytes.
func (r *Reader) Hash() (h common.Hash) {
	copy(h[:], r.Take(common.HashLength))
	return h
}

// Address reads 20 bytes.
func (r *Reader) Address() (a common.Address) {
	copy(a[:], r.Take(common.AddressLength))
	return a
}

// Count reads the number of items of at least minSize bytes each and refuses one that the rest cannot hold.
func (r *Reader) Count(minSize int) int {
	n := r.Uint32()
	if r.Err == nil && uint64(n)*uint64(minSize) > uint64(len(r.Rest)) {
		r.Fail("%d items of at least %d bytes in %d", n, minSize, len(r.Rest))
	}
	if r.Err != nil {
		return 0
	}
	return int(n)
}

// Bytes reads a length and that many bytes, which alias the input.
func (r *Reader) Bytes() []byte { return r.Take(r.Count(1)) }

// Text reads a length u16, at most limit, and that many bytes.
func (r *Reader) Text(limit int) string {
	n := int(r.Uint16())
	if n > limit {
		r.Fail("text of %d bytes, at most %d", n, limit)
	}
	return string(r.Take(n))
}

// End is the first error; bytes that are left are one.
func (r *Reader) End() error {
	if r.Err == nil && len(r.Rest) != 0 {
		r.Fail("%d bytes left", len(r.Rest))
	}
	return r.Err
}

// AppendUint64s appends numbers one after the other.
func AppendUint64s(b []byte, values ...uint64) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint64(b, v)
	}
	return b
}

// AppendBytes appends a length u32 and the bytes, what Bytes reads.
func AppendBytes(b, v []byte) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(v))), v...)
}

// AppendText appends a length u16 and the bytes, what Text reads. The text is shorter than 64 KiB.
func AppendText(b []byte, s string) []byte {
	return append(binary.BigEndian.AppendUint16(b, uint16(len(s))), s...)
}

package rollup

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// reader takes values from the front of data; after the first error it returns zero values.
type reader struct {
	data []byte
	err  error
}

// take returns the next n bytes (aliasing the input), nil after an error.
func (r *reader) take(n int) []byte {
	if r.err == nil && n > len(r.data) {
		r.err = fmt.Errorf("need %d bytes, have %d: %w", n, len(r.data), ErrEncoding)
	}
	if r.err != nil {
		return nil
	}
	out := r.data[:n:n]
	r.data = r.data[n:]
	return out
}

func (r *reader) uint8() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) uint32() uint32 {
	if b := r.take(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

func (r *reader) uint64() uint64 {
	if b := r.take(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func (r *reader) hash() (h common.Hash) {
	copy(h[:], r.take(32))
	return h
}

func (r *reader) address() (a common.Address) {
	copy(a[:], r.take(20))
	return a
}

// bytes reads a u32 length and that many bytes.
func (r *reader) bytes() []byte {
	n := r.uint32()
	if uint64(n) > uint64(len(r.data)) && r.err == nil {
		r.err = fmt.Errorf("length %d of %d remaining bytes: %w", n, len(r.data), ErrEncoding)
	}
	return r.take(int(n))
}

// count reads a u32 number of items of at least minSize bytes each and refuses one that the rest of the input cannot hold.
func (r *reader) count(minSize int) int {
	n := r.uint32()
	if r.err == nil && uint64(n)*uint64(minSize) > uint64(len(r.data)) {
		r.err = fmt.Errorf("%d items in %d bytes: %w", n, len(r.data), ErrEncoding)
	}
	if r.err != nil {
		return 0
	}
	return int(n)
}

func appendBytes(dst, b []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(b)))
	return append(dst, b...)
}

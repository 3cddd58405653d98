package stf

import (
	"fmt"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// rlpReader takes values from the front of an RLP payload. Only canonical encodings are accepted. After the first error every value is zero.
type rlpReader struct {
	data []byte
	err  error
}

func (r *rlpReader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("%s: %w", what, ErrTxEncoding)
	}
}

// item takes one item: its payload and whether it is a list.
func (r *rlpReader) item() (payload []byte, list bool) {
	if r.err != nil {
		return nil, false
	}
	if len(r.data) == 0 {
		r.fail("value missing")
		return nil, false
	}
	tag := r.data[0]
	switch {
	case tag < 0x80:
		payload = r.data[:1:1]
		r.data = r.data[1:]
		return payload, false
	case tag < 0xc0:
		payload = r.body(uint64(tag-0x80), tag > 0xb7, tag-0xb7)
		if len(payload) == 1 && payload[0] < 0x80 {
			r.fail("single byte with a length")
		}
		return payload, false
	default:
		return r.body(uint64(tag-0xc0), tag > 0xf7, tag-0xf7), true
	}
}

// body skips the header of an item (one byte, or with long one byte and lenLen bytes of length) and takes its payload.
func (r *rlpReader) body(size uint64, long bool, lenLen byte) []byte {
	head := uint64(1)
	if long {
		head += uint64(lenLen)
		if uint64(len(r.data)) < head {
			r.fail("length cut off")
			return nil
		}
		size = 0
		for _, b := range r.data[1:head] {
			size = size<<8 | uint64(b)
		}
		if size < 56 || r.data[1] == 0 {
			r.fail("length not in its shortest form")
			return nil
		}
	}
	if size > uint64(len(r.data))-head {
		r.fail("value cut off")
		return nil
	}
	payload := r.data[head : head+size : head+size]
	r.data = r.data[head+size:]
	return payload
}

// list takes a list and returns a reader of its payload.
func (r *rlpReader) list() rlpReader {
	payload, list := r.item()
	if !list {
		r.fail("list expected")
	}
	return rlpReader{data: payload, err: r.err}
}

// end demands that everything was read.
func (r *rlpReader) end() {
	if len(r.data) != 0 {
		r.fail("bytes left over")
	}
}

func (r *rlpReader) bytes() []byte {
	payload, list := r.item()
	if list {
		r.fail("byte string expected")
		return nil
	}
	return payload
}

// number takes the bytes of an integer of at most max bytes without leading zeros.
func (r *rlpReader) number(max int) []byte {
	b := r.bytes()
	if len(b) > max || (len(b) > 0 && b[0] == 0) {
		r.fail("integer")
		return nil
	}
	return b
}

func (r *rlpReader) uint64() (v uint64) {
	for _, b := range r.number(8) {
		v = v<<8 | uint64(b)
	}
	return v
}

func (r *rlpReader) uint256() (v uint256.Int) {
	b := r.number(32)
	if len(b) > 8 {
		v.SetBytes(b)
		return v
	}
	for _, c := range b {
		v[0] = v[0]<<8 | uint64(c)
	}
	return v
}

func (r *rlpReader) address() (a common.Address) {
	if b := r.bytes(); len(b) == len(a) {
		copy(a[:], b)
	} else {
		r.fail("address")
	}
	return a
}

// optionalAddress takes an address or the empty string.
func (r *rlpReader) optionalAddress() *common.Address {
	b := r.bytes()
	if len(b) == 0 {
		return nil
	}
	if len(b) != common.AddressLength {
		r.fail("address")
		return nil
	}
	a := common.Address(b)
	return &a
}

func (r *rlpReader) hash() (h common.Hash) {
	if b := r.bytes(); len(b) == len(h) {
		copy(h[:], b)
	} else {
		r.fail("hash")
	}
	return h
}

// appendRLPHeader appends the header of a string (base 0x80) or list (base 0xc0) of size bytes; not for single bytes below 0x80.
func appendRLPHeader(dst []byte, base byte, size int) []byte {
	if size < 56 {
		return append(dst, base+byte(size))
	}
	n := (bits.Len64(uint64(size)) + 7) / 8
	dst = append(dst, base+55+byte(n))
	return appendBigEndian(dst, uint64(size), n)
}

// appendBigEndian appends the n lowest bytes of v.
func appendBigEndian(dst []byte, v uint64, n int) []byte {
	for n > 0 {
		n--
		dst = append(dst, byte(v>>(8*n)))
	}
	return dst
}

func appendRLPBytes(dst, b []byte) []byte {
	if len(b) == 1 && b[0] < 0x80 {
		return append(dst, b[0])
	}
	return append(appendRLPHeader(dst, 0x80, len(b)), b...)
}

func appendRLPUint64(dst []byte, v uint64) []byte {
	if v == 0 {
		return append(dst, 0x80)
	}
	if v < 0x80 {
		return append(dst, byte(v))
	}
	n := (bits.Len64(v) + 7) / 8
	return appendBigEndian(append(dst, 0x80+byte(n)), v, n)
}

func appendRLPUint256(dst []byte, v *uint256.Int) []byte {
	b := v.Bytes32()
	return appendRLPBytes(dst, b[32-v.ByteLen():])
}

// rlpSize is the length of what appendRLPBytes appends.
func rlpSize(b []byte) int {
	if len(b) == 1 && b[0] < 0x80 {
		return 1
	}
	return rlpHeaderSize(len(b)) + len(b)
}

// rlpHeaderSize is the length of the header of a string or list of size bytes.
func rlpHeaderSize(size int) int {
	if size < 56 {
		return 1
	}
	return 1 + (bits.Len64(uint64(size))+7)/8
}

// rlpUint64Size is the length of what appendRLPUint64 appends.
func rlpUint64Size(v uint64) int {
	if v < 0x80 {
		return 1
	}
	return 1 + (bits.Len64(v)+7)/8
}

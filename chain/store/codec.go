package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

var (
	// ErrNotFound says that the chain has no such block, transaction or batch.
	ErrNotFound = errors.New("not found")
	// ErrCorrupt says that a record of the database does not decode or contradicts another.
	ErrCorrupt = errors.New("corrupt record")
)

// decoder takes values from the front of data; after the first error it returns zero values. It never allocates more than data's length.
type decoder struct {
	data []byte
	err  error
}

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format+": %w", append(args, ErrCorrupt)...)
	}
}

func (d *decoder) take(n int) []byte {
	if d.err == nil && n > len(d.data) {
		d.fail("need %d bytes, have %d", n, len(d.data))
	}
	if d.err != nil {
		return nil
	}
	out := d.data[:n:n]
	d.data = d.data[n:]
	return out
}

func (d *decoder) uint8() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

// flag reads a byte that must be 0 or 1.
func (d *decoder) flag() bool {
	b := d.uint8()
	if b > 1 {
		d.fail("flag %#x", b)
	}
	return b == 1
}

func (d *decoder) uint16() uint16 {
	if b := d.take(2); b != nil {
		return binary.BigEndian.Uint16(b)
	}
	return 0
}

func (d *decoder) uint32() uint32 {
	if b := d.take(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

func (d *decoder) uint64() uint64 {
	if b := d.take(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func (d *decoder) uint256() *uint256.Int { return new(uint256.Int).SetBytes(d.take(32)) }

func (d *decoder) hash() (h common.Hash) {
	copy(h[:], d.take(32))
	return h
}

func (d *decoder) address() (a common.Address) {
	copy(a[:], d.take(20))
	return a
}

// count reads the number of items of at least size bytes each and refuses one that the rest cannot hold.
func (d *decoder) count(size int) int {
	n := d.uint32()
	if uint64(n)*uint64(size) > uint64(len(d.data)) {
		d.fail("%d items in %d bytes", n, len(d.data))
	}
	if d.err != nil {
		return 0
	}
	return int(n)
}

// bytes reads a u32 length and that many bytes, copied; no bytes are nil.
func (d *decoder) bytes() []byte {
	b := d.take(d.count(1))
	if len(b) == 0 {
		return nil
	}
	return append([]byte(nil), b...)
}

// version reads the version byte that begins a record.
func (d *decoder) version(want byte) {
	if v := d.uint8(); d.err == nil && v != want {
		d.fail("version %d, want %d", v, want)
	}
}

// end is the record's error, or one when bytes are left.
func (d *decoder) end() error {
	if d.err == nil && len(d.data) != 0 {
		d.fail("%d bytes left", len(d.data))
	}
	return d.err
}

func appendUint256(b []byte, v *uint256.Int) []byte {
	w := v.Bytes32()
	return append(b, w[:]...)
}

func appendBytes(b, v []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(v)))
	return append(b, v...)
}

// decodeUint64 reads a record that is one number.
func decodeUint64(data []byte) (uint64, error) {
	d := decoder{data: data}
	n := d.uint64()
	return n, d.end()
}

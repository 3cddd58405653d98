package store

import (
	"errors"

	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/internal/wire"
)

var (
	// ErrNotFound says that the chain has no such block, transaction or batch.
	ErrNotFound = errors.New("not found")
	// ErrCorrupt says that a record of the database does not decode or contradicts another.
	ErrCorrupt = errors.New("corrupt record")
)

// decoder reads records of the database; its errors wrap ErrCorrupt.
type decoder struct{ wire.Reader }

func newDecoder(data []byte) decoder { return decoder{wire.NewReader(data, ErrCorrupt)} }

func (d *decoder) uint256() *uint256.Int { return new(uint256.Int).SetBytes(d.Take(32)) }

// bytes copies what Bytes reads; no bytes are nil.
func (d *decoder) bytes() []byte { return append([]byte(nil), d.Bytes()...) }

func appendUint256(b []byte, v *uint256.Int) []byte {
	w := v.Bytes32()
	return append(b, w[:]...)
}

// decodeUint64 reads a record that is one number.
func decodeUint64(data []byte) (uint64, error) {
	d := newDecoder(data)
	n := d.Uint64()
	return n, d.End()
}

package record

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// reader takes values from the front of data; after the first error it returns zero values.
type reader struct {
	data []byte
	err  error
}

func (d *reader) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format+": %w", append(args, ErrMalformed)...)
	}
}

func (d *reader) take(n int) []byte {
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

func (d *reader) uint64() uint64 {
	if b := d.take(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func (d *reader) hash() (h common.Hash) {
	copy(h[:], d.take(32))
	return h
}

// text reads a length u16, at most limit, and the bytes.
func (d *reader) text(limit int) string {
	n := 0
	if b := d.take(2); b != nil {
		n = int(binary.BigEndian.Uint16(b))
	}
	if n > limit {
		d.fail("text of %d bytes, at most %d", n, limit)
	}
	return string(d.take(n))
}

func (d *reader) term() *Term {
	t := &Term{}
	copy(t.Leader[:], d.take(len(t.Leader)))
	t.LastBlock, t.LastBatch, t.URL = d.uint64(), d.uint64(), d.text(MaxURL)
	return t
}

func (d *reader) block() *Block {
	b := &Block{Hash: d.hash(), State: d.hash()}
	if d.err != nil {
		return b
	}
	var err error
	if b.Block, d.data, err = rollup.DecodeBlock(d.data); err != nil {
		d.fail("%w", err)
	} else if b.Block.Env.Number == 0 {
		d.fail("block 0 is the genesis")
	}
	return b
}

func (d *reader) batch() *Batch {
	b := &Batch{Number: d.uint64(), FirstBlock: d.uint64(), LastBlock: d.uint64(), StateAfter: d.hash(), PublicInput: d.hash(), GuestOutput: d.hash()}
	b.GuestCycles, b.SealedAt, b.Reason = d.uint64(), d.uint64(), d.text(MaxReason)
	if d.err == nil && (b.Number == 0 || b.FirstBlock == 0 || b.LastBlock < b.FirstBlock || b.Number > b.FirstBlock) {
		d.fail("batch %d of blocks %d to %d", b.Number, b.FirstBlock, b.LastBlock)
	}
	return b
}

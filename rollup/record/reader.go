package record

import (
	"github.com/ashlar-labs/ashlar/internal/wire"
	"github.com/ashlar-labs/ashlar/rollup"
)

// reader reads records; its errors wrap ErrMalformed.
type reader struct{ wire.Reader }

func newReader(data []byte) reader { return reader{wire.NewReader(data, ErrMalformed)} }

func (d *reader) term() *Term {
	t := &Term{}
	copy(t.Leader[:], d.Take(len(t.Leader)))
	t.LastBlock, t.LastBatch, t.URL = d.Uint64(), d.Uint64(), d.Text(MaxURL)
	return t
}

func (d *reader) block() *Block {
	b := &Block{Hash: d.Hash(), State: d.Hash()}
	if d.Err != nil {
		return b
	}
	var err error
	if b.Block, d.Rest, err = rollup.DecodeBlock(d.Rest); err != nil {
		d.Fail("%w", err)
	} else if b.Block.Env.Number == 0 {
		d.Fail("block 0 is the genesis")
	}
	return b
}

func (d *reader) batch() *Batch {
	b := &Batch{Number: d.Uint64(), FirstBlock: d.Uint64(), LastBlock: d.Uint64(), StateAfter: d.Hash(), PublicInput: d.Hash(), GuestOutput: d.Hash()}
	b.GuestCycles, b.SealedAt, b.Reason = d.Uint64(), d.Uint64(), d.Text(MaxReason)
	if d.Err == nil && (b.Number == 0 || b.FirstBlock == 0 || b.LastBlock < b.FirstBlock || b.Number > b.FirstBlock) {
		d.Fail("batch %d of blocks %d to %d", b.Number, b.FirstBlock, b.LastBlock)
	}
	return b
}

func (d *reader) rollback() *Rollback {
	r := &Rollback{LastBlock: d.Uint64(), Hash: d.Hash(), LastBatch: d.Uint64(), Reason: d.Text(MaxReason)}
	if d.Err == nil && r.LastBatch > r.LastBlock {
		d.Fail("rollback to block %d with %d batches", r.LastBlock, r.LastBatch)
	}
	return r
}

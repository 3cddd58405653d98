package stream

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

// segment is a part of the stream in which the chain does not go back. The first one begins with the stream, every other one with a rollback.
type segment struct {
	from, to uint64           // sequence numbers of its first message, and of the one after its last
	back     *record.Rollback // nil of the first segment
}

// after is the block after which the segment has blocks of its own.
func (g *segment) after() uint64 {
	if g.back == nil {
		return 0
	}
	return g.back.LastBlock
}

// segments are all of the stream, in order.
func (s *Stream) segments(ctx context.Context) ([]segment, error) {
	first, last, err := s.span(ctx)
	if err != nil {
		return nil, err
	}
	out := []segment{{from: first, to: last + 1}}
	for seq := first; seq <= last; {
		m, err := s.get(ctx, seq, jetstream.WithGetMsgSubject(subject(s.cfg.Chain, rollbacks)))
		if err != nil {
			return nil, err
		}
		if m == nil || m.Sequence > last {
			break
		}
		r, err := new(assembly).add(m.Data)
		if err == nil && (r == nil || r.Rollback == nil) {
			err = fmt.Errorf("no rollback: %w", ErrBroken)
		}
		if err != nil {
			return nil, fmt.Errorf("block stream: message %d: %w", m.Sequence, err)
		}
		out[len(out)-1].to = m.Sequence
		out = append(out, segment{from: m.Sequence, to: last + 1, back: r.Rollback})
		seq = m.Sequence + 1
	}
	return out, nil
}

// find is the sequence number from which a reader sees block and everything after it; the end of the segment when block is after its last one.
func (s *Stream) find(ctx context.Context, g segment, block uint64) (uint64, error) {
	low, high := g.from, g.to // what is sought is in [low, high)
	for block > 0 && low < high {
		middle := low + (high-low)/2
		begin, reached, err := s.reaches(ctx, middle, low)
		switch {
		case err != nil:
			return 0, err
		case begin == 0: // no record begins from low to middle
			low = middle + 1
		case reached < block:
			low = middle + 1
		default:
			high = begin
		}
	}
	return low, nil
}

// own is the segment that has the chain's block with this number, if there is one: none after it goes back behind it.
func own(segments []segment, block uint64) segment {
	i := len(segments) - 1
	for i > 0 && segments[i].after() >= block {
		i--
	}
	return segments[i]
}

// Find is the sequence number from which a reader sees the chain's block and everything after it; the end of the stream when block is after its last one. Block 0, the genesis, is before the first record.
func (s *Stream) Find(ctx context.Context, block uint64) (uint64, error) {
	all, err := s.segments(ctx)
	if err != nil {
		return 0, err
	}
	return s.find(ctx, own(all, block), block)
}

// Block is the chain's block with this number as the stream has it now; nil when it has none.
func (s *Stream) Block(ctx context.Context, number uint64) (*record.Block, error) {
	all, err := s.segments(ctx)
	if err != nil {
		return nil, err
	}
	return s.block(ctx, own(all, number), number)
}

// block is a block of a segment; nil when it has none with this number.
func (s *Stream) block(ctx context.Context, g segment, number uint64) (*record.Block, error) {
	if number <= g.after() {
		return nil, nil
	}
	from, err := s.find(ctx, g, number)
	if err != nil || from >= g.to {
		return nil, err
	}
	r, err := s.Read(from)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for r.next < g.to {
		e, err := r.Next(ctx)
		if err != nil {
			return nil, err
		}
		switch b := e.Record.Block; {
		case b != nil && b.Block.Env.Number == number:
			return b, nil
		case e.Record.LastBlock() > number && e.Record.Kind() != record.KindBatch, e.Last >= g.to:
			return nil, nil
		}
	}
	return nil, nil
}

// Chain is what a node has of a chain.
type Chain struct {
	Read uint64                                   // block from which on it wants to read, what it has of that included
	Tip  uint64                                   // its last block
	Hash func(number uint64) (common.Hash, error) // of a block up to Tip
}

// Begin returns a reader for a node, in the last part of the stream that has the node's blocks. From there on it sees the rollbacks that the node has not followed yet, and none that it has.
func (s *Stream) Begin(ctx context.Context, c Chain) (*Reader, error) {
	all, err := s.segments(ctx)
	if err != nil {
		return nil, err
	}
	i := len(all) - 1
	for ; i > 0; i-- {
		if is, err := s.has(ctx, all[:i+1], c); err != nil {
			return nil, err
		} else if is {
			break
		}
	}
	g := all[i]
	from, err := s.find(ctx, g, c.Read)
	if err != nil {
		return nil, err
	}
	if from >= g.to { // it ends before the node does: it lost its end, or is new
		from = g.from
	}
	r, err := s.Read(from)
	if err != nil || g.back == nil || from > g.from {
		return r, err
	}
	if _, err := r.Next(ctx); err != nil { // the rollback, which the node has behind it
		r.Close()
		return nil, err
	}
	return r, nil
}

// has reports whether the node's chain is the one of the last segment.
func (s *Stream) has(ctx context.Context, all []segment, c Chain) (bool, error) {
	g := all[len(all)-1]
	if g.after() > c.Tip {
		return false, nil
	}
	hash, err := c.Hash(g.after())
	if err != nil || hash != g.back.Hash {
		return false, err
	}
	if g.after() == c.Tip {
		return true, nil
	}
	_, last, err := s.reaches(ctx, g.to-1, g.from)
	if err != nil {
		return false, err
	}
	if last > g.after() {
		number := min(last, c.Tip)
		return s.same(ctx, g, number, c)
	}
	// The segment has no block yet: a node that has not followed the rollback has the block that was taken back.
	before := all[:len(all)-1]
	taken, err := s.same(ctx, own(before, g.after()+1), g.after()+1, c)
	return !taken, err
}

// same reports whether the node has the block that a segment has.
func (s *Stream) same(ctx context.Context, g segment, number uint64, c Chain) (bool, error) {
	b, err := s.block(ctx, g, number)
	if err != nil || b == nil {
		return false, err
	}
	hash, err := c.Hash(number)
	return err == nil && hash == b.Hash, err
}

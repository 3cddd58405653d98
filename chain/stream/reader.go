package stream

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

// Entry is a record with its place.
type Entry struct {
	Last   uint64 // sequence number of its last message
	Record *record.Record
}

// Reader reads a stream from one place on. One goroutine uses it.
type Reader struct {
	stream *Stream
	next   uint64
	parts  assembly
	order  order
	beats  <-chan Beat
	stop   func()
	ahead  map[uint64]chan fetched
	asking context.Context // of what is asked for ahead, which outlives the call that asks; ends with Close
}

type fetched struct {
	message *jetstream.RawStreamMsg
	err     error
}

// Read returns a reader from sequence number from on. Close it when done.
func (s *Stream) Read(from uint64) (*Reader, error) {
	beats, stop, err := s.Listen()
	if err != nil {
		return nil, err
	}
	asking, cancel := context.WithCancel(context.Background())
	r := &Reader{stream: s, next: from, order: order{chain: s.cfg.Chain}, beats: beats, ahead: map[uint64]chan fetched{}, asking: asking}
	r.stop = func() { cancel(); stop() }
	return r, nil
}

// Close ends the reader.
func (r *Reader) Close() { r.stop() }

// Place is the sequence number of the last message of the last record that was read.
func (r *Reader) Place() uint64 { return r.next - 1 }

// Term is the number of the term of the last record that was read; 0 before the first.
func (r *Reader) Term() uint64 { return r.order.term }

// LastBlock is the last block after the last record that was read; 0 before the first.
func (r *Reader) LastBlock() uint64 { return r.order.block }

// LastBatch is the last batch that was read; 0 before the first.
func (r *Reader) LastBatch() uint64 { return r.order.batch }

const (
	lookEvery = time.Second // without a beat
	retryWait = 200 * time.Millisecond
	window    = 16 // messages that are asked for at once when there are many
	// windowBytes bounds the same by the size of the last message: NATS cuts a connection for which more than 64 MB of answers wait.
	windowBytes = 2 * maxPayloadBytes
)

// Next waits for the next record. An unreachable server is waited for; an error is ctx's, or ErrBroken.
func (r *Reader) Next(ctx context.Context) (*Entry, error) {
	for {
		m, err := r.fetch(ctx)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			r.sleep(ctx, retryWait)
			continue
		case m == nil:
			if last, err := r.stream.Last(ctx); err == nil && last+1 < r.next {
				return nil, fmt.Errorf("block stream: it ends with message %d, and message %d was read: %w", last, r.next-1, ErrBroken)
			}
			r.sleep(ctx, lookEvery)
			continue
		}
		e, err := r.take(m)
		if err != nil {
			return nil, fmt.Errorf("block stream: message %d: %w", r.next, err)
		}
		r.next++
		if e != nil {
			return e, nil
		}
	}
}

// AtEnd reports whether everything that the stream has was read.
func (r *Reader) AtEnd(ctx context.Context) (bool, error) {
	last, err := r.stream.Last(ctx)
	return err == nil && last < r.next, err
}

func (r *Reader) take(m *jetstream.RawStreamMsg) (*Entry, error) {
	rec, err := r.parts.add(m.Data)
	if rec == nil || err != nil {
		return nil, err
	}
	if leaf := leafOf(rec.Kind()); m.Subject != subject(r.stream.cfg.Chain, leaf) {
		return nil, fmt.Errorf("%v with subject %s: %w", rec.Kind(), m.Subject, ErrBroken)
	}
	if err := r.order.check(rec); err != nil {
		return nil, err
	}
	return &Entry{Last: r.next, Record: rec}, nil
}

// sleep ends with the time, with a beat, or with ctx.
func (r *Reader) sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
		case <-ctx.Done():
		case b := <-r.beats:
			if b.Last < r.next {
				continue
			}
		}
		return
	}
}

// fetch is the next message, nil when there is none yet. After a message that was there, several more are asked for at once.
func (r *Reader) fetch(ctx context.Context) (*jetstream.RawStreamMsg, error) {
	got, ok := r.ahead[r.next]
	if !ok {
		m, err := r.stream.message(ctx, r.next)
		if err == nil && m != nil {
			r.askAhead(len(m.Data))
		}
		return m, err
	}
	select {
	case f := <-got:
		delete(r.ahead, r.next)
		if f.err == nil && f.message != nil {
			r.askAhead(len(f.message.Data))
			return f.message, nil
		}
		return r.stream.message(ctx, r.next) // it may have come since, or the server be there again
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// askAhead asks for the messages after the next one, which has size bytes.
func (r *Reader) askAhead(size int) {
	for seq := r.next + 1; seq <= r.next+uint64(min(window, max(1, windowBytes/max(1, size)))); seq++ {
		if _, ok := r.ahead[seq]; ok {
			continue
		}
		got := make(chan fetched, 1)
		r.ahead[seq] = got
		go func() {
			m, err := r.stream.message(r.asking, seq)
			got <- fetched{m, err}
		}()
	}
}

// order is what is known of the records so far; zero values before the first of a kind.
type order struct {
	chain  common.Hash
	term   uint64
	begun  bool   // a block, a term or a rollback was read
	block  uint64 // the last one
	sealed bool   // a batch or a rollback was read
	batch  uint64
}

var errOrder = errors.New("out of order")

// check checks the place of the next record.
func (o *order) check(r *record.Record) error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf(format+": %w: %w", append(args, errOrder, ErrBroken)...)
	}
	kind := r.Kind()
	first := o.term == 0
	switch {
	case r.Chain != o.chain:
		return fmt.Errorf("%v of chain %v, this is %v: %w", kind, r.Chain, o.chain, ErrBroken)
	case kind == record.KindTerm && !first && r.Number != o.term+1:
		return fail("term %d after term %d", r.Number, o.term)
	case kind != record.KindTerm && !first && r.Number != o.term:
		return fail("%v of term %d in term %d", kind, r.Number, o.term)
	case kind == record.KindTerm && o.begun && r.Term.LastBlock != o.block:
		return fail("term %d after block %d, the last one is %d", r.Number, r.Term.LastBlock, o.block)
	case kind == record.KindBlock && o.begun && r.LastBlock() != o.block+1:
		return fail("block %d after block %d", r.LastBlock(), o.block)
	case kind == record.KindBatch && o.sealed && r.Batch.Number != o.batch+1:
		return fail("batch %d after batch %d", r.Batch.Number, o.batch)
	case kind == record.KindBatch && o.begun && r.Batch.LastBlock > o.block:
		return fail("batch %d ends with block %d, the last one is %d", r.Batch.Number, r.Batch.LastBlock, o.block)
	case kind == record.KindRollback && o.begun && r.Rollback.LastBlock >= o.block:
		return fail("rollback to block %d, the last one is %d", r.Rollback.LastBlock, o.block)
	case kind == record.KindRollback && o.sealed && r.Rollback.LastBatch > o.batch:
		return fail("rollback to batch %d, the last one is %d", r.Rollback.LastBatch, o.batch)
	}
	o.term = r.Number
	switch kind {
	case record.KindBatch:
		o.sealed, o.batch = true, r.Batch.Number
	case record.KindRollback:
		o.sealed, o.batch = true, r.Rollback.LastBatch
		fallthrough
	default:
		o.begun, o.block = true, r.LastBlock()
	}
	return nil
}

package stream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

// Writer appends the records of one term. It is safe for concurrent use.
type Writer struct {
	stream *Stream
	number uint64
	leader record.LeaderID

	mu   sync.Mutex
	last uint64 // sequence number of the last message, which every append expects
	lost error  // ErrDeposed, for good
}

// Lead begins term number after message last, up to which the caller has read and followed the stream. [ErrDeposed] means that somebody has appended since: read on.
func (s *Stream) Lead(ctx context.Context, last, number uint64, term *record.Term) (*Writer, error) {
	w := &Writer{stream: s, number: number, leader: term.Leader, last: last}
	return w, w.Append(ctx, record.Record{Term: term})
}

// Append appends a record; chain and term are filled in. It waits for a server that cannot be reached, as long as ctx lets it: without the stream there is no next block. After [ErrDeposed], which every
// later call returns too, the record is not in the stream.
func (w *Writer) Append(ctx context.Context, r record.Record) error {
	r.Chain, r.Number = w.stream.cfg.Chain, w.number
	data, err := r.Encode()
	if err != nil {
		return fmt.Errorf("block stream: %w", err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	to := subject(w.stream.cfg.Chain, leafOf(r.Kind()))
	for _, m := range split(data, int(w.stream.conn.MaxPayload())-headerBytes) {
		if err := w.publish(ctx, to, m); err != nil {
			return fmt.Errorf("block stream: append %v: %w", r.Kind(), err)
		}
	}
	w.beat()
	return nil
}

// leafOf is the end of the subject of records of a kind.
func leafOf(k record.Kind) string {
	if k == record.KindRollback {
		return rollbacks
	}
	return records
}

// headerBytes has room for the headers of a message, which count as payload.
const headerBytes = 4096

// publish appends one message after the last one. A publication whose answer is lost is tried again: either it is refused because it is there, or it was not.
func (w *Writer) publish(ctx context.Context, to string, m []byte) error {
	for warned := false; w.lost == nil; {
		limited, cancel := context.WithTimeout(ctx, w.stream.cfg.Timeout)
		ack, err := w.stream.js.Publish(limited, to, m, jetstream.WithExpectLastSequence(w.last), jetstream.WithRetryAttempts(0))
		cancel()
		if err == nil {
			w.last = ack.Sequence
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if isWrongSequence(err) {
			there, err := w.stream.message(ctx, w.last+1)
			switch {
			case err == nil && there != nil && bytes.Equal(there.Data, m):
				w.last++
				return nil
			case err == nil && there != nil:
				w.lost = ErrDeposed
				continue
			case err == nil: // the stream is shorter than it was
				w.lost = fmt.Errorf("the stream ends before message %d, which it had: it was replaced or restored: %w", w.last, ErrBroken)
				continue
			}
		}
		if !warned {
			w.stream.cfg.Log.Warn("the block stream cannot be written now; blocks wait", "err", err)
		}
		warned = true
		select {
		case <-time.After(retryWait):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return w.lost
}

func isWrongSequence(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && (api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence || api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequenceConstant)
}

// Number is the number of the term.
func (w *Writer) Number() uint64 { return w.number }

// Keep beats every interval until ctx ends (nil), or until somebody else has appended ([ErrDeposed]), which it also finds out when nothing is appended here.
func (w *Writer) Keep(ctx context.Context, interval time.Duration) error {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		if err := w.look(ctx); err != nil && ctx.Err() == nil {
			return err
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// look compares the stream's end with what was appended here, and beats if it is the same.
func (w *Writer) look(ctx context.Context) error {
	w.mu.Lock() // an append between the question and the answer would look like somebody else's
	defer w.mu.Unlock()
	if w.lost != nil {
		return w.lost
	}
	next, err := w.stream.message(ctx, w.last+1)
	if err != nil {
		return nil // not reachable: who leads is decided by the next append
	}
	if next != nil {
		w.lost = ErrDeposed
		return w.lost
	}
	w.beat()
	return nil
}

func (w *Writer) beat() {
	b := Beat{Term: w.number, Leader: w.leader, Last: w.last}
	_ = w.stream.conn.Publish(subject(w.stream.cfg.Chain, "beat"), b.encode()) // lost beats cost time only
}

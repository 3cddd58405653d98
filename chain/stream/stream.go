package stream

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

var (
	// ErrDeposed says that another sequencer leads now.
	ErrDeposed = errors.New("another sequencer leads the chain")
	// ErrBroken says that the stream's content is not a chain's: records out of order, of another chain, or malformed.
	ErrBroken = errors.New("the block stream is broken")
	// ErrNoStream says that the server has no stream of this chain.
	ErrNoStream = errors.New("no block stream of this chain")
)

const subjectRoot = "ashlar"

// MaxReplicas is the most copies of a stream that JetStream keeps.
const MaxReplicas = 5

// Config of a stream.
type Config struct {
	Chain    common.Hash   // the genesis, which tells chains apart
	URL      string        // of NATS; several with commas
	Server   *Server       // the embedded server instead
	Create   bool          // make the stream when it is missing
	Wait     bool          // a server that cannot be reached yet, or has no stream of the chain yet, is no error: every call looks again
	Replicas int           // copies that a NATS cluster keeps of a stream that is made; 0 is 1
	Timeout  time.Duration // of one request; 0 is 5 s
	Log      *slog.Logger
}

// Check says what cannot work.
func (c *Config) Check() error {
	switch {
	case c.URL == "" && c.Server == nil:
		return errors.New("stream: neither a URL nor an embedded server")
	case c.Chain == (common.Hash{}):
		return errors.New("stream: the chain is missing")
	case c.Log == nil:
		return errors.New("stream: logger is missing")
	case c.Replicas < 0 || c.Replicas > MaxReplicas || c.Timeout < 0:
		return fmt.Errorf("stream: %d copies, timeout %v", c.Replicas, c.Timeout)
	}
	return nil
}

// Leaves of the subjects of a stream. Rollbacks have one of their own, by which they are found among the other records.
const (
	records   = "records"
	rollbacks = "rollbacks"
)

// Name is the name of a chain's stream in JetStream.
func Name(chain common.Hash) string { return "ASHLAR_" + hex.EncodeToString(chain[:8]) }

func subject(chain common.Hash, leaf string) string {
	return subjectRoot + "." + hex.EncodeToString(chain[:8]) + "." + leaf
}

// Stream is a connection to a chain's stream. It is safe for concurrent use and reconnects by itself.
type Stream struct {
	cfg  Config
	conn *nats.Conn
	js   jetstream.JetStream
	reach
}

// Open connects and looks for the stream: [ErrNoStream] when it is not there and Create is not set. With Wait, neither that nor a server that cannot be reached is an error; [Stream.Trouble] tells.
func Open(ctx context.Context, cfg Config) (*Stream, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = 5 * time.Second
	}
	s := &Stream{cfg: cfg}
	if err := s.open(ctx); err != nil {
		s.Close()
		return nil, fmt.Errorf("block stream: %w", err)
	}
	return s, nil
}

func (s *Stream) open(ctx context.Context) (err error) {
	// Nothing is kept for a connection that is down: a publication either reaches the server now or fails now.
	options := []nats.Option{nats.Name("ashlar"), nats.MaxReconnects(-1), nats.ReconnectWait(200 * time.Millisecond), nats.ReconnectBufSize(-1), nats.Timeout(s.cfg.Timeout),
		nats.PingInterval(s.cfg.Timeout), nats.MaxPingsOutstanding(2), // a connection that is dead, and open, is left after three times the timeout
		nats.RetryOnFailedConnect(s.cfg.Wait), nats.IgnoreAuthErrorAbort(),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { s.cfg.Log.Debug("block stream", "err", err) })}
	if s.cfg.Server != nil {
		s.conn, err = s.cfg.Server.connect(options)
	} else {
		s.conn, err = nats.Connect(s.cfg.URL, options...)
	}
	if err != nil {
		return err
	}
	if s.js, err = jetstream.New(s.conn, jetstream.WithDefaultTimeout(s.cfg.Timeout)); err != nil {
		return err
	}
	if _, err = s.attach(ctx); s.cfg.Wait && ctx.Err() == nil {
		err = nil
	}
	return err
}

// Close ends the connection.
func (s *Stream) Close() {
	if s.conn != nil {
		s.conn.Close()
	}
}

// span is the first and the last sequence number of the stream; (1, 0) when it is empty.
func (s *Stream) span(ctx context.Context) (first, last uint64, err error) {
	limited, cancel := context.WithTimeout(ctx, s.cfg.Timeout)
	defer cancel()
	at, err := s.attach(ctx)
	if err != nil {
		return 0, 0, fmt.Errorf("block stream: %w", err)
	}
	info, err := at.Info(limited)
	if s.note(ctx, err); err != nil {
		return 0, 0, fmt.Errorf("block stream: %w", err)
	}
	return max(1, info.State.FirstSeq), info.State.LastSeq, nil
}

// Last is the last sequence number, 0 of an empty stream.
func (s *Stream) Last(ctx context.Context) (uint64, error) {
	_, last, err := s.span(ctx)
	return last, err
}

// message is the message with the number; nil when there is none yet.
func (s *Stream) message(ctx context.Context, seq uint64) (*jetstream.RawStreamMsg, error) {
	return s.get(ctx, seq)
}

func (s *Stream) get(ctx context.Context, seq uint64, options ...jetstream.GetMsgOpt) (*jetstream.RawStreamMsg, error) {
	limited, cancel := context.WithTimeout(ctx, s.cfg.Timeout)
	defer cancel()
	at, err := s.attach(ctx)
	if err != nil {
		return nil, fmt.Errorf("block stream: %w", err)
	}
	m, err := at.GetMsg(limited, seq, options...)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		s.note(ctx, nil)
		return nil, nil
	}
	if s.note(ctx, err); err != nil {
		return nil, fmt.Errorf("block stream: message %d: %w", seq, err)
	}
	return m, nil
}

// LastBlock is the last block that the stream has, 0 without one.
func (s *Stream) LastBlock(ctx context.Context) (uint64, error) {
	first, last, err := s.span(ctx)
	if err != nil {
		return 0, err
	}
	_, block, err := s.reaches(ctx, last, first)
	return block, err
}

// reaches is the begin of the record that message seq belongs to, not before low, and the last block up to there, not counting a batch or a term before its time: 0, 0 without one.
func (s *Stream) reaches(ctx context.Context, seq, low uint64) (begin, block uint64, err error) {
	for begin = seq; begin >= low && begin > 0; begin-- {
		m, err := s.message(ctx, begin)
		if err != nil {
			return 0, 0, err
		}
		if m == nil {
			return 0, 0, fmt.Errorf("message %d is gone: %w", begin, ErrBroken)
		}
		p, err := decodePart(m.Data)
		if err != nil {
			return 0, 0, fmt.Errorf("message %d: %w", begin, err)
		}
		if p.index > 0 {
			continue // the head of a record is before it
		}
		h, err := record.Peek(p.piece)
		if err != nil {
			return 0, 0, fmt.Errorf("message %d: %w: %w", begin, err, ErrBroken)
		}
		if h.Kind == record.KindBatch { // of blocks that may be far behind
			continue
		}
		return begin, h.LastBlock, nil
	}
	return 0, 0, nil
}

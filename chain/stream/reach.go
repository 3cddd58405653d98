package stream

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/nats-io/nats.go/jetstream"
)

// ErrUnreachable says that the server does not answer, or lets this program not in.
var ErrUnreachable = errors.New("the NATS server of the block stream cannot be reached")

// reach is how a stream is found, and whether it can be.
type reach struct {
	attaching sync.Mutex
	at        jetstream.Stream // once the server has said that it is there

	mu      sync.Mutex
	trouble error  // of the last look
	moved   string // URL that Move was given
}

// attach is the stream at the server. The first time it is looked for, and made if that is wanted.
func (s *Stream) attach(ctx context.Context) (jetstream.Stream, error) {
	s.attaching.Lock()
	defer s.attaching.Unlock()
	if !s.conn.IsConnected() {
		err := fmt.Errorf("%s: %w", hosts(s.URL()), ErrUnreachable)
		if last := s.conn.LastError(); last != nil {
			err = fmt.Errorf("%w: %w", err, last)
		}
		s.note(ctx, err)
		return nil, err
	}
	if s.at != nil {
		return s.at, nil
	}
	limited, cancel := context.WithTimeout(ctx, s.cfg.Timeout)
	defer cancel()
	at, err := s.look(limited)
	if s.note(ctx, err); err != nil {
		return nil, err
	}
	s.at = at
	return at, nil
}

// look asks for the stream, and makes it.
func (s *Stream) look(ctx context.Context) (jetstream.Stream, error) {
	name := Name(s.cfg.Chain)
	at, err := s.js.Stream(ctx, name)
	subjects := []string{subject(s.cfg.Chain, records), subject(s.cfg.Chain, rollbacks)}
	switch {
	case err == nil && s.cfg.Create && len(at.CachedInfo().Config.Subjects) < len(subjects): // made before chains could go back
		have := at.CachedInfo().Config
		have.Subjects = subjects
		return s.js.UpdateStream(ctx, have)
	case err == nil || !errors.Is(err, jetstream.ErrStreamNotFound):
		return at, err
	case !s.cfg.Create:
		return nil, fmt.Errorf("%s: %w", name, ErrNoStream)
	}
	return s.js.CreateStream(ctx, jetstream.StreamConfig{
		Name: name, Subjects: subjects, Storage: jetstream.FileStorage, Compression: jetstream.S2Compression,
		Replicas: max(1, s.cfg.Replicas), AllowDirect: true, DenyDelete: true, DenyPurge: true,
	})
}

// note remembers what came of a request, and says once when the stream cannot be reached and once when it can be again. A caller that gave up itself says nothing about the server.
func (s *Stream) note(ctx context.Context, err error) {
	if ctx.Err() != nil {
		return
	}
	s.mu.Lock()
	before := s.trouble
	s.trouble = err
	s.mu.Unlock()
	switch {
	case err != nil && before == nil:
		s.cfg.Log.Warn("the block stream does not answer; waiting for it", "err", err)
	case err == nil && before != nil:
		s.cfg.Log.Info("the block stream answers")
	}
}

// Trouble is why the stream could not be reached at the last look; nil when it could.
func (s *Stream) Trouble() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.trouble
}

// Move tells where the server is now, for the next attempt to reach it.
func (s *Stream) Move(url string) error {
	if err := s.conn.SetServerPool(strings.Split(url, ",")); err != nil {
		return fmt.Errorf("block stream: %s: %w", hosts(url), err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.moved = url
	return nil
}

// URL is where the server is, as it was told last; "" of an embedded one.
func (s *Stream) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.moved != "" {
		return s.moved
	}
	return s.cfg.URL
}

// hosts names the servers of a URL without what is secret in it.
func hosts(urls string) string {
	if urls == "" {
		return "the embedded server"
	}
	var out []string
	for _, one := range strings.Split(urls, ",") {
		if one = strings.TrimSpace(one); !strings.Contains(one, "://") {
			one = "nats://" + one
		}
		u, err := url.Parse(one)
		if err != nil || u.Host == "" {
			out = append(out, "a URL that is none")
			continue
		}
		out = append(out, u.Host)
	}
	return strings.Join(out, ", ")
}

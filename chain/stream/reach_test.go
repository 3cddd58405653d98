package stream

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"github.com/ashlar-labs/ashlar/internal/freeport"
)

// logged collects the messages of a log.
type logged struct {
	slog.Handler
	mu    sync.Mutex
	lines []string
}

func (l *logged) Enabled(context.Context, slog.Level) bool { return true }
func (l *logged) Handle(_ context.Context, r slog.Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if r.Level >= slog.LevelInfo {
		l.lines = append(l.lines, r.Message)
	}
	return nil
}

func (l *logged) all() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.lines, "\n")
}

// freeAddress is one at which nobody listens now.
func freeAddress(t *testing.T) string {
	t.Helper()
	address, err := freeport.Address()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

func waiting(t *testing.T, url string) (*Stream, *logged) {
	t.Helper()
	log := new(logged)
	s, err := Open(within(t), Config{Chain: chain, URL: url, Wait: true, Log: slog.New(log), Timeout: patience / 4})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s, log
}

func awaitTrouble(t *testing.T, s *Stream, want error, words string) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		_, err := s.Last(within(t))
		if errors.Is(err, want) && errors.Is(s.Trouble(), want) && (err == nil || strings.Contains(err.Error(), words)) {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("error %v, trouble %v, want %v, %q", err, s.Trouble(), want, words)
		}
	}
}

// A server that is not there yet, and then has no stream yet, is waited for: one line when the waiting begins, one when it ends.
func TestOpenWaits(t *testing.T) {
	address := freeAddress(t)
	s, log := waiting(t, "nats://someone:secret@"+address)
	awaitTrouble(t, s, ErrUnreachable, address)
	if strings.Contains(s.Trouble().Error(), "secret") {
		t.Errorf("a password is shown: %v", s.Trouble())
	}
	got := make(chan error, 1)
	r := read(t, s, 1)
	go func() { _, err := r.Next(t.Context()); got <- err }()
	dir := t.TempDir()
	outside := restart(t, dir, address, "secret") // whoever comes may do everything
	awaitTrouble(t, s, ErrUnreachable, "uthorization")
	outside.Shutdown()
	outside.WaitForShutdown()
	restartOpen(t, dir, address)
	awaitTrouble(t, s, ErrNoStream, "")
	lead(t, open(t, Config{URL: "nats://" + address, Create: true}), 0, 1, 0)
	select {
	case err := <-got:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(patience):
		t.Fatal("the reader does not begin when the stream is there")
	}
	awaitTrouble(t, s, nil, "")
	if said := log.all(); strings.Count(said, "waiting for it") != 1 || strings.Count(said, "the block stream answers") != 1 {
		t.Errorf("it said\n%s", said)
	}
}

// A server that comes back elsewhere is found there when the reader is told.
func TestMove(t *testing.T) {
	server, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	away, _ := waiting(t, "nats://"+freeAddress(t))
	awaitTrouble(t, away, ErrUnreachable, "")
	if err := away.Move("nats://bad host"); err == nil {
		t.Error("moved to no URL")
	}
	if err := away.Move(server.URL()); err != nil || away.URL() != server.URL() {
		t.Fatal(err, away.URL())
	}
	r := read(t, away, 1)
	next(t, r)
	add(t, w, block(1))
	if got := next(t, r); got.LastBlock() != 1 {
		t.Errorf("block %d", got.LastBlock())
	}
}

// restartOpen starts a server that asks nobody for a name.
func restartOpen(t *testing.T, dir, address string) {
	t.Helper()
	host, port := splitAddress(t, address)
	s, err := server.NewServer(&server.Options{Host: host, Port: port, JetStream: true, StoreDir: dir, NoLog: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	if !s.ReadyForConnections(patience) {
		t.Fatal("the server does not come up again")
	}
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
}

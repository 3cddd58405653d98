package stream

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nats-io/nats.go"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

var chain = common.Hash{0xc1, 0xa1}

const patience = 3 * time.Minute // for what takes milliseconds

func within(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}

func startServer(t *testing.T, dir, listen string) *Server {
	t.Helper()
	s, err := StartServer(ServerConfig{Dir: dir, Listen: listen})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func open(t *testing.T, cfg Config) *Stream {
	t.Helper()
	cfg.Log = slog.New(slog.DiscardHandler)
	if cfg.Chain == (common.Hash{}) {
		cfg.Chain = chain
	}
	s, err := Open(within(t), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// embedded is a server with the chain's stream and the writer's connection.
func embedded(t *testing.T) (*Server, *Stream) {
	t.Helper()
	server := startServer(t, t.TempDir(), "127.0.0.1:0")
	return server, open(t, Config{Server: server, Create: true, Timeout: patience}) // which is there always, and may be slow
}

func lead(t *testing.T, s *Stream, last, number, block uint64) *Writer {
	t.Helper()
	w, err := s.Lead(within(t), last, number, &record.Term{Leader: record.LeaderID{byte(number)}, LastBlock: block})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func block(n uint64, txs ...[]byte) record.Record {
	return record.Record{Block: &record.Block{Hash: common.Hash{byte(n)}, Block: &rollup.Block{Env: rollup.BlockEnv{Number: n}, Txs: txs}}}
}

func batch(n, first, last uint64) record.Record {
	return record.Record{Batch: &record.Batch{Number: n, FirstBlock: first, LastBlock: last}}
}

func add(t *testing.T, w *Writer, records ...record.Record) {
	t.Helper()
	for _, r := range records {
		if err := w.Append(within(t), r); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, s *Stream, from uint64) *Reader {
	t.Helper()
	r, err := s.Read(from)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func next(t *testing.T, r *Reader) *record.Record {
	t.Helper()
	e, err := r.Next(within(t))
	if err != nil {
		t.Fatal(err)
	}
	return e.Record
}

func TestAppendAndRead(t *testing.T) {
	server, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	large := bytes.Repeat([]byte("0123456789"), maxPayloadBytes/4) // three messages
	add(t, w, block(1), block(2, large), batch(1, 1, 2))
	reader := open(t, Config{URL: server.URL(), Timeout: patience})
	r := read(t, reader, 1)
	for i, want := range []record.Kind{record.KindTerm, record.KindBlock, record.KindBlock, record.KindBatch} {
		got := next(t, r)
		if got.Kind() != want {
			t.Fatalf("record %d is a %v, want a %v", i, got.Kind(), want)
		}
		if i == 2 && !bytes.Equal(got.Block.Block.Txs[0], large) {
			t.Fatal("the large transaction is another")
		}
	}
	if end, err := r.AtEnd(within(t)); err != nil || !end {
		t.Fatal(end, err)
	}
	later := make(chan *record.Record, 1)
	go func() {
		e, err := r.Next(t.Context())
		if err != nil {
			close(later)
			return
		}
		later <- e.Record
	}()
	add(t, w, block(3))
	select {
	case got := <-later:
		if got == nil || got.LastBlock() != 3 {
			t.Fatalf("%+v", got)
		}
	case <-time.After(patience):
		t.Fatal("the reader does not get what is appended")
	}
	for n := uint64(1); n <= 4; n++ {
		from, err := reader.Find(within(t), n)
		if err != nil {
			t.Fatal(err)
		}
		last, _ := reader.Last(within(t))
		if n == 4 {
			if from != last+1 {
				t.Errorf("a block that is not there is at %d of %d", from, last)
			}
			continue
		}
		if got := next(t, read(t, reader, from)); got.Kind() != record.KindBlock || got.LastBlock() != n {
			t.Errorf("at the place of block %d: %v of block %d", n, got.Kind(), got.LastBlock())
		}
	}
}

func TestFindAmongMany(t *testing.T) {
	_, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	for n := uint64(1); n <= 40; n++ {
		add(t, w, block(n))
		if n%5 == 0 {
			add(t, w, batch(n/5, n-4, n))
		}
		if n%13 == 0 {
			last, _ := s.Last(within(t))
			w = lead(t, s, last, w.Number()+1, n)
		}
	}
	for n := uint64(1); n <= 40; n++ {
		from, err := s.Find(within(t), n)
		if err != nil {
			t.Fatal(err)
		}
		if got := next(t, read(t, s, from)); got.Kind() != record.KindBlock || got.LastBlock() != n {
			t.Errorf("at the place of block %d: %v of block %d", n, got.Kind(), got.LastBlock())
		}
	}
}

// Two can never both extend the chain.
func TestOnlyOneExtends(t *testing.T) {
	_, s := embedded(t)
	first := lead(t, s, 0, 1, 0)
	add(t, first, block(1))
	second := lead(t, s, 2, 2, 1)
	for range 2 {
		if err := first.Append(within(t), block(2)); !errors.Is(err, ErrDeposed) {
			t.Fatalf("the first one appends: %v", err)
		}
	}
	add(t, second, block(2))
	if err := first.Keep(within(t), time.Millisecond); !errors.Is(err, ErrDeposed) {
		t.Fatalf("the first one goes on: %v", err)
	}
	if _, err := s.Lead(within(t), 2, 2, &record.Term{LastBlock: 1}); !errors.Is(err, ErrDeposed) {
		t.Fatalf("a third one leads without having read: %v", err)
	}
	r := read(t, s, 1)
	for _, term := range []uint64{1, 1, 2, 2} {
		if got := next(t, r); got.Number != term {
			t.Errorf("record of term %d, want %d", got.Number, term)
		}
	}
}

// One that slept finds out by itself, without appending.
func TestKeepNotices(t *testing.T) {
	_, s := embedded(t)
	first := lead(t, s, 0, 1, 0)
	kept := make(chan error, 1)
	go func() { kept <- first.Keep(t.Context(), 5*time.Millisecond) }()
	beats, stop, err := s.Listen()
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	select {
	case b := <-beats:
		if b.Term != 1 || b.Last != 1 || b.Leader != (record.LeaderID{1}) {
			t.Errorf("beat %+v", b)
		}
	case <-time.After(patience):
		t.Fatal("no beat")
	}
	lead(t, s, 1, 2, 0)
	select {
	case err := <-kept:
		if !errors.Is(err, ErrDeposed) {
			t.Fatal(err)
		}
	case <-time.After(patience):
		t.Fatal("the first one does not notice")
	}
}

// A publication whose answer was lost is there already when it is tried again.
func TestAppendAgain(t *testing.T) {
	_, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	add(t, w, block(1))
	w.last-- // as if block 1 had not been acknowledged
	add(t, w, block(1), block(2))
	if last, err := s.Last(within(t)); err != nil || last != 3 {
		t.Fatal(last, err)
	}
}

func TestRestart(t *testing.T) {
	dir := t.TempDir()
	address := freeAddress(t)
	server := startServer(t, dir, address)
	writing := open(t, Config{URL: "nats://" + writerUser + ":" + server.password + "@" + address, Create: true})
	reading := open(t, Config{URL: server.URL()})
	w, r := lead(t, writing, 0, 1, 0), read(t, reading, 1)
	add(t, w, block(1))
	next(t, r)
	next(t, r)
	server.Close()
	appended := make(chan error, 1)
	go func() { appended <- w.Append(t.Context(), block(2)) }()
	got := make(chan error, 1)
	go func() { _, err := r.Next(t.Context()); got <- err }()
	again := restart(t, dir, address, server.password)
	for what, c := range map[string]chan error{"append": appended, "read": got} {
		select {
		case err := <-c:
			if err != nil {
				t.Fatal(what, err)
			}
		case <-time.After(patience):
			t.Fatalf("%s does not go on after a restart of the server", what)
		}
	}
	_ = again
}

func TestOpenRefuses(t *testing.T) {
	server, _ := embedded(t)
	log := slog.New(slog.DiscardHandler)
	for what, cfg := range map[string]Config{
		"no server": {Chain: chain, Log: log}, "no chain": {URL: "x", Log: log}, "no logger": {URL: "x", Chain: chain}, "copies": {URL: "x", Chain: chain, Log: log, Replicas: 6},
	} {
		if _, err := Open(t.Context(), cfg); err == nil {
			t.Errorf("%s: opened", what)
		}
	}
	if _, err := Open(within(t), Config{Chain: common.Hash{9}, URL: server.URL(), Log: log}); !errors.Is(err, ErrNoStream) {
		t.Errorf("another chain: %v", err)
	}
	if _, err := Open(within(t), Config{Chain: common.Hash{9}, URL: server.URL(), Create: true, Log: log, Timeout: time.Second}); err == nil {
		t.Error("a reader made a stream")
	}
	for _, listen := range []string{"", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000"} {
		if _, err := StartServer(ServerConfig{Dir: t.TempDir(), Listen: listen}); err == nil {
			t.Errorf("listens on %q", listen)
		}
	}
}

// Who reaches the port can read, and nothing else.
func TestReadersCannotWrite(t *testing.T) {
	server, s := embedded(t)
	lead(t, s, 0, 1, 0)
	denied := make(chan error, 8)
	conn, err := nats.Connect(server.URL(), nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { denied <- err }))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	name := Name(chain)
	for _, to := range []string{subject(chain, "records"), subject(chain, "beat"), "$JS.API.STREAM.DELETE." + name, "$JS.API.STREAM.UPDATE." + name, "$JS.API.STREAM.PURGE." + name, "$JS.API.CONSUMER.CREATE." + name} {
		if err := conn.Publish(to, []byte("{}")); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-denied:
			if !errors.Is(err, nats.ErrPermissionViolation) {
				t.Errorf("%s: %v", to, err)
			}
		case <-time.After(patience):
			t.Fatalf("%s is not denied", to)
		}
	}
	for _, of := range []string{subject(chain, records), subjectRoot + ".>", ">"} { // pushed to every subscriber, at the leader's cost
		if _, err := conn.SubscribeSync(of); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-denied:
			if !errors.Is(err, nats.ErrPermissionViolation) {
				t.Errorf("subscribe to %s: %v", of, err)
			}
		case <-time.After(patience):
			t.Fatalf("to subscribe to %s is not denied", of)
		}
	}
	if last, err := s.Last(within(t)); err != nil || last != 1 {
		t.Error(last, err)
	}
}

func splitAddress(t *testing.T, address string) (host string, port int) {
	t.Helper()
	a, err := net.ResolveTCPAddr("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return a.IP.String(), a.Port
}

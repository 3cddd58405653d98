package stream

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"

	"github.com/ashlar-labs/ashlar/rollup/record"
)

// restart starts a server of the same address, password and directory again.
func restart(t *testing.T, dir, address, password string) *server.Server {
	t.Helper()
	opts, err := server.ProcessConfigFile("")
	if err != nil {
		t.Fatal(err)
	}
	host, port := splitAddress(t, address)
	opts.Host, opts.Port, opts.JetStream, opts.StoreDir, opts.NoLog, opts.NoSigs = host, port, true, dir, true, true
	opts.MaxPayload = maxPayloadBytes
	opts.Users, opts.NoAuthUser = []*server.User{{Username: writerUser, Password: password}, {Username: "reader", Password: "reader"}}, "reader"
	s, err := server.NewServer(opts)
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	if !s.ReadyForConnections(patience) {
		t.Fatal("the server does not come up again")
	}
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	return s
}

// raw appends a message as somebody who may write but does not keep the rules.
func raw(t *testing.T, s *Stream, m []byte) {
	t.Helper()
	if _, err := s.js.Publish(within(t), subject(chain, "records"), m); err != nil {
		t.Fatal(err)
	}
}

func message(t *testing.T, of common.Hash, term uint64, r record.Record) []byte {
	t.Helper()
	r.Chain, r.Number = of, term
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return split(data, maxPayloadBytes)[0]
}

func TestReaderRefuses(t *testing.T) {
	term := func(last uint64) record.Record { return record.Record{Term: &record.Term{LastBlock: last}} }
	good := message(t, chain, 1, block(3))
	for what, m := range map[string][]byte{
		"a gap":                      message(t, chain, 1, block(4)),
		"a replayed block":           message(t, chain, 1, block(2)),
		"an older block":             message(t, chain, 1, block(1)),
		"a block of another chain":   message(t, common.Hash{1}, 1, block(3)),
		"a block of a later term":    message(t, chain, 2, block(3)),
		"a skipped term":             message(t, chain, 3, term(2)),
		"a term again":               message(t, chain, 1, term(2)),
		"a term after another block": message(t, chain, 2, term(1)),
		"a batch of blocks to come":  message(t, chain, 1, batch(1, 1, 3)),
		"a truncated record":         good[:len(good)-1],
		"a record with more":         append(bytes.Clone(good), 0),
		"no record":                  []byte("hello, world"),
		"nothing":                    nil,
		"part 1 without part 0":      append([]byte{0, 2, 0, 1}, good[4:]...),
		"part 5 of 2":                append([]byte{0, 2, 0, 5}, good[4:]...),
		"no parts":                   append([]byte{0, 0, 0, 0}, good[4:]...),
		"too many parts":             append([]byte{0xff, 0xff, 0, 0}, good[4:]...),
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			_, s := embedded(t)
			add(t, lead(t, s, 0, 1, 0), block(1), block(2))
			raw(t, s, m)
			r := read(t, s, 1)
			for range 3 {
				next(t, r)
			}
			if _, err := r.Next(within(t)); !errors.Is(err, ErrBroken) {
				t.Fatalf("accepted, or refused for another reason: %v", err)
			}
		})
	}
}

// A leader that dies in the middle of a record leaves parts that the next term passes over.
func TestHalfARecord(t *testing.T) {
	_, s := embedded(t)
	add(t, lead(t, s, 0, 1, 0), block(1))
	half := message(t, chain, 1, block(2))[partHead:]
	raw(t, s, append([]byte{0, 3, 0, 0}, half[:120]...))
	raw(t, s, append([]byte{0, 3, 0, 1}, half[120:]...))
	r := read(t, s, 1)
	next(t, r)
	next(t, r)
	got := make(chan *record.Record, 1)
	go func() {
		if e, err := r.Next(t.Context()); err == nil {
			got <- e.Record
		}
		close(got)
	}()
	last, err := s.Last(within(t))
	if err != nil {
		t.Fatal(err)
	}
	w := lead(t, s, last, 2, 1)
	add(t, w, block(2))
	select {
	case rec := <-got:
		if rec == nil || rec.Kind() != record.KindTerm || rec.Number != 2 {
			t.Fatalf("%+v", rec)
		}
	case <-time.After(patience):
		t.Fatal("the reader does not pass over half a record")
	}
	if b := next(t, r); b.LastBlock() != 2 {
		t.Fatalf("%+v", b)
	}
	for n, want := range map[uint64]uint64{1: 2, 2: 3} {
		if from, err := s.Find(within(t), n); err != nil || from != want {
			t.Errorf("block %d is at %d, want %d: %v", n, from, want, err)
		}
	}
}

// FuzzMessages: whatever messages a stream has, the reader's pure part ends with records or ErrBroken, in bounded memory.
func FuzzMessages(f *testing.F) {
	f.Add([]byte{0, 1, 0, 0, 1}, []byte{0, 2, 0, 0, 1}, []byte{0, 2, 0, 1, 1})
	f.Fuzz(func(t *testing.T, a, b, c []byte) {
		var parts assembly
		o := order{chain: chain}
		for _, m := range [][]byte{a, b, c} {
			r, err := parts.add(m)
			if err == nil && r != nil {
				err = o.check(r)
			}
			if err != nil {
				if !errors.Is(err, ErrBroken) {
					t.Fatal(err)
				}
				return
			}
		}
		if _, err := decodeBeat(a); err != nil && !errors.Is(err, record.ErrMalformed) {
			t.Fatal(err)
		}
	})
}

// Connections beyond the limit are refused; those that are there, and the writer, go on.
func TestConnectionsAreLimited(t *testing.T) {
	server, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	reader := read(t, open(t, Config{URL: server.URL()}), 1)
	taken := 2 // by the writer and the reader
	for ; taken <= maxConnections; taken++ {
		conn, err := nats.Connect(server.URL(), nats.Timeout(patience))
		if err != nil { // the limit's name, or a connection that is closed before it is said
			break
		}
		defer conn.Close()
	}
	if taken < maxConnections-1 || taken > maxConnections {
		t.Errorf("%d connections, want %d", taken, maxConnections)
	}
	add(t, w, block(1))
	for range 2 {
		next(t, reader)
	}
}

// A reader chooses the subject to which the server answers its questions. Answers to a subject of the stream would become messages of it.
func TestReadersAnswersAreNotAppended(t *testing.T) {
	server, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	add(t, w, block(1))
	conn, err := nats.Connect(server.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	name := Name(chain)
	for _, to := range []string{subject(chain, records), subject(chain, rollbacks), subject(chain, "beat")} {
		for question, body := range map[string]string{
			"$JS.API.INFO": "", "$JS.API.STREAM.INFO." + name: "", "$JS.API.STREAM.MSG.GET." + name: `{"seq":1}`, "$JS.API.DIRECT.GET." + name: `{"seq":1}`,
		} {
			if err := conn.PublishRequest(question, to, []byte(body)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := conn.Flush(); err != nil {
		t.Fatal(err)
	}
	// The server has answered what was asked before when it answers this.
	reader := open(t, Config{URL: server.URL(), Timeout: patience})
	if last, err := reader.Last(within(t)); err != nil || last != 2 {
		t.Fatalf("the stream ends with message %d, want 2: %v", last, err)
	}
	add(t, w, block(2))
	r := read(t, reader, 1)
	for range 3 {
		next(t, r)
	}
}

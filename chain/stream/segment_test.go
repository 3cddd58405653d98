package stream

import (
	"errors"
	"log/slog"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// on is block n of history h.
func on(h byte, n uint64) record.Record {
	return record.Record{Block: &record.Block{Hash: hashOn(h, n), Block: &rollup.Block{Env: rollup.BlockEnv{Number: n}}}}
}

func hashOn(h byte, n uint64) common.Hash { return common.Hash{h, byte(n)} }

func back(h byte, block, batch uint64) record.Record {
	return record.Record{Rollback: &record.Rollback{LastBlock: block, Hash: hashOn(h, block), LastBatch: batch}}
}

// twice is a stream of a chain that went back twice: blocks 1 to 6, of which 5 and 6 were taken back; then 5 to 7, of which 4 to 7 were taken back; then 4 to 5. The letter of the history is that of the
// rollback after which a block was made.
func twice(t *testing.T) *Stream {
	t.Helper()
	_, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	add(t, w, on(0, 1), on(0, 2), batch(1, 1, 2), on(0, 3), on(0, 4), on(0, 5), batch(2, 3, 5), on(0, 6))
	w = lead(t, s, 9, 2, 6)
	add(t, w, back(0, 4, 1), on(1, 5), on(1, 6), batch(2, 3, 6), on(1, 7))
	w = lead(t, s, 15, 3, 7)
	add(t, w, back(0, 3, 1), on(2, 4), on(2, 5))
	return s
}

// history is a node with the blocks of these histories, block 1 first.
func history(read uint64, letters ...byte) Chain {
	return Chain{Read: read, Tip: uint64(len(letters)), Hash: func(n uint64) (common.Hash, error) {
		if n == 0 {
			return common.Hash{}, nil
		}
		return hashOn(letters[n-1], n), nil
	}}
}

// A node begins where its own blocks are, and sees the rollbacks that it has not followed.
func TestBeginAfterRollbacks(t *testing.T) {
	s := twice(t)
	for what, c := range map[string]struct {
		node      Chain
		first     record.Kind // of the records that it sees
		block     uint64
		rollbacks int
	}{
		"a new node":                                  {history(0), record.KindTerm, 0, 2},
		"before everything":                           {history(2, 0, 0), record.KindBlock, 2, 2},
		"in the part that was taken back":             {history(2, 0, 0, 0, 0, 0, 0), record.KindBlock, 2, 2},
		"at the first rollback, followed or not":      {history(2, 0, 0, 0, 0), record.KindBlock, 5, 1},
		"after the first rollback":                    {history(2, 0, 0, 0, 0, 1, 1, 1), record.KindBlock, 5, 1},
		"after the first rollback, with its batch":    {history(6, 0, 0, 0, 0, 1, 1, 1), record.KindBlock, 6, 1},
		"at the second rollback, followed or not":     {history(2, 0, 0, 0), record.KindBlock, 4, 0},
		"after the second rollback":                   {history(2, 0, 0, 0, 2), record.KindBlock, 4, 0},
		"at the end":                                  {history(2, 0, 0, 0, 2, 2), record.KindBlock, 4, 0},
		"with blocks that the stream does not have":   {history(2, 0, 0, 0, 2, 2, 2), record.KindBlock, 4, 0},
		"with a batch that the stream does not reach": {history(7, 0, 0, 0, 2, 2, 2, 2), record.KindBlock, 4, 0},
	} {
		t.Run(what, func(t *testing.T) {
			r, err := s.Begin(within(t), c.node)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			first, rollbacks := (*record.Record)(nil), 0
			for {
				end, err := r.AtEnd(within(t))
				if err != nil {
					t.Fatal(err)
				}
				if end {
					break
				}
				got := next(t, r)
				if first == nil {
					first = got
				}
				if got.Rollback != nil {
					rollbacks++
				}
			}
			if first == nil || first.Kind() != c.first || first.LastBlock() != c.block || rollbacks != c.rollbacks {
				t.Errorf("first %+v, %d rollbacks", first, rollbacks)
			}
			if r.LastBlock() != 5 || r.Term() != 3 {
				t.Errorf("at the end: block %d, term %d", r.LastBlock(), r.Term())
			}
		})
	}
}

// A rollback that is the last record: who has followed it is at its end, who has not sees it.
func TestBeginAtRollback(t *testing.T) {
	_, s := embedded(t)
	w := lead(t, s, 0, 1, 0)
	add(t, w, on(0, 1), on(0, 2), on(0, 3), back(0, 1, 0))
	for what, c := range map[string]struct {
		node Chain
		sees bool
	}{
		"not followed":           {history(0, 0, 0, 0), true},
		"followed":               {history(0, 0), false},
		"followed, and gone on":  {history(0, 0, 7), false},
		"gone on by itself, too": {history(0, 0, 7, 7, 7), false},
	} {
		r, err := s.Begin(within(t), c.node)
		if err != nil {
			t.Fatal(what, err)
		}
		defer r.Close()
		seen := false
		for {
			if end, err := r.AtEnd(within(t)); err != nil || end {
				break
			}
			seen = next(t, r).Rollback != nil || seen
		}
		if seen != c.sees || r.Term() != 1 || r.LastBlock() != 1 {
			t.Errorf("%s: seen %v, term %d, block %d", what, seen, r.Term(), r.LastBlock())
		}
	}
}

func TestBlockAfterRollbacks(t *testing.T) {
	s := twice(t)
	for n, want := range []common.Hash{{}, hashOn(0, 1), hashOn(0, 2), hashOn(0, 3), hashOn(2, 4), hashOn(2, 5), {}, {}} {
		b, err := s.Block(within(t), uint64(n))
		if err != nil || (b == nil) != (want == common.Hash{}) || (b != nil && b.Hash != want) {
			t.Errorf("block %d: %+v, %v, want %v", n, b, err, want)
		}
	}
	if last, err := s.LastBlock(within(t)); err != nil || last != 5 {
		t.Error(last, err)
	}
}

func TestReaderRefusesRollbacks(t *testing.T) {
	for what, c := range map[string]struct {
		term uint64
		r    record.Record
		leaf string
	}{
		"to the last block":                  {1, back(0, 4, 1), rollbacks},
		"to a block to come":                 {1, back(0, 9, 1), rollbacks},
		"to a batch to come":                 {1, back(0, 3, 2), rollbacks},
		"of a term to come":                  {2, back(0, 3, 1), rollbacks},
		"with the subject of other records":  {1, back(0, 3, 1), records},
		"a block with the subject of these":  {1, on(0, 5), rollbacks},
		"a term with the subject of these":   {2, record.Record{Term: &record.Term{LastBlock: 4}}, rollbacks},
		"a batch of what was taken back":     {1, batch(2, 3, 4), records},
		"a block after what was taken back":  {1, on(0, 5), records},
		"a term after what was taken back":   {2, record.Record{Term: &record.Term{LastBlock: 4}}, records},
		"the number of a batch that was not": {1, batch(3, 3, 3), records},
		"a rollback again":                   {1, back(0, 3, 1), rollbacks},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			_, s := embedded(t)
			w := lead(t, s, 0, 1, 0)
			add(t, w, on(0, 1), on(0, 2), batch(1, 1, 2), on(0, 3), on(0, 4))
			r := read(t, s, 1)
			for range 6 {
				next(t, r)
			}
			switch what {
			case "a batch of what was taken back", "a block after what was taken back", "a term after what was taken back", "the number of a batch that was not", "a rollback again":
				add(t, w, back(0, 3, 1))
				next(t, r)
			}
			if _, err := s.js.Publish(within(t), subject(chain, c.leaf), message(t, chain, c.term, c.r)); err != nil {
				t.Fatal(err)
			}
			if _, err := r.Next(within(t)); !errors.Is(err, ErrBroken) {
				t.Errorf("read with %v", err)
			}
		})
	}
}

// A stream that was made before chains could go back gets the subject of rollbacks from who may write.
func TestOldStreamGetsRollbacks(t *testing.T) {
	server := startServer(t, t.TempDir(), "127.0.0.1:0")
	conn, err := server.connect(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	js, err := jetstream.New(conn)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := js.CreateStream(within(t), jetstream.StreamConfig{Name: Name(chain), Subjects: []string{subject(chain, records)}, AllowDirect: true, DenyDelete: true, DenyPurge: true}); err != nil {
		t.Fatal(err)
	}
	reader := read(t, open(t, Config{URL: server.URL()}), 1)
	w := lead(t, open(t, Config{Server: server, Create: true, Log: slog.New(slog.DiscardHandler)}), 0, 1, 0)
	add(t, w, on(0, 1), on(0, 2), back(0, 1, 0), on(1, 2))
	for range 4 {
		next(t, reader)
	}
	if got := next(t, reader); got.Kind() != record.KindBlock || got.Block.Hash != hashOn(1, 2) {
		t.Errorf("%+v", got)
	}
}

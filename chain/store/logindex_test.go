package store

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// appendLogs appends a block after the head whose one receipt has the logs.
func appendLogs(t *testing.T, s *Store, logs []*types.Log) {
	t.Helper()
	res := makeBlock(t, s, s.Head(), 0)
	res.Receipts[0].Logs = logs
	res.Header.Bloom = types.CreateBloom(&types.Receipt{Logs: logs})
	res.Hash = res.Header.Hash()
	if err := s.AppendBlock(res); err != nil {
		t.Fatal(err)
	}
}

// logQuery is what is asked in the tests.
type logQuery struct {
	addresses []common.Address
	topics    [][]common.Hash
}

// has decides as BlocksWithLogs says, from the logs themselves.
func (q *logQuery) has(logs []*types.Log) bool {
	any := func(n int, match func(*types.Log, int) bool) bool {
		for i := range n {
			if slices.ContainsFunc(logs, func(l *types.Log) bool { return match(l, i) }) {
				return true
			}
		}
		return n == 0
	}
	if len(logs) == 0 || !any(len(q.addresses), func(l *types.Log, i int) bool { return l.Address == q.addresses[i] }) {
		return false
	}
	for p, list := range q.topics {
		if !any(len(list), func(l *types.Log, i int) bool { return p < len(l.Topics) && l.Topics[p] == list[i] }) {
			return false
		}
	}
	return true
}

func (q *logQuery) blocks(t *testing.T, s *Store, from, to uint64) (out []uint64) {
	t.Helper()
	for n, err := range s.BlocksWithLogs(from, to, q.addresses, q.topics) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}

func randomLogs(r *rand.Rand) (logs []*types.Log) {
	for range r.IntN(4) {
		l := &types.Log{Address: common.Address{byte(r.IntN(6))}}
		for range r.IntN(5) {
			l.Topics = append(l.Topics, common.Hash{byte(r.IntN(5))})
		}
		logs = append(logs, l)
	}
	return logs
}

func randomQuery(r *rand.Rand) *logQuery {
	q := &logQuery{}
	for range r.IntN(3) {
		q.addresses = append(q.addresses, common.Address{byte(r.IntN(7))})
	}
	for range r.IntN(4) {
		var list []common.Hash
		for range r.IntN(3) {
			list = append(list, common.Hash{byte(r.IntN(6))})
		}
		q.topics = append(q.topics, list)
	}
	return q
}

func TestBlocksWithLogs(t *testing.T) {
	const blocks = 120
	r := rand.New(rand.NewPCG(5, 5))
	fs := vfs.NewMem()
	s := openMem(t, fs)
	of := [][]*types.Log{nil}
	for range blocks {
		of = append(of, randomLogs(r))
		appendLogs(t, s, of[len(of)-1])
	}
	compare := func(what string, until uint64) {
		t.Helper()
		found := 0
		for range 300 {
			q, from := randomQuery(r), uint64(r.IntN(blocks))
			to := from + uint64(r.IntN(blocks))
			var want []uint64
			for n := from; n <= min(to, until); n++ {
				if q.has(of[n]) {
					want = append(want, n)
				}
			}
			got := q.blocks(t, s, from, to)
			if found += len(got); !slices.Equal(got, want) {
				t.Fatalf("%s: %+v in %d to %d: %v, want %v", what, q, from, to, got, want)
			}
		}
		if found == 0 {
			t.Fatalf("%s: no query found anything", what)
		}
	}
	compare("as appended", blocks)
	if err := s.Rollback(100); err != nil {
		t.Fatal(err)
	}
	compare("after a rollback", 100)

	// A directory as schema 1 left it: without the index. Opening it makes the index, also when an attempt before was cut short.
	old := identity{schema: schemaWithoutLog, chainID: s.genesis.Config.ChainID, configHash: s.genesis.Config.Hash(), genesisHash: s.genesis.Hash()}
	cut := postingKey(digest{0x80}, 0) // the index above it stays, as if it had been written already
	if err := s.db.DeleteRange([]byte(tabLogs), cut, pebble.Sync); err != nil {
		t.Fatal(err)
	}
	if err := s.db.Set([]byte(keyIdentity), old.encode(), pebble.Sync); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openMem(t, fs)
	compare("made for an old directory", 100)
	if id, _, err := readIdentity(s.db); err != nil || id.schema != schemaVersion {
		t.Fatalf("schema %d, %v", id.schema, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkWideLogQuery asks for the logs of one address that three of 20,000 blocks have, each of which has logs of others.
func BenchmarkWideLogQuery(b *testing.B) {
	s, err := Open(Config{Dir: "chain", FS: vfs.NewMem()}, testGenesis())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	batch := s.db.NewBatch()
	rare, often := digestOf(0, alice[:]), digestOf(0, bob[:])
	bloom := types.CreateBloom(&types.Receipt{Logs: []*types.Log{{Address: bob}}})
	for n := range uint64(20_000) {
		_ = batch.Set(postingKey(often, n), nil, nil)
		_ = batch.Set(numbered(tabBloom, n), bloom[:], nil)
		if n%7000 == 1 {
			_ = batch.Set(postingKey(rare, n), nil, nil)
		}
	}
	if err := batch.Commit(pebble.Sync); err != nil {
		b.Fatal(err)
	}
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			found := 0
			for range s.BlocksWithLogs(0, 20_000, []common.Address{alice, bob}[:1], nil) {
				found++
			}
			if found != 3 {
				b.Fatal(found)
			}
		}
	})
	b.Run("blooms", func(b *testing.B) {
		for b.Loop() {
			for n := range s.LogBlocks(0, 20_000, func(f types.Bloom) bool { return f.Test(alice[:]) }) {
				b.Fatal(n)
			}
		}
	})
}

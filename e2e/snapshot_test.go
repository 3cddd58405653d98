package e2e

import (
	"bytes"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/backup"
)

// runs starts ashlar, waits for its end, which has to be a good one, and returns what it printed. busy is done again and again meanwhile.
func runs(t *testing.T, busy func(), args ...string) string {
	t.Helper()
	p := ashlar(t, args...)
	for busy(); p.running(); busy() {
	}
	if status := p.wait(); status != 0 {
		t.Fatalf("exit status %d", status)
	}
	return p.out.String()
}

// A replica starts from a backup of its origin, which goes on meanwhile, and afterwards has the same blocks and state. A backup that does not hold what its batches commit to is refused.
func TestReplicaFromBackup(t *testing.T) {
	t.Parallel()
	c := startChain(t, "--rpc", freeAddress(t))
	c.work()
	c.settle()
	at := t.TempDir()
	b, dir := filepath.Join(at, "backup"), filepath.Join(at, "replica")
	busy := func() { c.promise(c.user.transfer()) }
	runs(t, busy, "backup", "--ops", c.process.shows("operators"), "--to", b)
	c.work() // the chain is farther on than the backup
	c.settle()
	restore := func(from, to string) []string {
		return []string{"restore", "--from", from, "--replica-of", c.process.shows("L2 JSON-RPC"), "--data-dir", to}
	}
	if said := runs(t, busy, restore(b, dir)...); !strings.Contains(said, "start it with: ashlar node --replica-of") || strings.Contains(said, "from block 0 ") {
		t.Errorf("restore says %q", said)
	}
	if _, err := os.Stat(filepath.Join(dir, "pool.journal")); err == nil {
		t.Error("the origin's pool is in the replica")
	}
	p, replica := startNode(t, c.replicaArgs(dir))
	p.says("caught up with the chain")
	busy()
	c.settle()
	c.same(replica)
	executed(t, replica, p) // every batch was seen on L1, and compared
	c.as(replica, func() {
		c.checkKept() // state commitments, tree roots and public inputs of all batches
		busy()
	})
	c.same(replica)
	p.mustRun()
	p.kill()
	p, replica = startNode(t, c.replicaArgs(dir))
	busy()
	c.same(replica)
	p.mustRun()

	c.refuseForged(b, restore)
}

// refuseForged changes something in the store of a backup, makes a whole backup of that, and expects that no replica is made of it.
func (c *chain) refuseForged(b string, restore func(from, to string) []string) {
	c.t.Helper()
	genesis := must(node.ReadChain(c.dataDir()))(c.t)
	g := must(genesis.Genesis.Genesis())(c.t)
	for name, forge := range map[string]struct {
		table, words string
		at           int // index of the byte that is changed
	}{
		"account":      {keyspace.Account, "the batch says", 39}, // of the balance
		"slot":         {keyspace.Slot, "the batch says", 31},
		"code":         {keyspace.Code, "of code are not those of hash", 0},
		"transactions": {"cB", "other transactions than its header says", -1}, // the last one
		"header":       {"cb", "is not the one after", -1},
	} {
		c.t.Run(name, func(t *testing.T) {
			dir, forged, to := filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "forged"), filepath.Join(t.TempDir(), "replica")
			change := func(dir string, s *store.Store, m *backup.Manifest) error {
				last := must(s.LastBatch())(t)
				key, value := victim(t, s.DB(), forge.table, last.LastBlock)
				value[(forge.at+len(value))%len(value)] ^= 1
				return s.DB().Set(key, value, pebble.Sync)
			}
			must(backup.Restore(b, dir, g, change))(t)
			stream := new(bytes.Buffer)
			must(node.BackupStopped(stream, dir, genesis, "forger", slog.New(slog.DiscardHandler)))(t)
			must(backup.Read(io.Reader(stream), forged))(t)
			if said := refusal(t, restore(forged, to)); !strings.Contains(said, forge.words) {
				t.Errorf("it says %q", said)
			}
			if left, _ := filepath.Glob(to + "*"); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

// victim is the first entry of a table that is long enough to be changed; of a table by number, one of blocks 1 to last.
func victim(t *testing.T, db *pebble.DB, table string, last uint64) (key, value []byte) {
	t.Helper()
	lower, upper := []byte(table), keyspace.End([]byte(table))
	if strings.HasPrefix(table, "c") {
		lower, upper = keyspace.Numbered(table, 1), keyspace.Numbered(table, last+1)
	}
	it := must(db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: upper}))(t)
	defer it.Close()
	for ok := it.First(); ok; ok = it.Next() {
		if len(it.Value()) > 31 {
			return bytes.Clone(it.Key()), bytes.Clone(it.Value())
		}
	}
	t.Fatalf("table %s is empty", table)
	return nil, nil
}

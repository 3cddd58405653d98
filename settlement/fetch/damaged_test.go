package fetch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// A disk that has lost or changed bytes never leads to another state: the directory is made anew, or reading says that it is not right.
func TestDerivationDamaged(t *testing.T) {
	w, disk := newWorld(t, rollup.DACalldata), vfs.NewCrashableMem()
	for range 3 {
		w.seal(t, 2, 10)
	}
	p := w.process(t, disk)
	for range 2 { // when it is opened again, its log becomes tables
		w.derived(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		w.seal(t, 2, 10)
	}
	names, err := disk.List("chain")
	if err != nil {
		t.Fatal(err)
	}
	rng, anew, rounds := rand.New(rand.NewPCG(3, 4)), 0, 6
	if testing.Short() {
		rounds = 2
	}
	for _, name := range names {
		for round := range rounds {
			fs := disk.CrashClone(whole)
			if !damage(t, fs, fs.PathJoin("chain", name), rng, round) {
				continue
			}
			p := w.process(t, fs)
			r, err := w.update(t.Context(), p)
			if err != nil || len(p.said) > 1 {
				t.Fatalf("%s: said %q, %v", name, p.said, err)
			}
			if bad := w.read(t, r); bad > 0 || len(p.said) > 0 {
				anew++
			}
			if err := p.Close(); err != nil { // what could not be read is removed
				t.Error(err)
			}
			w.derived(t, p)
			if err := p.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	if t.Logf("%d files, %d times anew", len(names), anew); anew == 0 {
		t.Error("no damage was noticed")
	}
}

// read reads everything: it is right or refused. refused counts the latter.
func (w *world) read(t *testing.T, r *Rebuilt) (refused int) {
	t.Helper()
	count := func(right bool, err error) {
		if err != nil && errors.Is(err, ErrUnusable) {
			refused++
		} else if err != nil || !right {
			t.Errorf("read something wrong, %v", err)
		}
	}
	w.state.Each(func(address common.Address, want rollup.Account) {
		a, err := r.State.Account(address)
		count(a == want, err)
		code, err := r.State.Code(want.CodeHash)
		count(len(code) == int(want.CodeLen), err)
		for slot := range byte(3) {
			right, _ := w.state.Storage(address, common.Hash{31: slot})
			got, err := r.State.Storage(address, common.Hash{31: slot})
			count(got == right, err)
		}
	})
	a, err := r.State.Account(common.Address{0xff})
	count(a.IsEmpty(), err)
	_, _, err = r.State.Count()
	count(true, err)
	part, err := r.State.Witness([]tree.Key{tree.AccountKey(common.Address{0x10})}, nil)
	count(err != nil || common.Hash(part.Root().Bytes()) == w.chain.TreeRoot, err)
	return refused
}

// damage cuts a file off or changes a byte of it; false when there is nothing to change.
func damage(t *testing.T, fs vfs.FS, path string, rng *rand.Rand, round int) bool {
	t.Helper()
	f, err := fs.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if len(data) == 0 {
		return false
	}
	if at := rng.IntN(len(data)); round == 0 {
		data = data[:at]
	} else {
		data[at] ^= 1 << rng.IntN(8)
	}
	out, err := fs.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(out.Sync(), out.Close()); err != nil {
		t.Fatal(err)
	}
	return true
}

// Somebody who has changed a directory, checksums and all, does not change what is read of it.
func TestDerivationForged(t *testing.T) {
	rich := common.Address{0x10}
	for name, c := range map[string]struct {
		change func(t *testing.T, w *world, db *pebble.DB)
		anew   bool // by Update
		reads  bool // a read may be refused
	}{
		"a balance of the flat state": {func(t *testing.T, _ *world, db *pebble.DB) {
			key := append([]byte(keyspace.Account), rich[:]...)
			put(t, db, key, func(v []byte) []byte { v[len(v)-1] ^= 1; return v })
		}, false, false},
		"a slot that the next batch needs": {func(t *testing.T, w *world, db *pebble.DB) {
			slot := common.Hash{31: byte(w.chain.LastBlock - 1)}
			key := append(append([]byte(keyspace.Slot), params.HistoryStorageAddress[:]...), slot[:]...)
			put(t, db, key, func([]byte) []byte { return []byte{1} })
		}, true, false},
		"all pages of the tree": {func(t *testing.T, _ *world, db *pebble.DB) {
			each(t, db, keyspace.Page, func(v []byte) { v[len(v)-2] ^= 1 })
		}, false, true},
		"the roots of the tree": {func(t *testing.T, _ *world, db *pebble.DB) { each(t, db, keyspace.Root, func(v []byte) { v[31] ^= 1 }) }, true, false},
		"the codes":             {func(t *testing.T, _ *world, db *pebble.DB) { each(t, db, keyspace.Code, func(v []byte) { v[0] ^= 1 }) }, false, true},
		"the batches":           {func(t *testing.T, _ *world, db *pebble.DB) { each(t, db, "bb", func(v []byte) { v[len(v)/2] ^= 1 }) }, true, false},
		"the window of hashes":  {func(t *testing.T, _ *world, db *pebble.DB) { each(t, db, "cf", func(v []byte) { v[len(v)-64] ^= 1 }) }, true, false},
		"how far L1 was read":   {func(t *testing.T, _ *world, db *pebble.DB) { each(t, db, "k", func(v []byte) { clear(v) }) }, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			w, fs := newWorld(t, rollup.DACalldata), vfs.NewMem()
			for range 3 {
				w.seal(t, 2, 10)
			}
			p := w.process(t, fs)
			w.derived(t, p)
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
			db, err := pebble.Open("chain", &pebble.Options{FS: fs, FormatMajorVersion: pebble.FormatNewest, Logger: quiet{}})
			if err != nil {
				t.Fatal(err)
			}
			c.change(t, w, db)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			if c.reads {
				r, err := w.update(t.Context(), p)
				if err != nil || r.Before != 3 {
					t.Fatalf("%+v, %v", r, err)
				}
				if w.read(t, r) == 0 {
					t.Error("nothing was refused")
				}
				if r := w.derived(t, p); r.Before != 0 {
					t.Errorf("went on from batch %d of a damaged directory", r.Before)
				}
				return
			}
			w.seal(t, 2, 10)
			w.derived(t, p)
			if (len(p.said) == 1) != c.anew {
				t.Errorf("said %q", p.said)
			}
		})
	}
}

// quiet drops what Pebble says.
type quiet struct{}

func (quiet) Infof(string, ...any)              {}
func (quiet) Errorf(string, ...any)             {}
func (quiet) Fatalf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

func put(t *testing.T, db *pebble.DB, key []byte, change func([]byte) []byte) {
	t.Helper()
	value, closer, err := db.Get(key)
	if err != nil {
		t.Fatal(err)
	}
	value = bytes.Clone(value)
	if err := errors.Join(closer.Close(), db.Set(key, change(value), pebble.Sync)); err != nil {
		t.Fatal(err)
	}
}

// each changes every value of a table.
func each(t *testing.T, db *pebble.DB, table string, change func([]byte)) {
	t.Helper()
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: []byte(table), UpperBound: keyspace.End([]byte(table))})
	if err != nil {
		t.Fatal(err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		if value := bytes.Clone(it.Value()); len(value) > 0 {
			change(value)
			if err := db.Set(bytes.Clone(it.Key()), value, pebble.Sync); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := it.Close(); err != nil {
		t.Fatal(err)
	}
}

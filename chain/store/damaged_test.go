package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// A file of the database is changed or gone: whoever opens or reads it, or writes and merges, is told that the database is damaged and what to do, or finds the chain whole
// (what was changed is not read: other files have it). Nobody is told that there is no room, and nothing wrong is read. The end of the log is another matter: what is
// not whole there was not written, for all that Pebble can know, so that the last blocks are gone as if they had never been.
func TestDamagedDatabase(t *testing.T) {
	told := make(map[string]int)
	for _, flushed := range []bool{false, true} {
		disk := vfs.NewCrashableMem()
		s := openMem(t, disk)
		for range 4 {
			if err := s.KV("test").Set([]byte("long"), make([]byte, 96<<10)); err != nil { // a damaged log is known by what follows after more than 32 KiB
				t.Fatal(err)
			}
			appendBlocks(t, s, 1, 1)
		}
		if flushed {
			if err := s.db.Flush(); err != nil {
				t.Fatal(err)
			}
		}
		whole := func() *vfs.MemFS { return disk.CrashClone(vfs.CrashCloneCfg{}) }
		names, err := whole().List("chain")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			for _, harm := range []string{"gone", "empty", "beginning", "quarter", "middle", "end"} {
				fs := whole()
				if !damage(t, fs, path.Join("chain", name), harm) {
					continue
				}
				err := readAll(fs)
				switch {
				case errors.Is(err, ErrDamaged):
					if !strings.Contains(err.Error(), "ashlar restore") {
						t.Errorf("%s %s: %v", name, harm, err)
					}
					told[kind(name)]++
				case errors.Is(err, errShort) && kind(name) == "log":
				case err != nil:
					t.Errorf("%s %s: %v", name, harm, err)
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("told of damage: %v", told)
	for _, k := range []string{"sst", "log", "MANIFEST"} {
		if told[k] == 0 {
			t.Errorf("no damage of a file of the kind %s was told", k)
		}
	}
}

// kind is what sort of file of the database a name is of.
func kind(name string) string {
	if before, _, ok := strings.Cut(name, "-"); ok {
		return before
	}
	return strings.TrimPrefix(path.Ext(name), ".")
}

// damage changes one file. It reports whether there was anything to change.
func damage(t *testing.T, fs *vfs.MemFS, name, harm string) bool {
	t.Helper()
	f, err := fs.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	at := map[string]int{"beginning": 0, "quarter": len(data) / 4, "middle": len(data) / 2, "end": len(data) - 1}
	switch place, ok := at[harm]; {
	case len(data) == 0:
		return false
	case ok:
		data[place] ^= 0x5a
	default:
		data = nil
	}
	if err := fs.Remove(name); err != nil {
		t.Fatal(err)
	}
	if harm == "gone" {
		return true
	}
	if f, err = fs.Create(name, vfs.WriteCategoryUnspecified); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return true
}

var errShort = errors.New("blocks are gone")

// readAll opens the database, reads every block, its receipts and its state, and merges everything. The answer is what the store says, or gives to Fatal.
func readAll(fs vfs.FS) error {
	said := make(chan error, 16)
	go func() {
		said <- func() error {
			s, err := Open(Config{Dir: "chain", FS: fs, Fatal: func(err error) { said <- err; select {} }}, testGenesis())
			if err != nil {
				return err
			}
			head := s.Head().Number
			for n := uint64(1); n <= head; n++ {
				block, err := s.Block(n)
				if err != nil {
					return err
				}
				receipts, err := s.Receipts(n)
				if err != nil || len(receipts) != len(block.Txs) {
					return fmt.Errorf("block %d: %d receipts, %w", n, len(receipts), err)
				}
				state, err := s.StateAt(n)
				if err != nil {
					return err
				}
				if a, err := state.Account(alice); err != nil || a.Nonce != n {
					return fmt.Errorf("block %d: %+v, %w", n, a, err)
				}
			}
			if err := s.db.Flush(); err != nil {
				return err
			}
			if err := s.db.Compact(context.Background(), []byte{0}, []byte{0xff}, false); err != nil {
				return err
			}
			if err := s.Close(); err != nil || head == 4 {
				return err
			}
			return fmt.Errorf("head %d: %w", head, errShort)
		}()
	}()
	return <-said
}

// A directory that is being made can be made anew, so its damage ends nothing but the making of it, also when nobody but the database has read the damaged file, on its own account.
func TestDamagedRebuild(t *testing.T) {
	o, fs := makeOriginal(t, 2, 2, 2), vfs.NewMem()
	config := Config{Dir: "chain", FS: fs, Fatal: func(err error) { panic(err) }}
	start := func() *Rebuild {
		r, err := StartRebuild(config, testGenesis())
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := start()
	o.keepAll(t, r)
	for _, key := range []string{"a", "b", "c"} { // tables that overlap
		long := make([]byte, 256<<10) // most of a table, and nothing that is read when the directory is opened
		rand.NewChaCha8([32]byte{}).Read(long)
		err := r.KV("test").Batch().Put([]byte("begin"), nil).Put([]byte(key), long).Put([]byte("end"), nil).Commit()
		if err := errors.Join(err, r.store.db.Flush()); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(r.Damaged(), r.Close()); err != nil {
		t.Fatal(err)
	}
	names, err := fs.List("chain")
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, name := range names {
		if kind(name) == "sst" && damage(t, fs, path.Join("chain", name), "middle") {
			tables++
		}
	}
	if tables == 0 {
		t.Fatal("no table")
	}
	r = start()
	// Merging is what the database does by itself at some time; the wait is for its answer.
	if err := r.store.db.Compact(context.Background(), []byte{0}, []byte{0xff}, false); err == nil {
		t.Fatal("damaged tables were merged")
	}
	b, after := o.batch(t, 1)
	for what, call := range map[string]func() error{
		"Damaged": r.Damaged,
		"At":      func() error { _, _, _, err := r.At(); return err },
		"Apply":   func() error { _, err := r.Apply(4, &o.diffs[1]); return err },
		"Keep":    func() error { return r.Keep(b, after) },
		"Sync":    r.Sync,
		"Finish":  func() error { return r.Finish(L1Progress{}) },
	} {
		if err := call(); !pebble.IsCorruptionError(err) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

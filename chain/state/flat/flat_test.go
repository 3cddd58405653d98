package flat

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ashlar-labs/ashlar/chain/state"
)

// image is a whole state, the reference.
type image struct {
	accounts map[[20]byte]state.Account
	slots    map[[52]byte][32]byte
}

func (im image) with(d *state.Diff) image {
	out := image{map[[20]byte]state.Account{}, map[[52]byte][32]byte{}}
	for k, v := range im.accounts {
		out.accounts[k] = v
	}
	for k, v := range im.slots {
		out.slots[k] = v
	}
	for _, c := range d.Accounts {
		if delete(out.accounts, c.Addr); !c.Account.IsEmpty() {
			out.accounts[c.Addr] = c.Account.Normal()
		}
	}
	for _, c := range d.Slots {
		id := slotIDOf(c.Addr, c.Slot)
		if delete(out.slots, id); c.Value != [32]byte{} {
			out.slots[id] = c.Value
		}
	}
	return out
}

func slotIDOf(addr [20]byte, slot [32]byte) (id [52]byte) {
	copy(id[copy(id[:], addr[:]):], slot[:])
	return id
}

// addrOf uses 0xff often: keys that end in it are the ones a range end gets wrong.
func addrOf(i int) [20]byte {
	a := [20]byte{19: byte(i)}
	if i%2 == 1 {
		copy(a[:], bytes.Repeat([]byte{0xff}, 20))
		a[0] = byte(i)
	}
	return a
}

func randomDiff(rng *rand.Rand) *state.Diff {
	d := &state.Diff{}
	for range rng.IntN(8) {
		a := state.Account{Nonce: rng.Uint64N(3)}
		if rng.IntN(2) == 0 {
			a.CodeHash, a.CodeLen = [32]byte{byte(rng.IntN(3))}, 3
		}
		d.Accounts = append(d.Accounts, state.AccountChange{Addr: addrOf(rng.IntN(6)), Account: a})
	}
	for range rng.IntN(8) {
		slot, value := [32]byte{0: 0xff, 31: byte(255 - rng.IntN(2))}, [32]byte{byte(rng.IntN(3))}
		d.Slots = append(d.Slots, state.SlotChange{Addr: addrOf(rng.IntN(6)), Slot: slot, Value: value})
	}
	d.Normalize()
	return d
}

func (im image) check(r state.Reader) error {
	for i := range 7 {
		addr := addrOf(i)
		got, err := r.Account(addr)
		want := im.accounts[addr].Normal()
		if err != nil || got != want {
			return fmt.Errorf("account %x: got %v %v, want %v", addr, got, err, want)
		}
		for j := range 3 {
			slot := [32]byte{0: 0xff, 31: byte(255 - j)}
			v, err := r.Storage(addr, slot)
			if err != nil || v != im.slots[slotIDOf(addr, slot)] {
				return fmt.Errorf("slot %d of %x: got %x %v", j, addr, v[:1], err)
			}
		}
	}
	return nil
}

func openMem(t testing.TB, fs vfs.FS) *pebble.DB {
	t.Helper()
	db, err := pebble.Open("db", &pebble.Options{FS: fs, Logger: quiet{}})
	if err != nil {
		t.Fatal(err)
	}
	return db
}

type quiet struct{}

func (quiet) Infof(string, ...any)           {}
func (quiet) Errorf(string, ...any)          {}
func (quiet) Fatalf(format string, a ...any) { panic(fmt.Sprintf(format, a...)) }

// batched runs f on a batch and commits it.
func batched(t testing.TB, db *pebble.DB, f func(*pebble.Batch) error) {
	t.Helper()
	b := db.NewBatch()
	if err := f(b); err != nil {
		t.Fatal(err)
	}
	if err := b.Commit(pebble.Sync); err != nil {
		t.Fatal(err)
	}
}

// grown returns a mirror with blocks 5 to 5+n-1 and the state after each.
func grown(t testing.TB, db *pebble.DB, n int) (*Mirror, map[uint64]image, *rand.Rand) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 1))
	m, images, im := New(db), map[uint64]image{}, image{}
	for i := range n {
		number, d := uint64(5+i), randomDiff(rng)
		batched(t, db, func(b *pebble.Batch) error { return m.Commit(number, d, b) })
		im = im.with(d)
		images[number] = im
	}
	return m, images, rng
}

func TestEveryPastBlockReadsBack(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, images, _ := grown(t, db, 60)
	if err := images[64].check(m); err != nil {
		t.Fatal(err)
	}
	for n, im := range images {
		r, err := m.At(n)
		if err != nil {
			t.Fatal(err)
		}
		if err := im.check(r); err != nil {
			t.Fatalf("block %d: %v", n, err)
		}
	}
	for _, n := range []uint64{0, 4, 65, ^uint64(0)} {
		if _, err := m.At(n); !errors.Is(err, ErrUnknownBlock) {
			t.Fatalf("block %d: got %v, want ErrUnknownBlock", n, err)
		}
	}
}

func TestRollbackAndPrune(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, images, rng := grown(t, db, 40) // 5..44
	batched(t, db, func(b *pebble.Batch) error { return m.Rollback(30, b) })
	im := images[30]
	if err := im.check(m); err != nil {
		t.Fatal(err)
	}
	if _, err := m.At(31); !errors.Is(err, ErrUnknownBlock) {
		t.Fatalf("a rolled back block can be read: %v", err)
	}
	for n := uint64(31); n <= 50; n++ { // another history
		d := randomDiff(rng)
		batched(t, db, func(b *pebble.Batch) error { return m.Commit(n, d, b) })
		im = im.with(d)
		images[n] = im
	}
	for done := false; !done; {
		batched(t, db, func(b *pebble.Batch) (err error) {
			done, err = m.Prune(20, 4, b)
			return err
		})
	}
	for n := uint64(5); n <= 50; n++ {
		r, err := m.At(n)
		if n < 20 {
			if !errors.Is(err, ErrUnknownBlock) {
				t.Fatalf("block %d below the floor: %v", n, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := images[n].check(r); err != nil {
			t.Fatalf("block %d: %v", n, err)
		}
	}
	if err := m.Rollback(19, db.NewBatch()); !errors.Is(err, ErrUnknownBlock) {
		t.Fatalf("rollback below the floor: %v", err)
	}
	batched(t, db, func(b *pebble.Batch) error { return m.Rollback(20, b) })
	if err := images[20].check(m); err != nil {
		t.Fatal(err)
	}
}

func TestCommitRefuses(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, _, _ := grown(t, db, 3) // 5..7
	if err := m.Commit(7, &state.Diff{}, db.NewBatch()); !errors.Is(err, ErrCommitted) {
		t.Errorf("same block: %v", err)
	}
	if err := m.Commit(9, &state.Diff{}, db.NewBatch()); !errors.Is(err, ErrOrder) {
		t.Errorf("gap: %v", err)
	}
	twice := &state.Diff{Slots: make([]state.SlotChange, 2)}
	if err := m.Commit(8, twice, db.NewBatch()); err == nil {
		t.Error("a diff with one slot twice was accepted")
	}
	bad := &state.Diff{Accounts: []state.AccountChange{{Account: state.Account{Nonce: 1, CodeHash: [32]byte{1}}}}}
	if err := m.Commit(8, bad, db.NewBatch()); !errors.Is(err, state.ErrAccount) {
		t.Errorf("account without code but with a code hash: %v", err)
	}
}

func TestCode(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m := New(db)
	hash := [32]byte{1}
	if _, err := m.Code(hash); !errors.Is(err, state.ErrUnknownCode) {
		t.Fatalf("unknown code: %v", err)
	}
	d := &state.Diff{Codes: []state.CodeChange{{Hash: hash, Code: []byte{1, 2, 3}}}}
	batched(t, db, func(b *pebble.Batch) error { return m.Commit(0, d, b) })
	if c, err := m.Code(hash); err != nil || !bytes.Equal(c, []byte{1, 2, 3}) {
		t.Fatalf("code %x %v", c, err)
	}
	if c, err := m.Code(state.EmptyCodeHash); err != nil || len(c) != 0 {
		t.Fatalf("empty code: %x %v", c, err)
	}
}

// TestCrashLeavesWholeBlocks takes the disk as it is after each commit, loses what was
// not synced, and finds the state of the last block.
func TestCrashLeavesWholeBlocks(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	fs := vfs.NewCrashableMem()
	db := openMem(t, fs)
	m, im := New(db), image{}
	for n := uint64(0); n < 12; n++ {
		d := randomDiff(rng)
		batched(t, db, func(b *pebble.Batch) error { return m.Commit(n, d, b) })
		im = im.with(d)
		lost := db.NewBatch() // block n+1, never synced
		if err := m.Commit(n+1, randomDiff(rng), lost); err != nil {
			t.Fatal(err)
		}
		crashed := openMem(t, fs.CrashClone(vfs.CrashCloneCfg{}))
		after := New(crashed)
		if head, _, err := after.Head(); err != nil || head != n {
			t.Fatalf("after the crash the last block is %d, want %d (%v)", head, n, err)
		}
		if err := im.check(after); err != nil {
			t.Fatalf("block %d: %v", n, err)
		}
		if err := crashed.Close(); err != nil {
			t.Fatal(err)
		}
		if err := lost.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func FuzzChangedIDs(f *testing.F) {
	f.Add(appendChange(appendChange(nil, make([]byte, accountID)), make([]byte, slotID)))
	f.Add([]byte{20, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		ids, err := changedIDs(b)
		if err != nil {
			return
		}
		var again []byte
		for _, id := range ids {
			again = appendChange(again, id)
		}
		if !bytes.Equal(again, b) {
			t.Fatal("list encodes differently")
		}
	})
}

package txpool

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
)

func TestJournalSurvivesRestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pool", "journal")
	c := newChain()
	withJournal := func(c *Config) { c.JournalPath = path }
	p := newPool(t, c, withJournal)
	for _, n := range []uint64{0, 1, 4} {
		add(t, p, sign(t, keyA, transfer(n, nil)))
	}
	// The process ends here without Close, in the middle of writing the next record.
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	torn := appendRecord(nil, sign(t, keyA, transfer(2, nil)))
	if _, err := file.Write(torn[:len(torn)-1]); err != nil {
		t.Fatal(err)
	}
	file.Close()
	a := c.accounts[addrA]
	a.Nonce = 1
	c.accounts[addrA] = a
	again := newPool(t, c, withJournal)
	if pending, queued := again.Status(); pending != 1 || queued != 1 || again.Nonce(addrA) != 2 {
		t.Fatalf("%d pending, %d queued, nonce %d", pending, queued, again.Nonce(addrA))
	}
	data, err := os.ReadFile(path)
	if err != nil || len(decodeRecords(data)) != 2 {
		t.Fatalf("journal has %d records, %v", len(decodeRecords(data)), err)
	}
}

func TestJournalStopsAtDamage(t *testing.T) {
	data := appendRecord(appendRecord(nil, []byte("first")), []byte("second"))
	if got := decodeRecords(data); len(got) != 2 || string(got[1]) != "second" {
		t.Fatalf("records %q", got)
	}
	data[len(data)-1] ^= 1
	if got := decodeRecords(data); len(got) != 1 {
		t.Fatalf("%d records with a damaged second one", len(got))
	}
}

func FuzzJournal(f *testing.F) {
	f.Add(appendRecord(appendRecord(nil, []byte("first")), nil))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		var again []byte
		for _, raw := range decodeRecords(data) {
			again = appendRecord(again, raw)
		}
		if !bytes.HasPrefix(data, again) {
			t.Fatal("records are not the front of the file")
		}
	})
}

// What is added to the journal of a stopped pool is in the next one, once; what is not valid any more is left out.
func TestAddToJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pool", "journal")
	raw := func(n uint64) []byte { return sign(t, keyA, transfer(n, nil)) }
	if err := AddToJournal(path, [][]byte{raw(2)}); err != nil { // there is none yet
		t.Fatal(err)
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	torn := appendRecord(nil, raw(3))
	if _, err := file.Write(torn[:len(torn)-1]); err != nil { // a pool ended here while it wrote
		t.Fatal(err)
	}
	file.Close()
	for range 2 {
		if err := AddToJournal(path, [][]byte{raw(0), raw(1), raw(2)}); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || len(decodeRecords(data)) != 3 {
		t.Fatalf("journal has %d records, %v", len(decodeRecords(data)), err)
	}
	c := newChain()
	a := c.accounts[addrA]
	a.Nonce = 1
	c.accounts[addrA] = a
	p := newPool(t, c, func(c *Config) { c.JournalPath = path })
	if pending, queued := p.Status(); pending != 2 || queued != 0 || p.Nonce(addrA) != 3 {
		t.Fatalf("%d pending, %d queued, nonce %d", pending, queued, p.Nonce(addrA))
	}
	if err := AddToJournal(t.TempDir(), [][]byte{raw(0)}); err == nil {
		t.Error("a directory is no journal")
	}
}

// fullDisk takes a part of what is written while it is full.
type fullDisk struct {
	journalFile
	full bool
}

func (f *fullDisk) WriteAt(b []byte, at int64) (int, error) {
	if !f.full {
		return f.journalFile.WriteAt(b, at)
	}
	n, err := f.journalFile.WriteAt(b[:len(b)/2], at)
	return n, errors.Join(err, syscall.ENOSPC)
}

// A record that could not be written whole does not hide those after it, and is in the journal when there is room again.
func TestJournalOnAFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	c := newChain()
	withJournal := func(c *Config) { c.JournalPath = path }
	p := newPool(t, c, withJournal)
	disk := &fullDisk{journalFile: p.journal.file}
	p.journal.file = disk
	add(t, p, sign(t, keyA, transfer(0, nil)))
	disk.full = true
	lost := sign(t, keyA, transfer(1, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 50_000, make([]byte, 1000) }))
	add(t, p, lost)
	disk.full = false
	add(t, p, sign(t, keyB, transfer(0, nil))) // shorter than what is left of the other one
	records := func() int {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return len(decodeRecords(data))
	}
	if n := records(); n != 2 {
		t.Fatalf("the journal has %d records, want the 2 that were written whole", n)
	}
	c.advance(p, 0)
	if n := records(); n != 3 {
		t.Fatalf("the journal has %d records after the next block, want 3", n)
	}
	if again := newPool(t, c, withJournal); again.Nonce(addrA) != 2 || again.Nonce(addrB) != 1 {
		t.Fatalf("nonces %d and %d after a restart", again.Nonce(addrA), again.Nonce(addrB))
	}
}

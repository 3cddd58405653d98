package txpool

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
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

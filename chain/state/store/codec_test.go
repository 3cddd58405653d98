package store

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

func samplePage(t testing.TB) []byte {
	t.Helper()
	a := tree.OwnedLeaf(&tree.Entry{Kind: tree.SlotLeaf, Value: [32]byte{1}})
	edge := tree.Unloaded(tree.Digest{1}, 77)
	n := tree.Join(tree.Join(a, tree.Join(tree.Join(edge, nil), a)), nil)
	return appendPage(nil, n, 0)
}

func TestDecodePageRefuses(t *testing.T) {
	good := samplePage(t)
	if n, err := decodePage(good); err != nil || !bytes.Equal(appendPage(nil, n, 0), good) {
		t.Fatalf("the good page: %v", err)
	}
	for i := range good {
		if _, err := decodePage(good[:i]); !errors.Is(err, ErrCorrupt) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
	if _, err := decodePage(append(good, 0)); !errors.Is(err, ErrCorrupt) {
		t.Fatalf("trailing byte: %v", err)
	}
	for _, b := range [][]byte{{9}, append([]byte{tagPage}, make([]byte, 40)...), bytes.Repeat([]byte{0xff}, 60)} {
		if _, err := decodePage(b); !errors.Is(err, ErrCorrupt) {
			t.Fatalf("page %x: %v", b[0], err)
		}
	}
}

func FuzzDecodePage(f *testing.F) {
	f.Add(samplePage(f))
	f.Add([]byte{tagEmpty})
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := decodePage(b)
		if err != nil {
			if !errors.Is(err, ErrCorrupt) {
				t.Fatalf("unexpected error: %v", err)
			}
			return
		}
		if !bytes.Equal(appendPage(nil, n, 0), b) {
			t.Fatal("page encodes differently")
		}
	})
}

func FuzzStaleKeys(f *testing.F) {
	f.Add(appendStale(appendStale(nil, []byte("tn1")), []byte("tn22")))
	f.Fuzz(func(t *testing.T, b []byte) {
		keys, err := staleKeys(b)
		if err != nil {
			return
		}
		var again []byte
		for _, k := range keys {
			again = appendStale(again, k)
		}
		if !bytes.Equal(again, b) {
			t.Fatal("list encodes differently")
		}
	})
}

func FuzzRootRecord(f *testing.F) {
	f.Add((&rootRecord{root: tree.Digest{1, 2}, page: 3}).encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := decodeRootRecord(b); err == nil && !bytes.Equal(r.encode(), b) {
			t.Fatal("record encodes differently")
		}
	})
}

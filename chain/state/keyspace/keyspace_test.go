package keyspace

import (
	"bytes"
	"testing"
)

func TestEnd(t *testing.T) {
	for _, p := range [][]byte{[]byte("sa"), {1, 0xff}, {1, 0xfe, 0xff, 0xff}} {
		end := End(p)
		inside := append(append([]byte{}, p...), bytes.Repeat([]byte{0xff}, 40)...)
		if bytes.Compare(inside, end) >= 0 || bytes.Compare(p, end) >= 0 {
			t.Fatalf("end of %x is %x", p, end)
		}
	}
}

func TestTablesDoNotOverlap(t *testing.T) {
	all := []string{Account, Slot, Code, AccountHistory, SlotHistory, Changes, Head, Floor, Page, Root, Stale}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if bytes.HasPrefix([]byte(a), []byte(b)) || bytes.HasPrefix([]byte(b), []byte(a)) {
				t.Fatalf("%q and %q overlap", a, b)
			}
		}
	}
}

func TestNumbered(t *testing.T) {
	if n, ok := Number(Numbered(Root, 1<<40+5)); !ok || n != 1<<40+5 {
		t.Fatal("number does not come back")
	}
	if _, ok := Number([]byte("short")); ok {
		t.Fatal("a short key has a number")
	}
}

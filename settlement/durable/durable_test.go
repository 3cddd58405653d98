package durable

import (
	"fmt"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

func stores(t *testing.T) map[string]KV {
	t.Helper()
	db, err := pebble.Open("", &pebble.Options{FS: vfs.NewMem()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return map[string]KV{"memory": &Memory{}, "pebble": Pebble{db}, "prefix": Prefix(&Memory{}, "\xff\xff")}
}

func TestKV(t *testing.T) {
	for name, kv := range stores(t) {
		if _, ok, err := kv.Get([]byte("a")); ok || err != nil {
			t.Fatalf("%s: key in an empty store, %v", name, err)
		}
		if err := kv.Write(Change{[]byte("b"), []byte("2")}, Change{[]byte("a"), []byte{}}, Change{[]byte("c"), []byte("3")}); err != nil {
			t.Fatal(err)
		}
		if v, ok, err := kv.Get([]byte("a")); !ok || len(v) != 0 || err != nil {
			t.Errorf("%s: empty value: %x, %v, %v", name, v, ok, err)
		}
		if got := list(t, kv, "a", nil); got != "a= b=2 c=3 " {
			t.Errorf("%s: all: %s", name, got)
		}
		if got := list(t, kv, "b", []byte("c")); got != "b=2 " {
			t.Errorf("%s: range: %s", name, got)
		}
		if err := kv.Write(Change{Key: []byte("b")}, Change{Key: []byte("unknown")}); err != nil {
			t.Fatal(err)
		}
		if got := list(t, kv, "", nil); got != "a= c=3 " {
			t.Errorf("%s: after deletion: %s", name, got)
		}
	}
}

func list(t *testing.T, kv KV, from string, to []byte) (out string) {
	t.Helper()
	if err := kv.Scan([]byte(from), to, func(k, v []byte) bool { out += fmt.Sprintf("%s=%s ", k, v); return true }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPrefixesAreApart(t *testing.T) {
	base := &Memory{}
	one, two := Prefix(base, "1/"), Prefix(base, "2/")
	if err := one.Write(Change{[]byte("x"), []byte("1")}); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := two.Get([]byte("x")); ok {
		t.Error("a key of another prefix")
	}
	if got := list(t, two, "", nil); got != "" {
		t.Errorf("scan leaves its prefix: %s", got)
	}
	if After([]byte{0xff}) != nil || string(After([]byte{1, 0xff})) != "\x02" {
		t.Error("After")
	}
}

package stf

import (
	"bytes"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

func TestIndex(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	x := index[int]{seed: 5}
	want := make(map[rawKey]*int)
	for range 3000 {
		k := rawKey{uint64(rng.Intn(50)), 0, uint64(rng.Intn(50))}
		if x.find(&k) != want[k] {
			t.Fatalf("%v", k)
		}
		if want[k] == nil {
			want[k] = new(int)
			x.insert(&k, want[k])
		}
	}
	for k, v := range want {
		if x.find(&k) != v {
			t.Fatalf("%v", k)
		}
	}
	h := common.Hash{1, 2, 3, 31: 9}
	if w := rawHash(&h); w.hash() != h {
		t.Error("words do not give the hash back")
	}
	for range 1000 {
		var g common.Hash
		rng.Read(g[:])
		rng.Read(h[rng.Intn(32):])
		if w, v := rawHash(&g), rawHash(&h); w.compare(&v) != bytes.Compare(g[:], h[:]) || w.compare(&w) != 0 {
			t.Fatalf("%x and %x compare wrongly", g, h)
		}
		if copy(h[:], g[:16]); common.BytesToAddress(g[:20]).Cmp(common.BytesToAddress(h[:20])) != compareAddresses(g[:20], h[:20]) {
			t.Fatalf("%x and %x compare wrongly as addresses", g[:20], h[:20])
		}
	}
	a, b := common.Address{0: 1, 19: 2}, common.Address{0: 1, 18: 2}
	if rawAddress(&a) == rawAddress(&b) {
		t.Error("two addresses have the same words")
	}
}

func compareAddresses(x, y []byte) int {
	a, b := common.BytesToAddress(x), common.BytesToAddress(y)
	w, v := rawAddress(&a), rawAddress(&b)
	return w.compare(&v)
}

func FuzzMessageDecoding(f *testing.F) {
	f.Add(append(append(common.Hash{31: 32}.Bytes(), common.Hash{31: 3}.Bytes()...), common.RightPadBytes([]byte("abc"), 32)...))
	f.Add(append(common.Hash{31: 32}.Bytes(), common.Hash{0: 1}.Bytes()...))
	f.Fuzz(func(t *testing.T, data []byte) {
		message, ok := decodeBytes(data)
		if ok && (!bytes.Equal(data[64:64+len(message)], message) || common.BytesToHash(data[32:64]).Big().Uint64() != uint64(len(message))) {
			t.Fatalf("%x: %x", data, message)
		}
	})
}

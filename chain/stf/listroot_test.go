package stf

import (
	"bytes"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
)

type byteLists [][]byte

func (l byteLists) Len() int                           { return len(l) }
func (l byteLists) EncodeIndex(i int, w *bytes.Buffer) { w.Write(l[i]) }

// TestListRoot compares with go-ethereum for lists of every shape of key and for values that are shorter and longer than a hash.
func TestListRoot(t *testing.T) {
	rng := rand.New(rand.NewSource(7))
	for _, n := range []int{0, 1, 2, 3, 15, 16, 17, 18, 31, 100, 126, 127, 128, 129, 130, 200, 255, 256, 257, 300, 4100} {
		for _, most := range []int{2, 40, 700} {
			list := make(byteLists, n)
			for i := range list {
				list[i] = make([]byte, 1+rng.Intn(most))
				rng.Read(list[i])
			}
			want := types.DeriveSha(list, trie.NewListHasher())
			if got := listRoot(n, func(i int) []byte { return list[i] }); got != want {
				t.Errorf("%d values of up to %d bytes: got %v, want %v", n, most, got, want)
			}
		}
	}
	list := byteLists{{1}, {2}}
	swapped := byteLists{{2}, {1}}
	if listRoot(2, func(i int) []byte { return list[i] }) == listRoot(2, func(i int) []byte { return swapped[i] }) {
		t.Error("the order does not matter")
	}
}

func TestReceiptConsensus(t *testing.T) {
	rng := rand.New(rand.NewSource(8))
	for n := range 60 {
		r := &Receipt{Type: byte(n % 3), Status: uint64(n & 1), CumulativeGasUsed: rng.Uint64() >> (n % 64)}
		for range n % 4 {
			l := &types.Log{Data: make([]byte, rng.Intn(100))}
			rng.Read(l.Address[:])
			rng.Read(l.Data)
			if n%5 == 0 {
				l.Data = []byte{byte(n)}
			}
			for range rng.Intn(5) {
				var topic common.Hash
				rng.Read(topic[:])
				l.Topics = append(l.Topics, topic)
			}
			r.Logs = append(r.Logs, l)
		}
		bloomOf(&r.Bloom, r.Logs)
		geth := &types.Receipt{Type: r.Type, Status: r.Status, CumulativeGasUsed: r.CumulativeGasUsed, Logs: r.Logs}
		geth.Bloom = types.CreateBloom(geth)
		want, err := geth.MarshalBinary()
		if got := r.Consensus(); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %x, want %x, %v", got, want, err)
		}
	}
}

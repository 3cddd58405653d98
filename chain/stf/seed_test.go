package stf

import (
	"encoding/binary"
	"math/bits"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

type noState struct{}

func (noState) Account(common.Address) (rollup.Account, error)           { return rollup.EmptyAccount(), nil }
func (noState) Storage(common.Address, common.Hash) (common.Hash, error) { return common.Hash{}, nil }
func (noState) Code(common.Hash) ([]byte, error)                         { return nil, nil }

// colliding is n slot numbers that all have one place in an index with this seed: the last word cancels what the others came to.
func colliding(seed uint64, n int) (keys []rawKey) {
	for i := range n {
		k := rawKey{0, 0, uint64(i)}
		h := seed
		for _, w := range k[:3] {
			hi, lo := bits.Mul64(h^w, 0x9e3779b97f4a7c15)
			h = hi ^ lo
		}
		k[3] = h
		keys = append(keys, k)
	}
	return keys
}

// A contract knows the hashes of past blocks. Under a seed that it can know, it could choose slots that all collide.
func TestNoSeedThatAContractKnows(t *testing.T) {
	cfg := &rollup.ChainConfig{ChainID: 1, Fork: rollup.ForkOsaka, BlockGasLimit: 1e8, MaxGasPerPubdata: 1}
	chain := &rollup.ChainState{LastBlock: 7}
	chain.BlockHashes[rollup.BlockHashWindow-1] = common.Hash{1, 2, 3, 4, 5, 6, 7, 8}
	env := rollup.BlockEnv{Number: 8, GasLimit: 1e8}
	known := binary.LittleEndian.Uint64(chain.BlockHashes[rollup.BlockHashWindow-1][:])
	seeds := []uint64{seedOf([]*rollup.Block{{Env: env, Txs: [][]byte{{1}}}}), seedOf([]*rollup.Block{{Env: env, Txs: [][]byte{{2}}}})}
	for range 2 {
		b, err := NewBuilder(cfg, env, chain, noState{})
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, b.x.db.accounts.seed)
	}
	keys := colliding(known, 1000)
	if n := sharing(known, keys); n != len(keys) {
		t.Fatalf("%d of %d keys collide under the seed that they were chosen for", n, len(keys))
	}
	for i, seed := range seeds {
		if n := sharing(seed, keys); n > 20 {
			t.Errorf("seed %d: %d keys in one place", i, n)
		}
		for _, other := range seeds[:i] {
			if other == seed {
				t.Errorf("seed %d repeats", i)
			}
		}
	}
}

// sharing is the most keys that want one of 4096 places.
func sharing(seed uint64, keys []rawKey) (most int) {
	x := index[slot]{seed: seed}
	places := make(map[uint64]int)
	for i := range keys {
		p := x.position(&keys[i]) & 4095
		places[p]++
		most = max(most, places[p])
	}
	return most
}

package stf_test

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Random blocks on a chain that prices pubdata: the sum of balances never changes, a batch is what its blocks are, and its pubdata leads to its state.
func TestRandomBatches(t *testing.T) {
	included, uncovered := 0, 0
	for seed := range int64(40) {
		w := newWorld(seed)
		cfg := &rollup.ChainConfig{ChainID: 1, Fork: rollup.Fork(1 + seed%3), BlockGasLimit: 60_000_000, MaxGasPerPubdata: 200}
		chain := rollup.ChainState{LastBlock: 9, LastTimestamp: 5}
		before := chain
		env := rollup.BlockEnv{Number: 10, Timestamp: 5, GasLimit: 60_000_000, GasPerPubdata: uint64(seed*7) % 200, Coinbase: w.pool[seed%14], BaseFee: *uint256.NewInt(7)}
		total := supply(w.alloc)
		nonces := make(map[common.Address]uint64)
		pre := w.alloc
		var results []*stf.BlockResult
		for range 3 {
			b, err := stf.NewBuilder(cfg, env, &chain, pre)
			if err != nil {
				t.Fatal(err)
			}
			for range 12 {
				raw, _ := w.transaction(cfg.Fork, nonces).MarshalBinary()
				tx, err := stf.DecodeTx(raw, cfg)
				if err != nil {
					continue
				}
				if r, err := b.Apply(tx); err == nil {
					included++
					if r.Failure == stf.FailurePubdata {
						uncovered++
					}
					nonces[r.From] = tx.Nonce() + 1
				}
			}
			res, err := b.Finish()
			if err != nil {
				t.Fatal(err)
			}
			if pre, err = pre.After(&res.Diff); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if sum := supply(pre); !sum.Eq(total) {
				t.Fatalf("seed %d block %d: sum of balances %s, want %s", seed, env.Number, sum, total)
			}
			for _, key := range w.keys {
				if a := pre[crypto.PubkeyToAddress(key.PublicKey)]; a != nil {
					nonces[crypto.PubkeyToAddress(key.PublicKey)] = a.Nonce
				}
			}
			chain.Push(env.Number, env.Timestamp, res.Hash)
			env.Number++
			results = append(results, res)
		}
		batch, err := stf.ExecuteBatch(cfg, &before, w.alloc, blocksOf(results))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for i := range results {
			results[i] = withoutDiff(results[i])
		}
		if !reflect.DeepEqual(batch.Blocks, results) || batch.After != chain {
			t.Fatalf("seed %d: batch differs from its blocks", seed)
		}
		encoded := batch.Pubdata.Encode()
		decoded, err := rollup.DecodePubdata(encoded, w.alloc)
		if err != nil || !bytes.Equal(decoded.Encode(), encoded) {
			t.Fatalf("seed %d: pubdata: %v", seed, err)
		}
		if post, err := w.alloc.After(&decoded.Diff); err != nil || !reflect.DeepEqual(post, pre) {
			t.Fatalf("seed %d: pubdata leads to another state (%v)", seed, err)
		}
	}
	t.Logf("%d transactions, %d with uncovered pubdata", included, uncovered)
	if included < 500 || uncovered < 20 {
		t.Error("too few cases of a kind")
	}
}

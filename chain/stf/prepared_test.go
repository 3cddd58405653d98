package stf_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// prepare prepares a block in pieces, each at the same time as the others.
func prepare(cfg *rollup.ChainConfig, b *rollup.Block, piece int) *stf.Prepared {
	p := stf.Prepare(cfg, b)
	var wg sync.WaitGroup
	for first := 0; first < len(b.Txs); first += piece {
		wg.Go(func() { p.Do(first, min(first+piece, len(b.Txs))) })
	}
	wg.Wait()
	return p
}

func TestPreparedBlocks(t *testing.T) {
	c := newTestChain()
	post, chain := c.alloc, c.chain
	for i, r := range threeBlocks(t, c) {
		got, err := prepare(&c.cfg, r.Block, 1+i).Execute(&chain, post)
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("block %d differs from the one built (%v)", i, err)
		}
		if post, err = post.After(&r.Diff); err != nil {
			t.Fatal(err)
		}
		chain.Push(r.Block.Env.Number, r.Block.Env.Timestamp, r.Hash)
	}
}

// A block that ExecuteBlock refuses is refused with the same words when it was prepared.
func TestPreparedRejects(t *testing.T) {
	c := newTestChain()
	good := threeBlocks(t, c)[0].Block
	legacy := types.MustSignNewTx(alice, types.HomesteadSigner{}, &types.LegacyTx{Nonce: 1, Gas: 21_000, GasPrice: big.NewInt(1e10), To: &storer})
	unsigned, err := types.NewTx(&types.LegacyTx{Nonce: 1, Gas: 21_000, GasPrice: big.NewInt(1e10), To: &storer, V: big.NewInt(27), R: big.NewInt(5), S: big.NewInt(1)}).MarshalBinary() // 5 is no point's x
	if err != nil {
		t.Fatal(err)
	}
	raw, err := legacy.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		b := *good
		b.Txs = append([][]byte(nil), good.Txs...)
		at := random.IntN(len(b.Txs))
		switch tx := append([]byte(nil), b.Txs[at]...); i % 6 {
		case 0:
			tx[random.IntN(len(tx))] ^= byte(1 << random.IntN(8))
			b.Txs[at] = tx
		case 1:
			b.Txs[at] = tx[:random.IntN(len(tx))]
		case 2:
			b.Txs = append(b.Txs, b.Txs[at])
		case 3:
			b.Txs[at] = unsigned
		case 4:
			b.Txs[at] = raw
		case 5:
			b.Env.Timestamp = 1
		}
		want, wantErr := stf.ExecuteBlock(&c.cfg, &c.chain, c.alloc, &b)
		got, err := prepare(&c.cfg, &b, 1+i%4).Execute(&c.chain, c.alloc)
		if !reflect.DeepEqual(got, want) || (err == nil) != (wantErr == nil) || (err != nil && err.Error() != wantErr.Error()) || errors.Is(err, stf.ErrInvalidBlock) != errors.Is(wantErr, stf.ErrInvalidBlock) {
			t.Errorf("case %d: %v, without preparation %v", i, err, wantErr)
		}
	}
}

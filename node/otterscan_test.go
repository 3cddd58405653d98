package node_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/rpc"
)

// search gives the transactions of an address, newest first, as soon as the index has all blocks.
func (c *apiChain) search(address common.Address) (hashes []common.Hash) {
	c.Helper()
	out := c.until(func(json.RawMessage) bool { return true }, "ots_searchTransactionsBefore", address, 0, 25)
	var found struct{ Txs []struct{ Hash common.Hash } }
	if err := json.Unmarshal(out, &found); err != nil {
		c.Fatal(err)
	}
	for _, tx := range found.Txs {
		hashes = append(hashes, tx.Hash)
	}
	return hashes
}

// TestOtterscan searches a chain that was there before the index, goes on with new blocks, and again after the power failed: what was not on the disk is made once more.
func TestOtterscan(t *testing.T) {
	c := newAPIChain(t)
	on := func(cfg *rpc.Config) { cfg.Otterscan = true }
	end := c.serve(on)
	second := c.blocks[1].Receipts
	want := []common.Hash{second[4].TxHash, second[3].TxHash, second[1].TxHash}
	if got := c.search(apiContract); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := c.search(apiPlain); !slices.Equal(got, []common.Hash{second[0].TxHash}) {
		t.Error(got)
	}
	send := func() {
		t.Helper()
		raw := c.signed(&types.LegacyTx{Nonce: c.nonce, GasPrice: big.NewInt(1e10), Gas: 100_000, To: &apiContract, Data: common.LeftPadBytes([]byte{8}, 32)})
		c.nonce++
		out, err := c.call("eth_sendRawTransactionSync", hexutil.Bytes(raw))
		var r struct{ TransactionHash common.Hash }
		if err == nil {
			err = json.Unmarshal(out, &r)
		}
		if err != nil {
			t.Fatal(err)
		}
		want = append([]common.Hash{r.TransactionHash}, want...)
	}
	send()
	if got := c.search(apiContract); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	send()
	after := c.fs.CrashClone(vfs.CrashCloneCfg{}) // only what was synced
	end()
	c.open(after)
	defer c.serve(on)()
	if got := c.search(apiContract); !slices.Equal(got, want) {
		t.Errorf("after the crash: %v, want %v", got, want)
	}
	send()
	if got := c.search(apiContract); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestOtterscanCost says what the index takes on the disk and how fast it is made, for transfers of ether and for calls that emit a log.
func TestOtterscanCost(t *testing.T) {
	const blocks, inBlock = 8, 250
	for _, kind := range []struct {
		name string
		tx   func(to common.Address, nonce uint64) *types.LegacyTx
	}{
		{"ETH transfers", func(to common.Address, nonce uint64) *types.LegacyTx {
			return &types.LegacyTx{Nonce: nonce, GasPrice: big.NewInt(1e10), Gas: 50_000, To: &to, Value: big.NewInt(1)}
		}},
		{"calls", func(_ common.Address, nonce uint64) *types.LegacyTx {
			return &types.LegacyTx{Nonce: nonce, GasPrice: big.NewInt(1e10), Gas: 100_000, To: &apiContract, Data: common.LeftPadBytes([]byte{byte(nonce), byte(nonce >> 8)}, 32)}
		}},
	} {
		c := newAPIChain(t)
		for range blocks {
			raws := make([][]byte, inBlock)
			for i := range raws {
				raws[i] = c.signed(kind.tx(common.BigToAddress(crypto.Keccak256Hash(binary.BigEndian.AppendUint64(nil, c.nonce)).Big()), c.nonce))
				c.nonce++
			}
			c.block(raws...)
		}
		start := time.Now()
		end := c.serve(func(cfg *rpc.Config) { cfg.Otterscan = true })
		c.search(apiUser)
		took := time.Since(start)
		prefix := []byte("k\x0bappearances")
		after := append(bytes.Clone(prefix[:len(prefix)-1]), prefix[len(prefix)-1]+1)
		if err := errors.Join(c.store.DB().Flush(), c.store.DB().Compact(t.Context(), prefix, after, false)); err != nil {
			t.Fatal(err)
		}
		size, err := c.store.DB().EstimateDiskUsage(prefix, after)
		if err != nil {
			t.Fatal(err)
		}
		perTx := size / (blocks * inBlock)
		t.Logf("%s: %d bytes a transaction on the disk, %.0f transactions per second", kind.name, perTx, blocks*inBlock/took.Seconds())
		if perTx == 0 || perTx > 200 {
			t.Errorf("%s: %d bytes a transaction", kind.name, perTx)
		}
		end()
	}
}

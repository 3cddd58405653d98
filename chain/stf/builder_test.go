package stf_test

import (
	"bytes"
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

func TestTransfer(t *testing.T) {
	c := newTestChain()
	b := c.builder(t)
	r := mustApply(t, b, c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Value: big.NewInt(256)}))
	// Sender: header 25, nonce 0 to 1: 2, balance eth less 50,000·1007 + 256 = 50,350,256: a subtraction of 4 bytes: 5. Recipient: header 25, balance 256: 3.
	const bytes = 25 + 2 + 5 + 25 + 3
	if r.Status != 1 || r.PubdataBytes != bytes || r.PubdataGas != 100*bytes || r.GasUsed != 21_000+100*bytes || r.EffectiveGasPrice.Uint64() != 1007 {
		t.Fatalf("%+v", r)
	}
	res, post := c.finish(t, b)
	if got, want := balance(post, aliceAddress), eth-256-r.GasUsed*1007; got != want {
		t.Errorf("sender has %d, want %d", got, want)
	}
	if got, want := balance(post, feeRecipient), r.GasUsed*1007; got != want {
		t.Errorf("fee recipient has %d, want the whole fee %d", got, want)
	}
	h := res.Header
	if h.GasUsed != r.GasUsed || h.Root != (common.Hash{}) || h.Number.Uint64() != 6 || h.ParentHash != c.chain.BlockHashes[255] || res.Hash != h.Hash() || res.PubdataBytes != bytes {
		t.Errorf("header %+v", h)
	}
	if per, err := rollup.GasPerPubdataOfExtra(h.Extra); err != nil || per != 100 {
		t.Errorf("extra data %x", h.Extra)
	}
}

// The gas limit is exact to the unit: one less, and everything but nonce and fee is reverted.
func TestPubdataGasIsExact(t *testing.T) {
	c := newTestChain()
	tx := types.DynamicFeeTx{To: &storer, Gas: 1_000_000, Data: storeData(5, 1000)}
	enough := mustApply(t, c.builder(t), c.sign(alice, tx))
	// Sender 25 + 2 + balance; the fee is gas limit times price, whose length is 4 bytes for all limits here. Slot 5 = 1000: 2 + 3.
	if want := uint64(25 + 2 + 5 + 25 + 2 + 3); enough.PubdataBytes != want || enough.Status != 1 {
		t.Fatalf("%d pubdata bytes, want %d: %+v", enough.PubdataBytes, want, enough)
	}
	tx.Gas = enough.GasUsed
	b := c.builder(t)
	if r := mustApply(t, b, c.sign(alice, tx)); r.Status != 1 || r.GasUsed != tx.Gas {
		t.Errorf("with exactly the gas: %+v", r)
	}
	if _, post := c.finish(t, b); post[storer].Storage[common.Hash{31: 5}] != (common.Hash{30: 3, 31: 0xe8}) {
		t.Error("the value is not there")
	}
	tx.Gas--
	b = c.builder(t)
	r := mustApply(t, b, c.sign(alice, tx))
	if r.Status != 0 || r.Failure != stf.FailurePubdata || r.GasUsed != tx.Gas || r.PubdataBytes != 25+2+5 || r.PubdataGas+executionOf(enough) != tx.Gas {
		t.Errorf("with one less: %+v", r)
	}
	_, post := c.finish(t, b)
	if len(post[storer].Storage) != 0 || post[aliceAddress].Nonce != 1 || balance(post, aliceAddress) != eth-tx.Gas*1007 {
		t.Errorf("not reverted: %+v", post[aliceAddress])
	}
}

func executionOf(r *stf.Receipt) uint64 { return r.GasUsed - r.PubdataGas }

func TestPubdataFailureKeepsEarlierReason(t *testing.T) {
	c := newTestChain()
	r := mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &looper, Gas: 100_000}))
	if r.Status != 0 || r.Failure != "out of gas" || r.GasUsed != 100_000 {
		t.Errorf("%+v", r)
	}
	revert := mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &reverter, Gas: 100_000, Data: storeData(1, 2)}))
	if revert.Status != 0 || revert.Failure != "execution reverted" || revert.PubdataBytes != 25+2+5 {
		t.Errorf("%+v", revert)
	}
}

// From Osaka on execution gets 2^24 gas; what a gas limit has above that only pays for pubdata.
func TestGasLimitAboveExecutionCap(t *testing.T) {
	c := newTestChain()
	const limit = params.MaxTxGas + 5_000_000
	r := mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &looper, Gas: limit}))
	if r.Failure != "out of gas" || executionOf(r) != params.MaxTxGas || r.PubdataBytes == 0 || r.PubdataGas != 100*r.PubdataBytes {
		t.Errorf("%+v", r)
	}
	c.env.GasPerPubdata = 0
	if _, err := c.builder(t).Apply(c.sign(alice, types.DynamicFeeTx{To: &looper, Gas: params.MaxTxGas + 1})); !errors.Is(err, stf.ErrGasLimitTooHigh) {
		t.Errorf("without a pubdata price: %v", err)
	}
	c.cfg.Fork = rollup.ForkPrague
	if r := mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &looper, Gas: limit})); r.GasUsed != limit {
		t.Errorf("before Osaka: %+v", r)
	}
}

func TestRefusals(t *testing.T) {
	c := newTestChain()
	code := bytes.Repeat([]byte{0}, params.MaxInitCodeSize+1)
	contractKey, contract := testKey("contract")
	c.alloc[contract] = c.alloc[storer]
	maxed := *c.alloc[bobAddress]
	maxed.Nonce = ^uint64(0)
	maxedKey, maxedAddress := testKey("maxed")
	c.alloc[maxedAddress] = &maxed
	poorKey, _ := testKey("poor")
	reference := mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Value: big.NewInt(1)}))
	for name, f := range map[string]struct {
		tx   *stf.Tx
		want error
	}{
		"nonce too high":   {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Nonce: 1}), stf.ErrNonceTooHigh},
		"nonce at its max": {c.sign(maxedKey, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Nonce: ^uint64(0)}), stf.ErrNonceMax},
		"nonce too low":    {c.sign(maxedKey, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Nonce: 3}), stf.ErrNonceTooLow},
		"sender is code":   {c.sign(contractKey, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Nonce: 1}), stf.ErrSenderNoEOA},
		"tip above cap":    {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, GasFeeCap: big.NewInt(2000), GasTipCap: big.NewInt(2001)}), stf.ErrTipAboveFeeCap},
		"cap below base":   {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, GasFeeCap: big.NewInt(999), GasTipCap: new(big.Int)}), stf.ErrFeeCapTooLow},
		"init code":        {c.sign(alice, types.DynamicFeeTx{Gas: 10_000_000, Data: code}), stf.ErrMaxInitCodeSize},
		"block gas":        {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 60_000_001}), stf.ErrGasLimitReached},
		"no funds":         {c.sign(poorKey, types.DynamicFeeTx{To: &nobody, Gas: 50_000}), stf.ErrInsufficientFunds},
		"value too high":   {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Value: big.NewInt(eth)}), stf.ErrInsufficientFunds},
		"fee overflows":    {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, GasFeeCap: new(uint256.Int).SetAllOne().ToBig(), GasTipCap: new(big.Int)}), stf.ErrInsufficientFunds},
		"intrinsic gas":    {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 20_999}), stf.ErrIntrinsicGas},
		"creation gas":     {c.sign(alice, types.DynamicFeeTx{Gas: 52_999}), stf.ErrIntrinsicGas},
		"floor":            {c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 40_000, Data: bytes.Repeat([]byte{1}, 1000)}), stf.ErrFloorDataGas},
	} {
		b := c.builder(t)
		before := snapshot(b)
		if r, err := b.Apply(f.tx); !errors.Is(err, f.want) || r != nil {
			t.Errorf("%s: %v, want %v", name, err, f.want)
		}
		if snapshot(b) != before {
			t.Errorf("%s: builder changed", name)
		}
		r := mustApply(t, b, c.sign(alice, types.DynamicFeeTx{To: &nobody, Gas: 50_000, Value: big.NewInt(1)}))
		if !reflect.DeepEqual(r, reference) {
			t.Errorf("%s: next receipt differs", name)
		}
	}
}

func TestEnvRejects(t *testing.T) {
	for name, change := range map[string]func(*rollup.BlockEnv){
		"number": func(e *rollup.BlockEnv) { e.Number++ }, "number zero": func(e *rollup.BlockEnv) { e.Number = 0 }, "time": func(e *rollup.BlockEnv) { e.Timestamp-- },
		"gas limit": func(e *rollup.BlockEnv) { e.GasLimit++ }, "pubdata price": func(e *rollup.BlockEnv) { e.GasPerPubdata = 1001 },
	} {
		c := newTestChain()
		change(&c.env)
		if _, err := stf.NewBuilder(&c.cfg, c.env, &c.chain, c.alloc); !errors.Is(err, stf.ErrInvalidBlock) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := stf.ExecuteBlock(&c.cfg, &c.chain, c.alloc, &rollup.Block{Env: c.env}); !errors.Is(err, stf.ErrInvalidBlock) {
			t.Errorf("%s: block: %v", name, err)
		}
	}
}

// On a chain that prices pubdata destroyed wei returns to the base token's holder; on a plain one it is gone, like the base fee.
func TestDestroyedWei(t *testing.T) {
	for _, plain := range []bool{false, true} {
		c := newTestChain()
		if plain {
			c.cfg.MaxGasPerPubdata, c.env.GasPerPubdata = 0, 0
		}
		b := c.builder(t)
		r := mustApply(t, b, c.sign(alice, types.DynamicFeeTx{To: &burner, Gas: 500_000, Value: big.NewInt(12345)}))
		if r.Status != 1 {
			t.Fatalf("%+v", r)
		}
		_, post := c.finish(t, b)
		lost := new(uint256.Int).Sub(rollup.BaseTokenSupply(), supply(post)).Uint64()
		held := new(uint256.Int).Sub(&post[rollup.L2BaseTokenAddress].Balance, &c.alloc[rollup.L2BaseTokenAddress].Balance).Uint64()
		wantLost, wantHeld := uint64(0), uint64(12345)
		if plain {
			wantLost, wantHeld = 12345+r.GasUsed*1000, 0
		}
		if lost != wantLost || held != wantHeld || balance(post, burner) != 0 {
			t.Errorf("plain %v: lost %d, held %d; want %d, %d", plain, lost, held, wantLost, wantHeld)
		}
	}
}

func TestHistoryContract(t *testing.T) {
	c := newTestChain()
	c.alloc[params.HistoryStorageAddress] = &allocAccount{Nonce: 1, Code: params.HistoryStorageCode}
	res, post := c.finish(t, c.builder(t))
	if got := post[params.HistoryStorageAddress].Storage[common.Hash{31: 5}]; got != c.chain.BlockHashes[255] || len(res.Diff.Accounts) != 1 {
		t.Errorf("stored %x", got)
	}
	c.cfg.Fork = rollup.ForkCancun
	if res, _ := c.finish(t, c.builder(t)); len(res.Diff.Accounts) != 0 {
		t.Error("stored before Prague")
	}
}

func TestStateErrorIsPassedOn(t *testing.T) {
	c := newTestChain()
	broken := errors.New("disk on fire")
	b, err := stf.NewBuilder(&c.cfg, c.env, &c.chain, brokenState{c.alloc, broken})
	if err != nil {
		t.Fatal(err)
	}
	tx := c.sign(alice, types.DynamicFeeTx{To: &storer, Gas: 100_000, Data: storeData(1, 1)})
	for range 2 {
		if _, err := b.Apply(tx); !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
	}
	if _, err := b.Finish(); !errors.Is(err, broken) {
		t.Errorf("finish: %v", err)
	}
	if _, err := stf.ExecuteBlock(&c.cfg, &c.chain, brokenState{c.alloc, broken}, &rollup.Block{Env: c.env, Txs: [][]byte{tx.Raw()}}); !errors.Is(err, broken) || errors.Is(err, stf.ErrInvalidBlock) {
		t.Errorf("block: %v", err)
	}
}

// brokenState fails on storage.
type brokenState struct {
	stf.State
	err error
}

func (s brokenState) Storage(common.Address, common.Hash) (common.Hash, error) {
	return common.Hash{}, s.err
}

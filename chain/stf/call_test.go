package stf_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/tracers"
	"github.com/ethereum/go-ethereum/eth/tracers/logger"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

func TestCall(t *testing.T) {
	c := newTestChain()
	call := func(msg stf.CallMsg, opts stf.CallOptions) (*stf.Receipt, error) {
		return stf.Call(&c.cfg, c.env, &c.chain, c.alloc, &msg, opts)
	}
	free := stf.CallOptions{NoBaseFee: true}
	r, err := call(stf.CallMsg{From: nobody, To: &storer, Gas: 1_000_000, Data: storeData(1, 2)}, free)
	if err != nil || r.Status != 1 || r.PubdataGas != 100*r.PubdataBytes || r.PubdataBytes != 25+2+25+2+2 {
		t.Fatalf("%+v %v", r, err)
	}
	if x, _ := c.alloc.Storage(storer, common.Hash{31: 1}); x != (common.Hash{}) {
		t.Error("the call changed the state")
	}
	enough := r.GasUsed
	if r, err = call(stf.CallMsg{From: nobody, To: &reverter, Gas: 1_000_000}, free); err != nil || r.Status != 0 || r.Failure != "execution reverted" {
		t.Errorf("%+v %v", r, err)
	}
	if r, err = call(stf.CallMsg{From: nobody, To: &storer, Gas: enough - 1, Data: storeData(1, 2)}, free); err != nil || r.Failure != stf.FailurePubdata {
		t.Errorf("%+v %v", r, err)
	}
	if _, err = call(stf.CallMsg{From: nobody, To: &storer, Gas: 1_000_000}, stf.CallOptions{}); !errors.Is(err, stf.ErrFeeCapTooLow) {
		t.Errorf("free call with a base fee: %v", err)
	}
	if _, err = call(stf.CallMsg{From: nobody, To: &storer, Gas: 1_000_000, Value: uint256.NewInt(1)}, free); !errors.Is(err, stf.ErrInsufficientFunds) {
		t.Errorf("value without funds: %v", err)
	}
	fee := common.FromHex("485f5260205ff3") // returns BASEFEE
	shown := stf.CallOptions{NoBaseFee: true, Overrides: map[common.Address]stf.Override{storer: {Code: &fee}}}
	if r, err = call(stf.CallMsg{From: nobody, To: &storer, Gas: 100_000}, shown); err != nil || new(big.Int).SetBytes(r.ReturnData).Sign() != 0 {
		t.Errorf("base fee of a free call: %+v %v", r, err)
	}
	paid := stf.CallMsg{From: aliceAddress, To: &storer, Gas: 100_000, GasFeeCap: uint256.NewInt(2000)}
	if r, err = call(paid, shown); err != nil || new(big.Int).SetBytes(r.ReturnData).Uint64() != 1000 || r.EffectiveGasPrice.Uint64() != 1000 {
		t.Errorf("base fee of a paid call: %+v %v", r, err)
	}
	wrong := uint64(7)
	if _, err = call(stf.CallMsg{From: aliceAddress, To: &storer, Gas: 1_000_000, Nonce: &wrong}, free); !errors.Is(err, stf.ErrNonceTooHigh) {
		t.Errorf("nonce: %v", err)
	}
	if r, err = call(stf.CallMsg{From: nobody, Gas: 1_000_000, Data: common.FromHex("6460203560005f526005601bf3")}, free); err != nil || r.Status != 1 || len(r.ReturnData) != 5 {
		t.Errorf("creation: %+v %v", r, err)
	}
	if r, err = call(stf.CallMsg{From: nobody, To: &looper, Gas: 1 << 25}, free); err != nil || executionOf(r) != 1<<25 {
		t.Errorf("above EIP-7825's cap: %+v %v", r, err)
	}
}

func TestCallCancel(t *testing.T) {
	c := newTestChain()
	r, err := stf.Call(&c.cfg, c.env, &c.chain, c.alloc, &stf.CallMsg{From: nobody, To: &looper, Gas: 1 << 50}, stf.CallOptions{NoBaseFee: true, OnStart: func(cancel func()) { cancel() }})
	if err != nil || r.Status != 1 || r.GasUsed > 1<<20 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestOverrides(t *testing.T) {
	c := newTestChain()
	c.alloc[storer].Storage = map[common.Hash]common.Hash{{31: 1}: {31: 1}, {31: 2}: {31: 2}}
	code := common.FromHex("600154600254016000525f5ff3")           // nothing is returned
	code = common.FromHex("600154600254015f5260205ff3")            // return slot 1 + slot 2
	nonce, rich := uint64(9), new(big.Int).Lsh(big.NewInt(1), 300) // clipped to 2^256 - 1
	one, ten := common.Hash{31: 1}, common.Hash{31: 10}
	for name, x := range map[string]struct {
		override stf.Override
		want     byte
	}{
		"code":      {stf.Override{Code: &code, Nonce: &nonce, Balance: rich}, 3},
		"state":     {stf.Override{Code: &code, State: map[common.Hash]common.Hash{one: ten}}, 10},
		"stateDiff": {stf.Override{Code: &code, StateDiff: map[common.Hash]common.Hash{one: ten}}, 12},
	} {
		r, err := stf.Call(&c.cfg, c.env, &c.chain, c.alloc, &stf.CallMsg{From: nobody, To: &storer, Gas: 1_000_000}, stf.CallOptions{NoBaseFee: true, Overrides: map[common.Address]stf.Override{storer: x.override}})
		if err != nil || len(r.ReturnData) != 32 || r.ReturnData[31] != x.want {
			t.Errorf("%s: %+v %v", name, r, err)
		}
	}
	pre, err := stf.WithOverrides(c.alloc, map[common.Address]stf.Override{storer: {Nonce: &nonce, Balance: rich}})
	if err != nil {
		t.Fatal(err)
	}
	if a, err := pre.Account(storer); err != nil || a.Nonce != 9 || !a.Balance.Eq(new(uint256.Int).SetAllOne()) || int(a.CodeLen) != len(storeCode) {
		t.Errorf("%+v %v", a, err)
	}
}

// go-ethereum's tracers run on blocks and calls.
func TestTracers(t *testing.T) {
	c := newTestChain()
	messenger := rollup.L1MessengerAddress
	op := deposit(3)
	op.To, op.Data = messenger, []byte("traced")
	for name, want := range map[string]string{
		"callTracer":     `"logs"`,
		"prestateTracer": strings.ToLower(messenger.Hex()),
		"4byteTracer":    "{",
	} {
		for what, tx := range map[string]*stf.Tx{"ordinary": c.sign(alice, types.DynamicFeeTx{To: &messenger, Gas: 300_000, Data: []byte("traced")}), "operation": c.operation(t, op)} {
			geth, err := tx.Geth()
			if err != nil {
				t.Fatal(err)
			}
			tracer, err := tracers.DefaultDirectory.New(name, &tracers.Context{TxHash: geth.Hash()}, json.RawMessage(`{"withLog":true}`), c.cfg.EVM())
			if err != nil {
				t.Fatal(err)
			}
			b := c.builder(t)
			b.SetTracer(tracer.Hooks)
			plain := mustApply(t, c.builder(t), tx)
			if r := mustApply(t, b, tx); r.GasUsed != plain.GasUsed {
				t.Errorf("%s, %s: tracing changed the gas", name, what)
			}
			out, err := tracer.GetResult()
			if err != nil || !strings.Contains(string(out), want) {
				t.Errorf("%s, %s: %s %v", name, what, out, err)
			}
		}
	}
	structs := logger.NewStructLogger(nil)
	if _, err := stf.Call(&c.cfg, c.env, &c.chain, c.alloc, &stf.CallMsg{From: nobody, To: &storer, Gas: 300_000, Data: storeData(1, 1)}, stf.CallOptions{NoBaseFee: true, Tracer: structs.Hooks()}); err != nil {
		t.Fatal(err)
	}
	if out, err := structs.GetResult(); err != nil || strings.Count(string(out), `"pc"`) != 6 {
		t.Errorf("%s %v", out, err)
	}
}

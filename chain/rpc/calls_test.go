package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

func (c *fakeChain) answer(r *Receipt, err error) (seen *CallMsg, at *Position) {
	seen, at = new(CallMsg), new(Position)
	c.call = func(_ context.Context, p *Position, m *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
		*seen, *at = *m, *p
		return r, err
	}
	return seen, at
}

// revertData is Error("no").
func revertData() []byte {
	data := append(crypto.Keccak256([]byte("Error(string)"))[:4], common.LeftPadBytes([]byte{32}, 32)...)
	return append(append(data, common.LeftPadBytes([]byte{2}, 32)...), common.RightPadBytes([]byte("no"), 32)...)
}

func TestCall(t *testing.T) {
	f := start(t, nil)
	seen, at := f.answer(&Receipt{Status: 1, ReturnData: []byte{7}}, nil)
	got, err := f.eth.CallContract(context.Background(), ethereum.CallMsg{From: testUser, To: &testToken, Data: []byte{1}, Value: big.NewInt(5), GasPrice: big.NewInt(6)}, big.NewInt(2))
	if err != nil || len(got) != 1 || got[0] != 7 {
		t.Fatal(got, err)
	}
	if seen.From != testUser || *seen.To != testToken || seen.Value.Uint64() != 5 || seen.GasFeeCap.Uint64() != 6 || seen.TipCap.Uint64() != 6 || seen.Gas != f.server.api.cfg.CallGas || seen.Priority {
		t.Errorf("%+v", seen)
	}
	if at.Env.Number != 2 || at.Env.GasPerPubdata != testPubdata || at.Chain.LastBlock != 1 || at.Env.BaseFee.Uint64() != testBaseFee {
		t.Errorf("%+v", at.Env)
	}
	if _, err := f.eth.PendingCallContract(context.Background(), ethereum.CallMsg{To: &testToken}); err != nil || at.Env.Number != 5 || at.Chain.LastBlock != 4 {
		t.Error(at.Env.Number, err)
	}
	get[string](t, f, "eth_call", map[string]any{"to": testToken, "gas": "0x5208", "data": "0x01", "input": "0x01"})
	if seen.Gas != 21000 {
		t.Error(seen.Gas)
	}
}

func TestCallRefuses(t *testing.T) {
	f := start(t, func(c *Config) { c.CallTimeout = 20 * time.Millisecond })
	to := map[string]any{"to": testToken}
	f.answer(&Receipt{Failure: "execution reverted", ReturnData: revertData()}, nil)
	refuse(t, f, 3, "execution reverted: no", "eth_call", to, "latest")
	var data any
	err := f.http.Call(&data, "eth_call", to)
	if de := (gethrpc.DataError)(nil); !errors.As(err, &de) || de.ErrorData() != hexutil.Encode(revertData()) {
		t.Error("revert data:", err)
	}
	f.answer(&Receipt{Failure: "execution reverted"}, nil)
	refuse(t, f, 3, "execution reverted", "eth_call", to)
	f.answer(&Receipt{Failure: "out of gas: pubdata"}, nil)
	refuse(t, f, -32000, "out of gas: pubdata", "eth_call", to)
	f.answer(nil, fmt.Errorf("%w: address 0x00 have 1 want 2", stf.ErrInsufficientFunds))
	refuse(t, f, -32000, "err: insufficient funds for gas * price + value: address 0x00 have 1 want 2 (supplied gas 50000000)", "eth_call", to)
	refuse(t, f, -32000, "header not found", "eth_call", to, "0x63")
	for text, args := range map[string]map[string]any{
		"both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified": {"gasPrice": "0x1", "maxFeePerGas": "0x1"},
		"chainId does not match node's (have=1, want=271)":                   {"chainId": "0x1"},
	} {
		refuse(t, f, -32000, text, "eth_call", args)
	}
	refuse(t, f, codeUnsupported, "blob transactions are not supported", "eth_call", map[string]any{"to": testToken, "blobVersionedHashes": []common.Hash{{1}}})
	refuse(t, f, -32000, "blob transaction of type create", "eth_call", map[string]any{"blobVersionedHashes": []common.Hash{{1}}})
	refuse(t, f, -32000, "maxFeePerBlobGas specified without blobVersionedHashes", "eth_call", map[string]any{"to": testToken, "maxFeePerBlobGas": "0x1"})
	refuse(t, f, codeUnsupported, "paymasters and custom signatures are not supported: accounts are Ethereum's", "eth_call",
		map[string]any{"eip712Meta": map[string]any{"paymasterParams": map[string]any{"paymaster": testToken}}})
	refuse(t, f, codeUnsupported, "factory dependencies are not supported: deploy with an ordinary contract creation", "eth_call",
		map[string]any{"eip712Meta": map[string]any{"factoryDeps": [][]int{{1}}}})
	f.call = func(ctx context.Context, _ *Position, _ *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	refuse(t, f, -32000, "execution aborted (timeout = 20ms)", "eth_call", to)
}

func TestOverrides(t *testing.T) {
	f := start(t, nil)
	_, at := f.answer(&Receipt{Status: 1}, nil)
	code := hexutil.Bytes{1, 2, 3}
	get[string](t, f, "eth_call", map[string]any{}, "latest", map[string]any{
		testUser.Hex():  map[string]any{"nonce": "0x9", "balance": "0x8", "code": code, "stateDiff": map[string]any{common.Hash{31: 2}.Hex(): common.Hash{31: 3}}},
		testToken.Hex(): map[string]any{"state": map[string]any{common.Hash{31: 2}.Hex(): common.Hash{31: 4}}},
	}, map[string]any{"number": "0x64", "time": "0x65", "gasLimit": "0x66", "feeRecipient": testToken, "prevRandao": common.Hash{5}, "baseFeePerGas": "0x67", "gasPerPubdata": "0x68"})
	user, err := at.State.Account(testUser)
	if err != nil || user.Nonce != 9 || user.Balance.Uint64() != 8 || user.CodeHash != crypto.Keccak256Hash(code) || user.CodeLen != 3 {
		t.Error(user, err)
	}
	if got, err := at.State.Code(user.CodeHash); err != nil || string(got) != string(code) {
		t.Error(got, err)
	}
	for _, c := range []struct {
		address common.Address
		slot    byte
		want    byte
	}{{testUser, 2, 3}, {testToken, 2, 4}, {testToken, 1, 0}} {
		if v, err := at.State.Storage(c.address, common.Hash{31: c.slot}); err != nil || v[31] != c.want {
			t.Errorf("%+v: %v %v", c, v, err)
		}
	}
	env := rollup.BlockEnv{Number: 100, Timestamp: 101, GasLimit: 102, GasPerPubdata: 104, Coinbase: testToken, PrevRandao: common.Hash{5}}
	env.BaseFee.SetUint64(103)
	if at.Env != env {
		t.Errorf("%+v", at.Env)
	}
	refuse(t, f, -32000, "account "+testUser.Hex()+" has both 'state' and 'stateDiff'", "eth_call", map[string]any{}, "latest",
		map[string]any{testUser.Hex(): map[string]any{"state": map[string]any{}, "stateDiff": map[string]any{}}})
	refuse(t, f, -32000, "account "+testUser.Hex()+" is not a precompile", "eth_call", map[string]any{}, "latest",
		map[string]any{testUser.Hex(): map[string]any{"movePrecompileToAddress": testToken}})
	identity := common.Address{19: 4}
	get[string](t, f, "eth_call", map[string]any{}, "latest", map[string]any{identity.Hex(): map[string]any{"movePrecompileToAddress": testUser}})
	if to := at.Precompiles[identity]; to == nil || *to != testUser {
		t.Error(at.Precompiles)
	}
}

// gasModel is a transaction that fails below need gas of execution or when its pubdata is not paid for; used is what it uses of need.
func (c *fakeChain) gasModel(used, need, pubdataBytes uint64) {
	c.call = func(_ context.Context, at *Position, m *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
		price := at.Env.GasPerPubdata
		if m.Priority {
			price = min(price, m.GasPerPubdataLimit)
		}
		pubdata := pubdataBytes * price
		switch {
		case m.Gas < 21000:
			return nil, stf.ErrIntrinsicGas
		case m.Gas < need:
			return &Receipt{GasUsed: m.Gas, Failure: "out of gas"}, nil
		case m.Gas < used+pubdata:
			return &Receipt{GasUsed: m.Gas, Failure: stf.FailurePubdata}, nil
		}
		return &Receipt{Status: 1, GasUsed: used + pubdata, PubdataGas: pubdata, PubdataBytes: pubdataBytes}, nil
	}
}

func TestEstimateGas(t *testing.T) {
	f := start(t, nil)
	ctx := context.Background()
	for _, m := range []struct{ used, need, bytes uint64 }{{21000, 21000, 0}, {40_000, 40_000, 100}, {100_000, 400_000, 10}, {1_000_000, 1_010_000, 4000}} {
		f.gasModel(m.used, m.need, m.bytes)
		got, err := f.eth.EstimateGas(ctx, ethereum.CallMsg{From: testUser, To: &testToken})
		least := max(m.need, m.used+m.bytes*testPubdata)
		margin := m.bytes * f.server.api.rise(testPubdata)
		if err != nil || got < least+margin || got > (least+margin)*103/100 {
			t.Errorf("%+v: %d %v, least is %d and margin %d", m, got, err, least, margin)
		}
	}
	for price, want := range map[uint64]uint64{0: 0, 1: 3, 5: 3, 6: 3, 7: 4, testPubdata: testPubdata / 2, 801: 401} {
		if got := f.server.api.rise(price); got != want {
			t.Errorf("an estimate at a price of %d bears a rise by %d, want %d", price, got, want)
		}
	}
	f.gasModel(40_000, 41_000, 100)
	e := get[estimateParts](t, f, "ashlar_estimateGas", map[string]any{"from": testUser, "to": testToken})
	covers := (e.PubdataGas + e.MarginGas) / 100
	if e.GasLimit != e.ExecutionGas+e.PubdataGas+e.MarginGas || e.PubdataBytes != 100 || e.GasPerPubdata != testPubdata || e.PubdataGas != 100*testPubdata || e.MarginGas != 50*testPubdata ||
		e.CoversGasPerPubdata == nil || *e.CoversGasPerPubdata != covers || covers != testPubdata*3/2 {
		t.Errorf("%+v", e)
	}
	price := e.GasPrice.ToInt()
	if want := new(big.Int).Mul(price, new(big.Int).SetUint64(uint64(e.GasLimit))); price.Sign() == 0 || e.MaxFee.ToInt().Cmp(want) != 0 {
		t.Errorf("%+v", e)
	}
	if want := new(big.Int).Mul(price, new(big.Int).SetUint64(uint64(e.ExecutionGas+e.PubdataGas))); e.Fee.ToInt().Cmp(want) != 0 {
		t.Errorf("%+v", e)
	}
	refuse(t, f, codeInvalidParams, "an operation from L1 has no parts: ask zks_estimateGasL1ToL2", "ashlar_estimateGas", map[string]any{"to": testToken, "type": "0x7f"})
	plain := common.Address{7}
	f.gasModel(21000, 21000, 0)
	if e := get[estimateParts](t, f, "ashlar_estimateGas", map[string]any{"to": plain}); e.GasLimit != 21000 || e.CoversGasPerPubdata != nil {
		t.Errorf("%+v", e)
	}
	if got, err := f.eth.EstimateGas(ctx, ethereum.CallMsg{To: &plain}); err != nil || got != 21000 {
		t.Error("a plain transfer is estimated as", got, err)
	}
	f.gasModel(21000, 21000, 100)
	if e := get[estimateParts](t, f, "ashlar_estimateGas", map[string]any{"to": plain}); e.ExecutionGas != 21000 || e.PubdataGas != 100*testPubdata {
		t.Errorf("a plain transfer with pubdata: %+v", e)
	}
}

func TestEstimateGasRefuses(t *testing.T) {
	f := start(t, nil)
	to := map[string]any{"from": testUser, "to": testToken}
	f.gasModel(21000, 60_000_000, 0)
	refuse(t, f, -32000, "gas required exceeds allowance (50000000)", "eth_estimateGas", to)
	f.gasModel(21000, 21000, 1<<30)
	refuse(t, f, -32000, "gas required exceeds allowance (50000000)", "eth_estimateGas", to)
	f.gasModel(21000, 21000, 0)
	refuse(t, f, -32000, "insufficient funds for transfer", "eth_estimateGas", map[string]any{"from": testUser, "to": testToken, "value": "0xde0b6b3a7640000", "gasPrice": "0x1"})
	if got := get[hexutil.Uint64](t, f, "eth_estimateGas", map[string]any{"to": common.Address{7}, "gas": "0x5207"}); got != 21000 {
		t.Error("a gas limit below that of a transfer means none, as in geth:", got)
	}
	refuse(t, f, -32000, "insufficient funds for transfer", "eth_estimateGas", map[string]any{"from": common.Address{9}, "to": testToken, "gasPrice": "0x1"})
	poor := map[string]any{"from": testUser, "to": testToken, "gasPrice": hexutil.EncodeBig(big.NewInt(1e18 / 10_000))}
	refuse(t, f, -32000, "gas required exceeds allowance (10000)", "eth_estimateGas", poor)
	f.answer(&Receipt{Failure: "execution reverted", ReturnData: revertData()}, nil)
	refuse(t, f, 3, "execution reverted: no", "eth_estimateGas", to)
	f.answer(&Receipt{Failure: "invalid opcode: INVALID"}, nil)
	refuse(t, f, -32000, "invalid opcode: INVALID", "eth_estimateGas", to)
}

// An estimate of a priority operation is made at the price that the operation allows, not at the present one.
func TestEstimatePriority(t *testing.T) {
	f := start(t, nil)
	f.gasModel(100_000, 100_000, 200)
	request := map[string]any{"from": testUser, "to": testToken, "type": "0x71", "value": "0xffffffffffffffffffffff", "data": "0x01", "eip712Meta": map[string]any{"gasPerPubdata": "0x0320"}}
	got := uint64(get[hexutil.Uint64](t, f, "zks_estimateGasL1ToL2", request))
	least := uint64(100_000+200*800) * 12 / 10
	if got < least || got > least*103/100 {
		t.Errorf("%d, least is %d", got, least)
	}
	request["type"], request["eip712Meta"] = "0x7f", nil
	if same := uint64(get[hexutil.Uint64](t, f, "eth_estimateGas", request)); same != got {
		t.Errorf("eth_estimateGas says %d, zks_estimateGasL1ToL2 %d", same, got)
	}
	seen, at := f.answer(&Receipt{Status: 1, GasUsed: 30_000}, nil)
	get[string](t, f, "zks_estimateGasL1ToL2", map[string]any{"from": testUser, "eip712Meta": map[string]any{"gasPerPubdata": "0xffff"}})
	if !seen.Priority || *seen.To != (common.Address{}) || seen.GasPerPubdataLimit != 0xffff || at.Env.GasPerPubdata != 1000 || !seen.GasFeeCap.IsZero() {
		t.Errorf("%+v at %d", seen, at.Env.GasPerPubdata)
	}
	f.answer(&Receipt{Failure: "execution reverted"}, nil)
	refuse(t, f, 3, "execution reverted", "zks_estimateGasL1ToL2", request)
	fee := func() zksFee {
		f.gasModel(40_000, 40_000, 100)
		return get[zksFee](t, f, "zks_estimateFee", map[string]any{"from": testUser, "to": testToken})
	}()
	if fee.GasLimit < 45_000 || fee.GasPerPubdataLimit != testPubdata || fee.MaxFeePerGas.ToInt().Uint64() != testBaseFee+7 || fee.MaxPriorityFeePerGas.ToInt().Uint64() != 7 {
		t.Errorf("%+v", fee)
	}
}

func TestFeeHistory(t *testing.T) {
	f := start(t, nil)
	h, err := f.eth.FeeHistory(context.Background(), 3, big.NewInt(2), []float64{0, 50, 100})
	if err != nil || h.OldestBlock.Uint64() != 0 || len(h.BaseFee) != 4 || len(h.GasUsedRatio) != 3 || len(h.Reward) != 3 {
		t.Fatal(h, err)
	}
	if h.Reward[1][0].Uint64() != 11 || h.Reward[1][2].Uint64() != 2*testBaseFee || h.Reward[2][0].Uint64() != 0 || h.GasUsedRatio[1] != 0.0012 {
		t.Error(h.Reward, h.GasUsedRatio)
	}
	full := get[feeHistory](t, f, "eth_feeHistory", "0x400", "latest", nil)
	if len(full.BaseFee) != 6 || full.GasPerPubdata[5] != testPubdata || full.Reward != nil {
		t.Errorf("%+v", full)
	}
	if none := get[feeHistory](t, f, "eth_feeHistory", 0, "latest", nil); none.OldestBlock.ToInt().Sign() != 0 || len(none.GasUsedRatio) != 0 {
		t.Errorf("%+v", none)
	}
	refuse(t, f, -32000, "request beyond head block: requested 99, head 4", "eth_feeHistory", "0x1", "0x63", nil)
	refuse(t, f, -32000, "invalid reward percentile: #0:50.000000 >= #1:50.000000", "eth_feeHistory", "0x1", "latest", []float64{50, 50})
	refuse(t, f, -32000, "invalid reward percentile: 101.000000", "eth_feeHistory", "0x1", "latest", []float64{101})
	refuse(t, f, -32000, "invalid reward percentile: over the query limit 100", "eth_feeHistory", "0x1", "latest", make([]float64, 101))
}

func TestConfigIsChecked(t *testing.T) {
	for _, change := range []func(*Config){func(c *Config) { c.BodyLimit = 0 }, func(c *Config) { c.Filters = -1 }, func(c *Config) { c.CallGas = 0 }, func(c *Config) { c.PubdataMargin = 1001 }} {
		cfg := DefaultConfig()
		change(&cfg)
		if _, err := New(cfg, newFakeChain().backend(), nil); err == nil || !strings.HasPrefix(err.Error(), "rpc config: ") {
			t.Error(err)
		}
	}
}

// Where the base fee falls, the suggested price is that of the head, and an estimate is made at it: eth_call on the head takes it too.
func TestPricesSufficeForTheHead(t *testing.T) {
	f := start(t, nil)
	f.mu.Lock()
	head := *f.blocks[len(f.blocks)-1]
	head.Header = types.CopyHeader(head.Header)
	head.Header.BaseFee.SetUint64(2 * testBaseFee)
	f.blocks[len(f.blocks)-1] = &head
	f.mu.Unlock()
	if got := get[*hexutil.Big](t, f, "eth_gasPrice"); got.ToInt().Uint64() != 2*testBaseFee+7 {
		t.Error(got)
	}
	if got := get[*hexutil.Big](t, f, "eth_baseFee"); got.ToInt().Uint64() != testBaseFee {
		t.Error(got)
	}
	_, at := f.answer(&Receipt{Status: 1, GasUsed: 21000}, nil)
	for block, want := range map[string]uint64{"latest": 2 * testBaseFee, "pending": testBaseFee} {
		get[string](t, f, "eth_estimateGas", map[string]any{"to": testToken}, block)
		if at.Env.Number != 5 || at.Env.BaseFee.Uint64() != want {
			t.Errorf("%s: block %d, base fee %d", block, at.Env.Number, &at.Env.BaseFee)
		}
	}
}

package node_test

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// parts are what ashlar_estimateGas says.
type parts struct {
	GasLimit, ExecutionGas, PubdataBytes, GasPerPubdata, PubdataGas, MarginGas, CoversGasPerPubdata hexutil.Uint64
}

// risingPrices are the prices of pubdata after first in the blocks of a chain whose L1 has become a hundred times as dear.
func risingPrices(t *testing.T, first uint64, blocks int) (prices []uint64) {
	t.Helper()
	cfg := fees.DefaultConfig()
	l1 := fees.L1Prices{BlobBaseFee: *uint256.NewInt(100 * first * cfg.MinBaseFee)}
	parent := fees.Parent{Prices: fees.Prices{BaseFee: *uint256.NewInt(cfg.MinBaseFee), GasPerPubdata: first}, GasLimit: 100_000_000}
	for range blocks {
		parent.Prices = fees.Next(&cfg, &parent, &l1)
		prices = append(prices, parent.GasPerPubdata)
	}
	return prices
}

// priced are transactions of several shapes, none of which depends on what the others did.
var priced = map[string]func(n byte) types.LegacyTx{
	"transfer": func(n byte) types.LegacyTx {
		to := common.Address(crypto.Keccak256([]byte{n})[:20])
		return types.LegacyTx{To: &to, Value: big.NewInt(1e18)}
	},
	"store": func(n byte) types.LegacyTx {
		return types.LegacyTx{To: &apiContract, Data: crypto.Keccak256([]byte{n})}
	},
	"deploy": func(n byte) types.LegacyTx { // 3,000 bytes of code that begin with n
		return types.LegacyTx{Data: []byte{byte(vm.PUSH1), n, byte(vm.PUSH0), byte(vm.MSTORE8), byte(vm.PUSH2), 0x0b, 0xb8, byte(vm.PUSH0), byte(vm.RETURN)}}
	},
	"withdrawal": func(byte) types.LegacyTx {
		to := rollup.L2BaseTokenAddress
		return types.LegacyTx{To: &to, Value: big.NewInt(1), Data: append(crypto.Keccak256([]byte("withdraw(address)"))[:4], common.LeftPadBytes(apiUser[:], 32)...)}
	},
}

// TestEstimateHoldsWhilePricesRise estimates at one price of pubdata and runs the transactions in later blocks: with the default margin a limit suffices for three blocks in which the price rises as fast as it can, and up to the price that the
// estimate names. Far above it the transaction fails with the reason in its receipt, and one that cannot even pay for what its sender publishes is refused when it is sent.
func TestEstimateHoldsWhilePricesRise(t *testing.T) {
	c := newAPIChain(t)
	const first = 800
	c.blockAt(first)
	end := c.serve(nil)
	estimates := map[string]parts{}
	for kind, tx := range priced {
		estimates[kind] = c.estimate(tx(0))
		t.Logf("%s: %+v", kind, estimates[kind])
	}
	end()
	c.open(c.fs)
	n := byte(0)
	run := func(price func(kind string) uint64, failure string) {
		t.Helper()
		for kind, tx := range priced {
			n++
			at, limit := price(kind), uint64(estimates[kind].GasLimit)
			c.blockAt(at, c.limited(tx(n), limit))
			if r := c.blocks[len(c.blocks)-1].Receipts[0]; r.Failure != failure || (failure != "" && r.GasUsed != limit) {
				t.Errorf("%s, estimated at a price of %d with %+v, at %d: %q, %d gas used", kind, first, estimates[kind], at, r.Failure, r.GasUsed)
			}
		}
	}
	run(func(string) uint64 { return first }, "")
	rising := risingPrices(t, first, 3)
	for i, price := range rising {
		if i > 0 && price <= rising[i-1] || price <= first {
			t.Fatalf("prices %v do not rise", rising)
		}
		run(func(string) uint64 { return price }, "")
	}
	run(func(kind string) uint64 { return uint64(estimates[kind].CoversGasPerPubdata) * 97 / 100 }, "") // balances may be a byte longer now
	run(func(kind string) uint64 { return uint64(estimates[kind].CoversGasPerPubdata) * 2 }, stf.FailurePubdata)
	c.blockAt(10_000)
	defer c.serve(func(cfg *rpc.Config) { cfg.PubdataMargin = 0 })()
	_, err := c.call("eth_sendRawTransaction", hexutil.Bytes(c.limited(priced["transfer"](n), uint64(estimates["transfer"].GasLimit))))
	if err == nil || !strings.HasPrefix(err.Error(), "intrinsic gas too low: have") || !strings.HasSuffix(err.Error(), "of it for pubdata)") {
		t.Error("a limit that was estimated at a tenth of the price:", err)
	}
	if e := c.estimate(priced["store"](n + 1)); e.MarginGas != 0 || e.GasPerPubdata != 10_000 || e.CoversGasPerPubdata != 10_000 {
		t.Errorf("without a margin: %+v", e)
	}
}

// TestEstimateHoldsAtLowPrices does so where half of the price is no whole unit, which is the least that it rises by.
func TestEstimateHoldsAtLowPrices(t *testing.T) {
	c := newAPIChain(t)
	n := byte(0)
	for _, first := range []uint64{1, 2, 3, 7} {
		c.blockAt(first)
		end := c.serve(nil)
		limits := map[string]uint64{}
		for kind, tx := range priced {
			limits[kind] = uint64(c.estimate(tx(n + 1)).GasLimit) // what was not done yet: to store what is there already is cheaper
		}
		end()
		c.open(c.fs)
		rising := risingPrices(t, first, 3)
		if rising[0] <= first || rising[1] <= rising[0] || rising[2] <= rising[1] {
			t.Fatalf("prices %v do not rise", rising)
		}
		for _, price := range rising {
			for kind, tx := range priced {
				n++
				c.blockAt(price, c.limited(tx(n), limits[kind]))
				if r := c.blocks[len(c.blocks)-1].Receipts[0]; r.Failure != "" {
					t.Errorf("%s, estimated at a price of %d as %d, at %d: %s", kind, first, limits[kind], price, r.Failure)
				}
			}
		}
	}
}

// limited is the user's next transaction with this gas limit.
func (c *apiChain) limited(tx types.LegacyTx, gas uint64) []byte {
	tx.Nonce, tx.GasPrice, tx.Gas = c.nonce, big.NewInt(1e10), gas
	c.nonce++
	return c.signed(&tx)
}

// estimate asks for the parts of an estimate and for the estimate.
func (c *apiChain) estimate(tx types.LegacyTx) (e parts) {
	c.Helper()
	args := map[string]any{"from": apiUser, "data": hexutil.Bytes(tx.Data), "value": (*hexutil.Big)(orZero(tx.Value)), "gasPrice": "0x2540be400"}
	if tx.To != nil {
		args["to"] = tx.To
	}
	out, err := c.call("ashlar_estimateGas", args)
	if err == nil {
		err = json.Unmarshal(out, &e)
	}
	if err != nil {
		c.Fatal(err)
	}
	plain, err := c.call("eth_estimateGas", args)
	if want, _ := json.Marshal(e.GasLimit); err != nil || !bytes.Equal(plain, want) {
		c.Errorf("eth_estimateGas says %s (%v), ashlar_estimateGas %s", plain, err, want)
	}
	if e.GasLimit != e.ExecutionGas+e.PubdataGas+e.MarginGas || e.PubdataGas != e.PubdataBytes*e.GasPerPubdata {
		c.Errorf("the parts do not add up: %+v", e)
	}
	return e
}

func orZero(v *big.Int) *big.Int {
	if v == nil {
		return new(big.Int)
	}
	return v
}

// TestEstimateIsTaken: what is estimated for the transaction that publishes least is a limit that the pool takes.
func TestEstimateIsTaken(t *testing.T) {
	c := newAPIChain(t)
	defer c.serve(nil)()
	var gas hexutil.Uint64
	if err := c.client.Call(&gas, "eth_estimateGas", map[string]any{"from": apiUser, "to": apiPlain}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.call("eth_sendRawTransaction", hexutil.Bytes(c.limited(types.LegacyTx{To: &apiPlain}, uint64(gas)))); err != nil {
		t.Error(err)
	}
}

package rpc

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
)

// registration are the logs by which a token of originChain is registered.
func registration(t *testing.T, token, l1Token common.Address, originChain int64) []*types.Log {
	t.Helper()
	vault, err1 := bindings.L2NativeTokenVaultMetaData.ParseABI()
	erc20, err2 := bindings.BridgedStandardERC20MetaData.ParseABI()
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	pack := func(e abi.Event, values ...any) []byte {
		data, err := e.Inputs.NonIndexed().Pack(values...)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	registered, made := vault.Events["TokenRegistered"], erc20.Events["BridgeInitialize"]
	return []*types.Log{
		{Address: token, Topics: []common.Hash{made.ID, common.BytesToHash(l1Token[:])}, Data: pack(made, "Token", "TOK", uint8(6))},
		{Address: rollup.L2NativeTokenVaultAddress, Topics: []common.Hash{registered.ID, common.BytesToHash(token[:]), {1}}, Data: pack(registered, big.NewInt(originChain))},
	}
}

// block adds a block with a transaction that has these logs.
func (c *fakeChain) block(logs []*types.Log) {
	r := &types.Receipt{Logs: logs}
	n := uint64(len(c.blocks))
	c.blocks = append(c.blocks, &Block{Header: &types.Header{Number: new(big.Int).SetUint64(n), Bloom: types.CreateBloom(r)}, Hash: common.Hash{byte(n)}})
	c.receipts = append(c.receipts, []*Receipt{{Status: 1, Logs: logs}})
}

func TestBridgedTokens(t *testing.T) {
	c := &fakeChain{}
	b := BridgedTokens{Chain: c, L1ChainID: 9}
	expect := func(what string, want ...common.Address) {
		t.Helper()
		got, err := b.Tokens()
		if err != nil || len(got) != len(want) {
			t.Fatalf("%s: %+v, %v", what, got, err)
		}
		for i, token := range got {
			if (token != Token{L1Address: common.Address{0xa}, L2Address: want[i], Name: "Token", Symbol: "TOK", Decimals: 6}) {
				t.Errorf("%s: %+v", what, token)
			}
		}
	}
	c.block(nil)
	expect("nothing")
	first := registration(t, common.Address{1}, common.Address{0xa}, 9)
	c.block(first)
	c.block(registration(t, common.Address{2}, common.Address{0xa}, 271)) // a token of this chain
	c.block(first[1:])                                                    // without a name
	impostor := registration(t, common.Address{3}, common.Address{0xa}, 9)
	impostor[1].Address = common.Address{4}
	c.block(impostor) // not the vault
	expect("one", common.Address{1})
	c.block(registration(t, common.Address{5}, common.Address{0xa}, 9))
	c.broken = errors.New("disk")
	if _, err := b.Tokens(); !errors.Is(err, c.broken) {
		t.Error(err)
	}
	c.broken = nil
	expect("after an error", common.Address{1}, common.Address{5})
	expect("again", common.Address{1}, common.Address{5})
}

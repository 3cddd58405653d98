package node

import (
	"fmt"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
)

// bridgedTokens is rpc.TokenLister: the tokens that L2NativeTokenVault has registered as coming from L1. It reads the chain's events once and goes on from there.
type bridgedTokens struct {
	store     *store.Store
	l1ChainID *big.Int

	mu     sync.Mutex
	next   uint64 // first block that has not been read
	tokens []rpc.Token
}

// Tokens implements rpc.TokenLister.
func (b *bridgedTokens) Tokens() ([]rpc.Token, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	head := b.store.Head().Number
	registers := func(bloom types.Bloom) bool { return bloom.Test(rollup.L2NativeTokenVaultAddress[:]) }
	for n, err := range b.store.LogBlocks(b.next, head, registers) {
		if err != nil {
			return nil, fmt.Errorf("bridged tokens: %w", err)
		}
		receipts, err := b.store.Receipts(n)
		if err != nil {
			return nil, err
		}
		for _, r := range receipts {
			b.read(r)
		}
	}
	b.next = head + 1
	return slices.Clone(b.tokens), nil
}

// read adds the token that a transaction registers. Its name comes from the event of the token's own contract, in the same transaction.
func (b *bridgedTokens) read(r *stf.Receipt) {
	vault, erc20 := bindings.NewL2NativeTokenVault(), bindings.NewBridgedStandardERC20()
	for _, log := range r.Logs {
		if log.Address != rollup.L2NativeTokenVaultAddress {
			continue
		}
		registered, err := vault.UnpackTokenRegisteredEvent(log)
		if err != nil || registered.OriginChainId.Cmp(b.l1ChainID) != 0 {
			continue // another event, or a token of this chain
		}
		for _, l := range r.Logs {
			if made, err := erc20.UnpackBridgeInitializeEvent(l); err == nil && l.Address == registered.Token {
				b.tokens = append(b.tokens, rpc.Token{
					L1Address: made.OriginToken, L2Address: registered.Token, Name: made.Name, Symbol: made.Symbol, Decimals: made.Decimals,
				})
			}
		}
	}
}

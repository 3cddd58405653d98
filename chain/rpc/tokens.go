package rpc

import (
	"fmt"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
)

// BridgedTokens is a TokenLister: the tokens that L2NativeTokenVault has registered as coming from L1. It reads the chain's events once and goes on from there.
type BridgedTokens struct {
	Chain     ChainReader
	L1ChainID uint64

	mu     sync.Mutex
	next   uint64 // first block that has not been read
	tokens []Token
}

// Tokens implements TokenLister.
func (b *BridgedTokens) Tokens() ([]Token, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	head, err := b.Chain.Head()
	if err != nil {
		return nil, fmt.Errorf("bridged tokens: %w", err)
	}
	for n, err := range b.Chain.BlocksWithLogs(b.next, head, []common.Address{rollup.L2NativeTokenVaultAddress}, nil) {
		if err != nil {
			return nil, fmt.Errorf("bridged tokens: %w", err)
		}
		receipts, err := b.Chain.Receipts(n)
		if err != nil {
			return nil, fmt.Errorf("bridged tokens: block %d: %w", n, err)
		}
		for _, r := range receipts {
			b.tokens = append(b.tokens, b.registered(r)...)
		}
		b.next = n + 1
	}
	b.next = head + 1
	return slices.Clone(b.tokens), nil
}

// registered are the tokens that a transaction registers. A token's name comes from the event of its own contract, in the same transaction.
func (b *BridgedTokens) registered(r *Receipt) (tokens []Token) {
	vault, erc20, l1 := bindings.NewL2NativeTokenVault(), bindings.NewBridgedStandardERC20(), new(big.Int).SetUint64(b.L1ChainID)
	for _, log := range r.Logs {
		if log.Address != rollup.L2NativeTokenVaultAddress {
			continue
		}
		registered, err := vault.UnpackTokenRegisteredEvent(log)
		if err != nil || registered.OriginChainId.Cmp(l1) != 0 {
			continue // another event, or a token of this chain
		}
		for _, l := range r.Logs {
			if made, err := erc20.UnpackBridgeInitializeEvent(l); err == nil && l.Address == registered.Token {
				tokens = append(tokens, Token{L1Address: made.OriginToken, L2Address: registered.Token, Name: made.Name, Symbol: made.Symbol, Decimals: made.Decimals})
			}
		}
	}
	return tokens
}

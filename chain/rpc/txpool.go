package rpc

import (
	"fmt"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

type txpoolAPI struct{ *api }

type accountTxs = map[common.Address][]*types.Transaction

// Status is txpool_status.
func (t *txpoolAPI) Status() map[string]hexutil.Uint {
	pending, queued := t.back.Pool.Stats()
	return map[string]hexutil.Uint{"pending": hexutil.Uint(pending), "queued": hexutil.Uint(queued)}
}

// Content is txpool_content: by state, account and nonce.
func (t *txpoolAPI) Content() map[string]map[string]map[string]*Transaction {
	pending, queued := t.back.Pool.Content()
	return map[string]map[string]map[string]*Transaction{"pending": byNonce(pending, t.describe), "queued": byNonce(queued, t.describe)}
}

// ContentFrom is txpool_contentFrom.
func (t *txpoolAPI) ContentFrom(address common.Address) map[string]map[string]*Transaction {
	pending, queued := t.back.Pool.Content()
	only := func(txs accountTxs) map[string]*Transaction {
		out := byNonce(accountTxs{address: txs[address]}, t.describe)
		return out[address.Hex()]
	}
	return map[string]map[string]*Transaction{"pending": only(pending), "queued": only(queued)}
}

// Inspect is txpool_inspect: Content in words.
func (t *txpoolAPI) Inspect() map[string]map[string]map[string]string {
	pending, queued := t.back.Pool.Content()
	return map[string]map[string]map[string]string{"pending": byNonce(pending, summary), "queued": byNonce(queued, summary)}
}

func byNonce[T any](accounts accountTxs, describe func(*types.Transaction) T) map[string]map[string]T {
	out := make(map[string]map[string]T, len(accounts))
	for account, txs := range accounts {
		named := make(map[string]T, len(txs))
		for _, tx := range txs {
			named[strconv.FormatUint(tx.Nonce(), 10)] = describe(tx)
		}
		out[account.Hex()] = named
	}
	return out
}

func (t *txpoolAPI) describe(tx *types.Transaction) *Transaction {
	return ethTransaction(tx, t.back.Config.ChainID).marshal(t.back.Config.ChainID, nil)
}

func summary(tx *types.Transaction) string {
	to := "contract creation"
	if tx.To() != nil {
		to = tx.To().Hex()
	}
	return fmt.Sprintf("%s: %v wei + %v gas × %v wei", to, tx.Value(), tx.Gas(), tx.GasPrice())
}

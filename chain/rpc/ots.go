package rpc

import (
	"context"
	"math/big"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// otsAPI is what the explorer Otterscan asks for besides eth_, as in its documentation and in Erigon. Numbers of blocks come as JSON numbers.
type otsAPI struct{ *api }

// otsLevel is the version of the interface.
const otsLevel = 8

const (
	otsPage     = 25  // transactions on a page of a search, as in Erigon
	otsBlockTxs = 255 // transactions on a page of a block
)

// GetApiLevel is ots_getApiLevel.
func (o *otsAPI) GetApiLevel() int { return otsLevel }

// HasCode is ots_hasCode.
func (o *otsAPI) HasCode(address common.Address, id *BlockID) (bool, error) {
	state, err := o.stateAt(orLatest(id))
	if err != nil {
		return false, err
	}
	account, err := state.Account(address)
	return hasCode(&account), err
}

func hasCode(a *rollup.Account) bool {
	return a.CodeHash != rollup.EmptyCodeHash && a.CodeHash != (common.Hash{})
}

// GetTransactionError is ots_getTransactionError: what a transaction that failed returned, "0x" for one that did not, null for an unknown one.
func (o *otsAPI) GetTransactionError(hash common.Hash) (*hexutil.Bytes, error) {
	number, index, ok, err := o.back.Chain.Transaction(hash)
	if err != nil || !ok {
		return nil, err
	}
	receipts, err := o.back.Chain.Receipts(number)
	if err != nil || index >= len(receipts) {
		return nil, orNotFound(err)
	}
	out := hexutil.Bytes{}
	if r := receipts[index]; r.Status != types.ReceiptStatusSuccessful {
		out = append(out, r.ReturnData...)
	}
	return &out, nil
}

// BlockNumberOrDecimal is a block as Otterscan sends it: a JSON number, or what eth_ methods take.
type BlockNumberOrDecimal struct{ BlockNumber }

// UnmarshalJSON takes 5, "0x5" and "latest".
func (n *BlockNumberOrDecimal) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] >= '0' && data[0] <= '9' {
		var v Number
		if err := v.UnmarshalJSON(data); err != nil {
			return err
		}
		data = []byte(`"` + hexutil.EncodeUint64(uint64(v)) + `"`)
	}
	return n.BlockNumber.UnmarshalJSON(data)
}

type otsIssuance struct {
	BlockReward *hexutil.Big `json:"blockReward"`
	UncleReward *hexutil.Big `json:"uncleReward"`
	Issuance    *hexutil.Big `json:"issuance"`
}

type otsBlockDetails struct {
	Block     map[string]any `json:"block"`
	Issuance  otsIssuance    `json:"issuance"` // zero: blocks mint nothing
	TotalFees *hexutil.Big   `json:"totalFees"`
}

// GetBlockDetails is ots_getBlockDetails: the block without its transactions, and the sum of their fees.
func (o *otsAPI) GetBlockDetails(n BlockNumberOrDecimal) (*otsBlockDetails, error) {
	return o.blockDetails(byNumber(n.BlockNumber))
}

// GetBlockDetailsByHash is ots_getBlockDetailsByHash.
func (o *otsAPI) GetBlockDetailsByHash(hash common.Hash) (*otsBlockDetails, error) {
	return o.blockDetails(byHash(hash))
}

func (o *otsAPI) blockDetails(id BlockID) (*otsBlockDetails, error) {
	b, err := (&ethBlocks{o.api}).blockAt(id)
	if err != nil || b == nil {
		return nil, err
	}
	block, err := o.marshalBlock(b, false)
	if err != nil {
		return nil, err
	}
	receipts, err := o.back.Chain.Receipts(b.Header.Number.Uint64())
	if err != nil {
		return nil, err
	}
	fees := new(big.Int)
	for _, r := range receipts {
		if r.EffectiveGasPrice != nil {
			fees.Add(fees, new(big.Int).Mul(r.EffectiveGasPrice.ToBig(), new(big.Int).SetUint64(r.GasUsed)))
		}
	}
	delete(block, "transactions")
	block["logsBloom"], block["transactionCount"] = nil, len(b.Txs)
	zero := new(hexutil.Big)
	return &otsBlockDetails{block, otsIssuance{zero, zero, zero}, (*hexutil.Big)(fees)}, nil
}

// otsReceipt is a receipt with the time of its block.
type otsReceipt struct {
	*ReceiptJSON
	Logs      []*Log       `json:"logs"`
	LogsBloom *types.Bloom `json:"logsBloom"`
	Timestamp uint64       `json:"timestamp"`
}

type otsBlockTransactions struct {
	FullBlock map[string]any `json:"fullblock"`
	Receipts  []otsReceipt   `json:"receipts"`
}

// GetBlockTransactions is ots_getBlockTransactions: a page of the transactions of a block; page 0 has the last ones. Inputs are cut after 4 bytes, receipts have no logs.
func (o *otsAPI) GetBlockTransactions(n BlockNumberOrDecimal, page, size uint) (*otsBlockTransactions, error) {
	if size > otsBlockTxs {
		return nil, invalidParams("page size of %d transactions, at most %d", size, otsBlockTxs)
	}
	b, err := (&ethBlocks{o.api}).blockAt(byNumber(n.BlockNumber))
	if err != nil || b == nil {
		return nil, err
	}
	number, count := b.Header.Number.Uint64(), uint(len(b.Txs))
	end := count
	if size > 0 {
		end -= min(count, min(page, count)*size) // page*size could be more than a number holds
	}
	start := end - min(end, size)
	all, err := o.receiptsOf(number)
	if err != nil || all == nil {
		return nil, orNotFound(err)
	}
	block, err := o.marshalBlock(b, false)
	if err != nil {
		return nil, err
	}
	txs := []*Transaction{}
	out := &otsBlockTransactions{FullBlock: block, Receipts: []otsReceipt{}}
	for i := int(start); i < int(end); i++ {
		tx, err := (&ethTransactions{o.api}).at(number, i)
		if err != nil || tx == nil {
			return nil, orNotFound(err)
		}
		tx.Input = tx.Input[:min(len(tx.Input), 4)]
		txs = append(txs, tx)
		out.Receipts = append(out.Receipts, otsReceipt{ReceiptJSON: all.marshal(i), Timestamp: b.Header.Time})
	}
	block["transactions"], block["transactionCount"], block["logsBloom"] = txs, count, nil
	return out, nil
}

// firstBlock is the first block up to the head whose state, or a later one, has what is asked for; beyond the head when none has. What is true once must stay true.
func (a *api) firstBlock(has func(State) (bool, error)) (uint64, error) {
	head, err := a.back.Chain.Head()
	if err != nil {
		return 0, err
	}
	n := sort.Search(int(head)+1, func(n int) bool {
		if err != nil {
			return true
		}
		var s State
		if s, err = a.back.State.StateAt(uint64(n)); err != nil {
			return true
		}
		var yes bool
		yes, err = has(s)
		return yes
	})
	return uint64(n), err
}

// GetTransactionBySenderAndNonce is ots_getTransactionBySenderAndNonce: its hash, null when there is none. It is found in the states of past blocks.
func (o *otsAPI) GetTransactionBySenderAndNonce(sender common.Address, nonce Number) (*common.Hash, error) {
	head, err := o.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	n, err := o.firstBlock(func(s State) (bool, error) {
		a, err := s.Account(sender)
		return a.Nonce > uint64(nonce), err
	})
	if err != nil || n > head || n == 0 {
		return nil, err
	}
	b, err := o.back.Chain.Block(n)
	if err != nil || b == nil {
		return nil, orNotFound(err)
	}
	for _, raw := range b.Txs {
		tx, err := decodeTransaction(raw, o.back.Config.ChainID)
		if err != nil {
			return nil, err
		}
		if tx.eth != nil && tx.from == sender && tx.eth.Nonce() == uint64(nonce) {
			return &tx.hash, nil
		}
	}
	return nil, nil // a creation by the account's own code used it, or an authorization
}

type otsCreator struct {
	Hash    common.Hash    `json:"hash"`
	Creator common.Address `json:"creator"`
}

// GetContractCreator is ots_getContractCreator: who created a contract and in which transaction; null for what is no contract and for those of the genesis.
func (o *otsAPI) GetContractCreator(ctx context.Context, address common.Address) (*otsCreator, error) {
	head, err := o.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	now, err := o.back.State.StateAt(head)
	if err != nil {
		return nil, err
	}
	account, err := now.Account(address)
	if err != nil || !hasCode(&account) {
		return nil, err
	}
	if code, err := now.Code(account.CodeHash); err != nil {
		return nil, err
	} else if _, delegated := types.ParseDelegation(code); delegated {
		return nil, nil
	}
	n, err := o.firstBlock(func(s State) (bool, error) {
		a, err := s.Account(address)
		return hasCode(&a), err
	})
	if err != nil || n == 0 || n > head {
		return nil, err
	}
	index, creator, ok, err := o.created(ctx, n, address)
	if err != nil || !ok {
		return nil, err
	}
	receipts, err := o.back.Chain.Receipts(n)
	if err != nil || index >= len(receipts) {
		return nil, orNotFound(err)
	}
	return &otsCreator{receipts[index].TxHash, creator}, nil
}

// erigonAPI is the one method of Erigon's namespace that Otterscan recognises its node by.
type erigonAPI struct{ *api }

// GetHeaderByNumber is erigon_getHeaderByNumber.
func (e *erigonAPI) GetHeaderByNumber(n BlockNumberOrDecimal) (any, error) {
	return (&ethBlocks{e.api}).GetHeaderByNumber(n.BlockNumber)
}

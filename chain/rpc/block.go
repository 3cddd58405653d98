package rpc

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// marshalHeader gives geth's header fields. The hash is given because it need not be recomputed.
func marshalHeader(h *types.Header, hash common.Hash) map[string]any {
	out := map[string]any{
		"number": (*hexutil.Big)(h.Number), "hash": hash, "parentHash": h.ParentHash, "nonce": h.Nonce, "mixHash": h.MixDigest,
		"sha3Uncles": h.UncleHash, "logsBloom": h.Bloom, "stateRoot": h.Root, "miner": h.Coinbase, "difficulty": (*hexutil.Big)(h.Difficulty),
		"extraData": hexutil.Bytes(h.Extra), "gasLimit": hexutil.Uint64(h.GasLimit), "gasUsed": hexutil.Uint64(h.GasUsed),
		"timestamp": hexutil.Uint64(h.Time), "transactionsRoot": h.TxHash, "receiptsRoot": h.ReceiptHash,
	}
	if h.BaseFee != nil {
		out["baseFeePerGas"] = (*hexutil.Big)(h.BaseFee)
	}
	if h.WithdrawalsHash != nil {
		out["withdrawalsRoot"] = h.WithdrawalsHash
	}
	if h.BlobGasUsed != nil {
		out["blobGasUsed"] = hexutil.Uint64(*h.BlobGasUsed)
	}
	if h.ExcessBlobGas != nil {
		out["excessBlobGas"] = hexutil.Uint64(*h.ExcessBlobGas)
	}
	if h.ParentBeaconRoot != nil {
		out["parentBeaconBlockRoot"] = h.ParentBeaconRoot
	}
	if h.RequestsHash != nil {
		out["requestsHash"] = h.RequestsHash
	}
	return out
}

// size is the length of the block's RLP, as geth counts it.
func (b *Block) size() (uint64, error) {
	enc, err := b.encode()
	return uint64(len(enc)), err
}

// gasPerPubdata is the price of a pubdata byte in the block; the genesis has none.
func gasPerPubdata(h *types.Header) uint64 {
	price, err := rollup.GasPerPubdataOfExtra(h.Extra)
	if err != nil {
		return 0
	}
	return price
}

func (a *api) marshalBlock(b *Block, full bool) (map[string]any, error) {
	where, err := a.placeOfBlock(b.Header.Number.Uint64())
	if err != nil {
		return nil, err
	}
	return a.marshalBlockAt(b, full, where, nil)
}

// marshalBlockAt gives geth's fields of a block, then those of the SDKs. senders are those of transactions without signatures.
func (a *api) marshalBlockAt(b *Block, full bool, where *batchPlace, senders []common.Address) (map[string]any, error) {
	out := marshalHeader(b.Header, b.Hash)
	size, err := b.size()
	if err != nil {
		return nil, fmt.Errorf("size of block %d: %w", b.Header.Number, err)
	}
	txs := make([]any, len(b.Txs))
	for i, raw := range b.Txs {
		tx, err := decodeTransaction(raw, a.back.Config.ChainID)
		if err != nil {
			return nil, fmt.Errorf("transaction %d of block %d: %w", i, b.Header.Number, err)
		}
		if senders != nil {
			tx.from = senders[i]
		}
		txs[i] = tx.hash
		if full {
			txs[i] = tx.marshal(a.back.Config.ChainID, &place{header: b.Header, hash: b.Hash, index: i, batch: where})
		}
	}
	out["size"], out["transactions"], out["uncles"], out["withdrawals"] = hexutil.Uint64(size), txs, []common.Hash{}, types.Withdrawals{}
	out["gasPerPubdata"] = hexutil.Uint64(gasPerPubdata(b.Header))
	out["l1BatchNumber"], out["l1BatchTimestamp"] = nil, nil
	if where != nil {
		out["l1BatchNumber"], out["l1BatchTimestamp"] = hexutil.Uint64(where.number), hexutil.Uint64(where.timestamp)
	}
	return out, nil
}

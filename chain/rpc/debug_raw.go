package rpc

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/tracers"
	"github.com/ethereum/go-ethereum/rlp"
)

// debugRaw gives blocks and their parts in their consensus encodings.
type debugRaw struct{ *api }

// block is nil without an error where geth answers null: an unknown number. An unknown hash is an error.
func (d *debugRaw) block(id BlockID, what string) (*Block, error) {
	b, err := d.blockAt(id)
	if hash, byHash := id.Hash(); err == nil && b == nil && byHash {
		return nil, fmt.Errorf("%s #%d not found", what, hash)
	}
	return b, err
}

// GetRawHeader is debug_getRawHeader: RLP, whose Keccak-256 is the block's hash.
func (d *debugRaw) GetRawHeader(id BlockID) (hexutil.Bytes, error) {
	b, err := d.block(id, "header")
	if err != nil || b == nil {
		return nil, err
	}
	return rlp.EncodeToBytes(b.Header)
}

// GetRawBlock is debug_getRawBlock: RLP. Operations from L1 stand in it as in the block, as typed transactions of types that geth does not know.
func (d *debugRaw) GetRawBlock(id BlockID) (hexutil.Bytes, error) {
	b, err := d.block(id, "block")
	if err != nil || b == nil {
		return nil, err
	}
	return b.encode()
}

// GetRawReceipts is debug_getRawReceipts: the consensus encoding of each receipt.
func (d *debugRaw) GetRawReceipts(id BlockID) ([]hexutil.Bytes, error) {
	number, ok, err := d.find(id)
	if err != nil {
		return nil, err
	}
	if _, byHash := id.Hash(); !ok && byHash || isPending(id) {
		return []hexutil.Bytes{}, nil
	}
	b, err := d.back.Chain.Block(number)
	if err != nil || b == nil {
		return nil, err
	}
	receipts, err := d.back.Chain.Receipts(b.Header.Number.Uint64())
	if err != nil {
		return nil, err
	}
	out := make([]hexutil.Bytes, len(receipts))
	for i, r := range receipts {
		out[i] = r.Consensus()
	}
	return out, nil
}

// GetRawTransaction is debug_getRawTransaction.
func (d *debugRaw) GetRawTransaction(hash common.Hash) (hexutil.Bytes, error) {
	return (&ethTransactions{d.api}).GetRawTransactionByHash(hash)
}

// GetBadBlocks is debug_getBadBlocks: there are none, the only blocks are those that were executed.
func (d *debugRaw) GetBadBlocks(*string) []any { return []any{} }

// rawBlock is the RLP of a block, transactions not looked into.
type rawBlock struct {
	Header      *types.Header
	Txs         []rlp.RawValue
	Uncles      []*types.Header
	Withdrawals []*types.Withdrawal `rlp:"optional"`
}

func (b *Block) encode() ([]byte, error) {
	body := rawBlock{Header: b.Header, Txs: make([]rlp.RawValue, len(b.Txs)), Withdrawals: []*types.Withdrawal{}}
	for i, raw := range b.Txs {
		body.Txs[i] = raw
		if len(raw) > 0 && raw[0] < 0xc0 {
			enc, err := rlp.EncodeToBytes(raw)
			if err != nil {
				return nil, err
			}
			body.Txs[i] = enc
		}
	}
	return rlp.EncodeToBytes(&body)
}

func decodeBlock(enc []byte) (*Block, error) {
	var body rawBlock
	if err := rlp.DecodeBytes(enc, &body); err != nil {
		return nil, fmt.Errorf("could not decode block: %w", err)
	}
	if body.Header == nil || body.Header.Number == nil || !body.Header.Number.IsUint64() {
		return nil, errors.New("could not decode block: no number")
	}
	b := &Block{Header: body.Header, Hash: body.Header.Hash()}
	for i, enc := range body.Txs {
		raw := []byte(enc)
		if kind, content, _, err := rlp.Split(enc); err != nil {
			return nil, fmt.Errorf("could not decode block: transaction %d: %w", i, err)
		} else if kind != rlp.List {
			raw = content
		}
		b.Txs = append(b.Txs, raw)
	}
	return b, nil
}

// TraceBlock is debug_traceBlock: a block in RLP, executed on the state of its parent, which has to be in the chain. The block itself need not be.
func (d *debugAPI) TraceBlock(ctx context.Context, enc hexutil.Bytes, config *tracers.TraceConfig) ([]*txTrace, error) {
	b, err := decodeBlock(enc)
	if err != nil {
		return nil, err
	}
	number := b.Header.Number.Uint64()
	if number == 0 {
		return nil, errGenesisNoTraces
	}
	parent, ok, err := d.back.Chain.BlockNumber(b.Header.ParentHash)
	if err != nil {
		return nil, err
	}
	if !ok || parent != number-1 {
		return nil, fmt.Errorf("parent %#x not found", b.Header.ParentHash)
	}
	at, err := d.positionAfter(b.Header, parent)
	if err != nil {
		return nil, err
	}
	return d.traceAll(ctx, at, b, config)
}

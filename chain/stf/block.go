package stf

import (
	"bytes"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Finish ends the block. The builder is of no use afterwards.
func (b *Builder) Finish() (*BlockResult, error) {
	db := b.x.db
	res := &BlockResult{
		Block: &rollup.Block{Env: b.env, Txs: b.txs}, Header: b.header(), Receipts: b.receipts, Diff: db.spanDiff(spanBlock), PubdataBytes: b.pubdata,
	}
	if db.err != nil {
		return nil, db.err
	}
	res.Hash = res.Header.Hash()
	for _, r := range b.receipts {
		for _, l := range r.Logs {
			l.BlockHash = res.Hash
		}
	}
	return res, nil
}

// header is the block's header (docs/spec.md section 3).
func (b *Builder) header() *types.Header {
	zero := uint64(0)
	withdrawals, requests, beaconRoot := types.EmptyWithdrawalsHash, types.EmptyRequestsHash, common.Hash{}
	h := &types.Header{
		ParentHash: b.parent, UncleHash: types.EmptyUncleHash, Coinbase: b.env.Coinbase,
		TxHash: types.DeriveSha(rawList(b.txs), trie.NewStackTrie(nil)), ReceiptHash: types.DeriveSha(receiptList(b.receipts), trie.NewStackTrie(nil)),
		Difficulty: bigFromUint64(0), Number: bigFromUint64(b.env.Number), GasLimit: b.env.GasLimit, GasUsed: b.x.gasUsed, Time: b.env.Timestamp,
		Extra: rollup.HeaderExtra(b.env.GasPerPubdata), MixDigest: b.env.PrevRandao, BaseFee: b.env.BaseFee.ToBig(),
		WithdrawalsHash: &withdrawals, BlobGasUsed: &zero, ExcessBlobGas: &zero, ParentBeaconRoot: &beaconRoot, RequestsHash: &requests,
	}
	for _, r := range b.receipts {
		if len(r.Logs) == 0 {
			continue
		}
		for i := range h.Bloom {
			h.Bloom[i] |= r.Bloom[i]
		}
	}
	return h
}

// GenesisHeader is the header of block 0: empty, at this time, under these limits.
func GenesisHeader(env rollup.BlockEnv) *types.Header {
	b := &Builder{env: env, x: new(executor)}
	return b.header()
}

// rawList is the transactions of a block for the transactions root.
type rawList [][]byte

func (l rawList) Len() int                           { return len(l) }
func (l rawList) EncodeIndex(i int, w *bytes.Buffer) { w.Write(l[i]) }

// receiptList is the receipts of a block for the receipts root.
type receiptList []*Receipt

func (l receiptList) Len() int                           { return len(l) }
func (l receiptList) EncodeIndex(i int, w *bytes.Buffer) { w.Write(l[i].Consensus()) }

// Consensus is the consensus encoding: type ‖ rlp[status, cumulative gas, bloom, logs], without the type byte for legacy transactions.
func (r *Receipt) Consensus() []byte {
	var logs []byte
	for _, l := range r.Logs {
		var topics []byte
		for i := range l.Topics {
			topics = appendRLPBytes(topics, l.Topics[i][:])
		}
		body := appendRLPBytes(nil, l.Address[:])
		body = append(appendRLPHeader(body, 0xc0, len(topics)), topics...)
		body = appendRLPBytes(body, l.Data)
		logs = append(appendRLPHeader(logs, 0xc0, len(body)), body...)
	}
	body := appendRLPUint64(nil, r.Status)
	body = appendRLPUint64(body, r.CumulativeGasUsed)
	body = appendRLPBytes(body, r.Bloom[:])
	body = append(appendRLPHeader(body, 0xc0, len(logs)), logs...)
	var out []byte
	if r.Type != types.LegacyTxType {
		out = []byte{r.Type}
	}
	return append(appendRLPHeader(out, 0xc0, len(body)), body...)
}

// bloomOf is the bloom filter of the logs' addresses and topics.
func bloomOf(logs []*types.Log) (bloom types.Bloom) {
	add := func(b []byte) {
		h := crypto.Keccak256Hash(b)
		for i := 0; i < 6; i += 2 {
			bit := (uint(h[i])<<8 | uint(h[i+1])) & 2047
			bloom[types.BloomByteLength-1-bit/8] |= 1 << (bit % 8)
		}
	}
	for _, l := range logs {
		add(l.Address[:])
		for i := range l.Topics {
			add(l.Topics[i][:])
		}
	}
	return bloom
}

// ExecuteBlock executes a whole block. An error means that the block is invalid (ErrInvalidBlock) or that pre has failed.
func ExecuteBlock(cfg *rollup.ChainConfig, chain *rollup.ChainState, pre State, block *rollup.Block) (*BlockResult, error) {
	return executeBlock(cfg, chain, newStateDB(pre, seedOf([]*rollup.Block{block}), precompileAddresses[cfg.Fork]), block)
}

func executeBlock(cfg *rollup.ChainConfig, chain *rollup.ChainState, db *stateDB, block *rollup.Block) (*BlockResult, error) {
	if err := CheckEnv(cfg, &block.Env, chain); err != nil {
		return nil, err
	}
	b, err := newBuilder(cfg, block.Env, chain, db, vm.Config{})
	if err != nil {
		return nil, err
	}
	for i, raw := range block.Txs {
		tx, err := DecodeTx(raw, cfg)
		if err == nil {
			_, err = b.Apply(tx)
		}
		if db.err != nil {
			return nil, fmt.Errorf("block %d: transaction %d: %w", block.Env.Number, i, db.err)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %d: transaction %d: %w", ErrInvalidBlock, block.Env.Number, i, err)
		}
	}
	return b.Finish()
}

package stf

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Finish ends the block. The builder is of no use afterwards.
func (b *Builder) Finish() (*BlockResult, error) {
	db := b.x.db
	diff := db.spanDiff(spanBlock)
	if db.err != nil {
		return nil, db.err
	}
	res := b.finish()
	res.Diff = diff
	return res, nil
}

// finish is the result without the diff.
func (b *Builder) finish() *BlockResult {
	res := &BlockResult{Block: &rollup.Block{Env: b.env, Txs: b.txs}, Header: b.header(), Receipts: b.receipts, PubdataBytes: b.pubdata}
	res.Hash = res.Header.Hash()
	for _, r := range b.receipts {
		for _, l := range r.Logs {
			l.BlockHash = res.Hash
		}
	}
	return res
}

// header is the block's header (docs/spec.md section 3).
func (b *Builder) header() *types.Header {
	zero := uint64(0)
	withdrawals, requests, beaconRoot := types.EmptyWithdrawalsHash, types.EmptyRequestsHash, common.Hash{}
	h := &types.Header{
		ParentHash: b.parent, UncleHash: types.EmptyUncleHash, Coinbase: b.env.Coinbase,
		TxHash:      listRoot(len(b.txs), func(i int) []byte { return b.txs[i] }),
		ReceiptHash: listRoot(len(b.receipts), func(i int) []byte { return b.receipts[i].Consensus() }),
		Difficulty:  bigFromUint64(0), Number: bigFromUint64(b.env.Number), GasLimit: b.env.GasLimit, GasUsed: b.x.gasUsed, Time: b.env.Timestamp,
		Extra: rollup.HeaderExtra(b.env.GasPerPubdata), MixDigest: b.env.PrevRandao, BaseFee: b.env.BaseFee.ToBig(),
		WithdrawalsHash: &withdrawals, BlobGasUsed: &zero, ExcessBlobGas: &zero, ParentBeaconRoot: &beaconRoot, RequestsHash: &requests,
	}
	for _, r := range b.receipts {
		for _, bit := range r.bloomBits {
			setBloom(&h.Bloom, bit)
		}
	}
	return h
}

// GenesisHeader is the header of block 0: empty, at this time, under these limits.
func GenesisHeader(env rollup.BlockEnv) *types.Header {
	b := &Builder{env: env, x: new(executor)}
	return b.header()
}

// Consensus is the consensus encoding: type ‖ rlp[status, cumulative gas, bloom, logs], without the type byte for legacy transactions.
func (r *Receipt) Consensus() []byte {
	logs := 0
	for _, l := range r.Logs {
		body, _ := logSize(l)
		logs += rlpHeaderSize(body) + body
	}
	size := rlpUint64Size(r.Status) + rlpUint64Size(r.CumulativeGasUsed) + rlpSize(r.Bloom[:]) + rlpHeaderSize(logs) + logs
	out := make([]byte, 0, 1+rlpHeaderSize(size)+size)
	if r.Type != types.LegacyTxType {
		out = append(out, r.Type)
	}
	out = appendRLPHeader(out, 0xc0, size)
	out = appendRLPUint64(out, r.Status)
	out = appendRLPUint64(out, r.CumulativeGasUsed)
	out = appendRLPBytes(out, r.Bloom[:])
	out = appendRLPHeader(out, 0xc0, logs)
	for _, l := range r.Logs {
		body, topics := logSize(l)
		out = appendRLPHeader(out, 0xc0, body)
		out = appendRLPBytes(out, l.Address[:])
		out = appendRLPHeader(out, 0xc0, topics)
		for i := range l.Topics {
			out = appendRLPBytes(out, l.Topics[i][:])
		}
		out = appendRLPBytes(out, l.Data)
	}
	return out
}

// logSize is the length of rlp[address, topics, data] and of its topics, without headers.
func logSize(l *types.Log) (body, topics int) {
	topics = len(l.Topics) * (1 + common.HashLength)
	return 1 + common.AddressLength + rlpHeaderSize(topics) + topics + rlpSize(l.Data), topics
}

// bloomOf sets the bits of the logs' addresses and topics in a bloom filter and returns their numbers.
func bloomOf(bloom *types.Bloom, logs []*types.Log) (set []uint16) {
	add := func(b []byte) {
		h := crypto.Keccak256Hash(b)
		for i := 0; i < 6; i += 2 {
			bit := (uint16(h[i])<<8 | uint16(h[i+1])) & (types.BloomBitLength - 1)
			setBloom(bloom, bit)
			set = append(set, bit)
		}
	}
	for _, l := range logs {
		add(l.Address[:])
		for i := range l.Topics {
			add(l.Topics[i][:])
		}
	}
	return set
}

func setBloom(b *types.Bloom, bit uint16) { b[types.BloomByteLength-1-bit/8] |= 1 << (bit % 8) }

// ExecuteBlock executes a whole block. An error means that the block is invalid (ErrInvalidBlock) or that pre has failed.
func ExecuteBlock(cfg *rollup.ChainConfig, chain *rollup.ChainState, pre State, block *rollup.Block) (*BlockResult, error) {
	b, err := executeBlock(cfg, chain, newStateDB(pre, seedOf([]*rollup.Block{block}), precompileAddresses[cfg.Fork]), block)
	if err != nil {
		return nil, err
	}
	return b.Finish()
}

// executeBlock applies the transactions of a block.
func executeBlock(cfg *rollup.ChainConfig, chain *rollup.ChainState, db *stateDB, block *rollup.Block) (*Builder, error) {
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
	return b, nil
}

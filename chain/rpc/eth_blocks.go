package rpc

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// ethBlocks reads blocks, their transactions and receipts.
type ethBlocks struct{ *api }

func byHash(hash common.Hash) BlockID { return BlockID{gethrpc.BlockNumberOrHashWithHash(hash, false)} }

func byNumber(n BlockNumber) BlockID {
	return BlockID{gethrpc.BlockNumberOrHashWithNumber(n.BlockNumber)}
}

// ChainId is eth_chainId.
func (e *ethBlocks) ChainId() hexutil.Uint64 { return hexutil.Uint64(e.back.Config.ChainID) }

// BlockNumber is eth_blockNumber.
func (e *ethBlocks) BlockNumber() (hexutil.Uint64, error) {
	n, err := e.back.Chain.Head()
	return hexutil.Uint64(n), err
}

// Syncing is eth_syncing: false, or the progress of a replica that catches up. A sequencer is always at the head of its own chain.
func (e *ethBlocks) Syncing() (any, error) {
	progress, err := e.syncing()
	if err != nil || progress == nil {
		return false, err
	}
	return progress, nil
}

// Accounts is eth_accounts. The node holds no keys of users.
func (e *ethBlocks) Accounts() []common.Address { return []common.Address{} }

func (e *ethBlocks) marshalled(id BlockID, full bool) (any, error) {
	b, err := e.blockAt(id)
	if err != nil || b == nil {
		return nil, err
	}
	return e.marshalBlock(b, full)
}

// GetBlockByNumber is eth_getBlockByNumber.
func (e *ethBlocks) GetBlockByNumber(n BlockNumber, full bool) (any, error) {
	return e.marshalled(byNumber(n), full)
}

// GetBlockByHash is eth_getBlockByHash.
func (e *ethBlocks) GetBlockByHash(hash common.Hash, full bool) (any, error) {
	return e.marshalled(byHash(hash), full)
}

func (e *ethBlocks) headerOnly(id BlockID) (any, error) {
	b, err := e.blockAt(id)
	if err != nil || b == nil {
		return nil, err
	}
	return marshalHeader(b.Header, b.Hash), nil
}

// GetHeaderByNumber is eth_getHeaderByNumber. There is no pending header.
func (e *ethBlocks) GetHeaderByNumber(n BlockNumber) (any, error) {
	if n.BlockNumber == gethrpc.PendingBlockNumber {
		return nil, nil
	}
	return e.headerOnly(byNumber(n))
}

// GetUncleByBlockNumberAndIndex is eth_getUncleByBlockNumberAndIndex: null, there are none.
func (e *ethBlocks) GetUncleByBlockNumberAndIndex(BlockNumber, hexutil.Uint) any { return nil }

// GetUncleByBlockHashAndIndex is eth_getUncleByBlockHashAndIndex: null, there are none.
func (e *ethBlocks) GetUncleByBlockHashAndIndex(common.Hash, hexutil.Uint) any { return nil }

// GetHeaderByHash is eth_getHeaderByHash.
func (e *ethBlocks) GetHeaderByHash(hash common.Hash) (any, error) { return e.headerOnly(byHash(hash)) }

func (e *ethBlocks) count(id BlockID, of func(*Block) int) (*hexutil.Uint, error) {
	b, err := e.blockAt(id)
	if err != nil || b == nil {
		return nil, err
	}
	n := hexutil.Uint(of(b))
	return &n, nil
}

func txCount(b *Block) int  { return len(b.Txs) }
func noUncles(b *Block) int { return 0 }

// GetBlockTransactionCountByNumber is eth_getBlockTransactionCountByNumber.
func (e *ethBlocks) GetBlockTransactionCountByNumber(n BlockNumber) (*hexutil.Uint, error) {
	return e.count(byNumber(n), txCount)
}

// GetBlockTransactionCountByHash is eth_getBlockTransactionCountByHash.
func (e *ethBlocks) GetBlockTransactionCountByHash(hash common.Hash) (*hexutil.Uint, error) {
	return e.count(byHash(hash), txCount)
}

// GetUncleCountByBlockNumber is eth_getUncleCountByBlockNumber: 0 for every block.
func (e *ethBlocks) GetUncleCountByBlockNumber(n BlockNumber) (*hexutil.Uint, error) {
	return e.count(byNumber(n), noUncles)
}

// GetUncleCountByBlockHash is eth_getUncleCountByBlockHash: 0 for every block.
func (e *ethBlocks) GetUncleCountByBlockHash(hash common.Hash) (*hexutil.Uint, error) {
	return e.count(byHash(hash), noUncles)
}

// GetBlockReceipts is eth_getBlockReceipts.
func (e *ethBlocks) GetBlockReceipts(id BlockID) ([]*ReceiptJSON, error) {
	if isPending(id) {
		return []*ReceiptJSON{}, nil
	}
	number, ok, err := e.find(id)
	if err != nil || !ok {
		return nil, err
	}
	receipts, err := e.receiptsOf(number)
	if err != nil || receipts == nil {
		return nil, err
	}
	out := make([]*ReceiptJSON, len(receipts.receipts))
	for i := range out {
		out[i] = receipts.marshal(i)
	}
	return out, nil
}

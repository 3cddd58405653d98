package stf

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ExecuteBatch executes consecutive blocks on the chain state before them and sums them up. At least one block is needed; an upgrade can only be the batch's first transaction.
// The diffs of the blocks are left empty. Errors are those of ExecuteBlock, and ErrInvalidBlock when the batch holds too much.
func ExecuteBatch(cfg *rollup.ChainConfig, before *rollup.ChainState, pre State, blocks []*rollup.Block) (*BatchResult, error) {
	if len(blocks) == 0 {
		return nil, fmt.Errorf("%w: batch without blocks", ErrInvalidBlock)
	}
	res := &BatchResult{After: *before}
	db := newStateDB(pre, seedOf(blocks), precompileAddresses[cfg.Fork])
	s := summary{cfg: cfg, res: res}
	for i, block := range blocks {
		b, err := executeBlock(cfg, &res.After, db, block)
		if err != nil {
			return nil, err
		}
		r := b.finish()
		res.After.Push(block.Env.Number, block.Env.Timestamp, r.Hash)
		res.Blocks = append(res.Blocks, r)
		if err := s.add(i, r); err != nil {
			return nil, fmt.Errorf("block %d: %w", block.Env.Number, err)
		}
	}
	res.Diff = db.spanDiff(spanBatch)
	if db.err != nil {
		return nil, db.err
	}
	s.finish(blocks[0].Env.Timestamp)
	return res, nil
}

// Summarize is the batch result of blocks that were executed one by one, given the net diff over them.
func Summarize(cfg *rollup.ChainConfig, before *rollup.ChainState, results []*BlockResult, diff rollup.StateDiff) (*BatchResult, error) {
	if len(results) == 0 {
		return nil, fmt.Errorf("%w: batch without blocks", ErrInvalidBlock)
	}
	res := &BatchResult{After: *before, Blocks: results, Diff: diff}
	s := summary{cfg: cfg, res: res}
	for i, r := range results {
		res.After.Push(r.Block.Env.Number, r.Block.Env.Timestamp, r.Hash)
		if err := s.add(i, r); err != nil {
			return nil, fmt.Errorf("block %d: %w", r.Block.Env.Number, err)
		}
	}
	s.finish(results[0].Block.Env.Timestamp)
	return res, nil
}

// summary collects what a batch's blocks tell L1.
type summary struct {
	cfg *rollup.ChainConfig
	res *BatchResult
	txs int
	ops []common.Hash
}

func (s *summary) add(block int, r *BlockResult) error {
	for i, receipt := range r.Receipts {
		switch receipt.Type {
		case rollup.PriorityTxType:
			s.ops = append(s.ops, receipt.TxHash)
		case rollup.UpgradeTxType:
			if block != 0 || i != 0 {
				return fmt.Errorf("%w: %w: upgrade is not the batch's first transaction", ErrInvalidBlock, ErrOrder)
			}
			s.res.Output.UpgradeTxHash = receipt.TxHash
		default:
			s.res.Output.NumL2Txs++
		}
		if s.txs == rollup.MaxBatchTxs {
			return fmt.Errorf("%w: more than %d transactions in a batch", ErrInvalidBlock, rollup.MaxBatchTxs)
		}
		for _, l := range receipt.L2ToL1Logs {
			l.TxNumberInBatch = uint16(s.txs)
			s.res.Pubdata.Logs = append(s.res.Pubdata.Logs, l)
			s.res.LogLeaves = append(s.res.LogLeaves, l.Hash())
		}
		s.res.Pubdata.Messages = append(s.res.Pubdata.Messages, receipt.Messages...)
		s.txs++
	}
	if len(s.res.LogLeaves) > rollup.MaxBatchLogs {
		return fmt.Errorf("%w: more than %d logs in a batch", ErrInvalidBlock, rollup.MaxBatchLogs)
	}
	return nil
}

func (s *summary) finish(firstTimestamp uint64) {
	r := s.res
	r.Pubdata.FirstBlock = r.Blocks[0].Block.Env.Number
	r.Pubdata.LastBlock, r.Pubdata.LastTimestamp = r.After.LastBlock, r.After.LastTimestamp
	r.Pubdata.LastBlockHash = r.After.BlockHash(r.After.LastBlock)
	r.Pubdata.Diff = r.Diff
	r.Output.ChainID = s.cfg.ChainID
	r.Output.FirstBlockTimestamp, r.Output.LastBlockTimestamp = firstTimestamp, r.After.LastTimestamp
	r.Output.NumL1Txs = uint64(len(s.ops))
	r.Output.PriorityOpsHash = rollup.RollingHash(s.ops)
	r.Output.L2LogsRoot = rollup.L2LogsRoot(r.LogLeaves)
}

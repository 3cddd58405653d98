package sequencer

import (
	"errors"
	"fmt"
	"time"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
)

// Config is how blocks are made.
type Config struct {
	BlockTime         time.Duration // least time between blocks
	OnDemand          bool          // make a block as soon as there is something to include, not at the next block time
	EmptyBlocks       bool          // make a block at every block time, even with nothing to include
	Coinbase          common.Address
	Limits            Limits
	MaxUnsealedBlocks uint64 // pause while so many blocks are in no sealed batch; 0: never
}

// Limits are what one block may hold.
type Limits struct {
	Gas          uint64 // at most the chain's block gas limit, which a block with a priority operation that needs more gets
	Txs          int
	PubdataBytes uint64 // that the transactions may publish; below the capacity of a batch, which holds whole blocks
	L2ToL1Logs   int    // at most rollup.MaxBatchLogs
	PriorityOps  int    // at most as many as L1 can take in one transaction, see package batch
}

// batchOverheadBytes is kept free of a batch's capacity for what no transaction pays for: the batch's head, the fee recipient, the block hash slots.
const batchOverheadBytes = 4096

// leastPubdata has room for what a priority operation publishes even when it fails.
const leastPubdata = 1024

// DefaultConfig fits a chain whose pubdata goes where scheme says.
func DefaultConfig(chain *rollup.ChainConfig, scheme rollup.DAScheme) Config {
	return Config{
		BlockTime: 250 * time.Millisecond,
		Limits: Limits{
			Gas: chain.BlockGasLimit, Txs: 5000, PubdataBytes: scheme.Capacity() - batchOverheadBytes, L2ToL1Logs: rollup.MaxBatchLogs, PriorityOps: 1000,
		},
	}
}

// Check says what is wrong with the configuration for the chain.
func (c *Config) Check(chain *rollup.ChainConfig) error {
	switch l := &c.Limits; {
	case c.BlockTime <= 0:
		return fmt.Errorf("sequencer: block time of %v", c.BlockTime)
	case l.Gas == 0 || l.Gas > chain.BlockGasLimit:
		return fmt.Errorf("sequencer: block gas limit %d, the chain allows %d", l.Gas, chain.BlockGasLimit)
	case l.Txs <= 0 || l.Txs > rollup.MaxBatchTxs:
		return fmt.Errorf("sequencer: %d transactions in a block, a batch holds %d", l.Txs, rollup.MaxBatchTxs)
	case l.L2ToL1Logs <= 0 || l.L2ToL1Logs > rollup.MaxBatchLogs:
		return fmt.Errorf("sequencer: %d logs to L1 in a block, a batch holds %d", l.L2ToL1Logs, rollup.MaxBatchLogs)
	case l.PubdataBytes < leastPubdata:
		return fmt.Errorf("sequencer: %d bytes of pubdata in a block, a priority operation that fails needs %d", l.PubdataBytes, leastPubdata)
	case l.PriorityOps <= 0:
		return errors.New("sequencer: no priority operations in a block")
	}
	return nil
}

package fees

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/holiman/uint256"
)

// Config is the operator's fee policy.
type Config struct {
	MinBaseFee       uint64          // wei per gas; the base fee never goes below it
	Elastic          bool            // let the base fee follow demand as EIP-1559 does
	TargetGas        uint64          // gas of a block at which an elastic base fee stays; 0 means half of the block gas limit
	ElasticStep      uint64          // an elastic base fee moves by at most 1/ElasticStep a block
	MarginPercent    uint64          // added to the L1 price of a pubdata byte
	MaxStep          uint64          // either price moves by at most 1/MaxStep a block towards its L1 target
	DAScheme         rollup.DAScheme // where pubdata goes, hence what it costs
	MaxGasPerPubdata uint64          // of the chain configuration
}

// DefaultConfig is the policy of a development network. With 250 ms blocks an ElasticStep of 400 follows demand as fast as Ethereum's 8 does with 12 s blocks.
func DefaultConfig() Config {
	return Config{MinBaseFee: 100_000_000, ElasticStep: 400, MarginPercent: 20, MaxStep: 8, DAScheme: rollup.DABlobs, MaxGasPerPubdata: 50_000}
}

// Check says what is wrong with the policy.
func (c *Config) Check() error {
	switch {
	case c.MinBaseFee == 0:
		return fmt.Errorf("fees: minimum base fee is zero")
	case c.ElasticStep == 0:
		return fmt.Errorf("fees: elastic step is zero")
	case c.MaxStep == 0:
		return fmt.Errorf("fees: maximum step is zero")
	case c.MarginPercent > 10_000:
		return fmt.Errorf("fees: margin of %d %% is above 10000 %%", c.MarginPercent)
	case c.DAScheme != rollup.DABlobs && c.DAScheme != rollup.DACalldata && c.DAScheme != rollup.DAValidium:
		return fmt.Errorf("fees: unknown data availability scheme %d", c.DAScheme)
	}
	return nil
}

// L1Prices is one sample of what settlement pays on L1.
type L1Prices struct {
	BaseFee     uint256.Int // wei per gas
	BlobBaseFee uint256.Int // wei per blob gas
}

// Prices are the two prices of a block.
type Prices struct {
	BaseFee       uint256.Int // wei per gas
	GasPerPubdata uint64      // gas per pubdata byte
}

// Parent is what the prices of a block depend on in the block before it.
type Parent struct {
	Prices
	GasUsed, GasLimit uint64 // gas
}

package rollup

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
)

// Fork selects the EVM rules of a chain.
type Fork uint8

// Forks, docs/spec.md section 6. The zero value is invalid.
const (
	ForkCancun Fork = 1
	ForkPrague Fork = 2
	ForkOsaka  Fork = 3
)

// ChainConfig is what the state transition of a chain depends on besides its state and its blocks. Its hash is bound into every public input.
type ChainConfig struct {
	ChainID          uint64 `json:"chainId"`
	Fork             Fork   `json:"fork"`
	BlockGasLimit    uint64 `json:"blockGasLimit"`    // gas; a block's limit may not exceed it
	MaxGasPerPubdata uint64 `json:"maxGasPerPubdata"` // gas per pubdata byte; a block's price may not exceed it
}

// Check says what is wrong with the configuration.
func (c *ChainConfig) Check() error {
	switch {
	case c.ChainID == 0:
		return fmt.Errorf("chain config: chain id is zero")
	case c.Fork < ForkCancun || c.Fork > ForkOsaka:
		return fmt.Errorf("chain config: unknown fork %d", c.Fork)
	case c.BlockGasLimit == 0:
		return fmt.Errorf("chain config: block gas limit is zero")
	}
	return nil
}

// Hash is chainConfigHash of docs/spec.md section 6.
func (c *ChainConfig) Hash() common.Hash {
	return keccak(word(1), word(c.ChainID), word(uint64(c.Fork)), word(c.BlockGasLimit), word(c.MaxGasPerPubdata))
}

// EVM is the configuration in geth's form: every fork up to c.Fork active from the first block on.
func (c *ChainConfig) EVM() *params.ChainConfig {
	zero := uint64(0)
	e := &params.ChainConfig{
		ChainID:                 new(big.Int).SetUint64(c.ChainID),
		HomesteadBlock:          new(big.Int),
		EIP150Block:             new(big.Int),
		EIP155Block:             new(big.Int),
		EIP158Block:             new(big.Int),
		ByzantiumBlock:          new(big.Int),
		ConstantinopleBlock:     new(big.Int),
		PetersburgBlock:         new(big.Int),
		IstanbulBlock:           new(big.Int),
		MuirGlacierBlock:        new(big.Int),
		BerlinBlock:             new(big.Int),
		LondonBlock:             new(big.Int),
		ArrowGlacierBlock:       new(big.Int),
		GrayGlacierBlock:        new(big.Int),
		TerminalTotalDifficulty: new(big.Int),
		MergeNetsplitBlock:      new(big.Int),
		ShanghaiTime:            &zero,
		CancunTime:              &zero,
		BlobScheduleConfig: &params.BlobScheduleConfig{
			Cancun: params.DefaultCancunBlobConfig,
			Prague: params.DefaultPragueBlobConfig,
		},
	}
	if c.Fork >= ForkPrague {
		e.PragueTime = &zero
	}
	if c.Fork >= ForkOsaka {
		e.OsakaTime = &zero
	}
	return e
}

package deploy

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Operators are the accounts that get roles in ValidatorTimelock. Committer has to be another account than the others when data go into blobs.
type Operators struct {
	Committer common.Address `json:"committer"`
	Prover    common.Address `json:"prover"`
	Executor  common.Address `json:"executor"`
	Reverter  common.Address `json:"reverter"`
}

// Fees are the parameters of the price of priority operations, IMailbox.l2TransactionBaseCost.
type Fees struct {
	BatchOverheadL1Gas   uint32 `json:"batchOverheadL1Gas"`
	MaxPubdataPerBatch   uint32 `json:"maxPubdataPerBatch"` // bytes
	MaxL2GasPerBatch     uint32 `json:"maxL2GasPerBatch"`
	PriorityTxMaxPubdata uint32 `json:"priorityTxMaxPubdata"` // bytes
	MinimalL2GasPriceWei uint64 `json:"minimalL2GasPriceWei"`
}

// Config is what determines a deployment: all addresses follow from it.
type Config struct {
	L1ChainID uint64         `json:"l1ChainId"`
	Deployer  common.Address `json:"deployer"` // sends everything; owner and administrator until the handover
	Owner     common.Address `json:"owner"`    // of the ecosystem in the end
	Admin     common.Address `json:"admin"`    // of the chain in the end
	Salt      common.Hash    `json:"salt"`     // other salt, other addresses

	Chain              rollup.ChainConfig `json:"chain"`
	DAScheme           rollup.DAScheme    `json:"daScheme"`
	Operators          Operators          `json:"operators"`
	Fees               Fees               `json:"fees"`
	PriorityTxMaxGas   uint64             `json:"priorityTxMaxGas"` // L2 gas
	ProtocolVersion    uint64             `json:"protocolVersion"`
	ExecutionDelay     uint32             `json:"executionDelaySeconds"`
	BatchNotOlder      uint64             `json:"batchNotOlderSeconds"`
	PriorityExpiration uint64             `json:"priorityExpirationSeconds"`
	TestToken          bool               `json:"testToken"` // a token that anybody can mint
}

// protocolVersion 0.31.0 in the packing of semantic versions that the contracts use: minor in bits 32 to 63.
const protocolVersion = 31 << 32

// DefaultConfig is a deployment for a development network: one account owns everything, no execution delay.
func DefaultConfig(l1ChainID uint64, chain rollup.ChainConfig, scheme rollup.DAScheme, deployer common.Address, operators Operators) Config {
	return Config{
		L1ChainID: l1ChainID, Deployer: deployer, Owner: deployer, Admin: deployer, Chain: chain, DAScheme: scheme, Operators: operators,
		Fees: Fees{
			BatchOverheadL1Gas: 1_000_000, MaxPubdataPerBatch: uint32(min(scheme.Capacity(), rollup.MaxBlobPubdata)), MaxL2GasPerBatch: 80_000_000,
			PriorityTxMaxPubdata: 99_000, MinimalL2GasPriceWei: 250_000_000,
		},
		PriorityTxMaxGas: min(1<<24, chain.BlockGasLimit), ProtocolVersion: protocolVersion,
		BatchNotOlder: uint64((3 * 24 * time.Hour).Seconds()), PriorityExpiration: uint64((14 * 24 * time.Hour).Seconds()), TestToken: true,
	}
}

// MaxChainID is the largest chain id that the Bridgehub takes (MAX_CHAIN_ID in contracts/src/bridgehub/Bridgehub.sol).
const MaxChainID = 1<<48 - 1

// Check refuses what the contracts would refuse, and what nobody means.
func (c *Config) Check() error {
	if err := c.Chain.Check(); err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	zero := common.Address{}
	switch {
	case c.L1ChainID == 0:
		return errors.New("deploy: the chain id of L1 is zero")
	case c.L1ChainID == c.Chain.ChainID:
		return fmt.Errorf("deploy: L1 has chain id %d, too: choose another one for L2", c.Chain.ChainID)
	case c.Chain.ChainID > MaxChainID:
		return fmt.Errorf("deploy: chain id %d is above %d, the most that the Bridgehub takes", c.Chain.ChainID, uint64(MaxChainID))
	case c.Deployer == zero || c.Owner == zero || c.Admin == zero:
		return errors.New("deploy: deployer, owner or admin is missing")
	case c.Operators.Committer == zero || c.Operators.Prover == zero || c.Operators.Executor == zero || c.Operators.Reverter == zero:
		return errors.New("deploy: an operator is missing")
	case c.DAScheme != rollup.DABlobs && c.DAScheme != rollup.DACalldata && c.DAScheme != rollup.DAValidium:
		return fmt.Errorf("deploy: data availability scheme %d", c.DAScheme)
	case c.Fees.MaxPubdataPerBatch == 0 || c.Fees.MaxL2GasPerBatch == 0 || c.Fees.PriorityTxMaxPubdata > c.Fees.MaxPubdataPerBatch:
		return fmt.Errorf("deploy: fee parameters %+v", c.Fees)
	case c.PriorityTxMaxGas == 0 || c.PriorityTxMaxGas > c.Chain.BlockGasLimit:
		return fmt.Errorf("deploy: priority operations of %d gas in blocks of %d", c.PriorityTxMaxGas, c.Chain.BlockGasLimit)
	case c.PriorityExpiration == 0 || c.BatchNotOlder == 0:
		return errors.New("deploy: a time limit is zero")
	}
	return nil
}

// id names the configuration.
func (c *Config) id() (common.Hash, error) {
	enc, err := json.Marshal(c)
	return crypto.Keccak256Hash(enc), err
}

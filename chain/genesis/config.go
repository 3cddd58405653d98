package genesis

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/rollup"
)

// EtherAddress stands for ether where the L1 contracts take a token address.
var EtherAddress = common.HexToAddress("0x01")

// maxName is how long a string may be to fit into one storage slot.
const maxName = 31

// Config says what a chain begins with.
type Config struct {
	Chain         rollup.ChainConfig `json:"chain"`
	Timestamp     uint64             `json:"timestamp"`     // seconds
	BaseFee       uint64             `json:"baseFee"`       // wei per gas, of block 0
	GasPerPubdata uint64             `json:"gasPerPubdata"` // gas per pubdata byte, of block 0
	Coinbase      common.Address     `json:"coinbase"`      // of block 0

	L1ChainID       uint64         `json:"l1ChainId"`
	L1AssetRouter   common.Address `json:"l1AssetRouter"` // the proxy
	BaseToken       common.Address `json:"baseToken"`     // on L1; EtherAddress for ether
	BaseTokenName   string         `json:"baseTokenName"`
	BaseTokenSymbol string         `json:"baseTokenSymbol"`

	// Prefund moves wei out of 0x800a at genesis. Nothing on L1 stands behind it: see the package documentation.
	Prefund map[common.Address]*hexutil.Big `json:"prefund,omitempty"`
}

// Default is the configuration of an ether chain with id chainID, for which the L1 side is still to be filled in.
func Default(chainID uint64) Config {
	return Config{
		Chain: rollup.ChainConfig{
			ChainID: chainID, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000,
		},
		BaseFee:         100_000_000,
		BaseToken:       EtherAddress,
		BaseTokenName:   "Ether",
		BaseTokenSymbol: "ETH",
	}
}

// Check says what is wrong with the configuration.
func (c *Config) Check() error {
	if err := c.Chain.Check(); err != nil {
		return fmt.Errorf("genesis: %w", err)
	}
	switch {
	case c.L1ChainID == 0:
		return errors.New("genesis: L1 chain id is zero")
	case c.L1ChainID == c.Chain.ChainID:
		return fmt.Errorf("genesis: chain id %d is that of L1", c.L1ChainID)
	case c.L1AssetRouter == common.Address{}:
		return errors.New("genesis: no L1 asset router")
	case c.BaseToken == common.Address{}:
		return errors.New("genesis: no base token")
	case len(c.BaseTokenName) > maxName || len(c.BaseTokenSymbol) > maxName:
		return fmt.Errorf("genesis: base token name or symbol is longer than %d bytes", maxName)
	case c.GasPerPubdata > c.Chain.MaxGasPerPubdata:
		return fmt.Errorf("genesis: gas per pubdata %d above the maximum %d", c.GasPerPubdata, c.Chain.MaxGasPerPubdata)
	}
	return c.checkPrefund()
}

func (c *Config) checkPrefund() error {
	sum := new(big.Int)
	for addr, amount := range c.Prefund {
		if amount == nil || amount.ToInt().Sign() <= 0 {
			return fmt.Errorf("genesis: prefund of %s is not positive", addr)
		}
		sum.Add(sum, amount.ToInt())
	}
	if supply := rollup.BaseTokenSupply().ToBig(); sum.Cmp(supply) > 0 {
		return fmt.Errorf("genesis: prefund of %d wei exceeds the supply of %d wei", sum, supply)
	}
	return nil
}

// Decode reads a configuration: JSON without unknown fields and without anything behind it, which passes Check.
func Decode(data []byte) (*Config, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var c Config
	if err := dec.Decode(&c); err != nil {
		return nil, fmt.Errorf("decode genesis: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("decode genesis: data after the configuration")
	}
	if err := c.Check(); err != nil {
		return nil, err
	}
	return &c, nil
}

// Encode writes the configuration as Decode reads it.
func (c *Config) Encode() ([]byte, error) {
	return json.MarshalIndent(c, "", "  ")
}

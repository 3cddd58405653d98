package l1

import (
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// Config of an embedded L1. [DefaultConfig] is ready to use.
type Config struct {
	DataDir    string        // where chain, pools and blobs are kept; "" keeps them in memory
	Host       string        // listening address
	Port       int           // 0 picks a free one
	ChainID    uint64        // of the chain and the network
	Period     time.Duration // time between blocks, at least 1 s; 0 seals a block as soon as a transaction is there
	GasLimit   uint64        // gas of a block
	BalanceWei *big.Int      // what Accounts, Operators and Extra get at genesis
	Extra      []common.Address
	Log        *slog.Logger
}

// DefaultConfig is an L1 in memory on a free loopback port with a block every second.
func DefaultConfig() Config {
	tenMillion := new(big.Int).Mul(big.NewInt(10_000_000), big.NewInt(params.Ether))
	return Config{Host: "127.0.0.1", ChainID: 31337, Period: time.Second, GasLimit: 60_000_000, BalanceWei: tenMillion, Log: slog.Default()}
}

// Check refuses what cannot run.
func (c *Config) Check() error {
	switch {
	case c.ChainID == 0:
		return errors.New("l1: chain id is zero")
	case c.Period != 0 && c.Period < time.Second:
		return fmt.Errorf("l1: period %v is below one second, the unit of block timestamps", c.Period)
	case c.GasLimit < params.MinGasLimit:
		return fmt.Errorf("l1: gas limit %d is below %d", c.GasLimit, params.MinGasLimit)
	case c.BalanceWei == nil || c.BalanceWei.Sign() < 0:
		return errors.New("l1: balance of the development accounts is missing")
	case c.Log == nil:
		return errors.New("l1: logger is missing")
	}
	return nil
}

// genesis is go-ethereum's development genesis without its newest fork: Bogota without Amsterdam reprices the EVM, which no public network does.
func (c *Config) genesis() *core.Genesis {
	g := core.DeveloperGenesisBlock(c.GasLimit, nil)
	zero := uint64(0)
	g.Config.ChainID = new(big.Int).SetUint64(c.ChainID)
	g.Config.BogotaTime, g.Config.BPO1Time, g.Config.BPO2Time = nil, &zero, &zero
	g.Config.BlobScheduleConfig = &params.BlobScheduleConfig{
		Cancun: params.DefaultCancunBlobConfig, Prague: params.DefaultPragueBlobConfig,
		BPO1: params.DefaultBPO1BlobConfig, BPO2: params.DefaultBPO2BlobConfig,
	}
	fund := func(a common.Address) { g.Alloc[a] = types.Account{Balance: new(big.Int).Set(c.BalanceWei)} }
	for _, a := range Accounts() {
		fund(a.Address)
	}
	for _, a := range Operators() {
		fund(a.Address)
	}
	for _, a := range c.Extra {
		fund(a)
	}
	g.Alloc[create2Deployer] = types.Account{Nonce: 1, Code: common.FromHex(create2DeployerCode), Balance: new(big.Int)}
	return g
}

// The deterministic CREATE2 deployer that every public network has: call data is salt ‖ init code.
var create2Deployer = common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")

const create2DeployerCode = "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3"

package load

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/params"
)

// Config is the load.
type Config struct {
	Duration    time.Duration // of each throughput measurement
	Paced       time.Duration // of the latency measurement
	Rate        int           // transactions per second of the latency measurement
	Accounts    int           // in the state, beside the senders
	Senders     int
	Connections int
	Batch       int  // transactions in a request
	InFlight    int  // transactions that wait for a block
	Stream      bool // blocks go to the embedded block stream before they are shown, as in every node
	Otterscan   bool // with the index of addresses, which go-ethereum does not have
}

// DefaultConfig is a minute of each kind of transfer.
func DefaultConfig() Config {
	return Config{
		Duration: time.Minute, Paced: 20 * time.Second, Rate: 1000, Accounts: 1_000_000, Senders: 5000, Connections: 4, Batch: 250, InFlight: 20_000,
		Stream: true,
	}
}

// Check says what cannot be measured.
func (c *Config) Check() error {
	switch {
	case c.Duration <= 0 || c.Paced <= 0 || c.Rate <= 0:
		return errors.New("load: a duration or the rate is not positive")
	case c.Connections <= 0 || c.Senders < c.Connections || c.Senders > 1_000_000:
		return fmt.Errorf("load: %d senders on %d connections", c.Senders, c.Connections)
	case c.Accounts < 1 || c.Accounts > 100_000_000:
		return fmt.Errorf("load: %d accounts", c.Accounts)
	case c.Batch < 1 || c.Batch > 1000:
		return fmt.Errorf("load: %d transactions in a request, a server takes 1 to 1000", c.Batch)
	case c.InFlight < c.Batch*c.Connections || c.InFlight > maxInFlight:
		return fmt.Errorf("load: %d transactions in flight, want %d to %d", c.InFlight, c.Batch*c.Connections, maxInFlight)
	}
	return nil
}

// maxInFlight fits the pools.
const maxInFlight = 50_000

// What a transaction offers and may use. The fee is far above any base fee that the load can cause; balances are beyond what is ever spent.
const (
	tipWei      = params.GWei
	feeCapWei   = 10_000 * params.GWei
	ethGas      = 30_000
	erc20Gas    = 150_000
	chainID     = 271
	gethChainID = 1337
	blockGas    = 100_000_000
)

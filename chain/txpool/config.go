package txpool

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool/legacypool"
)

// Config is the pool's limits.
type Config struct {
	JournalPath      string        // file of the journal; "" keeps nothing
	MinBaseFee       uint64        // wei per gas; a smaller fee cap can never be included
	MinTip           uint64        // wei per gas
	PriceBumpPercent uint64        // that a replacement must offer more
	AccountSlots     uint64        // executable transactions that every account may have, in units of 32 KiB
	GlobalSlots      uint64        // executable transactions of all accounts
	AccountQueue     uint64        // waiting transactions of one account
	GlobalQueue      uint64        // waiting transactions of all accounts
	LargeBytes       uint64        // that transactions above LargeTxBytes may have together; with them the pool is bounded by this and by GlobalSlots + GlobalQueue times LargeTxBytes
	Lifetime         time.Duration // of an account's waiting transactions
	AllowUnprotected bool          // accept transactions that are valid on every chain (before EIP-155)
	Observer         Observer      // nil: nobody
}

// Observer is told what became of transactions. It is called by those who wait for the answer and must be quick.
type Observer interface {
	Added(errs []error)                     // one for each transaction that was offered: nil is admitted
	Refused(hash common.Hash, reason error) // by block building, after it was admitted
}

// DefaultConfig has room for some 30 blocks of transfers; go-ethereum's limits are made for 12 s blocks and a public network.
func DefaultConfig() Config {
	return Config{PriceBumpPercent: 10, AccountSlots: 1024, GlobalSlots: 65_536, AccountQueue: 1024, GlobalQueue: 16_384, LargeBytes: 128 << 20, Lifetime: 3 * time.Hour}
}

// Check says what is wrong with the limits.
func (c *Config) Check() error {
	if c.PriceBumpPercent == 0 || c.AccountSlots == 0 || c.GlobalSlots == 0 || c.AccountQueue == 0 || c.GlobalQueue == 0 || c.LargeBytes == 0 {
		return errors.New("txpool: a limit is zero")
	}
	if c.Lifetime <= 0 {
		return fmt.Errorf("txpool: lifetime of %v", c.Lifetime)
	}
	return nil
}

func (c *Config) legacy() legacypool.Config {
	return legacypool.Config{
		NoLocals: true, PriceLimit: 1, PriceBump: c.PriceBumpPercent, AccountSlots: c.AccountSlots, GlobalSlots: c.GlobalSlots,
		AccountQueue: c.AccountQueue, GlobalQueue: c.GlobalQueue, Lifetime: c.Lifetime,
	}
}

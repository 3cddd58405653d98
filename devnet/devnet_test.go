package devnet_test

import (
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/devnet"
)

// A network that lay on the disk for a month has blocks that no batch holds yet. L1 has to take them all the same, or everything behind them is stuck.
func TestOldBlocksAreSettled(t *testing.T) {
	d := running(t, func(cfg *devnet.Config) {
		cfg.BatchAge, cfg.L1Period = time.Hour, devnet.DefaultConfig().L1Period // only SealNow seals
	})
	if err := d.EmbeddedL1().AdvanceTime(30 * 24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	settled(t, d, 1, true)
}

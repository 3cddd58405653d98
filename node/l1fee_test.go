package node

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// What the node offers to L1 is limited without anybody's doing, the limit is in gwei, and none at all is refused.
func TestL1MaxFee(t *testing.T) {
	c := DefaultConfig(rollup.DACalldata)
	if got := c.l1MaxFeeWei(); got.Cmp(txmgr.HighestFeeWei) != 0 {
		t.Errorf("by default %v wei, want %v", got, txmgr.HighestFeeWei)
	}
	c.L1MaxFee = 3
	if got := c.l1MaxFeeWei(); got.Cmp(big.NewInt(3e9)) != 0 {
		t.Errorf("3 gwei are %v wei", got)
	}
	c.L1MaxFee = math.MaxUint64
	if got := c.l1MaxFeeWei(); got.Sign() <= 0 || got.BitLen() != 94 {
		t.Errorf("the highest setting is %v wei", got)
	}
	c.L1MaxFee, c.DataDir = 0, "data"
	if err := c.Check(); err == nil || !strings.Contains(err.Error(), "nothing could be settled") {
		t.Errorf("0: %v", err)
	}
}

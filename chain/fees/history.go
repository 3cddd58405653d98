package fees

import (
	"fmt"
	"slices"

	"github.com/holiman/uint256"
)

// TxTip is one transaction of a block as fee history sees it.
type TxTip struct {
	Tip     uint256.Int // wei per gas above the base fee
	GasUsed uint64      // gas
}

// Rewards is eth_feeHistory's reward row of a block: for each percentile, the tip at which that share of the block's gas paid at most as much.
// Percentiles ascend within 0 to 100; an empty block gives zeros. The order of txs is not kept.
func Rewards(txs []TxTip, percentiles []float64) ([]uint256.Int, error) {
	for i, p := range percentiles {
		if !(p >= 0 && p <= 100) || (i > 0 && p < percentiles[i-1]) {
			return nil, fmt.Errorf("percentile %d: %v is out of order or not within 0 to 100", i, p)
		}
	}
	out := make([]uint256.Int, len(percentiles))
	if len(txs) == 0 {
		return out, nil
	}
	slices.SortStableFunc(txs, func(a, b TxTip) int { return a.Tip.Cmp(&b.Tip) })
	total := uint64(0)
	for i := range txs {
		total += txs[i].GasUsed
	}
	at, sum := 0, txs[0].GasUsed
	for i, p := range percentiles {
		for threshold := uint64(float64(total) * p / 100); sum < threshold && at < len(txs)-1; {
			at++
			sum += txs[at].GasUsed
		}
		out[i] = txs[at].Tip
	}
	return out, nil
}

package watch

import (
	"context"
	"fmt"
	"math/big"
)

// Prices of L1 at its head, in wei per gas.
type Prices struct {
	L1Block        uint64
	L1Time         uint64 // seconds
	BaseFeeWei     *big.Int
	TipWei         *big.Int
	BlobBaseFeeWei *big.Int
}

// Prices are the newest sample; false before the first.
func (w *Watcher) Prices() (Prices, bool) {
	if p := w.prices.Load(); p != nil {
		return *p, true
	}
	return Prices{}, false
}

func (w *Watcher) samplePrices(ctx context.Context) error {
	head, err := w.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return fmt.Errorf("watch: head: %w", err)
	}
	if p := w.prices.Load(); p != nil && p.L1Block == head.Number.Uint64() {
		return nil
	}
	tip, err := w.l1.SuggestGasTipCap(ctx)
	if err != nil {
		return fmt.Errorf("watch: tip: %w", err)
	}
	blob, err := w.l1.BlobBaseFee(ctx)
	if err != nil {
		return fmt.Errorf("watch: blob base fee: %w", err)
	}
	w.prices.Store(&Prices{L1Block: head.Number.Uint64(), L1Time: head.Time, BaseFeeWei: head.BaseFee, TipWei: tip, BlobBaseFeeWei: blob})
	return nil
}

package txmgr

import (
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
)

// market is what gas costs on L1 now, wei per gas.
type market struct{ baseFee, tip, blobBaseFee *big.Int }

// fees of one attempt, wei per gas. blob is nil when there are no blobs.
type fees struct{ tip, feeCap, blobCap *big.Int }

// Pools ask for this much more to replace a transaction, in percent.
const (
	bumpPercent     = 10
	bumpPercentBlob = 100
)

// SmallFeeWei is an amount per gas that is not worth saving: pools have minimums that the market does not show.
var SmallFeeWei = big.NewInt(5e9)

// sensibleTip bounds what a node suggests: a tip is paid in full whatever the block costs, and one wrong answer must not cost the account.
func sensibleTip(suggested, baseFee *big.Int) *big.Int {
	if most := larger(SmallFeeWei, baseFee); suggested.Cmp(most) > 0 {
		return most
	}
	return suggested
}

// fairFees is what to offer at these prices: base fees may double before the offer is too low.
func fairFees(m market, blobs bool) fees {
	f := fees{tip: new(big.Int).Set(m.tip), feeCap: new(big.Int).Lsh(m.baseFee, 1)}
	f.feeCap.Add(f.feeCap, f.tip)
	if blobs {
		f.blobCap = new(big.Int).Lsh(m.blobBaseFee, 1)
	}
	return f
}

// raise is the least offer that replaces old and is fair.
func raise(old fees, m market) fees {
	blobs := old.blobCap != nil
	percent := int64(bumpPercent)
	if blobs {
		percent = bumpPercentBlob
	}
	f := fairFees(m, blobs)
	f.tip = larger(f.tip, more(old.tip, percent))
	f.feeCap = larger(larger(f.feeCap, more(old.feeCap, percent)), f.tip)
	if blobs {
		f.blobCap = larger(f.blobCap, more(old.blobCap, percent))
	}
	return f
}

// more is x raised by percent, rounded up, and by at least one.
func more(x *big.Int, percent int64) *big.Int {
	y := new(big.Int).Mul(x, big.NewInt(100+percent))
	y.Add(y, big.NewInt(99)).Div(y, big.NewInt(100))
	return larger(y, new(big.Int).Add(x, big.NewInt(1)))
}

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}

// tooLow reports whether an offer cannot be included at these prices.
func (f fees) tooLow(m market) bool {
	return f.feeCap.Cmp(m.baseFee) < 0 || (f.blobCap != nil && f.blobCap.Cmp(m.blobBaseFee) < 0)
}

func feesOf(tx *types.Transaction) fees {
	return fees{tip: tx.GasTipCap(), feeCap: tx.GasFeeCap(), blobCap: tx.BlobGasFeeCap()}
}

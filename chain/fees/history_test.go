package fees

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

func TestRewards(t *testing.T) {
	txs := []TxTip{{*uint256.NewInt(30), 100}, {*uint256.NewInt(10), 100}, {*uint256.NewInt(20), 200}}
	got, err := Rewards(txs, []float64{0, 25, 26, 50, 75, 100})
	if err != nil {
		t.Fatal(err)
	}
	var tips []uint64
	for i := range got {
		tips = append(tips, got[i].Uint64())
	}
	if want := []uint64{10, 10, 20, 20, 20, 30}; !slices.Equal(tips, want) {
		t.Fatalf("rewards %v, want %v", tips, want)
	}
	if empty, err := Rewards(nil, []float64{50}); err != nil || !empty[0].IsZero() {
		t.Fatalf("empty block: %v %v", empty, err)
	}
	for _, bad := range [][]float64{{-1}, {101}, {50, 40}, {math.NaN()}} {
		if _, err := Rewards(txs, bad); err == nil {
			t.Errorf("percentiles %v are accepted", bad)
		}
	}
}

func TestOracleReadsTheParent(t *testing.T) {
	o, err := NewOracle(DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := o.L1(); ok {
		t.Fatal("a sample before the first one")
	}
	head := &types.Header{Number: big.NewInt(1), BaseFee: big.NewInt(100_000_000), Extra: rollup.HeaderExtra(800), GasLimit: 100}
	if p, err := o.Next(head); err != nil || p.GasPerPubdata != 800 {
		t.Fatalf("prices %+v %v", p, err)
	}
	o.Sample(L1Prices{BlobBaseFee: *uint256.NewInt(1)})
	if p, err := o.Next(head); err != nil || p.GasPerPubdata != 700 {
		t.Fatalf("prices %+v %v", p, err)
	}
	head.Extra = []byte("geth")
	if _, err := o.Next(head); !errors.Is(err, rollup.ErrEncoding) {
		t.Fatalf("foreign extra data: %v", err)
	}
	head.Extra, head.BaseFee = rollup.HeaderExtra(1), nil
	if _, err := o.Next(head); err == nil {
		t.Fatal("a header without base fee is accepted")
	}
}

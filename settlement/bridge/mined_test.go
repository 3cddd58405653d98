package bridge_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

// late shows the receipt of a transaction of block 7 before its head is there.
type late struct {
	receipts []error // of each question, nil for the receipt; the last one stays
	heads    []int64 // of each question, -1 for an error; the last one stays
}

func next[T any](list *[]T) T {
	v := (*list)[0]
	if len(*list) > 1 {
		*list = (*list)[1:]
	}
	return v
}

func (l *late) TransactionReceipt(context.Context, common.Hash) (*types.Receipt, error) {
	if err := next(&l.receipts); err != nil {
		return nil, err
	}
	return &types.Receipt{BlockNumber: big.NewInt(7)}, nil
}

func (l *late) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	n := next(&l.heads)
	if n < 0 {
		return nil, errors.New("no answer")
	}
	return &types.Header{Number: big.NewInt(n)}, nil
}

// A receipt counts when the newest state has its transaction.
func TestMined(t *testing.T) {
	l := &late{receipts: []error{ethereum.NotFound, nil, ethereum.NotFound, nil, nil, nil}, heads: []int64{6, -1, 6, 8}}
	r, err := bridge.Mined(t.Context(), l, common.Hash{1}, time.Microsecond)
	if err != nil || r.BlockNumber.Int64() != 7 || len(l.heads) != 1 {
		t.Errorf("%v, %v, heads %v left", r, err, l.heads)
	}
	for name, l := range map[string]*late{
		"no receipt":     {receipts: []error{ethereum.NotFound}, heads: []int64{9}},
		"a head too low": {receipts: []error{nil}, heads: []int64{6}},
		"no head":        {receipts: []error{nil}, heads: []int64{-1}},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
		if r, err := bridge.Mined(ctx, l, common.Hash{1}, time.Microsecond); err == nil || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v, %v", name, r, err)
		}
		cancel()
	}
}

package rollback

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Blocks 1; 2 and 3; 4 are batches 1 to 3, L1 has executed the first one, and block 3 has operation 1.
func TestSays(t *testing.T) {
	all, one := []*rollup.CanonicalTx{operation(0, 1), operation(1, 2)}, []*rollup.CanonicalTx{operation(0, 1)}
	for name, test := range map[string]struct {
		change func(l *layer1)
		want   [5]error // for block 0 and up
	}{
		"nothing":                     {func(l *layer1) {}, [5]error{ErrExecuted, ErrUnsaid, ErrUnsaid, ErrUnsaid, ErrUnsaid}},
		"an operation is gone":        {func(l *layer1) { l.ops = one }, [5]error{ErrExecuted, nil, nil, ErrUnsaid, ErrUnsaid}},
		"an L1 node that is behind":   {func(l *layer1) { l.ops, l.time = one, 1 }, [5]error{ErrExecuted, ErrUnsaid, ErrUnsaid, ErrUnsaid, ErrUnsaid}},
		"an operation is replaced":    {func(l *layer1) { l.ops, l.time = []*rollup.CanonicalTx{operation(0, 1), operation(1, 7)}, 1 }, [5]error{ErrExecuted, nil, nil, ErrUnsaid, ErrUnsaid}},
		"others have settled batch 2": {func(l *layer1) { l.totals.Executed, l.stored[2] = 2, common.Hash{2} }, [5]error{ErrExecuted, nil, ErrUnsaid, ErrUnsaid, ErrUnsaid}},
		"others have settled batches 2 to 5": {func(l *layer1) {
			l.totals.Executed, l.stored[2], l.stored[3] = 5, common.Hash{2}, common.Hash{3}
		}, [5]error{ErrExecuted, nil, ErrUnsaid, ErrUnsaid, ErrUnsaid}},
		"others have settled batch 4": {func(l *layer1) { l.totals.Executed = 4 }, [5]error{ErrExecuted, ErrExecuted, ErrExecuted, ErrExecuted, nil}},
		"all batches are executed":    {func(l *layer1) { l.totals.Executed = 3 }, [5]error{ErrExecuted, ErrExecuted, ErrExecuted, ErrExecuted, ErrUnsaid}},
		"another L1":                  {func(l *layer1) { l.stored[0], l.stored[1] = common.Hash{1}, common.Hash{1} }, [5]error{ErrOtherL1, ErrOtherL1, ErrOtherL1, ErrOtherL1, ErrOtherL1}},
	} {
		t.Run(name, func(t *testing.T) {
			n, l, c := ready(t)
			l.ops, l.time = all, 1_000_000
			test.change(l)
			for number, want := range test.want {
				if err := n.Says(t.Context(), c, uint64(number)); !errors.Is(err, want) || (want == nil) != (err == nil) {
					t.Errorf("back to block %d: %v, want %v", number, err, want)
				}
			}
		})
	}
}

// What was taken back is remembered until it is dropped, the lowest first.
func TestTaken(t *testing.T) {
	n, _, _ := ready(t)
	hash := func(number uint64) common.Hash {
		r, err := n.Store.Ref(number)
		if err != nil {
			t.Fatal(err)
		}
		return r.Hash
	}
	four, three := Taken{4, hash(4)}, Taken{3, hash(3)}
	for _, to := range []uint64{3, 4, 2} {
		if err := n.To(to); err != nil {
			t.Fatal(err)
		}
	}
	taken, err := n.Taken()
	if err != nil || len(taken) != 2 || taken[0] != three || taken[1] != four {
		t.Fatalf("%+v, %v", taken, err)
	}
	if err := n.Drop(three); err != nil {
		t.Fatal(err)
	}
	if taken, err = n.Taken(); err != nil || len(taken) != 1 || taken[0] != four {
		t.Fatalf("%+v, %v", taken, err)
	}
}

package node

import (
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// What blocks gave is given to the batch that has them all, and to no other.
func TestUnsealed(t *testing.T) {
	var u unsealed
	add := func(number uint64, txs int) {
		u.add(&stf.BlockResult{Block: &rollup.Block{Env: rollup.BlockEnv{Number: number}, Txs: make([][]byte, txs)}})
	}
	take := func(first, last uint64, want int) {
		t.Helper()
		got := u.take(&record.Batch{FirstBlock: first, LastBlock: last})
		if len(got) != want || (want > 0 && (got[0].Block.Env.Number != first || got[want-1].Block.Env.Number != last)) {
			t.Errorf("blocks %d to %d: %d results, want %d", first, last, len(got), want)
		}
	}
	take(1, 2, 0) // nothing is there
	for n := uint64(3); n <= 8; n++ {
		add(n, 10)
	}
	take(2, 4, 0) // block 2 is missing
	take(5, 6, 2)
	take(7, 9, 0) // block 9 is missing
	add(10, unsealedTxs-5)
	add(11, 6) // no room
	add(12, 1) // not after block 10
	take(10, 10, 1)
	take(11, 12, 0)
	if u.txs != 0 || len(u.results) != 0 {
		t.Errorf("%d transactions of %d blocks are left", u.txs, len(u.results))
	}
	add(13, 1)
	take(13, 13, 1)
}

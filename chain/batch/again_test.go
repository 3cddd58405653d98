package batch

import (
	"bytes"
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
)

// keeper is the native machine that keeps its inputs.
type keeper struct {
	native
	inputs [][]byte
}

func (k *keeper) Run(ctx context.Context, input []byte) (common.Hash, uint64, error) {
	k.inputs = append(k.inputs, bytes.Clone(input))
	return k.native.Run(ctx, input)
}

// What a guest was given can be made again from the stores, also after the chain went on.
func TestAgain(t *testing.T) {
	c := newChain(t)
	k := &keeper{}
	s := c.sealer(k)
	for i := range int64(3) {
		c.block(c.tx(counterAddress, 0), c.tx(common.BigToAddress(common.Big32), i+1))
		c.block(c.tx(counterAddress, 0))
		if sealed, err := s.Seal(context.Background(), true); err != nil || !sealed {
			t.Fatal(sealed, err)
		}
	}
	c.reopen()
	for n := range uint64(len(k.inputs)) {
		b, err := c.store.Batch(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		w, err := Again(c.store, c.tree, noBlobs{}, b)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(w.Encode(), k.inputs[n]) {
			t.Errorf("batch %d: another input", n+1)
		}
	}
	if _, err := Again(c.store, c.tree, noBlobs{}, &store.SealedBatch{}); err == nil {
		t.Error("a batch without number has a witness")
	}
	b, err := c.store.Batch(1)
	if err != nil {
		t.Fatal(err)
	}
	later := *b
	later.Number, later.FirstBlock, later.LastBlock = 9, 1000, 1001
	if _, err := Again(c.store, c.tree, noBlobs{}, &later); err == nil {
		t.Error("a batch that is not there has a witness")
	}
}

package devnet

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
)

// Commitment is the state commitment that the node holds for a batch.
func (d *Devnet) Commitment(batch uint64) (common.Hash, error) {
	b, err := d.Node.Store().BatchInfo(batch)
	if err != nil {
		return common.Hash{}, err
	}
	return b.StateAfter, nil
}

// Derive rebuilds the chain from L1 alone, up to the last executed batch.
func (d *Devnet) Derive(ctx context.Context) (uint64, common.Hash, error) {
	return 0, common.Hash{}, errors.New("not assembled")
}

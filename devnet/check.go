package devnet

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// Commitment is the state commitment that the node holds for a batch.
func (d *Devnet) Commitment(batch uint64) (common.Hash, error) {
	b, err := d.Node.Store().BatchInfo(batch)
	if err != nil {
		return common.Hash{}, err
	}
	return b.StateAfter, nil
}

// Derive rebuilds the chain from L1 alone, up to the last executed batch. Nothing of the node is used: blobs come from the embedded L1 over HTTP, or from the archive when L1 is
// external. A validium cannot be rebuilt: da.ErrNotPublished.
func (d *Devnet) Derive(ctx context.Context) (uint64, common.Hash, error) {
	var blobs da.Source = d.blobs
	if d.l1 != nil {
		blobs = da.Remote{URL: d.l1.HTTPURL() + "/blobs"}
	}
	r, err := node.Rebuild(ctx, node.Rebuilding{L1: d.client, Chain: &node.Chain{Genesis: *d.Genesis, Deployment: *d.Deployment}, Blobs: blobs})
	if err != nil {
		return 0, common.Hash{}, err
	}
	return r.Batch, r.ChainState.Commitment(), r.Close()
}

package batch

import (
	"fmt"

	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/witness"
)

// Again makes the witness of a batch that was sealed before: what its guest was given. The
// stores have to keep the state before the batch.
func Again(s *store.Store, t *treestore.Store, da DataAvailability, b *store.SealedBatch) (*witness.Witness, error) {
	sealer := &Sealer{cfg: Config{Scheme: b.Output.DAScheme, SettlementChainID: b.Output.SettlementChainID}, store: s, tree: t}
	work, err := sealer.collect(b.FirstBlock, b.LastBlock, b.Number-1)
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", b.Number, err)
	}
	if work.witness.DA.VersionedHashes, err = da.VersionedHashes(work.pubdata); err != nil {
		return nil, fmt.Errorf("batch %d: %w", b.Number, err)
	}
	return work.witness, nil
}

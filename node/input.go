package node

import (
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"

	"github.com/ashlar-labs/ashlar/chain/batch"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/store"
)

// BatchInput reads a sealed batch from the data directory of a node that is not running, and makes the input that the batch program was given.
func BatchInput(dataDir string, chain *Chain, number uint64, log *slog.Logger) (input []byte, sealed *store.SealedBatch, err error) {
	dir := filepath.Join(dataDir, "chain")
	if err := hasData(dataDir); err != nil {
		return nil, nil, err
	}
	g, err := chain.Genesis.Genesis()
	if err != nil {
		return nil, nil, err
	}
	s, err := store.Open(store.Config{Dir: dir, Process: "ashlar prove-batch", Logger: log}, g)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if sealed, err = s.Batch(number); err != nil {
		return nil, nil, fmt.Errorf("batch %d: %w", number, err)
	}
	tree, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	if err != nil {
		return nil, nil, err
	}
	w, err := batch.Again(s, tree, blobNames{&Config{Scheme: sealed.Output.DAScheme}}, sealed)
	if err != nil {
		return nil, nil, err
	}
	return w.Encode(), sealed, nil
}

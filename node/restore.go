package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Restoring says how a data directory is made from L1 alone.
type Restoring struct {
	L1      *l1.Client
	Chain   *Chain
	Until   fetch.Until
	Blobs   da.Source // not asked when the chain posts none
	DataDir string    // new, or one that this function has not finished
	Log     *slog.Logger
	Applied func(batch *derive.Batch, total uint64, result *derive.Result) // may be nil
}

// Restored is what RestoreFromL1 has made.
type Restored = fetch.Restored

// RestoreFromL1 makes a data directory of the chain's genesis and L1. Its history begins with the last block of the last batch that L1 has: that state is there, and the batches, but no block before the
// next one. Transactions that are not in a batch on L1 are not in it. It can be killed at any time and goes on when it is called again.
func RestoreFromL1(ctx context.Context, r Restoring) (out *Restored, err error) {
	at := &r.Chain.Deployment
	if got := r.L1.ID(); got != at.L1ChainID {
		return nil, fmt.Errorf("L1 is chain %d, the chain settles on %d: %w", got, at.L1ChainID, l1.ErrWrongChain)
	}
	if err := r.Chain.CheckL1(ctx, r.L1); err != nil {
		return nil, err
	}
	g, err := r.Chain.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	if err := onlyRestored(r.DataDir); err != nil {
		return nil, err
	}
	s, err := store.StartRebuild(store.Config{Dir: filepath.Join(r.DataDir, chainDir), Process: "ashlar restore", Logger: r.Log}, g)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	archive, err := da.OpenArchive(filepath.Join(r.DataDir, blobsDir))
	if err != nil {
		return nil, err
	}
	cfg := fetch.Config{Chain: at.Chain, StartBlock: at.StartBlock, Until: r.Until, Blobs: r.Blobs}
	return fetch.Into(ctx, r.L1, cfg, fetch.Destination{Store: s, Genesis: g, Archive: archive, Applied: r.Applied})
}

// Folders of a data directory.
const (
	chainDir = "chain"
	blobsDir = "blobs"
)

// onlyRestored refuses a directory that has something which RestoreFromL1 does not make.
func onlyRestored(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || (err == nil && len(entries) == 0) {
		return nil
	}
	if err != nil {
		return err
	}
	mine := func(e os.DirEntry) bool { return e.IsDir() && (e.Name() == chainDir || e.Name() == blobsDir) }
	if i := slices.IndexFunc(entries, func(e os.DirEntry) bool { return !mine(e) }); i >= 0 {
		return fmt.Errorf("%s is not empty, it has %s: restore into a new directory", dir, entries[i].Name())
	}
	if entries[len(entries)-1].Name() != chainDir { // sorted: the other one is before it
		return fmt.Errorf("%s is not empty: restore into a new directory (blobs that were saved are for --blobs)", dir)
	}
	return nil
}

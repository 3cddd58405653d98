package node

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/ashlar-labs/ashlar/chain/snapshot"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node/backup"
	"github.com/ashlar-labs/ashlar/settlement/local"
)

// RestoreReplica makes the data directory of a new replica of a backup, which may come from somebody who is not trusted, and returns the block with which it ends: that of the last batch. Later blocks are
// removed; the replica gets them from the stream and executes them.
//
// What it holds is computed and compared with its last batch (package chain/snapshot). Whether that is the chain's, the replica finds out when it starts: it compares the batch with the stream, and all batches
// with L1, which is read anew from the beginning.
func RestoreReplica(ctx context.Context, from, dataDir, origin string, log *slog.Logger) (m *backup.Manifest, end store.BlockRef, err error) {
	chain, o, err := askOrigin(ctx, origin)
	if err != nil {
		return nil, end, err
	}
	g, err := chain.Genesis.Genesis()
	if err != nil {
		return nil, end, err
	}
	m, err = backup.Restore(from, dataDir, g, func(dir string, s *store.Store, _ *backup.Manifest) error {
		if end, err = snapshot.Accept(ctx, s, log); err != nil {
			return err
		}
		if err := local.Forget(s); err != nil {
			return err
		}
		if err := os.Remove(filepath.Join(dir, "pool.journal")); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return errors.Join(chain.keep(dir), MarkReplica(dir, origin, o.Stream))
	})
	return m, end, err
}

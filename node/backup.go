package node

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node/backup"
)

// Backup writes a backup of the running node, see package backup.
func (n *Node) Backup(w io.Writer) (*backup.Manifest, error) {
	genesis, err := n.cfg.Genesis.Encode()
	if err != nil {
		return nil, err
	}
	return backup.Write(w, backup.Source{Store: n.store, DataDir: n.cfg.DataDir, Version: n.cfg.Ops.Version, Genesis: genesis})
}

// serveBackup streams a backup. One that fails breaks off: without its manifest, which comes last, nobody takes it for whole.
func (n *Node) serveBackup(w http.ResponseWriter, _ *http.Request) {
	if err := http.NewResponseController(w).SetWriteDeadline(time.Time{}); err != nil {
		n.cfg.Log.Warn("a backup may be cut off by the time limit of requests", "err", err)
	}
	w.Header().Set("Content-Type", "application/x-tar")
	m, err := n.Backup(w)
	if err != nil {
		n.cfg.Log.Warn("backup failed", "err", err)
		panic(http.ErrAbortHandler)
	}
	n.cfg.Log.Info("backup made", "block", m.Block, "batch", m.Batch, "files", len(m.Files))
}

// hasData refuses a directory in which no node has run.
func hasData(dataDir string) error {
	_, err := os.Stat(filepath.Join(dataDir, "chain"))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is no node's data directory: it has no folder named chain", dataDir)
	}
	return err
}

// BackupStopped writes a backup of the data directory of a node that does not run.
func BackupStopped(w io.Writer, dataDir string, chain *Chain, version string, log *slog.Logger) (m *backup.Manifest, err error) {
	if err := hasData(dataDir); err != nil {
		return nil, err
	}
	genesis, err := chain.Genesis.Encode()
	if err != nil {
		return nil, err
	}
	g, err := chain.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(store.Config{Dir: filepath.Join(dataDir, "chain"), Process: "ashlar backup", Logger: log}, g)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return backup.Write(w, backup.Source{Store: s, DataDir: dataDir, Version: version, Genesis: genesis})
}

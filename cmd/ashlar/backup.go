package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/spf13/cobra"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/backup"
)

func newBackup() *cobra.Command {
	var dataDir, chainDir, url, to string
	cmd := &cobra.Command{
		Use:   "backup",
		Short: "Copy a node's data, running or stopped, into a new directory",
		Long: `Copy what a node has, as it is at one moment: blocks, state, batches, intents of L1 transactions, pool and blobs, with a manifest of checksums.
The node may run: it is found by --data-dir, or by --ops on another machine. Keys are not copied.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if to == "" {
				return usage("--to is missing: the directory to make")
			}
			if _, err := os.Lstat(to); err == nil {
				return usage("--to %s is there already: back up into a new directory", to)
			}
			if err := checkDir("to", to); err != nil {
				return err
			}
			if url == "" && dataDir == "" {
				return usage("--data-dir is missing: the data directory of the node, or --ops: its endpoint for operators")
			}
			if _, err := os.Stat(filepath.Join(dataDir, node.OpsFile)); url == "" && err == nil {
				if url, err = opsURL(dataDir); err != nil {
					return err
				}
			}
			m, err := makeBackup(cmd, dataDir, chainDir, url, to)
			if !cmd.Flags().Changed("ops") && errors.Is(err, syscall.ECONNREFUSED) { // a node that was killed leaves its file; one that lives has the database locked
				m, err = makeBackup(cmd, dataDir, chainDir, "", to)
			}
			if err != nil {
				return err
			}
			printBackup(cmd.OutOrStdout(), to, m)
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&dataDir, "data-dir", "", "the node's database")
	f.StringVar(&chainDir, "chain-dir", "", "directory with genesis.json, needed when the node is stopped (default: the data directory, which is right for a devnet)")
	f.StringVar(&url, "ops", "", "URL of a running node's endpoint for operators, instead of --data-dir")
	f.StringVar(&to, "to", "", "directory to make")
	return cmd
}

// makeBackup asks the running node for a backup, or makes it of a stopped one.
func makeBackup(cmd *cobra.Command, dataDir, chainDir, url, to string) (*backup.Manifest, error) {
	if url != "" {
		return fetchBackup(cmd, url, to)
	}
	log, err := newLogger(cmd, cmd.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	if chainDir == "" {
		chainDir = dataDir
	}
	chain, err := readChain(chainDir)
	if err != nil {
		return nil, err
	}
	version, _ := buildInfo()
	reader, writer := io.Pipe()
	go func() {
		_, err := node.BackupStopped(writer, dataDir, chain, version, log)
		writer.CloseWithError(err) // nil is the end of the stream
	}()
	m, err := backup.Read(reader, to)
	return m, errors.Join(err, reader.Close())
}

func fetchBackup(cmd *cobra.Command, url, to string) (*backup.Manifest, error) {
	if err := checkHTTP("ops", url); err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(cmd.Context(), http.MethodPost, strings.TrimSuffix(url, "/")+"/backup", nil)
	if err != nil {
		return nil, usage("--ops %q: %w", url, err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, hintError{fmt.Errorf("the node does not answer: %w", err), "is it running? Of a node that is stopped or was killed, give --data-dir instead of --ops, and remove " + node.OpsFile + " from there"}
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, noOps(url, answer.Status)
	}
	log, err := newLogger(cmd, cmd.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	return backup.Read(&arriving{Reader: answer.Body, log: log, said: time.Now()}, to)
}

// arriving says every two seconds how much of a stream has come.
type arriving struct {
	io.Reader
	log   *slog.Logger
	said  time.Time
	bytes int64
}

// Read implements io.Reader.
func (a *arriving) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if a.bytes += int64(n); time.Since(a.said) > 2*time.Second {
		a.said = time.Now()
		a.log.Info("the backup arrives", "MiB", a.bytes>>20)
	}
	return n, err
}

func restoreReplica(cmd *cobra.Command, from, dataDir, origin string) error {
	log, err := newLogger(cmd, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if err := checkDir("data-dir", dataDir); err != nil {
		return err
	}
	m, end, err := node.RestoreReplica(cmd.Context(), from, dataDir, origin, log)
	if refused := rpc.Error(nil); errors.As(err, &refused) || errors.Is(err, node.ErrOrigin) || errors.Is(err, syscall.ECONNREFUSED) {
		return hintError{err, originHint}
	}
	if err != nil {
		return err
	}
	printBackup(cmd.OutOrStdout(), dataDir, m)
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "replica of %s from block %d %s on; start it with: ashlar node --replica-of %s --data-dir %s\n", origin, end.Number, end.Hash, origin, dataDir)
	return err
}

func printBackup(w io.Writer, dir string, m *backup.Manifest) {
	size := int64(0)
	for _, f := range m.Files {
		size += f.Bytes
	}
	fmt.Fprintf(w, "%s: chain %d, block %d %s, batch %d, state %s; %d files, %.1f MiB, of %s\n",
		dir, m.ChainID, m.Block, m.BlockHash, m.Batch, m.State, len(m.Files), float64(size)/(1<<20), m.Time.Format("2006-01-02 15:04:05 MST"))
}

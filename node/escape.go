package node

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/escape"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Escaping says how somebody leaves a chain, or settles it, without its operator.
type Escaping struct {
	L1      *l1.Client
	Chain   *Chain
	Key     *ecdsa.PrivateKey // nil only looks
	DataDir string            // intents of L1 transactions, blobs that were read, and the state that was derived from L1; may be empty for Look alone
	Blobs   da.Source
	Guest   GuestLoader // nil leaves the guest out
	Poll    time.Duration

	Say     func(text string)
	Derived func(done, total uint64)
	Tx      func(what string, hash common.Hash)
}

// NewEscape opens the directory and connects the parts. Call the function that comes with the escape when done.
func NewEscape(cfg Escaping) (*escape.Escape, func() error, error) {
	d := &cfg.Chain.Deployment
	g, err := cfg.Chain.Genesis.Genesis()
	if err != nil {
		return nil, nil, err
	}
	e := escape.Config{
		Contracts: escape.Contracts{Bridgehub: d.Bridgehub, ChainTypeManager: d.ChainTypeManager, Chain: d.Chain, Nullifier: d.Nullifier, StartBlock: d.StartBlock},
		Genesis:   g, Scheme: d.DAScheme, Blobs: cfg.Blobs, State: cfg.Chain.derived(cfg.DataDir, "ashlar escape"), MaxOps: escape.DefaultMaxOps, Poll: cfg.Poll, Say: cfg.Say, Derived: cfg.Derived, Tx: cfg.Tx,
	}
	if cfg.Guest != nil {
		e.Machine = lazyMachine{newGuestMachine(cfg.Guest, rv64.DefaultMaxCycles)}
	}
	blobs := "" // in memory
	if cfg.DataDir != "" {
		blobs = filepath.Join(cfg.DataDir, blobsDir)
	}
	if e.Archive, err = da.OpenArchive(blobs); err != nil {
		return nil, nil, err
	}
	if cfg.Key == nil {
		made, err := escape.New(cfg.L1, nil, nil, e)
		if err != nil {
			return nil, nil, err
		}
		return made, made.Close, nil
	}
	// Intents of one chain only: their keys are batch numbers.
	dir := filepath.Join(cfg.DataDir, fmt.Sprintf("intents-%d-%v", d.L1ChainID, d.Chain))
	db, err := pebble.Open(dir, &pebble.Options{Logger: silent{dir}})
	if pebble.IsCorruptionError(err) {
		return nil, nil, fmt.Errorf("%s is damaged; put it aside and start again: what has happened is on L1, which refuses what was done already: %w", dir, err)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s (does another process use it?): %w", dir, err)
	}
	made, err := escape.New(cfg.L1, durable.Pebble{DB: db}, txmgr.KeySigner(cfg.Key, cfg.L1.ID()), e)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return made, func() error { return errors.Join(made.Close(), db.Close()) }, nil
}

// silent drops what a database says about its own files; its errors are returned. Without its files or its disk there is no going on.
type silent struct{ dir string }

func (silent) Infof(string, ...any)  {}
func (silent) Errorf(string, ...any) {}
func (s silent) Fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "ashlar: %s cannot be read or written any more; look at the disk: %s\n", s.dir, fmt.Sprintf(format, args...))
	os.Exit(1)
}

// lazyMachine loads the guest when it is first run.
type lazyMachine struct{ *guestMachine }

// Run implements batch.Machine.
func (m lazyMachine) Run(ctx context.Context, input []byte) (common.Hash, uint64, error) {
	if err := m.prepare(ctx); err != nil {
		return common.Hash{}, 0, err
	}
	return m.guestMachine.Run(ctx, input)
}

var _ batch.Machine = lazyMachine{}

package node

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Rebuilding says how a chain is rebuilt from L1.
type Rebuilding struct {
	L1       *l1.Client
	Chain    *Chain
	Until    fetch.Until
	Blobs    da.Source                                                      // not asked when the chain posts none
	DataDir  string                                                         // keeps the state and the blobs that were read, and the next call goes on from there; empty: a temporary directory
	Say      func(text string)                                              // may be nil
	Progress func(batch *derive.Batch, total uint64, result *derive.Result) // may be nil
}

// Rebuilt is a chain's state as L1 alone gives it. It has to be closed.
type Rebuilt struct {
	*fetch.Rebuilt
	close func() error
}

// Close releases the directory; a temporary one is removed.
func (r *Rebuilt) Close() error { return r.close() }

// Rebuild derives the chain's state from its genesis and L1, as fetch.Derivation does.
func Rebuild(ctx context.Context, r Rebuilding) (*Rebuilt, error) {
	at := &r.Chain.Deployment
	if got := r.L1.ID(); got != at.L1ChainID {
		return nil, fmt.Errorf("L1 is chain %d, the chain settles on %d: %w", got, at.L1ChainID, l1.ErrWrongChain)
	}
	g, err := r.Chain.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	remove, archive := func() error { return nil }, (*da.Archive)(nil)
	if r.DataDir == "" {
		if r.DataDir, err = os.MkdirTemp("", "ashlar-derive-"); err != nil {
			return nil, err
		}
		remove = func() error { return os.RemoveAll(r.DataDir) }
	} else {
		if archive, err = da.OpenArchive(filepath.Join(r.DataDir, blobsDir)); err != nil {
			return nil, err
		}
		if blobs := (da.Any{archive}); r.Blobs != nil {
			r.Blobs = append(blobs, r.Blobs)
		}
	}
	d := &fetch.Derivation{Dir: r.Chain.derived(r.DataDir, "ashlar derive"), Genesis: g, Archive: archive, Say: r.Say, Applied: r.Progress}
	out := &Rebuilt{close: func() error { return errors.Join(d.Close(), remove()) }}
	out.Rebuilt, err = d.Update(ctx, r.L1, fetch.Config{Chain: at.Chain, StartBlock: at.StartBlock, Until: r.Until, Blobs: r.Blobs})
	if err != nil {
		return nil, errors.Join(err, out.close())
	}
	return out, nil
}

// derived is where a command keeps the state that it has derived of this chain. The folder is the chain's alone.
func (c *Chain) derived(dataDir, command string) store.Config {
	return store.Config{Dir: filepath.Join(dataDir, fmt.Sprintf("state-%d-%v", c.Deployment.L1ChainID, c.Deployment.Chain)), Process: command}
}

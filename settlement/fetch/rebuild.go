package fetch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// Rebuilt is a chain's state as L1 alone gives it.
type Rebuilt struct {
	Before      uint64                 // batch from which on L1 was read; 0 is the genesis
	Batch       uint64                 // the last one; 0 is the genesis
	Last        rollup.StoredBatchInfo // as L1 keeps it
	PriorityOps uint64                 // operations that the batches hold: the number of the first one that waits
	State       *State                 // until the next Update
	ChainState  rollup.ChainState
}

// Derivation is a chain's state that is derived from its genesis and L1, without any node of the chain, in a directory of its own. What is there is gone on from, by the next call of Update and by the next process: the directory is
// right after a kill at any time, and what is read of it is proven against L1 ([State]). A directory that cannot be gone on from is made anew: its last batch is not on L1 any more, or it is damaged.
type Derivation struct {
	Dir     store.Config // nothing else may be in the directory: it may be removed
	Genesis *store.Genesis
	Archive *da.Archive                                                    // keeps the blobs that were read; may be nil
	Visit   func(*Published) error                                         // each batch that is new, when it is found to be what L1 says and before it is kept (Beside); may be nil
	Applied func(batch *derive.Batch, total uint64, result *derive.Result) // after each batch; may be nil
	Say     func(text string)                                              // that the directory is made anew, and why; may be nil

	store   *store.Rebuild // open from the first Update on, until an error
	damaged bool           // something that was read of it is not right
}

// Update reads what L1 has and the directory has not. The state commitment after each batch is the one that L1 holds, or Update ends with derive.ErrMismatch. A directory of another chain is store.ErrWrongChain,
// one that is a node's store.ErrConflict, one in use store.ErrLocked; ErrBehind asks for another L1 node.
func (d *Derivation) Update(ctx context.Context, client L1, cfg Config) (*Rebuilt, error) {
	r, found, err := d.update(ctx, client, cfg)
	if err == nil || !found || !beginsAnew(err) {
		return r, err
	}
	if d.Say != nil {
		d.Say(fmt.Sprintf("%s cannot be gone on from and is made anew from L1: %v", d.Dir.Dir, err))
	}
	if err := d.fs().RemoveAll(d.Dir.Dir); err != nil {
		return nil, err
	}
	r, _, err = d.update(ctx, client, cfg)
	return r, err
}

// beginsAnew reports whether an error can come from what was found in the directory.
func beginsAnew(err error) bool {
	for _, is := range []error{ErrUnusable, ErrOtherHistory, derive.ErrMismatch, rollup.ErrEncoding} {
		if errors.Is(err, is) {
			return true
		}
	}
	return false
}

func (d *Derivation) fs() vfs.FS {
	if d.Dir.FS == nil {
		return vfs.Default
	}
	return d.Dir.FS
}

// update is one attempt. found says that something was in the directory. After an error the directory is closed.
func (d *Derivation) update(ctx context.Context, client L1, cfg Config) (r *Rebuilt, found bool, err error) {
	if d.damaged {
		if err := d.Close(); err != nil {
			return nil, false, err
		}
	}
	found = d.store != nil
	if !found {
		if found, err = d.open(); err != nil {
			return nil, found, err
		}
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.Close())
		}
	}()
	f, err := follow(ctx, client, cfg, &Destination{Store: d.store, Genesis: d.Genesis, Archive: d.Archive, Visit: d.Visit, Applied: d.Applied})
	if err != nil {
		return nil, found, err
	}
	_, _, end, err := d.store.At()
	if err != nil {
		return nil, found, fmt.Errorf("%w: %w", ErrUnusable, err)
	}
	r = &Rebuilt{Before: f.before, Batch: f.last, PriorityOps: end.PriorityOps, ChainState: *f.end, Last: rollup.GenesisBatch(f.end.Commitment())}
	if f.last > 0 {
		b, err := unusable(d.store.Batch(f.last))
		if err != nil {
			return nil, found, err
		}
		r.Last = b.Stored()
	}
	r.State, err = newState(d, f.end.TreeRoot)
	return r, found, err
}

func (d *Derivation) open() (found bool, err error) {
	if list, err := d.fs().List(d.Dir.Dir); err == nil {
		found = len(list) > 0
	}
	if d.store, err = store.StartRebuild(d.Dir, d.Genesis); err == nil || !found {
		return found, err
	}
	for _, other := range []error{store.ErrLocked, store.ErrWrongChain, store.ErrConflict, fs.ErrPermission, syscall.ENOSPC} {
		if errors.Is(err, other) {
			return found, err
		}
	}
	return found, fmt.Errorf("%w: %w", ErrUnusable, err)
}

// Beside puts a value into a view of the directory together with the batch that Visit looks at; nil removes the key.
func (d *Derivation) Beside(view string, key, value []byte) { d.store.Beside(view, key, value) }

// KV is a view of the directory, from an Update on.
func (d *Derivation) KV(name string) *store.View { return d.store.KV(name) }

// Batch is a batch of the directory without its pubdata, from an Update on.
func (d *Derivation) Batch(number uint64) (*store.SealedBatch, error) {
	b, err := d.store.Batch(number)
	return b, d.Damaged(err)
}

// Damaged is for an error of reading what the directory holds: it is ErrUnusable, and Close removes the directory, so that the next call makes it anew. nil stays nil.
func (d *Derivation) Damaged(err error) error {
	if err == nil {
		return nil
	}
	d.damaged = true
	return fmt.Errorf("%s: %w: run the same command again, which makes it anew: %w", d.Dir.Dir, ErrUnusable, err)
}

// Close releases the directory; Update opens it again. One that was found to be damaged is removed.
func (d *Derivation) Close() error {
	if d.store == nil {
		return nil
	}
	s := d.store
	d.store = nil
	err := s.Close()
	if d.damaged || s.Damaged() != nil {
		d.damaged = false
		err = errors.Join(err, d.fs().RemoveAll(d.Dir.Dir))
	}
	return err
}

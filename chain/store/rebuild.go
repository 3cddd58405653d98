package store

import (
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Rebuild makes a directory of what batches say of themselves, without their blocks: state, state tree, batches, and where their blocks end. What is known after the last one becomes the beginning
// of the history ([Store.First]).
//
//	in   per batch: [Rebuild.Apply] its change of the state, then [Rebuild.Keep] the batch
//	out  after [Rebuild.Finish]: a directory that [Open] opens
//
// Nothing is believed to be right here but that it follows: the caller compares state commitments. The process may be killed at any time: [StartRebuild] goes on after the last batch that was kept,
// and until Finish nobody else can open the directory. Memory holds the changes of one batch; the rest is on disk.
type Rebuild struct {
	store  *Store
	tree   *treestore.Store
	at     first
	change *state.Diff           // applied to the tree, not kept
	beside map[string][]byte     // what Beside was given since the last Keep, by key of the database
	damage atomic.Pointer[error] // the first that was noticed; the database reads its files beside our calls, too
}

// StartRebuild begins in an empty directory or goes on in one that was not finished. A directory that holds a chain is ErrConflict, one of another chain ErrWrongChain.
func StartRebuild(config Config, genesis *Genesis) (*Rebuild, error) {
	if err := errors.Join(config.Check(), genesis.Check()); err != nil {
		return nil, err
	}
	config.setDefaults()
	r := new(Rebuild)
	db, err := openDB(&config, func(err error) { r.damage.CompareAndSwap(nil, &err) }) // whoever makes the directory can begin anew
	if err != nil {
		return nil, err
	}
	r.store = over(db, &config, genesis)
	window := treestore.DefaultConfig()
	window.NoSync = true // Finish syncs; what a crash takes away is made again
	if r.tree, err = treestore.Open(db, window); err == nil {
		err = r.start(config.Dir)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return r, nil
}

func (r *Rebuild) start(dir string) error {
	s := r.store
	want := s.genesis.identity()
	have, found, err := readIdentity(s.db)
	if err != nil {
		return err
	}
	if !found {
		return r.begin(want)
	}
	if err := have.match(&want, dir); err != nil {
		return err
	}
	if _, err := s.get([]byte(keyMaking)); err != nil {
		if errors.Is(err, ErrNotFound) {
			err = fmt.Errorf("%s: holds a chain: give a directory that does not exist: %w", dir, ErrConflict)
		}
		return err
	}
	value, err := s.get([]byte(keyFirst))
	if err != nil {
		return fmt.Errorf("last batch: %w", err)
	}
	at, err := decodeFirst(value)
	if err != nil {
		return fmt.Errorf("last batch: %w", err)
	}
	r.at = *at
	_, version, ok, err := r.tree.Versions()
	if err == nil && !ok { // killed before the tree of the genesis was there
		return r.plant()
	}
	if err == nil && version > at.batch {
		err = r.tree.Rollback(at.batch)
	}
	return err
}

// begin writes the genesis.
func (r *Rebuild) begin(id identity) error {
	s := r.store
	id.schema = schemaLater // no program may take it for a directory that begins with the genesis
	ref, res := s.genesis.result()
	r.at = first{ref: *ref, chain: *s.genesis.ChainState()}
	batch := s.db.NewBatch()
	defer batch.Close()
	if err := putRecords(batch, ref, res); err != nil {
		return err
	}
	if err := s.flat.Build(state.DiffOf(&res.Diff), batch); err != nil {
		return err
	}
	for _, p := range []struct{ key, value []byte }{
		{[]byte(keyIdentity), id.encode()}, {[]byte(keyMaking), nil}, {[]byte(keyFirst), r.at.encode()}, {[]byte(keyL1), encodeL1Progress(&L1Progress{})},
	} {
		if err := batch.Set(p.key, p.value, nil); err != nil {
			return err
		}
	}
	if err := batch.Commit(pebble.Sync); err != nil {
		return err
	}
	return r.plant()
}

// plant makes the tree of the genesis.
func (r *Rebuild) plant() error {
	_, err := r.tree.Apply(0, tree.Entries(state.DiffOf(r.store.genesis.Diff())))
	return err
}

// Damaged is the first error that says that a file of the database does not hold what was written, whoever has read it: a call, or the database when it merges files. From then on At, Apply, Keep, Sync and
// Finish return it; after Close it is final.
func (r *Rebuild) Damaged() error {
	if err := r.damage.Load(); err != nil {
		return *err
	}
	return nil
}

// At is the last batch that was kept, the chain after it with its tree root, and its last block.
func (r *Rebuild) At() (batch uint64, chain rollup.ChainState, last BlockRef, err error) {
	if err := r.Damaged(); err != nil {
		return 0, chain, last, err
	}
	chain = r.at.chain
	root, err := r.tree.Root(r.at.batch)
	chain.TreeRoot = root.Bytes()
	return r.at.batch, chain, r.at.ref, err
}

// Account implements rollup.PreState after the last batch that was kept.
func (r *Rebuild) Account(address common.Address) (rollup.Account, error) {
	return r.store.flat.Account(address)
}

// Storage implements rollup.PreState after the last batch that was kept.
func (r *Rebuild) Storage(address common.Address, slot common.Hash) (common.Hash, error) {
	return r.store.flat.Storage(address, slot)
}

// Code is the code with a hash that some account has had.
func (r *Rebuild) Code(hash common.Hash) ([]byte, error) { return r.store.flat.Code(hash) }

// Prove is the proof of a key of the state tree after the last batch that was kept.
func (r *Rebuild) Prove(key tree.Key) (*tree.Proof, error) { return r.tree.Prove(r.at.batch, key) }

// Witness is the part of the state tree after the last batch that was kept from which the reads can be answered and to which the writes can be applied. Its digests are those of the disk.
func (r *Rebuild) Witness(reads []tree.Key, writes []tree.Entry) (*tree.Tree, error) {
	return r.tree.Witness(r.at.batch, reads, writes)
}

// Count is how many accounts that are not empty and slots that are not zero the state has. It reads all of them.
func (r *Rebuild) Count() (accounts, slots uint64, err error) { return r.store.flat.Count() }

// KV is the view with the name, as [Store.KV].
func (r *Rebuild) KV(name string) *View { return r.store.KV(name) }

// Beside puts a value into a view ([Rebuild.KV]) together with the batch that Keep keeps next; nil removes the key.
func (r *Rebuild) Beside(view string, key, value []byte) {
	if r.beside == nil {
		r.beside = map[string][]byte{}
	}
	r.beside[string(r.store.KV(view).key(key))] = value
}

// Batch is a batch that was kept, without its pubdata.
func (r *Rebuild) Batch(number uint64) (*SealedBatch, error) { return r.store.BatchInfo(number) }

// Apply brings the tree to the next batch and gives its root. The change is kept by Keep.
func (r *Rebuild) Apply(batch uint64, diff *rollup.StateDiff) (common.Hash, error) {
	if err := r.Damaged(); err != nil {
		return common.Hash{}, err
	}
	if batch != r.at.batch+1 {
		return common.Hash{}, fmt.Errorf("apply batch %d: the last one is %d: %w", batch, r.at.batch, ErrOrder)
	}
	change := state.DiffOf(diff)
	root, err := r.tree.Apply(batch, tree.Entries(change))
	if err != nil {
		return common.Hash{}, fmt.Errorf("state tree: %w", err)
	}
	r.change = change
	return root.Bytes(), nil
}

// Keep makes the batch whose change was applied the last one. It is on disk with Finish; a crash before that leaves some of the first batches, whole: the log of the database is written in order.
func (r *Rebuild) Keep(b *SealedBatch, after *rollup.ChainState) error {
	before, damage := &r.at.ref, r.Damaged()
	switch {
	case damage != nil:
		return damage
	case r.change == nil || b.Number != r.at.batch+1:
		return fmt.Errorf("keep batch %d: the last one is %d: %w", b.Number, r.at.batch, ErrOrder)
	case b.FirstBlock != before.Number+1 || b.LastBlock < b.FirstBlock || after.LastBlock != b.LastBlock || after.LastTimestamp != b.Output.LastBlockTimestamp:
		return fmt.Errorf("keep batch %d: blocks %d to %d after block %d: %w", b.Number, b.FirstBlock, b.LastBlock, before.Number, ErrOrder)
	}
	next := first{batch: b.Number, ref: refAt(before, b, after.BlockHashes[rollup.BlockHashWindow-1]), chain: *after}
	batch := r.store.db.NewBatch()
	defer batch.Close()
	if err := r.store.flat.Build(r.change, batch); err != nil {
		return err
	}
	for _, p := range []struct{ key, value []byte }{
		{numbered(tabBatch, b.Number), encodeBatch(b)},
		{numbered(tabPubdata, b.Number), b.Pubdata},
		{numbered(tabBatchLast, b.LastBlock), uint64Value(b.Number)},
		{numbered(tabPosition, next.ref.Number), encodePosition(&next.ref)},
		{hashed(tabHash, next.ref.Hash), uint64Value(next.ref.Number)},
		{[]byte(keyFirst), next.encode()},
	} {
		if err := batch.Set(p.key, p.value, nil); err != nil {
			return err
		}
	}
	for key, value := range r.beside {
		var err error
		if value == nil {
			err = batch.Delete([]byte(key), nil)
		} else {
			err = batch.Set([]byte(key), value, nil)
		}
		if err != nil {
			return err
		}
	}
	if err := batch.Commit(pebble.NoSync); err != nil {
		return err
	}
	r.at, r.change, r.beside = next, nil, nil
	return nil
}

// Sync puts on disk what was kept.
func (r *Rebuild) Sync() error {
	if err := r.Damaged(); err != nil {
		return err
	}
	return r.store.db.LogData(nil, pebble.Sync)
}

// Finish makes the directory whole; l1 is how far L1 is with the batches that were kept. Close comes next.
func (r *Rebuild) Finish(l1 L1Progress) error {
	if err := r.Damaged(); err != nil {
		return err
	}
	if !l1.ordered() || l1.Committed > r.at.batch {
		return fmt.Errorf("L1 progress %+v, the last batch is %d: %w", l1, r.at.batch, ErrOrder)
	}
	s := r.store
	batch := s.db.NewBatch()
	defer batch.Close()
	if err := s.flat.Begin(r.at.ref.Number, batch); err != nil {
		return err
	}
	puts := []struct{ key, value []byte }{{[]byte(keyHead), uint64Value(r.at.ref.Number)}, {[]byte(keyL1), encodeL1Progress(&l1)}}
	drop := [][]byte{[]byte(keyMaking)}
	if r.at.batch == 0 { // nothing is on L1: a chain that begins with the genesis
		id := s.genesis.identity()
		puts = append(puts, struct{ key, value []byte }{[]byte(keyIdentity), id.encode()})
		drop = append(drop, []byte(keyFirst))
	} else {
		for back := uint64(1); back < rollup.BlockHashWindow && back <= r.at.ref.Number; back++ { // known by hash: what is asked of them is answered with ErrBeforeFirst
			n := r.at.ref.Number - back
			puts = append(puts, struct{ key, value []byte }{hashed(tabHash, r.at.chain.BlockHash(n)), uint64Value(n)})
		}
	}
	for _, p := range puts {
		if err := batch.Set(p.key, p.value, nil); err != nil {
			return err
		}
	}
	for _, key := range drop {
		if err := batch.Delete(key, nil); err != nil {
			return err
		}
	}
	return batch.Commit(pebble.Sync)
}

// Close releases the directory.
func (r *Rebuild) Close() error { return r.store.db.Close() }

package store

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

var (
	// ErrBeforeFirst says that something is from before the history of this directory, which was made from L1 ([Rebuild]).
	ErrBeforeFirst = errors.New("from before this node's history, which begins with a state taken from L1")
	// ErrUnfinished says that the directory is being made from L1 and is not whole.
	ErrUnfinished = errors.New("this directory was being made from L1 and is not whole: repeat the 'ashlar restore' that made it, which goes on where it was, or remove it")
)

// first is the block with whose state a history begins. Of it and of the blocks before it, apart from the genesis, there are no headers, transactions and receipts; the numbers, hashes and totals of
// those that end a batch are known.
type first struct {
	batch uint64 // that it ends
	ref   BlockRef
	chain rollup.ChainState
}

const firstVersion = 1

// encode writes version u8 ‖ batch, number u64 ‖ position (position.go) ‖ tree root 32 ‖ 256 block hashes, oldest first.
func (f *first) encode() []byte {
	b := append([]byte{firstVersion}, uint64Value(f.batch)...)
	b = append(b, uint64Value(f.ref.Number)...)
	b = append(b, encodePosition(&f.ref)...)
	b = append(b, f.chain.TreeRoot[:]...)
	for i := range f.chain.BlockHashes {
		b = append(b, f.chain.BlockHashes[i][:]...)
	}
	return b
}

func decodeFirst(data []byte) (*first, error) {
	d := newDecoder(data)
	d.Version(firstVersion)
	f := &first{batch: d.Uint64()}
	number := d.Uint64()
	position := d.Take(positionBytes)
	f.chain.TreeRoot = d.Hash()
	for i := range f.chain.BlockHashes {
		f.chain.BlockHashes[i] = d.Hash()
	}
	if err := d.End(); err != nil {
		return nil, err
	}
	ref, err := decodePosition(number, position)
	f.ref, f.chain.LastBlock, f.chain.LastTimestamp = ref, ref.Number, ref.Timestamp
	if err == nil && f.chain.BlockHashes[rollup.BlockHashWindow-1] != ref.Hash {
		err = fmt.Errorf("hash %v, the last block is %v: %w", ref.Hash, f.chain.BlockHashes[rollup.BlockHashWindow-1], ErrCorrupt)
	}
	return f, err
}

// readFirst is nil in a directory whose history begins with the genesis, and ErrUnfinished in one that is not whole.
func (s *Store) readFirst(dir string) (*first, error) {
	if _, err := s.get([]byte(keyMaking)); !errors.Is(err, ErrNotFound) {
		return nil, errors.Join(err, fmt.Errorf("%s: %w", dir, ErrUnfinished))
	}
	value, err := s.get([]byte(keyFirst))
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("first block: %w", err)
	}
	f, err := decodeFirst(value)
	if err != nil {
		return nil, fmt.Errorf("first block: %w", err)
	}
	return f, nil
}

// First is the block with whose state the history begins. After 0, the genesis, everything is there; otherwise headers, transactions and receipts are there from the next block on, and what is older is
// [ErrBeforeFirst].
func (s *Store) First() uint64 {
	if s.first == nil {
		return 0
	}
	return s.first.ref.Number
}

// FirstBatch is the batch that ends with block [Store.First]; 0 is the genesis.
func (s *Store) FirstBatch() uint64 {
	if s.first == nil {
		return 0
	}
	return s.first.batch
}

func (s *Store) beforeFirst() error {
	return fmt.Errorf("%w after block %d", ErrBeforeFirst, s.First())
}

// ofBlock is what a table has of a block.
func (s *Store) ofBlock(table string, number uint64) ([]byte, error) {
	value, err := s.get(numbered(table, number))
	if errors.Is(err, ErrNotFound) && number > 0 && number <= s.First() {
		err = s.beforeFirst()
	}
	return value, err
}

// Parent is the header that the block after number is priced by: that of block number, or, where the history begins and nobody knows the header, one that has its number and time, no gas used, and the
// prices of the genesis. The hash of the latter means nothing.
func (s *Store) Parent(number uint64) (*types.Header, error) {
	if number == 0 || number != s.First() {
		return s.Header(number)
	}
	env := s.genesis.Block().Env
	env.Number, env.Timestamp = number, s.first.ref.Timestamp
	h := stf.GenesisHeader(env)
	h.ParentHash = s.first.chain.BlockHash(number - 1)
	return h, nil
}

// refAt is the reference of the last block of a batch, with totals that continue those of the batch before.
func refAt(before *BlockRef, b *SealedBatch, hash common.Hash) BlockRef {
	r := BlockRef{
		Number: b.LastBlock, Hash: hash, Timestamp: b.Output.LastBlockTimestamp, PriorityOps: before.PriorityOps + b.Output.NumL1Txs,
		Txs: before.Txs + b.Output.NumL1Txs + b.Output.NumL2Txs, L2ToL1Logs: before.L2ToL1Logs + uint64(len(b.LogLeaves)),
	}
	if b.Output.UpgradeTxHash != (common.Hash{}) {
		r.Txs++
	}
	return r
}

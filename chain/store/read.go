package store

import (
	"errors"
	"fmt"
	"iter"

	"github.com/ashlar-labs/ashlar/chain/state/flat"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

// Ref is the reference of block number.
func (s *Store) Ref(number uint64) (BlockRef, error) {
	value, err := s.ofBlock(tabPosition, number)
	if err != nil {
		return BlockRef{}, fmt.Errorf("block %d: %w", number, err)
	}
	ref, err := decodePosition(number, value)
	if err != nil {
		return BlockRef{}, fmt.Errorf("block %d: position: %w", number, err)
	}
	return ref, nil
}

// NumberOf is the number of the block with the hash.
func (s *Store) NumberOf(hash common.Hash) (uint64, error) {
	value, err := s.get(hashed(tabHash, hash))
	if err != nil {
		return 0, fmt.Errorf("block %s: %w", hash, err)
	}
	return decodeUint64(value)
}

// Header is the header of block number.
func (s *Store) Header(number uint64) (*types.Header, error) {
	value, err := s.ofBlock(tabHeader, number)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", number, err)
	}
	h := new(types.Header)
	if err := rlp.DecodeBytes(value, h); err != nil {
		return nil, fmt.Errorf("block %d: header: %w: %w", number, err, ErrCorrupt)
	}
	return h, nil
}

// Block is environment and raw transactions of block number.
func (s *Store) Block(number uint64) (*rollup.Block, error) {
	value, err := s.ofBlock(tabBody, number)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", number, err)
	}
	b, rest, err := rollup.DecodeBlock(value)
	if err != nil || len(rest) != 0 {
		return nil, fmt.Errorf("block %d: body: %w", number, errors.Join(err, ErrCorrupt))
	}
	return b, nil
}

// Receipts are the receipts of block number, their logs with places filled in. TxNumberInBatch of the L2→L1 logs stays 0: see [Store.TxNumberInBatch].
func (s *Store) Receipts(number uint64) ([]*stf.Receipt, error) {
	ref, err := s.Ref(number)
	if err != nil {
		return nil, err
	}
	value, err := s.ofBlock(tabReceipts, number)
	if err != nil {
		return nil, fmt.Errorf("block %d: receipts: %w", number, err)
	}
	receipts, err := decodeReceipts(value, &ref)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", number, err)
	}
	return receipts, nil
}

// TxPlace is where a transaction is.
type TxPlace struct {
	Block uint64
	Index int // in the block
}

// TxByHash is the place of the transaction with the hash.
func (s *Store) TxByHash(hash common.Hash) (TxPlace, error) {
	value, err := s.get(hashed(tabTx, hash))
	if err != nil {
		return TxPlace{}, fmt.Errorf("transaction %s: %w", hash, err)
	}
	d := newDecoder(value)
	p := TxPlace{Block: d.Uint64(), Index: int(d.Uint32())}
	if err := d.End(); err != nil {
		return TxPlace{}, fmt.Errorf("transaction %s: place: %w", hash, err)
	}
	return p, nil
}

// LogBlocks iterates over the blocks of [from, to] whose logs may match: match gets each block's bloom filter; blocks without logs are passed over.
func (s *Store) LogBlocks(from, to uint64, match func(types.Bloom) bool) iter.Seq2[uint64, error] {
	return func(yield func(uint64, error) bool) {
		options := &pebble.IterOptions{LowerBound: numbered(tabBloom, from), UpperBound: prefixEnd([]byte(tabBloom))}
		it, err := s.db.NewIter(options)
		if err != nil {
			yield(0, err)
			return
		}
		defer it.Close()
		for ok := it.First(); ok; ok = it.Next() {
			n := keyNumber(it.Key())
			if n > to {
				return
			}
			if len(it.Value()) != types.BloomByteLength {
				yield(0, fmt.Errorf("block %d: bloom of %d bytes: %w", n, len(it.Value()), ErrCorrupt))
				return
			}
			if match(types.Bloom(it.Value())) && !yield(n, nil) {
				return
			}
		}
		if err := it.Error(); err != nil {
			yield(0, err)
		}
	}
}

// StateAt is the state after block number. It stays the same while the chain grows.
func (s *Store) StateAt(number uint64) (stf.State, error) {
	if number < s.First() {
		return nil, fmt.Errorf("state of block %d: %w", number, s.beforeFirst())
	}
	r, err := s.flat.At(number)
	if errors.Is(err, flat.ErrUnknownBlock) {
		return nil, fmt.Errorf("state: %w: %w", err, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("state of block %d: %w", number, err)
	}
	return r, nil
}

// HeadState is the state after the last block, and moves with it: for the one goroutine that makes or follows blocks. It is faster than StateAt.
func (s *Store) HeadState() stf.State { return s.flat }

// ChainStateAt is number, time and the window of hashes after block number; the tree root is zero.
func (s *Store) ChainStateAt(number uint64) (*rollup.ChainState, error) {
	from := uint64(0)
	if number >= rollup.BlockHashWindow {
		from = number - rollup.BlockHashWindow + 1
	}
	out := &rollup.ChainState{}
	if f := s.first; f != nil && from <= f.ref.Number {
		if number < f.ref.Number {
			return nil, fmt.Errorf("block %d: %w", number, s.beforeFirst())
		}
		*out, from = f.chain, f.ref.Number+1
		out.TreeRoot = common.Hash{}
	}
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: numbered(tabPosition, from), UpperBound: prefixEnd([]byte(tabPosition))})
	if err != nil {
		return nil, err
	}
	defer it.Close()
	want := from
	for ok := it.First(); ok && want <= number; ok = it.Next() {
		ref, err := decodePosition(keyNumber(it.Key()), it.Value())
		if err != nil || ref.Number != want {
			return nil, fmt.Errorf("block %d: position: %w", want, errors.Join(err, ErrCorrupt))
		}
		out.Push(ref.Number, ref.Timestamp, ref.Hash)
		want++
	}
	if err := it.Error(); err != nil {
		return nil, err
	}
	if want != number+1 {
		return nil, fmt.Errorf("block %d: %w", number, ErrNotFound)
	}
	return out, nil
}

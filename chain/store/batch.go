package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/cockroachdb/pebble/v2"
)

// ErrCommitted says that L1 already has the batch.
var ErrCommitted = errors.New("batch is committed on L1")

// PutBatch adds the batch after the last one, synced. The same batch again has no effect; another one with its number is ErrConflict; one that does
// not continue the last batch or ends above the head is ErrOrder.
func (s *Store) PutBatch(b *SealedBatch) error {
	s.write.Lock()
	defer s.write.Unlock()
	record := encodeBatch(b)
	have, err := s.get(numbered(tabBatch, b.Number))
	if err == nil {
		if pubdata, err := s.get(numbered(tabPubdata, b.Number)); err != nil || !bytes.Equal(have, record) || !bytes.Equal(pubdata, b.Pubdata) {
			return errors.Join(fmt.Errorf("put batch %d: %w", b.Number, ErrConflict), err)
		}
		return nil
	}
	if !errors.Is(err, ErrNotFound) {
		return fmt.Errorf("put batch %d: %w", b.Number, err)
	}
	number, lastBlock, err := s.lastBatch()
	if err != nil {
		return fmt.Errorf("put batch %d: %w", b.Number, err)
	}
	switch head := s.Head(); {
	case b.Number != number+1:
		return fmt.Errorf("put batch %d: the last one is %d: %w", b.Number, number, ErrOrder)
	case b.FirstBlock != lastBlock+1 || b.LastBlock < b.FirstBlock:
		return fmt.Errorf("put batch %d: blocks %d to %d after block %d: %w", b.Number, b.FirstBlock, b.LastBlock, lastBlock, ErrOrder)
	case b.LastBlock > head.Number:
		return fmt.Errorf("put batch %d: last block %d is above the head %d: %w", b.Number, b.LastBlock, head.Number, ErrOrder)
	}
	batch := s.db.NewBatch()
	defer batch.Close()
	for _, p := range []struct{ key, value []byte }{
		{numbered(tabBatch, b.Number), record},
		{numbered(tabPubdata, b.Number), b.Pubdata},
		{numbered(tabBatchLast, b.LastBlock), uint64Value(b.Number)},
	} {
		if err := batch.Set(p.key, p.value, nil); err != nil {
			return err
		}
	}
	return batch.Commit(pebble.Sync)
}

// lastBatch is number and last block of the last sealed batch; zeros when there is none, which is the genesis batch.
func (s *Store) lastBatch() (number, lastBlock uint64, err error) {
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte(tabBatchLast), UpperBound: prefixEnd([]byte(tabBatchLast))})
	if err != nil {
		return 0, 0, err
	}
	defer it.Close()
	if !it.Last() {
		return 0, 0, it.Error()
	}
	number, err = decodeUint64(it.Value())
	return number, keyNumber(it.Key()), err
}

// LastBatch is the last sealed batch without its pubdata; ErrNotFound when only the genesis batch exists.
func (s *Store) LastBatch() (*SealedBatch, error) {
	number, _, err := s.lastBatch()
	if err != nil {
		return nil, err
	}
	return s.BatchInfo(number)
}

// BatchInfo is sealed batch number without its pubdata.
func (s *Store) BatchInfo(number uint64) (*SealedBatch, error) {
	value, err := s.get(numbered(tabBatch, number))
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", number, err)
	}
	b, err := decodeBatch(value)
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", number, err)
	}
	return b, nil
}

// Batch is sealed batch number, pubdata included.
func (s *Store) Batch(number uint64) (*SealedBatch, error) {
	b, err := s.BatchInfo(number)
	if err != nil {
		return nil, err
	}
	if b.Pubdata, err = s.get(numbered(tabPubdata, number)); err != nil {
		return nil, fmt.Errorf("batch %d: pubdata: %w", number, err)
	}
	return b, nil
}

// PubdataBytes is the length of the batch's pubdata, without copying it.
func (s *Store) PubdataBytes(number uint64) (uint64, error) {
	value, closer, err := s.db.Get(numbered(tabPubdata, number))
	if errors.Is(err, pebble.ErrNotFound) {
		return 0, fmt.Errorf("batch %d: pubdata: %w", number, ErrNotFound)
	}
	if err != nil {
		return 0, fmt.Errorf("batch %d: pubdata: %w", number, err)
	}
	n := uint64(len(value))
	return n, closer.Close()
}

// PubdataPart is the batch's pubdata from an offset on, at most limit bytes of it, and the length of all of it. An offset beyond the end gives nothing.
func (s *Store) PubdataPart(number, offset, limit uint64) (part []byte, total uint64, err error) {
	value, closer, err := s.db.Get(numbered(tabPubdata, number))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, 0, fmt.Errorf("batch %d: pubdata: %w", number, ErrNotFound)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("batch %d: pubdata: %w", number, err)
	}
	total = uint64(len(value))
	begin := min(offset, total)
	part = slices.Clone(value[begin : begin+min(limit, total-begin)])
	return part, total, closer.Close()
}

// BatchOfBlock is the number of the sealed batch that contains block number; ErrNotFound while it is in none. Block 0 is batch 0.
func (s *Store) BatchOfBlock(number uint64) (uint64, error) {
	if number == 0 {
		return 0, nil
	}
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: numbered(tabBatchLast, number), UpperBound: prefixEnd([]byte(tabBatchLast))})
	if err != nil {
		return 0, err
	}
	defer it.Close()
	if !it.First() {
		return 0, errors.Join(it.Error(), fmt.Errorf("batch of block %d: %w", number, ErrNotFound))
	}
	return decodeUint64(it.Value())
}

// TxNumberInBatch is the number that the transaction has in its batch, all types counted from 0.
func (s *Store) TxNumberInBatch(b *SealedBatch, at TxPlace) (uint64, error) {
	start, block, err := s.batchStart(b, at)
	if err != nil {
		return 0, err
	}
	return block.Txs - start.Txs + uint64(at.Index), nil
}

// LogNumberInBatch is the index in the batch's log tree of the transaction's first L2→L1 log; receipts are those of the transaction's block.
func (s *Store) LogNumberInBatch(b *SealedBatch, at TxPlace, receipts []*stf.Receipt) (uint64, error) {
	start, block, err := s.batchStart(b, at)
	if err != nil {
		return 0, err
	}
	if at.Index >= len(receipts) {
		return 0, fmt.Errorf("transaction %d of %d in block %d: %w", at.Index, len(receipts), at.Block, ErrNotFound)
	}
	n := block.L2ToL1Logs - start.L2ToL1Logs
	for _, r := range receipts[:at.Index] {
		n += uint64(len(r.L2ToL1Logs))
	}
	return n, nil
}

// batchStart is the totals before the batch and before the block of at.
func (s *Store) batchStart(b *SealedBatch, at TxPlace) (start, block BlockRef, err error) {
	if at.Block < b.FirstBlock || at.Block > b.LastBlock {
		return start, block, fmt.Errorf("block %d is not in batch %d: %w", at.Block, b.Number, ErrNotFound)
	}
	if start, err = s.Ref(b.FirstBlock - 1); err != nil {
		return start, block, err
	}
	block, err = s.Ref(at.Block - 1)
	return start, block, err
}

// dropBatches removes every batch that contains a block above number.
func (s *Store) dropBatches(batch *pebble.Batch, number uint64) error {
	progress, err := s.L1Progress()
	if err != nil {
		return err
	}
	for n, last, err := s.lastBatch(); ; n-- {
		if err != nil || n == 0 || last <= number {
			return err
		}
		if n <= progress.Committed {
			return fmt.Errorf("batch %d has blocks up to %d: %w", n, last, ErrCommitted)
		}
		info, err := s.BatchInfo(n)
		if err != nil {
			return err
		}
		for _, key := range [][]byte{numbered(tabBatch, n), numbered(tabPubdata, n), numbered(tabL1Status, n), numbered(tabBatchLast, last)} {
			if err := batch.Delete(key, nil); err != nil {
				return err
			}
		}
		last = info.FirstBlock - 1
	}
}

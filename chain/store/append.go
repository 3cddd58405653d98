package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

var (
	// ErrOrder says that a block or batch does not follow the last one.
	ErrOrder = errors.New("out of order")
	// ErrConflict says that another block or batch has the number.
	ErrConflict = errors.New("another one is already there")
)

// AppendBlock makes res the last block, with receipts, indices and state in one synced write. A block that is already there is accepted without
// effect; another block in its place is ErrConflict, one that does not follow the head is ErrOrder.
func (s *Store) AppendBlock(res *stf.BlockResult) error {
	if err := s.BeginBlock(res); err != nil {
		return err
	}
	return s.Flush()
}

// BeginBlock is AppendBlock without waiting for the disk. When it returns, the next block can be made: the block is the [Store.Tip], and HeadState, ChainStateAt, StateAt and Header know it. It becomes
// the head, which is what others may be shown, when it is durable, after those before it. At most Config.OnTheWay blocks are not durable at a time: BeginBlock waits for the oldest one, Flush for all. An error
// of the disk is the result of a later call of either; the store accepts nothing afterwards.
func (s *Store) BeginBlock(res *stf.BlockResult) error {
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.settle(s.limit - 1); err != nil {
		return err
	}
	tip := s.Tip()
	number := res.Block.Env.Number
	if number <= tip.Number {
		have, err := s.Ref(number)
		if err == nil && have.Hash != res.Hash {
			err = fmt.Errorf("append block %d: have %s, given %s: %w", number, have.Hash, res.Hash, ErrConflict)
		}
		return err
	}
	if err := s.begin(&tip, res); err != nil {
		return fmt.Errorf("append block %d: %w", number, err)
	}
	return nil
}

func (s *Store) begin(tip *BlockRef, res *stf.BlockResult) error {
	if err := follows(tip, res); err != nil {
		return err
	}
	next, err := nextRef(tip, res)
	if err != nil {
		return err
	}
	batch := s.db.NewBatchWithSize(batchBytes(res))
	if err := s.putBlock(batch, next, res); err != nil {
		return errors.Join(err, batch.Close())
	}
	if err := s.db.ApplyNoSyncWait(batch, pebble.Sync); err != nil {
		return errors.Join(err, batch.Close())
	}
	s.flat.Committed(next.Number)
	s.setTip(*next)
	on, before := &onTheWay{number: next.Number, done: make(chan struct{})}, (*onTheWay)(nil)
	if n := len(s.onTheWay); n > 0 {
		before = s.onTheWay[n-1]
	}
	s.onTheWay = append(s.onTheWay, on)
	applied := time.Now()
	go func() {
		defer close(on.done)
		on.err = errors.Join(batch.SyncWait(), batch.Close())
		if before != nil { // heads come in order
			<-before.done
			on.err = errors.Join(before.err, on.err)
		}
		if on.err == nil {
			s.setHead(*next)
			s.durable(next.Number, time.Since(applied))
		}
	}()
	return nil
}

// batchBytes is about what a block takes in a batch, so that the batch need not grow.
func batchBytes(res *stf.BlockResult) int {
	return 4096 + 600*len(res.Block.Txs) + 300*len(res.Diff.Accounts)
}

// onTheWay is a block that was applied and may not be durable yet.
type onTheWay struct {
	number uint64
	done   chan struct{} // closed when it is the head, or err is set
	err    error
}

// Flush waits until every block that was begun is durable.
func (s *Store) Flush() error {
	s.write.Lock()
	defer s.write.Unlock()
	return s.settle(0)
}

// settle waits, for who holds the lock, until at most most blocks are on their way. An error stays: what was applied is visible and may be lost.
func (s *Store) settle(most int) error {
	for len(s.onTheWay) > most {
		oldest := s.onTheWay[0]
		<-oldest.done
		if oldest.err != nil {
			return fmt.Errorf("block %d: %w: %w", oldest.number, ErrDisk, oldest.err)
		}
		s.onTheWay = s.onTheWay[1:]
	}
	return nil
}

// follows checks the block's place after head.
func follows(head *BlockRef, res *stf.BlockResult) error {
	switch {
	case res.Block.Env.Number != head.Number+1:
		return fmt.Errorf("the last block is %d: %w", head.Number, ErrOrder)
	case res.Header.ParentHash != head.Hash:
		return fmt.Errorf("parent %s is not the last block %s: %w", res.Header.ParentHash, head.Hash, ErrOrder)
	case res.Block.Env.Timestamp < head.Timestamp:
		return fmt.Errorf("time %d is before the parent's %d: %w", res.Block.Env.Timestamp, head.Timestamp, ErrOrder)
	case len(res.Receipts) != len(res.Block.Txs):
		return fmt.Errorf("%d receipts for %d transactions: %w", len(res.Receipts), len(res.Block.Txs), ErrOrder)
	}
	return nil
}

// nextRef is the reference of the block after head; priority operations must continue the queue.
func nextRef(head *BlockRef, res *stf.BlockResult) (*BlockRef, error) {
	next := &BlockRef{
		Number: res.Block.Env.Number, Hash: res.Hash, Timestamp: res.Block.Env.Timestamp,
		PriorityOps: head.PriorityOps, Txs: head.Txs + uint64(len(res.Block.Txs)), L2ToL1Logs: head.L2ToL1Logs,
	}
	for i, raw := range res.Block.Txs {
		next.L2ToL1Logs += uint64(len(res.Receipts[i].L2ToL1Logs))
		if len(raw) == 0 || raw[0] != rollup.PriorityTxType {
			continue
		}
		op, err := rollup.DecodeCanonicalTx(raw)
		if err != nil {
			return nil, fmt.Errorf("transaction %d: %w", i, err)
		}
		if op.Nonce != next.PriorityOps {
			return nil, fmt.Errorf("transaction %d: priority operation %d, the next one is %d: %w", i, op.Nonce, next.PriorityOps, ErrOrder)
		}
		next.PriorityOps++
	}
	return next, nil
}

func (s *Store) putBlock(batch *pebble.Batch, ref *BlockRef, res *stf.BlockResult) error {
	if err := putRecords(batch, ref, res); err != nil {
		return err
	}
	if err := batch.Set([]byte(keyHead), uint64Value(ref.Number), nil); err != nil {
		return err
	}
	return s.flat.Commit(ref.Number, state.DiffOf(&res.Diff), batch)
}

// putRecords writes everything of a block but its state.
func putRecords(batch *pebble.Batch, ref *BlockRef, res *stf.BlockResult) error {
	header, err := rlp.EncodeToBytes(res.Header)
	if err != nil {
		return err
	}
	n := ref.Number
	puts := []struct{ key, value []byte }{
		{numbered(tabPosition, n), encodePosition(ref)},
		{numbered(tabHeader, n), header},
		{numbered(tabBody, n), rollup.AppendBlock(nil, res.Block)},
		{numbered(tabReceipts, n), encodeReceipts(res.Receipts)},
		{hashed(tabHash, ref.Hash), uint64Value(n)},
	}
	for i, r := range res.Receipts {
		place := binary.BigEndian.AppendUint32(uint64Value(n), uint32(i))
		puts = append(puts, struct{ key, value []byte }{hashed(tabTx, r.TxHash), place})
	}
	if res.Header.Bloom != (types.Bloom{}) {
		puts = append(puts, struct{ key, value []byte }{numbered(tabBloom, n), res.Header.Bloom[:]})
	}
	for _, p := range puts {
		if err := batch.Set(p.key, p.value, nil); err != nil {
			return err
		}
	}
	return putPostings(batch, n, res.Receipts)
}

// writeGenesis makes block 0 and the identity in one write.
func (s *Store) writeGenesis(id *identity) error {
	ref, res := s.genesis.result()
	batch := s.db.NewBatch()
	defer batch.Close()
	if err := batch.Set([]byte(keyIdentity), id.encode(), nil); err != nil {
		return err
	}
	if err := batch.Set([]byte(keyL1), encodeL1Progress(&L1Progress{}), nil); err != nil {
		return err
	}
	if err := s.putBlock(batch, ref, res); err != nil {
		return err
	}
	return batch.Commit(pebble.Sync)
}

// Rollback makes block number the last one again: later blocks, their indices and state, and sealed batches that contain them are removed in one write.
// It refuses to remove a batch that L1 has seen committed.
func (s *Store) Rollback(number uint64) error {
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.settle(0); err != nil {
		return err
	}
	head := s.Head()
	if number >= head.Number {
		return nil
	}
	if number < s.First() {
		return fmt.Errorf("rollback to block %d: %w", number, s.beforeFirst())
	}
	target, err := s.Ref(number)
	if err != nil {
		return err
	}
	batch := s.db.NewBatch()
	defer batch.Close()
	if err := s.dropBatches(batch, number); err != nil {
		return fmt.Errorf("rollback to block %d: %w", number, err)
	}
	for n := head.Number; n > number; n-- {
		if err := s.dropBlock(batch, n); err != nil {
			return fmt.Errorf("rollback to block %d: block %d: %w", number, n, err)
		}
	}
	if err := s.flat.Rollback(number, batch); err != nil {
		return fmt.Errorf("rollback to block %d: %w", number, err)
	}
	if err := batch.Set([]byte(keyHead), uint64Value(number), nil); err != nil {
		return err
	}
	if err := batch.Commit(pebble.Sync); err != nil {
		return fmt.Errorf("rollback to block %d: %w", number, err)
	}
	s.flat.Committed(number)
	s.setTip(target)
	s.setHead(target)
	return nil
}

func (s *Store) dropBlock(batch *pebble.Batch, n uint64) error {
	ref, err := s.Ref(n)
	if err != nil {
		return err
	}
	receipts, err := s.Receipts(n)
	if err != nil {
		return err
	}
	keys := [][]byte{hashed(tabHash, ref.Hash)}
	for _, table := range []string{tabPosition, tabHeader, tabBody, tabReceipts, tabBloom} {
		keys = append(keys, numbered(table, n))
	}
	for _, r := range receipts {
		keys = append(keys, hashed(tabTx, common.Hash(r.TxHash)))
	}
	for _, d := range digestsOf(receipts) {
		keys = append(keys, postingKey(d, n))
	}
	for _, key := range keys {
		if err := batch.Delete(key, nil); err != nil {
			return err
		}
	}
	return nil
}

package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/internal/wire"
)

// L1Progress says how far settlement has come: numbers of the last batches, 0 for none. Executed <= Proven <= Committed.
type L1Progress struct {
	Committed, Proven, Executed uint64
}

// L1Step is one settlement transaction that L1 has included; zero when there is none yet.
type L1Step struct {
	Tx    common.Hash
	Block uint64 // L1 block number
	Time  uint64 // seconds, of that block
}

// Done reports whether the step has happened.
func (s *L1Step) Done() bool { return s.Tx != (common.Hash{}) }

// BatchL1Status is what L1 has seen of a batch.
type BatchL1Status struct {
	Commit, Prove, Execute L1Step
}

const l1Version = 1

// encodeL1Progress writes version u8 ‖ committed, proven, executed u64.
func encodeL1Progress(p *L1Progress) []byte {
	b := []byte{l1Version}
	b = wire.AppendUint64s(b, p.Committed, p.Proven, p.Executed)
	return b
}

func decodeL1Progress(data []byte) (p L1Progress, err error) {
	d := newDecoder(data)
	d.Version(l1Version)
	p.Committed, p.Proven, p.Executed = d.Uint64(), d.Uint64(), d.Uint64()
	if d.Err == nil && !p.ordered() {
		d.Fail("%+v", p)
	}
	return p, d.End()
}

func (p *L1Progress) ordered() bool { return p.Executed <= p.Proven && p.Proven <= p.Committed }

// encodeL1Status writes version u8 ‖ (tx 32 ‖ block, time u64) for commit, prove, execute.
func encodeL1Status(s *BatchL1Status) []byte {
	b := []byte{l1Version}
	for _, step := range []*L1Step{&s.Commit, &s.Prove, &s.Execute} {
		b = append(b, step.Tx[:]...)
		b = binary.BigEndian.AppendUint64(b, step.Block)
		b = binary.BigEndian.AppendUint64(b, step.Time)
	}
	return b
}

func decodeL1Status(data []byte) (s BatchL1Status, err error) {
	d := newDecoder(data)
	d.Version(l1Version)
	for _, step := range []*L1Step{&s.Commit, &s.Prove, &s.Execute} {
		*step = L1Step{Tx: d.Hash(), Block: d.Uint64(), Time: d.Uint64()}
	}
	return s, d.End()
}

// UpdateL1 records the progress and the statuses of batches in one synced write. Progress may go back: L1 can revert batches that are not executed,
// and can reorganise.
func (s *Store) UpdateL1(progress L1Progress, statuses map[uint64]BatchL1Status) error {
	s.write.Lock()
	defer s.write.Unlock()
	if !progress.ordered() {
		return fmt.Errorf("L1 progress %+v: %w", progress, ErrOrder)
	}
	if last, _, err := s.lastBatch(); err != nil || progress.Committed > last {
		return errors.Join(fmt.Errorf("L1 progress %+v, the last sealed batch is %d: %w", progress, last, ErrOrder), err)
	}
	batch := s.db.NewBatch()
	defer batch.Close()
	if err := batch.Set([]byte(keyL1), encodeL1Progress(&progress), nil); err != nil {
		return err
	}
	for n, status := range statuses {
		if err := batch.Set(numbered(tabL1Status, n), encodeL1Status(&status), nil); err != nil {
			return err
		}
	}
	return batch.Commit(pebble.Sync)
}

// L1Progress is what UpdateL1 recorded last.
func (s *Store) L1Progress() (L1Progress, error) {
	value, err := s.get([]byte(keyL1))
	if err != nil {
		return L1Progress{}, fmt.Errorf("L1 progress: %w", err)
	}
	p, err := decodeL1Progress(value)
	if err != nil {
		return p, fmt.Errorf("L1 progress: %w", err)
	}
	return p, nil
}

// BatchL1Status is what L1 has seen of batch number; all zero when nothing is recorded.
func (s *Store) BatchL1Status(number uint64) (BatchL1Status, error) {
	value, err := s.get(numbered(tabL1Status, number))
	if errors.Is(err, ErrNotFound) {
		return BatchL1Status{}, nil
	}
	if err != nil {
		return BatchL1Status{}, fmt.Errorf("L1 status of batch %d: %w", number, err)
	}
	st, err := decodeL1Status(value)
	if err != nil {
		return st, fmt.Errorf("L1 status of batch %d: %w", number, err)
	}
	return st, nil
}

// L1Heads are the last blocks that L1 has committed (safe) and executed (finalized); block 0 before there are any.
func (s *Store) L1Heads() (safe, finalized BlockRef, err error) {
	p, err := s.L1Progress()
	if err != nil {
		return safe, finalized, err
	}
	if safe, err = s.batchEnd(p.Committed); err != nil {
		return safe, finalized, err
	}
	finalized, err = s.batchEnd(p.Executed)
	return safe, finalized, err
}

// batchEnd is the last block of batch number; batch 0 is the genesis.
func (s *Store) batchEnd(number uint64) (BlockRef, error) {
	if number == 0 {
		return s.Ref(0)
	}
	b, err := s.BatchInfo(number)
	if err != nil {
		return BlockRef{}, err
	}
	return s.Ref(b.LastBlock)
}

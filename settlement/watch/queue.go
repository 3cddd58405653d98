package watch

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// Operation is a priority operation with its place on L1.
type Operation struct {
	operator.PriorityOp
	L1Tx    common.Hash
	L1Block uint64
}

const opPrefix = "op/"

var errStored = errors.New("damaged priority queue mirror")

// Damaged reports whether an error says that what the watcher has kept is not what it has put there. [Forget] makes it read L1 again.
func Damaged(err error) bool { return errors.Is(err, errStored) || errors.Is(err, ErrGap) }

// storedOp is the durable form: Raw is the transaction as a block holds it.
type storedOp struct {
	Raw        []byte
	Expiration uint64
	L1Tx       common.Hash
	L1Block    uint64
}

func encodeOp(op *operator.PriorityOp, log *types.Log) []byte {
	enc, err := rlp.EncodeToBytes(&storedOp{Raw: op.Tx.Raw(), Expiration: op.Expiration, L1Tx: log.TxHash, L1Block: log.BlockNumber})
	if err != nil {
		panic(fmt.Sprintf("watch: encode operation: %v", err)) // a fixed structure
	}
	return enc
}

func decodeOp(enc []byte) (*Operation, error) {
	var s storedOp
	if err := rlp.DecodeBytes(enc, &s); err != nil {
		return nil, fmt.Errorf("%w: %w", errStored, err)
	}
	tx, err := rollup.DecodeCanonicalTx(s.Raw)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errStored, err)
	}
	op := operator.PriorityOp{ID: tx.Nonce, Hash: tx.Hash(), Expiration: s.Expiration, Tx: tx}
	return &Operation{PriorityOp: op, L1Tx: s.L1Tx, L1Block: s.L1Block}, nil
}

// enqueue is the change that adds an operation when count are there (or will be, from the same range of blocks).
func (w *Watcher) enqueue(op *operator.PriorityOp, log *types.Log, count uint64) (durable.Change, error) {
	change := durable.Change{Key: durable.Uint64Key(opPrefix, op.ID), Value: encodeOp(op, log)}
	if op.ID > count {
		return change, fmt.Errorf("watch: operation %d after %d: %w", op.ID, count, ErrGap)
	}
	if op.ID == count {
		return change, nil
	}
	enc, ok, err := w.kv.Get(change.Key)
	if err != nil || !ok {
		return change, err // not stored yet: an earlier one of this range
	}
	there, err := decodeOp(enc)
	if err != nil {
		return change, err
	}
	if there.Hash != op.Hash && op.ID < w.included() {
		return change, fmt.Errorf("watch: operation %d was %v and is %v: %w", op.ID, there.Hash, op.Hash, ErrQueueChanged)
	}
	return change, nil
}

func (w *Watcher) included() uint64 {
	if w.cfg.Included == nil {
		return 0
	}
	return w.cfg.Included()
}

// Next returns at most limit operations of the queue, the first one having number from. Fewer means that L1 has no more yet.
func (w *Watcher) Next(from uint64, limit int) ([]*Operation, error) {
	var ops []*Operation
	var failed error
	err := w.kv.Scan(durable.Uint64Key(opPrefix, from), durable.After([]byte(opPrefix)), func(_, enc []byte) bool {
		if len(ops) >= limit {
			return false
		}
		op, err := decodeOp(enc)
		if err == nil && op.ID != from+uint64(len(ops)) {
			err = fmt.Errorf("operation %d at place %d: %w", op.ID, from+uint64(len(ops)), ErrGap)
		}
		if failed = err; err == nil {
			ops = append(ops, op)
		}
		return err == nil
	})
	if err := errors.Join(err, failed); err != nil {
		return nil, fmt.Errorf("watch: %w", err)
	}
	return ops, nil
}

// Count is the number of operations in the mirror, which is the number of the next one.
func (w *Watcher) Count() (uint64, error) {
	// The queue has no gaps, so the count is found by bisection over the keys that are there.
	there := func(id uint64) (bool, error) {
		_, ok, err := w.kv.Get(durable.Uint64Key(opPrefix, id))
		return ok, err
	}
	low, high := uint64(0), uint64(1) // low operations are there at least
	for {
		ok, err := there(high - 1)
		if err != nil {
			return 0, fmt.Errorf("watch: %w", err)
		}
		if !ok {
			break
		}
		low, high = high, 2*high
	}
	for low < high-1 {
		middle := (low + high) / 2
		ok, err := there(middle - 1)
		if err != nil {
			return 0, fmt.Errorf("watch: %w", err)
		}
		if ok {
			low = middle
		} else {
			high = middle
		}
	}
	return low, nil
}

// ReadQueue reads a chain's queue from L1 anew, up to its final block.
func ReadQueue(ctx context.Context, client L1, chain common.Address, startBlock uint64) (*Watcher, error) {
	cfg := DefaultConfig(chain)
	cfg.StartBlock = startBlock
	w, err := New(client, &durable.Memory{}, cfg)
	if err != nil {
		return nil, err
	}
	return w, w.Poll(ctx)
}

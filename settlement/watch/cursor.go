package watch

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// trailPrefix keeps the ends of the ranges that were read: block number -> hash. The last one is the cursor, the others are where to go back to.
const trailPrefix = "trail/"

// trailLength bounds the trail: how far back a reorganisation can be undone by itself.
const trailLength = 256

// advance is the change of the trail that makes end the cursor.
func (w *Watcher) advance(end l1.Ref) ([]durable.Change, error) {
	refs, err := w.trail()
	if err != nil {
		return nil, err
	}
	changes := []durable.Change{{Key: durable.Uint64Key(trailPrefix, end.Number), Value: end.Hash[:]}}
	for i := 0; i <= len(refs)-trailLength; i++ {
		changes = append(changes, durable.Change{Key: durable.Uint64Key(trailPrefix, refs[i].Number)})
	}
	return changes, nil
}

// trail is what is known of it, oldest first.
func (w *Watcher) trail() ([]l1.Ref, error) {
	var refs []l1.Ref
	err := w.kv.Scan([]byte(trailPrefix), durable.After([]byte(trailPrefix)), func(k, v []byte) bool {
		refs = append(refs, l1.Ref{Number: binary.BigEndian.Uint64(k[len(trailPrefix):]), Hash: common.BytesToHash(v)})
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("watch: %w", err)
	}
	return refs, nil
}

// Cursor is the block up to which L1 was read; zero when nothing was.
func (w *Watcher) Cursor() (l1.Ref, error) {
	refs, err := w.trail()
	if err != nil || len(refs) == 0 {
		return l1.Ref{}, err
	}
	return refs[len(refs)-1], nil
}

// canonicalCursor is Cursor after going back to a block that is still canonical, if need be. Blocks above the final one are no reason to: the node that was asked is behind, or L1 has
// undone them and will show others.
func (w *Watcher) canonicalCursor(ctx context.Context, final l1.Ref) (l1.Ref, error) {
	refs, err := w.trail()
	if err != nil || len(refs) == 0 {
		return l1.Ref{}, err
	}
	keep := len(refs)
	for keep > 0 && refs[keep-1].Number > final.Number {
		keep--
	}
	if late := len(refs) - keep; late > 0 && keep > 0 {
		if ok, err := w.canonical(ctx, refs[keep-1]); err != nil || ok {
			return refs[len(refs)-1], err
		}
	} else if late > 0 {
		return refs[len(refs)-1], nil
	}
	for ; keep > 0; keep-- {
		ok, err := w.canonical(ctx, refs[keep-1])
		if err != nil {
			return l1.Ref{}, err
		}
		if ok {
			break
		}
	}
	last := l1.Ref{}
	if keep > 0 {
		last = refs[keep-1]
	}
	if keep == len(refs) {
		return last, nil
	}
	w.cfg.Log.Warn("L1 undid blocks that were read; reading again", "from", last.Number, "was", refs[len(refs)-1].Number)
	if w.cfg.Observer != nil {
		w.cfg.Observer.Reorganised(refs[len(refs)-1].Number - last.Number)
	}
	return last, w.forget(refs[keep:], last.Number)
}

func (w *Watcher) canonical(ctx context.Context, ref l1.Ref) (bool, error) {
	now, err := w.l1.Block(ctx, ref.Number)
	return now.Hash == ref.Hash, err
}

// forget removes the trail entries and every operation that came in L1 blocks above last, except those that the chain has included: they stay to be
// compared with what L1 says now, and are lost until L1 has them again.
func (w *Watcher) forget(refs []l1.Ref, last uint64) error {
	var changes []durable.Change
	for _, r := range refs {
		changes = append(changes, durable.Change{Key: durable.Uint64Key(trailPrefix, r.Number)})
	}
	undone, err := w.above(last)
	if err != nil {
		return err
	}
	included := w.included()
	for _, op := range undone {
		if op.ID < included {
			w.cfg.Log.Error("L1 undid a priority operation that the chain has included", "operation", op.ID, "l1tx", op.L1Tx, "l1block", op.L1Block)
			changes = append(changes, durable.Change{Key: durable.Uint64Key(lostPrefix, op.ID), Value: []byte{1}})
		} else {
			changes = append(changes, durable.Change{Key: durable.Uint64Key(opPrefix, op.ID)})
		}
	}
	return w.kv.Write(changes...)
}

// above are the operations from L1 blocks above last. Operations are in the order of their blocks, so they are at the end of the queue.
func (w *Watcher) above(last uint64) ([]*Operation, error) {
	count, err := w.Count()
	if err != nil {
		return nil, err
	}
	var undone []*Operation
	for id := count; id > 0; id-- {
		ops, err := w.Next(id-1, 1)
		if err != nil {
			return nil, err
		}
		if len(ops) == 0 || ops[0].L1Block <= last {
			break
		}
		undone = append(undone, ops[0])
	}
	return undone, nil
}

// lostPrefix marks operations that the chain has included and that L1 does not have any more.
const lostPrefix = "lost/"

// Lost is the first operation that the chain has included and L1, which undid it, has not taken again; false when there is none. The chain must not be settled from there on: the
// deposit may never come.
func (w *Watcher) Lost() (first uint64, ok bool, err error) {
	err = w.kv.Scan([]byte(lostPrefix), durable.After([]byte(lostPrefix)), func(k, _ []byte) bool {
		first, ok = binary.BigEndian.Uint64(k[len(lostPrefix):]), true
		return false
	})
	return first, ok, err
}

// sayLost repeats what is wrong.
func (w *Watcher) sayLost() error {
	first, lost, err := w.Lost()
	if err != nil || !lost || time.Since(w.saidLost) < time.Minute {
		return err
	}
	w.saidLost = time.Now()
	w.cfg.Log.Error("a priority operation that the chain has included is not on L1 any more: no batch with it is settled until L1 has it again. When it does not come back, stop the node and run 'ashlar rollback --lost-deposit', see docs/operations.md, Deep reorganisations", "operation", first)
	return nil
}

// Forget makes a watcher read L1 from the beginning on, and drops the operations from number included on: the chain does not have them (any more). Those before stay, to be compared with what L1 says. It is for a watcher
// that does not run.
func Forget(kv durable.KV, included uint64) error {
	var changes []durable.Change
	for _, part := range [][2][]byte{
		{[]byte(trailPrefix), durable.After([]byte(trailPrefix))},
		{durable.Uint64Key(opPrefix, included), durable.After([]byte(opPrefix))},
		{durable.Uint64Key(lostPrefix, included), durable.After([]byte(lostPrefix))},
	} {
		err := kv.Scan(part[0], part[1], func(k, _ []byte) bool {
			changes = append(changes, durable.Change{Key: k})
			return true
		})
		if err != nil {
			return fmt.Errorf("watch: %w", err)
		}
	}
	return kv.Write(changes...)
}

package watch

import (
	"context"
	"encoding/binary"
	"fmt"

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

// canonicalCursor is Cursor after going back to a block that is still canonical, if need be.
func (w *Watcher) canonicalCursor(ctx context.Context) (l1.Ref, error) {
	refs, err := w.trail()
	if err != nil || len(refs) == 0 {
		return l1.Ref{}, err
	}
	keep := len(refs)
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
	head, err := w.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return false, fmt.Errorf("watch: head: %w", err)
	}
	if head.Number.Uint64() < ref.Number {
		return false, nil
	}
	now, err := w.l1.Block(ctx, ref.Number)
	return now.Hash == ref.Hash, err
}

// forget removes the trail entries and every operation that came in L1 blocks above last, except those that the chain has included: they stay to be
// compared with what L1 says now.
func (w *Watcher) forget(refs []l1.Ref, last uint64) error {
	var changes []durable.Change
	for _, r := range refs {
		changes = append(changes, durable.Change{Key: durable.Uint64Key(trailPrefix, r.Number)})
	}
	from := w.included()
	for {
		ops, err := w.Next(from, 1000)
		if err != nil {
			return err
		}
		for _, op := range ops {
			if op.L1Block > last {
				changes = append(changes, durable.Change{Key: durable.Uint64Key(opPrefix, op.ID)})
			}
		}
		if from += uint64(len(ops)); len(ops) == 0 {
			return w.kv.Write(changes...)
		}
	}
}

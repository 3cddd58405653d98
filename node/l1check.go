package node

import (
	"errors"
	"fmt"
	"time"

	"github.com/ashlar-labs/ashlar/settlement/local"
	l1operator "github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// replica reports whether this node only follows.
func (n *Node) replica() bool { return n.cfg.Origin != "" }

// onBatch records what L1 did with batches. One that is here has to be the one that is there; a node that follows waits for those that are not here yet, so that none is left out.
func (n *Node) onBatch(e watch.BatchEvent) error {
	recorder := local.Recorder{Store: n.store}
	if e.Kind != l1operator.BatchesReverted {
		if err := n.awaitBatch(e.Last); err != nil {
			return err
		}
	}
	if n.follows() && !n.gate.isOpen() {
		err := recorder.Compare(e)
		if errors.Is(err, local.ErrDisagrees) {
			old, err := recorder.Superseded(n.stopping, n.cfg.L1, n.cfg.Contracts.Chain, e)
			if err != nil {
				return fmt.Errorf("ask L1 for batch %d as it is now: %w", e.Last, err)
			}
			if old {
				n.cfg.Log.Info("L1 has reverted what it says of a batch", "event", e.Kind.String(), "batch", e.Last, "l1tx", e.Tx)
				return nil
			}
		}
		if errors.Is(err, local.ErrDisagrees) && n.settledByOthers(e) {
			return n.awaitRollback(fmt.Errorf("others have settled batch %d in priority mode: %w", e.Last, err))
		}
		if err != nil && n.replica() {
			return err
		}
	}
	n.cfg.Log.Info(e.Kind.String(), "first", e.First, "batch", e.Last, "l1tx", e.Tx)
	if n.settlement != nil {
		defer n.settlement.Wake()
	}
	if err := recorder.OnBatch(e); err != nil {
		return err
	}
	n.view.settled(e)
	return nil
}

// awaitBatch waits until the batch was followed, or this node leads and so has every batch there is.
func (n *Node) awaitBatch(number uint64) error {
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	began, warned := time.Now(), false
	for {
		sealed, err := n.lastSealed()
		if err != nil || sealed.Number >= number || n.gate.isOpen() {
			return err
		}
		if !warned && n.caughtUp.Load() && time.Since(began) > time.Minute {
			n.cfg.Log.Warn("L1 has a batch that the block stream does not have", "batch", number, "last here", sealed.Number)
			warned = true
		}
		select {
		case <-ticker.C:
		case <-n.stopping.Done():
			return n.stopping.Err()
		}
	}
}

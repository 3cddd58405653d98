package node

import (
	"errors"
	"fmt"
	"time"

	"github.com/ashlar-labs/ashlar/settlement/local"
	l1operator "github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// ErrL1Disagrees says that a batch on L1 is not the one that the chain's blocks give.
var ErrL1Disagrees = errors.New("L1 has another batch than this node")

// replica reports whether this node only follows.
func (n *Node) replica() bool { return n.cfg.Origin != "" }

// onBatch records what L1 did with batches. One that is here has to be the one that is there; a node that follows waits for those that are not here yet, so that none is left out.
func (n *Node) onBatch(e watch.BatchEvent) error {
	if e.Kind != l1operator.BatchesReverted {
		if err := n.awaitBatch(e.Last); err != nil {
			return err
		}
	}
	if n.replica() && (e.Kind == l1operator.BatchCommitted || e.Kind == l1operator.BatchExecuted) {
		if err := n.compareWithL1(&e); err != nil {
			return err
		}
	}
	n.cfg.Log.Info(e.Kind.String(), "first", e.First, "batch", e.Last, "l1tx", e.Tx)
	if n.settlement != nil {
		defer n.settlement.Wake()
	}
	if err := (local.Recorder{Store: n.store}).OnBatch(e); err != nil {
		return err
	}
	n.view.settled(e)
	return nil
}

func (n *Node) compareWithL1(e *watch.BatchEvent) error {
	sealed, err := n.lastSealed()
	if err != nil || e.Last > sealed.Number || e.Last == 0 {
		return err
	}
	have, err := n.store.BatchInfo(e.Last)
	if err != nil {
		return err
	}
	if have.StateAfter != e.StateCommitment || have.Output.Hash() != e.OutputHash {
		return fmt.Errorf("batch %d, L1 transaction %v: state %v and output %v here, %v and %v there; the sequencer settles something else than it published (docs/operations.md, \"A replica halts\"): %w",
			e.Last, e.Tx, have.StateAfter, have.Output.Hash(), e.StateCommitment, e.OutputHash, ErrL1Disagrees)
	}
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

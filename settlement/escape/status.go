package escape

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// Status is what L1 says about the chain, all as of one block.
type Status struct {
	operator.Queue
	operator.Totals
	L1Block uint64
	L1Time  uint64 // seconds
	Frozen  bool   // by the owner of the ChainTypeManager: nothing can be requested, activated or settled
}

// Overdue reports whether priority mode may be activated now.
func (s *Status) Overdue() bool { return s.Queue.Overdue(s.L1Time) }

// Look reads the status at L1's head.
func (e *Escape) Look(ctx context.Context) (*Status, error) {
	head, err := e.l1.Head(ctx)
	if err != nil {
		return nil, err
	}
	at := new(big.Int).SetUint64(head.Number)
	s := &Status{L1Block: head.Number, L1Time: head.Time}
	if s.Queue, err = e.contract.Queue(ctx, at); err != nil {
		return nil, err
	}
	if s.Totals, err = e.contract.Totals(ctx, at); err != nil {
		return nil, err
	}
	chain := bindings.NewChain()
	out, err := e.call(ctx, e.cfg.Chain, chain.PackIsFrozen())
	if err == nil {
		s.Frozen, err = chain.UnpackIsFrozen(out)
	}
	return s, err
}

// Activate turns priority mode on. It is no error when it is on already.
func (e *Escape) Activate(ctx context.Context) error {
	for {
		s, err := e.Look(ctx)
		if err != nil {
			return err
		}
		switch {
		case s.PriorityMode:
			return nil
		case s.Waiting() == 0:
			return fmt.Errorf("%w: none waits", ErrNotOverdue)
		case !s.Overdue():
			return fmt.Errorf("%w: operation %d expires at %s, L1 is at %s", ErrNotOverdue, s.First, utc(s.ExpiresAt), utc(s.L1Time))
		}
		done, err := e.try(ctx, fmt.Sprintf("activate/%d", s.First), "priority mode activated", call{to: e.cfg.Chain, data: operator.Activate()})
		if err == nil && done {
			continue // to see it
		}
		if now, lookErr := e.Look(ctx); lookErr == nil && now.PriorityMode {
			e.say("somebody else has activated priority mode")
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Deactivate ends priority mode. The key has to be that of the owner of the ChainTypeManager, and L1 refuses it while an operation is overdue.
func (e *Escape) Deactivate(ctx context.Context) error {
	s, err := e.Look(ctx)
	if err != nil {
		return err
	}
	if !s.PriorityMode {
		return ErrNotActive
	}
	data := bindings.NewChainTypeManager().PackDeactivatePriorityMode(new(big.Int).SetUint64(e.cfg.Genesis.Config.ChainID))
	_, err = e.try(ctx, fmt.Sprintf("deactivate/%d", s.Executed), "priority mode ended", call{to: e.cfg.ChainTypeManager, data: data})
	return err
}

func utc(seconds uint64) string { return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339) }

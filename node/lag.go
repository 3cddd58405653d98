package node

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ashlar-labs/ashlar/node/ops"
)

// lag is how far a node that follows is behind its origin, which is what the block stream has.
type lag struct {
	mu       sync.Mutex
	began    time.Time // when looking began
	place    uint64    // sequence number of the stream's last message at the last look
	answered time.Time // when the stream last did
	seen     []sighting
}

// sighting says when the origin was first seen to have a block.
type sighting struct {
	head uint64
	at   time.Time
}

const (
	lookAtOrigin   = time.Second     // between looks
	originPatience = 5 * time.Second // without an answer, after which silence counts as lag
	sightings      = 1024            // that are kept; then every second one is forgotten
)

// saw notes that the origin has blocks up to head.
func (l *lag) saw(place, head uint64, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.place, l.answered = place, now
	if n := len(l.seen); n > 0 && l.seen[n-1].head == head {
		return
	} else if n > 0 && l.seen[n-1].head > head { // the stream begins anew
		l.seen = nil
	}
	if len(l.seen) == sightings {
		for i := range sightings / 2 {
			l.seen[i] = l.seen[2*i]
		}
		l.seen = l.seen[:sightings/2]
	}
	l.seen = append(l.seen, sighting{head, now})
}

// end is what saw was last told.
func (l *lag) end() (place, head uint64, known bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.seen) == 0 {
		return 0, 0, false
	}
	return l.place, l.seen[len(l.seen)-1].head, true
}

// of is the lag of a node whose last durable block is here.
func (l *lag) of(here uint64, now time.Time) ops.Origin {
	l.mu.Lock()
	defer l.mu.Unlock()
	o := ops.Origin{Block: here, AnsweredAge: -1}
	if n := len(l.seen); n > 0 {
		o.Block = max(here, l.seen[n-1].head)
		o.AnsweredAge = now.Sub(l.answered).Seconds()
	} else if silence := now.Sub(l.began); !l.began.IsZero() && silence > originPatience {
		o.LagSeconds = silence.Seconds()
	}
	o.LagBlocks = o.Block - here
	for len(l.seen) > 1 && l.seen[0].head <= here { // the last one says what the origin has
		l.seen = l.seen[1:]
	}
	if len(l.seen) > 0 && l.seen[0].head > here {
		o.LagSeconds = now.Sub(l.seen[0].at).Seconds()
	}
	if o.AnsweredAge > originPatience.Seconds() {
		o.LagSeconds = max(o.LagSeconds, o.AnsweredAge)
	}
	return o
}

// follows reports whether this node may have an origin: it has one while it does not lead.
func (n *Node) follows() bool { return n.cfg.Stream.URL != "" }

// lookAtOrigin asks the stream for its last block.
func (n *Node) lookAtOrigin(ctx context.Context) error {
	last, err := n.stream.Last(ctx)
	if err != nil {
		return err
	}
	place, head, known := n.lag.end()
	if !known || last != place {
		if head, err = n.stream.LastBlock(ctx); err != nil {
			return err
		}
	}
	n.lag.saw(last, head, time.Now())
	return nil
}

// watchOrigin looks at the origin until ctx ends. What it cannot see is lag, too.
func (n *Node) watchOrigin(ctx context.Context) error {
	ticker := time.NewTicker(lookAtOrigin)
	defer ticker.Stop()
	silent := time.Now()
	for {
		switch err := n.lookAtOrigin(ctx); {
		case err == nil:
			silent = time.Now()
		case n.cfg.Stream.ByOrigin && time.Since(silent) > originPatience:
			n.askAgain(ctx)
			silent = time.Now()
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// behind is the lag of this node; nil while it leads.
func (n *Node) behind() *ops.Origin {
	if !n.follows() || n.gate.isOpen() {
		return nil
	}
	o := n.lag.of(n.store.Head().Number, time.Now())
	return &o
}

// nearOrigin is the check of readiness "origin".
func (n *Node) nearOrigin(context.Context) error {
	o, trouble := n.behind(), n.stream.Trouble()
	waits := n.waits.Load()
	switch {
	case waits != nil:
		return *waits
	case o == nil && trouble != nil:
		return fmt.Errorf("this node leads and can make no block: %w", trouble)
	case o == nil:
		return nil
	case o.AnsweredAge < 0 && trouble != nil:
		return fmt.Errorf("the block stream has not been read yet, block %d is the last one here: %w", o.Block, trouble)
	case o.AnsweredAge < 0:
		return errors.New("the block stream has not been read yet")
	case !n.caughtUp.Load():
		return fmt.Errorf("the chain is still being followed: block %d of %d", o.Block-o.LagBlocks, o.Block)
	case o.LagSeconds <= n.cfg.Ops.Limits.OriginLag:
		return nil
	case o.AnsweredAge > originPatience.Seconds():
		return errors.Join(fmt.Errorf("the block stream has not answered for %s: this node may lack blocks", ops.Age(o.AnsweredAge)), trouble)
	}
	return fmt.Errorf("%s behind the origin, since %s", ops.Count(o.LagBlocks, "block", "blocks"), ops.Age(o.LagSeconds))
}

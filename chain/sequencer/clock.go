package sequencer

import (
	"log/slog"
	"sync"
	"time"
)

// Clock is the time that blocks get. It is this machine's, but no more than MaxAheadOfL1 beyond L1's: L1 refuses batches from its future (by an hour), and as block times cannot go back, a clock that
// was wrong for a moment would keep the chain from settling until L1 has caught up. A clock that is behind needs nothing: block times stand still until it has caught up.
type Clock struct {
	now     func() time.Time
	elapsed func() time.Duration // since some moment, evenly: it does not jump with the clock
	log     *slog.Logger

	mu      sync.Mutex
	block   uint64        // newest block of L1
	l1      time.Time     // its time; zero until L1 has moved on while it was looked at: only then it says what time it is
	seen    time.Duration // when, by elapsed
	limited bool          // said so
}

// MaxAheadOfL1 is how far blocks may be ahead of L1.
const MaxAheadOfL1 = 30 * time.Minute

// Sample takes note of the head of L1: its number and its time in seconds.
func (c *Clock) Sample(block, seconds uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.block != 0 && block > c.block {
		c.l1, c.seen = time.Unix(int64(seconds), 0), c.elapsed()
	}
	c.block = max(c.block, block)
}

// NewClock reads a clock, such as time.Now; log is told when it is wrong.
func NewClock(now func() time.Time, log *slog.Logger) *Clock {
	start := time.Now()
	return &Clock{now: func() time.Time { return now().Round(0) }, elapsed: func() time.Duration { return time.Since(start) }, log: log}
}

// Now is the time for a block.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	if c.l1.IsZero() {
		return now
	}
	limit := c.l1.Add(c.elapsed() - c.seen + MaxAheadOfL1)
	if ahead := now.After(limit); ahead != c.limited {
		c.limited = ahead
		if c.limited {
			c.log.Warn("this machine's clock is ahead of L1's: blocks get an earlier time; check the clock", "clock", now, "l1", c.l1, "blocks", limit)
		} else {
			c.log.Info("this machine's clock agrees with L1's again")
		}
	}
	if c.limited {
		return limit
	}
	return now
}

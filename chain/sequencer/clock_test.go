package sequencer

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestClockAheadOfL1(t *testing.T) {
	var log bytes.Buffer
	start := time.Unix(1_700_000_000, 0)
	var gone, jump time.Duration
	c := &Clock{
		now: func() time.Time { return start.Add(gone + jump) }, elapsed: func() time.Duration { return gone },
		log: slog.New(slog.NewTextHandler(&log, nil)),
	}
	at := func() time.Duration { return c.Now().Sub(start) }
	l1 := func(block uint64, after time.Duration) { c.Sample(block, uint64(start.Add(after).Unix())) }

	l1(100, -48*time.Hour) // an L1 that stood still says nothing about the time
	if got := at(); got != 0 {
		t.Errorf("with an old L1: %v", got)
	}
	l1(101, 0)
	gone = time.Hour
	if got := at(); got != time.Hour {
		t.Errorf("L1 has made no block for an hour: %v", got)
	}
	l1(400, time.Hour)
	jump = 24 * time.Hour
	if got := at(); got != time.Hour+MaxAheadOfL1 {
		t.Errorf("a day ahead: %v", got)
	}
	gone += time.Minute
	if got := at(); got != time.Hour+time.Minute+MaxAheadOfL1 {
		t.Errorf("a day ahead, a minute later: %v", got)
	}
	l1(401, time.Hour) // seen with the wrong clock
	if got := at(); got != time.Hour+MaxAheadOfL1 {
		t.Errorf("a day ahead, the next L1 block: %v", got)
	}
	l1(300, 0) // a node that is late
	if got := at(); got != time.Hour+MaxAheadOfL1 {
		t.Errorf("with a late node: %v", got)
	}
	jump = 10 * time.Minute // within what L1 takes
	l1(402, time.Hour)
	if got := at(); got != time.Hour+11*time.Minute {
		t.Errorf("ten minutes ahead: %v", got)
	}
	jump = -time.Hour
	l1(403, time.Hour)
	if got := at(); got != time.Minute {
		t.Errorf("set back: %v", got)
	}
	if said := log.String(); strings.Count(said, "is ahead of L1's") != 1 || strings.Count(said, "agrees") != 1 {
		t.Errorf("said %s", said)
	}
}

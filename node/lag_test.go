package node

import (
	"testing"
	"time"
)

// TestLag: the lag counts from when the first block that is missing was seen; silence counts, too, and a stream that begins anew forgets what it had.
func TestLag(t *testing.T) {
	var l lag
	start := time.Unix(1_000_000, 0)
	after := func(seconds float64) time.Time { return start.Add(time.Duration(seconds * float64(time.Second))) }
	expect := func(what string, here uint64, at float64, block, blocks uint64, seconds float64) {
		t.Helper()
		if o := l.of(here, after(at)); o.Block != block || o.LagBlocks != blocks || o.LagSeconds != seconds {
			t.Errorf("%s: %+v, want block %d, lag %d and %v s", what, o, block, blocks, seconds)
		}
	}
	if o := l.of(7, start); o.AnsweredAge != -1 || o.LagBlocks != 0 || o.LagSeconds != 0 || o.Block != 7 {
		t.Errorf("before the first look: %+v", o)
	}
	l.began = start
	expect("a short silence at the beginning", 7, 4, 7, 0, 0)
	expect("no answer since the beginning", 7, 40, 7, 0, 40)
	l.saw(1, 10, start)
	expect("nothing lacks", 10, 1, 10, 0, 0)
	expect("this node is faster than the look", 12, 1, 12, 0, 0)
	l.saw(2, 20, after(1))
	l.saw(3, 30, after(2))
	l.saw(4, 30, after(3)) // a batch
	expect("from block 11 on", 10, 4, 30, 20, 3)
	expect("from block 21 on", 20, 4, 30, 10, 2)
	expect("one block", 29, 4, 30, 1, 2)
	expect("silence, and nothing lacks", 30, 13, 30, 0, 10)
	expect("a short silence", 30, 6, 30, 0, 0)
	l.saw(5, 40, after(20))
	expect("one block, after the silence", 39, 21, 40, 1, 1)
	l.saw(1, 5, after(22))
	expect("the stream begins anew", 3, 23, 5, 2, 1)
	if place, head, known := l.end(); place != 1 || head != 5 || !known {
		t.Errorf("end: %d, %d, %v", place, head, known)
	}
}

// TestLagForgets: however long a node is behind, what is kept is bounded, and the lag is right but for a part of it.
func TestLagForgets(t *testing.T) {
	var l lag
	start := time.Unix(1_000_000, 0)
	const looks = 100_000
	for i := range looks {
		l.saw(uint64(i), uint64(i+1), start.Add(time.Duration(i)*time.Second))
	}
	now := start.Add(looks * time.Second)
	if len(l.seen) > sightings {
		t.Errorf("%d are kept", len(l.seen))
	}
	if o := l.of(0, now); o.LagBlocks != looks || o.LagSeconds > looks || o.LagSeconds < looks*0.95 {
		t.Errorf("%+v", o)
	}
	if o := l.of(looks-1, now); o.LagBlocks != 1 || o.LagSeconds != 1 {
		t.Errorf("almost there: %+v", o)
	}
}

package batch

import (
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/rollup"
)

func TestCut(t *testing.T) {
	limits := Limits{PubdataBytes: 1000 + fixedPubdata, Cycles: 500, Gas: 900, Txs: 10, Logs: 5, PriorityOps: 4, Blocks: 6, Age: time.Second}
	if err := limits.Check(); err != nil {
		t.Fatal(err)
	}
	one := Load{PubdataBytes: 100, Cycles: 10, Txs: 1}
	repeat := func(l Load, n int) (out []Load) {
		for range n {
			out = append(out, l)
		}
		return out
	}
	for name, c := range map[string]struct {
		waiting []Load
		age     time.Duration
		blocks  int
		reason  string
	}{
		"nothing":                      {nil, time.Hour, 0, ""},
		"young":                        {repeat(one, 3), 0, 0, ""},
		"old":                          {repeat(one, 3), time.Second, 3, "age"},
		"pubdata":                      {repeat(Load{PubdataBytes: 400}, 4), 0, 2, "pubdata"},
		"pubdata exactly full":         {repeat(Load{PubdataBytes: 500}, 2), 0, 0, ""},
		"cycles":                       {repeat(Load{Cycles: 200}, 4), 0, 2, "cycles"},
		"gas":                          {repeat(Load{Gas: 300}, 5), 0, 3, "gas"},
		"transactions":                 {repeat(Load{Txs: 4}, 4), 0, 2, "transactions"},
		"logs":                         {repeat(Load{Logs: 2}, 4), 0, 2, "logs"},
		"priority operations":          {repeat(Load{PriorityOps: 2}, 4), 0, 2, "priority operations"},
		"blocks":                       {repeat(one, 9), 0, 6, "blocks"},
		"one block too large":          {repeat(Load{PubdataBytes: 5000}, 2), 0, 1, "pubdata"},
		"upgrade starts a batch":       {[]Load{one, one, {Upgrade: true}}, 0, 2, "upgrade"},
		"upgrade at the front is free": {[]Load{{Upgrade: true}, one}, 0, 0, ""},
		"full wins over old":           {repeat(Load{Cycles: 300}, 3), time.Hour, 1, "cycles"},
	} {
		if n, why := Cut(c.waiting, c.age, &limits); n != c.blocks || why != c.reason {
			t.Errorf("%s: %d blocks for %q, want %d for %q", name, n, why, c.blocks, c.reason)
		}
	}
}

func TestLimitsCheck(t *testing.T) {
	for _, scheme := range []rollup.DAScheme{rollup.DAValidium, rollup.DACalldata, rollup.DABlobs} {
		l := DefaultLimits(scheme)
		if err := l.Check(); err != nil {
			t.Errorf("scheme %d: %v", scheme, err)
		}
	}
	for i, spoil := range []func(*Limits){
		func(l *Limits) { l.PubdataBytes = 0 }, func(l *Limits) { l.Cycles = 0 }, func(l *Limits) { l.Gas = 0 }, func(l *Limits) { l.Txs = 0 }, func(l *Limits) { l.Txs = rollup.MaxBatchTxs + 1 },
		func(l *Limits) { l.Logs = rollup.MaxBatchLogs + 1 }, func(l *Limits) { l.PriorityOps = 0 }, func(l *Limits) { l.PriorityOps = MaxPriorityOps + 1 },
		func(l *Limits) { l.Blocks = 0 }, func(l *Limits) { l.Age = 0 },
	} {
		l := DefaultLimits(rollup.DABlobs)
		if spoil(&l); l.Check() == nil {
			t.Errorf("change %d accepted: %+v", i, l)
		}
	}
}

func TestCycleModelFollowsMeasurements(t *testing.T) {
	m := NewCycleModel()
	const measured = 40_000_000
	for range 40 {
		m.Observe(m.Estimate(10, 210_000), measured)
	}
	if got := m.Estimate(10, 210_000); got < measured*9/10 || got > measured*11/10 {
		t.Errorf("after 40 runs of %d cycles the estimate is %d", measured, got)
	}
	before := m
	if m.Observe(0, 5); m != before {
		t.Error("an empty observation changed the model")
	}
}

package ops

import (
	"fmt"
	"time"
)

// Limits are what is put up with before a problem is named. The alert rules in deploy/prometheus use the defaults.
type Limits struct {
	BlockWait    float64 // seconds that an executable transaction or a priority operation may wait for a block
	SealWait     float64 // seconds until a block is in a batch
	SettleWait   float64 // seconds until a batch has gone through one more stage
	Waits        float64 // seconds that a part of settlement may have a reason to wait
	L1Silence    float64 // seconds without an answer of L1
	OriginLag    float64 // seconds that a node may be behind the one that it follows
	BalanceLasts float64 // seconds that an operator's balance has to last
	FreeBytes    uint64
}

// DefaultLimits suit a chain that seals every few minutes and settles within the hour.
func DefaultLimits() Limits {
	return Limits{BlockWait: 60, SealWait: 1800, SettleWait: 3600, Waits: 600, L1Silence: 120, OriginLag: 30, BalanceLasts: 3 * 24 * 3600, FreeBytes: 5 << 30}
}

// Problems names what is wrong with a node, worst first. It is pure.
func Problems(s *Status, l Limits) []Problem {
	out := []Problem{}
	add := func(name, do, format string, args ...any) {
		out = append(out, Problem{Name: name, Text: fmt.Sprintf(format, args...), Do: do})
	}
	if s.State == StateHalted {
		add("NodeHalted", "read the reason, then the log; the node does not go on by itself", "the node is halted: %s", s.Reason)
	}
	if s.Disk.FreeBytes < l.FreeBytes {
		add("DiskAlmostFull", "make room on the file system of --data-dir; the node stops when it cannot write, and loses nothing",
			"%s are free on the disk, at least %s should be", bytesText(s.Disk.FreeBytes), bytesText(l.FreeBytes))
	}
	if s.L1.LookedAge > l.L1Silence || (s.L1.LookedAge < 0 && s.Uptime > l.L1Silence) {
		add("L1Unreachable", "check the node behind --l1; blocks go on without it, deposits and settlement wait", "L1 has not answered %s", since(s.L1.LookedAge))
	}
	if o := s.origin(); o.LagSeconds > l.OriginLag && o.AnsweredAge < 0 {
		add("ReplicaBehind", "look whether the origin runs and its block stream can be reached; /readyz has the reason; it begins by itself", "the block stream has not answered since the node started, %s ago", Age(o.LagSeconds))
	} else if o.LagSeconds > l.OriginLag {
		add("ReplicaBehind", "look whether the origin runs and its block stream can be reached, and at the processor; it catches up by itself",
			"%s behind the origin, since %s; the block stream answered %s ago", Count(o.LagBlocks, "block", "blocks"), Age(o.LagSeconds), Age(o.AnsweredAge))
	}
	if s.Pool.Pending > 0 && s.Chain.AgeSeconds > l.BlockWait {
		add("BlocksStopped", "look in the log for `sequencer` and `blocks wait for batches`", "%d transactions wait, and the last block is %s old", s.Pool.Pending, Age(s.Chain.AgeSeconds))
	}
	if w := s.Batches.Unsealed; w.Count > 0 && w.AgeSeconds > l.SealWait {
		add("SealingBehind", "look in the log for `batch` and `guest`", "%s in no batch, the first for %s", Count(w.Count, "block is", "blocks are"), Age(w.AgeSeconds))
	}
	for _, st := range []struct {
		name, verb string
		of         *Stage
	}{{"CommitBehind", "committed", &s.Batches.Committed}, {"ProveBehind", "proven", &s.Batches.Proven}, {"ExecuteBehind", "executed", &s.Batches.Executed}} {
		if w := st.of.Waiting; w.Count > 0 && w.AgeSeconds > l.SettleWait {
			add(st.name, "look in the log for `settlement waits` and `L1 transactions wait`", "%s to be %s on L1, the first for %s", Count(w.Count, "batch waits", "batches wait"), st.verb, Age(w.AgeSeconds))
		}
	}
	for _, w := range s.Waits {
		if w.AgeSeconds > l.Waits {
			add("SettlementWaits", "the reason says what L1 or the account lacks; it is tried again and again, and nothing is lost", "%s has waited for %s: %s", w.Part, Age(w.AgeSeconds), w.Reason)
		}
	}
	for _, o := range s.Costs.Operators {
		if o.BalanceWei != nil && (o.BalanceWei.Sign() == 0 || (o.LastsForSec >= 0 && o.LastsForSec < l.BalanceLasts)) {
			lasts := "and there is nothing left"
			if o.BalanceWei.Sign() > 0 {
				lasts = "which lasts for " + Age(o.LastsForSec)
			}
			add("OperatorBalanceLow", "send ETH on L1 to "+o.Address.Hex(), "%v (%s) has %s ETH on L1, %s", o.Roles, o.Address, Ether(o.BalanceWei), lasts)
		}
	}
	for _, c := range s.Checks {
		if c.Error != "" && s.State == StateRunning {
			add("NotReady", "GET /readyz names the checks; see the runbook of "+c.Name, "check %s fails: %s", c.Name, c.Error)
		}
	}
	return out
}

func since(seconds float64) string {
	if seconds < 0 {
		return "since the node started"
	}
	return "for " + Age(seconds)
}

// Age writes seconds for people; "?" when they are negative, which is unknown.
func Age(seconds float64) string {
	if seconds < 0 {
		return "?"
	}
	d := time.Duration(seconds * float64(time.Second))
	switch {
	case d >= 48*time.Hour:
		return fmt.Sprintf("%.0f days", d.Hours()/24)
	case d >= time.Minute:
		return d.Round(time.Second).String()
	}
	return d.Round(100 * time.Millisecond).String()
}

func bytesText(n uint64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d bytes", n)
}

// Count writes a number with its noun.
func Count(n uint64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

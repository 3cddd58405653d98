package stage

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Input is everything that a decision depends on. Done and L1Block are of one view of L1: a final attempt in a block up to L1Block that Done does not contain was undone.
type Input struct {
	Done     uint64         // batches that L1 has done in this stage
	Limit    uint64         // batches that could be done: what the stage before has done, and what is known here
	MaxBatch uint64         // batches in one transaction
	Attempts []txmgr.Status // of the range that begins after Done, in order
	Failures int            // attempts without effect, one after the other, that are put up with
	L1Block  uint64
	NotUntil uint64 // L1 time, seconds, before which L1 would not do it
	L1Time   uint64 // seconds
}

// Kind of a decision.
type Kind uint8

// Kinds of decisions.
const (
	Wait Kind = iota
	Submit
	Stop
)

// Decision is what to do now. From, To and Attempt belong to Submit, Reason to the others.
type Decision struct {
	Kind     Kind
	From, To uint64
	Attempt  int
	Reason   string
}

// Decide is pure.
func Decide(in *Input) Decision {
	from := in.Done + 1
	if in.Limit < from {
		return Decision{Kind: Wait, Reason: "nothing to do"}
	}
	failed := 0
	for i, a := range in.Attempts {
		switch {
		case a.State == txmgr.Unknown:
			return Decision{Kind: Stop, Reason: fmt.Sprintf("attempt %d is listed and unknown", i)}
		case a.State < txmgr.Final:
			return Decision{Kind: Wait, Reason: fmt.Sprintf("attempt %d is %v", i, a.State)}
		case a.Block > in.L1Block:
			return Decision{Kind: Wait, Reason: fmt.Sprintf("attempt %d is in block %d, the L1 node is at %d", i, a.Block, in.L1Block)}
		case a.Reverted:
			failed++
		default:
			failed = 0
		}
	}
	if failed > in.Failures {
		last := in.Attempts[len(in.Attempts)-1]
		return Decision{Kind: Stop, Reason: fmt.Sprintf("batch %d failed %d times on L1, last in transaction %v", from, failed, last.Tx)}
	}
	if in.L1Time < in.NotUntil {
		return Decision{Kind: Wait, Reason: fmt.Sprintf("L1 refuses it for %d s more", in.NotUntil-in.L1Time)}
	}
	return Decision{Kind: Submit, From: from, To: min(in.Limit, in.Done+in.MaxBatch), Attempt: len(in.Attempts)}
}

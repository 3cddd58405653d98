package stage

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

func TestDecide(t *testing.T) {
	is := func(states ...txmgr.State) (list []txmgr.Status) {
		for _, s := range states {
			list = append(list, txmgr.Status{State: s})
		}
		return list
	}
	failed := txmgr.Status{State: txmgr.Final, Reverted: true, Tx: common.Hash{0xfa}}
	for name, c := range map[string]struct {
		in     Input
		want   Decision
		reason string
	}{
		"nothing sealed":          {Input{Done: 3, Limit: 3, MaxBatch: 1}, Decision{Kind: Wait}, "nothing"},
		"L1 is ahead":             {Input{Done: 5, Limit: 3, MaxBatch: 1}, Decision{Kind: Wait}, "nothing"},
		"one":                     {Input{Done: 3, Limit: 9, MaxBatch: 1}, Decision{Kind: Submit, From: 4, To: 4}, ""},
		"several":                 {Input{Done: 3, Limit: 9, MaxBatch: 4}, Decision{Kind: Submit, From: 4, To: 7}, ""},
		"fewer than may be":       {Input{Done: 0, Limit: 2, MaxBatch: 4}, Decision{Kind: Submit, From: 1, To: 2}, ""},
		"intended":                {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Intended)}, Decision{Kind: Wait}, "intended"},
		"signed":                  {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Signed)}, Decision{Kind: Wait}, "signed"},
		"sent":                    {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Sent)}, Decision{Kind: Wait}, "sent"},
		"mined, L1 may undo it":   {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Mined)}, Decision{Kind: Wait}, "mined"},
		"undone for good":         {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Final)}, Decision{Kind: Submit, From: 1, To: 1, Attempt: 1}, ""},
		"undone, again under way": {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Final, txmgr.Sent)}, Decision{Kind: Wait}, "attempt 1"},
		"failed once":             {Input{Limit: 1, MaxBatch: 1, Failures: 1, Attempts: []txmgr.Status{failed}}, Decision{Kind: Submit, From: 1, To: 1, Attempt: 1}, ""},
		"failed, undone, failed":  {Input{Limit: 1, MaxBatch: 1, Failures: 1, Attempts: []txmgr.Status{failed, {State: txmgr.Final}, failed}}, Decision{Kind: Submit, From: 1, To: 1, Attempt: 3}, ""},
		"done, L1 node is late":   {Input{Limit: 1, MaxBatch: 1, L1Block: 6, Attempts: []txmgr.Status{{State: txmgr.Final, Block: 7}}}, Decision{Kind: Wait}, "the L1 node is at 6"},
		"undone at this block":    {Input{Limit: 1, MaxBatch: 1, L1Block: 7, Attempts: []txmgr.Status{{State: txmgr.Final, Block: 7}}}, Decision{Kind: Submit, From: 1, To: 1, Attempt: 1}, ""},
		"failed too often":        {Input{Limit: 1, MaxBatch: 1, Failures: 1, Attempts: []txmgr.Status{failed, failed}}, Decision{Kind: Stop}, "0xfa"},
		"failed, not tolerated":   {Input{Limit: 1, MaxBatch: 1, Attempts: []txmgr.Status{failed}}, Decision{Kind: Stop}, "failed 1 times"},
		"unknown attempt":         {Input{Limit: 1, MaxBatch: 1, Attempts: is(txmgr.Unknown)}, Decision{Kind: Stop}, "unknown"},
		"timelock":                {Input{Limit: 1, MaxBatch: 1, NotUntil: 100, L1Time: 60}, Decision{Kind: Wait}, "40 s"},
		"timelock is over":        {Input{Limit: 1, MaxBatch: 1, NotUntil: 100, L1Time: 100}, Decision{Kind: Submit, From: 1, To: 1}, ""},
	} {
		got := Decide(&c.in)
		if !strings.Contains(got.Reason, c.reason) || (c.reason == "") != (got.Reason == "") {
			t.Errorf("%s: reason %q", name, got.Reason)
		}
		if got.Reason = ""; got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

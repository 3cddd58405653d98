package rpc

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// logsOf are the matching logs of one block. A block that is not there has none.
func (a *api) logsOf(number uint64, c *Criteria) ([]*Log, error) {
	if !c.covers(number) {
		return nil, nil
	}
	h, err := a.back.Chain.Header(number)
	if err != nil || h == nil || !c.mayMatch(h.Bloom) {
		return nil, err
	}
	receipts, err := a.receiptsOf(number)
	if err != nil || receipts == nil {
		return nil, err
	}
	var out []*Log
	for i, r := range receipts.receipts {
		first, _ := receipts.logsBefore(i)
		for j, l := range receipts.logs(i, first) {
			if c.matches(&types.Log{Address: l.Address, Topics: r.Logs[j].Topics}) {
				out = append(out, l)
			}
		}
	}
	return out, nil
}

// logsBetween are the matching logs of blocks from to to. The search takes a place among the executions and has their time.
func (a *api) logsBetween(ctx context.Context, from, to uint64, c *Criteria) ([]*Log, error) {
	limited, done, err := a.admit(ctx, a.cfg.LogTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	out, err := a.searchLogs(limited, from, to, c)
	if limited.Err() != nil && ctx.Err() == nil {
		return nil, coded(codeLimited, "query timed out after %v: narrow the range", a.cfg.LogTimeout)
	}
	return out, err
}

func (a *api) searchLogs(ctx context.Context, from, to uint64, c *Criteria) ([]*Log, error) {
	out := []*Log{}
	for n, err := range a.back.Chain.BlocksWithLogs(from, to, c.Addresses, c.Topics) {
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		logs, err := a.logsOf(n, c)
		if err != nil {
			return nil, fmt.Errorf("logs of block %d: %w", n, err)
		}
		if out = append(out, logs...); len(out) > a.cfg.Logs {
			return nil, tooManyLogs(a.cfg.Logs, from, n)
		}
	}
	return out, nil
}

// The errors of queries that are too wide have the code and the words by which indexers (The Graph, Ponder) know that they should ask for less, and what.

func tooManyLogs(limit int, from, last uint64) error {
	if last == from {
		return coded(codeLimited, "query returned more than %d results in block %d: narrow it by addresses or topics", limit, last)
	}
	return coded(codeLimited, "query returned more than %d results. Try with this block range [%#x, %#x]", limit, from, last-1)
}

func rangeTooWide(limit, from uint64) error {
	return coded(codeLimited, "exceed maximum block range %d. Try with this block range [%#x, %#x]", limit, from, from+limit-1)
}

var (
	errPendingLogs = invalidParams("pending logs are not supported")
	errBlockRange  = invalidParams("invalid block range params")
)

// queryLogs answers eth_getLogs.
func (a *api) queryLogs(ctx context.Context, c *Criteria) ([]*Log, error) {
	if err := c.check(a.cfg.LogTopics); err != nil {
		return nil, err
	}
	if c.BlockHash != nil {
		number, ok, err := a.back.Chain.BlockNumber(*c.BlockHash)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, errUnknownBlock
		}
		return a.logsBetween(ctx, number, number, c)
	}
	from, to, err := a.logRange(c)
	if err != nil {
		return nil, err
	}
	return a.logsBetween(ctx, from, to, c)
}

func (a *api) logRange(c *Criteria) (from, to uint64, err error) {
	for _, n := range []*BlockNumber{c.From, c.To} {
		if n != nil && n.BlockNumber == gethrpc.PendingBlockNumber {
			return 0, 0, errPendingLogs
		}
	}
	head, err := a.back.Chain.Head()
	if err != nil {
		return 0, 0, err
	}
	from, to = head, head
	latest := func(n *BlockNumber) bool { return n == nil || n.BlockNumber == gethrpc.LatestBlockNumber }
	if latest(c.From) && !latest(c.To) {
		return 0, 0, errBlockRange // as in geth, also when to is the head
	}
	if c.From != nil {
		if from, err = a.number(c.From.BlockNumber); err != nil {
			return 0, 0, err
		}
	}
	if c.To != nil {
		if to, err = a.number(c.To.BlockNumber); err != nil {
			return 0, 0, err
		}
	}
	if from < a.back.Chain.Oldest() {
		return 0, 0, ErrPruned
	}
	if from > to {
		return 0, 0, errBlockRange
	}
	if from > head || to > head {
		return 0, 0, invalidParams("block range extends beyond current head block")
	}
	if to-from >= a.cfg.LogBlocks {
		return 0, 0, rangeTooWide(a.cfg.LogBlocks, from)
	}
	return from, to, nil
}

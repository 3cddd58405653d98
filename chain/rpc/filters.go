package rpc

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// filter is what a client polls. It holds only how far the client has read, so an abandoned filter costs nothing.
type filter struct {
	mu       sync.Mutex
	next     uint64    // block, or number of a pending transaction
	criteria *Criteria // of a log filter
	pending  bool
	full     bool // pending transactions whole, not their hashes
	used     time.Time
}

// filters are eth_getLogs and the filter methods.
type filters struct {
	*api
	mu  sync.Mutex
	all map[string]*filter
	now func() time.Time
}

func newFilters(a *api) *filters { return &filters{api: a, all: map[string]*filter{}, now: time.Now} }

// GetLogs is eth_getLogs.
func (f *filters) GetLogs(ctx context.Context, c Criteria) ([]*Log, error) {
	return f.queryLogs(ctx, &c)
}

func (f *filters) install(n *filter) (string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := f.now()
	for id, old := range f.all {
		if now.Sub(old.used) > f.cfg.FilterTimeout {
			delete(f.all, id)
		}
	}
	if len(f.all) >= f.cfg.Filters {
		return "", errTooManyFilters
	}
	var id [16]byte
	_, _ = rand.Read(id[:]) // never fails
	id[0] |= 0x10           // no leading zero: the identifier is a number
	name := "0x" + hex.EncodeToString(id[:])
	n.used = now
	f.all[name] = n
	return name, nil
}

// NewFilter is eth_newFilter: logs of blocks after now, within fromBlock and toBlock when these are numbers.
func (f *filters) NewFilter(c Criteria) (string, error) {
	if err := c.check(f.cfg.LogTopics); err != nil {
		return "", err
	}
	if err := c.follow(f.back.Chain.Oldest()); err != nil {
		return "", err
	}
	head, err := f.back.Chain.Head()
	if err != nil {
		return "", err
	}
	return f.install(&filter{next: head + 1, criteria: &c})
}

// NewBlockFilter is eth_newBlockFilter.
func (f *filters) NewBlockFilter() (string, error) {
	head, err := f.back.Chain.Head()
	if err != nil {
		return "", err
	}
	return f.install(&filter{next: head + 1})
}

// NewPendingTransactionFilter is eth_newPendingTransactionFilter: of hashes, or of whole transactions.
func (f *filters) NewPendingTransactionFilter(full *bool) (string, error) {
	_, next := f.hub.pendingSince(^uint64(0))
	return f.install(&filter{next: next, pending: true, full: full != nil && *full})
}

// UninstallFilter is eth_uninstallFilter.
func (f *filters) UninstallFilter(id string) bool {
	name, ok := filterName(id)
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, found := f.all[name]; !ok || !found {
		return false
	}
	delete(f.all, name)
	return true
}

// filterName is the identifier as it was given out: clients that read it as a number drop leading zeros.
func filterName(id string) (string, bool) {
	if len(id) < 3 || len(id) > 34 || id[:2] != "0x" {
		return "", false
	}
	digits := id[2:]
	for len(digits) < 32 {
		digits = "0" + digits
	}
	_, err := hex.DecodeString(digits)
	return "0x" + digits, err == nil
}

func (f *filters) get(id string) (*filter, error) {
	name, ok := filterName(id)
	f.mu.Lock()
	defer f.mu.Unlock()
	n, found := f.all[name]
	if !ok || !found || f.now().Sub(n.used) > f.cfg.FilterTimeout {
		delete(f.all, name)
		return nil, errFilterNotFound
	}
	n.used = f.now()
	return n, nil
}

// GetFilterChanges is eth_getFilterChanges: hashes or logs since the last call. One answer covers at most Config.LogBlocks blocks, the next call the following ones.
func (f *filters) GetFilterChanges(ctx context.Context, id string) (any, error) {
	n, err := f.get(id)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.pending {
		txs, next := f.hub.pendingSince(n.next)
		n.next = next
		if !n.full {
			return hashesOf(txs), nil
		}
		out := make([]*Transaction, len(txs))
		for i, tx := range txs {
			out[i] = ethTransaction(tx, f.back.Config.ChainID).marshal(f.back.Config.ChainID, nil)
		}
		return out, nil
	}
	head, err := f.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	last := min(head, n.next+f.cfg.LogBlocks-1)
	if n.criteria != nil {
		logs, err := f.logsBetween(ctx, n.next, last, n.criteria)
		if err != nil {
			return nil, err
		}
		n.next = max(n.next, last+1)
		return logs, nil
	}
	hashes := []common.Hash{}
	for ; n.next <= last; n.next++ {
		b, err := f.back.Chain.Block(n.next)
		if err != nil || b == nil {
			return nil, orNotFound(err)
		}
		hashes = append(hashes, b.Hash)
	}
	return hashes, nil
}

// GetFilterLogs is eth_getFilterLogs: what eth_getLogs answers for the filter's criteria.
func (f *filters) GetFilterLogs(ctx context.Context, id string) ([]*Log, error) {
	n, err := f.get(id)
	if err != nil {
		return nil, err
	}
	if n.criteria == nil {
		return nil, errFilterNotFound
	}
	return f.queryLogs(ctx, n.criteria)
}

package rpc

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

type otsFound struct {
	Txs       []*Transaction `json:"txs"`
	Receipts  []otsReceipt   `json:"receipts"`
	FirstPage bool           `json:"firstPage"` // has the newest transaction
	LastPage  bool           `json:"lastPage"`  // has the oldest one
}

// SearchTransactionsBefore is ots_searchTransactionsBefore: transactions in which an address takes part (see appearances), newest first, in blocks before one; 0 is the newest of all. A
// page has at least size transactions when there are so many, and all of its last block.
func (o *otsAPI) SearchTransactionsBefore(ctx context.Context, address common.Address, block Number, size uint) (*otsFound, error) {
	places, more, err := o.searchPlaces(ctx, address, uint64(block), size, true)
	if err != nil {
		return nil, err
	}
	out, err := o.found(places)
	if err == nil {
		out.FirstPage, out.LastPage = block == 0, !more
	}
	return out, err
}

// SearchTransactionsAfter is ots_searchTransactionsAfter: those in blocks after one, 0 for all, the oldest of them; newest first as well.
func (o *otsAPI) SearchTransactionsAfter(ctx context.Context, address common.Address, block Number, size uint) (*otsFound, error) {
	places, more, err := o.searchPlaces(ctx, address, uint64(block), size, false)
	if err != nil {
		return nil, err
	}
	slices.Reverse(places)
	out, err := o.found(places)
	if err == nil {
		out.FirstPage, out.LastPage = !more, block == 0
	}
	return out, err
}

func (o *otsAPI) searchPlaces(ctx context.Context, address common.Address, block uint64, size uint, before bool) (places []appearance, more bool, err error) {
	if o.appearances == nil {
		return nil, false, unsupported("the index of addresses is off: start the node with --otterscan")
	}
	if size == 0 || size > otsPage {
		return nil, false, invalidParams("page size of %d transactions, want 1 to %d", size, otsPage)
	}
	head, err := o.back.Chain.Head()
	if err != nil {
		return nil, false, err
	}
	waiting, cancel := context.WithTimeout(ctx, o.cfg.QueueTimeout)
	defer cancel()
	if at, err := o.appearances.wait(waiting, head); err != nil {
		return nil, false, fmt.Errorf("the index of addresses is at block %d of %d: try again later", at, head)
	}
	ctx, done, err := o.admit(ctx, o.cfg.CallTimeout)
	if err != nil {
		return nil, false, err
	}
	defer done()
	for p, err := range o.appearances.of(address, block, before) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, false, err
		}
		if n := len(places); n >= int(size) && places[n-1].block != p.block {
			return places, true, nil
		}
		if known, err := o.stillThere(p); err != nil {
			return nil, false, err
		} else if known {
			places = append(places, p)
		}
		if len(places) > o.cfg.Logs {
			return nil, false, invalidParams("block %d has more than %d transactions of the address", p.block, o.cfg.Logs)
		}
	}
	return places, false, nil
}

// stillThere is false for an appearance in a block that was rolled back.
func (o *otsAPI) stillThere(p appearance) (bool, error) {
	receipts, err := o.back.Chain.Receipts(p.block)
	if err != nil || p.index >= len(receipts) {
		return false, err
	}
	return slices.Equal(receipts[p.index].TxHash[:len(p.name)], p.name[:]), nil
}

func (o *otsAPI) found(places []appearance) (*otsFound, error) {
	out := &otsFound{Txs: []*Transaction{}, Receipts: []otsReceipt{}}
	var all *blockReceipts
	for _, p := range places {
		if all == nil || all.header.Number.Uint64() != p.block {
			var err error
			if all, err = o.receiptsOf(p.block); err != nil || all == nil {
				return nil, orNotFound(err)
			}
		}
		tx, err := (&ethTransactions{o.api}).at(p.block, p.index)
		if err != nil || tx == nil {
			return nil, orNotFound(err)
		}
		r := all.marshal(p.index)
		out.Txs = append(out.Txs, tx)
		out.Receipts = append(out.Receipts, otsReceipt{ReceiptJSON: r, Logs: r.Logs, LogsBloom: &r.LogsBloom, Timestamp: all.header.Time})
	}
	return out, nil
}

var errIndexBehind = errors.New("index is behind")

// wait returns when the index has block number; otherwise how far it is.
func (x *appearances) wait(ctx context.Context, number uint64) (uint64, error) {
	for {
		x.mu.Lock()
		next, moved := x.next, x.moved
		x.mu.Unlock()
		if next > number {
			return next - 1, nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return max(next, 1) - 1, errIndexBehind
		}
	}
}

package rpc

import (
	"context"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// subscriptions are the kinds of eth_subscribe.
type subscriptions struct{ *api }

var errTooSlow = errors.New("subscriber is too slow")

// follow calls news whenever something may be new, from now on, until the client goes. When news gives an error (the client is too slow, or the chain cannot be read) the connection
// is closed: a subscription that silently misses something would be worse. The goroutine belongs to the subscription.
func (a *api) follow(ctx context.Context, start func(*gethrpc.Notifier, gethrpc.ID) (news func() error, err error)) (*gethrpc.Subscription, error) {
	notifier, ok := gethrpc.NotifierFromContext(ctx)
	if !ok {
		return nil, gethrpc.ErrNotificationsUnsupported
	}
	client, _ := gethrpc.ClientFromContext(ctx)
	if !a.hub.enter(client, a.cfg.Subscriptions) {
		return nil, coded(codeLimited, "too many subscriptions: at most %d on a connection", a.cfg.Subscriptions)
	}
	sub := notifier.CreateSubscription()
	wake, done := a.hub.wait()
	news, err := start(notifier, sub.ID)
	if err != nil {
		done()
		a.hub.leave(client)
		return nil, err
	}
	go func() {
		defer a.hub.leave(client)
		defer done()
		for {
			select {
			case <-sub.Err():
				return
			case <-wake:
				if news() != nil {
					if client != nil {
						client.Close()
					}
					return
				}
			}
		}
	}()
	return sub, nil
}

// blocks calls each for every block after the present head, in order.
func (a *api) blocks(each func(number uint64) error) (func() error, error) {
	head, err := a.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	next := head + 1
	return func() error {
		for {
			head, err := a.back.Chain.Head()
			if err != nil || next > head {
				return err
			}
			if head-next >= a.cfg.SubscriberLag {
				return errTooSlow
			}
			if err := each(next); err != nil {
				return err
			}
			next++
		}
	}, nil
}

// NewHeads is eth_subscribe("newHeads").
func (s *subscriptions) NewHeads(ctx context.Context) (*gethrpc.Subscription, error) {
	return s.follow(ctx, func(n *gethrpc.Notifier, id gethrpc.ID) (func() error, error) {
		return s.blocks(func(number uint64) error {
			b, err := s.back.Chain.Block(number)
			if err != nil || b == nil {
				return orNotFound(err)
			}
			return n.Notify(id, marshalHeader(b.Header, b.Hash))
		})
	})
}

// Logs is eth_subscribe("logs", criteria).
func (s *subscriptions) Logs(ctx context.Context, c Criteria) (*gethrpc.Subscription, error) {
	if err := c.check(s.cfg.LogTopics); err != nil {
		return nil, err
	}
	if err := c.follow(s.back.Chain.Oldest()); err != nil {
		return nil, err
	}
	return s.follow(ctx, func(n *gethrpc.Notifier, id gethrpc.ID) (func() error, error) {
		return s.blocks(func(number uint64) error {
			logs, err := s.logsOf(number, &c)
			for i := 0; err == nil && i < len(logs); i++ {
				err = n.Notify(id, logs[i])
			}
			return err
		})
	})
}

// NewPendingTransactions is eth_subscribe("newPendingTransactions", full): hashes, or whole transactions.
func (s *subscriptions) NewPendingTransactions(ctx context.Context, full *bool) (*gethrpc.Subscription, error) {
	return s.follow(ctx, func(n *gethrpc.Notifier, id gethrpc.ID) (func() error, error) {
		_, next := s.hub.pendingSince(^uint64(0))
		return func() error {
			txs, after := s.hub.pendingSince(next)
			next = after
			for _, tx := range txs {
				var what any = tx.Hash()
				if full != nil && *full {
					what = ethTransaction(tx, s.back.Config.ChainID).marshal(s.back.Config.ChainID, nil)
				}
				if err := n.Notify(id, what); err != nil {
					return err
				}
			}
			return nil
		}, nil
	})
}

const receiptHashes = 200 // transactions that one subscription to receipts can name, as in geth

// ReceiptsQuery selects transactions; none selects all.
type ReceiptsQuery struct {
	TransactionHashes []common.Hash `json:"transactionHashes"`
}

// TransactionReceipts is eth_subscribe("transactionReceipts", query): the receipts of each block in one notification.
func (s *subscriptions) TransactionReceipts(ctx context.Context, query *ReceiptsQuery) (*gethrpc.Subscription, error) {
	var hashes []common.Hash
	if query != nil {
		hashes = query.TransactionHashes
	}
	if len(hashes) > receiptHashes {
		return nil, errors.New("exceed max number of transaction hashes allowed per transactionReceipts subscription")
	}
	return s.follow(ctx, func(n *gethrpc.Notifier, id gethrpc.ID) (func() error, error) {
		return s.blocks(func(number uint64) error {
			receipts, err := s.receiptsOf(number)
			if err != nil || receipts == nil {
				return orNotFound(err)
			}
			var out []*ReceiptJSON
			for i, r := range receipts.receipts {
				if len(hashes) == 0 || slices.Contains(hashes, r.TxHash) {
					out = append(out, receipts.marshal(i))
				}
			}
			if len(out) == 0 {
				return nil
			}
			return n.Notify(id, out)
		})
	})
}

type syncStatus struct {
	Syncing bool         `json:"syncing"`
	Status  syncProgress `json:"status"`
}

type syncProgress struct {
	StartingBlock hexutil.Uint64 `json:"startingBlock"`
	CurrentBlock  hexutil.Uint64 `json:"currentBlock"`
	HighestBlock  hexutil.Uint64 `json:"highestBlock"`
}

// syncing is the progress of a node that is behind its chain, nil for one that is not.
func (a *api) syncing() (*syncProgress, error) {
	if a.back.Sync == nil {
		return nil, nil
	}
	s, err := a.back.Sync.Syncing()
	if err != nil || s == nil {
		return nil, err
	}
	return &syncProgress{hexutil.Uint64(s.Starting), hexutil.Uint64(s.Current), hexutil.Uint64(s.Highest)}, nil
}

// Syncing is eth_subscribe("syncing"): the progress while the node catches up, false when it has.
func (s *subscriptions) Syncing(ctx context.Context) (*gethrpc.Subscription, error) {
	return s.follow(ctx, func(n *gethrpc.Notifier, id gethrpc.ID) (func() error, error) {
		was, err := s.syncing()
		return func() error {
			is, err := s.syncing()
			if err != nil {
				return err
			}
			began, ended := is != nil && was == nil, is == nil && was != nil
			was = is
			switch {
			case began:
				return n.Notify(id, syncStatus{true, *is})
			case ended:
				return n.Notify(id, false)
			}
			return nil
		}, err
	})
}

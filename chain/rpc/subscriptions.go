package rpc

import (
	"context"

	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// subscriptions are the kinds of eth_subscribe.
type subscriptions struct{ *api }

// follow calls news whenever something may be new, from now on, until the client goes or news gives an error. The goroutine belongs to the subscription.
func (a *api) follow(ctx context.Context, start func(*gethrpc.Notifier, gethrpc.ID) (news func() error, err error)) (*gethrpc.Subscription, error) {
	notifier, ok := gethrpc.NotifierFromContext(ctx)
	if !ok {
		return nil, gethrpc.ErrNotificationsUnsupported
	}
	sub := notifier.CreateSubscription()
	wake, done := a.hub.wait()
	news, err := start(notifier, sub.ID)
	if err != nil {
		done()
		return nil, err
	}
	go func() {
		defer done()
		for {
			select {
			case <-sub.Err():
				return
			case <-wake:
				if news() != nil {
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
		head, err := a.back.Chain.Head()
		for ; err == nil && next <= head; next++ {
			err = each(next)
		}
		return err
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

package rpc

import (
	"context"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

const pendingKept = 4096 // transactions of the pool that a slow reader can fall behind

// hub receives news from the chain and the pool and wakes those who wait for them. Nobody can slow it down: a wake-up that is already waiting is not repeated, and
// everyone reads what is new at their own pace, blocks from the store and transactions from a ring.
type hub struct {
	mu      sync.Mutex
	wakers  map[chan struct{}]struct{}
	clients map[*gethrpc.Client]int // subscriptions of each connection
	stopped chan struct{}           // not nil when there are no new subscriptions any more; closed when there are none
	pending [pendingKept]*types.Transaction
	next    uint64 // number of the next pending transaction since the start; ring place is next % pendingKept
}

func newHub() *hub {
	return &hub{wakers: map[chan struct{}]struct{}{}, clients: map[*gethrpc.Client]int{}}
}

// enter counts one more subscription of the connection, unless it has limit already or the server stops.
func (h *hub) enter(c *gethrpc.Client, limit int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.clients[c] >= limit || h.stopped != nil {
		return false
	}
	h.clients[c]++
	return true
}

func (h *hub) leave(c *gethrpc.Client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.clients[c]--; h.clients[c] <= 0 {
		delete(h.clients, c)
		if len(h.clients) == 0 && h.stopped != nil {
			close(h.stopped)
		}
	}
}

// stop lets no subscription begin and gives a channel that is closed when the last one has ended: until then they read the store. It is called once.
func (h *hub) stop() <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stopped = make(chan struct{})
	if len(h.clients) == 0 {
		close(h.stopped)
	}
	return h.stopped
}

// feed subscribes to both, at once: what happens from now on is told, even if the function that it gives runs later. That one goes on until ctx ends.
func (h *hub) feed(back *Backend) (run func(context.Context) error) {
	heads := make(chan uint64, 64)
	headSub := back.Heads.SubscribeHead(heads)
	txs := make(chan []*types.Transaction, 64)
	txSub := back.Pool.SubscribeTransactions(txs)
	return func(ctx context.Context) error {
		defer headSub.Unsubscribe()
		defer txSub.Unsubscribe()
		for {
			select {
			case <-ctx.Done():
				return nil
			case err := <-headSub.Err():
				return fmt.Errorf("feed of blocks ended: %v", err)
			case err := <-txSub.Err():
				return fmt.Errorf("feed of transactions ended: %v", err)
			case <-heads:
				h.wake(nil)
			case batch := <-txs:
				h.wake(batch)
			}
		}
	}
}

func (h *hub) wake(txs []*types.Transaction) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, tx := range txs {
		h.pending[h.next%pendingKept] = tx
		h.next++
	}
	for w := range h.wakers {
		select {
		case w <- struct{}{}:
		default:
		}
	}
}

// wait gives a channel that gets a value when there is something new, and a function that ends this.
func (h *hub) wait() (<-chan struct{}, func()) {
	w := make(chan struct{}, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.wakers[w] = struct{}{}
	return w, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.wakers, w)
	}
}

// pendingSince gives the transactions from number from on, those that are still kept, and the number of the next one.
func (h *hub) pendingSince(from uint64) ([]*types.Transaction, uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.next > pendingKept {
		from = max(from, h.next-pendingKept)
	}
	var out []*types.Transaction
	for ; from < h.next; from++ {
		out = append(out, h.pending[from%pendingKept])
	}
	return out, h.next
}

func hashesOf(txs []*types.Transaction) []common.Hash {
	out := make([]common.Hash, len(txs))
	for i, tx := range txs {
		out[i] = tx.Hash()
	}
	return out
}

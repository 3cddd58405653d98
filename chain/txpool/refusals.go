package txpool

import (
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/types"
)

// What block building refuses was executed and is not paid for. So that nobody has that for nothing again and again, it is remembered after it has left the pool: the transaction, and how many
// its sender had. Another state may be kinder to it, hence not for ever.
const (
	refusalTime      = 10 * time.Minute // for which a refusal is remembered
	refusalsOfSender = 4                // after which nothing more of the sender is admitted for refusalTime; one mistake can be corrected at once
	refusalsKept     = 4096             // transactions, and senders; the oldest are forgotten first
)

// refusals is what is remembered. It is safe for concurrent use.
type refusals struct {
	now func() time.Time

	mu      sync.Mutex
	txs     lru.BasicLRU[common.Hash, refusal]
	senders lru.BasicLRU[common.Address, refusal]
}

// refusal is one of a transaction, or the last one of a sender.
type refusal struct {
	reason error
	count  int // of the sender
	until  time.Time
}

func newRefusals() *refusals {
	return &refusals{now: time.Now, txs: lru.NewBasicLRU[common.Hash, refusal](refusalsKept), senders: lru.NewBasicLRU[common.Address, refusal](refusalsKept)}
}

func (r *refusals) remember(hash common.Hash, sender common.Address, reason error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.now()
	until := now.Add(refusalTime)
	r.txs.Add(hash, refusal{reason: reason, until: until})
	count := 1
	if last, ok := r.senders.Get(sender); ok && now.Before(last.until) {
		count += last.count
	}
	r.senders.Add(sender, refusal{reason: reason, count: count, until: until})
}

// ofTx says why the transaction is not admitted, nil when it may be.
func (r *refusals) ofTx(hash common.Hash) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	last, ok := r.txs.Peek(hash)
	if !ok {
		return nil
	}
	left := last.until.Sub(r.now())
	if left <= 0 {
		r.txs.Remove(hash)
		return nil
	}
	return fmt.Errorf("%w: it was executed and refused, send it again in %v", last.reason, left.Round(time.Second))
}

// ofSender says why no transaction of the sender is admitted, nil when they may be.
func (r *refusals) ofSender(sender common.Address) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	last, ok := r.senders.Peek(sender)
	if !ok {
		return nil
	}
	left := last.until.Sub(r.now())
	if left <= 0 {
		r.senders.Remove(sender)
		return nil
	}
	if last.count < refusalsOfSender {
		return nil
	}
	return fmt.Errorf("%w: %d transactions of %s were executed and refused for it, send the next one in %v", last.reason, last.count, sender, left.Round(time.Second))
}

// empty says whether there is nothing to look for.
func (r *refusals) empty() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.txs.Len() == 0 && r.senders.Len() == 0
}

// refuseSenders leaves out those whose senders had too many refusals. The senders are recovered; errs[places[i]] is the error of txs[i].
func (p *Pool) refuseSenders(txs []*types.Transaction, places []int, errs []error) ([]*types.Transaction, []int) {
	if p.memory.empty() {
		return txs, places
	}
	keptTxs, keptPlaces := make([]*types.Transaction, 0, len(txs)), make([]int, 0, len(places))
	for i, tx := range txs {
		if sender, err := types.Sender(p.signer, tx); err == nil { // another error is legacypool's to find
			if errs[places[i]] = p.memory.ofSender(sender); errs[places[i]] != nil {
				continue
			}
		}
		keptTxs, keptPlaces = append(keptTxs, tx), append(keptPlaces, places[i])
	}
	return keptTxs, keptPlaces
}

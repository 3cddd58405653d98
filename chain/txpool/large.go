package txpool

import (
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool/legacypool"
	"github.com/ethereum/go-ethereum/core/types"
)

// LargeTxBytes is the size above which a transaction is large. Nearly all are smaller; legacypool counts in units of 32 KiB and would hold gigabytes of large ones.
const LargeTxBytes = 4 << 10

// room is what large transactions take of the pool.
type room struct {
	limit uint64 // bytes

	mu    sync.Mutex
	large map[common.Hash]largeTx
	taken uint64 // bytes
}

type largeTx struct {
	bytes  uint64
	adding bool // on its way into the pool
}

var errNoRoom = fmt.Errorf("%w: no room for more transactions above %d bytes", legacypool.ErrTxPoolOverflow, LargeTxBytes)

// takeRoom takes room for a transaction that is going to be added, if it is large. With next set, half of the room is only for those that the next block can include, so that what nobody can include does
// not keep them out.
func (p *Pool) takeRoom(tx *types.Transaction, next bool) error {
	bytes, r := tx.Size(), &p.room
	if bytes <= LargeTxBytes {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, there := r.large[tx.Hash()]; there {
		return nil
	}
	if next && r.taken+bytes > r.limit/2 && !p.includable(tx) {
		return errNoRoom
	}
	if r.taken+bytes > r.limit {
		if r.leave(p); r.taken+bytes > r.limit {
			return errNoRoom
		}
	}
	r.large[tx.Hash()] = largeTx{bytes, true}
	r.taken += bytes
	return nil
}

// includable reports whether fee cap and nonce allow the transaction in the next block.
func (p *Pool) includable(tx *types.Transaction) bool {
	from, err := types.Sender(p.signer, tx)
	return err == nil && tx.GasFeeCapIntCmp(p.Head().BaseFee) >= 0 && tx.Nonce() <= p.legacy.Nonce(from)
}

// added is told of transactions that are in the pool now, or were refused.
func (r *room) added(p *Pool, txs []*types.Transaction) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, tx := range txs {
		l, large := r.large[tx.Hash()]
		if !large {
			continue
		}
		if l.adding = false; p.legacy.Has(tx.Hash()) {
			r.large[tx.Hash()] = l
		} else {
			r.drop(tx.Hash(), l)
		}
	}
}

// leave gives back the room of transactions that have left the pool, for who holds the lock.
func (r *room) leave(p *Pool) {
	for hash, l := range r.large {
		if !l.adding && !p.legacy.Has(hash) {
			r.drop(hash, l)
		}
	}
}

func (r *room) drop(hash common.Hash, l largeTx) {
	delete(r.large, hash)
	r.taken -= l.bytes
}

// forgetLarge gives back the room of transactions that have left the pool.
func (p *Pool) forgetLarge() {
	p.room.mu.Lock()
	defer p.room.mu.Unlock()
	p.room.leave(p)
}

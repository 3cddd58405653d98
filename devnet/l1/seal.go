package l1

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
)

// sender replaces eth_sendRawTransaction: a blob transaction is accepted and archived while no block can be sealed, so that no blob is lost.
type sender struct{ l *L1 }

// SendRawTransaction is eth_sendRawTransaction.
func (s sender) SendRawTransaction(ctx context.Context, raw hexutil.Bytes) (common.Hash, error) {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return common.Hash{}, err
	}
	if tx.Type() != types.BlobTxType {
		return tx.Hash(), s.l.eth.APIBackend.SendTx(ctx, tx)
	}
	s.l.sealing.RLock()
	defer s.l.sealing.RUnlock()
	if err := s.l.eth.APIBackend.SendTx(ctx, tx); err != nil {
		return common.Hash{}, err
	}
	return tx.Hash(), s.l.archive(tx.Hash())
}

// Eager makes blocks as soon as there are transactions, beside the period, until it is switched off: for setting a network up quickly. When it returns, no block of the old setting is made any more.
func (l *L1) Eager(on bool) {
	l.sealing.Lock()
	defer l.sealing.Unlock()
	l.eager = on
}

// seal makes blocks until ctx ends.
func (l *L1) seal(ctx context.Context) {
	defer close(l.done)
	events := make(chan core.NewTxsEvent, 1024)
	subscription := l.eth.TxPool().SubscribeTransactions(events, true)
	defer subscription.Unsubscribe()
	var tick <-chan time.Time // never, when there is no period
	if l.cfg.Period > 0 {
		ticker := time.NewTicker(l.cfg.Period)
		defer ticker.Stop()
		tick = ticker.C
	}
	close(l.ready)
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
			if _, err := l.Seal(); err != nil {
				l.cfg.Log.Error("seal L1 block", "err", err)
			}
		case <-events:
			for len(events) > 0 { // one block for all that has arrived
				<-events
			}
			l.sealWhilePending(ctx)
		}
	}
}

// sealWhilePending seals until nothing is pending or a block stays empty (what is left pays too little), if blocks are made as soon as there are transactions.
func (l *L1) sealWhilePending(ctx context.Context) {
	for ctx.Err() == nil {
		block, err := l.sealAtOnce()
		if err != nil {
			l.cfg.Log.Error("seal L1 block", "err", err)
			return
		}
		if block == nil {
			return
		}
		if pending, _ := l.eth.TxPool().Stats(); pending == 0 || len(block.Transactions()) == 0 {
			return
		}
	}
}

// sealAtOnce seals when blocks do not wait for the period; otherwise it returns nil.
func (l *L1) sealAtOnce() (*types.Block, error) {
	l.sealing.Lock()
	defer l.sealing.Unlock()
	if l.cfg.Period > 0 && !l.eager {
		return nil, nil
	}
	return l.commit()
}

// Seal makes a block of everything that was sent before and can be included, now. It works beside the period, too.
func (l *L1) Seal() (*types.Block, error) {
	l.sealing.Lock()
	defer l.sealing.Unlock()
	l.awaitPool()
	return l.commit()
}

// awaitPool returns when go-ethereum's pool holds nothing in its queue that could be pending. It moves what it was sent out of the queue beside the requests; when it takes up a
// head meanwhile, as it does before a block, it forgets to, and the transactions are not in that block. It waits for poolPatience at most.
func (l *L1) awaitPool() {
	for end := time.Now().Add(poolPatience); l.promotes() && time.Now().Before(end); {
		time.Sleep(100 * time.Microsecond)
	}
}

const poolPatience = time.Second

// promotes reports whether the pool has a transaction in its queue that follows the pending ones of its account.
func (l *L1) promotes() bool {
	pool := l.eth.TxPool()
	_, queued := pool.Content()
	for account, txs := range queued {
		if len(txs) > 0 && txs[0].Nonce() <= pool.PoolNonce(account) {
			return true
		}
	}
	return false
}

// commit makes a block, under sealing.
func (l *L1) commit() (*types.Block, error) {
	hash := l.beacon.Commit()
	block := l.eth.BlockChain().GetBlockByHash(hash)
	if block == nil {
		return nil, fmt.Errorf("l1: sealed block %v is not there", hash)
	}
	// A killed process must not take back what others have acted upon: go-ethereum itself leaves the last writes to a background flush.
	if err := l.eth.ChainDb().SyncKeyValue(); err != nil {
		return nil, fmt.Errorf("l1: sync: %w", err)
	}
	if err := l.syncPool(); err != nil {
		return nil, err
	}
	l.awaitIndex()
	return block, nil
}

// syncPool returns when the pool has taken up the head, so that it does not do so while transactions come for the next block (see awaitPool). It hears of the head and of Sync on two channels, and takes
// either first.
func (l *L1) syncPool() error {
	for range poolSyncs {
		if err := l.eth.TxPool().Sync(); err != nil {
			return fmt.Errorf("l1: pool: %w", err)
		}
	}
	return nil
}

const poolSyncs = 3

// awaitIndex returns when go-ethereum's index of transactions is complete. It is made beside the first block, and again after a start; before, whoever asks for a transaction or a receipt that is not
// there is told that the index is not ready. It waits for indexPatience at most: clients of go-ethereum have to live with that answer, and blocks go on.
func (l *L1) awaitIndex() {
	for end := time.Now().Add(indexPatience); !l.eth.APIBackend.TxIndexDone() && time.Now().Before(end); {
		time.Sleep(100 * time.Microsecond)
	}
}

const indexPatience = 10 * time.Second

// AdvanceTime seals an empty block whose timestamp is d after the last one. Nothing may be pending.
func (l *L1) AdvanceTime(d time.Duration) error {
	l.sealing.Lock()
	defer l.sealing.Unlock()
	return l.beacon.AdjustTime(d)
}

// Rewind makes block number the head again: what came after it is undone, as in a reorganisation. Its transactions are forgotten.
func (l *L1) Rewind(number uint64) error {
	l.sealing.Lock()
	defer l.sealing.Unlock()
	chain := l.eth.BlockChain()
	if head := chain.CurrentBlock().Number.Uint64(); number >= head {
		return fmt.Errorf("l1: rewind to block %d with head %d", number, head)
	}
	if err := chain.SetHead(number); err != nil {
		return fmt.Errorf("l1: rewind to block %d: %w", number, err)
	}
	if err := l.syncPool(); err != nil {
		return err
	}
	l.eth.TxPool().Clear()
	return nil
}

// archivePending copies the blobs of all pending transactions: those that the pool has from before a restart.
func (l *L1) archivePending() error {
	pending, _ := l.eth.TxPool().Pending(txpool.PendingFilter{BlobTxs: true, BlobVersion: types.BlobSidecarVersion1})
	for _, txs := range pending {
		for _, lazy := range txs {
			if err := l.archive(lazy.Hash); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *L1) archive(hash common.Hash) error {
	tx := l.eth.BlobTxPool().Get(hash)
	if tx == nil || tx.BlobTxSidecar() == nil {
		return nil // dropped from the pool at once: it cannot be included
	}
	return l.blobs.PutSidecar(tx.BlobTxSidecar())
}

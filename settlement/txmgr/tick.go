package txmgr

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// view is L1 as one tick sees it.
type view struct {
	final      l1.Ref
	nonce      uint64 // of the sender at the head
	finalNonce uint64 // of the sender at the final block
	market     market
}

// Tick brings every intent forward as far as L1 allows now. It stops at the first one that cannot be sent: those after it have higher nonces. Having to wait, for fees or for
// L1, is no error: [Config.OnWait] and the log say so.
func (m *Manager) Tick(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	err := m.tick(ctx)
	if errors.Is(err, ErrTooDear) || errors.Is(err, ErrWaiting) {
		m.wait(err)
		return nil
	}
	if err == nil {
		m.wait(nil)
	}
	return err
}

func (m *Manager) tick(ctx context.Context) error {
	v, err := m.look(ctx)
	if err != nil {
		return err
	}
	records, err := m.inFlight()
	if err != nil {
		return err
	}
	if records, err = m.reopen(ctx, records, v); err != nil {
		return err
	}
	if records, err = m.reconsider(ctx, records, v); err != nil {
		return err
	}
	var stays error
	var held []string
	for _, r := range records {
		if r.State < Mined && slices.Contains(held, r.Key) {
			continue
		}
		err := m.advance(ctx, r, v)
		if key, holdErr := m.holds(r); holdErr != nil {
			return holdErr
		} else if key != "" {
			held = append(held, key)
		}
		if err != nil {
			err = fmt.Errorf("txmgr: %q: %w", r.Key, err)
		}
		switch {
		case err == nil:
		case errors.Is(err, errMoved):
			return stays
		case errors.As(err, new(errStays)):
			stays = errors.Join(stays, err)
		default:
			return err
		}
	}
	return stays
}

func (m *Manager) look(ctx context.Context) (v view, err error) {
	if v.final, err = m.chain.Final(ctx); err != nil {
		return v, err
	}
	head, err := m.chain.HeaderByNumber(ctx, nil)
	if err != nil {
		return v, fmt.Errorf("txmgr: head: %w", err)
	}
	if v.nonce, err = m.chain.NonceAt(ctx, m.signer.Address(), nil); err != nil {
		return v, fmt.Errorf("txmgr: nonce: %w", err)
	}
	if v.finalNonce, err = m.chain.NonceAt(ctx, m.signer.Address(), new(big.Int).SetUint64(v.final.Number)); err != nil {
		return v, fmt.Errorf("txmgr: final nonce: %w", err)
	}
	v.market.baseFee = head.BaseFee
	if v.market.tip, err = m.chain.SuggestGasTipCap(ctx); err != nil {
		return v, fmt.Errorf("txmgr: tip: %w", err)
	}
	v.market.tip = sensibleTip(v.market.tip, v.market.baseFee)
	if v.market.blobBaseFee, err = m.chain.BlobBaseFee(ctx); err != nil {
		return v, fmt.Errorf("txmgr: blob base fee: %w", err)
	}
	return v, nil
}

// inFlight are the records that are not final, by nonce.
func (m *Manager) inFlight() ([]*record, error) { return m.indexed(inFlightPrefix, 0, ^uint64(0)) }

// indexed are the records of an index whose nonces lie in [from, to).
func (m *Manager) indexed(prefix string, from, to uint64) ([]*record, error) {
	var keys []string
	err := m.kv.Scan(durable.Uint64Key(prefix, from), durable.Uint64Key(prefix, to), func(_, key []byte) bool {
		keys = append(keys, string(key))
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("txmgr: index: %w", err)
	}
	records := make([]*record, 0, len(keys))
	for _, key := range keys {
		r, err := m.load(key)
		if err == nil && r == nil {
			err = fmt.Errorf("txmgr: intent %q is indexed and missing: %w", key, errRecord)
		}
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

// reopen takes final records back into flight when L1's nonce fell below theirs: L1 undid what it had called final (a node restored from
// a backup, a development chain that was killed). Nonces that no record has are filled. Without either every later nonce would wait for ever.
func (m *Manager) reopen(ctx context.Context, records []*record, v view) ([]*record, error) {
	next, err := m.nextNonce()
	if err != nil || v.nonce >= next {
		return records, err
	}
	known, err := m.indexed(nonceIndex, v.nonce, next)
	if err != nil {
		return nil, err
	}
	if err := m.contradicted(ctx, known, v); err != nil {
		return nil, err
	}
	flying := make(map[string]bool, len(records))
	for _, r := range records {
		flying[r.Key] = true
	}
	for _, r := range known {
		if flying[r.Key] {
			continue
		}
		m.cfg.Log.Warn("L1 lost a final transaction, sending it again", "key", r.Key, "nonce", r.Nonce)
		r.Was = &place{Tx: r.MinedTx, Block: r.MinedBlock, Hash: r.MinedHash, Reverted: r.Reverted}
		if err := m.undo(r, durable.Change{Key: durable.Uint64Key(inFlightPrefix, r.Nonce), Value: []byte(r.Key)}); err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	made, err := m.fillGaps(v.nonce, next, known)
	if err != nil {
		return nil, err
	}
	return sorted(append(records, made...)), nil
}

// sorted are records by nonce.
func sorted(records []*record) []*record {
	slices.SortFunc(records, func(a, b *record) int { return cmp.Compare(a.Nonce, b.Nonce) })
	return records
}

// undo makes a mined record a sent one that is due to be sent again.
func (m *Manager) undo(r *record, more ...durable.Change) error {
	if m.cfg.Observer != nil {
		m.cfg.Observer.Undone(r.Key)
	}
	r.State, r.SentAt, r.Reverted = Sent, 0, false
	r.MinedTx, r.MinedBlock, r.MinedHash = [32]byte{}, 0, [32]byte{}
	return m.save(r, more...)
}

// advance is one step or several of the state machine of the package comment.
func (m *Manager) advance(ctx context.Context, r *record, v view) error {
	if r.State == Mined {
		return m.confirm(ctx, r, v)
	}
	if r.State == Intended {
		offer, err := m.firstOffer(r, v.market)
		if err != nil {
			return err
		}
		if err := m.attempt(r, offer); err != nil {
			return err
		}
	}
	if r.Nonce < v.nonce {
		return m.settleUsedNonce(ctx, r, v)
	}
	if err := m.deliver(ctx, r, v); err != nil {
		return m.otherwise(r, v, err)
	}
	return nil
}

// confirm looks whether a mined transaction is still where it was, and whether that is final now.
func (m *Manager) confirm(ctx context.Context, r *record, v view) error {
	receipt, err := m.chain.TransactionReceipt(ctx, r.MinedTx)
	if errors.Is(err, ethereum.NotFound) {
		m.cfg.Log.Warn("L1 undid a transaction", "key", r.Key, "tx", r.MinedTx, "block", r.MinedBlock)
		return m.undo(r)
	}
	if err != nil {
		return fmt.Errorf("receipt: %w", err)
	}
	if receipt.BlockHash != r.MinedHash {
		return m.mined(r, receipt, v)
	}
	if r.MinedBlock > v.final.Number {
		return nil
	}
	if err := m.canonical(ctx, r); err != nil {
		return err
	}
	return m.finish(r)
}

// finish makes a record final.
func (m *Manager) finish(r *record) error {
	r.State, r.Was = Final, nil
	changes := []durable.Change{{Key: durable.Uint64Key(inFlightPrefix, r.Nonce)}}
	if old, err := m.expiredSidecar(r.Nonce); err != nil {
		return err
	} else if old != nil {
		changes = append(changes, *old)
	}
	return m.save(r, changes...)
}

// expiredSidecar is the deletion of the sidecar that is old enough when the record with this nonce becomes final.
func (m *Manager) expiredSidecar(nonce uint64) (*durable.Change, error) {
	if nonce < m.cfg.KeepSidecars {
		return nil, nil
	}
	key, ok, err := m.kv.Get(durable.Uint64Key(nonceIndex, nonce-m.cfg.KeepSidecars))
	if err != nil || !ok {
		return nil, err
	}
	return &durable.Change{Key: append([]byte(sidecarPrefix), key...)}, nil
}

// mined records in which block a transaction is. When that block is final already, so is the record.
func (m *Manager) mined(r *record, receipt *types.Receipt, v view, more ...durable.Change) error {
	r.State, r.MinedTx, r.MinedBlock, r.MinedHash = Mined, receipt.TxHash, receipt.BlockNumber.Uint64(), receipt.BlockHash
	r.Reverted = receipt.Status != types.ReceiptStatusSuccessful
	if m.cfg.Observer != nil {
		if err := m.cfg.Observer.Mined(r.Key, receipt); err != nil {
			return err
		}
	}
	m.cfg.Log.Info("L1 transaction mined", "key", r.Key, "tx", r.MinedTx, "block", r.MinedBlock, "gas", receipt.GasUsed, "reverted", r.Reverted)
	return m.save(r, more...)
}

// settleUsedNonce finds out who used the nonce: one of our attempts, or another program with the same key.
func (m *Manager) settleUsedNonce(ctx context.Context, r *record, v view) error {
	for i := range r.Attempts {
		tx, err := r.attempt(i)
		if err != nil {
			return err
		}
		receipt, err := m.chain.TransactionReceipt(ctx, tx.Hash())
		if errors.Is(err, ethereum.NotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("receipt: %w", err)
		}
		if err := m.mined(r, receipt, v); err != nil {
			return err
		}
		return m.confirm(ctx, r, v)
	}
	if ok, err := m.back(ctx, r, v); ok || err != nil {
		return err
	}
	if r.fills() {
		return m.settleGap(ctx, r, v)
	}
	if r.Nonce >= v.finalNonce {
		return nil // not final: the block that used the nonce may go away, or the receipt is not indexed yet
	}
	return m.giveWay(ctx, r, v)
}

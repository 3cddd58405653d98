package txmgr

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// attempt signs the record's transaction with these fees and makes it durable. Nothing is sent that was not saved here.
func (m *Manager) attempt(r *record, f fees) error {
	if err := m.affordable(f); err != nil {
		return err
	}
	tx, err := m.signer.Sign(types.NewTx(m.unsigned(r, f)))
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	enc, err := tx.MarshalBinary()
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	r.Attempts, r.State, r.SentAt = append(r.Attempts, enc), Signed, 0
	return m.save(r)
}

func (m *Manager) affordable(f fees) error {
	if limit := m.cfg.MaxFeeWei; limit != nil && f.feeCap.Cmp(limit) > 0 {
		return fmt.Errorf("%v wei per gas: %w", f.feeCap, ErrTooDear)
	}
	if limit := m.cfg.MaxBlobFeeWei; limit != nil && f.blobCap != nil && f.blobCap.Cmp(limit) > 0 {
		return fmt.Errorf("%v wei per blob gas: %w", f.blobCap, ErrTooDear)
	}
	return nil
}

func (m *Manager) unsigned(r *record, f fees) types.TxData {
	if len(r.Blobs) == 0 {
		return &types.DynamicFeeTx{
			ChainID: new(big.Int).SetUint64(m.cfg.ChainID), Nonce: r.Nonce, GasTipCap: f.tip, GasFeeCap: f.feeCap, Gas: r.Gas,
			To: &r.To, Value: r.ValueWei, Data: r.Data,
		}
	}
	return &types.BlobTx{
		ChainID: uint256.NewInt(m.cfg.ChainID), Nonce: r.Nonce, GasTipCap: uint256.MustFromBig(f.tip), GasFeeCap: uint256.MustFromBig(f.feeCap),
		Gas: r.Gas, To: r.To, Value: uint256.MustFromBig(r.ValueWei), Data: r.Data,
		BlobFeeCap: uint256.MustFromBig(f.blobCap), BlobHashes: r.Blobs,
	}
}

// deliver sends what is due: the newest attempt the first time, and again with higher fees after ResendAfter or when it has become too cheap.
func (m *Manager) deliver(ctx context.Context, r *record, v view) error {
	newest, err := r.attempt(len(r.Attempts) - 1)
	if err != nil {
		return err
	}
	age := m.cfg.Now().Sub(time.UnixMilli(int64(r.SentAt)))
	if r.State == Sent && age >= 0 && age < m.cfg.ResendAfter { // below 0 the clock was set back: the age says nothing
		return nil
	}
	// An undone transaction (SentAt 0) is sent again as it was: it is not in the pool any more and its fees may still do.
	stale := r.State == Sent && r.SentAt != 0
	if offer := feesOf(newest); stale || offer.tooLow(v.market) {
		return m.bump(ctx, r, offer, v)
	}
	return m.send(ctx, r, newest, v)
}

// bump replaces the newest attempt. When a limit forbids more, the old one is sent again: it is in the pool, or may become good enough when fees fall.
func (m *Manager) bump(ctx context.Context, r *record, offer fees, v view) error {
	f := raise(offer, v.market)
	dear := m.affordable(f)
	if dear == nil && !offer.tooLow(v.market) && m.overpaid(f, v.market) {
		dear = fmt.Errorf("offers %v wei per gas and a tip of %v, L1 asks for less and does not take it yet: %w", offer.feeCap, offer.tip, ErrWaiting)
	}
	if dear == nil {
		if err := m.attempt(r, f); err != nil {
			return err
		}
		m.cfg.Log.Info("L1 transaction gets higher fees", "key", r.Key, "attempt", len(r.Attempts), "feeCapWei", f.feeCap, "tipWei", f.tip, "blobFeeCapWei", f.blobCap)
	}
	newest, err := r.attempt(len(r.Attempts) - 1)
	if err != nil {
		return err
	}
	if err := m.send(ctx, r, newest, v); err != nil {
		return err
	}
	if r.State == Sent && dear != nil {
		return errStays{dear}
	}
	return nil
}

// errStays says why the newest attempt was not replaced. It is sent, so that intents with higher nonces go on.
type errStays struct{ error }

func (e errStays) Unwrap() error { return e.error }

// overpaid reports whether an offer is so far above the market that raising it cannot be what makes L1 take it.
func (m *Manager) overpaid(f fees, now market) bool {
	fair := fairFees(now, f.blobCap != nil)
	above := func(offer, fair *big.Int) bool {
		return offer != nil && offer.Cmp(larger(new(big.Int).Mul(fair, big.NewInt(m.cfg.MaxOverpay)), SmallFeeWei)) > 0
	}
	return above(f.tip, fair.tip) || above(f.feeCap, fair.feeCap) || above(f.blobCap, fair.blobCap)
}

// verdict is what a node's answer to a transaction means.
type verdict int

const (
	accepted  verdict = iota
	usedNonce         // mined meanwhile, by us or not: the next tick sees it in the nonce
	tooCheap          // the pool wants more
	notNow            // may be accepted later without our doing
	refused           // told to the caller, who sorts it with l1.KindOf
)

// judge reads the answer. Nodes answer with text; these are go-ethereum's, which others follow.
func judge(err error) verdict {
	if err == nil {
		return accepted
	}
	text := strings.ToLower(err.Error())
	for _, c := range []struct {
		text string
		v    verdict
	}{
		{"already known", accepted},
		{"already imported", accepted},
		{"nonce too low", usedNonce},
		{"underpriced", tooCheap}, // also "replacement transaction underpriced"
		{"max fee per gas less than block base fee", tooCheap},
		{"max fee per blob gas less than block blob gas fee", tooCheap},
		{"gas price below minimum", tooCheap},
		{"gas tip cap", tooCheap},
		{"already reserved", notNow}, // the account has a transaction of another kind (blobs or not) pending
		{"insufficient funds", notNow},
		{"txpool is full", notNow},
		{"account limit exceeded", notNow},
		{"nonce too high", notNow},
	} {
		if strings.Contains(text, c.text) {
			return c.v
		}
	}
	return refused
}

// maxRaises bounds how often one delivery raises fees because the pool asks for it: 1.1^25 > 10.
const maxRaises = 25

func (m *Manager) send(ctx context.Context, r *record, tx *types.Transaction, v view) error {
	for range maxRaises {
		full, err := m.withSidecar(ctx, r, tx)
		if err != nil {
			return err
		}
		err = m.chain.SendTransaction(ctx, full)
		switch judge(err) {
		case accepted:
			m.cfg.Log.Info("L1 transaction sent", "key", r.Key, "tx", tx.Hash(), "nonce", r.Nonce)
			if m.cfg.Observer != nil {
				m.cfg.Observer.Sent(r.Key, tx.Hash(), len(r.Attempts))
			}
			r.State, r.SentAt = Sent, uint64(m.cfg.Now().UnixMilli())
			return m.save(r)
		case usedNonce:
			return nil
		case notNow:
			return fmt.Errorf("send %v: %w: %w", tx.Hash(), ErrWaiting, err)
		case refused:
			return fmt.Errorf("send %v: %w", tx.Hash(), err)
		}
		higher := raise(feesOf(tx), v.market)
		if !feesOf(tx).tooLow(v.market) && m.overpaid(higher, v.market) {
			return fmt.Errorf("send %v: the pool wants more than %d times what the market asks for (does another program use the key?): %w: %w", tx.Hash(), m.cfg.MaxOverpay, ErrTooDear, err)
		}
		if err := m.attempt(r, higher); err != nil {
			return err
		}
		if tx, err = r.attempt(len(r.Attempts) - 1); err != nil {
			return err
		}
	}
	return fmt.Errorf("send: underpriced after %d raises: %w", maxRaises, ErrWaiting)
}

func (m *Manager) withSidecar(ctx context.Context, r *record, tx *types.Transaction) (*types.Transaction, error) {
	if len(r.Blobs) == 0 {
		return tx, nil
	}
	if r.fills() {
		return tx.WithBlobTxSidecar(emptyBlob()), nil
	}
	sidecar, err := m.sidecar(ctx, r)
	if err != nil {
		return nil, err
	}
	return tx.WithBlobTxSidecar(sidecar), nil
}

// sidecar is the one that is kept, or one that is made again.
func (m *Manager) sidecar(ctx context.Context, r *record) (*types.BlobTxSidecar, error) {
	enc, ok, err := m.kv.Get([]byte(sidecarPrefix + r.Key))
	if err != nil {
		return nil, err
	}
	if ok {
		sidecar := new(types.BlobTxSidecar)
		if err := rlp.DecodeBytes(enc, sidecar); err != nil {
			return nil, fmt.Errorf("sidecar: %w: %w", errRecord, err)
		}
		return sidecar, nil
	}
	lost := fmt.Sprintf("L1 has lost a transaction that was final %d transactions ago, and its blobs are not kept any more; L1 has to find it again", m.cfg.KeepSidecars)
	if m.cfg.Sidecar == nil {
		return nil, fmt.Errorf("%s: %w", lost, ErrWaiting)
	}
	sidecar, err := m.cfg.Sidecar(ctx, r.Blobs)
	if err != nil {
		return nil, fmt.Errorf("%s, or the archive: %w: %w", lost, ErrWaiting, err)
	}
	if !slices.Equal(sidecar.BlobHashes(), r.Blobs) {
		return nil, fmt.Errorf("sidecar: the one that was made again has other blobs: %w", errRecord)
	}
	m.cfg.Log.Info("blobs are taken from the archive again", "key", r.Key, "blobs", len(r.Blobs))
	return sidecar, nil
}

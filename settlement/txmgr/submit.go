package txmgr

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Intent is a call that shall happen on L1, once.
type Intent struct {
	Key      string // names it for ever
	To       common.Address
	Data     []byte
	ValueWei *big.Int             // nil is none
	Gas      uint64               // 0 estimates
	Sidecar  *types.BlobTxSidecar // nil is none
}

func (in *Intent) value() *big.Int {
	if in.ValueWei == nil {
		return new(big.Int)
	}
	return in.ValueWei
}

// Submit records an intent; when it returns nil, the intent will be carried out in spite of crashes. The same intent again is no error and does nothing;
// another one under the same key is ErrConflict. ErrRefused: the call would revert, nothing is recorded.
func (m *Manager) Submit(ctx context.Context, in Intent) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if there, err := m.load(in.Key); err != nil || there != nil {
		if err == nil && !there.same(&in) {
			err = fmt.Errorf("txmgr: %q: %w", in.Key, ErrConflict)
		}
		return err
	}
	r := &record{Key: in.Key, State: Intended, To: in.To, Data: in.Data, ValueWei: in.value(), Gas: in.Gas}
	if in.Sidecar != nil {
		r.Blobs = in.Sidecar.BlobHashes()
	}
	if in.Key == "" || strings.HasPrefix(in.Key, fillPrefix) || r.ValueWei.Sign() < 0 {
		return fmt.Errorf("txmgr: intent with the key %q (empty, or of the manager's own) or with a negative value", in.Key)
	}
	if err := m.estimate(ctx, r); err != nil {
		return err
	}
	return m.record(ctx, r, in.Sidecar)
}

// estimate fills in the gas limit. It is also the check that the call would go through.
func (m *Manager) estimate(ctx context.Context, r *record) error {
	call := ethereum.CallMsg{From: m.signer.Address(), To: &r.To, Data: r.Data, Value: r.ValueWei, BlobHashes: r.Blobs}
	if len(r.Blobs) > 0 {
		price, err := m.chain.BlobBaseFee(ctx)
		if err != nil {
			return fmt.Errorf("txmgr: %q: blob base fee: %w", r.Key, err)
		}
		call.BlobGasFeeCap = new(big.Int).Lsh(price, 1)
	}
	gas, err := m.chain.EstimateGas(ctx, call)
	switch {
	case err != nil && l1.KindOf(err) == l1.Refused:
		return fmt.Errorf("txmgr: %q: %w: %w", r.Key, ErrRefused, err)
	case err != nil:
		return fmt.Errorf("txmgr: %q: estimate gas: %w", r.Key, err)
	}
	if r.Gas == 0 {
		r.Gas = min(uint64(float64(gas)*m.cfg.GasMargin), params.MaxTxGas)
	}
	return nil
}

func (m *Manager) record(ctx context.Context, r *record, sidecar *types.BlobTxSidecar) error {
	used, err := m.firstNonce(ctx)
	if err != nil {
		return fmt.Errorf("txmgr: %q: nonce: %w", r.Key, err)
	}
	var changes []durable.Change
	if sidecar != nil {
		enc, err := rlp.EncodeToBytes(sidecar)
		if err != nil {
			return fmt.Errorf("txmgr: %q: sidecar: %w", r.Key, err)
		}
		changes = append(changes, durable.Change{Key: []byte(sidecarPrefix + r.Key), Value: enc})
	}
	if err := m.assign(r, used, changes...); err != nil {
		return err
	}
	m.cfg.Log.Info("L1 transaction intended", "key", r.Key, "nonce", r.Nonce, "gas", r.Gas, "blobs", len(r.Blobs))
	select {
	case m.wake <- struct{}{}:
	default:
	}
	return nil
}

// firstNonce is what L1 has used before this manager's first intent, and 0 afterwards: then only the manager's own count matters, so that one wrong answer of an L1 node
// cannot leave a gap. A nonce that another program has used meanwhile is found out about when it is final.
// The very first answer has nothing to be held against: one that is too high leaves a gap, which is filled.
func (m *Manager) firstNonce(ctx context.Context) (uint64, error) {
	if _, ok, err := m.kv.Get([]byte(nextNonceKey)); ok || err != nil {
		return 0, err
	}
	return m.chain.NonceAt(ctx, m.signer.Address(), nil)
}

// assign gives the record the next nonce that neither this manager nor, as far as is known, anybody else has used, and saves both.
func (m *Manager) assign(r *record, used uint64, changes ...durable.Change) error {
	next, err := m.nextNonce()
	if err != nil {
		return err
	}
	r.Nonce = max(next, used)
	return m.save(r, append(changes,
		durable.Change{Key: []byte(nextNonceKey), Value: binary.BigEndian.AppendUint64(nil, r.Nonce+1)},
		durable.Change{Key: durable.Uint64Key(inFlightPrefix, r.Nonce), Value: []byte(r.Key)},
		durable.Change{Key: durable.Uint64Key(nonceIndex, r.Nonce), Value: []byte(r.Key)})...)
}

func (m *Manager) nextNonce() (uint64, error) {
	enc, ok, err := m.kv.Get([]byte(nextNonceKey))
	if err != nil || !ok {
		return 0, err
	}
	if len(enc) != 8 {
		return 0, fmt.Errorf("txmgr: next nonce: %w", errRecord)
	}
	return binary.BigEndian.Uint64(enc), nil
}

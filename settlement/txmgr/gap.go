package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// A gap is a nonce that L1 has not used, below one of ours, and that no intent has: the one that had it gave way to another program's transaction, which L1 has undone; or
// L1's first answer was too high. Nothing with a higher nonce can be included before it is filled. It is filled with what L1 had there, if that is known and can be sent, or
// with a payment of nothing to ourselves. No intent goes back to a nonce by the manager's own doing: its transaction with the later nonce may be in some pool for ever, and both would be included.

// fillPrefix begins the keys of records that fill gaps; the nonce follows.
const fillPrefix = "fill/"

// yieldedPrefix begins the keys of what is known about nonces that intents have given up.
const yieldedPrefix = "yielded/"

// maxGaps is how many gaps are filled. More than that is not what reorganisations leave, but a wrong answer.
const maxGaps = 64

// yielded is what is known of a nonce that an intent has given up.
type yielded struct {
	Key      string   // of the intent
	Attempts [][]byte // its transactions with this nonce, which may be in a pool still
	Taker    []byte   // the transaction that L1 had in their place, without sidecar; empty when there was none
}

func fillKey(nonce uint64) string { return fmt.Sprint(fillPrefix, nonce) }

func (r *record) fills() bool { return strings.HasPrefix(r.Key, fillPrefix) }

func (y *yielded) change(nonce uint64) durable.Change {
	enc, err := rlp.EncodeToBytes(y)
	if err != nil {
		panic(fmt.Sprintf("txmgr: nonce %d: %v", nonce, err)) // a fixed structure
	}
	return durable.Change{Key: durable.Uint64Key(yieldedPrefix, nonce), Value: enc}
}

// yielded is nil when no intent has given the nonce up.
func (m *Manager) yielded(nonce uint64) (*yielded, error) {
	enc, ok, err := m.kv.Get(durable.Uint64Key(yieldedPrefix, nonce))
	if err != nil || !ok {
		return nil, err
	}
	y := new(yielded)
	if err := rlp.DecodeBytes(enc, y); err != nil {
		return nil, fmt.Errorf("txmgr: given up nonce %d: %w: %w", nonce, errRecord, err)
	}
	return y, nil
}

// transactions decodes the attempts, and the taker if there is one.
func (y *yielded) transactions() (attempts []*types.Transaction, taker *types.Transaction, err error) {
	for _, enc := range y.Attempts {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(enc); err != nil {
			return nil, nil, fmt.Errorf("attempt: %w: %w", errRecord, err)
		}
		attempts = append(attempts, tx)
	}
	if len(y.Taker) > 0 {
		taker = new(types.Transaction)
		if err := taker.UnmarshalBinary(y.Taker); err != nil {
			return nil, nil, fmt.Errorf("taker: %w: %w", errRecord, err)
		}
	}
	return attempts, taker, nil
}

// rival is the transaction that whoever fills the nonce has to outbid in a pool that has it; nil when none is known.
func (y *yielded) rival() (*types.Transaction, error) {
	attempts, taker, err := y.transactions()
	if err != nil || taker != nil || len(attempts) == 0 {
		return taker, err
	}
	return attempts[len(attempts)-1], nil
}

// fillGaps makes records for the nonces in [from, next) that known, the records of that range, do not have.
func (m *Manager) fillGaps(from, next uint64, known []*record) ([]*record, error) {
	if gaps := next - from - uint64(len(known)); gaps > maxGaps {
		return nil, fmt.Errorf("txmgr: L1 says that the next nonce is %d; %d of those up to %d are of no intent: %w", from, gaps, next, ErrWaiting)
	}
	have := make(map[uint64]bool, len(known))
	for _, r := range known {
		have[r.Nonce] = true
	}
	var made []*record
	for n := from; n < next; n++ {
		if have[n] {
			continue
		}
		r, err := m.fill(n)
		if err != nil {
			return nil, err
		}
		made = append(made, r)
	}
	return made, nil
}

// fill makes the record that fills a gap.
func (m *Manager) fill(nonce uint64) (*record, error) {
	r := &record{Key: fillKey(nonce), State: Intended, Nonce: nonce, To: m.signer.Address(), ValueWei: new(Intent).value(), Gas: params.TxGas}
	y, err := m.yielded(nonce)
	if err != nil {
		return nil, err
	}
	if y != nil {
		rival, err := y.rival()
		if err != nil {
			return nil, fmt.Errorf("txmgr: given up nonce %d: %w", nonce, err)
		}
		switch {
		case rival == nil:
		case rival.Type() == types.BlobTxType: // only a blob transaction replaces it
			r.Blobs = emptyBlob().BlobHashes()
		case len(y.Taker) > 0:
			r.State, r.Attempts = Signed, [][]byte{y.Taker}
		}
	}
	m.cfg.Log.Warn("L1 has not used a nonce below those of intents, and no intent has it; it is filled", "nonce", nonce, "again", r.State == Signed)
	return r, m.save(r,
		durable.Change{Key: durable.Uint64Key(inFlightPrefix, nonce), Value: []byte(r.Key)},
		durable.Change{Key: durable.Uint64Key(nonceIndex, nonce), Value: []byte(r.Key)})
}

// reconsider makes records for the nonces that unfinished intents have given up and that L1 has used for something else since, so that it is found out for what. It may be
// what the intent had sent first.
func (m *Manager) reconsider(ctx context.Context, records []*record, v view) ([]*record, error) {
	var made []*record
	for _, r := range records {
		for _, n := range r.Former {
			if r.State >= Mined || n >= v.nonce {
				continue
			}
			f, err := m.disputed(ctx, n)
			if err != nil {
				return nil, err
			}
			if f != nil {
				made = append(made, f)
			}
		}
	}
	return sorted(append(records, made...)), nil
}

// disputed is a record for a nonce that was given up, if L1 does not show any more what used it; nil when it does, or when there is one in flight.
func (m *Manager) disputed(ctx context.Context, nonce uint64) (*record, error) {
	filled, err := m.load(fillKey(nonce))
	if err != nil {
		return nil, err
	}
	var user common.Hash
	switch {
	case filled != nil && filled.State < Final:
		return nil, nil
	case filled != nil:
		user = filled.MinedTx
	default:
		y, err := m.yielded(nonce)
		if err != nil || y == nil {
			return nil, err
		}
		_, taker, err := y.transactions()
		if err != nil {
			return nil, fmt.Errorf("txmgr: given up nonce %d: %w", nonce, err)
		}
		if taker != nil {
			user = taker.Hash()
		}
	}
	if ok, err := m.stands(ctx, user); ok || err != nil {
		return nil, err
	}
	if filled == nil {
		return m.fill(nonce)
	}
	filled.Was = &place{Tx: filled.MinedTx, Block: filled.MinedBlock, Hash: filled.MinedHash, Reverted: filled.Reverted}
	return filled, m.undo(filled, durable.Change{Key: durable.Uint64Key(inFlightPrefix, nonce), Value: []byte(filled.Key)})
}

// stands reports whether L1 has the transaction in a block of its chain.
func (m *Manager) stands(ctx context.Context, tx common.Hash) (bool, error) {
	receipt, err := m.chain.TransactionReceipt(ctx, tx)
	if errors.Is(err, ethereum.NotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("txmgr: receipt of %v: %w", tx, err)
	}
	header, err := m.chain.HeaderByNumber(ctx, receipt.BlockNumber)
	if err != nil {
		return false, fmt.Errorf("txmgr: block of %v: %w", tx, err)
	}
	return header.Hash() == receipt.BlockHash, nil
}

// firstOffer is what the first attempt of a record offers.
func (m *Manager) firstOffer(r *record, now market) (fees, error) {
	fair := fairFees(now, len(r.Blobs) > 0)
	if !r.fills() {
		return fair, nil
	}
	y, err := m.yielded(r.Nonce)
	if err != nil || y == nil {
		return fair, err
	}
	rival, err := y.rival()
	if err != nil || rival == nil {
		return fair, err
	}
	return raise(feesOf(rival), now), nil
}

// maxKinds bounds how often a gap is offered a transaction of another kind.
const maxKinds = 6

// otherwise makes another transaction for a gap when L1's node does not take the first one, which may be that of another program, or when it has transactions of the other kind
// (with blobs, without) of this account. It goes out with the next tick. The answer is err itself when that does not help.
func (m *Manager) otherwise(r *record, v view, err error) error {
	reserved := judge(err) == notNow && strings.Contains(err.Error(), "already reserved")
	tries := 1
	if reserved {
		tries = maxKinds
	}
	if !r.fills() || r.State != Signed || len(r.Attempts) > tries || !errors.Is(err, ErrWaiting) && l1.KindOf(err) != l1.Refused {
		return err
	}
	newest, decodeErr := r.attempt(len(r.Attempts) - 1)
	if decodeErr != nil {
		return decodeErr
	}
	old := feesOf(newest)
	switch {
	case !reserved:
	case len(r.Blobs) == 0:
		r.Blobs, old.blobCap = emptyBlob().BlobHashes(), new(big.Int)
	default:
		r.Blobs, old.blobCap = nil, nil
	}
	m.cfg.Log.Warn("L1's node does not take what fills a gap; another transaction is tried", "nonce", r.Nonce, "err", err)
	return m.attempt(r, raise(old, v.market))
}

// holds is the key of the intent that must not be sent as long as it is open who has the nonce of r, its former one: it may be itself. Empty: none.
func (m *Manager) holds(r *record) (string, error) {
	if !r.fills() || r.State >= Mined {
		return "", nil
	}
	y, err := m.yielded(r.Nonce)
	if err != nil || y == nil {
		return "", err
	}
	return y.Key, nil
}

// errMoved ends a tick in which an intent has changed its nonce: what was read before is old.
var errMoved = errors.New("an intent has another nonce")

// settleGap finds out who used a gap, when it was none of the attempts of r.
func (m *Manager) settleGap(ctx context.Context, r *record, v view) error {
	y, err := m.yielded(r.Nonce)
	if err != nil {
		return err
	}
	if y == nil {
		if r.Nonce >= v.finalNonce {
			return nil
		}
		m.cfg.Log.Info("another program has filled a gap", "nonce", r.Nonce)
		return m.dropFill(r)
	}
	attempts, taker, err := y.transactions()
	if err != nil {
		return err
	}
	for i, tx := range append(slices.Clone(attempts), taker) {
		if tx == nil {
			continue
		}
		receipt, err := m.chain.TransactionReceipt(ctx, tx.Hash())
		switch {
		case errors.Is(err, ethereum.NotFound):
		case err != nil:
			return fmt.Errorf("receipt: %w", err)
		case i < len(attempts):
			return m.takeBack(ctx, r, y, receipt, v)
		default:
			return m.mined(r, receipt, v)
		}
	}
	if r.Nonce >= v.finalNonce {
		return nil
	}
	y.Taker, err = m.takerOf(ctx, r, v, attempts)
	if err != nil {
		return err
	}
	m.cfg.Log.Info("another program has filled a gap", "nonce", r.Nonce)
	return m.dropFill(r, y.change(r.Nonce))
}

// takerOf is the transaction of another program that has the nonce of r.
func (m *Manager) takerOf(ctx context.Context, r *record, v view, ours []*types.Transaction) ([]byte, error) {
	foreign, err := m.userOf(ctx, r, v)
	if err != nil {
		return nil, err
	}
	for _, tx := range ours {
		if tx.Hash() == foreign.Hash() {
			return nil, fmt.Errorf("L1 has %v, but its node shows no receipt: %w", foreign.Hash(), ErrWaiting)
		}
	}
	return foreign.MarshalBinary()
}

// dropFill forgets a record that fills a gap which is none.
func (m *Manager) dropFill(r *record, more ...durable.Change) error {
	more = append(more, durable.Change{Key: []byte(recordPrefix + r.Key)},
		durable.Change{Key: durable.Uint64Key(inFlightPrefix, r.Nonce)}, durable.Change{Key: durable.Uint64Key(nonceIndex, r.Nonce)})
	if err := m.kv.Write(more...); err != nil {
		return fmt.Errorf("txmgr: %q: %w", r.Key, err)
	}
	return nil
}

// takeBack gives an intent the nonce back that it has given up, because L1 has included one of its transactions with it. Its later nonce is a gap then, and is filled over
// the transactions that it had there. If they are included nevertheless, L1 has both, and the contract has to refuse the second; here the gap counts as filled.
func (m *Manager) takeBack(ctx context.Context, r *record, y *yielded, receipt *types.Receipt, v view) error {
	a, err := m.load(y.Key)
	if err == nil && a == nil {
		err = fmt.Errorf("txmgr: intent %q gave nonce %d up and is missing: %w", y.Key, r.Nonce, errRecord)
	}
	if err != nil {
		return err
	}
	there, err := m.included(ctx, a)
	if err != nil {
		return err
	}
	if there != (common.Hash{}) {
		m.cfg.Log.Error("L1 has included an intent twice", "key", y.Key, "tx", receipt.TxHash, "again", there)
		return m.mined(r, receipt, v)
	}
	m.cfg.Log.Warn("L1 has included an intent with the nonce that it had given up", "key", a.Key, "nonce", r.Nonce, "instead", a.Nonce, "tx", receipt.TxHash)
	changes := []durable.Change{
		{Key: durable.Uint64Key(inFlightPrefix, a.Nonce)}, {Key: durable.Uint64Key(nonceIndex, a.Nonce)},
		(&yielded{Key: a.Key, Attempts: a.Attempts}).change(a.Nonce),
		{Key: durable.Uint64Key(yieldedPrefix, r.Nonce)}, {Key: []byte(recordPrefix + r.Key)},
		{Key: durable.Uint64Key(inFlightPrefix, r.Nonce), Value: []byte(a.Key)}, {Key: durable.Uint64Key(nonceIndex, r.Nonce), Value: []byte(a.Key)},
	}
	a.Former = append(slices.DeleteFunc(a.Former, func(n uint64) bool { return n == r.Nonce }), a.Nonce)
	a.Nonce, a.Attempts, a.Was = r.Nonce, y.Attempts, nil
	if err := m.mined(a, receipt, v, changes...); err != nil {
		return err
	}
	return errMoved
}

// included is the attempt of which L1 has a receipt; zero when there is none.
func (m *Manager) included(ctx context.Context, r *record) (common.Hash, error) {
	hashes, err := r.hashes()
	if err != nil {
		return common.Hash{}, err
	}
	for _, hash := range hashes {
		_, err := m.chain.TransactionReceipt(ctx, hash)
		switch {
		case err == nil:
			return hash, nil
		case !errors.Is(err, ethereum.NotFound):
			return common.Hash{}, fmt.Errorf("receipt: %w", err)
		}
	}
	return common.Hash{}, nil
}

// emptyBlob is the sidecar of a blob transaction that only has to use a nonce: one blob of zeros. Its commitment and its proofs are the point at infinity (EIP-4844, EIP-7594).
var emptyBlob = sync.OnceValue(func() *types.BlobTxSidecar {
	infinity := [48]byte{0xc0}
	proofs := make([]kzg4844.Proof, kzg4844.CellProofsPerBlob)
	for i := range proofs {
		proofs[i] = infinity
	}
	return types.NewBlobTxSidecar(types.BlobSidecarVersion1, make([]kzg4844.Blob, 1), []kzg4844.Commitment{infinity}, proofs)
})

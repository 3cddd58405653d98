package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// What cannot be taken back is decided on more than one answer: behind one URL there may be several L1 nodes, of which some are late or on another branch.

// canonical checks before a record becomes final that the block of its receipt is the one that L1 has at that height.
func (m *Manager) canonical(ctx context.Context, r *record) error {
	header, err := m.chain.HeaderByNumber(ctx, new(big.Int).SetUint64(r.MinedBlock))
	if err != nil {
		return fmt.Errorf("block of the receipt: %w", err)
	}
	if header.Hash() != r.MinedHash {
		return fmt.Errorf("the receipt is of block %d %v, L1 has %v there: %w", r.MinedBlock, r.MinedHash, header.Hash(), ErrWaiting)
	}
	return nil
}

// contradicted says that a nonce below those of final transactions is no news of L1, because L1 has the block of the newest of them: another node answered, or the node is wrong.
func (m *Manager) contradicted(ctx context.Context, known []*record, v view) error {
	for _, r := range slices.Backward(known) {
		if r.State != Final {
			continue
		}
		header, err := m.chain.HeaderByNumber(ctx, new(big.Int).SetUint64(r.MinedBlock))
		if errors.Is(err, ethereum.NotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("txmgr: block %d: %w", r.MinedBlock, err)
		}
		if header.Hash() == r.MinedHash {
			return fmt.Errorf("L1 says that the next nonce is %d, and has block %d %v with nonce %d: %w", v.nonce, r.MinedBlock, r.MinedHash, r.Nonce, ErrWaiting)
		}
		return nil
	}
	return nil
}

// back makes a record final again that was so, and whose block L1 has again. Its receipt is not asked for: nodes drop old ones.
func (m *Manager) back(ctx context.Context, r *record, v view) (bool, error) {
	if r.Was == nil || r.Was.Block > v.final.Number {
		return false, nil
	}
	header, err := m.chain.HeaderByNumber(ctx, new(big.Int).SetUint64(r.Was.Block))
	if err != nil || header.Hash() != r.Was.Hash {
		return false, err
	}
	m.cfg.Log.Info("L1 has a final transaction again", "key", r.Key, "tx", r.Was.Tx, "block", r.Was.Block)
	r.MinedTx, r.MinedBlock, r.MinedHash, r.Reverted = r.Was.Tx, r.Was.Block, r.Was.Hash, r.Was.Reverted
	return true, m.finish(r)
}

// giveWay gives an intent another nonce after it has seen the transaction of another program that used the old one, in a block that is final. That no receipt is found is not
// enough: the node that was asked may be late, and the intent would be sent twice.
func (m *Manager) giveWay(ctx context.Context, r *record, v view) error {
	foreign, err := m.userOf(ctx, r, v)
	if err != nil {
		return err
	}
	taker, err := foreign.MarshalBinary()
	if err != nil {
		return fmt.Errorf("encode %v: %w", foreign.Hash(), err)
	}
	m.cfg.Log.Warn("another program used this account's nonce; the intent gets a new one", "key", r.Key, "nonce", r.Nonce, "tx", foreign.Hash())
	old := durable.Change{Key: durable.Uint64Key(inFlightPrefix, r.Nonce)}
	oldIndex := durable.Change{Key: durable.Uint64Key(nonceIndex, r.Nonce)}
	given := (&yielded{Key: r.Key, Attempts: r.Attempts, Taker: taker}).change(r.Nonce)
	r.State, r.Attempts, r.SentAt, r.Was, r.Former = Intended, nil, 0, nil, append(r.Former, r.Nonce)
	return m.assign(r, 0, old, oldIndex, given)
}

// userOf is the transaction of another program that has the record's nonce. ErrWaiting when L1 does not show it, or shows one of ours.
func (m *Manager) userOf(ctx context.Context, r *record, v view) (*types.Transaction, error) {
	number, err := m.blockOf(ctx, r.Nonce, v.final.Number)
	if err != nil {
		return nil, fmt.Errorf("L1 has used nonce %d and shows no receipt of ours; looking for who did: %w: %w", r.Nonce, ErrWaiting, err)
	}
	block, err := m.chain.BlockByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return nil, fmt.Errorf("block %d: %w: %w", number, ErrWaiting, err)
	}
	ours, err := r.hashes()
	if err != nil {
		return nil, err
	}
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(m.cfg.ChainID))
	for _, tx := range block.Transactions() {
		if from, err := types.Sender(signer, tx); err != nil || from != m.signer.Address() || tx.Nonce() != r.Nonce {
			continue
		}
		if slices.Contains(ours, tx.Hash()) {
			return nil, fmt.Errorf("L1 block %d has %v, but its node shows no receipt: %w", number, tx.Hash(), ErrWaiting)
		}
		return tx, nil
	}
	return nil, fmt.Errorf("L1 says that nonce %d is used, and block %d has no transaction with it: answers of several nodes, or an authorisation of this key: %w", r.Nonce, number, ErrWaiting)
}

// blockOf is the block up to last in which the account's nonce passed n. It looks backwards from last with growing steps, then by bisection, so that the node needs no
// old state for something recent.
func (m *Manager) blockOf(ctx context.Context, n, last uint64) (uint64, error) {
	passed := func(block uint64) (bool, error) {
		nonce, err := m.chain.NonceAt(ctx, m.signer.Address(), new(big.Int).SetUint64(block))
		return nonce > n, err
	}
	high, low := last, uint64(0) // passed at high; not at low, or low is 0
	for step := uint64(1); high > 0; step *= 2 {
		at := high - min(high, step)
		ok, err := passed(at)
		if err != nil {
			return 0, err
		}
		if !ok {
			low = at
			break
		}
		high = at
	}
	for low+1 < high {
		middle := (low + high) / 2
		ok, err := passed(middle)
		if err != nil {
			return 0, err
		}
		if ok {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}

// hashes are those of the attempts.
func (r *record) hashes() ([]common.Hash, error) {
	list := make([]common.Hash, len(r.Attempts))
	for i := range r.Attempts {
		tx, err := r.attempt(i)
		if err != nil {
			return nil, err
		}
		list[i] = tx.Hash()
	}
	return list, nil
}

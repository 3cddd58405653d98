package settlement

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Errors of an Operator.
var (
	ErrKeyMissing = errors.New("its key is needed")
	ErrExecuted   = errors.New("L1 has executed that batch, which cannot be undone")
	ErrRevert     = errors.New("L1 does not revert the batches")
)

// Operator does on L1 what a person decides, in the place of a settlement that does not run, with the same intents: accounts, nonces and transactions under way are those of the store.
type Operator struct {
	Chain   Chain
	KV      durable.KV // of the settlement
	Archive *da.Archive
	Config  Config // keys of the settlement are not used
	Signers []txmgr.Signer
}

// noKey is an account whose key is not there: what is signed can be sent again.
type noKey struct{ address common.Address }

func (k noKey) Address() common.Address { return k.address }

func (k noKey) Sign(*types.Transaction) (*types.Transaction, error) {
	return nil, fmt.Errorf("a transaction of %v has to be signed: %w", k.address, ErrKeyMissing)
}

// Finish sends what is under way again and waits until L1 has made all of it final, so that nothing of it can happen later.
func (o *Operator) Finish(ctx context.Context) error {
	accounts, err := o.accounts()
	if err != nil {
		return err
	}
	for _, account := range accounts {
		var signer txmgr.Signer = noKey{account}
		for _, s := range o.Signers {
			if s.Address() == account {
				signer = s
			}
		}
		manager, err := newManager(o.Chain, o.KV, signer, o.Archive, &o.Config)
		if err != nil {
			return err
		}
		if err := o.drain(ctx, manager); err != nil {
			return err
		}
	}
	return nil
}

// accounts are those that have sent anything. Their parts of the store begin with the address.
func (o *Operator) accounts() (list []common.Address, err error) {
	for from := []byte{}; from != nil; {
		var first []byte
		if err := o.KV.Scan(from, nil, func(k, _ []byte) bool { first = k; return false }); err != nil || first == nil {
			return list, err
		}
		address, _, ok := bytes.Cut(first, []byte("/"))
		if !ok || !common.IsHexAddress(string(address)) {
			return nil, fmt.Errorf("settlement: key %q in the store of intents", first)
		}
		list, from = append(list, common.HexToAddress(string(address))), durable.After(append(address, '/'))
	}
	return list, nil
}

func (o *Operator) drain(ctx context.Context, m *txmgr.Manager) error {
	for said := false; ; {
		keys, err := m.UnderWay()
		if err != nil || len(keys) == 0 {
			return err
		}
		if !said {
			o.Config.Log.Info("waiting until L1 transactions are final", "sender", m.Address(), "keys", keys)
			said = true
		}
		if err := o.tick(ctx, m); err != nil {
			return err
		}
	}
}

// tick brings the transactions of an account forward, once in a poll interval.
func (o *Operator) tick(ctx context.Context, m *txmgr.Manager) error {
	err := m.Tick(ctx)
	if errors.Is(err, ErrKeyMissing) || ctx.Err() != nil {
		return errors.Join(err, ctx.Err())
	}
	if err != nil {
		if l1.KindOf(err) == l1.Critical {
			return err
		}
		o.Config.Log.Warn("L1 transactions wait", "err", err)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(o.Config.Poll):
		return nil
	}
}

// Revert makes batch last the last one that L1 has committed, and waits until that is final. It is one intent, however often it is called; a second one is made only when L1 has committed batches again.
func (o *Operator) Revert(ctx context.Context, signer txmgr.Signer, last uint64) error {
	m, err := newManager(o.Chain, o.KV, signer, o.Archive, &o.Config)
	if err != nil {
		return err
	}
	waited, block := "", uint64(0) // the attempt that this call has waited for, and the L1 block of the newest one
	for attempt := 0; ; {
		key := fmt.Sprintf("revert/%d/%d", last, attempt)
		status, err := m.Status(key)
		switch {
		case err != nil:
			return err
		case status.State == txmgr.Final && status.Reverted && key == waited:
			return fmt.Errorf("transaction %v had no effect: %w", status.Tx, ErrRevert)
		case status.State == txmgr.Final:
			attempt, block = attempt+1, status.Block
			continue
		case status.State == txmgr.Unknown:
			if done, err := o.revert(ctx, m, key, last, block); done || err != nil {
				return err
			}
		default:
			waited = key
		}
		if err := o.tick(ctx, m); err != nil {
			return err
		}
	}
}

// revert records the intent, unless L1 has no batch after last. An L1 node that is not at the block of the attempt before says nothing.
func (o *Operator) revert(ctx context.Context, m *txmgr.Manager, key string, last, block uint64) (done bool, err error) {
	view, err := operator.Look(ctx, o.Chain, o.Config.Chain, o.Config.Timelock)
	if err != nil || view.Block().Number < block {
		return false, err
	}
	totals, err := view.Totals(ctx)
	if err != nil || totals.Committed <= last {
		return err == nil, err
	}
	if totals.Executed > last {
		return false, fmt.Errorf("batch %d: %w", totals.Executed, ErrExecuted)
	}
	data, err := operator.Revert(o.Config.Chain, last)
	if err != nil {
		return false, err
	}
	err = m.Submit(ctx, txmgr.Intent{Key: key, To: o.Config.Timelock, Data: data})
	if errors.Is(err, txmgr.ErrRefused) {
		return false, fmt.Errorf("account %v: %w: %s", m.Address(), ErrRevert, operator.Explain(err))
	}
	return false, err
}

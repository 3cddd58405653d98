package escape

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// call is what a transaction does on L1.
type call struct {
	to      common.Address
	data    []byte
	value   *big.Int
	sidecar *types.BlobTxSidecar
}

func newSender(client L1, kv durable.KV, signer txmgr.Signer, poll time.Duration, onWait func(error)) (*txmgr.Manager, error) {
	cfg := txmgr.DefaultConfig()
	cfg.ChainID, cfg.Poll, cfg.OnWait, cfg.Log = client.ID(), poll, onWait, slog.New(slog.DiscardHandler)
	return txmgr.New(client, kv, signer, cfg)
}

// ErrNoKey refuses to send without a key.
var ErrNoKey = errors.New("a private key is needed to send transactions")

// try makes one attempt at something that has this name for ever. An attempt that was begun before, and whose end nobody saw, is brought to its end instead of making another. It reports whether
// L1 has carried it out; false is an attempt that failed there, after which the caller has to look again.
func (e *Escape) try(ctx context.Context, name, what string, c call) (bool, error) {
	done, open, next, err := e.resume(ctx, name, what)
	if err != nil || open {
		return done, err
	}
	return e.send(ctx, next, what, c)
}

// resume brings the last attempt at something to its end, if there is one that is under way. next is the key of the next attempt.
func (e *Escape) resume(ctx context.Context, name, what string) (done, open bool, next string, err error) {
	if e.sender == nil {
		return false, false, "", ErrNoKey
	}
	for n := 0; ; n++ {
		next = fmt.Sprintf("%s/%d", name, n)
		s, err := e.sender.Status(next)
		switch {
		case err != nil:
			return false, false, next, err
		case s.State == txmgr.Unknown:
			return false, false, next, nil
		case s.State < txmgr.Final:
			e.say("going on with a transaction that was under way")
			done, err := e.carry(ctx, next, what)
			return done, true, next, err
		}
	}
}

// send records an intent and carries it out.
func (e *Escape) send(ctx context.Context, key, what string, c call) (bool, error) {
	if err := e.affordable(ctx, &c); err != nil {
		return false, err
	}
	in := txmgr.Intent{Key: key, To: c.to, Data: c.data, ValueWei: c.value, Sidecar: c.sidecar}
	for {
		err := e.sender.Submit(ctx, in)
		if err == nil {
			return e.carry(ctx, key, what)
		}
		if errors.Is(err, txmgr.ErrRefused) {
			return false, fmt.Errorf("%w: %s", txmgr.ErrRefused, operator.Explain(err))
		}
		if err := e.passing(ctx, err); err != nil {
			return false, err
		}
	}
}

// carry waits until an intent is final; it reports whether it had its effect.
func (e *Escape) carry(ctx context.Context, key, what string) (bool, error) {
	for {
		if err := e.sender.Tick(ctx); err != nil {
			if err := e.passing(ctx, err); err != nil {
				return false, err
			}
			continue
		}
		if strings.Contains(e.sender.Waiting(), "insufficient funds") {
			return false, fmt.Errorf("%w: %v cannot pay for a transaction that is prepared; give it some and run the same command again", ErrFunds, e.sender.Address())
		}
		s, err := e.sender.Status(key)
		if err != nil {
			return false, err
		}
		if s.State == txmgr.Final {
			if !s.Reverted && e.cfg.Tx != nil {
				e.cfg.Tx(what, s.Tx)
			}
			return !s.Reverted, nil
		}
		if err := e.wait(ctx); err != nil {
			return false, err
		}
	}
}

// passing waits after an error that passes, and returns one that does not: whoever runs a command sees it, and the same command goes on.
func (e *Escape) passing(ctx context.Context, err error) error {
	if kind := l1.KindOf(err); kind == l1.Critical || kind == l1.Refused {
		if strings.Contains(err.Error(), "insufficient funds") {
			err = fmt.Errorf("%w: %w", ErrFunds, err)
		}
		return err
	}
	if !e.silent {
		e.silent = true
		e.say("L1 does not answer now (%v); trying on", err)
	}
	return e.wait(ctx)
}

// affordable refuses what the account cannot pay for, before anything is recorded. A call that L1 would refuse is left to txmgr, which says why.
func (e *Escape) affordable(ctx context.Context, c *call) error {
	from := e.sender.Address()
	balance, err := e.l1.BalanceAt(ctx, from, nil)
	if err != nil {
		return err
	}
	price, err := e.gasPrice(ctx)
	if err != nil {
		return err
	}
	value := c.value
	if value == nil {
		value = new(big.Int)
	}
	need := new(big.Int).Set(value)
	message := ethereum.CallMsg{From: from, To: &c.to, Data: c.data, Value: value}
	if c.sidecar != nil {
		blobPrice, err := e.l1.BlobBaseFee(ctx)
		if err != nil {
			return err
		}
		message.BlobHashes, message.BlobGasFeeCap = c.sidecar.BlobHashes(), new(big.Int).Lsh(blobPrice, 1)
		need.Add(need, new(big.Int).Mul(message.BlobGasFeeCap, big.NewInt(int64(len(message.BlobHashes)*params.BlobTxBlobGasPerBlob))))
	}
	gas := uint64(params.TxGas)
	if balance.Cmp(need) >= 0 {
		if estimate, err := e.l1.EstimateGas(ctx, message); err == nil {
			gas = estimate + estimate/4
		}
	}
	if need.Add(need, new(big.Int).Mul(price, new(big.Int).SetUint64(gas))); balance.Cmp(need) < 0 {
		return fmt.Errorf("%w: %v has %s ETH, the transaction may take %s ETH", ErrFunds, from, ether(balance), ether(need))
	}
	return nil
}

// gasPrice is what txmgr offers at most at first: base fees may double.
func (e *Escape) gasPrice(ctx context.Context) (*big.Int, error) {
	head, err := e.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	tip, err := e.l1.SuggestGasTipCap(ctx)
	if err != nil {
		return nil, err
	}
	return tip.Add(tip, new(big.Int).Lsh(head.BaseFee, 1)), nil
}

// ether is an amount of wei in ETH, exactly.
func ether(wei *big.Int) string {
	text := new(big.Rat).SetFrac(wei, big.NewInt(params.Ether)).FloatString(18)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

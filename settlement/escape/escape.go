// Package escape is the way out of a chain whose operator is gone or leaves an operation waiting: forced inclusion and settlement by anybody, from L1 alone.
//
//	Withdraw   a request on L1 (a priority operation) that takes money out of L2
//	Look       what waits, since when, and whether priority mode is on
//	Activate   priority mode, when an operation is overdue
//	Settle     L1 data -> state -> a block of waiting operations -> batch -> guest -> settlePriorityBatches, until nothing waits
//	Claim      withdrawals of executed batches, with proofs made from the batches' pubdata
//
// In: an L1 client, the chain's genesis and addresses, a key with money on L1. No node of the chain is asked. Every L1 transaction is an intent of package txmgr before it is sent: the process may
// be killed at any instruction, and the same call goes on. The state that was derived from L1 is kept in a directory (fetch.Derivation), the queue of operations beside the intents, and only what L1 has got since is read by the next call.
//
// Any number of people may do this at the same time. L1 takes each batch once; who comes second is told so, reads the new state and goes on from there.
//
// Errors: [ErrNotOverdue], [ErrNotActive], [ErrFunds], [ErrWouldFail], da.ErrNotPublished (of a validium whose pubdata no source has), da.ErrNoBlob, derive.ErrMismatch, txmgr.ErrRefused with the contract's reason.
package escape

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Errors that decide what a person does.
var (
	ErrNotOverdue = errors.New("no operation is overdue")
	ErrNotActive  = errors.New("priority mode is not active")
	ErrFunds      = errors.New("not enough ETH on L1")
	ErrWouldFail  = errors.New("the operation would fail on L2")
	ErrOtherL1    = errors.New("L1's node contradicts itself")
	errFailed     = errors.New("the L1 transaction failed")
)

// L1 is what is asked of Ethereum; l1.Client is one.
type L1 interface {
	fetch.L1
	watch.L1
	txmgr.Chain
	Head(ctx context.Context) (l1.Ref, error)
	BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error)
	ID() uint64
}

// Contracts are addresses on L1.
type Contracts struct {
	Bridgehub, ChainTypeManager, Chain, Nullifier common.Address
	StartBlock                                    uint64 // of the chain's creation
}

// Config of an escape.
type Config struct {
	Contracts
	Genesis *store.Genesis
	Scheme  rollup.DAScheme
	Blobs   da.Source     // where blobs come from, and the pubdata of a validium
	Archive *da.Archive   // keeps the blobs that are posted, and a validium's pubdata
	Machine batch.Machine // runs the guest; nil leaves it out, and then only the node's own execution stands for the batch
	State   store.Config  // directory that keeps the state derived from L1; it is made when it is needed, and nothing else may be in it
	MaxOps  int           // operations in one batch
	Poll    time.Duration // between looks at L1

	Say     func(text string)                   // what is going on; may be nil
	Derived func(done, total uint64)            // progress of reading L1; may be nil
	Tx      func(what string, hash common.Hash) // an L1 transaction is in a block; may be nil
	sealed  func(*store.SealedBatch)            // for tests
}

// DefaultMaxOps keeps commitment, proof and execution of a batch of operations below the gas that one transaction may use on L1 (2^24, EIP-7825), data in call data included.
const DefaultMaxOps = 500

// Check says what is missing.
func (c *Config) Check() error {
	switch {
	case c.Bridgehub == (common.Address{}) || c.ChainTypeManager == (common.Address{}) || c.Chain == (common.Address{}) || c.Nullifier == (common.Address{}):
		return errors.New("escape: an address of the chain's contracts is missing")
	case c.Genesis == nil || c.Blobs == nil || c.Archive == nil:
		return errors.New("escape: genesis, source of blobs or archive is missing")
	case c.State.Dir == "":
		return errors.New("escape: the directory of the state is missing")
	case c.MaxOps < 1 || c.MaxOps > batch.MaxPriorityOps:
		return fmt.Errorf("escape: %d operations in a batch, at most %d", c.MaxOps, batch.MaxPriorityOps)
	case c.Poll <= 0:
		return fmt.Errorf("escape: poll interval of %v", c.Poll)
	}
	return nil
}

// Escape acts for one account.
type Escape struct {
	cfg      Config
	l1       L1
	contract operator.Contract
	watcher  *watch.Watcher
	kv       durable.KV     // nil for one that only looks
	queue    durable.KV     // the watcher's
	sender   *txmgr.Manager // nil for one that only looks
	derived  *fetch.Derivation
	silent   bool // L1 has not answered once, and that was said
}

// New makes an escape. kv keeps what was sent and belongs to it alone; without a signer (nil) nothing can be sent.
func New(client L1, kv durable.KV, signer txmgr.Signer, cfg Config) (*Escape, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	e := &Escape{cfg: cfg, l1: client, contract: operator.Contract{L1: client, Chain: cfg.Chain}}
	e.derived = e.derivation()
	watching := watch.DefaultConfig(cfg.Chain)
	watching.StartBlock, watching.Poll = cfg.StartBlock, cfg.Poll
	e.queue = &durable.Memory{}
	if signer != nil {
		e.queue = durable.Prefix(kv, "queue/")
	}
	var err error
	if e.watcher, err = watch.New(client, e.queue, watching); err != nil || signer == nil {
		return e, err
	}
	e.kv = kv
	e.sender, err = newSender(client, durable.Prefix(kv, signer.Address().Hex()+"/"), signer, cfg.Poll, e.waits)
	return e, err
}

// Close releases the directory of the state. What is under way is not waited for.
func (e *Escape) Close() error { return e.derived.Close() }

func (e *Escape) say(format string, args ...any) {
	if e.cfg.Say != nil {
		e.cfg.Say(fmt.Sprintf(format, args...))
	}
}

// waits tells why a transaction waits.
func (e *Escape) waits(err error) {
	if err != nil {
		e.say("waiting: %v", err)
	}
}

// wait lets one poll interval pass.
func (e *Escape) wait(ctx context.Context) error {
	timer := time.NewTimer(e.cfg.Poll)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (e *Escape) call(ctx context.Context, to common.Address, data []byte) ([]byte, error) {
	return e.l1.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
}

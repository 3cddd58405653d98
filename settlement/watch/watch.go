package watch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// Errors after which the chain must not go on.
var (
	ErrGap          = errors.New("priority queue has a gap")
	ErrQueueChanged = errors.New("L1 replaced a priority operation that the chain has included (a reorganisation deeper than what counts as final): 'ashlar rollback --lost-deposit' takes the blocks from there on back, see docs/operations.md, Deep reorganisations")
)

// L1 is what the watcher asks of Ethereum; l1.Client is one.
type L1 interface {
	Final(ctx context.Context) (l1.Ref, error)
	Block(ctx context.Context, number uint64) (l1.Ref, error)
	Logs(ctx context.Context, query ethereum.FilterQuery, from, to uint64, visit func(upTo uint64, logs []types.Log) error) error
	BlockLogs(ctx context.Context, query ethereum.FilterQuery, block l1.Ref) ([]types.Log, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	BlobBaseFee(ctx context.Context) (*big.Int, error)
	SuggestGasTipCap(ctx context.Context) (*big.Int, error)
}

// BatchEvent is what happened to batches on L1.
type BatchEvent struct {
	operator.Event
	Tx      common.Hash
	L1Block uint64
	L1Time  uint64 // seconds
}

// Config of a watcher.
type Config struct {
	Chain      common.Address // contract of the chain on L1
	StartBlock uint64         // nothing of the chain is on L1 before it
	Poll       time.Duration
	OnBatch    func(BatchEvent) error // nil ignores batches
	OnPriority func(next uint64)      // new operations are there, the next one will have this number; nil ignores
	Included   func() uint64          // number of priority operations that the chain has included; nil is none
	Log        *slog.Logger
	Observer   Observer // nil: nobody
}

// Observer is told how the reading of L1 goes on. It is called while the watcher works and must be quick.
type Observer interface {
	Polled(prices Prices, final l1.Ref, cursor uint64) // everything up to the block cursor was read
	Reorganised(depth uint64)                          // L1 undid this many blocks that were read
	Waits(part string, err error)                      // something failed that is tried again
}

// DefaultConfig watches this contract.
func DefaultConfig(chain common.Address) Config {
	return Config{Chain: chain, Poll: 500 * time.Millisecond, Log: slog.Default()}
}

// Check refuses what cannot work.
func (c *Config) Check() error {
	switch {
	case c.Chain == (common.Address{}):
		return errors.New("watch: address of the chain contract is missing")
	case c.Poll <= 0:
		return errors.New("watch: poll interval must be positive")
	case c.Log == nil:
		return errors.New("watch: logger is missing")
	}
	return nil
}

// Watcher follows one chain. Next, Count, Prices and Cursor may be called while Run runs.
type Watcher struct {
	cfg    Config
	l1     L1
	kv     durable.KV
	prices atomic.Pointer[Prices]

	again    int       // how often a gap was read again; of Poll
	saidLost time.Time // of Poll
}

// New makes a watcher that continues where kv says.
func New(client L1, kv durable.KV, cfg Config) (*Watcher, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	w := &Watcher{cfg: cfg, l1: client, kv: kv}
	return w, w.checkOwner()
}

// checkOwner refuses a store that mirrors another contract.
func (w *Watcher) checkOwner() error {
	owner, ok, err := w.kv.Get([]byte("owner"))
	switch {
	case err != nil:
		return err
	case !ok:
		return w.kv.Write(durable.Change{Key: []byte("owner"), Value: w.cfg.Chain[:]})
	case common.BytesToAddress(owner) != w.cfg.Chain:
		return fmt.Errorf("watch: the store mirrors %v, not %v", common.BytesToAddress(owner), w.cfg.Chain)
	}
	return nil
}

// Run polls until ctx ends or an error is critical.
func (w *Watcher) Run(ctx context.Context) error {
	ticker := time.NewTicker(w.cfg.Poll)
	defer ticker.Stop()
	for {
		if err := w.Poll(ctx); err != nil && ctx.Err() == nil {
			if l1.KindOf(err) == l1.Critical {
				return err
			}
			w.cfg.Log.Warn("L1 cannot be read now", "err", err)
			if w.cfg.Observer != nil {
				w.cfg.Observer.Waits("watch", err)
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}

// Poll reads everything that has become final since the last time.
func (w *Watcher) Poll(ctx context.Context) error {
	if err := w.samplePrices(ctx); err != nil {
		return err
	}
	final, err := w.l1.Final(ctx)
	if err != nil {
		return err
	}
	cursor, err := w.canonicalCursor(ctx, final)
	if err != nil {
		return err
	}
	if err := w.read(ctx, cursor, final); err != nil {
		return w.readAgain(err)
	}
	w.again = 0
	if prices, ok := w.Prices(); ok && w.cfg.Observer != nil {
		w.cfg.Observer.Polled(prices, final, max(cursor.Number, final.Number))
	}
	return w.sayLost()
}

// closeBlocks below the final one are read one by one, by hash. Nodes answer a range that ends above their head with the logs that they have, so where a late node may be asked,
// a range could miss some without a sign.
const closeBlocks = 64

// read takes everything after the cursor, up to the final block.
func (w *Watcher) read(ctx context.Context, cursor, final l1.Ref) error {
	from := cursor.Number + 1
	if cursor == (l1.Ref{}) {
		from = w.cfg.StartBlock
	}
	if from > final.Number {
		return nil
	}
	query := ethereum.FilterQuery{Addresses: []common.Address{w.cfg.Chain}, Topics: [][]common.Hash{operator.Topics()}}
	if far := final.Number - min(final.Number, closeBlocks); from <= far {
		err := w.l1.Logs(ctx, query, from, far, func(upTo uint64, logs []types.Log) error {
			end, err := w.l1.Block(ctx, upTo)
			if err != nil {
				return err
			}
			cursor = end
			return w.take(ctx, end, logs)
		})
		if err != nil {
			return err
		}
		from = far + 1
	}
	var all []types.Log
	for n := from; n <= final.Number; n++ {
		block, err := w.l1.Block(ctx, n)
		if err != nil {
			return err
		}
		if cursor != (l1.Ref{}) && block.Parent != cursor.Hash {
			return fmt.Errorf("watch: L1 block %d %v does not follow %v: %w", n, block.Hash, cursor.Hash, l1.ErrReorg)
		}
		logs, err := w.l1.BlockLogs(ctx, query, block)
		if err != nil {
			return err
		}
		all, cursor = append(all, logs...), block
	}
	return w.take(ctx, cursor, all)
}

// readAgain goes back before a gap: the logs in it were missed, because an L1 node hid them. A gap that is still there then is L1's own.
func (w *Watcher) readAgain(err error) error {
	if !errors.Is(err, ErrGap) || w.again >= maxAgain {
		return err
	}
	w.again++
	count, countErr := w.Count()
	if countErr != nil {
		return errors.Join(err, countErr)
	}
	before := w.cfg.StartBlock // where the last operation that is known was
	if count > 0 {
		ops, nextErr := w.Next(count-1, 1)
		if nextErr != nil || len(ops) == 0 {
			return errors.Join(err, nextErr)
		}
		before = ops[0].L1Block
	}
	refs, trailErr := w.trail()
	if trailErr != nil {
		return errors.Join(err, trailErr)
	}
	var changes []durable.Change
	for _, r := range refs {
		if r.Number >= before {
			changes = append(changes, durable.Change{Key: durable.Uint64Key(trailPrefix, r.Number)})
		}
	}
	w.cfg.Log.Warn("L1 logs were missed; reading again", "fromBlock", before, "err", err)
	if writeErr := w.kv.Write(changes...); writeErr != nil {
		return errors.Join(err, writeErr)
	}
	return fmt.Errorf("%w: %v", l1.ErrReorg, err) // passes
}

// maxAgain is how often a gap is read again: often enough for a node that is late to have caught up.
const maxAgain = 30

// take makes the logs of blocks up to end durable together with it. OnBatch comes before: a crash in between repeats it.
func (w *Watcher) take(ctx context.Context, end l1.Ref, logs []types.Log) error {
	count, err := w.Count()
	if err != nil {
		return err
	}
	events := make([]*operator.Event, len(logs))
	for i := range logs {
		if events[i], err = operator.DecodeEvent(&logs[i]); err != nil {
			return fmt.Errorf("watch: L1 block %d: %w", logs[i].BlockNumber, err)
		}
	}
	var changes []durable.Change
	before, times := count, make(map[uint64]uint64)
	for i, event := range events {
		if event.Kind != operator.PriorityRequest {
			if undone(event, events[i+1:]) {
				continue
			}
			if err := w.report(ctx, event, &logs[i], times); err != nil {
				return err
			}
			continue
		}
		change, err := w.enqueue(event.Operation, &logs[i], count)
		if err != nil {
			return err
		}
		if event.Operation.ID == count {
			count++
		}
		changes = append(changes, change, durable.Change{Key: durable.Uint64Key(lostPrefix, event.Operation.ID)})
	}
	trail, err := w.advance(end)
	if err != nil {
		return err
	}
	if err := w.kv.Write(append(changes, trail...)...); err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	if count > before && w.cfg.OnPriority != nil {
		w.cfg.OnPriority(count)
	}
	return nil
}

// undone reports whether L1 has reverted all batches of an event later: what it says of them is not so any more, and a node may have others under their numbers by now.
func undone(event *operator.Event, later []*operator.Event) bool {
	if event.Kind != operator.BatchCommitted && event.Kind != operator.BatchesProven {
		return false
	}
	return slices.ContainsFunc(later, func(e *operator.Event) bool { return e.Kind == operator.BatchesReverted && e.Last < event.First })
}

func (w *Watcher) report(ctx context.Context, event *operator.Event, log *types.Log, times map[uint64]uint64) error {
	if w.cfg.OnBatch == nil {
		return nil
	}
	at, ok := times[log.BlockNumber]
	if !ok {
		block, err := w.l1.Block(ctx, log.BlockNumber)
		if err != nil {
			return err
		}
		at, times[log.BlockNumber] = block.Time, block.Time
	}
	if err := w.cfg.OnBatch(BatchEvent{Event: *event, Tx: log.TxHash, L1Block: log.BlockNumber, L1Time: at}); err != nil {
		return fmt.Errorf("watch: report %v of batch %d: %w", event.Kind, event.Last, err)
	}
	return nil
}

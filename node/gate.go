package node

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/txpool"
)

// gate is where transactions go: into this node's pool while it leads, to the leader otherwise.
type gate struct {
	pool *txpool.Pool

	mu      sync.Mutex
	leading bool
	fixed   bool   // the URL is the operator's choice, not the stream's
	url     string // of the leader
	client  *gethrpc.Client
}

var errNoLeader = errors.New("no sequencer leads the chain at the moment: send the transaction again in a few seconds")

// forwardTimeout is how long the leader may take.
const forwardTimeout = 20 * time.Second

func (g *gate) open()  { g.set(true) }
func (g *gate) close() { g.set(false) }

// isOpen reports whether this node leads.
func (g *gate) isOpen() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.leading
}

func (g *gate) set(leading bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.leading = leading
}

// setLeader is told who leads.
func (g *gate) setLeader(url string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.fixed || url == g.url {
		return
	}
	g.url = url
	if g.client != nil {
		g.client.Close()
		g.client = nil
	}
}

// leader is a client of the leader; nil while this node leads.
func (g *gate) leader(ctx context.Context) (*gethrpc.Client, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.leading {
		return nil, nil
	}
	if g.url == "" {
		return nil, errNoLeader
	}
	if g.client == nil {
		c, err := gethrpc.DialContext(ctx, g.url)
		if err != nil {
			return nil, errors.Join(errNoLeader, err)
		}
		g.client = c
	}
	return g.client, nil
}

// AddBatch is rpc.Pool.AddBatch. What the leader has accepted is put into this node's pool too, so that nonces and pending transactions are known here, and go on here if this node takes over.
func (g *gate) AddBatch(ctx context.Context, txs []*types.Transaction) []error {
	ctx, cancel := context.WithTimeout(ctx, forwardTimeout)
	defer cancel()
	client, err := g.leader(ctx)
	if client == nil && err == nil {
		return g.pool.AddAll(txs)
	}
	errs := make([]error, len(txs))
	calls := make([]gethrpc.BatchElem, len(txs))
	for i, tx := range txs {
		raw, encodeErr := tx.MarshalBinary()
		if errs[i] = errors.Join(err, encodeErr); errs[i] != nil {
			return fill(errs, errs[i])
		}
		calls[i] = gethrpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(raw)}, Result: new(string)}
	}
	if err := client.BatchCallContext(ctx, calls); err != nil {
		return fill(errs, errors.Join(errNoLeader, err))
	}
	var accepted []*types.Transaction
	for i := range calls {
		if errs[i] = calls[i].Error; errs[i] == nil {
			accepted = append(accepted, txs[i])
		}
	}
	_ = g.pool.AddAll(accepted) // this pool may be behind, and refuse what the leader takes
	return errs
}

func fill(errs []error, err error) []error {
	for i := range errs {
		errs[i] = err
	}
	return errs
}

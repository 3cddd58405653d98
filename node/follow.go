package node

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// ErrDisagree says that this node computes something else than the sequencer published. It is never retried: one of the two is wrong.
var ErrDisagree = errors.New("this node and the sequencer disagree")

// disagreement adds to an error what a person has to do.
func disagreement(err error) error {
	return fmt.Errorf("%w: %w; nothing of it was kept. Keep this data directory and the sequencer's, compare the versions of the two programs, and report it (docs/operations.md, \"A replica halts\")", ErrDisagree, err)
}

// openReader begins to read where this node's blocks and batches end: at the last block of its last batch, so that nothing between batches and blocks is missed. What is here already is compared. With blocks that
// the stream still has although they were taken back here, the node ends before them.
func (n *Node) openReader(ctx context.Context, t *taken) (*stream.Reader, error) {
	sealed, err := n.lastSealed()
	if err != nil {
		return nil, err
	}
	chain := stream.Chain{Read: sealed.LastBlock, Tip: n.store.Tip().Number, Hash: func(number uint64) (common.Hash, error) {
		ref, err := n.store.Ref(number)
		if errors.Is(err, store.ErrNotFound) { // before this node's history: no block of the stream is that one
			return common.Hash{}, nil
		}
		return ref.Hash, err
	}}
	if t != nil {
		chain.Read, chain.Tip = min(chain.Read, t.to), t.to
	}
	var r *stream.Reader
	err = n.askStream(ctx, func() (err error) { r, err = n.stream.Begin(ctx, chain); return err })
	return r, err
}

// askStream asks until the stream answers.
func (n *Node) askStream(ctx context.Context, ask func() error) error {
	for {
		err := ask()
		if err == nil || errors.Is(err, stream.ErrBroken) {
			return err
		}
		select {
		case <-time.After(streamRetry):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// streamRetry is the time between looks at a stream that does not answer.
const streamRetry = 200 * time.Millisecond

func (n *Node) lastSealed() (*store.SealedBatch, error) {
	sealed, err := n.store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return &store.SealedBatch{}, nil
	}
	return sealed, err
}

// ErrGap says that the stream begins after this node's last block: the sequencer's directory was made from L1.
var ErrGap = errors.New("make this node's data directory anew with 'ashlar restore --l1' or of a backup of the sequencer")

// compareOld compares the hash of a block whose header is not here, because the history begins after it, if that is known.
func (n *Node) compareOld(b *record.Block) error {
	ref, err := n.store.Ref(b.Block.Env.Number)
	if errors.Is(err, store.ErrBeforeFirst) {
		return nil
	}
	if err == nil && ref.Hash != b.Hash {
		err = disagreement(fmt.Errorf("block %d is %v on L1, %v there", ref.Number, ref.Hash, b.Hash))
	}
	return err
}

// progress is how fast a node follows. The goroutine that executes blocks changes it, and the one that follows, when nothing is on its way.
type progress struct {
	n           *Node
	began, said time.Time
	blocks, txs uint64
	caughtUp    bool
}

func (p *progress) begin() { *p = progress{n: p.n, began: time.Now(), said: time.Now()} }

func (p *progress) block(txs int) {
	p.blocks, p.txs = p.blocks+1, p.txs+uint64(txs)
	if _, head, known := p.n.lag.end(); known && p.n.store.Tip().Number >= head {
		p.end()
	}
	if !p.caughtUp && time.Since(p.said) > 2*time.Second {
		p.said = time.Now()
		p.say("following the chain")
	}
}

func (p *progress) say(what string) {
	seconds := max(time.Since(p.began).Seconds(), 1e-3)
	p.n.cfg.Log.Info(what, "block", p.n.store.Tip().Number, "blocks", p.blocks, "txs", p.txs, "seconds", fmt.Sprintf("%.1f", seconds),
		"blocks/s", fmt.Sprintf("%.0f", float64(p.blocks)/seconds), "tx/s", fmt.Sprintf("%.0f", float64(p.txs)/seconds))
}

// end says once that everything published is here.
func (p *progress) end() {
	if !p.caughtUp {
		p.caughtUp = true
		p.n.caughtUp.Store(true)
		p.say("caught up with the chain")
	}
}

// syncing is rpc.SyncReader.
type syncing struct{ n *Node }

// Syncing implements rpc.SyncReader: a node that follows is syncing until it has caught up, and again when it is far behind. Highest is the last block that the origin was seen to have.
func (s syncing) Syncing() (*rpc.Sync, error) {
	o := s.n.behind()
	if o == nil || (s.n.caughtUp.Load() && (o.LagBlocks == 0 || o.LagSeconds <= s.n.cfg.Ops.Limits.OriginLag)) {
		return nil, nil
	}
	return &rpc.Sync{Starting: s.n.started, Current: o.Block - o.LagBlocks, Highest: o.Block}, nil
}

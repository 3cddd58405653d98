package node

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// work follows the chain, leads it when it is this node's turn, and follows again when another one has taken over.
func (n *Node) work(ctx context.Context) error {
	if err := n.sealer.Recover(); err != nil {
		return fmt.Errorf("bring the state tree to the last batch: %w", err)
	}
	for {
		w, err := n.follow(ctx)
		if err != nil {
			return err
		}
		err = n.lead(ctx, w)
		if !errors.Is(err, stream.ErrDeposed) {
			return err
		}
		n.gate.close()
		n.cfg.Log.Warn("deposed: another sequencer leads; this one follows as a standby", "term was", w.Number())
	}
}

// follow reads and applies the stream until this node has begun a term. A stream whose records do not fit what was read is looked at once more from this node's last batch on: it may have been restored.
func (n *Node) follow(ctx context.Context) (*stream.Writer, error) {
	n.progress.begin()
	for again := false; ; again = true {
		at := n.store.Tip()
		w, err := n.followOnce(ctx)
		if errors.Is(err, errLookAgain) {
			continue
		}
		if !errors.Is(err, stream.ErrBroken) || (again && at == n.store.Tip()) {
			return w, err
		}
		n.cfg.Log.Warn("the block stream is not what it was; reading it again from the last batch on", "err", err)
	}
}

func (n *Node) followOnce(ctx context.Context) (*stream.Writer, error) {
	taken, err := n.takenBack(ctx)
	if err != nil {
		return nil, err
	}
	r, err := n.openReader(ctx, taken)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	life, stop, err := n.watchLife()
	if err != nil {
		return nil, err
	}
	defer stop()
	p := n.newPipeline(ctx)
	w, err := n.read(ctx, r, life, p, taken)
	if reason := p.close(); reason != nil {
		return nil, reason
	}
	return w, err
}

// read gives the stream to the pipeline until this node has begun a term.
func (n *Node) read(ctx context.Context, r *stream.Reader, life *life, p *pipeline, taken *taken) (*stream.Writer, error) {
	look := n.cfg.Stream.Lease / 4
	for {
		if n.cfg.Stream.URL == "" { // nobody else can lead: no reason to wait
			if w, err := n.tryToLead(ctx, r, life, p, taken); w != nil || err != nil {
				return w, err
			}
		}
		waiting, cancel := context.WithTimeout(ctx, look)
		e, err := r.Next(waiting)
		cancel()
		switch {
		case err == nil:
			life.seen()
			if err := n.take(ctx, e.Record, p, taken); err != nil {
				return nil, err
			}
			continue
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !errors.Is(err, context.DeadlineExceeded):
			return nil, err
		}
		w, err := n.tryToLead(ctx, r, life, p, taken)
		if w != nil || err != nil {
			return w, err
		}
	}
}

// take gives a record to the pipeline. Of what was taken back here nothing is followed.
func (n *Node) take(ctx context.Context, r *record.Record, p *pipeline, taken *taken) error {
	switch {
	case taken != nil && r.Rollback != nil && r.Rollback.LastBlock > taken.to:
		return disagreement(fmt.Errorf("the chain goes back to block %d, and here all blocks after %d were taken back", r.Rollback.LastBlock, taken.to))
	case taken != nil && r.Rollback != nil:
		return errLookAgain
	case taken != nil:
		if r.Term != nil {
			n.gate.setLeader(r.Term.URL)
		}
		return nil
	case r.Rollback != nil:
		if err := p.drain(); err != nil {
			return err
		}
		return n.applyRollback(ctx, r.Rollback)
	}
	return p.push(r)
}

// tryToLead begins a term when everything was read and nobody leads.
func (n *Node) tryToLead(ctx context.Context, r *stream.Reader, life *life, p *pipeline, taken *taken) (*stream.Writer, error) {
	end, err := r.AtEnd(ctx)
	if err != nil { // who cannot reach the stream does not know who leads
		life.seen()
		return nil, nil
	}
	if !end {
		return nil, nil
	}
	if err := p.drain(); err != nil {
		return nil, err
	}
	n.progress.end()
	own := n.cfg.Stream.URL == ""
	switch {
	case n.replica() || (n.cfg.Stream.Standby && r.Term() == 0):
		return nil, nil
	case !own && life.silence() < n.cfg.Stream.Lease:
		return nil, nil
	}
	if err := n.store.Flush(); err != nil {
		return nil, err
	}
	if err := n.askL1(ctx); err != nil {
		return nil, err
	}
	if n.waits.Load() != nil { // for the chain to go back
		return nil, nil
	}
	lastBlock, lastBatch := r.LastBlock(), r.LastBatch()
	if r.Term() == 0 { // an empty stream begins where this node's history does
		lastBlock, lastBatch = n.store.First(), n.store.FirstBatch()
	} else if lastBatch = max(lastBatch, n.store.FirstBatch()); lastBlock < n.store.First() {
		return nil, fmt.Errorf("the block stream ends with block %d, and this node has no blocks before block %d: begin a new stream, or use a data directory that has them", lastBlock, n.store.First()+1)
	}
	w, err := n.stream.Lead(ctx, r.Place(), r.Term()+1, &record.Term{Leader: n.leader, LastBlock: lastBlock, LastBatch: lastBatch, URL: n.publicURL()})
	if errors.Is(err, stream.ErrDeposed) {
		n.cfg.Log.Info("another sequencer was faster")
		life.seen()
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	n.cfg.Log.Info("this node leads", "term", w.Number(), "after block", lastBlock)
	if taken != nil {
		return w, n.publishTaken(ctx, w, taken)
	}
	return w, n.republish(ctx, w, lastBlock, lastBatch)
}

// republish appends what this node has and the stream does not: the stream is new, or lost its end.
func (n *Node) republish(ctx context.Context, w *stream.Writer, lastBlock, lastBatch uint64) error {
	sealed, err := n.lastSealed()
	if err != nil {
		return err
	}
	n.progress.begin()
	nextBatch := lastBatch + 1
	for number := lastBlock + 1; number <= n.store.Tip().Number; number++ {
		res, err := n.executeAgain(number)
		if err != nil {
			return fmt.Errorf("publish block %d: %w", number, err)
		}
		if err := w.Append(ctx, blockRecord(res)); err != nil {
			return err
		}
		n.progress.block(len(res.Block.Txs))
	}
	for ; nextBatch <= sealed.Number; nextBatch++ {
		b, err := n.store.BatchInfo(nextBatch)
		if err != nil {
			return err
		}
		if err := w.Append(ctx, record.Record{Batch: batch.Record(b)}); err != nil {
			return err
		}
	}
	if n.progress.blocks > 0 {
		n.progress.say("published blocks that the stream did not have")
	}
	n.progress.end()
	return nil
}

// executeAgain is what a block gave.
func (n *Node) executeAgain(number uint64) (*stf.BlockResult, error) {
	block, err1 := n.store.Block(number)
	before, err2 := n.store.ChainStateAt(number - 1)
	pre, err3 := n.store.StateAt(number - 1)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	return stf.ExecuteBlock(&n.store.Genesis().Config, before, pre, block)
}

func blockRecord(res *stf.BlockResult) record.Record {
	return record.Record{Block: &record.Block{Hash: res.Hash, State: record.StateHash(&res.Diff), Block: res.Block}}
}

// term is the term of this node, while it leads.
type term struct {
	ctx    context.Context
	writer *stream.Writer
}

// lead makes blocks, batches and L1 transactions until ctx ends (nil), another sequencer leads (stream.ErrDeposed), or a part fails.
func (n *Node) lead(ctx context.Context, w *stream.Writer) error {
	group, leading := errgroup.WithContext(ctx)
	n.term.Store(&term{leading, w})
	n.gate.open()
	defer n.gate.close()
	run := func(name string, f func(context.Context) error) {
		group.Go(func() error {
			if err := f(leading); err != nil && leading.Err() == nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		})
	}
	run("sequencer", n.sequencer.Run)
	run("batches", n.sealer.Run)
	run("settlement", n.settlement.Run)
	run("block stream", func(ctx context.Context) error { return w.Keep(ctx, n.cfg.Stream.Lease/5) })
	return group.Wait()
}

// publishBlock is sequencer.Parts.Publish.
func (n *Node) publishBlock(res *stf.BlockResult) error {
	t := n.term.Load()
	return t.writer.Append(t.ctx, blockRecord(res))
}

// publishBatch is batch.Config.Publish.
func (n *Node) publishBatch(ctx context.Context, b *store.SealedBatch) error {
	return n.term.Load().writer.Append(ctx, record.Record{Batch: batch.Record(b)})
}

// life is when the leader was last heard of.
type life struct{ at atomic.Pointer[time.Time] }

func (l *life) seen() {
	now := time.Now()
	l.at.Store(&now)
}

func (l *life) silence() time.Duration { return time.Since(*l.at.Load()) }

// watchLife listens to beats until stop. Silence counts from now.
func (n *Node) watchLife() (*life, func(), error) {
	beats, unlisten, err := n.stream.Listen()
	if err != nil {
		return nil, nil, err
	}
	l, done := &life{}, make(chan struct{})
	l.seen()
	go func() {
		for {
			select {
			case <-beats:
				l.seen()
			case <-done:
				return
			}
		}
	}()
	return l, func() { unlisten(); close(done) }, nil
}

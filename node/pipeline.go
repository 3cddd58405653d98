package node

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/core/types"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// pipeline applies the records of the block stream in order, each after computing it:
//
//	prepare   all processors   decode the transactions of blocks that come, recover senders
//	execute   one goroutine    execute and compare blocks, begin to write them
//	seal      one goroutine    compare batches whose blocks are durable, update the state tree
//
// The distances are bounded. What disagrees is not kept, and ends the pipeline; what was before it is kept, and a batch that disagrees may be found some blocks later.
type pipeline struct {
	n      *Node
	ctx    context.Context // ends with the first error
	group  *errgroup.Group
	room   *semaphore.Weighted // bytes of records between push and execution
	pieces chan piece
	jobs   chan *job
	seals  chan *sealing

	follow   *sequencer.Following
	unsealed unsealed      // of the goroutine that executes
	head     *types.Header // that the pool does not know yet, of the same goroutine
}

const (
	pipelineBytes   = 64 << 20
	pipelineRecords = 256
	pieceTxs        = 64 // transactions that are prepared in one go
	unsealedBatches = 2  // that wait to be sealed
	unsealedTxs     = 50_000
)

// job is a record on its way; with drained alone it only says that those before it are done.
type job struct {
	record   *record.Record
	bytes    int64
	prepared *stf.Prepared
	left     atomic.Int32  // pieces to prepare
	ready    chan struct{} // closed when none is left
	drained  chan struct{}
}

type piece struct {
	*job
	first, end int
}

type sealing struct {
	batch   *record.Batch
	results []*stf.BlockResult
	drained chan struct{}
}

func (n *Node) newPipeline(ctx context.Context) *pipeline {
	p := &pipeline{
		n: n, room: semaphore.NewWeighted(pipelineBytes), pieces: make(chan piece, pipelineRecords), jobs: make(chan *job, pipelineRecords), seals: make(chan *sealing, unsealedBatches),
		follow: sequencer.Follow(n.store),
	}
	p.group, p.ctx = errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		p.group.Go(p.prepare)
	}
	p.group.Go(func() error {
		defer close(p.seals)
		return p.execute()
	})
	p.group.Go(p.seal)
	return p
}

// errPipeline says that close has the reason.
var errPipeline = errors.New("the pipeline has ended")

// push takes the next record. It waits while there is no room.
func (p *pipeline) push(r *record.Record) error {
	j := &job{record: r, ready: make(chan struct{})}
	if b := r.Block; b != nil {
		for _, raw := range b.Block.Txs {
			j.bytes += int64(len(raw))
		}
		j.bytes = min(j.bytes, pipelineBytes)
		j.prepared = stf.Prepare(&p.n.store.Genesis().Config, b.Block)
		j.left.Store(int32((len(b.Block.Txs) + pieceTxs - 1) / pieceTxs))
	}
	if j.left.Load() == 0 {
		close(j.ready)
	}
	if p.room.Acquire(p.ctx, j.bytes) != nil {
		return errPipeline
	}
	if err := send(p.ctx, p.jobs, j); err != nil {
		return err
	}
	for first, txs := 0, j.txs(); first < txs; first += pieceTxs {
		if err := send(p.ctx, p.pieces, piece{j, first, min(first+pieceTxs, txs)}); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) txs() int {
	if j.prepared == nil {
		return 0
	}
	return len(j.prepared.Block.Txs)
}

func send[T any](ctx context.Context, to chan<- T, v T) error {
	select {
	case to <- v:
		return nil
	case <-ctx.Done():
		return errPipeline
	}
}

// drain waits until everything that was pushed is done.
func (p *pipeline) drain() error {
	j := &job{drained: make(chan struct{})}
	if err := send(p.ctx, p.jobs, j); err != nil {
		return err
	}
	select {
	case <-j.drained:
		return nil
	case <-p.ctx.Done():
		return errPipeline
	}
}

// close waits until everything that was pushed is done, or something has failed, and says why.
func (p *pipeline) close() error {
	close(p.jobs)
	close(p.pieces)
	return p.group.Wait()
}

func (p *pipeline) prepare() error {
	for piece := range p.pieces {
		piece.prepared.Do(piece.first, piece.end)
		if piece.left.Add(-1) == 0 {
			close(piece.ready)
		}
	}
	return nil
}

func (p *pipeline) execute() error {
	for j := range p.jobs {
		p.resetPool()
		if j.drained != nil {
			if err := send(p.ctx, p.seals, &sealing{drained: j.drained}); err != nil {
				return p.ctx.Err()
			}
			continue
		}
		select {
		case <-j.ready:
		case <-p.ctx.Done():
			return p.ctx.Err()
		}
		if err := p.apply(j); err != nil {
			return err
		}
		p.room.Release(j.bytes)
		p.resetPool()
	}
	return nil
}

func (p *pipeline) apply(j *job) error {
	n, r := p.n, j.record
	switch r.Kind() {
	case record.KindTerm:
		if here := n.store.Tip().Number; r.Term.LastBlock > here {
			return fmt.Errorf("the stream goes on after block %d, and this node ends with block %d: %w", r.Term.LastBlock, here, ErrGap)
		}
		n.gate.setLeader(r.Term.URL)
		n.cfg.Log.Info("a sequencer leads", "term", r.Number, "after", r.Term.LastBlock, "rpc", r.Term.URL)
		return nil
	case record.KindBlock:
		return p.block(j)
	default:
		if tip := n.store.Tip().Number; r.Batch.LastBlock > tip {
			return disagreement(fmt.Errorf("batch %d ends with block %d, the last block is %d: %w", r.Batch.Number, r.Batch.LastBlock, tip, store.ErrOrder))
		}
		if send(p.ctx, p.seals, &sealing{batch: r.Batch, results: p.unsealed.take(r.Batch)}) != nil {
			return p.ctx.Err()
		}
		return nil
	}
}

func (p *pipeline) block(j *job) error {
	n, b := p.n, j.record.Block
	if number := b.Block.Env.Number; number > 0 && number <= n.store.First() {
		return n.compareOld(b)
	}
	res, err := p.follow.Block(j.prepared, func(res *stf.BlockResult) error {
		if res.Hash != b.Hash {
			return disagreement(fmt.Errorf("block hash %v here, %v there (transactions, receipts or environment differ)", res.Hash, b.Hash))
		}
		if state := record.StateHash(&res.Diff); state != b.State {
			return disagreement(fmt.Errorf("state changes %v here, %v there", state, b.State))
		}
		return nil
	})
	switch {
	case errors.Is(err, stf.ErrInvalidBlock) || errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrOrder):
		return disagreement(err)
	case err != nil:
		return err
	case res == nil:
		return nil
	}
	p.unsealed.add(res)
	n.progress.block(len(res.Block.Txs))
	p.head = res.Header
	return nil
}

// resetPool moves the pool to the last block, unless more is to be done: a pool that is behind is harmless while this node follows.
func (p *pipeline) resetPool() {
	if p.head != nil && len(p.jobs) == 0 {
		p.n.pool.Reset(p.head)
		p.head = nil
	}
}

func (p *pipeline) seal() error {
	for s := range p.seals {
		if s.drained != nil {
			close(s.drained)
			continue
		}
		if err := p.n.store.Flush(); err != nil {
			return err
		}
		err := p.n.sealer.Follow(s.batch, s.results)
		if errors.Is(err, batch.ErrDisagreement) || errors.Is(err, store.ErrOrder) || errors.Is(err, stf.ErrInvalidBlock) {
			return disagreement(err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unsealed is what the blocks gave that are in no batch yet, as far as there is room: a batch whose blocks are not all here executes them again.
type unsealed struct {
	results []*stf.BlockResult // of blocks that follow one another
	txs     int
}

func (u *unsealed) add(res *stf.BlockResult) {
	if n := len(u.results); (n > 0 && u.results[n-1].Block.Env.Number+1 != res.Block.Env.Number) || u.txs+len(res.Block.Txs) > unsealedTxs {
		return
	}
	u.results = append(u.results, res)
	u.txs += len(res.Block.Txs)
}

// take removes the results of the batch's blocks; nil when one is missing.
func (u *unsealed) take(b *record.Batch) (out []*stf.BlockResult) {
	for len(u.results) > 0 && u.results[0].Block.Env.Number <= b.LastBlock {
		out = append(out, u.results[0])
		u.txs -= len(u.results[0].Block.Txs)
		u.results = u.results[1:]
	}
	if uint64(len(out)) != b.LastBlock-b.FirstBlock+1 || out[0].Block.Env.Number != b.FirstBlock {
		return nil
	}
	return out
}

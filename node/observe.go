package node

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// view is what is shown of a node to operators: where the numbers of ops.Status come from.
type view struct {
	cfg     *Config
	node    *Node
	metrics *ops.Metrics
	ledger  *ops.Ledger
	looked  atomic.Pointer[look]

	operators []operator

	mu    sync.Mutex
	waits map[string]wait // by part of settlement
}

// wait is why a part of settlement does not go on.
type wait struct {
	reason error
	since  time.Time
}

// look is what L1 last said to the watcher.
type look struct {
	prices watch.Prices
	final  l1.Ref
	cursor uint64
	at     time.Time
}

// operator is an account that pays on L1, with its roles, and its balance as of a time.
type operator struct {
	roles, stages []string
	address       common.Address
	balance       *atomic.Pointer[balance]
}

type balance struct {
	wei *big.Int
	at  time.Time
}

func newView(cfg *Config, n *Node) (*view, error) {
	ledger, err := ops.OpenLedger(local.Costs(n.store), time.Now)
	if err != nil {
		return nil, err
	}
	v := &view{cfg: cfg, node: n, metrics: cfg.metrics, ledger: ledger, waits: make(map[string]wait)}
	k := &cfg.Keys
	if n.replica() {
		return v, nil
	}
	for _, r := range []struct {
		role, stage string
		address     common.Address
	}{
		{"committer", "commit", crypto.PubkeyToAddress(k.Commit.PublicKey)},
		{"prover", "prove", crypto.PubkeyToAddress(k.Prove.PublicKey)},
		{"executor", "execute", crypto.PubkeyToAddress(k.Execute.PublicKey)},
	} {
		i := slices.IndexFunc(v.operators, func(o operator) bool { return o.address == r.address })
		if i < 0 {
			i, v.operators = len(v.operators), append(v.operators, operator{address: r.address, balance: new(atomic.Pointer[balance])})
		}
		v.operators[i].roles, v.operators[i].stages = append(v.operators[i].roles, r.role), append(v.operators[i].stages, r.stage)
	}
	return v, nil
}

// serve opens the endpoint for operators.
func (v *view) serve() (*ops.Server, error) {
	server, err := ops.New(v.cfg.Ops, v.metrics, v.fill)
	if err != nil {
		return nil, err
	}
	server.AddCheck("disk", v.diskWritable)
	if v.cfg.L1 != nil {
		server.AddCheck("l1", v.l1Answers)
	}
	if v.node.follows() {
		server.AddCheck("origin", v.node.nearOrigin)
	}
	return server, nil
}

// Polled implements watch.Observer.
func (v *view) Polled(p watch.Prices, final l1.Ref, cursor uint64) {
	v.looked.Store(&look{p, final, cursor, time.Now()})
}

// Reorganised implements watch.Observer.
func (v *view) Reorganised(depth uint64) { v.metrics.L1Watcher.Reorganised(depth) }

// Waits implements watch.Observer and txmgr.Observer.
func (v *view) Waits(part string, err error) { v.metrics.L1Sender.Waits(part, err) }

// sending is txmgr.Observer: counters, and the durable costs.
type sending struct {
	*view
	txmgr.Observer
}

// Mined implements txmgr.Observer.
func (s sending) Mined(key string, r *types.Receipt) error {
	if err := s.ledger.Mined(key, r); err != nil {
		return err
	}
	return s.Observer.Mined(key, r)
}

// Waits implements txmgr.Observer.
func (s sending) Waits(part string, err error) { s.view.Waits(part, err) }

// settlementWaits is settlement.Config.OnWait. Parts are the stages, and the accounts whose transactions wait.
func (v *view) settlementWaits(part string, reason error) {
	for _, o := range v.operators {
		if part == o.address.Hex() {
			part = o.roles[0]
		}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	before, waited := v.waits[part]
	switch {
	case reason == nil:
		delete(v.waits, part)
	case waited:
		v.waits[part] = wait{reason, before.since}
	default:
		v.waits[part] = wait{reason, time.Now()}
	}
	if reason != nil {
		v.Waits(part, reason)
	}
}

func (v *view) fillWaits(s *ops.Status) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, part := range ops.SettlementParts {
		if w, ok := v.waits[part]; ok {
			s.Waits = append(s.Waits, ops.Wait{Part: part, Reason: w.reason.Error(), AgeSeconds: time.Since(w.since).Seconds()})
		}
	}
}

// watchBalances asks L1 for the operators' balances from time to time.
func (v *view) watchBalances(ctx context.Context) error {
	ticker := time.NewTicker(min(max(20*v.cfg.L1Poll, 2*time.Second), time.Minute))
	defer ticker.Stop()
	for {
		for _, o := range v.operators {
			wei, err := v.cfg.L1.BalanceAt(ctx, o.address, nil)
			switch {
			case ctx.Err() != nil:
				return nil
			case err != nil:
				v.Waits("balance", err)
			default:
				o.balance.Store(&balance{wei, time.Now()})
			}
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}

const leastFreeBytes = 64 << 20 // below, the next block may not fit

func (v *view) diskWritable(context.Context) error {
	probe := filepath.Join(v.cfg.DataDir, ".writable")
	if err := errors.Join(os.WriteFile(probe, []byte("a check of readiness writes this file\n"), 0o644), os.Remove(probe)); err != nil {
		return err
	}
	if usage, err := vfs.Default.GetDiskUsage(v.cfg.DataDir); err != nil || usage.AvailBytes < leastFreeBytes {
		return errors.Join(fmt.Errorf("%d bytes are free, %d are needed", usage.AvailBytes, uint64(leastFreeBytes)), err)
	}
	return nil
}

// l1Answers: a watcher that has not heard of L1 for many polls cannot see deposits.
func (v *view) l1Answers(context.Context) error {
	at, limit := v.looked.Load(), max(30*time.Second, 10*v.cfg.L1Poll)
	switch {
	case at == nil:
		return errors.New("L1 has not been read yet")
	case time.Since(at.at) > limit:
		return fmt.Errorf("L1 has not answered for %v", time.Since(at.at).Round(time.Second))
	}
	return nil
}

// fill is what ops.Server asks for. What cannot be read stays as it is: the status is most wanted when something is broken.
func (v *view) fill(s *ops.Status) {
	v.fillChain(&s.Chain)
	s.Origin = v.node.behind()
	s.Pool.Pending, s.Pool.Queued = v.node.pool.Status()
	v.fillBatches(&s.Batches)
	v.fillL1(&s.L1, &s.Chain)
	v.fillWaits(s)
	v.fillCosts(&s.Costs, s.Batches.Executed.Last)
	if p, err := ops.ReadProofs(v.cfg.DataDir); p != nil {
		s.ProofsMade = *p
		if err != nil {
			v.cfg.Log.Debug("records of proofs", "err", err)
		}
	}
	s.Disk.UsedBytes = v.node.store.DB().Metrics().DiskSpaceUsage()
	if usage, err := vfs.Default.GetDiskUsage(v.cfg.DataDir); err == nil {
		s.Disk.FreeBytes = usage.AvailBytes
	}
}

const (
	rateWindow = 60   // seconds over which rates are measured
	rateBlocks = 1000 // at most so many blocks are read for it
)

func (v *view) fillChain(c *ops.Chain) {
	head := v.node.store.Head()
	c.ID, c.Block, c.Hash, c.Txs, c.PriorityOps = v.cfg.Genesis.Chain.ChainID, head.Number, head.Hash, head.Txs, head.PriorityOps
	c.AgeSeconds = sinceUnix(head.Timestamp)
	now, gas, first := uint64(time.Now().Unix()), uint64(0), head
	for n := head.Number; n > 0 && head.Number-n < rateBlocks; n-- {
		ref, err := v.node.store.Ref(n)
		if err != nil || ref.Timestamp+rateWindow < now {
			break
		}
		header, err := v.node.store.Header(n)
		if err != nil {
			break
		}
		gas += header.GasUsed
		if first, err = v.node.store.Ref(n - 1); err != nil {
			break
		}
	}
	c.Window = rateWindow
	if head.Number-first.Number >= rateBlocks {
		c.Window = max(1, float64(now-first.Timestamp))
	}
	c.TxsPerSecond, c.GasPerSecond = float64(head.Txs-first.Txs)/c.Window, float64(gas)/c.Window
}

// sinceUnix is the seconds since a Unix time, 0 for one in the future.
func sinceUnix(seconds uint64) float64 {
	return max(0, time.Since(time.Unix(int64(seconds), 0)).Seconds())
}

func (v *view) fillBatches(b *ops.Batches) {
	s := v.node.store
	progress, err := s.L1Progress()
	if err != nil {
		return
	}
	head := s.Head().Number
	b.Sealed = ops.Stage{AgeSeconds: -1}
	lastBlock := uint64(0)
	if last, err := s.LastBatch(); err == nil {
		b.Sealed.Last, b.Sealed.AgeSeconds, lastBlock = last.Number, sinceUnix(last.SealedAt), last.LastBlock
	}
	if head > lastBlock {
		b.Unsealed.Count = head - lastBlock
		if ref, err := s.Ref(lastBlock + 1); err == nil {
			b.Unsealed.AgeSeconds = sinceUnix(ref.Timestamp)
		}
	}
	sealedAt := func(n uint64) uint64 {
		info, err := s.BatchInfo(n)
		if err != nil {
			return 0
		}
		return info.SealedAt
	}
	step := func(of func(*store.BatchL1Status) *store.L1Step) func(uint64) uint64 {
		return func(n uint64) uint64 {
			status, err := s.BatchL1Status(n)
			if err != nil {
				return 0
			}
			return of(&status).Time
		}
	}
	commit := step(func(b *store.BatchL1Status) *store.L1Step { return &b.Commit })
	prove := step(func(b *store.BatchL1Status) *store.L1Step { return &b.Prove })
	execute := step(func(b *store.BatchL1Status) *store.L1Step { return &b.Execute })
	b.Committed = stageStatus(progress.Committed, b.Sealed.Last, commit, sealedAt)
	b.Proven = stageStatus(progress.Proven, progress.Committed, prove, commit)
	b.Executed = stageStatus(progress.Executed, progress.Proven, execute, prove)
}

// stageStatus is a stage that has done batches up to done, of those up to before; at and ready give the times of having done it, and of having been ready for it.
func stageStatus(done, before uint64, at, ready func(batch uint64) uint64) ops.Stage {
	st := ops.Stage{Last: done, AgeSeconds: -1, Waiting: ops.Waiting{Count: before - min(before, done)}}
	if t := at(done); done > 0 && t > 0 {
		st.AgeSeconds = sinceUnix(t)
	}
	if st.Waiting.Count > 0 {
		st.Waiting.AgeSeconds = -1
		if t := ready(done + 1); t > 0 {
			st.Waiting.AgeSeconds = sinceUnix(t)
		}
	}
	return st
}

func (v *view) fillL1(s *ops.L1, chain *ops.Chain) {
	s.ChainID, s.LookedAge = v.cfg.Genesis.L1ChainID, -1
	if at := v.looked.Load(); at != nil {
		s.Head, s.Final, s.Read, s.LookedAge = at.prices.L1Block, at.final.Number, at.cursor, time.Since(at.at).Seconds()
		s.LagBlocks = s.Final - min(s.Final, s.Read)
		s.BaseFeeWei, s.BlobBaseFeeWei = at.prices.BaseFeeWei.Uint64(), at.prices.BlobBaseFeeWei.Uint64()
	}
	if v.node.watcher == nil {
		return
	}
	if count, err := v.node.watcher.Count(); err == nil {
		s.WaitingPriorityOps = count - min(count, chain.PriorityOps)
	}
}

func (v *view) fillCosts(c *ops.Costs, executed uint64) {
	c.Stages, c.TotalWei = v.ledger.Stages(), new(big.Int)
	for _, st := range c.Stages {
		c.TotalWei.Add(c.TotalWei, st.FeeWei)
		c.TotalWei.Add(c.TotalWei, st.BlobFeeWei)
	}
	c.PerBatchWei, c.PerTransaction = new(big.Int), new(big.Int)
	if b, err := v.node.store.BatchInfo(executed); err == nil && executed > 0 {
		c.PerBatchWei.Div(c.TotalWei, new(big.Int).SetUint64(executed))
		if ref, err := v.node.store.Ref(b.LastBlock); err == nil && ref.Txs > 0 {
			c.PerTransaction.Div(c.TotalWei, new(big.Int).SetUint64(ref.Txs))
		}
	}
	for _, o := range v.operators {
		spent, rate := v.ledger.Spent(o.stages)
		out := ops.Operator{Roles: o.roles, Address: o.address, SpentWei: spent, AgeSeconds: -1, LastsForSec: -1}
		if b := o.balance.Load(); b != nil {
			out.BalanceWei, out.AgeSeconds = b.wei, time.Since(b.at).Seconds()
			if rate > 0 {
				wei, _ := new(big.Float).SetInt(b.wei).Float64()
				out.LastsForSec = wei / rate
			}
		}
		c.Operators = append(c.Operators, out)
	}
}

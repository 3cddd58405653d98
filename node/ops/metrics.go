package ops

import (
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	gethpool "github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/txpool/legacypool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Metrics are what the stages tell their observers, counted since the process started. Its parts are the observers.
type Metrics struct {
	Registry *prometheus.Registry

	Pool      poolMetrics
	Blocks    blockMetrics
	Batches   batchMetrics
	L1Sender  senderMetrics
	L1Watcher watcherMetrics
	RPC       rpcMetrics
}

// Buckets in seconds: of what takes microseconds to a second, and of what takes up to an hour.
var (
	quick = []float64{.0001, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}
	slow  = []float64{.05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600}
)

// NewMetrics registers everything. Series whose labels are known beforehand begin at zero.
func NewMetrics(version string) *Metrics {
	m := &Metrics{Registry: prometheus.NewRegistry()}
	m.Registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	info := prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "ashlar_build_info", Help: "1, with the version as label."}, []string{"version"})
	info.WithLabelValues(version).Set(1)
	m.Registry.MustRegister(info)
	r := registry{m.Registry}
	m.Pool = poolMetrics{
		admitted: r.counter("ashlar_pool_admitted_total", "Transactions that the pool has admitted."),
		refused:  r.counters("ashlar_pool_refused_total", "Transactions that were refused, by reason: by the pool, or by block building after admission (unincludable).", "reason", refusalNames()...),
	}
	m.Blocks = blockMetrics{
		blocks:  r.counter("ashlar_blocks_total", "Blocks made."),
		txs:     r.counter("ashlar_block_transactions_total", "Transactions in blocks."),
		gas:     r.counter("ashlar_block_gas_total", "Gas used by blocks, pubdata included."),
		pubdata: r.counter("ashlar_block_pubdata_bytes_total", "Bytes that blocks publish on L1, before batches merge repeated changes."),
		phases:  r.histograms("ashlar_block_phase_seconds", "Time of making a block by phase.", quick, "phase", "gather", "execute", "append", "reset"),
		durable: r.histogram("ashlar_block_durable_seconds", "Time until an applied block is on disk.", quick),
	}
	m.Batches = batchMetrics{
		sealed:  r.counter("ashlar_batches_sealed_total", "Batches sealed."),
		cycles:  r.counter("ashlar_batch_guest_cycles_total", "Cycles of the guest over all sealed batches."),
		pubdata: r.counter("ashlar_batch_pubdata_bytes_total", "Bytes of pubdata in sealed batches."),
		witness: r.histogram("ashlar_batch_witness_seconds", "Time of executing a batch's blocks again and cutting the witness.", slow),
		guest:   r.histogram("ashlar_batch_guest_seconds", "Time of running the guest on a batch.", slow),
		store:   r.histogram("ashlar_batch_store_seconds", "Time of storing a batch and bringing the state tree to it.", slow),
		bytes:   r.histogram("ashlar_batch_witness_bytes", "Size of an encoded witness.", prometheus.ExponentialBuckets(16<<10, 4, 8)),
	}
	m.L1Sender = senderMetrics{
		sent:     r.counters("ashlar_l1_transactions_sent_total", "Transactions that L1's node has taken, repetitions included.", "stage", stageNames...),
		bumped:   r.counters("ashlar_l1_transactions_bumped_total", "Of those, with higher fees than before.", "stage", stageNames...),
		mined:    r.counters("ashlar_l1_transactions_mined_total", "Transactions seen in an L1 block.", "stage", stageNames...),
		reverted: r.counters("ashlar_l1_transactions_reverted_total", "Of those, without effect.", "stage", stageNames...),
		undone:   r.counters("ashlar_l1_transactions_undone_total", "Mined transactions that an L1 reorganisation undid.", "stage", stageNames...),
		waits:    r.counters("ashlar_l1_errors_total", "Calls of L1 that failed and are tried again, by who made them.", "part", append([]string{"watch", "send", "balance"}, SettlementParts...)...),
	}
	m.L1Watcher = watcherMetrics{
		waits:  m.L1Sender.waits,
		reorgs: r.counter("ashlar_l1_reorgs_total", "Reorganisations of L1 below a block that had been read."),
		depth:  r.counter("ashlar_l1_reorg_blocks_total", "L1 blocks that were read and undone."),
	}
	m.RPC = rpcMetrics{
		calls:       r.counters("ashlar_rpc_calls_total", "JSON-RPC calls by method and outcome (ok, error).", "method,outcome"),
		seconds:     r.histograms("ashlar_rpc_call_seconds", "Time of a JSON-RPC call by method.", quick, "method"),
		refused:     r.counters("ashlar_rpc_refused_total", "Requests and connections refused, by limit.", "limit", "busy", "rate", "body", "sockets"),
		connections: r.gauges("ashlar_rpc_connections", "Open connections by kind.", "kind", "http", "websocket"),
	}
	return m
}

type poolMetrics struct {
	admitted prometheus.Counter
	refused  *prometheus.CounterVec
}

// refusals sort the pool's errors. What none of them is, is "other".
var refusals = []struct {
	name string
	err  error
}{
	{"known", gethpool.ErrAlreadyKnown}, {"underpriced", gethpool.ErrUnderpriced}, {"underpriced", gethpool.ErrReplaceUnderpriced}, {"underpriced", gethpool.ErrTxGasPriceTooLow},
	{"pool_full", gethpool.ErrAccountLimitExceeded}, {"pool_full", legacypool.ErrTxPoolOverflow}, {"nonce", core.ErrNonceTooLow}, {"nonce", core.ErrNonceTooHigh},
	{"nonce", core.ErrNonceMax}, {"funds", core.ErrInsufficientFunds}, {"gas", core.ErrIntrinsicGas}, {"gas", core.ErrFloorDataGas}, {"gas", gethpool.ErrGasLimit},
	{"gas", core.ErrGasLimitTooHigh}, {"size", gethpool.ErrOversizedData}, {"size", stf.ErrMaxInitCodeSize}, {"signature", gethpool.ErrInvalidSender},
	{"signature", types.ErrInvalidChainId}, {"signature", types.ErrInvalidSig}, {"signature", txpool.ErrUnprotected}, {"type", core.ErrTxTypeNotSupported}, {"type", stf.ErrBlobTx},
	{"fees", core.ErrTipAboveFeeCap}, {"fees", core.ErrFeeCapTooLow}, {"fees", core.ErrFeeCapVeryHigh}, {"fees", core.ErrTipVeryHigh},
}

const (
	otherRefusal = "other"
	unincludable = "unincludable"
)

func refusalNames() []string {
	seen := map[string]bool{otherRefusal: true, unincludable: true}
	for _, r := range refusals {
		seen[r.name] = true
	}
	var names []string
	for name := range seen {
		names = append(names, name)
	}
	return names
}

func refusal(err error) string {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return r.name
		}
	}
	return otherRefusal
}

// Added implements txpool.Observer.
func (m poolMetrics) Added(errs []error) {
	for _, err := range errs {
		if err == nil {
			m.admitted.Inc()
		} else {
			m.refused.WithLabelValues(refusal(err)).Inc()
		}
	}
}

// Refused implements txpool.Observer.
func (m poolMetrics) Refused(common.Hash, error) { m.refused.WithLabelValues(unincludable).Inc() }

type blockMetrics struct {
	blocks, txs, gas, pubdata prometheus.Counter
	phases                    *prometheus.HistogramVec
	durable                   prometheus.Histogram
}

// Block implements sequencer.Observer.
func (m blockMetrics) Block(b *stf.BlockResult, p sequencer.Phases) {
	m.blocks.Inc()
	m.txs.Add(float64(len(b.Block.Txs)))
	m.gas.Add(float64(b.Header.GasUsed))
	m.pubdata.Add(float64(b.PubdataBytes))
	for name, d := range map[string]time.Duration{"gather": p.Gather, "execute": p.Execute, "append": p.Append, "reset": p.Reset} {
		m.phases.WithLabelValues(name).Observe(d.Seconds())
	}
}

// Durable is a store.Config.OnDurable.
func (m blockMetrics) Durable(_ uint64, took time.Duration) { m.durable.Observe(took.Seconds()) }

type batchMetrics struct {
	sealed, cycles, pubdata      prometheus.Counter
	witness, guest, store, bytes prometheus.Histogram
}

// Sealed implements batch.Observer.
func (m batchMetrics) Sealed(b *store.SealedBatch, p batch.Phases) {
	m.sealed.Inc()
	m.cycles.Add(float64(b.GuestCycles))
	m.pubdata.Add(float64(len(b.Pubdata)))
	m.witness.Observe(p.Witness.Seconds())
	m.guest.Observe(p.Guest.Seconds())
	m.store.Observe(p.Store.Seconds())
	m.bytes.Observe(float64(p.Bytes))
}

type senderMetrics struct {
	sent, bumped, mined, reverted, undone, waits *prometheus.CounterVec
}

// Sent implements txmgr.Observer.
func (m senderMetrics) Sent(key string, _ common.Hash, attempt int) {
	m.sent.WithLabelValues(stageOf(key)).Inc()
	if attempt > 1 {
		m.bumped.WithLabelValues(stageOf(key)).Inc()
	}
}

// Mined implements txmgr.Observer.
func (m senderMetrics) Mined(key string, r *types.Receipt) error {
	m.mined.WithLabelValues(stageOf(key)).Inc()
	if r.Status != types.ReceiptStatusSuccessful {
		m.reverted.WithLabelValues(stageOf(key)).Inc()
	}
	return nil
}

// Undone implements txmgr.Observer.
func (m senderMetrics) Undone(key string) { m.undone.WithLabelValues(stageOf(key)).Inc() }

// Waits implements txmgr.Observer.
func (m senderMetrics) Waits(part string, _ error) { m.waits.WithLabelValues(part).Inc() }

type watcherMetrics struct {
	waits         *prometheus.CounterVec
	reorgs, depth prometheus.Counter
}

// Polled implements watch.Observer; what it says is in Status.
func (m watcherMetrics) Polled(watch.Prices, l1.Ref, uint64) {}

// Reorganised implements watch.Observer.
func (m watcherMetrics) Reorganised(depth uint64) {
	m.reorgs.Inc()
	m.depth.Add(float64(depth))
}

// Waits implements watch.Observer.
func (m watcherMetrics) Waits(part string, _ error) { m.waits.WithLabelValues(part).Inc() }

type rpcMetrics struct {
	calls       *prometheus.CounterVec
	seconds     *prometheus.HistogramVec
	refused     *prometheus.CounterVec
	connections *prometheus.GaugeVec
}

// Call implements rpc.Observer.
func (m rpcMetrics) Call(method string, failed bool, took time.Duration) {
	outcome := "ok"
	if failed {
		outcome = "error"
	}
	m.calls.WithLabelValues(method, outcome).Inc()
	m.seconds.WithLabelValues(method).Observe(took.Seconds())
}

// Refused implements rpc.Observer.
func (m rpcMetrics) Refused(limit string) { m.refused.WithLabelValues(limit).Inc() }

// Connections implements rpc.Observer.
func (m rpcMetrics) Connections(kind string, change int) {
	m.connections.WithLabelValues(kind).Add(float64(change))
}

package batch

import (
	"fmt"
	"time"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Limits says when a batch is full. Every limit is inclusive.
type Limits struct {
	PubdataBytes uint64        // capacity of the chain's data availability
	Cycles       uint64        // of the guest, as estimated
	Gas          uint64        // of execution: whatever it was spent on, the guest gets through it
	Txs          int           // transactions, priority operations included
	Logs         int           // L2→L1 logs
	PriorityOps  int           // priority operations, of which each takes L1 gas when the batch is executed there
	Blocks       int           // blocks
	Age          time.Duration // from the timestamp of the first block
}

// MaxPriorityOps bounds the priority operations of a batch. Executing a batch on L1 clears one storage slot for each, which is 5,000 gas and some more, and one transaction has 2^24 gas there
// (EIP-7825): a batch with more operations than fit could never be executed.
const MaxPriorityOps = 1500

// DefaultLimits are those of a chain that posts under scheme.
func DefaultLimits(scheme rollup.DAScheme) Limits {
	return Limits{
		PubdataBytes: scheme.Capacity(), Cycles: 4_000_000_000, Gas: 100_000_000, Txs: 10_000, Logs: rollup.MaxBatchLogs, PriorityOps: MaxPriorityOps, Blocks: 10_000, Age: time.Minute,
	}
}

// Check says what is wrong with the limits.
func (l *Limits) Check() error {
	if l.PubdataBytes == 0 || l.Cycles == 0 || l.Gas == 0 || l.Txs < 1 || l.Txs > rollup.MaxBatchTxs || l.Logs < 1 || l.Logs > rollup.MaxBatchLogs || l.PriorityOps < 1 || l.PriorityOps > MaxPriorityOps || l.Blocks < 1 || l.Age <= 0 {
		return fmt.Errorf("batch limits: every limit must be positive, transactions at most %d, logs at most %d and priority operations at most %d: %+v",
			rollup.MaxBatchTxs, rollup.MaxBatchLogs, MaxPriorityOps, *l)
	}
	return nil
}

// Load is what one block, or several, adds to a batch. Pubdata of blocks adds up to at least the pubdata of the batch: changes of one value in two blocks count twice.
type Load struct {
	PubdataBytes uint64
	Cycles       uint64 // an estimate; see CycleModel
	Gas          uint64 // of execution
	Txs, Logs    int
	PriorityOps  int
	Upgrade      bool // an upgrade transaction has to be the first of its batch
}

func (l *Load) add(o Load) {
	l.PubdataBytes += o.PubdataBytes
	l.Cycles += o.Cycles
	l.Gas += o.Gas
	l.Txs += o.Txs
	l.Logs += o.Logs
	l.PriorityOps += o.PriorityOps
}

func (l *Load) exceeds(limits *Limits) string {
	switch {
	case l.PubdataBytes+fixedPubdata > limits.PubdataBytes:
		return "pubdata"
	case l.Cycles > limits.Cycles:
		return "cycles"
	case l.Gas > limits.Gas:
		return "gas"
	case l.Txs > limits.Txs:
		return "transactions"
	case l.Logs > limits.Logs:
		return "logs"
	case l.PriorityOps > limits.PriorityOps:
		return "priority operations"
	default:
		return ""
	}
}

// fixedPubdata bounds what a batch publishes besides state, logs and messages: its header and counts.
const fixedPubdata = 128

// Cut returns how many of the waiting blocks the next batch takes and why it ends there. It takes 0 when the batch can still grow. age is how long ago the first of
// them was made. A single block that exceeds a limit makes a batch of its own; whether that fits the data availability is found when it is sealed.
func Cut(waiting []Load, age time.Duration, limits *Limits) (blocks int, reason string) {
	var total Load
	for i := range waiting {
		if waiting[i].Upgrade && i > 0 {
			return i, "upgrade"
		}
		total.add(waiting[i])
		if why := total.exceeds(limits); why != "" {
			return max(i, 1), why
		}
		if i+1 == limits.Blocks {
			return i + 1, "blocks"
		}
	}
	if len(waiting) > 0 && age >= limits.Age {
		return len(waiting), "age"
	}
	return 0, ""
}

// CycleModel estimates the guest's cycles before it has run, from gas and transactions, and corrects itself by what runs measured.
type CycleModel struct {
	perTx, perGas float64
}

// NewCycleModel starts from a cautious guess.
func NewCycleModel() CycleModel { return CycleModel{perTx: 2_500_000, perGas: 60} }

// Estimate is the expected number of cycles of a block.
func (m *CycleModel) Estimate(txs int, gas uint64) uint64 {
	return uint64(m.perTx*float64(txs) + m.perGas*float64(gas))
}

// Observe moves the model towards a measured run: both coefficients by the same factor, a quarter of the way, at most by 2 at a time.
func (m *CycleModel) Observe(estimated, measured uint64) {
	if estimated == 0 || measured == 0 {
		return
	}
	ratio := min(max(float64(measured)/float64(estimated), 0.5), 2)
	f := 1 + (ratio-1)/4
	m.perTx *= f
	m.perGas *= f
}

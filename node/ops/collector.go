package ops

import (
	"math/big"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ashlar-labs/ashlar/zkvm/prove"
)

// collector gives Prometheus what Status says, when it asks.
type collector struct {
	status func() *Status
	series []series
}

// series is one metric made from a Status: emit gets a value and the values of its labels.
type series struct {
	desc *prometheus.Desc
	kind prometheus.ValueType
	read func(s *Status, emit func(value float64, labels ...string))
}

func newCollector(status func() *Status) *collector {
	c := &collector{status: status}
	gauge := func(name, help string, read func(s *Status) float64) {
		c.add(name, help, prometheus.GaugeValue, nil, func(s *Status, emit func(float64, ...string)) { emit(read(s)) })
	}
	gauge("ashlar_node_running", "1 while the node works, 0 when it starts, stops or is halted.", func(s *Status) float64 { return flag(s.State == StateRunning) })
	gauge("ashlar_node_halted", "1 when a part of the node has failed for good.", func(s *Status) float64 { return flag(s.State == StateHalted) })
	gauge("ashlar_chain_block", "Number of the last durable block.", func(s *Status) float64 { return float64(s.Chain.Block) })
	gauge("ashlar_chain_block_age_seconds", "Age of the last durable block.", func(s *Status) float64 { return s.Chain.AgeSeconds })
	gauge("ashlar_chain_transactions", "Transactions since the genesis.", func(s *Status) float64 { return float64(s.Chain.Txs) })
	gauge("ashlar_origin_lag_blocks", "Blocks of the origin that a node that follows lacks; 0 while it leads.", func(s *Status) float64 { return float64(s.origin().LagBlocks) })
	gauge("ashlar_origin_lag_seconds", "Since the first of them was seen, or since the origin last answered when it is silent; 0 when none lacks.", func(s *Status) float64 { return s.origin().LagSeconds })
	gauge("ashlar_blocks_unsealed", "Blocks that are in no batch.", func(s *Status) float64 { return float64(s.Batches.Unsealed.Count) })
	gauge("ashlar_blocks_unsealed_seconds", "Age of the first of them; 0 when there is none.", func(s *Status) float64 { return s.Batches.Unsealed.seconds() })
	gauge("ashlar_l1_head_block", "L1's newest block.", func(s *Status) float64 { return float64(s.L1.Head) })
	gauge("ashlar_l1_final_block", "L1's newest block that counts as final.", func(s *Status) float64 { return float64(s.L1.Final) })
	gauge("ashlar_l1_read_block", "L1 was read up to this block.", func(s *Status) float64 { return float64(s.L1.Read) })
	gauge("ashlar_l1_lag_blocks", "Final L1 blocks that were not read.", func(s *Status) float64 { return float64(s.L1.LagBlocks) })
	gauge("ashlar_l1_answer_age_seconds", "Since L1 last answered; -1 before the first time.", func(s *Status) float64 { return s.L1.LookedAge })
	gauge("ashlar_l1_base_fee_wei", "L1's price of gas.", func(s *Status) float64 { return float64(s.L1.BaseFeeWei) })
	gauge("ashlar_l1_blob_base_fee_wei", "L1's price of blob gas.", func(s *Status) float64 { return float64(s.L1.BlobBaseFeeWei) })
	gauge("ashlar_l1_priority_operations_waiting", "Priority operations that are final on L1 and in no block.", func(s *Status) float64 { return float64(s.L1.WaitingPriorityOps) })
	gauge("ashlar_store_size_bytes", "Size of the database on disk.", func(s *Status) float64 { return float64(s.Disk.UsedBytes) })
	gauge("ashlar_disk_free_bytes", "Free space of the file system that holds the data directory.", func(s *Status) float64 { return float64(s.Disk.FreeBytes) })
	gauge("ashlar_proofs_verified", "1 when L1 verifies a validity proof of every batch; 0 while batches are UNPROVEN.", func(s *Status) float64 { return flag(s.Proofs != Unproven) })
	gauge("ashlar_proofs_made", "Batches that were proven with this data directory (ashlar prove-batch). L1 does not look at these proofs.", func(s *Status) float64 { return float64(s.ProofsMade.Made) })
	gauge("ashlar_proof_last", "The newest batch of these; 0 when there is none. What follows is about its proof.", func(s *Status) float64 { return float64(s.ProofsMade.last().Batch) })
	gauge("ashlar_proof_bytes", "Size of the proof.", func(s *Status) float64 { return float64(s.ProofsMade.last().Bytes) })
	gauge("ashlar_proof_cycles", "Cycles of the run that it proves.", func(s *Status) float64 { return float64(s.ProofsMade.last().Cycles) })
	gauge("ashlar_proof_verify_seconds", "Time of verifying it.", func(s *Status) float64 { return s.ProofsMade.last().VerifySeconds })
	c.labelled()
	return c
}

// labelled are the series with labels.
func (c *collector) labelled() {
	c.add("ashlar_pool_transactions", "Transactions in the pool, executable (pending) and waiting for another one (queued).", prometheus.GaugeValue, []string{"state"},
		func(s *Status, emit func(float64, ...string)) {
			emit(float64(s.Pool.Pending), "pending")
			emit(float64(s.Pool.Queued), "queued")
		})
	stages := func(name, help string, read func(*Stage) float64) {
		c.add(name, help, prometheus.GaugeValue, []string{"stage"}, func(s *Status, emit func(float64, ...string)) {
			emit(read(&s.Batches.Sealed), "seal")
			emit(read(&s.Batches.Committed), "commit")
			emit(read(&s.Batches.Proven), "prove")
			emit(read(&s.Batches.Executed), "execute")
		})
	}
	stages("ashlar_batch_last", "Number of the last batch that has done a stage.", func(s *Stage) float64 { return float64(s.Last) })
	stages("ashlar_batch_age_seconds", "Since a batch last did a stage; -1 before the first.", func(s *Stage) float64 { return s.AgeSeconds })
	stages("ashlar_batch_waiting", "Batches that have done the stage before and not this one.", func(s *Stage) float64 { return float64(s.Waiting.Count) })
	stages("ashlar_batch_waiting_seconds", "How long the first of them has waited; 0 when there is none.", func(s *Stage) float64 { return s.Waiting.seconds() })
	times := func(name, help, label string, names []string, read func(*ProofRecord) map[string]float64) {
		c.add(name, help, prometheus.GaugeValue, []string{label}, func(s *Status, emit func(float64, ...string)) {
			for _, n := range names {
				emit(read(s.ProofsMade.last())[n], n)
			}
		})
	}
	times("ashlar_proof_phase_seconds", "Time of making the proof, by phase of the run.", "phase", prove.PhaseNames, func(r *ProofRecord) map[string]float64 { return r.PhaseSeconds })
	times("ashlar_proof_stage_seconds", "The same by stage of the prover, over all phases; trace is recording the run and filling its tables.", "stage", prove.StageNames, func(r *ProofRecord) map[string]float64 { return r.StageSeconds })
	costs := func(name, help string, read func(*StageCost) float64) {
		c.add(name, help, prometheus.CounterValue, []string{"stage"}, func(s *Status, emit func(float64, ...string)) {
			for i := range s.Costs.Stages {
				emit(read(&s.Costs.Stages[i]), s.Costs.Stages[i].Stage)
			}
		})
	}
	costs("ashlar_l1_gas_total", "L1 gas used by stage, since the data directory was made.", func(s *StageCost) float64 { return float64(s.Gas) })
	costs("ashlar_l1_blob_gas_total", "L1 blob gas used by stage, since the data directory was made.", func(s *StageCost) float64 { return float64(s.BlobGas) })
	costs("ashlar_l1_fees_wei_total", "Fees for L1 gas by stage, since the data directory was made.", func(s *StageCost) float64 { return float(s.FeeWei) })
	costs("ashlar_l1_blob_fees_wei_total", "Fees for blobs by stage, since the data directory was made.", func(s *StageCost) float64 { return float(s.BlobFeeWei) })
	roles := func(name, help string, read func(*Operator) (float64, bool)) {
		c.add(name, help, prometheus.GaugeValue, []string{"role"}, func(s *Status, emit func(float64, ...string)) {
			for i := range s.Costs.Operators {
				if v, ok := read(&s.Costs.Operators[i]); ok {
					for _, role := range s.Costs.Operators[i].Roles {
						emit(v, role)
					}
				}
			}
		})
	}
	roles("ashlar_operator_balance_wei", "Balance on L1 of the account with a role; absent until L1 has told it.", func(o *Operator) (float64, bool) {
		if o.BalanceWei == nil {
			return 0, false
		}
		return float(o.BalanceWei), true
	})
	roles("ashlar_operator_balance_lasts_seconds", "How long that balance lasts at the rate of the last day; -1 when nothing was spent.", func(o *Operator) (float64, bool) { return o.LastsForSec, true })
	c.add("ashlar_settlement_waiting_seconds", "How long a part of settlement has had a reason to wait: a stage, or the account of a role; 0 when it goes on.", prometheus.GaugeValue, []string{"part"},
		func(s *Status, emit func(float64, ...string)) {
			ages := make(map[string]float64)
			for _, w := range s.Waits {
				ages[w.Part] = w.AgeSeconds
			}
			for _, part := range SettlementParts {
				emit(ages[part], part)
			}
		})
	c.add("ashlar_check_failed", "1 for each check of readiness that fails.", prometheus.GaugeValue, []string{"check"}, func(s *Status, emit func(float64, ...string)) {
		for _, r := range s.Checks {
			emit(flag(r.Error != ""), r.Name)
		}
	})
}

func (c *collector) add(name, help string, kind prometheus.ValueType, labels []string, read func(*Status, func(float64, ...string))) {
	c.series = append(c.series, series{prometheus.NewDesc(name, help, labels, nil), kind, read})
}

// Describe implements prometheus.Collector.
func (c *collector) Describe(out chan<- *prometheus.Desc) {
	for _, s := range c.series {
		out <- s.desc
	}
}

// Collect implements prometheus.Collector.
func (c *collector) Collect(out chan<- prometheus.Metric) {
	status := c.status()
	for _, s := range c.series {
		s.read(status, func(value float64, labels ...string) {
			out <- prometheus.MustNewConstMetric(s.desc, s.kind, value, labels...)
		})
	}
}

// origin is a zero lag for a node that has none.
func (s *Status) origin() *Origin {
	if s.Origin == nil {
		return new(Origin)
	}
	return s.Origin
}

// seconds is the age of what waits, 0 when nothing does.
func (w *Waiting) seconds() float64 {
	if w.Count == 0 {
		return 0
	}
	return max(w.AgeSeconds, 0)
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// float is an amount as Prometheus keeps it: 53 bits are exact.
func float(n *big.Int) float64 {
	f, _ := new(big.Float).SetInt(n).Float64()
	return f
}

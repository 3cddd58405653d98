package ops

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// Ledger keeps what every settlement transaction has cost, durable, by the intent's key: the same transaction again changes nothing, one that L1 undid and mined again
// counts once.
type Ledger struct {
	kv  durable.KV
	now func() time.Time

	mu      sync.Mutex
	entries map[string]entry
}

// entry is the durable form, JSON.
type entry struct {
	Tx         common.Hash `json:"tx"`
	Gas        uint64      `json:"gas"`
	BlobGas    uint64      `json:"blobGas,omitempty"`
	FeeWei     *big.Int    `json:"feeWei"`
	BlobFeeWei *big.Int    `json:"blobFeeWei"`
	Reverted   bool        `json:"reverted,omitempty"`
	Seconds    int64       `json:"seconds"` // Unix time when it was seen mined
}

func (e *entry) wei() *big.Int { return new(big.Int).Add(e.FeeWei, e.BlobFeeWei) }

// OpenLedger reads what kv holds. It belongs to the ledger alone.
func OpenLedger(kv durable.KV, now func() time.Time) (*Ledger, error) {
	l := &Ledger{kv: kv, now: now, entries: make(map[string]entry)}
	var failed error
	err := kv.Scan(nil, nil, func(key, value []byte) bool {
		var e entry
		if failed = json.Unmarshal(value, &e); failed == nil && (e.FeeWei == nil || e.BlobFeeWei == nil) {
			failed = fmt.Errorf("ledger: entry %q is incomplete", key)
		}
		l.entries[string(key)] = e
		return failed == nil
	})
	if err == nil {
		err = failed
	}
	return l, err
}

// Mined records what a transaction has cost.
func (l *Ledger) Mined(key string, r *types.Receipt) error {
	fee := func(gas uint64, price *big.Int) *big.Int {
		if price == nil {
			return new(big.Int)
		}
		return new(big.Int).Mul(new(big.Int).SetUint64(gas), price)
	}
	e := entry{
		Tx: r.TxHash, Gas: r.GasUsed, BlobGas: r.BlobGasUsed, FeeWei: fee(r.GasUsed, r.EffectiveGasPrice), BlobFeeWei: fee(r.BlobGasUsed, r.BlobGasPrice),
		Reverted: r.Status != types.ReceiptStatusSuccessful, Seconds: l.now().Unix(),
	}
	enc, err := json.Marshal(&e)
	if err != nil {
		return fmt.Errorf("ledger: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.kv.Write(durable.Change{Key: []byte(key), Value: enc}); err != nil {
		return fmt.Errorf("ledger: %w", err)
	}
	l.entries[key] = e
	return nil
}

// stageOf is the stage in an intent's key, "commit/7/0".
func stageOf(key string) string {
	name, _, _ := strings.Cut(key, "/")
	return name
}

// Stages are the costs of commit, prove and execute, and of 'ashlar revert'.
func (l *Ledger) Stages() []StageCost {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([]StageCost, len(costNames))
	at := make(map[string]*StageCost)
	for i, name := range costNames {
		out[i] = StageCost{Stage: name, FeeWei: new(big.Int), BlobFeeWei: new(big.Int)}
		at[name] = &out[i]
	}
	for key, e := range l.entries {
		c := at[stageOf(key)]
		if c == nil {
			continue
		}
		if c.Transactions++; e.Reverted {
			c.Reverted++
		}
		c.Gas, c.BlobGas = c.Gas+e.Gas, c.BlobGas+e.BlobGas
		c.FeeWei.Add(c.FeeWei, e.FeeWei)
		c.BlobFeeWei.Add(c.BlobFeeWei, e.BlobFeeWei)
	}
	return out
}

// stageNames are the stages of settlement, which are the first part of the keys of intents.
var stageNames = []string{"commit", "prove", "execute"}

// Revert is what costs a revert of batches, which an operator does by hand, on a node that is stopped.
const Revert = "revert"

var costNames = append(slices.Clone(stageNames), Revert)

// Sending is a [settlement/txmgr.Observer] that keeps costs and nothing else, for who sends transactions for a node that is stopped.
type Sending struct{ *Ledger }

// Sent implements txmgr.Observer.
func (Sending) Sent(string, common.Hash, int) {}

// Undone implements txmgr.Observer.
func (Sending) Undone(string) {}

// Waits implements txmgr.Observer.
func (Sending) Waits(string, error) {}

const spendingWindow = 24 * time.Hour

// Spent is what stages have cost altogether, and per second of the last day (0 when nothing was spent, or all of it in the last minute).
func (l *Ledger) Spent(stages []string) (total *big.Int, weiPerSecond float64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now, recent := l.now(), new(big.Int)
	total = new(big.Int)
	oldest := now
	for key, e := range l.entries {
		if !slices.Contains(stages, stageOf(key)) {
			continue
		}
		total.Add(total, e.wei())
		if at := time.Unix(e.Seconds, 0); now.Sub(at) <= spendingWindow {
			recent.Add(recent, e.wei())
			if at.Before(oldest) {
				oldest = at
			}
		}
	}
	window := now.Sub(oldest).Seconds()
	if window < 60 {
		return total, 0
	}
	wei, _ := new(big.Float).SetInt(recent).Float64()
	return total, wei / window
}

// Ether writes an amount of wei in ether, with nine decimals.
func Ether(wei *big.Int) string {
	if wei == nil {
		return "?"
	}
	return new(big.Rat).SetFrac(wei, big.NewInt(1e18)).FloatString(9)
}

// Wei is what the stage has cost altogether.
func (c *StageCost) Wei() *big.Int { return new(big.Int).Add(c.FeeWei, c.BlobFeeWei) }

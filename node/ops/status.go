package ops

import (
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Status is a node at one moment. Ages and lags are in seconds, -1 where nothing is known.
type Status struct {
	Version string    `json:"version"`
	Time    time.Time `json:"time"`
	Uptime  float64   `json:"uptimeSeconds"`
	State   string    `json:"state"` // starting, running, stopping, halted
	Reason  string    `json:"reason,omitempty"`

	Chain   Chain   `json:"chain"`
	Origin  *Origin `json:"origin,omitempty"` // of a node that follows; nil while it leads
	Pool    Pool    `json:"pool"`
	Batches Batches `json:"batches"`
	L1      L1      `json:"l1"`
	Waits   []Wait  `json:"settlementWaits"`
	Costs   Costs   `json:"costs"`
	Disk    Disk    `json:"disk"`
	Proofs  string  `json:"proofs"` // UNPROVEN: L1 takes batches without a validity proof

	ProofsMade Proofs `json:"proofsMade"`

	Checks   []CheckResult `json:"checks"`
	Problems []Problem     `json:"problems"`
}

// Chain is the L2 chain.
type Chain struct {
	ID           uint64      `json:"id"`
	Block        uint64      `json:"block"` // the head
	Hash         common.Hash `json:"hash"`
	AgeSeconds   float64     `json:"ageSeconds"`
	Txs          uint64      `json:"transactions"` // since the genesis
	TxsPerSecond float64     `json:"transactionsPerSecond"`
	GasPerSecond float64     `json:"gasPerSecond"`
	Window       float64     `json:"windowSeconds"` // over which the two are measured
	PriorityOps  uint64      `json:"priorityOperations"`
}

// Origin is what the node follows.
type Origin struct {
	Block       uint64  `json:"block"`              // the last one that it was seen to have
	LagBlocks   uint64  `json:"lagBlocks"`          // that are not here
	LagSeconds  float64 `json:"lagSeconds"`         // since the first of them was seen, or since the origin last answered when it is silent
	AnsweredAge float64 `json:"answeredAgeSeconds"` // since the block stream last answered
}

// Pool is the transaction pool.
type Pool struct {
	Pending int `json:"pending"`
	Queued  int `json:"queued"`
}

// Batches are the batches by stage. A batch of a later stage counts in the earlier ones too.
type Batches struct {
	Unsealed  Waiting `json:"unsealedBlocks"` // blocks in no batch
	Sealed    Stage   `json:"sealed"`
	Committed Stage   `json:"committed"`
	Proven    Stage   `json:"proven"`
	Executed  Stage   `json:"executed"`
}

// Waiting is what a stage has before it.
type Waiting struct {
	Count      uint64  `json:"count"`
	AgeSeconds float64 `json:"ageSeconds"` // since the first of them could have been done
}

// Stage is one stage of settlement.
type Stage struct {
	Last       uint64  `json:"last"`       // number of the last batch that has done it; 0 is the genesis
	AgeSeconds float64 `json:"ageSeconds"` // since then
	Waiting    Waiting `json:"waiting"`    // batches that have done the stage before and not this one
}

// L1 is the settlement layer as the node sees it.
type L1 struct {
	ChainID            uint64  `json:"chainId"`
	Head               uint64  `json:"head"`
	Final              uint64  `json:"final"`
	Read               uint64  `json:"read"` // the watcher has read up to this block
	LagBlocks          uint64  `json:"lagBlocks"`
	LookedAge          float64 `json:"lookedAgeSeconds"` // since L1 last answered the watcher
	BaseFeeWei         uint64  `json:"baseFeeWei"`
	BlobBaseFeeWei     uint64  `json:"blobBaseFeeWei"`
	WaitingPriorityOps uint64  `json:"waitingPriorityOperations"` // final on L1, in no block
}

// Wait is a part of settlement that cannot go on now and tries again: one of SettlementParts.
type Wait struct {
	Part       string  `json:"part"`
	Reason     string  `json:"reason"`
	AgeSeconds float64 `json:"ageSeconds"`
}

// SettlementParts are the stages, and the roles whose accounts send transactions.
var SettlementParts = []string{"commit", "prove", "execute", "committer", "prover", "executor"}

// Costs are what L1 has cost.
type Costs struct {
	Stages         []StageCost `json:"stages"`
	Operators      []Operator  `json:"operators"`
	TotalWei       *big.Int    `json:"totalWei"`
	PerBatchWei    *big.Int    `json:"perBatchWei"`       // over executed batches
	PerTransaction *big.Int    `json:"perTransactionWei"` // over transactions of executed batches
}

// StageCost is what one stage has cost.
type StageCost struct {
	Stage        string   `json:"stage"`
	Transactions uint64   `json:"transactions"`
	Reverted     uint64   `json:"reverted"`
	Gas          uint64   `json:"gas"`
	BlobGas      uint64   `json:"blobGas"`
	FeeWei       *big.Int `json:"feeWei"`
	BlobFeeWei   *big.Int `json:"blobFeeWei"`
}

// Operator is an account that pays on L1.
type Operator struct {
	Roles       []string       `json:"roles"`
	Address     common.Address `json:"address"`
	BalanceWei  *big.Int       `json:"balanceWei"` // nil: not known yet
	AgeSeconds  float64        `json:"balanceAgeSeconds"`
	SpentWei    *big.Int       `json:"spentWei"`
	LastsForSec float64        `json:"lastsForSeconds"` // at the rate of the last day
}

// Disk is where the data are.
type Disk struct {
	UsedBytes uint64 `json:"usedBytes"` // by the database
	FreeBytes uint64 `json:"freeBytes"` // of the file system
}

// CheckResult is a check of readiness. Error is empty when it holds.
type CheckResult struct {
	Name  string `json:"name"`
	Error string `json:"error,omitempty"`
}

// Problem is something that a person should do something about. Name is that of the alert and of the section in docs/operations.md.
type Problem struct {
	Name string `json:"name"`
	Text string `json:"text"`
	Do   string `json:"do"`
}

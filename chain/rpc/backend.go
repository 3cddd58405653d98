package rpc

import (
	"context"
	"iter"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Block is a block of the chain with its raw transactions (docs/spec.md section 2).
type Block struct {
	Header *types.Header
	Hash   common.Hash
	Txs    [][]byte
}

// Receipt is how a transaction or call ended. Of a log only address, topics and data are read: its place is filled in here.
type Receipt = stf.Receipt

// State is the state after a block. An account that is not there is rollup.EmptyAccount().
type State = stf.State

// ErrPruned says that a block is older than what the node has ([ChainReader.Oldest]), in geth's words and with its code.
var ErrPruned error = &apiError{code: codePruned, message: "pruned history unavailable"}

// ChainReader reads blocks. What is unknown is nil (or false) without an error; a block before Oldest, but for the genesis, is ErrPruned.
type ChainReader interface {
	Head() (uint64, error)
	Oldest() uint64 // the first block that is there with all it has; one after the head when only the state is there yet
	Header(number uint64) (*types.Header, error)
	Block(number uint64) (*Block, error)
	Receipts(number uint64) ([]*Receipt, error) // in the order of the transactions
	BlockNumber(hash common.Hash) (number uint64, ok bool, err error)
	// BlocksWithLogs iterates over the blocks of [from, to] that have logs of one of the addresses and with one of the topics at each position, if perhaps not in one log; an empty list stands for
	// everything. Some other block among them does no harm.
	BlocksWithLogs(from, to uint64, addresses []common.Address, topics [][]common.Hash) iter.Seq2[uint64, error]
	Transaction(hash common.Hash) (block uint64, index int, ok bool, err error)
}

// HeadFeed tells of new blocks: the number of the newest one. Numbers may be skipped, never repeated.
type HeadFeed interface {
	SubscribeHead(ch chan<- uint64) event.Subscription
}

// StateReader opens historical state.
type StateReader interface {
	StateAt(block uint64) (State, error)
	ChainStateAt(block uint64) (*rollup.ChainState, error)
}

// CallMsg is a transaction without a signature.
type CallMsg struct {
	From              common.Address
	To                *common.Address // nil creates a contract
	Gas               uint64
	GasFeeCap, TipCap *uint256.Int // wei per gas; both zero: free, the base fee is then not charged
	Value             *uint256.Int
	Data              []byte
	AccessList        types.AccessList
	AuthList          []types.SetCodeAuthorization
	// Priority runs the message as a priority operation: value comes from L1, no balance check, To is not nil, the fee fields are not used.
	Priority           bool
	GasPerPubdataLimit uint64 // of a priority operation
	KeepCap            bool   // EIP-7825's limit of execution gas holds, as for a transaction
}

// Position is where in the chain something is executed: on state State, in block Env, after the blocks of Chain.
type Position struct {
	Env   rollup.BlockEnv
	Chain *rollup.ChainState
	State State

	Precompiles stf.MovedPrecompiles // of a call: those that overrides moved
}

// Executor runs the state transition without keeping what it changes. It ends early when ctx is done.
type Executor interface {
	// Hooks get OnTxStart (with the block's context and a types.Transaction that has at least gas, to, value and data) and OnTxEnd.
	//
	// Call runs msg as a transaction does (intrinsic gas, pubdata charged) but without signature and nonce check. An error means that it could not be run at all
	// (stf.ErrInsufficientFunds, stf.ErrIntrinsicGas, …); a failure inside is in the receipt.
	Call(ctx context.Context, at *Position, msg *CallMsg, hooks *tracing.Hooks) (*Receipt, error)
	// Diff gives what raw transactions on at change.
	Diff(ctx context.Context, at *Position, txs [][]byte) (*rollup.StateDiff, error)
	// Simulate starts a block of messages on at; validate holds them to the rules of transactions, but for the signature.
	Simulate(at *Position, validate bool) (*stf.Simulation, error)
	// Replay executes raw transactions in order on at; hooks(i) are the hooks of transaction i (nil: not traced), asked for when all before it are done.
	Replay(ctx context.Context, at *Position, txs [][]byte, hooks func(i int) *tracing.Hooks) error
}

// Pool is the transaction pool.
type Pool interface {
	Add(ctx context.Context, tx *types.Transaction) error // the error is given to the sender as it is
	// AddBatch is Add for several, in order; the errors are in the same order.
	AddBatch(ctx context.Context, txs []*types.Transaction) []error
	Get(hash common.Hash) *types.Transaction
	Nonce(address common.Address) uint64 // after the account's executable transactions in the pool
	Content() (pending, queued map[common.Address][]*types.Transaction)
	Refused(hash common.Hash) error // why block building left the transaction out for good; nil when it did not
	Stats() (pending, queued int)
	SubscribeTransactions(ch chan<- []*types.Transaction) event.Subscription
}

// Fees is what the next block will charge.
type Fees interface {
	NextBlock() (rollup.BlockEnv, error) // environment of the block that would be built now
	SuggestTip() *big.Int                // wei per gas
	L1GasPrice() *big.Int                // wei per gas, as last seen on L1
}

// L1Step is one step of a batch on L1. The zero value has not happened.
type L1Step struct {
	TxHash common.Hash
	Time   time.Time // of the L1 block
}

// Batch is a sealed batch with what happened to it on L1.
type Batch struct {
	rollup.Batch
	LogLeaves                []common.Hash // of the L2→L1 log tree
	Commit, Prove, Execute   L1Step
	GuestCycles              uint64
	PubdataBytes             uint64
	ProofDescription, DAName string // for people: "UNPROVEN", "blobs"
}

// Progress is the number of the newest batch in each stage; 0 is the genesis.
type Progress struct{ Sealed, Committed, Proven, Executed uint64 }

// BatchReader reads sealed batches. What is unknown is nil (or false) without an error; batch 0 is the genesis block.
type BatchReader interface {
	Progress() (Progress, error)
	Batch(number uint64) (*Batch, error)
	// Pubdata is a part of what a batch publishes, and the length of all of it; nil when the batch is unknown or the genesis.
	Pubdata(batch, offset, limit uint64) (part []byte, total uint64, err error)
	BatchOfBlock(block uint64) (batch uint64, ok bool, err error)
}

// Token is a token that was bridged from L1.
type Token struct {
	L1Address common.Address `json:"l1Address"`
	L2Address common.Address `json:"l2Address"`
	Name      string         `json:"name"`
	Symbol    string         `json:"symbol"`
	Decimals  uint8          `json:"decimals"`
}

// TokenLister lists the bridged tokens, the base token excluded.
type TokenLister interface {
	Tokens() ([]Token, error)
}

// L1Info says where the chain settles. The base token is 0x…0001 for ETH.
type L1Info struct {
	ChainID          uint64
	Bridgehub        common.Address
	ChainContract    common.Address // of this chain
	AssetRouter      common.Address
	Nullifier        common.Address
	NativeTokenVault common.Address
	BaseToken        common.Address
}

// Prover proves what the state tree holds after a block, in the wire form of chain/state/tree. ok is false when what is kept does not reach back that far.
type Prover interface {
	ProveState(ctx context.Context, block uint64, address common.Address, slots []common.Hash) (root common.Hash, account []byte, storage [][]byte, ok bool, err error)
}

// Changes lists what blocks did to the state, and walks it. What is not kept is an error.
type Changes interface {
	// Accounts iterates over the accounts of the state after the block in the order of their addresses, from start on.
	Accounts(block uint64, start common.Address) iter.Seq2[common.Address, error]
	// Slots iterates over the slots of an account that are not zero after the block in order, from start on.
	Slots(block uint64, address common.Address, start common.Hash) iter.Seq2[common.Hash, error]
	// ChangedAccounts are the accounts whose record or storage the block changed.
	ChangedAccounts(block uint64) ([]common.Address, error)
}

// Sync is how far a node that catches up has come: where it began, where it is, where the chain is.
type Sync struct{ Starting, Current, Highest uint64 }

// SyncReader says whether the node is behind its chain; nil when it is not.
type SyncReader interface {
	Syncing() (*Sync, error)
}

// Backend is everything that the server reads. Tokens, Prover, Changes, Sync and Index may be nil: what needs one of them answers that it
// is not available, and the node is never syncing. Observer may be nil.
type Backend struct {
	Config   rollup.ChainConfig
	L1       L1Info
	Chain    ChainReader
	Heads    HeadFeed
	State    StateReader
	Executor Executor
	Pool     Pool
	Fees     Fees
	Batches  BatchReader
	Tokens   TokenLister
	Prover   Prover
	Changes  Changes
	Sync     SyncReader
	Observer Observer
	Index    Index      // of addresses; needed with Config.Otterscan
	Origin   func() any // what ashlar_chain answers; nil: nobody can follow
}

package stf

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// State answers what the state before the transition is. An account that is not there is rollup.EmptyAccount(), a slot that was never set is zero.
type State interface {
	Account(common.Address) (rollup.Account, error)
	Storage(common.Address, common.Hash) (common.Hash, error)
	Code(codeHash common.Hash) ([]byte, error)
}

// Receipt is the result of one transaction or call.
type Receipt struct {
	TxHash            common.Hash
	Type              byte
	Status            uint64 // 1 success, 0 failure
	GasUsed           uint64 // execution and pubdata
	CumulativeGasUsed uint64 // in the block, this transaction included
	PubdataBytes      uint64 // B of docs/spec.md section 2
	PubdataGas        uint64 // the part of GasUsed that paid for pubdata
	EffectiveGasPrice *uint256.Int
	From              common.Address
	To                *common.Address // nil: creation
	ContractAddress   common.Address  // of a creation
	Bloom             types.Bloom
	bloomBits         []uint16           // the bits of Bloom
	Logs              []*types.Log       // BlockHash is set by Finish
	L2ToL1Logs        []rollup.L2ToL1Log // TxNumberInBatch is 0 until the batch is known
	Messages          [][]byte           // preimages of the message logs, in order
	Failure           string             // "", FailurePubdata, or the text of the EVM's error
	ReturnData        []byte             // of a call, or of a failed transaction
}

// What a transaction publishes and PubdataBytes does not count. Balances stay below 2^128, since their sum is 2^127 - 1: a balance diff has at most 17 bytes.
const (
	uncountedBalance = 1 + 16                        // the sender's balance, measured before the gas refund
	uncountedRefund  = 20 + 1 + 4 + uncountedBalance // the account that gets what is left of a priority operation
)

// LeastPubdataBytes is what every ordinary transaction can make a batch publish, also one that fails: nonce and balance of its sender. Gas that does not reach for it is not charged, so
// whoever makes blocks should want a gas limit that does.
const LeastPubdataBytes = 20 + 1 + 4 + 2 + uncountedBalance

// PublishedBound is at least the number of bytes that the transaction adds to the pubdata of a batch. It is for deciding what fits; nobody is charged for it.
func (r *Receipt) PublishedBound() uint64 {
	if r.Type == rollup.PriorityTxType || r.Type == rollup.UpgradeTxType {
		return r.PubdataBytes + uncountedRefund
	}
	return r.PubdataBytes + uncountedBalance
}

// BlockResult is a finished block.
type BlockResult struct {
	Block        *rollup.Block
	Header       *types.Header
	Hash         common.Hash
	Receipts     []*Receipt
	Diff         rollup.StateDiff // net over the block; empty in a BatchResult of ExecuteBatch
	PubdataBytes uint64           // sum over the transactions
}

// BatchResult is what a batch of blocks amounts to.
type BatchResult struct {
	Blocks    []*BlockResult
	Diff      rollup.StateDiff  // net over the batch: a value equal to its value at the batch's start does not appear
	After     rollup.ChainState // TreeRoot is left as before: the state tree is updated by the caller
	Pubdata   rollup.Pubdata
	LogLeaves []common.Hash
	Output    rollup.BatchOutput // DAScheme, DACommitment and SettlementChainID are left zero
}

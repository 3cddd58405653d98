package operator

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Kind of an event of the chain contract.
type Kind uint8

// Kinds of events. A revert undoes the batches after Last.
const (
	BatchCommitted Kind = iota + 1
	BatchesProven
	BatchExecuted
	BatchesReverted
	PriorityRequest
)

// String names the kind for logs.
func (k Kind) String() string {
	return [...]string{"none", "batch committed", "batches proven", "batch executed", "batches reverted", "priority request"}[k]
}

// Event of a chain contract. First and Last are batch numbers; First is Last for events about one batch and unused for a revert.
type Event struct {
	Kind            Kind
	First, Last     uint64
	StateCommitment common.Hash // of committed and executed batches
	OutputHash      common.Hash // of committed and executed batches
	Operation       *PriorityOp // of a priority request
}

// PriorityOp is an operation in the queue of L1.
type PriorityOp struct {
	ID         uint64
	Hash       common.Hash
	Expiration uint64 // seconds
	Tx         *rollup.CanonicalTx
}

// Topics are the first topics of all events that DecodeEvent knows.
func Topics() []common.Hash {
	topics := make([]common.Hash, 0, len(contract.Events))
	for _, e := range contract.Events {
		topics = append(topics, e.ID)
	}
	return topics
}

// DecodeEvent reads a log of the chain contract with one of Topics.
func DecodeEvent(log *types.Log) (*Event, error) {
	if len(log.Topics) == 0 {
		return nil, fmt.Errorf("event without topics: %w", rollup.ErrEncoding)
	}
	event, err := contract.EventByID(log.Topics[0])
	if err != nil {
		return nil, fmt.Errorf("event %v: %w", log.Topics[0], rollup.ErrEncoding)
	}
	e, err := decodeEvent(event.Name, log)
	if err != nil {
		return nil, fmt.Errorf("event %s: %w", event.Name, err)
	}
	return e, nil
}

func decodeEvent(name string, log *types.Log) (*Event, error) {
	switch name {
	case "NewPriorityRequest":
		return decodePriorityRequest(log)
	case "BlocksRevert":
		var r struct{ TotalBatchesCommitted, TotalBatchesVerified, TotalBatchesExecuted *big.Int }
		if err := unpack(contract.Events[name].Inputs, log.Data, &r); err != nil {
			return nil, err
		}
		last, err := batchNumber(common.BigToHash(r.TotalBatchesCommitted))
		return &Event{Kind: BatchesReverted, Last: last}, err
	case "BlocksVerification":
		if len(log.Topics) != 3 {
			return nil, fmt.Errorf("%d topics: %w", len(log.Topics), rollup.ErrEncoding)
		}
		before, err := batchNumber(log.Topics[1])
		if err != nil {
			return nil, err
		}
		last, err := batchNumber(log.Topics[2])
		return &Event{Kind: BatchesProven, First: before + 1, Last: last}, err
	}
	if len(log.Topics) != 4 {
		return nil, fmt.Errorf("%d topics: %w", len(log.Topics), rollup.ErrEncoding)
	}
	kind := BatchCommitted
	if name == "BlockExecution" {
		kind = BatchExecuted
	}
	n, err := batchNumber(log.Topics[1])
	return &Event{Kind: kind, First: n, Last: n, StateCommitment: log.Topics[2], OutputHash: log.Topics[3]}, err
}

func batchNumber(w common.Hash) (uint64, error) {
	n := w.Big()
	if !n.IsUint64() || n.Uint64() == ^uint64(0) {
		return 0, fmt.Errorf("batch number %v: %w", n, rollup.ErrEncoding)
	}
	return n.Uint64(), nil
}

// abiPriorityRequest is the event in the shape that the ABI package wants.
type abiPriorityRequest struct {
	TxId                *big.Int
	TxHash              [32]byte
	ExpirationTimestamp uint64
	Transaction         struct {
		TxType, From, To, GasLimit, GasPerPubdataByteLimit, MaxFeePerGas, MaxPriorityFeePerGas, Paymaster, Nonce, Value *big.Int
		Reserved                                                                                                        [4]*big.Int
		Data, Signature                                                                                                 []byte
		FactoryDeps                                                                                                     []*big.Int
		PaymasterInput, ReservedDynamic                                                                                 []byte
	}
	FactoryDeps [][]byte
}

// decodePriorityRequest takes the operation out of the event by encoding it again, so that the one decoder of package rollup decides what is valid, and
// checks it against the hash and the number that L1 gave it.
func decodePriorityRequest(log *types.Log) (*Event, error) {
	inputs := contract.Events["NewPriorityRequest"].Inputs
	var r abiPriorityRequest
	if err := unpack(inputs, log.Data, &r); err != nil {
		return nil, err
	}
	enc, err := inputs[3:4].Pack(r.Transaction)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", rollup.ErrEncoding, err)
	}
	tx, err := rollup.DecodeCanonicalABI(enc)
	if err != nil {
		return nil, err
	}
	if tx.Hash() != common.Hash(r.TxHash) || !r.TxId.IsUint64() || tx.Nonce != r.TxId.Uint64() || tx.Type != rollup.PriorityTxType {
		return nil, fmt.Errorf("operation %v does not match its hash or number: %w", r.TxId, rollup.ErrEncoding)
	}
	op := &PriorityOp{ID: tx.Nonce, Hash: tx.Hash(), Expiration: r.ExpirationTimestamp, Tx: tx}
	return &Event{Kind: PriorityRequest, Operation: op}, nil
}

// PriorityRequestLog is the log that a chain contract emits for an operation: for tests and simulations of L1.
func PriorityRequestLog(tx *rollup.CanonicalTx, expiration uint64) types.Log {
	addressWord := func(a common.Address) *big.Int { return new(big.Int).SetBytes(a[:]) }
	var r abiPriorityRequest
	e := &r.Transaction
	e.TxType, e.From, e.To = word(uint64(tx.Type)), addressWord(tx.From), addressWord(tx.To)
	e.GasLimit, e.GasPerPubdataByteLimit = word(tx.GasLimit), word(tx.GasPerPubdataLimit)
	e.MaxFeePerGas, e.MaxPriorityFeePerGas, e.Paymaster = tx.MaxFeePerGas.ToBig(), tx.MaxPriorityFeePerGas.ToBig(), new(big.Int)
	e.Nonce, e.Value, e.Data = word(tx.Nonce), tx.Value.ToBig(), tx.Data
	e.Reserved = [4]*big.Int{tx.ToMint.ToBig(), addressWord(tx.RefundRecipient), new(big.Int), new(big.Int)}
	event := contract.Events["NewPriorityRequest"]
	data, err := event.Inputs.Pack(word(tx.Nonce), [32]byte(tx.Hash()), expiration, r.Transaction, r.FactoryDeps)
	if err != nil {
		panic(fmt.Sprintf("operator: encode %s: %v", event.Name, err)) // the types are those of the ABI
	}
	return types.Log{Topics: []common.Hash{event.ID}, Data: data}
}

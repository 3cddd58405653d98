package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// ashlarAPI is for people and dashboards: one call for what otherwise takes many.
type ashlarAPI struct{ *api }

type stage struct {
	Batch hexutil.Uint64 `json:"batch"`
	Block hexutil.Uint64 `json:"block"` // last block of the batch
}

type status struct {
	ChainID       hexutil.Uint64          `json:"chainId"`
	L1ChainID     hexutil.Uint64          `json:"l1ChainId"`
	Head          hexutil.Uint64          `json:"head"`
	HeadTimestamp hexutil.Uint64          `json:"headTimestamp"`
	Stages        map[string]stage        `json:"stages"` // sealed, committed, proven, executed
	Proof         string                  `json:"proof"`  // of the newest sealed batch
	DA            string                  `json:"da"`
	Pool          map[string]hexutil.Uint `json:"pool"`
	BaseFee       *hexutil.Big            `json:"baseFee"`
	GasPerPubdata hexutil.Uint64          `json:"gasPerPubdata"`
	L1GasPrice    *hexutil.Big            `json:"l1GasPrice"`
}

const unproven = "UNPROVEN"

// Status is ashlar_status.
func (a *ashlarAPI) Status() (*status, error) {
	h, err := a.header(latestBlock())
	if err != nil {
		return nil, err
	}
	env, err := a.back.Fees.NextBlock()
	if err != nil {
		return nil, err
	}
	p, err := a.back.Batches.Progress()
	if err != nil {
		return nil, err
	}
	out := &status{
		ChainID: hexutil.Uint64(a.back.Config.ChainID), L1ChainID: hexutil.Uint64(a.back.L1.ChainID), Head: hexutil.Uint64(h.Number.Uint64()),
		HeadTimestamp: hexutil.Uint64(h.Time), Stages: map[string]stage{}, Proof: unproven, Pool: (&txpoolAPI{a.api}).Status(),
		BaseFee: (*hexutil.Big)(env.BaseFee.ToBig()), GasPerPubdata: hexutil.Uint64(env.GasPerPubdata), L1GasPrice: (*hexutil.Big)(a.back.Fees.L1GasPrice()),
	}
	for name, batch := range map[string]uint64{"sealed": p.Sealed, "committed": p.Committed, "proven": p.Proven, "executed": p.Executed} {
		last, err := a.lastBlockOf(batch)
		if err != nil {
			return nil, err
		}
		out.Stages[name] = stage{hexutil.Uint64(batch), hexutil.Uint64(last)}
	}
	b, err := a.back.Batches.Batch(p.Sealed)
	if err != nil {
		return nil, err
	}
	if b != nil && b.ProofDescription != "" {
		out.Proof = b.ProofDescription
	}
	if b != nil {
		out.DA = b.DAName
	}
	return out, nil
}

type batchJSON struct {
	Number         hexutil.Uint64 `json:"number"`
	FirstBlock     hexutil.Uint64 `json:"firstBlock"`
	LastBlock      hexutil.Uint64 `json:"lastBlock"`
	StateBefore    common.Hash    `json:"stateBefore"`
	StateAfter     common.Hash    `json:"stateAfter"`
	TreeRoot       common.Hash    `json:"treeRoot"`
	PublicInput    common.Hash    `json:"publicInput"`
	OutputHash     common.Hash    `json:"batchOutputHash"`
	DA             string         `json:"da"`
	DACommitment   common.Hash    `json:"daCommitment"`
	PubdataBytes   hexutil.Uint64 `json:"pubdataBytes"`
	L1Transactions hexutil.Uint64 `json:"l1Transactions"`
	L2Transactions hexutil.Uint64 `json:"l2Transactions"`
	L2ToL1Logs     hexutil.Uint64 `json:"l2ToL1Logs"`
	GuestCycles    hexutil.Uint64 `json:"guestCycles"`
	Proof          string         `json:"proof"`
	CommitTxHash   *common.Hash   `json:"commitTxHash"`
	ProveTxHash    *common.Hash   `json:"proveTxHash"`
	ExecuteTxHash  *common.Hash   `json:"executeTxHash"`
}

// Batch is ashlar_batch: a sealed batch, the newest one without a number.
func (a *ashlarAPI) Batch(number *Number) (*batchJSON, error) {
	p, err := a.back.Batches.Progress()
	if err != nil {
		return nil, err
	}
	wanted := p.Sealed
	if number != nil {
		wanted = uint64(*number)
	}
	b, err := a.back.Batches.Batch(wanted)
	if err != nil || b == nil {
		return nil, err
	}
	out := &batchJSON{
		Number: hexutil.Uint64(b.Number), FirstBlock: hexutil.Uint64(b.FirstBlock), LastBlock: hexutil.Uint64(b.LastBlock), StateBefore: b.StateBefore,
		StateAfter: b.StateAfter, TreeRoot: b.TreeRoot, PublicInput: b.PublicInput, OutputHash: b.Output.Hash(), DA: b.DAName, DACommitment: b.Output.DACommitment,
		PubdataBytes: hexutil.Uint64(b.PubdataBytes), L1Transactions: hexutil.Uint64(b.Output.NumL1Txs), L2Transactions: hexutil.Uint64(b.Output.NumL2Txs),
		L2ToL1Logs: hexutil.Uint64(len(b.LogLeaves)), GuestCycles: hexutil.Uint64(b.GuestCycles), Proof: unproven,
	}
	if b.ProofDescription != "" {
		out.Proof = b.ProofDescription
	}
	out.CommitTxHash, _ = b.Commit.json()
	out.ProveTxHash, _ = b.Prove.json()
	out.ExecuteTxHash, _ = b.Execute.json()
	return out, nil
}

// pubdataPart bounds the pubdata in one answer, in bytes. That of a validium can be 64 MiB.
const pubdataPart = 1 << 20

type pubdataJSON struct {
	Batch        hexutil.Uint64 `json:"batch"`
	DACommitment common.Hash    `json:"daCommitment"` // of a validium and with calldata: keccak256 of all of it
	Bytes        hexutil.Uint64 `json:"bytes"`        // of all of it
	Offset       hexutil.Uint64 `json:"offset"`
	Data         hexutil.Bytes  `json:"data"`
}

// BatchPubdata is ashlar_batchPubdata: what a sealed batch publishes, at most 1 MiB of it from an offset on. A validium's users keep it, to leave without the operator.
func (a *ashlarAPI) BatchPubdata(number Number, offset *hexutil.Uint64) (*pubdataJSON, error) {
	b, err := a.back.Batches.Batch(uint64(number))
	if err != nil || b == nil {
		return nil, err
	}
	out := &pubdataJSON{Batch: hexutil.Uint64(b.Number), DACommitment: b.Output.DACommitment}
	if offset != nil {
		out.Offset = *offset
	}
	part, total, err := a.back.Batches.Pubdata(b.Number, uint64(out.Offset), pubdataPart)
	if err != nil {
		return nil, err
	}
	out.Bytes, out.Data = hexutil.Uint64(total), part
	return out, nil
}

type transactionStatus struct {
	Stage string `json:"stage"` // unknown, pool, included, sealed, committed, proven, executed
	Ok    *bool  `json:"ok"`    // null until it is in a block
	// Refused is why a transaction of the pool will not be included as it is.
	Refused string          `json:"refused,omitempty"`
	Block   *hexutil.Uint64 `json:"block"`
	Batch   *hexutil.Uint64 `json:"batch"`
	// FinalizableMessages counts the messages of the transaction that L1 accepts now (executed), for example a withdrawal.
	FinalizableMessages hexutil.Uint64 `json:"finalizableMessages"`
}

// TransactionStatus is ashlar_transactionStatus: how far a transaction, for example a deposit or a withdrawal, has come.
func (a *ashlarAPI) TransactionStatus(hash common.Hash) (*transactionStatus, error) {
	number, index, ok, err := a.back.Chain.Transaction(hash)
	if err != nil {
		return nil, err
	}
	if !ok {
		if a.back.Pool.Get(hash) != nil {
			out := &transactionStatus{Stage: "pool"}
			if refused := a.back.Pool.Refused(hash); refused != nil {
				out.Refused = refused.Error()
			}
			return out, nil
		}
		return &transactionStatus{Stage: "unknown"}, nil
	}
	receipts, err := a.receiptsOf(number)
	if err != nil || receipts == nil {
		return nil, fmt.Errorf("block %d: %w", number, orNotFound(err))
	}
	r, at := receipts.receipts[index], hexutil.Uint64(number)
	done := r.Status == 1
	out := &transactionStatus{Stage: "included", Ok: &done, Block: &at}
	if out.Batch, _ = receipts.batch.numbers(index); out.Batch == nil {
		return out, nil
	}
	p, err := a.back.Batches.Progress()
	if err != nil {
		return nil, err
	}
	batch := uint64(*out.Batch)
	switch {
	case batch <= p.Executed:
		out.Stage, out.FinalizableMessages = "executed", hexutil.Uint64(len(r.Messages))
	case batch <= p.Proven:
		out.Stage = "proven"
	case batch <= p.Committed:
		out.Stage = "committed"
	default:
		out.Stage = "sealed"
	}
	return out, nil
}

type estimateParts struct {
	GasLimit            hexutil.Uint64  `json:"gasLimit"`            // executionGas + pubdataGas + marginGas
	ExecutionGas        hexutil.Uint64  `json:"executionGas"`        // as on Ethereum
	PubdataBytes        hexutil.Uint64  `json:"pubdataBytes"`        // that the transaction publishes on L1
	GasPerPubdata       hexutil.Uint64  `json:"gasPerPubdata"`       // price of a byte in the next block
	PubdataGas          hexutil.Uint64  `json:"pubdataGas"`          // their product
	MarginGas           hexutil.Uint64  `json:"marginGas"`           // against a rising price; what is not used is not paid
	CoversGasPerPubdata *hexutil.Uint64 `json:"coversGasPerPubdata"` // price of a byte up to which gasLimit suffices; null without pubdata
	GasPrice            *hexutil.Big    `json:"gasPrice"`            // wei: base fee of the next block and the suggested tip
	Fee                 *hexutil.Big    `json:"fee"`                 // wei at these prices
	MaxFee              *hexutil.Big    `json:"maxFee"`              // wei when all of gasLimit is used
}

// EstimateGas is ashlar_estimateGas: what eth_estimateGas answers for a transaction that is sent now, with the parts that it is made of.
func (a *ashlarAPI) EstimateGas(ctx context.Context, args CallArgs) (*estimateParts, error) {
	if args.isPriority() {
		return nil, invalidParams("an operation from L1 has no parts: ask zks_estimateGasL1ToL2")
	}
	at, err := a.next()
	if err != nil {
		return nil, err
	}
	e, err := a.estimateOrdinary(ctx, &args, at)
	if err != nil {
		return nil, err
	}
	price, err := a.gasPrice()
	if err != nil {
		return nil, err
	}
	wei := func(gas uint64) *hexutil.Big {
		return (*hexutil.Big)(new(big.Int).Mul(price, new(big.Int).SetUint64(gas)))
	}
	out := &estimateParts{
		GasLimit: hexutil.Uint64(e.limit), ExecutionGas: hexutil.Uint64(e.execution), PubdataBytes: hexutil.Uint64(e.bytes), GasPerPubdata: hexutil.Uint64(at.Env.GasPerPubdata),
		PubdataGas: hexutil.Uint64(e.pubdata), MarginGas: hexutil.Uint64(e.margin), GasPrice: (*hexutil.Big)(price), Fee: wei(e.execution + e.pubdata), MaxFee: wei(e.limit),
	}
	if covers, ok := e.covers(); ok {
		out.CoversGasPerPubdata = (*hexutil.Uint64)(&covers)
	}
	return out, nil
}

// Chain is ashlar_chain: what a replica needs to know of the chain, and where its block stream is.
func (a *ashlarAPI) Chain() (any, error) {
	if a.back.Origin == nil {
		return nil, errors.New("this node has no block stream")
	}
	return a.back.Origin(), nil
}

package rpc

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/forkid"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ethNode says what the node is and has, and answers for the keys that it does not have.
type ethNode struct{ *api }

type forkConfig struct {
	ActivationTime  uint64                    `json:"activationTime"`
	BlobSchedule    params.BlobConfig         `json:"blobSchedule"` // zeros: there are no blobs on L2
	ChainID         *hexutil.Big              `json:"chainId"`
	ForkID          hexutil.Bytes             `json:"forkId"`
	Precompiles     map[string]common.Address `json:"precompiles"`
	SystemContracts map[string]common.Address `json:"systemContracts"`
}

type nodeConfig struct {
	Current *forkConfig `json:"current"`
	Next    *forkConfig `json:"next"` // null: a chain keeps its fork
	Last    *forkConfig `json:"last"`
}

// Config is eth_config (EIP-7910). Of Ethereum's system contracts there is EIP-2935's only.
func (e *ethNode) Config() (*nodeConfig, error) {
	genesis, err := e.back.Chain.Header(0)
	if err != nil || genesis == nil {
		return nil, orNotFound(err)
	}
	evm := e.back.Config.EVM()
	id := forkid.NewID(evm, types.NewBlockWithHeader(genesis), ^uint64(0), 0).Hash
	out := &forkConfig{ChainID: (*hexutil.Big)(evm.ChainID), ForkID: id[:], Precompiles: map[string]common.Address{}, SystemContracts: map[string]common.Address{}}
	for address, contract := range vm.ActivePrecompiledContracts(evm.Rules(genesis.Number, true, 0)) {
		out.Precompiles[contract.Name()] = address
	}
	if e.back.Config.Fork >= rollup.ForkPrague {
		out.SystemContracts["HISTORY_STORAGE_ADDRESS"] = params.HistoryStorageAddress
	}
	return &nodeConfig{Current: out}, nil
}

type resource struct {
	Disabled    bool            `json:"disabled"`
	OldestBlock *hexutil.Uint64 `json:"oldestBlock,omitempty"`
}

type capabilities struct {
	Head struct {
		Number hexutil.Uint64 `json:"number"`
		Hash   common.Hash    `json:"hash"`
	} `json:"head"`
	State       resource `json:"state"`
	Tx          resource `json:"tx"`
	Logs        resource `json:"logs"`
	Receipts    resource `json:"receipts"`
	Blocks      resource `json:"blocks"`
	StateProofs resource `json:"stateproofs"`
}

// Coinbase is eth_coinbase: who gets the fees of the next block.
func (e *ethNode) Coinbase() (common.Address, error) {
	env, err := e.back.Fees.NextBlock()
	return env.Coinbase, err
}

// Capabilities is eth_capabilities: from which block on the node has what.
func (e *ethNode) Capabilities() (*capabilities, error) {
	out := &capabilities{}
	head, err := e.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	b, err := e.back.Chain.Block(head)
	if err != nil || b == nil {
		return nil, orNotFound(err)
	}
	out.Head.Number, out.Head.Hash = hexutil.Uint64(head), b.Hash
	oldest := hexutil.Uint64(e.back.Chain.Oldest())
	all := resource{OldestBlock: &oldest}
	out.Tx, out.Logs, out.Receipts, out.Blocks = all, all, all, all
	// State is kept from a block on: the first one that can be read.
	first, last := uint64(0), head
	for first < last {
		middle := (first + last) / 2
		if _, err := e.back.State.StateAt(middle); err == nil {
			last = middle
		} else {
			first = middle + 1
		}
	}
	out.State = resource{OldestBlock: (*hexutil.Uint64)(&first)}
	out.StateProofs.Disabled = e.back.Prover == nil
	if e.back.Prover == nil {
		return out, nil
	}
	p, err := e.back.Batches.Progress()
	if err != nil {
		return nil, err
	}
	newest, err := e.lastBlockOf(p.Sealed)
	out.StateProofs.OldestBlock = (*hexutil.Uint64)(&newest)
	return out, err
}

// The node holds no keys of users: what needs one is answered as geth answers for an account that it does not know.

// SendTransaction is eth_sendTransaction.
func (e *ethNode) SendTransaction(CallArgs) (common.Hash, error) {
	return common.Hash{}, accounts.ErrUnknownAccount
}

// Sign is eth_sign.
func (e *ethNode) Sign(common.Address, hexutil.Bytes) (hexutil.Bytes, error) {
	return nil, accounts.ErrUnknownAccount
}

// SignTransaction is eth_signTransaction. What is missing is said first.
func (e *ethNode) SignTransaction(ctx context.Context, args CallArgs) (any, error) {
	switch {
	case args.Gas == nil:
		return nil, errors.New("gas not specified")
	case args.GasPrice == nil && (args.MaxPriorityFeePerGas == nil || args.MaxFeePerGas == nil):
		return nil, errors.New("missing gasPrice or maxFeePerGas/maxPriorityFeePerGas")
	case args.Nonce == nil:
		return nil, errors.New("nonce not specified")
	}
	if _, err := (&ethCalls{e.api}).filled(ctx, &args); err != nil {
		return nil, err
	}
	return nil, accounts.ErrUnknownAccount
}

// PendingTransactions is eth_pendingTransactions: those of the node's own accounts, hence none.
func (e *ethNode) PendingTransactions() []*Transaction { return []*Transaction{} }

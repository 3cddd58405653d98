package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Limits of eth_simulateV1, those of geth.
const (
	simBlocks        = 256
	simCallsPerBlock = 5000
	simCalls         = 10_000
	simSeconds       = 12 // between blocks whose time is not given
)

type simPayload struct {
	BlockStateCalls        []simBlock `json:"blockStateCalls"`
	TraceTransfers         bool       `json:"traceTransfers"`
	Validation             bool       `json:"validation"`
	ReturnFullTransactions bool       `json:"returnFullTransactions"`
}

// check refuses what is too much to look at.
func (p *simPayload) check() error {
	if len(p.BlockStateCalls) == 0 {
		return invalidParams("empty input")
	}
	if len(p.BlockStateCalls) > simBlocks {
		return coded(codeClientLimit, "too many blocks")
	}
	total := 0
	for _, b := range p.BlockStateCalls {
		if len(b.Calls) > simCallsPerBlock {
			return coded(codeClientLimit, "too many calls in block: %d > %d", len(b.Calls), simCallsPerBlock)
		}
		if total += len(b.Calls); total > simCalls {
			return coded(codeClientLimit, "too many calls: %d > %d", total, simCalls)
		}
	}
	return nil
}

type simCallError struct {
	Message string `json:"message"`
	Code    int    `json:"code"`
	Data    string `json:"data,omitempty"`
}

type simCallResult struct {
	ReturnData hexutil.Bytes  `json:"returnData"`
	Logs       []*types.Log   `json:"logs"`
	GasUsed    hexutil.Uint64 `json:"gasUsed"`
	MaxUsedGas hexutil.Uint64 `json:"maxUsedGas"` // before refunds
	Status     hexutil.Uint64 `json:"status"`
	Error      *simCallError  `json:"error,omitempty"`

	PubdataGas hexutil.Uint64 `json:"pubdataGas"` // part of gasUsed; Ashlar's
}

// simulator runs the blocks of one eth_simulateV1, each on the one before it.
type simulator struct {
	*api
	payload *simPayload
	at      *Position       // where the next block runs; Env is that of the block before it
	next    rollup.BlockEnv // prices of a block on the base
	gasLeft uint64          // for all calls together: Config.CallGas
}

// SimulateV1 is eth_simulateV1. A state override of a block holds for the blocks after it as well.
func (e *ethCalls) SimulateV1(ctx context.Context, payload simPayload, id *BlockID) ([]map[string]any, error) {
	if err := payload.check(); err != nil {
		return nil, err
	}
	s, err := e.newSimulator(&payload, orLatest(id))
	if err != nil {
		return nil, err
	}
	ctx, done, err := e.admit(ctx, e.cfg.CallTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	blocks, err := s.sanitize(payload.BlockStateCalls)
	if err != nil {
		return nil, err
	}
	out := make([]map[string]any, len(blocks))
	for i := range blocks {
		if out[i], err = s.block(ctx, &blocks[i]); err != nil {
			if ctx.Err() != nil {
				return nil, fmt.Errorf("execution aborted (timeout = %v)", e.cfg.CallTimeout)
			}
			return nil, err
		}
	}
	return out, nil
}

func (a *api) newSimulator(payload *simPayload, id BlockID) (*simulator, error) {
	h, err := a.header(id)
	if err != nil {
		return nil, err
	}
	number := h.Number.Uint64()
	at := &Position{Env: envOf(h)}
	if at.State, err = a.back.State.StateAt(number); err != nil {
		return nil, err
	}
	if at.Chain, err = a.back.State.ChainStateAt(number); err != nil {
		return nil, err
	}
	s := &simulator{api: a, payload: payload, at: at, next: at.Env, gasLeft: a.cfg.CallGas}
	head, err := a.back.Chain.Head()
	if err == nil && head == number {
		s.next, err = a.back.Fees.NextBlock()
	}
	return s, err
}

// env is the environment of a block after at. Coinbase and gas limit stay as they are until overridden.
func (s *simulator) env(o *BlockOverride) (rollup.BlockEnv, error) {
	if o.Difficulty != nil {
		return rollup.BlockEnv{}, invalidParams("block %d: difficulty override is not allowed after the merge", o.Number.ToInt())
	}
	env := rollup.BlockEnv{Coinbase: s.at.Env.Coinbase, GasLimit: s.at.Env.GasLimit, GasPerPubdata: s.next.GasPerPubdata}
	if s.payload.Validation {
		env.BaseFee = s.next.BaseFee
	}
	with := *o
	if with.Withdrawals != nil && len(*with.Withdrawals) == 0 {
		with.Withdrawals = nil
	}
	return with.apply(env)
}

func (s *simulator) block(ctx context.Context, b *simBlock) (map[string]any, error) {
	env, err := s.env(b.BlockOverrides)
	if err != nil {
		return nil, err
	}
	at := &Position{Env: env, Chain: s.at.Chain, State: s.at.State}
	if err := b.StateOverrides.apply(at, s.back.Config.Fork); err != nil {
		return nil, err
	}
	run, err := s.back.Executor.Simulate(at, s.payload.Validation)
	if err != nil {
		return nil, err
	}
	calls, senders := make([]*simCallResult, len(b.Calls)), make([]common.Address, len(b.Calls))
	logs := newTransferTracer(env, s.payload.TraceTransfers)
	for i := range b.Calls {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		senders[i] = b.Calls[i].from()
		if calls[i], err = s.call(ctx, run, &env, &b.Calls[i], logs); err != nil {
			return nil, err
		}
	}
	res, err := run.Finish()
	if err != nil {
		return nil, err
	}
	s.at.State, s.at.Env = stf.Overlay(at.State, &res.Diff), env
	s.at.Chain.Push(env.Number, env.Timestamp, res.Hash)
	for _, c := range calls {
		for _, l := range c.Logs {
			l.BlockHash = res.Hash
		}
	}
	out, err := s.marshalBlockAt(&Block{Header: res.Header, Hash: res.Hash, Txs: res.Block.Txs}, s.payload.ReturnFullTransactions, nil, senders)
	if err == nil {
		out["calls"] = calls
	}
	return out, err
}

// call executes one call as the block's next transaction.
func (s *simulator) call(ctx context.Context, run *stf.Simulation, env *rollup.BlockEnv, args *CallArgs, logs *transferTracer) (*simCallResult, error) {
	gas := run.GasLeft()
	if args.Gas != nil {
		if gas < uint64(*args.Gas) {
			return nil, coded(codeGasLimitReached, "block gas limit reached: remaining: %d, required: %d", gas, *args.Gas)
		}
		gas = uint64(*args.Gas)
	} else if s.payload.Validation && env.GasPerPubdata == 0 {
		gas = s.executionLimit(gas) // no transaction can have more where there is no pubdata to pay for
	}
	capped := gas > s.gasLeft
	msg, err := args.message(s.back.Config.ChainID, min(gas, s.gasLeft))
	if err != nil {
		return nil, err
	}
	sender, err := run.Account(msg.From)
	if err != nil {
		return nil, err
	}
	nonce := sender.Nonce
	if args.Nonce != nil {
		nonce = uint64(*args.Nonce)
	}
	tx := args.transaction(s.back.Config.ChainID, nonce, msg)
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, err
	}
	var stop func() bool
	logs.begin(tx.Hash())
	r, err := run.Apply(&stf.CallMsg{
		From: msg.From, To: msg.To, Gas: msg.Gas, GasFeeCap: msg.GasFeeCap, GasTipCap: msg.TipCap, Value: msg.Value, Data: msg.Data, AccessList: msg.AccessList,
		Authorizations: msg.AuthList, Nonce: &nonce,
	}, raw, tx.Hash(), stf.CallOptions{Tracer: logs.hooks(), OnStart: func(cancel func()) { stop = context.AfterFunc(ctx, cancel) }})
	if stop != nil {
		stop()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, simError(fmt.Errorf("err: %w (supplied gas %d)", err, msg.Gas))
	}
	if r.GasUsed > s.gasLeft {
		return nil, simError(fmt.Errorf("RPC gas cap exhausted: need %d, remaining %d", r.GasUsed, s.gasLeft))
	}
	s.gasLeft -= r.GasUsed
	return s.result(r, msg, logs, capped), nil
}

func (s *simulator) result(r *Receipt, msg *CallMsg, logs *transferTracer, capped bool) *simCallResult {
	limit := msg.Gas
	if s.payload.Validation {
		limit = s.executionLimit(limit)
	}
	out := &simCallResult{
		ReturnData: r.ReturnData, Logs: logs.end(r.Status == types.ReceiptStatusSuccessful), GasUsed: hexutil.Uint64(r.GasUsed), Status: hexutil.Uint64(r.Status),
		MaxUsedGas: hexutil.Uint64(logs.peak.of(limit, r) + r.PubdataGas), PubdataGas: hexutil.Uint64(r.PubdataGas),
	}
	if out.ReturnData == nil {
		out.ReturnData = hexutil.Bytes{}
	}
	if r.Status != types.ReceiptStatusSuccessful {
		out.ReturnData = hexutil.Bytes{} // what a revert returns is data of the error
	}
	switch {
	case r.Status == types.ReceiptStatusSuccessful:
	case r.Failure == vm.ErrExecutionReverted.Error():
		e := revertError(r.ReturnData).(*apiError)
		out.Error = &simCallError{Message: e.message, Code: e.code, Data: e.data.(string)}
	default:
		out.Error = &simCallError{Message: r.Failure, Code: codeVMError}
		if capped {
			out.Error.Message += " (gas limit was capped by the RPC server's global gas cap)"
		}
	}
	return out
}

// simError gives an error the code that eth_simulateV1 has for it.
func simError(err error) error {
	for _, c := range []struct {
		is   error
		code int
	}{
		{stf.ErrNonceTooHigh, codeNonceTooHigh}, {stf.ErrNonceTooLow, codeNonceTooLow}, {stf.ErrTipAboveFeeCap, codeInvalidParams},
		{stf.ErrFeeCapTooLow, codeBaseFeeTooLow}, {stf.ErrInsufficientFunds, codeInsufficientFunds}, {stf.ErrInsufficientTransfer, codeInsufficientFunds},
		{stf.ErrIntrinsicGas, codeIntrinsicGas}, {stf.ErrMaxInitCodeSize, codeMaxInitCodeSize},
	} {
		if errors.Is(err, c.is) {
			return coded(c.code, "%v", err)
		}
	}
	return coded(codeInternal, "%v", err)
}

// transaction is the call as a transaction without a signature, of the type that its fields ask for and of type 2 otherwise.
func (a *CallArgs) transaction(chainID, nonce uint64, msg *CallMsg) *types.Transaction {
	id, list := new(big.Int).SetUint64(chainID), msg.AccessList
	value, feeCap, tip := orZero(msg.Value), orZero(msg.GasFeeCap), orZero(msg.TipCap)
	switch {
	case a.GasPrice != nil && a.AccessList != nil:
		return types.NewTx(&types.AccessListTx{ChainID: id, Nonce: nonce, GasPrice: feeCap.ToBig(), Gas: msg.Gas, To: msg.To, Value: value.ToBig(), Data: msg.Data, AccessList: list})
	case a.GasPrice != nil:
		return types.NewTx(&types.LegacyTx{Nonce: nonce, GasPrice: feeCap.ToBig(), Gas: msg.Gas, To: msg.To, Value: value.ToBig(), Data: msg.Data})
	case a.AuthorizationList != nil && msg.To != nil:
		return types.NewTx(&types.SetCodeTx{ChainID: uint256.NewInt(chainID), Nonce: nonce, GasTipCap: tip, GasFeeCap: feeCap, Gas: msg.Gas, To: *msg.To, Value: value,
			Data: msg.Data, AccessList: list, AuthList: msg.AuthList})
	}
	return types.NewTx(&types.DynamicFeeTx{ChainID: id, Nonce: nonce, GasTipCap: tip.ToBig(), GasFeeCap: feeCap.ToBig(), Gas: msg.Gas, To: msg.To, Value: value.ToBig(),
		Data: msg.Data, AccessList: list})
}

func orZero(v *uint256.Int) *uint256.Int {
	if v == nil {
		return new(uint256.Int)
	}
	return v
}

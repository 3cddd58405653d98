package rpc

import (
	"bytes"
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// frame is one call, creation or self-destruction of a transaction, in the order in which they began.
type frame struct {
	op       vm.OpCode
	depth    int // 0 is the transaction's own
	parent   int // -1 for that
	from, to common.Address
	value    *big.Int // nil where none can be moved
	input    []byte
	output   []byte
	failed   bool
}

const framesKept = 1 << 20 // of a transaction; one has fewer, at 700 gas each within its limit

// frames records those of one transaction. Calls of precompiles are left out, as in Erigon.
type frames struct {
	fork  rollup.Fork
	lean  bool // without input and output
	all   []frame
	stack []int // open ones; -1 is one that is left out
}

func (f *frames) hooks() *tracing.Hooks { return &tracing.Hooks{OnEnter: f.enter, OnExit: f.exit} }

func (f *frames) enter(depth int, typ byte, from, to common.Address, input []byte, _ uint64, value *big.Int) {
	op := vm.OpCode(typ)
	if len(f.all) >= framesKept || (depth > 0 && stf.IsPrecompile(f.fork, to) && op != vm.SELFDESTRUCT) {
		f.stack = append(f.stack, -1)
		return
	}
	parent := -1
	if len(f.stack) > 0 {
		parent = f.stack[len(f.stack)-1]
	}
	f.stack = append(f.stack, len(f.all))
	n := frame{op: op, depth: depth, parent: parent, from: from, to: to}
	if op != vm.DELEGATECALL && op != vm.STATICCALL && value != nil {
		n.value = new(big.Int).Set(value)
	}
	if !f.lean {
		n.input = bytes.Clone(input)
	}
	f.all = append(f.all, n)
}

func (f *frames) exit(_ int, output []byte, _ uint64, _ error, reverted bool) {
	if len(f.stack) == 0 {
		return
	}
	at := f.stack[len(f.stack)-1]
	f.stack = f.stack[:len(f.stack)-1]
	if at < 0 {
		return
	}
	f.all[at].failed = reverted
	if !f.lean {
		f.all[at].output = bytes.Clone(output)
	}
}

// undone says whether frame i, or one around it, was reverted.
func (f *frames) undone(i int) bool {
	for ; i >= 0; i = f.all[i].parent {
		if f.all[i].failed {
			return true
		}
	}
	return false
}

// framesOf executes a transaction of a block again, within the time of a trace.
func (a *api) framesOf(ctx context.Context, number uint64, index int) (*frames, error) {
	at, b, err := a.positionBefore(number)
	if err != nil {
		return nil, err
	}
	ctx, done, err := a.admit(ctx, a.cfg.TraceTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	seen := &frames{fork: a.back.Config.Fork}
	err = a.back.Executor.Replay(ctx, at, b.Txs[:index+1], func(i int) *tracing.Hooks {
		if i == index {
			return seen.hooks()
		}
		return nil
	})
	if ctx.Err() != nil {
		return nil, errTraceTimeout
	}
	if err != nil {
		return nil, fmt.Errorf("tracing failed: %w", err)
	}
	return seen, nil
}

type otsTrace struct {
	Type   string         `json:"type"`
	Depth  int            `json:"depth"`
	From   common.Address `json:"from"`
	To     common.Address `json:"to"`
	Value  *hexutil.Big   `json:"value"` // null where none can be moved
	Input  hexutil.Bytes  `json:"input"`
	Output hexutil.Bytes  `json:"output"`
}

// TraceTransaction is ots_traceTransaction: calls, creations and self-destructions in order, each with its depth; null for an unknown transaction.
func (o *otsAPI) TraceTransaction(ctx context.Context, hash common.Hash) ([]otsTrace, error) {
	number, index, ok, err := o.back.Chain.Transaction(hash)
	if err != nil || !ok {
		return nil, err
	}
	seen, err := o.framesOf(ctx, number, index)
	if err != nil {
		return nil, err
	}
	out := make([]otsTrace, len(seen.all))
	for i, f := range seen.all {
		out[i] = otsTrace{f.op.String(), f.depth, f.from, f.to, (*hexutil.Big)(f.value), f.input, f.output}
	}
	return out, nil
}

// Types of internal operations.
const (
	otsTransfer = iota
	otsSelfDestruct
	otsCreate
	otsCreate2
)

type otsOperation struct {
	Type  int            `json:"type"` // 0 transfer, 1 self-destruction, 2 CREATE, 3 CREATE2
	From  common.Address `json:"from"`
	To    common.Address `json:"to"`
	Value *hexutil.Big   `json:"value"`
}

// GetInternalOperations is ots_getInternalOperations: value that contracts moved, contracts that they created, and self-destructions. What was reverted is not in it.
func (o *otsAPI) GetInternalOperations(ctx context.Context, hash common.Hash) ([]otsOperation, error) {
	out := []otsOperation{}
	number, index, ok, err := o.back.Chain.Transaction(hash)
	if err != nil || !ok {
		return out, err
	}
	seen, err := o.framesOf(ctx, number, index)
	if err != nil {
		return nil, err
	}
	for i, f := range seen.all {
		if f.depth == 0 || seen.undone(i) {
			continue
		}
		value := f.value
		if value == nil {
			value = new(big.Int)
		}
		op := otsOperation{From: f.from, To: f.to, Value: (*hexutil.Big)(value)}
		switch {
		case f.op == vm.CREATE:
			op.Type = otsCreate
		case f.op == vm.CREATE2:
			op.Type = otsCreate2
		case f.op == vm.SELFDESTRUCT:
			op.Type = otsSelfDestruct
		case value.Sign() > 0:
			op.Type = otsTransfer
		default:
			continue
		}
		out = append(out, op)
	}
	return out, nil
}

// created is who created a contract in a block and in which transaction; ok is false when none did.
func (a *api) created(ctx context.Context, number uint64, contract common.Address) (index int, creator common.Address, ok bool, err error) {
	at, b, err := a.positionBefore(number)
	if err != nil {
		return 0, creator, false, err
	}
	ctx, done, err := a.admit(ctx, a.cfg.TraceTimeout)
	if err != nil {
		return 0, creator, false, err
	}
	defer done()
	var running *frames
	look := func(i int) {
		if running == nil || ok {
			return
		}
		for j, f := range running.all {
			if (f.op == vm.CREATE || f.op == vm.CREATE2) && f.to == contract && !running.undone(j) {
				index, creator, ok = i, f.from, true
			}
		}
	}
	err = a.back.Executor.Replay(ctx, at, b.Txs, func(i int) *tracing.Hooks {
		look(i - 1)
		running = &frames{fork: a.back.Config.Fork, lean: true}
		return running.hooks()
	})
	if ctx.Err() != nil {
		return 0, creator, false, errTraceTimeout
	}
	look(len(b.Txs) - 1)
	return index, creator, ok, err
}

package stf

import (
	"fmt"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Builder executes one block transaction by transaction.
type Builder struct {
	cfg      *rollup.ChainConfig
	env      rollup.BlockEnv
	parent   common.Hash
	x        *executor
	txs      [][]byte
	receipts []*Receipt
	pubdata  uint64
	stage    stage
	lastOp   uint64 // number of the last priority operation
}

// stage is how far a block is: upgrade, then priority operations, then ordinary transactions.
type stage int

const (
	stageStart stage = iota
	stageUpgrade
	stagePriority
	stageOrdinary
)

// NewBuilder starts a block on chain (whose LastBlock is the parent) and pre, the state after the parent. Neither may change until Finish.
func NewBuilder(cfg *rollup.ChainConfig, env rollup.BlockEnv, chain *rollup.ChainState, pre State) (*Builder, error) {
	if err := CheckEnv(cfg, &env, chain); err != nil {
		return nil, err
	}
	return newBuilder(cfg, env, chain, newStateDB(pre, rand.Uint64(), precompileAddresses[cfg.Fork]), vm.Config{})
}

func newBuilder(cfg *rollup.ChainConfig, env rollup.BlockEnv, chain *rollup.ChainState, db *stateDB, vmConfig vm.Config) (*Builder, error) {
	db.beginBlock()
	b := &Builder{cfg: cfg, env: env, parent: chain.BlockHash(chain.LastBlock)}
	b.x = newExecutor(cfg, &b.env, chain, db, vmConfig)
	b.x.storeParentHash(b.parent)
	return b, db.err
}

// CheckEnv checks what the sequencer chose for a block on top of chain. Errors wrap ErrInvalidBlock.
func CheckEnv(cfg *rollup.ChainConfig, env *rollup.BlockEnv, chain *rollup.ChainState) error {
	switch {
	case env.Number == 0 || env.Number-1 != chain.LastBlock:
		return fmt.Errorf("%w: number %d on top of %d", ErrInvalidBlock, env.Number, chain.LastBlock)
	case env.Timestamp < chain.LastTimestamp:
		return fmt.Errorf("%w: timestamp %d before its parent's %d", ErrInvalidBlock, env.Timestamp, chain.LastTimestamp)
	case env.GasLimit > cfg.BlockGasLimit:
		return fmt.Errorf("%w: gas limit %d above the chain's %d", ErrInvalidBlock, env.GasLimit, cfg.BlockGasLimit)
	case env.GasPerPubdata > cfg.MaxGasPerPubdata:
		return fmt.Errorf("%w: %d gas per pubdata byte above the chain's %d", ErrInvalidBlock, env.GasPerPubdata, cfg.MaxGasPerPubdata)
	}
	return nil
}

// SetTracer gives hooks that see every step of the transactions applied from now on, nil for none; for debug_trace methods.
func (b *Builder) SetTracer(hooks *tracing.Hooks) {
	b.x.evm.Config.Tracer, b.x.db.hooks = hooks, hooks
}

// PubdataBytes is the sum over the transactions so far.
func (b *Builder) PubdataBytes() uint64 { return b.pubdata }

// GasUsed is the sum over the transactions so far.
func (b *Builder) GasUsed() uint64 { return b.x.gasUsed }

// Len is the number of transactions so far.
func (b *Builder) Len() int { return len(b.txs) }

// Apply executes tx as the block's next transaction. An error of errors.go means that it is not includable here and leaves the builder as it was; any other error is one of the State
// below, after which the builder is of no use.
func (b *Builder) Apply(tx *Tx) (*Receipt, error) {
	db := b.x.db
	if db.err != nil {
		return nil, db.err
	}
	if err := b.checkOrder(tx); err != nil {
		return nil, err
	}
	from, err := tx.Sender()
	if err != nil {
		return nil, err
	}
	db.beginTx()
	db.SetTxContext(tx.hash, len(b.txs), 0)
	if err := b.traceStart(tx, from); err != nil {
		return nil, err
	}
	o, err := b.apply(tx, from)
	if db.err != nil {
		err = db.err
	}
	if err != nil {
		b.traceEnd(nil, err)
		return nil, err
	}
	b.x.keepSupply()
	r := b.receipt(tx, from, o)
	db.finishTx()
	b.traceEnd(r, nil)
	return r, db.err
}

func (b *Builder) apply(tx *Tx, from common.Address) (*outcome, error) {
	if tx.canonical != nil {
		return b.x.applyOperation(tx.canonical)
	}
	return b.x.applyMessage(&message{
		from: from, to: tx.to, nonce: tx.nonce, gasLimit: tx.gas, price: tx.EffectiveGasPrice(&b.env.BaseFee), feeCap: &tx.feeCap, tipCap: &tx.tipCap,
		value: &tx.value, data: tx.data, accessList: tx.accessList, auths: tx.auths,
	})
}

// checkOrder: an upgrade comes first, then priority operations in queue order, then everything else.
func (b *Builder) checkOrder(tx *Tx) error {
	switch {
	case tx.IsUpgrade() && b.stage != stageStart:
		return fmt.Errorf("%w: upgrade is not first", ErrOrder)
	case tx.IsPriority() && b.stage == stageOrdinary:
		return fmt.Errorf("%w: priority operation after an ordinary transaction", ErrOrder)
	case tx.IsPriority() && b.stage == stagePriority && tx.nonce != b.lastOp+1:
		return fmt.Errorf("%w: priority operation %d after %d", ErrOrder, tx.nonce, b.lastOp)
	}
	return nil
}

// receipt takes the transaction into the block.
func (b *Builder) receipt(tx *Tx, from common.Address, o *outcome) *Receipt {
	b.txs = append(b.txs, tx.raw)
	b.x.gasUsed += o.gasUsed
	b.pubdata += o.pubdataBytes
	r := &Receipt{
		TxHash: tx.hash, Type: tx.typ, GasUsed: o.gasUsed, CumulativeGasUsed: b.x.gasUsed, PubdataBytes: o.pubdataBytes, PubdataGas: o.pubdataGas,
		EffectiveGasPrice: tx.EffectiveGasPrice(&b.env.BaseFee), From: from, To: tx.to, Logs: b.x.db.logs,
	}
	r.finish(o)
	if tx.to == nil {
		r.ContractAddress = contractAddress(from, tx.nonce)
	}
	for _, l := range r.Logs {
		l.BlockNumber, l.BlockTimestamp = b.env.Number, b.env.Timestamp
	}
	r.bloomBits = bloomOf(&r.Bloom, r.Logs)
	switch b.stage = stageOrdinary; {
	case tx.IsUpgrade():
		b.stage = stageUpgrade
	case tx.IsPriority():
		b.stage, b.lastOp = stagePriority, tx.nonce
		r.L2ToL1Logs = append(r.L2ToL1Logs, rollup.PriorityResultLog(0, tx.hash, r.Status == 1))
	}
	b.receipts = append(b.receipts, r)
	return r
}

// finish fills in how the execution ended.
func (r *Receipt) finish(o *outcome) {
	r.L2ToL1Logs, r.Messages = o.messageLogs, o.messages
	if o.failure == nil {
		r.Status = types.ReceiptStatusSuccessful
		return
	}
	r.Failure, r.ReturnData = o.failure.Error(), o.ret
}

func (b *Builder) traceStart(tx *Tx, from common.Address) error {
	if t := b.x.evm.Config.Tracer; t != nil && t.OnTxStart != nil {
		geth, err := tx.Geth()
		if err != nil {
			return err
		}
		t.OnTxStart(b.x.evm.GetVMContext(), geth, from)
	}
	return nil
}

func (b *Builder) traceEnd(r *Receipt, err error) {
	t := b.x.evm.Config.Tracer
	if t == nil || t.OnTxEnd == nil {
		return
	}
	if r == nil {
		t.OnTxEnd(nil, err)
		return
	}
	t.OnTxEnd(r.Geth(), nil)
}

// Geth is the receipt in go-ethereum's form, as far as the transaction alone determines it.
func (r *Receipt) Geth() *types.Receipt {
	price := new(uint256.Int)
	if r.EffectiveGasPrice != nil {
		price = r.EffectiveGasPrice
	}
	return &types.Receipt{
		Type: r.Type, Status: r.Status, CumulativeGasUsed: r.CumulativeGasUsed, Bloom: r.Bloom, Logs: r.Logs, TxHash: r.TxHash, ContractAddress: r.ContractAddress,
		GasUsed: r.GasUsed, EffectiveGasPrice: price.ToBig(),
	}
}

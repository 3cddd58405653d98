package sequencer

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
)

// ErrTooMuchPubdata is the reason for refusing a transaction whose effects do not fit a block that holds nothing else.
var ErrTooMuchPubdata = errors.New("transaction writes more than a block can publish")

// Candidates are ordinary transactions in the order in which a block should take them. After each one the builder either shifts (go on with the
// sender's next) or pops (leave out the sender's rest).
type Candidates interface {
	Next() (*stf.Tx, error) // nil at the end
	Shift()
	Pop()
}

// Refusal is an ordinary transaction that can never be included as it is.
type Refusal struct {
	Hash   common.Hash
	Reason error
}

// Input is what a block is built from.
type Input struct {
	Chain      *rollup.ChainConfig
	Limits     Limits
	Env        rollup.BlockEnv
	Before     *rollup.ChainState // newest block: the parent
	Pre        stf.State          // after the parent
	Operations []rollup.CanonicalTx
	Ordinary   Candidates
}

// Output is a block, nil when nothing could be included, and what was refused on the way.
type Output struct {
	Block   *stf.BlockResult
	Refused []Refusal
}

// Build makes the block that Input asks for. An error means that the state could not be read, or that a priority operation fits no block.
func Build(in *Input) (*Output, error) {
	a := &assembly{in: in, env: in.Env}
	if err := a.restart(nil); err != nil {
		return nil, err
	}
	err := a.operations()
	if err == nil && !a.full {
		err = a.ordinary()
	}
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", in.Env.Number, err)
	}
	out := &Output{Refused: a.refused}
	if out.Block, err = a.builder.Finish(); err != nil {
		return nil, fmt.Errorf("block %d: %w", in.Env.Number, err)
	}
	return out, nil
}

// assembly is a block in the making.
type assembly struct {
	in      *Input
	env     rollup.BlockEnv
	builder *stf.Builder
	txs     []*stf.Tx // in the builder
	bytes   uint64    // that txs publish at most
	logs    int       // L2→L1 logs of txs
	rebuilt int       // how often a transaction did not fit the rest
	wasted  uint64    // execution gas spent on transactions that no block can hold, and on building again without them
	full    bool      // nothing more fits
	refused []Refusal
}

// restart begins the block again with txs, which were in it before: they execute as they did.
func (a *assembly) restart(txs []*stf.Tx) error {
	var err error
	if a.builder, err = stf.NewBuilder(a.in.Chain, a.env, a.in.Before, a.in.Pre); err != nil {
		return err
	}
	a.txs, a.bytes, a.logs = txs, 0, 0
	for i, tx := range txs {
		r, err := a.builder.Apply(tx)
		if err != nil {
			return fmt.Errorf("transaction %d again: %w", i, err)
		}
		a.bytes, a.logs = a.bytes+r.PublishedBound(), a.logs+len(r.L2ToL1Logs)
	}
	return nil
}

// fit says what became of a transaction that is includable by itself.
type fit int

const (
	fits     fit = iota // it is in the block
	noRoom              // the rest of the block is too small for it
	tooLarge            // every block is
)

// apply puts tx into the block if its pubdata and logs fit. When they do not, the block is built again as it was before.
func (a *assembly) apply(tx *stf.Tx) (fit, error) {
	r, err := a.builder.Apply(tx)
	if err != nil {
		return noRoom, err
	}
	limits, size := &a.in.Limits, r.PublishedBound()
	if size > limits.PubdataBytes || len(r.L2ToL1Logs) > limits.L2ToL1Logs {
		a.wasted += a.builder.GasUsed() - r.PubdataGas
		return tooLarge, a.restart(a.txs)
	}
	if a.bytes+size > limits.PubdataBytes || a.logs+len(r.L2ToL1Logs) > limits.L2ToL1Logs {
		a.rebuilt++
		return noRoom, a.restart(a.txs)
	}
	a.txs, a.bytes, a.logs = append(a.txs, tx), a.bytes+size, a.logs+len(r.L2ToL1Logs)
	a.full = len(a.txs) >= limits.Txs
	return fits, nil
}

// operations takes priority operations until one does not fit.
func (a *assembly) operations() error {
	for i := range a.in.Operations {
		op := &a.in.Operations[i]
		tx, err := stf.DecodeTx(op.Raw(), a.in.Chain)
		if err != nil {
			return fmt.Errorf("priority operation %d: %w", op.Nonce, err)
		}
		got, err := a.apply(tx)
		if len(a.txs) == 0 && (errors.Is(err, stf.ErrGasLimitReached) || (err == nil && got == tooLarge)) {
			return a.alone(op, tx, got == tooLarge)
		}
		if errors.Is(err, stf.ErrGasLimitReached) && len(a.txs) > 0 {
			err, got = nil, noRoom
		}
		if err != nil {
			return fmt.Errorf("priority operation %d: %w", op.Nonce, err)
		}
		if a.full = a.full || got != fits; a.full {
			return nil
		}
	}
	return nil
}

// alone makes the block of a single operation that fits no ordinary block: because of its gas limit, or (costly) of what it publishes at the present price. Then the price here is one at which
// its gas cannot pay for more than fits.
func (a *assembly) alone(op *rollup.CanonicalTx, tx *stf.Tx, costly bool) error {
	a.env.GasLimit = a.in.Chain.BlockGasLimit
	if costly {
		a.env.GasPerPubdata = a.prohibitive(op)
	}
	if err := a.restart(nil); err != nil {
		return err
	}
	got, err := a.apply(tx)
	if err == nil && got == tooLarge && !costly {
		return a.alone(op, tx, true)
	}
	if err == nil && got != fits {
		err = ErrTooMuchPubdata
	}
	if err != nil {
		return fmt.Errorf("priority operation %d: %w", op.Nonce, err)
	}
	a.full = true
	return nil
}

// uncounted is more than an operation publishes without paying for it.
const uncounted = 64

// prohibitive is a price of a pubdata byte at which the operation's gas does not pay for more bytes or more logs than a block holds.
func (a *assembly) prohibitive(op *rollup.CanonicalTx) uint64 {
	room := min(a.in.Limits.PubdataBytes-uncounted, rollup.MessageSize(0)*uint64(a.in.Limits.L2ToL1Logs))
	return min(a.in.Chain.MaxGasPerPubdata, min(op.GasLimit, a.in.Chain.BlockGasLimit)/room+1)
}

const (
	leastGas    = 21_000 // what the cheapest transaction uses
	maxRebuilds = 4      // after so many transactions that did not fit the rest, a block is as good as full
	maxWaste    = 4      // blocks' worth of gas that may be spent on transactions that no block can hold
)

// ordinary takes transactions of users until the block is full or there are none left.
func (a *assembly) ordinary() error {
	next := a.in.Ordinary
	for !a.full && a.builder.GasUsed()+leastGas <= a.env.GasLimit {
		tx, err := next.Next()
		if err != nil {
			return err
		}
		if tx == nil {
			return nil
		}
		if !a.canPay(tx) {
			next.Pop()
			continue
		}
		got, err := a.apply(tx)
		switch {
		case err == nil && got == fits, errors.Is(err, stf.ErrNonceTooLow):
			next.Shift()
		case err == nil && got == tooLarge:
			a.refused = append(a.refused, Refusal{tx.Hash(), ErrTooMuchPubdata})
			a.full = a.wasted > maxWaste*a.env.GasLimit
			next.Pop()
		case err == nil:
			a.full = a.rebuilt >= maxRebuilds
			next.Pop()
		case isAny(err, laterErrors):
			next.Pop()
		case isAny(err, neverErrors):
			a.refused = append(a.refused, Refusal{tx.Hash(), err})
			next.Pop()
		default:
			return err
		}
	}
	return nil
}

// canPay reports whether the gas limit reaches for the pubdata that the transaction causes whatever it does: otherwise it would fail, and the chain would pay for publishing that. Gas limits that
// are too low at any price have an error of their own.
func (a *assembly) canPay(tx *stf.Tx) bool {
	gas := tx.GasLimit()
	return gas < leastGas || gas-leastGas >= stf.LeastPubdataBytes*a.env.GasPerPubdata
}

// laterErrors keep a transaction out of this block only.
var laterErrors = []error{
	stf.ErrNonceTooHigh, stf.ErrInsufficientFunds, stf.ErrFeeCapTooLow, stf.ErrGasLimitReached, stf.ErrGasLimitTooHigh, stf.ErrSenderNoEOA, stf.ErrOrder,
}

// neverErrors keep a transaction out of every block.
var neverErrors = []error{
	stf.ErrNonceMax, stf.ErrGasUintOverflow, stf.ErrIntrinsicGas, stf.ErrFloorDataGas, stf.ErrTipAboveFeeCap, stf.ErrSetCodeTxCreate, stf.ErrEmptyAuthList,
	stf.ErrMaxInitCodeSize, stf.ErrTxType, stf.ErrBlobTx, stf.ErrTxEncoding, stf.ErrInvalidSignature, stf.ErrInvalidChainID, stf.ErrUpgradeTxForm,
	stf.ErrInsufficientTransfer,
}

func isAny(err error, list []error) bool {
	for _, e := range list {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

package escape

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Ether stands for ETH where a token's address is expected.
var Ether = common.Address{19: 1}

// gasPerPubdataLimit is what the SDKs ask for.
const gasPerPubdataLimit = 800

// Gas of the two withdrawals on L2, at the highest price of pubdata that they allow: about 500 and 900 bytes at 800 gas, and execution. What is not used goes back to the sender on L2.
const (
	etherGas = 800_000
	tokenGas = 1_600_000
)

// Withdrawal asks for money of the sender on L2 to be paid on L1.
type Withdrawal struct {
	Token    common.Address // on L1; Ether for ETH
	To       common.Address // who gets it on L1
	Amount   *big.Int       // wei, or units of the token
	Unproven bool           // leaves out the look at the state: for a chain whose data are not on L1
}

// Requested is a withdrawal in the queue on L1.
type Requested struct {
	Operation uint64      // its number in the queue
	Hash      common.Hash // of the operation, on L1 and L2
	L1Tx      common.Hash
	ExpiresAt uint64   // seconds
	Fee       *big.Int // wei paid on L1 for the work on L2
}

// Withdraw puts a withdrawal into the priority queue. Before that it is tried on the state that L1 gives, after everything that waits: an operation that would fail is ErrWouldFail and is not
// requested. A call that was killed is gone on with by the same call. tell is given the result before the call counts as ended: the same call again, after that, is another withdrawal.
func (e *Escape) Withdraw(ctx context.Context, w Withdrawal, tell func(*Requested)) (*Requested, error) {
	if e.sender == nil {
		return nil, ErrNoKey
	}
	if w.Amount == nil || w.Amount.Sign() <= 0 || w.Amount.BitLen() > 256 || w.To == (common.Address{}) {
		return nil, errors.New("a withdrawal needs an amount and a receiver")
	}
	name := fmt.Sprintf("withdraw/%v/%v/%v", w.Token, w.To, w.Amount)
	told, err := e.told(name)
	if err != nil {
		return nil, err
	}
	for n := told; ; n++ {
		key := fmt.Sprintf("%s/%d", name, n)
		s, err := e.sender.Status(key)
		if err != nil {
			return nil, err
		}
		var done bool
		if s.State == txmgr.Unknown {
			done, err = e.request(ctx, &w, key)
		} else {
			e.say("going on with a request that was under way")
			done, err = e.carry(ctx, key, "withdrawal requested")
		}
		if err != nil {
			return nil, err
		}
		if !done { // prices on L1 rose: its money is still there
			continue
		}
		r, err := e.requested(ctx, key)
		if err != nil {
			return nil, err
		}
		if tell != nil {
			tell(r)
		}
		return r, e.kv.Write(durable.Change{Key: []byte("told/" + name), Value: new(big.Int).SetUint64(n + 1).Bytes()})
	}
}

// told counts the attempts of a name that were told.
func (e *Escape) told(name string) (uint64, error) {
	enc, _, err := e.kv.Get([]byte("told/" + name))
	return new(big.Int).SetBytes(enc).Uint64(), err
}

// request sends the request, if it would do what it is for.
func (e *Escape) request(ctx context.Context, w *Withdrawal, key string) (bool, error) {
	op, err := e.operation(ctx, w)
	if err != nil {
		return false, err
	}
	if !w.Unproven {
		if err := e.tryOut(ctx, op); err != nil {
			return false, err
		}
	}
	mint := op.ToMint.ToBig()
	data := bindings.NewBridgehub().PackRequestL2TransactionDirect(bindings.L2TransactionRequestDirect{
		ChainId: new(big.Int).SetUint64(e.cfg.Genesis.Config.ChainID), MintValue: mint, L2Contract: op.To, L2Value: op.Value.ToBig(), L2Calldata: op.Data,
		L2GasLimit: new(big.Int).SetUint64(op.GasLimit), L2GasPerPubdataByteLimit: big.NewInt(gasPerPubdataLimit), RefundRecipient: op.From,
	})
	return e.send(ctx, key, "withdrawal requested", call{to: e.cfg.Bridgehub, data: data, value: mint})
}

// operation is what L1 will put into its queue, at the highest price that the transaction may have.
func (e *Escape) operation(ctx context.Context, w *Withdrawal) (*rollup.CanonicalTx, error) {
	op := &rollup.CanonicalTx{Type: rollup.PriorityTxType, From: e.sender.Address(), GasPerPubdataLimit: gasPerPubdataLimit, RefundRecipient: e.sender.Address()}
	if w.Token == Ether {
		op.To, op.GasLimit, op.Data = rollup.L2BaseTokenAddress, etherGas, bindings.NewL2BaseToken().PackWithdraw(w.To)
		op.Value = *uint256.MustFromBig(w.Amount)
	} else {
		burn, err := burnData(w)
		if err != nil {
			return nil, err
		}
		op.To, op.GasLimit = rollup.L2AssetRouterAddress, tokenGas
		op.Data = bindings.NewL2AssetRouter().PackWithdraw(genesis.AssetID(e.l1.ID(), w.Token), burn)
	}
	price, err := e.gasPrice(ctx)
	if err != nil {
		return nil, err
	}
	hub, id := bindings.NewBridgehub(), new(big.Int).SetUint64(e.cfg.Genesis.Config.ChainID)
	out, err := e.call(ctx, e.cfg.Bridgehub, hub.PackL2TransactionBaseCost(id, price, new(big.Int).SetUint64(op.GasLimit), big.NewInt(gasPerPubdataLimit)))
	if err != nil {
		return nil, err
	}
	fee, err := hub.UnpackL2TransactionBaseCost(out)
	if err != nil {
		return nil, err
	}
	op.MaxFeePerGas = *uint256.MustFromBig(new(big.Int).Div(fee, new(big.Int).SetUint64(op.GasLimit)))
	mint := new(big.Int).Set(fee)
	if fee.Cmp(op.Value.ToBig()) >= 0 { // L1 takes a value out of the sender's balance on L2 only when it is above what is brought along
		mint.Add(mint, op.Value.ToBig())
	}
	op.ToMint = *uint256.MustFromBig(mint)
	return op, nil
}

var burn = mustArguments("uint256", "address", "address")

// burnData is abi.encode(amount, receiver, token on L2 or 0), docs/bridge.md.
func burnData(w *Withdrawal) ([]byte, error) {
	return burn.Pack(w.Amount, w.To, common.Address{})
}

// tryOut executes the operation on the state that L1 gives.
func (e *Escape) tryOut(ctx context.Context, op *rollup.CanonicalTx) error {
	at, err := e.rebuild(ctx)
	if err != nil {
		return err
	}
	receipt, err := e.simulate(ctx, at, op)
	if err != nil {
		return err
	}
	if receipt.Status == 1 {
		return nil
	}
	account, err := at.State.Account(op.From)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w (%s): by what L1 has, %v has %s ETH on L2", ErrWouldFail, reason(receipt.Failure, receipt.ReturnData), op.From, ether(account.Balance.ToBig()))
}

// reason is why a call failed, with the text or the selector of the contract's error.
func reason(failure string, data []byte) string {
	if text, err := abi.UnpackRevert(data); err == nil {
		return failure + ": " + text
	}
	if len(data) >= 4 {
		return fmt.Sprintf("%s: error %#x", failure, data[:4])
	}
	return failure
}

// requested reads the operation out of the receipt of its request.
func (e *Escape) requested(ctx context.Context, key string) (*Requested, error) {
	s, err := e.sender.Status(key)
	if err != nil {
		return nil, err
	}
	receipt, err := e.l1.TransactionReceipt(ctx, s.Tx)
	if err != nil {
		return nil, err
	}
	chain := bindings.NewChain()
	for _, log := range receipt.Logs {
		if log.Address != e.cfg.Chain {
			continue
		}
		if r, err := chain.UnpackNewPriorityRequestEvent(log); err == nil {
			fee := new(big.Int).Mul(r.Transaction.MaxFeePerGas, r.Transaction.GasLimit)
			return &Requested{Operation: r.TxId.Uint64(), Hash: r.TxHash, L1Tx: s.Tx, ExpiresAt: r.ExpirationTimestamp, Fee: fee}, nil
		}
	}
	return nil, fmt.Errorf("L1 transaction %v requested nothing from the chain", s.Tx)
}

package rpc

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// AccountOverride replaces parts of an account for one call.
type AccountOverride struct {
	Nonce            *hexutil.Uint64             `json:"nonce"`
	Code             *hexutil.Bytes              `json:"code"`
	Balance          *hexutil.Big                `json:"balance"`
	State            map[common.Hash]common.Hash `json:"state"`     // the whole storage
	StateDiff        map[common.Hash]common.Hash `json:"stateDiff"` // some slots
	MovePrecompileTo *common.Address             `json:"movePrecompileToAddress"`
}

// StateOverride is by account.
type StateOverride map[common.Address]AccountOverride

// apply changes the state and the precompiles of at. Accounts are taken in the order of their addresses, as geth does, so that errors are the same every time.
func (all *StateOverride) apply(at *Position, fork rollup.Fork) error {
	if all == nil {
		return nil
	}
	o := *all
	with := make(map[common.Address]stf.Override, len(o))
	moved, taken := stf.MovedPrecompiles{}, map[common.Address]bool{}
	for _, address := range slices.SortedFunc(maps.Keys(o), common.Address.Cmp) {
		a, is := o[address], stf.IsPrecompile(fork, address)
		switch {
		case taken[address]:
			return fmt.Errorf("account %s has already been overridden by a precompile", address.Hex())
		case a.State != nil && a.StateDiff != nil:
			return fmt.Errorf("account %s has both 'state' and 'stateDiff'", address.Hex())
		case a.Balance != nil && (a.Balance.ToInt().Sign() < 0 || a.Balance.ToInt().BitLen() > 256):
			return invalidParams("balance of %s does not fit 256 bits", address.Hex())
		}
		if to := a.MovePrecompileTo; to != nil {
			if !is {
				return fmt.Errorf("account %s is not a precompile", address.Hex())
			}
			if _, has := o[*to]; has {
				return fmt.Errorf("account %s is already overridden", to.Hex())
			}
			taken[*to] = true
		}
		if is {
			moved[address] = a.MovePrecompileTo
		}
		with[address] = stf.Override{Nonce: (*uint64)(a.Nonce), Balance: (*big.Int)(a.Balance), Code: (*[]byte)(a.Code), State: a.State, StateDiff: a.StateDiff}
	}
	if len(moved) > 0 {
		at.Precompiles = moved
	}
	var err error
	at.State, err = stf.WithOverrides(at.State, with)
	return err
}

// applyFixed changes the state of at and leaves the precompiles where they are, as geth does for access lists.
func (all *StateOverride) applyFixed(at *Position, fork rollup.Fork) error {
	if all == nil {
		return nil
	}
	for _, address := range slices.SortedFunc(maps.Keys(*all), common.Address.Cmp) {
		if (*all)[address].MovePrecompileTo != nil {
			return fmt.Errorf("account %s is not a precompile", address.Hex())
		}
	}
	err := all.apply(at, fork)
	at.Precompiles = nil
	return err
}

// BlockOverride replaces fields of the block that a call runs in. The names are geth's.
type BlockOverride struct {
	Number        *hexutil.Big       `json:"number"`
	Time          *hexutil.Uint64    `json:"time"`
	GasLimit      *hexutil.Uint64    `json:"gasLimit"`
	FeeRecipient  *common.Address    `json:"feeRecipient"`
	PrevRandao    *common.Hash       `json:"prevRandao"`
	BaseFeePerGas *hexutil.Big       `json:"baseFeePerGas"`
	BlobBaseFee   *hexutil.Big       `json:"blobBaseFee"` // no effect: there are no blobs on L2, BLOBBASEFEE is 1
	Difficulty    *hexutil.Big       `json:"difficulty"`  // no effect, as in geth after the merge
	BeaconRoot    *common.Hash       `json:"beaconRoot"`
	Withdrawals   *types.Withdrawals `json:"withdrawals"`
	GasPerPubdata *hexutil.Uint64    `json:"gasPerPubdata"` // Ashlar's
}

func (o *BlockOverride) apply(env rollup.BlockEnv) (rollup.BlockEnv, error) {
	if o == nil {
		return env, nil
	}
	if o.BeaconRoot != nil {
		return env, errors.New(`block override "beaconRoot" is not supported for this RPC method`)
	}
	if o.Withdrawals != nil {
		return env, errors.New(`block override "withdrawals" is not supported for this RPC method`)
	}
	if o.Number != nil {
		if !o.Number.ToInt().IsUint64() {
			return env, invalidParams("block number does not fit 64 bits")
		}
		env.Number = o.Number.ToInt().Uint64()
	}
	if o.BaseFeePerGas != nil {
		fee, overflow := uint256.FromBig(o.BaseFeePerGas.ToInt())
		if overflow || o.BaseFeePerGas.ToInt().Cmp(new(big.Int)) < 0 {
			return env, invalidParams("base fee does not fit 256 bits")
		}
		env.BaseFee = *fee
	}
	if o.Time != nil {
		env.Timestamp = uint64(*o.Time)
	}
	if o.GasLimit != nil {
		env.GasLimit = uint64(*o.GasLimit)
	}
	if o.FeeRecipient != nil {
		env.Coinbase = *o.FeeRecipient
	}
	if o.PrevRandao != nil {
		env.PrevRandao = *o.PrevRandao
	}
	if o.GasPerPubdata != nil {
		env.GasPerPubdata = uint64(*o.GasPerPubdata)
	}
	return env, nil
}

package rpc

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
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

// apply gives the state as the overrides make it.
func (o StateOverride) apply(state State) (State, error) {
	with := make(map[common.Address]stf.Override, len(o))
	for address, a := range o {
		switch {
		case a.MovePrecompileTo != nil:
			return nil, unsupported("movePrecompileToAddress is not supported")
		case a.State != nil && a.StateDiff != nil:
			return nil, invalidParams("account %s has both 'state' and 'stateDiff'", address.Hex())
		case a.Balance != nil && (a.Balance.ToInt().Sign() < 0 || a.Balance.ToInt().BitLen() > 256):
			return nil, invalidParams("balance of %s does not fit 256 bits", address.Hex())
		}
		with[address] = stf.Override{Nonce: (*uint64)(a.Nonce), Balance: (*big.Int)(a.Balance), Code: (*[]byte)(a.Code), State: a.State, StateDiff: a.StateDiff}
	}
	return stf.WithOverrides(state, with)
}

// BlockOverride replaces fields of the block that a call runs in. The names are geth's.
type BlockOverride struct {
	Number        *hexutil.Big    `json:"number"`
	Time          *hexutil.Uint64 `json:"time"`
	GasLimit      *hexutil.Uint64 `json:"gasLimit"`
	FeeRecipient  *common.Address `json:"feeRecipient"`
	PrevRandao    *common.Hash    `json:"prevRandao"`
	BaseFeePerGas *hexutil.Big    `json:"baseFeePerGas"`
	GasPerPubdata *hexutil.Uint64 `json:"gasPerPubdata"` // Ashlar's
}

func (o *BlockOverride) apply(env rollup.BlockEnv) (rollup.BlockEnv, error) {
	if o == nil {
		return env, nil
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

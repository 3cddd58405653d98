package rpc

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// zksFees estimates.
type zksFees struct{ *api }

// GasPerPubdata is zks_gasPerPubdata: the price in the next block.
func (z *zksFees) GasPerPubdata() (hexutil.Uint64, error) {
	env, err := z.back.Fees.NextBlock()
	return hexutil.Uint64(env.GasPerPubdata), err
}

// GetL1GasPrice is zks_getL1GasPrice.
func (z *zksFees) GetL1GasPrice() *hexutil.Big { return (*hexutil.Big)(z.back.Fees.L1GasPrice()) }

type zksFee struct {
	GasLimit             hexutil.Uint64 `json:"gas_limit"`
	GasPerPubdataLimit   hexutil.Uint64 `json:"gas_per_pubdata_limit"`
	MaxFeePerGas         *hexutil.Big   `json:"max_fee_per_gas"`
	MaxPriorityFeePerGas *hexutil.Big   `json:"max_priority_fee_per_gas"`
}

// next is where a transaction that is sent now will run, for estimates: the base fee is that of the head where it is higher, as in [api.gasPrice].
func (a *api) next() (*Position, error) {
	at, err := a.nextPosition()
	if err != nil {
		return nil, err
	}
	return at, a.raiseBaseFee(&at.Env)
}

// EstimateFee is zks_estimateFee.
func (z *zksFees) EstimateFee(ctx context.Context, args CallArgs) (*zksFee, error) {
	at, err := z.next()
	if err != nil {
		return nil, err
	}
	estimate, err := z.estimateOrdinary(ctx, &args, at)
	if err != nil {
		return nil, err
	}
	price, err := z.gasPrice()
	if err != nil {
		return nil, err
	}
	return &zksFee{
		GasLimit: hexutil.Uint64(estimate.limit), GasPerPubdataLimit: hexutil.Uint64(at.Env.GasPerPubdata), MaxFeePerGas: (*hexutil.Big)(price),
		MaxPriorityFeePerGas: (*hexutil.Big)(z.back.Fees.SuggestTip()),
	}, nil
}

// EstimateGasL1ToL2 is zks_estimateGasL1ToL2: the L2 gas limit of a priority operation, see estimatePriority.
func (z *zksFees) EstimateGasL1ToL2(ctx context.Context, args CallArgs) (hexutil.Uint64, error) {
	at, err := z.next()
	if err != nil {
		return 0, err
	}
	return z.estimatePriority(ctx, &args, at)
}

type feeParams struct {
	V2 struct {
		Config struct {
			MinimalL2GasPrice   uint64 `json:"minimal_l2_gas_price"`
			ComputeOverheadPart uint64 `json:"compute_overhead_part"`
			PubdataOverheadPart uint64 `json:"pubdata_overhead_part"`
			BatchOverheadL1Gas  uint64 `json:"batch_overhead_l1_gas"`
			MaxGasPerBatch      uint64 `json:"max_gas_per_batch"`
			MaxPubdataPerBatch  uint64 `json:"max_pubdata_per_batch"`
		} `json:"config"`
		L1GasPrice      uint64 `json:"l1_gas_price"`
		L1PubdataPrice  uint64 `json:"l1_pubdata_price"`
		ConversionRatio struct {
			Numerator   uint64 `json:"numerator"`
			Denominator uint64 `json:"denominator"`
		} `json:"conversion_ratio"`
	} `json:"V2"`
}

// GetFeeParams is zks_getFeeParams, as far as the terms exist here: prices of the next block, no overheads, a base token that is worth what ETH is.
func (z *zksFees) GetFeeParams() (*feeParams, error) {
	env, err := z.back.Fees.NextBlock()
	if err != nil {
		return nil, err
	}
	out := new(feeParams)
	v := &out.V2
	v.Config.MinimalL2GasPrice = env.BaseFee.Uint64()
	v.Config.MaxGasPerBatch = env.GasLimit
	v.L1GasPrice = clampUint64(z.back.Fees.L1GasPrice())
	v.L1PubdataPrice = clampUint64(new(big.Int).Mul(env.BaseFee.ToBig(), new(big.Int).SetUint64(env.GasPerPubdata)))
	v.ConversionRatio.Numerator, v.ConversionRatio.Denominator = 1, 1
	return out, nil
}

func clampUint64(v *big.Int) uint64 {
	if !v.IsUint64() {
		return ^uint64(0)
	}
	return v.Uint64()
}

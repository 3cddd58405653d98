package stf

import (
	"bytes"
	"fmt"

	"github.com/ethereum/go-ethereum/params"
)

// maxTxGas is EIP-7825's limit of the gas that one transaction can execute with: 2^24.
const maxTxGas = params.MaxTxGas

// intrinsicGas is what a message costs before it runs, and the least it can cost (EIP-7623, zero before Prague). Data is bounded by memory, so nothing here overflows.
func (x *executor) intrinsicGas(m *message) (intrinsic, floor uint64) {
	zeros := uint64(bytes.Count(m.data, []byte{0}))
	others := uint64(len(m.data)) - zeros
	intrinsic = params.TxGas + zeros*params.TxDataZeroGas + others*params.TxDataNonZeroGasEIP2028
	if m.to == nil { // EIP-2, EIP-3860
		intrinsic += params.TxGasContractCreation - params.TxGas + (uint64(len(m.data))+31)/32*params.InitCodeWordGas
	}
	intrinsic += uint64(len(m.accessList))*params.TxAccessListAddressGas + uint64(m.accessList.StorageKeys())*params.TxAccessListStorageKeyGas
	intrinsic += uint64(len(m.auths)) * params.CallNewAccountGas
	if x.rules.IsPrague {
		floor = params.TxGas + (zeros+others*params.TxTokenPerNonZeroByte)*params.TxCostFloorPerToken
	}
	return intrinsic, floor
}

// executionLimit is the part of the gas limit that execution may use. The rest can only pay for pubdata.
func (x *executor) executionLimit(m *message) uint64 {
	if x.rules.IsOsaka && !m.skipGasCap {
		return min(m.gasLimit, maxTxGas)
	}
	return m.gasLimit
}

// checkGas is the part of the validity checks that concerns intrinsic gas and floor.
func (x *executor) checkGas(m *message) (intrinsic, floor uint64, err error) {
	intrinsic, floor = x.intrinsicGas(m)
	have := x.executionLimit(m)
	if have < intrinsic {
		return 0, 0, fmt.Errorf("%w: have %d, want %d", ErrIntrinsicGas, have, intrinsic)
	}
	if have < floor {
		return 0, 0, fmt.Errorf("%w: have %d, want %d", ErrFloorDataGas, have, floor)
	}
	return intrinsic, floor, nil
}

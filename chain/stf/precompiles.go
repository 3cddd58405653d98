package stf

import (
	"encoding/binary"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf/pointeval"
	"github.com/ashlar-labs/ashlar/chain/stf/secp256k1"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Two of go-ethereum's precompiles need long preparations at their first use (tables of points, a trusted setup), which a proof would have to contain; they are replaced by code without.
// For the others see curves.go.
var replaced = vm.PrecompiledContracts{
	common.Address{19: 0x01}: ecrecover{},
	common.Address{19: 0x06}: bnAdd{vm.PrecompiledContractsOsaka[common.Address{19: 0x06}]},
	common.Address{19: 0x07}: bnMul{vm.PrecompiledContractsOsaka[common.Address{19: 0x07}]},
	common.Address{19: 0x08}: bnPairing{vm.PrecompiledContractsOsaka[common.Address{19: 0x08}]},
	common.Address{19: 0x0a}: pointEvaluation{},
	common.Address{19: 0x0c}: blsG1MSM{vm.PrecompiledContractsOsaka[common.Address{19: 0x0c}]},
	common.Address{19: 0x0e}: blsG2MSM{vm.PrecompiledContractsOsaka[common.Address{19: 0x0e}]},
}

// precompileSets are made at package initialisation: an EVM only reads them.
var precompileSets = map[rollup.Fork]vm.PrecompiledContracts{
	rollup.ForkCancun: withReplaced(vm.PrecompiledContractsCancun),
	rollup.ForkPrague: withReplaced(vm.PrecompiledContractsPrague),
	rollup.ForkOsaka:  withReplaced(vm.PrecompiledContractsOsaka),
}

var precompileAddresses = func() map[rollup.Fork][]common.Address {
	all := make(map[rollup.Fork][]common.Address)
	for fork, set := range precompileSets {
		for address := range set {
			all[fork] = append(all[fork], address)
		}
		slices.SortFunc(all[fork], common.Address.Cmp)
	}
	return all
}()

func withReplaced(set vm.PrecompiledContracts) vm.PrecompiledContracts {
	out := make(vm.PrecompiledContracts, len(set))
	for address, contract := range set {
		out[address] = contract
		if ours, ok := replaced[address]; ok {
			out[address] = ours
		}
	}
	return out
}

func precompiles(fork rollup.Fork) vm.PrecompiledContracts { return precompileSets[fork] }

// ecrecover is precompile 0x01: input hash, v, r, s, missing bytes read as zero; output the address as a word, or nothing.
type ecrecover struct{}

func (ecrecover) Name() string              { return "ECREC" }
func (ecrecover) RequiredGas([]byte) uint64 { return params.EcrecoverGas }

func (ecrecover) Run(input []byte) ([]byte, error) {
	var in [128]byte
	copy(in[:], input)
	hash := common.Hash(in[:32])
	v := binary.BigEndian.Uint64(in[56:64])
	if binary.BigEndian.Uint64(in[32:40])|binary.BigEndian.Uint64(in[40:48])|binary.BigEndian.Uint64(in[48:56]) != 0 || (v != 27 && v != 28) {
		return nil, nil
	}
	var r, s uint256.Int
	r.SetBytes32(in[64:96])
	s.SetBytes32(in[96:])
	var public [64]byte
	ok := secp256k1.Recover(&public, &hash, byte(v-27), &r, &s)
	if !ok {
		return nil, nil
	}
	out := make([]byte, 32)
	copy(out[12:], crypto.Keccak256(public[:])[12:])
	return out, nil
}

// pointEvaluation is EIP-4844's precompile 0x0a.
type pointEvaluation struct{}

func (pointEvaluation) Name() string                     { return "KZG_POINT_EVALUATION" }
func (pointEvaluation) RequiredGas([]byte) uint64        { return params.BlobTxPointEvaluationPrecompileGas }
func (pointEvaluation) Run(input []byte) ([]byte, error) { return pointeval.Run(input) }

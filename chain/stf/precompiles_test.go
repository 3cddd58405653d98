package stf

import (
	"bytes"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

func TestEcrecoverMatchesGeth(t *testing.T) {
	geth := vm.PrecompiledContractsOsaka[common.Address{19: 1}]
	rng := rand.New(rand.NewSource(1))
	key, _ := crypto.ToECDSA(crypto.Keccak256([]byte("key")))
	recovered := 0
	for i := range 400 {
		in := make([]byte, 128)
		rng.Read(in[:32])
		sig, err := crypto.Sign(in[:32], key)
		if err != nil {
			t.Fatal(err)
		}
		in[63] = sig[64] + 27
		copy(in[64:], sig)
		switch rng.Intn(6) {
		case 0:
			in[rng.Intn(64)] ^= byte(1 << rng.Intn(8))
		case 1:
			in[64+rng.Intn(64)] ^= byte(1 << rng.Intn(8))
		case 2:
			in = in[:rng.Intn(129)]
		case 3:
			in = append(in, 1, 2, 3)
		}
		want, _ := geth.Run(in)
		got, err := ecrecover{}.Run(in)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("case %d: %x: got %x, want %x", i, in, got, want)
		}
		if len(got) > 0 {
			recovered++
		}
		if geth.RequiredGas(in) != (ecrecover{}).RequiredGas(in) || geth.Name() != (ecrecover{}).Name() {
			t.Fatal("gas or name differs")
		}
	}
	if recovered < 100 || recovered == 400 {
		t.Errorf("%d of 400 recovered", recovered)
	}
}

// Every fork has go-ethereum's precompiles, with the replacements and nothing else.
func TestPrecompileSets(t *testing.T) {
	for fork, geth := range map[rollup.Fork]vm.PrecompiledContracts{
		rollup.ForkCancun: vm.PrecompiledContractsCancun, rollup.ForkPrague: vm.PrecompiledContractsPrague, rollup.ForkOsaka: vm.PrecompiledContractsOsaka,
	} {
		ours := precompiles(fork)
		if len(ours) != len(geth) || len(precompileAddresses[fork]) != len(geth) {
			t.Errorf("fork %d: %d precompiles, want %d", fork, len(ours), len(geth))
		}
		for address, contract := range geth {
			if _, replaced := replaced[address]; replaced == (ours[address] == contract) || ours[address].Name() != contract.Name() {
				t.Errorf("fork %d: %x", fork, address)
			}
		}
	}
}

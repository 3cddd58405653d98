package node_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/vm"
)

// gasProgram is random code that uses gas in every way that makes the least limit differ from what was used: refunds for slots that it clears, inner calls that get 63/64 of what is left, with
// and without value, and checks of how much is left.
func gasProgram(r *rand.Rand) (code []byte) {
	store := func(slot, value byte) []byte {
		return []byte{byte(vm.PUSH1), value, byte(vm.PUSH1), slot, byte(vm.SSTORE)}
	}
	for range 1 + r.IntN(6) {
		switch r.IntN(5) {
		case 0:
			code = append(code, store(byte(r.IntN(3)), byte(r.IntN(2)))...)
		case 1:
			slot := byte(3 + r.IntN(3))
			code = append(append(code, store(slot, 1)...), store(slot, 0)...)
		case 2: // a call of the contract that stores and logs a word
			code = append(code, byte(vm.PUSH1), byte(r.IntN(3)), byte(vm.PUSH0), byte(vm.MSTORE), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH1), 32, byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH20))
			code = append(append(code, apiContract[:]...), byte(vm.GAS), byte(vm.CALL), byte(vm.POP))
		case 3: // memory
			code = append(code, byte(vm.PUSH1), 1, byte(vm.PUSH3), 0, byte(r.IntN(64)), 0, byte(vm.MSTORE))
		case 4: // revert unless this much gas is left
			at := len(code)
			code = append(code, byte(vm.PUSH3), byte(r.IntN(4)), byte(r.IntN(256)), 0, byte(vm.GAS), byte(vm.GT), byte(vm.PUSH2), byte((at+13)>>8), byte(at+13), byte(vm.JUMPI), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.REVERT), byte(vm.JUMPDEST))
		}
	}
	return code
}

// TestTwinEstimates compares estimates of random programs, which are never just what was used, and of data that is paid for by EIP-7623's floor.
func TestTwinEstimates(t *testing.T) {
	w := newTwin(t, nil)
	r := rand.New(rand.NewPCG(*twinSeed, 1))
	for range 300 {
		override := fmt.Sprintf(`{"%s":{"code":"%s","balance":"0xffff"}}`, twinBlock, hexutil.Encode(gasProgram(r)))
		call := fmt.Sprintf(`{"from":"%s","to":"%s","data":"0x%s","gas":"%#x"}`, apiUser, twinBlock, strings.Repeat([]string{"00", "ff"}[r.IntN(2)], r.IntN(2)*r.IntN(3000)), r.IntN(3)*r.IntN(200_000))
		w.check("eth_estimateGas", fmt.Sprintf(`[%s,"latest",%s]`, call, override))
	}
	for _, gas := range []string{"0x0", "0x5208", "0x61a8", "0x186a0", "0xf4240", "0xffffff", "0x1000000", "0x1000001", "0x2faf080", "0x2faf081", "0x5f5e100", "0x5f5e101"} { // EIP-7825's limit, that of calls, that of the block
		for _, to := range []common.Address{apiPlain, apiContract, twinFails} {
			w.check("eth_estimateGas", fmt.Sprintf(`[{"from":"%s","to":"%s","gas":"%s"},"latest"]`, apiUser, to, gas))
			w.check("eth_estimateGas", fmt.Sprintf(`[{"from":"%s","to":"%s","gas":"%s","value":"0x1","gasPrice":"0x2540be400"},"latest"]`, apiUser, to, gas))
			w.check("eth_estimateGas", fmt.Sprintf(`[{"from":"%s","to":"%s","gas":"%s","data":"%#x"},"latest",null,{"gasLimit":"0x15f90"}]`, apiUser, to, gas, make([]byte, 32)))
		}
	}
}

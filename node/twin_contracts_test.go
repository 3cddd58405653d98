package node_test

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
)

// failureNames are the ways in which twinFails can end; the number of the name is the first byte of the call data.
var failureNames = []string{"revert", "revert with a reason", "custom error", "panic", "invalid", "undefined opcode", "underflow", "overflow", "bad jump", "endless", "recursion", "write in a static call", "return beyond data", "too large code", "code that begins with EF"}

func failureCode(name string) byte { return byte(slices.Index(failureNames, name)) }

// revertWith is code that reverts with data of at most 128 bytes.
func revertWith(data []byte) (code []byte) {
	for at := 0; at < len(data); at += 32 {
		code = append(code, byte(vm.PUSH32))
		code = append(code, common.RightPadBytes(data[at:min(at+32, len(data))], 32)...)
		code = append(code, byte(vm.PUSH1), byte(at), byte(vm.MSTORE))
	}
	return append(code, byte(vm.PUSH1), byte(len(data)), byte(vm.PUSH0), byte(vm.REVERT))
}

// create is code that creates a contract with this init code.
func create(init []byte) []byte {
	code := append([]byte{byte(vm.PUSH1) + byte(len(init)) - 1}, init...)
	code = append(code, byte(vm.PUSH0), byte(vm.MSTORE))
	return append(code, byte(vm.PUSH1), byte(len(init)), byte(vm.PUSH1), byte(32-len(init)), byte(vm.PUSH0), byte(vm.CREATE), byte(vm.PUSH0), byte(vm.MSTORE), byte(vm.PUSH1), 32, byte(vm.PUSH0), byte(vm.RETURN))
}

// failures is a table of jumps to the ways to fail.
func failures() []byte {
	errorData := crypto.Keccak256([]byte("Custom(uint256)"))[:4]
	panicData := append(crypto.Keccak256([]byte("Panic(uint256)"))[:4], common.LeftPadBytes([]byte{0x11}, 32)...)
	static := append(append(bytes.Repeat([]byte{byte(vm.PUSH0)}, 4), byte(vm.PUSH20)), apiContract[:]...)
	static = append([]byte{byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH1), 32}, static[2:]...)
	static = append(static, byte(vm.GAS), byte(vm.STATICCALL), byte(vm.PUSH0), byte(vm.MSTORE), byte(vm.PUSH1), 32, byte(vm.PUSH0), byte(vm.REVERT))
	self := []byte{byte(vm.PUSH1), failureCode("recursion"), byte(vm.PUSH0), byte(vm.MSTORE8), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH1), 1, byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.ADDRESS), byte(vm.GAS), byte(vm.CALL), byte(vm.STOP)}
	bodies := map[string][]byte{
		"revert": {byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.REVERT)}, "revert with a reason": revertWith(revertNo()), "custom error": revertWith(append(errorData, common.LeftPadBytes([]byte{5}, 32)...)), "panic": revertWith(panicData),
		"invalid": {byte(vm.INVALID)}, "undefined opcode": {0x0c}, "underflow": {byte(vm.ADD)}, "bad jump": {byte(vm.PUSH0), byte(vm.JUMP)}, "write in a static call": static, "recursion": self,
		"return beyond data": {byte(vm.PUSH1), 1, byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.RETURNDATACOPY)},
		"too large code":     create([]byte{byte(vm.PUSH3), 1, 0, 0, byte(vm.PUSH0), byte(vm.RETURN)}), "code that begins with EF": create([]byte{byte(vm.PUSH1), 0xef, byte(vm.PUSH0), byte(vm.MSTORE8), byte(vm.PUSH1), 1, byte(vm.PUSH0), byte(vm.RETURN)}),
	}
	// PUSH0, CALLDATALOAD, BYTE 0, then for each name: DUP1, PUSH1 i, EQ, PUSH2 place, JUMPI
	code := []byte{byte(vm.PUSH0), byte(vm.CALLDATALOAD), byte(vm.PUSH0), byte(vm.BYTE)}
	at := len(code) + 8*len(failureNames) + 1
	var rest []byte
	for i, name := range failureNames {
		body := append([]byte{byte(vm.JUMPDEST), byte(vm.POP)}, bodies[name]...)
		switch place := at + len(rest); name {
		case "endless":
			body = []byte{byte(vm.JUMPDEST), byte(vm.PUSH2), byte(place >> 8), byte(place), byte(vm.JUMP)}
		case "overflow":
			body = []byte{byte(vm.JUMPDEST), byte(vm.DUP1), byte(vm.PUSH2), byte(place >> 8), byte(place), byte(vm.JUMP)}
		}
		code = append(code, byte(vm.DUP1), byte(vm.PUSH1), byte(i), byte(vm.EQ), byte(vm.PUSH2), byte((at+len(rest))>>8), byte(at+len(rest)), byte(vm.JUMPI))
		rest = append(rest, body...)
	}
	return append(append(code, byte(vm.STOP)), rest...)
}

// blockOpcodes returns a word for each opcode that says something of the block or the call.
func blockOpcodes() (code []byte) {
	for i, op := range []vm.OpCode{vm.COINBASE, vm.TIMESTAMP, vm.NUMBER, vm.DIFFICULTY, vm.GASLIMIT, vm.CHAINID, vm.BASEFEE, vm.BLOBBASEFEE, vm.SELFBALANCE, vm.ORIGIN, vm.GASPRICE, vm.CALLER, vm.CALLVALUE, vm.CALLDATASIZE, vm.CODESIZE, vm.GAS} {
		code = append(code, byte(op), byte(vm.PUSH2), byte(i*32>>8), byte(i*32), byte(vm.MSTORE))
	}
	return append(code, byte(vm.PUSH2), 2, 0, byte(vm.PUSH0), byte(vm.RETURN))
}

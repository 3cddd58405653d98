package node_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
)

// Contracts of the calls that are traced on both systems.
var (
	tracedFrom   = common.HexToAddress("0xf00000000000000000000000000000000000f000")
	tracedOuter  = common.HexToAddress("0xc000000000000000000000000000000000000001")
	tracedInner  = common.HexToAddress("0xc000000000000000000000000000000000000002")
	tracedDoomed = common.HexToAddress("0xc000000000000000000000000000000000000003")
)

// tracedState gives both systems the same accounts. Outer stores, logs, hashes, calls inner in every way (each reverts with a reason), creates a contract, and has doomed destroy itself.
func tracedState() map[common.Address]any {
	var outer []byte
	op := func(ops ...any) {
		for _, o := range ops {
			switch o := o.(type) {
			case vm.OpCode:
				outer = append(outer, byte(o))
			case int:
				outer = append(outer, byte(o))
			case common.Address:
				outer = append(append(outer, byte(vm.PUSH20)), o[:]...)
			}
		}
	}
	op(vm.PUSH1, 7, vm.PUSH1, 3, vm.SSTORE, vm.PUSH1, 3, vm.SLOAD, vm.PUSH0, vm.MSTORE)
	op(vm.PUSH1, 32, vm.PUSH0, vm.KECCAK256, vm.PUSH1, 32, vm.PUSH0, vm.LOG1)
	for _, kind := range []vm.OpCode{vm.CALL, vm.CALLCODE, vm.DELEGATECALL, vm.STATICCALL} {
		op(vm.PUSH1, 32, vm.PUSH0, vm.PUSH1, 4, vm.PUSH0) // output, input
		if kind == vm.CALL || kind == vm.CALLCODE {
			op(vm.PUSH1, 1) // value
		}
		op(tracedInner, vm.PUSH2, 0x40, 0, kind, vm.POP)
	}
	op(vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.PUSH0, tracedDoomed, vm.GAS, vm.CALL, vm.POP)
	op(vm.PUSH0, vm.PUSH0, vm.PUSH1, 5, vm.CREATE, vm.POP, vm.PUSH1, 9, vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.CREATE2, vm.POP)
	op(vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.PUSH0, common.Address{19: 4}, vm.GAS, vm.CALL, vm.POP) // the identity precompile
	op(vm.PUSH1, 32, vm.PUSH0, vm.RETURN)
	money := (*hexutil.Big)(new(big.Int).Mul(big.NewInt(1e18), big.NewInt(100)))
	doomed := append(append([]byte{byte(vm.PUSH20)}, tracedOuter[:]...), byte(vm.SELFDESTRUCT))
	return map[common.Address]any{
		{19: 4}: map[string]any{"balance": "0x1"}, {0xfe}: map[string]any{"balance": "0x1"}, // geth's development chain gives precompiles a wei, and removes a recipient of no fees
		tracedFrom: map[string]any{"balance": money}, crypto.PubkeyToAddress(otherKey.PublicKey): map[string]any{"balance": money, "nonce": "0x0", "code": "0x"},
		tracedOuter: map[string]any{"balance": money, "code": hexutil.Bytes(outer), "stateDiff": map[common.Hash]common.Hash{{31: 3}: {31: 1}}},
		tracedInner: map[string]any{"code": hexutil.Bytes(apiCode()[26:])}, tracedDoomed: map[string]any{"balance": "0x2", "code": hexutil.Bytes(doomed)},
	}
}

// tracedCalls are the calls: one that does all of that, one that fails at the top, a creation, a transfer, one without enough gas.
func tracedCalls() map[string]map[string]any {
	call := func(more map[string]any) map[string]any {
		out := map[string]any{"from": tracedFrom, "gas": "0xf4240", "gasPrice": "0x0"}
		maps.Copy(out, more)
		return out
	}
	auth, err := types.SignSetCode(otherKey, types.SetCodeAuthorization{Address: tracedOuter}) // on any chain
	if err != nil {
		panic(err)
	}
	return map[string]map[string]any{
		"everything": call(map[string]any{"to": tracedOuter, "value": "0x3", "data": "0x01020304"}),
		"revert":     call(map[string]any{"to": tracedInner}),
		"creation":   call(map[string]any{"data": hexutil.Bytes(append(logsOfEveryLength(), byte(vm.PUSH1), 3, byte(vm.PUSH0), byte(vm.RETURN)))}),
		"transfer":   call(map[string]any{"to": common.Address{0xdd}, "value": "0x1"}),
		"out of gas": call(map[string]any{"to": tracedOuter, "gas": "0x7000"}),
		"delegation": call(map[string]any{"to": crypto.PubkeyToAddress(otherKey.PublicKey), "value": "0x3", "data": "0x01020304", "authorizationList": []any{auth}}),
	}
}

// tracedWith are configurations of every tracer that geth has.
func tracedWith() map[string]map[string]any {
	out := map[string]map[string]any{
		"struct log": {}, "struct log with all": {"enableMemory": true, "enableReturnData": true}, "struct log with nothing": {"disableStack": true, "disableStorage": true}, "struct log with a limit": {"limit": 200},
	}
	named := func(tracer string, configs ...map[string]any) {
		out[tracer] = map[string]any{"tracer": tracer}
		for i, c := range configs {
			out[fmt.Sprintf("%s %d", tracer, i)] = map[string]any{"tracer": tracer, "tracerConfig": c}
		}
	}
	named("callTracer", map[string]any{"withLog": true}, map[string]any{"onlyTopCall": true})
	named("flatCallTracer", map[string]any{"convertParityErrors": true, "includePrecompiles": true})
	named("prestateTracer", map[string]any{"diffMode": true}, map[string]any{"disableCode": true, "disableStorage": true}, map[string]any{"includeEmpty": true})
	named("4byteTracer")
	named("noopTracer")
	named("keccak256PreimageTracer")
	named("erc7562Tracer")
	named("muxTracer", map[string]any{"callTracer": map[string]any{"withLog": true}, "4byteTracer": map[string]any{}})
	for _, script := range []string{"opcountTracer", "unigramTracer", "bigramTracer", "trigramTracer", "evmdisTracer", "callTracerLegacy", "prestateTracerLegacy", "4byteTracerLegacy"} {
		named(script)
	}
	named("{data: [], fault: function(log) { this.data.push(log.getError()) }, step: function(log) { this.data.push(log.op.toString(), log.getGas(), log.getDepth()) }, result: function() { return this.data }}")
	return out
}

// TestTracesAreGeths makes go-ethereum and this chain run the same calls on the same accounts, with every tracer and at a price of pubdata of zero: the traces are the same, byte for byte. So are access lists, results and simulations.
func TestTracesAreGeths(t *testing.T) {
	c := newAPIChain(t)
	c.blockAt(0)
	defer c.serve(nil)()
	geth := gethSide(t)
	ashlar := &side{client: c.client}
	state := tracedState()
	block := map[string]any{"number": "0x1000", "time": "0x77777777", "feeRecipient": common.Address{0xfe}}
	compare := func(name, method string, params ...any) {
		t.Helper()
		want, got := geth.answer(method, params...), ashlar.answer(method, params...)
		if !bytes.Equal(want, got) {
			i := 0
			for i < min(len(want), len(got)) && want[i] == got[i] {
				i++
			}
			from := max(0, i-200)
			t.Errorf("%s %s\n  geth   %.600s\n  ashlar %.600s", method, name, want[from:], got[from:])
		}
	}
	for what, call := range tracedCalls() {
		for with, config := range tracedWith() {
			config = maps.Clone(config)
			config["stateOverrides"], config["blockOverrides"] = state, block
			compare(what+", "+with, "debug_traceCall", call, "latest", config)
		}
		compare(what, "eth_call", call, "latest", state, block)
		delete(call, "gasPrice") // which must not be zero here
		compare(what, "eth_createAccessList", call, "latest", state)
	}
}

// answer is a result or an error as JSON, with the keys of objects in order.
func (s *side) answer(method string, params ...any) []byte {
	var out any
	if err := s.client.Call(&out, method, params...); err != nil {
		out = err.Error()
	}
	text, err := json.Marshal(out)
	if err != nil {
		panic(err)
	}
	return text
}

// TestTracersAreAll keeps the list of tracers above equal to geth's.
func TestTracersAreAll(t *testing.T) {
	have := map[string]bool{}
	for _, config := range tracedWith() {
		if name, ok := config["tracer"].(string); ok {
			have[name] = true
		}
	}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/ethereum/go-ethereum").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "eth/tracers/native/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	found, registered := 0, regexp.MustCompile(`DefaultDirectory\.Register\("(\w+)"`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range registered.FindAllStringSubmatch(string(text), -1) {
			if found++; !have[m[1]] {
				t.Errorf("%s is not compared", m[1])
			}
		}
	}
	if found < 8 {
		t.Errorf("geth has %d tracers", found)
	}
}

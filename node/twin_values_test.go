package node_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"
)

// kind is a kind of parameter: JSON values that a client could send for it, the first one of them the usual one.
type kind []string

func quoted(texts ...string) (out []string) {
	for _, t := range texts {
		out = append(out, `"`+t+`"`)
	}
	return out
}

var (
	noValues  = []string{`null`, `true`, `0`, `-1`, `1.5`, `1e3`, `""`, `"0x"`, `"x"`, `[]`, `{}`, `[null]`, `{"a":1}`}
	badQuants = append(quoted("0x01", "0X1", "1", "0xg", "-0x1", " 0x1", "0x1 ", "0xffffffffffffffff", "0x8000000000000000", "0x7fffffffffffffff", "0x10000000000000000", "0x"+strings.Repeat("f", 64), "0x1"+strings.Repeat("0", 64), "0x1.0"), noValues...)
	unknown32 = `"0x0100000000000000000000000000000000000000000000000000000000000000"`

	kAddress = kind(append(append(quoted(apiContract.Hex(), strings.ToLower(apiUser.Hex()), apiPlain.Hex(), "0x0000000000000000000000000000000000000001", strings.ToUpper(apiUser.Hex()), apiUser.Hex()[2:], strings.ToLower(apiUser.Hex())[:41], apiUser.Hex()+"00", "0x"+strings.Repeat("zz", 20)), unknown32), noValues...))
	kTag     = kind(append(append(quoted("latest", "earliest", "pending", "safe", "finalized", "0x0", "0x1", "0x3", "LATEST", "latest ", " latest", "genesis", "0x99", "0x00", "0x03"), "5"), badQuants...))
	kBlock   = kind(append(append([]string(kTag), quoted("$B1$", "$B3$")...), unknown32, `{"blockHash":"$B2$"}`, `{"blockHash":"$B2$","requireCanonical":true}`, `{"blockHash":"$B2$","requireCanonical":false}`, `{"blockNumber":"0x2"}`, `{"blockNumber":"latest"}`, `{"blockNumber":"pending"}`,
		`{"blockNumber":"0x1","blockHash":"$B1$"}`, `{"blockHash":`+unknown32+`,"requireCanonical":true}`, `{"blockHash":`+unknown32+`}`, `{"blockHash":"0x12"}`, `{"blockHash":5}`, `{"blockNumber":"0x01"}`, `{"blockNumber":2}`, `{"blockNumber":null}`, `{"blockHash":null}`, `{"requireCanonical":true}`,
		`{"blockHash":"$B2$","requireCanonical":"yes"}`, `{"BlockHash":"$B2$"}`, `"0x`+strings.Repeat("1", 65)+`"`, `"0x`+strings.Repeat("1", 66)+`"`))
	kBlockHash = kind(append(append(quoted("$B3$", "$B0$", "$B2$", "$B1$00", "$B1$0", "$T1$", "0x"+strings.Repeat("0", 64), strings.Repeat("1", 64)), unknown32), noValues...))
	kTxHash    = kind(append(append(quoted("$T0$", "$T1$", "$T2$", "$T3$", "$T4$", "$T5$", "$T6$", "$T7$", "$T8$", "$T20$", "$T1$00", "$T1$0", "$B1$"), unknown32), noValues...))
	kIndex     = kind(append(quoted("0x0", "0x1", "0x4", "0x5", "0xffff"), badQuants...))
	kBool      = kind{`false`, `true`, `null`, `"true"`, `0`, `1`, `[]`, `{}`, `""`}
	kSlot      = kind(append(quoted("0x0", "0x1", "0x"+strings.Repeat("0", 64), "0x"+strings.Repeat("f", 64), "0x"+strings.Repeat("f", 65), "0", "f", "0X0", "0xzz", "zz", "0x0 "), noValues...))
	kSlots     = kind{`["0x0"]`, `[]`, `null`, `"0x0"`, `[0]`, `[null]`, `["0x0","0x1"]`, `{}`, `["0xzz"]`, `["0x` + strings.Repeat("f", 65) + `"]`, `["` + "0x" + strings.Repeat("0", 64) + `"]`}
	kBytes     = kind(append(quoted("0x", "0x00", "0x0102", "0x0", "0xz", "00", "0X00", "0x"+strings.Repeat("ab", 1000)), noValues...))
	kCount     = kind(append(append(quoted("0x1", "0x0", "0x3", "0x7", "5", "0x400", "0xffffffffffffffff", "0x10000000000000000", "x"), `3`, `1024`, `18446744073709551616`), badQuants...))
	kPercents  = kind{`[10,50,90]`, `[]`, `null`, `[0,100]`, `[50,50]`, `[50,10]`, `[-1]`, `[100.5]`, `["5"]`, `5`, `{}`, `[1e2]`, `[0.1,0.2]`, `[null]`, `[` + strings.Repeat("1,", 100) + `1]`}
	kText      = kind{`"0x1"`, `""`, `null`, `5`, `true`, `[]`, `{}`, `"x"`, `"0x` + strings.Repeat("1", 32) + `"`, `"0x` + strings.Repeat("f", 200) + `"`}
	kMillis    = kind{`null`, `1`, `0`, `-1`, `"1"`, `"0x1"`, `1.5`, `[]`, `{}`, `99999999999999999999`}
	kInt       = kind{`0`, `1`, `2`, `-1`, `"0x1"`, `"1"`, `null`, `1.5`, `true`, `[]`, `{}`, `1000000`, `99999999999999999999`}
	kCriteria  = kind(append([]string{
		`{"fromBlock":"0x0","toBlock":"latest"}`, `{}`, `{"fromBlock":"0x1","toBlock":"0x3"}`, `{"blockHash":"$B3$"}`, `{"blockHash":"$B3$","fromBlock":"0x1"}`, `{"blockHash":"$B3$","toBlock":"0x1"}`, `{"blockHash":"$B3$","fromBlock":null}`, `{"blockHash":` + unknown32 + `}`,
		`{"blockHash":"0x12"}`, `{"blockHash":null}`, `{"fromBlock":"latest"}`, `{"fromBlock":"earliest"}`, `{"fromBlock":"earliest","toBlock":"earliest"}`, `{"fromBlock":"safe"}`, `{"fromBlock":"finalized"}`, `{"fromBlock":"finalized","toBlock":"safe"}`, `{"fromBlock":"safe","toBlock":"finalized"}`, `{"fromBlock":"pending"}`, `{"toBlock":"pending"}`,
		`{"fromBlock":"pending","toBlock":"pending"}`, `{"fromBlock":"pending","toBlock":"latest"}`, `{"fromBlock":"latest","toBlock":"pending"}`, `{"fromBlock":"latest","toBlock":"earliest"}`, `{"fromBlock":"0x3","toBlock":"0x1"}`, `{"fromBlock":"0x0","toBlock":"0x99"}`, `{"fromBlock":"0x98","toBlock":"0x99"}`, `{"fromBlock":"0x99"}`, `{"toBlock":"0x99"}`, `{"toBlock":"0x1"}`, `{"fromBlock":"0x01"}`, `{"fromBlock":1}`, `{"fromBlock":""}`,
		`{"fromBlock":null,"toBlock":null}`, `{"fromBlock":"0x0","toBlock":"0xffffffffffffffff"}`, `{"fromBlock":"0x0","toBlock":"0x7fffffffffffffff"}`, `{"fromBlock":"0x` + strings.Repeat("1", 64) + `"}`, `{"fromBlock":"0x0","unknown":1}`, `{"FROMBLOCK":"0x0"}`,
	}, criteriaParts()...))
	kReceiptQuery = kind{`null`, `{}`, `{"transactionHashes":[]}`, `{"transactionHashes":["$T1$"]}`, `{"transactionHashes":["0x1"]}`, `{"transactionHashes":null}`, `5`, `[]`}
	kSlotsOf      = kind{
		`{"` + apiContract.Hex() + `":["0x` + strings.Repeat("0", 64) + `"]}`, `{}`, `null`, `{"` + apiContract.Hex() + `":[]}`, `{"` + apiContract.Hex() + `":["0x0"]}`, `{"0x1":["0x` + strings.Repeat("0", 64) + `"]}`, `[]`, `5`, `{"` + apiContract.Hex() + `":null}`,
		`{"` + apiContract.Hex() + `":["0x` + strings.Repeat("0", 64) + `","0x` + strings.Repeat("f", 64) + `"],"` + apiPlain.Hex() + `":["0x` + strings.Repeat("0", 64) + `"]}`, `{"` + apiContract.Hex() + `":["0x` + strings.Repeat("0", 66) + `"]}`, `{"` + apiContract.Hex()[2:] + `":["0x` + strings.Repeat("0", 64) + `"]}`,
	}
)

// criteriaParts are addresses and topics of every form, over all blocks.
func criteriaParts() (out []string) {
	a, seven := `"`+apiContract.Hex()+`"`, `"`+common.Hash{31: 7}.Hex()+`"`
	for _, address := range []string{a, `[` + a + `]`, `[]`, `null`, `[null]`, `[` + a + `,null]`, `5`, `"0x12"`, `["0x12"]`, `[5]`, `{}`, `""`, `"` + apiContract.Hex()[2:] + `"`, `[[` + a + `]]`, `true`, `"` + apiContract.Hex() + `00"`, `["` + apiContract.Hex() + `",` + a + `]`, `"0xzz"`} {
		out = append(out, `{"fromBlock":"0x0","address":`+address+`}`)
	}
	for _, topics := range []string{`[]`, `null`, `[null]`, `[[]]`, `[` + seven + `]`, `[[` + seven + `]]`, `[[` + seven + `,null]]`, `[null,null]`, `[null,null,null,null]`, `[null,null,null,null,null]`, `["0x12"]`, `[5]`, `[[5]]`, `[{}]`, `{}`, `5`, `"0x"`, `[[["0x"]]]`, `[true]`, `[""]`, `[[],[],[]]`, seven, `["` + common.Hash{}.Hex() + `"]`, `[null,"` + common.Hash{}.Hex() + `"]`, `["0xzz"]`} {
		out = append(out, `{"fromBlock":"0x0","topics":`+topics+`}`)
	}
	return out
}

// object makes JSON of names and values that are JSON.
func object(pairs ...string) string {
	var out []string
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, `"`+pairs[i]+`":`+pairs[i+1])
	}
	return "{" + strings.Join(out, ",") + "}"
}

// kCall are calls: fields of every form, then every way to fail.
var kCall = kind(calls())

func calls() (out []string) {
	user, to, word := `"`+apiUser.Hex()+`"`, `"`+apiContract.Hex()+`"`, `"`+common.Hash{31: 9}.Hex()+`"`
	with := func(pairs ...string) string {
		return object(append([]string{"from", user, "to", to, "data", word}, pairs...)...)
	}
	out = append(out, with(), `{}`, object("to", to), object("to", to, "data", word), object("from", user, "to", to, "input", word), object("from", user, "to", to, "data", word, "input", word), object("from", user, "to", to, "data", word, "input", `"0x"`),
		object("from", user), object("from", user, "to", `null`, "data", `"0x"`), object("from", user, "to", `null`, "data", `null`), with("unknown", "1"), with("DATA", `"0x"`), with("value", `"0x1"`), object("to", `"`+twinBlock.Hex()+`"`), object("to", `"`+twinBlock.Hex()+`"`, "from", user, "gasPrice", `"0x174876e800"`, "gas", `"0x186a0"`),
		object("to", `"`+twinBlock.Hex()+`"`, "from", user, "maxFeePerGas", `"0x174876e800"`, "maxPriorityFeePerGas", `"0x7"`, "gas", `"0x186a0"`))
	for _, name := range []string{"gas", "gasPrice", "maxFeePerGas", "maxPriorityFeePerGas", "value", "nonce", "chainId", "type"} {
		for _, v := range append(quoted("0x0", "0x1", "0x5207", "0x5208", "0x5300", "0x186a0", "0x1312d00", "0x2faf081", "0x174876e800", "0x1bc16d674ec80000", "0x2540be4000000000000000"), badQuants...) {
			out = append(out, with(name, v))
		}
	}
	for _, v := range append(quoted("0x539", hexutil.EncodeUint64(l2ChainID)), `null`) {
		out = append(out, with("chainId", v))
	}
	prices := quoted("0x0", "0x1", "0x2540be400", "0x174876e800")
	for _, a := range prices {
		for _, b := range prices {
			out = append(out, with("gasPrice", a, "maxFeePerGas", b), with("gasPrice", a, "maxPriorityFeePerGas", b), with("maxFeePerGas", a, "maxPriorityFeePerGas", b), with("maxFeePerGas", a, "maxPriorityFeePerGas", b, "gas", `"0x186a0"`))
		}
	}
	for _, name := range []string{"from", "to"} {
		for _, v := range kAddress {
			out = append(out, object(name, v, "data", word))
		}
	}
	for _, name := range []string{"data", "input"} {
		for _, v := range kBytes {
			out = append(out, object("from", user, "to", to, name, v))
		}
	}
	storage := `"` + common.Hash{}.Hex() + `"`
	for _, v := range []string{`null`, `[]`, `{}`, `5`, `[{}]`, `[{"address":` + to + `}]`, `[{"address":` + to + `,"storageKeys":null}]`, `[{"address":` + to + `,"storageKeys":[]}]`, `[{"address":` + to + `,"storageKeys":[` + storage + `]}]`, `[{"address":` + to + `,"storageKeys":["0x0"]}]`, `[{"storageKeys":[]}]`, `[null]`,
		`[{"address":` + to + `,"storageKeys":[` + storage + `,` + storage + `]},{"address":` + to + `,"storageKeys":[` + storage + `]}]`} {
		out = append(out, with("accessList", v), with("accessList", v, "gasPrice", `"0x174876e800"`), with("accessList", v, "gas", `"0x5208"`))
	}
	for _, v := range authorizations() {
		out = append(out, with("authorizationList", v), with("authorizationList", v, "gasPrice", `"0x174876e800"`), object("from", user, "data", `"0x00"`, "authorizationList", v))
	}
	blob := `"0x01` + strings.Repeat("00", 31) + `"`
	for _, v := range []string{`null`, `[]`, `[` + blob + `]`, `[` + storage + `]`, `["0x01"]`, `5`} {
		out = append(out, with("blobVersionedHashes", v), with("blobVersionedHashes", v, "maxFeePerBlobGas", `"0x1"`), object("from", user, "blobVersionedHashes", v))
	}
	for _, pair := range [][2]string{{"maxFeePerBlobGas", `"0x1"`}, {"maxFeePerBlobGas", `"0x0"`}, {"maxFeePerBlobGas", `1`}, {"blobs", `[]`}, {"blobs", `["0x00"]`}, {"commitments", `[]`}, {"proofs", `[]`}, {"proofs", `5`}} {
		out = append(out, with(pair[0], pair[1]))
	}
	for _, name := range failureNames {
		data := `"` + hexutil.Encode([]byte{failureCode(name)}) + `"`
		if name != "endless" && name != "recursion" { // with all the gas that there is they take too long for the race detector
			out = append(out, object("from", user, "to", `"`+twinFails.Hex()+`"`, "data", data))
		}
		out = append(out, object("from", user, "to", `"`+twinFails.Hex()+`"`, "data", data, "gas", `"0x30d40"`))
	}
	poor := `"` + common.Address{0xee}.Hex() + `"`
	out = append(out, object("from", poor, "to", to, "data", word, "value", `"0x1"`), object("from", poor, "to", to, "data", word, "gasPrice", `"0x174876e800"`), object("from", poor, "to", to, "data", word, "gasPrice", `"0x174876e800"`, "gas", `"0x186a0"`), object("from", poor, "to", to, "data", word, "maxFeePerGas", `"0x174876e800"`, "gas", `"0x186a0"`))
	for _, code := range [][]byte{{byte(vm.INVALID)}, {byte(vm.ADD)}, {byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.REVERT)}, make([]byte, 49_152), make([]byte, 49_153), {byte(vm.PUSH3), 1, 0, 0, byte(vm.PUSH0), byte(vm.RETURN)}, {byte(vm.PUSH1), 0xef, byte(vm.PUSH0), byte(vm.MSTORE8), byte(vm.PUSH1), 1, byte(vm.PUSH0), byte(vm.RETURN)}, logsOfEveryLength(), innerCalls()} {
		out = append(out, object("from", user, "data", `"`+hexutil.Encode(code)+`"`), object("from", user, "to", `null`, "input", `"`+hexutil.Encode(code)+`"`, "gas", `"0xf4240"`))
	}
	for _, precompile := range []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 17} {
		out = append(out, object("to", `"`+common.Address{19: precompile}.Hex()+`"`, "data", word))
	}
	return append(append(out, object("to", `"`+common.Address{18: 1}.Hex()+`"`)), noValues...)
}

// authorizations are lists for EIP-7702: good ones, of other chains, nonces and signatures, and no lists.
func authorizations() (out []string) {
	for _, a := range []types.SetCodeAuthorization{
		{ChainID: *uint256.NewInt(l2ChainID), Address: apiContract, Nonce: 1}, {Address: twinBlock, Nonce: 1}, {ChainID: *uint256.NewInt(7), Address: apiContract, Nonce: 1}, {Address: apiContract, Nonce: 99}, {Nonce: 1},
	} {
		signed, err := types.SignSetCode(otherKey, a)
		if err != nil {
			panic(err)
		}
		text, err := json.Marshal(signed)
		if err != nil {
			panic(err)
		}
		out = append(out, "["+string(text)+"]", "["+string(text)+","+string(text)+"]")
	}
	return append(out, `null`, `[]`, `[{}]`, `5`, `[null]`, `{}`, `[{"chainId":"0x1","address":"`+apiContract.Hex()+`","nonce":"0x0","yParity":"0x0","r":"0x0","s":"0x0"}]`, `[{"chainId":"0x1"}]`)
}

// kState are overrides of the state.
var kState = kind(stateOverrides())

func stateOverrides() (out []string) {
	c, key, value := `"`+apiContract.Hex()+`":`, `"`+common.Hash{}.Hex()+`"`, `"`+common.Hash{31: 5}.Hex()+`"`
	for _, o := range []string{`{}`, `{"balance":"0x1"}`, `{"balance":"0x0"}`, `{"balance":"0x01"}`, `{"balance":1}`, `{"balance":"-0x1"}`, `{"balance":"0x1` + strings.Repeat("0", 64) + `"}`, `{"nonce":"0x5"}`, `{"nonce":"0xffffffffffffffff"}`, `{"nonce":5}`, `{"code":"0x"}`, `{"code":"` + hexutil.Encode(blockOpcodes()) + `"}`, `{"code":"0x0"}`, `{"code":null}`, `{"code":"0xef0100` + twinBlock.Hex()[2:] + `"}`,
		`{"code":"0x` + strings.Repeat("5b", 30_000) + `"}`, `{"state":{}}`, `{"stateDiff":{}}`, `{"state":{` + key + `:` + value + `}}`, `{"stateDiff":{` + key + `:` + value + `}}`, `{"state":{},"stateDiff":{}}`, `{"state":null,"stateDiff":{}}`, `{"stateDiff":{"0x0":` + value + `}}`, `{"stateDiff":{` + key + `:"0x5"}}`, `{"stateDiff":[]}`, `{"movePrecompileToAddress":"` + apiPlain.Hex() + `"}`,
		`{"unknown":1}`, `{"Balance":"0x1"}`, `null`, `5`, `[]`, `""`} {
		out = append(out, `{`+c+o+`}`)
	}
	for _, o := range []string{`{"0x0000000000000000000000000000000000000004":{"movePrecompileToAddress":"` + apiContract.Hex() + `"}}`, `{"0x0000000000000000000000000000000000000004":{"code":"0x00"}}`, `{"0x0000000000000000000000000000000000000004":{"movePrecompileToAddress":"` + apiContract.Hex() + `","code":"0x00"},` + c + `{"balance":"0x1"}}`,
		`{"0x0000000000000000000000000000000000000004":{"movePrecompileToAddress":"0x0000000000000000000000000000000000000004"}}`, `{"0x12":{}}`, `{"":{}}`, `{"x":{}}`, `{` + c + `{"balance":"0x1"},` + strings.ToLower(c) + `{"balance":"0x2"}}`} {
		out = append(out, o)
	}
	return append(append([]string{`null`, `{}`}, out...), noValues...)
}

// kEnv are overrides of the block.
var kEnv = kind(blockOverrides())

func blockOverrides() (out []string) {
	for _, name := range []string{"number", "time", "gasLimit", "baseFeePerGas", "blobBaseFee", "difficulty"} {
		for _, v := range append(quoted("0x0", "0x1", "0x3", "0x99", "0x174876e800", "0x7fffffffffffffff", "0x186a0"), badQuants...) {
			out = append(out, object(name, v))
		}
	}
	for _, name := range []string{"feeRecipient", "prevRandao", "beaconRoot", "withdrawals", "coinbase", "random", "unknown", "withdrawalsRoot", "baseFee"} {
		for _, v := range []string{`"` + apiPlain.Hex() + `"`, unknown32, `"0x1"`, `null`, `[]`, `{}`, `5`} {
			out = append(out, object(name, v))
		}
	}
	return append([]string{`null`, `{}`, `{"number":"0x99","time":"0x7fffffff","gasLimit":"0x5000000","feeRecipient":"` + apiPlain.Hex() + `","prevRandao":` + unknown32 + `,"baseFeePerGas":"0x7"}`}, append(out, noValues...)...)
}

// kTrace are configurations of traces.
var kTrace = kind(traceConfigs())

func traceConfigs() (out []string) {
	out = []string{`{"tracer":"callTracer"}`, `null`, `{}`}
	for _, config := range tracedWith() {
		text, err := json.Marshal(config)
		if err != nil {
			panic(err)
		}
		out = append(out, string(text))
	}
	for _, v := range []string{`"noTracer"`, `""`, `null`, `5`, `{}`, `"{"`, `"{result: function() { return 1 }}"`, `"{result: function() { return 1 }, fault: function() {}, step: 5}"`, `"{result: function() { throw 'x' }, fault: function() {}}"`} {
		out = append(out, object("tracer", v), object("tracer", v, "tracerConfig", `{"onlyTopCall":5}`))
	}
	for _, name := range []string{"callTracer", "prestateTracer", "flatCallTracer", "muxTracer", "4byteTracer", "noopTracer", "erc7562Tracer", "keccak256PreimageTracer"} {
		for _, c := range []string{`null`, `5`, `[]`, `""`, `{"unknown":1}`, `{"onlyTopCall":"x"}`, `{"diffMode":5}`, `{"diffMode":true,"includeEmpty":true}`, `{"noTracer":{}}`} {
			if name != "muxTracer" || !strings.Contains(c, ",") { // which of two unknown tracers is named is chance
				out = append(out, object("tracer", `"`+name+`"`, "tracerConfig", c))
			}
		}
	}
	for _, v := range []string{`"5s"`, `"soon"`, `5`, `""`, `null`} { // without time geth answers or does not, as it happens
		out = append(out, object("timeout", v, "tracer", `"callTracer"`))
	}
	for _, name := range []string{"limit", "reexec"} {
		for _, v := range []string{`1`, `0`, `-1`, `"1"`, `1.5`, `null`, `100000`} {
			out = append(out, object(name, v))
		}
	}
	for _, name := range []string{"enableMemory", "disableStack", "disableStorage", "enableReturnData", "debug", "overrides", "unknown"} {
		for _, v := range []string{`true`, `null`, `"true"`, `1`} {
			out = append(out, object(name, v))
		}
	}
	return append(out, noValues...)
}

// kTraceCall have overrides and an index too.
var kTraceCall = kind(traceCallConfigs())

func traceCallConfigs() (out []string) {
	out = append(out, traceConfigs()...)
	for _, v := range kState {
		out = append(out, object("tracer", `"callTracer"`, "stateOverrides", v))
	}
	for _, v := range kEnv {
		out = append(out, object("tracer", `"callTracer"`, "blockOverrides", v))
	}
	for _, v := range kIndex {
		out = append(out, object("tracer", `"callTracer"`, "txIndex", v))
	}
	return out
}

// kSimulation are payloads of eth_simulateV1: calls and overrides of every form, in blocks.
var kSimulation = kind(simulations())

func simulations() (out []string) {
	blocks := func(b ...string) string { return `{"blockStateCalls":[` + strings.Join(b, ",") + `]}` }
	word := `"` + common.Hash{31: 9}.Hex() + `"`
	good := object("from", `"`+apiUser.Hex()+`"`, "to", `"`+apiContract.Hex()+`"`, "input", word)
	one := `{"calls":[` + good + `]}`
	out = append(out, blocks(one), blocks(one, one), blocks(), blocks(`{}`), blocks(`null`), blocks(`{"calls":null}`), `{}`, `{"blockStateCalls":null}`, `{"blockStateCalls":5}`, `{"blockStateCalls":[`+one+`],"unknown":1}`, blocks(`{"calls":[`+good+`],"unknown":1}`))
	for _, name := range []string{"traceTransfers", "validation", "returnFullTransactions"} {
		for _, v := range kBool {
			out = append(out, `{"blockStateCalls":[`+one+`],"`+name+`":`+v+`}`)
		}
	}
	for _, call := range kCall {
		out = append(out, blocks(`{"calls":[`+call+`]}`))
	}
	for _, v := range kState {
		out = append(out, blocks(`{"calls":[`+good+`],"stateOverrides":`+v+`}`))
	}
	for _, v := range kEnv {
		out = append(out, blocks(`{"calls":[`+good+`],"blockOverrides":`+v+`}`))
	}
	transfer := object("from", `"`+apiUser.Hex()+`"`, "to", `"`+apiPlain.Hex()+`"`, "value", `"0x1"`, "maxFeePerGas", `"0x174876e800"`)
	for _, nonce := range append(quoted("0x0", fmt.Sprintf("%#x", 25), "0xffff"), `null`) {
		out = append(out, `{"blockStateCalls":[{"calls":[`+transfer[:len(transfer)-1]+`,"nonce":`+nonce+`}]}],"validation":true,"traceTransfers":true}`)
	}
	at := func(pairs ...string) string {
		return `{"blockOverrides":` + object(pairs...) + `,"calls":[` + good + `]}`
	}
	far := `"0x7777777` + `7"`
	return append(append(out, blocks(at("number", `"0x30"`), at("number", `"0x40"`)), blocks(at("number", `"0x30"`), at("number", `"0x30"`)), blocks(at("number", `"0x500"`)), blocks(at("time", far), at("time", far)), blocks(at("time", far), at()), blocks(at("number", `"0x30"`, "time", far), one),
		`{"blockStateCalls":[{"calls":[`+transfer+`,`+transfer+`]}],"traceTransfers":true,"returnFullTransactions":true}`, `{"blockStateCalls":[`+strings.TrimSuffix(strings.Repeat("{},", 257), ",")+`]}`), noValues...)
}

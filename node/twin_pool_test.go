package node_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
)

// poolDifferences are those of pools that are not empty.
var poolDifferences = []allowed{
	{``, `\.(l1BatchNumber|l1BatchTxIndex|l1BatchTimestamp|gasPerPubdata)$`, "members that are this chain's or that the ZKsync SDKs read"},
	{`^eth_getBlockByNumber .*"pending"`, `^\.result\.(hash|nonce|miner)$`, "null in geth, which the Execution API Specification does not allow"},
	{`^eth_getBlockByNumber .*"pending"`, `\.timestamp$`, ownTime},
	{`^eth_sendRawTransaction .*0x02f865`, `^\.error\.message$`, "nobody has to tip: what is too low is the fee"},
	{``, `\.(stateRoot|extraData|size)$`, "headers have no state root, and the price of pubdata as extra data"},
}

// pooled is a transaction of apiUser that does not run: its nonce leaves a gap, or its fee is below the base fee.
func (w *twin) pooled(ahead, tip, fee int64, data ...byte) types.TxData {
	return &types.DynamicFeeTx{ChainID: big.NewInt(l2ChainID), Nonce: w.chain.nonce + uint64(ahead), GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(fee), Gas: 100_000, To: &apiContract, Value: big.NewInt(3), Data: data}
}

// give sends a transaction to both, compares what they say and gives its hash.
func (w *twin) give(tx types.TxData) (hash string) {
	w.Helper()
	raw := w.chain.signed(tx)
	w.check("eth_sendRawTransaction", fmt.Sprintf(`["%s"]`, hexutil.Encode(raw)))
	signed := new(types.Transaction)
	if err := signed.UnmarshalBinary(raw); err != nil {
		w.Fatal(err)
	}
	return fmt.Sprintf(`"%s"`, signed.Hash())
}

// lookAtPool compares everything that says something of the pools alone.
func (w *twin) lookAtPool() {
	w.Helper()
	for _, method := range []string{"txpool_content", "txpool_inspect", "txpool_status", "eth_pendingTransactions"} {
		w.check(method, `[]`)
	}
	user := `"` + apiUser.Hex() + `"`
	for _, address := range []string{user, strings.ToLower(user), `"` + apiPlain.Hex() + `"`} {
		w.check("txpool_contentFrom", `[`+address+`]`)
	}
	for _, tag := range []string{"latest", "pending"} {
		w.check("eth_getTransactionCount", `[`+user+`,"`+tag+`"]`)
	}
}

// lookAtPending compares what depends on the pool, while both have the same head: transactions that no block has, and the pending block.
func (w *twin) lookAtPending(hashes ...string) {
	w.Helper()
	w.lookAtPool()
	call := `{"from":"` + apiUser.Hex() + `","to":"` + apiContract.Hex() + `","data":"` + common.Hash{31: 9}.Hex() + `"}`
	for _, method := range []string{"eth_call", "eth_estimateGas", "eth_createAccessList", "debug_traceCall"} {
		w.check(method, `[`+call+`,"pending"]`)
	}
	for _, full := range []string{"false", "true"} {
		w.check("eth_getBlockByNumber", `["pending",`+full+`]`)
	}
	for _, method := range []string{"eth_getHeaderByNumber", "eth_getBlockTransactionCountByNumber", "eth_getBlockReceipts", "debug_getRawReceipts", "debug_traceBlockByNumber"} {
		w.check(method, `["pending"]`)
	}
	for _, method := range []string{"eth_getTransactionByBlockNumberAndIndex", "eth_getRawTransactionByBlockNumberAndIndex"} {
		w.check(method, `["pending","0x0"]`)
	}
	for _, method := range []string{"eth_getBalance", "eth_getCode"} {
		w.check(method, `["`+apiUser.Hex()+`","pending"]`)
	}
	for _, hash := range hashes {
		for _, method := range []string{"eth_getTransactionByHash", "eth_getRawTransactionByHash", "eth_getTransactionReceipt", "debug_getRawTransaction", "debug_traceTransaction"} {
			w.check(method, `[`+hash+`]`)
		}
	}
	w.check("eth_fillTransaction", `[`+strings.TrimSuffix(call, "}")+`,"maxFeePerGas":"0x2540be400","maxPriorityFeePerGas":"0x1"}]`)
}

// listening are subscriptions and filters of both for transactions that can run.
type listening struct {
	*twin
	sockets                 [2]*socket
	hashes, whole           [2]string // subscriptions
	filtered, filteredWhole [2]string
}

func (w *twin) listen() *listening {
	w.Helper()
	l := &listening{twin: w}
	for i, s := range w.sides {
		l.sockets[i] = w.dial(s)
		for to, call := range map[*string]string{
			&l.hashes[i]: `"eth_subscribe","params":["newPendingTransactions"]`, &l.whole[i]: `"eth_subscribe","params":["newPendingTransactions",true]`,
			&l.filtered[i]: `"eth_newPendingTransactionFilter","params":[]`, &l.filteredWhole[i]: `"eth_newPendingTransactionFilter","params":[true]`,
		} {
			var answer struct{ Result string }
			text := l.sockets[i].ask(`{"jsonrpc":"2.0","id":1,"method":` + call + `}`)
			if err := json.Unmarshal(text, &answer); err != nil || answer.Result == "" {
				w.Fatalf("%s: %s %v", call, text, err)
			}
			*to = answer.Result
		}
	}
	return l
}

// expect wants these hashes, as JSON has them, to be what is announced next, and what the filters have; nothing was announced between these and those before.
func (l *listening) expect(hashes ...string) {
	l.Helper()
	for _, want := range hashes {
		for i, s := range l.sockets {
			if got := marshalled(s.next(l.hashes[i])); got != want {
				l.Errorf("side %d announces %s, want %s", i, got, want)
			}
		}
		l.report("notification of a whole transaction", "", l.sockets[0].next(l.whole[0]), l.sockets[1].next(l.whole[1]))
	}
	var whole [2][]any
	for i := range l.sockets {
		if got := l.changes(i, l.filtered[i], len(hashes)); marshalled(got) != "["+strings.Join(hashes, ",")+"]" {
			l.Errorf("side %d: the filter has %s, want %s", i, marshalled(got), hashes)
		}
		whole[i] = l.changes(i, l.filteredWhole[i], len(hashes))
	}
	l.report("whole transactions of a filter", "", whole[0], whole[1])
}

// changes waits until a filter has had this many.
func (l *listening) changes(side int, id string, count int) (all []any) {
	l.Helper()
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(5 * time.Millisecond) {
		var answer struct{ Result []json.RawMessage }
		text := l.sockets[side].ask(fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"eth_getFilterChanges","params":[%q]}`, id))
		if err := json.Unmarshal(text, &answer); err != nil {
			l.Fatalf("%s: %v", text, err)
		}
		for _, raw := range answer.Result {
			v, err := decodedNumbers(raw)
			if err != nil {
				l.Fatal(err)
			}
			all = append(all, v)
		}
		if len(all) >= count {
			return all
		}
		if time.Now().After(end) {
			l.Fatalf("side %d: the filter has %d of %d in two minutes", side, len(all), count)
		}
	}
}

// settled waits until neither has a transaction that can run, and both have this nonce in their heads.
func (w *twin) settled(nonce uint64) {
	w.Helper()
	want := `{"id":1,"jsonrpc":"2.0","result":{"pending":"0x0","queued":"0x1"}}`
	for i, s := range w.sides {
		for end := time.Now().Add(2 * time.Minute); ; time.Sleep(5 * time.Millisecond) {
			_, status := w.post(s, `{"jsonrpc":"2.0","id":1,"method":"txpool_status","params":[]}`)
			_, count := w.post(s, twinRequest("eth_getTransactionCount", `["`+apiUser.Hex()+`","latest"]`))
			v, err := decodedNumbers(status)
			if err == nil && marshalled(v) == want && strings.Contains(string(count), fmt.Sprintf(`"%#x"`, nonce)) {
				break
			}
			if time.Now().After(end) {
				w.Fatalf("side %d: pool %s, nonce %s, want %d, after two minutes", i, status, count, nonce)
			}
		}
	}
}

// TestTwinPool fills both pools with transactions that cannot run, and compares what they say: nonces leave a gap, or the fee is below the base fee. Then come those that let them run.
func TestTwinPool(t *testing.T) {
	w := newTwin(t, poolDifferences)
	l := w.listen()
	const fee = 10_000_000_000
	first := w.give(w.pooled(2, 100, fee))
	w.lookAtPending(first)
	w.give(w.pooled(2, 100, fee))                               // known
	w.give(w.pooled(2, 109, fee))                               // too little more
	w.give(w.pooled(2, 110, fee*11/10-1))                       // too little more fee
	better := w.give(w.pooled(2, 110, fee*11/10, byte(vm.ADD))) // replaces
	w.lookAtPending(first, better)
	far := w.give(w.pooled(7, 1, fee))
	legacy := w.give(&types.LegacyTx{Nonce: w.chain.nonce + 4, GasPrice: big.NewInt(fee), Gas: 60_000, Data: []byte{byte(vm.STOP)}})
	w.give(w.pooled(5, 0, 0))
	w.give(w.pooled(5, fee, 1))  // a tip above the fee
	w.give(w.pooled(-1, 1, fee)) // an old nonce
	w.lookAtPending(better, far, legacy)
	cheap := w.give(w.pooled(0, 1, 1000)) // the next nonce, but a fee below the base fee
	l.expect(cheap)
	w.lookAtPending(cheap)
	w.give(w.pooled(0, 1, 1050)) // too little more
	dearer := w.give(w.pooled(0, 2, 2000))
	l.expect(dearer)
	w.lookAtPending(cheap, dearer)

	runs := w.give(w.pooled(0, 3, fee)) // runs; here it does so at once, on geth when a block is asked for
	l.expect(runs)
	closing := w.give(w.pooled(1, 1, fee))
	l.expect(closing, better)
	last := w.give(w.pooled(3, 1, fee))
	l.expect(last, legacy)
	w.beacon.Commit()
	w.settled(w.chain.nonce + 5)
	w.lookAtPool()
	w.check("eth_getTransactionByHash", `[`+far+`]`)
	w.check("eth_getTransactionByHash", `[`+cheap+`]`)
	w.unneeded()
}

package node_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/gorilla/websocket"
)

// socket is a WebSocket connection to one of the two. Answers and notifications are told apart.
type socket struct {
	testing.TB
	conn    *websocket.Conn
	waiting []json.RawMessage // notifications that came before an answer
}

func (w *twin) dial(s *voice) *socket {
	w.Helper()
	conn, res, err := websocket.DefaultDialer.Dial(s.ws, http.Header{})
	if err != nil {
		w.Fatal(err)
	}
	_ = res.Body.Close()
	w.Cleanup(func() { _ = conn.Close() })
	return &socket{TB: w, conn: conn}
}

// read gives the next message, or how the connection was closed.
func (s *socket) read() (message []byte, closed string) {
	s.Helper()
	if err := s.conn.SetReadDeadline(time.Now().Add(unhurried)); err != nil {
		s.Fatal(err)
	}
	_, message, err := s.conn.ReadMessage()
	if timeout, ok := err.(net.Error); ok && timeout.Timeout() {
		s.Fatalf("nothing in %v", unhurried)
	}
	if err != nil {
		return nil, "closed"
	}
	return message, ""
}

func isNotification(message []byte) bool {
	return strings.HasPrefix(string(message), `{"jsonrpc":"2.0","method":`)
}

// ask sends a message and gives its answer.
func (s *socket) ask(message string) []byte {
	s.Helper()
	if err := s.conn.WriteMessage(websocket.TextMessage, []byte(message)); err != nil {
		return []byte(`"closed"`)
	}
	for {
		answer, closed := s.read()
		switch {
		case closed != "":
			return []byte(`"` + closed + `"`)
		case isNotification(answer):
			s.waiting = append(s.waiting, answer)
		default:
			return answer
		}
	}
}

// next is the result of the next notification of a subscription.
func (s *socket) next(id string) (result any) {
	s.Helper()
	for {
		for i, text := range s.waiting {
			var n struct {
				Params struct {
					Subscription string
					Result       json.RawMessage
				}
			}
			if err := json.Unmarshal(text, &n); err != nil {
				s.Fatal(err)
			}
			if n.Params.Subscription != id {
				continue
			}
			s.waiting = append(s.waiting[:i:i], s.waiting[i+1:]...)
			v, err := decodedNumbers(n.Params.Result)
			if err != nil {
				s.Fatal(err)
			}
			return v
		}
		text, closed := s.read()
		if closed != "" {
			s.Fatal("the connection is closed")
		}
		s.waiting = append(s.waiting, text)
	}
}

// TestTwinSocketMessages sends what is no request, and a few that are, over WebSocket: the answers are the same, or both close the connection.
func TestTwinSocketMessages(t *testing.T) {
	w := newTwin(t, socketDifferences)
	for _, message := range append(oddMessages(), oddSubscriptions()...) {
		if w.exchange(w.sides[0], http.MethodPost, message, nil).(map[string]any)["body"] == "" {
			continue // responses and notifications get no answer
		}
		var answers [2]any
		for i, s := range w.sides {
			socket := w.dial(s)
			text := socket.ask(w.named(s, message))
			v, err := decodedNumbers(w.unnamed(s, text))
			if err != nil {
				t.Fatalf("%s: %s: %v", message, text, err)
			}
			answers[i] = v
		}
		w.report("over WebSocket "+message, "", answers[0], answers[1])
	}
	w.unneeded()
}

// oddSubscriptions are requests that only a WebSocket can be asked.
func oddSubscriptions() (out []string) {
	for _, params := range []string{`[]`, `null`, `["nothing"]`, `[5]`, `[null]`, `["logs"]`, `["logs",{}]`, `["logs",5]`, `["logs",null]`, `["logs",{"address":5}]`, `["logs",{"fromBlock":"0x99","toBlock":"0x1"}]`, `["logs",{"fromBlock":"pending"}]`, `["logs",{"fromBlock":"safe"}]`, `["logs",{"toBlock":"0x1"}]`, `["logs",{},1]`, `["newHeads",1]`, `["newHeads"]`, `["syncing",{}]`, `["syncing"]`,
		`["newPendingTransactions"]`, `["newPendingTransactions",true]`, `["newPendingTransactions",null]`, `["newPendingTransactions","x"]`, `["NewHeads"]`, `["transactionReceipts"]`, `["transactionReceipts",{"transactionHashes":["0x1"]}]`, `["transactionReceipts",{"transactionHashes":[` + strings.TrimSuffix(strings.Repeat(unknown32+",", 201), ",") + `]}]`, `{}`, `"newHeads"`} {
		out = append(out, `{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":`+params+`}`)
	}
	for _, params := range []string{`[]`, `["0x1"]`, `[5]`, `[null]`, `["0x1",1]`, `[""]`} {
		out = append(out, `{"jsonrpc":"2.0","id":1,"method":"eth_unsubscribe","params":`+params+`}`)
	}
	return append(out, `{"jsonrpc":"2.0","id":1,"method":"debug_subscribe","params":["nothing"]}`, `{"jsonrpc":"2.0","id":1,"method":"net_subscribe","params":["newHeads"]}`, `{"jsonrpc":"2.0","id":1,"method":"net_unsubscribe","params":["0x1"]}`, `{"jsonrpc":"2.0","id":1,"method":"nothing_subscribe","params":["newHeads"]}`,
		`[{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["nothing"]},{"jsonrpc":"2.0","id":2,"method":"eth_chainId"}]`)
}

// TestTwinNews: subscriptions and filters on both, then the same transactions: what comes is the same.
func TestTwinNews(t *testing.T) {
	w := newTwin(t, newsDifferences)
	var sockets [2]*socket
	for i, s := range w.sides {
		sockets[i] = w.dial(s)
	}
	subscriptions := []string{`"newHeads"`, `"logs",{}`, `"logs",{"address":"` + apiContract.Hex() + `"}`, `"logs",{"fromBlock":"0x0","toBlock":"latest"}`, `"newPendingTransactions"`, `"newPendingTransactions",true`, `"transactionReceipts",{}`}
	filters := []string{`"eth_newBlockFilter","params":[]`, `"eth_newFilter","params":[{}]`, `"eth_newFilter","params":[{"fromBlock":"0x0","topics":[["` + common.Hash{31: 9}.Hex() + `",null]]}]`, `"eth_newFilter","params":[{"fromBlock":"0x0","toBlock":"0x3"}]`, `"eth_newFilter","params":[{"fromBlock":"0x999","toBlock":"latest"}]`, `"eth_newPendingTransactionFilter","params":[]`, `"eth_newPendingTransactionFilter","params":[true]`}
	result := func(i int, call string) any {
		t.Helper()
		var answer struct {
			Result any
			Error  any
		}
		text := sockets[i].ask(`{"jsonrpc":"2.0","id":1,"method":` + call + `}`)
		if err := json.Unmarshal(text, &answer); err != nil || answer.Error != nil {
			t.Fatalf("%s: %s %v", call, text, err)
		}
		return answer.Result
	}
	ids := map[string][2]string{}
	for _, s := range subscriptions {
		ids[s] = [2]string{result(0, `"eth_subscribe","params":[`+s+`]`).(string), result(1, `"eth_subscribe","params":[`+s+`]`).(string)}
	}
	for _, f := range filters {
		ids[f] = [2]string{result(0, f).(string), result(1, f).(string)}
	}
	next := func(subscription string) {
		t.Helper()
		var news [2]any
		for i := range sockets {
			news[i] = sockets[i].next(ids[subscription][i])
		}
		w.report("notification of "+subscription, "", news[0], news[1])
	}
	changes := func(name string) {
		t.Helper()
		for _, f := range filters {
			for _, method := range []string{"eth_getFilterChanges", "eth_getFilterLogs"} {
				geth, ashlar := w.filtered(sockets, method, ids[f])
				w.report(name+" "+method+" of "+f, "", geth, ashlar)
			}
		}
	}
	changes("nothing:")
	for round, tx := range []types.DynamicFeeTx{{To: &apiContract, Data: common.Hash{31: 9}.Bytes()}, {Data: logsOfEveryLength()}, {To: &apiContract}, {To: &apiPlain, Value: big.NewInt(1), Data: []byte{byte(vm.STOP)}}} {
		tx.ChainID, tx.Nonce, tx.GasFeeCap, tx.GasTipCap, tx.Gas = big.NewInt(l2ChainID), w.chain.nonce, big.NewInt(1e10), big.NewInt(1), 500_000
		w.chain.nonce++
		raw := hexutil.Encode(w.chain.signed(&tx))
		w.sendBoth(sockets, raw, ids)
		next(`"newPendingTransactions"`)
		next(`"newPendingTransactions",true`)
		next(`"newHeads"`)
		next(`"transactionReceipts",{}`)
		switch round {
		case 0:
			next(`"logs",{}`)
			next(`"logs",{"address":"` + apiContract.Hex() + `"}`)
			next(`"logs",{"fromBlock":"0x0","toBlock":"latest"}`)
		case 1:
			for range 5 {
				next(`"logs",{}`)
				next(`"logs",{"fromBlock":"0x0","toBlock":"latest"}`)
			}
		}
		changes(fmt.Sprintf("round %d:", round))
	}
	w.unsubscribe(sockets, ids)
	w.unneeded()
}

// filtered asks both for what a filter has. geth fills its filters some time after it has told subscribers: when it has nothing and the other has something, it is asked again.
func (w *twin) filtered(sockets [2]*socket, method string, ids [2]string) (geth, ashlar any) {
	w.Helper()
	ask := func(i int) any {
		v, err := decodedNumbers(w.unnamed(w.sides[i], sockets[i].ask(fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":%q,"params":[%q]}`, method, ids[i]))))
		if err != nil {
			w.Fatal(err)
		}
		return v
	}
	nothing := func(answer any) bool {
		result, is := answer.(map[string]any)["result"].([]any)
		return is && len(result) == 0
	}
	geth, ashlar = ask(0), ask(1)
	for end := time.Now().Add(unhurried); nothing(geth) && !nothing(ashlar) && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		geth = ask(0)
	}
	return geth, ashlar
}

// unsubscribe ends every subscription and filter, twice: the second time it is gone.
func (w *twin) unsubscribe(sockets [2]*socket, ids map[string][2]string) {
	w.Helper()
	for _, s := range slices.Sorted(maps.Keys(ids)) {
		method := "eth_unsubscribe"
		if strings.HasPrefix(s, `"eth_`) {
			method = "eth_uninstallFilter"
		}
		for range 2 {
			var answers [2]any
			for i := range sockets {
				answers[i], _ = decodedNumbers(sockets[i].ask(fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":%q,"params":[%q]}`, method, ids[s][i])))
			}
			w.report(method+" of "+s, "", answers[0], answers[1])
		}
	}
}

// sendBoth sends a transaction to both and waits until both have it in a block that every filter knows of.
func (w *twin) sendBoth(sockets [2]*socket, raw string, ids map[string][2]string) {
	w.Helper()
	send := `{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":["` + raw + `"]}`
	var answers [2]any
	for i := range sockets {
		answers[i], _ = decodedNumbers(sockets[i].ask(send))
	}
	w.report("eth_sendRawTransaction", "", answers[0], answers[1])
	for { // geth tells its filters of the transaction some time after
		s := sockets[0]
		if len(s.waiting) >= 2 {
			break
		}
		text, closed := s.read()
		if closed != "" {
			w.Fatal("closed")
		}
		s.waiting = append(s.waiting, text)
	}
	w.beacon.Commit()
	for i, s := range w.sides {
		head := sockets[i].next(ids[`"newHeads"`][i]).(map[string]any)
		s.blocks = append(s.blocks, common.HexToHash(head["hash"].(string)))
		text, _ := json.Marshal(map[string]any{"jsonrpc": "2.0", "method": "eth_subscription", "params": map[string]any{"subscription": ids[`"newHeads"`][i], "result": head}})
		sockets[i].waiting = append(sockets[i].waiting, text)
	}
}

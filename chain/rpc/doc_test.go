package rpc

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
)

var update = flag.Bool("update", false, "write docs/rpc.md")

const docFile = "../../docs/rpc.md"

// Of zksync-os-server (matter-labs/zksync-os-server at 59bb218b, August 2026): its methods that answer, and what they leave out.
var (
	zksyncMethods = strings.Fields(`eth_protocolVersion eth_syncing eth_accounts eth_blockNumber eth_chainId eth_getBlockByHash eth_getBlockByNumber eth_getBlockTransactionCountByHash
		eth_getBlockTransactionCountByNumber eth_getUncleCountByBlockHash eth_getUncleCountByBlockNumber eth_getUncleByBlockHashAndIndex eth_getUncleByBlockNumberAndIndex eth_getBlockReceipts
		eth_getRawTransactionByHash eth_getRawTransactionByBlockHashAndIndex eth_getRawTransactionByBlockNumberAndIndex eth_getTransactionByHash eth_getTransactionByBlockHashAndIndex
		eth_getTransactionByBlockNumberAndIndex eth_getTransactionBySenderAndNonce eth_getTransactionReceipt eth_getBalance eth_getStorageAt eth_getTransactionCount eth_getCode eth_getHeaderByNumber
		eth_getHeaderByHash eth_simulateV1 eth_call eth_fillTransaction eth_estimateGas eth_gasPrice eth_maxPriorityFeePerGas eth_feeHistory eth_sendRawTransaction eth_sendRawTransactionSync eth_newFilter
		eth_newBlockFilter eth_newPendingTransactionFilter eth_getFilterChanges eth_getFilterLogs eth_uninstallFilter eth_getLogs eth_subscribe("newHeads") eth_subscribe("logs")
		eth_subscribe("newPendingTransactions") debug_traceBlockByHash debug_traceBlockByNumber debug_traceTransaction debug_traceCall zks_getBridgehubContract zks_getBytecodeSupplierContract
		zks_getL2ToL1LogProof zks_getImtInclusionProof zks_getImtLowNullifierIndex zks_getGenesis zks_getBlockMetadataByNumber zks_getProof txpool_inspect txpool_content txpool_status net_version
		web3_clientVersion web3_sha3 ots_getApiLevel ots_hasCode ots_getInternalOperations ots_getTransactionError ots_traceTransaction ots_getBlockDetails ots_getBlockDetailsByHash ots_getBlockTransactions
		ots_searchTransactionsBefore ots_searchTransactionsAfter ots_getTransactionBySenderAndNonce ots_getContractCreator erigon_getHeaderByNumber unstable_getBatchByBlockNumber unstable_getLocalRoot`)
	zksyncPart = map[string]string{
		"eth_syncing": "always false", "eth_call": "no block overrides, no EIP-7702", "eth_maxPriorityFeePerGas": "always 0", "debug_traceBlockByHash": "no struct log", "debug_traceBlockByNumber": "no struct log",
		"debug_traceTransaction": "no struct log", "debug_traceCall": "no struct log", "ots_searchTransactionsBefore": "1,000 blocks back", "ots_searchTransactionsAfter": "1,000 blocks on",
	}
)

// gethOnly are geth's methods that this node does not have, and why.
var gethOnly = map[string]string{
	"eth_resend":                        "the node holds no keys of users",
	"debug_chaindbCompact":              "for the operator of geth's database",
	"debug_chaindbProperty":             "for the operator of geth's database",
	"debug_clearTxpool":                 "nobody may empty the pool over the network",
	"debug_dbAncient":                   "for the operator of geth's database",
	"debug_dbAncients":                  "for the operator of geth's database",
	"debug_dbGet":                       "for the operator of geth's database",
	"debug_executionWitness":            "a witness of tries, which the chain does not have",
	"debug_getTrieFlushInterval":        "there are no tries",
	"debug_setTrieFlushInterval":        "there are no tries",
	"debug_intermediateRoots":           "headers have no state roots",
	"debug_preimage":                    "keys are not hashed",
	"debug_printBlock":                  "text for people who read geth's structures; eth_getBlockByNumber has the same",
	"debug_replayBadBlock":              "there are no bad blocks",
	"debug_setHead":                     "nobody may move the chain over the network",
	"debug_standardTraceBadBlockToFile": "nobody may write files over the network",
	"debug_standardTraceBlockToFile":    "nobody may write files over the network",
	"debug_traceBadBlock":               "there are no bad blocks",
	"debug_traceBlockFromFile":          "nobody may read files over the network; debug_traceBlock takes the bytes",
}

// gethProcess are the services of geth with which its operator controls the process, none of which is here.
var gethProcess = map[string]string{
	"AdminAPI":    "nobody may control the node over the network: `ashlar backup`, `ashlar derive`",
	"adminAPI":    "nobody may control the node over the network: flags, and `/status` for operators",
	"MinerAPI":    "nobody may control the node over the network: flags",
	"HandlerT":    "profiles and logs of the process are not for clients: flags, and `/metrics` for operators",
	"p2pDebugAPI": "there is no peer-to-peer network",
}

// parsed are the exported methods of a folder's types with their comments, by receiver.
func parsed(t *testing.T, folder string) map[string]map[string]*ast.FuncDecl {
	t.Helper()
	pkgs, err := parser.ParseDir(token.NewFileSet(), folder, func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]*ast.FuncDecl{}
	for _, pkg := range pkgs {
		for _, file := range pkg.Files {
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Recv == nil || !f.Name.IsExported() {
					continue
				}
				star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
				if !ok {
					continue
				}
				name := star.X.(*ast.Ident).Name
				if out[name] == nil {
					out[name] = map[string]*ast.FuncDecl{}
				}
				out[name][f.Name.Name] = f
			}
		}
	}
	return out
}

func small(name string) string {
	r := []rune(name)
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// gethMethods reads them from the source of the module that this repository uses.
func gethMethods(t *testing.T) (version string, names []string) {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", "github.com/ethereum/go-ethereum").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	for folder, receivers := range map[string]map[string]string{
		"internal/ethapi": {"EthereumAPI": "eth", "BlockChainAPI": "eth", "TransactionAPI": "eth", "EthereumAccountAPI": "eth", "TxPoolAPI": "txpool", "DebugAPI": "debug", "NetAPI": "net"},
		"eth":             {"DebugAPI": "debug", "MinerAPI": "miner", "AdminAPI": "admin"},
		"eth/downloader":  {"DownloaderAPI": "eth"},
		"eth/filters":     {"FilterAPI": "eth"},
		"eth/tracers":     {"API": "debug"},
		"internal/debug":  {"HandlerT": "debug"},
		"node":            {"web3API": "web3", "adminAPI": "admin", "p2pDebugAPI": "debug"},
		"rpc":             {"RPCService": "rpc"},
	} {
		all := parsed(t, filepath.Join(dir, folder))
		for receiver, namespace := range receivers {
			if len(all[receiver]) == 0 {
				t.Fatalf("geth has no %s in %s", receiver, folder)
			}
			for method, f := range all[receiver] {
				name := namespace + "_" + small(method)
				if receiver == "DownloaderAPI" && method != "Syncing" {
					continue // for Go programs
				}
				if f.Type.Results != nil && returnsSubscription(f) {
					name = fmt.Sprintf("%s_subscribe(%q)", namespace, small(method))
				}
				if gethProcess[receiver] != "" {
					gethOnly[name] = gethProcess[receiver]
				}
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return version, slices.Compact(names)
}

func returnsSubscription(f *ast.FuncDecl) bool {
	star, ok := f.Type.Results.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	s, ok := star.X.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Subscription"
}

// notes are the comments of the methods without the words that say which method it is.
func notes(t *testing.T) map[string]string {
	t.Helper()
	name := regexp.MustCompile(`^\w+ is ([a-z0-9]+_\w+(\("\w+)?)[^:,.]*`)
	out := map[string]string{}
	for _, methods := range parsed(t, ".") {
		for _, f := range methods {
			text := strings.Join(strings.Fields(f.Doc.Text()), " ")
			m := name.FindStringSubmatch(text)
			if m == nil {
				continue
			}
			key := m[1]
			if strings.Contains(key, `("`) {
				key += `")`
			}
			note := strings.TrimLeft(text[len(m[0]):], ":,. ")
			out[key] = strings.ReplaceAll(note, "|", "\\|")
		}
	}
	return out
}

// limitErrors say what a client sees at a limit.
var limitErrors = map[string]string{
	"BodyLimit": "HTTP 413; a socket is closed with 1009", "BatchItems": "-32600 batch too large", "BatchResponse": "-32003 response too large", "LogBlocks": "-32005 exceed maximum block range …. Try with this block range […]",
	"Logs": "-32005 query returned more than … results. Try with this block range […]", "LogTopics": "-32602 exceed max addresses or topics per search position", "Filters": "-32000 too many filters are installed", "FilterTimeout": "-32000 filter not found",
	"CallGas": "less gas; -32000 out of gas", "CallTimeout": "-32000 execution aborted (timeout = …)", "TraceTimeout": "-32000 execution timeout", "TraceMax": "-32000 execution timeout",
	"MaxTxBytes": "-32000 oversized data", "FeeHistory": "fewer blocks", "RequestTimeout": "-32002 request timed out",
	"LogTimeout": "-32005 query timed out after …: narrow the range", "HeaderTimeout": "the connection is closed", "BodyTimeout": "HTTP 408, or the connection is closed", "Connections": "waits", "Requests": "HTTP 503, -32005 server is busy", "BodyBytes": "HTTP 503, -32005 server is busy",
	"Executions": "-32005 server is busy", "QueueTimeout": "-32005 server is busy", "RateLimit": "HTTP 429, -32005 rate limit exceeded; a socket is read later", "RateBurst": "as RateLimit", "Sockets": "HTTP 503, -32005 server is busy",
	"IdleTimeout": "the connection is closed", "AddressConnections": "HTTP 429, and the connection is closed", "AddressSockets": "HTTP 429, -32005 too many WebSocket connections from one address",
	"AddressRequests": "HTTP 503, -32005 server is busy", "AddressExecutions": "-32005 server is busy",
	"SocketRequests": "read later", "Subscriptions": "-32005 too many subscriptions", "SubscriberLag": "the connection is closed", "WriteTimeout": "the connection is closed", "TraceBytes": "a shorter trace",
	"StopTimeout": "the connection is closed", "ProofSlots": "-32602 too many storage keys requested", "StorageSlots": "-38026 too many slots", "SyncTimeout": "4 The transaction was added to the transaction pool but wasn't processed in …", "SyncMax": "as SyncTimeout",
}

// notLimits are settings that bound nothing.
var notLimits = []string{"Addr", "CORSOrigins", "ClientVersion", "PubdataMargin", "PriorityMargin", "JSTracers", "Otterscan", "TrustedProxies"}

// flags finds which flag sets which field.
func flags(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../cmd/ashlar/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources of the command: ", err)
	}
	set := regexp.MustCompile(`(?:RPC|\bc)\.(\w+), "([a-z0-9-]+)"|"(rpc-[a-z0-9-]+)", &c\.(\w+),`)
	out := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range set.FindAllStringSubmatch(string(text), -1) {
			out[m[1]+m[4]] = "`--" + m[2] + m[3] + "`"
		}
	}
	return out
}

// fieldComments are the comments beside the fields of Config.
func fieldComments(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "config.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.Field); ok && f.Comment != nil && len(f.Names) > 0 {
			out[f.Names[0].Name] = strings.TrimSpace(f.Comment.Text())
		}
		return true
	})
	return out
}

func writeLimits(t *testing.T, out *bytes.Buffer) {
	t.Helper()
	out.WriteString("| setting | default | flag | meaning | beyond it |\n| --- | --- | --- | --- | --- |\n")
	defaults, set, about := reflect.ValueOf(DefaultConfig()), flags(t), fieldComments(t)
	for i := range defaults.NumField() {
		name := defaults.Type().Field(i).Name
		if slices.Contains(notLimits, name) {
			continue
		}
		if limitErrors[name] == "" {
			t.Errorf("nothing says what happens at the limit %s", name)
		}
		value := fmt.Sprint(defaults.Field(i).Interface())
		switch v := defaults.Field(i).Interface().(type) {
		case time.Duration:
			if value = v.String(); strings.HasSuffix(value, "m0s") {
				value = strings.TrimSuffix(value, "0s")
			}
		case int:
			if v >= 1<<20 && v%(1<<20) == 0 {
				value = fmt.Sprintf("%d MiB", v>>20)
			} else if v >= 1<<10 && v%(1<<10) == 0 && strings.Contains(name, "Bytes") {
				value = fmt.Sprintf("%d KiB", v>>10)
			}
		}
		switch name {
		case "Executions":
			value = "4 for each CPU"
		case "AddressExecutions":
			value = "3 for each CPU"
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s |\n", name, value, set[name], about[name], limitErrors[name])
	}
	for name := range limitErrors {
		if !defaults.FieldByName(name).IsValid() {
			t.Errorf("there is no limit %s", name)
		}
	}
}

func writeMethods(t *testing.T, out *bytes.Buffer) {
	t.Helper()
	version, geth := gethMethods(t)
	about := notes(t)
	ours, all := map[string]bool{"rpc_modules": true}, map[string]bool{} // which geth's server answers by itself
	for _, m := range registered() {
		ours[m.name], all[m.name] = true, true
	}
	for _, name := range geth {
		all[name] = true
		if reason := gethOnly[name]; ours[name] == (reason != "") {
			t.Errorf("geth's %s: answered is %t, the reason why not %q", name, ours[name], reason)
		}
	}
	for _, name := range zksyncMethods {
		all[name] = true
	}
	namespace := ""
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if of, _, _ := strings.Cut(name, "_"); of != namespace {
			namespace = of
			fmt.Fprintf(out, "\n### %s_\n\n| method | Ashlar | geth %s | zksync-os-server | notes |\n| --- | --- | --- | --- | --- |\n", namespace, version)
		}
		mark := map[bool]string{true: "yes", false: "–"}
		note := about[name]
		if note == "" {
			note = gethOnly[name]
		}
		zksync := mark[slices.Contains(zksyncMethods, name)]
		if part := zksyncPart[name]; part != "" {
			zksync += ", " + part
		}
		fmt.Fprintf(out, "| `%s` | %s | %s | %s | %s |\n", name, mark[ours[name]], mark[slices.Contains(geth, name)], zksync, note)
	}
}

const docHead = `<!-- Written by: go test ./chain/rpc -run TestDoc -update -->

# JSON-RPC

A node answers JSON-RPC 2.0 over HTTP and WebSocket on one port (` + "`--rpc`" + `). What the Execution API Specification describes is answered as it says (` + "`go test ./node -run OpenRPC`" + `), wrong requests get
geth's codes and messages (` + "`go test ./node -run 'Twin|ErrorsAreGeths'`" + ` sends some 12,000 requests to geth and to a node with the same chain, and lists every exception with its reason), and ` + "`zksync-ethers`" + ` and ` + "`viem/zksync`" + ` find what they read.

## What differs from Ethereum

* Tags: pending is the block that would be made now, without transactions: those of the pool that can run are in a block at once. safe is the last block of the newest batch that is committed on L1, finalized of the newest that is executed there. zksync-ethers' committed is latest, its
  l1_committed is safe.
* Operations from L1 are transactions of type 0x7f. They have a sender, but no key signed them.
* gasUsed of a receipt is execution gas and the gas that pays for pubdata; pubdataGas and pubdataBytes say how much of it.
* Headers have no state root: the state is one Poseidon2 tree, whose root is committed once a batch. eth_getProof proves against the root after any block, zks_getProof against that of a batch; L1 knows the latter.
* The recipient of fees has the base fee too. Answers are not compressed. debug_accountRange and debug_storageRangeAt walk accounts and slots in their own order, not in that of their hashes.
* There are no blobs, uncles, withdrawals or mining on L2; methods about them answer with zero, null or nothing, as geth does for a chain without them.
* Paymasters, EIP-712 transactions and factory dependencies are refused: accounts are Ethereum's.

## Errors

| code | when |
| --- | --- |
| 3 | the call reverted; data is what it returned |
| 4 | eth_sendRawTransactionSync: no receipt in time; data is the hash |
| -32000 | as in geth: whatever has no code of its own |
| -32003 | the answers to a batch are too large |
| -32004 | the chain does not have this |
| -32005 | the server is busy, or the client asks too much |
| -32600, -32601, -32602, -32700 | JSON-RPC's own: no request, no such method, wrong parameters, no JSON |
| -38010 to -38026 | eth_simulateV1 |

## Otterscan

` + "`ashlar node --otterscan`" + ` makes an index of addresses beside the chain, which ots_searchTransactionsBefore and After need; ` + "`ashlar devnet`" + ` does so unless told otherwise. It may be switched on at any time: it begins
at block 0, and goes on where it was after a restart. An address appears in a transaction as sender, recipient, created contract, in internal calls and self-destructions, and in the Transfer events of tokens.

A transfer of ether takes 65 bytes in the index (` + "`go test ./node -run OtterscanCost -v`" + `). Blocks do not wait for it, but it takes a share of the CPU: with it 181 µs for a transaction, half of them transfers of ether
and half of tokens, and 147 µs without, the generator of the load included (` + "`ashlar bench sequencer --only ashlar --accounts 2000 --json --otterscan`" + `: cpu_seconds by transactions). A search waits for the index to have the
head, and says where the index is when that takes longer than QueueTimeout.

## Limits

`

// TestDoc keeps docs/rpc.md equal to what the code says.
func TestDoc(t *testing.T) {
	var out bytes.Buffer
	out.WriteString(docHead)
	writeLimits(t, &out)
	out.WriteString("\n## Methods\n\nTaken from the services of this node, from the source of geth in the module cache, and from zksync-os-server at 59bb218b (August 2026).\n")
	writeMethods(t, &out)
	if *update {
		if err := os.WriteFile(docFile, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(docFile)
	if err != nil || !bytes.Equal(have, out.Bytes()) {
		t.Errorf("docs/rpc.md is not what the code says (%v): go test ./chain/rpc -run TestDoc -update", err)
	}
}

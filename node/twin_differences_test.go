package node_test

import (
	"fmt"
	"regexp"
	"strings"
)

// allowed is a difference between the answers of the two that is meant, or that is geth's own oddity: requests and places in answers that match, and why.
type allowed struct {
	request, path string // regular expressions; a request is its method and parameters
	reason        string
}

// ownTime is the reason of a difference that is not always there: the clocks of the two may say the same.
const ownTime = "each has its own time"

// differences are all of them. Every other one is a failure, and so is an entry that no request needs.
var differences = []allowed{
	// What the chain is.
	{``, `\.(l1BatchNumber|l1BatchTxIndex|l1BatchTimestamp|gasPerPubdata|pubdataBytes|pubdataGas|l2ToL1Logs|transactionLogIndex|logType|failureReason)(\[\])?$`, "members that are this chain's or that the ZKsync SDKs read"},
	{``, `\.(stateRoot|extraData|size)$`, "headers have no state root, and the price of pubdata as extra data"},
	{`^debug_getRaw(Block|Header) `, `^\.result$`, "as above: headers are encoded"},
	{``, `(?i)\.0xfeefeefeefeefeefeefeefeefeefeefeefeefee0\b.*balance`, "the recipient of fees has the base fee too, nobody burns it"},
	{`^eth_getProof `, `\.(accountProof|proof|storageHash|stateTree)(\[\]|\.\w+)?$`, "proofs are of the Poseidon2 tree, and there are no tries of accounts"},
	{`^debug_(dumpBlock|accountRange) `, `\.(root|next)$`, "there are no tries: no roots, and the order is that of addresses"},
	{`^debug_(dumpBlock|accountRange) .*"(latest|0x)`, `^\.result\.accounts\.`, "as above: another order, hence others on a page, and contracts that only Ethereum's blocks write to"},
	{`^debug_(dumpBlock|accountRange) `, `^\.result\.accounts\.0x(0000|00000961|0000BBdD|000F3df6|0000F908)`, "contracts that only Ethereum's blocks write to"},
	{`^debug_accountRange \[.*"0x[0-9a-f]{4,}",`, ``, "starts are addresses, not hashes"},
	{`^debug_storageRangeAt `, `^\.result\.(nextKey|storage)`, "starts are slots, not hashes; geth reads the storage before the block, not before the transaction"},
	{`^debug_storageRangeAt .*"pending"`, `^\.(error|result$)`, "geth looks for the tries of a block that is not there"},
	{`^debug_getModifiedAccountsBy(Hash|Number) \[(0|"\$B0\$"),`, `^\.result`, "an account that changed and changed back is named: blocks are looked through, not two tries compared"},
	{`^eth_config `, `\.(blobSchedule\.\w+|forkId|systemContracts\.\w+)$`, "no blobs, no deposits and withdrawals of validators"},
	{`^eth_capabilities `, ``, "what is kept is kept whole"},
	{`^rpc_modules `, `\.(ashlar|erigon|ots|zks)$`, "namespaces of this chain"},
	{`^web3_clientVersion `, `^\.result$`, "its name"},

	// Fees.
	{`^eth_(gasPrice|maxPriorityFeePerGas) `, `^\.result$`, "of the next block, where geth takes the head's base fee, and nobody has to tip"},
	{`^eth_fillTransaction `, `^\.result(\.raw|\.tx\.(hash|maxFeePerGas|maxPriorityFeePerGas))$`, "as above"},
	{`^eth_(fillTransaction|createAccessList) .*"maxFeePerGas":"`, `^\.(error|result)`, "geth adds a tip, which may be above the fee; a message has the hash of the transaction with it"},
	{`^eth_(fillTransaction|createAccessList) .*"maxPriorityFeePerGas":"0x(ff)+"`, `^\.(error|result)`, "fees of more than 256 bits are refused by name"},

	{`^eth_estimateGas .*"movePrecompileToAddress"`, `^\.result$`, "geth's estimates do not know of precompiles that were moved, as its calls do"},

	{`^eth_simulateV1 .*"validation":true`, `\.(error\.message|hash|transactionsRoot|transactionHash|transactions\[\])$`, "a call that is validated has the gas of EIP-7825 at most, which geth does not look at"},

	// Blocks that are not in the chain.
	{`^eth_getBlockByNumber .*"pending"`, `^\.result\.(hash|nonce|miner)$`, "null in geth, which the Execution API Specification does not allow"},
	{`^eth_getBlockByNumber .*"pending"`, `^\.result\.timestamp$`, ownTime},
	{`^eth_(simulateV1|feeHistory) .*"pending"`, `^\.result`, "there they mean what comes after the head: a pending block has no transactions"},
	{`^(eth_getProof|debug_getRaw(Block|Header)) .*"pending"`, `^\.(result|error)`, "geth looks for something of a block that is not there"},
	{`"earliest"`, `^\.(result|error)`, "geth does not know this tag in dumps of the state"},
	{`^eth_simulateV1 `, `\.(hash|parentHash|blockHash)$`, "hashes of headers"},

	// What the chain does not have.
	{`"(blobVersionedHashes|blobs|maxFeePerBlobGas)":`, `^\.(error|result)`, "there are no blob transactions"},
	{`^eth_simulateV1 .*"beaconRoot"`, `^\.(error|result)`, "there is no beacon chain"},
	{`"number":"0x(10000000000000000|f{64}|10{64})"`, `^\.(error|result)`, "numbers of blocks have 64 bits"},

	// Leniency, and limits.
	{`^eth_feeHistory \[[^\[]*(,null)?\]$`, `^\.(error|result)`, "the percentiles may be left out, as the ZKsync SDKs do"},
	{`^eth_(newFilter|newBlockFilter|newPendingTransactionFilter) `, `^\.result$`, "identifiers are random"},
}

// randomDifferences are more of them, where several things are wrong or odd at the same time.
var randomDifferences = []allowed{
	{`"tracer":`, `^\.error\.message$`, "a tracer in JavaScript is evaluated within a function, which messages name"},
	{`^web3_sha3 .*\$B`, `^\.result$`, "hashes of headers"},
	{`^eth_sendRawTransaction`, `^\.error\.message$`, "types of transactions that are refused by name: 0x3, 0x71, 0x7e, 0x7f"},
}

// messageDifferences are those of messages and of HTTP.
var messageDifferences = []allowed{
	{`^with Accept-Encoding: .*gzip`, `\.encoding$`, "answers are not compressed: that is for a proxy"},
}

// socketDifferences are those of messages over WebSocket.
var socketDifferences = []allowed{
	{`"eth_subscribe"`, `^\.result$`, "identifiers are random"},
}

// newsDifferences are those of what is new: the blocks are made by each of them.
var newsDifferences = []allowed{
	{``, `\.(hash|blockHash|parentHash|baseFeePerGas|extraData|stateRoot|timestamp|blockTimestamp|miner|mixHash|gasPrice|effectiveGasPrice|gasLimit)$`, "each has its own blocks, with their time, price and recipient of fees"},
	{`newHeads`, `^\.(blockAccessListHash|slotNumber)$`, "members of geth's for a fork that is not there"},
	{``, `\.(l1BatchNumber|l1BatchTxIndex|pubdataBytes|pubdataGas|l2ToL1Logs|transactionLogIndex|logType|failureReason)(\[\])?$`, "members that are this chain's or that the ZKsync SDKs read"},
}

// ownNames are words of messages that name Go types and fields.
var ownNames = regexp.MustCompile(`Go struct field \S+ of type \S+( \{\})?|Go value of type \S+( \{\})?|input list for \S+`)

func withoutNames(v any) any {
	text, is := v.(string)
	if !is {
		return v
	}
	return ownNames.ReplaceAllString(text, "TYPE")
}

func notANumber(message any) bool {
	text, _ := message.(string)
	return strings.Contains(text, "hex number > 64 bits") || strings.Contains(text, "hex number with leading zero digits")
}

type compiled struct{ request, path *regexp.Regexp }

// allow sets what may differ.
func (w *twin) allow(table []allowed) {
	w.table, w.compiled, w.used = table, nil, map[int]bool{}
	for _, d := range table {
		w.compiled = append(w.compiled, compiled{regexp.MustCompile(d.request), regexp.MustCompile(d.path)})
	}
}

// report fails for what is different in the answers to a request and is not in the table. It marks the entries that it needed.
func (w *twin) report(request, path string, geth, ashlar any) {
	w.Helper()
	compare(path, geth, ashlar, func(d difference) { w.judge(request, d) })
}

func (w *twin) judge(request string, d difference) {
	w.Helper()
	if strings.HasSuffix(d.path, ".message") && withoutNames(d.geth) == withoutNames(d.ashlar) {
		return
	}
	if strings.Contains(request, "$B") && notANumber(d.geth) && notANumber(d.ashlar) {
		return // a hash in the place of a number begins with a zero, or not
	}
	for i, c := range w.compiled {
		if c.request.MatchString(request) && c.path.MatchString(d.path) {
			w.used[i] = true
			return
		}
	}
	if w.failed++; w.failed > 40 {
		return
	}
	w.Errorf("%.400s\n  at %s\n  geth   %.300s\n  ashlar %.300s", request, d.path, marshalled(d.geth), marshalled(d.ashlar))
}

// check compares the answers to a request of JSON-RPC.
func (w *twin) check(method, params string) {
	w.Helper()
	for _, d := range w.differ(twinRequest(method, params)) {
		w.judge(fmt.Sprintf("%s %s", method, params), d)
	}
}

// unneeded fails for entries of the table that nothing needed.
func (w *twin) unneeded() {
	w.Helper()
	for i, d := range w.table {
		if !w.used[i] && d.reason != ownTime {
			w.Errorf("no answer differs by %s at %s, although: %s", d.request, d.path, d.reason)
		}
	}
}

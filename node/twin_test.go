package node_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"math/big"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/eth/tracers"
	gethlog "github.com/ethereum/go-ethereum/log"
	gethnode "github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/rollup"
)

// twin is a development chain of go-ethereum, configured as geth configures it, and a chain of this repository that has the same accounts and, in blocks with the same numbers, times, prices, limits and recipients of fees, the same transactions.
type twin struct {
	testing.TB
	stack  *gethnode.Node
	eth    *eth.Ethereum
	beacon *catalyst.SimulatedBeacon
	chain  *apiChain
	sides  [2]*voice // geth, ashlar
	txs    []common.Hash

	table    []allowed // what may differ
	compiled []compiled
	used     map[int]bool // entries of the table
	failed   int
}

// voice is one of the two: where it is asked, and its names for what both have.
type voice struct {
	url, ws string
	blocks  []common.Hash
}

var (
	twinFees = common.HexToAddress("0xfeefeefeefeefeefeefeefeefeefeefeefeefee0")
	// twinFails does what the first byte of its call data says.
	twinFails = common.HexToAddress("0xfa11fa11fa11fa11fa11fa11fa11fa11fa11fa11")
	// twinBlock returns what the opcodes of the block say.
	twinBlock = common.HexToAddress("0xb10cb10cb10cb10cb10cb10cb10cb10cb10cb10c")
)

const unhurried = 5 * time.Minute // limit of a call: answers must not depend on how fast the machine is

func twinConfig() *core.Genesis {
	g := core.DeveloperGenesisBlock(100_000_000, nil)
	g.Config.ChainID, g.Config.BogotaTime, g.Timestamp, g.Coinbase = big.NewInt(l2ChainID), nil, 1_700_000_000, twinFees
	g.Config.BlobScheduleConfig = &params.BlobScheduleConfig{Cancun: params.DefaultCancunBlobConfig, Prague: params.DefaultPragueBlobConfig}
	g.Alloc[twinFails] = types.Account{Nonce: 1, Code: failures(), Balance: new(big.Int)}
	g.Alloc[twinBlock] = types.Account{Nonce: 1, Code: blockOpcodes(), Balance: big.NewInt(77)}
	return g
}

// newTwin makes both with their history, and serves them until the test ends.
func newTwin(t testing.TB, table []allowed) *twin {
	t.Helper()
	g := twinConfig()
	w := &twin{TB: t, sides: [2]*voice{{}, {}}}
	w.allow(table)
	w.chain = bareChain(t, func(c *genesis.Config) {
		c.GasPerPubdata, c.BaseFee, c.Coinbase = 0, params.InitialBaseFee, twinFees
	}, g.Alloc)
	w.chain.fees = ethereumsFees()
	g.Alloc = maps.Clone(w.chain.genesis.Alloc)
	w.startGeth(g)
	w.sides[0].blocks = append(w.sides[0].blocks, w.eth.BlockChain().Genesis().Hash())
	w.sides[1].blocks = append(w.sides[1].blocks, w.chain.genesis.Header().Hash())
	w.history()
	for end := time.Now().Add(unhurried); !w.eth.APIBackend.TxIndexDone() || !w.eth.APIBackend.SyncProgress(t.Context()).Done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) { // until then geth says so instead of answering
			t.Fatalf("geth is not done with its index of transactions in %v", unhurried)
		}
	}
	w.chain.seal()
	end := w.chain.serve(nil)
	t.Cleanup(end)
	w.sides[1].url, w.sides[1].ws = w.chain.url, "ws"+strings.TrimPrefix(w.chain.url, "http")
	return w
}

// ethereumsFees are Ethereum's rule for the base fee.
func ethereumsFees() *fees.Config {
	c := fees.DefaultConfig()
	c.Elastic, c.ElasticStep, c.MinBaseFee, c.DAScheme = true, params.DefaultBaseFeeChangeDenominator, 1, rollup.DACalldata
	return &c
}

func (w *twin) startGeth(g *core.Genesis) {
	w.Helper()
	gethlog.SetDefault(gethlog.NewLogger(gethlog.DiscardHandler()))
	nc := gethnode.DefaultConfig
	nc.Name, nc.DataDir, nc.IPCPath, nc.UseLightweightKDF, nc.AuthPort = "geth", "", "", true, 0
	nc.P2P.MaxPeers, nc.P2P.ListenAddr, nc.P2P.NoDial, nc.P2P.NoDiscovery, nc.P2P.DiscoveryV5, nc.P2P.NAT = 0, "", true, true, false, nil
	nc.HTTPHost, nc.HTTPPort, nc.WSHost, nc.WSPort = "127.0.0.1", 0, "127.0.0.1", 0
	nc.HTTPModules = []string{"eth", "net", "web3", "debug", "txpool"}
	nc.WSModules = nc.HTTPModules
	stack, err := gethnode.New(&nc)
	if err != nil {
		w.Fatal(err)
	}
	w.stack = stack
	w.Cleanup(func() {
		if err := stack.Close(); err != nil {
			w.Error(err)
		}
	})
	ec := ethconfig.Defaults
	ec.Genesis, ec.NetworkId, ec.SyncMode, ec.StateScheme, ec.NoPruning, ec.Preimages = g, uint64(l2ChainID), ethconfig.FullSync, rawdb.HashScheme, true, true
	ec.Miner.GasCeil, ec.Miner.GasPrice = g.GasLimit, common.Big1
	ec.RPCEVMTimeout = unhurried
	ec.TxPool.PriceLimit, ec.TxPool.Journal, ec.TxPool.NoLocals = 1, "", true
	if w.eth, err = eth.New(stack, &ec); err != nil {
		w.Fatal(err)
	}
	system := filters.NewFilterSystem(w.eth.APIBackend, filters.Config{LogCacheSize: ec.FilterLogCacheSize, LogQueryLimit: ec.LogQueryLimit, RangeLimit: ec.RangeLimit})
	stack.RegisterAPIs(append(tracers.APIs(w.eth.APIBackend), gethrpc.API{Namespace: "eth", Service: filters.NewFilterAPI(system)}))
	if w.beacon, err = catalyst.NewSimulatedBeacon(0, twinFees, w.eth); err != nil {
		w.Fatal(err)
	}
	if err := stack.Start(); err != nil {
		w.Fatal(err)
	}
	w.eth.SetSynced()
	w.sides[0].url, w.sides[0].ws = stack.HTTPEndpoint(), stack.WSEndpoint()
}

// block makes a block of transactions on geth and the same one here.
func (w *twin) block(txs ...types.TxData) {
	w.Helper()
	var signed []*types.Transaction
	for _, tx := range txs {
		signed = append(signed, types.MustSignNewTx(apiKey, types.LatestSignerForChainID(big.NewInt(l2ChainID)), tx))
	}
	for _, err := range w.eth.TxPool().Add(signed, true) {
		if err != nil {
			w.Fatal(err)
		}
	}
	b := w.eth.BlockChain().GetBlockByHash(w.beacon.Commit())
	if b == nil || len(b.Transactions()) != len(txs) {
		w.Fatalf("geth made no block of %d transactions: %v", len(txs), b)
	}
	h := b.Header()
	env := rollup.BlockEnv{Number: h.Number.Uint64(), Timestamp: h.Time, GasLimit: h.GasLimit, BaseFee: *uint256.MustFromBig(h.BaseFee), Coinbase: h.Coinbase, PrevRandao: h.MixDigest}
	var raws [][]byte
	for _, tx := range b.Transactions() {
		raw, err := tx.MarshalBinary()
		if err != nil {
			w.Fatal(err)
		}
		raws, w.txs = append(raws, raw), append(w.txs, tx.Hash())
	}
	w.chain.blockIn(env, raws...)
	w.sides[0].blocks = append(w.sides[0].blocks, b.Hash())
	w.sides[1].blocks = append(w.sides[1].blocks, w.chain.blocks[len(w.chain.blocks)-1].Hash)
}

// history is what both have: transactions of every type, of every way to end, logs with every number of topics, inner calls, creations, empty blocks.
func (w *twin) history() {
	w.Helper()
	id, price, tip, to := big.NewInt(l2ChainID), big.NewInt(1e10), big.NewInt(1), apiContract
	nonce := uint64(0)
	next := func() uint64 { nonce++; return nonce - 1 }
	plain := func(to *common.Address, value int64, data []byte) types.TxData {
		return &types.DynamicFeeTx{ChainID: id, Nonce: next(), GasFeeCap: price, GasTipCap: tip, Gas: 1_000_000, To: to, Value: big.NewInt(value), Data: data}
	}
	word := common.LeftPadBytes([]byte{7}, 32)
	auth, err := types.SignSetCode(otherKey, types.SetCodeAuthorization{ChainID: *uint256.NewInt(l2ChainID), Address: apiContract})
	if err != nil {
		w.Fatal(err)
	}
	w.block(
		&types.LegacyTx{Nonce: next(), GasPrice: price, Gas: 100_000, To: &apiPlain, Value: big.NewInt(3)},
		&types.AccessListTx{ChainID: id, Nonce: next(), GasPrice: price, Gas: 100_000, To: &to, Data: word, AccessList: types.AccessList{{Address: to, StorageKeys: []common.Hash{{}}}}},
		plain(nil, 0, []byte{byte(vm.PUSH1), 1, byte(vm.PUSH0), byte(vm.RETURN)}),
		plain(&to, 0, nil), // reverts
		&types.SetCodeTx{ChainID: uint256.NewInt(l2ChainID), Nonce: next(), GasFeeCap: uint256.MustFromBig(price), GasTipCap: uint256.NewInt(1), Gas: 200_000, To: to, Data: word, AuthList: []types.SetCodeAuthorization{auth}},
	)
	w.block()
	w.block(plain(nil, 0, logsOfEveryLength()), plain(nil, 0, append(logsOfEveryLength(), byte(vm.INVALID))), plain(nil, 0, innerCalls()), plain(&apiPlain, 1, nil))
	for _, what := range failureNames {
		w.block(plain(&twinFails, 0, []byte{failureCode(what)}))
	}
	w.block(plain(&to, 0, word), plain(&twinBlock, 0, nil))
	w.chain.nonce = nonce
}

// named replaces $B3 by the hash of block 3, $T3 by that of transaction 3.
func (w *twin) named(s *voice, text string) string {
	for i := len(s.blocks) - 1; i >= 0; i-- {
		text = strings.ReplaceAll(text, "$B"+strconv.Itoa(i)+"$", s.blocks[i].Hex())
	}
	for i := len(w.txs) - 1; i >= 0; i-- {
		text = strings.ReplaceAll(text, "$T"+strconv.Itoa(i)+"$", w.txs[i].Hex())
	}
	return text
}

// unnamed replaces hashes of blocks by their names.
func (w *twin) unnamed(s *voice, text []byte) []byte {
	for i, h := range s.blocks {
		text = bytes.ReplaceAll(text, []byte(h.Hex()[2:]), []byte("$B"+strconv.Itoa(i)+"$"))
	}
	return text
}

// post sends a body as it is.
func (w *twin) post(s *voice, body string) (status int, answer []byte) {
	w.Helper()
	res, err := http.Post(s.url, "application/json", strings.NewReader(w.named(s, body)))
	if err != nil {
		w.Fatal(err)
	}
	defer res.Body.Close()
	answer, err = io.ReadAll(res.Body)
	if err != nil {
		w.Fatal(err)
	}
	return res.StatusCode, w.unnamed(s, answer)
}

// difference is a place where two answers are not the same; absent values are nil.
type difference struct {
	path         string
	geth, ashlar any
}

// compare walks two decoded answers.
func compare(path string, geth, ashlar any, found func(difference)) {
	switch a := geth.(type) {
	case map[string]any:
		b, ok := ashlar.(map[string]any)
		if !ok {
			break
		}
		for key := range a {
			if _, both := b[key]; both {
				compare(path+"."+key, a[key], b[key], found)
			} else {
				found(difference{path + "." + key, a[key], nil})
			}
		}
		for key := range b {
			if _, both := a[key]; !both {
				found(difference{path + "." + key, nil, b[key]})
			}
		}
		return
	case []any:
		b, ok := ashlar.([]any)
		if !ok || len(a) != len(b) {
			break
		}
		for i := range a {
			compare(path+"[]", a[i], b[i], found)
		}
		return
	}
	if x, y := marshalled(geth), marshalled(ashlar); x != y {
		found(difference{path, geth, ashlar})
	}
}

func marshalled(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func decodedNumbers(text []byte) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}

// beaconRoots is the contract of EIP-4788, to which every block of Ethereum writes.
const beaconRoots = "0x000f3df6d732807ef1319fb7b8bb8522d0beac02"

// differ asks both the same and gives what is different in their answers.
func (w *twin) differ(body string) (found []difference) {
	w.Helper()
	var status [2]int
	var answers [2]any
	for i, s := range w.sides {
		var text []byte
		var err error
		if status[i], text = w.post(s, body); strings.Contains(body, "debug_getModifiedAccounts") {
			text = bytes.ReplaceAll(text, []byte(`"`+beaconRoots+`",`), nil)
		}
		if answers[i], err = decodedNumbers(text); err != nil {
			answers[i] = string(bytes.TrimSpace(text))
		}
	}
	if status[0] != status[1] {
		found = append(found, difference{"status", status[0], status[1]})
	}
	compare("", answers[0], answers[1], func(d difference) { found = append(found, d) })
	return found
}

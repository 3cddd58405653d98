package rpc

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"log/slog"
	"maps"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// memIndex is an index in memory. fail, when set, decides about each Put: written or not, and with which error.
type memIndex struct {
	mu   sync.Mutex
	m    map[string][]byte
	fail func() (lost bool, err error)
}

func newMemIndex() *memIndex { return &memIndex{m: map[string][]byte{}} }

func (x *memIndex) Get(key []byte) ([]byte, bool, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	v, ok := x.m[string(key)]
	return v, ok, nil
}

func (x *memIndex) Put(entries [][2][]byte) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	lost, err := false, error(nil)
	if x.fail != nil {
		lost, err = x.fail()
	}
	if !lost {
		for _, e := range entries {
			x.m[string(e[0])] = e[1]
		}
	}
	return err
}

func (x *memIndex) Scan(start, end []byte, reverse bool) iter.Seq2[[]byte, error] {
	x.mu.Lock()
	keys := slices.Sorted(maps.Keys(x.m))
	x.mu.Unlock()
	if reverse {
		slices.Reverse(keys)
	}
	return func(yield func([]byte, error) bool) {
		for _, k := range keys {
			if k >= string(start) && k < string(end) && !yield([]byte(k), nil) {
				return
			}
		}
	}
}

var (
	otsCaller   = common.HexToAddress("0xca11")
	otsReverter = common.HexToAddress("0xbad0")
	otsBomb     = common.HexToAddress("0xb0b0")
	otsHeir     = common.HexToAddress("0x4e14")
	otsFriend   = common.HexToAddress("0xf41e")
	otsTokenTo  = common.HexToAddress("0x70c0")
)

// callerCode creates a contract with 1 wei, sends 3 wei to the address that it is given, and says that a token moved from itself to otsTokenTo.
func callerCode() []byte {
	code := append([]byte{byte(vm.PUSH8)}, common.FromHex("60fe5f5360015ff3")...) // init code of the contract 0xfe
	code = append(code, byte(vm.PUSH0), byte(vm.MSTORE), byte(vm.PUSH1), 8, byte(vm.PUSH1), 24, byte(vm.PUSH1), 1, byte(vm.CREATE), byte(vm.POP),
		byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH1), 3, byte(vm.PUSH0), byte(vm.CALLDATALOAD), byte(vm.GAS), byte(vm.CALL), byte(vm.POP), byte(vm.PUSH20))
	code = append(append(code, otsTokenTo[:]...), byte(vm.ADDRESS), byte(vm.PUSH32))
	return append(append(code, transferEvent[:]...), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.LOG3), byte(vm.STOP))
}

// execute appends a block that the state transition makes of raw transactions.
func (f *fixture) execute(t *testing.T, raws ...[]byte) {
	t.Helper()
	c, cfg := f.fakeChain, f.server.api.back.Config
	number := len(c.blocks)
	chain := &rollup.ChainState{}
	for _, b := range c.blocks {
		chain.Push(b.Header.Number.Uint64(), b.Header.Time, b.Hash)
	}
	env := rollup.BlockEnv{Number: uint64(number), Timestamp: 1000 + uint64(number), GasLimit: 50_000_000, GasPerPubdata: testPubdata}
	env.BaseFee.SetUint64(testBaseFee)
	pre := c.states[number-1]
	res, err := stf.ExecuteBlock(&cfg, chain, pre, &rollup.Block{Env: env, Txs: raws})
	if err != nil {
		t.Fatal(err)
	}
	after := &fakeState{accounts: maps.Clone(pre.accounts), slots: maps.Clone(pre.slots), codes: maps.Clone(pre.codes)}
	for _, d := range res.Diff.Accounts {
		after.accounts[d.Address] = d.After
		slots := maps.Clone(after.slots[d.Address])
		if slots == nil {
			slots = map[common.Hash]common.Hash{}
		}
		for _, s := range d.Slots {
			slots[s.Slot] = s.After
		}
		after.slots[d.Address] = slots
	}
	for _, code := range res.Diff.Codes {
		after.codes[code.Hash] = code.Bytes
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.blocks, c.receipts, c.states = append(c.blocks, &Block{Header: res.Header, Hash: res.Hash, Txs: res.Block.Txs}), append(c.receipts, res.Receipts), append(c.states, after)
}

// otsChain is a chain with internal calls: block 2 has a call of the caller and a transfer, 3 a self-destruction and a failure, 4 a failure within and a creation.
func otsChain(t *testing.T, change func(*Config)) *fixture {
	f := startRealWith(t, change)
	genesis := f.states[1]
	bomb := append(append([]byte{byte(vm.PUSH20)}, otsHeir[:]...), byte(vm.SELFDESTRUCT))
	for address, code := range map[common.Address][]byte{otsCaller: callerCode(), otsReverter: common.FromHex("63deadbeef5f526004601cfd"), otsBomb: bomb} {
		hash := crypto.Keccak256Hash(code)
		account := rollup.Account{Nonce: 1, CodeHash: hash, CodeLen: uint32(len(code))}
		account.Balance.SetUint64(100)
		genesis.accounts[address], genesis.codes[hash] = account, code
		f.states[0].accounts[address] = account
	}
	nonce, price := uint64(2), big.NewInt(2*testBaseFee)
	tx := func(to *common.Address, data []byte, value int64) []byte {
		nonce++
		return raw(sign(&types.LegacyTx{Nonce: nonce - 1, GasPrice: price, Gas: 1_000_000, To: to, Data: data, Value: big.NewInt(value)}))
	}
	target := func(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }
	plain := common.HexToAddress("0x70")
	f.execute(t, tx(&otsCaller, target(otsFriend), 0), tx(&plain, nil, 1))
	f.execute(t, tx(&otsCaller, target(otsBomb), 0), tx(&otsReverter, nil, 0))
	f.execute(t, tx(&otsCaller, target(otsReverter), 0), tx(nil, common.FromHex("60fe5f5360015ff3"), 0))
	for n, want := range [][]uint64{{1, 1}, {1, 0}, {1, 1}} {
		for i, r := range f.receipts[n+2] {
			if r.Status != want[i] {
				t.Fatalf("block %d, transaction %d: %+v", n+2, i, r)
			}
		}
	}
	return f
}

func (f *fixture) tx(block, index int) common.Hash { return f.receipts[block][index].TxHash }

func TestOtsTraces(t *testing.T) {
	f := otsChain(t, nil)
	child := func(nonce uint64) common.Address { return crypto.CreateAddress(otsCaller, nonce) }
	type op = otsOperation
	wei := func(n int64) *hexutil.Big { return (*hexutil.Big)(big.NewInt(n)) }
	same := func(a, b op) bool {
		return a.Type == b.Type && a.From == b.From && a.To == b.To && a.Value.ToInt().Cmp(b.Value.ToInt()) == 0
	}
	for _, c := range []struct {
		tx   common.Hash
		want []op
	}{
		{f.tx(2, 0), []op{{otsCreate, otsCaller, child(1), wei(1)}, {otsTransfer, otsCaller, otsFriend, wei(3)}}},
		{f.tx(2, 1), nil},
		{f.tx(3, 0), []op{{otsCreate, otsCaller, child(2), wei(1)}, {otsTransfer, otsCaller, otsBomb, wei(3)}, {otsSelfDestruct, otsBomb, otsHeir, wei(103)}}},
		{f.tx(4, 0), []op{{otsCreate, otsCaller, child(3), wei(1)}}}, // what went to the reverter came back
		{common.Hash{1}, nil},
	} {
		if got := get[[]op](t, f, "ots_getInternalOperations", c.tx); got == nil || !slices.EqualFunc(got, c.want, same) {
			t.Errorf("%s: %+v, want %+v", c.tx, got, c.want)
		}
	}
	trace := get[[]otsTrace](t, f, "ots_traceTransaction", f.tx(3, 0))
	var text []string
	for _, e := range trace {
		text = append(text, strings.Repeat(" ", e.Depth)+e.Type)
	}
	if got := strings.Join(text, "\n"); got != "CALL\n CREATE\n CALL\n  SELFDESTRUCT" {
		t.Errorf("%s\n%+v", got, trace)
	}
	if trace[0].From != testUser || trace[0].To != otsCaller || trace[0].Value.ToInt().Sign() != 0 || len(trace[0].Input) != 32 || trace[1].Value.ToInt().Int64() != 1 || !bytes.Equal(trace[1].Output, []byte{0xfe}) {
		t.Errorf("%+v", trace)
	}
	if none := get[[]otsTrace](t, f, "ots_traceTransaction", common.Hash{1}); none != nil {
		t.Error(none)
	}
	for tx, want := range map[common.Hash]string{f.tx(3, 1): "0xdeadbeef", f.tx(3, 0): "0x"} {
		if got := get[string](t, f, "ots_getTransactionError", tx); got != want {
			t.Error(got, want)
		}
	}
	if none := get[*string](t, f, "ots_getTransactionError", common.Hash{1}); none != nil {
		t.Error(*none)
	}
	refuse(t, f, codeInvalidParams, "missing value for required argument 0", "ots_traceTransaction")
}

func TestOtsAccounts(t *testing.T) {
	f := otsChain(t, nil)
	if got := get[int](t, f, "ots_getApiLevel"); got != 8 {
		t.Error(got)
	}
	if got := get[map[string]any](t, f, "erigon_getHeaderByNumber", "latest"); got["number"] != "0x4" {
		t.Error(got)
	}
	deployed := f.receipts[4][1].ContractAddress
	for _, c := range []struct {
		address common.Address
		block   string
		want    bool
	}{{otsCaller, "latest", true}, {testUser, "latest", false}, {deployed, "latest", true}, {deployed, "0x3", false}} {
		if got := get[bool](t, f, "ots_hasCode", c.address, c.block); got != c.want {
			t.Error(c, got)
		}
	}
	refuse(t, f, -32000, "header not found", "ots_hasCode", testUser, "0x99")
	for address, want := range map[common.Address]*otsCreator{
		crypto.CreateAddress(otsCaller, 1): {f.tx(2, 0), otsCaller}, crypto.CreateAddress(otsCaller, 3): {f.tx(4, 0), otsCaller}, deployed: {f.tx(4, 1), testUser},
		testUser: nil, otsCaller: nil, {9}: nil,
	} {
		got := get[*otsCreator](t, f, "ots_getContractCreator", address)
		if (got == nil) != (want == nil) || (got != nil && *got != *want) {
			t.Errorf("%s: %+v, want %+v", address, got, want)
		}
	}
	for nonce, want := range map[uint64]common.Hash{0: f.tx(1, 1), 1: f.tx(1, 2), 2: f.tx(2, 0), 5: f.tx(3, 1), 7: f.tx(4, 1)} {
		if got := get[*common.Hash](t, f, "ots_getTransactionBySenderAndNonce", testUser, nonce); got == nil || *got != want {
			t.Error(nonce, got, want)
		}
	}
	for _, none := range [][]any{{testUser, 8}, {common.Address{9}, 0}, {otsCaller, 1}, {otsCaller, 0}} {
		if got := get[*common.Hash](t, f, "ots_getTransactionBySenderAndNonce", none...); got != nil {
			t.Error(none, got)
		}
	}
	f.states[2] = nil
	refuse(t, f, -32000, errState.Error(), "ots_getContractCreator", crypto.CreateAddress(otsCaller, 1))
	refuse(t, f, -32000, errState.Error(), "ots_getTransactionBySenderAndNonce", testUser, 3)
}

func TestOtsBlocks(t *testing.T) {
	f := otsChain(t, nil)
	fees := new(big.Int)
	for _, r := range f.receipts[3] {
		fees.Add(fees, new(big.Int).Mul(r.EffectiveGasPrice.ToBig(), new(big.Int).SetUint64(r.GasUsed)))
	}
	for _, call := range [][]any{{"ots_getBlockDetails", 3}, {"ots_getBlockDetails", "0x3"}, {"ots_getBlockDetailsByHash", f.blocks[3].Hash}} {
		got := get[otsBlockDetails](t, f, call[0].(string), call[1:]...)
		if got.TotalFees.ToInt().Cmp(fees) != 0 || got.Block["transactionCount"] != 2.0 || got.Block["hash"] != f.blocks[3].Hash.Hex() || got.Block["transactions"] != nil || got.Block["logsBloom"] != nil ||
			got.Issuance.BlockReward.ToInt().Sign() != 0 {
			t.Errorf("%+v", got)
		}
	}
	for page, want := range []int{1, 0} {
		got := get[struct {
			FullBlock map[string]any   `json:"fullblock"`
			Receipts  []map[string]any `json:"receipts"`
		}](t, f, "ots_getBlockTransactions", 3, page, 1)
		txs := got.FullBlock["transactions"].([]any)
		if len(txs) != 1 || len(got.Receipts) != 1 || got.FullBlock["transactionCount"] != 2.0 {
			t.Fatalf("%+v", got)
		}
		tx, r := txs[0].(map[string]any), got.Receipts[0]
		if tx["hash"] != f.tx(3, want).Hex() || r["transactionHash"] != tx["hash"] || r["logs"] != nil || r["logsBloom"] != nil || r["timestamp"] != 1003.0 || len(tx["input"].(string)) > 10 {
			t.Errorf("%+v %+v", tx, r)
		}
	}
	for _, beyond := range [][]any{{3, 2, 1}, {3, 0, 0}, {0, 0, 25}, {3, uint64(1) << 62, 255}} {
		got := get[otsBlockTransactions](t, f, "ots_getBlockTransactions", beyond...)
		if len(got.Receipts) != 0 || len(got.FullBlock["transactions"].([]any)) != 0 {
			t.Errorf("%v: %+v", beyond, got)
		}
	}
	for _, call := range [][]any{{"ots_getBlockDetails", 9}, {"ots_getBlockDetailsByHash", common.Hash{1}}, {"ots_getBlockTransactions", 9, 0, 10}} {
		if got := get[any](t, f, call[0].(string), call[1:]...); got != nil {
			t.Error(call, got)
		}
	}
	refuse(t, f, codeInvalidParams, "page size of 256 transactions, at most 255", "ots_getBlockTransactions", 3, 0, 256)
	refuse(t, f, codeInvalidParams, "invalid argument 0: invalid number 1e+30", "ots_getBlockDetails", 1e30)
}

// indexed makes the index of addresses as the server does while it runs.
func (f *fixture) indexed(t *testing.T, index Index) *appearances {
	t.Helper()
	x, err := openAppearances(f.server.api.back, index, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if err := x.follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	return x
}

type search struct {
	Txs       []Transaction    `json:"txs"`
	Receipts  []map[string]any `json:"receipts"`
	FirstPage bool             `json:"firstPage"`
	LastPage  bool             `json:"lastPage"`
}

func (s search) hashes() (out []common.Hash) {
	for i := range s.Txs {
		out = append(out, s.Txs[i].Hash)
	}
	return out
}

func TestOtsSearch(t *testing.T) {
	f := otsChain(t, nil)
	refuse(t, f, codeUnsupported, "the index of addresses is off: start the node with --otterscan", "ots_searchTransactionsBefore", testUser, 0, 25)
	f.server.api.appearances = f.indexed(t, newMemIndex())
	for name, c := range map[string]struct {
		address common.Address
		want    []common.Hash
	}{
		"sender and recipient":  {otsCaller, []common.Hash{f.tx(4, 0), f.tx(3, 0), f.tx(2, 0)}},
		"recipient of a value":  {otsFriend, []common.Hash{f.tx(2, 0)}},
		"created by a contract": {crypto.CreateAddress(otsCaller, 1), []common.Hash{f.tx(2, 0)}},
		"created":               {f.receipts[4][1].ContractAddress, []common.Hash{f.tx(4, 1)}},
		"heir":                  {otsHeir, []common.Hash{f.tx(3, 0)}},
		"called in vain":        {otsReverter, []common.Hash{f.tx(4, 0), f.tx(3, 1)}},
		"token":                 {otsTokenTo, []common.Hash{f.tx(4, 0), f.tx(3, 0), f.tx(2, 0)}},
		"plain recipient":       {common.HexToAddress("0x70"), []common.Hash{f.tx(2, 1), f.tx(1, 2)}},
		"operation from L1":     {testOp().From, []common.Hash{f.tx(1, 0)}},
		"nobody":                {common.Address{9}, nil},
	} {
		got := get[search](t, f, "ots_searchTransactionsBefore", c.address, 0, 25)
		if !slices.Equal(got.hashes(), c.want) || !got.FirstPage || !got.LastPage || len(got.Receipts) != len(got.Txs) || got.Txs == nil {
			t.Errorf("%s: %v, want %v", name, got.hashes(), c.want)
		}
		after := get[search](t, f, "ots_searchTransactionsAfter", c.address, 0, 25)
		if !slices.Equal(after.hashes(), c.want) || !after.FirstPage || !after.LastPage {
			t.Errorf("%s, forwards: %v, want %v", name, after.hashes(), c.want)
		}
	}
	if r := get[search](t, f, "ots_searchTransactionsBefore", otsFriend, 0, 1).Receipts[0]; r["timestamp"] != 1002.0 || len(r["logs"].([]any)) != 1 || r["transactionHash"] != f.tx(2, 0).Hex() {
		t.Error(r)
	}
}

// Page by page everything comes once, and whole blocks at a time.
func TestOtsSearchPages(t *testing.T) {
	f := otsChain(t, nil)
	f.server.api.appearances = f.indexed(t, newMemIndex())
	all := get[search](t, f, "ots_searchTransactionsBefore", testUser, 0, 25).hashes()
	if len(all) != 9 { // eight of its own, and the operation that pays it
		t.Fatal(all)
	}
	var back, forth []common.Hash
	for block, page := uint64(0), 0; ; page++ {
		got := get[search](t, f, "ots_searchTransactionsBefore", testUser, block, 1)
		back = append(back, got.hashes()...)
		block = got.Txs[len(got.Txs)-1].BlockNumber.ToInt().Uint64()
		if got.FirstPage != (page == 0) || got.LastPage != (block == 1) || len(got.Txs) != len(f.blocks[block].Txs) {
			t.Errorf("page %d: %d transactions, %t %t", page, len(got.Txs), got.FirstPage, got.LastPage)
		}
		if got.LastPage {
			break
		}
	}
	for block := uint64(0); ; {
		got := get[search](t, f, "ots_searchTransactionsAfter", testUser, block, 3)
		forth = append(got.hashes(), forth...)
		if got.LastPage != (block == 0) {
			t.Error(block, got.LastPage)
		}
		block = got.Txs[0].BlockNumber.ToInt().Uint64()
		if got.FirstPage {
			break
		}
	}
	if !slices.Equal(back, all) || !slices.Equal(forth, all) {
		t.Errorf("%v\n%v\n%v", all, back, forth)
	}
	for _, method := range []string{"ots_searchTransactionsBefore", "ots_searchTransactionsAfter"} {
		refuse(t, f, codeInvalidParams, "page size of 26 transactions, want 1 to 25", method, testUser, 0, 26)
		refuse(t, f, codeInvalidParams, "page size of 0 transactions, want 1 to 25", method, testUser, 0, 0)
	}
	if none := get[search](t, f, "ots_searchTransactionsAfter", testUser, ^uint64(0), 25); len(none.Txs) != 0 {
		t.Error(none)
	}
	if none := get[search](t, f, "ots_searchTransactionsBefore", testUser, 1, 25); len(none.Txs) != 0 || !none.LastPage {
		t.Error(none)
	}
}

func TestOtterscanNeedsAnIndex(t *testing.T) {
	cfg, back := DefaultConfig(), newFakeChain().backend()
	cfg.Otterscan, back.Index = true, nil
	if _, err := New(cfg, back, discard()); err == nil || err.Error() != "rpc config: Otterscan needs an index, and the backend has none" {
		t.Error(err)
	}
	broken := newMemIndex()
	broken.m[string(nextKey)] = []byte{1, 2}
	back.Index = broken
	if _, err := New(cfg, back, discard()); err == nil || err.Error() != "index of addresses: 2 bytes where the next block's number should be" {
		t.Error(err)
	}
}

func TestOtsIndexBehind(t *testing.T) {
	f := otsChain(t, func(c *Config) { c.QueueTimeout = 20 * time.Millisecond })
	f.server.api.appearances = f.indexed(t, newMemIndex())
	f.fakeChain.extend(nil, nil)
	refuse(t, f, -32000, "the index of addresses is at block 4 of 5: try again later", "ots_searchTransactionsBefore", testUser, 0, 25)
	if err := f.server.api.appearances.follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	get[search](t, f, "ots_searchTransactionsBefore", testUser, 0, 25)
}

// However often its writes fail, before or after they are on the disk, the index becomes the one that is made without interruption.
func TestOtsIndexAfterCrashes(t *testing.T) {
	f := otsChain(t, nil)
	whole := newMemIndex()
	f.indexed(t, whole)
	broken, writes := newMemIndex(), 0
	broken.fail = func() (bool, error) {
		if writes++; writes%3 == 0 {
			return false, nil
		}
		return writes%3 == 1, errors.New("no")
	}
	head := f.blocks[:2]
	for blocks := f.blocks; ; {
		x, err := openAppearances(f.server.api.back, broken, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		f.fakeChain.mu.Lock()
		f.fakeChain.blocks = head
		f.fakeChain.mu.Unlock()
		err = x.follow(context.Background())
		f.fakeChain.mu.Lock()
		f.fakeChain.blocks = blocks
		f.fakeChain.mu.Unlock()
		if err == nil && len(head) == len(blocks) {
			break
		}
		if err == nil {
			head = blocks[:len(head)+1]
		}
	}
	if !maps.EqualFunc(whole.m, broken.m, bytes.Equal) || writes < 6 {
		t.Errorf("%d entries, want %d, after %d writes", len(broken.m), len(whole.m), writes)
	}
	broken.m[string(nextKey)] = []byte{1}
	if _, err := openAppearances(f.server.api.back, broken, nil); err == nil || !strings.Contains(err.Error(), "1 bytes where the next block's number should be") {
		t.Error(err)
	}
}

// Blocks that were rolled back leave nothing in answers, and those in their places are indexed.
func TestOtsIndexAfterRollback(t *testing.T) {
	f := otsChain(t, nil)
	index := newMemIndex()
	x := f.indexed(t, index)
	f.server.api.appearances = x
	c := f.fakeChain
	c.blocks, c.receipts, c.states = c.blocks[:3], c.receipts[:3], c.states[:3]
	plain := common.HexToAddress("0x71")
	f.execute(t, raw(sign(&types.LegacyTx{Nonce: 4, GasPrice: big.NewInt(testBaseFee), Gas: 100_000, To: &plain})))
	f.execute(t)
	if err := x.follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[common.Address][]common.Hash{otsCaller: {f.tx(2, 0)}, plain: {f.tx(3, 0)}, otsHeir: nil} {
		if got := get[search](t, f, "ots_searchTransactionsBefore", address, 0, 25); !slices.Equal(got.hashes(), want) {
			t.Errorf("%s: %v, want %v", address, got.hashes(), want)
		}
	}
	f.states[2] = nil
	f.fakeChain.broken = errors.New("disk")
	if err := x.follow(context.Background()); err == nil {
		t.Error("a chain that cannot be read is followed")
	}
	f.fakeChain.broken = nil
}

package fetch

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

var chainAddress, timelockAddress = common.Address{0xc4}, common.Address{0x71}

// world is a chain that nobody executed: its batches change accounts as they like, store block hashes as blocks do, and are consistent with each other. It is the L1 that has them, too.
type world struct {
	scheme  rollup.DAScheme
	genesis *store.Genesis
	chain   rollup.ChainState
	state   *derive.Memory
	rng     *rand.Rand
	batches []*onL1
	archive *da.Archive

	committed, executed uint64 // by the final block
	later               uint64 // committed after it
	asked               map[common.Hash]int
	final               uint64   // L1 block
	from                []uint64 // L1 blocks from which on events were asked for
}

// onL1 is a batch on L1.
type onL1 struct {
	committed operator.Committed
	tx        *types.Transaction
	pubdata   []byte
	stored    common.Hash
	block     uint64
}

func newWorld(t testing.TB, scheme rollup.DAScheme) *world {
	t.Helper()
	w := &world{scheme: scheme, rng: rand.New(rand.NewPCG(1, uint64(scheme))), asked: map[common.Hash]int{}, final: 10_000}
	w.genesis = &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7,
		Alloc: types.GenesisAlloc{
			params.HistoryStorageAddress: {Nonce: 1, Code: params.HistoryStorageCode},
			{0x10}:                       {Balance: big.NewInt(1e18), Storage: map[common.Hash]common.Hash{{31: 1}: {1}}},
		},
	}
	begin, err := genesis.ChainState(w.genesis)
	if err != nil {
		t.Fatal(err)
	}
	w.chain = *begin
	if w.state, _, err = derive.NewMemory(w.genesis.Diff()); err != nil {
		t.Fatal(err)
	}
	if w.archive, err = da.OpenArchive(""); err != nil {
		t.Fatal(err)
	}
	return w
}

// seal adds a batch that L1 has executed. accounts are changed, each with two slots; half of them are new.
func (w *world) seal(t testing.TB, blocks uint64, accounts int) *onL1 {
	t.Helper()
	number, first := uint64(len(w.batches))+1, w.chain.LastBlock+1
	p := &rollup.Pubdata{FirstBlock: first, LastBlock: first + blocks - 1, LastTimestamp: w.chain.LastTimestamp + blocks}
	p.LastBlockHash = blockHash(p.LastBlock)
	p.Diff.Accounts = append(w.changes(t, accounts), w.hashes(t, p))
	slices.SortFunc(p.Diff.Accounts, func(a, b rollup.AccountDiff) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	code := fmt.Append(nil, "code of batch ", number)
	p.Diff.Codes = []rollup.Code{{Hash: crypto.Keccak256Hash(code), Bytes: code}}
	for i := range p.Diff.Accounts {
		if d := &p.Diff.Accounts[i]; d.Before.IsEmpty() && !d.After.IsEmpty() {
			d.After.CodeHash, d.After.CodeLen = p.Diff.Codes[0].Hash, uint32(len(code))
			break
		}
	}
	p.Logs = []rollup.L2ToL1Log{rollup.PriorityResultLog(0, common.Hash{byte(number)}, true)}
	root, err := w.state.Apply(number, &p.Diff)
	if err != nil {
		t.Fatal(err)
	}
	for n := first; n <= p.LastBlock; n++ {
		w.chain.Push(n, p.LastTimestamp, blockHash(n))
	}
	w.chain.TreeRoot = root
	leaf := p.Logs[0].Hash()
	out := &onL1{pubdata: p.Encode(), block: 100 * number, committed: operator.Committed{Number: number, StateAfter: w.chain.Commitment(), FirstBlock: first, LastBlock: p.LastBlock}}
	out.committed.Output = rollup.BatchOutput{
		ChainID: 271, FirstBlockTimestamp: p.LastTimestamp - blocks + 1, LastBlockTimestamp: p.LastTimestamp, NumL1Txs: 1, NumL2Txs: uint64(accounts),
		PriorityOpsHash: common.Hash{1}, L2LogsRoot: rollup.L2LogsRoot([]common.Hash{leaf}), SettlementChainID: 1,
	}
	w.batches = append(w.batches, out)
	w.publish(t, out)
	w.committed, w.executed, w.later = number, number, number
	return out
}

// publish puts a batch on L1, as it is now.
func (w *world) publish(t testing.TB, b *onL1) {
	t.Helper()
	data, err := da.Prepare(w.scheme, b.pubdata)
	if err != nil {
		t.Fatal(err)
	}
	b.committed.Output.DAScheme, b.committed.Output.DACommitment, b.committed.DAInput = w.scheme, data.Commitment, data.Input
	info := b.committed.Stored()
	b.stored = info.Hash()
	call, err := operator.Commit(chainAddress, &rollup.StoredBatchInfo{}, []operator.Committed{b.committed})
	if err != nil {
		t.Fatal(err)
	}
	nonce := uint64(w.rng.Uint32())
	if w.scheme != rollup.DABlobs {
		b.tx = types.NewTx(&types.DynamicFeeTx{Nonce: nonce, To: &timelockAddress, Data: call})
		return
	}
	blobs := &types.BlobTx{Nonce: nonce, To: timelockAddress, Data: call}
	for i := range data.Blobs {
		blobs.BlobHashes = append(blobs.BlobHashes, data.Blobs[i].VersionedHash)
		if err := w.archive.Put(data.Blobs[i].VersionedHash, data.Blobs[i].Blob[:]); err != nil {
			t.Fatal(err)
		}
	}
	b.tx = types.NewTx(blobs)
}

func blockHash(n uint64) common.Hash { return crypto.Keccak256Hash(fmt.Append(nil, n)) }

// changes gives random accounts random balances.
func (w *world) changes(t testing.TB, accounts int) (list []rollup.AccountDiff) {
	t.Helper()
	seen := map[common.Address]bool{}
	for len(list) < accounts {
		var address common.Address
		binary.BigEndian.PutUint64(address[4:], 1+w.rng.Uint64N(uint64(len(w.batches)+2)*uint64(accounts)))
		if seen[address] {
			continue
		}
		seen[address] = true
		before, err := w.state.Account(address)
		if err != nil {
			t.Fatal(err)
		}
		d := rollup.AccountDiff{Address: address, Before: before, After: before}
		d.After.Nonce, d.After.Balance = before.Nonce+1, *uint256.NewInt(w.rng.Uint64())
		for slot := range byte(2) {
			old, err := w.state.Storage(address, common.Hash{31: slot})
			if err != nil {
				t.Fatal(err)
			}
			d.Slots = append(d.Slots, rollup.SlotDiff{Slot: common.Hash{31: slot}, Before: old, After: common.BigToHash(new(big.Int).SetUint64(w.rng.Uint64() | 1))})
		}
		list = append(list, d)
	}
	return list
}

// hashes is what blocks write into the EIP-2935 contract.
func (w *world) hashes(t testing.TB, p *rollup.Pubdata) rollup.AccountDiff {
	t.Helper()
	before, err := w.state.Account(params.HistoryStorageAddress)
	if err != nil {
		t.Fatal(err)
	}
	d := rollup.AccountDiff{Address: params.HistoryStorageAddress, Before: before, After: before}
	for n := p.FirstBlock; n <= p.LastBlock; n++ {
		slot := common.BigToHash(new(big.Int).SetUint64((n - 1) % params.HistoryServeWindow))
		old, err := w.state.Storage(params.HistoryStorageAddress, slot)
		if err != nil {
			t.Fatal(err)
		}
		hash := blockHash(n - 1)
		if n == 1 {
			hash = w.genesis.Header().Hash()
		}
		d.Slots = append(d.Slots, rollup.SlotDiff{Slot: slot, Before: old, After: hash})
	}
	return d
}

// Final implements L1.
func (w *world) Final(context.Context) (l1.Ref, error) { return l1.Ref{Number: w.final}, nil }

// Logs implements L1.
func (w *world) Logs(_ context.Context, _ ethereum.FilterQuery, from, to uint64, visit func(uint64, []types.Log) error) error {
	w.from = append(w.from, from)
	var logs []types.Log
	for _, b := range w.batches {
		if b.block < from || b.block > to {
			continue
		}
		topics := []common.Hash{crypto.Keccak256Hash([]byte("BlockCommit(uint256,bytes32,bytes32)")), common.BigToHash(new(big.Int).SetUint64(b.committed.Number)), b.committed.StateAfter, {}}
		logs = append(logs, types.Log{Address: chainAddress, Topics: topics, TxHash: b.tx.Hash(), BlockNumber: b.block})
	}
	return visit(to, logs)
}

// TransactionByHash implements L1.
func (w *world) TransactionByHash(_ context.Context, hash common.Hash) (*types.Transaction, bool, error) {
	for _, b := range w.batches {
		if b.tx.Hash() == hash {
			w.asked[hash]++
			return b.tx, false, nil
		}
	}
	return nil, false, ethereum.NotFound
}

// CallContract implements operator.Caller.
func (w *world) CallContract(_ context.Context, call ethereum.CallMsg, number *big.Int) ([]byte, error) {
	is := func(signature string) bool {
		return bytes.HasPrefix(call.Data, crypto.Keccak256([]byte(signature))[:4])
	}
	word := func(n uint64) []byte { return common.LeftPadBytes(binary.BigEndian.AppendUint64(nil, n), 32) }
	switch {
	case is("getTotalBatchesCommitted()") && number == nil:
		return word(w.later), nil
	case is("getTotalBatchesCommitted()"):
		return word(w.committed), nil
	case is("getTotalBatchesVerified()"), is("getTotalBatchesExecuted()"):
		return word(w.executed), nil
	case is("getTotalPriorityTxs()"):
		return word(w.later), nil
	case is("storedBatchHash(uint256)"):
		n := binary.BigEndian.Uint64(call.Data[28:])
		if n == 0 {
			begin, err := genesis.StateCommitment(w.genesis)
			info := rollup.GenesisBatch(begin)
			hash := info.Hash()
			return hash[:], err
		}
		return w.batches[n-1].stored[:], nil
	}
	return nil, fmt.Errorf("call %x", call.Data)
}

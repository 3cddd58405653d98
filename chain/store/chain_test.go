package store

import (
	"math/big"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

var (
	alice    = common.HexToAddress("0xa1")
	bob      = common.HexToAddress("0xb0")
	contract = common.HexToAddress("0xc0de")
)

func testGenesis() *Genesis {
	return &Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7,
		Alloc: types.GenesisAlloc{
			alice:    {Balance: big.NewInt(1_000_000), Nonce: 3},
			contract: {Code: []byte{0x60}, Storage: map[common.Hash]common.Hash{{1}: {2}, {3}: {}}},
			bob:      {},
		},
	}
}

func openMem(t testing.TB, fs vfs.FS) *Store {
	t.Helper()
	s, err := Open(Config{Dir: "chain", FS: fs}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func newStore(t testing.TB) *Store {
	s := openMem(t, vfs.NewMem())
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// makeBlock is a block after ref that no state transition made: its contents only have to be consistent with each other. It sets alice's nonce and slot 1
// of the contract to the block number, emits a log from bob and holds ops priority operations and one ordinary transaction.
func makeBlock(t testing.TB, s *Store, ref BlockRef, ops int) *stf.BlockResult {
	t.Helper()
	n := ref.Number + 1
	b := &rollup.Block{Env: rollup.BlockEnv{Number: n, Timestamp: ref.Timestamp + 1, GasLimit: 100_000_000, GasPerPubdata: 7}}
	var receipts []*stf.Receipt
	for i := range ops {
		op := rollup.CanonicalTx{Type: rollup.PriorityTxType, Nonce: ref.PriorityOps + uint64(i), Data: []byte{1, 2}}
		b.Txs = append(b.Txs, op.Raw())
		r := &stf.Receipt{TxHash: op.Hash(), Type: op.Type, Status: 1, EffectiveGasPrice: uint256.NewInt(5), To: &bob}
		r.L2ToL1Logs = []rollup.L2ToL1Log{rollup.PriorityResultLog(0, op.Hash(), true)}
		receipts = append(receipts, r)
	}
	raw := []byte{2, byte(n), byte(n >> 8)}
	b.Txs = append(b.Txs, raw)
	receipts = append(receipts, fullReceipt(crypto.Keccak256Hash(raw)))
	header := &types.Header{Number: new(big.Int).SetUint64(n), ParentHash: ref.Hash, Time: b.Env.Timestamp, Difficulty: new(big.Int),
		BaseFee: big.NewInt(100), GasLimit: b.Env.GasLimit, Extra: rollup.HeaderExtra(7)}
	for _, r := range receipts {
		r.Bloom = types.CreateBloom(&types.Receipt{Logs: r.Logs})
		for i := range header.Bloom {
			header.Bloom[i] |= r.Bloom[i]
		}
	}
	return &stf.BlockResult{Block: b, Header: header, Hash: header.Hash(), Receipts: receipts, Diff: makeDiff(t, s, n)}
}

func fullReceipt(hash common.Hash) *stf.Receipt {
	return &stf.Receipt{
		TxHash: hash, Type: 2, GasUsed: 21_000, CumulativeGasUsed: 42_000, PubdataBytes: 10, PubdataGas: 70,
		EffectiveGasPrice: uint256.NewInt(99), From: alice, ContractAddress: contract,
		Logs:       []*types.Log{{Address: bob, Topics: []common.Hash{{9}}, Data: []byte{1}}, {Address: bob, Topics: []common.Hash{}}},
		L2ToL1Logs: []rollup.L2ToL1Log{rollup.MessageLog(0, bob, common.Hash{8})},
		Messages:   [][]byte{{1, 2, 3}}, Failure: stf.FailurePubdata, ReturnData: []byte{0xff},
	}
}

func makeDiff(t testing.TB, s *Store, n uint64) rollup.StateDiff {
	t.Helper()
	pre, err := s.StateAt(n - 1)
	if err != nil {
		t.Fatal(err)
	}
	var diff rollup.StateDiff
	for _, addr := range []common.Address{alice, contract} {
		before, err := pre.Account(addr)
		if err != nil {
			t.Fatal(err)
		}
		d := rollup.AccountDiff{Address: addr, Before: before, After: before}
		if addr == alice {
			d.After.Nonce = n
		} else {
			slot := common.Hash{1}
			old, err := pre.Storage(addr, slot)
			if err != nil {
				t.Fatal(err)
			}
			d.Slots = []rollup.SlotDiff{{Slot: slot, Before: old, After: common.BigToHash(new(big.Int).SetUint64(n))}}
		}
		diff.Accounts = append(diff.Accounts, d)
	}
	return diff
}

func appendBlocks(t *testing.T, s *Store, n, ops int) {
	t.Helper()
	for range n {
		if err := s.AppendBlock(makeBlock(t, s, s.Head(), ops)); err != nil {
			t.Fatal(err)
		}
	}
}

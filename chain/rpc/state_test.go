package rpc

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// changes walks the states of a fake chain.
type changes struct{ *fakeChain }

func (c changes) Accounts(block uint64, start common.Address) iter.Seq2[common.Address, error] {
	return func(yield func(common.Address, error) bool) {
		if block >= uint64(len(c.states)) {
			yield(common.Address{}, errState)
			return
		}
		for _, a := range slices.SortedFunc(maps.Keys(c.states[block].accounts), common.Address.Cmp) {
			if a.Cmp(start) >= 0 && !yield(a, nil) {
				return
			}
		}
	}
}

func (c changes) Slots(block uint64, address common.Address, start common.Hash) iter.Seq2[common.Hash, error] {
	return func(yield func(common.Hash, error) bool) {
		if block >= uint64(len(c.states)) {
			yield(common.Hash{}, errState)
			return
		}
		slots := c.states[block].slots[address]
		for _, s := range slices.SortedFunc(maps.Keys(slots), common.Hash.Cmp) {
			if s.Cmp(start) >= 0 && slots[s] != (common.Hash{}) && !yield(s, nil) {
				return
			}
		}
	}
}

func (c changes) ChangedAccounts(block uint64) (out []common.Address, err error) {
	if block == 0 || block >= uint64(len(c.states)) {
		return nil, errState
	}
	for _, a := range slices.SortedFunc(maps.Keys(c.states[block].accounts), common.Address.Cmp) {
		if c.states[block].accounts[a] != c.states[block-1].accounts[a] || !maps.Equal(c.states[block].slots[a], c.states[block-1].slots[a]) {
			out = append(out, a)
		}
	}
	return out, nil
}

// prover has the chain's own state trees of the states of a fake chain, one a block.
type prover struct {
	trees *treestore.Store
	roots []tree.Digest
}

type silent struct{}

func (silent) Infof(string, ...any)           {}
func (silent) Errorf(string, ...any)          {}
func (silent) Fatalf(format string, a ...any) { panic(fmt.Sprintf(format, a...)) }

func newProver(t testing.TB, c *fakeChain) *prover {
	t.Helper()
	db, err := pebble.Open("tree", &pebble.Options{FS: vfs.NewMem(), Logger: silent{}, FormatMajorVersion: pebble.FormatNewest})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	p := new(prover)
	if p.trees, err = treestore.Open(db, treestore.DefaultConfig()); err != nil {
		t.Fatal(err)
	}
	for version, s := range c.states {
		var entries []tree.Entry
		for address, account := range s.accounts {
			entries = append(entries, tree.AccountEntry(address, account))
			for slot, value := range s.slots[address] {
				entries = append(entries, tree.SlotEntry(address, slot, value))
			}
		}
		root, err := p.trees.Apply(uint64(version), entries)
		if err != nil {
			t.Fatal(err)
		}
		p.roots = append(p.roots, root)
	}
	return p
}

func (p *prover) ProveState(_ context.Context, block uint64, address common.Address, slots []common.Hash) (root common.Hash, account []byte, storage [][]byte, ok bool, err error) {
	if block >= uint64(len(p.roots)) {
		return root, nil, nil, false, nil
	}
	t, err := p.trees.Tree(block)
	if err != nil {
		return root, nil, nil, false, err
	}
	proof, err := t.Prove(tree.AccountKey(address))
	if err != nil {
		return root, nil, nil, false, err
	}
	root, account = common.Hash(t.Root().Bytes()), proof.Encode()
	for _, slot := range slots {
		if proof, err = t.Prove(tree.SlotKey(address, slot)); err != nil {
			return root, nil, nil, false, err
		}
		storage = append(storage, proof.Encode())
	}
	return root, account, storage, true, nil
}

// proves checks a proof as a client does: with the root that it knows, not with the one in the answer.
func proves(t *testing.T, root tree.Digest, key tree.Key, wire []byte) (tree.Entry, bool) {
	t.Helper()
	p, err := tree.DecodeProof(wire)
	if err != nil {
		t.Fatal(err)
	}
	e, found, err := tree.VerifyProof(root, key, p)
	if err != nil {
		t.Fatal(err)
	}
	return e, found
}

func TestStateProofs(t *testing.T) {
	f := startReal(t)
	root := f.server.api.back.Prover.(*prover).roots[1]
	full := common.Hash{31: 5}
	got := get[accountResult](t, f, "eth_getProof", realContract, []string{"0x0", full.Hex()}, "0x1")
	if got.StateTree.Kind != treeKind || got.StateTree.Batch == nil || *got.StateTree.Batch != 1 || got.StateTree.Block != 1 || got.StateTree.Root != common.Hash(root.Bytes()) || len(got.AccountProof) != 1 || len(got.StorageProof) != 2 {
		t.Fatalf("%+v", got)
	}
	want := f.states[1].accounts[realContract]
	if e, found := proves(t, root, tree.AccountKey(realContract), got.AccountProof[0]); !found || e.Account != want || got.CodeHash != want.CodeHash || uint64(got.Nonce) != want.Nonce {
		t.Error(e, found)
	}
	stored, zero := got.StorageProof[0], got.StorageProof[1]
	if e, found := proves(t, root, tree.SlotKey(realContract, common.Hash{}), stored.Proof[0]); !found || e.Value != (common.Hash{31: 77}) || stored.Value.ToInt().Uint64() != 77 || stored.Key != "0x0" {
		t.Error(e, found, stored)
	}
	if _, found := proves(t, root, tree.SlotKey(realContract, full), zero.Proof[0]); found || zero.Value.ToInt().Sign() != 0 || zero.Key != full.Hex() {
		t.Error(found, zero)
	}
	none := get[accountResult](t, f, "eth_getProof", common.Address{9}, []string{}, map[string]any{"blockHash": f.blocks[1].Hash})
	if _, found := proves(t, root, tree.AccountKey(common.Address{9}), none.AccountProof[0]); found || none.CodeHash != rollup.EmptyCodeHash || none.StorageProof == nil {
		t.Error(found, none)
	}
	// Without the batch, the block is one that ends none: its state is proven all the same.
	batches, sealed := f.batches, f.progress.Sealed
	f.batches, f.progress.Sealed = batches[:0], 0
	early := get[accountResult](t, f, "eth_getProof", realContract, []string{"0x0"}, "latest")
	if _, found := proves(t, root, tree.AccountKey(realContract), early.AccountProof[0]); !found || early.StateTree.Batch != nil || early.StateTree.Block != 1 || early.StateTree.Root != common.Hash(root.Bytes()) {
		t.Errorf("%+v", early.StateTree)
	}
	f.batches, f.progress.Sealed = batches, sealed
	// A proof of another key, another root or with a changed byte proves nothing.
	p, err := tree.DecodeProof(stored.Proof[0])
	if err != nil {
		t.Fatal(err)
	}
	if e, found, err := tree.VerifyProof(root, tree.SlotKey(testUser, common.Hash{}), p); err == nil && found {
		t.Error("the proof of a slot is one of another account's:", e)
	}
	if _, _, err := tree.VerifyProof(f.server.api.back.Prover.(*prover).roots[0], tree.SlotKey(realContract, common.Hash{}), p); err == nil {
		t.Error("a proof is good for two roots")
	}
	forged := bytes.Clone(stored.Proof[0])
	forged[10] ^= 1
	if p, err := tree.DecodeProof(forged); err == nil {
		if _, _, err := tree.VerifyProof(root, tree.SlotKey(realContract, common.Hash{}), p); err == nil {
			t.Error("a forged proof is good")
		}
	}
}

func TestStateProofsRefuse(t *testing.T) {
	f := startRealWith(t, func(c *Config) { c.ProofSlots = 2 })
	refuse(t, f, codeInvalidParams, "too many storage keys requested (max 2, got 3)", "eth_getProof", testUser, []string{"0x0", "0x1", "0x2"}, "latest")
	refuse(t, f, codeInvalidParams, `invalid hex in storage key: "0xzz"`, "eth_getProof", testUser, []string{"0xzz"}, "latest")
	long := "0x" + strings.Repeat("00", 33)
	refuse(t, f, codeInvalidParams, `storage key too long (want at most 32 bytes): "`+long+`"`, "eth_getProof", testUser, []string{long}, "latest")
	refuse(t, f, -32000, "header not found", "eth_getProof", testUser, []string{}, "0x9")
	f.fakeChain.extend(nil, nil)
	refuse(t, f, -32000, "no state proof for block 2: the state tree from before it is not kept; ask for a later block", "eth_getProof", testUser, []string{}, "latest")
	f.server.api.back.Prover = nil
	refuse(t, f, codeUnsupported, "state proofs are not available: the node keeps no state tree", "eth_getProof", testUser, []string{}, "0x1")
	refuse(t, f, codeUnsupported, "state proofs are not available: the node keeps no state tree", "zks_getProof", testUser, []string{}, 1)
}

func TestZksProof(t *testing.T) {
	f := startReal(t)
	root := f.server.api.back.Prover.(*prover).roots[1]
	got := get[zksProof](t, f, "zks_getProof", realContract, []common.Hash{{}, {1}}, 1)
	for i, s := range got.StorageProof {
		// The wire form of tree.Proof is the number of siblings, they, and the leaf.
		wire := binary.BigEndian.AppendUint16(nil, uint16(len(s.Proof)))
		for _, sibling := range s.Proof {
			wire = append(wire, sibling[:]...)
		}
		e, found := proves(t, root, tree.SlotKey(realContract, s.Key), append(wire, s.Terminal...))
		if found != (i == 0) || (found && (common.Hash(e.Value) != s.Value || s.Value != common.Hash{31: 77})) || (!found && s.Value != common.Hash{}) {
			t.Errorf("%+v: %t, %+v", s, found, e)
		}
	}
	for _, batch := range []int{2, 99} {
		if none := get[*zksProof](t, f, "zks_getProof", realContract, []common.Hash{{}}, batch); none != nil {
			t.Error(none)
		}
	}
	if genesis := get[zksProof](t, f, "zks_getProof", realContract, []common.Hash{{}}, 0); genesis.StorageProof[0].Value != (common.Hash{}) {
		t.Error(genesis)
	}
	refuse(t, f, codeInvalidParams, `invalid hex in storage key: "0xzz"`, "zks_getProof", testUser, []string{"0xzz"}, 1)
}

func TestStorageRange(t *testing.T) {
	f := startReal(t)
	hash := f.blocks[1].Hash
	for index, want := range []map[common.Hash]storageEntry{{}, {}, {crypto.Keccak256Hash(make([]byte, 32)): {&common.Hash{}, common.Hash{31: 77}}}} {
		got := get[storageRange](t, f, "debug_storageRangeAt", hash, index, realContract, "0x", 10)
		if len(got.Storage) != len(want) || got.NextKey != nil {
			t.Errorf("before transaction %d: %+v", index, got)
		}
		for key, entry := range want {
			if have := got.Storage[key]; have.Value != entry.Value || have.Key == nil || *have.Key != *entry.Key {
				t.Errorf("before transaction %d: %+v", index, have)
			}
		}
	}
	if none := get[storageRange](t, f, "debug_storageRangeAt", "0x1", 2, realContract, "0x01", 10); len(none.Storage) != 0 {
		t.Error("slots from 0x01… on:", none)
	}
	if cut := get[storageRange](t, f, "debug_storageRangeAt", "0x1", 2, realContract, "0x", 0); len(cut.Storage) != 0 || cut.NextKey == nil || *cut.NextKey != (common.Hash{}) {
		t.Errorf("none at a time: %+v", cut)
	}
	refuse(t, f, -32000, "transaction index 3 out of range for block "+hash.Hex(), "debug_storageRangeAt", hash, 3, realContract, "0x", 10)
	refuse(t, f, -32000, "transaction index -1 out of range for block "+hash.Hex(), "debug_storageRangeAt", hash, -1, realContract, "0x", 10)
	refuse(t, f, -32000, "no transaction in genesis", "debug_storageRangeAt", "0x0", 0, realContract, "0x", 10)
	refuse(t, f, -32000, "block {0x9 <nil> false} not found", "debug_storageRangeAt", "0x9", 0, realContract, "0x", 10)
	if long := get[storageRange](t, f, "debug_storageRangeAt", hash, 0, realContract, hexutil.Bytes(bytes.Repeat([]byte{0xff}, 33)), 10); len(long.Storage) != 0 || long.NextKey != nil {
		t.Errorf("a start after every slot: %+v", long)
	}
}

func TestAccountRange(t *testing.T) {
	f := startReal(t)
	all := get[dump](t, f, "debug_accountRange", "latest", "0x", 0, false, false, false)
	if len(all.Accounts) != len(f.states[1].accounts) || all.Next != nil {
		t.Errorf("%d accounts of %d, next %s", len(all.Accounts), len(f.states[1].accounts), all.Next)
	}
	contract := all.Accounts[realContract.Hex()]
	if !bytes.Equal(contract.Code, realCode) || contract.Storage[common.Hash{}] != "4d" || contract.Nonce != 1 || !bytes.Equal(contract.Key, crypto.Keccak256(realContract[:])) {
		t.Errorf("%+v", contract)
	}
	balance := f.states[1].accounts[testUser].Balance
	if user := all.Accounts[testUser.Hex()]; user.Balance != balance.Dec() || user.Nonce != 2 || user.Code != nil {
		t.Errorf("%+v", user)
	}
	if dumped := get[dump](t, f, "debug_dumpBlock", "0x1"); len(dumped.Accounts) != len(all.Accounts) {
		t.Error(len(dumped.Accounts))
	}
	// Page by page everything comes once.
	seen := 0
	for next := (hexutil.Bytes{}); next != nil; {
		page := get[dump](t, f, "debug_accountRange", f.blocks[1].Hash, next, 2, true, true, false)
		if len(page.Accounts) > 2 {
			t.Error(len(page.Accounts))
		}
		for _, a := range page.Accounts {
			if a.Code != nil || a.Storage != nil {
				t.Errorf("%+v", a)
			}
		}
		seen, next = seen+len(page.Accounts), page.Next
	}
	if seen != len(all.Accounts) {
		t.Error(seen)
	}
	refuse(t, f, codeInvalidParams, "start of 21 bytes, want an address", "debug_accountRange", "latest", hexutil.Bytes(make([]byte, 21)), 1, true, true, false)
	refuse(t, f, -32000, "block #7 not found", "debug_accountRange", "0x7", "0x", 1, true, true, false)
	refuse(t, f, -32000, "block #7 not found", "debug_dumpBlock", "0x7")
	f.server.api.back.Changes = nil
	for _, call := range [][]any{{"debug_accountRange", "latest", "0x", 1, true, true, false}, {"debug_dumpBlock", "latest"}, {"debug_storageRangeAt", "latest", 0, realContract, "0x", 1}, {"debug_getModifiedAccountsByNumber", 1}} {
		refuse(t, f, codeUnsupported, "the state cannot be walked: the node keeps no list of accounts", call[0].(string), call[1:]...)
	}
}

func TestModifiedAccounts(t *testing.T) {
	f := startRealWith(t, func(c *Config) { c.LogBlocks = 3 })
	f.fakeChain.extend(nil, nil)
	first, second := f.blocks[1].Hash, f.blocks[2].Hash
	want, err := changes{f.fakeChain}.ChangedAccounts(1)
	if err != nil || !slices.Contains(want, testUser) || !slices.Contains(want, realContract) {
		t.Fatal(want, err)
	}
	slices.SortFunc(want, func(a, b common.Address) int { return bytes.Compare(crypto.Keccak256(a[:]), crypto.Keccak256(b[:])) })
	for _, call := range [][]any{{"debug_getModifiedAccountsByNumber", 1}, {"debug_getModifiedAccountsByNumber", 0, 1}, {"debug_getModifiedAccountsByNumber", 0, 2},
		{"debug_getModifiedAccountsByHash", first}, {"debug_getModifiedAccountsByHash", f.blocks[0].Hash, second}} {
		if got := get[[]common.Address](t, f, call[0].(string), call[1:]...); !slices.Equal(got, want) {
			t.Error(call, got)
		}
	}
	for _, call := range [][]any{{"debug_getModifiedAccountsByNumber", 2}, {"debug_getModifiedAccountsByHash", first, second}} {
		if got := get[[]common.Address](t, f, call[0].(string), call[1:]...); got == nil || len(got) != 0 {
			t.Error(call, got)
		}
	}
	refuse(t, f, -32000, "start block 9 not found", "debug_getModifiedAccountsByNumber", 9)
	refuse(t, f, -32000, "end block 9 not found", "debug_getModifiedAccountsByNumber", 1, 9)
	refuse(t, f, -32000, "block 0 has no parent", "debug_getModifiedAccountsByNumber", 0)
	refuse(t, f, -32000, "block 0 has no parent", "debug_getModifiedAccountsByHash", f.blocks[0].Hash)
	refuse(t, f, -32000, "start block height (2) must be less than end block height (1)", "debug_getModifiedAccountsByHash", second, first)
	unknown := common.Hash{1}
	refuse(t, f, -32000, "start block "+unknown.Hex()[2:]+" not found", "debug_getModifiedAccountsByHash", unknown)
	refuse(t, f, -32000, "end block "+unknown.Hex()[2:]+" not found", "debug_getModifiedAccountsByHash", first, unknown)
	f.fakeChain.extend(nil, nil)
	f.fakeChain.extend(nil, nil)
	refuse(t, f, codeInvalidParams, "block range of 4 blocks exceeds the limit of 3", "debug_getModifiedAccountsByNumber", 0, 4)
}

func TestAccessibleState(t *testing.T) {
	f := startReal(t)
	f.fakeChain.extend(nil, nil)
	f.states[0] = nil
	if n := get[uint64](t, f, "debug_getAccessibleState", "0x0", "0x2"); n != 1 {
		t.Error(n)
	}
	if n := get[uint64](t, f, "debug_getAccessibleState", "latest", "0x0"); n != 2 {
		t.Error("downwards:", n)
	}
	refuse(t, f, -32000, "no state found", "debug_getAccessibleState", "0x0", "0x1") // the last one is not looked at, as in geth
	refuse(t, f, -32000, "from and to needs to be different", "debug_getAccessibleState", "latest", "0x2")
	refuse(t, f, -32000, "missing header 9223372036854775807", "debug_getAccessibleState", "0x7fffffffffffffff", "latest")
}

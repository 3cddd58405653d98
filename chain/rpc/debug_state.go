package rpc

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// debugState walks the state. geth walks tries, in the order of hashed keys; here accounts and slots come in the order of the keys themselves, and start and next are of that kind.
type debugState struct{ *api }

const (
	rangeAccounts = 256  // at most in an answer, as in geth
	rangeSlots    = 4096 // at most in an answer
)

var errNoChanges = unsupported("the state cannot be walked: the node keeps no list of accounts")

type storageEntry struct {
	Key   *common.Hash `json:"key"`
	Value common.Hash  `json:"value"`
}

type storageRange struct {
	Storage map[common.Hash]storageEntry `json:"storage"` // by the hash of the slot
	NextKey *common.Hash                 `json:"nextKey"` // slot to go on with, null at the end
}

// StorageRangeAt is debug_storageRangeAt: slots of a contract in order on the state before a transaction of a block, from start on.
func (d *debugState) StorageRangeAt(ctx context.Context, id BlockID, index int, address common.Address, start hexutil.Bytes, limit int) (*storageRange, error) {
	if d.back.Changes == nil {
		return nil, errNoChanges
	}
	number, ok, err := d.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("block %v not found", id.BlockNumberOrHash)
	}
	if number == 0 {
		return nil, errors.New("no transaction in genesis")
	}
	start = start[:min(len(start), common.HashLength)]
	ctx, done, err := d.admit(ctx, d.cfg.TraceTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	at, b, err := d.positionBefore(number)
	if err != nil {
		return nil, err
	}
	if index < 0 || (index >= len(b.Txs) && (index > 0 || len(b.Txs) > 0)) {
		return nil, fmt.Errorf("transaction index %d out of range for block %#x", index, b.Hash)
	}
	state, changed, err := d.stateWithin(ctx, at, b, index, address)
	if err != nil {
		return nil, err
	}
	out := &storageRange{}
	for _, err := range merged(d.back.Changes.Slots(number-1, address, common.Hash{}), changed, common.Hash{}) {
		if err != nil {
			return nil, err
		}
		out.Storage = map[common.Hash]storageEntry{} // null for an account that has none
		break
	}
	from := common.BytesToHash(common.RightPadBytes(start, common.HashLength))
	for slot, err := range merged(d.back.Changes.Slots(number-1, address, from), changed, from) {
		if err != nil {
			return nil, err
		}
		value, err := state.Storage(address, slot)
		if err != nil {
			return nil, err
		}
		if value == (common.Hash{}) {
			continue
		}
		if len(out.Storage) >= min(max(limit, 0), rangeSlots) {
			out.NextKey = &slot
			break
		}
		out.Storage[crypto.Keccak256Hash(slot[:])] = storageEntry{&slot, value}
	}
	return out, nil
}

// stateWithin is the state before transaction index of the block, and which slots of the account the transactions before it changed.
func (d *debugState) stateWithin(ctx context.Context, at *Position, b *Block, index int, address common.Address) (State, []common.Hash, error) {
	if index == 0 {
		return at.State, nil, nil
	}
	diff, err := d.back.Executor.Diff(ctx, at, b.Txs[:index])
	if err != nil {
		return nil, nil, err
	}
	var changed []common.Hash
	for i := range diff.Accounts {
		if diff.Accounts[i].Address == address {
			for _, s := range diff.Accounts[i].Slots {
				changed = append(changed, s.Slot)
			}
		}
	}
	return stf.Overlay(at.State, diff), changed, nil
}

type dumpAccount struct {
	Balance  string                 `json:"balance"` // decimal
	Nonce    uint64                 `json:"nonce"`
	Root     hexutil.Bytes          `json:"root"` // zero: there are no storage tries
	CodeHash hexutil.Bytes          `json:"codeHash"`
	Code     hexutil.Bytes          `json:"code,omitempty"`
	Storage  map[common.Hash]string `json:"storage,omitempty"`
	Address  common.Address         `json:"address"`
	Key      hexutil.Bytes          `json:"key"` // hash of the address
}

type dump struct {
	Root     string                 `json:"root"` // of the header: zero
	Accounts map[string]dumpAccount `json:"accounts"`
	Next     hexutil.Bytes          `json:"next,omitempty"` // address to go on with
}

// AccountRange is debug_accountRange: up to 256 accounts in the order of their addresses, from start on.
func (d *debugState) AccountRange(ctx context.Context, id BlockID, start hexutil.Bytes, limit int, noCode, noStorage, _ bool) (*dump, error) {
	if d.back.Changes == nil {
		return nil, errNoChanges
	}
	if len(start) > common.AddressLength {
		return nil, invalidParams("start of %d bytes, want an address", len(start))
	}
	number, ok, err := d.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, notFound(id, number)
	}
	ctx, done, err := d.admit(ctx, d.cfg.TraceTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	state, err := d.back.State.StateAt(number)
	if err != nil {
		return nil, err
	}
	if limit <= 0 || limit > rangeAccounts {
		limit = rangeAccounts
	}
	out := &dump{Root: common.Hash{}.Hex()[2:], Accounts: map[string]dumpAccount{}}
	slots := rangeSlots * limit
	for address, err := range d.back.Changes.Accounts(number, common.BytesToAddress(common.RightPadBytes(start, common.AddressLength))) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		if len(out.Accounts) >= limit {
			out.Next = address[:]
			break
		}
		account, err := d.dump(state, number, address, noCode, noStorage, &slots)
		if err != nil {
			return nil, err
		}
		out.Accounts[address.Hex()] = *account
	}
	return out, nil
}

// DumpBlock is debug_dumpBlock: the first 256 accounts, as debug_accountRange gives them.
func (d *debugState) DumpBlock(ctx context.Context, n BlockNumber) (*dump, error) {
	return d.AccountRange(ctx, byNumber(n), nil, rangeAccounts, false, false, false)
}

// dump describes one account; slots is how many more slots fit into the answer.
func (d *debugState) dump(state State, number uint64, address common.Address, noCode, noStorage bool, slots *int) (*dumpAccount, error) {
	a, err := state.Account(address)
	if err != nil {
		return nil, err
	}
	out := &dumpAccount{
		Balance: a.Balance.Dec(), Nonce: a.Nonce, Root: common.Hash{}.Bytes(), CodeHash: a.CodeHash.Bytes(), Address: address, Key: crypto.Keccak256(address[:]),
	}
	if !noCode && a.CodeHash != rollup.EmptyCodeHash {
		if out.Code, err = state.Code(a.CodeHash); err != nil {
			return nil, err
		}
	}
	if noStorage {
		return out, nil
	}
	out.Storage = map[common.Hash]string{}
	for slot, err := range d.back.Changes.Slots(number, address, common.Hash{}) {
		if err != nil {
			return nil, err
		}
		if *slots--; *slots < 0 {
			return nil, fmt.Errorf("storage of %s is too large: leave it out, and use debug_storageRangeAt", address.Hex())
		}
		value, err := state.Storage(address, slot)
		if err != nil {
			return nil, err
		}
		out.Storage[slot] = common.Bytes2Hex(common.TrimLeftZeroes(value[:]))
	}
	return out, nil
}

// GetModifiedAccountsByNumber is debug_getModifiedAccountsByNumber: accounts whose record or storage is written in blocks (start, end], or in block start alone.
func (d *debugState) GetModifiedAccountsByNumber(ctx context.Context, start uint64, end *uint64) ([]common.Address, error) {
	head, err := d.back.Chain.Head()
	if err != nil {
		return nil, err
	}
	if start > head {
		return nil, fmt.Errorf("start block %x not found", start)
	}
	if end == nil {
		if start == 0 {
			return nil, errors.New("block 0 has no parent")
		}
		return d.modified(ctx, start-1, start)
	}
	if *end > head {
		return nil, fmt.Errorf("end block %d not found", *end)
	}
	return d.modified(ctx, start, *end)
}

// GetModifiedAccountsByHash is debug_getModifiedAccountsByHash.
func (d *debugState) GetModifiedAccountsByHash(ctx context.Context, start common.Hash, end *common.Hash) ([]common.Address, error) {
	from, ok, err := d.back.Chain.BlockNumber(start)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("start block %x not found", start)
	}
	if end == nil {
		if from == 0 {
			return nil, errors.New("block 0 has no parent")
		}
		return d.modified(ctx, from-1, from)
	}
	to, ok, err := d.back.Chain.BlockNumber(*end)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("end block %x not found", *end)
	}
	return d.modified(ctx, from, to)
}

func (d *debugState) modified(ctx context.Context, after, last uint64) ([]common.Address, error) {
	if d.back.Changes == nil {
		return nil, errNoChanges
	}
	if after >= last {
		return nil, fmt.Errorf("start block height (%d) must be less than end block height (%d)", after, last)
	}
	if last-after > d.cfg.LogBlocks {
		return nil, invalidParams("block range of %d blocks exceeds the limit of %d", last-after, d.cfg.LogBlocks)
	}
	ctx, done, err := d.admit(ctx, d.cfg.TraceTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	seen := map[common.Address]common.Hash{} // hashes of the addresses, in whose order they are given, as in geth
	for n := after + 1; n <= last; n++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		changed, err := d.back.Changes.ChangedAccounts(n)
		if err != nil {
			return nil, err
		}
		for _, a := range changed {
			if _, ok := seen[a]; !ok {
				seen[a] = crypto.Keccak256Hash(a[:])
			}
		}
	}
	out := slices.AppendSeq(make([]common.Address, 0, len(seen)), maps.Keys(seen))
	slices.SortFunc(out, func(a, b common.Address) int { return seen[a].Cmp(seen[b]) })
	return out, nil
}

// GetAccessibleState is debug_getAccessibleState: the first block from from to to whose state can be read.
func (d *debugState) GetAccessibleState(ctx context.Context, from, to BlockNumber) (uint64, error) {
	first, err := d.number(orHead(from))
	if err != nil {
		return 0, err
	}
	last, err := d.number(orHead(to))
	if err != nil {
		return 0, err
	}
	if first == last {
		return 0, errors.New("from and to needs to be different")
	}
	head, err := d.back.Chain.Head()
	if err != nil {
		return 0, err
	}
	ctx, done, err := d.admit(ctx, d.cfg.TraceTimeout)
	if err != nil {
		return 0, err
	}
	defer done()
	for n := first; n != last; {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if n > head {
			return 0, fmt.Errorf("missing header %d", n)
		}
		if _, err := d.back.State.StateAt(n); err == nil {
			return n, nil
		}
		if first < last {
			n++
		} else {
			n--
		}
	}
	return 0, errors.New("no state found")
}

// orHead takes every tag as the head, as geth does here.
func orHead(n BlockNumber) gethrpc.BlockNumber {
	if n.BlockNumber < 0 {
		return gethrpc.LatestBlockNumber
	}
	return n.BlockNumber
}

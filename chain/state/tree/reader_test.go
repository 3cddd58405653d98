package tree

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/state"
)

func TestReader(t *testing.T) {
	alice, bob, nobody := [20]byte{1}, [20]byte{2}, [20]byte{3}
	slot, value := [32]byte{7}, [32]byte{9}
	contract := state.Account{Nonce: 1, CodeHash: [32]byte{5}, CodeLen: 3}
	diff := &state.Diff{
		Accounts: []state.AccountChange{
			{Addr: alice, Account: state.Account{Balance: *uint256.NewInt(5)}},
			{Addr: bob, Account: contract},
			{Addr: nobody},
		},
		Slots: []state.SlotChange{{Addr: bob, Slot: slot, Value: value}, {Addr: bob, Slot: [32]byte{8}}},
	}
	diff.Normalize()
	var tr Tree
	mustUpdate(t, &tr, Entries(diff))
	r := NewReader(&tr, func(hash common.Hash) ([]byte, error) {
		if hash == contract.CodeHash {
			return []byte{1, 2, 3}, nil
		}
		return nil, state.ErrUnknownCode
	})
	if a, err := r.Account(alice); err != nil || a != (state.Account{Balance: *uint256.NewInt(5)}).Normal() {
		t.Fatalf("alice: %v %v", a, err)
	}
	if a, err := r.Account(bob); err != nil || a != contract {
		t.Fatalf("bob: %v %v", a, err)
	}
	if a, err := r.Account(nobody); err != nil || a != (state.Account{}).Normal() {
		t.Fatalf("nobody: %v %v", a, err)
	}
	if v, err := r.Storage(bob, slot); err != nil || v != value {
		t.Fatalf("slot: %x %v", v, err)
	}
	if v, err := r.Storage(alice, slot); err != nil || v != ([32]byte{}) {
		t.Fatalf("slot of another account: %x %v", v, err)
	}
	if c, err := r.Code(contract.CodeHash); err != nil || !bytes.Equal(c, []byte{1, 2, 3}) {
		t.Fatalf("code: %x %v", c, err)
	}
	if c, err := r.Code(state.EmptyCodeHash); err != nil || len(c) != 0 {
		t.Fatalf("empty code: %x %v", c, err)
	}
	if _, err := r.Code([32]byte{6}); !errors.Is(err, state.ErrUnknownCode) {
		t.Fatalf("unknown code: %v", err)
	}
}

func TestReaderRefuses(t *testing.T) {
	r := NewReader(FromNode(opaque(Digest{1}), nil), nil)
	if _, err := r.Account([20]byte{}); !errors.Is(err, ErrOpaque) {
		t.Fatalf("account in an opaque tree: %v", err)
	}
	if _, err := r.Storage([20]byte{}, [32]byte{}); !errors.Is(err, ErrOpaque) {
		t.Fatalf("slot in an opaque tree: %v", err)
	}
	// A leaf of the wrong kind under a key: only a broken hash could make one.
	addr, slot := [20]byte{1}, [32]byte{2}
	var tr Tree
	nonce := state.Account{Nonce: 1}.Normal()
	mustUpdate(t, &tr, []Entry{
		{Key: AccountKey(addr), Kind: SlotLeaf, Value: [32]byte{1}},
		{Key: SlotKey(addr, slot), Kind: AccountLeaf, Account: nonce},
	})
	r = NewReader(&tr, nil)
	if _, err := r.Account(addr); !errors.Is(err, ErrKind) {
		t.Fatalf("account: %v", err)
	}
	if _, err := r.Storage(addr, slot); !errors.Is(err, ErrKind) {
		t.Fatalf("slot: %v", err)
	}
}

// BenchmarkUpdate applies 1,000 writes to a partial tree cut for them out of 50,000
// leaves, root included: the work of the guest for one batch.
func BenchmarkUpdate(b *testing.B) {
	const writes = 1000
	var tr Tree
	all := make([]Entry, 50_000)
	for i := range all {
		all[i] = SlotEntry([20]byte{byte(i >> 8), byte(i)}, [32]byte{31: 1}, [32]byte{1})
	}
	mustUpdate(b, &tr, all)
	full, err := Decode(tr.Encode())
	if err != nil {
		b.Fatal(err)
	}
	change := all[:writes]
	for i := range change {
		change[i].Value[0] = 2
	}
	mustUpdate(b, full.Clone(), change)
	part, err := full.Visited()
	if err != nil {
		b.Fatal(err)
	}
	wire := part.Encode()
	for b.Loop() {
		t, err := Decode(wire)
		if err != nil {
			b.Fatal(err)
		}
		t.Root()
		mustUpdate(b, t, change)
		t.Root()
	}
	b.ReportMetric(float64(len(wire))/writes, "wire-B/write")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/writes, "ns/write")
}

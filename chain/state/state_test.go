package state

import (
	"bytes"
	"errors"
	"testing"

	"github.com/holiman/uint256"
)

func TestAccountCodec(t *testing.T) {
	for _, a := range []Account{
		Account{}.Normal(),
		Account{Nonce: 1<<64 - 1, Balance: *uint256.NewInt(7)}.Normal(),
		{Nonce: 3, CodeHash: [32]byte{9}, CodeLen: 1<<32 - 1},
	} {
		b := AppendAccount(nil, &a)
		back, err := DecodeAccount([AccountBytes]byte(b))
		if err != nil || back != a {
			t.Fatalf("%v: %v", a, err)
		}
	}
	for _, a := range []Account{
		{},                                     // not in normal form
		{CodeHash: [32]byte{9}},                // hash of code, but no code
		{CodeHash: EmptyCodeHash, CodeLen: 10}, // code, but the hash of none
	} {
		b := AppendAccount(nil, &a)
		if _, err := DecodeAccount([AccountBytes]byte(b)); !errors.Is(err, ErrAccount) {
			t.Fatalf("%v: got %v, want ErrAccount", a, err)
		}
	}
}

func TestEmptyAccount(t *testing.T) {
	empty := Account{}.Normal()
	one := Account{Balance: *uint256.NewInt(1)}
	code := Account{CodeHash: [32]byte{1}, CodeLen: 1}
	nonce := Account{Nonce: 1}
	if !empty.IsEmpty() || one.IsEmpty() || code.IsEmpty() || nonce.IsEmpty() {
		t.Fatal("IsEmpty is not EIP-161's")
	}
	if empty.HasCode() || !code.HasCode() || empty.CodeHash != EmptyCodeHash {
		t.Fatal("code of an empty account")
	}
}

func TestNormalizeKeepsTheLastChange(t *testing.T) {
	a, b := [20]byte{2}, [20]byte{1}
	d := Diff{
		Accounts: []AccountChange{{a, Account{Nonce: 1}}, {b, Account{Nonce: 2}}},
		Slots:    []SlotChange{{a, [32]byte{1}, [32]byte{1}}, {a, [32]byte{0}, [32]byte{2}}},
	}
	later := Diff{
		Accounts: []AccountChange{{a, Account{Nonce: 3}}},
		Slots:    []SlotChange{{a, [32]byte{1}, [32]byte{}}},
		Codes:    []CodeChange{{[32]byte{1}, []byte{1}}, {[32]byte{1}, []byte{1}}},
	}
	d.Append(&later)
	d.Normalize()
	if len(d.Accounts) != 2 || d.Accounts[0].Addr != b || d.Accounts[1].Account.Nonce != 3 {
		t.Fatalf("accounts %v", d.Accounts)
	}
	if len(d.Slots) != 2 || d.Slots[0].Value != ([32]byte{2}) || d.Slots[1].Value != ([32]byte{}) {
		t.Fatalf("slots %v", d.Slots)
	}
	if len(d.Codes) != 1 {
		t.Fatalf("codes %v", d.Codes)
	}
}

func FuzzDecodeAccount(f *testing.F) {
	a := Account{Nonce: 1}.Normal()
	f.Add(AppendAccount(nil, &a))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) != AccountBytes {
			return
		}
		a, err := DecodeAccount([AccountBytes]byte(b))
		if err == nil && !bytes.Equal(AppendAccount(nil, &a), b) {
			t.Fatal("account encodes differently")
		}
	})
}

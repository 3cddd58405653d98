package tree

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// limbs is the packing of the package doc, from big integers.
func limbs(v *big.Int, n int) []field.Element {
	out := make([]field.Element, n)
	v = new(big.Int).Set(v)
	for i := n - 1; i >= 0; i-- {
		out[i] = field.New(new(big.Int).And(v, big.NewInt(1<<30-1)).Uint64())
		v.Rsh(v, 30)
	}
	if v.Sign() != 0 {
		panic("limbs do not hold the value")
	}
	return out
}

func compress(tag uint64, parts ...[]field.Element) Digest {
	var x [24]field.Element
	n := 0
	for _, p := range parts {
		n += copy(x[n:], p)
	}
	if n > 23 {
		panic("no room for the tag")
	}
	x[23] = field.New(tag)
	return poseidon2.Compress24(&x)
}

func TestHashesAreTheDocumentedOnes(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	for range 50 {
		var addr [20]byte
		var slot, value, code [32]byte
		fill := func(b []byte) {
			for i := range b {
				b[i] = byte(rng.Uint32())
			}
		}
		fill(addr[:])
		fill(slot[:])
		fill(value[:])
		fill(code[:])
		word := func(b []byte) *big.Int { return new(big.Int).SetBytes(b) }
		a := limbs(word(addr[:]), 6)

		account := state.Account{Nonce: rng.Uint64(), CodeHash: code, CodeLen: rng.Uint32() | 1}
		account.Balance = *new(uint256.Int).SetBytes32(value[:])
		nonce := limbs(new(big.Int).SetUint64(account.Nonce), 3)
		length := limbs(big.NewInt(int64(account.CodeLen)), 2)
		record := compress(3, nonce, limbs(word(value[:]), 9), limbs(word(code[:]), 9), length)

		e := AccountEntry(addr, account)
		if d := compress(1, a); e.Key.Bytes() != d.Bytes() {
			t.Fatal("account key")
		} else if e.Hash() != compress(4, d[:], record[:]) {
			t.Fatal("account leaf")
		}
		e = SlotEntry(addr, slot, value)
		if d := compress(2, a, limbs(word(slot[:]), 9)); e.Key.Bytes() != d.Bytes() {
			t.Fatal("slot key")
		} else if e.Hash() != compress(5, d[:], limbs(word(value[:]), 9)) {
			t.Fatal("slot leaf")
		}
	}
}

func TestKeyBits(t *testing.T) {
	k := Key{0: 1 << 30, 3: 1, 7: 1}
	for i := range KeyBits {
		want := i == 0 || i == 3*31+30 || i == KeyBits-1
		if (k.Bit(i) == 1) != want {
			t.Fatalf("bit %d", i)
		}
	}
}

// TestGoldenRoot pins the format: a change here is a change of every state root.
func TestGoldenRoot(t *testing.T) {
	var tr Tree
	balance := *uint256.NewInt(1_000_000_007)
	mustUpdate(t, &tr, []Entry{
		AccountEntry([20]byte{1}, state.Account{Nonce: 1, Balance: balance}),
		AccountEntry([20]byte{2}, state.Account{Balance: balance, CodeHash: [32]byte{3}, CodeLen: 9}),
		SlotEntry([20]byte{2}, [32]byte{31: 1}, [32]byte{31: 5}),
	})
	root := tr.Root().Bytes()
	const want = "1d16b38f57724b78238319936c3a83990f0d873d3d5e2d343162b4642774bb6b"
	if got := new(big.Int).SetBytes(root[:]).Text(16); got != want {
		t.Fatalf("root %s, want %s", got, want)
	}
}

func BenchmarkAccountKey(b *testing.B) {
	var addr [20]byte
	for i := 0; b.Loop(); i++ {
		addr[0] = byte(i)
		AccountKey(addr)
	}
}

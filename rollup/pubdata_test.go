package rollup

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// memoryState is a state before a batch.
type memoryState struct {
	accounts map[common.Address]Account
	slots    map[common.Address]map[common.Hash]common.Hash
}

func (m *memoryState) Account(a common.Address) (Account, error) {
	if acc, ok := m.accounts[a]; ok {
		return acc, nil
	}
	return EmptyAccount(), nil
}

func (m *memoryState) Storage(a common.Address, s common.Hash) (common.Hash, error) {
	return m.slots[a][s], nil
}

// randomPubdata makes pubdata of every shape on a state that it makes as well.
func randomPubdata(r *rand.Rand, accounts int) (*Pubdata, *memoryState) {
	pre := &memoryState{map[common.Address]Account{}, map[common.Address]map[common.Hash]common.Hash{}}
	p := &Pubdata{FirstBlock: 5, LastBlock: 9, LastTimestamp: 1700000000, LastBlockHash: keccak([]byte("block"))}
	randomBig := func() (v uint256.Int) {
		for i := range r.IntN(5) {
			v[i%4] = r.Uint64() >> r.IntN(64)
		}
		return v
	}
	codes := map[common.Hash][]byte{}
	for range accounts {
		var d AccountDiff
		for i := range d.Address {
			d.Address[i] = byte(r.Uint32())
		}
		d.Before = EmptyAccount()
		if r.IntN(2) == 0 {
			d.Before = Account{Nonce: r.Uint64N(100), Balance: randomBig(), CodeHash: EmptyCodeHash}
		}
		d.After = d.Before
		switch r.IntN(4) {
		case 0:
			if !d.Before.IsEmpty() {
				d.After = EmptyAccount()
			}
		case 1:
			d.After.Nonce++
			d.After.Balance = randomBig()
		case 2:
			code := []byte{0x60, byte(r.Uint32()), byte(r.Uint32())}
			d.After.CodeHash, d.After.CodeLen = keccak(code), 3
			codes[d.After.CodeHash] = code
		}
		pre.accounts[d.Address] = d.Before
		pre.slots[d.Address] = map[common.Hash]common.Hash{}
		for range r.IntN(4) + 1 {
			b, a, k := randomBig(), randomBig(), randomBig()
			if b.Eq(&a) {
				continue
			}
			s := SlotDiff{Slot: k.Bytes32(), Before: b.Bytes32(), After: a.Bytes32()}
			if _, dup := pre.slots[d.Address][s.Slot]; !dup {
				pre.slots[d.Address][s.Slot] = s.Before
				d.Slots = append(d.Slots, s)
			}
		}
		slices.SortFunc(d.Slots, func(a, b SlotDiff) int { return bytes.Compare(a.Slot[:], b.Slot[:]) })
		if len(d.Slots) > 0 || d.Before != d.After {
			p.Diff.Accounts = append(p.Diff.Accounts, d)
		}
	}
	slices.SortFunc(p.Diff.Accounts, func(a, b AccountDiff) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	for h, c := range codes {
		p.Diff.Codes = append(p.Diff.Codes, Code{h, c})
	}
	slices.SortFunc(p.Diff.Codes, func(a, b Code) int { return bytes.Compare(a.Hash[:], b.Hash[:]) })
	msg := []byte("message")
	p.Messages = [][]byte{msg}
	p.Logs = []L2ToL1Log{PriorityResultLog(0, keccak([]byte("op")), true), MessageLog(3, L2BaseTokenAddress, keccak(msg))}
	return p, pre
}

func TestPubdataRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 200 {
		p, pre := randomPubdata(r, n%12)
		enc := p.Encode()
		back, err := DecodePubdata(enc, pre)
		if err != nil {
			t.Fatalf("case %d: %v", n, err)
		}
		if !bytes.Equal(back.Encode(), enc) {
			t.Fatalf("case %d: re-encoding differs", n)
		}
		if !slices.EqualFunc(back.Diff.Accounts, p.Diff.Accounts, equalAccountDiff) {
			t.Fatalf("case %d: the account diffs differ", n)
		}
		fixed := 1 + 3*8 + 32 + 4*4
		rest := len(p.Logs)*L2ToL1LogSize + codeOverhead + len(p.Messages[0])
		if got, want := uint64(len(enc)), uint64(fixed+rest)+p.Diff.Size(); got != want {
			t.Fatalf("case %d: %d bytes, Size says %d", n, got, want)
		}
	}
}

func equalAccountDiff(a, b AccountDiff) bool {
	return a.Address == b.Address && a.Before == b.Before && a.After == b.After && slices.Equal(a.Slots, b.Slots)
}

func TestPubdataRejects(t *testing.T) {
	p, pre := randomPubdata(rand.New(rand.NewPCG(3, 4)), 6)
	enc := p.Encode()
	for i := range enc {
		if _, err := DecodePubdata(enc[:i], pre); !errors.Is(err, ErrEncoding) {
			t.Fatalf("truncated to %d of %d bytes: error %v", i, len(enc), err)
		}
	}
	if _, err := DecodePubdata(append(bytes.Clone(enc), 0), pre); !errors.Is(err, ErrEncoding) {
		t.Fatalf("trailing byte: error %v", err)
	}
	for i := range enc {
		forged := bytes.Clone(enc)
		forged[i] ^= 1
		back, err := DecodePubdata(forged, pre)
		if err == nil && !bytes.Equal(back.Encode(), forged) {
			t.Fatalf("byte %d: two encodings of one value", i)
		}
	}
	swapped := *p
	swapped.Diff.Accounts = slices.Clone(p.Diff.Accounts)
	swapped.Diff.Accounts[0], swapped.Diff.Accounts[1] = swapped.Diff.Accounts[1], swapped.Diff.Accounts[0]
	if _, err := DecodePubdata(swapped.Encode(), pre); !errors.Is(err, ErrEncoding) {
		t.Fatalf("accounts out of order: error %v", err)
	}
	unused := *p
	unused.Diff.Codes = append(slices.Clone(p.Diff.Codes), Code{Bytes: []byte("nobody runs this")})
	if _, err := DecodePubdata(unused.Encode(), pre); !errors.Is(err, ErrEncoding) {
		t.Fatalf("code without account: error %v", err)
	}
	wrong := *p
	wrong.Messages = [][]byte{[]byte("another message")}
	if _, err := DecodePubdata(wrong.Encode(), pre); !errors.Is(err, ErrEncoding) {
		t.Fatalf("message without log: error %v", err)
	}
}

func FuzzDecodePubdata(f *testing.F) {
	p, pre := randomPubdata(rand.New(rand.NewPCG(5, 6)), 8)
	f.Add(p.Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		back, err := DecodePubdata(data, pre)
		if err == nil && !bytes.Equal(back.Encode(), data) {
			t.Fatalf("%x decodes, but encodes to %x", data, back.Encode())
		}
	})
}

func TestValueDiffs(t *testing.T) {
	max := new(uint256.Int).SetAllOne()
	for _, c := range []struct {
		before, after *uint256.Int
		size          int
		kind          byte
	}{
		{uint256.NewInt(5), uint256.NewInt(6), 2, diffNew},
		{uint256.NewInt(1 << 40), uint256.NewInt(1<<40 + 3), 2, diffAdd},
		{uint256.NewInt(1 << 40), uint256.NewInt(1<<40 - 3), 2, diffSub},
		{uint256.NewInt(9), new(uint256.Int), 1, diffNew},
		{new(uint256.Int), max, 2, diffSub},
		{new(uint256.Int).Rsh(max, 1), new(uint256.Int).Lsh(uint256.NewInt(3), 254), 33, diffRaw},
	} {
		enc := appendDiff(nil, c.before, c.after)
		if len(enc) != c.size || enc[0]&7 != c.kind || diffSize(c.before, c.after) != c.size {
			t.Errorf("%v to %v: %x, want %d bytes of kind %d", c.before, c.after, enc, c.size, c.kind)
		}
		r := newReader(enc)
		if got := r.applyDiff(c.before); r.Err != nil || !got.Eq(c.after) || len(r.Rest) != 0 {
			t.Errorf("%v to %v: decoded %v, error %v", c.before, c.after, &got, r.Err)
		}
	}
	for name, enc := range map[string][]byte{
		"leading zero": {2<<3 | diffNew, 0, 6}, "longer than needed": {6<<3 | diffNew, 1, 0, 0, 0, 0, 3}, "no change": {0<<3 | diffAdd},
		"unknown kind": {1<<3 | 5, 1}, "missing bytes": {3<<3 | diffNew, 1},
	} {
		r := newReader(enc)
		if r.applyDiff(uint256.NewInt(1 << 40)); !errors.Is(r.Err, ErrEncoding) {
			t.Errorf("%s: error %v", name, r.Err)
		}
	}
}

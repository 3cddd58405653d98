package flat

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
)

// Every kept block is walked and compared with the reference, from the beginning and from the middle.
func TestWalk(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, images, _ := grown(t, db, 30)
	for number, im := range images {
		var want []common.Address
		for a := range im.accounts {
			want = append(want, a)
		}
		slices.SortFunc(want, common.Address.Cmp)
		for from := range len(want) + 1 {
			start := common.Address{}
			if from > 0 {
				start = want[from-1]
			}
			var got []common.Address
			for a, err := range m.Accounts(number, start) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, a)
			}
			if !slices.Equal(got, want[max(0, from-1):]) {
				t.Fatalf("block %d from %x: %x, want %x", number, start, got, want)
			}
		}
		for i := range 6 {
			addr := addrOf(i)
			var slots []common.Hash
			for id := range im.slots {
				if common.Address(id[:20]) == common.Address(addr) {
					slots = append(slots, common.Hash(id[20:]))
				}
			}
			slices.SortFunc(slots, common.Hash.Cmp)
			var got []common.Hash
			for s, err := range m.Slots(number, addr, common.Hash{}) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, s)
			}
			if !slices.Equal(got, slots) {
				t.Fatalf("slots of %x at %d: %x, want %x", addr, number, got, slots)
			}
		}
	}
}

// What is walked with its values is what the reference has, at every kept block.
func TestRecords(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, images, _ := grown(t, db, 30)
	for number, im := range images {
		accounts, slots := 0, 0
		for a, err := range m.AccountRecords(number) {
			if err != nil || im.accounts[a.Address] != a.Account {
				t.Fatalf("block %d: account %x is %+v, want %+v, %v", number, a.Address, a.Account, im.accounts[a.Address], err)
			}
			accounts++
		}
		for i := range 6 {
			addr := addrOf(i)
			for s, err := range m.SlotRecords(number, addr) {
				if err != nil || im.slots[slotIDOf(addr, s.Slot)] != s.Value {
					t.Fatalf("block %d: slot %x of %x is %x, %v", number, s.Slot, addr, s.Value, err)
				}
				slots++
			}
		}
		if accounts != len(im.accounts) || slots != len(im.slots) {
			t.Errorf("block %d: %d accounts and %d slots, want %d and %d", number, accounts, slots, len(im.accounts), len(im.slots))
		}
	}
	var last error
	for _, err := range m.AccountRecords(1000) {
		last = err
	}
	if !errors.Is(last, ErrUnknownBlock) {
		t.Errorf("a block that is not there: %v", last)
	}
}

func TestWalkStops(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, _, _ := grown(t, db, 10)
	seen := 0
	for range m.Accounts(14, common.Address{}) {
		seen++
		break
	}
	if seen != 1 {
		t.Error(seen)
	}
	for _, number := range []uint64{4, 15} {
		var last error
		for _, err := range m.Accounts(number, common.Address{}) {
			last = err
		}
		if !errors.Is(last, ErrUnknownBlock) {
			t.Errorf("block %d: %v", number, last)
		}
		if _, err := m.ChangedAccounts(number); !errors.Is(err, ErrUnknownBlock) {
			t.Errorf("block %d: %v", number, err)
		}
	}
}

func TestChangedAccounts(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, images, _ := grown(t, db, 20)
	for number := uint64(6); number < 25; number++ {
		before, after := images[number-1], images[number]
		var want []common.Address
		for i := range 6 {
			addr := addrOf(i)
			changed := before.accounts[addr] != after.accounts[addr]
			for j := range 3 {
				id := slotIDOf(addr, [32]byte{0: 0xff, 31: byte(255 - j)})
				changed = changed || before.slots[id] != after.slots[id]
			}
			if changed {
				want = append(want, addr)
			}
		}
		slices.SortFunc(want, common.Address.Cmp)
		got, err := m.ChangedAccounts(number)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("block %d: %x %v, want %x", number, got, err, want)
		}
	}
}

func TestChanged(t *testing.T) {
	db := openMem(t, vfs.NewMem())
	defer db.Close()
	m, images, _ := grown(t, db, 20) // 5 to 24
	for after := uint64(5); after < 24; after++ {
		for to := after; to <= 24; to++ {
			d, err := m.Changed(t.Context(), after, to, 1000)
			if err != nil {
				t.Fatal(after, to, err)
			}
			got := images[after].with(d)
			if !maps.Equal(got.accounts, images[to].accounts) || !maps.Equal(got.slots, images[to].slots) {
				t.Errorf("%d to %d: %+v", after, to, d)
			}
		}
	}
	d, err := m.Changed(t.Context(), 5, 6, 1000)
	if err != nil {
		t.Fatal(err)
	}
	changes := len(d.Accounts) + len(d.Slots)
	if _, err := m.Changed(t.Context(), 5, 6, changes); err != nil {
		t.Error(err)
	}
	if _, err := m.Changed(t.Context(), 5, 6, changes-1); changes == 0 || !errors.Is(err, ErrTooManyChanges) {
		t.Error(changes, err)
	}
	if _, err := m.Changed(t.Context(), 20, 25, 1000); !errors.Is(err, ErrUnknownBlock) {
		t.Error("a block that is not there:", err)
	}
	batched(t, db, func(b *pebble.Batch) error {
		_, err := m.Prune(10, 100, b)
		return err
	})
	if _, err := m.Changed(t.Context(), 9, 12, 1000); !errors.Is(err, ErrUnknownBlock) {
		t.Error("changes that were pruned:", err)
	}
	if _, err := m.Changed(t.Context(), 10, 12, 1000); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.Changed(ctx, 10, 12, 1000); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

package operator

import (
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/rollup"
)

func sampleSettle(t testing.TB) ([]byte, *Commitment) {
	t.Helper()
	last := rollup.GenesisBatch([32]byte{9})
	want := &Commitment{Chain: chainAddress, Last: last, Batches: []Committed{sampleBatch(1, rollup.DACalldata), sampleBatch(2, rollup.DABlobs)}}
	enc, err := Settle(&last, want.Batches, []*big.Int{big.NewInt(7), big.NewInt(8)})
	if err != nil {
		t.Fatal(err)
	}
	return enc, want
}

func TestSettleRoundTrip(t *testing.T) {
	enc, want := sampleSettle(t)
	got, err := DecodeSettle(chainAddress, enc)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestDecodeSettleRefuses(t *testing.T) {
	enc, _ := sampleSettle(t)
	for name, change := range map[string]func(b []byte) []byte{
		"empty":          func([]byte) []byte { return nil },
		"other call":     func(b []byte) []byte { b[0] ^= 1; return b },
		"truncated":      func(b []byte) []byte { return b[:len(b)-32] },
		"trailing bytes": func(b []byte) []byte { return append(b, make([]byte, 32)...) },
		"commit call":    func([]byte) []byte { c, _ := sampleCommit(t); return c },
	} {
		if _, err := DecodeSettle(chainAddress, change(append([]byte(nil), enc...))); !errors.Is(err, rollup.ErrEncoding) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if _, err := Settle(&rollup.StoredBatchInfo{}, nil, nil); err == nil {
		t.Error("a settlement of nothing")
	}
}

// TestPrioritySignatures: what is written here by hand is what the contract has.
func TestPrioritySignatures(t *testing.T) {
	parsed, _, err := artifacts.Load("Chain")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{activateCall, "isPriorityMode", "getFirstUnprocessedPriorityTx", "getPriorityTxExpiration"} {
		if got, want := contract.Methods[name].Sig, parsed.Methods[name].Sig; got != want {
			t.Errorf("%s: %q, the contract has %q", name, got, want)
		}
	}
	if got, want := permissionless.Methods[settleCall].Sig, parsed.Methods[settleCall].Sig; got != want {
		t.Errorf("%q, the contract has %q", got, want)
	}
}

func TestQueue(t *testing.T) {
	for _, c := range []struct {
		q    Queue
		now  uint64
		want bool
	}{
		{Queue{First: 2, Count: 2, ExpiresAt: 0}, 100, false},
		{Queue{First: 2, Count: 3, ExpiresAt: 100}, 100, false}, // the last second is still the operator's
		{Queue{First: 2, Count: 3, ExpiresAt: 100}, 101, true},
	} {
		if got := c.q.Overdue(c.now); got != c.want {
			t.Errorf("%+v at %d: %v", c.q, c.now, got)
		}
	}
}

func FuzzDecodeSettle(f *testing.F) {
	enc, _ := sampleSettle(f)
	f.Add(enc)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := DecodeSettle(chainAddress, data); err != nil && !errors.Is(err, rollup.ErrEncoding) {
			t.Fatal(err)
		}
	})
}

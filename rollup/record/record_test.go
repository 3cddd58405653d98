package record

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

func samples() map[string]*Record {
	block := &rollup.Block{Env: rollup.BlockEnv{Number: 7, Timestamp: 8, GasLimit: 9, GasPerPubdata: 10, BaseFee: *uint256.NewInt(11)}, Txs: [][]byte{{1, 2}, {}, {3}}}
	return map[string]*Record{
		"term":     {Chain: common.Hash{1}, Number: 2, Term: &Term{Leader: LeaderID{3}, LastBlock: 4, LastBatch: 5, URL: "http://127.0.0.1:1"}},
		"block":    {Chain: common.Hash{1}, Number: 2, Block: &Block{Hash: common.Hash{5}, State: common.Hash{6}, Block: block}},
		"batch":    {Chain: common.Hash{1}, Number: 2, Batch: &Batch{Number: 1, FirstBlock: 1, LastBlock: 7, StateAfter: common.Hash{1}, PublicInput: common.Hash{2}, GuestOutput: common.Hash{2}, GuestCycles: 3, SealedAt: 4, Reason: "age"}},
		"rollback": {Chain: common.Hash{1}, Number: 2, Rollback: &Rollback{LastBlock: 6, Hash: common.Hash{7}, LastBatch: 3, Reason: "L1"}},
	}
}

func encode(t testing.TB, r *Record) []byte {
	t.Helper()
	b, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRoundTrip(t *testing.T) {
	last := map[string]uint64{"term": 4, "block": 7, "batch": 7, "rollback": 6}
	for name, r := range samples() {
		got, err := Decode(encode(t, r))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if name == "block" {
			got.Block.Block.Txs[1] = []byte{} // no bytes are no bytes
		}
		if h, err := Peek(encode(t, r)); err != nil || h != (Head{r.Kind(), 2, last[name]}) {
			t.Errorf("%s: head %+v, %v", name, h, err)
		}
		if !reflect.DeepEqual(got, r) || got.Kind().String() != name || got.LastBlock() != last[name] {
			t.Errorf("%s: %+v, want %+v", name, got, r)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, r := range samples() {
		good := encode(t, r)
		for n := range good {
			if _, err := Decode(good[:n]); !errors.Is(err, ErrMalformed) {
				t.Fatalf("%s: %d of %d bytes: %v", name, n, len(good), err)
			}
		}
		for what, bad := range map[string][]byte{
			"a byte more": append(bytes.Clone(good), 0), "another version": append([]byte{2}, good[1:]...), "no kind": append([]byte{1, 0}, good[2:]...),
			"another kind": append([]byte{1, 9}, good[2:]...), "term 0": append(append(bytes.Clone(good[:34]), make([]byte, 8)...), good[42:]...),
		} {
			if _, err := Decode(bad); !errors.Is(err, ErrMalformed) {
				t.Errorf("%s: %s: %v", name, what, err)
			}
		}
	}
	if _, err := Decode(make([]byte, MaxBytes+1)); !errors.Is(err, ErrMalformed) {
		t.Error("too large:", err)
	}
	many := encode(t, samples()["block"])
	copy(many[42+64+32+20+32+32:], []byte{0xff, 0xff, 0xff, 0xff}) // the number of transactions
	if _, err := Decode(many); !errors.Is(err, ErrMalformed) {
		t.Error("a count that the bytes cannot hold:", err)
	}
	for _, b := range []Batch{{Number: 0, FirstBlock: 1, LastBlock: 1}, {Number: 1, FirstBlock: 0, LastBlock: 1}, {Number: 1, FirstBlock: 2, LastBlock: 1}, {Number: 3, FirstBlock: 2, LastBlock: 2}} {
		if _, err := Decode(encode(t, &Record{Number: 1, Batch: &b})); !errors.Is(err, ErrMalformed) {
			t.Errorf("batch %+v: %v", b, err)
		}
	}
	if _, err := Decode(encode(t, &Record{Number: 1, Rollback: &Rollback{LastBlock: 2, LastBatch: 3}})); !errors.Is(err, ErrMalformed) {
		t.Error("more batches than blocks:", err)
	}
	if _, err := Decode(encode(t, &Record{Number: 1, Block: &Block{Block: &rollup.Block{}}})); !errors.Is(err, ErrMalformed) {
		t.Error("block 0:", err)
	}
}

func TestEncodeRefuses(t *testing.T) {
	for what, r := range map[string]*Record{
		"nothing": {Number: 1}, "two kinds": {Number: 1, Term: &Term{}, Batch: &Batch{}}, "a rollback and a block": {Number: 1, Block: &Block{}, Rollback: &Rollback{}},
		"a long reason to go back": {Number: 1, Rollback: &Rollback{Reason: strings.Repeat("x", MaxReason+1)}},
		"a long URL":               {Number: 1, Term: &Term{URL: strings.Repeat("x", MaxURL+1)}}, "a long reason": {Number: 1, Batch: &Batch{Reason: strings.Repeat("x", MaxReason+1)}},
		"a huge block": {Number: 1, Block: &Block{Block: &rollup.Block{Txs: [][]byte{make([]byte, MaxBytes)}}}},
	} {
		if _, err := r.Encode(); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// FuzzDecode: what is accepted encodes to the same bytes; nothing panics.
func FuzzDecode(f *testing.F) {
	for _, r := range samples() {
		f.Add(encode(f, r))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Decode(data)
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Fatal(err)
			}
			return
		}
		if again := encode(t, r); !bytes.Equal(again, data) {
			t.Fatalf("%x decodes, and encodes to %x", data, again)
		}
	})
}

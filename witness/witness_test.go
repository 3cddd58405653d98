package witness_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
)

func TestRoundTrip(t *testing.T) {
	for name, da := range schemes {
		w, want := collect(t, da)
		data := w.Encode()
		back, err := witness.Decode(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(back.Encode(), data) || back.Config != w.Config || !reflect.DeepEqual(back.Blocks, w.Blocks) || back.Tree.Root() != w.Tree.Root() {
			t.Errorf("%s: decoding lost something", name)
		}
		got, err := witness.Execute(back)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got.PublicInput != want.PublicInput || got.Before != want.Before || got.After != want.After || got.Output != want.Output || !bytes.Equal(got.Pubdata, want.Pubdata) {
			t.Errorf("%s: the partial tree gives %+v, whole trees give %+v", name, got.Output, want.Output)
		}
		if got.Output.DAScheme != da.Scheme || got.Output.SettlementChainID != 9 || got.Output.NumL1Txs != 1 || got.Output.NumL2Txs != 3 {
			t.Errorf("%s: %+v", name, got.Output)
		}
	}
}

// TestDACommitment states the commitment of each scheme anew.
func TestDACommitment(t *testing.T) {
	seen := map[common.Hash]bool{}
	for name, da := range schemes {
		_, r := collect(t, da)
		want := crypto.Keccak256Hash(r.Pubdata)
		if da.Scheme == rollup.DABlobs {
			opening, err := witness.OpenBlobs(r.Pubdata, da.VersionedHashes)
			if err != nil || len(opening) != 1 || opening[0].VersionedHash != da.VersionedHashes[0] {
				t.Fatalf("%v, %v", opening, err)
			}
			want = rollup.BlobsCommitment(want, opening)
		}
		if r.Output.DACommitment != want {
			t.Errorf("%s: commitment %v, want %v", name, r.Output.DACommitment, want)
		}
		if seen[r.PublicInput] {
			t.Errorf("%s: the public input does not bind the scheme", name)
		}
		seen[r.PublicInput] = true
	}
}

func TestTruncated(t *testing.T) {
	w, _ := collect(t, schemes["blobs"])
	data := w.Encode()
	for n := range data {
		if _, err := witness.Decode(data[:n:n]); !errors.Is(err, rollup.ErrEncoding) && !errors.Is(err, tree.ErrNotCanonical) {
			t.Fatalf("%d of %d bytes: got %v", n, len(data), err)
		}
	}
	if _, err := witness.Decode(append(data, 0)); !errors.Is(err, rollup.ErrEncoding) || !strings.Contains(err.Error(), "1 bytes left") {
		t.Errorf("trailing byte: got %v", err)
	}
}

// TestFlipped: no bit of a witness is free. What is still valid states something else.
func TestFlipped(t *testing.T) {
	w, want := collect(t, schemes["blobs"])
	data := w.Encode()
	accepted := 0
	for i := range data {
		if hashes := 42; i >= hashes && i < hashes+256*32 && i%31 != 0 {
			continue // one byte of every block hash stands for the others
		}
		flipped := bytes.Clone(data)
		flipped[i] ^= 1 << (i % 8)
		r, err := execute(flipped)
		if err == nil {
			accepted++
			if r.PublicInput == want.PublicInput {
				t.Errorf("byte %d of %d is free", i, len(data))
			}
		}
	}
	if accepted < 300 {
		t.Errorf("only %d changes led to a statement: block hashes alone should", accepted)
	}
}

func TestDecodeRefuses(t *testing.T) {
	const (
		scheme = 1 + 8 + 1 + 8 + 8 + 8 + 8 + 256*32 + 8
		blobs  = scheme + 1
		nodes  = blobs + 1 // length of the tree, for a witness without blobs
	)
	w, _ := collect(t, schemes["calldata"])
	data := w.Encode()
	codes := nodes + 4 + int(binary.BigEndian.Uint32(data[nodes:]))
	blocks := codes + 4
	for _, c := range w.Codes {
		blocks += 4 + len(c.Bytes)
	}
	put32 := func(at int, v uint32) func([]byte) { return func(b []byte) { binary.BigEndian.PutUint32(b[at:], v) } }
	for name, f := range map[string]struct {
		spoil func([]byte)
		text  string
	}{
		"version":                     {func(b []byte) { b[0]++ }, "head"},
		"blobs without blob scheme":   {func(b []byte) { b[blobs] = 1 }, "1 blobs under scheme 3"},
		"blob scheme without blobs":   {func(b []byte) { b[scheme] = byte(rollup.DABlobs) }, "0 blobs under scheme 4"},
		"too many blobs":              {func(b []byte) { b[scheme], b[blobs] = byte(rollup.DABlobs), rollup.MaxBlobs+1 }, "7 blobs"},
		"tree longer than the input":  {put32(nodes, 1<<31), "tree"},
		"codes without end":           {put32(codes, 1<<32-1), "codes"},
		"code longer than the input":  {put32(codes+4, 1<<32-1), "code 0"},
		"blocks without end":          {put32(blocks, 1<<32-1), "blocks"},
		"more blocks than bytes":      {put32(blocks, 9), "block"},
		"transactions without end":    {put32(blocks+4+116, 1<<32-1), "transactions in"},
		"transaction beyond the end":  {put32(blocks+4+120, 1<<32-1), "transaction 0"},
		"fewer blocks than are there": {put32(blocks, 1), "bytes left"},
	} {
		bad := bytes.Clone(data)
		f.spoil(bad)
		if _, err := witness.Decode(bad); !errors.Is(err, rollup.ErrEncoding) || !strings.Contains(err.Error(), f.text) {
			t.Errorf("%s: got %v, want an error with %q", name, err, f.text)
		}
	}
}

func TestCodesAreOrdered(t *testing.T) {
	w, _ := collect(t, schemes["calldata"])
	if len(w.Codes) != 2 {
		t.Fatalf("%d codes", len(w.Codes))
	}
	for name, codes := range map[string][]rollup.Code{
		"descending": {w.Codes[1], w.Codes[0]},
		"twice":      {w.Codes[0], w.Codes[0], w.Codes[1]},
	} {
		bad := *w
		bad.Codes = codes
		if _, err := witness.Decode(bad.Encode()); !errors.Is(err, rollup.ErrEncoding) || !strings.Contains(err.Error(), "not ascending") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// FuzzDecode is best run with -fuzzminimizetime 20x: a witness is long, and making it shorter is not worth a minute each time.
func FuzzDecode(f *testing.F) {
	for _, da := range schemes {
		w, _ := collect(f, da)
		f.Add(w.Encode())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := witness.Decode(data)
		if err != nil {
			if !errors.Is(err, rollup.ErrEncoding) && !errors.Is(err, tree.ErrNotCanonical) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		if !bytes.Equal(w.Encode(), data) {
			t.Fatal("one witness has two encodings")
		}
		// The gas limit bounds the work of a block; a witness may legitimately ask for much.
		if w.Config.BlockGasLimit > 10_000_000 || len(w.Blocks) > 4 {
			return
		}
		if r, err := witness.Execute(w); (err == nil) == (r == nil) {
			t.Fatalf("%v, %v", r, err)
		}
	})
}

package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestFalseWitness: the guest refuses a changed witness for the reason that the native run gives, or states something that is not the honest public input.
func TestFalseWitness(t *testing.T) {
	p, c := program(t), chain(t)
	raws := append(c.each(2, 0, transfer), c.each(2, 1, tokenTransfer)...)
	honest, err := c.collect(validium, c.blocks(raws, 4))
	if err != nil {
		t.Fatal(err)
	}
	data := honest.Encode()
	want, err := runBoth(p, data, rv64.Limits{})
	if err != nil || want.err != nil {
		t.Fatal(err, want.err)
	}
	for name, f := range map[string]struct {
		spoil func(*witness.Witness) []byte
		want  error  // nil: another statement
		text  string // in the reason
	}{
		"empty input":    {func(*witness.Witness) []byte { return nil }, rollup.ErrEncoding, "head"},
		"cut off":        {func(*witness.Witness) []byte { return data[:len(data)-1] }, rollup.ErrEncoding, "transaction 3"},
		"trailing byte":  {func(*witness.Witness) []byte { return append(bytes.Clone(data), 0) }, rollup.ErrEncoding, "1 bytes left"},
		"digest changed": {flipNode(data), nil, ""},
		"state missing":  {withTree(&tree.Tree{}), stf.ErrInvalidBlock, "insufficient funds"},
		"root only":      {rootOnly, tree.ErrOpaque, ""},
		"code missing":   {func(w *witness.Witness) []byte { w.Codes = nil; return w.Encode() }, state.ErrUnknownCode, ""},
		"code changed": {func(w *witness.Witness) []byte {
			for i := range w.Codes {
				w.Codes[i].Bytes = append(bytes.Clone(w.Codes[i].Bytes), 0)
			}
			return w.Encode()
		}, state.ErrUnknownCode, ""},
		"block missing":       {func(w *witness.Witness) []byte { w.Blocks = nil; return w.Encode() }, witness.ErrEmptyBatch, ""},
		"block number":        {env(func(e *rollup.BlockEnv) { e.Number++ }), stf.ErrInvalidBlock, "number 1002 on top of 1000"},
		"block time":          {env(func(e *rollup.BlockEnv) { e.Timestamp = 5 }), stf.ErrInvalidBlock, "timestamp 5"},
		"block randao":        {env(func(e *rollup.BlockEnv) { e.PrevRandao[0] ^= 1 }), nil, ""},
		"signature":           {func(w *witness.Witness) []byte { w.Blocks[0].Txs[3] = flipLast(w.Blocks[0].Txs[3]); return w.Encode() }, tree.ErrOpaque, ""}, // another sender
		"transaction missing": {func(w *witness.Witness) []byte { w.Blocks[0].Txs = w.Blocks[0].Txs[:3]; return w.Encode() }, nil, ""},
		"block hash":          {func(w *witness.Witness) []byte { w.Before.BlockHashes[7][0] ^= 1; return w.Encode() }, nil, ""},
		"settlement chain":    {func(w *witness.Witness) []byte { w.SettlementChainID = 2; return w.Encode() }, nil, ""},
		"fork":                {func(w *witness.Witness) []byte { w.Config.Fork = rollup.ForkPrague; return w.Encode() }, nil, ""},
		"unknown fork":        {func(w *witness.Witness) []byte { w.Config.Fork = 9; return w.Encode() }, nil, "unknown fork 9"},
		"scheme":              {func(w *witness.Witness) []byte { w.DA.Scheme = 2; return w.Encode() }, rollup.ErrEncoding, "scheme 2"},
		"blob too many": {func(w *witness.Witness) []byte {
			w.DA = witness.DA{Scheme: rollup.DABlobs, VersionedHashes: make([]common.Hash, 2)}
			return w.Encode()
		}, rollup.ErrEncoding, "2 versioned hashes for 1 blobs"},
	} {
		w, err := witness.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := runBoth(p, f.spoil(w), rv64.Limits{})
		refused := f.want != nil || f.text != ""
		switch {
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case refused && (got.err == nil || f.want != nil && !errors.Is(got.err, f.want) || !strings.Contains(got.err.Error(), f.text)):
			t.Errorf("%s: got %v, want %v with %q", name, got.err, f.want, f.text)
		case !refused && got.err != nil:
			t.Errorf("%s: %v", name, got.err)
		case !refused && got.native.PublicInput == want.native.PublicInput:
			t.Errorf("%s: the honest public input", name)
		}
	}
}

func env(change func(*rollup.BlockEnv)) func(*witness.Witness) []byte {
	return func(w *witness.Witness) []byte { change(&w.Blocks[0].Env); return w.Encode() }
}

func withTree(t *tree.Tree) func(*witness.Witness) []byte {
	return func(w *witness.Witness) []byte { w.Tree = t; return w.Encode() }
}

// rootOnly leaves nothing of the tree but its digest, so the state before is the honest one.
func rootOnly(w *witness.Witness) []byte {
	w.Tree = tree.FromNode(tree.Unloaded(w.Tree.Root(), 0), nil)
	return w.Encode()
}

// flipNode changes the first digest of the tree whose place is known: that of a neighbour nobody reads.
func flipNode(data []byte) func(*witness.Witness) []byte {
	return func(w *witness.Witness) []byte {
		alone := tree.FromNode(neighbour(w.Tree.RootNode()), nil).Encode()
		digest := alone[len(alone)-tree.DigestBytes:]
		out := bytes.Clone(data)
		out[bytes.Index(data, digest)] ^= 1
		return out
	}
}

// neighbour is the first opaque node.
func neighbour(n *tree.Node) *tree.Node {
	if n == nil || n.Entry() != nil {
		return nil
	}
	if !n.IsBranch() {
		return n
	}
	left, right, _ := n.Children()
	if found := neighbour(left); found != nil {
		return found
	}
	return neighbour(right)
}

func flipLast(tx []byte) []byte {
	out := bytes.Clone(tx)
	out[len(out)-1] ^= 1
	return out
}

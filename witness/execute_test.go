package witness_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
)

// without returns the tree with its k-th known node opaque and false when there are fewer; the root stays.
func without(t testing.TB, whole *tree.Tree, k int) (*tree.Tree, bool) {
	t.Helper()
	left := k
	var prune func(n *tree.Node) *tree.Node
	prune = func(n *tree.Node) *tree.Node {
		if n == nil || !n.IsBranch() && n.Entry() == nil {
			return n
		}
		if left--; left == -1 {
			return tree.Unloaded(n.Hash(), 0)
		}
		if !n.IsBranch() {
			return n
		}
		l, r, _ := n.Children()
		return tree.Branch(n.Hash(), prune(l), prune(r))
	}
	pruned, err := tree.Decode(tree.FromNode(prune(whole.RootNode()), nil).Encode())
	if err != nil {
		t.Fatal(err)
	}
	if pruned.Root() != whole.Root() {
		t.Fatal("the root changed")
	}
	return pruned, left < 0
}

// TestMissingNode: every node of a collected witness is needed, and its absence is noticed.
func TestMissingNode(t *testing.T) {
	w, _ := collect(t, schemes["validium"])
	data := w.Encode()
	for k := 0; ; k++ {
		cut, err := witness.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		var found bool
		if cut.Tree, found = without(t, cut.Tree, k); !found {
			if k < 20 {
				t.Errorf("only %d nodes", k)
			}
			return
		}
		if _, err := execute(cut.Encode()); !errors.Is(err, tree.ErrOpaque) {
			t.Errorf("without node %d: got %v", k, err)
		}
	}
}

// TestForgedState: a changed account, slot or code is another state before, or no code at all.
func TestForgedState(t *testing.T) {
	honest, want := collect(t, schemes["validium"])
	c := newTestChain(t)
	for name, forge := range map[string]func(statetest.Alloc){
		"balance":                   func(a statetest.Alloc) { a[crypto.PubkeyToAddress(c.key.PublicKey)].Balance.SetUint64(1 << 61) },
		"slot":                      func(a statetest.Alloc) { a[deleter].Storage[common.Hash{31: 1}] = common.Hash{9} },
		"slot that nobody reads":    func(a statetest.Alloc) { a[deleter].Storage[common.Hash{31: 2}] = common.Hash{9} },
		"account that nobody reads": func(a statetest.Alloc) { a[common.Address{29, 1}].Balance.SetUint64(8) },
	} {
		forged := newTestChain(t)
		forge(forged.alloc)
		whole, err := witnesstest.Tree(forged.alloc)
		if err != nil {
			t.Fatal(err)
		}
		w := *honest
		w.Tree = whole
		r, err := execute(w.Encode())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r.Before == want.Before || r.PublicInput == want.PublicInput {
			t.Errorf("%s: the forged state has the honest commitment", name)
		}
	}
}

// TestForgedKind: a leaf of the other kind under a key of the state is no state.
func TestForgedKind(t *testing.T) {
	c := newTestChain(t)
	slot := tree.SlotEntry(deleter, [32]byte{31: 1}, [32]byte{1})
	slot.Key = tree.AccountKey(crypto.PubkeyToAddress(c.key.PublicKey))
	account := tree.AccountEntry(deleter, state.Account{Nonce: 1})
	account.Key = tree.SlotKey(deleter, [32]byte{31: 1})
	for name, forged := range map[string]tree.Entry{"slot for an account": slot, "account for a slot": account} {
		w, _ := collect(t, schemes["validium"])
		if err := w.Tree.Update([]tree.Entry{forged}); err != nil {
			t.Fatal(err)
		}
		if _, err := execute(w.Encode()); !errors.Is(err, tree.ErrKind) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestForgedCode(t *testing.T) {
	honest, want := collect(t, schemes["validium"])
	with := func(codes ...[]byte) *witness.Witness {
		w, err := witness.Decode(honest.Encode())
		if err != nil {
			t.Fatal(err)
		}
		alloc := statetest.Alloc{}
		for i, c := range codes {
			alloc[common.Address{byte(i)}] = &statetest.AllocAccount{Code: c}
		}
		w.Codes = witnesstest.Codes(alloc)
		return w
	}
	evil := common.FromHex("60016000555f5f5500")
	for name, w := range map[string]*witness.Witness{
		"replaced": with(storeCode, evil), "missing": with(clearCode), "none": with(),
	} {
		if _, err := execute(w.Encode()); !errors.Is(err, state.ErrUnknownCode) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	// The hash in memory is not trusted either: it is not part of the encoding.
	named := with(clearCode, evil)
	for i := range named.Codes {
		if string(named.Codes[i].Bytes) == string(evil) {
			named.Codes[i].Hash = crypto.Keccak256Hash(storeCode)
		}
	}
	if _, err := execute(named.Encode()); err == nil {
		t.Error("code under a forged hash was accepted")
	}
	// A code that nobody asks for changes nothing.
	if r, err := execute(with(storeCode, clearCode, evil).Encode()); err != nil || r.PublicInput != want.PublicInput {
		t.Errorf("superfluous code: %v", err)
	}
}

func TestInvalidBatch(t *testing.T) {
	for name, f := range map[string]struct {
		spoil func(*witness.Witness)
		want  error
		text  string
	}{
		"no blocks":            {func(w *witness.Witness) { w.Blocks = nil }, witness.ErrEmptyBatch, ""},
		"first block missing":  {func(w *witness.Witness) { w.Blocks = w.Blocks[1:] }, stf.ErrInvalidBlock, "number 7 on top of 5"},
		"block twice":          {func(w *witness.Witness) { w.Blocks[1] = w.Blocks[0] }, stf.ErrInvalidBlock, "number 6 on top of 6"},
		"blocks exchanged":     {func(w *witness.Witness) { w.Blocks[0], w.Blocks[1] = w.Blocks[1], w.Blocks[0] }, stf.ErrInvalidBlock, "number 7 on top of 5"},
		"number":               {func(w *witness.Witness) { w.Blocks[0].Env.Number = 0 }, stf.ErrInvalidBlock, "number 0"},
		"time goes back":       {func(w *witness.Witness) { w.Blocks[0].Env.Timestamp = 1009 }, stf.ErrInvalidBlock, "timestamp 1009"},
		"time in the batch":    {func(w *witness.Witness) { w.Blocks[0].Env.Timestamp = 1013 }, stf.ErrInvalidBlock, "timestamp 1012"},
		"gas limit":            {func(w *witness.Witness) { w.Blocks[0].Env.GasLimit++ }, stf.ErrInvalidBlock, "gas limit"},
		"pubdata price":        {func(w *witness.Witness) { w.Blocks[0].Env.GasPerPubdata = 1001 }, stf.ErrInvalidBlock, "gas per pubdata"},
		"base fee above cap":   {func(w *witness.Witness) { w.Blocks[0].Env.BaseFee.SetUint64(5001) }, stf.ErrInvalidBlock, "max fee"},
		"transaction order":    {func(w *witness.Witness) { x := w.Blocks[0].Txs; x[0], x[1] = x[1], x[0] }, stf.ErrInvalidBlock, "out of order"},
		"transaction missing":  {func(w *witness.Witness) { w.Blocks[0].Txs = w.Blocks[0].Txs[:1] }, stf.ErrInvalidBlock, "nonce too high"},
		"transaction replayed": {func(w *witness.Witness) { x := w.Blocks[1].Txs; x[1] = x[0] }, stf.ErrInvalidBlock, "nonce too low"},
		"transaction of bytes": {func(w *witness.Witness) { w.Blocks[1].Txs[0] = []byte{0xff} }, stf.ErrInvalidBlock, ""},
		"fork zero":            {func(w *witness.Witness) { w.Config.Fork = 0 }, nil, "unknown fork 0"},
		"unknown fork":         {func(w *witness.Witness) { w.Config.Fork = 200 }, nil, "unknown fork 200"},
		"chain zero":           {func(w *witness.Witness) { w.Config.ChainID = 0 }, nil, "chain id is zero"},
		"other chain":          {func(w *witness.Witness) { w.Config.ChainID = 778 }, stf.ErrInvalidBlock, "chain id"},
		"no scheme":            {func(w *witness.Witness) { w.DA = witness.DA{} }, rollup.ErrEncoding, "scheme 0"},
		"unknown scheme":       {func(w *witness.Witness) { w.DA = witness.DA{Scheme: 2} }, rollup.ErrEncoding, "scheme 2"},
		"two hashes, one blob": {func(w *witness.Witness) { w.DA.VersionedHashes = append(w.DA.VersionedHashes, common.Hash{2}) }, rollup.ErrEncoding, "2 versioned hashes for 1 blobs"},
	} {
		w, _ := collect(t, schemes["blobs"])
		f.spoil(w)
		_, err := execute(w.Encode())
		if err == nil || f.want != nil && !errors.Is(err, f.want) || !strings.Contains(err.Error(), f.text) {
			t.Errorf("%s: got %v, want %v with %q", name, err, f.want, f.text)
		}
	}
}

// TestStatementBinds: what the sequencer may choose freely still shows in the public input.
func TestStatementBinds(t *testing.T) {
	_, honest := collect(t, schemes["validium"])
	for name, change := range map[string]func(*witness.Witness){
		"settlement chain": func(w *witness.Witness) { w.SettlementChainID++ },
		"scheme":           func(w *witness.Witness) { w.DA.Scheme = rollup.DACalldata },
		"coinbase":         func(w *witness.Witness) { w.Blocks[1].Env.Coinbase[1] ^= 1 },
		"randao":           func(w *witness.Witness) { w.Blocks[1].Env.PrevRandao[1] ^= 1 },
		"time":             func(w *witness.Witness) { w.Blocks[1].Env.Timestamp++ },
		"gas limit":        func(w *witness.Witness) { w.Blocks[1].Env.GasLimit-- },
		"pubdata price":    func(w *witness.Witness) { w.Blocks[1].Env.GasPerPubdata++ },
		"last transaction": func(w *witness.Witness) { w.Blocks[1].Txs = w.Blocks[1].Txs[:1] },
		"block limit":      func(w *witness.Witness) { w.Config.BlockGasLimit++ },
		"pubdata limit":    func(w *witness.Witness) { w.Config.MaxGasPerPubdata++ },
		"block hash":       func(w *witness.Witness) { w.Before.BlockHashes[250][3] ^= 1 },
	} {
		w, _ := collect(t, schemes["validium"])
		c := newTestChain(t)
		whole, err := witnesstest.Tree(c.alloc)
		if err != nil {
			t.Fatal(err)
		}
		w.Tree, w.Codes = whole, witnesstest.Codes(c.alloc)
		change(w)
		r, err := execute(w.Encode())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if r.PublicInput == honest.PublicInput {
			t.Errorf("%s is not bound", name)
		}
	}
}

func TestCollectRefuses(t *testing.T) {
	c := newTestChain(t)
	whole, err := witnesstest.Tree(c.alloc)
	if err != nil {
		t.Fatal(err)
	}
	w := &witness.Witness{Config: c.config, Before: c.before, DA: schemes["validium"]}
	if _, err := witness.Collect(w, c.alloc, witnesstest.Prover{Tree: whole}, nil); !errors.Is(err, witness.ErrEmptyBatch) {
		t.Errorf("got %v", err)
	}
	blocks := c.blocks(t)
	blocks[0].Env.Number = 9
	if _, err := witness.Collect(w, c.alloc, witnesstest.Prover{Tree: whole}, blocks); !errors.Is(err, stf.ErrInvalidBlock) {
		t.Errorf("got %v", err)
	}
}

func TestOpenBlobsRefuses(t *testing.T) {
	if _, err := witness.OpenBlobs(make([]byte, rollup.MaxBlobPubdata+1), make([]common.Hash, rollup.MaxBlobs)); err == nil {
		t.Error("pubdata beyond the blobs was accepted")
	}
	if _, err := witness.OpenBlobs([]byte{1}, nil); !errors.Is(err, rollup.ErrEncoding) {
		t.Errorf("got %v", err)
	}
}

package rollup

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

func TestLogProofs(t *testing.T) {
	for _, n := range []int{1, 2, 3, 8, 13, 1000} {
		leaves := make([]common.Hash, n)
		for i := range leaves {
			l := MessageLog(uint16(i), L2BaseTokenAddress, keccak(word(uint64(i))))
			leaves[i] = l.Hash()
		}
		root := L2LogsRoot(leaves)
		for _, i := range []int{0, n / 2, n - 1} {
			proof, err := LogProof(leaves, i)
			if err != nil {
				t.Fatal(err)
			}
			if !VerifyLogProof(root, leaves[i], i, proof) {
				t.Fatalf("leaf %d of %d: honest proof refused", i, n)
			}
			for k := range proof {
				forged := append([]common.Hash(nil), proof...)
				forged[k][31] ^= 1
				if VerifyLogProof(root, leaves[i], i, forged) {
					t.Fatalf("leaf %d of %d: forged element %d accepted", i, n, k)
				}
			}
			wrongIndex := VerifyLogProof(root, leaves[i], i^1, proof)
			truncated := VerifyLogProof(root, leaves[i], i, proof[:len(proof)-1])
			wrongLeaf := VerifyLogProof(root, keccak(leaves[i][:]), i, proof)
			if wrongIndex || truncated || wrongLeaf {
				t.Fatalf("leaf %d of %d: wrong index %v, truncated %v, wrong leaf %v", i, n, wrongIndex, truncated, wrongLeaf)
			}
		}
		if _, err := LogProof(leaves, n); err == nil {
			t.Fatal("proof of a leaf that is not there")
		}
	}
	// The default leaf is published by ZKsync (zksync.md section 1.3: 0x72abee45…43ba).
	if got := emptySubtrees[0].Hex(); got[:10] != "0x72abee45" || got[62:] != "43ba" {
		t.Fatalf("empty leaf %s", got)
	}
}

func TestChainStateWindow(t *testing.T) {
	var s ChainState
	s.Push(0, 10, keccak([]byte("genesis")))
	first := s.Commitment()
	for n := uint64(1); n <= 300; n++ {
		s.Push(n, 10+n, keccak(word(n)))
	}
	for _, c := range []struct {
		number uint64
		want   common.Hash
	}{{300, keccak(word(300))}, {45, keccak(word(45))}, {44, common.Hash{}}, {301, common.Hash{}}} {
		if got := s.BlockHash(c.number); got != c.want {
			t.Errorf("hash of block %d: %v, want %v", c.number, got, c.want)
		}
	}
	seen := map[common.Hash]bool{first: true, s.Commitment(): true}
	for _, change := range []func(*ChainState){
		func(s *ChainState) { s.TreeRoot[0]++ }, func(s *ChainState) { s.LastBlock++ }, func(s *ChainState) { s.LastTimestamp++ },
		func(s *ChainState) { s.BlockHashes[0][0]++ }, func(s *ChainState) { s.BlockHashes[255][31]++ },
	} {
		c := s
		change(&c)
		if h := c.Commitment(); seen[h] {
			t.Errorf("commitment does not bind a field: %v", h)
		} else {
			seen[h] = true
		}
	}
}

// Every field of a batch output reaches the public input, and so do both states and the configuration.
func TestPublicInputBindsEverything(t *testing.T) {
	base := BatchOutput{ChainID: 1}
	seen := map[common.Hash]int{base.Hash(): -1}
	for i, change := range []func(*BatchOutput){
		func(o *BatchOutput) { o.ChainID++ }, func(o *BatchOutput) { o.FirstBlockTimestamp++ }, func(o *BatchOutput) { o.LastBlockTimestamp++ },
		func(o *BatchOutput) { o.DAScheme++ }, func(o *BatchOutput) { o.DACommitment[0]++ }, func(o *BatchOutput) { o.NumL1Txs++ },
		func(o *BatchOutput) { o.NumL2Txs++ }, func(o *BatchOutput) { o.PriorityOpsHash[0]++ }, func(o *BatchOutput) { o.L2LogsRoot[0]++ },
		func(o *BatchOutput) { o.UpgradeTxHash[0]++ }, func(o *BatchOutput) { o.DependencyRootsHash[0]++ }, func(o *BatchOutput) { o.SettlementChainID++ },
	} {
		o := base
		change(&o)
		if j, dup := seen[o.Hash()]; dup {
			t.Errorf("changes %d and %d give the same hash", i, j)
		}
		seen[o.Hash()] = i
	}
	var zero common.Hash
	pi := PublicInput(zero, zero, zero, zero)
	for i := range 4 {
		in := [4]common.Hash{}
		in[i][31] = 1
		if PublicInput(in[0], in[1], in[2], in[3]) == pi {
			t.Errorf("argument %d is not bound", i)
		}
	}
	all := common.Hash(bytes.Repeat([]byte{0xff}, 32))
	if got := fitField(all); got[0] != 0x1f || got[1] != 0xff {
		t.Errorf("fitField keeps %x", got)
	}
	if a, b := RollPublicInputs([]common.Hash{pi, all}), RollPublicInputs([]common.Hash{all, pi}); a == b || RollPublicInputs([]common.Hash{pi}) != pi {
		t.Errorf("rolling does not bind the order")
	}
}

func TestBlockEncoding(t *testing.T) {
	b := &Block{Env: BlockEnv{Number: 7, Timestamp: 8, GasLimit: 9, GasPerPubdata: 10, Coinbase: common.HexToAddress("0xc0"), PrevRandao: keccak()}, Txs: [][]byte{{2, 3}, {}, {0x7f}}}
	b.Env.BaseFee.SetUint64(1e9)
	enc := AppendBlock(nil, b)
	back, rest, err := DecodeBlock(append(bytes.Clone(enc), 0xaa))
	if err != nil || len(rest) != 1 || !bytes.Equal(AppendBlock(nil, back), enc) || back.Env != b.Env {
		t.Fatalf("round trip: %+v, rest %x, error %v", back, rest, err)
	}
	for i := range enc {
		if _, _, err := DecodeBlock(enc[:i]); !errors.Is(err, ErrEncoding) {
			t.Fatalf("truncated to %d bytes: error %v", i, err)
		}
	}
	if p, err := GasPerPubdataOfExtra(HeaderExtra(77)); p != 77 || err != nil {
		t.Fatalf("extra data: %d, %v", p, err)
	}
	for _, extra := range [][]byte{nil, {1}, append([]byte{2}, make([]byte, 8)...), make([]byte, 10)} {
		if _, err := GasPerPubdataOfExtra(extra); !errors.Is(err, ErrEncoding) {
			t.Fatalf("extra data %x: error %v", extra, err)
		}
	}
}

func FuzzDecodeBlock(f *testing.F) {
	f.Add(AppendBlock(nil, &Block{Txs: [][]byte{{1, 2, 3}}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, rest, err := DecodeBlock(data)
		if err == nil && !bytes.Equal(append(AppendBlock(nil, b), rest...), data) {
			t.Fatalf("%x does not round trip", data)
		}
	})
}

func TestBlobPacking(t *testing.T) {
	for _, n := range []int{0, 1, 27, 28, BlobPayload - 4, BlobPayload - 3, MaxBlobPubdata} {
		data := bytes.Repeat([]byte{0xee}, n)
		blobs, err := PackBlobs(data)
		if err != nil {
			t.Fatal(err)
		}
		if want := (n + 4 + BlobPayload - 1) / BlobPayload; len(blobs) != want {
			t.Fatalf("%d bytes: %d blobs, want %d", n, len(blobs), want)
		}
		back, err := UnpackBlobs(blobs)
		if err != nil || !bytes.Equal(back, data) {
			t.Fatalf("%d bytes: error %v", n, err)
		}
	}
	if _, err := PackBlobs(make([]byte, MaxBlobPubdata+1)); err == nil {
		t.Fatal("pubdata above the capacity accepted")
	}
	fresh := func() [][]byte { b, _ := PackBlobs([]byte("pubdata")); return b }
	for name, blobs := range map[string][][]byte{
		"none": nil, "superfluous blob": append(fresh(), make([]byte, BlobSize)), "short blob": {make([]byte, BlobSize-1)},
		"padding": func() [][]byte { b := fresh(); b[0][BlobSize-1] = 1; return b }(), "top byte": func() [][]byte { b := fresh(); b[0][0] = 1; return b }(),
		"length": func() [][]byte { b := fresh(); b[0][1] = 0xff; return b }(),
	} {
		if _, err := UnpackBlobs(blobs); !errors.Is(err, ErrEncoding) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzUnpackBlobs(f *testing.F) {
	blobs, _ := PackBlobs([]byte("pubdata"))
	f.Add(blobs[0][:64])
	f.Fuzz(func(t *testing.T, head []byte) {
		blob := make([]byte, BlobSize)
		copy(blob, head)
		data, err := UnpackBlobs([][]byte{blob})
		if err != nil {
			return
		}
		again, err := PackBlobs(data)
		if err != nil || !bytes.Equal(again[0], blob) {
			t.Fatal("not canonical")
		}
	})
}

func TestChainConfig(t *testing.T) {
	good := ChainConfig{ChainID: 271, Fork: ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 800}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	seen := map[common.Hash]bool{good.Hash(): true}
	for _, change := range []func(*ChainConfig){
		func(c *ChainConfig) { c.ChainID++ }, func(c *ChainConfig) { c.Fork-- }, func(c *ChainConfig) { c.BlockGasLimit++ }, func(c *ChainConfig) { c.MaxGasPerPubdata++ },
	} {
		c := good
		change(&c)
		if seen[c.Hash()] {
			t.Errorf("hash does not bind %+v", c)
		}
		seen[c.Hash()] = true
	}
	for _, bad := range []ChainConfig{{}, {ChainID: 1, BlockGasLimit: 1}, {ChainID: 1, Fork: 4, BlockGasLimit: 1}, {ChainID: 1, Fork: 1}} {
		if bad.Check() == nil {
			t.Errorf("accepted %+v", bad)
		}
	}
	if r := good.EVM().Rules(common.Big1, true, 0); !r.IsOsaka || !r.IsPrague {
		t.Error("Osaka rules are not active")
	}
}

package operator

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

var chainAddress = common.Address{0xc}

func sampleBatch(n uint64, scheme rollup.DAScheme) Committed {
	return Committed{
		Number: n, StateAfter: common.Hash{1, byte(n)}, FirstBlock: 10 * n, LastBlock: 10*n + 9, DAInput: []byte{1, 2, 3},
		Output: rollup.BatchOutput{
			ChainID: 271, FirstBlockTimestamp: 5, LastBlockTimestamp: 6, DAScheme: scheme, DACommitment: common.Hash{2}, NumL1Txs: 3, NumL2Txs: 4,
			PriorityOpsHash: common.Hash{5}, L2LogsRoot: common.Hash{6}, UpgradeTxHash: common.Hash{7}, DependencyRootsHash: common.Hash{8}, SettlementChainID: 31337,
		},
	}
}

func sampleCommit(t testing.TB) ([]byte, *Commitment) {
	t.Helper()
	last := rollup.GenesisBatch(common.Hash{9})
	want := &Commitment{Chain: chainAddress, Last: last, Batches: []Committed{sampleBatch(1, rollup.DACalldata), sampleBatch(2, rollup.DAValidium)}}
	enc, err := Commit(chainAddress, &last, want.Batches)
	if err != nil {
		t.Fatal(err)
	}
	return enc, want
}

func TestCommitRoundTrip(t *testing.T) {
	enc, want := sampleCommit(t)
	got, err := DecodeCommit(enc)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestStoredHashIsTheABIsHash(t *testing.T) {
	b := sampleBatch(7, rollup.DABlobs)
	s := b.Stored()
	enc, err := arguments.Methods[executeCall].Inputs.Pack([]abiStored{toStored(&s)})
	if err != nil {
		t.Fatal(err)
	}
	if crypto.Keccak256Hash(enc[64:]) != s.Hash() { // after offset and length of the list
		t.Error("rollup hashes something else than L1 stores")
	}
}

func TestSelectors(t *testing.T) {
	for name, signature := range map[string]string{
		commitCall: "commitBatchesSharedBridge(address,uint256,uint256,bytes)", proveCall: "proveBatchesSharedBridge(address,uint256,uint256,bytes)",
		executeCall: "executeBatchesSharedBridge(address,uint256,uint256,bytes)", revertCall: "revertBatchesSharedBridge(address,uint256)",
	} {
		if got := contract.Methods[name].Sig; got != signature {
			t.Errorf("%s is %s", name, got)
		}
	}
	if calls, err := Prove(chainAddress, &rollup.StoredBatchInfo{}, nil, nil); err == nil {
		t.Errorf("proof of nothing: %x", calls)
	}
}

func TestDecodeCommitRefuses(t *testing.T) {
	enc, _ := sampleCommit(t)
	for name, change := range map[string]func(b []byte) []byte{
		"empty":          func([]byte) []byte { return nil },
		"other call":     func(b []byte) []byte { b[0] ^= 1; return b },
		"truncated":      func(b []byte) []byte { return b[:len(b)-32] },
		"trailing bytes": func(b []byte) []byte { return append(b, make([]byte, 32)...) },
		"other range":    func(b []byte) []byte { b[4+63]++; return b },
		"data version":   func(b []byte) []byte { b[4+5*32]++; return b },
		"no data":        func(b []byte) []byte { copy(b[4+4*32:], make([]byte, 32)); return b },
	} {
		if _, err := DecodeCommit(change(append([]byte(nil), enc...))); !errors.Is(err, rollup.ErrEncoding) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestPublished(t *testing.T) {
	blobInput := func(n int) []byte { return make([]byte, 32+128*n) }
	c := &Commitment{Batches: []Committed{sampleBatch(1, rollup.DABlobs), sampleBatch(2, rollup.DACalldata), sampleBatch(3, rollup.DABlobs)}}
	c.Batches[0].DAInput, c.Batches[2].DAInput = blobInput(2), blobInput(1)
	hashes := []common.Hash{{1}, {2}, {3}}
	for i, want := range [][]common.Hash{{{1}, {2}}, {}, {{3}}} {
		p, err := c.Published(i, hashes)
		if err != nil || len(p.VersionedHashes) != len(want) || (len(want) > 0 && p.VersionedHashes[0] != want[0]) {
			t.Errorf("batch %d: %+v, %v", i, p, err)
		}
	}
	if _, err := c.Published(2, hashes[:2]); !errors.Is(err, rollup.ErrEncoding) {
		t.Errorf("a blob is missing: %v", err)
	}
}

func priorityLog(t testing.TB, tx *rollup.CanonicalTx) *types.Log {
	t.Helper()
	log := PriorityRequestLog(tx, 99)
	return &log
}

func samplePriority() *rollup.CanonicalTx {
	return &rollup.CanonicalTx{
		Type: rollup.PriorityTxType, From: common.Address{1}, To: common.Address{2}, GasLimit: 3, GasPerPubdataLimit: 800, MaxFeePerGas: *uint256.NewInt(4),
		Nonce: 5, Value: *uint256.NewInt(6), ToMint: *uint256.NewInt(7), RefundRecipient: common.Address{8}, Data: []byte{9},
	}
}

func TestPriorityRequest(t *testing.T) {
	tx := samplePriority()
	e, err := DecodeEvent(priorityLog(t, tx))
	if err != nil || e.Kind != PriorityRequest || e.Operation.ID != 5 || e.Operation.Hash != tx.Hash() || !reflect.DeepEqual(e.Operation.Tx, tx) {
		t.Fatalf("%+v, %v", e, err)
	}
	changed := priorityLog(t, tx)
	changed.Data[31]++ // the number
	if _, err := DecodeEvent(changed); !errors.Is(err, rollup.ErrEncoding) || !strings.Contains(err.Error(), "hash or number") {
		t.Errorf("other number: %v", err)
	}
	changed = priorityLog(t, tx)
	changed.Data[63]++ // the hash
	if _, err := DecodeEvent(changed); !errors.Is(err, rollup.ErrEncoding) {
		t.Errorf("other hash: %v", err)
	}
}

func TestBatchEvents(t *testing.T) {
	n := func(x uint64) common.Hash { return common.BigToHash(word(x)) }
	revert := append(append(n(4).Bytes(), n(3).Bytes()...), n(2).Bytes()...)
	for name, c := range map[string]struct {
		log  types.Log
		want Event
	}{
		"BlockCommit":        {types.Log{Topics: []common.Hash{{}, n(7), {1}, {2}}}, Event{Kind: BatchCommitted, First: 7, Last: 7, StateCommitment: common.Hash{1}, OutputHash: common.Hash{2}}},
		"BlockExecution":     {types.Log{Topics: []common.Hash{{}, n(7), {1}, {2}}}, Event{Kind: BatchExecuted, First: 7, Last: 7, StateCommitment: common.Hash{1}, OutputHash: common.Hash{2}}},
		"BlocksVerification": {types.Log{Topics: []common.Hash{{}, n(7), n(9)}}, Event{Kind: BatchesProven, First: 8, Last: 9}},
		"BlocksRevert":       {types.Log{Topics: []common.Hash{{}}, Data: revert}, Event{Kind: BatchesReverted, Last: 4}},
	} {
		c.log.Topics[0] = contract.Events[name].ID
		e, err := DecodeEvent(&c.log)
		if err != nil || *e != c.want {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
		c.log.Topics = c.log.Topics[:len(c.log.Topics)-1]
		c.log.Data = nil
		if _, err := DecodeEvent(&c.log); !errors.Is(err, rollup.ErrEncoding) {
			t.Errorf("%s with a topic less: %v", name, err)
		}
	}
}

func FuzzDecodeCommit(f *testing.F) {
	enc, _ := sampleCommit(f)
	f.Add(enc)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := DecodeCommit(data)
		if err != nil {
			if !errors.Is(err, rollup.ErrEncoding) {
				t.Fatal(err)
			}
			return
		}
		for i := range c.Batches {
			if _, err := c.Published(i, make([]common.Hash, 6)); err != nil && !errors.Is(err, rollup.ErrEncoding) {
				t.Fatal(err)
			}
		}
	})
}

func FuzzDecodeEvent(f *testing.F) {
	f.Add(byte(0), priorityLog(f, samplePriority()).Data)
	f.Fuzz(func(t *testing.T, which byte, data []byte) {
		topics := Topics()
		log := &types.Log{Topics: []common.Hash{topics[int(which)%len(topics)], {31: 1}, {31: 2}, {31: 3}}, Data: data}
		if _, err := DecodeEvent(log); err != nil && !errors.Is(err, rollup.ErrEncoding) {
			t.Fatal(err)
		}
		log.Topics[0] = contract.Events["NewPriorityRequest"].ID
		if _, err := DecodeEvent(log); err != nil && !errors.Is(err, rollup.ErrEncoding) {
			t.Fatal(err)
		}
	})
}

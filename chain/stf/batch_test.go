package stf_test

import (
	"bytes"
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
)

// threeBlocks builds a chain of three blocks one by one, each on an overlay of those before: priority operations, messages, deployments, and values that come and go.
func threeBlocks(t testing.TB, c *testChain) (results []*stf.BlockResult) {
	t.Helper()
	chain, env, pre := c.chain, c.env, stf.State(c.alloc)
	nonce := uint64(0)
	send := func(to *common.Address, data []byte) *stf.Tx {
		nonce++
		return c.sign(bob, types.DynamicFeeTx{Nonce: nonce - 1, To: to, Gas: 900_000, Data: data, Value: new(big.Int)})
	}
	messenger := rollup.L1MessengerAddress
	deploy := common.FromHex("6460203560005f526005601bf3") // deploys 5 bytes of code
	op := deposit(77)
	op.Data = []byte("x")
	blocks := [][]*stf.Tx{
		{c.operation(t, op), send(&storer, storeData(1, 1)), send(&messenger, []byte("first")), send(nil, deploy)},
		{send(&storer, storeData(1, 0)), send(&storer, storeData(2, 7)), send(nil, deploy), send(&reverter, storeData(1, 1))},
		{send(&messenger, bytes.Repeat([]byte{7}, 100)), send(&storer, storeData(2, 8)), send(&messenger, nil)},
	}
	for _, txs := range blocks {
		b, err := stf.NewBuilder(&c.cfg, env, &chain, pre)
		if err != nil {
			t.Fatal(err)
		}
		for _, tx := range txs {
			mustApply(t, b, tx)
		}
		res, err := b.Finish()
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, res)
		pre = stf.Overlay(pre, &res.Diff)
		chain.Push(env.Number, env.Timestamp, res.Hash)
		env.Number, env.Timestamp = env.Number+1, env.Timestamp+1
	}
	return results
}

func blocksOf(results []*stf.BlockResult) (blocks []*rollup.Block) {
	for _, r := range results {
		blocks = append(blocks, r.Block)
	}
	return blocks
}

func TestBatchIsSumOfBlocks(t *testing.T) {
	c := newTestChain()
	results := threeBlocks(t, c)
	batch, err := stf.ExecuteBatch(&c.cfg, &c.chain, c.alloc, blocksOf(results))
	if err != nil {
		t.Fatal(err)
	}
	post := c.alloc
	chain := c.chain
	for i, r := range results {
		if !reflect.DeepEqual(batch.Blocks[i], withoutDiff(r)) {
			t.Errorf("block %d differs from the one built", i)
		}
		alone, err := stf.ExecuteBlock(&c.cfg, &chain, post, r.Block)
		if err != nil || !reflect.DeepEqual(alone, r) {
			t.Errorf("block %d executed alone differs from the one built (%v)", i, err)
		}
		if post, err = post.After(&r.Diff); err != nil {
			t.Fatal(err)
		}
		chain.Push(r.Block.Env.Number, r.Block.Env.Timestamp, r.Hash)
	}
	if batch.After != chain {
		t.Error("chain state differs")
	}
	net, err := c.alloc.After(&batch.Diff)
	if err != nil || !reflect.DeepEqual(net, post) {
		t.Errorf("net diff does not lead to the state of the blocks (%v)", err)
	}
	for _, a := range batch.Diff.Accounts {
		for _, s := range a.Slots {
			if a.Address == storer && s.Slot == (common.Hash{31: 1}) {
				t.Error("a slot that came back is in the diff")
			}
		}
	}
	if len(batch.Diff.Codes) != 1 {
		t.Errorf("%d codes, want one for two equal contracts", len(batch.Diff.Codes))
	}
	var bare []*stf.BlockResult
	var diffs []*rollup.StateDiff
	for _, r := range results {
		bare, diffs = append(bare, withoutDiff(r)), append(diffs, &r.Diff)
	}
	if merged := stf.Merge(diffs...); !reflect.DeepEqual(merged, batch.Diff) {
		t.Errorf("the merged changes of the blocks are %+v, the batch's are %+v", merged, batch.Diff)
	}
	summary, err := stf.Summarize(&c.cfg, &c.chain, bare, batch.Diff)
	if err != nil || !reflect.DeepEqual(summary, batch) {
		t.Errorf("summary differs (%v)", err)
	}
	checkOutput(t, c, batch)
}

// withoutDiff is a block's result as ExecuteBatch gives it.
func withoutDiff(r *stf.BlockResult) *stf.BlockResult {
	bare := *r
	bare.Diff = rollup.StateDiff{}
	return &bare
}

func checkOutput(t *testing.T, c *testChain, batch *stf.BatchResult) {
	t.Helper()
	o := batch.Output
	op := batch.Blocks[0].Receipts[0].TxHash
	if o.NumL1Txs != 1 || o.NumL2Txs != 10 || o.PriorityOpsHash != rollup.RollingHash([]common.Hash{op}) || o.FirstBlockTimestamp != 1010 || o.LastBlockTimestamp != 1012 ||
		o.ChainID != 777 || o.UpgradeTxHash != (common.Hash{}) || o.L2LogsRoot != rollup.L2LogsRoot(batch.LogLeaves) {
		t.Errorf("output %+v", o)
	}
	long := bytes.Repeat([]byte{7}, 100)
	want := []rollup.L2ToL1Log{
		rollup.PriorityResultLog(0, op, true), rollup.MessageLog(2, bobAddress, crypto.Keccak256Hash([]byte("first"))),
		rollup.MessageLog(8, bobAddress, crypto.Keccak256Hash(long)), rollup.MessageLog(10, bobAddress, crypto.Keccak256Hash(nil)),
	}
	if !reflect.DeepEqual(batch.Pubdata.Logs, want) {
		t.Errorf("logs %+v", batch.Pubdata.Logs)
	}
	if len(batch.Pubdata.Messages) != 3 || string(batch.Pubdata.Messages[0]) != "first" || !bytes.Equal(batch.Pubdata.Messages[1], long) || len(batch.Pubdata.Messages[2]) != 0 {
		t.Errorf("messages %x", batch.Pubdata.Messages)
	}
	decoded, err := rollup.DecodePubdata(batch.Pubdata.Encode(), c.alloc)
	if err != nil || !bytes.Equal(decoded.Encode(), batch.Pubdata.Encode()) {
		t.Errorf("pubdata does not decode to itself: %v", err)
	}
	post, err := c.alloc.After(&decoded.Diff)
	want2, _ := c.alloc.After(&batch.Diff)
	if err != nil || !reflect.DeepEqual(post, want2) {
		t.Errorf("pubdata leads to another state (%v)", err)
	}
	total := uint64(0)
	for _, r := range batch.Blocks {
		total += r.PubdataBytes
	}
	if size := uint64(len(batch.Pubdata.Encode())); size > total+100 {
		t.Errorf("pubdata has %d bytes, transactions were charged for %d", size, total)
	}
}

func TestDeterminism(t *testing.T) {
	c := newTestChain()
	blocks := blocksOf(threeBlocks(t, c))
	var first []byte
	for i := range 5 {
		batch, err := stf.ExecuteBatch(&c.cfg, &c.chain, c.alloc, blocks)
		if err != nil {
			t.Fatal(err)
		}
		out := batch.Output.Hash()
		enc := append(batch.Pubdata.Encode(), out[:]...)
		if i == 0 {
			first = enc
		} else if !bytes.Equal(enc, first) {
			t.Fatal("two runs differ")
		}
	}
}

func TestBatchRejects(t *testing.T) {
	c := newTestChain()
	good := blocksOf(threeBlocks(t, c))
	upgrade := c.operation(t, rollup.CanonicalTx{Type: rollup.UpgradeTxType, From: rollup.ForceDeployerAddress, To: storer, GasLimit: 1_000_000})
	change := func(i int, f func(*rollup.Block)) []*rollup.Block {
		out := append([]*rollup.Block(nil), good...)
		b := *good[i]
		b.Txs = append([][]byte(nil), b.Txs...)
		f(&b)
		out[i] = &b
		return out
	}
	for name, x := range map[string]struct {
		blocks []*rollup.Block
		want   error
	}{
		"no blocks":          {nil, stf.ErrInvalidBlock},
		"gap":                {[]*rollup.Block{good[0], good[2]}, stf.ErrInvalidBlock},
		"time goes back":     {change(1, func(b *rollup.Block) { b.Env.Timestamp = 1009 }), stf.ErrInvalidBlock},
		"missing tx":         {change(0, func(b *rollup.Block) { b.Txs = append(b.Txs[:1], b.Txs[2:]...) }), stf.ErrNonceTooHigh},
		"repeated tx":        {change(0, func(b *rollup.Block) { b.Txs = append(b.Txs, b.Txs[1]) }), stf.ErrNonceTooLow},
		"garbage tx":         {change(0, func(b *rollup.Block) { b.Txs = append(b.Txs, []byte{0xc0}) }), stf.ErrTxEncoding},
		"operation too late": {change(0, func(b *rollup.Block) { b.Txs[0], b.Txs[1] = b.Txs[1], b.Txs[0] }), stf.ErrOrder},
		"upgrade too late":   {change(1, func(b *rollup.Block) { b.Txs = append([][]byte{upgrade.Raw()}, b.Txs...) }), stf.ErrOrder},
	} {
		if _, err := stf.ExecuteBatch(&c.cfg, &c.chain, c.alloc, x.blocks); !errors.Is(err, x.want) || !errors.Is(err, stf.ErrInvalidBlock) {
			t.Errorf("%s: %v, want %v", name, err, x.want)
		}
	}
	withUpgrade := change(0, func(b *rollup.Block) { b.Txs = append([][]byte{upgrade.Raw()}, b.Txs...) })
	batch, err := stf.ExecuteBatch(&c.cfg, &c.chain, c.alloc, withUpgrade)
	if err != nil || batch.Output.UpgradeTxHash != upgrade.Hash() || batch.Output.NumL2Txs != 10 {
		t.Errorf("upgrade: %v %+v", err, batch)
	}
}

// Only L1Messenger's own, well-formed events of successful transactions are messages.
func TestMessagesRejected(t *testing.T) {
	c := newTestChain()
	impostor := common.Address{0x1a}
	c.alloc[impostor] = &statetest.AllocAccount{Nonce: 1, Code: messengerCode}
	r := mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &impostor, Gas: 200_000, Data: []byte("no")}))
	if r.Status != 1 || len(r.Logs) != 1 || len(r.L2ToL1Logs) != 0 || len(r.Messages) != 0 {
		t.Errorf("%+v", r)
	}
	r = mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &rollup.L1MessengerAddress, Gas: 26_000, Data: []byte("yes")}))
	if r.Status != 0 || len(r.L2ToL1Logs) != 0 || len(r.Messages) != 0 {
		t.Errorf("failed transaction: %+v", r)
	}
	r = mustApply(t, c.builder(t), c.sign(alice, types.DynamicFeeTx{To: &rollup.L1MessengerAddress, Gas: 200_000, Data: []byte("yes")}))
	if want := uint64(25+2+5) + rollup.MessageSize(3); r.Status != 1 || len(r.Messages) != 1 || r.PubdataBytes != want {
		t.Errorf("%+v, want %d bytes", r, want)
	}
}

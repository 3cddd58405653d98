package e2e

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/rollup"
)

// noise is data that nothing makes smaller.
func noise(random *rand.ChaCha8, bytes int) []byte {
	data := make([]byte, bytes)
	_, _ = random.Read(data)
	return data
}

// contractOf is the creation code of a contract with this code: PUSH2 length, DUP1, PUSH1 12, PUSH0, CODECOPY, PUSH0, RETURN.
func contractOf(code []byte) []byte {
	n := len(code)
	head := []byte{0x61, byte(n >> 8), byte(n), 0x80, 0x60, 12, 0x5f, 0x39, 0x5f, 0xf3, 0, 0}
	return append(head, code...)
}

// More than one batch can publish is cut into several, in blocks and in batches, and all of them are settled.
func TestMoreThanABatchCanPublish(t *testing.T) {
	t.Parallel()
	d := startDevnet(t, func(c *devnet.Config) {
		c.Scheme, c.BlockTime, c.OnDemand, c.BatchAge = rollup.DACalldata, time.Second, false, 2*time.Second
	})
	u := newUser(t, d.Node.HTTPEndpoint(), 4)
	random := rand.NewChaCha8([32]byte{1})
	var hashes []common.Hash
	for range 12 {
		code := noise(random, 24_000)
		code[0] = 0 // 0xef is refused
		hashes = append(hashes, u.send(types.DynamicFeeTx{Data: contractOf(code), Gas: 16_000_000}))
	}
	for range 4 {
		message := bindings.NewL1Messenger().PackSendToL1(noise(random, 60_000))
		hashes = append(hashes, u.send(types.DynamicFeeTx{To: &rollup.L1MessengerAddress, Data: message, Gas: 16_000_000}))
	}
	var last uint64
	for i, hash := range hashes {
		r := u.fullReceipt(hash)
		if r.Status != 1 {
			t.Fatalf("transaction %d: %+v", i, r)
		}
		last = max(last, u.receipt(hash).BlockNumber.Uint64())
	}
	u.settled(last)
	cut := 0
	for n := uint64(1); n <= uint64(call[hexutil.Uint64](t, u.Client.Client(), "zks_L1BatchNumber")); n++ {
		b := must(d.Node.Store().Batch(n))(t)
		if uint64(len(b.Pubdata)) > rollup.DACalldata.Capacity() {
			t.Errorf("batch %d has %d bytes", n, len(b.Pubdata))
		}
		if strings.Contains(b.Reason, "pubdata") {
			cut++
		}
	}
	if cut < 3 {
		t.Errorf("%d batches were cut by pubdata", cut)
	}
}

// settled waits until the batch with a block is executed on L1.
func (u *user) settled(block uint64) {
	u.t.Helper()
	await(u.t, "the settlement of a block", func() bool {
		details := call[struct{ ExecuteTxHash *common.Hash }](u.t, u.Client.Client(), "zks_getBlockDetails", block)
		return details.ExecuteTxHash != nil
	})
}

// One transaction that no batch can publish is kept out of blocks, its sender can learn why and replace it, and nobody else is held up.
func TestMoreThanAnyBatchCanPublish(t *testing.T) {
	t.Parallel()
	d := startDevnet(t, func(c *devnet.Config) { c.Scheme = rollup.DACalldata })
	u, other := newUser(t, d.Node.HTTPEndpoint(), 5), newUser(t, d.Node.HTTPEndpoint(), 6)
	message := bindings.NewL1Messenger().PackSendToL1(noise(rand.NewChaCha8([32]byte{2}), 115_000))
	tx := types.DynamicFeeTx{Nonce: u.nonce(), To: &rollup.L1MessengerAddress, Data: message, Gas: 90_000_000}
	tooLarge := u.sign(tx)
	if err := u.SendTransaction(t.Context(), tooLarge); err != nil {
		t.Fatal(err)
	}
	await(t, "the reason", func() bool {
		status := call[struct{ Refused string }](t, u.Client.Client(), "ashlar_transactionStatus", tooLarge.Hash())
		return strings.Contains(status.Refused, "writes more than a block can publish")
	})
	other.works()
	tx.GasFeeCap, tx.GasTipCap, tx.Data = new(big.Int).Mul(gwei, big.NewInt(20)), gwei, message[:32]
	smaller := u.sign(tx)
	if err := u.SendTransaction(t.Context(), smaller); err != nil {
		t.Fatal(err)
	}
	u.receipt(smaller.Hash())
	u.works()
}

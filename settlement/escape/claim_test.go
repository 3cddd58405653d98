package escape

import (
	"bytes"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
)

// etherMessage is what 0x800a sends to L1 for a withdrawal.
func etherMessage(to common.Address, wei int64, more ...byte) []byte {
	m := append(etherWithdrawal[:], to[:]...)
	return append(append(m, common.LeftPadBytes(big.NewInt(wei).Bytes(), 32)...), more...)
}

func tokenMessage(t testing.TB, to, token common.Address, units int64) []byte {
	t.Helper()
	transfer, err := transferData.Pack(common.Address{9}, to, token, big.NewInt(units), []byte{1})
	if err != nil {
		t.Fatal(err)
	}
	return append(append(append([]byte{}, tokenWithdrawal[:]...), make([]byte, 64)...), transfer...)
}

// published is a batch with these messages of these senders, and a result of an operation before each; it is given as L1 has it and as it is kept.
func published(senders []common.Address, data [][]byte) (*fetch.Published, *store.SealedBatch) {
	p, b := &fetch.Published{Batch: derive.Batch{Number: 7}, Pubdata: &rollup.Pubdata{Messages: data}}, &store.SealedBatch{}
	for i := range data {
		result := rollup.PriorityResultLog(uint16(i), common.Hash{byte(i)}, true)
		message := rollup.MessageLog(uint16(i), senders[i], crypto.Keccak256Hash(data[i]))
		p.Pubdata.Logs = append(p.Pubdata.Logs, result, message)
		b.LogLeaves = append(b.LogLeaves, result.Hash(), message.Hash())
	}
	b.Number, b.Output.L2LogsRoot = 7, rollup.L2LogsRoot(b.LogLeaves)
	return p, b
}

func TestMessages(t *testing.T) {
	to, token, stranger := common.Address{1}, common.Address{2}, common.Address{3}
	eth, units := rollup.L2BaseTokenAddress, rollup.L2AssetRouterAddress
	p, b := published(
		[]common.Address{stranger, eth, units, units, eth, units, eth},
		[][]byte{etherMessage(to, 1), etherMessage(to, 5), tokenMessage(t, to, token, 6), etherMessage(to, 1), etherMessage(to, 1)[:55], tokenMessage(t, to, token, 1)[:200], etherMessage(to, 7, 1, 2, 3)},
	)
	kept, err := encodeMessages(p)
	if err != nil {
		t.Fatal(err)
	}
	list, err := decodeMessages(kept, b)
	if err != nil || len(list) != 3 {
		t.Fatalf("%+v, %v", list, err)
	}
	for i, want := range []Message{{Leaf: 3, TxNumber: 1, Token: Ether, Amount: big.NewInt(5)}, {Leaf: 5, TxNumber: 2, Token: token, Amount: big.NewInt(6)}, {Leaf: 13, TxNumber: 6, Token: Ether, Amount: big.NewInt(7)}} {
		m := list[i]
		if m.Batch != 7 || m.Leaf != want.Leaf || m.TxNumber != want.TxNumber || m.Token != want.Token || m.Receiver != to || m.Amount.Cmp(want.Amount) != 0 {
			t.Errorf("%+v, want %+v", m, want)
		}
		log := rollup.MessageLog(m.TxNumber, m.Sender, crypto.Keccak256Hash(m.Data))
		if !rollup.VerifyLogProof(b.Output.L2LogsRoot, log.Hash(), m.Leaf, m.Proof) {
			t.Errorf("leaf %d: the proof does not hold", m.Leaf)
		}
	}
	if p, _ := published([]common.Address{stranger, eth}, [][]byte{etherMessage(to, 1), etherMessage(to, 1)[:55]}); must(encodeMessages(p))(t) != nil {
		t.Error("something is kept of a batch without withdrawals")
	}
}

// TestMessagesRefuses: what is kept is believed only when the batch's leaves have it.
func TestMessagesRefuses(t *testing.T) {
	p, b := published([]common.Address{rollup.L2BaseTokenAddress}, [][]byte{etherMessage(common.Address{1}, 5)})
	kept := must(encodeMessages(p))(t)
	for name, change := range map[string]func(value []byte, b *store.SealedBatch) []byte{
		"another amount": func(v []byte, _ *store.SealedBatch) []byte { v[len(v)-1] ^= 1; return v },
		"another sender": func(v []byte, _ *store.SealedBatch) []byte { v[bytes.IndexByte(v, 0x94)+20] ^= 1; return v },
		"cut off":        func(v []byte, _ *store.SealedBatch) []byte { return v[:len(v)-1] },
		"nothing":        func([]byte, *store.SealedBatch) []byte { return nil },
		"another root":   func(v []byte, b *store.SealedBatch) []byte { b.Output.L2LogsRoot[0] ^= 1; return v },
		"another leaf": func(v []byte, b *store.SealedBatch) []byte {
			b.LogLeaves[1][0] ^= 1
			b.Output.L2LogsRoot = rollup.L2LogsRoot(b.LogLeaves)
			return v
		},
		"no such leaf": func(v []byte, b *store.SealedBatch) []byte {
			b.LogLeaves = b.LogLeaves[:1]
			b.Output.L2LogsRoot = rollup.L2LogsRoot(b.LogLeaves)
			return v
		},
	} {
		other := *b
		other.LogLeaves = slices.Clone(b.LogLeaves)
		if list, err := decodeMessages(change(bytes.Clone(kept), &other), &other); err == nil {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

func FuzzMessage(f *testing.F) {
	f.Add(true, etherMessage(common.Address{1}, 5))
	f.Add(false, tokenMessage(f, common.Address{1}, common.Address{2}, 6))
	f.Fuzz(func(t *testing.T, eth bool, data []byte) {
		m := Message{Sender: rollup.L2AssetRouterAddress, Data: bytes.Clone(data)}
		if eth {
			m.Sender = rollup.L2BaseTokenAddress
		}
		if m.read() && (m.Amount == nil || m.Amount.Sign() < 0 || m.Amount.BitLen() > 256) {
			t.Fatalf("%+v", m)
		}
	})
}

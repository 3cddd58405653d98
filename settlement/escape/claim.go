package escape

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Message is what L2 told L1 in an executed batch about money that leaves.
type Message struct {
	Batch    uint64
	Leaf     int // in the batch's tree of logs
	TxNumber uint16
	Sender   common.Address // contract on L2
	Receiver common.Address // on L1
	Token    common.Address // on its origin; Ether for ETH
	Amount   *big.Int
	Data     []byte
	Proof    []common.Hash
	Claimed  bool
}

// Withdrawals reads from L1 what the chain's executed batches pay to a receiver; the zero address stands for everybody.
func (e *Escape) Withdrawals(ctx context.Context, receiver common.Address) ([]Message, error) {
	at, err := e.rebuild(ctx)
	if err != nil {
		return nil, err
	}
	list, err := e.messages(at.Batch)
	if err != nil {
		return nil, err
	}
	chosen := list[:0]
	for _, m := range list {
		if receiver != (common.Address{}) && m.Receiver != receiver {
			continue
		}
		var err error
		if m.Claimed, err = e.claimed(ctx, &m); err != nil {
			return nil, err
		}
		chosen = append(chosen, m)
	}
	return chosen, nil
}

// payments is the view of the directory in which a batch with withdrawals has them, under its number: the RLP list of sent.
const payments = "withdrawals"

// sent is a message to L1 as it is kept.
type sent struct {
	Leaf     uint64
	TxNumber uint16
	Sender   common.Address
	Data     []byte
}

// message is a withdrawal of a batch, without its proof; false says that the message moves no money.
func (s *sent) message(batch uint64) (Message, bool) {
	m := Message{Batch: batch, Leaf: int(s.Leaf), TxNumber: s.TxNumber, Sender: s.Sender, Data: s.Data}
	return m, m.read()
}

// keepMessages keeps the withdrawals of a batch that is read from L1, together with it.
func (e *Escape) keepMessages(p *fetch.Published) error {
	value, err := encodeMessages(p)
	if err == nil {
		e.derived.Beside(payments, binary.BigEndian.AppendUint64(nil, p.Number), value)
	}
	return err
}

// encodeMessages is what is kept of a batch; nil when it has no withdrawals.
func encodeMessages(p *fetch.Published) ([]byte, error) {
	var list []sent
	next := 0
	for i := range p.Pubdata.Logs {
		log := &p.Pubdata.Logs[i]
		if log.Sender != rollup.L1MessengerAddress {
			continue
		}
		s := sent{Leaf: uint64(i), TxNumber: log.TxNumberInBatch, Sender: common.BytesToAddress(log.Key[:]), Data: p.Pubdata.Messages[next]}
		next++
		if _, pays := s.message(p.Number); pays {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	return rlp.EncodeToBytes(list)
}

// messages are the withdrawals of all batches up to last, with proofs.
func (e *Escape) messages(last uint64) (list []Message, err error) {
	for entry, err := range e.derived.KV(payments).Range(nil, binary.BigEndian.AppendUint64(nil, last+1)) {
		if err != nil {
			return nil, e.derived.Damaged(err)
		}
		b, err := e.derived.Batch(binary.BigEndian.Uint64(entry.Key))
		if err != nil {
			return nil, err
		}
		found, err := decodeMessages(entry.Value, b)
		if err != nil {
			return nil, e.derived.Damaged(fmt.Errorf("batch %d: %w", b.Number, err))
		}
		list = append(list, found...)
	}
	return list, nil
}

// decodeMessages are the withdrawals of a batch, with proofs against its root of logs.
func decodeMessages(value []byte, b *store.SealedBatch) (list []Message, err error) {
	var kept []sent
	if err := rlp.DecodeBytes(value, &kept); err != nil {
		return nil, err
	}
	if root := rollup.L2LogsRoot(b.LogLeaves); root != b.Output.L2LogsRoot {
		return nil, fmt.Errorf("root of logs %v, L1 has %v", root, b.Output.L2LogsRoot)
	}
	for i := range kept {
		m, pays := kept[i].message(b.Number)
		leaf := rollup.MessageLog(m.TxNumber, m.Sender, crypto.Keccak256Hash(m.Data))
		if !pays || kept[i].Leaf >= uint64(len(b.LogLeaves)) || leaf.Hash() != b.LogLeaves[m.Leaf] {
			return nil, fmt.Errorf("withdrawal %d is not among its logs", kept[i].Leaf)
		}
		if m.Proof, err = rollup.LogProof(b.LogLeaves, m.Leaf); err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, nil
}

var (
	etherWithdrawal = [4]byte(crypto.Keccak256([]byte("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])")))
	tokenWithdrawal = [4]byte(crypto.Keccak256([]byte("finalizeDeposit(uint256,bytes32,bytes)")))
	transferData    = mustArguments("address", "address", "address", "uint256", "bytes")
)

func mustArguments(names ...string) (list abi.Arguments) {
	for _, name := range names {
		t, err := abi.NewType(name, "", nil)
		if err != nil {
			panic(fmt.Sprintf("escape: abi type %s: %v", name, err)) // constant input
		}
		list = append(list, abi.Argument{Type: t})
	}
	return list
}

// read takes a message apart, docs/bridge.md; false says that it moves no money.
func (m *Message) read() bool {
	if len(m.Data) < 4 {
		return false
	}
	selector, data := [4]byte(m.Data[:4]), m.Data[4:]
	switch {
	case m.Sender == rollup.L2BaseTokenAddress && selector == etherWithdrawal && len(data) >= 52:
		m.Receiver, m.Token, m.Amount = common.Address(data[:20]), Ether, new(big.Int).SetBytes(data[20:52])
		return true
	case m.Sender == rollup.L2AssetRouterAddress && selector == tokenWithdrawal && len(data) > 64:
		values, err := transferData.Unpack(data[64:])
		if err != nil {
			return false
		}
		m.Receiver, m.Token, m.Amount = values[1].(common.Address), values[2].(common.Address), values[3].(*big.Int)
		return true
	}
	return false
}

func (e *Escape) chainID() *big.Int { return new(big.Int).SetUint64(e.cfg.Genesis.Config.ChainID) }

func (e *Escape) claimed(ctx context.Context, m *Message) (bool, error) {
	nullifier := bindings.NewL1Nullifier()
	out, err := e.call(ctx, e.cfg.Nullifier, nullifier.PackIsWithdrawalFinalized(e.chainID(), new(big.Int).SetUint64(m.Batch), big.NewInt(int64(m.Leaf))))
	if err != nil {
		return false, err
	}
	return nullifier.UnpackIsWithdrawalFinalized(out)
}

// Claim pays out the receiver's withdrawals that nobody has claimed yet. Anybody may do that for anybody. One that L1 refuses does not keep it from the others; the refusals are joined.
func (e *Escape) Claim(ctx context.Context, receiver common.Address) (paid []Message, err error) {
	list, err := e.Withdrawals(ctx, receiver)
	if err != nil {
		return nil, err
	}
	var refused []error
	for i := range list {
		m := &list[i]
		if m.Claimed {
			continue
		}
		done, err := e.claim(ctx, m)
		switch {
		case errors.Is(err, txmgr.ErrRefused):
			refused = append(refused, fmt.Errorf("withdrawal %d of batch %d: %w", m.Leaf, m.Batch, err))
		case err != nil:
			return paid, errors.Join(append(refused, err)...)
		case done:
			paid = append(paid, *m)
		}
	}
	return paid, errors.Join(refused...)
}

// claim pays one out; false says that somebody else was first.
func (e *Escape) claim(ctx context.Context, m *Message) (bool, error) {
	params := bindings.FinalizeL1DepositParams{
		ChainId: e.chainID(), L2BatchNumber: new(big.Int).SetUint64(m.Batch), L2MessageIndex: big.NewInt(int64(m.Leaf)), L2Sender: m.Sender,
		L2TxNumberInBatch: m.TxNumber, Message: m.Data,
	}
	for _, h := range m.Proof {
		params.MerkleProof = append(params.MerkleProof, h)
	}
	c := call{to: e.cfg.Nullifier, data: bindings.NewL1Nullifier().PackFinalizeDeposit(params)}
	done, err := e.try(ctx, fmt.Sprintf("claim/%d/%d", m.Batch, m.Leaf), fmt.Sprintf("withdrawal %d of batch %d claimed", m.Leaf, m.Batch), c)
	if done {
		return true, err
	}
	if gone, lookErr := e.claimed(ctx, m); lookErr == nil && gone {
		e.say("withdrawal %d of batch %d: somebody else has claimed it for the receiver", m.Leaf, m.Batch)
		return false, nil
	}
	if err == nil {
		err = fmt.Errorf("withdrawal %d of batch %d: %w", m.Leaf, m.Batch, errFailed)
	}
	return false, err
}

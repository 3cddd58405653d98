package escape

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

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
	var list []Message
	if _, err := e.rebuild(ctx, func(p *fetch.Published) error {
		found, err := messages(p)
		list = append(list, found...)
		return err
	}); err != nil {
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

// messages are the withdrawals of a batch, with proofs against its root of logs.
func messages(p *fetch.Published) (list []Message, err error) {
	leaves := make([]common.Hash, len(p.Pubdata.Logs))
	for i := range p.Pubdata.Logs {
		leaves[i] = p.Pubdata.Logs[i].Hash()
	}
	if root := rollup.L2LogsRoot(leaves); root != p.Output.L2LogsRoot {
		return nil, fmt.Errorf("root of logs %v, L1 has %v: %w", root, p.Output.L2LogsRoot, rollup.ErrEncoding)
	}
	next := 0
	for i := range p.Pubdata.Logs {
		log := &p.Pubdata.Logs[i]
		if log.Sender != rollup.L1MessengerAddress {
			continue
		}
		m := Message{Batch: p.Number, Leaf: i, TxNumber: log.TxNumberInBatch, Sender: common.BytesToAddress(log.Key[:]), Data: p.Pubdata.Messages[next]}
		next++
		if !m.read() {
			continue
		}
		if m.Proof, err = rollup.LogProof(leaves, i); err != nil {
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

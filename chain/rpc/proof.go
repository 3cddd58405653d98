package rpc

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// The state is one binary Poseidon2 tree (chain/state/tree), not a Merkle-Patricia trie, and its root is committed once a batch. Hence:
//
//   - there are proofs for every block whose state is kept, against the root that the tree has after it. L1 knows the roots of the last blocks of batches only: stateTree.l1BatchNumber
//     names the batch, and is null for any other block, whose root is the node's word.
//   - eth_getProof answers in the form of EIP-1186, but accountProof and each proof have one element, the wire form of tree.Proof, which is checked with tree.VerifyProof against
//     stateTree.root. A client that expects a trie fails to verify it, as it should.
//   - there are no tries of accounts: storageHash is zero.
//
// Every proof is verified before it is given away, and values come from the leaf that it proves.

const treeKind = "ashlar-poseidon2-v1"

type stateTree struct {
	Kind  string          `json:"kind"`
	Root  common.Hash     `json:"root"`
	Batch *hexutil.Uint64 `json:"l1BatchNumber"` // that the block ends; null when it ends none
	Block hexutil.Uint64  `json:"blockNumber"`
}

type storageResult struct {
	Key   string          `json:"key"`
	Value *hexutil.Big    `json:"value"`
	Proof []hexutil.Bytes `json:"proof"`
}

type accountResult struct {
	Address      common.Address  `json:"address"`
	AccountProof []hexutil.Bytes `json:"accountProof"`
	Balance      *hexutil.Big    `json:"balance"`
	CodeHash     common.Hash     `json:"codeHash"`
	Nonce        hexutil.Uint64  `json:"nonce"`
	StorageHash  common.Hash     `json:"storageHash"`
	StorageProof []storageResult `json:"storageProof"`
	StateTree    stateTree       `json:"stateTree"`
}

// proven is a proof that was verified.
type proven struct {
	wire  []byte
	proof *tree.Proof
	entry tree.Entry
	found bool
}

func verified(root common.Hash, key tree.Key, wire []byte) (*proven, error) {
	digest, err := tree.DecodeDigest(root)
	if err != nil {
		return nil, err
	}
	p := &proven{wire: wire}
	if p.proof, err = tree.DecodeProof(wire); err != nil {
		return nil, err
	}
	p.entry, p.found, err = tree.VerifyProof(digest, key, p.proof)
	return p, err
}

// prove gives verified proofs of an account and its slots after a block; ok is false when there are none.
// It takes a place among the executions.
func (a *api) prove(ctx context.Context, block uint64, address common.Address, slots []common.Hash) (root common.Hash, account *proven, storage []*proven, ok bool, err error) {
	ctx, done, err := a.admit(ctx, a.cfg.CallTimeout)
	if err != nil {
		return root, nil, nil, false, err
	}
	defer done()
	root, wire, wires, ok, err := a.back.Prover.ProveState(ctx, block, address, slots)
	if err != nil && ctx.Err() != nil {
		err = a.aborted()
	}
	if err != nil || !ok {
		return root, nil, nil, false, err
	}
	if account, err = verified(root, tree.AccountKey(address), wire); err != nil {
		return root, nil, nil, false, err
	}
	for i, w := range wires {
		p, err := verified(root, tree.SlotKey(address, slots[i]), w)
		if err == nil && ctx.Err() != nil {
			err = a.aborted()
		}
		if err != nil {
			return root, nil, nil, false, err
		}
		storage = append(storage, p)
	}
	return root, account, storage, true, nil
}

var errNoProver = unsupported("state proofs are not available: the node keeps no state tree")

// decodeSlots reads storage keys and how they are written in an answer: as they were when they have 32 bytes, and as numbers otherwise.
func (a *api) decodeSlots(in []string) (keys []common.Hash, names []string, err error) {
	if len(in) > a.cfg.ProofSlots {
		return nil, nil, invalidParams("too many storage keys requested (max %d, got %d)", a.cfg.ProofSlots, len(in))
	}
	for _, s := range in {
		key, length, err := decodeSlot(s)
		if err != nil {
			return nil, nil, err
		}
		name := hexutil.Encode(key[:])
		if length != 32 {
			name = hexutil.EncodeBig(key.Big())
		}
		keys, names = append(keys, key), append(names, name)
	}
	return keys, names, nil
}

// GetProof is eth_getProof, see above.
func (e *ethState) GetProof(ctx context.Context, address common.Address, slots []string, id *BlockID) (*accountResult, error) {
	keys, names, err := e.decodeSlots(slots)
	if err != nil {
		return nil, err
	}
	if e.back.Prover == nil {
		return nil, errNoProver
	}
	h, err := e.header(orLatest(id))
	if err != nil {
		return nil, err
	}
	number := h.Number.Uint64()
	batch, err := e.batchThatEndsWith(number)
	if err != nil {
		return nil, err
	}
	root, account, storage, ok, err := e.prove(ctx, number, address, keys)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("no state proof for block %d: the state tree from before it is not kept; ask for a later block", number)
	}
	out := &accountResult{
		Address: address, AccountProof: []hexutil.Bytes{account.wire}, Balance: (*hexutil.Big)(account.entry.Account.Balance.ToBig()), CodeHash: rollup.EmptyCodeHash,
		Nonce: hexutil.Uint64(account.entry.Account.Nonce), StorageProof: []storageResult{},
		StateTree: stateTree{Kind: treeKind, Root: root, Batch: batch, Block: hexutil.Uint64(number)},
	}
	if account.found {
		out.CodeHash = account.entry.Account.CodeHash
	}
	for i, p := range storage {
		out.StorageProof = append(out.StorageProof, storageResult{names[i], (*hexutil.Big)(common.Hash(p.entry.Value).Big()), []hexutil.Bytes{p.wire}})
	}
	return out, nil
}

// batchThatEndsWith is the sealed batch whose last block this is; nil when it is none's.
func (a *api) batchThatEndsWith(block uint64) (*hexutil.Uint64, error) {
	batch, sealed, err := a.back.Batches.BatchOfBlock(block)
	if err != nil || !sealed {
		return nil, err
	}
	last, err := a.lastBlockOf(batch)
	if err != nil || last != block {
		return nil, err
	}
	return (*hexutil.Uint64)(&batch), nil
}

// zksProofs is zks_getProof.
type zksProofs struct{ *api }

type zksStorageProof struct {
	Key      common.Hash   `json:"key"`   // the slot
	Value    common.Hash   `json:"value"` // zero where there is none
	Index    uint64        `json:"index"` // 0: leaves of this tree have no numbers
	Proof    []common.Hash `json:"proof"` // siblings from the root down
	Terminal hexutil.Bytes `json:"terminal"`
}

type zksProof struct {
	Address      common.Address    `json:"address"`
	StorageProof []zksStorageProof `json:"storageProof"`
	StateTree    stateTree         `json:"stateTree"`
}

// GetProof is zks_getProof: proofs of slots after a batch, null for a batch that is unknown or whose tree is not kept. The leaf where the path of a slot ends is in terminal
// (the wire form of tree.AppendEntry, one zero byte for none): it is the slot's own, or shows that the slot is zero.
func (z *zksProofs) GetProof(ctx context.Context, address common.Address, slots []string, batch Number) (*zksProof, error) {
	keys, _, err := z.decodeSlots(slots)
	if err != nil {
		return nil, err
	}
	if z.back.Prover == nil {
		return nil, errNoProver
	}
	b, err := z.back.Batches.Batch(uint64(batch))
	if err != nil || (b == nil && batch != 0) {
		return nil, err
	}
	last, err := z.lastBlockOf(uint64(batch))
	if err != nil {
		return nil, err
	}
	root, _, storage, ok, err := z.prove(ctx, last, address, keys)
	if err != nil || !ok {
		return nil, err
	}
	out := &zksProof{Address: address, StorageProof: []zksStorageProof{},
		StateTree: stateTree{Kind: treeKind, Root: root, Batch: (*hexutil.Uint64)(&batch), Block: hexutil.Uint64(last)}}
	for i, p := range storage {
		siblings := make([]common.Hash, len(p.proof.Siblings))
		for j, s := range p.proof.Siblings {
			siblings[j] = common.Hash(s.Bytes())
		}
		out.StorageProof = append(out.StorageProof, zksStorageProof{
			Key: keys[i], Value: p.entry.Value, Proof: siblings, Terminal: p.wire[2+len(siblings)*tree.DigestBytes:],
		})
	}
	return out, nil
}

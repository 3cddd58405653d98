package fetch

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// State is the state of a chain after its last batch. Nothing of the disk is believed: what is read is proven against the tree root of the state commitment that L1 holds. What is not so is ErrUnusable.
type State struct {
	in   *Derivation
	root tree.Digest
}

func newState(d *Derivation, root common.Hash) (*State, error) {
	digest, err := tree.DecodeDigest(root)
	return &State{in: d, root: digest}, d.Damaged(err)
}

// leaf is the leaf of a key; false says that there is none.
func (s *State) leaf(key tree.Key, kind tree.Kind) (e tree.Entry, ok bool, err error) {
	p, err := s.in.store.Prove(key)
	if err == nil {
		e, ok, err = tree.VerifyProof(s.root, key, p)
	}
	if err == nil && ok && e.Kind != kind {
		err = tree.ErrKind
	}
	return e, ok, s.in.Damaged(err)
}

// Account implements stf.State.
func (s *State) Account(address common.Address) (rollup.Account, error) {
	e, ok, err := s.leaf(tree.AccountKey(address), tree.AccountLeaf)
	if err != nil || !ok {
		return rollup.EmptyAccount(), err
	}
	return e.Account, nil
}

// Storage implements stf.State.
func (s *State) Storage(address common.Address, slot common.Hash) (common.Hash, error) {
	e, _, err := s.leaf(tree.SlotKey(address, slot), tree.SlotLeaf)
	return e.Value, err
}

// Code implements stf.State.
func (s *State) Code(hash common.Hash) ([]byte, error) {
	code, err := s.in.store.Code(hash)
	if err == nil && crypto.Keccak256Hash(code) != hash {
		err = fmt.Errorf("%d bytes of code do not have hash %v", len(code), hash)
	}
	return code, s.in.Damaged(err)
}

// Witness implements witness.Prover.
func (s *State) Witness(reads []tree.Key, writes []tree.Entry) (*tree.Tree, error) {
	part, err := s.in.store.Witness(reads, writes)
	if err == nil {
		part, err = tree.Decode(part.Encode()) // to hash it anew
	}
	if err != nil {
		return nil, s.in.Damaged(err)
	}
	if got := part.Root(); got != s.root {
		return nil, s.in.Damaged(fmt.Errorf("root %x of the state tree, it should be %x", got.Bytes(), s.root.Bytes()))
	}
	return part, nil
}

// Count is how many accounts and slots there are, as they stand on the disk. It reads all of them.
func (s *State) Count() (accounts, slots uint64, err error) {
	accounts, slots, err = s.in.store.Count()
	return accounts, slots, s.in.Damaged(err)
}

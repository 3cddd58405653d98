package witnesstest

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
)

// StateTest is the witness of a public state test: a batch of one block with one transaction. A transaction that must be refused cannot be collected;
// it gets the whole state.
func StateTest(c *statetest.Case) (*witness.Witness, error) {
	t, err := Tree(c.Pre)
	if err != nil {
		return nil, err
	}
	w := &witness.Witness{Config: c.Config, Before: c.Chain, SettlementChainID: 1, DA: witness.DA{Scheme: rollup.DAValidium}}
	blocks := []*rollup.Block{c.Block()}
	if c.Refused != "" {
		w.Tree, w.Codes, w.Blocks = t, Codes(c.Pre), blocks
		return w, nil
	}
	_, err = witness.Collect(w, c.Pre, Prover{t}, blocks)
	return w, err
}

// Codes are all codes of a state in the order of a witness.
func Codes(alloc statetest.Alloc) []rollup.Code {
	all := map[common.Hash][]byte{}
	for _, x := range alloc {
		if len(x.Code) > 0 {
			all[crypto.Keccak256Hash(x.Code)] = x.Code
		}
	}
	var out []rollup.Code
	for h, c := range all {
		out = append(out, rollup.Code{Hash: h, Bytes: c})
	}
	slices.SortFunc(out, func(a, b rollup.Code) int { return bytes.Compare(a.Hash[:], b.Hash[:]) })
	return out
}

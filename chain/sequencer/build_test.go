package sequencer

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// list is candidates in a fixed order that notes what the builder does with each.
type list struct {
	t    *testing.T
	cfg  *rollup.ChainConfig
	raws [][]byte
	did  string
}

func (l *list) Next() (*stf.Tx, error) {
	if len(l.raws) == 0 {
		return nil, nil
	}
	return stf.DecodeTx(l.raws[0], l.cfg)
}

func (l *list) take(what string) { l.raws, l.did = l.raws[1:], l.did+what }
func (l *list) Shift()           { l.take("s") }
func (l *list) Pop()             { l.take("p") }

// input is a block on top of the genesis with these candidates.
func input(t *testing.T, n *node, raws ...[]byte) (*Input, *list) {
	t.Helper()
	genesis := n.store.Genesis()
	before, err := n.store.ChainStateAt(0)
	if err != nil {
		t.Fatal(err)
	}
	pre, err := n.store.StateAt(0)
	if err != nil {
		t.Fatal(err)
	}
	l := &list{t: t, cfg: &genesis.Config, raws: raws}
	env := rollup.BlockEnv{Number: 1, Timestamp: genesis.Timestamp, GasLimit: 1_000_000, GasPerPubdata: 5, BaseFee: *uint256.NewInt(minBaseFee)}
	return &Input{Chain: &genesis.Config, Limits: n.config.Limits, Env: env, Before: before, Pre: pre, Ordinary: l}, l
}

func TestBuildSortsErrors(t *testing.T) {
	n := startNode(t, 2, nil)
	price := func(fee int64) func(*types.DynamicFeeTx) {
		return func(tx *types.DynamicFeeTx) { tx.GasFeeCap = big.NewInt(fee) }
	}
	in, l := input(t, n,
		signed(t, 0, 0, nil),                 // included
		signed(t, 0, 0, price(3*minBaseFee)), // nonce too low: the sender's next may do
		signed(t, 0, 2, nil),                 // nonce too high
		signed(t, 1, 0, price(minBaseFee-1)), // below the base fee
		signed(t, 9, 0, nil),                 // no money
		signed(t, 1, 0, func(tx *types.DynamicFeeTx) { tx.Gas = 990_000 }),               // more gas than is left
		signed(t, 1, 0, func(tx *types.DynamicFeeTx) { tx.Gas = 20_000 }),                // below intrinsic gas, for ever
		signed(t, 1, 0, func(tx *types.DynamicFeeTx) { tx.GasTipCap = big.NewInt(9e9) }), // tip above the fee cap, for ever
		signed(t, 1, 0, nil), // included
	)
	out, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if l.did != "sspppppps" {
		t.Errorf("the builder did %q", l.did)
	}
	if len(out.Block.Block.Txs) != 2 || len(out.Refused) != 2 || !errors.Is(out.Refused[0].Reason, stf.ErrIntrinsicGas) || !errors.Is(out.Refused[1].Reason, stf.ErrTipAboveFeeCap) {
		t.Errorf("%d transactions, refused %+v", len(out.Block.Block.Txs), out.Refused)
	}
	again, err := stf.ExecuteBlock(in.Chain, in.Before, in.Pre, out.Block.Block)
	if err != nil || again.Hash != out.Block.Hash {
		t.Errorf("executed again: %v", err)
	}
}

func TestBuildIsTheSameForTheSameInput(t *testing.T) {
	n := startNode(t, 2, nil)
	var hashes [2]common.Hash
	for i := range hashes {
		in, _ := input(t, n, signed(t, 0, 0, nil), signed(t, 1, 0, nil))
		in.Operations = []rollup.CanonicalTx{{Type: rollup.PriorityTxType, GasLimit: 100_000}}
		out, err := Build(in)
		if err != nil {
			t.Fatal(err)
		}
		hashes[i] = out.Block.Hash
	}
	if hashes[0] != hashes[1] {
		t.Fatal("two blocks from one input")
	}
}

var errDisk = errors.New("disk is gone")

type brokenState struct{ stf.State }

func (brokenState) Account(common.Address) (rollup.Account, error) {
	return rollup.Account{}, errDisk
}

func TestBuildPassesStateErrorsOn(t *testing.T) {
	n := startNode(t, 1, nil)
	in, _ := input(t, n, signed(t, 0, 0, nil))
	in.Pre = brokenState{in.Pre}
	if _, err := Build(in); !errors.Is(err, errDisk) {
		t.Fatalf("error %v", err)
	}
}

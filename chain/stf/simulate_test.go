package stf_test

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

func (c *testChain) simulation(t *testing.T, opts stf.SimulationOptions) *stf.Simulation {
	t.Helper()
	s, err := stf.NewSimulation(&c.cfg, c.env, &c.chain, c.alloc, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSimulation(t *testing.T) {
	c := newTestChain()
	s := c.simulation(t, stf.SimulationOptions{})
	store := &stf.CallMsg{From: nobody, To: &storer, Gas: 1_000_000, Data: storeData(1, 2)}
	first, err := s.Apply(store, []byte{2, 1}, common.Hash{1}, stf.CallOptions{})
	if err != nil || first.Status != 1 || first.TxHash != (common.Hash{1}) || first.Type != 2 {
		t.Fatalf("%+v %v", first, err)
	}
	// The second message finds what the first one stored: nothing is left to publish but the nonce.
	second, err := s.Apply(store, []byte{2, 2}, common.Hash{2}, stf.CallOptions{})
	if err != nil || second.PubdataBytes >= first.PubdataBytes || second.CumulativeGasUsed != first.GasUsed+second.GasUsed {
		t.Fatalf("%+v %v", second, err)
	}
	if a, err := s.Account(nobody); err != nil || a.Nonce != 2 {
		t.Error(a, err)
	}
	if s.GasLeft() != c.env.GasLimit-second.CumulativeGasUsed {
		t.Error(s.GasLeft())
	}
	res, err := s.Finish()
	if err != nil || len(res.Receipts) != 2 || res.Header.GasUsed != second.CumulativeGasUsed || res.Header.ParentHash != c.chain.BlockHash(5) {
		t.Fatal(res, err)
	}
	after := stf.Overlay(c.alloc, &res.Diff)
	if v, err := after.Storage(storer, common.Hash{31: 1}); err != nil || v[31] != 2 {
		t.Error(v, err)
	}
}

func TestSimulationRefuses(t *testing.T) {
	c := newTestChain()
	msg := func(nonce uint64) *stf.CallMsg {
		return &stf.CallMsg{From: aliceAddress, To: &storer, Gas: 100_000, GasFeeCap: uint256.NewInt(5000), Data: storeData(1, 2), Nonce: &nonce}
	}
	s := c.simulation(t, stf.SimulationOptions{Validate: true})
	if _, err := s.Apply(msg(1), nil, common.Hash{1}, stf.CallOptions{}); !errors.Is(err, stf.ErrNonceTooHigh) {
		t.Error(err)
	}
	if r, err := s.Apply(msg(0), nil, common.Hash{1}, stf.CallOptions{}); err != nil || r.Status != 1 {
		t.Error(r, err)
	}
	if _, err := s.Apply(msg(0), nil, common.Hash{1}, stf.CallOptions{}); !errors.Is(err, stf.ErrNonceTooLow) {
		t.Error(err)
	}
	free := msg(1)
	free.GasFeeCap = nil
	if _, err := s.Apply(free, nil, common.Hash{1}, stf.CallOptions{}); !errors.Is(err, stf.ErrFeeCapTooLow) {
		t.Error(err)
	}
	large := msg(1)
	large.Gas = c.env.GasLimit
	if _, err := s.Apply(large, nil, common.Hash{1}, stf.CallOptions{}); !errors.Is(err, stf.ErrGasLimitReached) {
		t.Error(err)
	}
	env := c.env
	env.Number++
	if _, err := stf.NewSimulation(&c.cfg, env, &c.chain, c.alloc, stf.SimulationOptions{}); !errors.Is(err, stf.ErrInvalidBlock) {
		t.Error(err)
	}
}

func TestMovedPrecompiles(t *testing.T) {
	c := newTestChain()
	identity, there := common.Address{19: 4}, common.HexToAddress("0x1d")
	call := func(to common.Address, moved stf.MovedPrecompiles) string {
		t.Helper()
		r, err := stf.Call(&c.cfg, c.env, &c.chain, c.alloc, &stf.CallMsg{From: nobody, To: &to, Gas: 100_000, Data: []byte("echo")}, stf.CallOptions{NoBaseFee: true, Precompiles: moved})
		if err != nil || r.Status != 1 {
			t.Fatal(r, err)
		}
		return string(r.ReturnData)
	}
	if call(identity, nil) != "echo" || call(there, nil) != "" {
		t.Error("not where they are")
	}
	moved := stf.MovedPrecompiles{identity: &there}
	if call(identity, moved) != "" || call(there, moved) != "echo" {
		t.Error("not moved")
	}
	if call(identity, stf.MovedPrecompiles{identity: nil}) != "" {
		t.Error("not removed")
	}
	if !stf.IsPrecompile(c.cfg.Fork, identity) || stf.IsPrecompile(c.cfg.Fork, there) {
		t.Error("IsPrecompile")
	}
}

func TestBuilderDiff(t *testing.T) {
	c := newTestChain()
	b := c.builder(t)
	before, err := b.Diff()
	if err != nil || len(before.Accounts) != 0 {
		t.Fatal(before, err)
	}
	mustApply(t, b, c.sign(alice, types.DynamicFeeTx{Gas: 1_000_000, To: &storer, Data: storeData(1, 2)}))
	after, err := b.Diff()
	if err != nil || len(after.Accounts) == 0 {
		t.Fatal(after, err)
	}
	res, _ := c.finish(t, b)
	if len(res.Diff.Accounts) != len(after.Accounts) {
		t.Error("Diff and Finish differ")
	}
}

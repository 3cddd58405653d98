package genesis

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Alloc is the state of the genesis. The configuration has passed Check, or Alloc says what is wrong with it.
func (c *Config) Alloc() (types.GenesisAlloc, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	alloc := make(types.GenesisAlloc)
	for _, p := range c.predeploys() {
		account, err := p.account()
		if err != nil {
			return nil, fmt.Errorf("genesis: %s at %s: %w", p.artifact, p.address, err)
		}
		alloc[p.address] = account
	}
	for addr, code := range foreign() {
		alloc[addr] = contract(code, nil)
	}
	left := rollup.BaseTokenSupply().ToBig()
	for addr, amount := range c.Prefund {
		if _, taken := alloc[addr]; taken {
			return nil, fmt.Errorf("genesis: prefund of the contract %s", addr)
		}
		alloc[addr] = types.Account{Balance: new(big.Int).Set(amount.ToInt())}
		left.Sub(left, amount.ToInt())
	}
	reserve := alloc[rollup.L2BaseTokenAddress]
	reserve.Balance = left
	alloc[rollup.L2BaseTokenAddress] = reserve
	return alloc, nil
}

// contract is an account with code. Its nonce is 1, as after a deployment.
func contract(code []byte, storage map[common.Hash]common.Hash) types.Account {
	return types.Account{Nonce: 1, Balance: new(big.Int), Code: code, Storage: storage}
}

func (p *predeploy) account() (types.Account, error) {
	code, err := artifacts.Get(p.artifact)
	if err != nil {
		return types.Account{}, err
	}
	if len(code.ImmutableReferences) != 0 {
		return types.Account{}, fmt.Errorf("has immutables, which only a constructor can set")
	}
	layout := code
	if p.layout != "" {
		if layout, err = artifacts.Get(p.layout); err != nil {
			return types.Account{}, err
		}
	}
	storage := make(map[common.Hash]common.Hash, len(p.variables)+len(p.raw))
	for _, v := range p.variables {
		slot, err := v.slot(layout)
		if err != nil {
			return types.Account{}, err
		}
		storage[slot] = v.value
	}
	for slot, value := range p.raw {
		storage[slot] = value
	}
	return contract(code.DeployedBytecode, storage), nil
}

// slot finds a variable in a storage layout.
func (v *variable) slot(a *artifacts.Artifact) (common.Hash, error) {
	for _, s := range a.StorageLayout {
		if s.Label != v.label {
			continue
		}
		n, ok := new(big.Int).SetString(s.Slot, 10)
		if s.Type != v.kind || s.Offset != 0 || !ok || n.Sign() < 0 || n.BitLen() > 256 {
			return common.Hash{}, fmt.Errorf("variable %s of %s is a %s at %s+%d, want a %s at offset 0", v.label, a.ContractName, s.Type, s.Slot, s.Offset, v.kind)
		}
		return common.BigToHash(n), nil
	}
	return common.Hash{}, fmt.Errorf("%s has no variable %s", a.ContractName, v.label)
}

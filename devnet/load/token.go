package load

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
)

// token is the address of the ERC-20 contract on both chains.
var token = common.HexToAddress("0x00000000000000000000000000000000000e2c20")

// richWei is the balance of every sender.
var richWei = new(big.Int).Mul(big.NewInt(10_000_000), big.NewInt(1e18))

// tokenAccount is the contract with a balance for each sender, as after its constructor and as many mints.
func tokenAccount(senders []*sender) (types.Account, error) {
	code, err := artifacts.Get("TestERC20")
	if err != nil {
		return types.Account{}, err
	}
	if code.StorageLayout[0].Label != "_balances" || code.StorageLayout[0].Slot != "0" {
		return types.Account{}, fmt.Errorf("load: the first variable of TestERC20 is %s", code.StorageLayout[0].Label)
	}
	a := types.Account{Nonce: 1, Balance: new(big.Int), Code: code.DeployedBytecode, Storage: make(map[common.Hash]common.Hash, len(senders))}
	for _, s := range senders {
		a.Storage[balanceSlot(s.address)] = common.BigToHash(richWei)
	}
	return a, nil
}

// balanceSlot is where a mapping in slot 0 keeps the value of an address.
func balanceSlot(a common.Address) common.Hash {
	var key [64]byte
	copy(key[12:32], a[:])
	return crypto.Keccak256Hash(key[:])
}

// transferSelector is that of transfer(address,uint256).
var transferSelector = [4]byte{0xa9, 0x05, 0x9c, 0xbb}

// tokenTransfer is the call data that sends one unit.
func tokenTransfer(to common.Address) []byte {
	data := make([]byte, 4+32+32)
	copy(data, transferSelector[:])
	copy(data[4+12:], to[:])
	data[67] = 1
	return data
}

// mintSelector is that of mint(address,uint256), which anybody may call.
var mintSelector = [4]byte{0x40, 0xc1, 0x0f, 0x19}

// tokenMint is the call data that makes 2^128 units.
func tokenMint(to common.Address) []byte {
	data := make([]byte, 4+32+32)
	copy(data, mintSelector[:])
	copy(data[4+12:], to[:])
	data[4+32+15] = 1
	return data
}

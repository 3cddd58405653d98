package genesis

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// AssetID names a token everywhere: keccak(abi.encode(origin chain id, 0x…10004, token)).
func AssetID(originChainID uint64, token common.Address) common.Hash {
	id := common.BigToHash(new(big.Int).SetUint64(originChainID))
	vault, tok := word(rollup.L2NativeTokenVaultAddress), word(token)
	return crypto.Keccak256Hash(id[:], vault[:], tok[:])
}

func word(a common.Address) common.Hash { return common.BytesToHash(a[:]) }

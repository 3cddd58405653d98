package rollup

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// L2 system addresses, docs/spec.md section 1.
var (
	BootloaderAddress         = common.HexToAddress("0x8001")
	ForceDeployerAddress      = common.HexToAddress("0x8007")
	L1MessengerAddress        = common.HexToAddress("0x8008")
	L2BaseTokenAddress        = common.HexToAddress("0x800a")
	ComplexUpgraderAddress    = common.HexToAddress("0x800f")
	L2BridgehubAddress        = common.HexToAddress("0x10002")
	L2AssetRouterAddress      = common.HexToAddress("0x10003")
	L2NativeTokenVaultAddress = common.HexToAddress("0x10004")
)

// L1MessageSentTopic is the first topic of L1Messenger's event L1MessageSent(address indexed, bytes32 indexed, bytes).
var L1MessageSentTopic = keccak([]byte("L1MessageSent(address,bytes32,bytes)"))

// BaseTokenSupply is the sum of all balances at genesis and ever after: 2^127 - 1 wei.
func BaseTokenSupply() *uint256.Int {
	one := uint256.NewInt(1)
	return new(uint256.Int).Sub(new(uint256.Int).Lsh(one, 127), one)
}

const aliasOffset = "0x1111000000000000000000000000000000001111"

// AliasL1Address is the address under which a contract on L1 acts on L2: address + 0x1111…1111 modulo 2^160.
func AliasL1Address(l1 common.Address) common.Address {
	offset := common.HexToAddress(aliasOffset)
	var out common.Address
	carry := 0
	for i := len(l1) - 1; i >= 0; i-- {
		sum := int(l1[i]) + int(offset[i]) + carry
		out[i], carry = byte(sum), sum>>8
	}
	return out
}

package genesis

import (
	_ "embed"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Addresses of what stands behind the system addresses of docs/spec.md section 1. The proxies' implementations can be replaced by an upgrade transaction.
var (
	RouterCodeAddress  = common.HexToAddress("0x10013")
	VaultCodeAddress   = common.HexToAddress("0x10014")
	TokenBeaconAddress = common.HexToAddress("0x10015")
	TokenCodeAddress   = common.HexToAddress("0x10016")

	Create2DeployerAddress = common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")
	Multicall3Address      = common.HexToAddress("0xcA11bde05977b3631167028862bE2a173976CA11")
)

var create2DeployerCode = common.FromHex("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0" +
	"3601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3")

//go:embed multicall3.hex
var multicall3Hex string

// predeploy is a contract of ours: code from an artifact, and values for some of its variables.
type predeploy struct {
	address  common.Address
	artifact string // whose deployed code stands at the address
	// layout is the artifact whose variables live in the storage, when that is not the code itself but what it delegates to.
	layout    string
	variables []variable
	raw       map[common.Hash]common.Hash // slots outside of every layout
}

// variable is a state variable that has a whole slot, or the low bytes of one, to itself.
type variable struct {
	label, kind string // as in the storage layout
	value       common.Hash
}

func (c *Config) predeploys() []predeploy {
	l1 := common.BigToHash(new(big.Int).SetUint64(c.L1ChainID))
	return []predeploy{
		{address: rollup.L1MessengerAddress, artifact: "L1Messenger"},
		{address: rollup.L2BaseTokenAddress, artifact: "L2BaseToken", variables: []variable{
			{"name", "t_string_storage", shortString(c.BaseTokenName)},
			{"symbol", "t_string_storage", shortString(c.BaseTokenSymbol)},
		}},
		{address: rollup.ComplexUpgraderAddress, artifact: "ComplexUpgrader"},
		proxy(rollup.L2AssetRouterAddress, RouterCodeAddress, "L2AssetRouter",
			variable{"L1_ASSET_ROUTER", "t_address", word(c.L1AssetRouter)},
			variable{"L1_CHAIN_ID", "t_uint256", l1},
		),
		{address: RouterCodeAddress, artifact: "L2AssetRouter"},
		proxy(rollup.L2NativeTokenVaultAddress, VaultCodeAddress, "L2NativeTokenVault",
			variable{"bridgedTokenBeacon", "t_address", word(TokenBeaconAddress)},
			variable{"L1_CHAIN_ID", "t_uint256", l1},
			variable{"BASE_TOKEN_ASSET_ID", "t_bytes32", AssetID(c.L1ChainID, c.BaseToken)},
		),
		{address: VaultCodeAddress, artifact: "L2NativeTokenVault"},
		{address: TokenBeaconAddress, artifact: "UpgradeableBeacon", variables: []variable{
			{"_owner", "t_address", word(rollup.ComplexUpgraderAddress)},
			{"_implementation", "t_address", word(TokenCodeAddress)},
		}},
		{address: TokenCodeAddress, artifact: "BridgedStandardERC20", raw: map[common.Hash]common.Hash{
			initializableSlot(): common.HexToHash("0xffffffffffffffff"), // no initializer may run on the implementation itself
		}},
	}
}

func proxy(at, implementation common.Address, layout string, variables ...variable) predeploy {
	return predeploy{
		address: at, artifact: "ERC1967Proxy", layout: layout, variables: variables,
		raw: map[common.Hash]common.Hash{implementationSlot(): word(implementation)},
	}
}

// foreign are the contracts that are not ours.
func foreign() map[common.Address][]byte {
	return map[common.Address][]byte{
		params.HistoryStorageAddress: params.HistoryStorageCode,
		Create2DeployerAddress:       create2DeployerCode,
		Multicall3Address:            common.FromHex(strings.TrimSpace(multicall3Hex)),
	}
}

// implementationSlot is keccak("eip1967.proxy.implementation") - 1, ERC-1967.
func implementationSlot() common.Hash {
	h := crypto.Keccak256Hash([]byte("eip1967.proxy.implementation")).Big()
	return common.BigToHash(h.Sub(h, common.Big1))
}

// initializableSlot is keccak(keccak("openzeppelin.storage.Initializable") - 1) with the last byte cleared, ERC-7201.
func initializableSlot() common.Hash {
	h := crypto.Keccak256Hash([]byte("openzeppelin.storage.Initializable")).Big()
	inner := common.BigToHash(h.Sub(h, common.Big1))
	slot := crypto.Keccak256Hash(inner[:])
	slot[31] = 0
	return slot
}

// shortString is how Solidity stores a string of at most 31 bytes: the bytes on the left, twice the length in the last byte.
func shortString(s string) common.Hash {
	var h common.Hash
	copy(h[:maxName], s)
	h[31] = byte(2 * len(s))
	return h
}

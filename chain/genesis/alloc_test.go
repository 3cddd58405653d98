package genesis

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/rollup"
)

func testAlloc(t *testing.T, c Config) types.GenesisAlloc {
	t.Helper()
	alloc, err := c.Alloc()
	if err != nil {
		t.Fatal(err)
	}
	return alloc
}

func TestBalancesSumToTheSupply(t *testing.T) {
	c := testConfig()
	c.Prefund = map[common.Address]*hexutil.Big{common.HexToAddress("0xaa"): wei(5), common.HexToAddress("0xbb"): wei(8)}
	sum := new(big.Int)
	alloc := testAlloc(t, c)
	for _, a := range alloc {
		sum.Add(sum, a.Balance)
	}
	want := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))
	if sum.Cmp(want) != 0 {
		t.Errorf("sum %d, want %d", sum, want)
	}
	reserve := new(big.Int).Sub(want, big.NewInt(13))
	if got := alloc[rollup.L2BaseTokenAddress].Balance; got.Cmp(reserve) != 0 {
		t.Errorf("0x800a has %d, want %d", got, reserve)
	}
}

// TestSlots fixes where the variables are; contracts/test/l2/L2Fixture.sol places them by the same numbers.
func TestSlots(t *testing.T) {
	alloc := testAlloc(t, testConfig())
	n := func(x uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(x)) }
	ether := AssetID(1337, EtherAddress)
	impl := common.HexToHash("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc")
	initialized := common.HexToHash("0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00")
	for addr, want := range map[common.Address]map[common.Hash]common.Hash{
		rollup.L1MessengerAddress:     {},
		rollup.ComplexUpgraderAddress: {},
		rollup.L2BaseTokenAddress: {
			n(0): common.HexToHash("0x457468657200000000000000000000000000000000000000000000000000000a"),
			n(1): common.HexToHash("0x4554480000000000000000000000000000000000000000000000000000000006"),
		},
		rollup.L2AssetRouterAddress: {
			impl: word(RouterCodeAddress), n(0): word(testConfig().L1AssetRouter), n(1): n(1337),
		},
		rollup.L2NativeTokenVaultAddress: {
			impl: word(VaultCodeAddress), n(3): word(TokenBeaconAddress), n(4): n(1337), n(5): ether,
		},
		RouterCodeAddress:  {},
		VaultCodeAddress:   {},
		TokenBeaconAddress: {n(0): word(rollup.ComplexUpgraderAddress), n(1): word(TokenCodeAddress)},
		TokenCodeAddress:   {initialized: common.HexToHash("0xffffffffffffffff")},
	} {
		got := alloc[addr].Storage
		if len(got) != len(want) {
			t.Errorf("%s: %d slots, want %d", addr, len(got), len(want))
		}
		for slot, value := range want {
			if got[slot] != value {
				t.Errorf("%s slot %s: %s, want %s", addr, slot, got[slot], value)
			}
		}
	}
}

func TestSlotLookupRefuses(t *testing.T) {
	layout := &artifacts.Artifact{ContractName: "X", StorageLayout: []artifacts.StorageSlot{
		{Label: "packed", Slot: "0", Offset: 4, Type: "t_address"},
		{Label: "other", Slot: "0", Type: "t_uint8"},
		{Label: "bad", Slot: "x", Type: "t_address"},
	}}
	for label, want := range map[string]string{"packed": "at 0+4", "other": "is a t_uint8", "bad": "at x", "none": "no variable"} {
		v := variable{label: label, kind: "t_address"}
		if _, err := v.slot(layout); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", label, err, want)
		}
	}
}

func TestImmutablesAreRefused(t *testing.T) {
	p := predeploy{address: common.Address{1}, artifact: "L1AssetRouter"}
	if _, err := p.account(); err == nil || !strings.Contains(err.Error(), "immutables") {
		t.Errorf("got %v", err)
	}
	p.artifact = "NoSuchContract"
	if _, err := p.account(); err == nil || !strings.Contains(err.Error(), "unknown contract") {
		t.Errorf("got %v", err)
	}
}

func TestForeignCode(t *testing.T) {
	alloc := testAlloc(t, testConfig())
	for name, addr := range map[string]common.Address{
		"history":    common.HexToAddress("0x0000F90827F1C53a10cb7A02335B175320002935"),
		"create2":    common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C"),
		"multicall3": common.HexToAddress("0xcA11bde05977b3631167028862bE2a173976CA11"),
	} {
		if len(alloc[addr].Code) == 0 || alloc[addr].Nonce != 1 {
			t.Errorf("%s: %d bytes of code, nonce %d", name, len(alloc[addr].Code), alloc[addr].Nonce)
		}
	}
	// The hash of the code of the deployer on every chain.
	want := common.HexToHash("0x2fa86add0aed31f33a762c9d88e807c475bd51d0f52bd0955754b2608f7e4989")
	if got := crypto.Keccak256Hash(alloc[Create2DeployerAddress].Code); got != want {
		t.Errorf("create2 deployer: code hash %s, want %s", got, want)
	}
	if !bytes.Equal(alloc[rollup.L2AssetRouterAddress].Code, alloc[rollup.L2NativeTokenVaultAddress].Code) {
		t.Error("the two proxies differ")
	}
}

func TestStateCommitmentBindsTheConfiguration(t *testing.T) {
	commitment := func(change func(*Config)) common.Hash {
		c := testConfig()
		change(&c)
		g, err := c.Genesis()
		if err != nil {
			t.Fatal(err)
		}
		if err := g.Check(); err != nil {
			t.Fatal(err)
		}
		h, err := StateCommitment(g)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	seen := map[common.Hash]string{}
	for name, change := range map[string]func(*Config){
		"as it is":  func(*Config) {},
		"router":    func(c *Config) { c.L1AssetRouter[3] ^= 1 },
		"L1":        func(c *Config) { c.L1ChainID++ },
		"base":      func(c *Config) { c.BaseToken[0] ^= 1 },
		"name":      func(c *Config) { c.BaseTokenName = "Coin" },
		"prefund":   func(c *Config) { c.Prefund = map[common.Address]*hexutil.Big{{9}: wei(1)} },
		"timestamp": func(c *Config) { c.Timestamp++ },
		"base fee":  func(c *Config) { c.BaseFee++ },
	} {
		h := commitment(change)
		if other, ok := seen[h]; ok {
			t.Errorf("%s and %s have the same commitment", name, other)
		}
		seen[h] = name
		if again := commitment(change); again != h {
			t.Errorf("%s: %s, then %s", name, h, again)
		}
	}
}

package genesis

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/rollup"
)

// chain runs calls on the genesis state in geth's EVM.
type chain struct {
	t      *testing.T
	state  *state.StateDB
	config Config
}

func newChain(t *testing.T) *chain {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	c := testConfig()
	for addr, a := range testAlloc(t, c) {
		db.SetNonce(addr, a.Nonce, tracing.NonceChangeGenesis)
		db.SetCode(addr, a.Code, tracing.CodeChangeGenesis)
		db.SetBalance(addr, uint256.MustFromBig(a.Balance), tracing.BalanceIncreaseGenesisBalance)
		for slot, value := range a.Storage {
			db.SetState(addr, slot, value)
		}
	}
	return &chain{t: t, state: db, config: c}
}

func (c *chain) call(from, to common.Address, value int64, input []byte) ([]byte, error) {
	cfg := &runtime.Config{
		ChainConfig: c.config.Chain.EVM(), Origin: from, State: c.state, Value: big.NewInt(value), GasLimit: 10_000_000,
		Random: new(common.Hash), Difficulty: new(big.Int), BlockNumber: big.NewInt(1), BaseFee: new(big.Int),
	}
	out, _, err := runtime.Call(to, input, cfg)
	return out, err
}

func (c *chain) invoke(from, to common.Address, value int64, artifact, method string, args ...any) []any {
	c.t.Helper()
	parsed := parsedABI(c.t, artifact)
	input, err := parsed.Pack(method, args...)
	if err != nil {
		c.t.Fatal(err)
	}
	out, err := c.call(from, to, value, input)
	if err != nil {
		c.t.Fatalf("%s.%s: %v %x", artifact, method, err, out)
	}
	values, err := parsed.Methods[method].Outputs.Unpack(out)
	if err != nil {
		c.t.Fatal(err)
	}
	return values
}

func parsedABI(t *testing.T, name string) abi.ABI {
	t.Helper()
	parsed, _, err := artifacts.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func TestContractsSeeTheirConfiguration(t *testing.T) {
	c := newChain(t)
	for _, tc := range []struct {
		at               common.Address
		artifact, method string
		want             any
	}{
		{rollup.L2AssetRouterAddress, "L2AssetRouter", "L1_ASSET_ROUTER", c.config.L1AssetRouter},
		{rollup.L2AssetRouterAddress, "L2AssetRouter", "l1SharedBridge", c.config.L1AssetRouter},
		{rollup.L2NativeTokenVaultAddress, "L2NativeTokenVault", "bridgedTokenBeacon", TokenBeaconAddress},
		{rollup.L2NativeTokenVaultAddress, "L2NativeTokenVault", "BASE_TOKEN_ASSET_ID", [32]byte(AssetID(1337, EtherAddress))},
		{TokenBeaconAddress, "UpgradeableBeacon", "implementation", TokenCodeAddress},
		{TokenBeaconAddress, "UpgradeableBeacon", "owner", rollup.ComplexUpgraderAddress},
		{rollup.L2BaseTokenAddress, "L2BaseToken", "name", "Ether"},
		{rollup.L2BaseTokenAddress, "L2BaseToken", "symbol", "ETH"},
	} {
		if got := c.invoke(common.Address{1}, tc.at, 0, tc.artifact, tc.method)[0]; got != tc.want {
			t.Errorf("%s: %v, want %v", tc.method, got, tc.want)
		}
	}
	for _, at := range []common.Address{rollup.L2AssetRouterAddress, rollup.L2NativeTokenVaultAddress} {
		if got := c.invoke(common.Address{1}, at, 0, "L2AssetRouter", "L1_CHAIN_ID")[0].(*big.Int); got.Uint64() != 1337 {
			t.Errorf("%s: L1 chain id %d", at, got)
		}
	}
}

func TestDepositAndWithdrawal(t *testing.T) {
	c := newChain(t)
	alice, l1Token := common.HexToAddress("0xa11ce"), common.HexToAddress("0x7011")
	str := func(s string) []byte { return pack(t, []string{"string"}, s) }
	data := pack(t, []string{"bytes", "bytes", "bytes"}, str("Token"), str("TOK"), pack(t, []string{"uint8"}, uint8(6)))
	// finalizeDeposit0 is the older shape, which the ABI lists second.
	deposit := parsedABI(t, "L2AssetRouter").Methods
	name := "finalizeDeposit"
	if len(deposit[name].Inputs) != 5 {
		name = "finalizeDeposit0"
	}
	c.invoke(rollup.AliasL1Address(c.config.L1AssetRouter), rollup.L2AssetRouterAddress, 0, "L2AssetRouter", name,
		alice, alice, l1Token, big.NewInt(10), data)
	token := c.invoke(alice, rollup.L2AssetRouterAddress, 0, "L2AssetRouter", "l2TokenAddress", l1Token)[0].(common.Address)
	if got := c.invoke(alice, token, 0, "BridgedStandardERC20", "balanceOf", alice)[0].(*big.Int); got.Int64() != 10 {
		t.Fatalf("balance %d", got)
	}

	withdraw := "withdraw"
	if len(deposit[withdraw].Inputs) != 3 {
		withdraw = "withdraw0"
	}
	c.invoke(alice, rollup.L2AssetRouterAddress, 0, "L2AssetRouter", withdraw, alice, token, big.NewInt(4))
	c.state.AddBalance(alice, uint256.NewInt(9), tracing.BalanceChangeTransfer)
	c.invoke(alice, rollup.L2BaseTokenAddress, 9, "L2BaseToken", "withdraw", alice)
	sent := 0
	for _, l := range c.state.Logs() {
		if l.Address == rollup.L1MessengerAddress && l.Topics[0] == rollup.L1MessageSentTopic {
			sent++
		}
	}
	if sent != 2 {
		t.Errorf("%d messages to L1, want 2", sent)
	}
}

func pack(t *testing.T, kinds []string, values ...any) []byte {
	t.Helper()
	var args abi.Arguments
	for _, k := range kinds {
		typ, err := abi.NewType(k, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, abi.Argument{Type: typ})
	}
	out, err := args.Pack(values...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCreate2DeployerAndMulticall3Work(t *testing.T) {
	c := newChain(t)
	init := common.FromHex("0x600160005260206000f3") // deploys 32 bytes
	out, err := c.call(common.Address{1}, Create2DeployerAddress, 0, append(make([]byte, 32), init...))
	if err != nil || len(c.state.GetCode(common.BytesToAddress(out))) != 32 {
		t.Errorf("create2: %x, %v", out, err)
	}
	out, err = c.call(common.Address{1}, Multicall3Address, 0, common.FromHex("0x3408e470")) // getChainId()
	if err != nil || new(big.Int).SetBytes(out).Uint64() != 270 {
		t.Errorf("multicall3: %x, %v", out, err)
	}
}

package deploy

import (
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// plan is a whole deployment: contracts at known addresses, and the calls that come after.
type plan struct {
	cfg *Config
	b   *builder
	d   *Deployment
	// validators are the three DA validators by scheme.
	validators map[rollup.DAScheme]common.Address
	chainCode  common.Address
}

// Predict gives the addresses that a deployment with this configuration has or will have; those of the chain itself are still zero. Pure.
func Predict(cfg *Config) (*Deployment, error) {
	p, err := newPlan(cfg)
	if err != nil {
		return nil, err
	}
	return p.d, nil
}

func newPlan(cfg *Config) (*plan, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	p := &plan{cfg: cfg, b: &builder{salt: cfg.Salt, abis: make(map[string]abi.ABI)}}
	p.d = &Deployment{L1ChainID: cfg.L1ChainID, ChainID: cfg.Chain.ChainID, DAScheme: cfg.DAScheme}
	p.core()
	p.bridges()
	return p, p.b.err
}

// core plans the contracts of the settlement core. Constructors and initialisers name contracts that come later: their addresses are known.
func (p *plan) core() {
	b, d, owner := p.b, p.d, p.cfg.Deployer
	d.Bridgehub = b.proxy("Bridgehub", nil, []any{owner})
	d.MessageRoot = b.make("MessageRoot", "MessageRoot", d.Bridgehub)
	d.VerifierRegistry = b.make("VerifierRegistry", "VerifierRegistry", owner)
	d.Verifier = b.make("UnprovenVerifier", "UnprovenVerifier")
	d.ChainTypeManager = b.proxy("ChainTypeManager", []any{d.Bridgehub, d.VerifierRegistry, d.MessageRoot}, []any{owner})
	p.chainCode = b.make("Chain code", "Chain", word(p.cfg.BatchNotOlder), word(p.cfg.PriorityExpiration))
	d.Timelock = b.proxy("ValidatorTimelock", nil, []any{owner, p.cfg.ExecutionDelay})
	p.validators = map[rollup.DAScheme]common.Address{
		rollup.DABlobs:    b.make("BlobsL1DAValidator", "BlobsL1DAValidator"),
		rollup.DACalldata: b.make("CalldataL1DAValidator", "CalldataL1DAValidator"),
		rollup.DAValidium: b.make("ValidiumL1DAValidator", "ValidiumL1DAValidator"),
	}
	d.DAValidator = p.validators[p.cfg.DAScheme]
}

func (p *plan) bridges() {
	b, d, owner := p.b, p.d, p.cfg.Deployer
	d.Nullifier = b.proxy("L1Nullifier", []any{d.Bridgehub}, []any{owner})
	d.AssetRouter = b.proxy("L1AssetRouter", []any{d.Bridgehub, d.Nullifier}, []any{owner})
	token := b.make("BridgedStandardERC20 code", "BridgedStandardERC20")
	beacon := b.make("BridgedStandardERC20 beacon", "UpgradeableBeacon", token, p.cfg.Owner)
	d.Vault = b.proxy("L1NativeTokenVault", []any{d.AssetRouter, d.Nullifier}, []any{owner, beacon})
	if p.cfg.TestToken {
		d.TestToken = b.make("TestERC20", "TestERC20", "Test Token", "TEST", uint8(18))
	}
}

func word(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// nativeTokenVault is the L2 address that asset ids are made with, on both layers.
var nativeTokenVault = rollup.L2NativeTokenVaultAddress

// etherAddress stands for ether where contracts take a token.
var etherAddress = common.HexToAddress("0x01")

// EtherAssetID is the asset id of ether on an L1: keccak(abi.encode(l1ChainId, vault, token)).
func EtherAssetID(l1ChainID uint64) common.Hash {
	return crypto.Keccak256Hash(common.BigToHash(word(l1ChainID)).Bytes(), common.LeftPadBytes(nativeTokenVault[:], 32), common.LeftPadBytes(etherAddress[:], 32))
}

// call is a step that is a transaction to a contract, and the question whether it is done.
type call struct {
	label  string
	to     common.Address
	name   string // of the artifact, for its ABI
	method string
	args   []any
	gas    uint64 // 0 is the usual limit
	// done asks: question(args) answers with a word; answered says which.
	question     string
	questionArgs []any
	answered     func(common.Hash) bool
}

func is(a common.Address) func(common.Hash) bool {
	return func(w common.Hash) bool { return common.BytesToAddress(w[:]) == a }
}

func isNot(zero common.Hash) func(common.Hash) bool {
	return func(w common.Hash) bool { return w != zero }
}

func isNumber(n uint64) func(common.Hash) bool {
	return func(w common.Hash) bool { return w == common.BigToHash(word(n)) }
}

// wiring are the calls that make the contracts know each other.
func (p *plan) wiring() []call {
	d, version := p.d, word(p.cfg.ProtocolVersion)
	calls := []call{
		{"Bridgehub knows router and message root", d.Bridgehub, "Bridgehub", "setAddresses", []any{d.AssetRouter, d.MessageRoot}, 0, "assetRouter", nil, is(d.AssetRouter)},
		{"Nullifier knows router", d.Nullifier, "L1Nullifier", "setL1AssetRouter", []any{d.AssetRouter}, 0, "l1AssetRouter", nil, is(d.AssetRouter)},
		{"Nullifier knows vault", d.Nullifier, "L1Nullifier", "setL1NativeTokenVault", []any{d.Vault}, 0, "l1NativeTokenVault", nil, is(d.Vault)},
		{"Router knows vault", d.AssetRouter, "L1AssetRouter", "setNativeTokenVault", []any{d.Vault}, 0, "nativeTokenVault", nil, is(d.Vault)},
		{"Verifier of the protocol version", d.VerifierRegistry, "VerifierRegistry", "setVerifier", []any{version, d.Verifier}, 0, "verifierOf", []any{version}, is(d.Verifier)},
		{"Code of the protocol version", d.ChainTypeManager, "ChainTypeManager", "setProtocolVersion", []any{version, p.chainCode}, 0, "implementationOf", []any{version}, is(p.chainCode)},
		{"Current protocol version", d.ChainTypeManager, "ChainTypeManager", "setCurrentVersion", []any{version}, 0, "currentProtocolVersion", nil, isNumber(p.cfg.ProtocolVersion)},
		{"Bridgehub knows chain type manager", d.Bridgehub, "Bridgehub", "addChainTypeManager", []any{d.ChainTypeManager}, 0, "chainTypeManagerIsRegistered", []any{d.ChainTypeManager}, isNumber(1)},
	}
	for _, scheme := range []rollup.DAScheme{rollup.DABlobs, rollup.DACalldata, rollup.DAValidium} {
		v := p.validators[scheme]
		calls = append(calls, call{"DA validator " + schemeName(scheme), d.ChainTypeManager, "ChainTypeManager", "registerDAValidator", []any{v, uint8(scheme)}, 0, "daValidatorScheme", []any{v}, isNumber(uint64(scheme))})
	}
	return calls
}

func schemeName(s rollup.DAScheme) string {
	return map[rollup.DAScheme]string{rollup.DABlobs: "blobs", rollup.DACalldata: "calldata", rollup.DAValidium: "validium"}[s]
}

// feeParams and the two below are Solidity structures in the shape that the ABI package wants.
type feeParams struct {
	PubdataPricingMode   uint8
	BatchOverheadL1Gas   uint32
	MaxPubdataPerBatch   uint32
	MaxL2GasPerBatch     uint32
	PriorityTxMaxPubdata uint32
	MinimalL2GasPrice    uint64
}

type chainConfig struct{ Fork, BlockGasLimit, MaxGasPerPubdata *big.Int }

type chainParams struct {
	GenesisStateCommitment [32]byte
	DaValidator            common.Address
	OperatorTimelock       common.Address
	PriorityTxMaxGasLimit  *big.Int
	Config                 chainConfig
	FeeParams              feeParams
}

// creation is the call that creates the chain.
func (p *plan) creation(genesis common.Hash) (call, error) {
	cfg, fees := p.cfg, p.cfg.Fees
	params := chainParams{
		GenesisStateCommitment: genesis, DaValidator: p.d.DAValidator, OperatorTimelock: p.d.Timelock, PriorityTxMaxGasLimit: word(cfg.PriorityTxMaxGas),
		Config:    chainConfig{word(uint64(cfg.Chain.Fork)), word(cfg.Chain.BlockGasLimit), word(cfg.Chain.MaxGasPerPubdata)},
		FeeParams: feeParams{0, fees.BatchOverheadL1Gas, fees.MaxPubdataPerBatch, fees.MaxL2GasPerBatch, fees.PriorityTxMaxPubdata, fees.MinimalL2GasPriceWei},
	}
	if cfg.DAScheme == rollup.DAValidium {
		params.FeeParams.PubdataPricingMode = 1
	}
	// The type is the last member of what Chain.initialize takes.
	init := p.b.abi("Chain").Methods["initialize"].Inputs[0].Type
	data, err := abi.Arguments{{Type: *init.TupleElems[len(init.TupleElems)-1]}}.Pack(params)
	if err != nil {
		return call{}, err
	}
	id := word(cfg.Chain.ChainID)
	return call{"Chain " + id.String(), p.d.Bridgehub, "Bridgehub", "createNewChain",
		[]any{id, p.d.ChainTypeManager, EtherAssetID(cfg.L1ChainID), cfg.Deployer, data}, 5_000_000, "getZKChain", []any{id}, isNot(common.Hash{})}, nil
}

// roles are the calls that let the operators work.
func (p *plan) roles() []call {
	var calls []call
	for _, r := range []struct {
		name    string
		account common.Address
	}{{"COMMITTER", p.cfg.Operators.Committer}, {"PROVER", p.cfg.Operators.Prover}, {"EXECUTOR", p.cfg.Operators.Executor}, {"REVERTER", p.cfg.Operators.Reverter}} {
		args := []any{p.d.Chain, [32]byte(crypto.Keccak256Hash([]byte(r.name + "_ROLE"))), r.account}
		calls = append(calls, call{"Role " + r.name, p.d.Timelock, "ValidatorTimelock", "grantChainRole", args, 0, "hasChainRole", args, isNumber(1)})
	}
	return calls
}

// handover are the calls that offer ownership and administration to the configured accounts.
func (p *plan) handover() []call {
	var calls []call
	if p.cfg.Owner != p.cfg.Deployer {
		for _, c := range []struct {
			name string
			at   common.Address
		}{{"Bridgehub", p.d.Bridgehub}, {"ChainTypeManager", p.d.ChainTypeManager}, {"ValidatorTimelock", p.d.Timelock}, {"VerifierRegistry", p.d.VerifierRegistry},
			{"L1AssetRouter", p.d.AssetRouter}, {"L1Nullifier", p.d.Nullifier}, {"L1NativeTokenVault", p.d.Vault}} {
			calls = append(calls, call{"Ownership of " + c.name, c.at, c.name, "transferOwnership", []any{p.cfg.Owner}, 0, "pendingOwner", nil, is(p.cfg.Owner)})
		}
	}
	if p.cfg.Admin != p.cfg.Deployer {
		calls = append(calls, call{"Administration of the chain", p.d.Chain, "Chain", "setPendingAdmin", []any{p.cfg.Admin}, 0, "getPendingAdmin", nil, is(p.cfg.Admin)})
	}
	return calls
}

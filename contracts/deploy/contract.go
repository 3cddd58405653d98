package deploy

import (
	"bytes"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
)

// factory is the deterministic deployer: its call data is salt ‖ init code, its address is the same on every chain.
var factory = common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")

// contract is one that is to be made, at an address that is known.
type contract struct {
	label    string // as in Deployment: the proxy has the plain name, its code " code"
	artifact *artifacts.Artifact
	initCode []byte
	salt     common.Hash
	address  common.Address
}

// builder collects contracts and remembers the first error, so that a plan reads as a list.
type builder struct {
	salt      common.Hash
	contracts []*contract
	abis      map[string]abi.ABI
	err       error
}

// abi is the interface of an artifact.
func (b *builder) abi(name string) abi.ABI {
	if parsed, ok := b.abis[name]; ok || b.err != nil {
		return parsed
	}
	parsed, _, err := artifacts.Load(name)
	if err != nil {
		b.err = fmt.Errorf("deploy: %w", err)
		return abi.ABI{}
	}
	b.abis[name] = parsed
	return parsed
}

// make plans a contract and gives its address.
func (b *builder) make(label, name string, args ...any) common.Address {
	parsed := b.abi(name)
	if b.err != nil {
		return common.Address{}
	}
	packed, err := parsed.Pack("", args...)
	if err != nil {
		b.err = fmt.Errorf("deploy: constructor of %s: %w", label, err)
		return common.Address{}
	}
	artifact, err := artifacts.Get(name)
	if err != nil {
		b.err = fmt.Errorf("deploy: %w", err)
		return common.Address{}
	}
	code := append(bytes.Clone(artifact.Bytecode), packed...)
	// The label is part of the salt: two proxies of the same kind have equal init code.
	salt := crypto.Keccak256Hash(b.salt[:], []byte(label))
	address := crypto.CreateAddress2(factory, salt, crypto.Keccak256(code))
	b.contracts = append(b.contracts, &contract{label: label, artifact: artifact, initCode: code, salt: salt, address: address})
	return address
}

// proxy plans the code of an upgradeable contract and its proxy, which calls initialize with these arguments when it is made.
func (b *builder) proxy(name string, constructor []any, initialize []any) common.Address {
	return b.proxyTo(name, b.make(name+" code", name, constructor...), initialize)
}

func (b *builder) proxyTo(name string, code common.Address, initialize []any) common.Address {
	if b.err != nil {
		return common.Address{}
	}
	call, err := b.abi(name).Pack("initialize", initialize...)
	if err != nil {
		b.err = fmt.Errorf("deploy: initialize of %s: %w", name, err)
		return common.Address{}
	}
	return b.make(name, "ERC1967Proxy", code, call)
}

// sameCode compares code on L1 with the artifact, except for what constructors fill in.
func (c *contract) sameCode(code []byte) error {
	want := c.artifact.DeployedBytecode
	if len(code) != len(want) {
		return fmt.Errorf("%s at %v has %d bytes of code instead of %d", c.label, c.address, len(code), len(want))
	}
	masked := bytes.Clone(code)
	for _, r := range c.artifact.ImmutableReferences {
		clear(masked[r.Start : r.Start+r.Length])
	}
	if !bytes.Equal(masked, want) {
		return fmt.Errorf("%s at %v has other code than the artifact", c.label, c.address)
	}
	return nil
}

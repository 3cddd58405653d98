// Package artifacts holds the compiled contracts.
//
// In: the JSON files of this folder, made by `make -C contracts build` with the npm compiler that contracts/package.json
// pins. Out: ABI, creation code and what else a deployer or an inspector needs. Running and testing need no compiler: the
// files are committed, and TestFresh compares the hash of every source with the one in the artifact.
//
// Errors: an unknown name; anything else is a broken build of this package, found by its tests.
package artifacts

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

//go:embed *.json
var files embed.FS

// Artifact is one compiled contract.
type Artifact struct {
	ContractName        string          `json:"contractName"`
	SourceName          string          `json:"sourceName"`
	ABI                 json.RawMessage `json:"abi"`
	Bytecode            hexutil.Bytes   `json:"bytecode"`         // creation code, before constructor arguments
	DeployedBytecode    hexutil.Bytes   `json:"deployedBytecode"` // with zeroes where immutables go
	ImmutableReferences []ByteRange     `json:"immutableReferences"`
	StorageLayout       []StorageSlot   `json:"storageLayout"`
	Metadata            Metadata        `json:"metadata"`
}

// ByteRange is a piece of the deployed code that the constructor fills in.
type ByteRange struct {
	Start  int `json:"start"`
	Length int `json:"length"`
}

// StorageSlot is one state variable outside of namespaced storage.
type StorageSlot struct {
	Label  string `json:"label"`
	Slot   string `json:"slot"` // decimal
	Offset int    `json:"offset"`
	Type   string `json:"type"`
}

// Metadata says what the contract was compiled from.
type Metadata struct {
	Compiler string            `json:"compiler"`
	Settings json.RawMessage   `json:"settings"`
	Sources  map[string]string `json:"sources"` // source name -> keccak256 of the file
}

// Get returns the artifact of a contract.
func Get(name string) (*Artifact, error) {
	raw, err := files.ReadFile(name + ".json")
	if err != nil {
		return nil, fmt.Errorf("artifact %q: unknown contract", name)
	}
	var a Artifact
	if err := json.Unmarshal(raw, &a); err != nil {
		return nil, fmt.Errorf("artifact %q: %w", name, err)
	}
	return &a, nil
}

// Load returns ABI and creation code of a contract, which is what a deployment needs.
func Load(name string) (abi.ABI, []byte, error) {
	a, err := Get(name)
	if err != nil {
		return abi.ABI{}, nil, err
	}
	parsed, err := abi.JSON(bytes.NewReader(a.ABI))
	if err != nil {
		return abi.ABI{}, nil, fmt.Errorf("artifact %q: abi: %w", name, err)
	}
	return parsed, a.Bytecode, nil
}

// Names returns the names of all contracts, sorted.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil // the embedded root can always be read
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".json"))
	}
	return names
}

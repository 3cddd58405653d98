package deploy

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"

	whole "github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Deployment is where everything is on L1.
type Deployment struct {
	L1ChainID uint64          `json:"l1ChainId"`
	ChainID   uint64          `json:"chainId"`
	DAScheme  rollup.DAScheme `json:"daScheme"`

	Bridgehub        common.Address `json:"bridgehub"`
	ChainTypeManager common.Address `json:"chainTypeManager"`
	MessageRoot      common.Address `json:"messageRoot"`
	VerifierRegistry common.Address `json:"verifierRegistry"`
	Verifier         common.Address `json:"verifier"`
	Timelock         common.Address `json:"validatorTimelock"`
	DAValidator      common.Address `json:"daValidator"`
	AssetRouter      common.Address `json:"l1AssetRouter"`
	Nullifier        common.Address `json:"l1Nullifier"`
	Vault            common.Address `json:"l1NativeTokenVault"`
	TestToken        common.Address `json:"testToken"` // zero when there is none

	// Known when the chain has been created.
	Chain             common.Address `json:"chainContract"`
	GenesisCommitment common.Hash    `json:"genesisStateCommitment"`
	StartBlock        uint64         `json:"startBlock"` // L1 block in which the chain was created
	StartBlockHash    common.Hash    `json:"startBlockHash"`
}

// file is the content of a state file.
type file struct {
	ConfigID   common.Hash `json:"configId"`
	Config     Config      `json:"config"`
	StartedAt  *uint64     `json:"startedAtBlock"` // head of L1 when the deployment began
	Done       []string    `json:"done"`
	Deployment *Deployment `json:"deployment"`
}

// readState reads a state file; nil when there is none. A file of another configuration is refused.
func readState(path string, cfg *Config) (*file, error) {
	id, err := cfg.id()
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	fresh := &file{ConfigID: id, Config: *cfg}
	if path == "" {
		return fresh, nil
	}
	raw, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return fresh, nil
	}
	if err != nil {
		return nil, fmt.Errorf("deploy: state file: %w", err)
	}
	f, err := decodeState(raw, id)
	if err != nil {
		return nil, fmt.Errorf("deploy: state file %s: %w", path, err)
	}
	return f, nil
}

func decodeState(raw []byte, id common.Hash) (*file, error) {
	f := new(file)
	if err := json.Unmarshal(raw, f); err != nil {
		return nil, err
	}
	if f.ConfigID != id {
		return nil, fmt.Errorf("it belongs to another configuration (%v, now %v): use another file or that configuration", f.ConfigID, id)
	}
	return f, nil
}

func (f *file) write(path string) error {
	if path == "" {
		return nil
	}
	enc, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return fmt.Errorf("deploy: state file: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("deploy: state file: %w", err)
	}
	if err := whole.Write(path, append(enc, '\n')); err != nil {
		return fmt.Errorf("deploy: state file: %w", err)
	}
	return nil
}

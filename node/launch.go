package node

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Files of a chain's directory. Genesis and deployment are all that a node, a deriver or another operator needs of a chain; the state file is the deployer's.
const (
	genesisFile    = "genesis.json"
	deploymentFile = "deployment.json"
	stateFile      = "deploy.json"
)

// Chain identifies a chain: what it begins with and where it settles.
type Chain struct {
	Genesis    genesis.Config
	Deployment deploy.Deployment
}

// ReadChain reads a chain's directory.
func ReadChain(dir string) (*Chain, error) {
	raw, err := os.ReadFile(filepath.Join(dir, genesisFile))
	if err != nil {
		return nil, fmt.Errorf("chain directory: %w", err)
	}
	g, err := genesis.Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, genesisFile), err)
	}
	c := &Chain{Genesis: *g}
	if raw, err = os.ReadFile(filepath.Join(dir, deploymentFile)); err != nil {
		return nil, fmt.Errorf("chain directory: %w", err)
	}
	if err := json.Unmarshal(raw, &c.Deployment); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, deploymentFile), err)
	}
	if c.Deployment.ChainID != g.Chain.ChainID || c.Deployment.L1ChainID != g.L1ChainID {
		return nil, fmt.Errorf("%s: genesis is of chain %d over L1 %d, deployment of chain %d over L1 %d", dir, g.Chain.ChainID, g.L1ChainID, c.Deployment.ChainID, c.Deployment.L1ChainID)
	}
	return c, nil
}

// checkKind refuses to make another chain of this one.
func (c *Chain) checkKind(cfg *deploy.Config) error {
	d := &c.Deployment
	if d.ChainID == cfg.Chain.ChainID && d.L1ChainID == cfg.L1ChainID && d.DAScheme == cfg.DAScheme {
		return nil
	}
	describe := func(chain, l1 uint64, scheme rollup.DAScheme) string {
		return fmt.Sprintf("chain %d over L1 %d with %s", chain, l1, daName(scheme))
	}
	return fmt.Errorf("holds %s, not %s: use another directory", describe(d.ChainID, d.L1ChainID, d.DAScheme), describe(cfg.Chain.ChainID, cfg.L1ChainID, cfg.DAScheme))
}

// CheckL1 refuses an L1 on which the chain was not created: one with the same chain id that is another network, such as a development network that was started anew.
func (c *Chain) CheckL1(ctx context.Context, l1 deploy.L1) error {
	header, err := l1.HeaderByNumber(ctx, new(big.Int).SetUint64(c.Deployment.StartBlock))
	if err == nil && header.Hash() == c.Deployment.StartBlockHash {
		return nil
	}
	if err != nil && !errors.Is(err, ethereum.NotFound) {
		return fmt.Errorf("L1 block %d: %w", c.Deployment.StartBlock, err)
	}
	return fmt.Errorf("chain %d was created in block %d (%v) of another L1: use that L1, or another directory", c.Deployment.ChainID, c.Deployment.StartBlock, c.Deployment.StartBlockHash)
}

// Launch puts contracts and chain on L1, as far as they are not there, and writes the chain's directory. It can be killed at any point and called again: the genesis is on disk
// before the chain is created with it. base gives the genesis without what only L1 knows (asset router, time).
func Launch(ctx context.Context, l1 deploy.L1, key *ecdsa.PrivateKey, dir string, cfg deploy.Config, base genesis.Config, options deploy.Options) (*Chain, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("chain directory: %w", err)
	}
	if there, err := ReadChain(dir); err == nil {
		if err = there.checkKind(&cfg); err == nil {
			err = there.CheckL1(ctx, l1)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	head, err := l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("head of L1: %w", err)
	}
	base.L1ChainID, base.Timestamp = cfg.L1ChainID, head.Time
	c := &Chain{}
	toCommitment := func(predicted *deploy.Deployment) (common.Hash, error) {
		base.L1AssetRouter = predicted.AssetRouter
		fixed, err := fixGenesis(filepath.Join(dir, genesisFile), base)
		if err != nil {
			return common.Hash{}, err
		}
		c.Genesis = *fixed
		g, err := fixed.Genesis()
		if err != nil {
			return common.Hash{}, err
		}
		return genesis.StateCommitment(g)
	}
	options.StateFile = filepath.Join(dir, stateFile)
	d, err := deploy.Deploy(ctx, l1, key, cfg, toCommitment, options)
	if err != nil {
		return nil, err
	}
	c.Deployment = *d
	enc, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, err
	}
	return c, file.Write(filepath.Join(dir, deploymentFile), append(enc, '\n'))
}

// fixGenesis returns the genesis that is on disk, or puts this one there.
func fixGenesis(path string, g genesis.Config) (*genesis.Config, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		enc, err := g.Encode()
		if err != nil {
			return nil, err
		}
		return &g, file.Write(path, append(enc, '\n'))
	}
	if err != nil {
		return nil, err
	}
	there, err := genesis.Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if there.Chain != g.Chain || there.L1ChainID != g.L1ChainID || there.L1AssetRouter != g.L1AssetRouter {
		return nil, fmt.Errorf("%s is of chain %d over L1 %d, not of chain %d over L1 %d: use another directory", path, there.Chain.ChainID, there.L1ChainID, g.Chain.ChainID, g.L1ChainID)
	}
	return there, nil
}

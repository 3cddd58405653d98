package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"path/filepath"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
)

// bank has what the accounts of the state are given.
var bank = common.HexToAddress("0xba4c")

// Ashlar is a running chain of ours.
type Ashlar struct {
	node    *node.Sequencing
	holders int
	cancel  context.CancelFunc
	done    chan error
}

// StartAshlar makes a chain in dir with the senders' balances and cfg.Accounts accounts, and serves it. tell hears how many accounts there are already.
func StartAshlar(cfg *Config, senders *Senders, dir string, log *slog.Logger, tell func(accounts int)) (*Ashlar, error) {
	config := genesis.Default(chainID)
	config.Timestamp, config.GasPerPubdata, config.L1ChainID, config.L1AssetRouter = uint64(time.Now().Unix()), 5, gethChainID, common.HexToAddress("0x1111")
	config.Chain.BlockGasLimit = blockGas
	config.Prefund = map[common.Address]*hexutil.Big{bank: (*hexutil.Big)(new(big.Int).Mul(richWei, big.NewInt(1_000_000)))}
	for _, s := range senders.list {
		config.Prefund[s.address] = (*hexutil.Big)(richWei)
	}
	g, err := config.Genesis()
	if err != nil {
		return nil, err
	}
	if g.Alloc[token], err = tokenAccount(senders.list); err != nil {
		return nil, err
	}
	s, err := store.Open(store.Config{Dir: filepath.Join(dir, "chain"), Process: "ashlar bench", Logger: log, OnTheWay: node.BlocksOnTheWay}, g)
	if err != nil {
		return nil, err
	}
	if err := populate(s, cfg.Accounts, tell); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	served := rpc.DefaultConfig()
	served.Otterscan, served.RateLimit = cfg.Otterscan, 0 // all of the load comes from one address
	n, err := node.NewSequencing(node.SequencingConfig{DataDir: dir, Genesis: config, Scheme: rollup.DABlobs, RPC: served, Log: log, WithoutStream: !cfg.Stream}, s)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	a := &Ashlar{node: n, holders: cfg.Accounts, cancel: cancel, done: make(chan error, 1)}
	go func() { a.done <- n.Run(ctx) }()
	return a, nil
}

// Endpoint implements System.
func (a *Ashlar) Endpoint() string { return a.node.HTTPEndpoint() }

// ChainID implements System.
func (a *Ashlar) ChainID() uint64 { return chainID }

// Holders implements System.
func (a *Ashlar) Holders() int { return a.holders }

// Close ends the chain.
func (a *Ashlar) Close() error {
	a.cancel()
	return errors.Join(<-a.done, a.node.Close())
}

// populateChunk is how many accounts one block of populate makes.
const populateChunk = 50_000

// populate gives wei of the bank to n accounts, in blocks without transactions: the store does not ask where a change of the state comes from.
func populate(s *store.Store, n int, tell func(int)) error {
	for made := 0; made < n; {
		chunk := min(populateChunk, n-made)
		if err := populateBlock(s, made, chunk); err != nil {
			return fmt.Errorf("populate: %w", err)
		}
		made += chunk
		tell(made)
	}
	return nil
}

func populateBlock(s *store.Store, first, n int) error {
	head := s.Head()
	before, err := s.ChainStateAt(head.Number)
	if err != nil {
		return err
	}
	env := rollup.BlockEnv{Number: head.Number + 1, Timestamp: head.Timestamp, GasLimit: blockGas, GasPerPubdata: 5, BaseFee: *uint256.NewInt(100_000_000)}
	b, err := stf.NewBuilder(&s.Genesis().Config, env, before, s.HeadState())
	if err != nil {
		return err
	}
	res, err := b.Finish()
	if err != nil {
		return err
	}
	from, err := s.HeadState().Account(bank)
	if err != nil {
		return err
	}
	each := uint256.NewInt(1e18)
	left := from
	left.Balance.Sub(&from.Balance, new(uint256.Int).Mul(each, uint256.NewInt(uint64(n))))
	res.Diff.Accounts = append(res.Diff.Accounts, rollup.AccountDiff{Address: bank, Before: from, After: left})
	for i := range n {
		after := rollup.EmptyAccount()
		after.Balance = *each
		res.Diff.Accounts = append(res.Diff.Accounts, rollup.AccountDiff{Address: holder(uint64(first + i)), Before: rollup.EmptyAccount(), After: after})
	}
	slices.SortFunc(res.Diff.Accounts, func(a, b rollup.AccountDiff) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	return s.AppendBlock(res)
}

package l1

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// FinalizedTag as Config.FinalityBlocks asks the node which block is final.
const FinalizedTag = -1

// Config of a client.
type Config struct {
	URL            string // http, https, ws, wss
	ChainID        uint64 // 0 accepts any
	FinalityBlocks int64  // this many blocks below the head are not final; FinalizedTag leaves it to the node
	LogRangeBlocks uint64 // blocks asked for at once
}

// DefaultConfig treats every block as final, which suits a development network.
func DefaultConfig() Config { return Config{LogRangeBlocks: 2000} }

// Check refuses what cannot work.
func (c *Config) Check() error {
	switch {
	case c.URL == "":
		return errors.New("l1: url is missing")
	case c.LogRangeBlocks == 0:
		return errors.New("l1: log range is zero")
	case c.FinalityBlocks < FinalizedTag:
		return fmt.Errorf("l1: finality depth %d", c.FinalityBlocks)
	}
	return nil
}

// Ref names a block.
type Ref struct {
	Number uint64
	Hash   common.Hash
	Parent common.Hash
	Time   uint64 // seconds
}

// Client is a connection to L1.
type Client struct {
	*ethclient.Client
	cfg     Config
	chainID uint64
}

// Dial connects and checks the chain id.
func Dial(ctx context.Context, cfg Config) (*Client, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	connection, err := rpc.DialContext(ctx, cfg.URL)
	if err != nil {
		return nil, fmt.Errorf("l1: dial %s: %w", cfg.URL, err)
	}
	c, err := New(ctx, connection, cfg)
	if err != nil {
		connection.Close()
	}
	return c, err
}

// New is Dial over an existing connection, which the client then owns.
func New(ctx context.Context, connection *rpc.Client, cfg Config) (*Client, error) {
	c := &Client{Client: ethclient.NewClient(connection), cfg: cfg}
	id, err := c.Client.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("l1: chain id: %w", err)
	}
	if !id.IsUint64() || (cfg.ChainID != 0 && id.Uint64() != cfg.ChainID) {
		return nil, fmt.Errorf("l1: %s is chain %v, want %d: %w", cfg.URL, id, cfg.ChainID, ErrWrongChain)
	}
	c.chainID = id.Uint64()
	return c, nil
}

// ID is the chain id.
func (c *Client) ID() uint64 { return c.chainID }

// Head is the newest block.
func (c *Client) Head(ctx context.Context) (Ref, error) { return c.ref(ctx, nil) }

// Block is the canonical block with this number.
func (c *Client) Block(ctx context.Context, number uint64) (Ref, error) {
	return c.ref(ctx, new(big.Int).SetUint64(number))
}

// Final is the newest block that, by the configuration, will not be undone.
func (c *Client) Final(ctx context.Context) (Ref, error) {
	if c.cfg.FinalityBlocks == FinalizedTag {
		return c.ref(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	}
	head, err := c.Head(ctx)
	if err != nil || c.cfg.FinalityBlocks == 0 {
		return head, err
	}
	return c.Block(ctx, head.Number-min(head.Number, uint64(c.cfg.FinalityBlocks)))
}

func (c *Client) ref(ctx context.Context, number *big.Int) (Ref, error) {
	header, err := c.HeaderByNumber(ctx, number)
	if err != nil {
		return Ref{}, fmt.Errorf("l1: block %v: %w", number, err)
	}
	return Ref{Number: header.Number.Uint64(), Hash: header.Hash(), Parent: header.ParentHash, Time: header.Time}, nil
}

// BlockLogs are the logs of one block, by its hash: a node that does not have the block says so instead of answering with nothing.
func (c *Client) BlockLogs(ctx context.Context, query ethereum.FilterQuery, block Ref) ([]types.Log, error) {
	query.BlockHash, query.FromBlock, query.ToBlock = &block.Hash, nil, nil
	logs, err := c.FilterLogs(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("l1: logs of block %d: %w", block.Number, err)
	}
	for i := range logs {
		if logs[i].BlockHash != block.Hash || logs[i].BlockNumber != block.Number {
			return nil, fmt.Errorf("l1: logs of block %d %v: one is of block %d %v: %w", block.Number, block.Hash, logs[i].BlockNumber, logs[i].BlockHash, ErrReorg)
		}
	}
	return logs, nil
}

// Logs passes the logs of blocks [from, to] to visit, range by range, in order. A range that the node finds too large is halved.
func (c *Client) Logs(ctx context.Context, query ethereum.FilterQuery, from, to uint64, visit func(upTo uint64, logs []types.Log) error) error {
	step := c.cfg.LogRangeBlocks
	for from <= to {
		last := min(to, from+step-1)
		query.FromBlock, query.ToBlock = new(big.Int).SetUint64(from), new(big.Int).SetUint64(last)
		logs, err := c.FilterLogs(ctx, query)
		if err != nil {
			if step > 1 && rangeTooLarge(err) {
				step /= 2
				continue
			}
			return fmt.Errorf("l1: logs of blocks %d to %d: %w", from, last, err)
		}
		if err := visit(last, logs); err != nil {
			return err
		}
		from = last + 1
	}
	return nil
}

package statetest

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// Run executes the case and compares with the fixture. The block result is nil when the transaction was refused, as it had to be.
func (c *Case) Run() (*stf.BlockResult, error) {
	res, err := stf.ExecuteBlock(&c.Config, &c.Chain, c.Pre, c.Block())
	if c.Refused != "" {
		if err == nil {
			return nil, fmt.Errorf("transaction was accepted, expected %s", c.Refused)
		}
		if !errors.Is(err, stf.ErrInvalidBlock) {
			return nil, err
		}
		root, err := c.Pre.Root()
		if err == nil && root != c.Root {
			err = fmt.Errorf("state root %x before, want %x", root, c.Root)
		}
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	return res, c.compare(res)
}

func (c *Case) compare(res *stf.BlockResult) error {
	post, err := c.Pre.After(&res.Diff)
	if err != nil {
		return err
	}
	root, err := post.Root()
	if err != nil {
		return err
	}
	var logs []*types.Log
	for _, r := range res.Receipts {
		logs = append(logs, r.Logs...)
	}
	hash, err := LogsHash(logs)
	if err != nil {
		return err
	}
	if root != c.Root {
		return fmt.Errorf("state root %x, want %x", root, c.Root)
	}
	if hash != c.Logs {
		return fmt.Errorf("logs hash %x, want %x", hash, c.Logs)
	}
	return nil
}

package rpc

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

const maxTopics = 4

// Criteria select logs. An empty list of addresses, or of topics at a position, matches all.
type Criteria struct {
	BlockHash *common.Hash
	From, To  *BlockNumber
	Addresses []common.Address
	Topics    [][]common.Hash
}

// UnmarshalJSON takes what geth takes: address and each topic can be null, one value or a list.
func (c *Criteria) UnmarshalJSON(data []byte) error {
	type input struct {
		BlockHash *common.Hash `json:"blockHash"`
		From      *BlockNumber `json:"fromBlock"`
		To        *BlockNumber `json:"toBlock"`
		Address   any          `json:"address"`
		Topics    []any        `json:"topics"`
	}
	var in input
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.BlockHash != nil && (in.From != nil || in.To != nil) {
		return invalidParams("cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other")
	}
	var err error
	c.BlockHash, c.From, c.To = in.BlockHash, in.From, in.To
	if c.Addresses, err = addressesOf(in.Address); err != nil {
		return err
	}
	if len(in.Topics) > maxTopics {
		return errTooManyTopics
	}
	c.Topics = make([][]common.Hash, len(in.Topics))
	for i, topic := range in.Topics {
		if c.Topics[i], err = topicsOf(topic); err != nil {
			return err
		}
	}
	return nil
}

var (
	errTooManyTopics = invalidParams("exceed max topics")
	errInvalidTopic  = invalidParams("invalid topic(s)")
)

func addressesOf(in any) (out []common.Address, err error) {
	switch in := in.(type) {
	case nil:
		return nil, nil
	case string:
		a, err := bytesOf(in, common.AddressLength, "address")
		if err != nil {
			return nil, invalidParams("invalid address: %v", err)
		}
		return []common.Address{common.BytesToAddress(a)}, nil
	case []any:
		for i, one := range in {
			text, ok := one.(string)
			if !ok {
				return nil, invalidParams("non-string address at index %d", i)
			}
			a, err := bytesOf(text, common.AddressLength, "address")
			if err != nil {
				return nil, invalidParams("invalid address at index %d: %v", i, err)
			}
			out = append(out, common.BytesToAddress(a))
		}
		return out, nil
	}
	return nil, invalidParams("invalid addresses in query")
}

// topicsOf gives the topics of one position; a null among them stands for all, and what follows it is not looked at.
func topicsOf(in any) (out []common.Hash, err error) {
	var many []any
	switch in := in.(type) {
	case nil:
		return nil, nil
	case string:
		many = []any{in}
	case []any:
		many = in
	default:
		return nil, errInvalidTopic
	}
	for _, one := range many {
		if one == nil {
			return nil, nil
		}
		text, ok := one.(string)
		if !ok {
			return nil, errInvalidTopic
		}
		t, err := bytesOf(text, common.HashLength, "topic")
		if err != nil {
			return nil, invalidParams("%v", err)
		}
		out = append(out, common.BytesToHash(t))
	}
	return out, nil
}

func bytesOf(text string, length int, what string) ([]byte, error) {
	value, err := hexutil.Decode(text)
	if err == nil && len(value) != length {
		err = fmt.Errorf("hex has invalid length %d after decoding; expected %d for %s", len(value), length, what)
	}
	return value, err
}

// follow prepares criteria for logs of new blocks: earliest is the oldest block from now on, and a range in which nothing new can come is refused, as by geth.
func (c *Criteria) follow(oldest uint64) error {
	bound := func(n *BlockNumber) gethrpc.BlockNumber {
		if n == nil {
			return gethrpc.LatestBlockNumber
		}
		if n.BlockNumber == gethrpc.EarliestBlockNumber {
			n.BlockNumber = gethrpc.BlockNumber(oldest)
		}
		return n.BlockNumber
	}
	from, to := bound(c.From), bound(c.To)
	switch {
	case from == gethrpc.PendingBlockNumber || to == gethrpc.PendingBlockNumber:
		return errPendingLogs
	case to == gethrpc.LatestBlockNumber && (from == gethrpc.LatestBlockNumber || from >= 0), from >= 0 && to >= from:
		return nil
	}
	return errBlockRange
}

// covers reports whether the block is within the numbers that the criteria name; tags are resolved by those who search.
func (c *Criteria) covers(number uint64) bool {
	below := c.From != nil && c.From.BlockNumber >= 0 && number < uint64(c.From.BlockNumber)
	above := c.To != nil && c.To.BlockNumber >= 0 && number > uint64(c.To.BlockNumber)
	return !below && !above
}

// check refuses what would take too long to match.
func (c *Criteria) check(limit int) error {
	if len(c.Addresses) > limit {
		return invalidParams("exceed max addresses or topics per search position")
	}
	for _, t := range c.Topics {
		if len(t) > limit {
			return invalidParams("exceed max addresses or topics per search position")
		}
	}
	return nil
}

// mayMatch reports whether a block with this bloom filter can have a log that matches.
func (c *Criteria) mayMatch(bloom types.Bloom) bool {
	if len(c.Addresses) > 0 && !slices.ContainsFunc(c.Addresses, func(a common.Address) bool { return types.BloomLookup(bloom, a) }) {
		return false
	}
	for _, topics := range c.Topics {
		if len(topics) > 0 && !slices.ContainsFunc(topics, func(t common.Hash) bool { return types.BloomLookup(bloom, t) }) {
			return false
		}
	}
	return true
}

func (c *Criteria) matches(l *types.Log) bool {
	if len(c.Addresses) > 0 && !slices.Contains(c.Addresses, l.Address) {
		return false
	}
	if len(c.Topics) > len(l.Topics) {
		return false
	}
	for i, topics := range c.Topics {
		if len(topics) > 0 && !slices.Contains(topics, l.Topics[i]) {
			return false
		}
	}
	return true
}

package rpc

import (
	"encoding/json"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
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
	var in struct {
		BlockHash *common.Hash      `json:"blockHash"`
		From      *BlockNumber      `json:"fromBlock"`
		To        *BlockNumber      `json:"toBlock"`
		Address   json.RawMessage   `json:"address"`
		Topics    []json.RawMessage `json:"topics"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.BlockHash != nil && (in.From != nil || in.To != nil) {
		return invalidParams("cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other")
	}
	if len(in.Topics) > maxTopics {
		return invalidParams("exceed max topics")
	}
	c.BlockHash, c.From, c.To = in.BlockHash, in.From, in.To
	var err error
	if c.Addresses, _, err = oneOrMore[common.Address](in.Address); err != nil {
		return invalidParams("invalid address: %v", err)
	}
	for i, raw := range in.Topics {
		topics, wildcard, err := oneOrMore[common.Hash](raw)
		if err != nil {
			return invalidParams("invalid topic %d: %v", i, err)
		}
		if wildcard {
			topics = nil
		}
		c.Topics = append(c.Topics, topics)
	}
	return nil
}

// oneOrMore reads null, a value or a list of values; a null in the list is a wildcard.
func oneOrMore[T any](raw json.RawMessage) (values []T, wildcard bool, err error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, true, nil
	}
	if raw[0] != '[' {
		var one T
		err := json.Unmarshal(raw, &one)
		return []T{one}, false, err
	}
	var many []*T
	if err := json.Unmarshal(raw, &many); err != nil {
		return nil, false, err
	}
	for _, v := range many {
		if v == nil {
			wildcard = true
			continue
		}
		values = append(values, *v)
	}
	return values, wildcard, nil
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

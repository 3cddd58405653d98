package rpc

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
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
	addresses, _, err := oneOrMore(in.Address, "addresses in query", common.AddressLength, "address")
	if err != nil {
		return err
	}
	for _, a := range addresses {
		c.Addresses = append(c.Addresses, common.BytesToAddress(a))
	}
	for _, raw := range in.Topics {
		values, wildcard, err := oneOrMore(raw, "topic(s)", common.HashLength, "topic")
		if err != nil {
			return err
		}
		var topics []common.Hash
		for _, v := range values {
			topics = append(topics, common.BytesToHash(v))
		}
		if wildcard {
			topics = nil
		}
		c.Topics = append(c.Topics, topics)
	}
	return nil
}

// oneOrMore reads null, a value of length bytes or a list of such values; a null in the list is a wildcard. Errors are worded as geth words them.
func oneOrMore(raw json.RawMessage, what string, length int, one string) (values [][]byte, wildcard bool, err error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, true, nil
	}
	var many []*string
	if raw[0] == '[' {
		err = json.Unmarshal(raw, &many)
	} else {
		many = []*string{new(string)}
		err = json.Unmarshal(raw, many[0])
	}
	if err != nil {
		return nil, false, invalidParams("invalid %s", what)
	}
	for i, text := range many {
		if text == nil {
			wildcard = true
			continue
		}
		value, err := hexutil.Decode(*text)
		if err == nil && len(value) != length {
			err = fmt.Errorf("hex has invalid length %d after decoding; expected %d for %s", len(value), length, one)
		}
		switch {
		case err == nil:
			values = append(values, value)
		case one == "address" && raw[0] == '[':
			return nil, false, invalidParams("invalid address at index %d: %v", i, err)
		case one == "address":
			return nil, false, invalidParams("invalid address: %v", err)
		default:
			return nil, false, invalidParams("%v", err)
		}
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

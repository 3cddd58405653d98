package rpc

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"reflect"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// simBlock is one block of eth_simulateV1.
type simBlock struct {
	BlockOverrides *BlockOverride
	StateOverrides *StateOverride
	Calls          []CallArgs
}

// UnmarshalJSON refuses overrides that it does not know: an override that is passed over would give a wrong answer.
func (b *simBlock) UnmarshalJSON(data []byte) error {
	var in struct {
		BlockOverrides json.RawMessage                    `json:"blockOverrides"`
		StateOverrides map[common.Address]json.RawMessage `json:"stateOverrides"`
		Calls          []CallArgs                         `json:"calls"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*b = simBlock{Calls: in.Calls}
	if len(in.BlockOverrides) > 0 {
		if err := knownKeys(in.BlockOverrides, reflect.TypeFor[BlockOverride](), "block override"); err != nil {
			return err
		}
		if err := json.Unmarshal(in.BlockOverrides, &b.BlockOverrides); err != nil {
			return err
		}
	}
	if in.StateOverrides == nil {
		return nil
	}
	overrides := make(StateOverride, len(in.StateOverrides))
	for address, raw := range in.StateOverrides {
		if err := knownKeys(raw, reflect.TypeFor[AccountOverride](), "state override for "+address.Hex()); err != nil {
			return err
		}
		var account AccountOverride
		if err := json.Unmarshal(raw, &account); err != nil {
			return err
		}
		overrides[address] = account
	}
	b.StateOverrides = &overrides
	return nil
}

// knownKeys wants every key of the object to name a field of t, in any case, and no two to name the same.
func knownKeys(object json.RawMessage, t reflect.Type, what string) error {
	var keys map[string]json.RawMessage
	if json.Unmarshal(object, &keys) != nil {
		return nil // the reader of the object says what is wrong
	}
	names := map[string]string{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names[strings.ToLower(name)] = ""
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		before, known := names[strings.ToLower(key)]
		if !known {
			return fmt.Errorf("unknown field %q in %s", key, what)
		}
		if before != "" {
			return fmt.Errorf("keys %q and %q in %s name the same field", before, key, what)
		}
		names[strings.ToLower(key)] = key
	}
	return nil
}

// sanitize gives every block a number and a time, and fills gaps between numbers with empty blocks.
func (s *simulator) sanitize(blocks []simBlock) ([]simBlock, error) {
	var out []simBlock
	base := new(big.Int).SetUint64(s.at.Env.Number)
	number, time := new(big.Int).Set(base), s.at.Env.Timestamp
	for _, b := range blocks {
		o := BlockOverride{}
		if b.BlockOverrides != nil {
			o = *b.BlockOverrides
		}
		want := new(big.Int).Add(number, big.NewInt(1))
		if o.Number != nil {
			want = o.Number.ToInt()
		}
		if want.Cmp(number) <= 0 {
			return nil, coded(codeBlockNumber, "block numbers must be in order: %d <= %d", want, number)
		}
		if new(big.Int).Sub(want, base).Cmp(big.NewInt(simBlocks)) > 0 {
			return nil, coded(codeClientLimit, "too many blocks")
		}
		for number.Add(number, big.NewInt(1)).Cmp(want) < 0 {
			time += simSeconds
			out = append(out, simBlock{BlockOverrides: blockAt(number, time)})
		}
		at := time + simSeconds
		if o.Time != nil {
			at = uint64(*o.Time)
		}
		if at <= time {
			return nil, coded(codeBlockTimestamp, "block timestamps must be in order: %d <= %d", at, time)
		}
		time = at
		o.Number, o.Time = blockAt(number, time).Number, (*hexutil.Uint64)(&at)
		b.BlockOverrides = &o
		out = append(out, b)
	}
	return out, nil
}

func blockAt(number *big.Int, time uint64) *BlockOverride {
	return &BlockOverride{Number: (*hexutil.Big)(new(big.Int).Set(number)), Time: (*hexutil.Uint64)(&time)}
}

package rpc

import (
	"context"
	"encoding/hex"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ethState reads accounts.
type ethState struct{ *api }

// GetBalance is eth_getBalance.
func (e *ethState) GetBalance(address common.Address, id *BlockID) (*hexutil.Big, error) {
	state, err := e.stateAt(orLatest(id))
	if err != nil {
		return nil, err
	}
	account, err := state.Account(address)
	return (*hexutil.Big)(account.Balance.ToBig()), err
}

// GetTransactionCount is eth_getTransactionCount; pending counts the executable transactions of the pool too.
func (e *ethState) GetTransactionCount(address common.Address, id *BlockID) (hexutil.Uint64, error) {
	at := orLatest(id)
	if n, ok := at.Number(); ok && n == gethrpc.PendingBlockNumber {
		return hexutil.Uint64(e.back.Pool.Nonce(address)), nil
	}
	state, err := e.stateAt(at)
	if err != nil {
		return 0, err
	}
	account, err := state.Account(address)
	return hexutil.Uint64(account.Nonce), err
}

// GetCode is eth_getCode.
func (e *ethState) GetCode(address common.Address, id *BlockID) (hexutil.Bytes, error) {
	state, err := e.stateAt(orLatest(id))
	if err != nil {
		return nil, err
	}
	account, err := state.Account(address)
	if err != nil || account.CodeHash == rollup.EmptyCodeHash || account.CodeHash == (common.Hash{}) {
		return hexutil.Bytes{}, err
	}
	return state.Code(account.CodeHash)
}

// GetStorageAt is eth_getStorageAt. As in geth the slot may be shorter than 32 bytes.
func (e *ethState) GetStorageAt(address common.Address, slot string, id *BlockID) (hexutil.Bytes, error) {
	state, err := e.stateAt(orLatest(id))
	if err != nil {
		return nil, err
	}
	key, _, err := decodeSlot(slot)
	if err != nil {
		return nil, err
	}
	value, err := state.Storage(address, key)
	return value[:], err
}

// GetStorageValues is eth_getStorageValues: many slots of many accounts at once.
func (e *ethState) GetStorageValues(ctx context.Context, requests map[common.Address][]common.Hash, id *BlockID) (map[common.Address][]hexutil.Bytes, error) {
	total := 0
	for _, keys := range requests {
		total += len(keys)
	}
	if total > e.cfg.StorageSlots {
		return nil, coded(codeClientLimit, "too many slots (max %d)", e.cfg.StorageSlots)
	}
	if total == 0 {
		return nil, invalidParams("empty request")
	}
	ctx, done, err := e.admit(ctx, e.cfg.CallTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	state, err := e.stateAt(orLatest(id))
	if err != nil {
		return nil, err
	}
	out := make(map[common.Address][]hexutil.Bytes, len(requests))
	for address, keys := range requests {
		values := make([]hexutil.Bytes, len(keys))
		for i, key := range keys {
			value, err := state.Storage(address, key)
			if err != nil {
				return nil, err
			}
			if ctx.Err() != nil {
				return nil, e.aborted()
			}
			values[i] = value[:]
		}
		out[address] = values
	}
	return out, nil
}

// decodeSlot reads a key of at most 32 bytes, with or without 0x, and says how many bytes it had.
func decodeSlot(s string) (key common.Hash, length int, err error) {
	digits := s
	if strings.HasPrefix(s, "0x") || strings.HasPrefix(s, "0X") {
		digits = s[2:]
	}
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	if len(digits) > 64 {
		return common.Hash{}, 0, invalidParams("storage key too long (want at most 32 bytes): %q", s)
	}
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return common.Hash{}, 0, invalidParams("invalid hex in storage key: %q", s)
	}
	return common.BytesToHash(raw), len(raw), nil
}

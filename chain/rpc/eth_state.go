package rpc

import (
	"encoding/hex"
	"errors"
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
	key, err := decodeSlot(slot)
	if err != nil {
		return nil, invalidParams("unable to decode storage key: %v", err)
	}
	state, err := e.stateAt(orLatest(id))
	if err != nil {
		return nil, err
	}
	value, err := state.Storage(address, key)
	return value[:], err
}

func decodeSlot(s string) (common.Hash, error) {
	digits := s
	if strings.HasPrefix(s, "0x") || strings.HasPrefix(s, "0X") {
		digits = s[2:]
	}
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	if len(digits) > 64 {
		return common.Hash{}, errors.New("hex string too long, want at most 32 bytes")
	}
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return common.Hash{}, errors.New("hex string invalid")
	}
	return common.BytesToHash(raw), nil
}

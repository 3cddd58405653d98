package rpc

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/vm"
)

// Codes of JSON-RPC errors that are not geth's default -32000.
const (
	codeRevert        = 3
	codeInvalidParams = -32602
	codeParse         = -32700
	codeUnsupported   = -32004
	codeTxSyncTimeout = 4
	codeVMError       = -32015
	codeInternal      = -32603
	codePruned        = 4444

	// Of eth_simulateV1.
	codeNonceTooLow       = -38010
	codeNonceTooHigh      = -38011
	codeBaseFeeTooLow     = -38012
	codeIntrinsicGas      = -38013
	codeInsufficientFunds = -38014
	codeGasLimitReached   = -38015
	codeBlockNumber       = -38020
	codeBlockTimestamp    = -38021
	codeMaxInitCodeSize   = -38025
	codeClientLimit       = -38026
)

// apiError is an error with a code and, for reverts, data.
type apiError struct {
	code    int
	message string
	data    any
}

func (e *apiError) Error() string  { return e.message }
func (e *apiError) ErrorCode() int { return e.code }
func (e *apiError) ErrorData() any { return e.data }

func invalidParams(format string, args ...any) error {
	return &apiError{code: codeInvalidParams, message: fmt.Sprintf(format, args...)}
}

func coded(code int, format string, args ...any) error {
	return &apiError{code: code, message: fmt.Sprintf(format, args...)}
}

func unsupported(format string, args ...any) error {
	return &apiError{code: codeUnsupported, message: fmt.Sprintf(format, args...)}
}

// revertError is what geth answers for a revert: the decoded reason in the text, the data beside it.
func revertError(data []byte) error {
	message := vm.ErrExecutionReverted.Error()
	if reason, err := abi.UnpackRevert(data); err == nil {
		message += ": " + reason
	}
	return &apiError{code: codeRevert, message: message, data: hexutil.Encode(data)}
}

// failureError is the error of a call that ran and failed.
func failureError(r *Receipt) error {
	if r.Failure == vm.ErrExecutionReverted.Error() {
		return revertError(r.ReturnData)
	}
	return errors.New(r.Failure)
}

var (
	errHeaderNotFound  = errors.New("header not found")
	errUnknownHash     = errors.New("header for hash not found")
	errTxNotFound      = errors.New("transaction not found")
	errUnknownBlock    = errors.New("unknown block")
	errFilterNotFound  = errors.New("filter not found")
	errTooManyFilters  = errors.New("too many filters are installed")
	errGenesisNoTraces = errors.New("genesis is not traceable")
)

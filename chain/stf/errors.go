package stf

import "errors"

// Reasons for which a transaction cannot be included. The first group may become includable later; the second never will. Texts are those of go-ethereum where it has one.
var (
	ErrNonceTooHigh      = errors.New("nonce too high")
	ErrInsufficientFunds = errors.New("insufficient funds for gas * price + value")
	ErrFeeCapTooLow      = errors.New("max fee per gas less than block base fee")
	ErrGasLimitReached   = errors.New("gas limit reached")
	ErrGasLimitTooHigh   = errors.New("transaction gas limit too high")
	ErrSenderNoEOA       = errors.New("sender not an eoa")
	ErrOrder             = errors.New("transaction out of order") // priority operations precede ordinary transactions, the upgrade precedes both

	ErrNonceTooLow          = errors.New("nonce too low")
	ErrNonceMax             = errors.New("nonce has max value")
	ErrGasUintOverflow      = errors.New("gas uint64 overflow")
	ErrIntrinsicGas         = errors.New("intrinsic gas too low")
	ErrFloorDataGas         = errors.New("insufficient gas for floor data gas cost")
	ErrTipAboveFeeCap       = errors.New("max priority fee per gas higher than max fee per gas")
	ErrSetCodeTxCreate      = errors.New("EIP-7702 transaction cannot be used to create contract")
	ErrEmptyAuthList        = errors.New("EIP-7702 transaction with empty auth list")
	ErrMaxInitCodeSize      = errors.New("max initcode size exceeded")
	ErrTxType               = errors.New("transaction type not supported")
	ErrBlobTx               = errors.New("blob transactions are not supported on this chain")
	ErrTxEncoding           = errors.New("invalid transaction encoding")
	ErrInvalidSignature     = errors.New("invalid transaction v, r, s values")
	ErrInvalidChainID       = errors.New("invalid chain id for signer")
	ErrUpgradeTxForm        = errors.New("upgrade transaction must come from 0x8007 with zero fee")
	ErrInsufficientTransfer = errors.New("insufficient funds for transfer")
)

// ErrInvalidBlock is wrapped by every error that says the block, not the state behind it, is at fault.
var ErrInvalidBlock = errors.New("invalid block")

// FailurePubdata is Receipt.Failure of a transaction whose gas limit did not cover its pubdata.
const FailurePubdata = "out of gas: pubdata"

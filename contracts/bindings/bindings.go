// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// AssetDataMetadata is an auto generated low-level Go binding around an user-defined struct.
type AssetDataMetadata struct {
	OriginChainId *big.Int
	Name          []byte
	Symbol        []byte
	Decimals      []byte
}

// BridgehubL2TransactionRequest is an auto generated low-level Go binding around an user-defined struct.
type BridgehubL2TransactionRequest struct {
	Sender                   common.Address
	ContractL2               common.Address
	MintValue                *big.Int
	L2Value                  *big.Int
	L2Calldata               []byte
	L2GasLimit               *big.Int
	L2GasPerPubdataByteLimit *big.Int
	FactoryDeps              [][]byte
	RefundRecipient          common.Address
}

// ChainConfig is an auto generated low-level Go binding around an user-defined struct.
type ChainConfig struct {
	Fork             *big.Int
	BlockGasLimit    *big.Int
	MaxGasPerPubdata *big.Int
}

// ChainInit is an auto generated low-level Go binding around an user-defined struct.
type ChainInit struct {
	ChainId          *big.Int
	Bridgehub        common.Address
	ChainTypeManager common.Address
	VerifierRegistry common.Address
	MessageRoot      common.Address
	Admin            common.Address
	ProtocolVersion  *big.Int
	BaseTokenAssetId [32]byte
	Params           ChainParams
}

// ChainParams is an auto generated low-level Go binding around an user-defined struct.
type ChainParams struct {
	GenesisStateCommitment [32]byte
	DaValidator            common.Address
	OperatorTimelock       common.Address
	PriorityTxMaxGasLimit  *big.Int
	Config                 ChainConfig
	FeeParams              FeeParams
}

// FeeParams is an auto generated low-level Go binding around an user-defined struct.
type FeeParams struct {
	PubdataPricingMode   uint8
	BatchOverheadL1Gas   uint32
	MaxPubdataPerBatch   uint32
	MaxL2GasPerBatch     uint32
	PriorityTxMaxPubdata uint32
	MinimalL2GasPrice    uint64
}

// FinalizeL1DepositParams is an auto generated low-level Go binding around an user-defined struct.
type FinalizeL1DepositParams struct {
	ChainId           *big.Int
	L2BatchNumber     *big.Int
	L2MessageIndex    *big.Int
	L2Sender          common.Address
	L2TxNumberInBatch uint16
	Message           []byte
	MerkleProof       [][32]byte
}

// L2CanonicalTransaction is an auto generated low-level Go binding around an user-defined struct.
type L2CanonicalTransaction struct {
	TxType                 *big.Int
	From                   *big.Int
	To                     *big.Int
	GasLimit               *big.Int
	GasPerPubdataByteLimit *big.Int
	MaxFeePerGas           *big.Int
	MaxPriorityFeePerGas   *big.Int
	Paymaster              *big.Int
	Nonce                  *big.Int
	Value                  *big.Int
	Reserved               [4]*big.Int
	Data                   []byte
	Signature              []byte
	FactoryDeps            []*big.Int
	PaymasterInput         []byte
	ReservedDynamic        []byte
}

// L2Log is an auto generated low-level Go binding around an user-defined struct.
type L2Log struct {
	L2ShardId       uint8
	IsService       bool
	TxNumberInBatch uint16
	Sender          common.Address
	Key             [32]byte
	Value           [32]byte
}

// L2Message is an auto generated low-level Go binding around an user-defined struct.
type L2Message struct {
	TxNumberInBatch uint16
	Sender          common.Address
	Data            []byte
}

// L2TransactionRequestDirect is an auto generated low-level Go binding around an user-defined struct.
type L2TransactionRequestDirect struct {
	ChainId                  *big.Int
	MintValue                *big.Int
	L2Contract               common.Address
	L2Value                  *big.Int
	L2Calldata               []byte
	L2GasLimit               *big.Int
	L2GasPerPubdataByteLimit *big.Int
	FactoryDeps              [][]byte
	RefundRecipient          common.Address
}

// L2TransactionRequestTwoBridgesInner is an auto generated low-level Go binding around an user-defined struct.
type L2TransactionRequestTwoBridgesInner struct {
	MagicValue  [32]byte
	L2Contract  common.Address
	L2Calldata  []byte
	FactoryDeps [][]byte
	TxDataHash  [32]byte
}

// L2TransactionRequestTwoBridgesOuter is an auto generated low-level Go binding around an user-defined struct.
type L2TransactionRequestTwoBridgesOuter struct {
	ChainId                  *big.Int
	MintValue                *big.Int
	L2Value                  *big.Int
	L2GasLimit               *big.Int
	L2GasPerPubdataByteLimit *big.Int
	RefundRecipient          common.Address
	SecondBridgeAddress      common.Address
	SecondBridgeValue        *big.Int
	SecondBridgeCalldata     []byte
}

// ProtocolUpgrade is an auto generated low-level Go binding around an user-defined struct.
type ProtocolUpgrade struct {
	NewProtocolVersion *big.Int
	NewFork            *big.Int
	HasL2Transaction   bool
	L2Transaction      L2CanonicalTransaction
}

// BlobsL1DAValidatorMetaData contains all meta data concerning the BlobsL1DAValidator contract.
var BlobsL1DAValidatorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"BlobMissing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"CommitmentMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"InputLengthInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"versionedHash\",\"type\":\"bytes32\"}],\"name\":\"OpeningRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"claimedCommitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"input\",\"type\":\"bytes\"}],\"name\":\"checkDA\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"scheme\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "BlobsL1DAValidator",
}

// BlobsL1DAValidator is an auto generated Go binding around an Ethereum contract.
type BlobsL1DAValidator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BlobsL1DAValidator) GetABI() abi.ABI {
	return c.abi
}

// NewBlobsL1DAValidator creates a new instance of BlobsL1DAValidator.
func NewBlobsL1DAValidator() *BlobsL1DAValidator {
	parsed, err := BlobsL1DAValidatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BlobsL1DAValidator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BlobsL1DAValidator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCheckDA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf769db03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkDA(uint256 , uint256 , bytes32 claimedCommitment, bytes input) returns()
func (blobsL1DAValidator *BlobsL1DAValidator) PackCheckDA(arg0 *big.Int, arg1 *big.Int, claimedCommitment [32]byte, input []byte) []byte {
	enc, err := blobsL1DAValidator.abi.Pack("checkDA", arg0, arg1, claimedCommitment, input)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckDA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf769db03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkDA(uint256 , uint256 , bytes32 claimedCommitment, bytes input) returns()
func (blobsL1DAValidator *BlobsL1DAValidator) TryPackCheckDA(arg0 *big.Int, arg1 *big.Int, claimedCommitment [32]byte, input []byte) ([]byte, error) {
	return blobsL1DAValidator.abi.Pack("checkDA", arg0, arg1, claimedCommitment, input)
}

// PackScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8518b0ad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function scheme() view returns(uint8)
func (blobsL1DAValidator *BlobsL1DAValidator) PackScheme() []byte {
	enc, err := blobsL1DAValidator.abi.Pack("scheme")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8518b0ad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function scheme() view returns(uint8)
func (blobsL1DAValidator *BlobsL1DAValidator) TryPackScheme() ([]byte, error) {
	return blobsL1DAValidator.abi.Pack("scheme")
}

// UnpackScheme is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8518b0ad.
//
// Solidity: function scheme() view returns(uint8)
func (blobsL1DAValidator *BlobsL1DAValidator) UnpackScheme(data []byte) (uint8, error) {
	out, err := blobsL1DAValidator.abi.Unpack("scheme", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (blobsL1DAValidator *BlobsL1DAValidator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], blobsL1DAValidator.abi.Errors["BlobMissing"].ID.Bytes()[:4]) {
		return blobsL1DAValidator.UnpackBlobMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], blobsL1DAValidator.abi.Errors["CommitmentMismatch"].ID.Bytes()[:4]) {
		return blobsL1DAValidator.UnpackCommitmentMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], blobsL1DAValidator.abi.Errors["InputLengthInvalid"].ID.Bytes()[:4]) {
		return blobsL1DAValidator.UnpackInputLengthInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], blobsL1DAValidator.abi.Errors["OpeningRefused"].ID.Bytes()[:4]) {
		return blobsL1DAValidator.UnpackOpeningRefusedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BlobsL1DAValidatorBlobMissing represents a BlobMissing error raised by the BlobsL1DAValidator contract.
type BlobsL1DAValidatorBlobMissing struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobMissing(uint256 index)
func BlobsL1DAValidatorBlobMissingErrorID() common.Hash {
	return common.HexToHash("0xcc6408c5f4a3da8da74f1377ebd8074ac4c5cf988772679c3147032eb9a8ae03")
}

// UnpackBlobMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobMissing(uint256 index)
func (blobsL1DAValidator *BlobsL1DAValidator) UnpackBlobMissingError(raw []byte) (*BlobsL1DAValidatorBlobMissing, error) {
	out := new(BlobsL1DAValidatorBlobMissing)
	if err := blobsL1DAValidator.abi.UnpackIntoInterface(out, "BlobMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BlobsL1DAValidatorCommitmentMismatch represents a CommitmentMismatch error raised by the BlobsL1DAValidator contract.
type BlobsL1DAValidatorCommitmentMismatch struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommitmentMismatch(bytes32 given, bytes32 expected)
func BlobsL1DAValidatorCommitmentMismatchErrorID() common.Hash {
	return common.HexToHash("0xc9e0e7576dda9edf1d82412128828b0224231698fa4b26e6ae50f181a7cc1567")
}

// UnpackCommitmentMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommitmentMismatch(bytes32 given, bytes32 expected)
func (blobsL1DAValidator *BlobsL1DAValidator) UnpackCommitmentMismatchError(raw []byte) (*BlobsL1DAValidatorCommitmentMismatch, error) {
	out := new(BlobsL1DAValidatorCommitmentMismatch)
	if err := blobsL1DAValidator.abi.UnpackIntoInterface(out, "CommitmentMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BlobsL1DAValidatorInputLengthInvalid represents a InputLengthInvalid error raised by the BlobsL1DAValidator contract.
type BlobsL1DAValidatorInputLengthInvalid struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InputLengthInvalid(uint256 length)
func BlobsL1DAValidatorInputLengthInvalidErrorID() common.Hash {
	return common.HexToHash("0x7b41a53adf15ba0a3ae40b433cf4f98101f04e1dc66ecfe53cec29b7afa4662d")
}

// UnpackInputLengthInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InputLengthInvalid(uint256 length)
func (blobsL1DAValidator *BlobsL1DAValidator) UnpackInputLengthInvalidError(raw []byte) (*BlobsL1DAValidatorInputLengthInvalid, error) {
	out := new(BlobsL1DAValidatorInputLengthInvalid)
	if err := blobsL1DAValidator.abi.UnpackIntoInterface(out, "InputLengthInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BlobsL1DAValidatorOpeningRefused represents a OpeningRefused error raised by the BlobsL1DAValidator contract.
type BlobsL1DAValidatorOpeningRefused struct {
	VersionedHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OpeningRefused(bytes32 versionedHash)
func BlobsL1DAValidatorOpeningRefusedErrorID() common.Hash {
	return common.HexToHash("0x80c98147fee3ceb325b482cd3b3ddce4e1671b557744f904b4fb2a616a311184")
}

// UnpackOpeningRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OpeningRefused(bytes32 versionedHash)
func (blobsL1DAValidator *BlobsL1DAValidator) UnpackOpeningRefusedError(raw []byte) (*BlobsL1DAValidatorOpeningRefused, error) {
	out := new(BlobsL1DAValidatorOpeningRefused)
	if err := blobsL1DAValidator.abi.UnpackIntoInterface(out, "OpeningRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20MetaData contains all meta data concerning the BridgedStandardERC20 contract.
var BridgedStandardERC20MetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"ECDSAInvalidSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ECDSAInvalidSignatureLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"ECDSAInvalidSignatureS\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"ERC2612ExpiredSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC2612InvalidSigner\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"GetterNotAvailable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"currentNonce\",\"type\":\"uint256\"}],\"name\":\"InvalidAccountNonce\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgeBurn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"originToken\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"symbol\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"}],\"name\":\"BridgeInitialize\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgeMint\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DOMAIN_SEPARATOR\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"assetId\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"bridgeBurn\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"tokenAssetId\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"tokenOrigin\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"name_\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"symbol_\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"decimals_\",\"type\":\"bytes\"}],\"name\":\"bridgeInitialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"bridgeMint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"raw\",\"type\":\"bytes\"}],\"name\":\"decodeString\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nativeTokenVault\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"nonces\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"originToken\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"permit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "BridgedStandardERC20",
}

// BridgedStandardERC20 is an auto generated Go binding around an Ethereum contract.
type BridgedStandardERC20 struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BridgedStandardERC20) GetABI() abi.ABI {
	return c.abi
}

// NewBridgedStandardERC20 creates a new instance of BridgedStandardERC20.
func NewBridgedStandardERC20() *BridgedStandardERC20 {
	parsed, err := BridgedStandardERC20MetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BridgedStandardERC20{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BridgedStandardERC20) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (bridgedStandardERC20 *BridgedStandardERC20) PackDOMAINSEPARATOR() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("DOMAIN_SEPARATOR")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackDOMAINSEPARATOR() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("DOMAIN_SEPARATOR")
}

// UnpackDOMAINSEPARATOR is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3644e515.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackDOMAINSEPARATOR(data []byte) ([32]byte, error) {
	out, err := bridgedStandardERC20.abi.Unpack("DOMAIN_SEPARATOR", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := bridgedStandardERC20.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackApprove(data []byte) (bool, error) {
	out, err := bridgedStandardERC20.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x44de240a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assetId() view returns(bytes32)
func (bridgedStandardERC20 *BridgedStandardERC20) PackAssetId() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("assetId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x44de240a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assetId() view returns(bytes32)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackAssetId() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("assetId")
}

// UnpackAssetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x44de240a.
//
// Solidity: function assetId() view returns(bytes32)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackAssetId(data []byte) ([32]byte, error) {
	out, err := bridgedStandardERC20.abi.Unpack("assetId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) PackBalanceOf(account common.Address) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := bridgedStandardERC20.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBridgeBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74f4f547.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeBurn(address account, uint256 amount) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) PackBridgeBurn(account common.Address, amount *big.Int) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("bridgeBurn", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74f4f547.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeBurn(address account, uint256 amount) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackBridgeBurn(account common.Address, amount *big.Int) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("bridgeBurn", account, amount)
}

// PackBridgeInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7e9f157.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeInitialize(bytes32 tokenAssetId, address tokenOrigin, bytes name_, bytes symbol_, bytes decimals_) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) PackBridgeInitialize(tokenAssetId [32]byte, tokenOrigin common.Address, name []byte, symbol []byte, decimals []byte) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("bridgeInitialize", tokenAssetId, tokenOrigin, name, symbol, decimals)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7e9f157.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeInitialize(bytes32 tokenAssetId, address tokenOrigin, bytes name_, bytes symbol_, bytes decimals_) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackBridgeInitialize(tokenAssetId [32]byte, tokenOrigin common.Address, name []byte, symbol []byte, decimals []byte) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("bridgeInitialize", tokenAssetId, tokenOrigin, name, symbol, decimals)
}

// PackBridgeMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8c2a993e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeMint(address account, uint256 amount) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) PackBridgeMint(account common.Address, amount *big.Int) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("bridgeMint", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8c2a993e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeMint(address account, uint256 amount) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackBridgeMint(account common.Address, amount *big.Int) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("bridgeMint", account, amount)
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (bridgedStandardERC20 *BridgedStandardERC20) PackDecimals() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackDecimals() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackDecimals(data []byte) (uint8, error) {
	out, err := bridgedStandardERC20.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackDecodeString is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95ce3e93.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decodeString(bytes raw) pure returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) PackDecodeString(raw []byte) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("decodeString", raw)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecodeString is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95ce3e93.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decodeString(bytes raw) pure returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackDecodeString(raw []byte) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("decodeString", raw)
}

// UnpackDecodeString is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95ce3e93.
//
// Solidity: function decodeString(bytes raw) pure returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackDecodeString(data []byte) (string, error) {
	out, err := bridgedStandardERC20.abi.Unpack("decodeString", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (bridgedStandardERC20 *BridgedStandardERC20) PackEip712Domain() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackEip712Domain() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := bridgedStandardERC20.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) PackName() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackName() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackName(data []byte) (string, error) {
	out, err := bridgedStandardERC20.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackNativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64e130cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nativeTokenVault() view returns(address)
func (bridgedStandardERC20 *BridgedStandardERC20) PackNativeTokenVault() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("nativeTokenVault")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64e130cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nativeTokenVault() view returns(address)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackNativeTokenVault() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("nativeTokenVault")
}

// UnpackNativeTokenVault is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64e130cf.
//
// Solidity: function nativeTokenVault() view returns(address)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackNativeTokenVault(data []byte) (common.Address, error) {
	out, err := bridgedStandardERC20.abi.Unpack("nativeTokenVault", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) PackNonces(owner common.Address) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("nonces", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackNonces(owner common.Address) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("nonces", owner)
}

// UnpackNonces is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ecebe00.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackNonces(data []byte) (*big.Int, error) {
	out, err := bridgedStandardERC20.abi.Unpack("nonces", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOriginToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x13096a41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function originToken() view returns(address)
func (bridgedStandardERC20 *BridgedStandardERC20) PackOriginToken() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("originToken")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOriginToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x13096a41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function originToken() view returns(address)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackOriginToken() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("originToken")
}

// UnpackOriginToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x13096a41.
//
// Solidity: function originToken() view returns(address)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackOriginToken(data []byte) (common.Address, error) {
	out, err := bridgedStandardERC20.abi.Unpack("originToken", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) PackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) PackSymbol() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackSymbol() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackSymbol(data []byte) (string, error) {
	out, err := bridgedStandardERC20.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) PackTotalSupply() []byte {
	enc, err := bridgedStandardERC20.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackTotalSupply() ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := bridgedStandardERC20.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackTransfer(data []byte) (bool, error) {
	out, err := bridgedStandardERC20.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := bridgedStandardERC20.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return bridgedStandardERC20.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := bridgedStandardERC20.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// BridgedStandardERC20Approval represents a Approval event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20Approval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20ApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20Approval) ContractEventName() string {
	return BridgedStandardERC20ApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackApprovalEvent(log *types.Log) (*BridgedStandardERC20Approval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20Approval)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgedStandardERC20BridgeBurn represents a BridgeBurn event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20BridgeBurn struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20BridgeBurnEventName = "BridgeBurn"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20BridgeBurn) ContractEventName() string {
	return BridgedStandardERC20BridgeBurnEventName
}

// UnpackBridgeBurnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeBurn(address indexed account, uint256 amount)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackBridgeBurnEvent(log *types.Log) (*BridgedStandardERC20BridgeBurn, error) {
	event := "BridgeBurn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20BridgeBurn)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgedStandardERC20BridgeInitialize represents a BridgeInitialize event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20BridgeInitialize struct {
	OriginToken common.Address
	Name        string
	Symbol      string
	Decimals    uint8
	Raw         *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20BridgeInitializeEventName = "BridgeInitialize"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20BridgeInitialize) ContractEventName() string {
	return BridgedStandardERC20BridgeInitializeEventName
}

// UnpackBridgeInitializeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeInitialize(address indexed originToken, string name, string symbol, uint8 decimals)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackBridgeInitializeEvent(log *types.Log) (*BridgedStandardERC20BridgeInitialize, error) {
	event := "BridgeInitialize"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20BridgeInitialize)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgedStandardERC20BridgeMint represents a BridgeMint event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20BridgeMint struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20BridgeMintEventName = "BridgeMint"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20BridgeMint) ContractEventName() string {
	return BridgedStandardERC20BridgeMintEventName
}

// UnpackBridgeMintEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeMint(address indexed account, uint256 amount)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackBridgeMintEvent(log *types.Log) (*BridgedStandardERC20BridgeMint, error) {
	event := "BridgeMint"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20BridgeMint)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgedStandardERC20EIP712DomainChanged represents a EIP712DomainChanged event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20EIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20EIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20EIP712DomainChanged) ContractEventName() string {
	return BridgedStandardERC20EIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackEIP712DomainChangedEvent(log *types.Log) (*BridgedStandardERC20EIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20EIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgedStandardERC20Initialized represents a Initialized event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20Initialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20InitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20Initialized) ContractEventName() string {
	return BridgedStandardERC20InitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackInitializedEvent(log *types.Log) (*BridgedStandardERC20Initialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20Initialized)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgedStandardERC20Transfer represents a Transfer event raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20Transfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const BridgedStandardERC20TransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (BridgedStandardERC20Transfer) ContractEventName() string {
	return BridgedStandardERC20TransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackTransferEvent(log *types.Log) (*BridgedStandardERC20Transfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgedStandardERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgedStandardERC20Transfer)
	if len(log.Data) > 0 {
		if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgedStandardERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC2612ExpiredSignature"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC2612ExpiredSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["ERC2612InvalidSigner"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackERC2612InvalidSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["GetterNotAvailable"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackGetterNotAvailableError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["InvalidAccountNonce"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackInvalidAccountNonceError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgedStandardERC20.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return bridgedStandardERC20.UnpackUnauthorizedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BridgedStandardERC20ECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func BridgedStandardERC20ECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackECDSAInvalidSignatureError(raw []byte) (*BridgedStandardERC20ECDSAInvalidSignature, error) {
	out := new(BridgedStandardERC20ECDSAInvalidSignature)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func BridgedStandardERC20ECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*BridgedStandardERC20ECDSAInvalidSignatureLength, error) {
	out := new(BridgedStandardERC20ECDSAInvalidSignatureLength)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func BridgedStandardERC20ECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackECDSAInvalidSignatureSError(raw []byte) (*BridgedStandardERC20ECDSAInvalidSignatureS, error) {
	out := new(BridgedStandardERC20ECDSAInvalidSignatureS)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func BridgedStandardERC20ERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC20InsufficientAllowanceError(raw []byte) (*BridgedStandardERC20ERC20InsufficientAllowance, error) {
	out := new(BridgedStandardERC20ERC20InsufficientAllowance)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func BridgedStandardERC20ERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC20InsufficientBalanceError(raw []byte) (*BridgedStandardERC20ERC20InsufficientBalance, error) {
	out := new(BridgedStandardERC20ERC20InsufficientBalance)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC20InvalidApprover represents a ERC20InvalidApprover error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func BridgedStandardERC20ERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC20InvalidApproverError(raw []byte) (*BridgedStandardERC20ERC20InvalidApprover, error) {
	out := new(BridgedStandardERC20ERC20InvalidApprover)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func BridgedStandardERC20ERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC20InvalidReceiverError(raw []byte) (*BridgedStandardERC20ERC20InvalidReceiver, error) {
	out := new(BridgedStandardERC20ERC20InvalidReceiver)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC20InvalidSender represents a ERC20InvalidSender error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func BridgedStandardERC20ERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC20InvalidSenderError(raw []byte) (*BridgedStandardERC20ERC20InvalidSender, error) {
	out := new(BridgedStandardERC20ERC20InvalidSender)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC20InvalidSpender represents a ERC20InvalidSpender error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func BridgedStandardERC20ERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC20InvalidSpenderError(raw []byte) (*BridgedStandardERC20ERC20InvalidSpender, error) {
	out := new(BridgedStandardERC20ERC20InvalidSpender)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC2612ExpiredSignature represents a ERC2612ExpiredSignature error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC2612ExpiredSignature struct {
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func BridgedStandardERC20ERC2612ExpiredSignatureErrorID() common.Hash {
	return common.HexToHash("0x627913023c184eaad13735d5a3d2657ae76ec9a872a70e0fc57522ef1a114d58")
}

// UnpackERC2612ExpiredSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC2612ExpiredSignatureError(raw []byte) (*BridgedStandardERC20ERC2612ExpiredSignature, error) {
	out := new(BridgedStandardERC20ERC2612ExpiredSignature)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC2612ExpiredSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20ERC2612InvalidSigner represents a ERC2612InvalidSigner error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20ERC2612InvalidSigner struct {
	Signer common.Address
	Owner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func BridgedStandardERC20ERC2612InvalidSignerErrorID() common.Hash {
	return common.HexToHash("0x4b800e463b323b1d856edf9dec70329a639d13874a57f5c28219ff57128756db")
}

// UnpackERC2612InvalidSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackERC2612InvalidSignerError(raw []byte) (*BridgedStandardERC20ERC2612InvalidSigner, error) {
	out := new(BridgedStandardERC20ERC2612InvalidSigner)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "ERC2612InvalidSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20GetterNotAvailable represents a GetterNotAvailable error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20GetterNotAvailable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GetterNotAvailable()
func BridgedStandardERC20GetterNotAvailableErrorID() common.Hash {
	return common.HexToHash("0xd2f74dd6e0a6ddab3cf7dd2d39c277013a48522ea5da1a9164c6333c04fbcd7e")
}

// UnpackGetterNotAvailableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GetterNotAvailable()
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackGetterNotAvailableError(raw []byte) (*BridgedStandardERC20GetterNotAvailable, error) {
	out := new(BridgedStandardERC20GetterNotAvailable)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "GetterNotAvailable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20InvalidAccountNonce represents a InvalidAccountNonce error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20InvalidAccountNonce struct {
	Account      common.Address
	CurrentNonce *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func BridgedStandardERC20InvalidAccountNonceErrorID() common.Hash {
	return common.HexToHash("0x752d88c0de02638abf10e8e31861e4c68dc1f3a1e7d840e580683f2c282bfc7a")
}

// UnpackInvalidAccountNonceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackInvalidAccountNonceError(raw []byte) (*BridgedStandardERC20InvalidAccountNonce, error) {
	out := new(BridgedStandardERC20InvalidAccountNonce)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "InvalidAccountNonce", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20InvalidInitialization represents a InvalidInitialization error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20InvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func BridgedStandardERC20InvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackInvalidInitializationError(raw []byte) (*BridgedStandardERC20InvalidInitialization, error) {
	out := new(BridgedStandardERC20InvalidInitialization)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20NotInitializing represents a NotInitializing error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20NotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func BridgedStandardERC20NotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackNotInitializingError(raw []byte) (*BridgedStandardERC20NotInitializing, error) {
	out := new(BridgedStandardERC20NotInitializing)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgedStandardERC20Unauthorized represents a Unauthorized error raised by the BridgedStandardERC20 contract.
type BridgedStandardERC20Unauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func BridgedStandardERC20UnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (bridgedStandardERC20 *BridgedStandardERC20) UnpackUnauthorizedError(raw []byte) (*BridgedStandardERC20Unauthorized, error) {
	out := new(BridgedStandardERC20Unauthorized)
	if err := bridgedStandardERC20.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubMetaData contains all meta data concerning the Bridgehub contract.
var BridgehubMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"AddressesAlreadySet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"AssetIdExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"AssetIdUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"ChainExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"ChainIdInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"ChainUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"manager\",\"type\":\"address\"}],\"name\":\"ManagerExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"manager\",\"type\":\"address\"}],\"name\":\"ManagerUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"bridge\",\"type\":\"address\"}],\"name\":\"NotABridge\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"bridge\",\"type\":\"address\"}],\"name\":\"SecondBridgeReserved\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"given\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"ValueMismatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"assetRouter\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"messageRoot\",\"type\":\"address\"}],\"name\":\"AddressesSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"BaseTokenAssetIdRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chainTypeManager\",\"type\":\"address\"}],\"name\":\"ChainTypeManagerAdded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chainTypeManager\",\"type\":\"address\"}],\"name\":\"ChainTypeManagerRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"chainTypeManager\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chainGovernance\",\"type\":\"address\"}],\"name\":\"NewChain\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"L1_CHAIN_ID\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"manager\",\"type\":\"address\"}],\"name\":\"addChainTypeManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"addTokenAssetId\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"assetIdIsRegistered\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"assetRouter\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"baseToken\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"baseTokenAssetId\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"chainTypeManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"manager\",\"type\":\"address\"}],\"name\":\"chainTypeManagerIsRegistered\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"manager\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"initData\",\"type\":\"bytes\"}],\"name\":\"createNewChain\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getAllZKChainChainIDs\",\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"getHyperchain\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"getZKChain\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasPrice\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasPerPubdataByteLimit\",\"type\":\"uint256\"}],\"name\":\"l2TransactionBaseCost\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"messageRoot\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"l2TxHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"l2TxNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"bytes32[]\",\"name\":\"merkleProof\",\"type\":\"bytes32[]\"},{\"internalType\":\"enumTxStatus\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"proveL1ToL2TransactionStatus\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint8\",\"name\":\"l2ShardId\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"isService\",\"type\":\"bool\"},{\"internalType\":\"uint16\",\"name\":\"txNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"internalType\":\"structL2Log\",\"name\":\"log\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"proveL2LogInclusion\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint16\",\"name\":\"txNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"internalType\":\"structL2Message\",\"name\":\"message\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"proveL2MessageInclusion\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"manager\",\"type\":\"address\"}],\"name\":\"removeChainTypeManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"mintValue\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"l2Contract\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"l2Value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"l2Calldata\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"l2GasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"bytes[]\",\"name\":\"factoryDeps\",\"type\":\"bytes[]\"},{\"internalType\":\"address\",\"name\":\"refundRecipient\",\"type\":\"address\"}],\"internalType\":\"structL2TransactionRequestDirect\",\"name\":\"request\",\"type\":\"tuple\"}],\"name\":\"requestL2TransactionDirect\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"canonicalTxHash\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"mintValue\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2Value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"refundRecipient\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"secondBridgeAddress\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"secondBridgeValue\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"secondBridgeCalldata\",\"type\":\"bytes\"}],\"internalType\":\"structL2TransactionRequestTwoBridgesOuter\",\"name\":\"request\",\"type\":\"tuple\"}],\"name\":\"requestL2TransactionTwoBridges\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"canonicalTxHash\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"assetRouter_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"messageRoot_\",\"type\":\"address\"}],\"name\":\"setAddresses\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"sharedBridge\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "Bridgehub",
}

// Bridgehub is an auto generated Go binding around an Ethereum contract.
type Bridgehub struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Bridgehub) GetABI() abi.ABI {
	return c.abi
}

// NewBridgehub creates a new instance of Bridgehub.
func NewBridgehub() *Bridgehub {
	parsed, err := BridgehubMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Bridgehub{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Bridgehub) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (bridgehub *Bridgehub) PackL1CHAINID() []byte {
	enc, err := bridgehub.abi.Pack("L1_CHAIN_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (bridgehub *Bridgehub) TryPackL1CHAINID() ([]byte, error) {
	return bridgehub.abi.Pack("L1_CHAIN_ID")
}

// UnpackL1CHAINID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2f90b184.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (bridgehub *Bridgehub) UnpackL1CHAINID(data []byte) (*big.Int, error) {
	out, err := bridgehub.abi.Unpack("L1_CHAIN_ID", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (bridgehub *Bridgehub) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := bridgehub.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (bridgehub *Bridgehub) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return bridgehub.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (bridgehub *Bridgehub) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := bridgehub.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (bridgehub *Bridgehub) PackAcceptOwnership() []byte {
	enc, err := bridgehub.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (bridgehub *Bridgehub) TryPackAcceptOwnership() ([]byte, error) {
	return bridgehub.abi.Pack("acceptOwnership")
}

// PackAddChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff5a62a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addChainTypeManager(address manager) returns()
func (bridgehub *Bridgehub) PackAddChainTypeManager(manager common.Address) []byte {
	enc, err := bridgehub.abi.Pack("addChainTypeManager", manager)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff5a62a1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addChainTypeManager(address manager) returns()
func (bridgehub *Bridgehub) TryPackAddChainTypeManager(manager common.Address) ([]byte, error) {
	return bridgehub.abi.Pack("addChainTypeManager", manager)
}

// PackAddTokenAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c50cfea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addTokenAssetId(bytes32 assetId) returns()
func (bridgehub *Bridgehub) PackAddTokenAssetId(assetId [32]byte) []byte {
	enc, err := bridgehub.abi.Pack("addTokenAssetId", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddTokenAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c50cfea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addTokenAssetId(bytes32 assetId) returns()
func (bridgehub *Bridgehub) TryPackAddTokenAssetId(assetId [32]byte) ([]byte, error) {
	return bridgehub.abi.Pack("addTokenAssetId", assetId)
}

// PackAssetIdIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe0ab6368.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assetIdIsRegistered(bytes32 assetId) view returns(bool)
func (bridgehub *Bridgehub) PackAssetIdIsRegistered(assetId [32]byte) []byte {
	enc, err := bridgehub.abi.Pack("assetIdIsRegistered", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssetIdIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe0ab6368.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assetIdIsRegistered(bytes32 assetId) view returns(bool)
func (bridgehub *Bridgehub) TryPackAssetIdIsRegistered(assetId [32]byte) ([]byte, error) {
	return bridgehub.abi.Pack("assetIdIsRegistered", assetId)
}

// UnpackAssetIdIsRegistered is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe0ab6368.
//
// Solidity: function assetIdIsRegistered(bytes32 assetId) view returns(bool)
func (bridgehub *Bridgehub) UnpackAssetIdIsRegistered(data []byte) (bool, error) {
	out, err := bridgehub.abi.Unpack("assetIdIsRegistered", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackAssetRouter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc0aac10.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assetRouter() view returns(address)
func (bridgehub *Bridgehub) PackAssetRouter() []byte {
	enc, err := bridgehub.abi.Pack("assetRouter")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssetRouter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc0aac10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assetRouter() view returns(address)
func (bridgehub *Bridgehub) TryPackAssetRouter() ([]byte, error) {
	return bridgehub.abi.Pack("assetRouter")
}

// UnpackAssetRouter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbc0aac10.
//
// Solidity: function assetRouter() view returns(address)
func (bridgehub *Bridgehub) UnpackAssetRouter(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("assetRouter", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBaseToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59ec65a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function baseToken(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) PackBaseToken(chainId *big.Int) []byte {
	enc, err := bridgehub.abi.Pack("baseToken", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBaseToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59ec65a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function baseToken(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) TryPackBaseToken(chainId *big.Int) ([]byte, error) {
	return bridgehub.abi.Pack("baseToken", chainId)
}

// UnpackBaseToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x59ec65a2.
//
// Solidity: function baseToken(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) UnpackBaseToken(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("baseToken", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBaseTokenAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe52db4ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function baseTokenAssetId(uint256 chainId) view returns(bytes32)
func (bridgehub *Bridgehub) PackBaseTokenAssetId(chainId *big.Int) []byte {
	enc, err := bridgehub.abi.Pack("baseTokenAssetId", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBaseTokenAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe52db4ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function baseTokenAssetId(uint256 chainId) view returns(bytes32)
func (bridgehub *Bridgehub) TryPackBaseTokenAssetId(chainId *big.Int) ([]byte, error) {
	return bridgehub.abi.Pack("baseTokenAssetId", chainId)
}

// UnpackBaseTokenAssetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe52db4ca.
//
// Solidity: function baseTokenAssetId(uint256 chainId) view returns(bytes32)
func (bridgehub *Bridgehub) UnpackBaseTokenAssetId(data []byte) ([32]byte, error) {
	out, err := bridgehub.abi.Unpack("baseTokenAssetId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9d5bd3da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainTypeManager(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) PackChainTypeManager(chainId *big.Int) []byte {
	enc, err := bridgehub.abi.Pack("chainTypeManager", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9d5bd3da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainTypeManager(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) TryPackChainTypeManager(chainId *big.Int) ([]byte, error) {
	return bridgehub.abi.Pack("chainTypeManager", chainId)
}

// UnpackChainTypeManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9d5bd3da.
//
// Solidity: function chainTypeManager(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) UnpackChainTypeManager(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("chainTypeManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackChainTypeManagerIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb93c9366.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainTypeManagerIsRegistered(address manager) view returns(bool)
func (bridgehub *Bridgehub) PackChainTypeManagerIsRegistered(manager common.Address) []byte {
	enc, err := bridgehub.abi.Pack("chainTypeManagerIsRegistered", manager)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainTypeManagerIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb93c9366.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainTypeManagerIsRegistered(address manager) view returns(bool)
func (bridgehub *Bridgehub) TryPackChainTypeManagerIsRegistered(manager common.Address) ([]byte, error) {
	return bridgehub.abi.Pack("chainTypeManagerIsRegistered", manager)
}

// UnpackChainTypeManagerIsRegistered is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb93c9366.
//
// Solidity: function chainTypeManagerIsRegistered(address manager) view returns(bool)
func (bridgehub *Bridgehub) UnpackChainTypeManagerIsRegistered(data []byte) (bool, error) {
	out, err := bridgehub.abi.Unpack("chainTypeManagerIsRegistered", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCreateNewChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a08eb5d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createNewChain(uint256 chainId, address manager, bytes32 assetId, address admin, bytes initData) returns(address chain)
func (bridgehub *Bridgehub) PackCreateNewChain(chainId *big.Int, manager common.Address, assetId [32]byte, admin common.Address, initData []byte) []byte {
	enc, err := bridgehub.abi.Pack("createNewChain", chainId, manager, assetId, admin, initData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateNewChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a08eb5d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createNewChain(uint256 chainId, address manager, bytes32 assetId, address admin, bytes initData) returns(address chain)
func (bridgehub *Bridgehub) TryPackCreateNewChain(chainId *big.Int, manager common.Address, assetId [32]byte, admin common.Address, initData []byte) ([]byte, error) {
	return bridgehub.abi.Pack("createNewChain", chainId, manager, assetId, admin, initData)
}

// UnpackCreateNewChain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4a08eb5d.
//
// Solidity: function createNewChain(uint256 chainId, address manager, bytes32 assetId, address admin, bytes initData) returns(address chain)
func (bridgehub *Bridgehub) UnpackCreateNewChain(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("createNewChain", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetAllZKChainChainIDs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68b8d331.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAllZKChainChainIDs() view returns(uint256[])
func (bridgehub *Bridgehub) PackGetAllZKChainChainIDs() []byte {
	enc, err := bridgehub.abi.Pack("getAllZKChainChainIDs")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAllZKChainChainIDs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68b8d331.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAllZKChainChainIDs() view returns(uint256[])
func (bridgehub *Bridgehub) TryPackGetAllZKChainChainIDs() ([]byte, error) {
	return bridgehub.abi.Pack("getAllZKChainChainIDs")
}

// UnpackGetAllZKChainChainIDs is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x68b8d331.
//
// Solidity: function getAllZKChainChainIDs() view returns(uint256[])
func (bridgehub *Bridgehub) UnpackGetAllZKChainChainIDs(data []byte) ([]*big.Int, error) {
	out, err := bridgehub.abi.Unpack("getAllZKChainChainIDs", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackGetHyperchain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdead6f7f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getHyperchain(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) PackGetHyperchain(chainId *big.Int) []byte {
	enc, err := bridgehub.abi.Pack("getHyperchain", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetHyperchain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdead6f7f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getHyperchain(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) TryPackGetHyperchain(chainId *big.Int) ([]byte, error) {
	return bridgehub.abi.Pack("getHyperchain", chainId)
}

// UnpackGetHyperchain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdead6f7f.
//
// Solidity: function getHyperchain(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) UnpackGetHyperchain(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("getHyperchain", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetZKChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe680c4c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getZKChain(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) PackGetZKChain(chainId *big.Int) []byte {
	enc, err := bridgehub.abi.Pack("getZKChain", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetZKChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe680c4c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getZKChain(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) TryPackGetZKChain(chainId *big.Int) ([]byte, error) {
	return bridgehub.abi.Pack("getZKChain", chainId)
}

// UnpackGetZKChain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe680c4c1.
//
// Solidity: function getZKChain(uint256 chainId) view returns(address)
func (bridgehub *Bridgehub) UnpackGetZKChain(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("getZKChain", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner) returns()
func (bridgehub *Bridgehub) PackInitialize(owner common.Address) []byte {
	enc, err := bridgehub.abi.Pack("initialize", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner) returns()
func (bridgehub *Bridgehub) TryPackInitialize(owner common.Address) ([]byte, error) {
	return bridgehub.abi.Pack("initialize", owner)
}

// PackL2TransactionBaseCost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71623274.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2TransactionBaseCost(uint256 chainId, uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit) view returns(uint256)
func (bridgehub *Bridgehub) PackL2TransactionBaseCost(chainId *big.Int, gasPrice *big.Int, l2GasLimit *big.Int, l2GasPerPubdataByteLimit *big.Int) []byte {
	enc, err := bridgehub.abi.Pack("l2TransactionBaseCost", chainId, gasPrice, l2GasLimit, l2GasPerPubdataByteLimit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2TransactionBaseCost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71623274.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2TransactionBaseCost(uint256 chainId, uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit) view returns(uint256)
func (bridgehub *Bridgehub) TryPackL2TransactionBaseCost(chainId *big.Int, gasPrice *big.Int, l2GasLimit *big.Int, l2GasPerPubdataByteLimit *big.Int) ([]byte, error) {
	return bridgehub.abi.Pack("l2TransactionBaseCost", chainId, gasPrice, l2GasLimit, l2GasPerPubdataByteLimit)
}

// UnpackL2TransactionBaseCost is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71623274.
//
// Solidity: function l2TransactionBaseCost(uint256 chainId, uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit) view returns(uint256)
func (bridgehub *Bridgehub) UnpackL2TransactionBaseCost(data []byte) (*big.Int, error) {
	out, err := bridgehub.abi.Unpack("l2TransactionBaseCost", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMessageRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4b9f4fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messageRoot() view returns(address)
func (bridgehub *Bridgehub) PackMessageRoot() []byte {
	enc, err := bridgehub.abi.Pack("messageRoot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessageRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4b9f4fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messageRoot() view returns(address)
func (bridgehub *Bridgehub) TryPackMessageRoot() ([]byte, error) {
	return bridgehub.abi.Pack("messageRoot")
}

// UnpackMessageRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4b9f4fa.
//
// Solidity: function messageRoot() view returns(address)
func (bridgehub *Bridgehub) UnpackMessageRoot(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("messageRoot", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (bridgehub *Bridgehub) PackOwner() []byte {
	enc, err := bridgehub.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (bridgehub *Bridgehub) TryPackOwner() ([]byte, error) {
	return bridgehub.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (bridgehub *Bridgehub) UnpackOwner(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (bridgehub *Bridgehub) PackPause() []byte {
	enc, err := bridgehub.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (bridgehub *Bridgehub) TryPackPause() ([]byte, error) {
	return bridgehub.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (bridgehub *Bridgehub) PackPaused() []byte {
	enc, err := bridgehub.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (bridgehub *Bridgehub) TryPackPaused() ([]byte, error) {
	return bridgehub.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (bridgehub *Bridgehub) UnpackPaused(data []byte) (bool, error) {
	out, err := bridgehub.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (bridgehub *Bridgehub) PackPendingOwner() []byte {
	enc, err := bridgehub.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (bridgehub *Bridgehub) TryPackPendingOwner() ([]byte, error) {
	return bridgehub.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (bridgehub *Bridgehub) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProveL1ToL2TransactionStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb292f5f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL1ToL2TransactionStatus(uint256 chainId, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof, uint8 status) view returns(bool)
func (bridgehub *Bridgehub) PackProveL1ToL2TransactionStatus(chainId *big.Int, l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte, status uint8) []byte {
	enc, err := bridgehub.abi.Pack("proveL1ToL2TransactionStatus", chainId, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof, status)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL1ToL2TransactionStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb292f5f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL1ToL2TransactionStatus(uint256 chainId, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof, uint8 status) view returns(bool)
func (bridgehub *Bridgehub) TryPackProveL1ToL2TransactionStatus(chainId *big.Int, l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte, status uint8) ([]byte, error) {
	return bridgehub.abi.Pack("proveL1ToL2TransactionStatus", chainId, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof, status)
}

// UnpackProveL1ToL2TransactionStatus is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb292f5f1.
//
// Solidity: function proveL1ToL2TransactionStatus(uint256 chainId, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof, uint8 status) view returns(bool)
func (bridgehub *Bridgehub) UnpackProveL1ToL2TransactionStatus(data []byte) (bool, error) {
	out, err := bridgehub.abi.Unpack("proveL1ToL2TransactionStatus", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProveL2LogInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6d9923b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL2LogInclusion(uint256 chainId, uint256 batchNumber, uint256 index, (uint8,bool,uint16,address,bytes32,bytes32) log, bytes32[] proof) view returns(bool)
func (bridgehub *Bridgehub) PackProveL2LogInclusion(chainId *big.Int, batchNumber *big.Int, index *big.Int, log L2Log, proof [][32]byte) []byte {
	enc, err := bridgehub.abi.Pack("proveL2LogInclusion", chainId, batchNumber, index, log, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL2LogInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6d9923b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL2LogInclusion(uint256 chainId, uint256 batchNumber, uint256 index, (uint8,bool,uint16,address,bytes32,bytes32) log, bytes32[] proof) view returns(bool)
func (bridgehub *Bridgehub) TryPackProveL2LogInclusion(chainId *big.Int, batchNumber *big.Int, index *big.Int, log L2Log, proof [][32]byte) ([]byte, error) {
	return bridgehub.abi.Pack("proveL2LogInclusion", chainId, batchNumber, index, log, proof)
}

// UnpackProveL2LogInclusion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6d9923b.
//
// Solidity: function proveL2LogInclusion(uint256 chainId, uint256 batchNumber, uint256 index, (uint8,bool,uint16,address,bytes32,bytes32) log, bytes32[] proof) view returns(bool)
func (bridgehub *Bridgehub) UnpackProveL2LogInclusion(data []byte) (bool, error) {
	out, err := bridgehub.abi.Unpack("proveL2LogInclusion", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProveL2MessageInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99c16d1a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL2MessageInclusion(uint256 chainId, uint256 batchNumber, uint256 index, (uint16,address,bytes) message, bytes32[] proof) view returns(bool)
func (bridgehub *Bridgehub) PackProveL2MessageInclusion(chainId *big.Int, batchNumber *big.Int, index *big.Int, message L2Message, proof [][32]byte) []byte {
	enc, err := bridgehub.abi.Pack("proveL2MessageInclusion", chainId, batchNumber, index, message, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL2MessageInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99c16d1a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL2MessageInclusion(uint256 chainId, uint256 batchNumber, uint256 index, (uint16,address,bytes) message, bytes32[] proof) view returns(bool)
func (bridgehub *Bridgehub) TryPackProveL2MessageInclusion(chainId *big.Int, batchNumber *big.Int, index *big.Int, message L2Message, proof [][32]byte) ([]byte, error) {
	return bridgehub.abi.Pack("proveL2MessageInclusion", chainId, batchNumber, index, message, proof)
}

// UnpackProveL2MessageInclusion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99c16d1a.
//
// Solidity: function proveL2MessageInclusion(uint256 chainId, uint256 batchNumber, uint256 index, (uint16,address,bytes) message, bytes32[] proof) view returns(bool)
func (bridgehub *Bridgehub) UnpackProveL2MessageInclusion(data []byte) (bool, error) {
	out, err := bridgehub.abi.Unpack("proveL2MessageInclusion", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (bridgehub *Bridgehub) PackProxiableUUID() []byte {
	enc, err := bridgehub.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (bridgehub *Bridgehub) TryPackProxiableUUID() ([]byte, error) {
	return bridgehub.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (bridgehub *Bridgehub) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := bridgehub.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRemoveChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x332b96dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeChainTypeManager(address manager) returns()
func (bridgehub *Bridgehub) PackRemoveChainTypeManager(manager common.Address) []byte {
	enc, err := bridgehub.abi.Pack("removeChainTypeManager", manager)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x332b96dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeChainTypeManager(address manager) returns()
func (bridgehub *Bridgehub) TryPackRemoveChainTypeManager(manager common.Address) ([]byte, error) {
	return bridgehub.abi.Pack("removeChainTypeManager", manager)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (bridgehub *Bridgehub) PackRenounceOwnership() []byte {
	enc, err := bridgehub.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (bridgehub *Bridgehub) TryPackRenounceOwnership() ([]byte, error) {
	return bridgehub.abi.Pack("renounceOwnership")
}

// PackRequestL2TransactionDirect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd52471c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestL2TransactionDirect((uint256,uint256,address,uint256,bytes,uint256,uint256,bytes[],address) request) payable returns(bytes32 canonicalTxHash)
func (bridgehub *Bridgehub) PackRequestL2TransactionDirect(request L2TransactionRequestDirect) []byte {
	enc, err := bridgehub.abi.Pack("requestL2TransactionDirect", request)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestL2TransactionDirect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd52471c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestL2TransactionDirect((uint256,uint256,address,uint256,bytes,uint256,uint256,bytes[],address) request) payable returns(bytes32 canonicalTxHash)
func (bridgehub *Bridgehub) TryPackRequestL2TransactionDirect(request L2TransactionRequestDirect) ([]byte, error) {
	return bridgehub.abi.Pack("requestL2TransactionDirect", request)
}

// UnpackRequestL2TransactionDirect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd52471c1.
//
// Solidity: function requestL2TransactionDirect((uint256,uint256,address,uint256,bytes,uint256,uint256,bytes[],address) request) payable returns(bytes32 canonicalTxHash)
func (bridgehub *Bridgehub) UnpackRequestL2TransactionDirect(data []byte) ([32]byte, error) {
	out, err := bridgehub.abi.Unpack("requestL2TransactionDirect", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRequestL2TransactionTwoBridges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24fd57fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestL2TransactionTwoBridges((uint256,uint256,uint256,uint256,uint256,address,address,uint256,bytes) request) payable returns(bytes32 canonicalTxHash)
func (bridgehub *Bridgehub) PackRequestL2TransactionTwoBridges(request L2TransactionRequestTwoBridgesOuter) []byte {
	enc, err := bridgehub.abi.Pack("requestL2TransactionTwoBridges", request)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestL2TransactionTwoBridges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24fd57fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestL2TransactionTwoBridges((uint256,uint256,uint256,uint256,uint256,address,address,uint256,bytes) request) payable returns(bytes32 canonicalTxHash)
func (bridgehub *Bridgehub) TryPackRequestL2TransactionTwoBridges(request L2TransactionRequestTwoBridgesOuter) ([]byte, error) {
	return bridgehub.abi.Pack("requestL2TransactionTwoBridges", request)
}

// UnpackRequestL2TransactionTwoBridges is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24fd57fb.
//
// Solidity: function requestL2TransactionTwoBridges((uint256,uint256,uint256,uint256,uint256,address,address,uint256,bytes) request) payable returns(bytes32 canonicalTxHash)
func (bridgehub *Bridgehub) UnpackRequestL2TransactionTwoBridges(data []byte) ([32]byte, error) {
	out, err := bridgehub.abi.Unpack("requestL2TransactionTwoBridges", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetAddresses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90107afe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAddresses(address assetRouter_, address messageRoot_) returns()
func (bridgehub *Bridgehub) PackSetAddresses(assetRouter common.Address, messageRoot common.Address) []byte {
	enc, err := bridgehub.abi.Pack("setAddresses", assetRouter, messageRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetAddresses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90107afe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setAddresses(address assetRouter_, address messageRoot_) returns()
func (bridgehub *Bridgehub) TryPackSetAddresses(assetRouter common.Address, messageRoot common.Address) ([]byte, error) {
	return bridgehub.abi.Pack("setAddresses", assetRouter, messageRoot)
}

// PackSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38720778.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sharedBridge() view returns(address)
func (bridgehub *Bridgehub) PackSharedBridge() []byte {
	enc, err := bridgehub.abi.Pack("sharedBridge")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38720778.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sharedBridge() view returns(address)
func (bridgehub *Bridgehub) TryPackSharedBridge() ([]byte, error) {
	return bridgehub.abi.Pack("sharedBridge")
}

// UnpackSharedBridge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x38720778.
//
// Solidity: function sharedBridge() view returns(address)
func (bridgehub *Bridgehub) UnpackSharedBridge(data []byte) (common.Address, error) {
	out, err := bridgehub.abi.Unpack("sharedBridge", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (bridgehub *Bridgehub) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := bridgehub.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (bridgehub *Bridgehub) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return bridgehub.abi.Pack("transferOwnership", newOwner)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (bridgehub *Bridgehub) PackUnpause() []byte {
	enc, err := bridgehub.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (bridgehub *Bridgehub) TryPackUnpause() ([]byte, error) {
	return bridgehub.abi.Pack("unpause")
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (bridgehub *Bridgehub) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := bridgehub.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (bridgehub *Bridgehub) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return bridgehub.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// BridgehubAddressesSet represents a AddressesSet event raised by the Bridgehub contract.
type BridgehubAddressesSet struct {
	AssetRouter common.Address
	MessageRoot common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const BridgehubAddressesSetEventName = "AddressesSet"

// ContractEventName returns the user-defined event name.
func (BridgehubAddressesSet) ContractEventName() string {
	return BridgehubAddressesSetEventName
}

// UnpackAddressesSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AddressesSet(address indexed assetRouter, address indexed messageRoot)
func (bridgehub *Bridgehub) UnpackAddressesSetEvent(log *types.Log) (*BridgehubAddressesSet, error) {
	event := "AddressesSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubAddressesSet)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubBaseTokenAssetIdRegistered represents a BaseTokenAssetIdRegistered event raised by the Bridgehub contract.
type BridgehubBaseTokenAssetIdRegistered struct {
	AssetId [32]byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgehubBaseTokenAssetIdRegisteredEventName = "BaseTokenAssetIdRegistered"

// ContractEventName returns the user-defined event name.
func (BridgehubBaseTokenAssetIdRegistered) ContractEventName() string {
	return BridgehubBaseTokenAssetIdRegisteredEventName
}

// UnpackBaseTokenAssetIdRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BaseTokenAssetIdRegistered(bytes32 indexed assetId)
func (bridgehub *Bridgehub) UnpackBaseTokenAssetIdRegisteredEvent(log *types.Log) (*BridgehubBaseTokenAssetIdRegistered, error) {
	event := "BaseTokenAssetIdRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubBaseTokenAssetIdRegistered)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubChainTypeManagerAdded represents a ChainTypeManagerAdded event raised by the Bridgehub contract.
type BridgehubChainTypeManagerAdded struct {
	ChainTypeManager common.Address
	Raw              *types.Log // Blockchain specific contextual infos
}

const BridgehubChainTypeManagerAddedEventName = "ChainTypeManagerAdded"

// ContractEventName returns the user-defined event name.
func (BridgehubChainTypeManagerAdded) ContractEventName() string {
	return BridgehubChainTypeManagerAddedEventName
}

// UnpackChainTypeManagerAddedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChainTypeManagerAdded(address indexed chainTypeManager)
func (bridgehub *Bridgehub) UnpackChainTypeManagerAddedEvent(log *types.Log) (*BridgehubChainTypeManagerAdded, error) {
	event := "ChainTypeManagerAdded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubChainTypeManagerAdded)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubChainTypeManagerRemoved represents a ChainTypeManagerRemoved event raised by the Bridgehub contract.
type BridgehubChainTypeManagerRemoved struct {
	ChainTypeManager common.Address
	Raw              *types.Log // Blockchain specific contextual infos
}

const BridgehubChainTypeManagerRemovedEventName = "ChainTypeManagerRemoved"

// ContractEventName returns the user-defined event name.
func (BridgehubChainTypeManagerRemoved) ContractEventName() string {
	return BridgehubChainTypeManagerRemovedEventName
}

// UnpackChainTypeManagerRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChainTypeManagerRemoved(address indexed chainTypeManager)
func (bridgehub *Bridgehub) UnpackChainTypeManagerRemovedEvent(log *types.Log) (*BridgehubChainTypeManagerRemoved, error) {
	event := "ChainTypeManagerRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubChainTypeManagerRemoved)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubInitialized represents a Initialized event raised by the Bridgehub contract.
type BridgehubInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgehubInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (BridgehubInitialized) ContractEventName() string {
	return BridgehubInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (bridgehub *Bridgehub) UnpackInitializedEvent(log *types.Log) (*BridgehubInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubInitialized)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubNewChain represents a NewChain event raised by the Bridgehub contract.
type BridgehubNewChain struct {
	ChainId          *big.Int
	ChainTypeManager common.Address
	ChainGovernance  common.Address
	Raw              *types.Log // Blockchain specific contextual infos
}

const BridgehubNewChainEventName = "NewChain"

// ContractEventName returns the user-defined event name.
func (BridgehubNewChain) ContractEventName() string {
	return BridgehubNewChainEventName
}

// UnpackNewChainEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewChain(uint256 indexed chainId, address chainTypeManager, address indexed chainGovernance)
func (bridgehub *Bridgehub) UnpackNewChainEvent(log *types.Log) (*BridgehubNewChain, error) {
	event := "NewChain"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubNewChain)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Bridgehub contract.
type BridgehubOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const BridgehubOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (BridgehubOwnershipTransferStarted) ContractEventName() string {
	return BridgehubOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (bridgehub *Bridgehub) UnpackOwnershipTransferStartedEvent(log *types.Log) (*BridgehubOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubOwnershipTransferred represents a OwnershipTransferred event raised by the Bridgehub contract.
type BridgehubOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const BridgehubOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (BridgehubOwnershipTransferred) ContractEventName() string {
	return BridgehubOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (bridgehub *Bridgehub) UnpackOwnershipTransferredEvent(log *types.Log) (*BridgehubOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubPaused represents a Paused event raised by the Bridgehub contract.
type BridgehubPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgehubPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (BridgehubPaused) ContractEventName() string {
	return BridgehubPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (bridgehub *Bridgehub) UnpackPausedEvent(log *types.Log) (*BridgehubPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubPaused)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubUnpaused represents a Unpaused event raised by the Bridgehub contract.
type BridgehubUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const BridgehubUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (BridgehubUnpaused) ContractEventName() string {
	return BridgehubUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (bridgehub *Bridgehub) UnpackUnpausedEvent(log *types.Log) (*BridgehubUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubUnpaused)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgehubUpgraded represents a Upgraded event raised by the Bridgehub contract.
type BridgehubUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const BridgehubUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (BridgehubUpgraded) ContractEventName() string {
	return BridgehubUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (bridgehub *Bridgehub) UnpackUpgradedEvent(log *types.Log) (*BridgehubUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgehub.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgehubUpgraded)
	if len(log.Data) > 0 {
		if err := bridgehub.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgehub.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (bridgehub *Bridgehub) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return bridgehub.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["AddressesAlreadySet"].ID.Bytes()[:4]) {
		return bridgehub.UnpackAddressesAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["AssetIdExists"].ID.Bytes()[:4]) {
		return bridgehub.UnpackAssetIdExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["AssetIdUnknown"].ID.Bytes()[:4]) {
		return bridgehub.UnpackAssetIdUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ChainExists"].ID.Bytes()[:4]) {
		return bridgehub.UnpackChainExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ChainIdInvalid"].ID.Bytes()[:4]) {
		return bridgehub.UnpackChainIdInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ChainUnknown"].ID.Bytes()[:4]) {
		return bridgehub.UnpackChainUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return bridgehub.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return bridgehub.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return bridgehub.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return bridgehub.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return bridgehub.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return bridgehub.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ManagerExists"].ID.Bytes()[:4]) {
		return bridgehub.UnpackManagerExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ManagerUnknown"].ID.Bytes()[:4]) {
		return bridgehub.UnpackManagerUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["NotABridge"].ID.Bytes()[:4]) {
		return bridgehub.UnpackNotABridgeError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return bridgehub.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return bridgehub.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return bridgehub.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return bridgehub.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["SecondBridgeReserved"].ID.Bytes()[:4]) {
		return bridgehub.UnpackSecondBridgeReservedError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return bridgehub.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return bridgehub.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ValueMismatch"].ID.Bytes()[:4]) {
		return bridgehub.UnpackValueMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgehub.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return bridgehub.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BridgehubAddressEmptyCode represents a AddressEmptyCode error raised by the Bridgehub contract.
type BridgehubAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func BridgehubAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (bridgehub *Bridgehub) UnpackAddressEmptyCodeError(raw []byte) (*BridgehubAddressEmptyCode, error) {
	out := new(BridgehubAddressEmptyCode)
	if err := bridgehub.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubAddressesAlreadySet represents a AddressesAlreadySet error raised by the Bridgehub contract.
type BridgehubAddressesAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressesAlreadySet()
func BridgehubAddressesAlreadySetErrorID() common.Hash {
	return common.HexToHash("0x77ce8cd3cceebbd74f261967d238f44f41bd3fa4d766e2826d22c57ebd09e48d")
}

// UnpackAddressesAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressesAlreadySet()
func (bridgehub *Bridgehub) UnpackAddressesAlreadySetError(raw []byte) (*BridgehubAddressesAlreadySet, error) {
	out := new(BridgehubAddressesAlreadySet)
	if err := bridgehub.abi.UnpackIntoInterface(out, "AddressesAlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubAssetIdExists represents a AssetIdExists error raised by the Bridgehub contract.
type BridgehubAssetIdExists struct {
	AssetId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdExists(bytes32 assetId)
func BridgehubAssetIdExistsErrorID() common.Hash {
	return common.HexToHash("0x8c805628c6e0fc7a9809f398cdf1ccbae0202d0163599f962461993482f4d248")
}

// UnpackAssetIdExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdExists(bytes32 assetId)
func (bridgehub *Bridgehub) UnpackAssetIdExistsError(raw []byte) (*BridgehubAssetIdExists, error) {
	out := new(BridgehubAssetIdExists)
	if err := bridgehub.abi.UnpackIntoInterface(out, "AssetIdExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubAssetIdUnknown represents a AssetIdUnknown error raised by the Bridgehub contract.
type BridgehubAssetIdUnknown struct {
	AssetId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdUnknown(bytes32 assetId)
func BridgehubAssetIdUnknownErrorID() common.Hash {
	return common.HexToHash("0x97f3c39285ee9ba7339d500f342e07fcb4aeb38814d07dc262df445e2930144c")
}

// UnpackAssetIdUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdUnknown(bytes32 assetId)
func (bridgehub *Bridgehub) UnpackAssetIdUnknownError(raw []byte) (*BridgehubAssetIdUnknown, error) {
	out := new(BridgehubAssetIdUnknown)
	if err := bridgehub.abi.UnpackIntoInterface(out, "AssetIdUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubChainExists represents a ChainExists error raised by the Bridgehub contract.
type BridgehubChainExists struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainExists(uint256 chainId)
func BridgehubChainExistsErrorID() common.Hash {
	return common.HexToHash("0xb58178c1cb111f941df17e1b946699f4ce8886463183c9d0d60601c77a095aba")
}

// UnpackChainExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainExists(uint256 chainId)
func (bridgehub *Bridgehub) UnpackChainExistsError(raw []byte) (*BridgehubChainExists, error) {
	out := new(BridgehubChainExists)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ChainExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubChainIdInvalid represents a ChainIdInvalid error raised by the Bridgehub contract.
type BridgehubChainIdInvalid struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainIdInvalid(uint256 chainId)
func BridgehubChainIdInvalidErrorID() common.Hash {
	return common.HexToHash("0xd79e2ffbe60e9f99752733e6ef18a2ade190547fa82137c02f2082c6d9f5e58b")
}

// UnpackChainIdInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainIdInvalid(uint256 chainId)
func (bridgehub *Bridgehub) UnpackChainIdInvalidError(raw []byte) (*BridgehubChainIdInvalid, error) {
	out := new(BridgehubChainIdInvalid)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ChainIdInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubChainUnknown represents a ChainUnknown error raised by the Bridgehub contract.
type BridgehubChainUnknown struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainUnknown(uint256 chainId)
func BridgehubChainUnknownErrorID() common.Hash {
	return common.HexToHash("0x0d7536861ac914fc7b8241b84f4c8e90686998f2b31631b6945cae370734dcea")
}

// UnpackChainUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainUnknown(uint256 chainId)
func (bridgehub *Bridgehub) UnpackChainUnknownError(raw []byte) (*BridgehubChainUnknown, error) {
	out := new(BridgehubChainUnknown)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ChainUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the Bridgehub contract.
type BridgehubERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func BridgehubERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (bridgehub *Bridgehub) UnpackERC1967InvalidImplementationError(raw []byte) (*BridgehubERC1967InvalidImplementation, error) {
	out := new(BridgehubERC1967InvalidImplementation)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubERC1967NonPayable represents a ERC1967NonPayable error raised by the Bridgehub contract.
type BridgehubERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func BridgehubERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (bridgehub *Bridgehub) UnpackERC1967NonPayableError(raw []byte) (*BridgehubERC1967NonPayable, error) {
	out := new(BridgehubERC1967NonPayable)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubEnforcedPause represents a EnforcedPause error raised by the Bridgehub contract.
type BridgehubEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func BridgehubEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (bridgehub *Bridgehub) UnpackEnforcedPauseError(raw []byte) (*BridgehubEnforcedPause, error) {
	out := new(BridgehubEnforcedPause)
	if err := bridgehub.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubExpectedPause represents a ExpectedPause error raised by the Bridgehub contract.
type BridgehubExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func BridgehubExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (bridgehub *Bridgehub) UnpackExpectedPauseError(raw []byte) (*BridgehubExpectedPause, error) {
	out := new(BridgehubExpectedPause)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubFailedCall represents a FailedCall error raised by the Bridgehub contract.
type BridgehubFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func BridgehubFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (bridgehub *Bridgehub) UnpackFailedCallError(raw []byte) (*BridgehubFailedCall, error) {
	out := new(BridgehubFailedCall)
	if err := bridgehub.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubInvalidInitialization represents a InvalidInitialization error raised by the Bridgehub contract.
type BridgehubInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func BridgehubInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (bridgehub *Bridgehub) UnpackInvalidInitializationError(raw []byte) (*BridgehubInvalidInitialization, error) {
	out := new(BridgehubInvalidInitialization)
	if err := bridgehub.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubManagerExists represents a ManagerExists error raised by the Bridgehub contract.
type BridgehubManagerExists struct {
	Manager common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ManagerExists(address manager)
func BridgehubManagerExistsErrorID() common.Hash {
	return common.HexToHash("0x2940d8b01ca43dad9af81be078cc78e3702804b91ee1e31831f48efeaff9f6dd")
}

// UnpackManagerExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ManagerExists(address manager)
func (bridgehub *Bridgehub) UnpackManagerExistsError(raw []byte) (*BridgehubManagerExists, error) {
	out := new(BridgehubManagerExists)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ManagerExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubManagerUnknown represents a ManagerUnknown error raised by the Bridgehub contract.
type BridgehubManagerUnknown struct {
	Manager common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ManagerUnknown(address manager)
func BridgehubManagerUnknownErrorID() common.Hash {
	return common.HexToHash("0xb13935ae8862c6d2846b5c9efbb61238fbba437b4eee27499dd2edc8690cdb96")
}

// UnpackManagerUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ManagerUnknown(address manager)
func (bridgehub *Bridgehub) UnpackManagerUnknownError(raw []byte) (*BridgehubManagerUnknown, error) {
	out := new(BridgehubManagerUnknown)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ManagerUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubNotABridge represents a NotABridge error raised by the Bridgehub contract.
type BridgehubNotABridge struct {
	Bridge common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotABridge(address bridge)
func BridgehubNotABridgeErrorID() common.Hash {
	return common.HexToHash("0xe60b3c86d1c9c281a1d7ad0432ab97a2a1180fc70fef5b7892688d5ba8054e1e")
}

// UnpackNotABridgeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotABridge(address bridge)
func (bridgehub *Bridgehub) UnpackNotABridgeError(raw []byte) (*BridgehubNotABridge, error) {
	out := new(BridgehubNotABridge)
	if err := bridgehub.abi.UnpackIntoInterface(out, "NotABridge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubNotInitializing represents a NotInitializing error raised by the Bridgehub contract.
type BridgehubNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func BridgehubNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (bridgehub *Bridgehub) UnpackNotInitializingError(raw []byte) (*BridgehubNotInitializing, error) {
	out := new(BridgehubNotInitializing)
	if err := bridgehub.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Bridgehub contract.
type BridgehubOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func BridgehubOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (bridgehub *Bridgehub) UnpackOwnableInvalidOwnerError(raw []byte) (*BridgehubOwnableInvalidOwner, error) {
	out := new(BridgehubOwnableInvalidOwner)
	if err := bridgehub.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Bridgehub contract.
type BridgehubOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func BridgehubOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (bridgehub *Bridgehub) UnpackOwnableUnauthorizedAccountError(raw []byte) (*BridgehubOwnableUnauthorizedAccount, error) {
	out := new(BridgehubOwnableUnauthorizedAccount)
	if err := bridgehub.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the Bridgehub contract.
type BridgehubReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func BridgehubReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (bridgehub *Bridgehub) UnpackReentrancyGuardReentrantCallError(raw []byte) (*BridgehubReentrancyGuardReentrantCall, error) {
	out := new(BridgehubReentrancyGuardReentrantCall)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubSecondBridgeReserved represents a SecondBridgeReserved error raised by the Bridgehub contract.
type BridgehubSecondBridgeReserved struct {
	Bridge common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SecondBridgeReserved(address bridge)
func BridgehubSecondBridgeReservedErrorID() common.Hash {
	return common.HexToHash("0x5e4246b8c35f55324367b3e6afd582b6d3634fc567e063d3fa90afae81e84f0f")
}

// UnpackSecondBridgeReservedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SecondBridgeReserved(address bridge)
func (bridgehub *Bridgehub) UnpackSecondBridgeReservedError(raw []byte) (*BridgehubSecondBridgeReserved, error) {
	out := new(BridgehubSecondBridgeReserved)
	if err := bridgehub.abi.UnpackIntoInterface(out, "SecondBridgeReserved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the Bridgehub contract.
type BridgehubUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func BridgehubUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (bridgehub *Bridgehub) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*BridgehubUUPSUnauthorizedCallContext, error) {
	out := new(BridgehubUUPSUnauthorizedCallContext)
	if err := bridgehub.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the Bridgehub contract.
type BridgehubUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func BridgehubUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (bridgehub *Bridgehub) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*BridgehubUUPSUnsupportedProxiableUUID, error) {
	out := new(BridgehubUUPSUnsupportedProxiableUUID)
	if err := bridgehub.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubValueMismatch represents a ValueMismatch error raised by the Bridgehub contract.
type BridgehubValueMismatch struct {
	Given    *big.Int
	Expected *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ValueMismatch(uint256 given, uint256 expected)
func BridgehubValueMismatchErrorID() common.Hash {
	return common.HexToHash("0x626ade30b602bf9a3b5aab29d4b89b4e805bf63222f673c9b10b2f6ca4f2b089")
}

// UnpackValueMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ValueMismatch(uint256 given, uint256 expected)
func (bridgehub *Bridgehub) UnpackValueMismatchError(raw []byte) (*BridgehubValueMismatch, error) {
	out := new(BridgehubValueMismatch)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ValueMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgehubZeroAddress represents a ZeroAddress error raised by the Bridgehub contract.
type BridgehubZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func BridgehubZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (bridgehub *Bridgehub) UnpackZeroAddressError(raw []byte) (*BridgehubZeroAddress, error) {
	out := new(BridgehubZeroAddress)
	if err := bridgehub.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CalldataL1DAValidatorMetaData contains all meta data concerning the CalldataL1DAValidator contract.
var CalldataL1DAValidatorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"CommitmentMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"claimedCommitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"pubdata\",\"type\":\"bytes\"}],\"name\":\"checkDA\",\"outputs\":[],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"scheme\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "CalldataL1DAValidator",
}

// CalldataL1DAValidator is an auto generated Go binding around an Ethereum contract.
type CalldataL1DAValidator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *CalldataL1DAValidator) GetABI() abi.ABI {
	return c.abi
}

// NewCalldataL1DAValidator creates a new instance of CalldataL1DAValidator.
func NewCalldataL1DAValidator() *CalldataL1DAValidator {
	parsed, err := CalldataL1DAValidatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &CalldataL1DAValidator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *CalldataL1DAValidator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCheckDA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf769db03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkDA(uint256 , uint256 , bytes32 claimedCommitment, bytes pubdata) pure returns()
func (calldataL1DAValidator *CalldataL1DAValidator) PackCheckDA(arg0 *big.Int, arg1 *big.Int, claimedCommitment [32]byte, pubdata []byte) []byte {
	enc, err := calldataL1DAValidator.abi.Pack("checkDA", arg0, arg1, claimedCommitment, pubdata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckDA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf769db03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkDA(uint256 , uint256 , bytes32 claimedCommitment, bytes pubdata) pure returns()
func (calldataL1DAValidator *CalldataL1DAValidator) TryPackCheckDA(arg0 *big.Int, arg1 *big.Int, claimedCommitment [32]byte, pubdata []byte) ([]byte, error) {
	return calldataL1DAValidator.abi.Pack("checkDA", arg0, arg1, claimedCommitment, pubdata)
}

// PackScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8518b0ad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function scheme() view returns(uint8)
func (calldataL1DAValidator *CalldataL1DAValidator) PackScheme() []byte {
	enc, err := calldataL1DAValidator.abi.Pack("scheme")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8518b0ad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function scheme() view returns(uint8)
func (calldataL1DAValidator *CalldataL1DAValidator) TryPackScheme() ([]byte, error) {
	return calldataL1DAValidator.abi.Pack("scheme")
}

// UnpackScheme is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8518b0ad.
//
// Solidity: function scheme() view returns(uint8)
func (calldataL1DAValidator *CalldataL1DAValidator) UnpackScheme(data []byte) (uint8, error) {
	out, err := calldataL1DAValidator.abi.Unpack("scheme", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (calldataL1DAValidator *CalldataL1DAValidator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], calldataL1DAValidator.abi.Errors["CommitmentMismatch"].ID.Bytes()[:4]) {
		return calldataL1DAValidator.UnpackCommitmentMismatchError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CalldataL1DAValidatorCommitmentMismatch represents a CommitmentMismatch error raised by the CalldataL1DAValidator contract.
type CalldataL1DAValidatorCommitmentMismatch struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommitmentMismatch(bytes32 given, bytes32 expected)
func CalldataL1DAValidatorCommitmentMismatchErrorID() common.Hash {
	return common.HexToHash("0xc9e0e7576dda9edf1d82412128828b0224231698fa4b26e6ae50f181a7cc1567")
}

// UnpackCommitmentMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommitmentMismatch(bytes32 given, bytes32 expected)
func (calldataL1DAValidator *CalldataL1DAValidator) UnpackCommitmentMismatchError(raw []byte) (*CalldataL1DAValidatorCommitmentMismatch, error) {
	out := new(CalldataL1DAValidatorCommitmentMismatch)
	if err := calldataL1DAValidator.abi.UnpackIntoInterface(out, "CommitmentMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainMetaData contains all meta data concerning the Chain contract.
var ChainMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNotOlderSeconds\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expirationSeconds\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"stored\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"}],\"name\":\"BatchHashMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"lastBlockTimestamp\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"latest\",\"type\":\"uint256\"}],\"name\":\"BatchInFuture\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"BatchNumberInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"batches\",\"type\":\"uint256\"}],\"name\":\"BatchRangeInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"firstBlockTimestamp\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"oldest\",\"type\":\"uint256\"}],\"name\":\"BatchTooOld\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"firstBlock\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"lastBlock\",\"type\":\"uint256\"}],\"name\":\"BlockRangeInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"ChainIdMismatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ChainIsFrozen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"expected\",\"type\":\"uint8\"}],\"name\":\"DASchemeMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"}],\"name\":\"DAValidatorNotListed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"rollingHash\",\"type\":\"bytes32\"}],\"name\":\"DependencyRootsNotSupported\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FactoryDepsNotSupported\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FeeParamsInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"GasLimitTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"}],\"name\":\"GasLimitTooLow\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"GasPerPubdataIsZero\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"LogIndexTooLarge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"mintValue\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"required\",\"type\":\"uint256\"}],\"name\":\"MintValueTooLow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"NoVerifier\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"committed\",\"type\":\"uint256\"}],\"name\":\"NotCommitted\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"verified\",\"type\":\"uint256\"}],\"name\":\"NotVerified\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"OperatorDataVersionUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"}],\"name\":\"PermanentRollupNeedsData\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"blockGasLimit\",\"type\":\"uint256\"}],\"name\":\"PriorityGasLimitInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"PriorityOperationExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"PriorityOperationsMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"words\",\"type\":\"uint256\"}],\"name\":\"ProofLengthInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"metadata\",\"type\":\"bytes32\"}],\"name\":\"ProofMetadataInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"publicInput\",\"type\":\"uint256\"}],\"name\":\"ProofRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"pubdataBytes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"PubdataLimitTooHigh\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"QueueIsEmpty\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"lastBatchOfOldVersion\",\"type\":\"uint256\"}],\"name\":\"RangeCrossesUpgrade\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"newLastBatch\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"executed\",\"type\":\"uint256\"}],\"name\":\"RevertOfExecutedBatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"newLastBatch\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"committed\",\"type\":\"uint256\"}],\"name\":\"RevertOfNothing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"SettlementChainIdMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"earlier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"later\",\"type\":\"uint256\"}],\"name\":\"TimestampsDecrease\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"UpgradeStillPending\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UpgradeTransactionInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"UpgradeTxMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"}],\"name\":\"WrongChain\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"batchHash\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"BlockCommit\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"batchHash\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"BlockExecution\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalBatchesCommitted\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalBatchesVerified\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalBatchesExecuted\",\"type\":\"uint256\"}],\"name\":\"BlocksRevert\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"previousLastVerifiedBatch\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"currentLastVerifiedBatch\",\"type\":\"uint256\"}],\"name\":\"BlocksVerification\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"Freeze\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"oldAdmin\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newAdmin\",\"type\":\"address\"}],\"name\":\"NewAdmin\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"}],\"name\":\"NewDAValidator\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"components\":[{\"internalType\":\"enumPubdataPricingMode\",\"name\":\"pubdataPricingMode\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"batchOverheadL1Gas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPubdataPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxL2GasPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"priorityTxMaxPubdata\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"minimalL2GasPrice\",\"type\":\"uint64\"}],\"indexed\":false,\"internalType\":\"structFeeParams\",\"name\":\"oldFeeParams\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"enumPubdataPricingMode\",\"name\":\"pubdataPricingMode\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"batchOverheadL1Gas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPubdataPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxL2GasPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"priorityTxMaxPubdata\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"minimalL2GasPrice\",\"type\":\"uint64\"}],\"indexed\":false,\"internalType\":\"structFeeParams\",\"name\":\"newFeeParams\",\"type\":\"tuple\"}],\"name\":\"NewFeeParams\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"oldPendingAdmin\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newPendingAdmin\",\"type\":\"address\"}],\"name\":\"NewPendingAdmin\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"txId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"txHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expirationTimestamp\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"txType\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPriorityFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paymaster\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256[4]\",\"name\":\"reserved\",\"type\":\"uint256[4]\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"uint256[]\",\"name\":\"factoryDeps\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"paymasterInput\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"reservedDynamic\",\"type\":\"bytes\"}],\"indexed\":false,\"internalType\":\"structL2CanonicalTransaction\",\"name\":\"transaction\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes[]\",\"name\":\"factoryDeps\",\"type\":\"bytes[]\"}],\"name\":\"NewPriorityRequest\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"oldPriorityTxMaxGasLimit\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"newPriorityTxMaxGasLimit\",\"type\":\"uint256\"}],\"name\":\"NewPriorityTxMaxGasLimit\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"txHash\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"txType\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPriorityFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paymaster\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256[4]\",\"name\":\"reserved\",\"type\":\"uint256[4]\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"uint256[]\",\"name\":\"factoryDeps\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"paymasterInput\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"reservedDynamic\",\"type\":\"bytes\"}],\"indexed\":false,\"internalType\":\"structL2CanonicalTransaction\",\"name\":\"transaction\",\"type\":\"tuple\"}],\"name\":\"NewUpgradeTransaction\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"PermanentRollup\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"lastBatchOfOldVersion\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"chainConfigHash\",\"type\":\"bytes32\"}],\"name\":\"ProtocolUpgraded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"firstBlockNumber\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"lastBlockNumber\",\"type\":\"uint64\"}],\"name\":\"ReportCommittedBatchRange\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"Unfreeze\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validatorAddress\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"isActive\",\"type\":\"bool\"}],\"name\":\"ValidatorStatusUpdate\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"acceptAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"newProtocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"newFork\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"hasL2Transaction\",\"type\":\"bool\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"txType\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPriorityFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paymaster\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256[4]\",\"name\":\"reserved\",\"type\":\"uint256[4]\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"uint256[]\",\"name\":\"factoryDeps\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"paymasterInput\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"reservedDynamic\",\"type\":\"bytes\"}],\"internalType\":\"structL2CanonicalTransaction\",\"name\":\"l2Transaction\",\"type\":\"tuple\"}],\"internalType\":\"structProtocolUpgrade\",\"name\":\"upgrade\",\"type\":\"tuple\"}],\"name\":\"applyUpgrade\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"batchTimestampWindow\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"notOlderSeconds\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"notAheadSeconds\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"contractL2\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"mintValue\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2Value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"l2Calldata\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"l2GasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"bytes[]\",\"name\":\"factoryDeps\",\"type\":\"bytes[]\"},{\"internalType\":\"address\",\"name\":\"refundRecipient\",\"type\":\"address\"}],\"internalType\":\"structBridgehubL2TransactionRequest\",\"name\":\"request\",\"type\":\"tuple\"}],\"name\":\"bridgehubRequestL2Transaction\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"canonicalTxHash\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"chainConfig\",\"outputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"fork\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"blockGasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxGasPerPubdata\",\"type\":\"uint256\"}],\"internalType\":\"structChainConfig\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"chainConfigHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"enumPubdataPricingMode\",\"name\":\"pubdataPricingMode\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"batchOverheadL1Gas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPubdataPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxL2GasPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"priorityTxMaxPubdata\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"minimalL2GasPrice\",\"type\":\"uint64\"}],\"internalType\":\"structFeeParams\",\"name\":\"newFeeParams\",\"type\":\"tuple\"}],\"name\":\"changeFeeParams\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chainAddress\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"commitBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chainAddress\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"executeBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"freeze\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getAdmin\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getBaseTokenAssetId\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getBridgehub\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getChainId\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getChainTypeManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getDAValidator\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getFeeParams\",\"outputs\":[{\"components\":[{\"internalType\":\"enumPubdataPricingMode\",\"name\":\"pubdataPricingMode\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"batchOverheadL1Gas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPubdataPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxL2GasPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"priorityTxMaxPubdata\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"minimalL2GasPrice\",\"type\":\"uint64\"}],\"internalType\":\"structFeeParams\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getFirstUnprocessedPriorityTx\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getL2SystemContractsUpgradeBatchNumber\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getL2SystemContractsUpgradeTxHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getMessageRoot\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPendingAdmin\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPriorityQueueSize\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getPriorityTxExpiration\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getPriorityTxHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPriorityTxMaxGasLimit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getProtocolVersion\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getSemverProtocolVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"major\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minor\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"patch\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getTotalBatchesCommitted\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getTotalBatchesExecuted\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getTotalBatchesVerified\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getTotalPriorityTxs\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getVerifier\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"bridgehub\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"chainTypeManager\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"verifierRegistry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"messageRoot\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"baseTokenAssetId\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"genesisStateCommitment\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"daValidator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operatorTimelock\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"priorityTxMaxGasLimit\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"fork\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"blockGasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxGasPerPubdata\",\"type\":\"uint256\"}],\"internalType\":\"structChainConfig\",\"name\":\"config\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"enumPubdataPricingMode\",\"name\":\"pubdataPricingMode\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"batchOverheadL1Gas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPubdataPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxL2GasPerBatch\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"priorityTxMaxPubdata\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"minimalL2GasPrice\",\"type\":\"uint64\"}],\"internalType\":\"structFeeParams\",\"name\":\"feeParams\",\"type\":\"tuple\"}],\"internalType\":\"structChainParams\",\"name\":\"params\",\"type\":\"tuple\"}],\"internalType\":\"structChainInit\",\"name\":\"init\",\"type\":\"tuple\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"isFrozen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"isPermanentRollup\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isValidator\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"}],\"name\":\"l2LogsRootHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasPrice\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2GasPerPubdataByteLimit\",\"type\":\"uint256\"}],\"name\":\"l2TransactionBaseCost\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"l2Calldata\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"l2GasPerPubdataByteLimit\",\"type\":\"uint256\"}],\"name\":\"l2TransactionMinimalGas\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"makePermanentRollup\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"priorityExpirationSeconds\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chainAddress\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"proveBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"l2TxHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"l2TxNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"bytes32[]\",\"name\":\"merkleProof\",\"type\":\"bytes32[]\"},{\"internalType\":\"enumTxStatus\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"proveL1ToL2TransactionStatus\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"leaf\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"proveL2LeafInclusion\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint8\",\"name\":\"l2ShardId\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"isService\",\"type\":\"bool\"},{\"internalType\":\"uint16\",\"name\":\"txNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"internalType\":\"structL2Log\",\"name\":\"log\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"proveL2LogInclusion\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint16\",\"name\":\"txNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"internalType\":\"structL2Message\",\"name\":\"message\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"proveL2MessageInclusion\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chainAddress\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"newLastBatch\",\"type\":\"uint256\"}],\"name\":\"revertBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"}],\"name\":\"setDAValidator\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newPendingAdmin\",\"type\":\"address\"}],\"name\":\"setPendingAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"newPriorityTxMaxGasLimit\",\"type\":\"uint256\"}],\"name\":\"setPriorityTxMaxGasLimit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"name\":\"setValidator\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"}],\"name\":\"storedBatchHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unfreeze\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "Chain",
}

// Chain is an auto generated Go binding around an Ethereum contract.
type Chain struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Chain) GetABI() abi.ABI {
	return c.abi
}

// NewChain creates a new instance of Chain.
func NewChain() *Chain {
	parsed, err := ChainMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Chain{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Chain) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(uint256 batchNotOlderSeconds, uint256 expirationSeconds) returns()
func (chain *Chain) PackConstructor(batchNotOlderSeconds *big.Int, expirationSeconds *big.Int) []byte {
	enc, err := chain.abi.Pack("", batchNotOlderSeconds, expirationSeconds)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAcceptAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0e18b681.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptAdmin() returns()
func (chain *Chain) PackAcceptAdmin() []byte {
	enc, err := chain.abi.Pack("acceptAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0e18b681.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptAdmin() returns()
func (chain *Chain) TryPackAcceptAdmin() ([]byte, error) {
	return chain.abi.Pack("acceptAdmin")
}

// PackApplyUpgrade is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07d4f5a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function applyUpgrade((uint256,uint256,bool,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes)) upgrade) returns()
func (chain *Chain) PackApplyUpgrade(upgrade ProtocolUpgrade) []byte {
	enc, err := chain.abi.Pack("applyUpgrade", upgrade)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApplyUpgrade is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07d4f5a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function applyUpgrade((uint256,uint256,bool,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes)) upgrade) returns()
func (chain *Chain) TryPackApplyUpgrade(upgrade ProtocolUpgrade) ([]byte, error) {
	return chain.abi.Pack("applyUpgrade", upgrade)
}

// PackBatchTimestampWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45ab8c24.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchTimestampWindow() view returns(uint256 notOlderSeconds, uint256 notAheadSeconds)
func (chain *Chain) PackBatchTimestampWindow() []byte {
	enc, err := chain.abi.Pack("batchTimestampWindow")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchTimestampWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45ab8c24.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchTimestampWindow() view returns(uint256 notOlderSeconds, uint256 notAheadSeconds)
func (chain *Chain) TryPackBatchTimestampWindow() ([]byte, error) {
	return chain.abi.Pack("batchTimestampWindow")
}

// BatchTimestampWindowOutput serves as a container for the return parameters of contract
// method BatchTimestampWindow.
type BatchTimestampWindowOutput struct {
	NotOlderSeconds *big.Int
	NotAheadSeconds *big.Int
}

// UnpackBatchTimestampWindow is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x45ab8c24.
//
// Solidity: function batchTimestampWindow() view returns(uint256 notOlderSeconds, uint256 notAheadSeconds)
func (chain *Chain) UnpackBatchTimestampWindow(data []byte) (BatchTimestampWindowOutput, error) {
	out, err := chain.abi.Unpack("batchTimestampWindow", data)
	outstruct := new(BatchTimestampWindowOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NotOlderSeconds = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.NotAheadSeconds = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackBridgehubRequestL2Transaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x12f43dab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgehubRequestL2Transaction((address,address,uint256,uint256,bytes,uint256,uint256,bytes[],address) request) returns(bytes32 canonicalTxHash)
func (chain *Chain) PackBridgehubRequestL2Transaction(request BridgehubL2TransactionRequest) []byte {
	enc, err := chain.abi.Pack("bridgehubRequestL2Transaction", request)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgehubRequestL2Transaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x12f43dab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgehubRequestL2Transaction((address,address,uint256,uint256,bytes,uint256,uint256,bytes[],address) request) returns(bytes32 canonicalTxHash)
func (chain *Chain) TryPackBridgehubRequestL2Transaction(request BridgehubL2TransactionRequest) ([]byte, error) {
	return chain.abi.Pack("bridgehubRequestL2Transaction", request)
}

// UnpackBridgehubRequestL2Transaction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x12f43dab.
//
// Solidity: function bridgehubRequestL2Transaction((address,address,uint256,uint256,bytes,uint256,uint256,bytes[],address) request) returns(bytes32 canonicalTxHash)
func (chain *Chain) UnpackBridgehubRequestL2Transaction(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("bridgehubRequestL2Transaction", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackChainConfig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebb43738.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainConfig() view returns((uint256,uint256,uint256))
func (chain *Chain) PackChainConfig() []byte {
	enc, err := chain.abi.Pack("chainConfig")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainConfig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebb43738.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainConfig() view returns((uint256,uint256,uint256))
func (chain *Chain) TryPackChainConfig() ([]byte, error) {
	return chain.abi.Pack("chainConfig")
}

// UnpackChainConfig is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xebb43738.
//
// Solidity: function chainConfig() view returns((uint256,uint256,uint256))
func (chain *Chain) UnpackChainConfig(data []byte) (ChainConfig, error) {
	out, err := chain.abi.Unpack("chainConfig", data)
	if err != nil {
		return *new(ChainConfig), err
	}
	out0 := *abi.ConvertType(out[0], new(ChainConfig)).(*ChainConfig)
	return out0, nil
}

// PackChainConfigHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7fd13ce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainConfigHash() view returns(bytes32)
func (chain *Chain) PackChainConfigHash() []byte {
	enc, err := chain.abi.Pack("chainConfigHash")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainConfigHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7fd13ce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainConfigHash() view returns(bytes32)
func (chain *Chain) TryPackChainConfigHash() ([]byte, error) {
	return chain.abi.Pack("chainConfigHash")
}

// UnpackChainConfigHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7fd13ce.
//
// Solidity: function chainConfigHash() view returns(bytes32)
func (chain *Chain) UnpackChainConfigHash(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("chainConfigHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackChangeFeeParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64bf8d66.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeFeeParams((uint8,uint32,uint32,uint32,uint32,uint64) newFeeParams) returns()
func (chain *Chain) PackChangeFeeParams(newFeeParams FeeParams) []byte {
	enc, err := chain.abi.Pack("changeFeeParams", newFeeParams)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeFeeParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64bf8d66.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeFeeParams((uint8,uint32,uint32,uint32,uint32,uint64) newFeeParams) returns()
func (chain *Chain) TryPackChangeFeeParams(newFeeParams FeeParams) ([]byte, error) {
	return chain.abi.Pack("changeFeeParams", newFeeParams)
}

// PackCommitBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0db9eb87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes data) returns()
func (chain *Chain) PackCommitBatchesSharedBridge(chainAddress common.Address, from *big.Int, to *big.Int, data []byte) []byte {
	enc, err := chain.abi.Pack("commitBatchesSharedBridge", chainAddress, from, to, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0db9eb87.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes data) returns()
func (chain *Chain) TryPackCommitBatchesSharedBridge(chainAddress common.Address, from *big.Int, to *big.Int, data []byte) ([]byte, error) {
	return chain.abi.Pack("commitBatchesSharedBridge", chainAddress, from, to, data)
}

// PackExecuteBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa085344d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function executeBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes data) returns()
func (chain *Chain) PackExecuteBatchesSharedBridge(chainAddress common.Address, from *big.Int, to *big.Int, data []byte) []byte {
	enc, err := chain.abi.Pack("executeBatchesSharedBridge", chainAddress, from, to, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecuteBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa085344d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function executeBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes data) returns()
func (chain *Chain) TryPackExecuteBatchesSharedBridge(chainAddress common.Address, from *big.Int, to *big.Int, data []byte) ([]byte, error) {
	return chain.abi.Pack("executeBatchesSharedBridge", chainAddress, from, to, data)
}

// PackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62a5af3b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freeze() returns()
func (chain *Chain) PackFreeze() []byte {
	enc, err := chain.abi.Pack("freeze")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62a5af3b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freeze() returns()
func (chain *Chain) TryPackFreeze() ([]byte, error) {
	return chain.abi.Pack("freeze")
}

// PackGetAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e9960c3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAdmin() view returns(address)
func (chain *Chain) PackGetAdmin() []byte {
	enc, err := chain.abi.Pack("getAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e9960c3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAdmin() view returns(address)
func (chain *Chain) TryPackGetAdmin() ([]byte, error) {
	return chain.abi.Pack("getAdmin")
}

// UnpackGetAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6e9960c3.
//
// Solidity: function getAdmin() view returns(address)
func (chain *Chain) UnpackGetAdmin(data []byte) (common.Address, error) {
	out, err := chain.abi.Unpack("getAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetBaseTokenAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x960dcf24.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getBaseTokenAssetId() view returns(bytes32)
func (chain *Chain) PackGetBaseTokenAssetId() []byte {
	enc, err := chain.abi.Pack("getBaseTokenAssetId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetBaseTokenAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x960dcf24.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getBaseTokenAssetId() view returns(bytes32)
func (chain *Chain) TryPackGetBaseTokenAssetId() ([]byte, error) {
	return chain.abi.Pack("getBaseTokenAssetId")
}

// UnpackGetBaseTokenAssetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x960dcf24.
//
// Solidity: function getBaseTokenAssetId() view returns(bytes32)
func (chain *Chain) UnpackGetBaseTokenAssetId(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("getBaseTokenAssetId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetBridgehub is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3591c1a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getBridgehub() view returns(address)
func (chain *Chain) PackGetBridgehub() []byte {
	enc, err := chain.abi.Pack("getBridgehub")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetBridgehub is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3591c1a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getBridgehub() view returns(address)
func (chain *Chain) TryPackGetBridgehub() ([]byte, error) {
	return chain.abi.Pack("getBridgehub")
}

// UnpackGetBridgehub is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3591c1a0.
//
// Solidity: function getBridgehub() view returns(address)
func (chain *Chain) UnpackGetBridgehub(data []byte) (common.Address, error) {
	out, err := chain.abi.Unpack("getBridgehub", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3408e470.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getChainId() view returns(uint256)
func (chain *Chain) PackGetChainId() []byte {
	enc, err := chain.abi.Pack("getChainId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3408e470.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getChainId() view returns(uint256)
func (chain *Chain) TryPackGetChainId() ([]byte, error) {
	return chain.abi.Pack("getChainId")
}

// UnpackGetChainId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3408e470.
//
// Solidity: function getChainId() view returns(uint256)
func (chain *Chain) UnpackGetChainId(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getChainId", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x946ebad1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getChainTypeManager() view returns(address)
func (chain *Chain) PackGetChainTypeManager() []byte {
	enc, err := chain.abi.Pack("getChainTypeManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetChainTypeManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x946ebad1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getChainTypeManager() view returns(address)
func (chain *Chain) TryPackGetChainTypeManager() ([]byte, error) {
	return chain.abi.Pack("getChainTypeManager")
}

// UnpackGetChainTypeManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x946ebad1.
//
// Solidity: function getChainTypeManager() view returns(address)
func (chain *Chain) UnpackGetChainTypeManager(data []byte) (common.Address, error) {
	out, err := chain.abi.Unpack("getChainTypeManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31da3401.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getDAValidator() view returns(address validator, uint8 scheme)
func (chain *Chain) PackGetDAValidator() []byte {
	enc, err := chain.abi.Pack("getDAValidator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31da3401.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getDAValidator() view returns(address validator, uint8 scheme)
func (chain *Chain) TryPackGetDAValidator() ([]byte, error) {
	return chain.abi.Pack("getDAValidator")
}

// GetDAValidatorOutput serves as a container for the return parameters of contract
// method GetDAValidator.
type GetDAValidatorOutput struct {
	Validator common.Address
	Scheme    uint8
}

// UnpackGetDAValidator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x31da3401.
//
// Solidity: function getDAValidator() view returns(address validator, uint8 scheme)
func (chain *Chain) UnpackGetDAValidator(data []byte) (GetDAValidatorOutput, error) {
	out, err := chain.abi.Unpack("getDAValidator", data)
	outstruct := new(GetDAValidatorOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Validator = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Scheme = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackGetFeeParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe6fc181.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getFeeParams() view returns((uint8,uint32,uint32,uint32,uint32,uint64))
func (chain *Chain) PackGetFeeParams() []byte {
	enc, err := chain.abi.Pack("getFeeParams")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetFeeParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe6fc181.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getFeeParams() view returns((uint8,uint32,uint32,uint32,uint32,uint64))
func (chain *Chain) TryPackGetFeeParams() ([]byte, error) {
	return chain.abi.Pack("getFeeParams")
}

// UnpackGetFeeParams is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbe6fc181.
//
// Solidity: function getFeeParams() view returns((uint8,uint32,uint32,uint32,uint32,uint64))
func (chain *Chain) UnpackGetFeeParams(data []byte) (FeeParams, error) {
	out, err := chain.abi.Unpack("getFeeParams", data)
	if err != nil {
		return *new(FeeParams), err
	}
	out0 := *abi.ConvertType(out[0], new(FeeParams)).(*FeeParams)
	return out0, nil
}

// PackGetFirstUnprocessedPriorityTx is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79823c9a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getFirstUnprocessedPriorityTx() view returns(uint256)
func (chain *Chain) PackGetFirstUnprocessedPriorityTx() []byte {
	enc, err := chain.abi.Pack("getFirstUnprocessedPriorityTx")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetFirstUnprocessedPriorityTx is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79823c9a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getFirstUnprocessedPriorityTx() view returns(uint256)
func (chain *Chain) TryPackGetFirstUnprocessedPriorityTx() ([]byte, error) {
	return chain.abi.Pack("getFirstUnprocessedPriorityTx")
}

// UnpackGetFirstUnprocessedPriorityTx is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x79823c9a.
//
// Solidity: function getFirstUnprocessedPriorityTx() view returns(uint256)
func (chain *Chain) UnpackGetFirstUnprocessedPriorityTx(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getFirstUnprocessedPriorityTx", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetL2SystemContractsUpgradeBatchNumber is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5355c75.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getL2SystemContractsUpgradeBatchNumber() view returns(uint256)
func (chain *Chain) PackGetL2SystemContractsUpgradeBatchNumber() []byte {
	enc, err := chain.abi.Pack("getL2SystemContractsUpgradeBatchNumber")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetL2SystemContractsUpgradeBatchNumber is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5355c75.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getL2SystemContractsUpgradeBatchNumber() view returns(uint256)
func (chain *Chain) TryPackGetL2SystemContractsUpgradeBatchNumber() ([]byte, error) {
	return chain.abi.Pack("getL2SystemContractsUpgradeBatchNumber")
}

// UnpackGetL2SystemContractsUpgradeBatchNumber is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe5355c75.
//
// Solidity: function getL2SystemContractsUpgradeBatchNumber() view returns(uint256)
func (chain *Chain) UnpackGetL2SystemContractsUpgradeBatchNumber(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getL2SystemContractsUpgradeBatchNumber", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetL2SystemContractsUpgradeTxHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b30c8da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getL2SystemContractsUpgradeTxHash() view returns(bytes32)
func (chain *Chain) PackGetL2SystemContractsUpgradeTxHash() []byte {
	enc, err := chain.abi.Pack("getL2SystemContractsUpgradeTxHash")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetL2SystemContractsUpgradeTxHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b30c8da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getL2SystemContractsUpgradeTxHash() view returns(bytes32)
func (chain *Chain) TryPackGetL2SystemContractsUpgradeTxHash() ([]byte, error) {
	return chain.abi.Pack("getL2SystemContractsUpgradeTxHash")
}

// UnpackGetL2SystemContractsUpgradeTxHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b30c8da.
//
// Solidity: function getL2SystemContractsUpgradeTxHash() view returns(bytes32)
func (chain *Chain) UnpackGetL2SystemContractsUpgradeTxHash(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("getL2SystemContractsUpgradeTxHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetMessageRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd179a196.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMessageRoot() view returns(address)
func (chain *Chain) PackGetMessageRoot() []byte {
	enc, err := chain.abi.Pack("getMessageRoot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMessageRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd179a196.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMessageRoot() view returns(address)
func (chain *Chain) TryPackGetMessageRoot() ([]byte, error) {
	return chain.abi.Pack("getMessageRoot")
}

// UnpackGetMessageRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd179a196.
//
// Solidity: function getMessageRoot() view returns(address)
func (chain *Chain) UnpackGetMessageRoot(data []byte) (common.Address, error) {
	out, err := chain.abi.Unpack("getMessageRoot", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetPendingAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0468156.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPendingAdmin() view returns(address)
func (chain *Chain) PackGetPendingAdmin() []byte {
	enc, err := chain.abi.Pack("getPendingAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPendingAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0468156.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPendingAdmin() view returns(address)
func (chain *Chain) TryPackGetPendingAdmin() ([]byte, error) {
	return chain.abi.Pack("getPendingAdmin")
}

// UnpackGetPendingAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0468156.
//
// Solidity: function getPendingAdmin() view returns(address)
func (chain *Chain) UnpackGetPendingAdmin(data []byte) (common.Address, error) {
	out, err := chain.abi.Unpack("getPendingAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetPriorityQueueSize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x631f4bac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPriorityQueueSize() view returns(uint256)
func (chain *Chain) PackGetPriorityQueueSize() []byte {
	enc, err := chain.abi.Pack("getPriorityQueueSize")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPriorityQueueSize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x631f4bac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPriorityQueueSize() view returns(uint256)
func (chain *Chain) TryPackGetPriorityQueueSize() ([]byte, error) {
	return chain.abi.Pack("getPriorityQueueSize")
}

// UnpackGetPriorityQueueSize is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x631f4bac.
//
// Solidity: function getPriorityQueueSize() view returns(uint256)
func (chain *Chain) UnpackGetPriorityQueueSize(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getPriorityQueueSize", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetPriorityTxExpiration is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cc72309.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPriorityTxExpiration(uint256 id) view returns(uint64)
func (chain *Chain) PackGetPriorityTxExpiration(id *big.Int) []byte {
	enc, err := chain.abi.Pack("getPriorityTxExpiration", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPriorityTxExpiration is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cc72309.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPriorityTxExpiration(uint256 id) view returns(uint64)
func (chain *Chain) TryPackGetPriorityTxExpiration(id *big.Int) ([]byte, error) {
	return chain.abi.Pack("getPriorityTxExpiration", id)
}

// UnpackGetPriorityTxExpiration is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5cc72309.
//
// Solidity: function getPriorityTxExpiration(uint256 id) view returns(uint64)
func (chain *Chain) UnpackGetPriorityTxExpiration(data []byte) (uint64, error) {
	out, err := chain.abi.Unpack("getPriorityTxExpiration", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackGetPriorityTxHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5af2259.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPriorityTxHash(uint256 id) view returns(bytes32)
func (chain *Chain) PackGetPriorityTxHash(id *big.Int) []byte {
	enc, err := chain.abi.Pack("getPriorityTxHash", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPriorityTxHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5af2259.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPriorityTxHash(uint256 id) view returns(bytes32)
func (chain *Chain) TryPackGetPriorityTxHash(id *big.Int) ([]byte, error) {
	return chain.abi.Pack("getPriorityTxHash", id)
}

// UnpackGetPriorityTxHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5af2259.
//
// Solidity: function getPriorityTxHash(uint256 id) view returns(bytes32)
func (chain *Chain) UnpackGetPriorityTxHash(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("getPriorityTxHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetPriorityTxMaxGasLimit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0ec6b0b7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPriorityTxMaxGasLimit() view returns(uint256)
func (chain *Chain) PackGetPriorityTxMaxGasLimit() []byte {
	enc, err := chain.abi.Pack("getPriorityTxMaxGasLimit")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPriorityTxMaxGasLimit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0ec6b0b7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPriorityTxMaxGasLimit() view returns(uint256)
func (chain *Chain) TryPackGetPriorityTxMaxGasLimit() ([]byte, error) {
	return chain.abi.Pack("getPriorityTxMaxGasLimit")
}

// UnpackGetPriorityTxMaxGasLimit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0ec6b0b7.
//
// Solidity: function getPriorityTxMaxGasLimit() view returns(uint256)
func (chain *Chain) UnpackGetPriorityTxMaxGasLimit(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getPriorityTxMaxGasLimit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x33ce93fe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getProtocolVersion() view returns(uint256)
func (chain *Chain) PackGetProtocolVersion() []byte {
	enc, err := chain.abi.Pack("getProtocolVersion")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x33ce93fe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getProtocolVersion() view returns(uint256)
func (chain *Chain) TryPackGetProtocolVersion() ([]byte, error) {
	return chain.abi.Pack("getProtocolVersion")
}

// UnpackGetProtocolVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x33ce93fe.
//
// Solidity: function getProtocolVersion() view returns(uint256)
func (chain *Chain) UnpackGetProtocolVersion(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getProtocolVersion", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetSemverProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5c1182c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getSemverProtocolVersion() view returns(uint32 major, uint32 minor, uint32 patch)
func (chain *Chain) PackGetSemverProtocolVersion() []byte {
	enc, err := chain.abi.Pack("getSemverProtocolVersion")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetSemverProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5c1182c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getSemverProtocolVersion() view returns(uint32 major, uint32 minor, uint32 patch)
func (chain *Chain) TryPackGetSemverProtocolVersion() ([]byte, error) {
	return chain.abi.Pack("getSemverProtocolVersion")
}

// GetSemverProtocolVersionOutput serves as a container for the return parameters of contract
// method GetSemverProtocolVersion.
type GetSemverProtocolVersionOutput struct {
	Major uint32
	Minor uint32
	Patch uint32
}

// UnpackGetSemverProtocolVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf5c1182c.
//
// Solidity: function getSemverProtocolVersion() view returns(uint32 major, uint32 minor, uint32 patch)
func (chain *Chain) UnpackGetSemverProtocolVersion(data []byte) (GetSemverProtocolVersionOutput, error) {
	out, err := chain.abi.Unpack("getSemverProtocolVersion", data)
	outstruct := new(GetSemverProtocolVersionOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Major = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.Minor = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Patch = *abi.ConvertType(out[2], new(uint32)).(*uint32)
	return *outstruct, nil
}

// PackGetTotalBatchesCommitted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb1f0bf9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTotalBatchesCommitted() view returns(uint256)
func (chain *Chain) PackGetTotalBatchesCommitted() []byte {
	enc, err := chain.abi.Pack("getTotalBatchesCommitted")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTotalBatchesCommitted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb1f0bf9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTotalBatchesCommitted() view returns(uint256)
func (chain *Chain) TryPackGetTotalBatchesCommitted() ([]byte, error) {
	return chain.abi.Pack("getTotalBatchesCommitted")
}

// UnpackGetTotalBatchesCommitted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdb1f0bf9.
//
// Solidity: function getTotalBatchesCommitted() view returns(uint256)
func (chain *Chain) UnpackGetTotalBatchesCommitted(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getTotalBatchesCommitted", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetTotalBatchesExecuted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8c2f66f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTotalBatchesExecuted() view returns(uint256)
func (chain *Chain) PackGetTotalBatchesExecuted() []byte {
	enc, err := chain.abi.Pack("getTotalBatchesExecuted")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTotalBatchesExecuted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8c2f66f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTotalBatchesExecuted() view returns(uint256)
func (chain *Chain) TryPackGetTotalBatchesExecuted() ([]byte, error) {
	return chain.abi.Pack("getTotalBatchesExecuted")
}

// UnpackGetTotalBatchesExecuted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb8c2f66f.
//
// Solidity: function getTotalBatchesExecuted() view returns(uint256)
func (chain *Chain) UnpackGetTotalBatchesExecuted(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getTotalBatchesExecuted", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetTotalBatchesVerified is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef3f0bae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTotalBatchesVerified() view returns(uint256)
func (chain *Chain) PackGetTotalBatchesVerified() []byte {
	enc, err := chain.abi.Pack("getTotalBatchesVerified")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTotalBatchesVerified is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef3f0bae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTotalBatchesVerified() view returns(uint256)
func (chain *Chain) TryPackGetTotalBatchesVerified() ([]byte, error) {
	return chain.abi.Pack("getTotalBatchesVerified")
}

// UnpackGetTotalBatchesVerified is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xef3f0bae.
//
// Solidity: function getTotalBatchesVerified() view returns(uint256)
func (chain *Chain) UnpackGetTotalBatchesVerified(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getTotalBatchesVerified", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetTotalPriorityTxs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1954fc5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTotalPriorityTxs() view returns(uint256)
func (chain *Chain) PackGetTotalPriorityTxs() []byte {
	enc, err := chain.abi.Pack("getTotalPriorityTxs")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTotalPriorityTxs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1954fc5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTotalPriorityTxs() view returns(uint256)
func (chain *Chain) TryPackGetTotalPriorityTxs() ([]byte, error) {
	return chain.abi.Pack("getTotalPriorityTxs")
}

// UnpackGetTotalPriorityTxs is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1954fc5.
//
// Solidity: function getTotalPriorityTxs() view returns(uint256)
func (chain *Chain) UnpackGetTotalPriorityTxs(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("getTotalPriorityTxs", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46657fe9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getVerifier() view returns(address)
func (chain *Chain) PackGetVerifier() []byte {
	enc, err := chain.abi.Pack("getVerifier")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46657fe9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getVerifier() view returns(address)
func (chain *Chain) TryPackGetVerifier() ([]byte, error) {
	return chain.abi.Pack("getVerifier")
}

// UnpackGetVerifier is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x46657fe9.
//
// Solidity: function getVerifier() view returns(address)
func (chain *Chain) UnpackGetVerifier(data []byte) (common.Address, error) {
	out, err := chain.abi.Unpack("getVerifier", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0483a4a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize((uint256,address,address,address,address,address,uint256,bytes32,(bytes32,address,address,uint256,(uint256,uint256,uint256),(uint8,uint32,uint32,uint32,uint32,uint64))) init) returns()
func (chain *Chain) PackInitialize(init ChainInit) []byte {
	enc, err := chain.abi.Pack("initialize", init)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0483a4a1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize((uint256,address,address,address,address,address,uint256,bytes32,(bytes32,address,address,uint256,(uint256,uint256,uint256),(uint8,uint32,uint32,uint32,uint32,uint64))) init) returns()
func (chain *Chain) TryPackInitialize(init ChainInit) ([]byte, error) {
	return chain.abi.Pack("initialize", init)
}

// PackIsFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x33eeb147.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFrozen() view returns(bool)
func (chain *Chain) PackIsFrozen() []byte {
	enc, err := chain.abi.Pack("isFrozen")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x33eeb147.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFrozen() view returns(bool)
func (chain *Chain) TryPackIsFrozen() ([]byte, error) {
	return chain.abi.Pack("isFrozen")
}

// UnpackIsFrozen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x33eeb147.
//
// Solidity: function isFrozen() view returns(bool)
func (chain *Chain) UnpackIsFrozen(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("isFrozen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsPermanentRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b528429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isPermanentRollup() view returns(bool)
func (chain *Chain) PackIsPermanentRollup() []byte {
	enc, err := chain.abi.Pack("isPermanentRollup")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsPermanentRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b528429.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isPermanentRollup() view returns(bool)
func (chain *Chain) TryPackIsPermanentRollup() ([]byte, error) {
	return chain.abi.Pack("isPermanentRollup")
}

// UnpackIsPermanentRollup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b528429.
//
// Solidity: function isPermanentRollup() view returns(bool)
func (chain *Chain) UnpackIsPermanentRollup(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("isPermanentRollup", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfacd743b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isValidator(address account) view returns(bool)
func (chain *Chain) PackIsValidator(account common.Address) []byte {
	enc, err := chain.abi.Pack("isValidator", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfacd743b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isValidator(address account) view returns(bool)
func (chain *Chain) TryPackIsValidator(account common.Address) ([]byte, error) {
	return chain.abi.Pack("isValidator", account)
}

// UnpackIsValidator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfacd743b.
//
// Solidity: function isValidator(address account) view returns(bool)
func (chain *Chain) UnpackIsValidator(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("isValidator", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackL2LogsRootHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cd939e4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2LogsRootHash(uint256 batchNumber) view returns(bytes32)
func (chain *Chain) PackL2LogsRootHash(batchNumber *big.Int) []byte {
	enc, err := chain.abi.Pack("l2LogsRootHash", batchNumber)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2LogsRootHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cd939e4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2LogsRootHash(uint256 batchNumber) view returns(bytes32)
func (chain *Chain) TryPackL2LogsRootHash(batchNumber *big.Int) ([]byte, error) {
	return chain.abi.Pack("l2LogsRootHash", batchNumber)
}

// UnpackL2LogsRootHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9cd939e4.
//
// Solidity: function l2LogsRootHash(uint256 batchNumber) view returns(bytes32)
func (chain *Chain) UnpackL2LogsRootHash(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("l2LogsRootHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackL2TransactionBaseCost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb473318e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2TransactionBaseCost(uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit) view returns(uint256)
func (chain *Chain) PackL2TransactionBaseCost(gasPrice *big.Int, l2GasLimit *big.Int, l2GasPerPubdataByteLimit *big.Int) []byte {
	enc, err := chain.abi.Pack("l2TransactionBaseCost", gasPrice, l2GasLimit, l2GasPerPubdataByteLimit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2TransactionBaseCost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb473318e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2TransactionBaseCost(uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit) view returns(uint256)
func (chain *Chain) TryPackL2TransactionBaseCost(gasPrice *big.Int, l2GasLimit *big.Int, l2GasPerPubdataByteLimit *big.Int) ([]byte, error) {
	return chain.abi.Pack("l2TransactionBaseCost", gasPrice, l2GasLimit, l2GasPerPubdataByteLimit)
}

// UnpackL2TransactionBaseCost is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb473318e.
//
// Solidity: function l2TransactionBaseCost(uint256 gasPrice, uint256 l2GasLimit, uint256 l2GasPerPubdataByteLimit) view returns(uint256)
func (chain *Chain) UnpackL2TransactionBaseCost(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("l2TransactionBaseCost", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackL2TransactionMinimalGas is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17ed9bc4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2TransactionMinimalGas(bytes l2Calldata, uint256 l2GasPerPubdataByteLimit) pure returns(uint256)
func (chain *Chain) PackL2TransactionMinimalGas(l2Calldata []byte, l2GasPerPubdataByteLimit *big.Int) []byte {
	enc, err := chain.abi.Pack("l2TransactionMinimalGas", l2Calldata, l2GasPerPubdataByteLimit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2TransactionMinimalGas is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17ed9bc4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2TransactionMinimalGas(bytes l2Calldata, uint256 l2GasPerPubdataByteLimit) pure returns(uint256)
func (chain *Chain) TryPackL2TransactionMinimalGas(l2Calldata []byte, l2GasPerPubdataByteLimit *big.Int) ([]byte, error) {
	return chain.abi.Pack("l2TransactionMinimalGas", l2Calldata, l2GasPerPubdataByteLimit)
}

// UnpackL2TransactionMinimalGas is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x17ed9bc4.
//
// Solidity: function l2TransactionMinimalGas(bytes l2Calldata, uint256 l2GasPerPubdataByteLimit) pure returns(uint256)
func (chain *Chain) UnpackL2TransactionMinimalGas(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("l2TransactionMinimalGas", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMakePermanentRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e762e98.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function makePermanentRollup() returns()
func (chain *Chain) PackMakePermanentRollup() []byte {
	enc, err := chain.abi.Pack("makePermanentRollup")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMakePermanentRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e762e98.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function makePermanentRollup() returns()
func (chain *Chain) TryPackMakePermanentRollup() ([]byte, error) {
	return chain.abi.Pack("makePermanentRollup")
}

// PackPriorityExpirationSeconds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20890b50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function priorityExpirationSeconds() view returns(uint256)
func (chain *Chain) PackPriorityExpirationSeconds() []byte {
	enc, err := chain.abi.Pack("priorityExpirationSeconds")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPriorityExpirationSeconds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20890b50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function priorityExpirationSeconds() view returns(uint256)
func (chain *Chain) TryPackPriorityExpirationSeconds() ([]byte, error) {
	return chain.abi.Pack("priorityExpirationSeconds")
}

// UnpackPriorityExpirationSeconds is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20890b50.
//
// Solidity: function priorityExpirationSeconds() view returns(uint256)
func (chain *Chain) UnpackPriorityExpirationSeconds(data []byte) (*big.Int, error) {
	out, err := chain.abi.Unpack("priorityExpirationSeconds", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackProveBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9271e450.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes data) returns()
func (chain *Chain) PackProveBatchesSharedBridge(chainAddress common.Address, from *big.Int, to *big.Int, data []byte) []byte {
	enc, err := chain.abi.Pack("proveBatchesSharedBridge", chainAddress, from, to, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9271e450.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes data) returns()
func (chain *Chain) TryPackProveBatchesSharedBridge(chainAddress common.Address, from *big.Int, to *big.Int, data []byte) ([]byte, error) {
	return chain.abi.Pack("proveBatchesSharedBridge", chainAddress, from, to, data)
}

// PackProveL1ToL2TransactionStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x042901c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL1ToL2TransactionStatus(bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof, uint8 status) view returns(bool)
func (chain *Chain) PackProveL1ToL2TransactionStatus(l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte, status uint8) []byte {
	enc, err := chain.abi.Pack("proveL1ToL2TransactionStatus", l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof, status)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL1ToL2TransactionStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x042901c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL1ToL2TransactionStatus(bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof, uint8 status) view returns(bool)
func (chain *Chain) TryPackProveL1ToL2TransactionStatus(l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte, status uint8) ([]byte, error) {
	return chain.abi.Pack("proveL1ToL2TransactionStatus", l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof, status)
}

// UnpackProveL1ToL2TransactionStatus is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x042901c7.
//
// Solidity: function proveL1ToL2TransactionStatus(bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof, uint8 status) view returns(bool)
func (chain *Chain) UnpackProveL1ToL2TransactionStatus(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("proveL1ToL2TransactionStatus", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProveL2LeafInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7efda2ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL2LeafInclusion(uint256 batchNumber, uint256 index, bytes32 leaf, bytes32[] proof) view returns(bool)
func (chain *Chain) PackProveL2LeafInclusion(batchNumber *big.Int, index *big.Int, leaf [32]byte, proof [][32]byte) []byte {
	enc, err := chain.abi.Pack("proveL2LeafInclusion", batchNumber, index, leaf, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL2LeafInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7efda2ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL2LeafInclusion(uint256 batchNumber, uint256 index, bytes32 leaf, bytes32[] proof) view returns(bool)
func (chain *Chain) TryPackProveL2LeafInclusion(batchNumber *big.Int, index *big.Int, leaf [32]byte, proof [][32]byte) ([]byte, error) {
	return chain.abi.Pack("proveL2LeafInclusion", batchNumber, index, leaf, proof)
}

// UnpackProveL2LeafInclusion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7efda2ae.
//
// Solidity: function proveL2LeafInclusion(uint256 batchNumber, uint256 index, bytes32 leaf, bytes32[] proof) view returns(bool)
func (chain *Chain) UnpackProveL2LeafInclusion(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("proveL2LeafInclusion", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProveL2LogInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x263b7f8e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL2LogInclusion(uint256 batchNumber, uint256 index, (uint8,bool,uint16,address,bytes32,bytes32) log, bytes32[] proof) view returns(bool)
func (chain *Chain) PackProveL2LogInclusion(batchNumber *big.Int, index *big.Int, log L2Log, proof [][32]byte) []byte {
	enc, err := chain.abi.Pack("proveL2LogInclusion", batchNumber, index, log, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL2LogInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x263b7f8e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL2LogInclusion(uint256 batchNumber, uint256 index, (uint8,bool,uint16,address,bytes32,bytes32) log, bytes32[] proof) view returns(bool)
func (chain *Chain) TryPackProveL2LogInclusion(batchNumber *big.Int, index *big.Int, log L2Log, proof [][32]byte) ([]byte, error) {
	return chain.abi.Pack("proveL2LogInclusion", batchNumber, index, log, proof)
}

// UnpackProveL2LogInclusion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x263b7f8e.
//
// Solidity: function proveL2LogInclusion(uint256 batchNumber, uint256 index, (uint8,bool,uint16,address,bytes32,bytes32) log, bytes32[] proof) view returns(bool)
func (chain *Chain) UnpackProveL2LogInclusion(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("proveL2LogInclusion", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProveL2MessageInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4948f43.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveL2MessageInclusion(uint256 batchNumber, uint256 index, (uint16,address,bytes) message, bytes32[] proof) view returns(bool)
func (chain *Chain) PackProveL2MessageInclusion(batchNumber *big.Int, index *big.Int, message L2Message, proof [][32]byte) []byte {
	enc, err := chain.abi.Pack("proveL2MessageInclusion", batchNumber, index, message, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveL2MessageInclusion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4948f43.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveL2MessageInclusion(uint256 batchNumber, uint256 index, (uint16,address,bytes) message, bytes32[] proof) view returns(bool)
func (chain *Chain) TryPackProveL2MessageInclusion(batchNumber *big.Int, index *big.Int, message L2Message, proof [][32]byte) ([]byte, error) {
	return chain.abi.Pack("proveL2MessageInclusion", batchNumber, index, message, proof)
}

// UnpackProveL2MessageInclusion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe4948f43.
//
// Solidity: function proveL2MessageInclusion(uint256 batchNumber, uint256 index, (uint16,address,bytes) message, bytes32[] proof) view returns(bool)
func (chain *Chain) UnpackProveL2MessageInclusion(data []byte) (bool, error) {
	out, err := chain.abi.Unpack("proveL2MessageInclusion", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRevertBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ca4eff7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revertBatchesSharedBridge(address chainAddress, uint256 newLastBatch) returns()
func (chain *Chain) PackRevertBatchesSharedBridge(chainAddress common.Address, newLastBatch *big.Int) []byte {
	enc, err := chain.abi.Pack("revertBatchesSharedBridge", chainAddress, newLastBatch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevertBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ca4eff7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revertBatchesSharedBridge(address chainAddress, uint256 newLastBatch) returns()
func (chain *Chain) TryPackRevertBatchesSharedBridge(chainAddress common.Address, newLastBatch *big.Int) ([]byte, error) {
	return chain.abi.Pack("revertBatchesSharedBridge", chainAddress, newLastBatch)
}

// PackSetDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x135f7e45.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setDAValidator(address validator) returns()
func (chain *Chain) PackSetDAValidator(validator common.Address) []byte {
	enc, err := chain.abi.Pack("setDAValidator", validator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x135f7e45.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setDAValidator(address validator) returns()
func (chain *Chain) TryPackSetDAValidator(validator common.Address) ([]byte, error) {
	return chain.abi.Pack("setDAValidator", validator)
}

// PackSetPendingAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4dd18bf5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPendingAdmin(address newPendingAdmin) returns()
func (chain *Chain) PackSetPendingAdmin(newPendingAdmin common.Address) []byte {
	enc, err := chain.abi.Pack("setPendingAdmin", newPendingAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPendingAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4dd18bf5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPendingAdmin(address newPendingAdmin) returns()
func (chain *Chain) TryPackSetPendingAdmin(newPendingAdmin common.Address) ([]byte, error) {
	return chain.abi.Pack("setPendingAdmin", newPendingAdmin)
}

// PackSetPriorityTxMaxGasLimit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe6f11cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPriorityTxMaxGasLimit(uint256 newPriorityTxMaxGasLimit) returns()
func (chain *Chain) PackSetPriorityTxMaxGasLimit(newPriorityTxMaxGasLimit *big.Int) []byte {
	enc, err := chain.abi.Pack("setPriorityTxMaxGasLimit", newPriorityTxMaxGasLimit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPriorityTxMaxGasLimit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe6f11cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPriorityTxMaxGasLimit(uint256 newPriorityTxMaxGasLimit) returns()
func (chain *Chain) TryPackSetPriorityTxMaxGasLimit(newPriorityTxMaxGasLimit *big.Int) ([]byte, error) {
	return chain.abi.Pack("setPriorityTxMaxGasLimit", newPriorityTxMaxGasLimit)
}

// PackSetValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4623c91d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setValidator(address validator, bool active) returns()
func (chain *Chain) PackSetValidator(validator common.Address, active bool) []byte {
	enc, err := chain.abi.Pack("setValidator", validator, active)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4623c91d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setValidator(address validator, bool active) returns()
func (chain *Chain) TryPackSetValidator(validator common.Address, active bool) ([]byte, error) {
	return chain.abi.Pack("setValidator", validator, active)
}

// PackStoredBatchHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb22dd78e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function storedBatchHash(uint256 batchNumber) view returns(bytes32)
func (chain *Chain) PackStoredBatchHash(batchNumber *big.Int) []byte {
	enc, err := chain.abi.Pack("storedBatchHash", batchNumber)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStoredBatchHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb22dd78e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function storedBatchHash(uint256 batchNumber) view returns(bytes32)
func (chain *Chain) TryPackStoredBatchHash(batchNumber *big.Int) ([]byte, error) {
	return chain.abi.Pack("storedBatchHash", batchNumber)
}

// UnpackStoredBatchHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb22dd78e.
//
// Solidity: function storedBatchHash(uint256 batchNumber) view returns(bytes32)
func (chain *Chain) UnpackStoredBatchHash(data []byte) ([32]byte, error) {
	out, err := chain.abi.Unpack("storedBatchHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackUnfreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a28f000.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unfreeze() returns()
func (chain *Chain) PackUnfreeze() []byte {
	enc, err := chain.abi.Pack("unfreeze")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnfreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a28f000.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unfreeze() returns()
func (chain *Chain) TryPackUnfreeze() ([]byte, error) {
	return chain.abi.Pack("unfreeze")
}

// ChainBlockCommit represents a BlockCommit event raised by the Chain contract.
type ChainBlockCommit struct {
	BatchNumber *big.Int
	BatchHash   [32]byte
	Commitment  [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const ChainBlockCommitEventName = "BlockCommit"

// ContractEventName returns the user-defined event name.
func (ChainBlockCommit) ContractEventName() string {
	return ChainBlockCommitEventName
}

// UnpackBlockCommitEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockCommit(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment)
func (chain *Chain) UnpackBlockCommitEvent(log *types.Log) (*ChainBlockCommit, error) {
	event := "BlockCommit"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainBlockCommit)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainBlockExecution represents a BlockExecution event raised by the Chain contract.
type ChainBlockExecution struct {
	BatchNumber *big.Int
	BatchHash   [32]byte
	Commitment  [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const ChainBlockExecutionEventName = "BlockExecution"

// ContractEventName returns the user-defined event name.
func (ChainBlockExecution) ContractEventName() string {
	return ChainBlockExecutionEventName
}

// UnpackBlockExecutionEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockExecution(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment)
func (chain *Chain) UnpackBlockExecutionEvent(log *types.Log) (*ChainBlockExecution, error) {
	event := "BlockExecution"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainBlockExecution)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainBlocksRevert represents a BlocksRevert event raised by the Chain contract.
type ChainBlocksRevert struct {
	TotalBatchesCommitted *big.Int
	TotalBatchesVerified  *big.Int
	TotalBatchesExecuted  *big.Int
	Raw                   *types.Log // Blockchain specific contextual infos
}

const ChainBlocksRevertEventName = "BlocksRevert"

// ContractEventName returns the user-defined event name.
func (ChainBlocksRevert) ContractEventName() string {
	return ChainBlocksRevertEventName
}

// UnpackBlocksRevertEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlocksRevert(uint256 totalBatchesCommitted, uint256 totalBatchesVerified, uint256 totalBatchesExecuted)
func (chain *Chain) UnpackBlocksRevertEvent(log *types.Log) (*ChainBlocksRevert, error) {
	event := "BlocksRevert"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainBlocksRevert)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainBlocksVerification represents a BlocksVerification event raised by the Chain contract.
type ChainBlocksVerification struct {
	PreviousLastVerifiedBatch *big.Int
	CurrentLastVerifiedBatch  *big.Int
	Raw                       *types.Log // Blockchain specific contextual infos
}

const ChainBlocksVerificationEventName = "BlocksVerification"

// ContractEventName returns the user-defined event name.
func (ChainBlocksVerification) ContractEventName() string {
	return ChainBlocksVerificationEventName
}

// UnpackBlocksVerificationEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlocksVerification(uint256 indexed previousLastVerifiedBatch, uint256 indexed currentLastVerifiedBatch)
func (chain *Chain) UnpackBlocksVerificationEvent(log *types.Log) (*ChainBlocksVerification, error) {
	event := "BlocksVerification"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainBlocksVerification)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainFreeze represents a Freeze event raised by the Chain contract.
type ChainFreeze struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const ChainFreezeEventName = "Freeze"

// ContractEventName returns the user-defined event name.
func (ChainFreeze) ContractEventName() string {
	return ChainFreezeEventName
}

// UnpackFreezeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Freeze()
func (chain *Chain) UnpackFreezeEvent(log *types.Log) (*ChainFreeze, error) {
	event := "Freeze"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainFreeze)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainInitialized represents a Initialized event raised by the Chain contract.
type ChainInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ChainInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (ChainInitialized) ContractEventName() string {
	return ChainInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (chain *Chain) UnpackInitializedEvent(log *types.Log) (*ChainInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainInitialized)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewAdmin represents a NewAdmin event raised by the Chain contract.
type ChainNewAdmin struct {
	OldAdmin common.Address
	NewAdmin common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const ChainNewAdminEventName = "NewAdmin"

// ContractEventName returns the user-defined event name.
func (ChainNewAdmin) ContractEventName() string {
	return ChainNewAdminEventName
}

// UnpackNewAdminEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewAdmin(address indexed oldAdmin, address indexed newAdmin)
func (chain *Chain) UnpackNewAdminEvent(log *types.Log) (*ChainNewAdmin, error) {
	event := "NewAdmin"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewAdmin)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewDAValidator represents a NewDAValidator event raised by the Chain contract.
type ChainNewDAValidator struct {
	Validator common.Address
	Scheme    uint8
	Raw       *types.Log // Blockchain specific contextual infos
}

const ChainNewDAValidatorEventName = "NewDAValidator"

// ContractEventName returns the user-defined event name.
func (ChainNewDAValidator) ContractEventName() string {
	return ChainNewDAValidatorEventName
}

// UnpackNewDAValidatorEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewDAValidator(address indexed validator, uint8 scheme)
func (chain *Chain) UnpackNewDAValidatorEvent(log *types.Log) (*ChainNewDAValidator, error) {
	event := "NewDAValidator"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewDAValidator)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewFeeParams represents a NewFeeParams event raised by the Chain contract.
type ChainNewFeeParams struct {
	OldFeeParams FeeParams
	NewFeeParams FeeParams
	Raw          *types.Log // Blockchain specific contextual infos
}

const ChainNewFeeParamsEventName = "NewFeeParams"

// ContractEventName returns the user-defined event name.
func (ChainNewFeeParams) ContractEventName() string {
	return ChainNewFeeParamsEventName
}

// UnpackNewFeeParamsEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewFeeParams((uint8,uint32,uint32,uint32,uint32,uint64) oldFeeParams, (uint8,uint32,uint32,uint32,uint32,uint64) newFeeParams)
func (chain *Chain) UnpackNewFeeParamsEvent(log *types.Log) (*ChainNewFeeParams, error) {
	event := "NewFeeParams"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewFeeParams)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewPendingAdmin represents a NewPendingAdmin event raised by the Chain contract.
type ChainNewPendingAdmin struct {
	OldPendingAdmin common.Address
	NewPendingAdmin common.Address
	Raw             *types.Log // Blockchain specific contextual infos
}

const ChainNewPendingAdminEventName = "NewPendingAdmin"

// ContractEventName returns the user-defined event name.
func (ChainNewPendingAdmin) ContractEventName() string {
	return ChainNewPendingAdminEventName
}

// UnpackNewPendingAdminEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewPendingAdmin(address indexed oldPendingAdmin, address indexed newPendingAdmin)
func (chain *Chain) UnpackNewPendingAdminEvent(log *types.Log) (*ChainNewPendingAdmin, error) {
	event := "NewPendingAdmin"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewPendingAdmin)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewPriorityRequest represents a NewPriorityRequest event raised by the Chain contract.
type ChainNewPriorityRequest struct {
	TxId                *big.Int
	TxHash              [32]byte
	ExpirationTimestamp uint64
	Transaction         L2CanonicalTransaction
	FactoryDeps         [][]byte
	Raw                 *types.Log // Blockchain specific contextual infos
}

const ChainNewPriorityRequestEventName = "NewPriorityRequest"

// ContractEventName returns the user-defined event name.
func (ChainNewPriorityRequest) ContractEventName() string {
	return ChainNewPriorityRequestEventName
}

// UnpackNewPriorityRequestEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewPriorityRequest(uint256 txId, bytes32 txHash, uint64 expirationTimestamp, (uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes) transaction, bytes[] factoryDeps)
func (chain *Chain) UnpackNewPriorityRequestEvent(log *types.Log) (*ChainNewPriorityRequest, error) {
	event := "NewPriorityRequest"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewPriorityRequest)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewPriorityTxMaxGasLimit represents a NewPriorityTxMaxGasLimit event raised by the Chain contract.
type ChainNewPriorityTxMaxGasLimit struct {
	OldPriorityTxMaxGasLimit *big.Int
	NewPriorityTxMaxGasLimit *big.Int
	Raw                      *types.Log // Blockchain specific contextual infos
}

const ChainNewPriorityTxMaxGasLimitEventName = "NewPriorityTxMaxGasLimit"

// ContractEventName returns the user-defined event name.
func (ChainNewPriorityTxMaxGasLimit) ContractEventName() string {
	return ChainNewPriorityTxMaxGasLimitEventName
}

// UnpackNewPriorityTxMaxGasLimitEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewPriorityTxMaxGasLimit(uint256 oldPriorityTxMaxGasLimit, uint256 newPriorityTxMaxGasLimit)
func (chain *Chain) UnpackNewPriorityTxMaxGasLimitEvent(log *types.Log) (*ChainNewPriorityTxMaxGasLimit, error) {
	event := "NewPriorityTxMaxGasLimit"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewPriorityTxMaxGasLimit)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainNewUpgradeTransaction represents a NewUpgradeTransaction event raised by the Chain contract.
type ChainNewUpgradeTransaction struct {
	ProtocolVersion *big.Int
	TxHash          [32]byte
	Transaction     L2CanonicalTransaction
	Raw             *types.Log // Blockchain specific contextual infos
}

const ChainNewUpgradeTransactionEventName = "NewUpgradeTransaction"

// ContractEventName returns the user-defined event name.
func (ChainNewUpgradeTransaction) ContractEventName() string {
	return ChainNewUpgradeTransactionEventName
}

// UnpackNewUpgradeTransactionEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewUpgradeTransaction(uint256 indexed protocolVersion, bytes32 indexed txHash, (uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes) transaction)
func (chain *Chain) UnpackNewUpgradeTransactionEvent(log *types.Log) (*ChainNewUpgradeTransaction, error) {
	event := "NewUpgradeTransaction"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainNewUpgradeTransaction)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainPermanentRollup represents a PermanentRollup event raised by the Chain contract.
type ChainPermanentRollup struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const ChainPermanentRollupEventName = "PermanentRollup"

// ContractEventName returns the user-defined event name.
func (ChainPermanentRollup) ContractEventName() string {
	return ChainPermanentRollupEventName
}

// UnpackPermanentRollupEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PermanentRollup()
func (chain *Chain) UnpackPermanentRollupEvent(log *types.Log) (*ChainPermanentRollup, error) {
	event := "PermanentRollup"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainPermanentRollup)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainProtocolUpgraded represents a ProtocolUpgraded event raised by the Chain contract.
type ChainProtocolUpgraded struct {
	ProtocolVersion       *big.Int
	LastBatchOfOldVersion *big.Int
	ChainConfigHash       [32]byte
	Raw                   *types.Log // Blockchain specific contextual infos
}

const ChainProtocolUpgradedEventName = "ProtocolUpgraded"

// ContractEventName returns the user-defined event name.
func (ChainProtocolUpgraded) ContractEventName() string {
	return ChainProtocolUpgradedEventName
}

// UnpackProtocolUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ProtocolUpgraded(uint256 indexed protocolVersion, uint256 lastBatchOfOldVersion, bytes32 chainConfigHash)
func (chain *Chain) UnpackProtocolUpgradedEvent(log *types.Log) (*ChainProtocolUpgraded, error) {
	event := "ProtocolUpgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainProtocolUpgraded)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainReportCommittedBatchRange represents a ReportCommittedBatchRange event raised by the Chain contract.
type ChainReportCommittedBatchRange struct {
	BatchNumber      *big.Int
	FirstBlockNumber uint64
	LastBlockNumber  uint64
	Raw              *types.Log // Blockchain specific contextual infos
}

const ChainReportCommittedBatchRangeEventName = "ReportCommittedBatchRange"

// ContractEventName returns the user-defined event name.
func (ChainReportCommittedBatchRange) ContractEventName() string {
	return ChainReportCommittedBatchRangeEventName
}

// UnpackReportCommittedBatchRangeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReportCommittedBatchRange(uint256 indexed batchNumber, uint64 indexed firstBlockNumber, uint64 indexed lastBlockNumber)
func (chain *Chain) UnpackReportCommittedBatchRangeEvent(log *types.Log) (*ChainReportCommittedBatchRange, error) {
	event := "ReportCommittedBatchRange"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainReportCommittedBatchRange)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainUnfreeze represents a Unfreeze event raised by the Chain contract.
type ChainUnfreeze struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const ChainUnfreezeEventName = "Unfreeze"

// ContractEventName returns the user-defined event name.
func (ChainUnfreeze) ContractEventName() string {
	return ChainUnfreezeEventName
}

// UnpackUnfreezeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unfreeze()
func (chain *Chain) UnpackUnfreezeEvent(log *types.Log) (*ChainUnfreeze, error) {
	event := "Unfreeze"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainUnfreeze)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainValidatorStatusUpdate represents a ValidatorStatusUpdate event raised by the Chain contract.
type ChainValidatorStatusUpdate struct {
	ValidatorAddress common.Address
	IsActive         bool
	Raw              *types.Log // Blockchain specific contextual infos
}

const ChainValidatorStatusUpdateEventName = "ValidatorStatusUpdate"

// ContractEventName returns the user-defined event name.
func (ChainValidatorStatusUpdate) ContractEventName() string {
	return ChainValidatorStatusUpdateEventName
}

// UnpackValidatorStatusUpdateEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ValidatorStatusUpdate(address indexed validatorAddress, bool isActive)
func (chain *Chain) UnpackValidatorStatusUpdateEvent(log *types.Log) (*ChainValidatorStatusUpdate, error) {
	event := "ValidatorStatusUpdate"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chain.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainValidatorStatusUpdate)
	if len(log.Data) > 0 {
		if err := chain.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chain.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (chain *Chain) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], chain.abi.Errors["BatchHashMismatch"].ID.Bytes()[:4]) {
		return chain.UnpackBatchHashMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["BatchInFuture"].ID.Bytes()[:4]) {
		return chain.UnpackBatchInFutureError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["BatchNumberInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackBatchNumberInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["BatchRangeInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackBatchRangeInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["BatchTooOld"].ID.Bytes()[:4]) {
		return chain.UnpackBatchTooOldError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["BlockRangeInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackBlockRangeInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ChainIdMismatch"].ID.Bytes()[:4]) {
		return chain.UnpackChainIdMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ChainIsFrozen"].ID.Bytes()[:4]) {
		return chain.UnpackChainIsFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["DASchemeMismatch"].ID.Bytes()[:4]) {
		return chain.UnpackDASchemeMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["DAValidatorNotListed"].ID.Bytes()[:4]) {
		return chain.UnpackDAValidatorNotListedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["DependencyRootsNotSupported"].ID.Bytes()[:4]) {
		return chain.UnpackDependencyRootsNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["FactoryDepsNotSupported"].ID.Bytes()[:4]) {
		return chain.UnpackFactoryDepsNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["FeeParamsInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackFeeParamsInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["GasLimitTooHigh"].ID.Bytes()[:4]) {
		return chain.UnpackGasLimitTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["GasLimitTooLow"].ID.Bytes()[:4]) {
		return chain.UnpackGasLimitTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["GasPerPubdataIsZero"].ID.Bytes()[:4]) {
		return chain.UnpackGasPerPubdataIsZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return chain.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["LogIndexTooLarge"].ID.Bytes()[:4]) {
		return chain.UnpackLogIndexTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["MintValueTooLow"].ID.Bytes()[:4]) {
		return chain.UnpackMintValueTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["NoVerifier"].ID.Bytes()[:4]) {
		return chain.UnpackNoVerifierError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["NotCommitted"].ID.Bytes()[:4]) {
		return chain.UnpackNotCommittedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return chain.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["NotVerified"].ID.Bytes()[:4]) {
		return chain.UnpackNotVerifiedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["OperatorDataVersionUnknown"].ID.Bytes()[:4]) {
		return chain.UnpackOperatorDataVersionUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["PermanentRollupNeedsData"].ID.Bytes()[:4]) {
		return chain.UnpackPermanentRollupNeedsDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["PriorityGasLimitInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackPriorityGasLimitInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["PriorityOperationExpired"].ID.Bytes()[:4]) {
		return chain.UnpackPriorityOperationExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["PriorityOperationsMismatch"].ID.Bytes()[:4]) {
		return chain.UnpackPriorityOperationsMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ProofLengthInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackProofLengthInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ProofMetadataInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackProofMetadataInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ProofRefused"].ID.Bytes()[:4]) {
		return chain.UnpackProofRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["PubdataLimitTooHigh"].ID.Bytes()[:4]) {
		return chain.UnpackPubdataLimitTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["QueueIsEmpty"].ID.Bytes()[:4]) {
		return chain.UnpackQueueIsEmptyError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["RangeCrossesUpgrade"].ID.Bytes()[:4]) {
		return chain.UnpackRangeCrossesUpgradeError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return chain.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["RevertOfExecutedBatch"].ID.Bytes()[:4]) {
		return chain.UnpackRevertOfExecutedBatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["RevertOfNothing"].ID.Bytes()[:4]) {
		return chain.UnpackRevertOfNothingError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["SettlementChainIdMismatch"].ID.Bytes()[:4]) {
		return chain.UnpackSettlementChainIdMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["TimestampsDecrease"].ID.Bytes()[:4]) {
		return chain.UnpackTimestampsDecreaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return chain.UnpackUnauthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["UpgradeStillPending"].ID.Bytes()[:4]) {
		return chain.UnpackUpgradeStillPendingError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["UpgradeTransactionInvalid"].ID.Bytes()[:4]) {
		return chain.UnpackUpgradeTransactionInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["UpgradeTxMismatch"].ID.Bytes()[:4]) {
		return chain.UnpackUpgradeTxMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["WrongChain"].ID.Bytes()[:4]) {
		return chain.UnpackWrongChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], chain.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return chain.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ChainBatchHashMismatch represents a BatchHashMismatch error raised by the Chain contract.
type ChainBatchHashMismatch struct {
	Number *big.Int
	Stored [32]byte
	Given  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchHashMismatch(uint256 number, bytes32 stored, bytes32 given)
func ChainBatchHashMismatchErrorID() common.Hash {
	return common.HexToHash("0x63101899a62e392f3b9c88ba393f743085b71b5ea018d97d1b58c52802147a3b")
}

// UnpackBatchHashMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchHashMismatch(uint256 number, bytes32 stored, bytes32 given)
func (chain *Chain) UnpackBatchHashMismatchError(raw []byte) (*ChainBatchHashMismatch, error) {
	out := new(ChainBatchHashMismatch)
	if err := chain.abi.UnpackIntoInterface(out, "BatchHashMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBatchInFuture represents a BatchInFuture error raised by the Chain contract.
type ChainBatchInFuture struct {
	LastBlockTimestamp *big.Int
	Latest             *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchInFuture(uint256 lastBlockTimestamp, uint256 latest)
func ChainBatchInFutureErrorID() common.Hash {
	return common.HexToHash("0xc5fc123b9a474b703ba72a79131ab70cb04d78db1eb596e336c7bc12858e7917")
}

// UnpackBatchInFutureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchInFuture(uint256 lastBlockTimestamp, uint256 latest)
func (chain *Chain) UnpackBatchInFutureError(raw []byte) (*ChainBatchInFuture, error) {
	out := new(ChainBatchInFuture)
	if err := chain.abi.UnpackIntoInterface(out, "BatchInFuture", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBatchNumberInvalid represents a BatchNumberInvalid error raised by the Chain contract.
type ChainBatchNumberInvalid struct {
	Number   *big.Int
	Expected *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchNumberInvalid(uint256 number, uint256 expected)
func ChainBatchNumberInvalidErrorID() common.Hash {
	return common.HexToHash("0x6560eb5823a376a0520c9571e7573313eb7cfa46ccc6e1c8d40dc7f12d6e7d3a")
}

// UnpackBatchNumberInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchNumberInvalid(uint256 number, uint256 expected)
func (chain *Chain) UnpackBatchNumberInvalidError(raw []byte) (*ChainBatchNumberInvalid, error) {
	out := new(ChainBatchNumberInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "BatchNumberInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBatchRangeInvalid represents a BatchRangeInvalid error raised by the Chain contract.
type ChainBatchRangeInvalid struct {
	From    *big.Int
	To      *big.Int
	Batches *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchRangeInvalid(uint256 from, uint256 to, uint256 batches)
func ChainBatchRangeInvalidErrorID() common.Hash {
	return common.HexToHash("0x5c54d370d4c526f609aadc34d0ce276c088b6e0df4d88670a40cfc11ab91b928")
}

// UnpackBatchRangeInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchRangeInvalid(uint256 from, uint256 to, uint256 batches)
func (chain *Chain) UnpackBatchRangeInvalidError(raw []byte) (*ChainBatchRangeInvalid, error) {
	out := new(ChainBatchRangeInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "BatchRangeInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBatchTooOld represents a BatchTooOld error raised by the Chain contract.
type ChainBatchTooOld struct {
	FirstBlockTimestamp *big.Int
	Oldest              *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchTooOld(uint256 firstBlockTimestamp, uint256 oldest)
func ChainBatchTooOldErrorID() common.Hash {
	return common.HexToHash("0x2f38b03700fcce8b615f137685b2107dac76015e09a2199f9dd3c577c72e380c")
}

// UnpackBatchTooOldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchTooOld(uint256 firstBlockTimestamp, uint256 oldest)
func (chain *Chain) UnpackBatchTooOldError(raw []byte) (*ChainBatchTooOld, error) {
	out := new(ChainBatchTooOld)
	if err := chain.abi.UnpackIntoInterface(out, "BatchTooOld", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBlockRangeInvalid represents a BlockRangeInvalid error raised by the Chain contract.
type ChainBlockRangeInvalid struct {
	FirstBlock *big.Int
	LastBlock  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlockRangeInvalid(uint256 firstBlock, uint256 lastBlock)
func ChainBlockRangeInvalidErrorID() common.Hash {
	return common.HexToHash("0xeb7eed48de9480db9cc605920c2231d501917ee3a15017a2fddcbfbb1b1bbd0d")
}

// UnpackBlockRangeInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlockRangeInvalid(uint256 firstBlock, uint256 lastBlock)
func (chain *Chain) UnpackBlockRangeInvalidError(raw []byte) (*ChainBlockRangeInvalid, error) {
	out := new(ChainBlockRangeInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "BlockRangeInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainChainIdMismatch represents a ChainIdMismatch error raised by the Chain contract.
type ChainChainIdMismatch struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainIdMismatch(uint256 chainId)
func ChainChainIdMismatchErrorID() common.Hash {
	return common.HexToHash("0xe78854b02480e90e4f926c6dae426d30002093ee8e6ff3313f919fbe7dc87c36")
}

// UnpackChainIdMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainIdMismatch(uint256 chainId)
func (chain *Chain) UnpackChainIdMismatchError(raw []byte) (*ChainChainIdMismatch, error) {
	out := new(ChainChainIdMismatch)
	if err := chain.abi.UnpackIntoInterface(out, "ChainIdMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainChainIsFrozen represents a ChainIsFrozen error raised by the Chain contract.
type ChainChainIsFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainIsFrozen()
func ChainChainIsFrozenErrorID() common.Hash {
	return common.HexToHash("0x7fbe145b71e0ebf89244e1a4b57798fae0befc1d611552786cbc3f97ba83d5f2")
}

// UnpackChainIsFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainIsFrozen()
func (chain *Chain) UnpackChainIsFrozenError(raw []byte) (*ChainChainIsFrozen, error) {
	out := new(ChainChainIsFrozen)
	if err := chain.abi.UnpackIntoInterface(out, "ChainIsFrozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainDASchemeMismatch represents a DASchemeMismatch error raised by the Chain contract.
type ChainDASchemeMismatch struct {
	Scheme   uint8
	Expected uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DASchemeMismatch(uint8 scheme, uint8 expected)
func ChainDASchemeMismatchErrorID() common.Hash {
	return common.HexToHash("0xf0d4673b6ffc22ed3cc5af690f3e5a4c79e5f8fe13de72e40ed3c8534a741a0a")
}

// UnpackDASchemeMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DASchemeMismatch(uint8 scheme, uint8 expected)
func (chain *Chain) UnpackDASchemeMismatchError(raw []byte) (*ChainDASchemeMismatch, error) {
	out := new(ChainDASchemeMismatch)
	if err := chain.abi.UnpackIntoInterface(out, "DASchemeMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainDAValidatorNotListed represents a DAValidatorNotListed error raised by the Chain contract.
type ChainDAValidatorNotListed struct {
	Validator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DAValidatorNotListed(address validator)
func ChainDAValidatorNotListedErrorID() common.Hash {
	return common.HexToHash("0x1efd43588d0bd08f68bf9c17bda0244f27d216da8862cf7fd8a9e9d2e2916f3f")
}

// UnpackDAValidatorNotListedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DAValidatorNotListed(address validator)
func (chain *Chain) UnpackDAValidatorNotListedError(raw []byte) (*ChainDAValidatorNotListed, error) {
	out := new(ChainDAValidatorNotListed)
	if err := chain.abi.UnpackIntoInterface(out, "DAValidatorNotListed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainDependencyRootsNotSupported represents a DependencyRootsNotSupported error raised by the Chain contract.
type ChainDependencyRootsNotSupported struct {
	RollingHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DependencyRootsNotSupported(bytes32 rollingHash)
func ChainDependencyRootsNotSupportedErrorID() common.Hash {
	return common.HexToHash("0xc111ca93dacbb76b7cc433bc9b8af6fff079d78ecb6eda70bf727f0239e7dad7")
}

// UnpackDependencyRootsNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DependencyRootsNotSupported(bytes32 rollingHash)
func (chain *Chain) UnpackDependencyRootsNotSupportedError(raw []byte) (*ChainDependencyRootsNotSupported, error) {
	out := new(ChainDependencyRootsNotSupported)
	if err := chain.abi.UnpackIntoInterface(out, "DependencyRootsNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainFactoryDepsNotSupported represents a FactoryDepsNotSupported error raised by the Chain contract.
type ChainFactoryDepsNotSupported struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FactoryDepsNotSupported()
func ChainFactoryDepsNotSupportedErrorID() common.Hash {
	return common.HexToHash("0xba87a28b9454a1524905bb2807163c1af18051e7e6ac4b08259b7628fa610e4e")
}

// UnpackFactoryDepsNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FactoryDepsNotSupported()
func (chain *Chain) UnpackFactoryDepsNotSupportedError(raw []byte) (*ChainFactoryDepsNotSupported, error) {
	out := new(ChainFactoryDepsNotSupported)
	if err := chain.abi.UnpackIntoInterface(out, "FactoryDepsNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainFeeParamsInvalid represents a FeeParamsInvalid error raised by the Chain contract.
type ChainFeeParamsInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeParamsInvalid()
func ChainFeeParamsInvalidErrorID() common.Hash {
	return common.HexToHash("0xc3d9bd4ea22cb5c7af37032d61ef4a9896c7390ea828ef61d7a5362d2b4b940a")
}

// UnpackFeeParamsInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeParamsInvalid()
func (chain *Chain) UnpackFeeParamsInvalidError(raw []byte) (*ChainFeeParamsInvalid, error) {
	out := new(ChainFeeParamsInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "FeeParamsInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainGasLimitTooHigh represents a GasLimitTooHigh error raised by the Chain contract.
type ChainGasLimitTooHigh struct {
	GasLimit *big.Int
	Maximum  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GasLimitTooHigh(uint256 gasLimit, uint256 maximum)
func ChainGasLimitTooHighErrorID() common.Hash {
	return common.HexToHash("0x51956f2e28725a26479df844dd022649e4524ae1018e7fc6ea0277404b7298d0")
}

// UnpackGasLimitTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GasLimitTooHigh(uint256 gasLimit, uint256 maximum)
func (chain *Chain) UnpackGasLimitTooHighError(raw []byte) (*ChainGasLimitTooHigh, error) {
	out := new(ChainGasLimitTooHigh)
	if err := chain.abi.UnpackIntoInterface(out, "GasLimitTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainGasLimitTooLow represents a GasLimitTooLow error raised by the Chain contract.
type ChainGasLimitTooLow struct {
	GasLimit *big.Int
	Minimum  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GasLimitTooLow(uint256 gasLimit, uint256 minimum)
func ChainGasLimitTooLowErrorID() common.Hash {
	return common.HexToHash("0x17d4de7ea4715d09bb4b6cd5bfc2c5ea4c1e2ab55de96bef574ed671cdbfa155")
}

// UnpackGasLimitTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GasLimitTooLow(uint256 gasLimit, uint256 minimum)
func (chain *Chain) UnpackGasLimitTooLowError(raw []byte) (*ChainGasLimitTooLow, error) {
	out := new(ChainGasLimitTooLow)
	if err := chain.abi.UnpackIntoInterface(out, "GasLimitTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainGasPerPubdataIsZero represents a GasPerPubdataIsZero error raised by the Chain contract.
type ChainGasPerPubdataIsZero struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GasPerPubdataIsZero()
func ChainGasPerPubdataIsZeroErrorID() common.Hash {
	return common.HexToHash("0xc3e45df190303d6a2649861ee414be23bcb7df16cc49c3813420ef096e39931a")
}

// UnpackGasPerPubdataIsZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GasPerPubdataIsZero()
func (chain *Chain) UnpackGasPerPubdataIsZeroError(raw []byte) (*ChainGasPerPubdataIsZero, error) {
	out := new(ChainGasPerPubdataIsZero)
	if err := chain.abi.UnpackIntoInterface(out, "GasPerPubdataIsZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainInvalidInitialization represents a InvalidInitialization error raised by the Chain contract.
type ChainInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func ChainInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (chain *Chain) UnpackInvalidInitializationError(raw []byte) (*ChainInvalidInitialization, error) {
	out := new(ChainInvalidInitialization)
	if err := chain.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainLogIndexTooLarge represents a LogIndexTooLarge error raised by the Chain contract.
type ChainLogIndexTooLarge struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LogIndexTooLarge(uint256 index)
func ChainLogIndexTooLargeErrorID() common.Hash {
	return common.HexToHash("0x4d123d5a0538a4a8f67c68c91af5a86d0dc0d6adc22d41c6d9ab846cbed55d52")
}

// UnpackLogIndexTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LogIndexTooLarge(uint256 index)
func (chain *Chain) UnpackLogIndexTooLargeError(raw []byte) (*ChainLogIndexTooLarge, error) {
	out := new(ChainLogIndexTooLarge)
	if err := chain.abi.UnpackIntoInterface(out, "LogIndexTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainMintValueTooLow represents a MintValueTooLow error raised by the Chain contract.
type ChainMintValueTooLow struct {
	MintValue *big.Int
	Required  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MintValueTooLow(uint256 mintValue, uint256 required)
func ChainMintValueTooLowErrorID() common.Hash {
	return common.HexToHash("0xffe26e2b8ff99fac9a605be10cf32544be22843295bc0181b9885838e7d73f7a")
}

// UnpackMintValueTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MintValueTooLow(uint256 mintValue, uint256 required)
func (chain *Chain) UnpackMintValueTooLowError(raw []byte) (*ChainMintValueTooLow, error) {
	out := new(ChainMintValueTooLow)
	if err := chain.abi.UnpackIntoInterface(out, "MintValueTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainNoVerifier represents a NoVerifier error raised by the Chain contract.
type ChainNoVerifier struct {
	ProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoVerifier(uint256 protocolVersion)
func ChainNoVerifierErrorID() common.Hash {
	return common.HexToHash("0x250aa79798647aec7d58580d98777ce97e0542c57d73f44d7c465aed29744501")
}

// UnpackNoVerifierError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoVerifier(uint256 protocolVersion)
func (chain *Chain) UnpackNoVerifierError(raw []byte) (*ChainNoVerifier, error) {
	out := new(ChainNoVerifier)
	if err := chain.abi.UnpackIntoInterface(out, "NoVerifier", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainNotCommitted represents a NotCommitted error raised by the Chain contract.
type ChainNotCommitted struct {
	Number    *big.Int
	Committed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCommitted(uint256 number, uint256 committed)
func ChainNotCommittedErrorID() common.Hash {
	return common.HexToHash("0x38935fc797332a24767f8bfa569700c449284c34addd3403c651d2904f9eb98e")
}

// UnpackNotCommittedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCommitted(uint256 number, uint256 committed)
func (chain *Chain) UnpackNotCommittedError(raw []byte) (*ChainNotCommitted, error) {
	out := new(ChainNotCommitted)
	if err := chain.abi.UnpackIntoInterface(out, "NotCommitted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainNotInitializing represents a NotInitializing error raised by the Chain contract.
type ChainNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func ChainNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (chain *Chain) UnpackNotInitializingError(raw []byte) (*ChainNotInitializing, error) {
	out := new(ChainNotInitializing)
	if err := chain.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainNotVerified represents a NotVerified error raised by the Chain contract.
type ChainNotVerified struct {
	Number   *big.Int
	Verified *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotVerified(uint256 number, uint256 verified)
func ChainNotVerifiedErrorID() common.Hash {
	return common.HexToHash("0xc49b7cad000ae3f2f18202ff892f5a84c7eaa2e7b90896ff3a95797f6ee9468b")
}

// UnpackNotVerifiedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotVerified(uint256 number, uint256 verified)
func (chain *Chain) UnpackNotVerifiedError(raw []byte) (*ChainNotVerified, error) {
	out := new(ChainNotVerified)
	if err := chain.abi.UnpackIntoInterface(out, "NotVerified", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainOperatorDataVersionUnknown represents a OperatorDataVersionUnknown error raised by the Chain contract.
type ChainOperatorDataVersionUnknown struct {
	Data []byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorDataVersionUnknown(bytes data)
func ChainOperatorDataVersionUnknownErrorID() common.Hash {
	return common.HexToHash("0xefbd98edff9012cfcf8b9a8a6ab87a8ef2a604e273c429dcdb1975af77e3c39c")
}

// UnpackOperatorDataVersionUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorDataVersionUnknown(bytes data)
func (chain *Chain) UnpackOperatorDataVersionUnknownError(raw []byte) (*ChainOperatorDataVersionUnknown, error) {
	out := new(ChainOperatorDataVersionUnknown)
	if err := chain.abi.UnpackIntoInterface(out, "OperatorDataVersionUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainPermanentRollupNeedsData represents a PermanentRollupNeedsData error raised by the Chain contract.
type ChainPermanentRollupNeedsData struct {
	Scheme uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PermanentRollupNeedsData(uint8 scheme)
func ChainPermanentRollupNeedsDataErrorID() common.Hash {
	return common.HexToHash("0x3b15a885452871601d911c3fce19d87096e80fad615d54b917b715b1b95eb78d")
}

// UnpackPermanentRollupNeedsDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PermanentRollupNeedsData(uint8 scheme)
func (chain *Chain) UnpackPermanentRollupNeedsDataError(raw []byte) (*ChainPermanentRollupNeedsData, error) {
	out := new(ChainPermanentRollupNeedsData)
	if err := chain.abi.UnpackIntoInterface(out, "PermanentRollupNeedsData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainPriorityGasLimitInvalid represents a PriorityGasLimitInvalid error raised by the Chain contract.
type ChainPriorityGasLimitInvalid struct {
	GasLimit      *big.Int
	BlockGasLimit *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriorityGasLimitInvalid(uint256 gasLimit, uint256 blockGasLimit)
func ChainPriorityGasLimitInvalidErrorID() common.Hash {
	return common.HexToHash("0xa7320d9666004ffa9388b609e8d256d4a569f885cd3b670cbd9e0889845ab189")
}

// UnpackPriorityGasLimitInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriorityGasLimitInvalid(uint256 gasLimit, uint256 blockGasLimit)
func (chain *Chain) UnpackPriorityGasLimitInvalidError(raw []byte) (*ChainPriorityGasLimitInvalid, error) {
	out := new(ChainPriorityGasLimitInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "PriorityGasLimitInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainPriorityOperationExpired represents a PriorityOperationExpired error raised by the Chain contract.
type ChainPriorityOperationExpired struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriorityOperationExpired(uint256 id)
func ChainPriorityOperationExpiredErrorID() common.Hash {
	return common.HexToHash("0x2bee8efcf3ef30ce3e0e3a6129303b9820de5e6ecb7278f5f57ad75dde738ce0")
}

// UnpackPriorityOperationExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriorityOperationExpired(uint256 id)
func (chain *Chain) UnpackPriorityOperationExpiredError(raw []byte) (*ChainPriorityOperationExpired, error) {
	out := new(ChainPriorityOperationExpired)
	if err := chain.abi.UnpackIntoInterface(out, "PriorityOperationExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainPriorityOperationsMismatch represents a PriorityOperationsMismatch error raised by the Chain contract.
type ChainPriorityOperationsMismatch struct {
	BatchNumber *big.Int
	Given       [32]byte
	Expected    [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriorityOperationsMismatch(uint256 batchNumber, bytes32 given, bytes32 expected)
func ChainPriorityOperationsMismatchErrorID() common.Hash {
	return common.HexToHash("0x8259b18c3c231adcd4f140548c8517045c716b12f2054dad0401776701603211")
}

// UnpackPriorityOperationsMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriorityOperationsMismatch(uint256 batchNumber, bytes32 given, bytes32 expected)
func (chain *Chain) UnpackPriorityOperationsMismatchError(raw []byte) (*ChainPriorityOperationsMismatch, error) {
	out := new(ChainPriorityOperationsMismatch)
	if err := chain.abi.UnpackIntoInterface(out, "PriorityOperationsMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainProofLengthInvalid represents a ProofLengthInvalid error raised by the Chain contract.
type ChainProofLengthInvalid struct {
	Words *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProofLengthInvalid(uint256 words)
func ChainProofLengthInvalidErrorID() common.Hash {
	return common.HexToHash("0x2c4bf2ece4cbf336f5d05ef789cc5112d216ca24a83d3559674e69c1f3b67bbd")
}

// UnpackProofLengthInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProofLengthInvalid(uint256 words)
func (chain *Chain) UnpackProofLengthInvalidError(raw []byte) (*ChainProofLengthInvalid, error) {
	out := new(ChainProofLengthInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "ProofLengthInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainProofMetadataInvalid represents a ProofMetadataInvalid error raised by the Chain contract.
type ChainProofMetadataInvalid struct {
	Metadata [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProofMetadataInvalid(bytes32 metadata)
func ChainProofMetadataInvalidErrorID() common.Hash {
	return common.HexToHash("0xbe0418b506774ee6415dd42092b812815ad371e9916154fb53b9ea7853ef4bdc")
}

// UnpackProofMetadataInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProofMetadataInvalid(bytes32 metadata)
func (chain *Chain) UnpackProofMetadataInvalidError(raw []byte) (*ChainProofMetadataInvalid, error) {
	out := new(ChainProofMetadataInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "ProofMetadataInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainProofRefused represents a ProofRefused error raised by the Chain contract.
type ChainProofRefused struct {
	PublicInput *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProofRefused(uint256 publicInput)
func ChainProofRefusedErrorID() common.Hash {
	return common.HexToHash("0x108e70a3a93579ecabf4578aa6180b38573ae584f0a2f4987071e887d26ce0ef")
}

// UnpackProofRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProofRefused(uint256 publicInput)
func (chain *Chain) UnpackProofRefusedError(raw []byte) (*ChainProofRefused, error) {
	out := new(ChainProofRefused)
	if err := chain.abi.UnpackIntoInterface(out, "ProofRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainPubdataLimitTooHigh represents a PubdataLimitTooHigh error raised by the Chain contract.
type ChainPubdataLimitTooHigh struct {
	PubdataBytes *big.Int
	Maximum      *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PubdataLimitTooHigh(uint256 pubdataBytes, uint256 maximum)
func ChainPubdataLimitTooHighErrorID() common.Hash {
	return common.HexToHash("0xd5bc8e3a747577a0f96637f5160f35060a3a06658dc80bd2f742318fbe07cf38")
}

// UnpackPubdataLimitTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PubdataLimitTooHigh(uint256 pubdataBytes, uint256 maximum)
func (chain *Chain) UnpackPubdataLimitTooHighError(raw []byte) (*ChainPubdataLimitTooHigh, error) {
	out := new(ChainPubdataLimitTooHigh)
	if err := chain.abi.UnpackIntoInterface(out, "PubdataLimitTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainQueueIsEmpty represents a QueueIsEmpty error raised by the Chain contract.
type ChainQueueIsEmpty struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QueueIsEmpty()
func ChainQueueIsEmptyErrorID() common.Hash {
	return common.HexToHash("0x63c36549888a939405712879b5479145f3f91a73401ec269727ed36cbbf66113")
}

// UnpackQueueIsEmptyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QueueIsEmpty()
func (chain *Chain) UnpackQueueIsEmptyError(raw []byte) (*ChainQueueIsEmpty, error) {
	out := new(ChainQueueIsEmpty)
	if err := chain.abi.UnpackIntoInterface(out, "QueueIsEmpty", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainRangeCrossesUpgrade represents a RangeCrossesUpgrade error raised by the Chain contract.
type ChainRangeCrossesUpgrade struct {
	LastBatchOfOldVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RangeCrossesUpgrade(uint256 lastBatchOfOldVersion)
func ChainRangeCrossesUpgradeErrorID() common.Hash {
	return common.HexToHash("0xd2cbe2443469faf74079f1aac0279cfbb60f26955b228ff6a69d2d2953b8817c")
}

// UnpackRangeCrossesUpgradeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RangeCrossesUpgrade(uint256 lastBatchOfOldVersion)
func (chain *Chain) UnpackRangeCrossesUpgradeError(raw []byte) (*ChainRangeCrossesUpgrade, error) {
	out := new(ChainRangeCrossesUpgrade)
	if err := chain.abi.UnpackIntoInterface(out, "RangeCrossesUpgrade", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the Chain contract.
type ChainReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func ChainReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (chain *Chain) UnpackReentrancyGuardReentrantCallError(raw []byte) (*ChainReentrancyGuardReentrantCall, error) {
	out := new(ChainReentrancyGuardReentrantCall)
	if err := chain.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainRevertOfExecutedBatch represents a RevertOfExecutedBatch error raised by the Chain contract.
type ChainRevertOfExecutedBatch struct {
	NewLastBatch *big.Int
	Executed     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RevertOfExecutedBatch(uint256 newLastBatch, uint256 executed)
func ChainRevertOfExecutedBatchErrorID() common.Hash {
	return common.HexToHash("0x3e5f997e3401e71595d1214622877200d1960148aea7ed089d936766f0569972")
}

// UnpackRevertOfExecutedBatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RevertOfExecutedBatch(uint256 newLastBatch, uint256 executed)
func (chain *Chain) UnpackRevertOfExecutedBatchError(raw []byte) (*ChainRevertOfExecutedBatch, error) {
	out := new(ChainRevertOfExecutedBatch)
	if err := chain.abi.UnpackIntoInterface(out, "RevertOfExecutedBatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainRevertOfNothing represents a RevertOfNothing error raised by the Chain contract.
type ChainRevertOfNothing struct {
	NewLastBatch *big.Int
	Committed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RevertOfNothing(uint256 newLastBatch, uint256 committed)
func ChainRevertOfNothingErrorID() common.Hash {
	return common.HexToHash("0xfd802612c17ce0985129bd8dc76cd62358d7a9effb2682501b6d13adc591c994")
}

// UnpackRevertOfNothingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RevertOfNothing(uint256 newLastBatch, uint256 committed)
func (chain *Chain) UnpackRevertOfNothingError(raw []byte) (*ChainRevertOfNothing, error) {
	out := new(ChainRevertOfNothing)
	if err := chain.abi.UnpackIntoInterface(out, "RevertOfNothing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainSettlementChainIdMismatch represents a SettlementChainIdMismatch error raised by the Chain contract.
type ChainSettlementChainIdMismatch struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SettlementChainIdMismatch(uint256 chainId)
func ChainSettlementChainIdMismatchErrorID() common.Hash {
	return common.HexToHash("0x476f31c534fdfeccefd6e27945f8a550ab2bbf79d8eb734ac904914705f1bb3c")
}

// UnpackSettlementChainIdMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SettlementChainIdMismatch(uint256 chainId)
func (chain *Chain) UnpackSettlementChainIdMismatchError(raw []byte) (*ChainSettlementChainIdMismatch, error) {
	out := new(ChainSettlementChainIdMismatch)
	if err := chain.abi.UnpackIntoInterface(out, "SettlementChainIdMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTimestampsDecrease represents a TimestampsDecrease error raised by the Chain contract.
type ChainTimestampsDecrease struct {
	Earlier *big.Int
	Later   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimestampsDecrease(uint256 earlier, uint256 later)
func ChainTimestampsDecreaseErrorID() common.Hash {
	return common.HexToHash("0xb58ba43c7abe3583e13ea0510cfbcf08f52797e6f48a72bf09bf412901bbe58c")
}

// UnpackTimestampsDecreaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimestampsDecrease(uint256 earlier, uint256 later)
func (chain *Chain) UnpackTimestampsDecreaseError(raw []byte) (*ChainTimestampsDecrease, error) {
	out := new(ChainTimestampsDecrease)
	if err := chain.abi.UnpackIntoInterface(out, "TimestampsDecrease", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainUnauthorized represents a Unauthorized error raised by the Chain contract.
type ChainUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func ChainUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (chain *Chain) UnpackUnauthorizedError(raw []byte) (*ChainUnauthorized, error) {
	out := new(ChainUnauthorized)
	if err := chain.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainUpgradeStillPending represents a UpgradeStillPending error raised by the Chain contract.
type ChainUpgradeStillPending struct {
	ProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UpgradeStillPending(uint256 protocolVersion)
func ChainUpgradeStillPendingErrorID() common.Hash {
	return common.HexToHash("0x6df471ae425053d0a7413a8efee19ade11197d9f9ea122a88f4383e92e24babe")
}

// UnpackUpgradeStillPendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UpgradeStillPending(uint256 protocolVersion)
func (chain *Chain) UnpackUpgradeStillPendingError(raw []byte) (*ChainUpgradeStillPending, error) {
	out := new(ChainUpgradeStillPending)
	if err := chain.abi.UnpackIntoInterface(out, "UpgradeStillPending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainUpgradeTransactionInvalid represents a UpgradeTransactionInvalid error raised by the Chain contract.
type ChainUpgradeTransactionInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UpgradeTransactionInvalid()
func ChainUpgradeTransactionInvalidErrorID() common.Hash {
	return common.HexToHash("0x631173f7aa2df550a894d26110abcedfecce4a82d8a54cb82038e7d6ce7118ec")
}

// UnpackUpgradeTransactionInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UpgradeTransactionInvalid()
func (chain *Chain) UnpackUpgradeTransactionInvalidError(raw []byte) (*ChainUpgradeTransactionInvalid, error) {
	out := new(ChainUpgradeTransactionInvalid)
	if err := chain.abi.UnpackIntoInterface(out, "UpgradeTransactionInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainUpgradeTxMismatch represents a UpgradeTxMismatch error raised by the Chain contract.
type ChainUpgradeTxMismatch struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UpgradeTxMismatch(bytes32 given, bytes32 expected)
func ChainUpgradeTxMismatchErrorID() common.Hash {
	return common.HexToHash("0x69e79da66ff287d124b44c6cee5c66985839911f425ccecbeaf927dd6e630f7d")
}

// UnpackUpgradeTxMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UpgradeTxMismatch(bytes32 given, bytes32 expected)
func (chain *Chain) UnpackUpgradeTxMismatchError(raw []byte) (*ChainUpgradeTxMismatch, error) {
	out := new(ChainUpgradeTxMismatch)
	if err := chain.abi.UnpackIntoInterface(out, "UpgradeTxMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainWrongChain represents a WrongChain error raised by the Chain contract.
type ChainWrongChain struct {
	Chain common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChain(address chain)
func ChainWrongChainErrorID() common.Hash {
	return common.HexToHash("0x8698f1841bf8e76646204b29e772ba48efc07a16f90028bbab75ab6b57ffe5d7")
}

// UnpackWrongChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChain(address chain)
func (chain *Chain) UnpackWrongChainError(raw []byte) (*ChainWrongChain, error) {
	out := new(ChainWrongChain)
	if err := chain.abi.UnpackIntoInterface(out, "WrongChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainZeroAddress represents a ZeroAddress error raised by the Chain contract.
type ChainZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func ChainZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (chain *Chain) UnpackZeroAddressError(raw []byte) (*ChainZeroAddress, error) {
	out := new(ChainZeroAddress)
	if err := chain.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBeaconMetaData contains all meta data concerning the ChainBeacon contract.
var ChainBeaconMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"}],\"name\":\"ChainNotKnown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"NoCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotTheManager\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ImplementationSet\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MANAGER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"implementation\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"found\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"}],\"name\":\"implementationOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"set\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "ChainBeacon",
}

// ChainBeacon is an auto generated Go binding around an Ethereum contract.
type ChainBeacon struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ChainBeacon) GetABI() abi.ABI {
	return c.abi
}

// NewChainBeacon creates a new instance of ChainBeacon.
func NewChainBeacon() *ChainBeacon {
	parsed, err := ChainBeaconMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ChainBeacon{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ChainBeacon) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackMANAGER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b2df850.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MANAGER() view returns(address)
func (chainBeacon *ChainBeacon) PackMANAGER() []byte {
	enc, err := chainBeacon.abi.Pack("MANAGER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMANAGER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b2df850.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MANAGER() view returns(address)
func (chainBeacon *ChainBeacon) TryPackMANAGER() ([]byte, error) {
	return chainBeacon.abi.Pack("MANAGER")
}

// UnpackMANAGER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1b2df850.
//
// Solidity: function MANAGER() view returns(address)
func (chainBeacon *ChainBeacon) UnpackMANAGER(data []byte) (common.Address, error) {
	out, err := chainBeacon.abi.Unpack("MANAGER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackImplementation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c60da1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function implementation() view returns(address found)
func (chainBeacon *ChainBeacon) PackImplementation() []byte {
	enc, err := chainBeacon.abi.Pack("implementation")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackImplementation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c60da1b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function implementation() view returns(address found)
func (chainBeacon *ChainBeacon) TryPackImplementation() ([]byte, error) {
	return chainBeacon.abi.Pack("implementation")
}

// UnpackImplementation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c60da1b.
//
// Solidity: function implementation() view returns(address found)
func (chainBeacon *ChainBeacon) UnpackImplementation(data []byte) (common.Address, error) {
	out, err := chainBeacon.abi.Unpack("implementation", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackImplementationOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b4872b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function implementationOf(address chain) view returns(address)
func (chainBeacon *ChainBeacon) PackImplementationOf(chain common.Address) []byte {
	enc, err := chainBeacon.abi.Pack("implementationOf", chain)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackImplementationOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b4872b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function implementationOf(address chain) view returns(address)
func (chainBeacon *ChainBeacon) TryPackImplementationOf(chain common.Address) ([]byte, error) {
	return chainBeacon.abi.Pack("implementationOf", chain)
}

// UnpackImplementationOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b4872b8.
//
// Solidity: function implementationOf(address chain) view returns(address)
func (chainBeacon *ChainBeacon) UnpackImplementationOf(data []byte) (common.Address, error) {
	out, err := chainBeacon.abi.Unpack("implementationOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89675cac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function set(address chain, address newImplementation) returns()
func (chainBeacon *ChainBeacon) PackSet(chain common.Address, newImplementation common.Address) []byte {
	enc, err := chainBeacon.abi.Pack("set", chain, newImplementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89675cac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function set(address chain, address newImplementation) returns()
func (chainBeacon *ChainBeacon) TryPackSet(chain common.Address, newImplementation common.Address) ([]byte, error) {
	return chainBeacon.abi.Pack("set", chain, newImplementation)
}

// ChainBeaconImplementationSet represents a ImplementationSet event raised by the ChainBeacon contract.
type ChainBeaconImplementationSet struct {
	Chain          common.Address
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const ChainBeaconImplementationSetEventName = "ImplementationSet"

// ContractEventName returns the user-defined event name.
func (ChainBeaconImplementationSet) ContractEventName() string {
	return ChainBeaconImplementationSetEventName
}

// UnpackImplementationSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ImplementationSet(address indexed chain, address indexed implementation)
func (chainBeacon *ChainBeacon) UnpackImplementationSetEvent(log *types.Log) (*ChainBeaconImplementationSet, error) {
	event := "ImplementationSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainBeacon.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainBeaconImplementationSet)
	if len(log.Data) > 0 {
		if err := chainBeacon.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainBeacon.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (chainBeacon *ChainBeacon) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], chainBeacon.abi.Errors["ChainNotKnown"].ID.Bytes()[:4]) {
		return chainBeacon.UnpackChainNotKnownError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainBeacon.abi.Errors["NoCode"].ID.Bytes()[:4]) {
		return chainBeacon.UnpackNoCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainBeacon.abi.Errors["NotTheManager"].ID.Bytes()[:4]) {
		return chainBeacon.UnpackNotTheManagerError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ChainBeaconChainNotKnown represents a ChainNotKnown error raised by the ChainBeacon contract.
type ChainBeaconChainNotKnown struct {
	Chain common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainNotKnown(address chain)
func ChainBeaconChainNotKnownErrorID() common.Hash {
	return common.HexToHash("0x5ed0cbf6f177235a9ae716168f70641652b8f48bbd2867593b36abfb8618ec56")
}

// UnpackChainNotKnownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainNotKnown(address chain)
func (chainBeacon *ChainBeacon) UnpackChainNotKnownError(raw []byte) (*ChainBeaconChainNotKnown, error) {
	out := new(ChainBeaconChainNotKnown)
	if err := chainBeacon.abi.UnpackIntoInterface(out, "ChainNotKnown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBeaconNoCode represents a NoCode error raised by the ChainBeacon contract.
type ChainBeaconNoCode struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoCode(address implementation)
func ChainBeaconNoCodeErrorID() common.Hash {
	return common.HexToHash("0x674520b6bb5a7851149439c2748026005a69a70a0b4e6c410abbfac42015a2a9")
}

// UnpackNoCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoCode(address implementation)
func (chainBeacon *ChainBeacon) UnpackNoCodeError(raw []byte) (*ChainBeaconNoCode, error) {
	out := new(ChainBeaconNoCode)
	if err := chainBeacon.abi.UnpackIntoInterface(out, "NoCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainBeaconNotTheManager represents a NotTheManager error raised by the ChainBeacon contract.
type ChainBeaconNotTheManager struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheManager(address caller)
func ChainBeaconNotTheManagerErrorID() common.Hash {
	return common.HexToHash("0x97be96d09d203bf32f2fa83b45d35adc16f0e5c0afcc31ce5cba45f960453cdc")
}

// UnpackNotTheManagerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheManager(address caller)
func (chainBeacon *ChainBeacon) UnpackNotTheManagerError(raw []byte) (*ChainBeaconNotTheManager, error) {
	out := new(ChainBeaconNotTheManager)
	if err := chainBeacon.abi.UnpackIntoInterface(out, "NotTheManager", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerMetaData contains all meta data concerning the ChainTypeManager contract.
var ChainTypeManagerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"bridgehub\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"verifierRegistry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"messageRoot\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"ChainFollowsOtherVersion\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"ChainUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"}],\"name\":\"DASchemeMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"NoCode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotTheBridgehub\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotTheChainAdmin\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"registered\",\"type\":\"bytes32\"}],\"name\":\"UpgradeMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"VersionExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"oldProtocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"newProtocolVersion\",\"type\":\"uint256\"}],\"name\":\"VersionNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"VersionUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"oldProtocolVersion\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"newProtocolVersion\",\"type\":\"uint256\"}],\"name\":\"ChainUpgraded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"CurrentVersionSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"}],\"name\":\"DAValidatorRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"}],\"name\":\"DAValidatorUnregistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"hyperchainContract\",\"type\":\"address\"}],\"name\":\"NewHyperchain\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ProtocolVersionSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"oldProtocolVersion\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"newProtocolVersion\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"upgradeHash\",\"type\":\"bytes32\"}],\"name\":\"UpgradeSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"BRIDGE_HUB\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MESSAGE_ROOT\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"VERIFIER_REGISTRY\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"beacon\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"chainAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"baseTokenAssetId\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"initData\",\"type\":\"bytes\"}],\"name\":\"createNewChain\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"currentProtocolVersion\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"}],\"name\":\"daValidatorScheme\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"freezeChain\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"getZKChain\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"implementationOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"scheme\",\"type\":\"uint8\"}],\"name\":\"registerDAValidator\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"setCurrentVersion\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"setProtocolVersion\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"oldProtocolVersion\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"newProtocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"newFork\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"hasL2Transaction\",\"type\":\"bool\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"txType\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPriorityFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paymaster\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256[4]\",\"name\":\"reserved\",\"type\":\"uint256[4]\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"uint256[]\",\"name\":\"factoryDeps\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"paymasterInput\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"reservedDynamic\",\"type\":\"bytes\"}],\"internalType\":\"structL2CanonicalTransaction\",\"name\":\"l2Transaction\",\"type\":\"tuple\"}],\"internalType\":\"structProtocolUpgrade\",\"name\":\"upgrade\",\"type\":\"tuple\"}],\"name\":\"setUpgrade\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"name\":\"setValidator\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"unfreezeChain\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"}],\"name\":\"unregisterDAValidator\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"oldProtocolVersion\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"newProtocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"newFork\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"hasL2Transaction\",\"type\":\"bool\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"txType\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"gasPerPubdataByteLimit\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPriorityFeePerGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paymaster\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256[4]\",\"name\":\"reserved\",\"type\":\"uint256[4]\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"uint256[]\",\"name\":\"factoryDeps\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"paymasterInput\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"reservedDynamic\",\"type\":\"bytes\"}],\"internalType\":\"structL2CanonicalTransaction\",\"name\":\"l2Transaction\",\"type\":\"tuple\"}],\"internalType\":\"structProtocolUpgrade\",\"name\":\"upgrade\",\"type\":\"tuple\"}],\"name\":\"upgradeChainFromVersion\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"oldProtocolVersion\",\"type\":\"uint256\"}],\"name\":\"upgradeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "ChainTypeManager",
}

// ChainTypeManager is an auto generated Go binding around an Ethereum contract.
type ChainTypeManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ChainTypeManager) GetABI() abi.ABI {
	return c.abi
}

// NewChainTypeManager creates a new instance of ChainTypeManager.
func NewChainTypeManager() *ChainTypeManager {
	parsed, err := ChainTypeManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ChainTypeManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ChainTypeManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address bridgehub, address verifierRegistry, address messageRoot) returns()
func (chainTypeManager *ChainTypeManager) PackConstructor(bridgehub common.Address, verifierRegistry common.Address, messageRoot common.Address) []byte {
	enc, err := chainTypeManager.abi.Pack("", bridgehub, verifierRegistry, messageRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (chainTypeManager *ChainTypeManager) PackBRIDGEHUB() []byte {
	enc, err := chainTypeManager.abi.Pack("BRIDGE_HUB")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackBRIDGEHUB() ([]byte, error) {
	return chainTypeManager.abi.Pack("BRIDGE_HUB")
}

// UnpackBRIDGEHUB is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5d4edca7.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackBRIDGEHUB(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("BRIDGE_HUB", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackMESSAGEROOT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26ce0686.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MESSAGE_ROOT() view returns(address)
func (chainTypeManager *ChainTypeManager) PackMESSAGEROOT() []byte {
	enc, err := chainTypeManager.abi.Pack("MESSAGE_ROOT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMESSAGEROOT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x26ce0686.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MESSAGE_ROOT() view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackMESSAGEROOT() ([]byte, error) {
	return chainTypeManager.abi.Pack("MESSAGE_ROOT")
}

// UnpackMESSAGEROOT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x26ce0686.
//
// Solidity: function MESSAGE_ROOT() view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackMESSAGEROOT(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("MESSAGE_ROOT", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (chainTypeManager *ChainTypeManager) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := chainTypeManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (chainTypeManager *ChainTypeManager) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return chainTypeManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (chainTypeManager *ChainTypeManager) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := chainTypeManager.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackVERIFIERREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x30067521.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function VERIFIER_REGISTRY() view returns(address)
func (chainTypeManager *ChainTypeManager) PackVERIFIERREGISTRY() []byte {
	enc, err := chainTypeManager.abi.Pack("VERIFIER_REGISTRY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVERIFIERREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x30067521.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function VERIFIER_REGISTRY() view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackVERIFIERREGISTRY() ([]byte, error) {
	return chainTypeManager.abi.Pack("VERIFIER_REGISTRY")
}

// UnpackVERIFIERREGISTRY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x30067521.
//
// Solidity: function VERIFIER_REGISTRY() view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackVERIFIERREGISTRY(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("VERIFIER_REGISTRY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (chainTypeManager *ChainTypeManager) PackAcceptOwnership() []byte {
	enc, err := chainTypeManager.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (chainTypeManager *ChainTypeManager) TryPackAcceptOwnership() ([]byte, error) {
	return chainTypeManager.abi.Pack("acceptOwnership")
}

// PackBeacon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59659e90.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beacon() view returns(address)
func (chainTypeManager *ChainTypeManager) PackBeacon() []byte {
	enc, err := chainTypeManager.abi.Pack("beacon")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBeacon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59659e90.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function beacon() view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackBeacon() ([]byte, error) {
	return chainTypeManager.abi.Pack("beacon")
}

// UnpackBeacon is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x59659e90.
//
// Solidity: function beacon() view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackBeacon(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("beacon", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackChainAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69d35acc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainAddress(uint256 chainId) view returns(address)
func (chainTypeManager *ChainTypeManager) PackChainAddress(chainId *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("chainAddress", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69d35acc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainAddress(uint256 chainId) view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackChainAddress(chainId *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("chainAddress", chainId)
}

// UnpackChainAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x69d35acc.
//
// Solidity: function chainAddress(uint256 chainId) view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackChainAddress(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("chainAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCreateNewChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9e5b3b02.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createNewChain(uint256 chainId, bytes32 baseTokenAssetId, address admin, bytes initData) returns(address chain)
func (chainTypeManager *ChainTypeManager) PackCreateNewChain(chainId *big.Int, baseTokenAssetId [32]byte, admin common.Address, initData []byte) []byte {
	enc, err := chainTypeManager.abi.Pack("createNewChain", chainId, baseTokenAssetId, admin, initData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateNewChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9e5b3b02.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createNewChain(uint256 chainId, bytes32 baseTokenAssetId, address admin, bytes initData) returns(address chain)
func (chainTypeManager *ChainTypeManager) TryPackCreateNewChain(chainId *big.Int, baseTokenAssetId [32]byte, admin common.Address, initData []byte) ([]byte, error) {
	return chainTypeManager.abi.Pack("createNewChain", chainId, baseTokenAssetId, admin, initData)
}

// UnpackCreateNewChain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9e5b3b02.
//
// Solidity: function createNewChain(uint256 chainId, bytes32 baseTokenAssetId, address admin, bytes initData) returns(address chain)
func (chainTypeManager *ChainTypeManager) UnpackCreateNewChain(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("createNewChain", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCurrentProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0787b49f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentProtocolVersion() view returns(uint256)
func (chainTypeManager *ChainTypeManager) PackCurrentProtocolVersion() []byte {
	enc, err := chainTypeManager.abi.Pack("currentProtocolVersion")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0787b49f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentProtocolVersion() view returns(uint256)
func (chainTypeManager *ChainTypeManager) TryPackCurrentProtocolVersion() ([]byte, error) {
	return chainTypeManager.abi.Pack("currentProtocolVersion")
}

// UnpackCurrentProtocolVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0787b49f.
//
// Solidity: function currentProtocolVersion() view returns(uint256)
func (chainTypeManager *ChainTypeManager) UnpackCurrentProtocolVersion(data []byte) (*big.Int, error) {
	out, err := chainTypeManager.abi.Unpack("currentProtocolVersion", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDaValidatorScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7a27b4c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function daValidatorScheme(address validator) view returns(uint8)
func (chainTypeManager *ChainTypeManager) PackDaValidatorScheme(validator common.Address) []byte {
	enc, err := chainTypeManager.abi.Pack("daValidatorScheme", validator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDaValidatorScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7a27b4c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function daValidatorScheme(address validator) view returns(uint8)
func (chainTypeManager *ChainTypeManager) TryPackDaValidatorScheme(validator common.Address) ([]byte, error) {
	return chainTypeManager.abi.Pack("daValidatorScheme", validator)
}

// UnpackDaValidatorScheme is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc7a27b4c.
//
// Solidity: function daValidatorScheme(address validator) view returns(uint8)
func (chainTypeManager *ChainTypeManager) UnpackDaValidatorScheme(data []byte) (uint8, error) {
	out, err := chainTypeManager.abi.Unpack("daValidatorScheme", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackFreezeChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaccdd16c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freezeChain(uint256 chainId) returns()
func (chainTypeManager *ChainTypeManager) PackFreezeChain(chainId *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("freezeChain", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreezeChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaccdd16c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freezeChain(uint256 chainId) returns()
func (chainTypeManager *ChainTypeManager) TryPackFreezeChain(chainId *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("freezeChain", chainId)
}

// PackGetZKChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe680c4c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getZKChain(uint256 chainId) view returns(address)
func (chainTypeManager *ChainTypeManager) PackGetZKChain(chainId *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("getZKChain", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetZKChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe680c4c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getZKChain(uint256 chainId) view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackGetZKChain(chainId *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("getZKChain", chainId)
}

// UnpackGetZKChain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe680c4c1.
//
// Solidity: function getZKChain(uint256 chainId) view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackGetZKChain(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("getZKChain", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackImplementationOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8636f07e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function implementationOf(uint256 protocolVersion) view returns(address)
func (chainTypeManager *ChainTypeManager) PackImplementationOf(protocolVersion *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("implementationOf", protocolVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackImplementationOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8636f07e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function implementationOf(uint256 protocolVersion) view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackImplementationOf(protocolVersion *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("implementationOf", protocolVersion)
}

// UnpackImplementationOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8636f07e.
//
// Solidity: function implementationOf(uint256 protocolVersion) view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackImplementationOf(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("implementationOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner) returns()
func (chainTypeManager *ChainTypeManager) PackInitialize(owner common.Address) []byte {
	enc, err := chainTypeManager.abi.Pack("initialize", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner) returns()
func (chainTypeManager *ChainTypeManager) TryPackInitialize(owner common.Address) ([]byte, error) {
	return chainTypeManager.abi.Pack("initialize", owner)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (chainTypeManager *ChainTypeManager) PackOwner() []byte {
	enc, err := chainTypeManager.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackOwner() ([]byte, error) {
	return chainTypeManager.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackOwner(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (chainTypeManager *ChainTypeManager) PackPendingOwner() []byte {
	enc, err := chainTypeManager.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (chainTypeManager *ChainTypeManager) TryPackPendingOwner() ([]byte, error) {
	return chainTypeManager.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (chainTypeManager *ChainTypeManager) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := chainTypeManager.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (chainTypeManager *ChainTypeManager) PackProxiableUUID() []byte {
	enc, err := chainTypeManager.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (chainTypeManager *ChainTypeManager) TryPackProxiableUUID() ([]byte, error) {
	return chainTypeManager.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (chainTypeManager *ChainTypeManager) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := chainTypeManager.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRegisterDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75db2d8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerDAValidator(address validator, uint8 scheme) returns()
func (chainTypeManager *ChainTypeManager) PackRegisterDAValidator(validator common.Address, scheme uint8) []byte {
	enc, err := chainTypeManager.abi.Pack("registerDAValidator", validator, scheme)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75db2d8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerDAValidator(address validator, uint8 scheme) returns()
func (chainTypeManager *ChainTypeManager) TryPackRegisterDAValidator(validator common.Address, scheme uint8) ([]byte, error) {
	return chainTypeManager.abi.Pack("registerDAValidator", validator, scheme)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (chainTypeManager *ChainTypeManager) PackRenounceOwnership() []byte {
	enc, err := chainTypeManager.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (chainTypeManager *ChainTypeManager) TryPackRenounceOwnership() ([]byte, error) {
	return chainTypeManager.abi.Pack("renounceOwnership")
}

// PackSetCurrentVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3a0ce41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setCurrentVersion(uint256 protocolVersion) returns()
func (chainTypeManager *ChainTypeManager) PackSetCurrentVersion(protocolVersion *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("setCurrentVersion", protocolVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetCurrentVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3a0ce41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setCurrentVersion(uint256 protocolVersion) returns()
func (chainTypeManager *ChainTypeManager) TryPackSetCurrentVersion(protocolVersion *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("setCurrentVersion", protocolVersion)
}

// PackSetProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf48e72a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setProtocolVersion(uint256 protocolVersion, address implementation) returns()
func (chainTypeManager *ChainTypeManager) PackSetProtocolVersion(protocolVersion *big.Int, implementation common.Address) []byte {
	enc, err := chainTypeManager.abi.Pack("setProtocolVersion", protocolVersion, implementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetProtocolVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf48e72a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setProtocolVersion(uint256 protocolVersion, address implementation) returns()
func (chainTypeManager *ChainTypeManager) TryPackSetProtocolVersion(protocolVersion *big.Int, implementation common.Address) ([]byte, error) {
	return chainTypeManager.abi.Pack("setProtocolVersion", protocolVersion, implementation)
}

// PackSetUpgrade is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38cbd202.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setUpgrade(uint256 oldProtocolVersion, (uint256,uint256,bool,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes)) upgrade) returns()
func (chainTypeManager *ChainTypeManager) PackSetUpgrade(oldProtocolVersion *big.Int, upgrade ProtocolUpgrade) []byte {
	enc, err := chainTypeManager.abi.Pack("setUpgrade", oldProtocolVersion, upgrade)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetUpgrade is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38cbd202.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setUpgrade(uint256 oldProtocolVersion, (uint256,uint256,bool,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes)) upgrade) returns()
func (chainTypeManager *ChainTypeManager) TryPackSetUpgrade(oldProtocolVersion *big.Int, upgrade ProtocolUpgrade) ([]byte, error) {
	return chainTypeManager.abi.Pack("setUpgrade", oldProtocolVersion, upgrade)
}

// PackSetValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf347e17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setValidator(uint256 chainId, address validator, bool active) returns()
func (chainTypeManager *ChainTypeManager) PackSetValidator(chainId *big.Int, validator common.Address, active bool) []byte {
	enc, err := chainTypeManager.abi.Pack("setValidator", chainId, validator, active)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf347e17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setValidator(uint256 chainId, address validator, bool active) returns()
func (chainTypeManager *ChainTypeManager) TryPackSetValidator(chainId *big.Int, validator common.Address, active bool) ([]byte, error) {
	return chainTypeManager.abi.Pack("setValidator", chainId, validator, active)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (chainTypeManager *ChainTypeManager) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := chainTypeManager.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (chainTypeManager *ChainTypeManager) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return chainTypeManager.abi.Pack("transferOwnership", newOwner)
}

// PackUnfreezeChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51d218f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unfreezeChain(uint256 chainId) returns()
func (chainTypeManager *ChainTypeManager) PackUnfreezeChain(chainId *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("unfreezeChain", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnfreezeChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51d218f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unfreezeChain(uint256 chainId) returns()
func (chainTypeManager *ChainTypeManager) TryPackUnfreezeChain(chainId *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("unfreezeChain", chainId)
}

// PackUnregisterDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69f1dc33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unregisterDAValidator(address validator) returns()
func (chainTypeManager *ChainTypeManager) PackUnregisterDAValidator(validator common.Address) []byte {
	enc, err := chainTypeManager.abi.Pack("unregisterDAValidator", validator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnregisterDAValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69f1dc33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unregisterDAValidator(address validator) returns()
func (chainTypeManager *ChainTypeManager) TryPackUnregisterDAValidator(validator common.Address) ([]byte, error) {
	return chainTypeManager.abi.Pack("unregisterDAValidator", validator)
}

// PackUpgradeChainFromVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36967871.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeChainFromVersion(uint256 chainId, uint256 oldProtocolVersion, (uint256,uint256,bool,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes)) upgrade) returns()
func (chainTypeManager *ChainTypeManager) PackUpgradeChainFromVersion(chainId *big.Int, oldProtocolVersion *big.Int, upgrade ProtocolUpgrade) []byte {
	enc, err := chainTypeManager.abi.Pack("upgradeChainFromVersion", chainId, oldProtocolVersion, upgrade)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeChainFromVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36967871.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeChainFromVersion(uint256 chainId, uint256 oldProtocolVersion, (uint256,uint256,bool,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256[4],bytes,bytes,uint256[],bytes,bytes)) upgrade) returns()
func (chainTypeManager *ChainTypeManager) TryPackUpgradeChainFromVersion(chainId *big.Int, oldProtocolVersion *big.Int, upgrade ProtocolUpgrade) ([]byte, error) {
	return chainTypeManager.abi.Pack("upgradeChainFromVersion", chainId, oldProtocolVersion, upgrade)
}

// PackUpgradeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xacacf08d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeHash(uint256 oldProtocolVersion) view returns(bytes32)
func (chainTypeManager *ChainTypeManager) PackUpgradeHash(oldProtocolVersion *big.Int) []byte {
	enc, err := chainTypeManager.abi.Pack("upgradeHash", oldProtocolVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xacacf08d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeHash(uint256 oldProtocolVersion) view returns(bytes32)
func (chainTypeManager *ChainTypeManager) TryPackUpgradeHash(oldProtocolVersion *big.Int) ([]byte, error) {
	return chainTypeManager.abi.Pack("upgradeHash", oldProtocolVersion)
}

// UnpackUpgradeHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xacacf08d.
//
// Solidity: function upgradeHash(uint256 oldProtocolVersion) view returns(bytes32)
func (chainTypeManager *ChainTypeManager) UnpackUpgradeHash(data []byte) ([32]byte, error) {
	out, err := chainTypeManager.abi.Unpack("upgradeHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (chainTypeManager *ChainTypeManager) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := chainTypeManager.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (chainTypeManager *ChainTypeManager) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return chainTypeManager.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// ChainTypeManagerChainUpgraded represents a ChainUpgraded event raised by the ChainTypeManager contract.
type ChainTypeManagerChainUpgraded struct {
	ChainId            *big.Int
	OldProtocolVersion *big.Int
	NewProtocolVersion *big.Int
	Raw                *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerChainUpgradedEventName = "ChainUpgraded"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerChainUpgraded) ContractEventName() string {
	return ChainTypeManagerChainUpgradedEventName
}

// UnpackChainUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChainUpgraded(uint256 indexed chainId, uint256 indexed oldProtocolVersion, uint256 indexed newProtocolVersion)
func (chainTypeManager *ChainTypeManager) UnpackChainUpgradedEvent(log *types.Log) (*ChainTypeManagerChainUpgraded, error) {
	event := "ChainUpgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerChainUpgraded)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerCurrentVersionSet represents a CurrentVersionSet event raised by the ChainTypeManager contract.
type ChainTypeManagerCurrentVersionSet struct {
	ProtocolVersion *big.Int
	Raw             *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerCurrentVersionSetEventName = "CurrentVersionSet"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerCurrentVersionSet) ContractEventName() string {
	return ChainTypeManagerCurrentVersionSetEventName
}

// UnpackCurrentVersionSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CurrentVersionSet(uint256 indexed protocolVersion)
func (chainTypeManager *ChainTypeManager) UnpackCurrentVersionSetEvent(log *types.Log) (*ChainTypeManagerCurrentVersionSet, error) {
	event := "CurrentVersionSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerCurrentVersionSet)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerDAValidatorRegistered represents a DAValidatorRegistered event raised by the ChainTypeManager contract.
type ChainTypeManagerDAValidatorRegistered struct {
	Validator common.Address
	Scheme    uint8
	Raw       *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerDAValidatorRegisteredEventName = "DAValidatorRegistered"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerDAValidatorRegistered) ContractEventName() string {
	return ChainTypeManagerDAValidatorRegisteredEventName
}

// UnpackDAValidatorRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DAValidatorRegistered(address indexed validator, uint8 scheme)
func (chainTypeManager *ChainTypeManager) UnpackDAValidatorRegisteredEvent(log *types.Log) (*ChainTypeManagerDAValidatorRegistered, error) {
	event := "DAValidatorRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerDAValidatorRegistered)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerDAValidatorUnregistered represents a DAValidatorUnregistered event raised by the ChainTypeManager contract.
type ChainTypeManagerDAValidatorUnregistered struct {
	Validator common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerDAValidatorUnregisteredEventName = "DAValidatorUnregistered"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerDAValidatorUnregistered) ContractEventName() string {
	return ChainTypeManagerDAValidatorUnregisteredEventName
}

// UnpackDAValidatorUnregisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DAValidatorUnregistered(address indexed validator)
func (chainTypeManager *ChainTypeManager) UnpackDAValidatorUnregisteredEvent(log *types.Log) (*ChainTypeManagerDAValidatorUnregistered, error) {
	event := "DAValidatorUnregistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerDAValidatorUnregistered)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerInitialized represents a Initialized event raised by the ChainTypeManager contract.
type ChainTypeManagerInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerInitialized) ContractEventName() string {
	return ChainTypeManagerInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (chainTypeManager *ChainTypeManager) UnpackInitializedEvent(log *types.Log) (*ChainTypeManagerInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerInitialized)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerNewHyperchain represents a NewHyperchain event raised by the ChainTypeManager contract.
type ChainTypeManagerNewHyperchain struct {
	ChainId            *big.Int
	HyperchainContract common.Address
	Raw                *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerNewHyperchainEventName = "NewHyperchain"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerNewHyperchain) ContractEventName() string {
	return ChainTypeManagerNewHyperchainEventName
}

// UnpackNewHyperchainEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewHyperchain(uint256 indexed chainId, address indexed hyperchainContract)
func (chainTypeManager *ChainTypeManager) UnpackNewHyperchainEvent(log *types.Log) (*ChainTypeManagerNewHyperchain, error) {
	event := "NewHyperchain"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerNewHyperchain)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the ChainTypeManager contract.
type ChainTypeManagerOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerOwnershipTransferStarted) ContractEventName() string {
	return ChainTypeManagerOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (chainTypeManager *ChainTypeManager) UnpackOwnershipTransferStartedEvent(log *types.Log) (*ChainTypeManagerOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerOwnershipTransferred represents a OwnershipTransferred event raised by the ChainTypeManager contract.
type ChainTypeManagerOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerOwnershipTransferred) ContractEventName() string {
	return ChainTypeManagerOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (chainTypeManager *ChainTypeManager) UnpackOwnershipTransferredEvent(log *types.Log) (*ChainTypeManagerOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerProtocolVersionSet represents a ProtocolVersionSet event raised by the ChainTypeManager contract.
type ChainTypeManagerProtocolVersionSet struct {
	ProtocolVersion *big.Int
	Implementation  common.Address
	Raw             *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerProtocolVersionSetEventName = "ProtocolVersionSet"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerProtocolVersionSet) ContractEventName() string {
	return ChainTypeManagerProtocolVersionSetEventName
}

// UnpackProtocolVersionSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ProtocolVersionSet(uint256 indexed protocolVersion, address indexed implementation)
func (chainTypeManager *ChainTypeManager) UnpackProtocolVersionSetEvent(log *types.Log) (*ChainTypeManagerProtocolVersionSet, error) {
	event := "ProtocolVersionSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerProtocolVersionSet)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerUpgradeSet represents a UpgradeSet event raised by the ChainTypeManager contract.
type ChainTypeManagerUpgradeSet struct {
	OldProtocolVersion *big.Int
	NewProtocolVersion *big.Int
	UpgradeHash        [32]byte
	Raw                *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerUpgradeSetEventName = "UpgradeSet"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerUpgradeSet) ContractEventName() string {
	return ChainTypeManagerUpgradeSetEventName
}

// UnpackUpgradeSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UpgradeSet(uint256 indexed oldProtocolVersion, uint256 indexed newProtocolVersion, bytes32 upgradeHash)
func (chainTypeManager *ChainTypeManager) UnpackUpgradeSetEvent(log *types.Log) (*ChainTypeManagerUpgradeSet, error) {
	event := "UpgradeSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerUpgradeSet)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChainTypeManagerUpgraded represents a Upgraded event raised by the ChainTypeManager contract.
type ChainTypeManagerUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const ChainTypeManagerUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (ChainTypeManagerUpgraded) ContractEventName() string {
	return ChainTypeManagerUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (chainTypeManager *ChainTypeManager) UnpackUpgradedEvent(log *types.Log) (*ChainTypeManagerUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != chainTypeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChainTypeManagerUpgraded)
	if len(log.Data) > 0 {
		if err := chainTypeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range chainTypeManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (chainTypeManager *ChainTypeManager) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["ChainFollowsOtherVersion"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackChainFollowsOtherVersionError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["ChainUnknown"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackChainUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["DASchemeMismatch"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackDASchemeMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["NoCode"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackNoCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["NotTheBridgehub"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackNotTheBridgehubError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["NotTheChainAdmin"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackNotTheChainAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["UpgradeMismatch"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackUpgradeMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["VersionExists"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackVersionExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["VersionNotNewer"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackVersionNotNewerError(raw[4:])
	}
	if bytes.Equal(raw[:4], chainTypeManager.abi.Errors["VersionUnknown"].ID.Bytes()[:4]) {
		return chainTypeManager.UnpackVersionUnknownError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ChainTypeManagerAddressEmptyCode represents a AddressEmptyCode error raised by the ChainTypeManager contract.
type ChainTypeManagerAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func ChainTypeManagerAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (chainTypeManager *ChainTypeManager) UnpackAddressEmptyCodeError(raw []byte) (*ChainTypeManagerAddressEmptyCode, error) {
	out := new(ChainTypeManagerAddressEmptyCode)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerChainFollowsOtherVersion represents a ChainFollowsOtherVersion error raised by the ChainTypeManager contract.
type ChainTypeManagerChainFollowsOtherVersion struct {
	ChainId         *big.Int
	ProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainFollowsOtherVersion(uint256 chainId, uint256 protocolVersion)
func ChainTypeManagerChainFollowsOtherVersionErrorID() common.Hash {
	return common.HexToHash("0x1738b913557ddb3d6239cdcf444388696a8b7d9733d19fb0fda59711ac300222")
}

// UnpackChainFollowsOtherVersionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainFollowsOtherVersion(uint256 chainId, uint256 protocolVersion)
func (chainTypeManager *ChainTypeManager) UnpackChainFollowsOtherVersionError(raw []byte) (*ChainTypeManagerChainFollowsOtherVersion, error) {
	out := new(ChainTypeManagerChainFollowsOtherVersion)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "ChainFollowsOtherVersion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerChainUnknown represents a ChainUnknown error raised by the ChainTypeManager contract.
type ChainTypeManagerChainUnknown struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ChainUnknown(uint256 chainId)
func ChainTypeManagerChainUnknownErrorID() common.Hash {
	return common.HexToHash("0x0d7536861ac914fc7b8241b84f4c8e90686998f2b31631b6945cae370734dcea")
}

// UnpackChainUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ChainUnknown(uint256 chainId)
func (chainTypeManager *ChainTypeManager) UnpackChainUnknownError(raw []byte) (*ChainTypeManagerChainUnknown, error) {
	out := new(ChainTypeManagerChainUnknown)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "ChainUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerDASchemeMismatch represents a DASchemeMismatch error raised by the ChainTypeManager contract.
type ChainTypeManagerDASchemeMismatch struct {
	Validator common.Address
	Scheme    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DASchemeMismatch(address validator, uint8 scheme)
func ChainTypeManagerDASchemeMismatchErrorID() common.Hash {
	return common.HexToHash("0xd5872b0646929fb8d3472bba588be4a4bd1b63cf3e2943563f2f34b186b705bd")
}

// UnpackDASchemeMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DASchemeMismatch(address validator, uint8 scheme)
func (chainTypeManager *ChainTypeManager) UnpackDASchemeMismatchError(raw []byte) (*ChainTypeManagerDASchemeMismatch, error) {
	out := new(ChainTypeManagerDASchemeMismatch)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "DASchemeMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the ChainTypeManager contract.
type ChainTypeManagerERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func ChainTypeManagerERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (chainTypeManager *ChainTypeManager) UnpackERC1967InvalidImplementationError(raw []byte) (*ChainTypeManagerERC1967InvalidImplementation, error) {
	out := new(ChainTypeManagerERC1967InvalidImplementation)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerERC1967NonPayable represents a ERC1967NonPayable error raised by the ChainTypeManager contract.
type ChainTypeManagerERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func ChainTypeManagerERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (chainTypeManager *ChainTypeManager) UnpackERC1967NonPayableError(raw []byte) (*ChainTypeManagerERC1967NonPayable, error) {
	out := new(ChainTypeManagerERC1967NonPayable)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerFailedCall represents a FailedCall error raised by the ChainTypeManager contract.
type ChainTypeManagerFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func ChainTypeManagerFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (chainTypeManager *ChainTypeManager) UnpackFailedCallError(raw []byte) (*ChainTypeManagerFailedCall, error) {
	out := new(ChainTypeManagerFailedCall)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerInvalidInitialization represents a InvalidInitialization error raised by the ChainTypeManager contract.
type ChainTypeManagerInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func ChainTypeManagerInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (chainTypeManager *ChainTypeManager) UnpackInvalidInitializationError(raw []byte) (*ChainTypeManagerInvalidInitialization, error) {
	out := new(ChainTypeManagerInvalidInitialization)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerNoCode represents a NoCode error raised by the ChainTypeManager contract.
type ChainTypeManagerNoCode struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoCode(address implementation)
func ChainTypeManagerNoCodeErrorID() common.Hash {
	return common.HexToHash("0x674520b6bb5a7851149439c2748026005a69a70a0b4e6c410abbfac42015a2a9")
}

// UnpackNoCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoCode(address implementation)
func (chainTypeManager *ChainTypeManager) UnpackNoCodeError(raw []byte) (*ChainTypeManagerNoCode, error) {
	out := new(ChainTypeManagerNoCode)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "NoCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerNotInitializing represents a NotInitializing error raised by the ChainTypeManager contract.
type ChainTypeManagerNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func ChainTypeManagerNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (chainTypeManager *ChainTypeManager) UnpackNotInitializingError(raw []byte) (*ChainTypeManagerNotInitializing, error) {
	out := new(ChainTypeManagerNotInitializing)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerNotTheBridgehub represents a NotTheBridgehub error raised by the ChainTypeManager contract.
type ChainTypeManagerNotTheBridgehub struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheBridgehub(address caller)
func ChainTypeManagerNotTheBridgehubErrorID() common.Hash {
	return common.HexToHash("0x4119f77b785bcc16a6e3160aca48a0a25d1650ad8bffa96d2391ddd383a49303")
}

// UnpackNotTheBridgehubError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheBridgehub(address caller)
func (chainTypeManager *ChainTypeManager) UnpackNotTheBridgehubError(raw []byte) (*ChainTypeManagerNotTheBridgehub, error) {
	out := new(ChainTypeManagerNotTheBridgehub)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "NotTheBridgehub", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerNotTheChainAdmin represents a NotTheChainAdmin error raised by the ChainTypeManager contract.
type ChainTypeManagerNotTheChainAdmin struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheChainAdmin(address caller)
func ChainTypeManagerNotTheChainAdminErrorID() common.Hash {
	return common.HexToHash("0xd24003838ad2badaa91daf4072cc6f25f136c4620087ad693018d9c500d8f168")
}

// UnpackNotTheChainAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheChainAdmin(address caller)
func (chainTypeManager *ChainTypeManager) UnpackNotTheChainAdminError(raw []byte) (*ChainTypeManagerNotTheChainAdmin, error) {
	out := new(ChainTypeManagerNotTheChainAdmin)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "NotTheChainAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the ChainTypeManager contract.
type ChainTypeManagerOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func ChainTypeManagerOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (chainTypeManager *ChainTypeManager) UnpackOwnableInvalidOwnerError(raw []byte) (*ChainTypeManagerOwnableInvalidOwner, error) {
	out := new(ChainTypeManagerOwnableInvalidOwner)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the ChainTypeManager contract.
type ChainTypeManagerOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func ChainTypeManagerOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (chainTypeManager *ChainTypeManager) UnpackOwnableUnauthorizedAccountError(raw []byte) (*ChainTypeManagerOwnableUnauthorizedAccount, error) {
	out := new(ChainTypeManagerOwnableUnauthorizedAccount)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the ChainTypeManager contract.
type ChainTypeManagerReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func ChainTypeManagerReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (chainTypeManager *ChainTypeManager) UnpackReentrancyGuardReentrantCallError(raw []byte) (*ChainTypeManagerReentrancyGuardReentrantCall, error) {
	out := new(ChainTypeManagerReentrancyGuardReentrantCall)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the ChainTypeManager contract.
type ChainTypeManagerUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func ChainTypeManagerUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (chainTypeManager *ChainTypeManager) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*ChainTypeManagerUUPSUnauthorizedCallContext, error) {
	out := new(ChainTypeManagerUUPSUnauthorizedCallContext)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the ChainTypeManager contract.
type ChainTypeManagerUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func ChainTypeManagerUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (chainTypeManager *ChainTypeManager) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*ChainTypeManagerUUPSUnsupportedProxiableUUID, error) {
	out := new(ChainTypeManagerUUPSUnsupportedProxiableUUID)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerUpgradeMismatch represents a UpgradeMismatch error raised by the ChainTypeManager contract.
type ChainTypeManagerUpgradeMismatch struct {
	Given      [32]byte
	Registered [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UpgradeMismatch(bytes32 given, bytes32 registered)
func ChainTypeManagerUpgradeMismatchErrorID() common.Hash {
	return common.HexToHash("0x7ce83339d94dcaf8953c8564d1480a0b1708e1462221a46cf1422fc6edb1ca6e")
}

// UnpackUpgradeMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UpgradeMismatch(bytes32 given, bytes32 registered)
func (chainTypeManager *ChainTypeManager) UnpackUpgradeMismatchError(raw []byte) (*ChainTypeManagerUpgradeMismatch, error) {
	out := new(ChainTypeManagerUpgradeMismatch)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "UpgradeMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerVersionExists represents a VersionExists error raised by the ChainTypeManager contract.
type ChainTypeManagerVersionExists struct {
	ProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VersionExists(uint256 protocolVersion)
func ChainTypeManagerVersionExistsErrorID() common.Hash {
	return common.HexToHash("0x00f38791d4d926e26d87364110d17e8ab29d7fa050eed79e5cd50c1d3889d76f")
}

// UnpackVersionExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VersionExists(uint256 protocolVersion)
func (chainTypeManager *ChainTypeManager) UnpackVersionExistsError(raw []byte) (*ChainTypeManagerVersionExists, error) {
	out := new(ChainTypeManagerVersionExists)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "VersionExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerVersionNotNewer represents a VersionNotNewer error raised by the ChainTypeManager contract.
type ChainTypeManagerVersionNotNewer struct {
	OldProtocolVersion *big.Int
	NewProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VersionNotNewer(uint256 oldProtocolVersion, uint256 newProtocolVersion)
func ChainTypeManagerVersionNotNewerErrorID() common.Hash {
	return common.HexToHash("0x09475c51fdb3bf8f8e87d28560ee955e250837db42a9cd1e0676c702c1b4cee5")
}

// UnpackVersionNotNewerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VersionNotNewer(uint256 oldProtocolVersion, uint256 newProtocolVersion)
func (chainTypeManager *ChainTypeManager) UnpackVersionNotNewerError(raw []byte) (*ChainTypeManagerVersionNotNewer, error) {
	out := new(ChainTypeManagerVersionNotNewer)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "VersionNotNewer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChainTypeManagerVersionUnknown represents a VersionUnknown error raised by the ChainTypeManager contract.
type ChainTypeManagerVersionUnknown struct {
	ProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VersionUnknown(uint256 protocolVersion)
func ChainTypeManagerVersionUnknownErrorID() common.Hash {
	return common.HexToHash("0x01c48369502184fa0b85db247814631a1ff9ca06e5dcdc7befe1e727c16c0482")
}

// UnpackVersionUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VersionUnknown(uint256 protocolVersion)
func (chainTypeManager *ChainTypeManager) UnpackVersionUnknownError(raw []byte) (*ChainTypeManagerVersionUnknown, error) {
	out := new(ChainTypeManagerVersionUnknown)
	if err := chainTypeManager.abi.UnpackIntoInterface(out, "VersionUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ComplexUpgraderMetaData contains all meta data concerning the ComplexUpgrader contract.
var ComplexUpgraderMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressHasNoCode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"delegateTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgrade\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "ComplexUpgrader",
}

// ComplexUpgrader is an auto generated Go binding around an Ethereum contract.
type ComplexUpgrader struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ComplexUpgrader) GetABI() abi.ABI {
	return c.abi
}

// NewComplexUpgrader creates a new instance of ComplexUpgrader.
func NewComplexUpgrader() *ComplexUpgrader {
	parsed, err := ComplexUpgraderMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ComplexUpgrader{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ComplexUpgrader) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUpgrade is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc987336c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgrade(address delegateTo, bytes data) payable returns()
func (complexUpgrader *ComplexUpgrader) PackUpgrade(delegateTo common.Address, data []byte) []byte {
	enc, err := complexUpgrader.abi.Pack("upgrade", delegateTo, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgrade is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc987336c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgrade(address delegateTo, bytes data) payable returns()
func (complexUpgrader *ComplexUpgrader) TryPackUpgrade(delegateTo common.Address, data []byte) ([]byte, error) {
	return complexUpgrader.abi.Pack("upgrade", delegateTo, data)
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (complexUpgrader *ComplexUpgrader) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], complexUpgrader.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return complexUpgrader.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], complexUpgrader.abi.Errors["AddressHasNoCode"].ID.Bytes()[:4]) {
		return complexUpgrader.UnpackAddressHasNoCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], complexUpgrader.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return complexUpgrader.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], complexUpgrader.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return complexUpgrader.UnpackUnauthorizedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ComplexUpgraderAddressEmptyCode represents a AddressEmptyCode error raised by the ComplexUpgrader contract.
type ComplexUpgraderAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func ComplexUpgraderAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (complexUpgrader *ComplexUpgrader) UnpackAddressEmptyCodeError(raw []byte) (*ComplexUpgraderAddressEmptyCode, error) {
	out := new(ComplexUpgraderAddressEmptyCode)
	if err := complexUpgrader.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ComplexUpgraderAddressHasNoCode represents a AddressHasNoCode error raised by the ComplexUpgrader contract.
type ComplexUpgraderAddressHasNoCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressHasNoCode(address target)
func ComplexUpgraderAddressHasNoCodeErrorID() common.Hash {
	return common.HexToHash("0x86bb51b8f6bde394c1b30a31bfdd1d7edb1b893e8ad29ab9f70897aad9c8c4f1")
}

// UnpackAddressHasNoCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressHasNoCode(address target)
func (complexUpgrader *ComplexUpgrader) UnpackAddressHasNoCodeError(raw []byte) (*ComplexUpgraderAddressHasNoCode, error) {
	out := new(ComplexUpgraderAddressHasNoCode)
	if err := complexUpgrader.abi.UnpackIntoInterface(out, "AddressHasNoCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ComplexUpgraderFailedCall represents a FailedCall error raised by the ComplexUpgrader contract.
type ComplexUpgraderFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func ComplexUpgraderFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (complexUpgrader *ComplexUpgrader) UnpackFailedCallError(raw []byte) (*ComplexUpgraderFailedCall, error) {
	out := new(ComplexUpgraderFailedCall)
	if err := complexUpgrader.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ComplexUpgraderUnauthorized represents a Unauthorized error raised by the ComplexUpgrader contract.
type ComplexUpgraderUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func ComplexUpgraderUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (complexUpgrader *ComplexUpgrader) UnpackUnauthorizedError(raw []byte) (*ComplexUpgraderUnauthorized, error) {
	out := new(ComplexUpgraderUnauthorized)
	if err := complexUpgrader.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterMetaData contains all meta data concerning the L1AssetRouter contract.
var L1AssetRouterMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"bridgehub\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"nullifier\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AlreadySet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"AssetIdNotSupported\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"MalformedData\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"NonZeroL2Value\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UnsupportedEncodingVersion\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgehubDepositBaseTokenInitiated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"txDataHash\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"bridgeMintCalldata\",\"type\":\"bytes\"}],\"name\":\"BridgehubDepositInitiated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"}],\"name\":\"ClaimedFailedDepositAssetRouter\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"}],\"name\":\"DepositFinalizedAssetRouter\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"nativeTokenVault\",\"type\":\"address\"}],\"name\":\"NativeTokenVaultSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"BRIDGE_HUB\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"L1_NULLIFIER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"assetHandlerAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"depositSender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"}],\"name\":\"bridgeRecoverFailedTransfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"depositSender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"l2TxHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"l2TxNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"bytes32[]\",\"name\":\"merkleProof\",\"type\":\"bytes32[]\"}],\"name\":\"bridgeRecoverFailedTransfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"txDataHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"txHash\",\"type\":\"bytes32\"}],\"name\":\"bridgehubConfirmL2Transaction\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"originalCaller\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"bridgehubDeposit\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"magicValue\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"l2Contract\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"l2Calldata\",\"type\":\"bytes\"},{\"internalType\":\"bytes[]\",\"name\":\"factoryDeps\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes32\",\"name\":\"txDataHash\",\"type\":\"bytes32\"}],\"internalType\":\"structL2TransactionRequestTwoBridgesInner\",\"name\":\"request\",\"type\":\"tuple\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"originalCaller\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"bridgehubDepositBaseToken\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"transferData\",\"type\":\"bytes\"}],\"name\":\"finalizeDeposit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"bridgeMintData\",\"type\":\"bytes\"}],\"name\":\"getDepositCalldata\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"}],\"name\":\"isWithdrawalFinalized\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"l2BridgeAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nativeTokenVault\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"}],\"name\":\"setNativeTokenVault\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"originalCaller\",\"type\":\"address\"}],\"name\":\"transferFundsToNTV\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "L1AssetRouter",
}

// L1AssetRouter is an auto generated Go binding around an Ethereum contract.
type L1AssetRouter struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L1AssetRouter) GetABI() abi.ABI {
	return c.abi
}

// NewL1AssetRouter creates a new instance of L1AssetRouter.
func NewL1AssetRouter() *L1AssetRouter {
	parsed, err := L1AssetRouterMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L1AssetRouter{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L1AssetRouter) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address bridgehub, address nullifier) returns()
func (l1AssetRouter *L1AssetRouter) PackConstructor(bridgehub common.Address, nullifier common.Address) []byte {
	enc, err := l1AssetRouter.abi.Pack("", bridgehub, nullifier)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (l1AssetRouter *L1AssetRouter) PackBRIDGEHUB() []byte {
	enc, err := l1AssetRouter.abi.Pack("BRIDGE_HUB")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackBRIDGEHUB() ([]byte, error) {
	return l1AssetRouter.abi.Pack("BRIDGE_HUB")
}

// UnpackBRIDGEHUB is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5d4edca7.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackBRIDGEHUB(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("BRIDGE_HUB", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1NULLIFIER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe60ccaba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_NULLIFIER() view returns(address)
func (l1AssetRouter *L1AssetRouter) PackL1NULLIFIER() []byte {
	enc, err := l1AssetRouter.abi.Pack("L1_NULLIFIER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1NULLIFIER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe60ccaba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_NULLIFIER() view returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackL1NULLIFIER() ([]byte, error) {
	return l1AssetRouter.abi.Pack("L1_NULLIFIER")
}

// UnpackL1NULLIFIER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe60ccaba.
//
// Solidity: function L1_NULLIFIER() view returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackL1NULLIFIER(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("L1_NULLIFIER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (l1AssetRouter *L1AssetRouter) PackAcceptOwnership() []byte {
	enc, err := l1AssetRouter.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (l1AssetRouter *L1AssetRouter) TryPackAcceptOwnership() ([]byte, error) {
	return l1AssetRouter.abi.Pack("acceptOwnership")
}

// PackAssetHandlerAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x53b9e632.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assetHandlerAddress(bytes32 assetId) view returns(address)
func (l1AssetRouter *L1AssetRouter) PackAssetHandlerAddress(assetId [32]byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("assetHandlerAddress", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssetHandlerAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x53b9e632.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assetHandlerAddress(bytes32 assetId) view returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackAssetHandlerAddress(assetId [32]byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("assetHandlerAddress", assetId)
}

// UnpackAssetHandlerAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x53b9e632.
//
// Solidity: function assetHandlerAddress(bytes32 assetId) view returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackAssetHandlerAddress(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("assetHandlerAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBridgeRecoverFailedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1346ca3b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, address depositSender, bytes32 assetId, bytes assetData) returns()
func (l1AssetRouter *L1AssetRouter) PackBridgeRecoverFailedTransfer(chainId *big.Int, depositSender common.Address, assetId [32]byte, assetData []byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("bridgeRecoverFailedTransfer", chainId, depositSender, assetId, assetData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeRecoverFailedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1346ca3b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, address depositSender, bytes32 assetId, bytes assetData) returns()
func (l1AssetRouter *L1AssetRouter) TryPackBridgeRecoverFailedTransfer(chainId *big.Int, depositSender common.Address, assetId [32]byte, assetData []byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("bridgeRecoverFailedTransfer", chainId, depositSender, assetId, assetData)
}

// PackBridgeRecoverFailedTransfer0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3601e63e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, address depositSender, bytes32 assetId, bytes assetData, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof) returns()
func (l1AssetRouter *L1AssetRouter) PackBridgeRecoverFailedTransfer0(chainId *big.Int, depositSender common.Address, assetId [32]byte, assetData []byte, l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("bridgeRecoverFailedTransfer0", chainId, depositSender, assetId, assetData, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeRecoverFailedTransfer0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3601e63e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, address depositSender, bytes32 assetId, bytes assetData, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof) returns()
func (l1AssetRouter *L1AssetRouter) TryPackBridgeRecoverFailedTransfer0(chainId *big.Int, depositSender common.Address, assetId [32]byte, assetData []byte, l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("bridgeRecoverFailedTransfer0", chainId, depositSender, assetId, assetData, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof)
}

// PackBridgehubConfirmL2Transaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8eb7db57.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgehubConfirmL2Transaction(uint256 chainId, bytes32 txDataHash, bytes32 txHash) returns()
func (l1AssetRouter *L1AssetRouter) PackBridgehubConfirmL2Transaction(chainId *big.Int, txDataHash [32]byte, txHash [32]byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("bridgehubConfirmL2Transaction", chainId, txDataHash, txHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgehubConfirmL2Transaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8eb7db57.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgehubConfirmL2Transaction(uint256 chainId, bytes32 txDataHash, bytes32 txHash) returns()
func (l1AssetRouter *L1AssetRouter) TryPackBridgehubConfirmL2Transaction(chainId *big.Int, txDataHash [32]byte, txHash [32]byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("bridgehubConfirmL2Transaction", chainId, txDataHash, txHash)
}

// PackBridgehubDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca408c23.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgehubDeposit(uint256 chainId, address originalCaller, uint256 value, bytes data) payable returns((bytes32,address,bytes,bytes[],bytes32) request)
func (l1AssetRouter *L1AssetRouter) PackBridgehubDeposit(chainId *big.Int, originalCaller common.Address, value *big.Int, data []byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("bridgehubDeposit", chainId, originalCaller, value, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgehubDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca408c23.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgehubDeposit(uint256 chainId, address originalCaller, uint256 value, bytes data) payable returns((bytes32,address,bytes,bytes[],bytes32) request)
func (l1AssetRouter *L1AssetRouter) TryPackBridgehubDeposit(chainId *big.Int, originalCaller common.Address, value *big.Int, data []byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("bridgehubDeposit", chainId, originalCaller, value, data)
}

// UnpackBridgehubDeposit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca408c23.
//
// Solidity: function bridgehubDeposit(uint256 chainId, address originalCaller, uint256 value, bytes data) payable returns((bytes32,address,bytes,bytes[],bytes32) request)
func (l1AssetRouter *L1AssetRouter) UnpackBridgehubDeposit(data []byte) (L2TransactionRequestTwoBridgesInner, error) {
	out, err := l1AssetRouter.abi.Unpack("bridgehubDeposit", data)
	if err != nil {
		return *new(L2TransactionRequestTwoBridgesInner), err
	}
	out0 := *abi.ConvertType(out[0], new(L2TransactionRequestTwoBridgesInner)).(*L2TransactionRequestTwoBridgesInner)
	return out0, nil
}

// PackBridgehubDepositBaseToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4879440.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgehubDepositBaseToken(uint256 chainId, bytes32 assetId, address originalCaller, uint256 amount) payable returns()
func (l1AssetRouter *L1AssetRouter) PackBridgehubDepositBaseToken(chainId *big.Int, assetId [32]byte, originalCaller common.Address, amount *big.Int) []byte {
	enc, err := l1AssetRouter.abi.Pack("bridgehubDepositBaseToken", chainId, assetId, originalCaller, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgehubDepositBaseToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4879440.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgehubDepositBaseToken(uint256 chainId, bytes32 assetId, address originalCaller, uint256 amount) payable returns()
func (l1AssetRouter *L1AssetRouter) TryPackBridgehubDepositBaseToken(chainId *big.Int, assetId [32]byte, originalCaller common.Address, amount *big.Int) ([]byte, error) {
	return l1AssetRouter.abi.Pack("bridgehubDepositBaseToken", chainId, assetId, originalCaller, amount)
}

// PackFinalizeDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c884fd1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes transferData) returns()
func (l1AssetRouter *L1AssetRouter) PackFinalizeDeposit(chainId *big.Int, assetId [32]byte, transferData []byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("finalizeDeposit", chainId, assetId, transferData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalizeDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c884fd1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes transferData) returns()
func (l1AssetRouter *L1AssetRouter) TryPackFinalizeDeposit(chainId *big.Int, assetId [32]byte, transferData []byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("finalizeDeposit", chainId, assetId, transferData)
}

// PackGetDepositCalldata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa81e15e7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getDepositCalldata(bytes32 assetId, bytes bridgeMintData) view returns(bytes)
func (l1AssetRouter *L1AssetRouter) PackGetDepositCalldata(assetId [32]byte, bridgeMintData []byte) []byte {
	enc, err := l1AssetRouter.abi.Pack("getDepositCalldata", assetId, bridgeMintData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetDepositCalldata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa81e15e7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getDepositCalldata(bytes32 assetId, bytes bridgeMintData) view returns(bytes)
func (l1AssetRouter *L1AssetRouter) TryPackGetDepositCalldata(assetId [32]byte, bridgeMintData []byte) ([]byte, error) {
	return l1AssetRouter.abi.Pack("getDepositCalldata", assetId, bridgeMintData)
}

// UnpackGetDepositCalldata is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa81e15e7.
//
// Solidity: function getDepositCalldata(bytes32 assetId, bytes bridgeMintData) view returns(bytes)
func (l1AssetRouter *L1AssetRouter) UnpackGetDepositCalldata(data []byte) ([]byte, error) {
	out, err := l1AssetRouter.abi.Unpack("getDepositCalldata", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_) returns()
func (l1AssetRouter *L1AssetRouter) PackInitialize(owner common.Address) []byte {
	enc, err := l1AssetRouter.abi.Pack("initialize", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_) returns()
func (l1AssetRouter *L1AssetRouter) TryPackInitialize(owner common.Address) ([]byte, error) {
	return l1AssetRouter.abi.Pack("initialize", owner)
}

// PackIsWithdrawalFinalized is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f31f052.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex) view returns(bool)
func (l1AssetRouter *L1AssetRouter) PackIsWithdrawalFinalized(chainId *big.Int, l2BatchNumber *big.Int, l2MessageIndex *big.Int) []byte {
	enc, err := l1AssetRouter.abi.Pack("isWithdrawalFinalized", chainId, l2BatchNumber, l2MessageIndex)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsWithdrawalFinalized is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f31f052.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex) view returns(bool)
func (l1AssetRouter *L1AssetRouter) TryPackIsWithdrawalFinalized(chainId *big.Int, l2BatchNumber *big.Int, l2MessageIndex *big.Int) ([]byte, error) {
	return l1AssetRouter.abi.Pack("isWithdrawalFinalized", chainId, l2BatchNumber, l2MessageIndex)
}

// UnpackIsWithdrawalFinalized is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f31f052.
//
// Solidity: function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex) view returns(bool)
func (l1AssetRouter *L1AssetRouter) UnpackIsWithdrawalFinalized(data []byte) (bool, error) {
	out, err := l1AssetRouter.abi.Unpack("isWithdrawalFinalized", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackL2BridgeAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07ee9355.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2BridgeAddress(uint256 ) pure returns(address)
func (l1AssetRouter *L1AssetRouter) PackL2BridgeAddress(arg0 *big.Int) []byte {
	enc, err := l1AssetRouter.abi.Pack("l2BridgeAddress", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2BridgeAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07ee9355.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2BridgeAddress(uint256 ) pure returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackL2BridgeAddress(arg0 *big.Int) ([]byte, error) {
	return l1AssetRouter.abi.Pack("l2BridgeAddress", arg0)
}

// UnpackL2BridgeAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x07ee9355.
//
// Solidity: function l2BridgeAddress(uint256 ) pure returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackL2BridgeAddress(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("l2BridgeAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackNativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64e130cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nativeTokenVault() view returns(address)
func (l1AssetRouter *L1AssetRouter) PackNativeTokenVault() []byte {
	enc, err := l1AssetRouter.abi.Pack("nativeTokenVault")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64e130cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nativeTokenVault() view returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackNativeTokenVault() ([]byte, error) {
	return l1AssetRouter.abi.Pack("nativeTokenVault")
}

// UnpackNativeTokenVault is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64e130cf.
//
// Solidity: function nativeTokenVault() view returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackNativeTokenVault(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("nativeTokenVault", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (l1AssetRouter *L1AssetRouter) PackOwner() []byte {
	enc, err := l1AssetRouter.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackOwner() ([]byte, error) {
	return l1AssetRouter.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackOwner(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (l1AssetRouter *L1AssetRouter) PackPause() []byte {
	enc, err := l1AssetRouter.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (l1AssetRouter *L1AssetRouter) TryPackPause() ([]byte, error) {
	return l1AssetRouter.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (l1AssetRouter *L1AssetRouter) PackPaused() []byte {
	enc, err := l1AssetRouter.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (l1AssetRouter *L1AssetRouter) TryPackPaused() ([]byte, error) {
	return l1AssetRouter.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (l1AssetRouter *L1AssetRouter) UnpackPaused(data []byte) (bool, error) {
	out, err := l1AssetRouter.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (l1AssetRouter *L1AssetRouter) PackPendingOwner() []byte {
	enc, err := l1AssetRouter.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (l1AssetRouter *L1AssetRouter) TryPackPendingOwner() ([]byte, error) {
	return l1AssetRouter.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (l1AssetRouter *L1AssetRouter) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := l1AssetRouter.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (l1AssetRouter *L1AssetRouter) PackRenounceOwnership() []byte {
	enc, err := l1AssetRouter.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (l1AssetRouter *L1AssetRouter) TryPackRenounceOwnership() ([]byte, error) {
	return l1AssetRouter.abi.Pack("renounceOwnership")
}

// PackSetNativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f3fa211.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setNativeTokenVault(address vault) returns()
func (l1AssetRouter *L1AssetRouter) PackSetNativeTokenVault(vault common.Address) []byte {
	enc, err := l1AssetRouter.abi.Pack("setNativeTokenVault", vault)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetNativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f3fa211.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setNativeTokenVault(address vault) returns()
func (l1AssetRouter *L1AssetRouter) TryPackSetNativeTokenVault(vault common.Address) ([]byte, error) {
	return l1AssetRouter.abi.Pack("setNativeTokenVault", vault)
}

// PackTransferFundsToNTV is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57d4ca5c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFundsToNTV(bytes32 assetId, uint256 amount, address originalCaller) returns(bool)
func (l1AssetRouter *L1AssetRouter) PackTransferFundsToNTV(assetId [32]byte, amount *big.Int, originalCaller common.Address) []byte {
	enc, err := l1AssetRouter.abi.Pack("transferFundsToNTV", assetId, amount, originalCaller)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFundsToNTV is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57d4ca5c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFundsToNTV(bytes32 assetId, uint256 amount, address originalCaller) returns(bool)
func (l1AssetRouter *L1AssetRouter) TryPackTransferFundsToNTV(assetId [32]byte, amount *big.Int, originalCaller common.Address) ([]byte, error) {
	return l1AssetRouter.abi.Pack("transferFundsToNTV", assetId, amount, originalCaller)
}

// UnpackTransferFundsToNTV is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x57d4ca5c.
//
// Solidity: function transferFundsToNTV(bytes32 assetId, uint256 amount, address originalCaller) returns(bool)
func (l1AssetRouter *L1AssetRouter) UnpackTransferFundsToNTV(data []byte) (bool, error) {
	out, err := l1AssetRouter.abi.Unpack("transferFundsToNTV", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (l1AssetRouter *L1AssetRouter) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := l1AssetRouter.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (l1AssetRouter *L1AssetRouter) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return l1AssetRouter.abi.Pack("transferOwnership", newOwner)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (l1AssetRouter *L1AssetRouter) PackUnpause() []byte {
	enc, err := l1AssetRouter.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (l1AssetRouter *L1AssetRouter) TryPackUnpause() ([]byte, error) {
	return l1AssetRouter.abi.Pack("unpause")
}

// L1AssetRouterBridgehubDepositBaseTokenInitiated represents a BridgehubDepositBaseTokenInitiated event raised by the L1AssetRouter contract.
type L1AssetRouterBridgehubDepositBaseTokenInitiated struct {
	ChainId *big.Int
	From    common.Address
	AssetId [32]byte
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterBridgehubDepositBaseTokenInitiatedEventName = "BridgehubDepositBaseTokenInitiated"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterBridgehubDepositBaseTokenInitiated) ContractEventName() string {
	return L1AssetRouterBridgehubDepositBaseTokenInitiatedEventName
}

// UnpackBridgehubDepositBaseTokenInitiatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgehubDepositBaseTokenInitiated(uint256 indexed chainId, address indexed from, bytes32 assetId, uint256 amount)
func (l1AssetRouter *L1AssetRouter) UnpackBridgehubDepositBaseTokenInitiatedEvent(log *types.Log) (*L1AssetRouterBridgehubDepositBaseTokenInitiated, error) {
	event := "BridgehubDepositBaseTokenInitiated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterBridgehubDepositBaseTokenInitiated)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterBridgehubDepositInitiated represents a BridgehubDepositInitiated event raised by the L1AssetRouter contract.
type L1AssetRouterBridgehubDepositInitiated struct {
	ChainId            *big.Int
	TxDataHash         [32]byte
	From               common.Address
	AssetId            [32]byte
	BridgeMintCalldata []byte
	Raw                *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterBridgehubDepositInitiatedEventName = "BridgehubDepositInitiated"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterBridgehubDepositInitiated) ContractEventName() string {
	return L1AssetRouterBridgehubDepositInitiatedEventName
}

// UnpackBridgehubDepositInitiatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgehubDepositInitiated(uint256 indexed chainId, bytes32 indexed txDataHash, address indexed from, bytes32 assetId, bytes bridgeMintCalldata)
func (l1AssetRouter *L1AssetRouter) UnpackBridgehubDepositInitiatedEvent(log *types.Log) (*L1AssetRouterBridgehubDepositInitiated, error) {
	event := "BridgehubDepositInitiated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterBridgehubDepositInitiated)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterClaimedFailedDepositAssetRouter represents a ClaimedFailedDepositAssetRouter event raised by the L1AssetRouter contract.
type L1AssetRouterClaimedFailedDepositAssetRouter struct {
	ChainId   *big.Int
	AssetId   [32]byte
	AssetData []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterClaimedFailedDepositAssetRouterEventName = "ClaimedFailedDepositAssetRouter"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterClaimedFailedDepositAssetRouter) ContractEventName() string {
	return L1AssetRouterClaimedFailedDepositAssetRouterEventName
}

// UnpackClaimedFailedDepositAssetRouterEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ClaimedFailedDepositAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData)
func (l1AssetRouter *L1AssetRouter) UnpackClaimedFailedDepositAssetRouterEvent(log *types.Log) (*L1AssetRouterClaimedFailedDepositAssetRouter, error) {
	event := "ClaimedFailedDepositAssetRouter"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterClaimedFailedDepositAssetRouter)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterDepositFinalizedAssetRouter represents a DepositFinalizedAssetRouter event raised by the L1AssetRouter contract.
type L1AssetRouterDepositFinalizedAssetRouter struct {
	ChainId   *big.Int
	AssetId   [32]byte
	AssetData []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterDepositFinalizedAssetRouterEventName = "DepositFinalizedAssetRouter"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterDepositFinalizedAssetRouter) ContractEventName() string {
	return L1AssetRouterDepositFinalizedAssetRouterEventName
}

// UnpackDepositFinalizedAssetRouterEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DepositFinalizedAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData)
func (l1AssetRouter *L1AssetRouter) UnpackDepositFinalizedAssetRouterEvent(log *types.Log) (*L1AssetRouterDepositFinalizedAssetRouter, error) {
	event := "DepositFinalizedAssetRouter"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterDepositFinalizedAssetRouter)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterInitialized represents a Initialized event raised by the L1AssetRouter contract.
type L1AssetRouterInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterInitialized) ContractEventName() string {
	return L1AssetRouterInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (l1AssetRouter *L1AssetRouter) UnpackInitializedEvent(log *types.Log) (*L1AssetRouterInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterInitialized)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterNativeTokenVaultSet represents a NativeTokenVaultSet event raised by the L1AssetRouter contract.
type L1AssetRouterNativeTokenVaultSet struct {
	NativeTokenVault common.Address
	Raw              *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterNativeTokenVaultSetEventName = "NativeTokenVaultSet"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterNativeTokenVaultSet) ContractEventName() string {
	return L1AssetRouterNativeTokenVaultSetEventName
}

// UnpackNativeTokenVaultSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NativeTokenVaultSet(address nativeTokenVault)
func (l1AssetRouter *L1AssetRouter) UnpackNativeTokenVaultSetEvent(log *types.Log) (*L1AssetRouterNativeTokenVaultSet, error) {
	event := "NativeTokenVaultSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterNativeTokenVaultSet)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the L1AssetRouter contract.
type L1AssetRouterOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterOwnershipTransferStarted) ContractEventName() string {
	return L1AssetRouterOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (l1AssetRouter *L1AssetRouter) UnpackOwnershipTransferStartedEvent(log *types.Log) (*L1AssetRouterOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterOwnershipTransferred represents a OwnershipTransferred event raised by the L1AssetRouter contract.
type L1AssetRouterOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterOwnershipTransferred) ContractEventName() string {
	return L1AssetRouterOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (l1AssetRouter *L1AssetRouter) UnpackOwnershipTransferredEvent(log *types.Log) (*L1AssetRouterOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterPaused represents a Paused event raised by the L1AssetRouter contract.
type L1AssetRouterPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterPaused) ContractEventName() string {
	return L1AssetRouterPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (l1AssetRouter *L1AssetRouter) UnpackPausedEvent(log *types.Log) (*L1AssetRouterPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterPaused)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1AssetRouterUnpaused represents a Unpaused event raised by the L1AssetRouter contract.
type L1AssetRouterUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1AssetRouterUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (L1AssetRouterUnpaused) ContractEventName() string {
	return L1AssetRouterUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (l1AssetRouter *L1AssetRouter) UnpackUnpausedEvent(log *types.Log) (*L1AssetRouterUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1AssetRouterUnpaused)
	if len(log.Data) > 0 {
		if err := l1AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l1AssetRouter *L1AssetRouter) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["AlreadySet"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["AssetIdNotSupported"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackAssetIdNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["MalformedData"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackMalformedDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["NonZeroL2Value"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackNonZeroL2ValueError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackUnauthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["UnsupportedEncodingVersion"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackUnsupportedEncodingVersionError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1AssetRouter.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return l1AssetRouter.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L1AssetRouterAlreadySet represents a AlreadySet error raised by the L1AssetRouter contract.
type L1AssetRouterAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadySet()
func L1AssetRouterAlreadySetErrorID() common.Hash {
	return common.HexToHash("0xa741a0456e52b90bd22850f10558d4a38cdc2876b51fbd4ffc1b587676dbc61c")
}

// UnpackAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadySet()
func (l1AssetRouter *L1AssetRouter) UnpackAlreadySetError(raw []byte) (*L1AssetRouterAlreadySet, error) {
	out := new(L1AssetRouterAlreadySet)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "AlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterAssetIdNotSupported represents a AssetIdNotSupported error raised by the L1AssetRouter contract.
type L1AssetRouterAssetIdNotSupported struct {
	AssetId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func L1AssetRouterAssetIdNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x04a0b7e9cdc2efedbbe7dcbf9d2a639244bcc10f2ba0bd24c16fb8200b4fb732")
}

// UnpackAssetIdNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func (l1AssetRouter *L1AssetRouter) UnpackAssetIdNotSupportedError(raw []byte) (*L1AssetRouterAssetIdNotSupported, error) {
	out := new(L1AssetRouterAssetIdNotSupported)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "AssetIdNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterEnforcedPause represents a EnforcedPause error raised by the L1AssetRouter contract.
type L1AssetRouterEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func L1AssetRouterEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (l1AssetRouter *L1AssetRouter) UnpackEnforcedPauseError(raw []byte) (*L1AssetRouterEnforcedPause, error) {
	out := new(L1AssetRouterEnforcedPause)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterExpectedPause represents a ExpectedPause error raised by the L1AssetRouter contract.
type L1AssetRouterExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func L1AssetRouterExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (l1AssetRouter *L1AssetRouter) UnpackExpectedPauseError(raw []byte) (*L1AssetRouterExpectedPause, error) {
	out := new(L1AssetRouterExpectedPause)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterInvalidInitialization represents a InvalidInitialization error raised by the L1AssetRouter contract.
type L1AssetRouterInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func L1AssetRouterInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (l1AssetRouter *L1AssetRouter) UnpackInvalidInitializationError(raw []byte) (*L1AssetRouterInvalidInitialization, error) {
	out := new(L1AssetRouterInvalidInitialization)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterMalformedData represents a MalformedData error raised by the L1AssetRouter contract.
type L1AssetRouterMalformedData struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MalformedData(uint256 length)
func L1AssetRouterMalformedDataErrorID() common.Hash {
	return common.HexToHash("0x84027694593258652c3080c8cdbab666b33cdc8ddc761b33a7401a41b8b25898")
}

// UnpackMalformedDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MalformedData(uint256 length)
func (l1AssetRouter *L1AssetRouter) UnpackMalformedDataError(raw []byte) (*L1AssetRouterMalformedData, error) {
	out := new(L1AssetRouterMalformedData)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "MalformedData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterNonZeroL2Value represents a NonZeroL2Value error raised by the L1AssetRouter contract.
type L1AssetRouterNonZeroL2Value struct {
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NonZeroL2Value(uint256 value)
func L1AssetRouterNonZeroL2ValueErrorID() common.Hash {
	return common.HexToHash("0x33f1f88cc0ae5ac0c799534ca0b24b579180068c24f03019334df5ec15a1e95c")
}

// UnpackNonZeroL2ValueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NonZeroL2Value(uint256 value)
func (l1AssetRouter *L1AssetRouter) UnpackNonZeroL2ValueError(raw []byte) (*L1AssetRouterNonZeroL2Value, error) {
	out := new(L1AssetRouterNonZeroL2Value)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "NonZeroL2Value", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterNotInitializing represents a NotInitializing error raised by the L1AssetRouter contract.
type L1AssetRouterNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func L1AssetRouterNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (l1AssetRouter *L1AssetRouter) UnpackNotInitializingError(raw []byte) (*L1AssetRouterNotInitializing, error) {
	out := new(L1AssetRouterNotInitializing)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the L1AssetRouter contract.
type L1AssetRouterOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func L1AssetRouterOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (l1AssetRouter *L1AssetRouter) UnpackOwnableInvalidOwnerError(raw []byte) (*L1AssetRouterOwnableInvalidOwner, error) {
	out := new(L1AssetRouterOwnableInvalidOwner)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the L1AssetRouter contract.
type L1AssetRouterOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func L1AssetRouterOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (l1AssetRouter *L1AssetRouter) UnpackOwnableUnauthorizedAccountError(raw []byte) (*L1AssetRouterOwnableUnauthorizedAccount, error) {
	out := new(L1AssetRouterOwnableUnauthorizedAccount)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the L1AssetRouter contract.
type L1AssetRouterReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func L1AssetRouterReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (l1AssetRouter *L1AssetRouter) UnpackReentrancyGuardReentrantCallError(raw []byte) (*L1AssetRouterReentrancyGuardReentrantCall, error) {
	out := new(L1AssetRouterReentrancyGuardReentrantCall)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the L1AssetRouter contract.
type L1AssetRouterSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func L1AssetRouterSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (l1AssetRouter *L1AssetRouter) UnpackSafeERC20FailedOperationError(raw []byte) (*L1AssetRouterSafeERC20FailedOperation, error) {
	out := new(L1AssetRouterSafeERC20FailedOperation)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterUnauthorized represents a Unauthorized error raised by the L1AssetRouter contract.
type L1AssetRouterUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func L1AssetRouterUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (l1AssetRouter *L1AssetRouter) UnpackUnauthorizedError(raw []byte) (*L1AssetRouterUnauthorized, error) {
	out := new(L1AssetRouterUnauthorized)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterUnsupportedEncodingVersion represents a UnsupportedEncodingVersion error raised by the L1AssetRouter contract.
type L1AssetRouterUnsupportedEncodingVersion struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnsupportedEncodingVersion()
func L1AssetRouterUnsupportedEncodingVersionErrorID() common.Hash {
	return common.HexToHash("0x084a1449c52a59f14ae63a44339e49638052c98e936ea2665e600a19d04543b5")
}

// UnpackUnsupportedEncodingVersionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnsupportedEncodingVersion()
func (l1AssetRouter *L1AssetRouter) UnpackUnsupportedEncodingVersionError(raw []byte) (*L1AssetRouterUnsupportedEncodingVersion, error) {
	out := new(L1AssetRouterUnsupportedEncodingVersion)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "UnsupportedEncodingVersion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1AssetRouterZeroAddress represents a ZeroAddress error raised by the L1AssetRouter contract.
type L1AssetRouterZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func L1AssetRouterZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (l1AssetRouter *L1AssetRouter) UnpackZeroAddressError(raw []byte) (*L1AssetRouterZeroAddress, error) {
	out := new(L1AssetRouterZeroAddress)
	if err := l1AssetRouter.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MessengerMetaData contains all meta data concerning the L1Messenger contract.
var L1MessengerMetaData = bind.MetaData{
	ABI: "[{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"message\",\"type\":\"bytes\"}],\"name\":\"L1MessageSent\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"message\",\"type\":\"bytes\"}],\"name\":\"sendToL1\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "L1Messenger",
}

// L1Messenger is an auto generated Go binding around an Ethereum contract.
type L1Messenger struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L1Messenger) GetABI() abi.ABI {
	return c.abi
}

// NewL1Messenger creates a new instance of L1Messenger.
func NewL1Messenger() *L1Messenger {
	parsed, err := L1MessengerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L1Messenger{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L1Messenger) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackSendToL1 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62f84b24.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sendToL1(bytes message) returns(bytes32 hash)
func (l1Messenger *L1Messenger) PackSendToL1(message []byte) []byte {
	enc, err := l1Messenger.abi.Pack("sendToL1", message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSendToL1 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62f84b24.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sendToL1(bytes message) returns(bytes32 hash)
func (l1Messenger *L1Messenger) TryPackSendToL1(message []byte) ([]byte, error) {
	return l1Messenger.abi.Pack("sendToL1", message)
}

// UnpackSendToL1 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x62f84b24.
//
// Solidity: function sendToL1(bytes message) returns(bytes32 hash)
func (l1Messenger *L1Messenger) UnpackSendToL1(data []byte) ([32]byte, error) {
	out, err := l1Messenger.abi.Unpack("sendToL1", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// L1MessengerL1MessageSent represents a L1MessageSent event raised by the L1Messenger contract.
type L1MessengerL1MessageSent struct {
	Sender  common.Address
	Hash    [32]byte
	Message []byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1MessengerL1MessageSentEventName = "L1MessageSent"

// ContractEventName returns the user-defined event name.
func (L1MessengerL1MessageSent) ContractEventName() string {
	return L1MessengerL1MessageSentEventName
}

// UnpackL1MessageSentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event L1MessageSent(address indexed sender, bytes32 indexed hash, bytes message)
func (l1Messenger *L1Messenger) UnpackL1MessageSentEvent(log *types.Log) (*L1MessengerL1MessageSent, error) {
	event := "L1MessageSent"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1MessengerL1MessageSent)
	if len(log.Data) > 0 {
		if err := l1Messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Messenger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NativeTokenVaultMetaData contains all meta data concerning the L1NativeTokenVault contract.
var L1NativeTokenVaultMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"assetRouter\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"nullifier\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"expected\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"supplied\",\"type\":\"address\"}],\"name\":\"AddressMismatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"AmountMustBeGreaterThanZero\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"supplied\",\"type\":\"bytes32\"}],\"name\":\"AssetIdMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"AssetIdNotSupported\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"InsufficientChainBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"MalformedData\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"originChainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"OriginMustRegister\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenAlreadyRegistered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenNotSupported\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"received\",\"type\":\"uint256\"}],\"name\":\"TokensWithFeesNotSupported\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes1\",\"name\":\"version\",\"type\":\"bytes1\"}],\"name\":\"UnsupportedMetadataVersion\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"actual\",\"type\":\"uint256\"}],\"name\":\"ValueMismatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgeBurn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgeMint\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"originChainId\",\"type\":\"uint256\"}],\"name\":\"TokenRegistered\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ASSET_ROUTER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"L1_CHAIN_ID\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"L1_NULLIFIER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"assetId\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"originalCaller\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"bridgeBurn\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"bridgeMint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"depositSender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"bridgeRecoverFailedTransfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bridgedTokenBeacon\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenOriginChainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"originToken\",\"type\":\"address\"}],\"name\":\"calculateCreate2TokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"chainBalance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"metadata\",\"type\":\"bytes\"}],\"name\":\"decodeMetadata\",\"outputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"originChainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"name\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"symbol\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"decimals\",\"type\":\"bytes\"}],\"internalType\":\"structAssetData.Metadata\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nativeToken\",\"type\":\"address\"}],\"name\":\"ensureTokenIsRegistered\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenOriginChainId\",\"type\":\"uint256\"}],\"name\":\"getERC20Getters\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"originalCaller\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"lockBaseToken\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"originChainId\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nativeToken\",\"type\":\"address\"}],\"name\":\"registerToken\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"tokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"burnData\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"expectedAssetId\",\"type\":\"bytes32\"}],\"name\":\"tryRegisterTokenFromBurnData\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "L1NativeTokenVault",
}

// L1NativeTokenVault is an auto generated Go binding around an Ethereum contract.
type L1NativeTokenVault struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L1NativeTokenVault) GetABI() abi.ABI {
	return c.abi
}

// NewL1NativeTokenVault creates a new instance of L1NativeTokenVault.
func NewL1NativeTokenVault() *L1NativeTokenVault {
	parsed, err := L1NativeTokenVaultMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L1NativeTokenVault{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L1NativeTokenVault) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address assetRouter, address nullifier) returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackConstructor(assetRouter common.Address, nullifier common.Address) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("", assetRouter, nullifier)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackASSETROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6a70bbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ASSET_ROUTER() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) PackASSETROUTER() []byte {
	enc, err := l1NativeTokenVault.abi.Pack("ASSET_ROUTER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackASSETROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6a70bbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ASSET_ROUTER() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackASSETROUTER() ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("ASSET_ROUTER")
}

// UnpackASSETROUTER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc6a70bbb.
//
// Solidity: function ASSET_ROUTER() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackASSETROUTER(data []byte) (common.Address, error) {
	out, err := l1NativeTokenVault.abi.Unpack("ASSET_ROUTER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) PackL1CHAINID() []byte {
	enc, err := l1NativeTokenVault.abi.Pack("L1_CHAIN_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackL1CHAINID() ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("L1_CHAIN_ID")
}

// UnpackL1CHAINID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2f90b184.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackL1CHAINID(data []byte) (*big.Int, error) {
	out, err := l1NativeTokenVault.abi.Unpack("L1_CHAIN_ID", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackL1NULLIFIER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe60ccaba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_NULLIFIER() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) PackL1NULLIFIER() []byte {
	enc, err := l1NativeTokenVault.abi.Pack("L1_NULLIFIER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1NULLIFIER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe60ccaba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_NULLIFIER() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackL1NULLIFIER() ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("L1_NULLIFIER")
}

// UnpackL1NULLIFIER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe60ccaba.
//
// Solidity: function L1_NULLIFIER() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackL1NULLIFIER(data []byte) (common.Address, error) {
	out, err := l1NativeTokenVault.abi.Unpack("L1_NULLIFIER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd3f60df.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assetId(address token) view returns(bytes32)
func (l1NativeTokenVault *L1NativeTokenVault) PackAssetId(token common.Address) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("assetId", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd3f60df.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assetId(address token) view returns(bytes32)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackAssetId(token common.Address) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("assetId", token)
}

// UnpackAssetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfd3f60df.
//
// Solidity: function assetId(address token) view returns(bytes32)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackAssetId(data []byte) ([32]byte, error) {
	out, err := l1NativeTokenVault.abi.Unpack("assetId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBridgeBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79d2e574.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes data) payable returns(bytes)
func (l1NativeTokenVault *L1NativeTokenVault) PackBridgeBurn(chainId *big.Int, id [32]byte, originalCaller common.Address, data []byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("bridgeBurn", chainId, id, originalCaller, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79d2e574.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes data) payable returns(bytes)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackBridgeBurn(chainId *big.Int, id [32]byte, originalCaller common.Address, data []byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("bridgeBurn", chainId, id, originalCaller, data)
}

// UnpackBridgeBurn is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x79d2e574.
//
// Solidity: function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes data) payable returns(bytes)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackBridgeBurn(data []byte) ([]byte, error) {
	out, err := l1NativeTokenVault.abi.Unpack("bridgeBurn", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackBridgeMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36ba0355.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeMint(uint256 chainId, bytes32 id, bytes data) returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackBridgeMint(chainId *big.Int, id [32]byte, data []byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("bridgeMint", chainId, id, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36ba0355.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeMint(uint256 chainId, bytes32 id, bytes data) returns()
func (l1NativeTokenVault *L1NativeTokenVault) TryPackBridgeMint(chainId *big.Int, id [32]byte, data []byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("bridgeMint", chainId, id, data)
}

// PackBridgeRecoverFailedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd110baac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, bytes32 id, address depositSender, uint256 amount) returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackBridgeRecoverFailedTransfer(chainId *big.Int, id [32]byte, depositSender common.Address, amount *big.Int) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("bridgeRecoverFailedTransfer", chainId, id, depositSender, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeRecoverFailedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd110baac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, bytes32 id, address depositSender, uint256 amount) returns()
func (l1NativeTokenVault *L1NativeTokenVault) TryPackBridgeRecoverFailedTransfer(chainId *big.Int, id [32]byte, depositSender common.Address, amount *big.Int) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("bridgeRecoverFailedTransfer", chainId, id, depositSender, amount)
}

// PackBridgedTokenBeacon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2d44246.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgedTokenBeacon() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) PackBridgedTokenBeacon() []byte {
	enc, err := l1NativeTokenVault.abi.Pack("bridgedTokenBeacon")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgedTokenBeacon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2d44246.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgedTokenBeacon() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackBridgedTokenBeacon() ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("bridgedTokenBeacon")
}

// UnpackBridgedTokenBeacon is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf2d44246.
//
// Solidity: function bridgedTokenBeacon() view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackBridgedTokenBeacon(data []byte) (common.Address, error) {
	out, err := l1NativeTokenVault.abi.Unpack("bridgedTokenBeacon", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCalculateCreate2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc487412c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken) view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) PackCalculateCreate2TokenAddress(tokenOriginChainId *big.Int, originToken common.Address) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("calculateCreate2TokenAddress", tokenOriginChainId, originToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCalculateCreate2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc487412c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken) view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackCalculateCreate2TokenAddress(tokenOriginChainId *big.Int, originToken common.Address) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("calculateCreate2TokenAddress", tokenOriginChainId, originToken)
}

// UnpackCalculateCreate2TokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc487412c.
//
// Solidity: function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken) view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackCalculateCreate2TokenAddress(data []byte) (common.Address, error) {
	out, err := l1NativeTokenVault.abi.Unpack("calculateCreate2TokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackChainBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3345359b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainBalance(uint256 chainId, bytes32 assetId) view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) PackChainBalance(chainId *big.Int, assetId [32]byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("chainBalance", chainId, assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3345359b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainBalance(uint256 chainId, bytes32 assetId) view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackChainBalance(chainId *big.Int, assetId [32]byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("chainBalance", chainId, assetId)
}

// UnpackChainBalance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3345359b.
//
// Solidity: function chainBalance(uint256 chainId, bytes32 assetId) view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackChainBalance(data []byte) (*big.Int, error) {
	out, err := l1NativeTokenVault.abi.Unpack("chainBalance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecodeMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce2c12f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decodeMetadata(bytes metadata) pure returns((uint256,bytes,bytes,bytes))
func (l1NativeTokenVault *L1NativeTokenVault) PackDecodeMetadata(metadata []byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("decodeMetadata", metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecodeMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce2c12f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decodeMetadata(bytes metadata) pure returns((uint256,bytes,bytes,bytes))
func (l1NativeTokenVault *L1NativeTokenVault) TryPackDecodeMetadata(metadata []byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("decodeMetadata", metadata)
}

// UnpackDecodeMetadata is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce2c12f8.
//
// Solidity: function decodeMetadata(bytes metadata) pure returns((uint256,bytes,bytes,bytes))
func (l1NativeTokenVault *L1NativeTokenVault) UnpackDecodeMetadata(data []byte) (AssetDataMetadata, error) {
	out, err := l1NativeTokenVault.abi.Unpack("decodeMetadata", data)
	if err != nil {
		return *new(AssetDataMetadata), err
	}
	out0 := *abi.ConvertType(out[0], new(AssetDataMetadata)).(*AssetDataMetadata)
	return out0, nil
}

// PackEnsureTokenIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19a2a285.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ensureTokenIsRegistered(address nativeToken) returns(bytes32 id)
func (l1NativeTokenVault *L1NativeTokenVault) PackEnsureTokenIsRegistered(nativeToken common.Address) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("ensureTokenIsRegistered", nativeToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnsureTokenIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19a2a285.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ensureTokenIsRegistered(address nativeToken) returns(bytes32 id)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackEnsureTokenIsRegistered(nativeToken common.Address) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("ensureTokenIsRegistered", nativeToken)
}

// UnpackEnsureTokenIsRegistered is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x19a2a285.
//
// Solidity: function ensureTokenIsRegistered(address nativeToken) returns(bytes32 id)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackEnsureTokenIsRegistered(data []byte) ([32]byte, error) {
	out, err := l1NativeTokenVault.abi.Unpack("ensureTokenIsRegistered", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetERC20Getters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7236d16.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getERC20Getters(address token, uint256 tokenOriginChainId) view returns(bytes)
func (l1NativeTokenVault *L1NativeTokenVault) PackGetERC20Getters(token common.Address, tokenOriginChainId *big.Int) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("getERC20Getters", token, tokenOriginChainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetERC20Getters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7236d16.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getERC20Getters(address token, uint256 tokenOriginChainId) view returns(bytes)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackGetERC20Getters(token common.Address, tokenOriginChainId *big.Int) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("getERC20Getters", token, tokenOriginChainId)
}

// UnpackGetERC20Getters is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa7236d16.
//
// Solidity: function getERC20Getters(address token, uint256 tokenOriginChainId) view returns(bytes)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackGetERC20Getters(data []byte) ([]byte, error) {
	out, err := l1NativeTokenVault.abi.Unpack("getERC20Getters", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address beacon) returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackInitialize(beacon common.Address) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("initialize", beacon)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address beacon) returns()
func (l1NativeTokenVault *L1NativeTokenVault) TryPackInitialize(beacon common.Address) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("initialize", beacon)
}

// PackLockBaseToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2715249.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lockBaseToken(uint256 chainId, bytes32 id, address originalCaller, uint256 amount) payable returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackLockBaseToken(chainId *big.Int, id [32]byte, originalCaller common.Address, amount *big.Int) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("lockBaseToken", chainId, id, originalCaller, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLockBaseToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2715249.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lockBaseToken(uint256 chainId, bytes32 id, address originalCaller, uint256 amount) payable returns()
func (l1NativeTokenVault *L1NativeTokenVault) TryPackLockBaseToken(chainId *big.Int, id [32]byte, originalCaller common.Address, amount *big.Int) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("lockBaseToken", chainId, id, originalCaller, amount)
}

// PackOriginChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f3455b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function originChainId(bytes32 assetId) view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) PackOriginChainId(assetId [32]byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("originChainId", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOriginChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f3455b5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function originChainId(bytes32 assetId) view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackOriginChainId(assetId [32]byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("originChainId", assetId)
}

// UnpackOriginChainId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5f3455b5.
//
// Solidity: function originChainId(bytes32 assetId) view returns(uint256)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackOriginChainId(data []byte) (*big.Int, error) {
	out, err := l1NativeTokenVault.abi.Unpack("originChainId", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegisterToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09824a80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerToken(address nativeToken) returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackRegisterToken(nativeToken common.Address) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("registerToken", nativeToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09824a80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerToken(address nativeToken) returns()
func (l1NativeTokenVault *L1NativeTokenVault) TryPackRegisterToken(nativeToken common.Address) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("registerToken", nativeToken)
}

// PackTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97bb3ce9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenAddress(bytes32 assetId) view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) PackTokenAddress(assetId [32]byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("tokenAddress", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97bb3ce9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenAddress(bytes32 assetId) view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) TryPackTokenAddress(assetId [32]byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("tokenAddress", assetId)
}

// UnpackTokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x97bb3ce9.
//
// Solidity: function tokenAddress(bytes32 assetId) view returns(address)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackTokenAddress(data []byte) (common.Address, error) {
	out, err := l1NativeTokenVault.abi.Unpack("tokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTryRegisterTokenFromBurnData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49b40853.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tryRegisterTokenFromBurnData(bytes burnData, bytes32 expectedAssetId) returns()
func (l1NativeTokenVault *L1NativeTokenVault) PackTryRegisterTokenFromBurnData(burnData []byte, expectedAssetId [32]byte) []byte {
	enc, err := l1NativeTokenVault.abi.Pack("tryRegisterTokenFromBurnData", burnData, expectedAssetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTryRegisterTokenFromBurnData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49b40853.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tryRegisterTokenFromBurnData(bytes burnData, bytes32 expectedAssetId) returns()
func (l1NativeTokenVault *L1NativeTokenVault) TryPackTryRegisterTokenFromBurnData(burnData []byte, expectedAssetId [32]byte) ([]byte, error) {
	return l1NativeTokenVault.abi.Pack("tryRegisterTokenFromBurnData", burnData, expectedAssetId)
}

// L1NativeTokenVaultBridgeBurn represents a BridgeBurn event raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultBridgeBurn struct {
	ChainId  *big.Int
	AssetId  [32]byte
	Sender   common.Address
	Receiver common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const L1NativeTokenVaultBridgeBurnEventName = "BridgeBurn"

// ContractEventName returns the user-defined event name.
func (L1NativeTokenVaultBridgeBurn) ContractEventName() string {
	return L1NativeTokenVaultBridgeBurnEventName
}

// UnpackBridgeBurnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeBurn(uint256 indexed chainId, bytes32 indexed assetId, address indexed sender, address receiver, uint256 amount)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackBridgeBurnEvent(log *types.Log) (*L1NativeTokenVaultBridgeBurn, error) {
	event := "BridgeBurn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NativeTokenVaultBridgeBurn)
	if len(log.Data) > 0 {
		if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NativeTokenVaultBridgeMint represents a BridgeMint event raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultBridgeMint struct {
	ChainId  *big.Int
	AssetId  [32]byte
	Receiver common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const L1NativeTokenVaultBridgeMintEventName = "BridgeMint"

// ContractEventName returns the user-defined event name.
func (L1NativeTokenVaultBridgeMint) ContractEventName() string {
	return L1NativeTokenVaultBridgeMintEventName
}

// UnpackBridgeMintEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeMint(uint256 indexed chainId, bytes32 indexed assetId, address receiver, uint256 amount)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackBridgeMintEvent(log *types.Log) (*L1NativeTokenVaultBridgeMint, error) {
	event := "BridgeMint"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NativeTokenVaultBridgeMint)
	if len(log.Data) > 0 {
		if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NativeTokenVaultInitialized represents a Initialized event raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1NativeTokenVaultInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (L1NativeTokenVaultInitialized) ContractEventName() string {
	return L1NativeTokenVaultInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackInitializedEvent(log *types.Log) (*L1NativeTokenVaultInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NativeTokenVaultInitialized)
	if len(log.Data) > 0 {
		if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NativeTokenVaultTokenRegistered represents a TokenRegistered event raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultTokenRegistered struct {
	Token         common.Address
	AssetId       [32]byte
	OriginChainId *big.Int
	Raw           *types.Log // Blockchain specific contextual infos
}

const L1NativeTokenVaultTokenRegisteredEventName = "TokenRegistered"

// ContractEventName returns the user-defined event name.
func (L1NativeTokenVaultTokenRegistered) ContractEventName() string {
	return L1NativeTokenVaultTokenRegisteredEventName
}

// UnpackTokenRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TokenRegistered(address indexed token, bytes32 indexed assetId, uint256 originChainId)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackTokenRegisteredEvent(log *types.Log) (*L1NativeTokenVaultTokenRegistered, error) {
	event := "TokenRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NativeTokenVaultTokenRegistered)
	if len(log.Data) > 0 {
		if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l1NativeTokenVault *L1NativeTokenVault) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["AddressMismatch"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackAddressMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["AmountMustBeGreaterThanZero"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackAmountMustBeGreaterThanZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["AssetIdMismatch"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackAssetIdMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["AssetIdNotSupported"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackAssetIdNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["Create2EmptyBytecode"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackCreate2EmptyBytecodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["InsufficientChainBalance"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackInsufficientChainBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["MalformedData"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackMalformedDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["OriginMustRegister"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackOriginMustRegisterError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["TokenAlreadyRegistered"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackTokenAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["TokenNotSupported"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackTokenNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["TokensWithFeesNotSupported"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackTokensWithFeesNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackUnauthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["UnsupportedMetadataVersion"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackUnsupportedMetadataVersionError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["ValueMismatch"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackValueMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1NativeTokenVault.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return l1NativeTokenVault.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L1NativeTokenVaultAddressMismatch represents a AddressMismatch error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultAddressMismatch struct {
	Expected common.Address
	Supplied common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressMismatch(address expected, address supplied)
func L1NativeTokenVaultAddressMismatchErrorID() common.Hash {
	return common.HexToHash("0x1f73225fad09fbcecc8259cb4e82aee5cf8f34f66d1850e16d395013c1e4bdf8")
}

// UnpackAddressMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressMismatch(address expected, address supplied)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackAddressMismatchError(raw []byte) (*L1NativeTokenVaultAddressMismatch, error) {
	out := new(L1NativeTokenVaultAddressMismatch)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "AddressMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultAmountMustBeGreaterThanZero represents a AmountMustBeGreaterThanZero error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultAmountMustBeGreaterThanZero struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AmountMustBeGreaterThanZero()
func L1NativeTokenVaultAmountMustBeGreaterThanZeroErrorID() common.Hash {
	return common.HexToHash("0x5e85ae73eb8c49c612cf8b43492a731ba63766ea3a56ba10e2fb93b5bd5da7bb")
}

// UnpackAmountMustBeGreaterThanZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AmountMustBeGreaterThanZero()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackAmountMustBeGreaterThanZeroError(raw []byte) (*L1NativeTokenVaultAmountMustBeGreaterThanZero, error) {
	out := new(L1NativeTokenVaultAmountMustBeGreaterThanZero)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "AmountMustBeGreaterThanZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultAssetIdMismatch represents a AssetIdMismatch error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultAssetIdMismatch struct {
	Expected [32]byte
	Supplied [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdMismatch(bytes32 expected, bytes32 supplied)
func L1NativeTokenVaultAssetIdMismatchErrorID() common.Hash {
	return common.HexToHash("0x1294e9e13e3ae4285c3a7d0da609c12ae337d5d3ba75491c4738ec13767fbe16")
}

// UnpackAssetIdMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdMismatch(bytes32 expected, bytes32 supplied)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackAssetIdMismatchError(raw []byte) (*L1NativeTokenVaultAssetIdMismatch, error) {
	out := new(L1NativeTokenVaultAssetIdMismatch)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "AssetIdMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultAssetIdNotSupported represents a AssetIdNotSupported error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultAssetIdNotSupported struct {
	AssetId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func L1NativeTokenVaultAssetIdNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x04a0b7e9cdc2efedbbe7dcbf9d2a639244bcc10f2ba0bd24c16fb8200b4fb732")
}

// UnpackAssetIdNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackAssetIdNotSupportedError(raw []byte) (*L1NativeTokenVaultAssetIdNotSupported, error) {
	out := new(L1NativeTokenVaultAssetIdNotSupported)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "AssetIdNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultCreate2EmptyBytecode represents a Create2EmptyBytecode error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultCreate2EmptyBytecode struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Create2EmptyBytecode()
func L1NativeTokenVaultCreate2EmptyBytecodeErrorID() common.Hash {
	return common.HexToHash("0x4ca249dcffe41558ef8b961d71c905e4fa4317a1663f377b9610642e4e0abdb6")
}

// UnpackCreate2EmptyBytecodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Create2EmptyBytecode()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackCreate2EmptyBytecodeError(raw []byte) (*L1NativeTokenVaultCreate2EmptyBytecode, error) {
	out := new(L1NativeTokenVaultCreate2EmptyBytecode)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "Create2EmptyBytecode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultFailedCall represents a FailedCall error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func L1NativeTokenVaultFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackFailedCallError(raw []byte) (*L1NativeTokenVaultFailedCall, error) {
	out := new(L1NativeTokenVaultFailedCall)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultFailedDeployment represents a FailedDeployment error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func L1NativeTokenVaultFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackFailedDeploymentError(raw []byte) (*L1NativeTokenVaultFailedDeployment, error) {
	out := new(L1NativeTokenVaultFailedDeployment)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultInsufficientBalance represents a InsufficientBalance error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func L1NativeTokenVaultInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackInsufficientBalanceError(raw []byte) (*L1NativeTokenVaultInsufficientBalance, error) {
	out := new(L1NativeTokenVaultInsufficientBalance)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultInsufficientChainBalance represents a InsufficientChainBalance error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultInsufficientChainBalance struct {
	ChainId *big.Int
	AssetId [32]byte
	Balance *big.Int
	Amount  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientChainBalance(uint256 chainId, bytes32 assetId, uint256 balance, uint256 amount)
func L1NativeTokenVaultInsufficientChainBalanceErrorID() common.Hash {
	return common.HexToHash("0x8491c2342bc35df9e0c877bc2126d71bbf9bcb32756e2a58bad1d26b079d0508")
}

// UnpackInsufficientChainBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientChainBalance(uint256 chainId, bytes32 assetId, uint256 balance, uint256 amount)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackInsufficientChainBalanceError(raw []byte) (*L1NativeTokenVaultInsufficientChainBalance, error) {
	out := new(L1NativeTokenVaultInsufficientChainBalance)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "InsufficientChainBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultInvalidInitialization represents a InvalidInitialization error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func L1NativeTokenVaultInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackInvalidInitializationError(raw []byte) (*L1NativeTokenVaultInvalidInitialization, error) {
	out := new(L1NativeTokenVaultInvalidInitialization)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultMalformedData represents a MalformedData error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultMalformedData struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MalformedData(uint256 length)
func L1NativeTokenVaultMalformedDataErrorID() common.Hash {
	return common.HexToHash("0x84027694593258652c3080c8cdbab666b33cdc8ddc761b33a7401a41b8b25898")
}

// UnpackMalformedDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MalformedData(uint256 length)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackMalformedDataError(raw []byte) (*L1NativeTokenVaultMalformedData, error) {
	out := new(L1NativeTokenVaultMalformedData)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "MalformedData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultNotInitializing represents a NotInitializing error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func L1NativeTokenVaultNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackNotInitializingError(raw []byte) (*L1NativeTokenVaultNotInitializing, error) {
	out := new(L1NativeTokenVaultNotInitializing)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultOriginMustRegister represents a OriginMustRegister error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultOriginMustRegister struct {
	OriginChainId *big.Int
	ChainId       *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OriginMustRegister(uint256 originChainId, uint256 chainId)
func L1NativeTokenVaultOriginMustRegisterErrorID() common.Hash {
	return common.HexToHash("0xa0cba0009c22e893668dd1ab1830bddda238107ec2b7a7da6383c459886b4add")
}

// UnpackOriginMustRegisterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OriginMustRegister(uint256 originChainId, uint256 chainId)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackOriginMustRegisterError(raw []byte) (*L1NativeTokenVaultOriginMustRegister, error) {
	out := new(L1NativeTokenVaultOriginMustRegister)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "OriginMustRegister", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func L1NativeTokenVaultReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackReentrancyGuardReentrantCallError(raw []byte) (*L1NativeTokenVaultReentrancyGuardReentrantCall, error) {
	out := new(L1NativeTokenVaultReentrancyGuardReentrantCall)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func L1NativeTokenVaultSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackSafeERC20FailedOperationError(raw []byte) (*L1NativeTokenVaultSafeERC20FailedOperation, error) {
	out := new(L1NativeTokenVaultSafeERC20FailedOperation)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultTokenAlreadyRegistered represents a TokenAlreadyRegistered error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultTokenAlreadyRegistered struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenAlreadyRegistered(address token)
func L1NativeTokenVaultTokenAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0x4f4b634e4a3ec4a90b84a519bc5240b982a8d9414f434c3ed598822d3c63b6d7")
}

// UnpackTokenAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenAlreadyRegistered(address token)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackTokenAlreadyRegisteredError(raw []byte) (*L1NativeTokenVaultTokenAlreadyRegistered, error) {
	out := new(L1NativeTokenVaultTokenAlreadyRegistered)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "TokenAlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultTokenNotSupported represents a TokenNotSupported error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultTokenNotSupported struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenNotSupported(address token)
func L1NativeTokenVaultTokenNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x06439c6b1b357b6be0aa3d3fe850f1ea1326fd095084552fe9d54f7e64a7a4bd")
}

// UnpackTokenNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenNotSupported(address token)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackTokenNotSupportedError(raw []byte) (*L1NativeTokenVaultTokenNotSupported, error) {
	out := new(L1NativeTokenVaultTokenNotSupported)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "TokenNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultTokensWithFeesNotSupported represents a TokensWithFeesNotSupported error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultTokensWithFeesNotSupported struct {
	Expected *big.Int
	Received *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokensWithFeesNotSupported(uint256 expected, uint256 received)
func L1NativeTokenVaultTokensWithFeesNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x94dba6b0b908ace4005cadd22cbdf44c21f592c9ea019c2b816b98943147aa4e")
}

// UnpackTokensWithFeesNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokensWithFeesNotSupported(uint256 expected, uint256 received)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackTokensWithFeesNotSupportedError(raw []byte) (*L1NativeTokenVaultTokensWithFeesNotSupported, error) {
	out := new(L1NativeTokenVaultTokensWithFeesNotSupported)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "TokensWithFeesNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultUnauthorized represents a Unauthorized error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func L1NativeTokenVaultUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackUnauthorizedError(raw []byte) (*L1NativeTokenVaultUnauthorized, error) {
	out := new(L1NativeTokenVaultUnauthorized)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultUnsupportedMetadataVersion represents a UnsupportedMetadataVersion error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultUnsupportedMetadataVersion struct {
	Version [1]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnsupportedMetadataVersion(bytes1 version)
func L1NativeTokenVaultUnsupportedMetadataVersionErrorID() common.Hash {
	return common.HexToHash("0xf160618e303dc760284a27427b3cdce97282c6faca5f90a75e759e4fc38c6a6e")
}

// UnpackUnsupportedMetadataVersionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnsupportedMetadataVersion(bytes1 version)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackUnsupportedMetadataVersionError(raw []byte) (*L1NativeTokenVaultUnsupportedMetadataVersion, error) {
	out := new(L1NativeTokenVaultUnsupportedMetadataVersion)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "UnsupportedMetadataVersion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultValueMismatch represents a ValueMismatch error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultValueMismatch struct {
	Expected *big.Int
	Actual   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ValueMismatch(uint256 expected, uint256 actual)
func L1NativeTokenVaultValueMismatchErrorID() common.Hash {
	return common.HexToHash("0x626ade30b602bf9a3b5aab29d4b89b4e805bf63222f673c9b10b2f6ca4f2b089")
}

// UnpackValueMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ValueMismatch(uint256 expected, uint256 actual)
func (l1NativeTokenVault *L1NativeTokenVault) UnpackValueMismatchError(raw []byte) (*L1NativeTokenVaultValueMismatch, error) {
	out := new(L1NativeTokenVaultValueMismatch)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "ValueMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NativeTokenVaultZeroAddress represents a ZeroAddress error raised by the L1NativeTokenVault contract.
type L1NativeTokenVaultZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func L1NativeTokenVaultZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (l1NativeTokenVault *L1NativeTokenVault) UnpackZeroAddressError(raw []byte) (*L1NativeTokenVaultZeroAddress, error) {
	out := new(L1NativeTokenVaultZeroAddress)
	if err := l1NativeTokenVault.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierMetaData contains all meta data concerning the L1Nullifier contract.
var L1NullifierMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"bridgehub\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AlreadySet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"l2TxHash\",\"type\":\"bytes32\"}],\"name\":\"DepositAlreadyRecorded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"stored\",\"type\":\"bytes32\"}],\"name\":\"DepositDoesNotExist\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"IndexOutOfRange\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidProof\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"selector\",\"type\":\"bytes4\"}],\"name\":\"InvalidSelector\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"MalformedData\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WithdrawalAlreadyFinalized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"messageChainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"WrongChain\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"WrongL2Sender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"WrongMessageLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"txDataHash\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"l2DepositTxHash\",\"type\":\"bytes32\"}],\"name\":\"BridgehubDepositFinalized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"router\",\"type\":\"address\"}],\"name\":\"L1AssetRouterSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"}],\"name\":\"L1NativeTokenVaultSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"WithdrawalFinalized\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"BRIDGE_HUB\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"depositSender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"l2TxHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"},{\"internalType\":\"uint16\",\"name\":\"l2TxNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"bytes32[]\",\"name\":\"merkleProof\",\"type\":\"bytes32[]\"}],\"name\":\"bridgeRecoverFailedTransfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"txDataHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"txHash\",\"type\":\"bytes32\"}],\"name\":\"bridgehubConfirmL2TransactionForwarded\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"l2TxHash\",\"type\":\"bytes32\"}],\"name\":\"depositHappened\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"l2Sender\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"l2TxNumberInBatch\",\"type\":\"uint16\"},{\"internalType\":\"bytes\",\"name\":\"message\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"merkleProof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structFinalizeL1DepositParams\",\"name\":\"params\",\"type\":\"tuple\"}],\"name\":\"finalizeDeposit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2BatchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"l2MessageIndex\",\"type\":\"uint256\"}],\"name\":\"isWithdrawalFinalized\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"l1AssetRouter\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"l1NativeTokenVault\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"l2BridgeAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"router\",\"type\":\"address\"}],\"name\":\"setL1AssetRouter\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"}],\"name\":\"setL1NativeTokenVault\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "L1Nullifier",
}

// L1Nullifier is an auto generated Go binding around an Ethereum contract.
type L1Nullifier struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L1Nullifier) GetABI() abi.ABI {
	return c.abi
}

// NewL1Nullifier creates a new instance of L1Nullifier.
func NewL1Nullifier() *L1Nullifier {
	parsed, err := L1NullifierMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L1Nullifier{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L1Nullifier) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address bridgehub) returns()
func (l1Nullifier *L1Nullifier) PackConstructor(bridgehub common.Address) []byte {
	enc, err := l1Nullifier.abi.Pack("", bridgehub)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (l1Nullifier *L1Nullifier) PackBRIDGEHUB() []byte {
	enc, err := l1Nullifier.abi.Pack("BRIDGE_HUB")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (l1Nullifier *L1Nullifier) TryPackBRIDGEHUB() ([]byte, error) {
	return l1Nullifier.abi.Pack("BRIDGE_HUB")
}

// UnpackBRIDGEHUB is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5d4edca7.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (l1Nullifier *L1Nullifier) UnpackBRIDGEHUB(data []byte) (common.Address, error) {
	out, err := l1Nullifier.abi.Unpack("BRIDGE_HUB", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (l1Nullifier *L1Nullifier) PackAcceptOwnership() []byte {
	enc, err := l1Nullifier.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (l1Nullifier *L1Nullifier) TryPackAcceptOwnership() ([]byte, error) {
	return l1Nullifier.abi.Pack("acceptOwnership")
}

// PackBridgeRecoverFailedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3601e63e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, address depositSender, bytes32 assetId, bytes assetData, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof) returns()
func (l1Nullifier *L1Nullifier) PackBridgeRecoverFailedTransfer(chainId *big.Int, depositSender common.Address, assetId [32]byte, assetData []byte, l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte) []byte {
	enc, err := l1Nullifier.abi.Pack("bridgeRecoverFailedTransfer", chainId, depositSender, assetId, assetData, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeRecoverFailedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3601e63e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeRecoverFailedTransfer(uint256 chainId, address depositSender, bytes32 assetId, bytes assetData, bytes32 l2TxHash, uint256 l2BatchNumber, uint256 l2MessageIndex, uint16 l2TxNumberInBatch, bytes32[] merkleProof) returns()
func (l1Nullifier *L1Nullifier) TryPackBridgeRecoverFailedTransfer(chainId *big.Int, depositSender common.Address, assetId [32]byte, assetData []byte, l2TxHash [32]byte, l2BatchNumber *big.Int, l2MessageIndex *big.Int, l2TxNumberInBatch uint16, merkleProof [][32]byte) ([]byte, error) {
	return l1Nullifier.abi.Pack("bridgeRecoverFailedTransfer", chainId, depositSender, assetId, assetData, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof)
}

// PackBridgehubConfirmL2TransactionForwarded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4bc2c8c0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgehubConfirmL2TransactionForwarded(uint256 chainId, bytes32 txDataHash, bytes32 txHash) returns()
func (l1Nullifier *L1Nullifier) PackBridgehubConfirmL2TransactionForwarded(chainId *big.Int, txDataHash [32]byte, txHash [32]byte) []byte {
	enc, err := l1Nullifier.abi.Pack("bridgehubConfirmL2TransactionForwarded", chainId, txDataHash, txHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgehubConfirmL2TransactionForwarded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4bc2c8c0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgehubConfirmL2TransactionForwarded(uint256 chainId, bytes32 txDataHash, bytes32 txHash) returns()
func (l1Nullifier *L1Nullifier) TryPackBridgehubConfirmL2TransactionForwarded(chainId *big.Int, txDataHash [32]byte, txHash [32]byte) ([]byte, error) {
	return l1Nullifier.abi.Pack("bridgehubConfirmL2TransactionForwarded", chainId, txDataHash, txHash)
}

// PackDepositHappened is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fa8826b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function depositHappened(uint256 chainId, bytes32 l2TxHash) view returns(bytes32)
func (l1Nullifier *L1Nullifier) PackDepositHappened(chainId *big.Int, l2TxHash [32]byte) []byte {
	enc, err := l1Nullifier.abi.Pack("depositHappened", chainId, l2TxHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDepositHappened is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fa8826b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function depositHappened(uint256 chainId, bytes32 l2TxHash) view returns(bytes32)
func (l1Nullifier *L1Nullifier) TryPackDepositHappened(chainId *big.Int, l2TxHash [32]byte) ([]byte, error) {
	return l1Nullifier.abi.Pack("depositHappened", chainId, l2TxHash)
}

// UnpackDepositHappened is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9fa8826b.
//
// Solidity: function depositHappened(uint256 chainId, bytes32 l2TxHash) view returns(bytes32)
func (l1Nullifier *L1Nullifier) UnpackDepositHappened(data []byte) ([32]byte, error) {
	out, err := l1Nullifier.abi.Unpack("depositHappened", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFinalizeDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74beea82.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalizeDeposit((uint256,uint256,uint256,address,uint16,bytes,bytes32[]) params) returns()
func (l1Nullifier *L1Nullifier) PackFinalizeDeposit(params FinalizeL1DepositParams) []byte {
	enc, err := l1Nullifier.abi.Pack("finalizeDeposit", params)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalizeDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74beea82.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalizeDeposit((uint256,uint256,uint256,address,uint16,bytes,bytes32[]) params) returns()
func (l1Nullifier *L1Nullifier) TryPackFinalizeDeposit(params FinalizeL1DepositParams) ([]byte, error) {
	return l1Nullifier.abi.Pack("finalizeDeposit", params)
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_) returns()
func (l1Nullifier *L1Nullifier) PackInitialize(owner common.Address) []byte {
	enc, err := l1Nullifier.abi.Pack("initialize", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_) returns()
func (l1Nullifier *L1Nullifier) TryPackInitialize(owner common.Address) ([]byte, error) {
	return l1Nullifier.abi.Pack("initialize", owner)
}

// PackIsWithdrawalFinalized is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f31f052.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex) view returns(bool)
func (l1Nullifier *L1Nullifier) PackIsWithdrawalFinalized(chainId *big.Int, l2BatchNumber *big.Int, l2MessageIndex *big.Int) []byte {
	enc, err := l1Nullifier.abi.Pack("isWithdrawalFinalized", chainId, l2BatchNumber, l2MessageIndex)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsWithdrawalFinalized is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f31f052.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex) view returns(bool)
func (l1Nullifier *L1Nullifier) TryPackIsWithdrawalFinalized(chainId *big.Int, l2BatchNumber *big.Int, l2MessageIndex *big.Int) ([]byte, error) {
	return l1Nullifier.abi.Pack("isWithdrawalFinalized", chainId, l2BatchNumber, l2MessageIndex)
}

// UnpackIsWithdrawalFinalized is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f31f052.
//
// Solidity: function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex) view returns(bool)
func (l1Nullifier *L1Nullifier) UnpackIsWithdrawalFinalized(data []byte) (bool, error) {
	out, err := l1Nullifier.abi.Unpack("isWithdrawalFinalized", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackL1AssetRouter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6d9860e1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1AssetRouter() view returns(address)
func (l1Nullifier *L1Nullifier) PackL1AssetRouter() []byte {
	enc, err := l1Nullifier.abi.Pack("l1AssetRouter")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1AssetRouter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6d9860e1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1AssetRouter() view returns(address)
func (l1Nullifier *L1Nullifier) TryPackL1AssetRouter() ([]byte, error) {
	return l1Nullifier.abi.Pack("l1AssetRouter")
}

// UnpackL1AssetRouter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6d9860e1.
//
// Solidity: function l1AssetRouter() view returns(address)
func (l1Nullifier *L1Nullifier) UnpackL1AssetRouter(data []byte) (common.Address, error) {
	out, err := l1Nullifier.abi.Unpack("l1AssetRouter", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1NativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6f513211.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1NativeTokenVault() view returns(address)
func (l1Nullifier *L1Nullifier) PackL1NativeTokenVault() []byte {
	enc, err := l1Nullifier.abi.Pack("l1NativeTokenVault")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1NativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6f513211.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1NativeTokenVault() view returns(address)
func (l1Nullifier *L1Nullifier) TryPackL1NativeTokenVault() ([]byte, error) {
	return l1Nullifier.abi.Pack("l1NativeTokenVault")
}

// UnpackL1NativeTokenVault is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6f513211.
//
// Solidity: function l1NativeTokenVault() view returns(address)
func (l1Nullifier *L1Nullifier) UnpackL1NativeTokenVault(data []byte) (common.Address, error) {
	out, err := l1Nullifier.abi.Unpack("l1NativeTokenVault", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL2BridgeAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07ee9355.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2BridgeAddress(uint256 ) pure returns(address)
func (l1Nullifier *L1Nullifier) PackL2BridgeAddress(arg0 *big.Int) []byte {
	enc, err := l1Nullifier.abi.Pack("l2BridgeAddress", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2BridgeAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07ee9355.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2BridgeAddress(uint256 ) pure returns(address)
func (l1Nullifier *L1Nullifier) TryPackL2BridgeAddress(arg0 *big.Int) ([]byte, error) {
	return l1Nullifier.abi.Pack("l2BridgeAddress", arg0)
}

// UnpackL2BridgeAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x07ee9355.
//
// Solidity: function l2BridgeAddress(uint256 ) pure returns(address)
func (l1Nullifier *L1Nullifier) UnpackL2BridgeAddress(data []byte) (common.Address, error) {
	out, err := l1Nullifier.abi.Unpack("l2BridgeAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (l1Nullifier *L1Nullifier) PackOwner() []byte {
	enc, err := l1Nullifier.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (l1Nullifier *L1Nullifier) TryPackOwner() ([]byte, error) {
	return l1Nullifier.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (l1Nullifier *L1Nullifier) UnpackOwner(data []byte) (common.Address, error) {
	out, err := l1Nullifier.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (l1Nullifier *L1Nullifier) PackPause() []byte {
	enc, err := l1Nullifier.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (l1Nullifier *L1Nullifier) TryPackPause() ([]byte, error) {
	return l1Nullifier.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (l1Nullifier *L1Nullifier) PackPaused() []byte {
	enc, err := l1Nullifier.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (l1Nullifier *L1Nullifier) TryPackPaused() ([]byte, error) {
	return l1Nullifier.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (l1Nullifier *L1Nullifier) UnpackPaused(data []byte) (bool, error) {
	out, err := l1Nullifier.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (l1Nullifier *L1Nullifier) PackPendingOwner() []byte {
	enc, err := l1Nullifier.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (l1Nullifier *L1Nullifier) TryPackPendingOwner() ([]byte, error) {
	return l1Nullifier.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (l1Nullifier *L1Nullifier) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := l1Nullifier.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (l1Nullifier *L1Nullifier) PackRenounceOwnership() []byte {
	enc, err := l1Nullifier.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (l1Nullifier *L1Nullifier) TryPackRenounceOwnership() ([]byte, error) {
	return l1Nullifier.abi.Pack("renounceOwnership")
}

// PackSetL1AssetRouter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x780ce114.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setL1AssetRouter(address router) returns()
func (l1Nullifier *L1Nullifier) PackSetL1AssetRouter(router common.Address) []byte {
	enc, err := l1Nullifier.abi.Pack("setL1AssetRouter", router)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetL1AssetRouter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x780ce114.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setL1AssetRouter(address router) returns()
func (l1Nullifier *L1Nullifier) TryPackSetL1AssetRouter(router common.Address) ([]byte, error) {
	return l1Nullifier.abi.Pack("setL1AssetRouter", router)
}

// PackSetL1NativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7cc6f46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setL1NativeTokenVault(address vault) returns()
func (l1Nullifier *L1Nullifier) PackSetL1NativeTokenVault(vault common.Address) []byte {
	enc, err := l1Nullifier.abi.Pack("setL1NativeTokenVault", vault)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetL1NativeTokenVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7cc6f46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setL1NativeTokenVault(address vault) returns()
func (l1Nullifier *L1Nullifier) TryPackSetL1NativeTokenVault(vault common.Address) ([]byte, error) {
	return l1Nullifier.abi.Pack("setL1NativeTokenVault", vault)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (l1Nullifier *L1Nullifier) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := l1Nullifier.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (l1Nullifier *L1Nullifier) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return l1Nullifier.abi.Pack("transferOwnership", newOwner)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (l1Nullifier *L1Nullifier) PackUnpause() []byte {
	enc, err := l1Nullifier.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (l1Nullifier *L1Nullifier) TryPackUnpause() ([]byte, error) {
	return l1Nullifier.abi.Pack("unpause")
}

// L1NullifierBridgehubDepositFinalized represents a BridgehubDepositFinalized event raised by the L1Nullifier contract.
type L1NullifierBridgehubDepositFinalized struct {
	ChainId         *big.Int
	TxDataHash      [32]byte
	L2DepositTxHash [32]byte
	Raw             *types.Log // Blockchain specific contextual infos
}

const L1NullifierBridgehubDepositFinalizedEventName = "BridgehubDepositFinalized"

// ContractEventName returns the user-defined event name.
func (L1NullifierBridgehubDepositFinalized) ContractEventName() string {
	return L1NullifierBridgehubDepositFinalizedEventName
}

// UnpackBridgehubDepositFinalizedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgehubDepositFinalized(uint256 indexed chainId, bytes32 indexed txDataHash, bytes32 indexed l2DepositTxHash)
func (l1Nullifier *L1Nullifier) UnpackBridgehubDepositFinalizedEvent(log *types.Log) (*L1NullifierBridgehubDepositFinalized, error) {
	event := "BridgehubDepositFinalized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierBridgehubDepositFinalized)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierInitialized represents a Initialized event raised by the L1Nullifier contract.
type L1NullifierInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1NullifierInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (L1NullifierInitialized) ContractEventName() string {
	return L1NullifierInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (l1Nullifier *L1Nullifier) UnpackInitializedEvent(log *types.Log) (*L1NullifierInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierInitialized)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierL1AssetRouterSet represents a L1AssetRouterSet event raised by the L1Nullifier contract.
type L1NullifierL1AssetRouterSet struct {
	Router common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const L1NullifierL1AssetRouterSetEventName = "L1AssetRouterSet"

// ContractEventName returns the user-defined event name.
func (L1NullifierL1AssetRouterSet) ContractEventName() string {
	return L1NullifierL1AssetRouterSetEventName
}

// UnpackL1AssetRouterSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event L1AssetRouterSet(address router)
func (l1Nullifier *L1Nullifier) UnpackL1AssetRouterSetEvent(log *types.Log) (*L1NullifierL1AssetRouterSet, error) {
	event := "L1AssetRouterSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierL1AssetRouterSet)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierL1NativeTokenVaultSet represents a L1NativeTokenVaultSet event raised by the L1Nullifier contract.
type L1NullifierL1NativeTokenVaultSet struct {
	Vault common.Address
	Raw   *types.Log // Blockchain specific contextual infos
}

const L1NullifierL1NativeTokenVaultSetEventName = "L1NativeTokenVaultSet"

// ContractEventName returns the user-defined event name.
func (L1NullifierL1NativeTokenVaultSet) ContractEventName() string {
	return L1NullifierL1NativeTokenVaultSetEventName
}

// UnpackL1NativeTokenVaultSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event L1NativeTokenVaultSet(address vault)
func (l1Nullifier *L1Nullifier) UnpackL1NativeTokenVaultSetEvent(log *types.Log) (*L1NullifierL1NativeTokenVaultSet, error) {
	event := "L1NativeTokenVaultSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierL1NativeTokenVaultSet)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the L1Nullifier contract.
type L1NullifierOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const L1NullifierOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (L1NullifierOwnershipTransferStarted) ContractEventName() string {
	return L1NullifierOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (l1Nullifier *L1Nullifier) UnpackOwnershipTransferStartedEvent(log *types.Log) (*L1NullifierOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierOwnershipTransferred represents a OwnershipTransferred event raised by the L1Nullifier contract.
type L1NullifierOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const L1NullifierOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (L1NullifierOwnershipTransferred) ContractEventName() string {
	return L1NullifierOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (l1Nullifier *L1Nullifier) UnpackOwnershipTransferredEvent(log *types.Log) (*L1NullifierOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierPaused represents a Paused event raised by the L1Nullifier contract.
type L1NullifierPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1NullifierPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (L1NullifierPaused) ContractEventName() string {
	return L1NullifierPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (l1Nullifier *L1Nullifier) UnpackPausedEvent(log *types.Log) (*L1NullifierPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierPaused)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierUnpaused represents a Unpaused event raised by the L1Nullifier contract.
type L1NullifierUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const L1NullifierUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (L1NullifierUnpaused) ContractEventName() string {
	return L1NullifierUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (l1Nullifier *L1Nullifier) UnpackUnpausedEvent(log *types.Log) (*L1NullifierUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierUnpaused)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1NullifierWithdrawalFinalized represents a WithdrawalFinalized event raised by the L1Nullifier contract.
type L1NullifierWithdrawalFinalized struct {
	ChainId        *big.Int
	L2BatchNumber  *big.Int
	L2MessageIndex *big.Int
	AssetId        [32]byte
	Raw            *types.Log // Blockchain specific contextual infos
}

const L1NullifierWithdrawalFinalizedEventName = "WithdrawalFinalized"

// ContractEventName returns the user-defined event name.
func (L1NullifierWithdrawalFinalized) ContractEventName() string {
	return L1NullifierWithdrawalFinalizedEventName
}

// UnpackWithdrawalFinalizedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WithdrawalFinalized(uint256 indexed chainId, uint256 indexed l2BatchNumber, uint256 indexed l2MessageIndex, bytes32 assetId)
func (l1Nullifier *L1Nullifier) UnpackWithdrawalFinalizedEvent(log *types.Log) (*L1NullifierWithdrawalFinalized, error) {
	event := "WithdrawalFinalized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Nullifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1NullifierWithdrawalFinalized)
	if len(log.Data) > 0 {
		if err := l1Nullifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Nullifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l1Nullifier *L1Nullifier) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["AlreadySet"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["DepositAlreadyRecorded"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackDepositAlreadyRecordedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["DepositDoesNotExist"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackDepositDoesNotExistError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["IndexOutOfRange"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackIndexOutOfRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["InvalidProof"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackInvalidProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["InvalidSelector"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackInvalidSelectorError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["MalformedData"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackMalformedDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackUnauthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["WithdrawalAlreadyFinalized"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackWithdrawalAlreadyFinalizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["WrongChain"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackWrongChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["WrongL2Sender"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackWrongL2SenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["WrongMessageLength"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackWrongMessageLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Nullifier.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return l1Nullifier.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L1NullifierAlreadySet represents a AlreadySet error raised by the L1Nullifier contract.
type L1NullifierAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadySet()
func L1NullifierAlreadySetErrorID() common.Hash {
	return common.HexToHash("0xa741a0456e52b90bd22850f10558d4a38cdc2876b51fbd4ffc1b587676dbc61c")
}

// UnpackAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadySet()
func (l1Nullifier *L1Nullifier) UnpackAlreadySetError(raw []byte) (*L1NullifierAlreadySet, error) {
	out := new(L1NullifierAlreadySet)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "AlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierDepositAlreadyRecorded represents a DepositAlreadyRecorded error raised by the L1Nullifier contract.
type L1NullifierDepositAlreadyRecorded struct {
	L2TxHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DepositAlreadyRecorded(bytes32 l2TxHash)
func L1NullifierDepositAlreadyRecordedErrorID() common.Hash {
	return common.HexToHash("0x8a7586ceda3fa04e4c84d3d57b31bc21b480cb262de36b460e74f8e6c7efc9b0")
}

// UnpackDepositAlreadyRecordedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DepositAlreadyRecorded(bytes32 l2TxHash)
func (l1Nullifier *L1Nullifier) UnpackDepositAlreadyRecordedError(raw []byte) (*L1NullifierDepositAlreadyRecorded, error) {
	out := new(L1NullifierDepositAlreadyRecorded)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "DepositAlreadyRecorded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierDepositDoesNotExist represents a DepositDoesNotExist error raised by the L1Nullifier contract.
type L1NullifierDepositDoesNotExist struct {
	Expected [32]byte
	Stored   [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DepositDoesNotExist(bytes32 expected, bytes32 stored)
func L1NullifierDepositDoesNotExistErrorID() common.Hash {
	return common.HexToHash("0x42bce528522c0e519b367c9c6ef5e0f551f55cf042f075ad66a8b0199fe2dd59")
}

// UnpackDepositDoesNotExistError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DepositDoesNotExist(bytes32 expected, bytes32 stored)
func (l1Nullifier *L1Nullifier) UnpackDepositDoesNotExistError(raw []byte) (*L1NullifierDepositDoesNotExist, error) {
	out := new(L1NullifierDepositDoesNotExist)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "DepositDoesNotExist", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierEnforcedPause represents a EnforcedPause error raised by the L1Nullifier contract.
type L1NullifierEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func L1NullifierEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (l1Nullifier *L1Nullifier) UnpackEnforcedPauseError(raw []byte) (*L1NullifierEnforcedPause, error) {
	out := new(L1NullifierEnforcedPause)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierExpectedPause represents a ExpectedPause error raised by the L1Nullifier contract.
type L1NullifierExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func L1NullifierExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (l1Nullifier *L1Nullifier) UnpackExpectedPauseError(raw []byte) (*L1NullifierExpectedPause, error) {
	out := new(L1NullifierExpectedPause)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierIndexOutOfRange represents a IndexOutOfRange error raised by the L1Nullifier contract.
type L1NullifierIndexOutOfRange struct {
	BatchNumber *big.Int
	Index       *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IndexOutOfRange(uint256 batchNumber, uint256 index)
func L1NullifierIndexOutOfRangeErrorID() common.Hash {
	return common.HexToHash("0x94666f0d776338bf3dc0d578dde468fba3b7901915ee98978704643d741cc12d")
}

// UnpackIndexOutOfRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IndexOutOfRange(uint256 batchNumber, uint256 index)
func (l1Nullifier *L1Nullifier) UnpackIndexOutOfRangeError(raw []byte) (*L1NullifierIndexOutOfRange, error) {
	out := new(L1NullifierIndexOutOfRange)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "IndexOutOfRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierInvalidInitialization represents a InvalidInitialization error raised by the L1Nullifier contract.
type L1NullifierInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func L1NullifierInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (l1Nullifier *L1Nullifier) UnpackInvalidInitializationError(raw []byte) (*L1NullifierInvalidInitialization, error) {
	out := new(L1NullifierInvalidInitialization)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierInvalidProof represents a InvalidProof error raised by the L1Nullifier contract.
type L1NullifierInvalidProof struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidProof()
func L1NullifierInvalidProofErrorID() common.Hash {
	return common.HexToHash("0x09bde339c6b182be216ee7ef8ccff6338c6ef7993445216112ae575c5438fd27")
}

// UnpackInvalidProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidProof()
func (l1Nullifier *L1Nullifier) UnpackInvalidProofError(raw []byte) (*L1NullifierInvalidProof, error) {
	out := new(L1NullifierInvalidProof)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "InvalidProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierInvalidSelector represents a InvalidSelector error raised by the L1Nullifier contract.
type L1NullifierInvalidSelector struct {
	Selector [4]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidSelector(bytes4 selector)
func L1NullifierInvalidSelectorErrorID() common.Hash {
	return common.HexToHash("0x12ba286fce480e27a84ab6417319c2ed9d48c0449a237338d1b877f39888d719")
}

// UnpackInvalidSelectorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidSelector(bytes4 selector)
func (l1Nullifier *L1Nullifier) UnpackInvalidSelectorError(raw []byte) (*L1NullifierInvalidSelector, error) {
	out := new(L1NullifierInvalidSelector)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "InvalidSelector", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierMalformedData represents a MalformedData error raised by the L1Nullifier contract.
type L1NullifierMalformedData struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MalformedData(uint256 length)
func L1NullifierMalformedDataErrorID() common.Hash {
	return common.HexToHash("0x84027694593258652c3080c8cdbab666b33cdc8ddc761b33a7401a41b8b25898")
}

// UnpackMalformedDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MalformedData(uint256 length)
func (l1Nullifier *L1Nullifier) UnpackMalformedDataError(raw []byte) (*L1NullifierMalformedData, error) {
	out := new(L1NullifierMalformedData)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "MalformedData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierNotInitializing represents a NotInitializing error raised by the L1Nullifier contract.
type L1NullifierNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func L1NullifierNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (l1Nullifier *L1Nullifier) UnpackNotInitializingError(raw []byte) (*L1NullifierNotInitializing, error) {
	out := new(L1NullifierNotInitializing)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the L1Nullifier contract.
type L1NullifierOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func L1NullifierOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (l1Nullifier *L1Nullifier) UnpackOwnableInvalidOwnerError(raw []byte) (*L1NullifierOwnableInvalidOwner, error) {
	out := new(L1NullifierOwnableInvalidOwner)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the L1Nullifier contract.
type L1NullifierOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func L1NullifierOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (l1Nullifier *L1Nullifier) UnpackOwnableUnauthorizedAccountError(raw []byte) (*L1NullifierOwnableUnauthorizedAccount, error) {
	out := new(L1NullifierOwnableUnauthorizedAccount)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the L1Nullifier contract.
type L1NullifierReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func L1NullifierReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (l1Nullifier *L1Nullifier) UnpackReentrancyGuardReentrantCallError(raw []byte) (*L1NullifierReentrancyGuardReentrantCall, error) {
	out := new(L1NullifierReentrancyGuardReentrantCall)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierUnauthorized represents a Unauthorized error raised by the L1Nullifier contract.
type L1NullifierUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func L1NullifierUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (l1Nullifier *L1Nullifier) UnpackUnauthorizedError(raw []byte) (*L1NullifierUnauthorized, error) {
	out := new(L1NullifierUnauthorized)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierWithdrawalAlreadyFinalized represents a WithdrawalAlreadyFinalized error raised by the L1Nullifier contract.
type L1NullifierWithdrawalAlreadyFinalized struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WithdrawalAlreadyFinalized()
func L1NullifierWithdrawalAlreadyFinalizedErrorID() common.Hash {
	return common.HexToHash("0xae8994541dbc75df09e66ed631a61fae938cdfa4469b34e1c8c4c1be9c9794a8")
}

// UnpackWithdrawalAlreadyFinalizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WithdrawalAlreadyFinalized()
func (l1Nullifier *L1Nullifier) UnpackWithdrawalAlreadyFinalizedError(raw []byte) (*L1NullifierWithdrawalAlreadyFinalized, error) {
	out := new(L1NullifierWithdrawalAlreadyFinalized)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "WithdrawalAlreadyFinalized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierWrongChain represents a WrongChain error raised by the L1Nullifier contract.
type L1NullifierWrongChain struct {
	MessageChainId *big.Int
	ChainId        *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChain(uint256 messageChainId, uint256 chainId)
func L1NullifierWrongChainErrorID() common.Hash {
	return common.HexToHash("0x24497bc308635bccbc06f4997297d2158da178be2267eeead419bfdb19d42d4b")
}

// UnpackWrongChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChain(uint256 messageChainId, uint256 chainId)
func (l1Nullifier *L1Nullifier) UnpackWrongChainError(raw []byte) (*L1NullifierWrongChain, error) {
	out := new(L1NullifierWrongChain)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "WrongChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierWrongL2Sender represents a WrongL2Sender error raised by the L1Nullifier contract.
type L1NullifierWrongL2Sender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongL2Sender(address sender)
func L1NullifierWrongL2SenderErrorID() common.Hash {
	return common.HexToHash("0x636c90db1ce56afca4574abe6acb04e367f9777abab95fcddca6b699aa6c4a81")
}

// UnpackWrongL2SenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongL2Sender(address sender)
func (l1Nullifier *L1Nullifier) UnpackWrongL2SenderError(raw []byte) (*L1NullifierWrongL2Sender, error) {
	out := new(L1NullifierWrongL2Sender)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "WrongL2Sender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierWrongMessageLength represents a WrongMessageLength error raised by the L1Nullifier contract.
type L1NullifierWrongMessageLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongMessageLength(uint256 length)
func L1NullifierWrongMessageLengthErrorID() common.Hash {
	return common.HexToHash("0x14375c3a8594dd7d52f36f880cce26c0429635c8affea6d442ede558eff6547b")
}

// UnpackWrongMessageLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongMessageLength(uint256 length)
func (l1Nullifier *L1Nullifier) UnpackWrongMessageLengthError(raw []byte) (*L1NullifierWrongMessageLength, error) {
	out := new(L1NullifierWrongMessageLength)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "WrongMessageLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1NullifierZeroAddress represents a ZeroAddress error raised by the L1Nullifier contract.
type L1NullifierZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func L1NullifierZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (l1Nullifier *L1Nullifier) UnpackZeroAddressError(raw []byte) (*L1NullifierZeroAddress, error) {
	out := new(L1NullifierZeroAddress)
	if err := l1Nullifier.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterMetaData contains all meta data concerning the L2AssetRouter contract.
var L2AssetRouterMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"AssetIdNotSupported\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotComplexUpgrader\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"WrongChain\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"}],\"name\":\"DepositFinalizedAssetRouter\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"l2Sender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"}],\"name\":\"WithdrawalInitiatedAssetRouter\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"L1_ASSET_ROUTER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"L1_CHAIN_ID\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"transferData\",\"type\":\"bytes\"}],\"name\":\"finalizeDeposit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l1Sender\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"l2Receiver\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"l1Token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"finalizeDeposit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"l1Bridge\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"l1SharedBridge\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l2Token\",\"type\":\"address\"}],\"name\":\"l1TokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l1Token\",\"type\":\"address\"}],\"name\":\"l2TokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"assetData\",\"type\":\"bytes\"}],\"name\":\"withdraw\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l1Receiver\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"l2Token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "L2AssetRouter",
}

// L2AssetRouter is an auto generated Go binding around an Ethereum contract.
type L2AssetRouter struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L2AssetRouter) GetABI() abi.ABI {
	return c.abi
}

// NewL2AssetRouter creates a new instance of L2AssetRouter.
func NewL2AssetRouter() *L2AssetRouter {
	parsed, err := L2AssetRouterMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L2AssetRouter{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L2AssetRouter) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackL1ASSETROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcdf25430.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_ASSET_ROUTER() view returns(address)
func (l2AssetRouter *L2AssetRouter) PackL1ASSETROUTER() []byte {
	enc, err := l2AssetRouter.abi.Pack("L1_ASSET_ROUTER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1ASSETROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcdf25430.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_ASSET_ROUTER() view returns(address)
func (l2AssetRouter *L2AssetRouter) TryPackL1ASSETROUTER() ([]byte, error) {
	return l2AssetRouter.abi.Pack("L1_ASSET_ROUTER")
}

// UnpackL1ASSETROUTER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcdf25430.
//
// Solidity: function L1_ASSET_ROUTER() view returns(address)
func (l2AssetRouter *L2AssetRouter) UnpackL1ASSETROUTER(data []byte) (common.Address, error) {
	out, err := l2AssetRouter.abi.Unpack("L1_ASSET_ROUTER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l2AssetRouter *L2AssetRouter) PackL1CHAINID() []byte {
	enc, err := l2AssetRouter.abi.Pack("L1_CHAIN_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l2AssetRouter *L2AssetRouter) TryPackL1CHAINID() ([]byte, error) {
	return l2AssetRouter.abi.Pack("L1_CHAIN_ID")
}

// UnpackL1CHAINID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2f90b184.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l2AssetRouter *L2AssetRouter) UnpackL1CHAINID(data []byte) (*big.Int, error) {
	out, err := l2AssetRouter.abi.Unpack("L1_CHAIN_ID", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFinalizeDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c884fd1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes transferData) returns()
func (l2AssetRouter *L2AssetRouter) PackFinalizeDeposit(chainId *big.Int, assetId [32]byte, transferData []byte) []byte {
	enc, err := l2AssetRouter.abi.Pack("finalizeDeposit", chainId, assetId, transferData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalizeDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c884fd1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes transferData) returns()
func (l2AssetRouter *L2AssetRouter) TryPackFinalizeDeposit(chainId *big.Int, assetId [32]byte, transferData []byte) ([]byte, error) {
	return l2AssetRouter.abi.Pack("finalizeDeposit", chainId, assetId, transferData)
}

// PackFinalizeDeposit0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfe7af7c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalizeDeposit(address l1Sender, address l2Receiver, address l1Token, uint256 amount, bytes data) returns()
func (l2AssetRouter *L2AssetRouter) PackFinalizeDeposit0(l1Sender common.Address, l2Receiver common.Address, l1Token common.Address, amount *big.Int, data []byte) []byte {
	enc, err := l2AssetRouter.abi.Pack("finalizeDeposit0", l1Sender, l2Receiver, l1Token, amount, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalizeDeposit0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfe7af7c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalizeDeposit(address l1Sender, address l2Receiver, address l1Token, uint256 amount, bytes data) returns()
func (l2AssetRouter *L2AssetRouter) TryPackFinalizeDeposit0(l1Sender common.Address, l2Receiver common.Address, l1Token common.Address, amount *big.Int, data []byte) ([]byte, error) {
	return l2AssetRouter.abi.Pack("finalizeDeposit0", l1Sender, l2Receiver, l1Token, amount, data)
}

// PackL1Bridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x969b53da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1Bridge() view returns(address)
func (l2AssetRouter *L2AssetRouter) PackL1Bridge() []byte {
	enc, err := l2AssetRouter.abi.Pack("l1Bridge")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1Bridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x969b53da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1Bridge() view returns(address)
func (l2AssetRouter *L2AssetRouter) TryPackL1Bridge() ([]byte, error) {
	return l2AssetRouter.abi.Pack("l1Bridge")
}

// UnpackL1Bridge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x969b53da.
//
// Solidity: function l1Bridge() view returns(address)
func (l2AssetRouter *L2AssetRouter) UnpackL1Bridge(data []byte) (common.Address, error) {
	out, err := l2AssetRouter.abi.Unpack("l1Bridge", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1SharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb852ad36.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1SharedBridge() view returns(address)
func (l2AssetRouter *L2AssetRouter) PackL1SharedBridge() []byte {
	enc, err := l2AssetRouter.abi.Pack("l1SharedBridge")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1SharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb852ad36.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1SharedBridge() view returns(address)
func (l2AssetRouter *L2AssetRouter) TryPackL1SharedBridge() ([]byte, error) {
	return l2AssetRouter.abi.Pack("l1SharedBridge")
}

// UnpackL1SharedBridge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb852ad36.
//
// Solidity: function l1SharedBridge() view returns(address)
func (l2AssetRouter *L2AssetRouter) UnpackL1SharedBridge(data []byte) (common.Address, error) {
	out, err := l2AssetRouter.abi.Unpack("l1SharedBridge", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf54266a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1TokenAddress(address l2Token) view returns(address)
func (l2AssetRouter *L2AssetRouter) PackL1TokenAddress(l2Token common.Address) []byte {
	enc, err := l2AssetRouter.abi.Pack("l1TokenAddress", l2Token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf54266a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1TokenAddress(address l2Token) view returns(address)
func (l2AssetRouter *L2AssetRouter) TryPackL1TokenAddress(l2Token common.Address) ([]byte, error) {
	return l2AssetRouter.abi.Pack("l1TokenAddress", l2Token)
}

// UnpackL1TokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf54266a2.
//
// Solidity: function l1TokenAddress(address l2Token) view returns(address)
func (l2AssetRouter *L2AssetRouter) UnpackL1TokenAddress(data []byte) (common.Address, error) {
	out, err := l2AssetRouter.abi.Unpack("l1TokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f15168.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2TokenAddress(address l1Token) view returns(address)
func (l2AssetRouter *L2AssetRouter) PackL2TokenAddress(l1Token common.Address) []byte {
	enc, err := l2AssetRouter.abi.Pack("l2TokenAddress", l1Token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f15168.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2TokenAddress(address l1Token) view returns(address)
func (l2AssetRouter *L2AssetRouter) TryPackL2TokenAddress(l1Token common.Address) ([]byte, error) {
	return l2AssetRouter.abi.Pack("l2TokenAddress", l1Token)
}

// UnpackL2TokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf5f15168.
//
// Solidity: function l2TokenAddress(address l1Token) view returns(address)
func (l2AssetRouter *L2AssetRouter) UnpackL2TokenAddress(data []byte) (common.Address, error) {
	out, err := l2AssetRouter.abi.Unpack("l2TokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address implementation, bytes data) payable returns()
func (l2AssetRouter *L2AssetRouter) PackUpgradeToAndCall(implementation common.Address, data []byte) []byte {
	enc, err := l2AssetRouter.abi.Pack("upgradeToAndCall", implementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address implementation, bytes data) payable returns()
func (l2AssetRouter *L2AssetRouter) TryPackUpgradeToAndCall(implementation common.Address, data []byte) ([]byte, error) {
	return l2AssetRouter.abi.Pack("upgradeToAndCall", implementation, data)
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a2e35ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(bytes32 assetId, bytes assetData) returns(bytes32)
func (l2AssetRouter *L2AssetRouter) PackWithdraw(assetId [32]byte, assetData []byte) []byte {
	enc, err := l2AssetRouter.abi.Pack("withdraw", assetId, assetData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a2e35ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(bytes32 assetId, bytes assetData) returns(bytes32)
func (l2AssetRouter *L2AssetRouter) TryPackWithdraw(assetId [32]byte, assetData []byte) ([]byte, error) {
	return l2AssetRouter.abi.Pack("withdraw", assetId, assetData)
}

// UnpackWithdraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4a2e35ba.
//
// Solidity: function withdraw(bytes32 assetId, bytes assetData) returns(bytes32)
func (l2AssetRouter *L2AssetRouter) UnpackWithdraw(data []byte) ([32]byte, error) {
	out, err := l2AssetRouter.abi.Unpack("withdraw", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackWithdraw0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9caed12.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address l1Receiver, address l2Token, uint256 amount) returns()
func (l2AssetRouter *L2AssetRouter) PackWithdraw0(l1Receiver common.Address, l2Token common.Address, amount *big.Int) []byte {
	enc, err := l2AssetRouter.abi.Pack("withdraw0", l1Receiver, l2Token, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9caed12.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address l1Receiver, address l2Token, uint256 amount) returns()
func (l2AssetRouter *L2AssetRouter) TryPackWithdraw0(l1Receiver common.Address, l2Token common.Address, amount *big.Int) ([]byte, error) {
	return l2AssetRouter.abi.Pack("withdraw0", l1Receiver, l2Token, amount)
}

// L2AssetRouterDepositFinalizedAssetRouter represents a DepositFinalizedAssetRouter event raised by the L2AssetRouter contract.
type L2AssetRouterDepositFinalizedAssetRouter struct {
	ChainId   *big.Int
	AssetId   [32]byte
	AssetData []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const L2AssetRouterDepositFinalizedAssetRouterEventName = "DepositFinalizedAssetRouter"

// ContractEventName returns the user-defined event name.
func (L2AssetRouterDepositFinalizedAssetRouter) ContractEventName() string {
	return L2AssetRouterDepositFinalizedAssetRouterEventName
}

// UnpackDepositFinalizedAssetRouterEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DepositFinalizedAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData)
func (l2AssetRouter *L2AssetRouter) UnpackDepositFinalizedAssetRouterEvent(log *types.Log) (*L2AssetRouterDepositFinalizedAssetRouter, error) {
	event := "DepositFinalizedAssetRouter"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2AssetRouterDepositFinalizedAssetRouter)
	if len(log.Data) > 0 {
		if err := l2AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L2AssetRouterUpgraded represents a Upgraded event raised by the L2AssetRouter contract.
type L2AssetRouterUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const L2AssetRouterUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (L2AssetRouterUpgraded) ContractEventName() string {
	return L2AssetRouterUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (l2AssetRouter *L2AssetRouter) UnpackUpgradedEvent(log *types.Log) (*L2AssetRouterUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2AssetRouterUpgraded)
	if len(log.Data) > 0 {
		if err := l2AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L2AssetRouterWithdrawalInitiatedAssetRouter represents a WithdrawalInitiatedAssetRouter event raised by the L2AssetRouter contract.
type L2AssetRouterWithdrawalInitiatedAssetRouter struct {
	ChainId   *big.Int
	L2Sender  common.Address
	AssetId   [32]byte
	AssetData []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const L2AssetRouterWithdrawalInitiatedAssetRouterEventName = "WithdrawalInitiatedAssetRouter"

// ContractEventName returns the user-defined event name.
func (L2AssetRouterWithdrawalInitiatedAssetRouter) ContractEventName() string {
	return L2AssetRouterWithdrawalInitiatedAssetRouterEventName
}

// UnpackWithdrawalInitiatedAssetRouterEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WithdrawalInitiatedAssetRouter(uint256 chainId, address indexed l2Sender, bytes32 indexed assetId, bytes assetData)
func (l2AssetRouter *L2AssetRouter) UnpackWithdrawalInitiatedAssetRouterEvent(log *types.Log) (*L2AssetRouterWithdrawalInitiatedAssetRouter, error) {
	event := "WithdrawalInitiatedAssetRouter"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2AssetRouter.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2AssetRouterWithdrawalInitiatedAssetRouter)
	if len(log.Data) > 0 {
		if err := l2AssetRouter.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2AssetRouter.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l2AssetRouter *L2AssetRouter) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["AssetIdNotSupported"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackAssetIdNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["NotComplexUpgrader"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackNotComplexUpgraderError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackUnauthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2AssetRouter.abi.Errors["WrongChain"].ID.Bytes()[:4]) {
		return l2AssetRouter.UnpackWrongChainError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L2AssetRouterAddressEmptyCode represents a AddressEmptyCode error raised by the L2AssetRouter contract.
type L2AssetRouterAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func L2AssetRouterAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (l2AssetRouter *L2AssetRouter) UnpackAddressEmptyCodeError(raw []byte) (*L2AssetRouterAddressEmptyCode, error) {
	out := new(L2AssetRouterAddressEmptyCode)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterAssetIdNotSupported represents a AssetIdNotSupported error raised by the L2AssetRouter contract.
type L2AssetRouterAssetIdNotSupported struct {
	AssetId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func L2AssetRouterAssetIdNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x04a0b7e9cdc2efedbbe7dcbf9d2a639244bcc10f2ba0bd24c16fb8200b4fb732")
}

// UnpackAssetIdNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func (l2AssetRouter *L2AssetRouter) UnpackAssetIdNotSupportedError(raw []byte) (*L2AssetRouterAssetIdNotSupported, error) {
	out := new(L2AssetRouterAssetIdNotSupported)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "AssetIdNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the L2AssetRouter contract.
type L2AssetRouterERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func L2AssetRouterERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (l2AssetRouter *L2AssetRouter) UnpackERC1967InvalidImplementationError(raw []byte) (*L2AssetRouterERC1967InvalidImplementation, error) {
	out := new(L2AssetRouterERC1967InvalidImplementation)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterERC1967NonPayable represents a ERC1967NonPayable error raised by the L2AssetRouter contract.
type L2AssetRouterERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func L2AssetRouterERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (l2AssetRouter *L2AssetRouter) UnpackERC1967NonPayableError(raw []byte) (*L2AssetRouterERC1967NonPayable, error) {
	out := new(L2AssetRouterERC1967NonPayable)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterFailedCall represents a FailedCall error raised by the L2AssetRouter contract.
type L2AssetRouterFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func L2AssetRouterFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (l2AssetRouter *L2AssetRouter) UnpackFailedCallError(raw []byte) (*L2AssetRouterFailedCall, error) {
	out := new(L2AssetRouterFailedCall)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterNotComplexUpgrader represents a NotComplexUpgrader error raised by the L2AssetRouter contract.
type L2AssetRouterNotComplexUpgrader struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotComplexUpgrader(address caller)
func L2AssetRouterNotComplexUpgraderErrorID() common.Hash {
	return common.HexToHash("0xe5c960ea8984d46be818b8d3c3e5fac2a96c7a47b45a9b3f06f9398e5859c68c")
}

// UnpackNotComplexUpgraderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotComplexUpgrader(address caller)
func (l2AssetRouter *L2AssetRouter) UnpackNotComplexUpgraderError(raw []byte) (*L2AssetRouterNotComplexUpgrader, error) {
	out := new(L2AssetRouterNotComplexUpgrader)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "NotComplexUpgrader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterUnauthorized represents a Unauthorized error raised by the L2AssetRouter contract.
type L2AssetRouterUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func L2AssetRouterUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (l2AssetRouter *L2AssetRouter) UnpackUnauthorizedError(raw []byte) (*L2AssetRouterUnauthorized, error) {
	out := new(L2AssetRouterUnauthorized)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2AssetRouterWrongChain represents a WrongChain error raised by the L2AssetRouter contract.
type L2AssetRouterWrongChain struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChain(uint256 chainId)
func L2AssetRouterWrongChainErrorID() common.Hash {
	return common.HexToHash("0xbd407ddac37c55f272e363869c6ab0a2f917eb41b1509179e2479630a2f6f917")
}

// UnpackWrongChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChain(uint256 chainId)
func (l2AssetRouter *L2AssetRouter) UnpackWrongChainError(raw []byte) (*L2AssetRouterWrongChain, error) {
	out := new(L2AssetRouterWrongChain)
	if err := l2AssetRouter.abi.UnpackIntoInterface(out, "WrongChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2BaseTokenMetaData contains all meta data concerning the L2BaseToken contract.
var L2BaseTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"ZeroAmount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroReceiver\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"l2Sender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"l1Receiver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawal\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"l2Sender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"l1Receiver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"additionalData\",\"type\":\"bytes\"}],\"name\":\"WithdrawalWithMessage\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"account\",\"type\":\"uint256\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l1Receiver\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l1Receiver\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"additionalData\",\"type\":\"bytes\"}],\"name\":\"withdrawWithMessage\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "L2BaseToken",
}

// L2BaseToken is an auto generated Go binding around an Ethereum contract.
type L2BaseToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L2BaseToken) GetABI() abi.ABI {
	return c.abi
}

// NewL2BaseToken creates a new instance of L2BaseToken.
func NewL2BaseToken() *L2BaseToken {
	parsed, err := L2BaseTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L2BaseToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L2BaseToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cc7f708.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(uint256 account) view returns(uint256)
func (l2BaseToken *L2BaseToken) PackBalanceOf(account *big.Int) []byte {
	enc, err := l2BaseToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cc7f708.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(uint256 account) view returns(uint256)
func (l2BaseToken *L2BaseToken) TryPackBalanceOf(account *big.Int) ([]byte, error) {
	return l2BaseToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9cc7f708.
//
// Solidity: function balanceOf(uint256 account) view returns(uint256)
func (l2BaseToken *L2BaseToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := l2BaseToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() pure returns(uint8)
func (l2BaseToken *L2BaseToken) PackDecimals() []byte {
	enc, err := l2BaseToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() pure returns(uint8)
func (l2BaseToken *L2BaseToken) TryPackDecimals() ([]byte, error) {
	return l2BaseToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() pure returns(uint8)
func (l2BaseToken *L2BaseToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := l2BaseToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (l2BaseToken *L2BaseToken) PackName() []byte {
	enc, err := l2BaseToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (l2BaseToken *L2BaseToken) TryPackName() ([]byte, error) {
	return l2BaseToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (l2BaseToken *L2BaseToken) UnpackName(data []byte) (string, error) {
	out, err := l2BaseToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (l2BaseToken *L2BaseToken) PackSymbol() []byte {
	enc, err := l2BaseToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (l2BaseToken *L2BaseToken) TryPackSymbol() ([]byte, error) {
	return l2BaseToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (l2BaseToken *L2BaseToken) UnpackSymbol(data []byte) (string, error) {
	out, err := l2BaseToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (l2BaseToken *L2BaseToken) PackTotalSupply() []byte {
	enc, err := l2BaseToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (l2BaseToken *L2BaseToken) TryPackTotalSupply() ([]byte, error) {
	return l2BaseToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (l2BaseToken *L2BaseToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := l2BaseToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address l1Receiver) payable returns()
func (l2BaseToken *L2BaseToken) PackWithdraw(l1Receiver common.Address) []byte {
	enc, err := l2BaseToken.abi.Pack("withdraw", l1Receiver)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address l1Receiver) payable returns()
func (l2BaseToken *L2BaseToken) TryPackWithdraw(l1Receiver common.Address) ([]byte, error) {
	return l2BaseToken.abi.Pack("withdraw", l1Receiver)
}

// PackWithdrawWithMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84bc3eb0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawWithMessage(address l1Receiver, bytes additionalData) payable returns()
func (l2BaseToken *L2BaseToken) PackWithdrawWithMessage(l1Receiver common.Address, additionalData []byte) []byte {
	enc, err := l2BaseToken.abi.Pack("withdrawWithMessage", l1Receiver, additionalData)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawWithMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84bc3eb0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawWithMessage(address l1Receiver, bytes additionalData) payable returns()
func (l2BaseToken *L2BaseToken) TryPackWithdrawWithMessage(l1Receiver common.Address, additionalData []byte) ([]byte, error) {
	return l2BaseToken.abi.Pack("withdrawWithMessage", l1Receiver, additionalData)
}

// L2BaseTokenWithdrawal represents a Withdrawal event raised by the L2BaseToken contract.
type L2BaseTokenWithdrawal struct {
	L2Sender   common.Address
	L1Receiver common.Address
	Amount     *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const L2BaseTokenWithdrawalEventName = "Withdrawal"

// ContractEventName returns the user-defined event name.
func (L2BaseTokenWithdrawal) ContractEventName() string {
	return L2BaseTokenWithdrawalEventName
}

// UnpackWithdrawalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawal(address indexed l2Sender, address indexed l1Receiver, uint256 amount)
func (l2BaseToken *L2BaseToken) UnpackWithdrawalEvent(log *types.Log) (*L2BaseTokenWithdrawal, error) {
	event := "Withdrawal"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2BaseToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2BaseTokenWithdrawal)
	if len(log.Data) > 0 {
		if err := l2BaseToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2BaseToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L2BaseTokenWithdrawalWithMessage represents a WithdrawalWithMessage event raised by the L2BaseToken contract.
type L2BaseTokenWithdrawalWithMessage struct {
	L2Sender       common.Address
	L1Receiver     common.Address
	Amount         *big.Int
	AdditionalData []byte
	Raw            *types.Log // Blockchain specific contextual infos
}

const L2BaseTokenWithdrawalWithMessageEventName = "WithdrawalWithMessage"

// ContractEventName returns the user-defined event name.
func (L2BaseTokenWithdrawalWithMessage) ContractEventName() string {
	return L2BaseTokenWithdrawalWithMessageEventName
}

// UnpackWithdrawalWithMessageEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WithdrawalWithMessage(address indexed l2Sender, address indexed l1Receiver, uint256 amount, bytes additionalData)
func (l2BaseToken *L2BaseToken) UnpackWithdrawalWithMessageEvent(log *types.Log) (*L2BaseTokenWithdrawalWithMessage, error) {
	event := "WithdrawalWithMessage"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2BaseToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2BaseTokenWithdrawalWithMessage)
	if len(log.Data) > 0 {
		if err := l2BaseToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2BaseToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l2BaseToken *L2BaseToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l2BaseToken.abi.Errors["ZeroAmount"].ID.Bytes()[:4]) {
		return l2BaseToken.UnpackZeroAmountError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2BaseToken.abi.Errors["ZeroReceiver"].ID.Bytes()[:4]) {
		return l2BaseToken.UnpackZeroReceiverError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L2BaseTokenZeroAmount represents a ZeroAmount error raised by the L2BaseToken contract.
type L2BaseTokenZeroAmount struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAmount()
func L2BaseTokenZeroAmountErrorID() common.Hash {
	return common.HexToHash("0x1f2a2005cb66a8e145327e8814e243a0996aec9bfe1e15a495778b1236dbd485")
}

// UnpackZeroAmountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAmount()
func (l2BaseToken *L2BaseToken) UnpackZeroAmountError(raw []byte) (*L2BaseTokenZeroAmount, error) {
	out := new(L2BaseTokenZeroAmount)
	if err := l2BaseToken.abi.UnpackIntoInterface(out, "ZeroAmount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2BaseTokenZeroReceiver represents a ZeroReceiver error raised by the L2BaseToken contract.
type L2BaseTokenZeroReceiver struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroReceiver()
func L2BaseTokenZeroReceiverErrorID() common.Hash {
	return common.HexToHash("0x6ba9ecd878fa468e149195b419d3e55375c73c59c7dad6b0c64dc4525650ade2")
}

// UnpackZeroReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroReceiver()
func (l2BaseToken *L2BaseToken) UnpackZeroReceiverError(raw []byte) (*L2BaseTokenZeroReceiver, error) {
	out := new(L2BaseTokenZeroReceiver)
	if err := l2BaseToken.abi.UnpackIntoInterface(out, "ZeroReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultMetaData contains all meta data concerning the L2NativeTokenVault contract.
var L2NativeTokenVaultMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"expected\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"supplied\",\"type\":\"address\"}],\"name\":\"AddressMismatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"AmountMustBeGreaterThanZero\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"supplied\",\"type\":\"bytes32\"}],\"name\":\"AssetIdMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"AssetIdNotSupported\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"MalformedData\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotComplexUpgrader\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenAlreadyRegistered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenNotSupported\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"received\",\"type\":\"uint256\"}],\"name\":\"TokensWithFeesNotSupported\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Unauthorized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes1\",\"name\":\"version\",\"type\":\"bytes1\"}],\"name\":\"UnsupportedMetadataVersion\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"actual\",\"type\":\"uint256\"}],\"name\":\"ValueMismatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgeBurn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"BridgeMint\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"originChainId\",\"type\":\"uint256\"}],\"name\":\"TokenRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ASSET_ROUTER\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"BASE_TOKEN_ASSET_ID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"L1_CHAIN_ID\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"assetId\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"originalCaller\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"bridgeBurn\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"bridgeMint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bridgedTokenBeacon\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenOriginChainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"originToken\",\"type\":\"address\"}],\"name\":\"calculateCreate2TokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"metadata\",\"type\":\"bytes\"}],\"name\":\"decodeMetadata\",\"outputs\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"originChainId\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"name\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"symbol\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"decimals\",\"type\":\"bytes\"}],\"internalType\":\"structAssetData.Metadata\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nativeToken\",\"type\":\"address\"}],\"name\":\"ensureTokenIsRegistered\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenOriginChainId\",\"type\":\"uint256\"}],\"name\":\"getERC20Getters\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"l1Token\",\"type\":\"address\"}],\"name\":\"l2TokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"originChainId\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nativeToken\",\"type\":\"address\"}],\"name\":\"registerToken\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"assetId\",\"type\":\"bytes32\"}],\"name\":\"tokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"burnData\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"expectedAssetId\",\"type\":\"bytes32\"}],\"name\":\"tryRegisterTokenFromBurnData\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "L2NativeTokenVault",
}

// L2NativeTokenVault is an auto generated Go binding around an Ethereum contract.
type L2NativeTokenVault struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L2NativeTokenVault) GetABI() abi.ABI {
	return c.abi
}

// NewL2NativeTokenVault creates a new instance of L2NativeTokenVault.
func NewL2NativeTokenVault() *L2NativeTokenVault {
	parsed, err := L2NativeTokenVaultMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L2NativeTokenVault{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L2NativeTokenVault) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackASSETROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6a70bbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ASSET_ROUTER() pure returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) PackASSETROUTER() []byte {
	enc, err := l2NativeTokenVault.abi.Pack("ASSET_ROUTER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackASSETROUTER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6a70bbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ASSET_ROUTER() pure returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackASSETROUTER() ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("ASSET_ROUTER")
}

// UnpackASSETROUTER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc6a70bbb.
//
// Solidity: function ASSET_ROUTER() pure returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackASSETROUTER(data []byte) (common.Address, error) {
	out, err := l2NativeTokenVault.abi.Unpack("ASSET_ROUTER", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBASETOKENASSETID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcb944dec.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BASE_TOKEN_ASSET_ID() view returns(bytes32)
func (l2NativeTokenVault *L2NativeTokenVault) PackBASETOKENASSETID() []byte {
	enc, err := l2NativeTokenVault.abi.Pack("BASE_TOKEN_ASSET_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBASETOKENASSETID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcb944dec.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BASE_TOKEN_ASSET_ID() view returns(bytes32)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackBASETOKENASSETID() ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("BASE_TOKEN_ASSET_ID")
}

// UnpackBASETOKENASSETID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcb944dec.
//
// Solidity: function BASE_TOKEN_ASSET_ID() view returns(bytes32)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackBASETOKENASSETID(data []byte) ([32]byte, error) {
	out, err := l2NativeTokenVault.abi.Unpack("BASE_TOKEN_ASSET_ID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l2NativeTokenVault *L2NativeTokenVault) PackL1CHAINID() []byte {
	enc, err := l2NativeTokenVault.abi.Pack("L1_CHAIN_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1CHAINID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f90b184.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackL1CHAINID() ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("L1_CHAIN_ID")
}

// UnpackL1CHAINID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2f90b184.
//
// Solidity: function L1_CHAIN_ID() view returns(uint256)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackL1CHAINID(data []byte) (*big.Int, error) {
	out, err := l2NativeTokenVault.abi.Unpack("L1_CHAIN_ID", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd3f60df.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function assetId(address token) view returns(bytes32)
func (l2NativeTokenVault *L2NativeTokenVault) PackAssetId(token common.Address) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("assetId", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAssetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd3f60df.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function assetId(address token) view returns(bytes32)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackAssetId(token common.Address) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("assetId", token)
}

// UnpackAssetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfd3f60df.
//
// Solidity: function assetId(address token) view returns(bytes32)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackAssetId(data []byte) ([32]byte, error) {
	out, err := l2NativeTokenVault.abi.Unpack("assetId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBridgeBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79d2e574.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes data) payable returns(bytes)
func (l2NativeTokenVault *L2NativeTokenVault) PackBridgeBurn(chainId *big.Int, id [32]byte, originalCaller common.Address, data []byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("bridgeBurn", chainId, id, originalCaller, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79d2e574.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes data) payable returns(bytes)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackBridgeBurn(chainId *big.Int, id [32]byte, originalCaller common.Address, data []byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("bridgeBurn", chainId, id, originalCaller, data)
}

// UnpackBridgeBurn is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x79d2e574.
//
// Solidity: function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes data) payable returns(bytes)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackBridgeBurn(data []byte) ([]byte, error) {
	out, err := l2NativeTokenVault.abi.Unpack("bridgeBurn", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackBridgeMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36ba0355.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgeMint(uint256 chainId, bytes32 id, bytes data) returns()
func (l2NativeTokenVault *L2NativeTokenVault) PackBridgeMint(chainId *big.Int, id [32]byte, data []byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("bridgeMint", chainId, id, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgeMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36ba0355.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgeMint(uint256 chainId, bytes32 id, bytes data) returns()
func (l2NativeTokenVault *L2NativeTokenVault) TryPackBridgeMint(chainId *big.Int, id [32]byte, data []byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("bridgeMint", chainId, id, data)
}

// PackBridgedTokenBeacon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2d44246.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bridgedTokenBeacon() view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) PackBridgedTokenBeacon() []byte {
	enc, err := l2NativeTokenVault.abi.Pack("bridgedTokenBeacon")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBridgedTokenBeacon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2d44246.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bridgedTokenBeacon() view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackBridgedTokenBeacon() ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("bridgedTokenBeacon")
}

// UnpackBridgedTokenBeacon is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf2d44246.
//
// Solidity: function bridgedTokenBeacon() view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackBridgedTokenBeacon(data []byte) (common.Address, error) {
	out, err := l2NativeTokenVault.abi.Unpack("bridgedTokenBeacon", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCalculateCreate2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc487412c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) PackCalculateCreate2TokenAddress(tokenOriginChainId *big.Int, originToken common.Address) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("calculateCreate2TokenAddress", tokenOriginChainId, originToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCalculateCreate2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc487412c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackCalculateCreate2TokenAddress(tokenOriginChainId *big.Int, originToken common.Address) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("calculateCreate2TokenAddress", tokenOriginChainId, originToken)
}

// UnpackCalculateCreate2TokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc487412c.
//
// Solidity: function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackCalculateCreate2TokenAddress(data []byte) (common.Address, error) {
	out, err := l2NativeTokenVault.abi.Unpack("calculateCreate2TokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDecodeMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce2c12f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decodeMetadata(bytes metadata) pure returns((uint256,bytes,bytes,bytes))
func (l2NativeTokenVault *L2NativeTokenVault) PackDecodeMetadata(metadata []byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("decodeMetadata", metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecodeMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce2c12f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decodeMetadata(bytes metadata) pure returns((uint256,bytes,bytes,bytes))
func (l2NativeTokenVault *L2NativeTokenVault) TryPackDecodeMetadata(metadata []byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("decodeMetadata", metadata)
}

// UnpackDecodeMetadata is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce2c12f8.
//
// Solidity: function decodeMetadata(bytes metadata) pure returns((uint256,bytes,bytes,bytes))
func (l2NativeTokenVault *L2NativeTokenVault) UnpackDecodeMetadata(data []byte) (AssetDataMetadata, error) {
	out, err := l2NativeTokenVault.abi.Unpack("decodeMetadata", data)
	if err != nil {
		return *new(AssetDataMetadata), err
	}
	out0 := *abi.ConvertType(out[0], new(AssetDataMetadata)).(*AssetDataMetadata)
	return out0, nil
}

// PackEnsureTokenIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19a2a285.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ensureTokenIsRegistered(address nativeToken) returns(bytes32 id)
func (l2NativeTokenVault *L2NativeTokenVault) PackEnsureTokenIsRegistered(nativeToken common.Address) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("ensureTokenIsRegistered", nativeToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnsureTokenIsRegistered is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19a2a285.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ensureTokenIsRegistered(address nativeToken) returns(bytes32 id)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackEnsureTokenIsRegistered(nativeToken common.Address) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("ensureTokenIsRegistered", nativeToken)
}

// UnpackEnsureTokenIsRegistered is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x19a2a285.
//
// Solidity: function ensureTokenIsRegistered(address nativeToken) returns(bytes32 id)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackEnsureTokenIsRegistered(data []byte) ([32]byte, error) {
	out, err := l2NativeTokenVault.abi.Unpack("ensureTokenIsRegistered", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetERC20Getters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7236d16.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getERC20Getters(address token, uint256 tokenOriginChainId) view returns(bytes)
func (l2NativeTokenVault *L2NativeTokenVault) PackGetERC20Getters(token common.Address, tokenOriginChainId *big.Int) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("getERC20Getters", token, tokenOriginChainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetERC20Getters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7236d16.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getERC20Getters(address token, uint256 tokenOriginChainId) view returns(bytes)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackGetERC20Getters(token common.Address, tokenOriginChainId *big.Int) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("getERC20Getters", token, tokenOriginChainId)
}

// UnpackGetERC20Getters is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa7236d16.
//
// Solidity: function getERC20Getters(address token, uint256 tokenOriginChainId) view returns(bytes)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackGetERC20Getters(data []byte) ([]byte, error) {
	out, err := l2NativeTokenVault.abi.Unpack("getERC20Getters", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackL2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f15168.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l2TokenAddress(address l1Token) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) PackL2TokenAddress(l1Token common.Address) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("l2TokenAddress", l1Token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL2TokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f15168.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l2TokenAddress(address l1Token) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackL2TokenAddress(l1Token common.Address) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("l2TokenAddress", l1Token)
}

// UnpackL2TokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf5f15168.
//
// Solidity: function l2TokenAddress(address l1Token) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackL2TokenAddress(data []byte) (common.Address, error) {
	out, err := l2NativeTokenVault.abi.Unpack("l2TokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOriginChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f3455b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function originChainId(bytes32 assetId) view returns(uint256)
func (l2NativeTokenVault *L2NativeTokenVault) PackOriginChainId(assetId [32]byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("originChainId", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOriginChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f3455b5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function originChainId(bytes32 assetId) view returns(uint256)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackOriginChainId(assetId [32]byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("originChainId", assetId)
}

// UnpackOriginChainId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5f3455b5.
//
// Solidity: function originChainId(bytes32 assetId) view returns(uint256)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackOriginChainId(data []byte) (*big.Int, error) {
	out, err := l2NativeTokenVault.abi.Unpack("originChainId", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegisterToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09824a80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerToken(address nativeToken) returns()
func (l2NativeTokenVault *L2NativeTokenVault) PackRegisterToken(nativeToken common.Address) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("registerToken", nativeToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09824a80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerToken(address nativeToken) returns()
func (l2NativeTokenVault *L2NativeTokenVault) TryPackRegisterToken(nativeToken common.Address) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("registerToken", nativeToken)
}

// PackTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97bb3ce9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenAddress(bytes32 assetId) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) PackTokenAddress(assetId [32]byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("tokenAddress", assetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97bb3ce9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenAddress(bytes32 assetId) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) TryPackTokenAddress(assetId [32]byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("tokenAddress", assetId)
}

// UnpackTokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x97bb3ce9.
//
// Solidity: function tokenAddress(bytes32 assetId) view returns(address)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackTokenAddress(data []byte) (common.Address, error) {
	out, err := l2NativeTokenVault.abi.Unpack("tokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTryRegisterTokenFromBurnData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49b40853.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tryRegisterTokenFromBurnData(bytes burnData, bytes32 expectedAssetId) returns()
func (l2NativeTokenVault *L2NativeTokenVault) PackTryRegisterTokenFromBurnData(burnData []byte, expectedAssetId [32]byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("tryRegisterTokenFromBurnData", burnData, expectedAssetId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTryRegisterTokenFromBurnData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49b40853.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tryRegisterTokenFromBurnData(bytes burnData, bytes32 expectedAssetId) returns()
func (l2NativeTokenVault *L2NativeTokenVault) TryPackTryRegisterTokenFromBurnData(burnData []byte, expectedAssetId [32]byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("tryRegisterTokenFromBurnData", burnData, expectedAssetId)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address implementation, bytes data) payable returns()
func (l2NativeTokenVault *L2NativeTokenVault) PackUpgradeToAndCall(implementation common.Address, data []byte) []byte {
	enc, err := l2NativeTokenVault.abi.Pack("upgradeToAndCall", implementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address implementation, bytes data) payable returns()
func (l2NativeTokenVault *L2NativeTokenVault) TryPackUpgradeToAndCall(implementation common.Address, data []byte) ([]byte, error) {
	return l2NativeTokenVault.abi.Pack("upgradeToAndCall", implementation, data)
}

// L2NativeTokenVaultBridgeBurn represents a BridgeBurn event raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultBridgeBurn struct {
	ChainId  *big.Int
	AssetId  [32]byte
	Sender   common.Address
	Receiver common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const L2NativeTokenVaultBridgeBurnEventName = "BridgeBurn"

// ContractEventName returns the user-defined event name.
func (L2NativeTokenVaultBridgeBurn) ContractEventName() string {
	return L2NativeTokenVaultBridgeBurnEventName
}

// UnpackBridgeBurnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeBurn(uint256 indexed chainId, bytes32 indexed assetId, address indexed sender, address receiver, uint256 amount)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackBridgeBurnEvent(log *types.Log) (*L2NativeTokenVaultBridgeBurn, error) {
	event := "BridgeBurn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2NativeTokenVaultBridgeBurn)
	if len(log.Data) > 0 {
		if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L2NativeTokenVaultBridgeMint represents a BridgeMint event raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultBridgeMint struct {
	ChainId  *big.Int
	AssetId  [32]byte
	Receiver common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const L2NativeTokenVaultBridgeMintEventName = "BridgeMint"

// ContractEventName returns the user-defined event name.
func (L2NativeTokenVaultBridgeMint) ContractEventName() string {
	return L2NativeTokenVaultBridgeMintEventName
}

// UnpackBridgeMintEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BridgeMint(uint256 indexed chainId, bytes32 indexed assetId, address receiver, uint256 amount)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackBridgeMintEvent(log *types.Log) (*L2NativeTokenVaultBridgeMint, error) {
	event := "BridgeMint"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2NativeTokenVaultBridgeMint)
	if len(log.Data) > 0 {
		if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L2NativeTokenVaultTokenRegistered represents a TokenRegistered event raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultTokenRegistered struct {
	Token         common.Address
	AssetId       [32]byte
	OriginChainId *big.Int
	Raw           *types.Log // Blockchain specific contextual infos
}

const L2NativeTokenVaultTokenRegisteredEventName = "TokenRegistered"

// ContractEventName returns the user-defined event name.
func (L2NativeTokenVaultTokenRegistered) ContractEventName() string {
	return L2NativeTokenVaultTokenRegisteredEventName
}

// UnpackTokenRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TokenRegistered(address indexed token, bytes32 indexed assetId, uint256 originChainId)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackTokenRegisteredEvent(log *types.Log) (*L2NativeTokenVaultTokenRegistered, error) {
	event := "TokenRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2NativeTokenVaultTokenRegistered)
	if len(log.Data) > 0 {
		if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L2NativeTokenVaultUpgraded represents a Upgraded event raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const L2NativeTokenVaultUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (L2NativeTokenVaultUpgraded) ContractEventName() string {
	return L2NativeTokenVaultUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackUpgradedEvent(log *types.Log) (*L2NativeTokenVaultUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l2NativeTokenVault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L2NativeTokenVaultUpgraded)
	if len(log.Data) > 0 {
		if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l2NativeTokenVault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l2NativeTokenVault *L2NativeTokenVault) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["AddressMismatch"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackAddressMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["AmountMustBeGreaterThanZero"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackAmountMustBeGreaterThanZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["AssetIdMismatch"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackAssetIdMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["AssetIdNotSupported"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackAssetIdNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["Create2EmptyBytecode"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackCreate2EmptyBytecodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["MalformedData"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackMalformedDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["NotComplexUpgrader"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackNotComplexUpgraderError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["TokenAlreadyRegistered"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackTokenAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["TokenNotSupported"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackTokenNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["TokensWithFeesNotSupported"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackTokensWithFeesNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["Unauthorized"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackUnauthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["UnsupportedMetadataVersion"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackUnsupportedMetadataVersionError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["ValueMismatch"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackValueMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], l2NativeTokenVault.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return l2NativeTokenVault.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L2NativeTokenVaultAddressEmptyCode represents a AddressEmptyCode error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func L2NativeTokenVaultAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackAddressEmptyCodeError(raw []byte) (*L2NativeTokenVaultAddressEmptyCode, error) {
	out := new(L2NativeTokenVaultAddressEmptyCode)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultAddressMismatch represents a AddressMismatch error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultAddressMismatch struct {
	Expected common.Address
	Supplied common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressMismatch(address expected, address supplied)
func L2NativeTokenVaultAddressMismatchErrorID() common.Hash {
	return common.HexToHash("0x1f73225fad09fbcecc8259cb4e82aee5cf8f34f66d1850e16d395013c1e4bdf8")
}

// UnpackAddressMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressMismatch(address expected, address supplied)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackAddressMismatchError(raw []byte) (*L2NativeTokenVaultAddressMismatch, error) {
	out := new(L2NativeTokenVaultAddressMismatch)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "AddressMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultAmountMustBeGreaterThanZero represents a AmountMustBeGreaterThanZero error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultAmountMustBeGreaterThanZero struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AmountMustBeGreaterThanZero()
func L2NativeTokenVaultAmountMustBeGreaterThanZeroErrorID() common.Hash {
	return common.HexToHash("0x5e85ae73eb8c49c612cf8b43492a731ba63766ea3a56ba10e2fb93b5bd5da7bb")
}

// UnpackAmountMustBeGreaterThanZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AmountMustBeGreaterThanZero()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackAmountMustBeGreaterThanZeroError(raw []byte) (*L2NativeTokenVaultAmountMustBeGreaterThanZero, error) {
	out := new(L2NativeTokenVaultAmountMustBeGreaterThanZero)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "AmountMustBeGreaterThanZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultAssetIdMismatch represents a AssetIdMismatch error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultAssetIdMismatch struct {
	Expected [32]byte
	Supplied [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdMismatch(bytes32 expected, bytes32 supplied)
func L2NativeTokenVaultAssetIdMismatchErrorID() common.Hash {
	return common.HexToHash("0x1294e9e13e3ae4285c3a7d0da609c12ae337d5d3ba75491c4738ec13767fbe16")
}

// UnpackAssetIdMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdMismatch(bytes32 expected, bytes32 supplied)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackAssetIdMismatchError(raw []byte) (*L2NativeTokenVaultAssetIdMismatch, error) {
	out := new(L2NativeTokenVaultAssetIdMismatch)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "AssetIdMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultAssetIdNotSupported represents a AssetIdNotSupported error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultAssetIdNotSupported struct {
	AssetId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func L2NativeTokenVaultAssetIdNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x04a0b7e9cdc2efedbbe7dcbf9d2a639244bcc10f2ba0bd24c16fb8200b4fb732")
}

// UnpackAssetIdNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AssetIdNotSupported(bytes32 assetId)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackAssetIdNotSupportedError(raw []byte) (*L2NativeTokenVaultAssetIdNotSupported, error) {
	out := new(L2NativeTokenVaultAssetIdNotSupported)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "AssetIdNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultCreate2EmptyBytecode represents a Create2EmptyBytecode error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultCreate2EmptyBytecode struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Create2EmptyBytecode()
func L2NativeTokenVaultCreate2EmptyBytecodeErrorID() common.Hash {
	return common.HexToHash("0x4ca249dcffe41558ef8b961d71c905e4fa4317a1663f377b9610642e4e0abdb6")
}

// UnpackCreate2EmptyBytecodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Create2EmptyBytecode()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackCreate2EmptyBytecodeError(raw []byte) (*L2NativeTokenVaultCreate2EmptyBytecode, error) {
	out := new(L2NativeTokenVaultCreate2EmptyBytecode)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "Create2EmptyBytecode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func L2NativeTokenVaultERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackERC1967InvalidImplementationError(raw []byte) (*L2NativeTokenVaultERC1967InvalidImplementation, error) {
	out := new(L2NativeTokenVaultERC1967InvalidImplementation)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultERC1967NonPayable represents a ERC1967NonPayable error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func L2NativeTokenVaultERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackERC1967NonPayableError(raw []byte) (*L2NativeTokenVaultERC1967NonPayable, error) {
	out := new(L2NativeTokenVaultERC1967NonPayable)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultFailedCall represents a FailedCall error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func L2NativeTokenVaultFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackFailedCallError(raw []byte) (*L2NativeTokenVaultFailedCall, error) {
	out := new(L2NativeTokenVaultFailedCall)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultFailedDeployment represents a FailedDeployment error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func L2NativeTokenVaultFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackFailedDeploymentError(raw []byte) (*L2NativeTokenVaultFailedDeployment, error) {
	out := new(L2NativeTokenVaultFailedDeployment)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultInsufficientBalance represents a InsufficientBalance error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func L2NativeTokenVaultInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackInsufficientBalanceError(raw []byte) (*L2NativeTokenVaultInsufficientBalance, error) {
	out := new(L2NativeTokenVaultInsufficientBalance)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultMalformedData represents a MalformedData error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultMalformedData struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MalformedData(uint256 length)
func L2NativeTokenVaultMalformedDataErrorID() common.Hash {
	return common.HexToHash("0x84027694593258652c3080c8cdbab666b33cdc8ddc761b33a7401a41b8b25898")
}

// UnpackMalformedDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MalformedData(uint256 length)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackMalformedDataError(raw []byte) (*L2NativeTokenVaultMalformedData, error) {
	out := new(L2NativeTokenVaultMalformedData)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "MalformedData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultNotComplexUpgrader represents a NotComplexUpgrader error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultNotComplexUpgrader struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotComplexUpgrader(address caller)
func L2NativeTokenVaultNotComplexUpgraderErrorID() common.Hash {
	return common.HexToHash("0xe5c960ea8984d46be818b8d3c3e5fac2a96c7a47b45a9b3f06f9398e5859c68c")
}

// UnpackNotComplexUpgraderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotComplexUpgrader(address caller)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackNotComplexUpgraderError(raw []byte) (*L2NativeTokenVaultNotComplexUpgrader, error) {
	out := new(L2NativeTokenVaultNotComplexUpgrader)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "NotComplexUpgrader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func L2NativeTokenVaultReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackReentrancyGuardReentrantCallError(raw []byte) (*L2NativeTokenVaultReentrancyGuardReentrantCall, error) {
	out := new(L2NativeTokenVaultReentrancyGuardReentrantCall)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func L2NativeTokenVaultSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackSafeERC20FailedOperationError(raw []byte) (*L2NativeTokenVaultSafeERC20FailedOperation, error) {
	out := new(L2NativeTokenVaultSafeERC20FailedOperation)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultTokenAlreadyRegistered represents a TokenAlreadyRegistered error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultTokenAlreadyRegistered struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenAlreadyRegistered(address token)
func L2NativeTokenVaultTokenAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0x4f4b634e4a3ec4a90b84a519bc5240b982a8d9414f434c3ed598822d3c63b6d7")
}

// UnpackTokenAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenAlreadyRegistered(address token)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackTokenAlreadyRegisteredError(raw []byte) (*L2NativeTokenVaultTokenAlreadyRegistered, error) {
	out := new(L2NativeTokenVaultTokenAlreadyRegistered)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "TokenAlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultTokenNotSupported represents a TokenNotSupported error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultTokenNotSupported struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenNotSupported(address token)
func L2NativeTokenVaultTokenNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x06439c6b1b357b6be0aa3d3fe850f1ea1326fd095084552fe9d54f7e64a7a4bd")
}

// UnpackTokenNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenNotSupported(address token)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackTokenNotSupportedError(raw []byte) (*L2NativeTokenVaultTokenNotSupported, error) {
	out := new(L2NativeTokenVaultTokenNotSupported)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "TokenNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultTokensWithFeesNotSupported represents a TokensWithFeesNotSupported error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultTokensWithFeesNotSupported struct {
	Expected *big.Int
	Received *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokensWithFeesNotSupported(uint256 expected, uint256 received)
func L2NativeTokenVaultTokensWithFeesNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x94dba6b0b908ace4005cadd22cbdf44c21f592c9ea019c2b816b98943147aa4e")
}

// UnpackTokensWithFeesNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokensWithFeesNotSupported(uint256 expected, uint256 received)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackTokensWithFeesNotSupportedError(raw []byte) (*L2NativeTokenVaultTokensWithFeesNotSupported, error) {
	out := new(L2NativeTokenVaultTokensWithFeesNotSupported)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "TokensWithFeesNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultUnauthorized represents a Unauthorized error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultUnauthorized struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Unauthorized(address caller)
func L2NativeTokenVaultUnauthorizedErrorID() common.Hash {
	return common.HexToHash("0x8e4a23d6a5d81f013eca4bc92aeb9214ccafcaebd1f097c350c922d6e19122d5")
}

// UnpackUnauthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Unauthorized(address caller)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackUnauthorizedError(raw []byte) (*L2NativeTokenVaultUnauthorized, error) {
	out := new(L2NativeTokenVaultUnauthorized)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "Unauthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultUnsupportedMetadataVersion represents a UnsupportedMetadataVersion error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultUnsupportedMetadataVersion struct {
	Version [1]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnsupportedMetadataVersion(bytes1 version)
func L2NativeTokenVaultUnsupportedMetadataVersionErrorID() common.Hash {
	return common.HexToHash("0xf160618e303dc760284a27427b3cdce97282c6faca5f90a75e759e4fc38c6a6e")
}

// UnpackUnsupportedMetadataVersionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnsupportedMetadataVersion(bytes1 version)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackUnsupportedMetadataVersionError(raw []byte) (*L2NativeTokenVaultUnsupportedMetadataVersion, error) {
	out := new(L2NativeTokenVaultUnsupportedMetadataVersion)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "UnsupportedMetadataVersion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultValueMismatch represents a ValueMismatch error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultValueMismatch struct {
	Expected *big.Int
	Actual   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ValueMismatch(uint256 expected, uint256 actual)
func L2NativeTokenVaultValueMismatchErrorID() common.Hash {
	return common.HexToHash("0x626ade30b602bf9a3b5aab29d4b89b4e805bf63222f673c9b10b2f6ca4f2b089")
}

// UnpackValueMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ValueMismatch(uint256 expected, uint256 actual)
func (l2NativeTokenVault *L2NativeTokenVault) UnpackValueMismatchError(raw []byte) (*L2NativeTokenVaultValueMismatch, error) {
	out := new(L2NativeTokenVaultValueMismatch)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "ValueMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L2NativeTokenVaultZeroAddress represents a ZeroAddress error raised by the L2NativeTokenVault contract.
type L2NativeTokenVaultZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func L2NativeTokenVaultZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (l2NativeTokenVault *L2NativeTokenVault) UnpackZeroAddressError(raw []byte) (*L2NativeTokenVaultZeroAddress, error) {
	out := new(L2NativeTokenVaultZeroAddress)
	if err := l2NativeTokenVault.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessageRootMetaData contains all meta data concerning the MessageRoot contract.
var MessageRootMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractIBridgehub\",\"name\":\"bridgehub\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotTheChain\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"batchRoot\",\"type\":\"bytes32\"}],\"name\":\"AppendedChainBatchRoot\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"BRIDGE_HUB\",\"outputs\":[{\"internalType\":\"contractIBridgehub\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"batchRoot\",\"type\":\"bytes32\"}],\"name\":\"addChainBatchRoot\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"aggregatedRoot\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"chainRoot\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "MessageRoot",
}

// MessageRoot is an auto generated Go binding around an Ethereum contract.
type MessageRoot struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *MessageRoot) GetABI() abi.ABI {
	return c.abi
}

// NewMessageRoot creates a new instance of MessageRoot.
func NewMessageRoot() *MessageRoot {
	parsed, err := MessageRootMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &MessageRoot{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *MessageRoot) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address bridgehub) returns()
func (messageRoot *MessageRoot) PackConstructor(bridgehub common.Address) []byte {
	enc, err := messageRoot.abi.Pack("", bridgehub)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (messageRoot *MessageRoot) PackBRIDGEHUB() []byte {
	enc, err := messageRoot.abi.Pack("BRIDGE_HUB")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBRIDGEHUB is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4edca7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (messageRoot *MessageRoot) TryPackBRIDGEHUB() ([]byte, error) {
	return messageRoot.abi.Pack("BRIDGE_HUB")
}

// UnpackBRIDGEHUB is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5d4edca7.
//
// Solidity: function BRIDGE_HUB() view returns(address)
func (messageRoot *MessageRoot) UnpackBRIDGEHUB(data []byte) (common.Address, error) {
	out, err := messageRoot.abi.Unpack("BRIDGE_HUB", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAddChainBatchRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb644fc5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addChainBatchRoot(uint256 chainId, uint256 batchNumber, bytes32 batchRoot) returns()
func (messageRoot *MessageRoot) PackAddChainBatchRoot(chainId *big.Int, batchNumber *big.Int, batchRoot [32]byte) []byte {
	enc, err := messageRoot.abi.Pack("addChainBatchRoot", chainId, batchNumber, batchRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddChainBatchRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb644fc5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addChainBatchRoot(uint256 chainId, uint256 batchNumber, bytes32 batchRoot) returns()
func (messageRoot *MessageRoot) TryPackAddChainBatchRoot(chainId *big.Int, batchNumber *big.Int, batchRoot [32]byte) ([]byte, error) {
	return messageRoot.abi.Pack("addChainBatchRoot", chainId, batchNumber, batchRoot)
}

// PackAggregatedRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4596fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function aggregatedRoot() view returns(bytes32)
func (messageRoot *MessageRoot) PackAggregatedRoot() []byte {
	enc, err := messageRoot.abi.Pack("aggregatedRoot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAggregatedRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4596fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function aggregatedRoot() view returns(bytes32)
func (messageRoot *MessageRoot) TryPackAggregatedRoot() ([]byte, error) {
	return messageRoot.abi.Pack("aggregatedRoot")
}

// UnpackAggregatedRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa4596fde.
//
// Solidity: function aggregatedRoot() view returns(bytes32)
func (messageRoot *MessageRoot) UnpackAggregatedRoot(data []byte) ([32]byte, error) {
	out, err := messageRoot.abi.Unpack("aggregatedRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackChainRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x44995de6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainRoot(uint256 chainId) view returns(bytes32)
func (messageRoot *MessageRoot) PackChainRoot(chainId *big.Int) []byte {
	enc, err := messageRoot.abi.Pack("chainRoot", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x44995de6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainRoot(uint256 chainId) view returns(bytes32)
func (messageRoot *MessageRoot) TryPackChainRoot(chainId *big.Int) ([]byte, error) {
	return messageRoot.abi.Pack("chainRoot", chainId)
}

// UnpackChainRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x44995de6.
//
// Solidity: function chainRoot(uint256 chainId) view returns(bytes32)
func (messageRoot *MessageRoot) UnpackChainRoot(data []byte) ([32]byte, error) {
	out, err := messageRoot.abi.Unpack("chainRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// MessageRootAppendedChainBatchRoot represents a AppendedChainBatchRoot event raised by the MessageRoot contract.
type MessageRootAppendedChainBatchRoot struct {
	ChainId     *big.Int
	BatchNumber *big.Int
	BatchRoot   [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const MessageRootAppendedChainBatchRootEventName = "AppendedChainBatchRoot"

// ContractEventName returns the user-defined event name.
func (MessageRootAppendedChainBatchRoot) ContractEventName() string {
	return MessageRootAppendedChainBatchRootEventName
}

// UnpackAppendedChainBatchRootEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AppendedChainBatchRoot(uint256 indexed chainId, uint256 indexed batchNumber, bytes32 batchRoot)
func (messageRoot *MessageRoot) UnpackAppendedChainBatchRootEvent(log *types.Log) (*MessageRootAppendedChainBatchRoot, error) {
	event := "AppendedChainBatchRoot"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messageRoot.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessageRootAppendedChainBatchRoot)
	if len(log.Data) > 0 {
		if err := messageRoot.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messageRoot.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (messageRoot *MessageRoot) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], messageRoot.abi.Errors["NotTheChain"].ID.Bytes()[:4]) {
		return messageRoot.UnpackNotTheChainError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MessageRootNotTheChain represents a NotTheChain error raised by the MessageRoot contract.
type MessageRootNotTheChain struct {
	ChainId *big.Int
	Caller  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheChain(uint256 chainId, address caller)
func MessageRootNotTheChainErrorID() common.Hash {
	return common.HexToHash("0x83016cb0414d7897dcf1531af2408c31a5d51729925302da42964dad158bd417")
}

// UnpackNotTheChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheChain(uint256 chainId, address caller)
func (messageRoot *MessageRoot) UnpackNotTheChainError(raw []byte) (*MessageRootNotTheChain, error) {
	out := new(MessageRootNotTheChain)
	if err := messageRoot.abi.UnpackIntoInterface(out, "NotTheChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestERC20MetaData contains all meta data concerning the TestERC20 contract.
var TestERC20MetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"symbol\",\"type\":\"string\"},{\"internalType\":\"uint8\",\"name\":\"decimals_\",\"type\":\"uint8\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "TestERC20",
}

// TestERC20 is an auto generated Go binding around an Ethereum contract.
type TestERC20 struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TestERC20) GetABI() abi.ABI {
	return c.abi
}

// NewTestERC20 creates a new instance of TestERC20.
func NewTestERC20() *TestERC20 {
	parsed, err := TestERC20MetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TestERC20{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TestERC20) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(string name, string symbol, uint8 decimals_) returns()
func (testERC20 *TestERC20) PackConstructor(name string, symbol string, decimals_ uint8) []byte {
	enc, err := testERC20.abi.Pack("", name, symbol, decimals_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (testERC20 *TestERC20) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := testERC20.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (testERC20 *TestERC20) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return testERC20.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (testERC20 *TestERC20) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := testERC20.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (testERC20 *TestERC20) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := testERC20.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (testERC20 *TestERC20) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return testERC20.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (testERC20 *TestERC20) UnpackApprove(data []byte) (bool, error) {
	out, err := testERC20.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (testERC20 *TestERC20) PackBalanceOf(account common.Address) []byte {
	enc, err := testERC20.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (testERC20 *TestERC20) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return testERC20.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (testERC20 *TestERC20) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := testERC20.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (testERC20 *TestERC20) PackDecimals() []byte {
	enc, err := testERC20.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (testERC20 *TestERC20) TryPackDecimals() ([]byte, error) {
	return testERC20.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (testERC20 *TestERC20) UnpackDecimals(data []byte) (uint8, error) {
	out, err := testERC20.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns(bool)
func (testERC20 *TestERC20) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := testERC20.abi.Pack("mint", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 amount) returns(bool)
func (testERC20 *TestERC20) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return testERC20.abi.Pack("mint", to, amount)
}

// UnpackMint is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x40c10f19.
//
// Solidity: function mint(address to, uint256 amount) returns(bool)
func (testERC20 *TestERC20) UnpackMint(data []byte) (bool, error) {
	out, err := testERC20.abi.Unpack("mint", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (testERC20 *TestERC20) PackName() []byte {
	enc, err := testERC20.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (testERC20 *TestERC20) TryPackName() ([]byte, error) {
	return testERC20.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (testERC20 *TestERC20) UnpackName(data []byte) (string, error) {
	out, err := testERC20.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (testERC20 *TestERC20) PackSymbol() []byte {
	enc, err := testERC20.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (testERC20 *TestERC20) TryPackSymbol() ([]byte, error) {
	return testERC20.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (testERC20 *TestERC20) UnpackSymbol(data []byte) (string, error) {
	out, err := testERC20.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (testERC20 *TestERC20) PackTotalSupply() []byte {
	enc, err := testERC20.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (testERC20 *TestERC20) TryPackTotalSupply() ([]byte, error) {
	return testERC20.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (testERC20 *TestERC20) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := testERC20.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (testERC20 *TestERC20) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := testERC20.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (testERC20 *TestERC20) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return testERC20.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (testERC20 *TestERC20) UnpackTransfer(data []byte) (bool, error) {
	out, err := testERC20.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (testERC20 *TestERC20) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := testERC20.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (testERC20 *TestERC20) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return testERC20.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (testERC20 *TestERC20) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := testERC20.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// TestERC20Approval represents a Approval event raised by the TestERC20 contract.
type TestERC20Approval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const TestERC20ApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (TestERC20Approval) ContractEventName() string {
	return TestERC20ApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (testERC20 *TestERC20) UnpackApprovalEvent(log *types.Log) (*TestERC20Approval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != testERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TestERC20Approval)
	if len(log.Data) > 0 {
		if err := testERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range testERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TestERC20Transfer represents a Transfer event raised by the TestERC20 contract.
type TestERC20Transfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const TestERC20TransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (TestERC20Transfer) ContractEventName() string {
	return TestERC20TransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (testERC20 *TestERC20) UnpackTransferEvent(log *types.Log) (*TestERC20Transfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != testERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TestERC20Transfer)
	if len(log.Data) > 0 {
		if err := testERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range testERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (testERC20 *TestERC20) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], testERC20.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return testERC20.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], testERC20.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return testERC20.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], testERC20.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return testERC20.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], testERC20.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return testERC20.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], testERC20.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return testERC20.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], testERC20.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return testERC20.UnpackERC20InvalidSpenderError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TestERC20ERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the TestERC20 contract.
type TestERC20ERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func TestERC20ERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (testERC20 *TestERC20) UnpackERC20InsufficientAllowanceError(raw []byte) (*TestERC20ERC20InsufficientAllowance, error) {
	out := new(TestERC20ERC20InsufficientAllowance)
	if err := testERC20.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestERC20ERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the TestERC20 contract.
type TestERC20ERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func TestERC20ERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (testERC20 *TestERC20) UnpackERC20InsufficientBalanceError(raw []byte) (*TestERC20ERC20InsufficientBalance, error) {
	out := new(TestERC20ERC20InsufficientBalance)
	if err := testERC20.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestERC20ERC20InvalidApprover represents a ERC20InvalidApprover error raised by the TestERC20 contract.
type TestERC20ERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func TestERC20ERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (testERC20 *TestERC20) UnpackERC20InvalidApproverError(raw []byte) (*TestERC20ERC20InvalidApprover, error) {
	out := new(TestERC20ERC20InvalidApprover)
	if err := testERC20.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestERC20ERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the TestERC20 contract.
type TestERC20ERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func TestERC20ERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (testERC20 *TestERC20) UnpackERC20InvalidReceiverError(raw []byte) (*TestERC20ERC20InvalidReceiver, error) {
	out := new(TestERC20ERC20InvalidReceiver)
	if err := testERC20.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestERC20ERC20InvalidSender represents a ERC20InvalidSender error raised by the TestERC20 contract.
type TestERC20ERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func TestERC20ERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (testERC20 *TestERC20) UnpackERC20InvalidSenderError(raw []byte) (*TestERC20ERC20InvalidSender, error) {
	out := new(TestERC20ERC20InvalidSender)
	if err := testERC20.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestERC20ERC20InvalidSpender represents a ERC20InvalidSpender error raised by the TestERC20 contract.
type TestERC20ERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func TestERC20ERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (testERC20 *TestERC20) UnpackERC20InvalidSpenderError(raw []byte) (*TestERC20ERC20InvalidSpender, error) {
	out := new(TestERC20ERC20InvalidSpender)
	if err := testERC20.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// UnprovenVerifierMetaData contains all meta data concerning the UnprovenVerifier contract.
var UnprovenVerifierMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"NotADevelopmentChain\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"words\",\"type\":\"uint256\"}],\"name\":\"ProofLengthInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"given\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"PublicInputMismatch\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"publicInput\",\"type\":\"uint256\"}],\"name\":\"UnprovenBatchAccepted\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"publicInput\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"proof\",\"type\":\"uint256[]\"}],\"name\":\"verify\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "UnprovenVerifier",
}

// UnprovenVerifier is an auto generated Go binding around an Ethereum contract.
type UnprovenVerifier struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *UnprovenVerifier) GetABI() abi.ABI {
	return c.abi
}

// NewUnprovenVerifier creates a new instance of UnprovenVerifier.
func NewUnprovenVerifier() *UnprovenVerifier {
	parsed, err := UnprovenVerifierMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &UnprovenVerifier{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *UnprovenVerifier) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb382a84c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(uint256 publicInput, uint256[] proof) returns(bool)
func (unprovenVerifier *UnprovenVerifier) PackVerify(publicInput *big.Int, proof []*big.Int) []byte {
	enc, err := unprovenVerifier.abi.Pack("verify", publicInput, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb382a84c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(uint256 publicInput, uint256[] proof) returns(bool)
func (unprovenVerifier *UnprovenVerifier) TryPackVerify(publicInput *big.Int, proof []*big.Int) ([]byte, error) {
	return unprovenVerifier.abi.Pack("verify", publicInput, proof)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb382a84c.
//
// Solidity: function verify(uint256 publicInput, uint256[] proof) returns(bool)
func (unprovenVerifier *UnprovenVerifier) UnpackVerify(data []byte) (bool, error) {
	out, err := unprovenVerifier.abi.Unpack("verify", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// UnprovenVerifierUnprovenBatchAccepted represents a UnprovenBatchAccepted event raised by the UnprovenVerifier contract.
type UnprovenVerifierUnprovenBatchAccepted struct {
	Chain       common.Address
	PublicInput *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const UnprovenVerifierUnprovenBatchAcceptedEventName = "UnprovenBatchAccepted"

// ContractEventName returns the user-defined event name.
func (UnprovenVerifierUnprovenBatchAccepted) ContractEventName() string {
	return UnprovenVerifierUnprovenBatchAcceptedEventName
}

// UnpackUnprovenBatchAcceptedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnprovenBatchAccepted(address indexed chain, uint256 publicInput)
func (unprovenVerifier *UnprovenVerifier) UnpackUnprovenBatchAcceptedEvent(log *types.Log) (*UnprovenVerifierUnprovenBatchAccepted, error) {
	event := "UnprovenBatchAccepted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != unprovenVerifier.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(UnprovenVerifierUnprovenBatchAccepted)
	if len(log.Data) > 0 {
		if err := unprovenVerifier.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range unprovenVerifier.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (unprovenVerifier *UnprovenVerifier) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], unprovenVerifier.abi.Errors["NotADevelopmentChain"].ID.Bytes()[:4]) {
		return unprovenVerifier.UnpackNotADevelopmentChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], unprovenVerifier.abi.Errors["ProofLengthInvalid"].ID.Bytes()[:4]) {
		return unprovenVerifier.UnpackProofLengthInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], unprovenVerifier.abi.Errors["PublicInputMismatch"].ID.Bytes()[:4]) {
		return unprovenVerifier.UnpackPublicInputMismatchError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// UnprovenVerifierNotADevelopmentChain represents a NotADevelopmentChain error raised by the UnprovenVerifier contract.
type UnprovenVerifierNotADevelopmentChain struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotADevelopmentChain(uint256 chainId)
func UnprovenVerifierNotADevelopmentChainErrorID() common.Hash {
	return common.HexToHash("0xd84a67724e38c1d209133ebc2ae3792dad98ebb0613a3590fa2d6a8299fb9e88")
}

// UnpackNotADevelopmentChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotADevelopmentChain(uint256 chainId)
func (unprovenVerifier *UnprovenVerifier) UnpackNotADevelopmentChainError(raw []byte) (*UnprovenVerifierNotADevelopmentChain, error) {
	out := new(UnprovenVerifierNotADevelopmentChain)
	if err := unprovenVerifier.abi.UnpackIntoInterface(out, "NotADevelopmentChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// UnprovenVerifierProofLengthInvalid represents a ProofLengthInvalid error raised by the UnprovenVerifier contract.
type UnprovenVerifierProofLengthInvalid struct {
	Words *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProofLengthInvalid(uint256 words)
func UnprovenVerifierProofLengthInvalidErrorID() common.Hash {
	return common.HexToHash("0x2c4bf2ece4cbf336f5d05ef789cc5112d216ca24a83d3559674e69c1f3b67bbd")
}

// UnpackProofLengthInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProofLengthInvalid(uint256 words)
func (unprovenVerifier *UnprovenVerifier) UnpackProofLengthInvalidError(raw []byte) (*UnprovenVerifierProofLengthInvalid, error) {
	out := new(UnprovenVerifierProofLengthInvalid)
	if err := unprovenVerifier.abi.UnpackIntoInterface(out, "ProofLengthInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// UnprovenVerifierPublicInputMismatch represents a PublicInputMismatch error raised by the UnprovenVerifier contract.
type UnprovenVerifierPublicInputMismatch struct {
	Given    *big.Int
	Expected *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PublicInputMismatch(uint256 given, uint256 expected)
func UnprovenVerifierPublicInputMismatchErrorID() common.Hash {
	return common.HexToHash("0x9fabf2a479103c9b58d67be18fa6839f822be7cbc4e3964102d4222d4e318949")
}

// UnpackPublicInputMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PublicInputMismatch(uint256 given, uint256 expected)
func (unprovenVerifier *UnprovenVerifier) UnpackPublicInputMismatchError(raw []byte) (*UnprovenVerifierPublicInputMismatch, error) {
	out := new(UnprovenVerifierPublicInputMismatch)
	if err := unprovenVerifier.abi.UnpackIntoInterface(out, "PublicInputMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockMetaData contains all meta data concerning the ValidatorTimelock contract.
var ValidatorTimelockMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"executableFrom\",\"type\":\"uint256\"}],\"name\":\"DelayNotPassed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotAChainAdmin\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"RoleMissing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"RoleUnknown\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"batchHash\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"BlockCommit\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"batchHash\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"BlockExecution\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalBatchesCommitted\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalBatchesVerified\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalBatchesExecuted\",\"type\":\"uint256\"}],\"name\":\"BlocksRevert\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"previousLastVerifiedBatch\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"currentLastVerifiedBatch\",\"type\":\"uint256\"}],\"name\":\"BlocksVerification\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"ChainRoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"ChainRoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"newExecutionDelay\",\"type\":\"uint256\"}],\"name\":\"NewExecutionDelay\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"firstBlockNumber\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"lastBlockNumber\",\"type\":\"uint64\"}],\"name\":\"ReportCommittedBatchRange\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"COMMITTER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"EXECUTOR_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PROVER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"REVERTER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"commitBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"executeBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"executionDelay\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"batchNumber\",\"type\":\"uint256\"}],\"name\":\"getCommittedBatchTimestamp\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantChainRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasChainRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"executionDelaySeconds\",\"type\":\"uint32\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"to\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"proveBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"newLastBatch\",\"type\":\"uint256\"}],\"name\":\"revertBatchesSharedBridge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"chain\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeChainRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint32\",\"name\":\"newExecutionDelaySeconds\",\"type\":\"uint32\"}],\"name\":\"setExecutionDelay\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "ValidatorTimelock",
}

// ValidatorTimelock is an auto generated Go binding around an Ethereum contract.
type ValidatorTimelock struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ValidatorTimelock) GetABI() abi.ABI {
	return c.abi
}

// NewValidatorTimelock creates a new instance of ValidatorTimelock.
func NewValidatorTimelock() *ValidatorTimelock {
	parsed, err := ValidatorTimelockMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ValidatorTimelock{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ValidatorTimelock) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75b238fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ADMIN_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) PackADMINROLE() []byte {
	enc, err := validatorTimelock.abi.Pack("ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75b238fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ADMIN_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) TryPackADMINROLE() ([]byte, error) {
	return validatorTimelock.abi.Pack("ADMIN_ROLE")
}

// UnpackADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x75b238fc.
//
// Solidity: function ADMIN_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) UnpackADMINROLE(data []byte) ([32]byte, error) {
	out, err := validatorTimelock.abi.Unpack("ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCOMMITTERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a7c3f73.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function COMMITTER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) PackCOMMITTERROLE() []byte {
	enc, err := validatorTimelock.abi.Pack("COMMITTER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCOMMITTERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a7c3f73.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function COMMITTER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) TryPackCOMMITTERROLE() ([]byte, error) {
	return validatorTimelock.abi.Pack("COMMITTER_ROLE")
}

// UnpackCOMMITTERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1a7c3f73.
//
// Solidity: function COMMITTER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) UnpackCOMMITTERROLE(data []byte) ([32]byte, error) {
	out, err := validatorTimelock.abi.Unpack("COMMITTER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEXECUTORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07bd0265.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function EXECUTOR_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) PackEXECUTORROLE() []byte {
	enc, err := validatorTimelock.abi.Pack("EXECUTOR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEXECUTORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07bd0265.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function EXECUTOR_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) TryPackEXECUTORROLE() ([]byte, error) {
	return validatorTimelock.abi.Pack("EXECUTOR_ROLE")
}

// UnpackEXECUTORROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x07bd0265.
//
// Solidity: function EXECUTOR_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) UnpackEXECUTORROLE(data []byte) ([32]byte, error) {
	out, err := validatorTimelock.abi.Unpack("EXECUTOR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPROVERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc9a4ef6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PROVER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) PackPROVERROLE() []byte {
	enc, err := validatorTimelock.abi.Pack("PROVER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPROVERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc9a4ef6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PROVER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) TryPackPROVERROLE() ([]byte, error) {
	return validatorTimelock.abi.Pack("PROVER_ROLE")
}

// UnpackPROVERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdc9a4ef6.
//
// Solidity: function PROVER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) UnpackPROVERROLE(data []byte) ([32]byte, error) {
	out, err := validatorTimelock.abi.Unpack("PROVER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackREVERTERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2287f07b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REVERTER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) PackREVERTERROLE() []byte {
	enc, err := validatorTimelock.abi.Pack("REVERTER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackREVERTERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2287f07b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function REVERTER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) TryPackREVERTERROLE() ([]byte, error) {
	return validatorTimelock.abi.Pack("REVERTER_ROLE")
}

// UnpackREVERTERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2287f07b.
//
// Solidity: function REVERTER_ROLE() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) UnpackREVERTERROLE(data []byte) ([32]byte, error) {
	out, err := validatorTimelock.abi.Unpack("REVERTER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (validatorTimelock *ValidatorTimelock) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := validatorTimelock.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (validatorTimelock *ValidatorTimelock) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return validatorTimelock.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (validatorTimelock *ValidatorTimelock) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := validatorTimelock.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (validatorTimelock *ValidatorTimelock) PackAcceptOwnership() []byte {
	enc, err := validatorTimelock.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (validatorTimelock *ValidatorTimelock) TryPackAcceptOwnership() ([]byte, error) {
	return validatorTimelock.abi.Pack("acceptOwnership")
}

// PackCommitBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0db9eb87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes data) returns()
func (validatorTimelock *ValidatorTimelock) PackCommitBatchesSharedBridge(chain common.Address, from *big.Int, to *big.Int, data []byte) []byte {
	enc, err := validatorTimelock.abi.Pack("commitBatchesSharedBridge", chain, from, to, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0db9eb87.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes data) returns()
func (validatorTimelock *ValidatorTimelock) TryPackCommitBatchesSharedBridge(chain common.Address, from *big.Int, to *big.Int, data []byte) ([]byte, error) {
	return validatorTimelock.abi.Pack("commitBatchesSharedBridge", chain, from, to, data)
}

// PackExecuteBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa085344d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function executeBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes data) returns()
func (validatorTimelock *ValidatorTimelock) PackExecuteBatchesSharedBridge(chain common.Address, from *big.Int, to *big.Int, data []byte) []byte {
	enc, err := validatorTimelock.abi.Pack("executeBatchesSharedBridge", chain, from, to, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecuteBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa085344d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function executeBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes data) returns()
func (validatorTimelock *ValidatorTimelock) TryPackExecuteBatchesSharedBridge(chain common.Address, from *big.Int, to *big.Int, data []byte) ([]byte, error) {
	return validatorTimelock.abi.Pack("executeBatchesSharedBridge", chain, from, to, data)
}

// PackExecutionDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b257989.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function executionDelay() view returns(uint32)
func (validatorTimelock *ValidatorTimelock) PackExecutionDelay() []byte {
	enc, err := validatorTimelock.abi.Pack("executionDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecutionDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b257989.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function executionDelay() view returns(uint32)
func (validatorTimelock *ValidatorTimelock) TryPackExecutionDelay() ([]byte, error) {
	return validatorTimelock.abi.Pack("executionDelay")
}

// UnpackExecutionDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b257989.
//
// Solidity: function executionDelay() view returns(uint32)
func (validatorTimelock *ValidatorTimelock) UnpackExecutionDelay(data []byte) (uint32, error) {
	out, err := validatorTimelock.abi.Unpack("executionDelay", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackGetCommittedBatchTimestamp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb4dba6f9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getCommittedBatchTimestamp(address chain, uint256 batchNumber) view returns(uint256)
func (validatorTimelock *ValidatorTimelock) PackGetCommittedBatchTimestamp(chain common.Address, batchNumber *big.Int) []byte {
	enc, err := validatorTimelock.abi.Pack("getCommittedBatchTimestamp", chain, batchNumber)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetCommittedBatchTimestamp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb4dba6f9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getCommittedBatchTimestamp(address chain, uint256 batchNumber) view returns(uint256)
func (validatorTimelock *ValidatorTimelock) TryPackGetCommittedBatchTimestamp(chain common.Address, batchNumber *big.Int) ([]byte, error) {
	return validatorTimelock.abi.Pack("getCommittedBatchTimestamp", chain, batchNumber)
}

// UnpackGetCommittedBatchTimestamp is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb4dba6f9.
//
// Solidity: function getCommittedBatchTimestamp(address chain, uint256 batchNumber) view returns(uint256)
func (validatorTimelock *ValidatorTimelock) UnpackGetCommittedBatchTimestamp(data []byte) (*big.Int, error) {
	out, err := validatorTimelock.abi.Unpack("getCommittedBatchTimestamp", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGrantChainRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x911edbfb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantChainRole(address chain, bytes32 role, address account) returns()
func (validatorTimelock *ValidatorTimelock) PackGrantChainRole(chain common.Address, role [32]byte, account common.Address) []byte {
	enc, err := validatorTimelock.abi.Pack("grantChainRole", chain, role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantChainRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x911edbfb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantChainRole(address chain, bytes32 role, address account) returns()
func (validatorTimelock *ValidatorTimelock) TryPackGrantChainRole(chain common.Address, role [32]byte, account common.Address) ([]byte, error) {
	return validatorTimelock.abi.Pack("grantChainRole", chain, role, account)
}

// PackHasChainRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x846f7d10.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasChainRole(address chain, bytes32 role, address account) view returns(bool)
func (validatorTimelock *ValidatorTimelock) PackHasChainRole(chain common.Address, role [32]byte, account common.Address) []byte {
	enc, err := validatorTimelock.abi.Pack("hasChainRole", chain, role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasChainRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x846f7d10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasChainRole(address chain, bytes32 role, address account) view returns(bool)
func (validatorTimelock *ValidatorTimelock) TryPackHasChainRole(chain common.Address, role [32]byte, account common.Address) ([]byte, error) {
	return validatorTimelock.abi.Pack("hasChainRole", chain, role, account)
}

// UnpackHasChainRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x846f7d10.
//
// Solidity: function hasChainRole(address chain, bytes32 role, address account) view returns(bool)
func (validatorTimelock *ValidatorTimelock) UnpackHasChainRole(data []byte) (bool, error) {
	out, err := validatorTimelock.abi.Unpack("hasChainRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5e4c9f9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner, uint32 executionDelaySeconds) returns()
func (validatorTimelock *ValidatorTimelock) PackInitialize(owner common.Address, executionDelaySeconds uint32) []byte {
	enc, err := validatorTimelock.abi.Pack("initialize", owner, executionDelaySeconds)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5e4c9f9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner, uint32 executionDelaySeconds) returns()
func (validatorTimelock *ValidatorTimelock) TryPackInitialize(owner common.Address, executionDelaySeconds uint32) ([]byte, error) {
	return validatorTimelock.abi.Pack("initialize", owner, executionDelaySeconds)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (validatorTimelock *ValidatorTimelock) PackOwner() []byte {
	enc, err := validatorTimelock.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (validatorTimelock *ValidatorTimelock) TryPackOwner() ([]byte, error) {
	return validatorTimelock.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (validatorTimelock *ValidatorTimelock) UnpackOwner(data []byte) (common.Address, error) {
	out, err := validatorTimelock.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (validatorTimelock *ValidatorTimelock) PackPendingOwner() []byte {
	enc, err := validatorTimelock.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (validatorTimelock *ValidatorTimelock) TryPackPendingOwner() ([]byte, error) {
	return validatorTimelock.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (validatorTimelock *ValidatorTimelock) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := validatorTimelock.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProveBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9271e450.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes data) returns()
func (validatorTimelock *ValidatorTimelock) PackProveBatchesSharedBridge(chain common.Address, from *big.Int, to *big.Int, data []byte) []byte {
	enc, err := validatorTimelock.abi.Pack("proveBatchesSharedBridge", chain, from, to, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9271e450.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes data) returns()
func (validatorTimelock *ValidatorTimelock) TryPackProveBatchesSharedBridge(chain common.Address, from *big.Int, to *big.Int, data []byte) ([]byte, error) {
	return validatorTimelock.abi.Pack("proveBatchesSharedBridge", chain, from, to, data)
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) PackProxiableUUID() []byte {
	enc, err := validatorTimelock.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) TryPackProxiableUUID() ([]byte, error) {
	return validatorTimelock.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (validatorTimelock *ValidatorTimelock) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := validatorTimelock.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (validatorTimelock *ValidatorTimelock) PackRenounceOwnership() []byte {
	enc, err := validatorTimelock.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (validatorTimelock *ValidatorTimelock) TryPackRenounceOwnership() ([]byte, error) {
	return validatorTimelock.abi.Pack("renounceOwnership")
}

// PackRevertBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ca4eff7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revertBatchesSharedBridge(address chain, uint256 newLastBatch) returns()
func (validatorTimelock *ValidatorTimelock) PackRevertBatchesSharedBridge(chain common.Address, newLastBatch *big.Int) []byte {
	enc, err := validatorTimelock.abi.Pack("revertBatchesSharedBridge", chain, newLastBatch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevertBatchesSharedBridge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ca4eff7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revertBatchesSharedBridge(address chain, uint256 newLastBatch) returns()
func (validatorTimelock *ValidatorTimelock) TryPackRevertBatchesSharedBridge(chain common.Address, newLastBatch *big.Int) ([]byte, error) {
	return validatorTimelock.abi.Pack("revertBatchesSharedBridge", chain, newLastBatch)
}

// PackRevokeChainRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b2decb0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeChainRole(address chain, bytes32 role, address account) returns()
func (validatorTimelock *ValidatorTimelock) PackRevokeChainRole(chain common.Address, role [32]byte, account common.Address) []byte {
	enc, err := validatorTimelock.abi.Pack("revokeChainRole", chain, role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeChainRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b2decb0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeChainRole(address chain, bytes32 role, address account) returns()
func (validatorTimelock *ValidatorTimelock) TryPackRevokeChainRole(chain common.Address, role [32]byte, account common.Address) ([]byte, error) {
	return validatorTimelock.abi.Pack("revokeChainRole", chain, role, account)
}

// PackSetExecutionDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf34d1868.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setExecutionDelay(uint32 newExecutionDelaySeconds) returns()
func (validatorTimelock *ValidatorTimelock) PackSetExecutionDelay(newExecutionDelaySeconds uint32) []byte {
	enc, err := validatorTimelock.abi.Pack("setExecutionDelay", newExecutionDelaySeconds)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetExecutionDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf34d1868.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setExecutionDelay(uint32 newExecutionDelaySeconds) returns()
func (validatorTimelock *ValidatorTimelock) TryPackSetExecutionDelay(newExecutionDelaySeconds uint32) ([]byte, error) {
	return validatorTimelock.abi.Pack("setExecutionDelay", newExecutionDelaySeconds)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (validatorTimelock *ValidatorTimelock) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := validatorTimelock.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (validatorTimelock *ValidatorTimelock) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return validatorTimelock.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (validatorTimelock *ValidatorTimelock) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := validatorTimelock.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (validatorTimelock *ValidatorTimelock) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return validatorTimelock.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// ValidatorTimelockBlockCommit represents a BlockCommit event raised by the ValidatorTimelock contract.
type ValidatorTimelockBlockCommit struct {
	BatchNumber *big.Int
	BatchHash   [32]byte
	Commitment  [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockBlockCommitEventName = "BlockCommit"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockBlockCommit) ContractEventName() string {
	return ValidatorTimelockBlockCommitEventName
}

// UnpackBlockCommitEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockCommit(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment)
func (validatorTimelock *ValidatorTimelock) UnpackBlockCommitEvent(log *types.Log) (*ValidatorTimelockBlockCommit, error) {
	event := "BlockCommit"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockBlockCommit)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockBlockExecution represents a BlockExecution event raised by the ValidatorTimelock contract.
type ValidatorTimelockBlockExecution struct {
	BatchNumber *big.Int
	BatchHash   [32]byte
	Commitment  [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockBlockExecutionEventName = "BlockExecution"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockBlockExecution) ContractEventName() string {
	return ValidatorTimelockBlockExecutionEventName
}

// UnpackBlockExecutionEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockExecution(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment)
func (validatorTimelock *ValidatorTimelock) UnpackBlockExecutionEvent(log *types.Log) (*ValidatorTimelockBlockExecution, error) {
	event := "BlockExecution"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockBlockExecution)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockBlocksRevert represents a BlocksRevert event raised by the ValidatorTimelock contract.
type ValidatorTimelockBlocksRevert struct {
	TotalBatchesCommitted *big.Int
	TotalBatchesVerified  *big.Int
	TotalBatchesExecuted  *big.Int
	Raw                   *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockBlocksRevertEventName = "BlocksRevert"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockBlocksRevert) ContractEventName() string {
	return ValidatorTimelockBlocksRevertEventName
}

// UnpackBlocksRevertEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlocksRevert(uint256 totalBatchesCommitted, uint256 totalBatchesVerified, uint256 totalBatchesExecuted)
func (validatorTimelock *ValidatorTimelock) UnpackBlocksRevertEvent(log *types.Log) (*ValidatorTimelockBlocksRevert, error) {
	event := "BlocksRevert"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockBlocksRevert)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockBlocksVerification represents a BlocksVerification event raised by the ValidatorTimelock contract.
type ValidatorTimelockBlocksVerification struct {
	PreviousLastVerifiedBatch *big.Int
	CurrentLastVerifiedBatch  *big.Int
	Raw                       *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockBlocksVerificationEventName = "BlocksVerification"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockBlocksVerification) ContractEventName() string {
	return ValidatorTimelockBlocksVerificationEventName
}

// UnpackBlocksVerificationEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlocksVerification(uint256 indexed previousLastVerifiedBatch, uint256 indexed currentLastVerifiedBatch)
func (validatorTimelock *ValidatorTimelock) UnpackBlocksVerificationEvent(log *types.Log) (*ValidatorTimelockBlocksVerification, error) {
	event := "BlocksVerification"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockBlocksVerification)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockChainRoleGranted represents a ChainRoleGranted event raised by the ValidatorTimelock contract.
type ValidatorTimelockChainRoleGranted struct {
	Chain   common.Address
	Role    [32]byte
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockChainRoleGrantedEventName = "ChainRoleGranted"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockChainRoleGranted) ContractEventName() string {
	return ValidatorTimelockChainRoleGrantedEventName
}

// UnpackChainRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChainRoleGranted(address indexed chain, bytes32 indexed role, address indexed account)
func (validatorTimelock *ValidatorTimelock) UnpackChainRoleGrantedEvent(log *types.Log) (*ValidatorTimelockChainRoleGranted, error) {
	event := "ChainRoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockChainRoleGranted)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockChainRoleRevoked represents a ChainRoleRevoked event raised by the ValidatorTimelock contract.
type ValidatorTimelockChainRoleRevoked struct {
	Chain   common.Address
	Role    [32]byte
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockChainRoleRevokedEventName = "ChainRoleRevoked"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockChainRoleRevoked) ContractEventName() string {
	return ValidatorTimelockChainRoleRevokedEventName
}

// UnpackChainRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChainRoleRevoked(address indexed chain, bytes32 indexed role, address indexed account)
func (validatorTimelock *ValidatorTimelock) UnpackChainRoleRevokedEvent(log *types.Log) (*ValidatorTimelockChainRoleRevoked, error) {
	event := "ChainRoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockChainRoleRevoked)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockInitialized represents a Initialized event raised by the ValidatorTimelock contract.
type ValidatorTimelockInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockInitialized) ContractEventName() string {
	return ValidatorTimelockInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (validatorTimelock *ValidatorTimelock) UnpackInitializedEvent(log *types.Log) (*ValidatorTimelockInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockInitialized)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockNewExecutionDelay represents a NewExecutionDelay event raised by the ValidatorTimelock contract.
type ValidatorTimelockNewExecutionDelay struct {
	NewExecutionDelay *big.Int
	Raw               *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockNewExecutionDelayEventName = "NewExecutionDelay"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockNewExecutionDelay) ContractEventName() string {
	return ValidatorTimelockNewExecutionDelayEventName
}

// UnpackNewExecutionDelayEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewExecutionDelay(uint256 newExecutionDelay)
func (validatorTimelock *ValidatorTimelock) UnpackNewExecutionDelayEvent(log *types.Log) (*ValidatorTimelockNewExecutionDelay, error) {
	event := "NewExecutionDelay"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockNewExecutionDelay)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the ValidatorTimelock contract.
type ValidatorTimelockOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockOwnershipTransferStarted) ContractEventName() string {
	return ValidatorTimelockOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (validatorTimelock *ValidatorTimelock) UnpackOwnershipTransferStartedEvent(log *types.Log) (*ValidatorTimelockOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockOwnershipTransferred represents a OwnershipTransferred event raised by the ValidatorTimelock contract.
type ValidatorTimelockOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockOwnershipTransferred) ContractEventName() string {
	return ValidatorTimelockOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (validatorTimelock *ValidatorTimelock) UnpackOwnershipTransferredEvent(log *types.Log) (*ValidatorTimelockOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockReportCommittedBatchRange represents a ReportCommittedBatchRange event raised by the ValidatorTimelock contract.
type ValidatorTimelockReportCommittedBatchRange struct {
	BatchNumber      *big.Int
	FirstBlockNumber uint64
	LastBlockNumber  uint64
	Raw              *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockReportCommittedBatchRangeEventName = "ReportCommittedBatchRange"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockReportCommittedBatchRange) ContractEventName() string {
	return ValidatorTimelockReportCommittedBatchRangeEventName
}

// UnpackReportCommittedBatchRangeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReportCommittedBatchRange(uint256 indexed batchNumber, uint64 indexed firstBlockNumber, uint64 indexed lastBlockNumber)
func (validatorTimelock *ValidatorTimelock) UnpackReportCommittedBatchRangeEvent(log *types.Log) (*ValidatorTimelockReportCommittedBatchRange, error) {
	event := "ReportCommittedBatchRange"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockReportCommittedBatchRange)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorTimelockUpgraded represents a Upgraded event raised by the ValidatorTimelock contract.
type ValidatorTimelockUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const ValidatorTimelockUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (ValidatorTimelockUpgraded) ContractEventName() string {
	return ValidatorTimelockUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (validatorTimelock *ValidatorTimelock) UnpackUpgradedEvent(log *types.Log) (*ValidatorTimelockUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validatorTimelock.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorTimelockUpgraded)
	if len(log.Data) > 0 {
		if err := validatorTimelock.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validatorTimelock.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (validatorTimelock *ValidatorTimelock) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["DelayNotPassed"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackDelayNotPassedError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["NotAChainAdmin"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackNotAChainAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["RoleMissing"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackRoleMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["RoleUnknown"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackRoleUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], validatorTimelock.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return validatorTimelock.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ValidatorTimelockAddressEmptyCode represents a AddressEmptyCode error raised by the ValidatorTimelock contract.
type ValidatorTimelockAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func ValidatorTimelockAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (validatorTimelock *ValidatorTimelock) UnpackAddressEmptyCodeError(raw []byte) (*ValidatorTimelockAddressEmptyCode, error) {
	out := new(ValidatorTimelockAddressEmptyCode)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockDelayNotPassed represents a DelayNotPassed error raised by the ValidatorTimelock contract.
type ValidatorTimelockDelayNotPassed struct {
	BatchNumber    *big.Int
	ExecutableFrom *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DelayNotPassed(uint256 batchNumber, uint256 executableFrom)
func ValidatorTimelockDelayNotPassedErrorID() common.Hash {
	return common.HexToHash("0x2f37ae392f8a81897a9336fe3730656142c87b0b8e063957b0fac13863e1fac5")
}

// UnpackDelayNotPassedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DelayNotPassed(uint256 batchNumber, uint256 executableFrom)
func (validatorTimelock *ValidatorTimelock) UnpackDelayNotPassedError(raw []byte) (*ValidatorTimelockDelayNotPassed, error) {
	out := new(ValidatorTimelockDelayNotPassed)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "DelayNotPassed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the ValidatorTimelock contract.
type ValidatorTimelockERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func ValidatorTimelockERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (validatorTimelock *ValidatorTimelock) UnpackERC1967InvalidImplementationError(raw []byte) (*ValidatorTimelockERC1967InvalidImplementation, error) {
	out := new(ValidatorTimelockERC1967InvalidImplementation)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockERC1967NonPayable represents a ERC1967NonPayable error raised by the ValidatorTimelock contract.
type ValidatorTimelockERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func ValidatorTimelockERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (validatorTimelock *ValidatorTimelock) UnpackERC1967NonPayableError(raw []byte) (*ValidatorTimelockERC1967NonPayable, error) {
	out := new(ValidatorTimelockERC1967NonPayable)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockFailedCall represents a FailedCall error raised by the ValidatorTimelock contract.
type ValidatorTimelockFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func ValidatorTimelockFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (validatorTimelock *ValidatorTimelock) UnpackFailedCallError(raw []byte) (*ValidatorTimelockFailedCall, error) {
	out := new(ValidatorTimelockFailedCall)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockInvalidInitialization represents a InvalidInitialization error raised by the ValidatorTimelock contract.
type ValidatorTimelockInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func ValidatorTimelockInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (validatorTimelock *ValidatorTimelock) UnpackInvalidInitializationError(raw []byte) (*ValidatorTimelockInvalidInitialization, error) {
	out := new(ValidatorTimelockInvalidInitialization)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockNotAChainAdmin represents a NotAChainAdmin error raised by the ValidatorTimelock contract.
type ValidatorTimelockNotAChainAdmin struct {
	Chain   common.Address
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAChainAdmin(address chain, address account)
func ValidatorTimelockNotAChainAdminErrorID() common.Hash {
	return common.HexToHash("0x9bd05026659905141f9ddc29edba0ab7bccedb47d2a22c01cd136f3b98948a4e")
}

// UnpackNotAChainAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAChainAdmin(address chain, address account)
func (validatorTimelock *ValidatorTimelock) UnpackNotAChainAdminError(raw []byte) (*ValidatorTimelockNotAChainAdmin, error) {
	out := new(ValidatorTimelockNotAChainAdmin)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "NotAChainAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockNotInitializing represents a NotInitializing error raised by the ValidatorTimelock contract.
type ValidatorTimelockNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func ValidatorTimelockNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (validatorTimelock *ValidatorTimelock) UnpackNotInitializingError(raw []byte) (*ValidatorTimelockNotInitializing, error) {
	out := new(ValidatorTimelockNotInitializing)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the ValidatorTimelock contract.
type ValidatorTimelockOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func ValidatorTimelockOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (validatorTimelock *ValidatorTimelock) UnpackOwnableInvalidOwnerError(raw []byte) (*ValidatorTimelockOwnableInvalidOwner, error) {
	out := new(ValidatorTimelockOwnableInvalidOwner)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the ValidatorTimelock contract.
type ValidatorTimelockOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func ValidatorTimelockOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (validatorTimelock *ValidatorTimelock) UnpackOwnableUnauthorizedAccountError(raw []byte) (*ValidatorTimelockOwnableUnauthorizedAccount, error) {
	out := new(ValidatorTimelockOwnableUnauthorizedAccount)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockRoleMissing represents a RoleMissing error raised by the ValidatorTimelock contract.
type ValidatorTimelockRoleMissing struct {
	Chain   common.Address
	Role    [32]byte
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RoleMissing(address chain, bytes32 role, address account)
func ValidatorTimelockRoleMissingErrorID() common.Hash {
	return common.HexToHash("0xc49e9aa11786a37a1a744fd616ea031a60cf2317103ededfa599423aa67d1563")
}

// UnpackRoleMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RoleMissing(address chain, bytes32 role, address account)
func (validatorTimelock *ValidatorTimelock) UnpackRoleMissingError(raw []byte) (*ValidatorTimelockRoleMissing, error) {
	out := new(ValidatorTimelockRoleMissing)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "RoleMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockRoleUnknown represents a RoleUnknown error raised by the ValidatorTimelock contract.
type ValidatorTimelockRoleUnknown struct {
	Role [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RoleUnknown(bytes32 role)
func ValidatorTimelockRoleUnknownErrorID() common.Hash {
	return common.HexToHash("0x3d653e2afb363b26d7a2951acf53443f4c227ca138abcdac1929d255f8dac560")
}

// UnpackRoleUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RoleUnknown(bytes32 role)
func (validatorTimelock *ValidatorTimelock) UnpackRoleUnknownError(raw []byte) (*ValidatorTimelockRoleUnknown, error) {
	out := new(ValidatorTimelockRoleUnknown)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "RoleUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the ValidatorTimelock contract.
type ValidatorTimelockUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func ValidatorTimelockUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (validatorTimelock *ValidatorTimelock) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*ValidatorTimelockUUPSUnauthorizedCallContext, error) {
	out := new(ValidatorTimelockUUPSUnauthorizedCallContext)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorTimelockUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the ValidatorTimelock contract.
type ValidatorTimelockUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func ValidatorTimelockUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (validatorTimelock *ValidatorTimelock) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*ValidatorTimelockUUPSUnsupportedProxiableUUID, error) {
	out := new(ValidatorTimelockUUPSUnsupportedProxiableUUID)
	if err := validatorTimelock.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidiumL1DAValidatorMetaData contains all meta data concerning the ValidiumL1DAValidator contract.
var ValidiumL1DAValidatorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"CommitmentMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"InputLengthInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"claimedCommitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"input\",\"type\":\"bytes\"}],\"name\":\"checkDA\",\"outputs\":[],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"scheme\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "ValidiumL1DAValidator",
}

// ValidiumL1DAValidator is an auto generated Go binding around an Ethereum contract.
type ValidiumL1DAValidator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ValidiumL1DAValidator) GetABI() abi.ABI {
	return c.abi
}

// NewValidiumL1DAValidator creates a new instance of ValidiumL1DAValidator.
func NewValidiumL1DAValidator() *ValidiumL1DAValidator {
	parsed, err := ValidiumL1DAValidatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ValidiumL1DAValidator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ValidiumL1DAValidator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCheckDA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf769db03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkDA(uint256 , uint256 , bytes32 claimedCommitment, bytes input) pure returns()
func (validiumL1DAValidator *ValidiumL1DAValidator) PackCheckDA(arg0 *big.Int, arg1 *big.Int, claimedCommitment [32]byte, input []byte) []byte {
	enc, err := validiumL1DAValidator.abi.Pack("checkDA", arg0, arg1, claimedCommitment, input)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckDA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf769db03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkDA(uint256 , uint256 , bytes32 claimedCommitment, bytes input) pure returns()
func (validiumL1DAValidator *ValidiumL1DAValidator) TryPackCheckDA(arg0 *big.Int, arg1 *big.Int, claimedCommitment [32]byte, input []byte) ([]byte, error) {
	return validiumL1DAValidator.abi.Pack("checkDA", arg0, arg1, claimedCommitment, input)
}

// PackScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8518b0ad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function scheme() view returns(uint8)
func (validiumL1DAValidator *ValidiumL1DAValidator) PackScheme() []byte {
	enc, err := validiumL1DAValidator.abi.Pack("scheme")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackScheme is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8518b0ad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function scheme() view returns(uint8)
func (validiumL1DAValidator *ValidiumL1DAValidator) TryPackScheme() ([]byte, error) {
	return validiumL1DAValidator.abi.Pack("scheme")
}

// UnpackScheme is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8518b0ad.
//
// Solidity: function scheme() view returns(uint8)
func (validiumL1DAValidator *ValidiumL1DAValidator) UnpackScheme(data []byte) (uint8, error) {
	out, err := validiumL1DAValidator.abi.Unpack("scheme", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (validiumL1DAValidator *ValidiumL1DAValidator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], validiumL1DAValidator.abi.Errors["CommitmentMismatch"].ID.Bytes()[:4]) {
		return validiumL1DAValidator.UnpackCommitmentMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], validiumL1DAValidator.abi.Errors["InputLengthInvalid"].ID.Bytes()[:4]) {
		return validiumL1DAValidator.UnpackInputLengthInvalidError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ValidiumL1DAValidatorCommitmentMismatch represents a CommitmentMismatch error raised by the ValidiumL1DAValidator contract.
type ValidiumL1DAValidatorCommitmentMismatch struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommitmentMismatch(bytes32 given, bytes32 expected)
func ValidiumL1DAValidatorCommitmentMismatchErrorID() common.Hash {
	return common.HexToHash("0xc9e0e7576dda9edf1d82412128828b0224231698fa4b26e6ae50f181a7cc1567")
}

// UnpackCommitmentMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommitmentMismatch(bytes32 given, bytes32 expected)
func (validiumL1DAValidator *ValidiumL1DAValidator) UnpackCommitmentMismatchError(raw []byte) (*ValidiumL1DAValidatorCommitmentMismatch, error) {
	out := new(ValidiumL1DAValidatorCommitmentMismatch)
	if err := validiumL1DAValidator.abi.UnpackIntoInterface(out, "CommitmentMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidiumL1DAValidatorInputLengthInvalid represents a InputLengthInvalid error raised by the ValidiumL1DAValidator contract.
type ValidiumL1DAValidatorInputLengthInvalid struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InputLengthInvalid(uint256 length)
func ValidiumL1DAValidatorInputLengthInvalidErrorID() common.Hash {
	return common.HexToHash("0x7b41a53adf15ba0a3ae40b433cf4f98101f04e1dc66ecfe53cec29b7afa4662d")
}

// UnpackInputLengthInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InputLengthInvalid(uint256 length)
func (validiumL1DAValidator *ValidiumL1DAValidator) UnpackInputLengthInvalidError(raw []byte) (*ValidiumL1DAValidatorInputLengthInvalid, error) {
	out := new(ValidiumL1DAValidatorInputLengthInvalid)
	if err := validiumL1DAValidator.abi.UnpackIntoInterface(out, "InputLengthInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VerifierRegistryMetaData contains all meta data concerning the VerifierRegistry contract.
var VerifierRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"verifier\",\"type\":\"address\"}],\"name\":\"NoCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"VerifierExists\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"verifier\",\"type\":\"address\"}],\"name\":\"VerifierSet\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifier\",\"type\":\"address\"}],\"name\":\"setVerifier\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"protocolVersion\",\"type\":\"uint256\"}],\"name\":\"verifierOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "VerifierRegistry",
}

// VerifierRegistry is an auto generated Go binding around an Ethereum contract.
type VerifierRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *VerifierRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewVerifierRegistry creates a new instance of VerifierRegistry.
func NewVerifierRegistry() *VerifierRegistry {
	parsed, err := VerifierRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &VerifierRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *VerifierRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner) returns()
func (verifierRegistry *VerifierRegistry) PackConstructor(owner common.Address) []byte {
	enc, err := verifierRegistry.abi.Pack("", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (verifierRegistry *VerifierRegistry) PackAcceptOwnership() []byte {
	enc, err := verifierRegistry.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (verifierRegistry *VerifierRegistry) TryPackAcceptOwnership() ([]byte, error) {
	return verifierRegistry.abi.Pack("acceptOwnership")
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (verifierRegistry *VerifierRegistry) PackOwner() []byte {
	enc, err := verifierRegistry.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (verifierRegistry *VerifierRegistry) TryPackOwner() ([]byte, error) {
	return verifierRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (verifierRegistry *VerifierRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := verifierRegistry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (verifierRegistry *VerifierRegistry) PackPendingOwner() []byte {
	enc, err := verifierRegistry.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (verifierRegistry *VerifierRegistry) TryPackPendingOwner() ([]byte, error) {
	return verifierRegistry.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (verifierRegistry *VerifierRegistry) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := verifierRegistry.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (verifierRegistry *VerifierRegistry) PackRenounceOwnership() []byte {
	enc, err := verifierRegistry.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (verifierRegistry *VerifierRegistry) TryPackRenounceOwnership() ([]byte, error) {
	return verifierRegistry.abi.Pack("renounceOwnership")
}

// PackSetVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1957ba4e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setVerifier(uint256 protocolVersion, address verifier) returns()
func (verifierRegistry *VerifierRegistry) PackSetVerifier(protocolVersion *big.Int, verifier common.Address) []byte {
	enc, err := verifierRegistry.abi.Pack("setVerifier", protocolVersion, verifier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1957ba4e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setVerifier(uint256 protocolVersion, address verifier) returns()
func (verifierRegistry *VerifierRegistry) TryPackSetVerifier(protocolVersion *big.Int, verifier common.Address) ([]byte, error) {
	return verifierRegistry.abi.Pack("setVerifier", protocolVersion, verifier)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (verifierRegistry *VerifierRegistry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := verifierRegistry.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (verifierRegistry *VerifierRegistry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return verifierRegistry.abi.Pack("transferOwnership", newOwner)
}

// PackVerifierOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9bd6f65e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifierOf(uint256 protocolVersion) view returns(address)
func (verifierRegistry *VerifierRegistry) PackVerifierOf(protocolVersion *big.Int) []byte {
	enc, err := verifierRegistry.abi.Pack("verifierOf", protocolVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerifierOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9bd6f65e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verifierOf(uint256 protocolVersion) view returns(address)
func (verifierRegistry *VerifierRegistry) TryPackVerifierOf(protocolVersion *big.Int) ([]byte, error) {
	return verifierRegistry.abi.Pack("verifierOf", protocolVersion)
}

// UnpackVerifierOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9bd6f65e.
//
// Solidity: function verifierOf(uint256 protocolVersion) view returns(address)
func (verifierRegistry *VerifierRegistry) UnpackVerifierOf(data []byte) (common.Address, error) {
	out, err := verifierRegistry.abi.Unpack("verifierOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// VerifierRegistryOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the VerifierRegistry contract.
type VerifierRegistryOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const VerifierRegistryOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (VerifierRegistryOwnershipTransferStarted) ContractEventName() string {
	return VerifierRegistryOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (verifierRegistry *VerifierRegistry) UnpackOwnershipTransferStartedEvent(log *types.Log) (*VerifierRegistryOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != verifierRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VerifierRegistryOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := verifierRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range verifierRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// VerifierRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the VerifierRegistry contract.
type VerifierRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const VerifierRegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (VerifierRegistryOwnershipTransferred) ContractEventName() string {
	return VerifierRegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (verifierRegistry *VerifierRegistry) UnpackOwnershipTransferredEvent(log *types.Log) (*VerifierRegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != verifierRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VerifierRegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := verifierRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range verifierRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// VerifierRegistryVerifierSet represents a VerifierSet event raised by the VerifierRegistry contract.
type VerifierRegistryVerifierSet struct {
	ProtocolVersion *big.Int
	Verifier        common.Address
	Raw             *types.Log // Blockchain specific contextual infos
}

const VerifierRegistryVerifierSetEventName = "VerifierSet"

// ContractEventName returns the user-defined event name.
func (VerifierRegistryVerifierSet) ContractEventName() string {
	return VerifierRegistryVerifierSetEventName
}

// UnpackVerifierSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event VerifierSet(uint256 indexed protocolVersion, address indexed verifier)
func (verifierRegistry *VerifierRegistry) UnpackVerifierSetEvent(log *types.Log) (*VerifierRegistryVerifierSet, error) {
	event := "VerifierSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != verifierRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VerifierRegistryVerifierSet)
	if len(log.Data) > 0 {
		if err := verifierRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range verifierRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (verifierRegistry *VerifierRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], verifierRegistry.abi.Errors["NoCode"].ID.Bytes()[:4]) {
		return verifierRegistry.UnpackNoCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], verifierRegistry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return verifierRegistry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], verifierRegistry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return verifierRegistry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], verifierRegistry.abi.Errors["VerifierExists"].ID.Bytes()[:4]) {
		return verifierRegistry.UnpackVerifierExistsError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// VerifierRegistryNoCode represents a NoCode error raised by the VerifierRegistry contract.
type VerifierRegistryNoCode struct {
	Verifier common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoCode(address verifier)
func VerifierRegistryNoCodeErrorID() common.Hash {
	return common.HexToHash("0x674520b6bb5a7851149439c2748026005a69a70a0b4e6c410abbfac42015a2a9")
}

// UnpackNoCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoCode(address verifier)
func (verifierRegistry *VerifierRegistry) UnpackNoCodeError(raw []byte) (*VerifierRegistryNoCode, error) {
	out := new(VerifierRegistryNoCode)
	if err := verifierRegistry.abi.UnpackIntoInterface(out, "NoCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VerifierRegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the VerifierRegistry contract.
type VerifierRegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func VerifierRegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (verifierRegistry *VerifierRegistry) UnpackOwnableInvalidOwnerError(raw []byte) (*VerifierRegistryOwnableInvalidOwner, error) {
	out := new(VerifierRegistryOwnableInvalidOwner)
	if err := verifierRegistry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VerifierRegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the VerifierRegistry contract.
type VerifierRegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func VerifierRegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (verifierRegistry *VerifierRegistry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*VerifierRegistryOwnableUnauthorizedAccount, error) {
	out := new(VerifierRegistryOwnableUnauthorizedAccount)
	if err := verifierRegistry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VerifierRegistryVerifierExists represents a VerifierExists error raised by the VerifierRegistry contract.
type VerifierRegistryVerifierExists struct {
	ProtocolVersion *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VerifierExists(uint256 protocolVersion)
func VerifierRegistryVerifierExistsErrorID() common.Hash {
	return common.HexToHash("0x5753c177cda1de0ef077c19c7a4208e8e8ed3a5cb8190ada87a294f9edde6511")
}

// UnpackVerifierExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VerifierExists(uint256 protocolVersion)
func (verifierRegistry *VerifierRegistry) UnpackVerifierExistsError(raw []byte) (*VerifierRegistryVerifierExists, error) {
	out := new(VerifierRegistryVerifierExists)
	if err := verifierRegistry.abi.UnpackIntoInterface(out, "VerifierExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

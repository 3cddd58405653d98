package rpc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// zkTags are the tags that only zksync-ethers sends, in geth's words.
func zkTags(data []byte) []byte {
	switch string(bytes.TrimSpace(data)) {
	case `"committed"`:
		return []byte(`"latest"`)
	case `"l1_committed"`:
		return []byte(`"safe"`)
	}
	return data
}

// BlockNumber is a block by number or tag.
type BlockNumber struct{ gethrpc.BlockNumber }

// UnmarshalJSON takes what geth takes and the tags of zksync-ethers.
func (n *BlockNumber) UnmarshalJSON(data []byte) error {
	return n.BlockNumber.UnmarshalJSON(zkTags(data))
}

// BlockID is a block by number, tag or hash, or an object with one of them (EIP-1898).
type BlockID struct{ gethrpc.BlockNumberOrHash }

// UnmarshalJSON takes what geth takes and the tags of zksync-ethers.
func (id *BlockID) UnmarshalJSON(data []byte) error {
	return id.BlockNumberOrHash.UnmarshalJSON(zkTags(data))
}

func latestBlock() BlockID {
	return BlockID{gethrpc.BlockNumberOrHashWithNumber(gethrpc.LatestBlockNumber)}
}

func orLatest(id *BlockID) BlockID {
	if id == nil {
		return latestBlock()
	}
	return *id
}

// Number is an unsigned number as the zks methods take it: a JSON number or a hex string.
type Number uint64

// UnmarshalJSON takes 5, "0x5" and "5".
func (n *Number) UnmarshalJSON(data []byte) error {
	text := string(bytes.Trim(data, `"`))
	v, err := strconv.ParseUint(text, 0, 64)
	if err != nil || text == "" || bytes.ContainsAny(data, "_+") {
		return fmt.Errorf("invalid number %s", data)
	}
	*n = Number(v)
	return nil
}

// CallArgs is a transaction without a signature as eth_call, the estimates and debug_traceCall take it.
type CallArgs struct {
	From                 *common.Address              `json:"from"`
	To                   *common.Address              `json:"to"`
	Gas                  *hexutil.Uint64              `json:"gas"`
	GasPrice             *hexutil.Big                 `json:"gasPrice"`
	MaxFeePerGas         *hexutil.Big                 `json:"maxFeePerGas"`
	MaxPriorityFeePerGas *hexutil.Big                 `json:"maxPriorityFeePerGas"`
	Value                *hexutil.Big                 `json:"value"`
	Nonce                *hexutil.Uint64              `json:"nonce"`
	Data                 *hexutil.Bytes               `json:"data"`
	Input                *hexutil.Bytes               `json:"input"`
	AccessList           *types.AccessList            `json:"accessList"`
	ChainID              *hexutil.Big                 `json:"chainId"`
	AuthorizationList    []types.SetCodeAuthorization `json:"authorizationList"`
	BlobFeeCap           *hexutil.Big                 `json:"maxFeePerBlobGas"`
	BlobHashes           []common.Hash                `json:"blobVersionedHashes"`
	Blobs                []kzg4844.Blob               `json:"blobs"`
	Commitments          []kzg4844.Commitment         `json:"commitments"`
	Proofs               []kzg4844.Proof              `json:"proofs"`
	Type                 txType                       `json:"type"`
	EIP712Meta           *EIP712Meta                  `json:"eip712Meta"`
}

// txType is the type of a transaction where the client gives one as a quantity. geth passes over this field whatever is in it.
type txType struct{ *hexutil.Uint64 }

// UnmarshalJSON never fails.
func (t *txType) UnmarshalJSON(data []byte) error {
	var n hexutil.Uint64
	if json.Unmarshal(data, &n) == nil {
		t.Uint64 = &n
	}
	return nil
}

// EIP712Meta is what the SDKs add to a request of type 0x71.
type EIP712Meta struct {
	GasPerPubdata   *Number         `json:"gasPerPubdata"` // zksync-ethers writes 0x0320, which is no quantity for geth
	FactoryDeps     json.RawMessage `json:"factoryDeps"`
	PaymasterParams json.RawMessage `json:"paymasterParams"`
	CustomSignature json.RawMessage `json:"customSignature"`
}

func present(raw json.RawMessage) bool {
	s := string(bytes.TrimSpace(raw))
	return s != "" && s != "null" && s != "[]"
}

// checkBlobFee refuses a price of blobs without blobs, where geth does: not in simulations and traces.
func (a *CallArgs) checkBlobFee() error {
	if a.BlobFeeCap != nil && len(a.BlobHashes) == 0 {
		return errors.New("maxFeePerBlobGas specified without blobVersionedHashes")
	}
	return nil
}

var errNoBlobs = unsupported("blob transactions are not supported")

// check refuses what makes no sense, in geth's order, and what the chain does not have.
func (a *CallArgs) check(chainID uint64) error {
	if a.GasPrice != nil && (a.MaxFeePerGas != nil || a.MaxPriorityFeePerGas != nil) {
		return errors.New("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified")
	}
	if a.To == nil && a.BlobHashes != nil {
		return core.ErrBlobTxCreate
	}
	if a.To == nil && a.AuthorizationList != nil {
		return stf.ErrSetCodeTxCreate
	}
	if a.ChainID != nil && a.ChainID.ToInt().Cmp(new(big.Int).SetUint64(chainID)) != 0 {
		return fmt.Errorf("chainId does not match node's (have=%v, want=%d)", a.ChainID.ToInt(), chainID)
	}
	if a.BlobHashes != nil {
		return errNoBlobs
	}
	if m := a.EIP712Meta; m != nil && (present(m.PaymasterParams) || present(m.CustomSignature)) {
		return unsupported("paymasters and custom signatures are not supported: accounts are Ethereum's")
	}
	if m := a.EIP712Meta; m != nil && present(m.FactoryDeps) {
		return unsupported("factory dependencies are not supported: deploy with an ordinary contract creation")
	}
	return nil
}

func toUint256(name string, v *hexutil.Big) (*uint256.Int, error) {
	if v == nil {
		return new(uint256.Int), nil
	}
	out, overflow := uint256.FromBig(v.ToInt())
	if overflow || v.ToInt().Sign() < 0 {
		return nil, invalidParams("%s does not fit 256 bits", name)
	}
	return out, nil
}

// message is the call with at most gasCap gas, which is also the default. The nonce is not used, as in geth: SDKs send the pending one.
func (a *CallArgs) message(chainID, gasCap uint64) (*CallMsg, error) {
	if err := a.check(chainID); err != nil {
		return nil, err
	}
	msg := &CallMsg{To: a.To, Gas: gasCap, AuthList: a.AuthorizationList}
	if a.From != nil {
		msg.From = *a.From
	}
	if a.Gas != nil && uint64(*a.Gas) < gasCap {
		msg.Gas = uint64(*a.Gas)
	}
	var err error
	if msg.Value, err = toUint256("value", a.Value); err != nil {
		return nil, err
	}
	feeCap, tip := a.MaxFeePerGas, a.MaxPriorityFeePerGas
	if a.GasPrice != nil {
		feeCap, tip = a.GasPrice, a.GasPrice
	}
	if msg.GasFeeCap, err = toUint256("maxFeePerGas", feeCap); err != nil {
		return nil, err
	}
	if msg.TipCap, err = toUint256("maxPriorityFeePerGas", tip); err != nil {
		return nil, err
	}
	msg.Data = a.data()
	if a.AccessList != nil {
		msg.AccessList = *a.AccessList
	}
	return msg, nil
}

// data is the input; when both names are given, "input" counts, as in geth.
func (a *CallArgs) data() []byte {
	if a.Input != nil {
		return *a.Input
	}
	if a.Data != nil {
		return *a.Data
	}
	return nil
}

func (a *CallArgs) from() common.Address {
	if a.From == nil {
		return common.Address{}
	}
	return *a.From
}

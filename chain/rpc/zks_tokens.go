package rpc

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// zksTokens knows tokens and codes.
type zksTokens struct{ *api }

const (
	protocolVersion   = "Version1"
	protocolVersionID = 1
	maxTokens         = 255     // in one answer
	balanceGas        = 1 << 20 // gas of one balanceOf
	balanceWord       = 32      // bytes of its answer
)

var balanceOf = crypto.Keccak256([]byte("balanceOf(address)"))[:4]

func (z *zksTokens) tokens() ([]Token, error) {
	if z.back.Tokens == nil {
		return nil, nil
	}
	return z.back.Tokens.Tokens()
}

// GetConfirmedTokens is zks_getConfirmedTokens: the base token, then the bridged tokens in the order of the lister.
func (z *zksTokens) GetConfirmedTokens(start Number, limit *Number) ([]Token, error) {
	tokens, err := z.tokens()
	if err != nil {
		return nil, err
	}
	base := Token{L1Address: z.back.L1.BaseToken, L2Address: rollup.L2BaseTokenAddress, Name: "Ether", Symbol: "ETH", Decimals: 18}
	tokens = append([]Token{base}, tokens...)
	n := uint64(maxTokens)
	if limit != nil {
		n = min(n, uint64(*limit))
	}
	from := min(uint64(start), uint64(len(tokens)))
	return slices.Clone(tokens[from : from+min(n, uint64(len(tokens))-from)]), nil
}

// GetAllAccountBalances is zks_getAllAccountBalances: by L2 token address, zero balances left out. The base token has the address 0x800a.
func (z *zksTokens) GetAllAccountBalances(ctx context.Context, address common.Address) (map[common.Address]*hexutil.Big, error) {
	at, err := z.position(latestBlock())
	if err != nil {
		return nil, err
	}
	account, err := at.State.Account(address)
	if err != nil {
		return nil, err
	}
	out := map[common.Address]*hexutil.Big{}
	if !account.Balance.IsZero() {
		out[rollup.L2BaseTokenAddress] = (*hexutil.Big)(account.Balance.ToBig())
	}
	tokens, err := z.tokens()
	if err != nil {
		return nil, err
	}
	for _, t := range tokens {
		to := t.L2Address
		msg := &CallMsg{To: &to, Gas: balanceGas, GasFeeCap: new(uint256.Int), TipCap: new(uint256.Int), Value: new(uint256.Int)}
		msg.Data = append(slices.Clone(balanceOf), common.LeftPadBytes(address[:], balanceWord)...)
		r, err := z.execute(ctx, at, msg, nil)
		if err != nil {
			return nil, err
		}
		balance := new(uint256.Int).SetBytes(r.ReturnData)
		if r.Status == types.ReceiptStatusSuccessful && len(r.ReturnData) == balanceWord && !balance.IsZero() {
			out[to] = (*hexutil.Big)(balance.ToBig())
		}
	}
	return out, nil
}

// GetBytecodeByHash is zks_getBytecodeByHash: the code with this keccak, as an array of numbers, or null.
func (z *zksTokens) GetBytecodeByHash(hash common.Hash) (any, error) {
	state, err := z.stateAt(latestBlock())
	if err != nil {
		return nil, err
	}
	code, err := state.Code(hash)
	if err != nil || len(code) == 0 {
		return nil, nil // the state says so with an error: there is no such code
	}
	return jsonBytes(code), nil
}

type protocolVersionJSON struct {
	VersionID              uint16         `json:"version_id"`
	MinorVersion           uint16         `json:"minorVersion"`
	Timestamp              uint64         `json:"timestamp"`
	VerificationKeysHashes map[string]any `json:"verification_keys_hashes"`
	BaseSystemContracts    baseContracts  `json:"base_system_contracts"`
	UpgradeTxHash          *common.Hash   `json:"l2_system_upgrade_tx_hash"`
}

// GetProtocolVersion is zks_getProtocolVersion. There is one version, and there are no verification keys before there is a proof.
func (z *zksTokens) GetProtocolVersion(version *Number) (*protocolVersionJSON, error) {
	if version != nil && *version != protocolVersionID {
		return nil, nil
	}
	return &protocolVersionJSON{
		VersionID: protocolVersionID, MinorVersion: protocolVersionID,
		VerificationKeysHashes: map[string]any{
			"params": map[string]common.Hash{
				"recursion_node_level_vk_hash": {}, "recursion_leaf_level_vk_hash": {}, "recursion_circuits_set_vks_hash": {},
			},
			"recursion_scheduler_level_vk_hash": common.Hash{},
		},
	}, nil
}

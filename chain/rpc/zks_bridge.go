package rpc

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/rollup"
)

// zksBridge is what bridging needs: addresses on L1, batch numbers, proofs of messages.
type zksBridge struct{ *api }

// GetBridgehubContract is zks_getBridgehubContract.
func (z *zksBridge) GetBridgehubContract() common.Address { return z.back.L1.Bridgehub }

// GetMainContract is zks_getMainContract: this chain's contract on L1.
func (z *zksBridge) GetMainContract() common.Address { return z.back.L1.ChainContract }

// GetBaseTokenL1Address is zks_getBaseTokenL1Address.
func (z *zksBridge) GetBaseTokenL1Address() common.Address { return z.back.L1.BaseToken }

// GetTestnetPaymaster is zks_getTestnetPaymaster: there is none.
func (z *zksBridge) GetTestnetPaymaster() *common.Address { return nil }

// L1ChainId is zks_L1ChainId, see renameMethods.
func (z *zksBridge) L1ChainId() hexutil.Uint64 { return hexutil.Uint64(z.back.L1.ChainID) }

// L1BatchNumber is zks_L1BatchNumber: the newest sealed batch.
func (z *zksBridge) L1BatchNumber() (hexutil.Uint64, error) {
	p, err := z.back.Batches.Progress()
	return hexutil.Uint64(p.Sealed), err
}

type bridgeContracts struct {
	L1Erc20DefaultBridge  common.Address `json:"l1Erc20DefaultBridge"`
	L2Erc20DefaultBridge  common.Address `json:"l2Erc20DefaultBridge"`
	L1SharedDefaultBridge common.Address `json:"l1SharedDefaultBridge"`
	L2SharedDefaultBridge common.Address `json:"l2SharedDefaultBridge"`
	L2LegacySharedBridge  common.Address `json:"l2LegacySharedBridge"`
	L1WethBridge          common.Address `json:"l1WethBridge"`
	L2WethBridge          common.Address `json:"l2WethBridge"`
	L1Nullifier           common.Address `json:"l1Nullifier"`
	L1NativeTokenVault    common.Address `json:"l1NativeTokenVault"`
}

// GetBridgeContracts is zks_getBridgeContracts. The ERC-20 bridge of old is the router too; there is no WETH bridge.
func (z *zksBridge) GetBridgeContracts() bridgeContracts {
	l1 := &z.back.L1
	return bridgeContracts{
		L1Erc20DefaultBridge: l1.AssetRouter, L2Erc20DefaultBridge: rollup.L2AssetRouterAddress,
		L1SharedDefaultBridge: l1.AssetRouter, L2SharedDefaultBridge: rollup.L2AssetRouterAddress, L2LegacySharedBridge: rollup.L2AssetRouterAddress,
		L1Nullifier: l1.Nullifier, L1NativeTokenVault: l1.NativeTokenVault,
	}
}

type logProof struct {
	ID    uint64        `json:"id"` // leaf in the batch's tree
	Proof []common.Hash `json:"proof"`
	Root  common.Hash   `json:"root"`
}

// GetL2ToL1LogProof is zks_getL2ToL1LogProof: of the index-th entry of the receipt's l2ToL1Logs, the first when absent. It is null until the batch is sealed; L1 accepts
// it once the batch is executed there.
func (z *zksBridge) GetL2ToL1LogProof(hash common.Hash, index *Number, interopMode *string) (*logProof, error) {
	if interopMode != nil {
		return nil, unsupported("interop proofs (%s) are not supported", *interopMode)
	}
	number, txIndex, ok, err := z.back.Chain.Transaction(hash)
	if err != nil || !ok {
		return nil, err
	}
	receipts, err := z.receiptsOf(number)
	if err != nil || receipts == nil || receipts.batch == nil {
		return nil, err
	}
	wanted := uint64(0)
	if index != nil {
		wanted = uint64(*index)
	}
	if wanted >= uint64(len(receipts.receipts[txIndex].L2ToL1Logs)) {
		return nil, nil
	}
	batch, err := z.back.Batches.Batch(receipts.batch.number)
	if err != nil || batch == nil {
		return nil, fmt.Errorf("batch %d: %w", receipts.batch.number, orNotFound(err))
	}
	_, before := receipts.logsBefore(txIndex)
	leaf := receipts.batch.firstLog + before + int(wanted)
	proof, err := rollup.LogProof(batch.LogLeaves, leaf)
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", batch.Number, err)
	}
	return &logProof{ID: uint64(leaf), Proof: proof, Root: rollup.L2LogsRoot(batch.LogLeaves)}, nil
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2TransactionRequestTwoBridgesInner} from "../common/Types.sol";
import {IAssetRouterBase} from "./IAssetRouterBase.sol";

/// @title Way of assets into and out of chains, on L1
/// @notice The Bridgehub's counterpart for money: it takes the base token of every request and is the second bridge for
/// tokens. It holds nothing itself; the asset's handler (the native token vault) does.
interface IL1AssetRouter is IAssetRouterBase {
    event BridgehubDepositFinalized(
        uint256 indexed chainId, bytes32 indexed txDataHash, bytes32 indexed l2DepositTxHash
    );
    event ClaimedFailedDepositAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData);

    /* For the Bridgehub */

    /// @notice Takes `amount` of the base token of `chainId` from `originalCaller`; ether comes as `msg.value`.
    function bridgehubDepositBaseToken(uint256 chainId, bytes32 assetId, address originalCaller, uint256 amount)
        external
        payable;

    /// @notice Takes what `data` describes and answers the call that L2 is to make. `magicValue` of the answer is
    /// TWO_BRIDGES_MAGIC_VALUE.
    function bridgehubDeposit(uint256 chainId, address originalCaller, uint256 value, bytes calldata data)
        external
        payable
        returns (L2TransactionRequestTwoBridgesInner memory request);

    /// @notice Told by the Bridgehub under which hash the deposit `txDataHash` entered the queue.
    function bridgehubConfirmL2Transaction(uint256 chainId, bytes32 txDataHash, bytes32 txHash) external;

    /* For users */

    /// @notice Gives a deposit back whose operation failed on L2.
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof
    ) external;

    /// @notice The same for the nullifier, which has checked the proof.
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData
    ) external;

    /// @notice Completes a withdrawal, by the older interface.
    function finalizeWithdrawal(
        uint256 chainId,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes calldata message,
        bytes32[] calldata merkleProof
    ) external;

    function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex)
        external
        view
        returns (bool);

    /// @notice Data of the call to the L2 asset router that mints the asset there.
    function getDepositCalldata(address sender, bytes32 assetId, bytes calldata assetData)
        external
        view
        returns (bytes memory);

    function L1_NULLIFIER() external view returns (address);

    function nativeTokenVault() external view returns (address);

    /// @notice The asset router of the chain, always the system address.
    function l2BridgeAddress(uint256 chainId) external view returns (address);

    /// @notice Called by the vault: moves `amount` that `originalCaller` has approved to this router into the vault, and
    /// says whether it did.
    function transferFundsToNTV(bytes32 assetId, uint256 amount, address originalCaller) external returns (bool);
}

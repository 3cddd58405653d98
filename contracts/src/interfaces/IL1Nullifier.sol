// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {FinalizeL1DepositParams} from "../common/Types.sol";

/// @title Memory of what was already paid out
/// @notice Every message that moves an asset to L1, and every failed deposit, passes here once.
interface IL1Nullifier {
    event BridgehubDepositFinalized(
        uint256 indexed chainId, bytes32 indexed txDataHash, bytes32 indexed l2DepositTxHash
    );

    /// @notice Completes a withdrawal: checks the proof, remembers (chain, batch, index), pays through the asset router.
    function finalizeDeposit(FinalizeL1DepositParams calldata params) external;

    function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex)
        external
        view
        returns (bool);

    /// @notice Gives a deposit back whose operation failed on L2. Anyone may call; `depositSender` is paid.
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

    /// @notice Told by the asset router under which hash a deposit entered the queue.
    function bridgehubConfirmL2TransactionForwarded(uint256 chainId, bytes32 txDataHash, bytes32 txHash) external;

    /// @notice Hash of the data of the deposit that operation `l2TxHash` carries; zero if none or given back.
    function depositHappened(uint256 chainId, bytes32 l2TxHash) external view returns (bytes32);

    function BRIDGE_HUB() external view returns (address);

    function l1NativeTokenVault() external view returns (address);

    function l1AssetRouter() external view returns (address);

    /// @notice The asset router of the chain, always the system address.
    function l2BridgeAddress(uint256 chainId) external view returns (address);
}

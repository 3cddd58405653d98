// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What the bridge contracts ask of the Bridgehub
/// @notice The Bridgehub forwards each proof to the contract of the chain. The bridges rely on two of its promises: a proof is accepted only against the log
/// root of an executed batch, and one leaf has one index.
interface IBridgehubForBridges {
    struct L2Message {
        uint16 txNumberInBatch;
        address sender;
        bytes data;
    }

    /// @notice The asset id of the base token of a chain; zero for an unknown chain.
    function baseTokenAssetId(uint256 chainId) external view returns (bytes32);

    /// @notice Whether `message` was sent on the chain through the L1Messenger in an executed batch.
    function proveL2MessageInclusion(
        uint256 chainId,
        uint256 batchNumber,
        uint256 index,
        L2Message calldata message,
        bytes32[] calldata proof
    ) external view returns (bool);

    /// @notice Whether a priority operation ended with `status` (0 failure, 1 success) in an executed batch.
    function proveL1ToL2TransactionStatus(
        uint256 chainId,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof,
        uint8 status
    ) external view returns (bool);
}

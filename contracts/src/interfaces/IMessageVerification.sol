// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2Log, L2Message, TxStatus} from "../common/Types.sol";

/// @title Proofs of what happened on an L2, asked of the Bridgehub by chain id
/// @notice All answer `false` for a batch that is not executed yet, and revert when the proof is malformed.
interface IBridgehubMessageVerification {
    /// @notice Whether `message` was sent in batch `batchNumber` as leaf `index` of its log tree.
    function proveL2MessageInclusion(
        uint256 chainId,
        uint256 batchNumber,
        uint256 index,
        L2Message calldata message,
        bytes32[] calldata proof
    ) external view returns (bool);

    /// @notice Whether `log` is leaf `index` of the log tree of batch `batchNumber`.
    function proveL2LogInclusion(
        uint256 chainId,
        uint256 batchNumber,
        uint256 index,
        L2Log calldata log,
        bytes32[] calldata proof
    ) external view returns (bool);

    /// @notice Whether the priority operation `l2TxHash` ended with `status`.
    function proveL1ToL2TransactionStatus(
        uint256 chainId,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof,
        TxStatus status
    ) external view returns (bool);
}

/// @title The same, asked of the chain itself
interface IMessageVerification {
    function proveL2MessageInclusion(
        uint256 batchNumber,
        uint256 index,
        L2Message calldata message,
        bytes32[] calldata proof
    ) external view returns (bool);

    function proveL2LogInclusion(uint256 batchNumber, uint256 index, L2Log calldata log, bytes32[] calldata proof)
        external
        view
        returns (bool);

    /// @notice Whether `leaf` is leaf `index` of the log tree of batch `batchNumber`.
    function proveL2LeafInclusion(uint256 batchNumber, uint256 index, bytes32 leaf, bytes32[] calldata proof)
        external
        view
        returns (bool);

    function proveL1ToL2TransactionStatus(
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof,
        TxStatus status
    ) external view returns (bool);
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Settlement of batches, docs/spec.md section 6
/// @notice A batch is committed (L1 knows its content's hash, and the data are available), proven, executed (messages can
/// be used), in this order and in the order of numbers. Only validators call, in a deployment the ValidatorTimelock;
/// nobody does in priority mode (IPriorityMode).
///
/// `chainAddress` must be this contract: the timelock passes its call data through, so the same bytes work at both.
interface IExecutor {
    /// @param batchHash state commitment after the batch
    /// @param commitment batch output hash
    event BlockCommit(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment);

    /// @notice Blocks of a batch, for indexers. The proof binds the last number through the state commitment; the first is
    /// not checked on L1.
    event ReportCommittedBatchRange(
        uint256 indexed batchNumber, uint64 indexed firstBlockNumber, uint64 indexed lastBlockNumber
    );
    event BlocksVerification(uint256 indexed previousLastVerifiedBatch, uint256 indexed currentLastVerifiedBatch);
    event BlockExecution(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment);
    event BlocksRevert(uint256 totalBatchesCommitted, uint256 totalBatchesVerified, uint256 totalBatchesExecuted);

    /// @param data 0x01 ‖ abi.encode(StoredBatchInfo last, CommitBatchInfo[] batches)
    function commitBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes calldata data) external;

    /// @param data 0x01 ‖ abi.encode(StoredBatchInfo previous, StoredBatchInfo[] batches, uint256[] proof)
    function proveBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes calldata data) external;

    /// @param data 0x01 ‖ abi.encode(StoredBatchInfo[] batches)
    function executeBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes calldata data) external;

    /// @notice Forgets committed batches above `newLastBatch`, also proven ones, never executed ones. Possible while frozen.
    function revertBatchesSharedBridge(address chainAddress, uint256 newLastBatch) external;
}

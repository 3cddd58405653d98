// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChainConfig, FeeParams} from "../common/Types.sol";

/// @title What a chain tells about itself
interface IGetters {
    function getChainId() external view returns (uint256);
    function getAdmin() external view returns (address);
    function getPendingAdmin() external view returns (address);
    function getBridgehub() external view returns (address);
    function getChainTypeManager() external view returns (address);
    function getMessageRoot() external view returns (address);
    function getBaseTokenAssetId() external view returns (bytes32);

    function getTotalBatchesCommitted() external view returns (uint256);
    function getTotalBatchesVerified() external view returns (uint256);
    function getTotalBatchesExecuted() external view returns (uint256);

    /// @notice keccak256(abi.encode(StoredBatchInfo)) of a committed batch; zero if there is none.
    function storedBatchHash(uint256 batchNumber) external view returns (bytes32);

    /// @notice Root of the log tree of an executed batch; zero if it is not executed.
    function l2LogsRootHash(uint256 batchNumber) external view returns (bytes32);

    function getTotalPriorityTxs() external view returns (uint256);
    function getFirstUnprocessedPriorityTx() external view returns (uint256);
    function getPriorityQueueSize() external view returns (uint256);

    /// @notice Hash of the operation `id` while it waits; zero before and after.
    function getPriorityTxHash(uint256 id) external view returns (bytes32);
    function getPriorityTxExpiration(uint256 id) external view returns (uint64);

    /// @notice Verifier for batches committed under the present protocol version.
    function getVerifier() external view returns (address);
    function getProtocolVersion() external view returns (uint256);
    function getSemverProtocolVersion() external view returns (uint32 major, uint32 minor, uint32 patch);

    function chainConfig() external view returns (ChainConfig memory);
    function chainConfigHash() external view returns (bytes32);
    function getFeeParams() external view returns (FeeParams memory);
    function getPriorityTxMaxGasLimit() external view returns (uint256);

    function getDAValidator() external view returns (address validator, uint8 scheme);
    function isPermanentRollup() external view returns (bool);
    function isValidator(address account) external view returns (bool);
    function isFrozen() external view returns (bool);

    /// @notice Hash of the upgrade transaction that a batch has to carry or carries, until that batch is executed.
    function getL2SystemContractsUpgradeTxHash() external view returns (bytes32);

    /// @notice Committed batch that carries it; zero while none does.
    function getL2SystemContractsUpgradeBatchNumber() external view returns (uint256);

    /// @notice A batch is refused when its first block is older than this, or its last block further ahead.
    function batchTimestampWindow() external view returns (uint256 notOlderSeconds, uint256 notAheadSeconds);

    /// @notice How long an operation may wait before batches that leave it waiting are refused, and before
    /// anybody may activate priority mode.
    function priorityExpirationSeconds() external view returns (uint256);
}

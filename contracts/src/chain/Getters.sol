// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChainConfig, FeeParams} from "../common/Types.sol";
import {IGetters} from "../interfaces/IGetters.sol";
import {IVerifierRegistry} from "../interfaces/IVerifier.sol";
import {ChainStorage} from "./ChainStorage.sol";
import {PriorityQueue} from "./PriorityQueue.sol";

/// @title Read access to the state of a chain
abstract contract Getters is ChainStorage, IGetters {
    using PriorityQueue for PriorityQueue.Queue;

    /// @inheritdoc IGetters
    function getChainId() external view returns (uint256) {
        return _chainId;
    }

    /// @inheritdoc IGetters
    function getAdmin() external view returns (address) {
        return _admin;
    }

    /// @inheritdoc IGetters
    function getPendingAdmin() external view returns (address) {
        return _pendingAdmin;
    }

    /// @inheritdoc IGetters
    function getBridgehub() external view returns (address) {
        return _bridgehub;
    }

    /// @inheritdoc IGetters
    function getChainTypeManager() external view returns (address) {
        return _chainTypeManager;
    }

    /// @inheritdoc IGetters
    function getMessageRoot() external view returns (address) {
        return _messageRoot;
    }

    /// @inheritdoc IGetters
    function getBaseTokenAssetId() external view returns (bytes32) {
        return _baseTokenAssetId;
    }

    /// @inheritdoc IGetters
    function getTotalBatchesCommitted() external view returns (uint256) {
        return _committed;
    }

    /// @inheritdoc IGetters
    function getTotalBatchesVerified() external view returns (uint256) {
        return _verified;
    }

    /// @inheritdoc IGetters
    function getTotalBatchesExecuted() external view returns (uint256) {
        return _executed;
    }

    /// @inheritdoc IGetters
    /// @dev A revert only lowers the count, so what lies above it is left over and does not exist.
    function storedBatchHash(uint256 batchNumber) external view returns (bytes32) {
        return batchNumber > _committed ? bytes32(0) : _storedBatchHashes[batchNumber];
    }

    /// @inheritdoc IGetters
    function l2LogsRootHash(uint256 batchNumber) external view returns (bytes32) {
        return _l2LogsRoots[batchNumber];
    }

    /// @inheritdoc IGetters
    function getTotalPriorityTxs() external view returns (uint256) {
        return _queue.tail;
    }

    /// @inheritdoc IGetters
    function getFirstUnprocessedPriorityTx() external view returns (uint256) {
        return _queue.head;
    }

    /// @inheritdoc IGetters
    function getPriorityQueueSize() external view returns (uint256) {
        return _queue.size();
    }

    /// @inheritdoc IGetters
    function getPriorityTxHash(uint256 id) external view returns (bytes32) {
        return _queue.hashes[id];
    }

    /// @inheritdoc IGetters
    function getPriorityTxExpiration(uint256 id) external view returns (uint64) {
        return _queue.expiration(id);
    }

    /// @inheritdoc IGetters
    function getVerifier() external view returns (address) {
        return IVerifierRegistry(_verifierRegistry).verifierOf(_protocolVersion);
    }

    /// @inheritdoc IGetters
    function getProtocolVersion() external view returns (uint256) {
        return _protocolVersion;
    }

    /// @inheritdoc IGetters
    function getSemverProtocolVersion() external view returns (uint32 major, uint32 minor, uint32 patch) {
        uint256 version = _protocolVersion;
        return (uint32(version >> 64), uint32(version >> 32), uint32(version));
    }

    /// @inheritdoc IGetters
    function chainConfig() external view returns (ChainConfig memory) {
        return _config;
    }

    /// @inheritdoc IGetters
    function chainConfigHash() external view returns (bytes32) {
        return _configHash;
    }

    /// @inheritdoc IGetters
    function getFeeParams() external view returns (FeeParams memory) {
        return _feeParams;
    }

    /// @inheritdoc IGetters
    function getPriorityTxMaxGasLimit() external view returns (uint256) {
        return _priorityTxMaxGasLimit;
    }

    /// @inheritdoc IGetters
    function getDAValidator() external view returns (address validator, uint8 scheme) {
        return (_daValidator, _daScheme);
    }

    /// @inheritdoc IGetters
    function isPermanentRollup() external view returns (bool) {
        return _permanentRollup;
    }

    /// @inheritdoc IGetters
    function isValidator(address account) external view returns (bool) {
        return _validators[account];
    }

    /// @inheritdoc IGetters
    function isFrozen() external view returns (bool) {
        return _frozen;
    }

    /// @inheritdoc IGetters
    function getL2SystemContractsUpgradeTxHash() external view returns (bytes32) {
        return _upgradeTxHash;
    }

    /// @inheritdoc IGetters
    function getL2SystemContractsUpgradeBatchNumber() external view returns (uint256) {
        return _upgradeBatchNumber;
    }

    /// @inheritdoc IGetters
    function batchTimestampWindow() external view returns (uint256 notOlderSeconds, uint256 notAheadSeconds) {
        return (NOT_OLDER_SECONDS, NOT_AHEAD_SECONDS);
    }

    /// @inheritdoc IGetters
    function priorityExpirationSeconds() external view returns (uint256) {
        return PRIORITY_EXPIRATION_SECONDS;
    }
}

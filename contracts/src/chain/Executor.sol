// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {BatchHashing} from "../common/BatchHashing.sol";
import {EMPTY_HASH, OPERATOR_DATA_VERSION} from "../common/Constants.sol";
import {CommitBatchInfo, StoredBatchInfo} from "../common/Types.sol";
import {IExecutor} from "../interfaces/IExecutor.sol";
import {IL1DAValidator} from "../interfaces/IL1DAValidator.sol";
import {IMessageRoot} from "../interfaces/IMessageRoot.sol";
import {IVerifier, IVerifierRegistry} from "../interfaces/IVerifier.sol";
import {ChainStorage} from "./ChainStorage.sol";
import {PriorityQueue} from "./PriorityQueue.sol";

/// @title Commitment, proof and execution of batches
abstract contract Executor is ChainStorage, ReentrancyGuardTransient, IExecutor {
    using PriorityQueue for PriorityQueue.Queue;

    // 0x0
    // 0x8698f184
    error WrongChain(address chain);
    // 0x0
    // 0xefbd98ed
    error OperatorDataVersionUnknown(bytes data);
    // 0x0
    // 0x5c54d370
    error BatchRangeInvalid(uint256 from, uint256 to, uint256 batches);
    // 0x0
    // 0x6560eb58
    error BatchNumberInvalid(uint256 number, uint256 expected);
    // 0x0
    // 0x63101899
    error BatchHashMismatch(uint256 number, bytes32 stored, bytes32 given);
    // 0x0
    // 0xe78854b0
    error ChainIdMismatch(uint256 chainId);
    // 0x0
    // 0x476f31c5
    error SettlementChainIdMismatch(uint256 chainId);
    // 0x0
    // 0xf0d4673b
    error DASchemeMismatch(uint8 scheme, uint8 expected);
    // 0x0
    // 0x2f38b037
    error BatchTooOld(uint256 firstBlockTimestamp, uint256 oldest);
    // 0x0
    // 0xc5fc123b
    error BatchInFuture(uint256 lastBlockTimestamp, uint256 latest);
    // 0x0
    // 0xeb7eed48
    error BlockRangeInvalid(uint256 firstBlock, uint256 lastBlock);
    // 0x0
    // 0xb58ba43c
    error TimestampsDecrease(uint256 earlier, uint256 later);
    // 0x0
    // 0x69e79da6
    error UpgradeTxMismatch(bytes32 given, bytes32 expected);
    // 0x0
    // 0xc111ca93
    error DependencyRootsNotSupported(bytes32 rollingHash);
    // 0x0
    // 0x38935fc7
    error NotCommitted(uint256 number, uint256 committed);
    // 0x0
    // 0xc49b7cad
    error NotVerified(uint256 number, uint256 verified);
    // 0x0
    // 0xd2cbe244
    error RangeCrossesUpgrade(uint256 lastBatchOfOldVersion);
    // 0x0
    // 0x250aa797
    error NoVerifier(uint256 protocolVersion);
    // 0x0
    // 0x108e70a3
    error ProofRefused(uint256 publicInput);
    // 0x0
    // 0x8259b18c
    error PriorityOperationsMismatch(uint256 batchNumber, bytes32 given, bytes32 expected);
    // 0x0
    // 0x2bee8efc
    error PriorityOperationExpired(uint256 id);
    // 0x0
    // 0x3e5f997e
    error RevertOfExecutedBatch(uint256 newLastBatch, uint256 executed);
    // 0x0
    // 0xfd802612
    error RevertOfNothing(uint256 newLastBatch, uint256 committed);

    modifier onlyThisChain(address chain) {
        if (chain != address(this)) revert WrongChain(chain);
        _;
    }

    /* Commit */

    /// @inheritdoc IExecutor
    function commitBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes calldata data)
        external
        nonReentrant
        onlyValidator
        outsidePriorityMode
        whenNotFrozen
        onlyThisChain(chainAddress)
    {
        (StoredBatchInfo memory last, CommitBatchInfo[] memory batches) =
            abi.decode(_payload(data), (StoredBatchInfo, CommitBatchInfo[]));
        uint256 committed = _committed;
        _checkRange(from, to, batches.length, committed);
        _checkStored(last, committed);

        bytes32 upgradeTx = _upgradeBatchNumber == 0 ? _upgradeTxHash : bytes32(0);
        if (upgradeTx != 0) _upgradeBatchNumber = from;
        _commit(from, batches, upgradeTx);
    }

    /// @dev The range has been checked. The upgrade transaction is what the first batch has to carry.
    function _commit(uint256 from, CommitBatchInfo[] memory batches, bytes32 upgradeTx) internal {
        _committed = uint64(from + batches.length - 1);
        for (uint256 i = 0; i < batches.length; ++i) {
            if (i != 0) _checkSuccession(batches[i - 1], batches[i]);
            _commitOne(batches[i], from + i, i == 0 ? upgradeTx : bytes32(0));
        }
    }

    function _commitOne(CommitBatchInfo memory batch, uint256 number, bytes32 upgradeTx) private {
        _checkCommit(batch, number, upgradeTx);
        StoredBatchInfo memory stored = _stored(batch);
        _storedBatchHashes[number] = BatchHashing.storedBatchHash(stored);
        emit BlockCommit(number, stored.batchHash, stored.commitment);
        emit ReportCommittedBatchRange(number, batch.firstBlockNumber, batch.lastBlockNumber);

        IL1DAValidator(_daValidator).checkDA(_chainId, number, batch.daCommitment, batch.operatorDAInput);
    }

    function _stored(CommitBatchInfo memory batch) internal pure returns (StoredBatchInfo memory) {
        return StoredBatchInfo({
            batchNumber: batch.batchNumber,
            batchHash: batch.newStateCommitment,
            indexRepeatedStorageChanges: 0,
            numberOfLayer1Txs: batch.numberOfLayer1Txs,
            priorityOperationsHash: batch.priorityOperationsHash,
            dependencyRootsRollingHash: batch.dependencyRootsRollingHash,
            l2LogsTreeRoot: batch.l2LogsTreeRoot,
            timestamp: batch.lastBlockTimestamp,
            commitment: BatchHashing.batchOutputHash(batch)
        });
    }

    function _checkCommit(CommitBatchInfo memory batch, uint256 number, bytes32 upgradeTx) private view {
        if (batch.batchNumber != number) revert BatchNumberInvalid(batch.batchNumber, number);
        if (batch.chainId != _chainId) revert ChainIdMismatch(batch.chainId);
        if (batch.slChainId != block.chainid) revert SettlementChainIdMismatch(batch.slChainId);
        if (batch.daCommitmentScheme != _daScheme) revert DASchemeMismatch(batch.daCommitmentScheme, _daScheme);
        if (batch.upgradeTxHash != upgradeTx) revert UpgradeTxMismatch(batch.upgradeTxHash, upgradeTx);
        if (batch.dependencyRootsRollingHash != 0) {
            revert DependencyRootsNotSupported(batch.dependencyRootsRollingHash);
        }
        _checkBlocks(batch);
    }

    /// @dev That timestamps do not go back between batches is part of what the proof shows.
    function _checkBlocks(CommitBatchInfo memory batch) private view {
        if (batch.firstBlockNumber > batch.lastBlockNumber) {
            revert BlockRangeInvalid(batch.firstBlockNumber, batch.lastBlockNumber);
        }
        if (batch.firstBlockTimestamp > batch.lastBlockTimestamp) {
            revert TimestampsDecrease(batch.firstBlockTimestamp, batch.lastBlockTimestamp);
        }
        if (batch.firstBlockTimestamp + NOT_OLDER_SECONDS < block.timestamp) {
            revert BatchTooOld(batch.firstBlockTimestamp, block.timestamp - NOT_OLDER_SECONDS);
        }
        if (batch.lastBlockTimestamp > block.timestamp + NOT_AHEAD_SECONDS) {
            revert BatchInFuture(batch.lastBlockTimestamp, block.timestamp + NOT_AHEAD_SECONDS);
        }
    }

    function _checkSuccession(CommitBatchInfo memory previous, CommitBatchInfo memory next) private pure {
        if (uint256(next.firstBlockNumber) != uint256(previous.lastBlockNumber) + 1) {
            revert BlockRangeInvalid(previous.lastBlockNumber, next.firstBlockNumber);
        }
        if (next.firstBlockTimestamp < previous.lastBlockTimestamp) {
            revert TimestampsDecrease(previous.lastBlockTimestamp, next.firstBlockTimestamp);
        }
    }

    /* Prove */

    /// @inheritdoc IExecutor
    function proveBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes calldata data)
        external
        nonReentrant
        onlyValidator
        outsidePriorityMode
        whenNotFrozen
        onlyThisChain(chainAddress)
    {
        (StoredBatchInfo memory previous, StoredBatchInfo[] memory batches, uint256[] memory proof) =
            abi.decode(_payload(data), (StoredBatchInfo, StoredBatchInfo[], uint256[]));
        uint256 verified = _verified;
        _checkRange(from, to, batches.length, verified);
        if (to > _committed) revert NotCommitted(to, _committed);
        _checkStored(previous, verified);
        _prove(from, previous, batches, proof);
    }

    /// @dev The range has been checked, and so has `previous`.
    function _prove(
        uint256 from,
        StoredBatchInfo memory previous,
        StoredBatchInfo[] memory batches,
        uint256[] memory proof
    ) internal {
        uint256 to = from + batches.length - 1;
        (uint256 version, bytes32 configHash) = _versionOf(from, to);
        uint256 publicInput = _publicInput(previous.batchHash, batches, from, configHash);
        _verified = uint64(to);
        emit BlocksVerification(from - 1, to);

        address verifier = IVerifierRegistry(_verifierRegistry).verifierOf(version);
        if (verifier == address(0)) revert NoVerifier(version);
        if (!IVerifier(verifier).verify(publicInput, proof)) revert ProofRefused(publicInput);
    }

    function _publicInput(bytes32 state, StoredBatchInfo[] memory batches, uint256 from, bytes32 configHash)
        private
        view
        returns (uint256 acc)
    {
        for (uint256 i = 0; i < batches.length; ++i) {
            StoredBatchInfo memory batch = batches[i];
            _checkStored(batch, from + i);
            uint256 one = BatchHashing.publicInput(state, batch.batchHash, configHash, batch.commitment);
            acc = i == 0 ? one : BatchHashing.accumulate(acc, one);
            state = batch.batchHash;
        }
    }

    /// @dev A batch is proven under the version that it was committed under.
    function _versionOf(uint256 from, uint256 to) private view returns (uint256 version, bytes32 configHash) {
        uint256 lastOfOld = _previousVersionLastBatch;
        if (from > lastOfOld) return (_protocolVersion, _configHash);
        if (to > lastOfOld) revert RangeCrossesUpgrade(lastOfOld);
        return (_previousProtocolVersion, _previousConfigHash);
    }

    /* Execute */

    /// @inheritdoc IExecutor
    function executeBatchesSharedBridge(address chainAddress, uint256 from, uint256 to, bytes calldata data)
        external
        nonReentrant
        onlyValidator
        outsidePriorityMode
        whenNotFrozen
        onlyThisChain(chainAddress)
    {
        StoredBatchInfo[] memory batches = abi.decode(_payload(data), (StoredBatchInfo[]));
        _checkRange(from, to, batches.length, _executed);
        if (to > _verified) revert NotVerified(to, _verified);
        _execute(from, batches);
    }

    /// @dev The range has been checked.
    function _execute(uint256 from, StoredBatchInfo[] memory batches) internal {
        _executed = uint64(from + batches.length - 1);
        for (uint256 i = 0; i < batches.length; ++i) {
            _executeOne(batches[i], from + i);
        }
    }

    function _executeOne(StoredBatchInfo memory batch, uint256 number) private {
        _checkStored(batch, number);
        _processPriorityOperations(batch);
        // The batch's own time counts, not the time of execution, and one that holds operations makes progress: an operator that was away can always go on, one
        // that passes over an overdue operation cannot.
        if (batch.numberOfLayer1Txs == 0 && _queue.hasExpired(batch.timestamp)) revert PriorityOperationExpired(_queue.head);
        _l2LogsRoots[number] = batch.l2LogsTreeRoot;
        if (number == _upgradeBatchNumber) {
            _upgradeTxHash = 0;
            _upgradeBatchNumber = 0;
        }
        emit BlockExecution(number, batch.batchHash, batch.commitment);
        IMessageRoot(_messageRoot).addChainBatchRoot(_chainId, number, batch.l2LogsTreeRoot);
    }

    /// @dev The batch has proven which operations it contains; here they have to be the first ones of the queue.
    function _processPriorityOperations(StoredBatchInfo memory batch) private {
        bytes32 rolling = EMPTY_HASH;
        for (uint256 i = 0; i < batch.numberOfLayer1Txs; ++i) {
            rolling = BatchHashing.rollPriorityOperation(rolling, _queue.popHash());
        }
        if (rolling != batch.priorityOperationsHash) {
            revert PriorityOperationsMismatch(batch.batchNumber, batch.priorityOperationsHash, rolling);
        }
    }

    /* Revert */

    /// @inheritdoc IExecutor
    function revertBatchesSharedBridge(address chainAddress, uint256 newLastBatch)
        external
        nonReentrant
        onlyValidator
        outsidePriorityMode
        onlyThisChain(chainAddress)
    {
        if (newLastBatch < _executed) revert RevertOfExecutedBatch(newLastBatch, _executed);
        if (newLastBatch >= _committed) revert RevertOfNothing(newLastBatch, _committed);
        _forgetAfter(newLastBatch);
    }

    function _forgetAfter(uint256 newLastBatch) internal {
        _committed = uint64(newLastBatch);
        if (newLastBatch < _verified) _verified = uint64(newLastBatch);
        if (newLastBatch < _upgradeBatchNumber) _upgradeBatchNumber = 0;
        // What is committed from now on follows the present version.
        if (newLastBatch < _previousVersionLastBatch) _previousVersionLastBatch = newLastBatch;

        emit BlocksRevert(_committed, _verified, _executed);
    }

    /* Shared checks */

    function _payload(bytes calldata data) private pure returns (bytes calldata) {
        if (data.length == 0 || data[0] != OPERATOR_DATA_VERSION) revert OperatorDataVersionUnknown(data);
        return data[1:];
    }

    function _checkRange(uint256 from, uint256 to, uint256 count, uint256 done) internal pure {
        if (count == 0 || to < from || to - from != count - 1) revert BatchRangeInvalid(from, to, count);
        if (from != done + 1) revert BatchNumberInvalid(from, done + 1);
    }

    function _checkStored(StoredBatchInfo memory batch, uint256 number) internal view {
        if (batch.batchNumber != number) revert BatchNumberInvalid(batch.batchNumber, number);
        bytes32 given = BatchHashing.storedBatchHash(batch);
        bytes32 stored = _storedBatchHashes[number];
        if (given != stored) revert BatchHashMismatch(number, stored, given);
    }
}

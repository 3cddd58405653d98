// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {DA_SCHEME_EMPTY} from "../common/Constants.sol";
import {CommitBatchInfo, StoredBatchInfo} from "../common/Types.sol";
import {IPriorityMode} from "../interfaces/IPriorityMode.sol";
import {Executor} from "./Executor.sol";
import {PriorityQueue} from "./PriorityQueue.sol";

/// @title Settlement by anybody, when the operator has left an operation waiting for too long
abstract contract PriorityMode is Executor, IPriorityMode {
    using PriorityQueue for PriorityQueue.Queue;

    // 0x0
    // 0x02378b22
    error NothingOverdue(uint256 waiting, uint256 expiresAt);
    // 0x0
    // 0xc50d1664
    error CallNotReadable(address caller);
    // 0x0
    // 0xdac0fcb7
    error HoldsL2Transactions(uint256 batchNumber, uint256 numberOfLayer2Txs);
    // 0x0
    // 0x459185fb
    error HoldsNoPriorityOperation(uint256 batchNumber);
    // 0x0
    // 0xa485dbe5
    error DataNotInCall(uint256 batchNumber);

    /// @inheritdoc IPriorityMode
    function activatePriorityMode() external nonReentrant whenNotFrozen outsidePriorityMode {
        if (!_queue.hasExpired(block.timestamp)) {
            uint256 waiting = _queue.size();
            revert NothingOverdue(waiting, waiting == 0 ? 0 : _queue.expiration(_queue.head));
        }
        _priorityMode = true;
        emit PriorityModeActivated(_queue.head, _executed, msg.sender);
        if (_committed != _executed) _forgetAfter(_executed);
    }

    /// @inheritdoc IPriorityMode
    /// @dev Every step has its effects before its call, the steps follow each other, and the called contracts (data availability, verifier, message root) cannot come
    /// back. A pending upgrade transaction stays pending: batches here have priority operations only. A validium's data are in the call, too: who settles must not be the only one
    /// who can go on.
    function settlePriorityBatches(
        StoredBatchInfo memory last,
        CommitBatchInfo[] memory batches,
        uint256[] memory proof
    ) external nonReentrant whenNotFrozen {
        if (!_priorityMode) revert PriorityModeIsNotActive();
        _checkReadable(last, batches, proof);
        uint256 from = uint256(_executed) + 1;
        if (batches.length == 0) revert BatchRangeInvalid(from, from - 1, 0);
        _checkStored(last, from - 1);

        StoredBatchInfo[] memory stored = new StoredBatchInfo[](batches.length);
        for (uint256 i = 0; i < batches.length; ++i) {
            CommitBatchInfo memory batch = batches[i];
            if (batch.numberOfLayer2Txs != 0) revert HoldsL2Transactions(from + i, batch.numberOfLayer2Txs);
            if (batch.numberOfLayer1Txs == 0) revert HoldsNoPriorityOperation(from + i);
            if (_daScheme == DA_SCHEME_EMPTY && keccak256(batch.operatorDAInput) != batch.daCommitment) {
                revert DataNotInCall(from + i);
            }
            stored[i] = _stored(batch);
        }
        _commit(from, batches, 0);
        _prove(from, last, stored, proof);
        _execute(from, stored);
    }

    /// @inheritdoc IPriorityMode
    function deactivatePriorityMode() external onlyChainTypeManager {
        if (!_priorityMode) revert PriorityModeIsNotActive();
        if (_queue.hasExpired(block.timestamp)) revert PriorityOperationExpired(_queue.head);
        _priorityMode = false;
        emit PriorityModeDeactivated(_executed);
    }

    /// @inheritdoc IPriorityMode
    function isPriorityMode() external view returns (bool) {
        return _priorityMode;
    }

    /// @dev Whoever rebuilds the state reads transactions, not traces. A call from inside of another contract, or one whose bytes only this decoder understands, would hide
    /// the data from everybody who wants to settle the next batch. An account without code can only be the sender of a transaction.
    function _checkReadable(StoredBatchInfo memory last, CommitBatchInfo[] memory batches, uint256[] memory proof)
        private
        view
    {
        bytes memory canonical = abi.encodeCall(IPriorityMode.settlePriorityBatches, (last, batches, proof));
        bool direct = msg.sender == tx.origin && msg.sender.code.length == 0;
        if (!direct || keccak256(msg.data) != keccak256(canonical)) revert CallNotReadable(msg.sender);
    }
}

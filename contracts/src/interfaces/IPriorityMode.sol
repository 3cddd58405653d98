// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CommitBatchInfo, StoredBatchInfo} from "../common/Types.sol";

/// @title Priority mode: a chain without its operator, docs/spec.md section 6
/// @notice When the operation that waits longest in the priority queue is past its expiration, anybody may activate the mode. From then on the validators, so the operator's
/// keys, can do nothing, and anybody settles batches that hold priority operations and nothing else.
///
/// What a batch has to prove is what it always has: the verifier of the chain's protocol version decides. There is no execution delay in this mode.
///
/// Nobody has a power over activation and settlement, with one exception: the owner of the ChainTypeManager can freeze the chain, which stops requests, activation and
/// settlement, in case a verifier turns out to accept falsehoods. The admin of the chain has no power over fees, gas limit and data availability in this mode.
///
/// The mode ends when the owner of the ChainTypeManager says so, and only while no operation is overdue: whoever had asked to leave has left.
interface IPriorityMode {
    /// @param overdueOperation id of the operation that was left waiting
    /// @param lastBatch what was committed after it and not executed is forgotten
    event PriorityModeActivated(uint256 indexed overdueOperation, uint256 indexed lastBatch, address indexed by);
    event PriorityModeDeactivated(uint256 indexed lastBatch);

    /// @notice Activates the mode. Callable by anybody; refused while the chain is frozen.
    function activatePriorityMode() external;

    /// @notice Commits, proves and executes the batches after `last`, the last executed one. Callable by any account without code, with these arguments in their canonical encoding
    /// as the whole call data of the transaction: others have to be able to find the data.
    /// @param batches each with at least one priority operation, without L2 transactions, upgrade transactions included; operations in the order of the queue, none left out; the data of a validium are in them, too
    /// @param proof of all of them, as for `proveBatchesSharedBridge`
    function settlePriorityBatches(
        StoredBatchInfo memory last,
        CommitBatchInfo[] memory batches,
        uint256[] memory proof
    ) external;

    /// @notice Ends the mode. Called by the ChainTypeManager, for its owner.
    function deactivatePriorityMode() external;

    function isPriorityMode() external view returns (bool);
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IExecutor} from "./IExecutor.sol";

/// @title Between the operator's keys and the chains: roles and a delay before execution
/// @notice Roles are per chain: COMMITTER, PROVER, EXECUTOR, REVERTER, and ADMIN, which gives and takes the others. The
/// admin of the chain has the powers of ADMIN without having the role.
///
/// Powers of the owner: `setExecutionDelay` (for all chains), `upgradeToAndCall`.
interface IValidatorTimelock is IExecutor {
    event NewExecutionDelay(uint256 newExecutionDelay);

    function COMMITTER_ROLE() external view returns (bytes32);
    function PROVER_ROLE() external view returns (bytes32);
    function EXECUTOR_ROLE() external view returns (bytes32);
    function REVERTER_ROLE() external view returns (bytes32);
    function ADMIN_ROLE() external view returns (bytes32);

    function grantChainRole(address chain, bytes32 role, address account) external;

    function revokeChainRole(address chain, bytes32 role, address account) external;

    function hasChainRole(address chain, bytes32 role, address account) external view returns (bool);

    function setExecutionDelay(uint32 newExecutionDelaySeconds) external;

    /// @notice Seconds that pass at least between commitment and execution of a batch.
    function executionDelay() external view returns (uint32);

    /// @notice L1 time at which the batch was committed (for the last time, if it was reverted in between).
    function getCommittedBatchTimestamp(address chain, uint256 batchNumber) external view returns (uint256);
}

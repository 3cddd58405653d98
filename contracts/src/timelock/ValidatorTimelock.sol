// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IChain} from "../interfaces/IChain.sol";
import {IExecutor} from "../interfaces/IExecutor.sol";
import {IValidatorTimelock} from "../interfaces/IValidatorTimelock.sol";

/// @title Between the operator's keys and the chains
/// @dev Roles are keyed by the address of the chain, so a contract that only pretends to be a chain has power over itself.
contract ValidatorTimelock is IValidatorTimelock, Ownable2StepUpgradeable, UUPSUpgradeable {
    // 0x0
    // 0xc49e9aa1
    error RoleMissing(address chain, bytes32 role, address account);
    // 0x0
    // 0x9bd05026
    error NotAChainAdmin(address chain, address account);
    // 0x0
    // 0x3d653e2a
    error RoleUnknown(bytes32 role);
    // 0x0
    // 0x2f37ae39
    error DelayNotPassed(uint256 batchNumber, uint256 executableFrom);

    event ChainRoleGranted(address indexed chain, bytes32 indexed role, address indexed account);
    event ChainRoleRevoked(address indexed chain, bytes32 indexed role, address indexed account);

    /// @inheritdoc IValidatorTimelock
    bytes32 public constant COMMITTER_ROLE = keccak256("COMMITTER_ROLE");
    /// @inheritdoc IValidatorTimelock
    bytes32 public constant PROVER_ROLE = keccak256("PROVER_ROLE");
    /// @inheritdoc IValidatorTimelock
    bytes32 public constant EXECUTOR_ROLE = keccak256("EXECUTOR_ROLE");
    /// @inheritdoc IValidatorTimelock
    bytes32 public constant REVERTER_ROLE = keccak256("REVERTER_ROLE");
    /// @inheritdoc IValidatorTimelock
    bytes32 public constant ADMIN_ROLE = keccak256("ADMIN_ROLE");

    /// @inheritdoc IValidatorTimelock
    uint32 public executionDelay;
    mapping(address chain => mapping(bytes32 role => mapping(address account => bool))) private _roles;
    mapping(address chain => mapping(uint256 batchNumber => uint256)) private _committedAt;

    modifier onlyRole(address chain, bytes32 role) {
        if (!_roles[chain][role][msg.sender]) revert RoleMissing(chain, role, msg.sender);
        _;
    }

    modifier onlyChainAdmin(address chain) {
        if (!_roles[chain][ADMIN_ROLE][msg.sender] && IChain(chain).getAdmin() != msg.sender) {
            revert NotAChainAdmin(chain, msg.sender);
        }
        _;
    }

    constructor() {
        _disableInitializers();
    }

    function initialize(address owner, uint32 executionDelaySeconds) external initializer {
        __Ownable_init(owner);
        _setExecutionDelay(executionDelaySeconds);
    }

    /* Operator */

    /// @inheritdoc IExecutor
    function commitBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes calldata data)
        external
        onlyRole(chain, COMMITTER_ROLE)
    {
        IExecutor(chain).commitBatchesSharedBridge(chain, from, to, data);
        // The chain has accepted the range, so it is as long as the batches in the data.
        for (uint256 number = from; number <= to; ++number) {
            _committedAt[chain][number] = block.timestamp;
        }
    }

    /// @inheritdoc IExecutor
    function proveBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes calldata data)
        external
        onlyRole(chain, PROVER_ROLE)
    {
        IExecutor(chain).proveBatchesSharedBridge(chain, from, to, data);
    }

    /// @inheritdoc IExecutor
    function executeBatchesSharedBridge(address chain, uint256 from, uint256 to, bytes calldata data)
        external
        onlyRole(chain, EXECUTOR_ROLE)
    {
        uint256 delay = executionDelay;
        for (uint256 number = from; number <= to; ++number) {
            uint256 executableFrom = _committedAt[chain][number] + delay;
            if (block.timestamp < executableFrom) revert DelayNotPassed(number, executableFrom);
        }
        IExecutor(chain).executeBatchesSharedBridge(chain, from, to, data);
    }

    /// @inheritdoc IExecutor
    function revertBatchesSharedBridge(address chain, uint256 newLastBatch) external onlyRole(chain, REVERTER_ROLE) {
        IExecutor(chain).revertBatchesSharedBridge(chain, newLastBatch);
    }

    /* Roles */

    /// @inheritdoc IValidatorTimelock
    function grantChainRole(address chain, bytes32 role, address account) external onlyChainAdmin(chain) {
        _checkRole(role);
        _roles[chain][role][account] = true;
        emit ChainRoleGranted(chain, role, account);
    }

    /// @inheritdoc IValidatorTimelock
    function revokeChainRole(address chain, bytes32 role, address account) external onlyChainAdmin(chain) {
        _checkRole(role);
        _roles[chain][role][account] = false;
        emit ChainRoleRevoked(chain, role, account);
    }

    /// @inheritdoc IValidatorTimelock
    function hasChainRole(address chain, bytes32 role, address account) external view returns (bool) {
        return _roles[chain][role][account];
    }

    /// @inheritdoc IValidatorTimelock
    function getCommittedBatchTimestamp(address chain, uint256 batchNumber) external view returns (uint256) {
        return _committedAt[chain][batchNumber];
    }

    /* Owner */

    /// @inheritdoc IValidatorTimelock
    function setExecutionDelay(uint32 newExecutionDelaySeconds) external onlyOwner {
        _setExecutionDelay(newExecutionDelaySeconds);
    }

    function _setExecutionDelay(uint32 seconds_) private {
        executionDelay = seconds_;
        emit NewExecutionDelay(seconds_);
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}

    function _checkRole(bytes32 role) private pure {
        bool known = role == COMMITTER_ROLE || role == PROVER_ROLE || role == EXECUTOR_ROLE || role == REVERTER_ROLE
            || role == ADMIN_ROLE;
        if (!known) revert RoleUnknown(role);
    }
}

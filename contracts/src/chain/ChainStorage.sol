// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchHashing} from "../common/BatchHashing.sol";
import {ChainConfig, FeeParams} from "../common/Types.sol";
import {PriorityQueue} from "./PriorityQueue.sol";

/// @title State of a chain, and who may touch it
/// @dev The order of the variables is the storage layout behind the proxy: an upgrade only appends.
abstract contract ChainStorage {
    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0x7fbe145b
    error ChainIsFrozen();
    // 0x0
    // 0x6dc495f9
    error PriorityModeIsActive();
    // 0x0
    // 0xf4d8507f
    error PriorityModeIsNotActive();

    /// @dev How old the first block of a batch may be when it is committed.
    uint256 internal immutable NOT_OLDER_SECONDS;

    /// @dev How far the clock of the sequencer may be ahead of the clock of L1.
    uint256 internal constant NOT_AHEAD_SECONDS = 1 hours;

    /// @dev How long a priority operation may wait.
    uint256 internal immutable PRIORITY_EXPIRATION_SECONDS;

    uint256 internal _chainId;
    address internal _bridgehub;
    address internal _chainTypeManager;
    address internal _verifierRegistry;
    address internal _messageRoot;
    address internal _admin;
    address internal _pendingAdmin;
    bytes32 internal _baseTokenAssetId;

    // One slot: read together by every call of the operator.
    address internal _daValidator;
    uint8 internal _daScheme;
    bool internal _permanentRollup;
    bool internal _frozen;
    uint64 internal _committed;
    /// @dev Younger than its neighbours: it took the byte that was left of their slot.
    bool internal _priorityMode;

    uint64 internal _verified;
    uint64 internal _executed;

    mapping(uint256 batchNumber => bytes32) internal _storedBatchHashes;
    mapping(uint256 batchNumber => bytes32) internal _l2LogsRoots;
    mapping(address account => bool) internal _validators;
    PriorityQueue.Queue internal _queue;

    uint256 internal _protocolVersion;
    ChainConfig internal _config;
    bytes32 internal _configHash;
    FeeParams internal _feeParams;
    uint256 internal _priorityTxMaxGasLimit;

    /// @dev Batches up to this number were committed under the previous version and are proven as such.
    uint256 internal _previousVersionLastBatch;
    uint256 internal _previousProtocolVersion;
    bytes32 internal _previousConfigHash;

    bytes32 internal _upgradeTxHash;
    uint256 internal _upgradeBatchNumber;

    constructor(uint256 notOlderSeconds, uint256 priorityExpirationSeconds_) {
        NOT_OLDER_SECONDS = notOlderSeconds;
        PRIORITY_EXPIRATION_SECONDS = priorityExpirationSeconds_;
    }

    modifier onlyBridgehub() {
        if (msg.sender != _bridgehub) revert Unauthorized(msg.sender);
        _;
    }

    modifier onlyChainTypeManager() {
        if (msg.sender != _chainTypeManager) revert Unauthorized(msg.sender);
        _;
    }

    modifier onlyAdmin() {
        if (msg.sender != _admin) revert Unauthorized(msg.sender);
        _;
    }

    modifier onlyValidator() {
        if (!_validators[msg.sender]) revert Unauthorized(msg.sender);
        _;
    }

    modifier whenNotFrozen() {
        if (_frozen) revert ChainIsFrozen();
        _;
    }

    modifier outsidePriorityMode() {
        if (_priorityMode) revert PriorityModeIsActive();
        _;
    }

    function _setConfig(ChainConfig memory config) internal {
        _config = config;
        _configHash = BatchHashing.chainConfigHash(_chainId, config);
    }
}

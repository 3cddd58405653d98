// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {BatchHashing} from "../common/BatchHashing.sol";
import {DA_SCHEME_EMPTY, EMPTY_HASH, L2_FORCE_DEPLOYER, UPGRADE_TX_TYPE} from "../common/Constants.sol";
import {ChainInit, FeeParams, L2CanonicalTransaction, ProtocolUpgrade, StoredBatchInfo} from "../common/Types.sol";
import {IChainAdmin} from "../interfaces/IChainAdmin.sol";
import {IChainTypeManager} from "../interfaces/IChainTypeManager.sol";
import {ChainStorage} from "./ChainStorage.sol";

/// @title Set-up, parameters and upgrades of a chain
abstract contract ChainAdmin is ChainStorage, Initializable, IChainAdmin {
    // 0x0
    // 0xd92e233d
    error ZeroAddress();
    // 0x0
    // 0xc3d9bd4e
    error FeeParamsInvalid();
    // 0x0
    // 0xa7320d96
    error PriorityGasLimitInvalid(uint256 gasLimit, uint256 blockGasLimit);
    // 0x0
    // 0x1efd4358
    error DAValidatorNotListed(address validator);
    // 0x0
    // 0x3b15a885
    error PermanentRollupNeedsData(uint8 scheme);
    // 0x0
    // 0x6df471ae
    error UpgradeStillPending(uint256 protocolVersion);
    // 0x0
    // 0x631173f7
    error UpgradeTransactionInvalid();

    // The way out of a chain goes through its queue, so nobody may close that by asking too much: bounds of what the admin can set.
    uint256 private constant MOST_MINIMAL_L2_GAS_PRICE = 100 gwei;
    uint256 private constant MOST_BATCH_OVERHEAD_L1_GAS = 10_000_000;
    uint256 private constant LEAST_L2_GAS_PER_BATCH = 1_000_000;
    uint256 private constant LEAST_PUBDATA_PER_BATCH = 10_000;
    uint256 private constant LEAST_PRIORITY_TX_GAS = 2_000_000;

    /// @inheritdoc IChainAdmin
    function initialize(ChainInit calldata init) external initializer {
        if (init.bridgehub == address(0) || init.chainTypeManager == address(0)) revert ZeroAddress();
        if (init.verifierRegistry == address(0) || init.messageRoot == address(0)) revert ZeroAddress();
        if (init.admin == address(0)) revert ZeroAddress();
        _chainId = init.chainId;
        _bridgehub = init.bridgehub;
        _chainTypeManager = init.chainTypeManager;
        _verifierRegistry = init.verifierRegistry;
        _messageRoot = init.messageRoot;
        _admin = init.admin;
        _baseTokenAssetId = init.baseTokenAssetId;
        _protocolVersion = init.protocolVersion;

        _setConfig(init.params.config);
        _setFeeParams(init.params.feeParams);
        _setPriorityTxMaxGasLimit(init.params.priorityTxMaxGasLimit);
        _setDAValidator(init.params.daValidator);
        _setValidator(init.params.operatorTimelock, true);
        _storeGenesis(init.params.genesisStateCommitment);
    }

    /* Admin */

    /// @inheritdoc IChainAdmin
    function setPendingAdmin(address newPendingAdmin) external onlyAdmin {
        emit NewPendingAdmin(_pendingAdmin, newPendingAdmin);
        _pendingAdmin = newPendingAdmin;
    }

    /// @inheritdoc IChainAdmin
    function acceptAdmin() external {
        if (msg.sender != _pendingAdmin) revert Unauthorized(msg.sender);
        emit NewAdmin(_admin, msg.sender);
        emit NewPendingAdmin(msg.sender, address(0));
        _admin = msg.sender;
        _pendingAdmin = address(0);
    }

    /// @inheritdoc IChainAdmin
    function changeFeeParams(FeeParams calldata newFeeParams) external onlyAdmin outsidePriorityMode {
        _setFeeParams(newFeeParams);
    }

    /// @inheritdoc IChainAdmin
    function setPriorityTxMaxGasLimit(uint256 newPriorityTxMaxGasLimit) external onlyAdmin outsidePriorityMode {
        _setPriorityTxMaxGasLimit(newPriorityTxMaxGasLimit);
    }

    /// @inheritdoc IChainAdmin
    function setDAValidator(address validator) external onlyAdmin outsidePriorityMode {
        _setDAValidator(validator);
    }

    /// @inheritdoc IChainAdmin
    function makePermanentRollup() external onlyAdmin {
        if (_daScheme == DA_SCHEME_EMPTY) revert PermanentRollupNeedsData(_daScheme);
        _permanentRollup = true;
        emit PermanentRollup();
    }

    /* ChainTypeManager */

    /// @inheritdoc IChainAdmin
    function setValidator(address validator, bool active) external onlyChainTypeManager {
        _setValidator(validator, active);
    }

    /// @inheritdoc IChainAdmin
    function freeze() external onlyChainTypeManager {
        _frozen = true;
        emit Freeze();
    }

    /// @inheritdoc IChainAdmin
    function unfreeze() external onlyChainTypeManager {
        _frozen = false;
        emit Unfreeze();
    }

    /// @inheritdoc IChainAdmin
    /// @dev One upgrade at a time: there is one previous version, and one upgrade transaction to be carried.
    function applyUpgrade(ProtocolUpgrade calldata upgrade) external onlyChainTypeManager {
        if (_verified < _previousVersionLastBatch || _upgradeTxHash != 0) revert UpgradeStillPending(_protocolVersion);
        _previousVersionLastBatch = _committed;
        _previousProtocolVersion = _protocolVersion;
        _previousConfigHash = _configHash;
        _protocolVersion = upgrade.newProtocolVersion;
        if (upgrade.newFork != 0) {
            _config.fork = upgrade.newFork;
            _setConfig(_config);
        }
        emit ProtocolUpgraded(upgrade.newProtocolVersion, _committed, _configHash);
        if (upgrade.hasL2Transaction) _setUpgradeTransaction(upgrade.newProtocolVersion, upgrade.l2Transaction);
    }

    /* Internal */

    function _setUpgradeTransaction(uint256 protocolVersion, L2CanonicalTransaction calldata t) private {
        bool plain = t.signature.length == 0 && t.factoryDeps.length == 0 && t.paymasterInput.length == 0
            && t.reservedDynamic.length == 0 && t.paymaster == 0;
        bool free = t.maxFeePerGas == 0 && t.maxPriorityFeePerGas == 0 && t.value == 0 && t.reserved[0] == 0;
        bool typed = t.txType == UPGRADE_TX_TYPE && t.from == uint160(L2_FORCE_DEPLOYER) && t.to <= type(uint160).max
            && t.reserved[1] <= type(uint160).max && t.reserved[2] == 0 && t.reserved[3] == 0;
        bool fits = t.gasLimit <= _config.blockGasLimit && t.gasPerPubdataByteLimit <= type(uint64).max;
        // The nonce makes the hash of every upgrade transaction another.
        if (!plain || !free || !typed || !fits || t.nonce != protocolVersion) revert UpgradeTransactionInvalid();

        bytes32 hash = BatchHashing.canonicalTxHash(t);
        _upgradeTxHash = hash;
        emit NewUpgradeTransaction(protocolVersion, hash, t);
    }

    function _setFeeParams(FeeParams calldata p) private {
        bool divisors = p.maxPubdataPerBatch >= LEAST_PUBDATA_PER_BATCH && p.maxL2GasPerBatch >= LEAST_L2_GAS_PER_BATCH;
        bool payable_ =
            p.minimalL2GasPrice <= MOST_MINIMAL_L2_GAS_PRICE && p.batchOverheadL1Gas <= MOST_BATCH_OVERHEAD_L1_GAS;
        bool fits = p.priorityTxMaxPubdata <= p.maxPubdataPerBatch;
        if (!divisors || !payable_ || !fits) revert FeeParamsInvalid();
        emit NewFeeParams(_feeParams, p);
        _feeParams = p;
    }

    /// @dev An operation that does not fit into a block could never be included, and would stop the queue.
    function _setPriorityTxMaxGasLimit(uint256 gasLimit) private {
        bool tooLow = gasLimit < Math.min(LEAST_PRIORITY_TX_GAS, _config.blockGasLimit);
        if (tooLow || gasLimit > _config.blockGasLimit) revert PriorityGasLimitInvalid(gasLimit, _config.blockGasLimit);
        emit NewPriorityTxMaxGasLimit(_priorityTxMaxGasLimit, gasLimit);
        _priorityTxMaxGasLimit = gasLimit;
    }

    function _setDAValidator(address validator) private {
        uint8 scheme = IChainTypeManager(_chainTypeManager).daValidatorScheme(validator);
        if (scheme == 0) revert DAValidatorNotListed(validator);
        if (_permanentRollup && scheme == DA_SCHEME_EMPTY) revert PermanentRollupNeedsData(scheme);
        _daValidator = validator;
        _daScheme = scheme;
        emit NewDAValidator(validator, scheme);
    }

    function _setValidator(address validator, bool active) private {
        if (validator == address(0)) revert ZeroAddress();
        _validators[validator] = active;
        emit ValidatorStatusUpdate(validator, active);
    }

    function _storeGenesis(bytes32 stateCommitment) private {
        _storedBatchHashes[0] = BatchHashing.storedBatchHash(
            StoredBatchInfo({
                batchNumber: 0,
                batchHash: stateCommitment,
                indexRepeatedStorageChanges: 0,
                numberOfLayer1Txs: 0,
                priorityOperationsHash: EMPTY_HASH,
                dependencyRootsRollingHash: 0,
                l2LogsTreeRoot: 0,
                timestamp: 0,
                commitment: 0
            })
        );
    }
}

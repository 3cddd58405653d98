// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ChainInit, FeeParams, L2CanonicalTransaction, ProtocolUpgrade} from "../common/Types.sol";

/// @title Powers over one chain
/// @notice Powers of the admin of the chain: `setPendingAdmin`, `changeFeeParams`, `setPriorityTxMaxGasLimit`,
/// `setDAValidator` (one that the ChainTypeManager lists; never a validium once `makePermanentRollup` was called),
/// `makePermanentRollup`, roles in the ValidatorTimelock, and when to apply an upgrade (through the ChainTypeManager).
/// In priority mode (IPriorityMode) fees, gas limit and data availability stay as they are. Fees and gas limit have bounds at all times, so that
/// priority operations stay possible: minimalL2GasPrice at most 100 gwei, batchOverheadL1Gas at most 10,000,000, maxL2GasPerBatch at
/// least 1,000,000, maxPubdataPerBatch at least 10,000, priorityTxMaxGasLimit at least 2,000,000 or the gas of a block.
///
/// Powers of the ChainTypeManager, for its owner: `setValidator`, `freeze`, `unfreeze`, `deactivatePriorityMode`, and the content of upgrades.
interface IChainAdmin {
    event NewPendingAdmin(address indexed oldPendingAdmin, address indexed newPendingAdmin);
    event NewAdmin(address indexed oldAdmin, address indexed newAdmin);
    event NewFeeParams(FeeParams oldFeeParams, FeeParams newFeeParams);
    event NewPriorityTxMaxGasLimit(uint256 oldPriorityTxMaxGasLimit, uint256 newPriorityTxMaxGasLimit);
    event NewDAValidator(address indexed validator, uint8 scheme);
    event PermanentRollup();
    event ValidatorStatusUpdate(address indexed validatorAddress, bool isActive);
    event Freeze();
    event Unfreeze();

    /// @notice The chain now follows `protocolVersion`; batches up to `lastBatchOfOldVersion` still follow the old one.
    event ProtocolUpgraded(uint256 indexed protocolVersion, uint256 lastBatchOfOldVersion, bytes32 chainConfigHash);

    /// @notice The next batch to be committed has to begin with this transaction.
    event NewUpgradeTransaction(
        uint256 indexed protocolVersion, bytes32 indexed txHash, L2CanonicalTransaction transaction
    );

    /// @notice Called once, by the proxy's constructor.
    function initialize(ChainInit calldata init) external;

    function setPendingAdmin(address newPendingAdmin) external;

    function acceptAdmin() external;

    function changeFeeParams(FeeParams calldata newFeeParams) external;

    function setPriorityTxMaxGasLimit(uint256 newPriorityTxMaxGasLimit) external;

    function setDAValidator(address validator) external;

    function makePermanentRollup() external;

    function setValidator(address validator, bool active) external;

    function freeze() external;

    function unfreeze() external;

    /// @notice Second half of an upgrade: the code is the new one already, now its data.
    function applyUpgrade(ProtocolUpgrade calldata upgrade) external;
}

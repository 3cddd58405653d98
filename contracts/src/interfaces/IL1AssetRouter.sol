// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2TransactionRequestTwoBridgesInner} from "../common/Types.sol";
import {IPausableOwned} from "./IPausableOwned.sol";

/// @title L1AssetRouter: the door of the bridge on L1
/// @notice Takes deposits from the Bridgehub, hands assets to the vault, and passes finalised withdrawals and refunds from
/// the nullifier to the vault. Holds no funds; users give ERC-20 allowances to this contract.
///
/// Powers:
/// * owner: `setNativeTokenVault`, once; `pause` and `unpause` (deposits; withdrawals are paused at the nullifier);
///   `upgradeToAndCall`, this contract's code; transfer of ownership in two steps;
/// * Bridgehub: `bridgehubDepositBaseToken`, `bridgehubDeposit`, `bridgehubConfirmL2Transaction`;
/// * nullifier: `finalizeDeposit`, `bridgeRecoverFailedTransfer` with four arguments;
/// * vault: `transferFundsToNTV`.
interface IL1AssetRouter is IPausableOwned {
    event BridgehubDepositBaseTokenInitiated(
        uint256 indexed chainId, address indexed from, bytes32 assetId, uint256 amount
    );
    event BridgehubDepositInitiated(
        uint256 indexed chainId,
        bytes32 indexed txDataHash,
        address indexed from,
        bytes32 assetId,
        bytes bridgeMintCalldata
    );
    event DepositFinalizedAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData);
    event ClaimedFailedDepositAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData);
    event NativeTokenVaultSet(address nativeTokenVault);

    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0xa741a045
    error AlreadySet();
    // 0xd92e233d
    error ZeroAddress();
    // 0x084a1449
    error UnsupportedEncodingVersion();
    // 0x04a0b7e9
    error AssetIdNotSupported(bytes32 assetId);
    // 0x33f1f88c
    error NonZeroL2Value(uint256 value);

    /* For the Bridgehub */

    /// @notice Takes `amount` of the base token of `chainId` from `originalCaller`; ether comes as `msg.value`.
    function bridgehubDepositBaseToken(uint256 chainId, bytes32 assetId, address originalCaller, uint256 amount)
        external
        payable;

    /// @notice Takes an asset from `originalCaller` and answers the call that L2 is to make.
    /// @param value value of the call on L2; must be zero
    /// @param data 0x01 ‖ abi.encode(bytes32 assetId, abi.encode(uint256 amount, address l2Receiver, address token)). A token
    /// that is not known yet becomes known.
    function bridgehubDeposit(uint256 chainId, address originalCaller, uint256 value, bytes calldata data)
        external
        payable
        returns (L2TransactionRequestTwoBridgesInner memory request);

    /// @notice Told by the Bridgehub under which hash the deposit `txDataHash` entered the queue.
    function bridgehubConfirmL2Transaction(uint256 chainId, bytes32 txDataHash, bytes32 txHash) external;

    /* For the other bridge contracts */

    /// @notice Pays out a proven withdrawal.
    function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes calldata transferData) external;

    /// @notice Gives a proven failed deposit back to its sender.
    /// @param assetData as in the deposit: abi.encode(uint256 amount, address l2Receiver, address token)
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData
    ) external;

    /// @notice Moves `amount` that `originalCaller` has approved to this router into the vault.
    function transferFundsToNTV(bytes32 assetId, uint256 amount, address originalCaller) external returns (bool);

    /* For users */

    /// @notice The SDKs claim failed deposits here; the nullifier does the work. Anyone may call; `depositSender` is paid.
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof
    ) external;

    /// @notice The SDKs ask here; the nullifier answers.
    function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex)
        external
        view
        returns (bool);

    /// @notice The call that a deposit makes on L2, when the vault answered `bridgeMintData`.
    function getDepositCalldata(bytes32 assetId, bytes memory bridgeMintData) external view returns (bytes memory);

    /// @notice The vault if it knows the asset, zero otherwise.
    function assetHandlerAddress(bytes32 assetId) external view returns (address);

    /// @notice The asset router of the chain, always the system address.
    function l2BridgeAddress(uint256 chainId) external view returns (address);

    function BRIDGE_HUB() external view returns (address);

    function L1_NULLIFIER() external view returns (address);

    function nativeTokenVault() external view returns (address);

    /* Owner */

    function setNativeTokenVault(address vault) external;
}
